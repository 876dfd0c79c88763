#include "app/ctl/exit_code.h"

namespace greenward::ctl {

int exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::UnknownName:
    case ErrorCode::AlreadyExists:
    case ErrorCode::NotFound:
    case ErrorCode::NotComparable:
    case ErrorCode::Overflow:
    case ErrorCode::Unsupported:
        return kBadInput;
    case ErrorCode::Locked:
    case ErrorCode::ReadOnly:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreVersion:
    case ErrorCode::NotDurable:
        return kNoDirectory;
    case ErrorCode::Unreachable:
    case ErrorCode::BadReply:
        return kUnreachable;
    case ErrorCode::Busy:
    case ErrorCode::Refused:
    case ErrorCode::NoPermission:
    case ErrorCode::NoSpace:
    case ErrorCode::SourceChanged:
    case ErrorCode::VerifyFailed:
    case ErrorCode::Cancelled:
    case ErrorCode::IoFailed:
    case ErrorCode::Internal:
        return kRefused;
    }
    return kRefused;
}

} // namespace greenward::ctl
