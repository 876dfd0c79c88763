#include "core/storage/batch_order.h"

#include "core/base/json_reader.h"

namespace greenward::storage {
namespace {

constexpr std::string_view kPrefix = "migration.";

Unexpected<Error> damaged(std::string_view field)
{
    return fail(ErrorCode::StoreDamaged, "migration order", "has no usable \"" + std::string(field) + "\"");
}

Result<std::string> textOf(const Json &json, const char *field)
{
    const auto at = json.find(field);
    if (at == json.end() || !at->is_string()) return damaged(field);
    return at->get<std::string>();
}

Result<std::int64_t> numberOf(const Json &json, const char *field)
{
    const auto at = json.find(field);
    if (at == json.end() || !at->is_number_integer()) return damaged(field);
    return at->get<std::int64_t>();
}

Result<bool> flagOf(const Json &json, const char *field)
{
    const auto at = json.find(field);
    if (at == json.end() || !at->is_boolean()) return damaged(field);
    return at->get<bool>();
}

/// 128 bits do not fit a JSON number.
Result<Int128> wideOf(const Json &json, const char *field)
{
    CORE_TRY(const std::string text, textOf(json, field));
    Int128 value = 0;
    if (text.empty() || text.size() > 38) return damaged(field);
    for (const char c : text) {
        if (c < '0' || c > '9') return damaged(field);
        value = value * 10 + (c - '0');
    }
    return value;
}

Json costJson(const bus::MigrateBatch::Cost &cost)
{
    return {{"source", cost.source.text()},
            {"numerator_ug", decimalText(cost.microgramsNumerator, 0)},
            {"denominator_bytes", decimalText(cost.denominator, 0)}};
}

Result<bus::MigrateBatch::Cost> parseCost(const Json &json)
{
    if (!json.is_object()) return damaged("costs");
    CORE_TRY(const std::string source, textOf(json, "source"));
    CORE_TRY(BackendId id, BackendId::parse(source));
    CORE_TRY(const Int128 numerator, wideOf(json, "numerator_ug"));
    CORE_TRY(const Int128 denominator, wideOf(json, "denominator_bytes"));
    return bus::MigrateBatch::Cost{std::move(id), numerator, denominator};
}

} // namespace

std::string orderDocument(BatchId batch)
{
    return std::string(kPrefix) + std::to_string(number(batch));
}

bool isOrderDocument(std::string_view id)
{
    return id.starts_with(kPrefix);
}

std::string orderJson(const BatchOrder &kept)
{
    const bus::MigrateBatch &order = kept.order;
    Json json{{"batch", number(order.batch)},
              {"tenant", order.tenant.text()},
              {"target", order.target.text()},
              {"concurrency", order.concurrency},
              {"relocation", relocationName(order.relocation)},
              {"leave_behind", leaveBehindName(order.leaveBehind)},
              {"grace_seconds", order.grace.count()},
              {"costs", Json::array()},
              {"paused", kept.paused},
              {"cancelled", kept.cancelled},
              {"release_now", kept.releaseNow},
              {"announced", kept.announced}};
    for (const auto &cost : order.costs)
        json["costs"].push_back(costJson(cost));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace); // a reason may quote anything
}

Result<BatchOrder> parseOrder(std::string_view text)
{
    const Json json = parseJson(text, "migration order").value_or(Json());
    if (!json.is_object()) return damaged("object");
    CORE_TRY(const std::int64_t batch, numberOf(json, "batch"));
    CORE_TRY(const std::string tenantText, textOf(json, "tenant"));
    CORE_TRY(const std::string targetText, textOf(json, "target"));
    CORE_TRY(TenantId tenant, TenantId::parse(tenantText));
    CORE_TRY(BackendId target, BackendId::parse(targetText));
    CORE_TRY(const std::int64_t concurrency, numberOf(json, "concurrency"));
    CORE_TRY(const std::string relocation, textOf(json, "relocation"));
    CORE_TRY(const std::string leaveBehind, textOf(json, "leave_behind"));
    CORE_TRY(const std::int64_t grace, numberOf(json, "grace_seconds"));
    BatchOrder kept{{BatchId{batch},
                     std::move(tenant),
                     std::move(target),
                     static_cast<int>(concurrency),
                     Relocation::Move,
                     LeaveBehind::Nothing,
                     std::chrono::seconds(grace),
                     {}},
                    {},
                    false,
                    false,
                    false};
    CORE_TRY(kept.order.relocation, parseRelocation(relocation));
    CORE_TRY(kept.order.leaveBehind, parseLeaveBehind(leaveBehind));
    CORE_TRY(kept.paused, textOf(json, "paused"));
    CORE_TRY(kept.cancelled, flagOf(json, "cancelled"));
    CORE_TRY(kept.releaseNow, flagOf(json, "release_now"));
    CORE_TRY(kept.announced, flagOf(json, "announced"));
    const auto costs = json.find("costs");
    if (costs == json.end() || !costs->is_array()) return damaged("costs");
    for (const Json &one : *costs) {
        CORE_TRY(bus::MigrateBatch::Cost cost, parseCost(one));
        kept.order.costs.push_back(std::move(cost));
    }
    CORE_CHECK(checkOrder(kept.order));
    return kept;
}

Result<void> checkOrder(const bus::MigrateBatch &order)
{
    if (number(order.batch) <= 0) return fail(ErrorCode::InvalidInput, "batch", "is not a batch number");
    if (order.concurrency < 1 || order.concurrency > 64)
        return fail(ErrorCode::InvalidInput, "concurrency",
                    std::to_string(order.concurrency) + " is not within 1 to 64");
    if (order.grace < std::chrono::seconds(0)) return fail(ErrorCode::InvalidInput, "grace", "is negative");
    for (const auto &cost : order.costs)
        if (cost.source == order.target)
            return fail(ErrorCode::InvalidInput, "target", "is one of the sources: " + order.target.text());
    return {};
}

} // namespace greenward::storage
