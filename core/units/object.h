#pragma once

#include "core/units/data_size.h"
#include "core/units/ids.h"

#include <optional>

namespace greenward {

/// Why an object counts as touched when it does (C-55).
enum class TouchEvidence { Modified, Access };

/// What tells whether an object is still the one that was planned.
struct ObjectSignature
{
    DataSize size;
    std::int64_t modifiedNs = 0; ///< nanoseconds since 1970
    std::int64_t changedNs = 0;  ///< inode change time, ns
    std::uint64_t inode = 0;
    /// What it takes of its disk, at most `size`: less for a sparse file. Nothing: as much as its size. No part of what
    /// is compared, for file systems settle it later.
    std::optional<DataSize> allocated{};

    /// What is freed when it goes: what plans, savings and totals count.
    DataSize freed() const { return allocated.value_or(size); }
    friend bool operator==(const ObjectSignature &a, const ObjectSignature &b)
    {
        return a.size == b.size && a.modifiedNs == b.modifiedNs && a.changedNs == b.changedNs && a.inode == b.inode;
    }
};

/// What happens to readers of the old place (storage.md 0).
enum class Relocation { Move, CopyOnly };
enum class LeaveBehind { Nothing, Symlink, Pointer };
std::string_view relocationName(Relocation relocation);
std::string_view leaveBehindName(LeaveBehind leave);

Result<Relocation> parseRelocation(std::string_view text);
Result<LeaveBehind> parseLeaveBehind(std::string_view text);

} // namespace greenward
