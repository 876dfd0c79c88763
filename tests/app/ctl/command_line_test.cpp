#include "app/composition/compose.h"
#include "app/ctl/command_line.h"
#include "app/ctl/exit_code.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace greenward::ctl {

namespace {

/// A world whose data directory cannot be opened: all that happens before the engine is reached, and what is said
/// when it cannot be reached. What the engine answers is tested with the real program in tests/system.
class CommandLine : public testing::Test
{
protected:
    int run(const std::vector<std::string> &arguments)
    {
        m_out.str({});
        m_err.str({});
        const World world{.open = [this](const OpenRequest &request) -> Result<std::unique_ptr<engine::EngineHost>> {
                              m_opened.push_back(request);
                              return Unexpected{m_openError};
                          },
                          .reportBytes = {},
                          .verifyReport = [](const std::string &path) -> Result<void> {
                              return fail(ErrorCode::VerifyFailed, path, "was changed");
                          },
                          .reference = app::shippedReference,
                          .collectInterrupts = [] {},
                          .pause = [](std::chrono::milliseconds) { return false; },
                          .in = m_in,
                          .out = m_out,
                          .err = m_err,
                          .defaultDirectory = "/default/place",
                          .user = "tester",
                          .version = "1.2.3"};
        return runCommandLine(arguments, world);
    }

    std::vector<OpenRequest> m_opened;
    Error m_openError{ErrorCode::Locked, "data directory", "held by process 17"};
    std::istringstream m_in;
    std::ostringstream m_out;
    std::ostringstream m_err;
};

} // namespace

TEST_F(CommandLine, helpAndVersionGoToStandardOutput)
{
    EXPECT_EQ(run({"--version"}), kDone);
    EXPECT_EQ(m_out.str(), "greenwardctl 1.2.3\n");
    EXPECT_EQ(run({"--help"}), kDone);
    EXPECT_NE(m_out.str().find("tiering"), std::string::npos);
    EXPECT_EQ(run({"budget", "set", "--help"}), kDone);
    EXPECT_NE(m_out.str().find("--limit"), std::string::npos);
    EXPECT_EQ(m_err.str(), "");
    EXPECT_TRUE(m_opened.empty());
}

TEST_F(CommandLine, wrongUsageIsNamedWithoutTouchingTheDirectory)
{
    struct Case
    {
        std::vector<std::string> arguments;
        std::string named;
    };
    const std::vector<Case> cases{
        {{}, "subcommand"},
        {{"frobnicate"}, "frobnicate"},
        {{"budget"}, "subcommand"},
        {{"budget", "frobnicate"}, "frobnicate"},
        {{"budget", "set", "acme", "--no-such-option"}, "--no-such-option"},
        {{"budget", "set", "acme", "--period", "month"}, "--limit"},
        {{"budget", "list", "extra"}, "extra"},
        {{"budget", "lis"}, "lis"},
        {{"usage", "record", "acme"}, "--grams"},
        {{"usage", "record", "acme", "--grams", "1", "--energy-wh", "2"}, "--grams"},
        {{"tiering", "approve", "1"}, "--by"},
        {{"budget", "show", "a", "--data-dir"}, "--data-dir"},
        {{"budget", "set", "acme", "--limit", "1 g", "--limit", "2 g", "--period", "day"}, "--limit"},
    };
    for (const auto &wrong : cases) {
        EXPECT_EQ(run(wrong.arguments), kWrongUsage) << testing::PrintToString(wrong.arguments);
        const std::string said = m_err.str();
        EXPECT_NE(said.find(wrong.named), std::string::npos) << said;
        EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
        EXPECT_EQ(m_out.str(), "");
    }
    EXPECT_TRUE(m_opened.empty());
}

TEST_F(CommandLine, aBadValueIsNamedBeforeTheDirectoryIsOpened)
{
    EXPECT_EQ(run({"budget", "set", "acme", "--limit", "5 bananas", "--period", "month"}), kBadInput);
    EXPECT_NE(m_err.str().find("limit"), std::string::npos) << m_err.str();
    EXPECT_NE(m_err.str().find("5 bananas"), std::string::npos) << m_err.str();
    EXPECT_EQ(run({"policy", "set", "acme", "--concurrency", "65"}), kNoDirectory) << "rests on the stored policy";
    m_opened.clear();
    EXPECT_EQ(run({"backend", "add", "x", "--region", "SE", "--pue", "-1"}), kBadInput);
    EXPECT_NE(m_err.str().find("-1"), std::string::npos) << m_err.str();
    EXPECT_TRUE(m_opened.empty());
}

TEST_F(CommandLine, errorsAreOneObjectWithJson)
{
    EXPECT_EQ(run({"--json", "budget", "list"}), kNoDirectory);
    auto error = nlohmann::json::parse(m_err.str(), nullptr, false);
    ASSERT_FALSE(error.is_discarded()) << m_err.str();
    EXPECT_EQ(error["error"]["code"], "locked");
    EXPECT_EQ(error["error"]["subject"], "data directory");
    EXPECT_EQ(error["error"]["detail"], "held by process 17");
    EXPECT_EQ(m_out.str(), "");

    EXPECT_EQ(run({"budget", "list", "--json", "--nonsense"}), kWrongUsage);
    error = nlohmann::json::parse(m_err.str(), nullptr, false);
    ASSERT_FALSE(error.is_discarded()) << m_err.str();
    EXPECT_EQ(error["error"]["code"], "wrong_usage");
}

TEST_F(CommandLine, whateverKeepsTheDirectoryFromOpeningIsExitCode3)
{
    for (const auto code : {ErrorCode::Locked, ErrorCode::NoPermission, ErrorCode::StoreDamaged, ErrorCode::NoSpace}) {
        m_openError.code = code;
        EXPECT_EQ(run({"scan"}), kNoDirectory);
        EXPECT_NE(m_err.str().find("held by process 17"), std::string::npos);
    }
}

TEST_F(CommandLine, globalOptionsMayStandAnywhere)
{
    run({"--data-dir", "/one", "budget", "list"});
    run({"budget", "list", "--data-dir", "/two", "--read-only"});
    run({"budget", "list"});
    ASSERT_EQ(m_opened.size(), 3U);
    EXPECT_EQ(m_opened[0].directory, "/one");
    EXPECT_FALSE(m_opened[0].readOnly);
    EXPECT_EQ(m_opened[1].directory, "/two");
    EXPECT_TRUE(m_opened[1].readOnly);
    EXPECT_EQ(m_opened[2].directory, "/default/place");
}

TEST_F(CommandLine, anErrorCannotBreakItsLine)
{
    m_openError.detail = "first\nsecond\x1b[2J";
    run({"scan"});
    const std::string said = m_err.str();
    EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
    EXPECT_EQ(said.find('\x1b'), std::string::npos);
}

TEST(CommandNames, everyCommandIsDocumentedWithAnExample)
{
    std::ifstream file(GREENWARD_SOURCE_DIR "/docs/cli.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const auto names = commandNames();
    ASSERT_GT(names.size(), 30U);
    for (const auto &name : names) {
        EXPECT_NE(page.find("### " + name + "\n"), std::string::npos) << name << " has no section";
        EXPECT_NE(page.find("greenwardctl " + name), std::string::npos) << name << " has no example";
    }
}

TEST_F(CommandLine, reportsAreVerifiedWithoutADataDirectory)
{
    EXPECT_EQ(run({"report", "verify", "/some/report.json"}), kRefused);
    EXPECT_NE(m_err.str().find("was changed"), std::string::npos);
    EXPECT_TRUE(m_opened.empty());
}

TEST_F(CommandLine, replayPrintsWhatWentBeforeABadLineAndOpensNoDirectory)
{
    m_in.str(R"({"at":"2026-05-04T09:00:00Z","do":"usage.record","tenant":"acme","grams":1}
{"at":"2026-05-04T09:00:00Z","do":"usage.record","tenant":"acme","grams":-5}
)");
    EXPECT_EQ(run({"replay", "-"}), kBadInput);
    EXPECT_EQ(m_err.str(), "greenwardctl: line 2, grams: \"-5\" is negative\n");
    const std::string printed = m_out.str();
    EXPECT_EQ(std::count(printed.begin(), printed.end(), '\n'), 2) << "a result and an event";
    EXPECT_TRUE(m_opened.empty());

    EXPECT_EQ(run({"replay", "/no/such/file"}), kBadInput);
    EXPECT_NE(m_err.str().find("/no/such/file"), std::string::npos) << m_err.str();
    EXPECT_TRUE(m_opened.empty());
}

} // namespace greenward::ctl
