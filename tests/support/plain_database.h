#pragma once

#include <filesystem>

namespace greenward::tests {

/// Puts in its place the same database without checksums in its pages, as earlier versions made them. Nobody has it
/// open.
void withoutChecksums(const std::filesystem::path &database);

} // namespace greenward::tests
