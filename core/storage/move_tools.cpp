#include "core/storage/move_tools.h"

#include "core/base/utf8.h"

namespace greenward::storage {

Result<std::shared_ptr<Driver>> MoveTools::sourceOf(const store::MoveRecord &record) const
{
    const auto at = sources.find(record.source);
    if (at == sources.end()) return fail(ErrorCode::Unreachable, "backend " + record.source.text(), "is not connected");
    return at->second;
}

std::string MoveTools::staging(const store::MoveRecord &record) const
{
    return stagingName(instance, record.id, record.attempt);
}

Error stopError(const store::MoveRecord &record, const BackendId &at, const Error &error)
{
    const std::string subject = "backend " + at.text();
    const std::string object = "\"" + escapedForDisplay(record.key.text()) + "\"";
    if (error.code == ErrorCode::NoSpace)
        return {error.code, subject,
                "is full: " + object + " with " + std::to_string(record.signature.size.bytes()) +
                    " bytes did not fit; make room there"};
    // Whoever says that a place is not there says it of the place; a call of the system is about the object.
    if (error.code == ErrorCode::Unreachable || error.code == ErrorCode::Cancelled)
        return {error.code, subject, error.detail};
    return {error.code, subject, error.detail + " (" + object + ")"};
}

Error objectError(const store::MoveRecord &record, ErrorCode code, std::string detail)
{
    return {code, escapedForDisplay(record.key.text()), std::move(detail)};
}

} // namespace greenward::storage
