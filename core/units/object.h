#pragma once

#include "core/units/data_size.h"
#include "core/units/ids.h"

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

    friend bool operator==(const ObjectSignature &, const ObjectSignature &) = default;
};

/// What happens to readers of the old place (storage.md 0).
enum class Relocation { Move, CopyOnly };
enum class LeaveBehind { Nothing, Symlink, Pointer };
std::string_view relocationName(Relocation relocation);
std::string_view leaveBehindName(LeaveBehind leave);

Result<Relocation> parseRelocation(std::string_view text);
Result<LeaveBehind> parseLeaveBehind(std::string_view text);

} // namespace greenward
