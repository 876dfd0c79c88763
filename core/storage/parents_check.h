#pragma once

#include "core/storage/driver.h"
#include "core/storage/move_rules.h"

#include <set>
#include <string>

namespace greenward::storage {

/// Looks, before an object is copied, that the directories it would come into keep out whom those at the source keep
/// out: what may be read is decided by the way there as well. Compares each directory once. One thread.
class ParentsCheck final
{
public:
    /// Unsupported, at the target, names the directory and who could do more there.
    ObjectResult<void> check(const store::MoveRecord &record, const Driver &source, const Driver &target);

private:
    std::set<std::string, std::less<>> m_fine; ///< backend, line end, path
};

} // namespace greenward::storage
