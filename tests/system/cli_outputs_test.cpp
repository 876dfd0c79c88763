// Files that commands write where an operator asks: what a slip of the fingers must not cost.
#include "tests/support/json_program.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

/// One command that writes a file.
struct Writer
{
    const char *name;
    std::vector<std::string> words; ///< the file's name comes behind them
    std::string begins;             ///< what it writes
};

std::vector<Writer> writers()
{
    const auto report = [](const char *format) {
        return std::vector<std::string>{"report",     "make",     "--from", "2026-01-01", "--to",
                                        "2026-02-01", "--format", format,   "-o"};
    };
    return {{"json", report("json"), "{\n  \"schema\": \"greenward-report/"},
            {"csv", report("csv"), "row,tenant,operation,"},
            {"pdf", report("pdf"), "%PDF-"},
            {"budgets.json", {"budget", "export"}, "{\"version\": 1,\n \"budgets\": ["},
            {"budgets.csv", {"budget", "export"}, "tenant,limit,"},
            {"backends.json", {"backend", "export"}, "{\n  \"format\": \"greenward-backends\""}};
}

class CliOutputs : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const char *tenant : {"acme", "=zeta, \"quoted\""})
            ASSERT_EQ(ctl({"budget", "set", tenant, "--limit", "1.5 kg", "--period", "day", "--soft", "70"}).exitCode,
                      0);
        ASSERT_EQ(ctl({"backend", "add", "hot", "--region", "PL", "--pue", "1.6"}).exitCode, 0);
        m_store = contentOf(data() / "state.db");
    }
    Finished ctl(const std::vector<std::string> &words) const
    {
        std::vector<std::string> command{GREENWARD_CTL, "--data-dir", data().string()};
        command.insert(command.end(), words.begin(), words.end());
        return runProgram(command);
    }
    Finished write(const Writer &writer, const fs::path &file, const std::vector<std::string> &more = {}) const
    {
        std::vector<std::string> words = writer.words;
        words.push_back(file.string());
        words.insert(words.end(), more.begin(), more.end());
        return ctl(words);
    }
    /// In one line, naming the field, with the exit code of what is refused.
    void expectRefused(const Finished &finished, std::string_view why) const
    {
        EXPECT_EQ(finished.exitCode, 1) << finished.out << finished.err;
        EXPECT_TRUE(finished.err.starts_with("greenwardctl: output: \"")) << finished.err;
        EXPECT_NE(finished.err.find(why), std::string::npos) << finished.err;
        EXPECT_EQ(finished.out, "");
    }
    fs::path data() const { return m_root.path() / "data"; }
    fs::path out(const std::string &name) const { return m_root.path() / name; }

    TemporaryDirectory m_root;
    std::string m_store;
};

TEST_F(CliOutputs, B5_theStoreSurvivesEveryCommandThatWritesAFile)
{
    for (const Writer &writer : writers()) {
        for (const std::vector<std::string> &more : {std::vector<std::string>{}, {"--force"}}) {
            expectRefused(write(writer, data() / "state.db", more), "data directory");
            expectRefused(write(writer, data() / "report", more), "data directory");
            expectRefused(write(writer, "/dev/null", more), "device");
        }
    }
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_FALSE(fs::exists(data() / "report"));
    EXPECT_EQ(contentOf(data() / "state.db").substr(0, 16), m_store.substr(0, 16));
    EXPECT_EQ(ctl({"audit", "verify"}).exitCode, 0);
    EXPECT_NE(ctl({"budget", "show", "acme"}).out.find("1.5 kg"), std::string::npos);
}

TEST_F(CliOutputs, B5_anEarlierExportIsReplacedAndNothingElse)
{
    for (const Writer &writer : writers()) {
        SCOPED_TRACE(writer.name);
        const fs::path file = out(writer.name);
        const Finished first = write(writer, file);
        ASSERT_EQ(first.exitCode, 0) << first.err;
        EXPECT_TRUE(contentOf(file).starts_with(writer.begins)) << contentOf(file).substr(0, 60);
        const Finished second = write(writer, file);
        EXPECT_EQ(second.exitCode, 0) << second.err;

        std::ofstream(file, std::ios::trunc) << "dear diary";
        expectRefused(write(writer, file), "--force");
        EXPECT_EQ(contentOf(file), "dear diary");
        EXPECT_EQ(write(writer, file, {"--force"}).exitCode, 0);
        EXPECT_TRUE(contentOf(file).starts_with(writer.begins));
    }
    // One kind is not another, and an edited one is somebody's work.
    expectRefused(write(writers()[0], out("budgets.json")), "--force");
    expectRefused(write(writers()[1], out("budgets.csv")), "--force");
    for (const char *name : {"json", "csv", "budgets.json"}) {
        std::string edited = contentOf(out(name));
        edited.insert(edited.size() / 2, " ");
        std::ofstream(out(name), std::ios::binary) << edited;
    }
    expectRefused(write(writers()[0], out("json")), "--force");
    expectRefused(write(writers()[1], out("csv")), "--force");
    expectRefused(write(writers()[3], out("budgets.json")), "--force");
}

TEST_F(CliOutputs, B5_filesFollowTheUmask)
{
    for (const auto &[mask, wanted] : {std::pair{"022", 0644U}, std::pair{"002", 0664U}, std::pair{"077", 0600U}}) {
        for (const Writer &writer : writers()) {
            const fs::path file = out(std::string(mask) + writer.name);
            std::vector<std::string> command{
                "/bin/sh",     "-c",         std::string("umask ") + mask + "; exec \"$0\" \"$@\"",
                GREENWARD_CTL, "--data-dir", data().string()};
            command.insert(command.end(), writer.words.begin(), writer.words.end());
            command.push_back(file.string());
            ASSERT_EQ(runProgram(command).exitCode, 0);
            struct stat status = {};
            ASSERT_EQ(::stat(file.c_str(), &status), 0);
            EXPECT_EQ(status.st_mode & 07777U, wanted) << file;
        }
    }
    struct stat status = {};
    ASSERT_EQ(::stat((data() / "state.db").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U) << "what Greenward keeps stays private";
}

TEST_F(CliOutputs, B5_standardOutputHoldsTheFileAndNothingElse)
{
    for (const Writer &writer : writers()) {
        for (const char *name : {"-", "/dev/stdout"}) {
            const Finished finished = write(writer, name, {"--json"});
            EXPECT_EQ(finished.exitCode, 0) << finished.err;
            const bool table = std::string_view(writer.name) == "budgets.csv"; // told by the name, which is "-" here
            EXPECT_TRUE(table || finished.out.starts_with(writer.begins)) << finished.out.substr(0, 60);
            EXPECT_EQ(finished.out.find("Wrote "), std::string::npos);
            EXPECT_EQ(finished.err, "");
        }
    }
    std::ofstream(out("report.json")) << write(writers()[0], "-").out;
    EXPECT_EQ(ctl({"report", "verify", out("report.json").string()}).exitCode, 0);
    EXPECT_FALSE(fs::exists("-"));
    std::vector<std::string> full{"/bin/sh",     "-c",         "exec \"$0\" \"$@\" > /dev/full",
                                  GREENWARD_CTL, "--data-dir", data().string(),
                                  "budget",      "export",     "-"};
    EXPECT_EQ(runProgram(full).exitCode, 1);
}

TEST_F(CliOutputs, B5_budgetsAreNotKeptInThePlaceOfTheStore)
{
    for (const fs::path &bad : {data() / "state.db", data() / "other.json", fs::path("/dev/null"), m_root.path()}) {
        const Finished finished = ctl({"budget", "settings", "--file", bad.string()});
        EXPECT_EQ(finished.exitCode, 1) << bad;
        EXPECT_TRUE(finished.err.starts_with("greenwardctl: file: \"")) << finished.err;
    }
    EXPECT_EQ(ctl({"audit", "verify"}).exitCode, 0);
    EXPECT_EQ(ctl({"budget", "settings", "--file", out("kept.json").string()}).exitCode, 0);
    EXPECT_TRUE(fs::exists(out("kept.json")));
    EXPECT_EQ(ctl({"budget", "settings", "--file", (data() / "carbon-budgets.json").string()}).exitCode, 0);
    EXPECT_EQ(ctl({"budget", "settings", "--file", "default"}).exitCode, 0);
}

TEST_F(CliOutputs, B5_aNameCannotSpoilTheTerminal)
{
    const Finished finished = ctl({"budget", "export", out("a\x1b[2Jb\nc").string()});
    EXPECT_EQ(finished.exitCode, 0) << finished.err;
    EXPECT_EQ(finished.out.find('\x1b'), std::string::npos) << finished.out;
    EXPECT_EQ(std::count(finished.out.begin(), finished.out.end(), '\n'), 1) << finished.out;
}

} // namespace
} // namespace greenward::tests
