#include "app/ctl/placement_query.h"
#include "app/ctl/placement_tables.h"
#include "core/base/time_text.h"
#include "core/engine/json/placement_json.h"
#include "core/engine/json/rows_json.h"
#include "core/placement/score.h"

#include <algorithm>
#include <future>
#include <ostream>

namespace greenward::ctl {

namespace {

struct ScoresOptions
{
    std::optional<std::string> rankBy;
};
struct DecisionOption
{
    std::string id;
};
struct DecisionsOptions
{
    std::string limit = "20";
};
struct RankingOption
{
    std::optional<std::string> rankBy;
};

Result<int> showScores(Session &session, const ScoresOptions &options)
{
    CORE_TRY(const auto rankBy, parseOptional(options.rankBy, placement::parseRankBy));
    CORE_TRY(auto rows, session.ask([](engine::Engine &engine) { return engine.backends(); }));
    if (rankBy)
        std::ranges::stable_sort(
            rows, [&](const auto &a, const auto &b) { return placement::ranksBefore(a.scored, b.scored, *rankBy); });
    const bool literal = rankBy == placement::RankBy::Literal;
    session.show(engine::toJson(rows), [&](std::ostream &out) { printScores(rows, literal, out); });
    return kDone;
}

Result<void> fillCandidates(Session &session, placement::Query &query)
{
    if (!query.candidates.empty()) return {};
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.backends(); }));
    for (const auto &row : rows)
        query.candidates.push_back(row.scored.spec.id);
    return {};
}

/// Asks and waits; the engine ends the wait by itself.
Result<placement::Decision> choose(Session &session, const placement::Query &query, std::chrono::seconds wait)
{
    using Answer = Result<placement::Decision>;
    const auto promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    CORE_TRY(const Actor by, Actor::parse(session.world().user));
    CORE_CHECK(session.query([&](engine::Engine &engine) {
        return engine.choosePlacement(query, wait, by,
                                      [promise](Answer decision) { promise->set_value(std::move(decision)); });
    }));
    return answer.get();
}

Result<int> runChoose(Session &session, const ChooseOptions &options)
{
    CORE_TRY(placement::Query query, queryOf(options));
    CORE_TRY(const std::chrono::seconds wait, parseDuration(options.asking.wait, "wait"));
    prepareAsking(session, options.asking);
    CORE_CHECK(fillCandidates(session, query));
    const auto decide = [&]() -> Result<placement::Decision> {
        if (options.whatIf) return session.query([&](engine::Engine &engine) { return engine.weighPlacement(query); });
        return choose(session, query, options.asking.stored ? std::chrono::seconds{0} : wait);
    };
    CORE_TRY(const placement::Decision decision, decide());
    session.show(engine::decisionJson(decision), [&](std::ostream &out) { printDecision(decision, out); });
    return decision.chosen() ? kDone : kRefused;
}

Result<placement::Decision> decisionOf(Session &session, const std::string &text)
{
    CORE_TRY(const DecisionId id, parseDecisionId(text));
    return session.query([&](engine::Engine &engine) { return engine.decision(id); });
}

Result<int> explainDecision(Session &session, const DecisionOption &options)
{
    CORE_TRY(const placement::Decision decision, decisionOf(session, options.id));
    const placement::Explanation explanation = placement::explain(decision);
    Json json = engine::decisionJson(decision);
    json["explanation"] = placement::toJson(explanation, decision.rankedBy);
    session.show(json, [&](std::ostream &out) { printExplanation(decision, explanation, out); });
    return explanation.reproduced ? kDone : kRefused;
}

/// The same question asked today. Nothing is kept.
Result<int> recomputeDecision(Session &session, const DecisionOption &options)
{
    CORE_TRY(const placement::Decision before, decisionOf(session, options.id));
    CORE_TRY(const placement::Decision now,
             session.query([&](engine::Engine &engine) { return engine.weighPlacement(before.query); }));
    const auto nameOf = [](const placement::Decision &decision) {
        return decision.chosen() ? decision.chosen()->scored.spec.id.text() : std::string("nobody");
    };
    const bool same = nameOf(before) == nameOf(now);
    session.show({{"same_choice", same}, {"then", engine::decisionJson(before)}, {"now", engine::decisionJson(now)}},
                 [&](std::ostream &out) {
                     out << "Then:\n";
                     printDecision(before, out);
                     out << "\nNow:\n";
                     printDecision(now, out);
                     out << '\n' << (same ? "The choice is the same.\n" : "Today the choice would be another one.\n");
                 });
    return kDone;
}

Result<int> listDecisions(Session &session, const DecisionsOptions &options)
{
    CORE_TRY(const int limit, parseCount(options.limit, 1, 10'000, "limit"));
    CORE_TRY(const auto rows, session.query([&](engine::Engine &engine) {
        return engine.decisions({}, static_cast<std::size_t>(limit));
    }));
    session.show(engine::toJson(rows), [&](std::ostream &out) { printDecisions(rows, out); });
    return kDone;
}

Result<int> ranking(Session &session, const RankingOption &options)
{
    CORE_TRY(const auto wanted, parseOptional(options.rankBy, placement::parseRankBy));
    if (wanted) CORE_CHECK(session.apply(engine::SetPlacementRanking{*wanted}));
    CORE_TRY(const auto now, session.ask([](engine::Engine &engine) { return engine.placementRanking(); }));
    session.show({{"rank_by", placement::rankByName(now)}},
                 [&](std::ostream &out) { out << "Backends rank by " << placement::rankByName(now) << ".\n"; });
    return kDone;
}

void declareDecision(CommandSyntax &command, DecisionOption &options)
{
    command.addOption("DECISION", options.id, "The decision's number").required();
}

} // namespace

void addPlacementCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("placement", "Where data should lie, and why");
    addCommand<ScoresOptions>(
        group, chosen, "scores", "Green scores with their four parts, best first",
        [](CommandSyntax &command, ScoresOptions &options) {
            command.addOption("--rank-by", options.rankBy, "score, footprint or literal; default: as set")
                .typeName("WHAT");
        },
        showScores);
    addCommand<ChooseOptions>(group, chosen, "choose", "Which backend should take this data? Exit code 1: none may",
                              declareQuery, runChoose);
    addCommand<DecisionsOptions>(
        group, chosen, "decisions", "Decisions that were taken, newest first",
        [](CommandSyntax &command, DecisionsOptions &options) {
            command.addOption("--limit", options.limit, "How many; default 20").typeName("N");
        },
        listDecisions);
    addCommand<DecisionOption>(group, chosen, "explain", "Why a decision is what it is, and what would change it",
                               declareDecision, explainDecision);
    addCommand<DecisionOption>(group, chosen, "recompute", "The same question with today's figures; keeps nothing",
                               declareDecision, recomputeDecision);
    addCommand<RankingOption>(
        group, chosen, "ranking", "What backends rank by: shows it, or sets it",
        [](CommandSyntax &command, RankingOption &options) {
            command.addOption("WHAT", options.rankBy, "score, footprint or literal (compatibility)");
        },
        ranking);
}

} // namespace greenward::ctl
