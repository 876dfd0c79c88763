#pragma once

#include "tests/adapters/sqlite/crash_protocol.h"

#include <functional>
#include <optional>
#include <random>
#include <vector>

namespace greenward::tests::crash {

/// A directory in which writers are started, killed and checked, again and again.
class CrashSite final
{
public:
    CrashSite(std::filesystem::path directory, Conduct conduct);
    /// With the counters elsewhere, where the crash does not reach them.
    CrashSite(std::filesystem::path directory, Conduct conduct, std::filesystem::path counters);

    struct Ending
    {
        bool killed = false;
        int exitCode = -1; ///< when it was not killed
    };
    /// Starts a writer and kills it `afterUs` microseconds after it opened the store (or after its start, if `atOnce`);
    /// without a time it runs to its end. `environment` is added to the writer's.
    Ending run(std::int64_t stepsPerLane, std::optional<std::int64_t> afterUs, bool atOnce,
               const std::vector<std::string> &environment = {});

    /// The same with `strike` in place of the kill: whatever it does, the writer is killed after it. What counts is
    /// what was acknowledged before.
    Ending strike(std::int64_t afterUs, const std::function<void()> &strike);

    /// Opens the store, compares it with what the writer was told, and lists all that is wrong. An empty list: nothing
    /// acknowledged is missing, nothing is there twice or by half, and every figure is the sum of its parts.
    std::vector<std::string> check();

    std::int64_t durableSteps() const;

private:
    struct Found;
    void checkLane(const Found &found, std::size_t lane, std::vector<std::string> &problems);

    std::filesystem::path m_directory;
    Conduct m_conduct;
    std::filesystem::path m_counterFile;
    MappedCounters m_counters;
    std::array<std::int64_t, kLanes> m_durable{}; ///< as of the last check
};

} // namespace greenward::tests::crash
