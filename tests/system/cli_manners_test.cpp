// How the command behaves among others: locked directories, interrupts, pipes.
#include "tests/support/program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class CliManners : public testing::Test
{
protected:
    static constexpr unsigned kFiles = 150;

    std::vector<std::string> commandLine(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {GREENWARD_CTL, "--data-dir", (m_root.path() / "data").string()});
        return words;
    }
    Finished ctl(std::vector<std::string> words) const { return runProgram(commandLine(std::move(words))); }

    /// Cold files on a dirty backend, planned and approved as batch 1.
    void approveABatch() const
    {
        for (unsigned i = 0; i < kFiles; ++i)
            plantFile(brown() / "acme" / std::to_string(i), 200'000, i, 60);
        fs::create_directories(green());
        const std::vector<std::vector<std::string>> commands{
            {"backend", "add", "brown", "--path", brown().string(), "--region", "PL", "--pue", "1.6"},
            {"backend", "add", "green", "--path", green().string(), "--region", "SE", "--renewable", "98"},
            {"policy", "set", "acme", "--grace", "0", "--target-score", "60", "--concurrency", "1"},
            {"scan"},
            {"tiering", "plan", "acme"},
            {"tiering", "approve", "1", "--by", "Ada Operator"}};
        for (const auto &command : commands) {
            const Finished finished = ctl(command);
            ASSERT_EQ(finished.exitCode, 0) << command[0] << ' ' << command[1] << ": " << finished.err;
        }
    }

    fs::path brown() const { return m_root.path() / "brown"; }
    fs::path green() const { return m_root.path() / "green"; }

    TemporaryDirectory m_root;
};

/// Starts a program with its output thrown away.
pid_t start(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0) return child;
    const int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
}

/// Waits until something is made inside `directory`: the mover has begun.
bool waitForFirstEntry(int watch)
{
    pollfd ready{watch, POLLIN, 0};
    return poll(&ready, 1, 60'000) == 1;
}

std::size_t filesIn(const fs::path &directory)
{
    std::size_t count = 0;
    if (!fs::exists(directory)) return 0;
    for (const auto &entry : fs::directory_iterator(directory))
        count += entry.is_regular_file() ? 1U : 0U;
    return count;
}

TEST_F(CliManners, aLockedDirectoryMayBeLookedAt)
{
    ASSERT_EQ(ctl({"budget", "set", "acme", "--limit", "1 kg", "--period", "day"}).exitCode, 0);
    const int lock = open((m_root.path() / "data" / "LOCK").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(lock, 0);
    ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);

    const Finished refused = ctl({"--json", "budget", "list"});
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_EQ(Json::parse(refused.err, nullptr, false)["error"]["code"], "locked") << refused.err;

    const Finished seen = ctl({"--read-only", "--json", "budget", "list"});
    EXPECT_EQ(seen.exitCode, 0) << seen.err;
    const Json budgets = Json::parse(seen.out, nullptr, false);
    ASSERT_EQ(budgets.size(), 1U) << seen.out;
    EXPECT_EQ(budgets[0]["tenant"], "acme");

    const Finished written = ctl({"--read-only", "budget", "remove", "acme"});
    EXPECT_EQ(written.exitCode, 3);
    EXPECT_NE(written.err.find("read-only"), std::string::npos) << written.err;
    close(lock);
}

TEST_F(CliManners, anInterruptedRunGoesOnWhereItStopped)
{
    approveABatch();
    const int watch = inotify_init1(IN_CLOEXEC);
    ASSERT_GE(inotify_add_watch(watch, green().c_str(), IN_CREATE), 0);
    const pid_t run = start(commandLine({"tiering", "run", "1"}));
    ASSERT_GT(run, 0);
    EXPECT_TRUE(waitForFirstEntry(watch));
    close(watch);
    kill(run, SIGINT);
    int status = 0;
    ASSERT_EQ(waitpid(run, &status, 0), run);
    ASSERT_TRUE(WIFEXITED(status)) << "an interrupt is not the end of the program, but of its work";
    EXPECT_EQ(WEXITSTATUS(status), 1);

    const Finished again = ctl({"tiering", "run", "1"});
    EXPECT_EQ(again.exitCode, 0) << again.err << again.out;
    EXPECT_EQ(filesIn(green() / "acme"), kFiles);
    EXPECT_EQ(filesIn(brown() / "acme"), 0U);
}

TEST_F(CliManners, standardOutputThatCannotBeWrittenIsAFailure)
{
    const std::string script = "exec \"$0\" \"$@\" > /dev/full";
    auto command = commandLine({"backend", "list"});
    command.insert(command.begin(), {"/bin/sh", "-c", script});
    const Finished finished = runProgram(command);
    EXPECT_EQ(finished.exitCode, 1);
    EXPECT_NE(finished.err.find("standard output"), std::string::npos) << finished.err;
}

TEST_F(CliManners, answersAndErrorsDoNotMix)
{
    const Finished done = ctl({"--json", "backend", "list"});
    EXPECT_EQ(done.exitCode, 0);
    EXPECT_EQ(done.err, "");
    EXPECT_TRUE(Json::parse(done.out, nullptr, false).is_array()) << done.out;
    const Finished failed = ctl({"backend", "show", "nowhere"});
    EXPECT_EQ(failed.exitCode, 4);
    EXPECT_EQ(failed.out, "");
    EXPECT_NE(failed.err.find("nowhere"), std::string::npos);
}

} // namespace
} // namespace greenward::tests
