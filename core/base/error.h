#pragma once

#include "core/base/expected.h"

#include <string>
#include <string_view>

namespace greenward {

/// What went wrong, to act upon. The words for people are made in ui/format and app/ctl.
enum class ErrorCode {
    InvalidInput,  ///< a field holds a value it may not hold
    UnknownName,   ///< the named tenant, backend, region, batch ... does not exist
    AlreadyExists, ///< the name is taken
    Refused,       ///< a rule says no: over budget, does not pay back, wrong state
    NotComparable, ///< figures of different signals or bases were to be compared
    Overflow,      ///< the result does not fit its unit
    Locked,        ///< another process holds the data directory
    ReadOnly,      ///< opened read-only; the command would write
    StoreDamaged,  ///< the state store cannot be trusted; it was kept aside
    StoreVersion,  ///< written by a newer Greenward
    NotDurable,    ///< the disk did not confirm the write: nothing may build upon it
    NotFound,      ///< a file, directory or object is not there
    NoPermission,  ///< the operating system refuses access
    NoSpace,       ///< the disk or quota is full
    SourceChanged, ///< an object changed after it was planned or while it was copied
    VerifyFailed,  ///< a copy does not hash to what was read
    Unsupported,   ///< a thing of a kind that is not handled: symlink, device ...
    Cancelled,     ///< somebody asked to stop
    Busy,          ///< too much is waiting already; the same may work in a moment
    Unreachable,   ///< a remote does not answer
    BadReply,      ///< a remote or a file answered something that cannot be right
    IoFailed,      ///< any other input/output failure
    Internal,      ///< a broken promise of our own code
};

/// The stable snake_case name of a code, as printed by --json: "invalid_input".
std::string_view errorCodeName(ErrorCode code);

/// A failure as a value. `subject` names the field or thing ("pue", "backend hot-1"), `detail` says in English what is
/// wrong, with the offending value, for people and log. Neither ever holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    std::string detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = Expected<T, Error>;

/// fail(ErrorCode::InvalidInput, "pue", "..."): shorthand for the error side of a Result.
inline Unexpected<Error> fail(ErrorCode code, std::string_view subject, std::string detail)
{
    return Unexpected<Error>{Error{code, std::string(subject), std::move(detail)}};
}

/// The error of a failed system call: errno mapped to a code, its text appended to `doing`.
Error systemError(int errnoValue, std::string_view subject, std::string_view doing);

} // namespace greenward
