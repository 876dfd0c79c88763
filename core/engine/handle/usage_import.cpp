#include "core/engine/handle/handle.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/engine/energy_booking.h"
#include "core/engine/parts.h"

#include <algorithm>
#include <set>

namespace greenward::engine {
namespace {

Result<store::UsageRecord> prepared(Parts &parts, const RecordUsage &command)
{
    return store::UsageRecord{command.tenant, command.at.value_or(parts.clock().now()),
                              command.amount, command.operation,
                              command.key,    Quality::Calculated};
}
Result<store::UsageRecord> prepared(Parts &parts, const RecordEnergy &command)
{
    return usageOf(parts.energyDesk(), measurementOf(command, parts.clock().now()));
}

std::string keyOf(const ImportUsage &import, std::size_t line)
{
    return "import:" + import.digest.substr(0, 16) + ":" + std::to_string(line);
}

/// Every record as it will be booked, or the first line that is not valid; nothing is booked yet.
Result<std::vector<store::UsageRecord>> prepareAll(Parts &parts, const ImportUsage &command)
{
    std::vector<store::UsageRecord> records;
    records.reserve(command.lines.size());
    for (const ImportUsage::Line &line : command.lines) {
        auto record = std::visit([&](const auto &one) { return prepared(parts, one); }, line.what);
        if (record && record->key.empty()) record->key = keyOf(command, line.line);
        const auto good = record ? parts.budgets.checkUsage(*record) : Result<void>(Unexpected{record.error()});
        if (!good)
            return fail(good.error().code, good.error().subject,
                        "line " + std::to_string(line.line) + ": " + good.error().detail);
        records.push_back(*std::move(record));
    }
    return records;
}

/// Tenants whose meters moved on, as they are now.
std::vector<store::DocumentWrite> metersOf(const Parts &parts, const std::map<TenantId, EmissionMeter> &before)
{
    std::vector<store::DocumentWrite> writes;
    for (const auto &[tenant, meter] : parts.meters) {
        const auto known = before.find(tenant);
        const std::int64_t carried = known == before.end() ? 0 : known->second.carried();
        if (meter.carried() != carried) writes.push_back(meterWrite(tenant, meter));
    }
    return writes;
}

/// All of the file in one transaction: a kill or a full disk leaves all of it or nothing.
Result<store::CommitInfo> bookAll(Parts &parts, const std::vector<store::UsageRecord> &records,
                                  std::vector<store::DocumentWrite> meters, const store::AuditEntry &entry)
{
    store::Transaction transaction;
    transaction.usage = records;
    transaction.refuseRepeats = !meters.empty();
    transaction.documents = std::move(meters);
    transaction.audit.push_back(entry);
    return parts.ports.store->commit(std::move(transaction));
}

bool isWithinLimits(const Parts &parts, const std::vector<store::UsageRecord> &records)
{
    std::set<TenantId> seen;
    return std::ranges::all_of(records, [&](const store::UsageRecord &record) {
        if (!seen.insert(record.tenant).second) return true;
        return parts.budgets.row(record.tenant).standing.level != ThrottleLevel::Hard;
    });
}

} // namespace

Result<Outcome> handle(Parts &parts, const ImportUsage &command, const Actor &by)
{
    const std::map<TenantId, EmissionMeter> before = parts.meters;
    const auto records = prepareAll(parts, command);
    if (!records) {
        parts.meters = before;
        return Unexpected{records.error()};
    }
    const Json body{{"sha256", command.digest}, {"records", records->size()}};
    const store::AuditEntry entry =
        parts.audit(by, "usage.import", "file " + escapedForDisplay(command.source), jsonText(body));
    auto booked = bookAll(parts, *records, metersOf(parts, before), entry);
    if (!booked) parts.meters = before;
    // Of a repeated measurement nothing is left over, so what the file would have carried on is not kept either.
    if (!booked && booked.error().code == ErrorCode::AlreadyExists) booked = bookAll(parts, *records, {}, entry);
    if (!booked) return Unexpected{booked.error()};
    parts.budgets.tick(); // announces what was counted
    Outcome outcome;
    outcome.repeated = booked->duplicates;
    outcome.imported = records->size() - booked->duplicates;
    outcome.withinLimit = isWithinLimits(parts, *records);
    return outcome;
}

} // namespace greenward::engine
