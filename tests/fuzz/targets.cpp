#include "tests/fuzz/targets.h"

#include <array>
#include <cstdlib>

namespace greenward::fuzz {

std::span<const NamedTarget> allTargets()
{
    static constexpr std::array kTargets{
        NamedTarget{"replay_lines", replayLines}, NamedTarget{"budget_book", budgetBook},
        NamedTarget{"quantities", quantities},    NamedTarget{"times", times},
        NamedTarget{"documents", documents},      NamedTarget{"grid_answers", gridAnswers},
        NamedTarget{"signal_file", signalFile},   NamedTarget{"json_reader", jsonReader},
    };
    return kTargets;
}

void require(bool holds)
{
    if (!holds) std::abort();
}

} // namespace greenward::fuzz
