#pragma once

#include "tests/architecture/source_text.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace greenward::architecture {

/// A broken rule: "core/budget/ledger.cpp:12: [no-clock-reads] ...".
struct Finding
{
    std::string path;
    std::size_t line = 0;
    std::string rule;
    std::string message;
};
std::ostream &operator<<(std::ostream &out, const Finding &finding);

/// What a file breaks of the rules on includes (DESIGN 2): who may see whom, and which foreign headers where.
std::vector<Finding> checkIncludes(const SourceFile &file);
/// What a file breaks of the rules on its text: clock reads, file writes, boxes, singletons, size, leftovers.
std::vector<Finding> checkText(const SourceFile &file);
/// Both.
std::vector<Finding> check(const SourceFile &file);

} // namespace greenward::architecture
