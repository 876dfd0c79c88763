#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace greenward::adapters::sqlite {

/// CRC-32C (Castagnoli, RFC 3720 B.4): finds the bit rot inside a page that SQLite's own checks do not see.
std::uint32_t crc32c(std::span<const std::byte> bytes);

} // namespace greenward::adapters::sqlite
