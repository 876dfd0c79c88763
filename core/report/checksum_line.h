#pragma once

#include <string>

// The end of a report file; everything before it is what the checksum is over.

namespace greenward::report {

inline constexpr const char *kJsonChecksumStart = "  \"checksum_sha256\": \"";
inline std::string jsonChecksumLine(const std::string &hex)
{
    return kJsonChecksumStart + hex + "\"\n}\n";
}

inline constexpr const char *kCsvChecksumStart = "checksum,";
inline std::string csvChecksumLine(const std::string &hex)
{
    return kCsvChecksumStart + std::string(",,,,,,,,,,,,SHA-256 of all lines above,") + hex + ",sha256,,,\r\n";
}

} // namespace greenward::report
