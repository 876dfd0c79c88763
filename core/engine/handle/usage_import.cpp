#include "core/engine/handle/handle.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/engine/energy_booking.h"
#include "core/engine/parts.h"

#include <condition_variable>
#include <mutex>

namespace greenward::engine {
namespace {

/// Counts the answers of many records that are on their way to the disk together.
class Answers
{
public:
    budget::Ledger::Done next()
    {
        const std::lock_guard lock(m_mutex);
        ++m_waiting;
        return [this](const Result<budget::UsageOutcome> &answer) {
            take(answer);
        };
    }
    void drop()
    {
        const std::lock_guard lock(m_mutex);
        --m_waiting;
    }
    /// Waits for all of them.
    Result<Outcome> all()
    {
        std::unique_lock lock(m_mutex);
        m_done.wait(lock, [this] { return m_waiting == 0; });
        if (m_error) return Unexpected{*m_error};
        return m_outcome;
    }

private:
    void take(const Result<budget::UsageOutcome> &answer)
    {
        const std::lock_guard lock(m_mutex);
        if (!answer && !m_error) m_error = answer.error();
        if (answer) {
            ++(answer->duplicate ? m_outcome.repeated : m_outcome.imported);
            m_outcome.withinLimit = m_outcome.withinLimit && answer->withinLimit;
        }
        --m_waiting;
        m_done.notify_one(); // under the lock: the waiter may not be gone before this returns
    }

    std::mutex m_mutex;
    std::condition_variable m_done;
    std::size_t m_waiting = 0;
    Outcome m_outcome;
    std::optional<Error> m_error;
};

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

} // namespace

Result<Outcome> handle(Parts &parts, const ImportUsage &command, const Actor &by)
{
    const std::map<TenantId, EmissionMeter> before = parts.meters;
    const auto records = prepareAll(parts, command);
    if (!records) {
        parts.meters = before;
        return Unexpected{records.error()};
    }
    budget::Ledger &ledger = parts.budgets.ledger();
    Answers answers;
    std::optional<Error> refused;
    for (const store::UsageRecord &record : *records) {
        const auto queued = ledger.addMeasured(ledger.open(record.tenant),
                                               {record.at, record.amount, record.operation, record.key, record.quality},
                                               answers.next());
        if (queued) continue;
        answers.drop();
        refused = queued.error();
        break;
    }
    CORE_TRY(Outcome outcome, answers.all());
    parts.budgets.tick(); // announces what was counted
    // What was queued before the store refused is booked; a repeat of the file counts only the rest.
    if (refused) return Unexpected{*refused};
    store::Transaction transaction;
    const Json body{{"sha256", command.digest}, {"counted", outcome.imported}, {"repeated", outcome.repeated}};
    transaction.audit.push_back(
        parts.audit(by, "usage.import", "file " + escapedForDisplay(command.source), jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    return outcome;
}

} // namespace greenward::engine
