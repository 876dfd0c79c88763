// A target that fills while a batch runs, and a data directory that fills under a program that stays.
#include "app/composition/compose.h"
#include "core/budget/ledger.h"
#include "core/units/ids.h"
#include "tests/support/child.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

#include <sys/mount.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr long kMebibyte = 1 << 20;

bool resize(const fs::path &mounted, long bytes)
{
    const std::string size = "size=" + std::to_string(bytes);
    return ::mount("tmpfs", mounted.c_str(), "tmpfs", MS_REMOUNT, size.c_str()) == 0;
}

/// Ends the story with a sentence when something is not as it should be.
void expect(bool holds, const std::string &otherwise)
{
    if (!holds) throw std::runtime_error(otherwise);
}

class FullDisks : public testing::Test
{
protected:
    Finished ctl(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {GREENWARD_CTL, "--data-dir", data().string()});
        return runProgram(words);
    }
    void good(const std::vector<std::string> &words) const
    {
        const Finished finished = ctl(words);
        expect(finished.exitCode == 0, words[0] + " " + words.back() + ": " + finished.err);
    }
    fs::path data() const { return m_root.path() / "data"; }
    fs::path brown() const { return m_root.path() / "brown"; }
    fs::path green() const { return m_root.path() / "green"; }

    TemporaryDirectory m_root;
};

std::size_t filesBelow(const fs::path &directory)
{
    std::size_t count = 0;
    if (fs::exists(directory))
        for (const auto &entry : fs::recursive_directory_iterator(directory))
            count += entry.is_regular_file() ? 1U : 0U;
    return count;
}

TEST_F(FullDisks, A9_aBatchPausedByAFullTargetFailsAndResumesWithWhatIsLeft)
{
    // Files of 5,000 bytes take two pages, so the batch seems to fit and does not.
    constexpr unsigned kFiles = 300;
    const auto problem = inChild([this]() -> std::string {
        for (unsigned i = 0; i < kFiles; ++i)
            plantFile(brown() / "acme" / std::to_string(i), 5'000, i, 90);
        fs::create_directories(green());
        expect(mountPrivately(green().string(), 2 * kMebibyte, false), "no mounts here");
        good({"backend", "add", "brown", "--path", brown().string(), "--region", "PL", "--pue", "1.6"});
        good({"backend", "add", "green", "--path", green().string(), "--region", "SE", "--renewable", "98"});
        good({"policy", "set", "acme", "--grace", "0", "--target-score", "60", "--concurrency", "1"});
        good({"scan"});
        good({"tiering", "plan", "acme"});
        good({"tiering", "approve", "1", "--by", "Ada Operator"});

        const Finished paused = ctl({"tiering", "run", "1"});
        expect(paused.exitCode == 1, "a batch that stopped half way ended with " + std::to_string(paused.exitCode));
        expect(paused.err.find("batch 1 is paused") != std::string::npos &&
                   paused.err.find("greenwardctl tiering run 1") != std::string::npos,
               "why and what now: " + paused.err);
        const Finished shown = ctl({"--json", "tiering", "batch", "1"});
        const Json batch = Json::parse(shown.out, nullptr, false);
        expect(batch.value("state", "") == "paused", shown.out);
        const std::size_t left = filesBelow(brown() / "acme");
        expect(left > 20 && left < kFiles - 20, std::to_string(left) + " are left");

        const Finished stillFull = ctl({"tiering", "run", "1"});
        expect(stillFull.exitCode == 1, "still full, and it ended with " + std::to_string(stillFull.exitCode));
        const Finished all = ctl({"tiering", "run"});
        expect(all.exitCode == 1, "of all batches none ran, and it ended with " + std::to_string(all.exitCode));

        // Room for what is left, but by far not for the whole batch again.
        expect(resize(green(), 2 * kMebibyte + static_cast<long>(left) * 8'192 + 200'000), "cannot make room");
        const Finished resumed = ctl({"tiering", "run", "1"});
        expect(resumed.exitCode == 0, "with room again: " + resumed.err + resumed.out);
        expect(filesBelow(brown() / "acme") == 0 && filesBelow(green() / "acme") == kFiles, "not all moved");
        good({"audit", "verify"});
        return "";
    });
    EXPECT_EQ(problem, std::nullopt);
}

/// Waits for a fact while the engine ticks, as its thread has it do without being asked.
bool becomes(engine::EngineHost &host, const std::function<bool(engine::Engine &)> &fact)
{
    std::promise<void> never;
    const std::future<void> patience = never.get_future();
    for (int looks = 0; looks < 600; ++looks) {
        if (host.ask(fact)) return true;
        patience.wait_for(std::chrono::milliseconds(100));
    }
    return false;
}

bool admits(engine::EngineHost &host, const TenantId &tenant)
{
    return host.ask([&](engine::Engine &engine) {
        budget::Ledger &ledger = engine.ledger();
        return ledger.canProceed(ledger.open(tenant), GramsCO2e::fromMicrograms(1), engine.now());
    });
}

TEST_F(FullDisks, A9_aProgramThatStaysGoesOnWhenThereIsRoomAgain)
{
    const auto problem = inChild([this]() -> std::string {
        fs::create_directories(data());
        expect(mountPrivately(data().string(), 3 * kMebibyte, false), "no mounts here");
        fs::permissions(data(), fs::perms::owner_all);
        auto host = app::openEngine({.directory = data(), .program = "test"});
        expect(host.has_value(), "cannot open: " + (host ? "" : host.error().detail));
        const Actor ada = Actor::parse("ada").value();
        const TenantId acme = TenantId::parse("acme").value();
        const auto setLimit = [&](std::int64_t grams) {
            return (*host)->ask([&](engine::Engine &engine) {
                return engine.apply(engine::SetBudget{.tenant = acme,
                                                      .limit = GramsCO2e::fromMicrograms(grams * 1'000'000),
                                                      .period = PeriodKind::Day},
                                    ada);
            });
        };
        const auto limit = [&] {
            return (*host)->ask([&](engine::Engine &engine) { return engine.budget(acme).limit; });
        };
        expect(setLimit(5).has_value(), "the first budget");
        std::int64_t last = 5;
        for (int round = 0; round < 2; ++round) {
            std::ofstream ballast(data() / "ballast", std::ios::binary);
            while (ballast.write(std::string(4096, 'x').data(), 4096).flush()) {
            }
            ballast.close();
            while (setLimit(last + 1))
                expect(++last < 100'000, "the disk never filled");
            const auto full = setLimit(last + 1);
            expect(!full && full.error().code == ErrorCode::NoSpace, "the error is another one");
            expect(limit() == GramsCO2e::fromMicrograms(last * 1'000'000), "a refused budget shows");
            const auto banner = (*host)->ask([](engine::Engine &engine) { return engine.status().problem; });
            expect(banner.find("is full") != std::string::npos, "the banner: " + banner);
            expect(!admits(**host, acme), "admitted while nothing can be recorded");

            fs::remove(data() / "ballast");
            expect(becomes(**host, [](engine::Engine &engine) { return engine.status().problem.empty(); }),
                   "the banner stays although there is room");
            const auto set = setLimit(++last);
            expect(set.has_value(), "refused with room: " + (set ? "" : set.error().detail));
            expect(limit() == GramsCO2e::fromMicrograms(last * 1'000'000), "the budget does not show");
            expect(admits(**host, acme), "nobody is admitted although there is room");
        }
        host->reset();
        const Finished verified = ctl({"audit", "verify"});
        expect(verified.exitCode == 0, verified.out + verified.err);
        const Finished shown = ctl({"--json", "budget", "show", "acme"});
        expect(Json::parse(shown.out, nullptr, false).value("limit_g", 0) == last, shown.out);
        return "";
    });
    EXPECT_EQ(problem, std::nullopt);
}

} // namespace
} // namespace greenward::tests
