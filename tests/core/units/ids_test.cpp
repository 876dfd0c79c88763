#include "core/units/ids.h"

#include <gtest/gtest.h>

#include <string>

namespace greenward {
namespace {

using namespace std::string_literals;

TEST(TenantId, takesRealNamesAndRefusesHostileOnes)
{
    for (const std::string &good : {"acme"s, "Müller & Söhne"s, "<img src=x>"s, std::string(255, 'a')})
        EXPECT_TRUE(TenantId::parse(good)) << good;
    for (const std::string &bad : {""s, "a/b"s, "a\nb"s, "\xFF"s, std::string(10'240, 'x'), "a\0b"s}) {
        const auto answer = TenantId::parse(bad);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().subject, "tenant");
        EXPECT_LT(answer.error().detail.size(), 400U) << "a hostile name must not flood the log";
    }
}

TEST(BackendId, isAWord)
{
    EXPECT_TRUE(BackendId::parse("hot-1.ssd_A"));
    for (const char *bad : {"", "-x", ".x", "a b", "a/b", "ü"})
        EXPECT_FALSE(BackendId::parse(bad)) << bad;
}

TEST(ObjectKey, isAnyRelativePathOfBytes)
{
    for (const std::string &good : {"a"s, "a b/c\nd"s, "\xFF\xFE"s, "..."s})
        EXPECT_TRUE(ObjectKey::parse(good));
    for (const std::string &bad : {""s, "/a"s, "a//b"s, "a/"s, "."s, "a/../b"s, "a\0b"s, std::string(5000, 'k')})
        EXPECT_FALSE(ObjectKey::parse(bad));
}

TEST(BatchId, isAPositiveNumber)
{
    EXPECT_EQ(number(parseBatchId("17").value()), 17);
    for (const char *bad : {"", "0", "-1", "1x", "99999999999999999999"})
        EXPECT_FALSE(parseBatchId(bad)) << bad;
}

} // namespace
} // namespace greenward
