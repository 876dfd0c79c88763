#include "core/engine/handle/handle.h"

#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/engine/parts.h"

namespace greenward::engine {

namespace {

/// In a backend's place it would be a tenant's object: scanned, counted and moved.
Result<void> checkOutsidePlaces(const Parts &parts, const std::string &file)
{
    for (const BackendSpec &spec : parts.placement.connected())
        if (file.starts_with(spec.location.ends_with('/') ? spec.location : spec.location + "/"))
            return fail(ErrorCode::Refused, "file",
                        "\"" + escapedForDisplay(file) + "\" lies in the place of backend " + spec.id.text() +
                            "; choose a place outside");
    return {};
}

} // namespace

Result<Outcome> handle(Parts &parts, const SetBudgetSettings &command, const Actor &by)
{
    const BudgetSettingsRow &wanted = command.settings;
    const budget::BudgetSettings settings{
        .recommendations = {wanted.throttleWindow, wanted.throttleEvaluations, wanted.throttleRate, wanted.margin},
        .file = wanted.file,
        .defaultIntensity = wanted.defaultIntensity};
    CORE_CHECK(budget::checkSettings(settings));
    if (!settings.file.empty() && settings.file != parts.settings.file) {
        CORE_CHECK(parts.mirror.check(settings.file));
        CORE_CHECK(checkOutsidePlaces(parts, settings.file));
    }
    const auto tree = [](const budget::BudgetSettings &one) {
        return parseJson(budget::settingsJson(one), "settings").value(); // our own text: it parses
    };
    const Json body{{"before", tree(parts.settings)}, {"after", tree(settings)}};
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, std::string(Parts::kBudgetSettings), budget::settingsJson(settings));
    transaction.audit.push_back(parts.audit(by, "budget.settings", "settings of budgets", jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.useSettings(settings);
    parts.ports.changes->mark(Area::Budgets);
    return Outcome{};
}

} // namespace greenward::engine
