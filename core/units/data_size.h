#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <cstdint>
#include <string>

namespace greenward {

/// An amount of data in whole bytes.
class DataSize final
{
public:
    constexpr DataSize() = default;
    static constexpr DataSize fromBytes(std::int64_t bytes) { return DataSize(bytes); }
    static constexpr DataSize fromGibibytes(std::int64_t gib) { return DataSize(gib * 1024 * 1024 * 1024); }
    constexpr std::int64_t bytes() const { return m_bytes; }
    friend constexpr DataSize operator+(DataSize a, DataSize b) { return DataSize(a.m_bytes + b.m_bytes); }
    friend constexpr DataSize operator-(DataSize a, DataSize b) { return DataSize(a.m_bytes - b.m_bytes); }
    friend constexpr auto operator<=>(DataSize, DataSize) = default;

private:
    explicit constexpr DataSize(std::int64_t bytes)
        : m_bytes(bytes)
    {}
    std::int64_t m_bytes = 0;
};

/// "10GiB", "1.5 TB", "4096", "4096 B"; kB/MB/GB/TB/PB are powers of 1000, KiB/MiB/GiB/TiB/PiB of 1024. Not negative.
Result<DataSize> parseDataSize(std::string_view text, std::string_view field);

} // namespace greenward
