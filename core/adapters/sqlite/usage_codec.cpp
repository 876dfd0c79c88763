#include "core/adapters/sqlite/usage_codec.h"

#include "core/adapters/sqlite/codes.h"

#include <algorithm>

namespace greenward::adapters::sqlite {
namespace {

void put(std::string &out, std::uint64_t value, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i, value >>= 8U)
        out.push_back(static_cast<char>(static_cast<unsigned char>(value & 0xFFU)));
}

std::uint64_t take(std::string_view &in, std::size_t bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(in[i])} << (8U * i);
    in.remove_prefix(bytes);
    return value;
}

} // namespace

void appendUsage(std::string &out, const StoredUsage &record)
{
    put(out, static_cast<std::uint64_t>(record.seq), 8);
    put(out, static_cast<std::uint64_t>(record.at.time_since_epoch().count()), 8);
    put(out, record.tenant, 4);
    put(out, record.operation, 3);
    put(out, qualityNumber(record.quality), 1);
    put(out, static_cast<std::uint64_t>(record.micrograms), 8);
    for (const std::uint8_t byte : record.key)
        put(out, byte, 1);
}

Result<std::vector<StoredUsage>> decodeUsage(std::string_view bytes, std::int64_t firstSeq)
{
    if (bytes.size() % kUsageBytes != 0)
        return fail(ErrorCode::StoreDamaged, "usage", "batch " + std::to_string(firstSeq) + " has a broken length");
    std::vector<StoredUsage> records;
    records.reserve(bytes.size() / kUsageBytes);
    for (std::int64_t expected = firstSeq; !bytes.empty(); ++expected) {
        StoredUsage record;
        record.seq = static_cast<std::int64_t>(take(bytes, 8));
        record.at = Instant(milliseconds(static_cast<std::int64_t>(take(bytes, 8))));
        record.tenant = static_cast<std::uint32_t>(take(bytes, 4));
        record.operation = static_cast<std::uint32_t>(take(bytes, 3));
        CORE_TRY(record.quality, qualityOf(static_cast<std::uint8_t>(take(bytes, 1))));
        record.micrograms = static_cast<std::int64_t>(take(bytes, 8));
        for (std::uint8_t &byte : record.key)
            byte = static_cast<std::uint8_t>(take(bytes, 1));
        if (record.seq != expected)
            return fail(ErrorCode::StoreDamaged, "usage", "record " + std::to_string(expected) + " is missing");
        records.push_back(record);
    }
    return records;
}

} // namespace greenward::adapters::sqlite
