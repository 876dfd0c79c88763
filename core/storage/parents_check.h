#pragma once

#include "core/storage/driver.h"
#include "core/storage/move_rules.h"

#include <set>
#include <string>

namespace greenward::storage {

/// Looks, before an object is copied and again before its copy gets its name, that the directories it comes into keep
/// out whom those at the source keep out: what may be read is decided by the way there as well. Compares each directory
/// once, from when all of them are there. One thread.
class ParentsCheck final
{
public:
    /// Unsupported, at the target, names the directory and who could do more there.
    ObjectResult<void> check(const store::MoveRecord &record, const Driver &source, const Driver &target);

private:
    std::set<std::string, std::less<>> m_fine; ///< backend, line end, path
};

} // namespace greenward::storage
