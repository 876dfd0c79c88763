#include "core/units/object.h"

namespace greenward {

std::string_view relocationName(Relocation relocation)
{
    return relocation == Relocation::Move ? "move" : "copy-only";
}

std::string_view leaveBehindName(LeaveBehind leave)
{
    switch (leave) {
    case LeaveBehind::Nothing:
        return "none";
    case LeaveBehind::Symlink:
        return "symlink";
    case LeaveBehind::Pointer:
        return "pointer";
    }
    return "none";
}

Result<Relocation> parseRelocation(std::string_view text)
{
    for (const Relocation relocation : {Relocation::Move, Relocation::CopyOnly})
        if (text == relocationName(relocation)) return relocation;
    return fail(ErrorCode::InvalidInput, "relocation",
                "\"" + std::string(text) + "\" is not a relocation; use move or copy-only");
}

Result<LeaveBehind> parseLeaveBehind(std::string_view text)
{
    for (const LeaveBehind leave : {LeaveBehind::Nothing, LeaveBehind::Symlink, LeaveBehind::Pointer})
        if (text == leaveBehindName(leave)) return leave;
    return fail(ErrorCode::InvalidInput, "leave-behind",
                "\"" + std::string(text) + "\" is not known; use none, symlink or pointer");
}

} // namespace greenward
