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

Error objectError(const store::MoveRecord &record, ErrorCode code, std::string detail)
{
    return {code, escapedForDisplay(record.key.text()), std::move(detail)};
}

} // namespace greenward::storage
