#include "app/ctl/command_groups.h"
#include "app/ctl/tiering_tables.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>
#include <set>

namespace greenward::ctl {

namespace {

using engine::BatchRow;

struct TenantOption
{
    std::string tenant;
};
struct BatchOption
{
    std::string batch;
};
struct OptionalBatch
{
    std::optional<std::string> batch;
};
struct ApproveOptions
{
    std::string batch;
    std::string by;
    std::vector<std::string> only;
    std::string note;
};
struct RejectOptions
{
    std::string batch;
    std::string by;
    std::string reason;
};

Result<std::vector<BatchRow>> allBatches(Session &session)
{
    return session.ask([](engine::Engine &engine) { return engine.batches(); });
}

Result<int> showBatch(Session &session, BatchId id)
{
    CORE_TRY(const BatchRow row, session.query([id](engine::Engine &engine) { return engine.batch(id); }));
    session.show(engine::toJson(row), [&row](std::ostream &out) { printBatch(row, out); });
    return kDone;
}

Result<int> showDecision(Session &session, BatchId id)
{
    CORE_TRY(const BatchRow row, session.query([id](engine::Engine &engine) { return engine.batch(id); }));
    session.show(engine::toJson(row), [&row](std::ostream &out) { printDecision(row, out); });
    return kDone;
}

Result<int> showCold(Session &session, const TenantOption &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.tenants(); }));
    const auto row = std::ranges::find(rows, tenant, &engine::TenantRow::tenant);
    if (row == rows.end()) {
        return fail(ErrorCode::UnknownName, "tenant", "\"" + tenant.text() + "\" has no objects in the catalogue");
    }
    session.show(engine::toJson(*row), [&row](std::ostream &out) { printCold(*row, out); });
    return kDone;
}

Result<int> plan(Session &session, const TenantOption &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const engine::Outcome outcome, session.apply(engine::PlanBatch{tenant}));
    if (!outcome.plan) return fail(ErrorCode::Internal, "plan", "no plan came back");
    session.show(engine::toJson(*outcome.plan), [&outcome](std::ostream &out) { printPlan(*outcome.plan, out); });
    return kDone;
}

Result<int> listBatches(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, allBatches(session));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) { printBatches(rows, out); });
    return kDone;
}

/// Only what is over: the states that nothing leaves.
Result<int> showHistory(Session &session, const NoOptions &)
{
    CORE_TRY(auto rows, allBatches(session));
    static const std::set<std::string, std::less<>> over{"completed", "partly",  "failed",
                                                         "rejected",  "expired", "cancelled"};
    std::erase_if(rows, [](const BatchRow &row) { return !over.contains(row.state); });
    session.show(engine::toJson(rows), [&rows](std::ostream &out) { printBatches(rows, out); });
    return kDone;
}

Result<int> showOne(Session &session, const BatchOption &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    return showBatch(session, id);
}

Result<int> showObjects(Session &session, const BatchOption &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    CORE_CHECK(session.query([id](engine::Engine &engine) { return engine.batch(id); }));
    store::StateStore::MoveQuery query{.batch = id};
    std::vector<store::MoveRecord> all;
    while (true) { // page by page: the engine's thread is not kept from its work
        CORE_TRY(const auto page, session.query([&](engine::Engine &engine) { return engine.moves(query); }));
        if (page.empty()) break;
        query.after = page.back().id;
        all.insert(all.end(), page.begin(), page.end());
    }
    session.show(engine::toJson(all), [&all](std::ostream &out) { printMoves(all, out); });
    return kDone;
}

Result<std::vector<MoveId>> parseMoves(const std::vector<std::string> &texts)
{
    std::vector<MoveId> moves;
    for (const auto &text : texts) {
        CORE_TRY(const std::int64_t value, parseDecimal(text, 0, "only"));
        moves.push_back(MoveId{value});
    }
    return moves;
}

Result<int> approve(Session &session, const ApproveOptions &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    CORE_TRY(std::vector<MoveId> only, parseMoves(options.only));
    CORE_CHECK(session.apply(engine::ApproveBatch{id, std::move(only), options.note}, options.by));
    return showDecision(session, id);
}

Result<int> reject(Session &session, const RejectOptions &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    CORE_CHECK(session.apply(engine::RejectBatch{id, options.reason}, options.by));
    return showDecision(session, id);
}

bool mayRun(const BatchRow &row, Instant now)
{
    if (row.sourcesUntil && *row.sourcesUntil <= now) return true; // its sources may go
    return row.state != "planned" && row.state != "completed" && row.state != "partly" && row.state != "failed" &&
           row.state != "rejected" && row.state != "expired" && row.state != "cancelled";
}

bool wentWrong(const BatchRow &row)
{
    return row.failed > 0 || row.state == "failed" || row.state == "partly" || row.state == "paused";
}

/// A batch that paused by itself has not done what was asked: why, and what makes it go on.
void warnOfPauses(Session &session, const std::vector<BatchRow> &rows)
{
    for (const BatchRow &row : rows)
        if (row.state == "paused") {
            const std::string id = std::to_string(number(row.id));
            session.warn("batch " + id + " is paused" + (row.stateReason.empty() ? "" : ": " + row.stateReason) +
                         "; when that is mended, `greenwardctl tiering run " + id + "` moves the rest");
        }
}

/// Hands `command` in, then waits and shows how the batches of `ids` come along until nothing is at work.
Result<int> workOff(Session &session, engine::Command command, const std::vector<BatchId> &ids)
{
    CORE_TRY(const engine::Outcome begun, session.apply(std::move(command)));
    std::vector<BatchRow> rows;
    CORE_CHECK(session.waitUntilIdle([&](engine::Engine &engine) {
        rows.clear();
        for (const BatchId id : ids) {
            if (auto row = engine.batch(id)) rows.push_back(*std::move(row));
        }
        session.showProgress(progressLine(rows));
    }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        if (rows.empty()) {
            out << "Nothing ran.\n";
        } else {
            printBatches(rows, out);
        }
    });
    warnOfPauses(session, rows);
    return begun.refused > 0 || std::ranges::any_of(rows, wentWrong) ? kRefused : kDone;
}

Result<int> run(Session &session, const OptionalBatch &options)
{
    CORE_TRY(const auto id, parseOptional(options.batch, parseBatchId));
    session.collectInterrupts();
    std::vector<BatchId> ids;
    if (id) {
        ids.push_back(*id);
    } else {
        CORE_TRY(const auto rows, allBatches(session));
        CORE_TRY(const Instant now, session.ask([](engine::Engine &engine) { return engine.now(); }));
        for (const auto &row : rows) {
            if (mayRun(row, now)) ids.push_back(row.id);
        }
    }
    return workOff(session, engine::RunBatch{id}, ids);
}

Result<int> retry(Session &session, const BatchOption &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    session.collectInterrupts();
    return workOff(session, engine::RetryBatch{id}, {id});
}

Result<int> release(Session &session, const BatchOption &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    session.collectInterrupts();
    CORE_TRY(const int ended, workOff(session, engine::ReleaseNow{id}, {id}));
    CORE_TRY(const BatchRow row, session.query([id](engine::Engine &engine) { return engine.batch(id); }));
    if (row.sourcesWaiting > 0)
        session.warn(countWords(row.sourcesWaiting) + " of its sources are still there: " + row.stateReason);
    return row.sourcesWaiting > 0 ? kRefused : ended;
}

Result<int> cancel(Session &session, const BatchOption &options)
{
    CORE_TRY(const BatchId id, parseBatchId(options.batch));
    session.collectInterrupts();
    CORE_CHECK(session.apply(engine::CancelBatch{id}));
    CORE_CHECK(session.waitUntilIdle([](engine::Engine &) {}));
    return showDecision(session, id);
}

void declareTenant(CommandSyntax &command, TenantOption &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
}

void declareBatch(CommandSyntax &command, BatchOption &options)
{
    command.addOption("ID", options.batch, "The batch's number").required();
}

void declareApprove(CommandSyntax &command, ApproveOptions &options)
{
    command.addOption("ID", options.batch, "The batch's number").required();
    command.addOption("--by", options.by, "Who approves; stands in the audit log").required().typeName("NAME");
    command.addOption("--only", options.only, "Numbers of the objects to move; the rest leaves the batch")
        .delimiter(',')
        .typeName("MOVE,...");
    command.addOption("--note", options.note, "Why").typeName("TEXT");
}

void declareReject(CommandSyntax &command, RejectOptions &options)
{
    command.addOption("ID", options.batch, "The batch's number").required();
    command.addOption("--by", options.by, "Who rejects; stands in the audit log").required().typeName("NAME");
    command.addOption("--reason", options.reason, "Why").required().typeName("TEXT");
}

void addDecisions(CommandSyntax &group, Chosen &chosen)
{
    addCommand<ApproveOptions>(group, chosen, "approve", "Let a batch run", declareApprove, approve);
    addCommand<RejectOptions>(group, chosen, "reject", "Turn a batch down", declareReject, reject);
    addCommand<OptionalBatch>(
        group, chosen, "run", "Run an approved batch, or all that may run, and wait for the end",
        [](CommandSyntax &command, OptionalBatch &options) {
            command.addOption("ID", options.batch, "Only this batch");
        },
        run);
    addCommand<BatchOption>(group, chosen, "retry", "Put failed and waiting objects back to work", declareBatch, retry);
    addCommand<BatchOption>(group, chosen, "release", "End the grace time: release the sources now", declareBatch,
                            release);
    addCommand<BatchOption>(group, chosen, "cancel", "Stop a batch; what was switched stays switched", declareBatch,
                            cancel);
}

} // namespace

void addTieringCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("tiering", "Cold data: plan, approve, move");
    addCommand<TenantOption>(group, chosen, "cold", "What a tenant keeps, and what of it is cold", declareTenant,
                             showCold);
    addCommand<TenantOption>(group, chosen, "plan", "Plan a batch of cold objects, if it pays back", declareTenant,
                             plan);
    addCommand<NoOptions>(
        group, chosen, "batches", "All batches", [](CommandSyntax &, NoOptions &) {}, listBatches);
    addCommand<BatchOption>(group, chosen, "batch", "One batch with its figures", declareBatch, showOne);
    addCommand<BatchOption>(group, chosen, "objects", "The objects of a batch and how far each one is", declareBatch,
                            showObjects);
    addCommand<NoOptions>(
        group, chosen, "history", "Batches that are over", [](CommandSyntax &, NoOptions &) {}, showHistory);
    addDecisions(group, chosen);
}

} // namespace greenward::ctl
