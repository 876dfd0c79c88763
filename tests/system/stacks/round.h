#pragma once

#include "tests/system/stacks/product.h"
#include "tests/system/stacks/verdict.h"

#include <chrono>
#include <optional>

namespace greenward::tests::stacks {

/// What a round is made of, where chance does not decide.
struct RoundWish
{
    std::optional<Relation> relation;
    bool hugeToo = false; ///< may have a sparse object of a GiB
    bool calm = false;    ///< no kills, cuts, changes
};

/// One batch, or two, over a random stack of file systems, disturbed at random moments, and what became of it.
class Round final
{
public:
    Round(Ground &ground, std::string program, std::uint64_t seed, Tally &tally, RoundWish wish = {});
    void play();

private:
    enum class Story { Pair, Opposing, Chain };

    bool registerPlaces();
    bool planBatch();
    /// Runs `words` and does something bad to it meanwhile.
    void disturbed(const std::vector<std::string> &words);
    void strike();
    void mend(const std::string &when);
    /// Until nothing more happens.
    void finish();
    void turnRound();
    void lastCut();
    void checkAll(const std::string &when);

    Dice m_dice;
    Tally &m_tally;
    RoundWish m_wish;
    std::string m_name;
    Relation m_relation;
    Story m_story = Story::Pair;
    Scene m_scene;
    Product m_product;
    Verdict m_verdict;
    std::vector<int> m_batches;
    std::string m_leftOut; ///< what planning said about what it did not plan
    std::string m_refusal; ///< what the last run said
    std::string m_history; ///< what was done to it, for whoever reads of a fault
};

} // namespace greenward::tests::stacks
