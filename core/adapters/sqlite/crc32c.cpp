#include "core/adapters/sqlite/crc32c.h"

#include <array>

namespace greenward::adapters::sqlite {
namespace {

constexpr std::uint32_t kPolynomial = 0x82F63B78U; // reflected 0x1EDC6F41

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ kPolynomial : crc >> 1U;
        tables[0][byte] = crc;
    }
    for (std::size_t table = 1; table < 8; ++table)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[table - 1][byte];
            tables[table][byte] = (before >> 8U) ^ tables[0][before & 0xFFU];
        }
    return tables;
}

constexpr Tables kTables = makeTables();

std::uint32_t littleEndian(std::span<const std::byte> bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= std::to_integer<std::uint32_t>(bytes[i]) << (8U * i);
    return value;
}

} // namespace

std::uint32_t crc32c(std::span<const std::byte> bytes)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) { // eight bytes a turn: "slicing by 8"
        const std::uint32_t low = littleEndian(bytes) ^ crc;
        const std::uint32_t high = littleEndian(bytes.subspan(4));
        crc = kTables[7][low & 0xFFU] ^ kTables[6][(low >> 8U) & 0xFFU] ^ kTables[5][(low >> 16U) & 0xFFU] ^
              kTables[4][low >> 24U] ^ kTables[3][high & 0xFFU] ^ kTables[2][(high >> 8U) & 0xFFU] ^
              kTables[1][(high >> 16U) & 0xFFU] ^ kTables[0][high >> 24U];
    }
    for (const std::byte byte : bytes)
        crc = (crc >> 8U) ^ kTables[0][(crc ^ std::to_integer<std::uint32_t>(byte)) & 0xFFU];
    return ~crc;
}

} // namespace greenward::adapters::sqlite
