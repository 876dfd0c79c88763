// What an operator meets at night: a clock that jumped, a place that is gone, a batch to call off, sources that stay.
#include "tests/support/child.h"
#include "tests/support/json_program.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include <sys/mount.h>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kObjects = 6;

std::size_t filesOf(const fs::path &tenant)
{
    std::size_t count = 0;
    std::error_code none;
    for (const auto &entry : fs::recursive_directory_iterator(tenant, none))
        count += entry.is_regular_file() ? 1U : 0U;
    return count;
}

class CliOperate : public testing::Test
{
protected:
    CliOperate()
    {
        fs::create_directories(hot());
        fs::create_directories(green());
        for (unsigned i = 0; i < kObjects; ++i)
            plantFile(hot() / "acme" / ("file-" + std::to_string(i)), 100'000, i, 60);
        ctl.answer({"backend", "add", "hot", "--path", hot().string(), "--region", "PL", "--renewable", "20"});
        ctl.answer({"backend", "add", "green", "--path", green().string(), "--region", "SE", "--renewable", "98",
                    "--pue", "1.1"});
        ctl.answer({"scan"});
    }
    fs::path hot() const { return m_root.path() / "hot"; }
    fs::path green() const { return m_root.path() / "green"; }
    fs::path data() const { return m_root.path() / "data"; }

    void approveWithGrace(const std::string &grace)
    {
        ctl.answer({"policy", "set", "acme", "--grace", grace, "--target-score", "60", "--cold-after", "1d"});
        ctl.answer({"tiering", "plan", "acme"});
        ctl.answer({"tiering", "approve", "1", "--by", "Ada Operator"});
    }
    Json batch() const { return ctl.answer({"tiering", "batch", "1"}); }
    std::string textOf(const Json &json, const char *name) const
    {
        return json.at(name).is_string() ? json.at(name).get<std::string>() : std::string();
    }
    /// For people, with what a machine leaves out.
    Finished plain(std::vector<std::string> words, const std::vector<std::string> &prefix = {}) const
    {
        std::vector<std::string> all = prefix;
        all.insert(all.end(), {GREENWARD_CTL, "--data-dir", data().string()});
        all.insert(all.end(), words.begin(), words.end());
        return runProgram(all);
    }
    static std::vector<std::string> aheadBy(std::chrono::milliseconds time)
    {
        return {"/usr/bin/env", std::string("LD_PRELOAD=") + HELD_CLOCK,
                "AHEAD_CLOCK_MS=" + std::to_string(time.count()), "ASAN_OPTIONS=verify_asan_link_order=0"};
    }

    TemporaryDirectory m_root;
    JsonProgram ctl{{GREENWARD_CTL, "--data-dir", data().string(), "--json"}};
};

TEST_F(CliOperate, A_aClockThatJumpedEndsNoGraceTimeAndIsToldAtOnce)
{
    approveWithGrace("7d");
    ctl.answer({"tiering", "run", "1"});
    for (int turn = 0; turn < 2; ++turn) {
        const Finished told = plain({"tiering", "run"}, aheadBy(8 * 24h));
        EXPECT_THAT(told.err, HasSubstr("jumped forward")) << "turn " << turn << ": " << told.out;
        EXPECT_EQ(filesOf(hot() / "acme"), kObjects) << "turn " << turn;
    }
    const Finished doctor = plain({"doctor"}, aheadBy(8 * 24h));
    EXPECT_EQ(doctor.exitCode, 1);
    EXPECT_THAT(doctor.out, HasSubstr("jumped forward"));
    EXPECT_THAT(plain({"doctor"}).out, Not(HasSubstr("jumped"))) << "and is over with it";
    EXPECT_EQ(filesOf(hot() / "acme"), kObjects);
}

TEST_F(CliOperate, A9_sourcesWhoseTimeIsOverAreToldAndReleasedByARun)
{
    approveWithGrace("1s");
    const Json ran = ctl.answer({"tiering", "run", "1"});
    EXPECT_EQ(ran.at(0).at("sources_waiting"), kObjects);
    EXPECT_TRUE(ran.at(0).at("sources_until").is_string()) << ran;
    EXPECT_THAT(textOf(ran.at(0), "state_reason"), HasSubstr("kept for their grace time, until 20"));
    std::string doctor;
    for (int looks = 0; looks < 200 && doctor.find("greenwardctl tiering run") == std::string::npos; ++looks)
        doctor = plain({"doctor"}).out;
    EXPECT_THAT(doctor, HasSubstr("greenwardctl tiering run")) << "it is told";
    EXPECT_EQ(filesOf(hot() / "acme"), kObjects) << "but no program runs that could";
    const Json released = ctl.answer({"tiering", "run"});
    EXPECT_EQ(filesOf(hot() / "acme"), 0U);
    EXPECT_EQ(released.at(0).at("sources_waiting"), 0) << released;
    EXPECT_EQ(filesOf(green() / "acme"), kObjects);
    EXPECT_THAT(ctl.answer({"audit", "list"}).dump(), HasSubstr("batch.settle"));
    EXPECT_THAT(plain({"doctor"}).out, Not(HasSubstr("batch 1")));
    EXPECT_THAT(ctl.answer({"tiering", "run"}), IsEmpty()) << "nothing is left to run";
}

TEST_F(CliOperate, A9_aSourceThatStaysIsNoSuccess)
{
    approveWithGrace("1d");
    ctl.answer({"tiering", "run", "1"});
    EXPECT_EQ(batch().at("state"), "completed");
    std::ofstream(hot() / "acme" / "file-2", std::ios::app) << "used again";
    const Finished released = plain({"tiering", "release", "1"});
    EXPECT_EQ(released.exitCode, 1) << released.out << released.err;
    EXPECT_EQ(filesOf(hot() / "acme"), 1U);
    EXPECT_EQ(batch().at("state"), "partly");
    EXPECT_THAT(textOf(batch(), "state_reason"), HasSubstr("1 source stays"));
}

TEST_F(CliOperate, A9_whatWasLeftAloneIsNoSuccess)
{
    approveWithGrace("1d");
    for (const char *gone : {"file-0", "file-1", "file-2"})
        fs::remove(hot() / "acme" / gone);
    const Finished ran = plain({"tiering", "run", "1"});
    EXPECT_EQ(ran.exitCode, 1) << ran.out << ran.err;
    EXPECT_EQ(batch().at("state"), "partly");
    EXPECT_EQ(batch().at("skipped_objects"), 3);
}

TEST_F(CliOperate, A9_whoCallsABatchOffStandsInTheAuditLog)
{
    approveWithGrace("0");
    fs::rename(hot(), m_root.path() / "unplugged");
    EXPECT_EQ(plain({"tiering", "run", "1"}).exitCode, 1);
    ASSERT_EQ(batch().at("state"), "paused") << batch();
    EXPECT_THAT(textOf(batch(), "state_reason"), HasSubstr("backend hot"));
    const Finished cancelled = plain({"tiering", "cancel", "1"});
    EXPECT_EQ(cancelled.exitCode, 0) << cancelled.err;
    EXPECT_THAT(cancelled.out, Not(HasSubstr("Ada Operator")));
    EXPECT_EQ(batch().at("state"), "cancelled");
    EXPECT_THAT(textOf(batch(), "state_reason"), HasSubstr("stopped by"));
    EXPECT_THAT(ctl.answer({"audit", "list"}).dump(), HasSubstr("batch.cancel"));
    const Finished removed = plain({"backend", "remove", "hot"});
    EXPECT_EQ(removed.exitCode, 0) << removed.err;
    EXPECT_THAT(removed.err, HasSubstr("cannot be reached"));
    EXPECT_THAT(removed.err, HasSubstr("6 objects"));
    EXPECT_EQ(plain({"backend", "remove", "green"}).exitCode, 0);
    EXPECT_FALSE(fs::exists(green() / ".greenward-backend"));
}

TEST_F(CliOperate, A9_aBatchIsCalledOffThoughItsTargetIsGoneForGood)
{
    approveWithGrace("0");
    fs::rename(hot(), m_root.path() / "unplugged");
    EXPECT_EQ(plain({"tiering", "run", "1"}).exitCode, 1);
    fs::rename(m_root.path() / "unplugged", hot());
    fs::remove_all(green());
    const Finished cancelled = plain({"tiering", "cancel", "1"});
    EXPECT_EQ(cancelled.exitCode, 0) << cancelled.err;
    EXPECT_EQ(batch().at("state"), "cancelled");
    EXPECT_EQ(plain({"backend", "remove", "green"}).exitCode, 0);
    EXPECT_EQ(filesOf(hot() / "acme"), kObjects);
}

TEST_F(CliOperate, A9_aBackendInUseStaysWholeAndSaysByWhat)
{
    approveWithGrace("1d");
    ctl.answer({"tiering", "run", "1"});
    for (const char *backend : {"hot", "green"}) {
        const Json refused = ctl.error({"backend", "remove", backend}, 1);
        EXPECT_THAT(refused.dump(), HasSubstr("sources of batch 1 wait to be removed"));
        ctl.answer({"backend", "show", backend});
        EXPECT_EQ(ctl.answer({"scan", backend}).at(0).at("complete"), true) << "registered as before";
    }
}

TEST_F(CliOperate, A9_aStartThatIsRefusedLeavesItsReason)
{
    approveWithGrace("0");
    fs::rename(green(), m_root.path() / "unplugged");
    EXPECT_NE(plain({"tiering", "run", "1"}).exitCode, 0);
    EXPECT_EQ(batch().at("state"), "approved");
    EXPECT_NE(textOf(batch(), "state_reason"), "");
    EXPECT_THAT(ctl.answer({"audit", "list"}).dump(), HasSubstr("batch.run.refused"));
    fs::rename(m_root.path() / "unplugged", green());
    ctl.answer({"tiering", "run", "1"});
    EXPECT_EQ(textOf(batch(), "state_reason"), "");
}

TEST_F(CliOperate, A9_nobodyApprovesWithoutAName)
{
    ctl.answer({"policy", "set", "acme", "--target-score", "60", "--cold-after", "1d"});
    ctl.answer({"tiering", "plan", "acme"});
    ctl.error({"tiering", "approve", "1", "--by", ""}, 4);
    EXPECT_EQ(batch().at("state"), "planned");
}

TEST_F(CliOperate, A_aHoldThatComesLaterHoldsWhatWasPlanned)
{
    approveWithGrace("0");
    ctl.answer({"backend", "set", "hot", "--legal-hold", "yes"});
    EXPECT_EQ(plain({"tiering", "run", "1"}).exitCode, 1);
    EXPECT_EQ(filesOf(hot() / "acme"), kObjects);
    EXPECT_EQ(filesOf(green() / "acme"), 0U);
    EXPECT_THAT(ctl.answer({"tiering", "objects", "1"}).dump(), HasSubstr("legal hold"));
}

TEST_F(CliOperate, A_aHoldInTheGraceTimeKeepsTheSources)
{
    for (const char *hold : {"--legal-hold", "--immutable"}) {
        ctl.answer({"policy", "set", "acme", "--grace", "1d", "--target-score", "60", "--cold-after", "1d"});
        const std::string id = std::to_string(ctl.answer({"tiering", "plan", "acme"}).at("batch").get<int>());
        ctl.answer({"tiering", "approve", id, "--by", "Ada"});
        ctl.answer({"tiering", "run", id});
        ctl.answer({"backend", "set", "hot", hold, "yes"});
        const Finished refused = plain({"tiering", "release", id});
        EXPECT_EQ(refused.exitCode, 1) << hold;
        EXPECT_EQ(filesOf(hot() / "acme"), kObjects) << hold;
        EXPECT_THAT(ctl.answer({"tiering", "objects", id}).dump(), HasSubstr("refused: hot is ")) << hold;
        ctl.answer({"backend", "set", "hot", hold, "no"});
        EXPECT_EQ(plain({"tiering", "release", id}).exitCode, 0) << "lifted, they go";
        EXPECT_EQ(filesOf(hot() / "acme"), 0U) << hold;
        EXPECT_THAT(ctl.error({"tiering", "release", id}, 1).dump(), HasSubstr("nothing of it waits"));
        for (unsigned i = 0; i < kObjects; ++i)
            plantFile(hot() / "acme" / ("more-" + std::string(hold) + std::to_string(i)), 100'001, 50 + i, 60);
        ctl.answer({"scan"});
    }
}

TEST_F(CliOperate, A4_aChangeOfPlaceThatIsRefusedChangesNothing)
{
    approveWithGrace("1d");
    ctl.answer({"tiering", "run", "1"});
    fs::create_directories(m_root.path() / "new");
    const auto exported = [this] {
        ctl.answer({"backend", "export", (m_root.path() / "backends.json").string()});
        return contentOf(m_root.path() / "backends.json");
    };
    const std::string before = exported();
    for (const char *backend : {"hot", "green"}) {
        const Json refused = ctl.error({"backend", "set", backend, "--path", (m_root.path() / "new").string()}, 1);
        EXPECT_EQ(refused.value("subject", ""), "path");
        ctl.error({"backend", "set", backend, "--kind", "profile"}, 1);
    }
    EXPECT_EQ(exported(), before);
    EXPECT_THAT(ctl.answer({"audit", "list"}).dump(), Not(HasSubstr("backend.update")));
    EXPECT_EQ(plain({"tiering", "release", "1"}).exitCode, 0);
}

TEST_F(CliOperate, A4_aDataDirectoryAmongObjectsIsLeftAlone)
{
    const JsonProgram inner({GREENWARD_CTL, "--data-dir", (hot() / "acme" / "inner").string(), "--json"});
    inner.answer({"usage", "record", "zed", "--grams", "5"});
    for (const auto &entry : fs::directory_iterator(hot() / "acme" / "inner"))
        fs::last_write_time(entry, fs::file_time_type::clock::now() - 60 * 24h);
    fs::create_directories(hot() / "acme" / "emptied");
    for (const char *left : {"LOCK", "state.head", "catalog.db"})
        plantFile(hot() / "acme" / "emptied" / left, 10'000, 7, 60);
    const Json scanned = ctl.answer({"scan", "hot"}).at(0);
    EXPECT_EQ(scanned.at("objects"), kObjects);
    EXPECT_EQ(scanned.at("left_alone_by").at("data_directory"), 2);
    approveWithGrace("0");
    ctl.answer({"tiering", "run", "1"});
    EXPECT_EQ(inner.answer({"budget", "show", "zed"}).at("used_g"), 5);
}

TEST_F(CliOperate, B5_budgetsAreKeptInNobodyElsesFile)
{
    const fs::path own = m_root.path() / "thesis.txt";
    std::ofstream(own) << "years of work";
    const fs::path object = hot() / "acme" / "file-0";
    for (const fs::path &taken : {own, object, hot() / ".greenward-backend", hot() / "acme" / "new.json"}) {
        const Json refused = ctl.error({"budget", "settings", "--file", taken.string()}, 1);
        EXPECT_EQ(refused.value("subject", ""), "file") << taken;
    }
    ctl.answer({"budget", "set", "acme", "--limit", "1 g", "--period", "month"});
    EXPECT_EQ(contentOf(own), "years of work");
    EXPECT_FALSE(fs::exists(hot() / "acme" / "new.json"));
    const fs::path free = m_root.path() / "budgets.json";
    ctl.answer({"budget", "settings", "--file", free.string()});
    ctl.answer({"budget", "set", "acme", "--limit", "2 g", "--period", "month"});
    EXPECT_THAT(contentOf(free), HasSubstr("acme"));
    ctl.answer({"budget", "settings", "--file", ""});
    ctl.answer({"budget", "settings", "--file", free.string()}); // one of ours is taken up again
}

TEST_F(CliOperate, B1_aDataDirectoryThatWasEmptiedIsNoNewOne)
{
    for (const auto &entry : fs::directory_iterator(data()))
        if (entry.path().filename() != "LOCK") fs::remove(entry);
    const Finished told = plain({"backend", "list"});
    EXPECT_EQ(told.exitCode, 3);
    EXPECT_THAT(told.err, HasSubstr("it is gone, but LOCK says that it was here"));
    EXPECT_EQ(plain({"backend", "list"}).exitCode, 3) << "nor at the next try";
    EXPECT_EQ(plain({"doctor", "--new-state"}).exitCode, 0);
    EXPECT_EQ(plain({"backend", "list"}).exitCode, 0);
}

TEST_F(CliOperate, A4_aPlaceWithoutAnythingThatIsKnownIsAcceptedInSoManyWordsOnly)
{
    fs::rename(hot(), m_root.path() / "unplugged");
    fs::create_directories(hot());
    const Json refused = ctl.error({"backend", "accept", "hot"}, 5);
    EXPECT_THAT(refused.dump(), HasSubstr("--without-objects"));
    EXPECT_TRUE(fs::is_empty(hot())) << "an empty mount point gets no marker";
    ctl.answer({"backend", "accept", "hot", "--without-objects"});
    ctl.answer({"backend", "check", "hot"});
}

TEST_F(CliOperate, B1_aStoreInOrderIsNotGivenUp)
{
    const Json before = ctl.answer({"backend", "list"});
    const Json refused = ctl.error({"doctor", "--new-state"}, 3);
    EXPECT_THAT(refused.dump(), HasSubstr("is in order"));
    EXPECT_EQ(ctl.answer({"backend", "list"}).size(), before.size());
    std::ofstream(data() / "state.db", std::ios::in | std::ios::out | std::ios::binary).seekp(40'000) << "damage";
    const Finished told = plain({"backend", "list"});
    EXPECT_EQ(told.exitCode, 3);
    EXPECT_THAT(told.err, HasSubstr("--data-dir '" + fs::canonical(data()).string() + "' doctor --new-state"));
    EXPECT_EQ(plain({"doctor", "--new-state"}).exitCode, 0);
    EXPECT_THAT(plain({"doctor"}).out, HasSubstr("catalog.db.replaced-1"));
}

TEST_F(CliOperate, B1_aReadOnlyDiskIsLookedAtAndSaidToBeOne)
{
    const auto problem = inChild([this]() -> std::string {
        const auto bind = [](const fs::path &path, unsigned long flags) {
            return ::mount(path.c_str(), path.c_str(), nullptr, flags, nullptr) == 0;
        };
        if (!leaveMountNamespace() || !bind(data(), MS_BIND) || !bind(data(), MS_REMOUNT | MS_BIND | MS_RDONLY))
            return "no mounts here";
        const Finished writing = plain({"backend", "list"});
        if (writing.exitCode == 0 || writing.err.find("read-only") == std::string::npos) return writing.err;
        const Finished looking = plain({"--read-only", "backend", "list"});
        if (looking.exitCode != 0 || looking.out.find("hot") == std::string::npos) return looking.err;
        const Finished doctor = plain({"--read-only", "doctor"});
        return doctor.out.find("6 objects") == std::string::npos ? doctor.out + doctor.err : "";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(CliOperate, B1_aFullStateDiskIsSaidToBeFull)
{
    const auto problem = inChild([this]() -> std::string {
        const fs::path small = m_root.path() / "small";
        fs::create_directories(small);
        if (!mountPrivately(small.string(), 1 << 20, false)) return "no mounts here";
        const std::vector<std::string> program{GREENWARD_CTL, "--data-dir", (small / "data").string()};
        const auto run = [&](std::vector<std::string> words) {
            words.insert(words.begin(), program.begin(), program.end());
            return runProgram(words);
        };
        if (run({"budget", "set", "acme", "--limit", "1 kg", "--period", "year"}).exitCode != 0) return "cannot begin";
        std::ofstream ballast(small / "ballast", std::ios::binary);
        while (ballast.write(std::string(1024, 'x').data(), 1024).flush()) {
        }
        ballast.close();
        for (const std::vector<std::string> &words :
             {std::vector<std::string>{"budget", "list"}, {"usage", "record", "acme", "--grams", "1"}}) {
            const Finished full = run(words);
            if (full.exitCode == 0 || full.err.find("is full: make room") == std::string::npos) return full.err;
        }
        fs::remove(small / "ballast");
        const Finished again = run({"usage", "record", "acme", "--grams", "1"});
        return again.exitCode == 0 ? "" : again.err;
    });
    EXPECT_EQ(problem, std::nullopt);
}

} // namespace
} // namespace greenward::tests
