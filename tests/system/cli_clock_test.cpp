// What a clock that stands still or was set back, a kill and one process after another do to figures: through the real
// program.
#include "tests/support/json_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class CliProcesses : public testing::Test
{
protected:
    Json answer(const std::vector<std::string> &words, int expectedCode = 0) const
    {
        return JsonProgram(command()).answer(words, expectedCode);
    }
    Json error(const std::vector<std::string> &words, int expectedCode) const
    {
        return JsonProgram(command()).error(words, expectedCode);
    }
    /// From now on every process sees the wall clock stand there.
    void holdClock(std::chrono::milliseconds sinceEpoch)
    {
        m_prefix = {"/usr/bin/env", std::string("LD_PRELOAD=") + HELD_CLOCK,
                    "HELD_CLOCK_MS=" + std::to_string(sinceEpoch.count()), "ASAN_OPTIONS=verify_asan_link_order=0"};
    }
    void letClockGo() { m_prefix.clear(); }
    static std::chrono::milliseconds now()
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch());
    }
    std::vector<std::string> command() const
    {
        std::vector<std::string> words = m_prefix;
        words.insert(words.end(), {GREENWARD_CTL, "--data-dir", data().string(), "--json"});
        return words;
    }
    std::string reserve(const std::string &tenant, const std::string &grams) const
    {
        return answer({"reserve", tenant, "--estimate-grams", grams}).at("id");
    }
    Json row(const std::string &tenant) const { return answer({"budget", "show", tenant}); }
    std::string storeProblem() const
    {
        const Finished finished = JsonProgram(command()).run({"doctor"});
        const Json answered = Json::parse(finished.out);
        for (const Json &check : answered.at("checks"))
            if (check.at("check") == "store" && check.at("state") == "problem") return check.at("detail");
        return {};
    }
    fs::path data() const { return m_root.path() / "data"; }

    TemporaryDirectory m_root;

private:
    std::vector<std::string> m_prefix;
};

TEST_F(CliProcesses, B2_underAHeldClockEveryBookedIsInTheLedgerOnce)
{
    holdClock(now());
    answer({"budget", "set", "acme", "--limit", "1 kg", "--period", "year"});
    std::set<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        const std::string id = reserve("acme", "10");
        EXPECT_TRUE(ids.insert(id).second) << id << " came again";
        answer({"commit", id, "--grams", "10"});
    }
    EXPECT_EQ(row("acme").at("used_g"), 50);
    EXPECT_EQ(row("acme").at("reserved_g"), 0);
    EXPECT_EQ(answer({"usage", "list", "acme"}).size(), 5U);
    EXPECT_EQ(answer({"audit", "verify"}).at("usage_records"), 5);
}

TEST_F(CliProcesses, B2_underAHeldClockPlainAndMeasuredUsageCountToo)
{
    holdClock(now());
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(answer({"usage", "record", "acme", "--grams", "2"}).at("duplicate"), false);
        EXPECT_EQ(answer({"usage", "record", "acme", "--energy-wh", "10"}).at("duplicate"), false);
    }
    EXPECT_EQ(answer({"audit", "verify"}).at("usage_records"), 6);
}

TEST_F(CliProcesses, B2_aClockThatIsSetBackMakesNoRepeats)
{
    const std::chrono::milliseconds today = now();
    std::set<std::string> ids;
    for (const auto at : {today, today - std::chrono::hours{1}, today - std::chrono::hours{1}, today}) {
        holdClock(at);
        const std::string id = reserve("acme", "1");
        EXPECT_TRUE(ids.insert(id).second);
        answer({"commit", id, "--grams", "1"});
    }
    EXPECT_EQ(row("acme").at("used_g"), 4);
}

TEST_F(CliProcesses, B2_doctorNamesAHeldClock)
{
    answer({"usage", "record", "acme", "--grams", "1"});
    EXPECT_EQ(storeProblem(), "");
    holdClock(now());
    answer({"usage", "record", "acme", "--grams", "1"});
    EXPECT_NE(storeProblem().find("stands still"), std::string::npos) << storeProblem();
    EXPECT_EQ(error({"doctor", "--confirm-clock"}, 1).at("subject"), "clock") << "there is nothing to confirm";
    letClockGo();
    EXPECT_EQ(storeProblem(), "");
}

TEST_F(CliProcesses, B2_doctorNamesAClockThatWasSetBack)
{
    answer({"usage", "record", "acme", "--grams", "1"});
    holdClock(now() - std::chrono::hours{30});
    EXPECT_NE(storeProblem().find("set back"), std::string::npos) << storeProblem();
    EXPECT_NE(storeProblem().find("set back"), std::string::npos) << "not only the first time";
}

TEST_F(CliProcesses, B3_openReservationsCountOnceAtEveryStart)
{
    answer({"budget", "set", "acme", "--limit", "5 g", "--period", "year"});
    answer({"budget", "set", "zeta", "--limit", "5 g", "--period", "year"});
    for (int i = 0; i < 3; ++i)
        reserve("acme", "1.5");
    reserve("zeta", "1.5");
    EXPECT_EQ(row("acme").at("reserved_g"), 4.5);
    // Usage is always counted: now more is taken than the limit has.
    answer({"usage", "record", "acme", "--grams", "1"});
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(row("acme").at("reserved_g"), 4.5) << "start " << i;
        EXPECT_EQ(error({"reserve", "acme", "--estimate-grams", "0.1"}, 1).at("code"), "refused");
    }
    answer({"budget", "set", "acme", "--limit", "2 g", "--period", "year"}); // lowered below what is set aside
    EXPECT_EQ(row("acme").at("reserved_g"), 4.5);
    EXPECT_EQ(row("zeta").at("reserved_g"), 1.5);
    EXPECT_EQ(answer({"reservations"}).size(), 4U);
    answer({"release", answer({"reservations"})[0].at("id")});
    EXPECT_EQ(answer({"reservations"}).size(), 3U);
}

TEST_F(CliProcesses, B3_partsOfAMicrogramAreCarriedToTheNextProcess)
{
    // 400 g/kWh by default: 1e-6 Wh is 0.4 ug.
    for (int i = 0; i < 10; ++i)
        answer({"usage", "record", "acme", "--energy-wh", "0.000001"});
    EXPECT_EQ(row("acme").at("used_g"), 0.000004);
    answer({"usage", "record", "zeta", "--energy-wh", "0.000001", "--id", "m1"});
    EXPECT_EQ(answer({"usage", "record", "zeta", "--energy-wh", "0.000001", "--id", "m1"}).at("duplicate"), true);
    answer({"usage", "record", "zeta", "--energy-wh", "0.000001", "--id", "m2"});
    EXPECT_EQ(row("zeta").at("used_g"), 0) << "a repeat leaves nothing over";
    answer({"usage", "record", "zeta", "--energy-wh", "0.000001", "--id", "m3"});
    EXPECT_EQ(row("zeta").at("used_g"), 0.000001);
}

/// A killed import: what its process left, asked for by another.
class CliImport : public CliProcesses
{
protected:
    static constexpr int kLines = 30'000;
    std::string usageFile() const
    {
        const std::string path = (m_root.path() / "usage.jsonl").string();
        std::ofstream out(path);
        for (int i = 0; i < kLines; ++i)
            out << R"({"tenant":"t)" << i % 7 << R"(","amount_g":"0.5","operation":"backup"})" << '\n';
        return path;
    }
    std::int64_t recordsInLedger() const { return answer({"audit", "verify"}).at("usage_records"); }
    /// Starts the import and ends it with `signal` when the log has grown past `bytes`; false: it was done before.
    bool importAndEnd(const std::string &file, std::uintmax_t bytes, int signal) const
    {
        std::vector<std::string> words = command();
        words.insert(words.end(), {"usage", "import", file});
        std::vector<char *> arguments;
        for (const std::string &word : words)
            arguments.push_back(const_cast<char *>(word.c_str()));
        arguments.push_back(nullptr);
        const pid_t child = ::fork();
        if (child == 0) {
            const int nothing = ::open("/dev/null", O_RDWR);
            ::dup2(nothing, STDOUT_FILENO);
            ::dup2(nothing, STDERR_FILENO);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        int status = 0;
        std::error_code none;
        while (::waitpid(child, &status, WNOHANG) == 0) {
            const auto size = fs::file_size(data() / "state.db-wal", none);
            if (none || size < bytes) {
                ::poll(nullptr, 0, 1);
                continue;
            }
            ::kill(child, signal);
            ::waitpid(child, &status, 0);
            return WIFSIGNALED(status);
        }
        return false;
    }
};

TEST_F(CliImport, B3_isAllOrNothingWhateverEndsIt)
{
    const std::string file = usageFile();
    answer({"usage", "record", "t0", "--grams", "1"});
    int ended = 0;
    std::int64_t before = recordsInLedger();
    for (const auto &[bytes, signal] : {std::pair<std::uintmax_t, int>{1, SIGKILL},
                                        {20'000, SIGINT},
                                        {100'000, SIGKILL},
                                        {400'000, SIGTERM},
                                        {1'000'000, SIGKILL}}) {
        if (before == kLines + 1) break;
        ended += importAndEnd(file, bytes, signal) ? 1 : 0;
        const std::int64_t after = recordsInLedger();
        EXPECT_TRUE(after == before || after == kLines + 1) << after << " records after " << bytes << " bytes of log";
        before = after;
    }
    EXPECT_GT(ended, 0) << "none was ended in the middle";
    const Json last = answer({"usage", "import", file});
    EXPECT_EQ(last.at("counted").get<int>() + last.at("repeated").get<int>(), kLines);
    EXPECT_EQ(recordsInLedger(), kLines + 1);
    EXPECT_EQ(answer({"usage", "import", file}).at("repeated"), kLines) << "a repeat of the file is harmless";
    EXPECT_EQ(recordsInLedger(), kLines + 1);
}

} // namespace
} // namespace greenward::tests
