#include "core/base/error.h"

#include <cerrno>
#include <system_error>

namespace greenward {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return "invalid_input";
    case ErrorCode::UnknownName:
        return "unknown_name";
    case ErrorCode::AlreadyExists:
        return "already_exists";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::NotComparable:
        return "not_comparable";
    case ErrorCode::Overflow:
        return "overflow";
    case ErrorCode::Locked:
        return "locked";
    case ErrorCode::ReadOnly:
        return "read_only";
    case ErrorCode::StoreDamaged:
        return "store_damaged";
    case ErrorCode::StoreVersion:
        return "store_version";
    case ErrorCode::NotDurable:
        return "not_durable";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::NoPermission:
        return "no_permission";
    case ErrorCode::NoSpace:
        return "no_space";
    case ErrorCode::SourceChanged:
        return "source_changed";
    case ErrorCode::VerifyFailed:
        return "verify_failed";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Unreachable:
        return "unreachable";
    case ErrorCode::BadReply:
        return "bad_reply";
    case ErrorCode::IoFailed:
        return "io_failed";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

Error systemError(int errnoValue, std::string_view subject, std::string_view doing)
{
    const ErrorCode code = [errnoValue] {
        switch (errnoValue) {
        case ENOENT:
        case ENOTDIR:
            return ErrorCode::NotFound;
        case EACCES:
        case EPERM:
        case EROFS:
            return ErrorCode::NoPermission;
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return ErrorCode::NoSpace;
        case EEXIST:
            return ErrorCode::AlreadyExists;
        default:
            return ErrorCode::IoFailed;
        }
    }();
    return Error{code, std::string(subject), std::string(doing) + ": " + std::generic_category().message(errnoValue)};
}

} // namespace greenward
