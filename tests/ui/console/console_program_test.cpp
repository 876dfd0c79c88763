#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;

class ConsoleProgram : public testing::Test
{
protected:
    Finished console(std::vector<std::string> words) const
    {
        words.insert(words.begin(), GREENWARD_CONSOLE);
        return runProgram(words);
    }

    std::vector<std::string> picturesIn(const fs::path &directory) const
    {
        std::vector<std::string> names;
        for (const auto &entry : fs::directory_iterator(directory))
            names.push_back(entry.path().filename());
        std::ranges::sort(names);
        return names;
    }

    TemporaryDirectory m_root;
};

TEST_F(ConsoleProgram, saysItsVersionAndItsOptions)
{
    const Finished version = console({"--version"});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_TRUE(version.out.starts_with("greenward ")) << version.out;
    const Finished help = console({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    for (const char *option : {"--data-dir", "--read-only", "--sample", "--capture", "--theme", "--size"})
        EXPECT_NE(help.out.find(option), std::string::npos) << option;
}

TEST_F(ConsoleProgram, refusesWrongUsageNamingIt)
{
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"--no-such-option"}, "no-such-option"},
        {{"stray"}, "stray"},
        {{"--theme", "pink"}, "pink"},
        {{"--size", "wide"}, "wide"},
        {{"--size", "10x10"}, "10x10"},
        {{"--sample", "--data-dir", "/x"}, "--data-dir"},
        {{"--size", "99999x99999"}, "99999x99999"},
    };
    for (const auto &[words, named] : wrong) {
        const Finished finished = console(words);
        EXPECT_EQ(finished.exitCode, 2) << named;
        EXPECT_NE(finished.err.find(named), std::string::npos) << finished.err;
    }
}

TEST_F(ConsoleProgram, capturesEveryPageInTheThemeAndSizeAskedFor)
{
    const fs::path pictures = m_root.path() / "pictures";
    const Finished finished = console({"--data-dir", (m_root.path() / "data").string(), "--capture", pictures.string(),
                                       "--theme", "dark", "--size", "1000x700"});
    ASSERT_EQ(finished.exitCode, 0) << finished.err;
    const std::vector<std::string> expected{"activity-dark.png", "budgets-dark.png",   "grid-dark.png",
                                            "overview-dark.png", "placement-dark.png", "reports-dark.png",
                                            "settings-dark.png", "tiering-dark.png"};
    EXPECT_EQ(picturesIn(pictures), expected);
    // Width and height stand in the first chunk of a PNG, big-endian.
    const std::string png = contentOf(pictures / "overview-dark.png");
    ASSERT_GT(png.size(), 24U);
    const auto number = [&png](std::size_t at) {
        return static_cast<unsigned char>(png[at + 2]) * 256 + static_cast<unsigned char>(png[at + 3]);
    };
    EXPECT_EQ(number(16), 1000);
    EXPECT_EQ(number(20), 700);
}

TEST_F(ConsoleProgram, showsADamagedStoreAndLeavesItAsItIs)
{
    const fs::path data = m_root.path() / "data";
    ASSERT_EQ(console({"--data-dir", data.string(), "--capture", (m_root.path() / "first").string()}).exitCode, 0);
    const std::string rubbish(8192, 'x');
    {
        std::ofstream state(data / "state.db", std::ios::binary | std::ios::trunc);
        state << rubbish;
    }
    const fs::path pictures = m_root.path() / "second";
    const Finished finished = console({"--data-dir", data.string(), "--capture", pictures.string()});
    EXPECT_EQ(finished.exitCode, 0) << finished.err;
    EXPECT_EQ(picturesIn(pictures).size(), 1U) << "one picture of the page that says what is wrong";
    bool kept = false;
    for (const auto &entry : fs::recursive_directory_iterator(data))
        kept = kept || (entry.is_regular_file() && contentOf(entry.path()) == rubbish);
    EXPECT_TRUE(kept) << "a damaged store is kept aside, never overwritten";
}

TEST_F(ConsoleProgram, opensReadOnlyWithoutChangingAnything)
{
    const fs::path data = m_root.path() / "data";
    ASSERT_EQ(console({"--data-dir", data.string(), "--capture", (m_root.path() / "first").string()}).exitCode, 0);
    const auto before = fs::last_write_time(data / "state.db");
    const Finished finished =
        console({"--data-dir", data.string(), "--read-only", "--capture", (m_root.path() / "second").string()});
    EXPECT_EQ(finished.exitCode, 0) << finished.err;
    EXPECT_EQ(fs::last_write_time(data / "state.db"), before);
}

TEST_F(ConsoleProgram, saysWhenPicturesCannotBeWritten)
{
    std::ofstream(m_root.path() / "file") << "not a directory";
    const Finished finished = console(
        {"--data-dir", (m_root.path() / "data").string(), "--capture", (m_root.path() / "file" / "pictures").string()});
    EXPECT_EQ(finished.exitCode, 1);
    EXPECT_NE(finished.err.find("pictures"), std::string::npos) << finished.err;
}

} // namespace
} // namespace greenward::tests
