#include "ui/bridge/grid_requests.h"

#include "ui/bridge/engine_client.h"

namespace greenward::ui {

void refreshGrid(EngineClient &client, engine::GridQuery query, QObject *context,
                 std::function<void(const Result<std::vector<engine::GridRefreshRow>> &)> done)
{
    using Rows = Result<std::vector<engine::GridRefreshRow>>;
    client.request<Rows>(
        [query = std::move(query)](engine::Engine &engine, const std::function<void(Rows)> &tell) {
            const auto begun =
                engine.refreshGrid(query, [tell](std::vector<engine::GridRefreshRow> rows) { tell(std::move(rows)); });
            if (!begun) tell(Unexpected{begun.error()});
        },
        context, std::move(done));
}

void testMapping(EngineClient &client, const RegionName &region, const std::string &source, const std::string &zone,
                 QObject *context, std::function<void(const Result<engine::MappingTestRow> &)> done)
{
    using Row = Result<engine::MappingTestRow>;
    client.request<Row>(
        [region, source, zone](engine::Engine &engine, const std::function<void(Row)> &tell) {
            const auto begun =
                engine.testMapping(region, source, zone, [tell](engine::MappingTestRow row) { tell(std::move(row)); });
            if (!begun) tell(Unexpected{begun.error()});
        },
        context, std::move(done));
}

} // namespace greenward::ui
