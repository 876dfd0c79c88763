#include "core/engine/handle/handle.h"

#include "core/base/json_text.h"
#include "core/engine/parts.h"

namespace greenward::engine {

Result<Outcome> handle(Parts &parts, const SetBudgetSettings &command, const Actor &by)
{
    const BudgetSettingsRow &wanted = command.settings;
    const budget::BudgetSettings settings{
        .recommendations = {wanted.throttleWindow, wanted.throttleEvaluations, wanted.throttleRate, wanted.margin},
        .file = wanted.file,
        .defaultIntensity = wanted.defaultIntensity};
    CORE_CHECK(budget::checkSettings(settings));
    // Our own texts: they parse.
    const Json body{{"before", Json::parse(budget::settingsJson(parts.settings), nullptr, false)},
                    {"after", Json::parse(budget::settingsJson(settings), nullptr, false)}};
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, std::string(Parts::kBudgetSettings), budget::settingsJson(settings));
    transaction.audit.push_back(parts.audit(by, "budget.settings", "settings of budgets", jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.useSettings(settings);
    parts.ports.changes->mark(Area::Budgets);
    return Outcome{};
}

} // namespace greenward::engine
