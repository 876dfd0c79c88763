// Moves objects over random stacks of file systems, disturbs it at random, and looks what became of them.
//     greenward_stack_moves ROUNDS [--seed N] [--program PATH] [--calm]
// Round i plays seed N + i, so `1 --seed S` repeats the round with seed S; at which moment it is disturbed is chance
// all the same. Needs root, loop devices, mergerfs, bindfs and overlayfs (docs/reliability.md). Exit code 0: no fault.
#include "tests/support/child.h"
#include "tests/system/stacks/round.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace greenward::tests::stacks {
namespace {

struct Arguments
{
    std::uint64_t rounds = 0;
    std::uint64_t seed = static_cast<std::uint64_t>(::time(nullptr));
    std::string program = GREENWARD_CTL;
    RoundWish wish;
};

bool read(int count, char **words, Arguments &arguments)
{
    if (count < 2) return false;
    arguments.rounds = std::strtoull(words[1], nullptr, 10);
    for (int i = 2; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--calm")
            arguments.wish.calm = true;
        else if (word == "--seed" && i + 1 < count)
            arguments.seed = std::strtoull(words[++i], nullptr, 10);
        else if (word == "--program" && i + 1 < count)
            arguments.program = words[++i];
        else
            return false;
    }
    return arguments.rounds > 0;
}

void print(const Tally &tally)
{
    for (const auto &[what, count] : tally.counts)
        std::printf("%7d  %s\n", count, what.c_str());
    for (const auto &[reason, count] : tally.reasons)
        std::printf("%7d  %s\n", count, reason.c_str());
}

int play(const Arguments &arguments)
{
    const TemporaryDirectory home;
    Ground ground(home.path(), true);
    Tally tally;
    std::size_t told = 0;
    for (std::uint64_t i = 0; i < arguments.rounds; ++i) {
        RoundWish wish = arguments.wish;
        wish.hugeToo = (arguments.seed + i) % 16 == 0;
        try {
            Round(ground, arguments.program, arguments.seed + i, tally, wish).play();
        } catch (const std::exception &trouble) {
            tally.count("fault: harness");
            tally.faults.push_back("round-" + std::to_string(arguments.seed + i) + ": harness: " + trouble.what());
        }
        for (; told < tally.faults.size(); ++told)
            std::printf("%s\n", tally.faults[told].c_str());
        std::fflush(stdout);
    }
    std::printf("seeds %llu to %llu:\n", static_cast<unsigned long long>(arguments.seed),
                static_cast<unsigned long long>(arguments.seed + arguments.rounds - 1));
    print(tally);
    return tally.faults.empty() ? 0 : 1;
}

} // namespace
} // namespace greenward::tests::stacks

int main(int count, char **words)
{
    using namespace greenward::tests::stacks;
    Arguments arguments;
    if (!read(count, words, arguments)) {
        std::fprintf(stderr, "usage: greenward_stack_moves ROUNDS [--seed N] [--program PATH] [--calm]\n");
        return 2;
    }
    ::setenv("GREENWARD_OFFLINE", "1", 1); // NOLINT(concurrency-mt-unsafe): there is but one thread
    try {
        if (!greenward::tests::leaveMountNamespace()) throw std::runtime_error("cannot mount: run it as root");
        return play(arguments);
    } catch (const std::exception &trouble) {
        std::fprintf(stderr, "greenward_stack_moves: %s\n", trouble.what());
        return 3;
    }
}
