#include "core/engine/handle/handle.h"

#include "core/base/json_text.h"
#include "core/engine/parts.h"
#include "core/placement/backend_json.h"

namespace greenward::engine {

Result<Outcome> handle(Parts &parts, const SetPlacementRanking &command, const Actor &by)
{
    const std::string before(placement::rankByName(parts.placement.ranking()));
    const std::string after(placement::rankByName(command.rankBy));
    if (before == after) return Outcome{};
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, std::string(Parts::kPlacementSettings),
                    jsonText(Json{{"rank_by", after}}));
    transaction.audit.push_back(parts.audit(by, "placement.ranking", "settings of placement",
                                            jsonText(Json{{"before", before}, {"after", after}})));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.placement.rankBy(command.rankBy);
    parts.ports.changes->mark(Area::Backends);
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const ImportBackends &command, const Actor &by)
{
    Outcome outcome;
    std::vector<BackendSpec> wanted;
    Json names = Json::array();
    for (BackendSpec spec : command.specs) {
        const auto known = parts.placement.spec(spec.id);
        if (known) spec.preset = known->preset;
        if (known && *known == spec) {
            ++outcome.repeated;
            continue;
        }
        const auto checked = checkFigures(parts, spec);
        if (!checked)
            return fail(checked.error().code, spec.id.text() + ", " + checked.error().subject, checked.error().detail);
        names.push_back(spec.id.text());
        wanted.push_back(std::move(spec));
    }
    if (wanted.empty()) return outcome;
    CORE_CHECK(parts.storage.check(wanted));
    const Json body{{"source", command.source}, {"backends", std::move(names)}};
    CORE_CHECK(parts.placement.keepAll(wanted, parts.audit(by, "backend.import", "backends", jsonText(body))));
    for (const BackendSpec &spec : wanted)
        CORE_CHECK(parts.storage.attach(spec, storage::Announce::Yes));
    outcome.imported = wanted.size();
    parts.ports.changes->mark(Area::Backends);
    parts.ports.changes->mark(Area::Grid);
    return outcome;
}

} // namespace greenward::engine
