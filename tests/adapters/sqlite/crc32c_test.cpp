#include "core/adapters/sqlite/crc32c.h"
#include "core/adapters/sqlite/usage_codec.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <string_view>
#include <vector>

namespace greenward::tests {
namespace {

using adapters::sqlite::appendUsage;
using adapters::sqlite::crc32c;
using adapters::sqlite::decodeUsage;
using adapters::sqlite::StoredUsage;

std::uint32_t crcOf(std::string_view text)
{
    return crc32c(std::as_bytes(std::span(text)));
}

TEST(Crc32c, givesTheValuesOfRfc3720)
{
    EXPECT_EQ(crcOf(""), 0U);
    EXPECT_EQ(crcOf("123456789"), 0xE3069283U);
    EXPECT_EQ(crcOf(std::string(32, '\0')), 0x8A9136AAU);
    EXPECT_EQ(crcOf(std::string(32, '\xFF')), 0x62A8AB43U);
    std::string rising(32, '\0');
    std::iota(rising.begin(), rising.end(), '\0');
    EXPECT_EQ(crcOf(rising), 0x46DD794EU);
}

TEST(Crc32c, noticesEverySingleFlippedBit)
{
    const std::string sound(61, 'u');
    const std::uint32_t right = crcOf(sound);
    for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
        std::string broken = sound;
        broken[bit / 8] = static_cast<char>(broken[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_NE(crcOf(broken), right) << bit;
    }
}

TEST(UsageCodec, readsBackWhatItWrote)
{
    constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
    constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
    const std::vector<StoredUsage> records{
        {41, Instant(milliseconds(-1)), 1, 2, Quality::Measured, -5, {}},
        {42, Instant(milliseconds(kMax)), 0xFFFFFFFFU, 0xFFFFFFU, Quality::Default, kMax, {1, 2, 3, 255}},
        {43, Instant(milliseconds(kMin)), 0, 0, Quality::Estimated, kMin, {}},
    };
    std::string blob;
    for (const StoredUsage &record : records)
        appendUsage(blob, record);
    EXPECT_EQ(blob.size(), records.size() * 48);
    const auto read = decodeUsage(blob, 41);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, records);
    EXPECT_FALSE(decodeUsage(blob, 40)) << "the numbers must follow";
    EXPECT_FALSE(decodeUsage(blob.substr(0, 95), 41));
    blob[23] = 77;
    EXPECT_FALSE(decodeUsage(blob, 41)) << "no such quality";
}

} // namespace
} // namespace greenward::tests
