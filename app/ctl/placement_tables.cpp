#include "app/ctl/placement_tables.h"

#include "app/ctl/table.h"
#include "app/ctl/words.h"
#include "core/placement/score.h"

#include <ostream>

namespace greenward::ctl {
namespace {

using enum Table::Align;

CarbonScale scaleOf(const std::vector<placement::Candidate> &candidates)
{
    std::vector<GramsCO2e> amounts;
    for (const auto &candidate : candidates)
        amounts.push_back(candidate.estimate.total.grams);
    return CarbonScale::fitting(amounts);
}

void printRanked(const placement::Decision &decision, std::ostream &out)
{
    const CarbonScale scale = scaleOf(decision.ranked);
    const std::string unit(scale.unit());
    Table table({{"BACKEND"},
                 {"SCORE", Right},
                 {"G/TB-MONTH", Right},
                 {"WRITE " + unit, Right},
                 {"REST " + unit, Right},
                 {"NETWORK " + unit, Right},
                 {"TOTAL " + unit, Right},
                 {"BAND " + unit, Right},
                 {"G/KWH", Right},
                 {"INTENSITY FROM"}});
    for (const auto &candidate : decision.ranked) {
        const placement::Estimate &made = candidate.estimate;
        table.add({candidate.scored.spec.id.text(),
                   scoreWords(decision.rankedBy == placement::RankBy::Literal ? candidate.literal
                                                                              : candidate.scored.score.total),
                   ratioWords(candidate.scored.perTerabyteMonth.micrograms(), 2), scale.number(made.write.grams),
                   scale.number(made.rest.grams), scale.number(made.network.grams), scale.number(made.total.grams),
                   scale.number(made.total.low) + " - " + scale.number(made.total.high),
                   candidate.scored.intensity.value.gramsText(),
                   nameWords(originName(candidate.scored.intensity.origin))});
    }
    table.print(out);
}

void printLeftOut(const placement::Decision &decision, std::ostream &out)
{
    for (const auto &candidate : decision.excluded)
        for (const std::string &reason : candidate.unmet)
            out << "Excluded: " << candidate.scored.spec.id.text() << " " << reason << ".\n";
    for (const auto &one : decision.notRated)
        out << "Not rated: " << one.backend.text() << ": " << one.reason << ".\n";
    for (const std::string &warning : decision.warnings)
        out << "Note: " << warning << ".\n";
}

} // namespace

void printScores(const std::vector<engine::BackendRow> &rows, bool literal, std::ostream &out)
{
    std::vector<GramsCO2e> amounts;
    for (const auto &row : rows)
        amounts.push_back(row.scored.perTerabyteMonth);
    const CarbonScale scale = CarbonScale::fitting(amounts);
    std::vector<Table::Column> columns{{"BACKEND"},
                                       {"SCORE", Right},
                                       {"RENEWABLE/40", Right},
                                       {"GRID/30", Right},
                                       {"PUE/20", Right},
                                       {"WATER/10", Right},
                                       {std::string(scale.unit()) + "/TB-MONTH", Right},
                                       {"G/KWH", Right},
                                       {"INTENSITY FROM"}};
    if (literal) columns.push_back({"LITERAL", Right});
    Table table(std::move(columns));
    for (const auto &row : rows) {
        const bus::ScoredBackend &scored = row.scored;
        const bus::GreenScore &score = scored.score;
        table.add({scored.spec.id.text(), scoreWords(score.total), scoreWords(score.renewable),
                   scoreWords(score.intensity), scoreWords(score.pue),
                   scoreWords(score.water) + (score.waterKnown ? "" : "?"), scale.number(scored.perTerabyteMonth),
                   scored.intensity.value.gramsText(), nameWords(originName(scored.intensity.origin)),
                   scoreWords(placement::literalScoreCompat(placement::inputOf(scored.spec, scored.intensity)))});
    }
    table.print(out);
    out << "The score ranks; it is no emission factor. A ? marks water that is not known and counts 5.\n";
    if (literal) out << "LITERAL is the formula as printed, unclamped: for comparison with other implementations.\n";
}

void printDecision(const placement::Decision &decision, std::ostream &out)
{
    const placement::Candidate *chosen = decision.chosen();
    if (number(decision.id) != 0) out << "Decision " << number(decision.id) << ": ";
    out << (chosen ? chosen->scored.spec.id.text() : "nobody") << ", ranked by "
        << placement::rankByName(decision.rankedBy) << " under the " << signalName(decision.signal) << " signal"
        << (decision.provisional ? ", provisional" : "") << ". " << sizeWords(decision.query.size) << " for "
        << decision.query.months << (decision.query.months == 1 ? " month.\n" : " months.\n");
    if (chosen) printRanked(decision, out);
    printLeftOut(decision, out);
}

void printDecisions(const std::vector<engine::DecisionRow> &rows, std::ostream &out)
{
    if (rows.empty()) {
        out << "No decision has been taken yet; see greenwardctl placement choose --help.\n";
        return;
    }
    Table table({{"DECISION", Right},
                 {"AT"},
                 {"BY"},
                 {"CHOSEN"},
                 {"TENANT"},
                 {"SIZE", Right},
                 {"MONTHS", Right},
                 {"SCORE", Right},
                 {"ESTIMATED", Right},
                 {"SIGNAL"},
                 {"RANKED BY"}});
    for (const auto &row : rows)
        table.add({std::to_string(number(row.id)), timeWords(row.at), row.by, row.chosen ? row.chosen->text() : "-",
                   row.tenant ? row.tenant->text() : "-", sizeWords(row.size), std::to_string(row.months),
                   row.chosen ? scoreWords(row.score) : "-", row.chosen ? carbonWords(row.estimated) : "-",
                   std::string(signalName(row.signal)) + (row.provisional ? ", provisional" : ""), row.rankedBy});
    table.print(out);
}

void printExplanation(const placement::Decision &decision, const placement::Explanation &explanation, std::ostream &out)
{
    printDecision(decision, out);
    out << '\n' << explanation.words << "\n\n";
    for (const auto &comparison : explanation.comparisons)
        out << comparison.words << ".\n";
    if (!explanation.flips.empty()) {
        out << "\nWhat would change the choice, all else the same:\n";
        Table table({{"BACKEND"}, {"INPUT"}, {"FROM", Right}, {"TO", Right}, {"THEN CHOSEN"}});
        for (const auto &flip : explanation.flips)
            table.add({flip.backend.text(), std::string(placement::inputName(flip.input)), flip.from, flip.to,
                       flip.winner.text()});
        table.print(out);
    }
    out << "\nLowest footprint under other published coefficients at rest:\n";
    for (const auto &one : explanation.sensitivity)
        out << "  " << one.winner.text() << ", " << placement::roundedGrams(one.perTerabyteMonth) << "/TB-month ("
            << one.coefficients << ")" << (one.same ? "" : "  <- another one") << '\n';
    out << "\nFigures used:\n";
    for (const std::string &line : placement::coefficientLines(decision))
        out << "  " << line << '\n';
    out << (explanation.reproduced ? "Worked out again from what was kept: the same order and the same figures.\n"
                                   : "Worked out again from what was kept: NOT the same; the record was changed.\n");
}

} // namespace greenward::ctl
