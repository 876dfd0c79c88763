#include "ui/bridge/placement_requests.h"

#include "ui/bridge/engine_client.h"

namespace greenward::ui {

void choosePlacement(EngineClient &client, placement::Query query, milliseconds deadline, QObject *context,
                     std::function<void(const Result<placement::Decision> &)> done)
{
    using Answer = Result<placement::Decision>;
    client.request<Answer>(
        [query = std::move(query), deadline, actor = client.actor()](engine::Engine &engine,
                                                                     const std::function<void(Answer)> &tell) {
            const auto begun = engine.choosePlacement(query, deadline, actor, tell);
            if (!begun) tell(Unexpected{begun.error()});
        },
        context, std::move(done));
}

} // namespace greenward::ui
