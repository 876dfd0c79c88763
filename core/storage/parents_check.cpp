#include "core/storage/parents_check.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::storage {

ObjectResult<void> ParentsCheck::check(const store::MoveRecord &record, const Driver &source, const Driver &target)
{
    using End = ObjectFailure::End;
    const std::string &key = record.key.text();
    const std::size_t slash = key.rfind('/');
    if (slash == std::string::npos) return {};
    std::string directory = record.source.text() + "\n" + key.substr(0, slash);
    if (m_fine.contains(directory)) return {};
    const auto wanted = source.parents(record.key);
    if (!wanted) return Unexpected{ObjectFailure{End::Source, wanted.error()}};
    const auto there = target.parents(record.key);
    if (!there) return Unexpected{ObjectFailure{End::Target, there.error()}};
    std::size_t end = 0;
    for (std::size_t level = 0; level < std::min(wanted->size(), there->size()); ++level) {
        end = key.find('/', end + 1);
        auto fine = noWider((*wanted)[level], (*there)[level]);
        if (fine) continue;
        Error error = std::move(fine).error();
        error.subject = escapedForDisplay(key.substr(0, end));
        error.detail = "directory " + error.subject + ": " + error.detail;
        return Unexpected{ObjectFailure{End::Target, std::move(error)}};
    }
    // What is missing yet somebody else may make, for an object that was never as private.
    if (there->size() >= wanted->size()) m_fine.insert(std::move(directory));
    return {};
}

} // namespace greenward::storage
