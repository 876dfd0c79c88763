#include "tests/fuzz/targets.h"

#include "core/base/json_fields.h"
#include "core/budget/budget_settings.h"
#include "core/budget/throttle_history.h"
#include "core/placement/backend_file.h"
#include "core/placement/explain.h"
#include "core/storage/scan_json.h"
#include "core/tiering/batch.h"
#include "core/tiering/policy.h"

namespace greenward::fuzz {
namespace {

/// The first byte says which document the rest is.
enum class Kind { Budget, Settings, Throttle, Backend, Policy, Batch, Scan, Decision, BackendFile };
constexpr std::string_view kKinds = "bstkpaodf";

const TenantId &acme()
{
    static const TenantId tenant = TenantId::parse("acme").value();
    return tenant;
}

void jsonDocument(Kind kind, std::string_view text)
{
    const auto json = parseJson(text, "document");
    if (!json) return;
    if (kind == Kind::Backend) {
        if (const auto backend = placement::backendFromJson(*json))
            require(placement::backendFromJson(parseJson(jsonText(placement::toJson(*backend)), "backend").value())
                        .has_value());
    } else if (kind == Kind::Policy) {
        if (const auto policy = tiering::policyFromJson(*json))
            require(
                tiering::policyFromJson(parseJson(jsonText(tiering::toJson(*policy)), "policy").value()).has_value());
    } else if (kind == Kind::Decision) {
        const auto decision = placement::decisionFromJson(*json);
        if (!decision) return;
        require(jsonText(placement::toJson(*decision)) ==
                jsonText(placement::toJson(placement::decisionFromJson(placement::toJson(*decision)).value())));
        require(!placement::explain(*decision).words.empty());
    } else {
        static_cast<void>(tiering::batchFromJson(*json));
    }
}

} // namespace

void documents(std::string_view bytes)
{
    if (bytes.empty()) return;
    const auto at = kKinds.find(bytes.front());
    if (at == std::string_view::npos) return;
    const auto kind = static_cast<Kind>(at);
    const std::string_view text = bytes.substr(1);
    switch (kind) {
    case Kind::Budget:
        if (const auto config = budget::configFromJson(text, acme()))
            require(budget::configFromJson(budget::configJson(*config), acme()).value() == *config);
        return;
    case Kind::Settings:
        if (const auto settings = budget::settingsFromJson(text))
            require(budget::settingsFromJson(budget::settingsJson(*settings)).value() == *settings);
        return;
    case Kind::Throttle:
        if (const auto history = budget::ThrottleHistory::fromJson(text, acme()))
            require(budget::ThrottleHistory::fromJson(history->json(), acme())->json() == history->json());
        return;
    case Kind::Scan:
        static_cast<void>(storage::parseScan(text));
        return;
    case Kind::BackendFile:
        if (const auto specs = placement::readBackendFile(text))
            require(placement::readBackendFile(placement::backendFile(*specs)).value() == *specs);
        return;
    case Kind::Backend:
    case Kind::Policy:
    case Kind::Batch:
    case Kind::Decision:
        return jsonDocument(kind, text);
    }
}

} // namespace greenward::fuzz
