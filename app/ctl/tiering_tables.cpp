#include "app/ctl/tiering_tables.h"

#include "app/ctl/table.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <ostream>
#include <sstream>

namespace greenward::ctl {

namespace {

std::string breakEvenWords(const std::optional<std::int64_t> &days)
{
    if (!days) return "never";
    return countWords(static_cast<std::uint64_t>(*days)) + (*days == 1 ? " day" : " days");
}

std::string namesOf(const std::vector<BackendId> &ids)
{
    std::string names;
    for (const auto &id : ids)
        names += (names.empty() ? "" : ", ") + id.text();
    return names;
}

} // namespace

void printCold(const engine::TenantRow &row, std::ostream &out)
{
    FactSheet facts;
    facts.add("tenant", row.tenant.text());
    facts.add("all", objectsWords(row.objects, row.size));
    facts.add("cold", objectsWords(row.coldObjects, row.coldSize) + ", idle for " + durationText(row.policy.coldAfter) +
                          " or more");
    facts.add("movable", objectsWords(row.movableObjects, row.movableSize) + ", cold and on a backend below score " +
                             scoreWords(row.policy.targetScore));
    facts.print(out);
}

void printPlan(const engine::PlanOutcome &plan, std::ostream &out)
{
    out << escapedForDisplay(plan.summary) << '\n';
    for (const auto &item : plan.leftOut) {
        out << "left out: " << objectsWords(item.objects, item.size) << ": " << escapedForDisplay(item.reason) << '\n';
    }
    if (plan.batch) {
        const auto id = number(*plan.batch);
        out << "Look at it: greenwardctl tiering batch " << id << "; approve it: greenwardctl tiering approve " << id
            << " --by NAME\n";
    }
}

void printBatch(const engine::BatchRow &row, std::ostream &out)
{
    const engine::PlanFigures &figures = row.figures;
    FactSheet facts;
    facts.add("batch", std::to_string(number(row.id)) + ", " + nameWords(row.state) +
                           (row.stateReason.empty() ? "" : ": " + row.stateReason));
    facts.add("tenant", row.tenant.text());
    facts.add("way", namesOf(row.sources) + " to " + row.target.text());
    facts.add("planned", objectsWords(figures.objects, figures.size));
    facts.add("own cost", carbonWords(figures.ownCost) + " (" + carbonWords(figures.ownCostLow) + " to " +
                              carbonWords(figures.ownCostHigh) + ")");
    facts.add("saving", carbonWords(figures.savingPerYear) + " a year");
    facts.add("net saving", carbonWords(figures.netSaving) + " in " + std::to_string(figures.lifetimeYears) +
                                " years (at least " + carbonWords(figures.netSavingLow) + ")");
    facts.add("pays back", breakEvenWords(figures.breakEvenDays));
    facts.add("created", timeWords(row.createdAt) + " by " + row.createdBy);
    if (row.decidedAt) facts.add("decided", timeWords(row.decidedAt) + " by " + row.decidedBy);
    if (!row.note.empty()) facts.add("note", row.note);
    if (row.expiresAt) facts.add("lapses", timeWords(row.expiresAt));
    facts.add("moved", objectsWords(row.moved, row.movedSize) + ", " + countWords(row.failed) + " failed, " +
                           countWords(row.skipped) + " left alone");
    if (row.sourcesWaiting > 0)
        facts.add("sources", countWords(row.sourcesWaiting) + " still there" +
                                 (row.sourcesUntil ? ", kept until " + timeWords(row.sourcesUntil) : ""));
    facts.add("booked", carbonWords(row.booked));
    for (const auto &total : row.totals) {
        facts.add("  " + nameWords(store::moveStateName(total.state)),
                  objectsWords(total.objects, total.size) + " from " + total.source.text());
    }
    for (const auto &factor : row.factors)
        facts.add("factor", factor);
    for (const auto &error : row.lastErrors)
        facts.add("error", error);
    facts.add("plan", "sha256 " + row.planHash);
    facts.print(out);
}

void printBatches(const std::vector<engine::BatchRow> &rows, std::ostream &out)
{
    if (rows.empty()) {
        out << "No batches. Plan one: greenwardctl tiering plan TENANT\n";
        return;
    }
    std::vector<GramsCO2e> amounts;
    for (const auto &row : rows)
        amounts.push_back(row.figures.netSaving);
    const CarbonScale scale = CarbonScale::fitting(amounts);
    using enum Table::Align;
    Table table({{"BATCH", Right},
                 {"TENANT"},
                 {"STATE"},
                 {"TO"},
                 {"OBJECTS", Right},
                 {"SIZE", Right},
                 {"NET SAVING (" + std::string(scale.unit()) + ")", Right},
                 {"PAYS BACK", Right},
                 {"MOVED", Right},
                 {"FAILED", Right}});
    for (const auto &row : rows) {
        table.add({std::to_string(number(row.id)), row.tenant.text(), nameWords(row.state), row.target.text(),
                   countWords(row.figures.objects), sizeWords(row.figures.size), scale.number(row.figures.netSaving),
                   breakEvenWords(row.figures.breakEvenDays), countWords(row.moved), countWords(row.failed)});
    }
    table.print(out);
    for (const auto &row : rows) {
        if (row.stateReason.empty()) continue;
        out << "batch " << number(row.id) << ": " << escapedForDisplay(row.stateReason) << '\n';
    }
}

void printMoves(const std::vector<store::MoveRecord> &moves, std::ostream &out)
{
    using enum Table::Align;
    Table table({{"MOVE", Right}, {"STATE"}, {"SIZE", Right}, {"FROM"}, {"KEY"}, {"REASON"}});
    for (const auto &move : moves) {
        table.add({std::to_string(number(move.id)), nameWords(store::moveStateName(move.state)),
                   sizeWords(move.signature.size), move.source.text(), move.key.text(), move.reason});
    }
    table.print(out);
}

void printDecision(const engine::BatchRow &row, std::ostream &out)
{
    out << "Batch " << number(row.id) << " is " << nameWords(row.state);
    const bool decided =
        row.state == "approved" || row.state == "scheduled" || row.state == "waiting_window" || row.state == "rejected";
    if (decided && !row.decidedBy.empty()) out << " by " << escapedForDisplay(row.decidedBy);
    if (row.state == "approved" && row.expiresAt) {
        out << " until " << timeWords(row.expiresAt) << "; run it: greenwardctl tiering run " << number(row.id);
    }
    if (!decided && !row.stateReason.empty()) out << ": " << escapedForDisplay(row.stateReason);
    out << '\n';
}

std::string progressLine(const std::vector<engine::BatchRow> &rows)
{
    std::ostringstream line;
    for (const auto &row : rows) {
        if (row.state != "running") continue;
        if (line.tellp() > 0) line << "; ";
        line << "batch " << number(row.id) << ": " << countWords(row.moved) << " of " << countWords(row.figures.objects)
             << " objects, " << sizeWords(row.movedSize) << ", " << rateWords(row.bytesPerSecond);
        if (row.eta) line << ", " << spanWords(*row.eta) << " left";
    }
    return line.str();
}

} // namespace greenward::ctl
