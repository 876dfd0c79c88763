// Secrets through the real programs, with a real keychain and services on loopback: what was entered is found where it
// belongs and nowhere else.
#include "core/adapters/os/system_clock.h"
#include "tests/support/program.h"
#include "tests/support/stand_in_grid.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

/// The text of a file as it is now, however it is made: /proc tells no size.
std::string textOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool plainProgramDumps(const fs::path &directory)
{
    const pid_t child = fork();
    if (child == 0) {
        const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_CORE, &all);
        if (chdir(directory.c_str()) != 0) _exit(126);
        raise(SIGSEGV);
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WCOREDUMP(status);
}

class CliSecrets : public testing::Test
{
protected:
    void SetUp() override
    {
        const char *kind = std::getenv("GREENWARD_TEST_KEYRING"); // NOLINT(concurrency-mt-unsafe): before any thread
        ASSERT_TRUE(kind && std::string(kind) == "keyring")
            << "run it through tests/adapters/keychain/with_session_bus.sh, or it would use your own keychain";
    }

    std::vector<std::string> command(const std::vector<std::string> &words) const
    {
        std::vector<std::string> all{"/usr/bin/env", "-u", "GREENWARD_OFFLINE", GREENWARD_CTL, "--data-dir", data()};
        all.insert(all.end(), words.begin(), words.end());
        return all;
    }
    /// Runs it with one line on standard input and remembers all it printed.
    Finished ctl(const std::vector<std::string> &words, const std::string &line = {})
    {
        std::ofstream(m_root.path() / "line") << line << '\n';
        std::vector<std::string> shell{"/bin/sh", "-c", "input=$1; shift; exec \"$@\" <\"$input\"", "sh",
                                       (m_root.path() / "line").string()};
        const std::vector<std::string> own = command(words);
        shell.insert(shell.end(), own.begin(), own.end());
        Finished finished = runProgram(shell);
        fs::remove(m_root.path() / "line");
        m_printed += finished.out + finished.err;
        return finished;
    }
    Finished done(const std::vector<std::string> &words, const std::string &line = {})
    {
        Finished finished = ctl(words, line);
        EXPECT_EQ(finished.exitCode, 0) << words[0] << ' ' << words[1] << ": " << finished.err;
        return finished;
    }
    void enterAll()
    {
        done({"credentials", "set", "watttime.username"}, StandInGrid::kUser);
        done({"credentials", "set", "watttime.password"}, StandInGrid::kPassword);
        done({"credentials", "set", "electricitymaps.token"}, StandInGrid::kToken);
        for (const char *source : {"watttime", "electricitymaps", "gb-carbon-intensity", "energy-charts"})
            done({"grid", "source", "set", source, "--url", m_services.urlOf(source)});
    }
    /// What nobody may find: the secrets, as they are and as they travel, and the tokens they were exchanged for.
    std::vector<std::string> canaries() const
    {
        std::vector<std::string> found{StandInGrid::kPassword, StandInGrid::kToken, "correct%20horse",
                                       "YWRhOmNvcnJlY3QgaG9yc2U="}; // "ada:correct horse" in base 64
        for (const Received &request : m_services.received())
            if (const auto token = request.headers.find("authorization"); token != request.headers.end())
                if (token->second.starts_with("Bearer ")) found.push_back(token->second.substr(7));
        return found;
    }
    void expectNoneIn(const std::string &text, const std::string &where) const
    {
        for (const std::string &canary : canaries())
            EXPECT_EQ(text.find(canary), std::string::npos) << where << " holds \"" << canary << '"';
    }
    std::string data() const { return (m_root.path() / "data").string(); }

    TemporaryDirectory m_root;
    adapters::SystemClock m_clock;
    StandInGrid m_services{[this] {
        return m_clock.now();
    }};
    std::string m_printed;
};

TEST_F(CliSecrets, C24_whatWasEnteredOpensTheServicesAndIsFoundNowhereElse)
{
    enterAll();
    const Finished marginal = done({"grid", "now", "us-east-1", "--signal", "marginal", "--json"});
    EXPECT_EQ(Json::parse(marginal.out, nullptr, false).value("provider", ""), "WattTime") << marginal.out;
    const Finished average = done({"grid", "now", "us-east-1", "--json"});
    EXPECT_EQ(Json::parse(average.out, nullptr, false).value("provider", ""), "Electricity Maps") << average.out;
    ASSERT_GT(canaries().size(), 4U) << "a token was given out";
    // Everything the program can be made to say about itself.
    done({"credentials", "list", "--json"});
    done({"grid", "sources", "--json"});
    done({"audit", "list", "--events", "--json"});
    done({"doctor", "--json"});
    for (const char *format : {"json", "csv", "pdf"})
        done({"report", "make", "--from", "2026-01-01", "--to", "2026-02-01", "--format", format, "--output",
              data() + "/../report." + format});
    // Also when a service refuses it, hangs up or answers nonsense.
    m_services.expireTokens();
    ctl({"grid", "now", "us-east-1", "--signal", "marginal"});
    m_services.set("watttime", {.down = true});
    ctl({"grid", "refresh", "us-east-1", "--json"});
    expectNoneIn(m_printed, "what was printed");
    int files = 0;
    for (const auto &entry : fs::recursive_directory_iterator(data()))
        if (entry.is_regular_file() && ++files > 0) expectNoneIn(textOf(entry.path()), entry.path());
    EXPECT_GE(files, 5);
}

TEST_F(CliSecrets, C24_aServiceThatHangsSeesNothingInTheProcessOfWhoAsks)
{
    enterAll();
    // Accepts connections and never answers.
    std::promise<void> asked;
    std::once_flag once;
    const StandInServer silent([&](const Received &) {
        std::call_once(once, [&asked] { asked.set_value(); });
        return Reply{.manner = Manner::Hang};
    });
    done({"grid", "source", "set", "electricitymaps", "--url", silent.url()});
    const fs::path dumps = m_root.path() / "dumps";
    fs::create_directory(dumps);
    const std::vector<std::string> words = command({"grid", "now", "us-east-1"});
    std::vector<char *> arguments; // made here: a child of a program with threads must not allocate
    for (const std::string &word : words)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_CORE, &all);
        if (chdir(dumps.c_str()) != 0) _exit(126);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    ASSERT_EQ(asked.get_future().wait_for(std::chrono::seconds{60}), std::future_status::ready)
        << "who asks holds the secret";
    const std::string process = "/proc/" + std::to_string(child);
    for (const char *file : {"/environ", "/cmdline", "/comm"}) {
        expectNoneIn(textOf(process + file), file);
    }
    ASSERT_EQ(kill(child, SIGSEGV), 0);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_FALSE(WCOREDUMP(status)) << "a core dump would hold the secret";
    for (const auto &entry : fs::recursive_directory_iterator(m_root.path()))
        if (entry.is_regular_file()) expectNoneIn(textOf(entry.path()), entry.path());
    // Whether this machine dumps at all is shown by a program that does nothing about it.
    RecordProperty("a_plain_program_dumps", plainProgramDumps(dumps) ? "yes" : "no");
}

} // namespace
} // namespace greenward::tests
