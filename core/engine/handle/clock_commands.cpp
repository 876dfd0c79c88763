#include "core/engine/handle/handle.h"

#include "core/engine/parts.h"

namespace greenward::engine {

Result<Outcome> handle(Parts &parts, const ConfirmClock &, const Actor &by)
{
    CORE_CHECK(parts.clockWatch.confirm(by));
    parts.ports.changes->mark(Area::Status);
    return Outcome{};
}

} // namespace greenward::engine
