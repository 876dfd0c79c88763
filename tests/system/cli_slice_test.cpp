// The whole slice through the real program on real files, as an operator would type it.
#include "tests/support/program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class CliSlice : public testing::Test
{
protected:
    fs::path brown() const { return m_root.path() / "brown"; }
    fs::path green() const { return m_root.path() / "green"; }

    Finished ctl(std::vector<std::string> words) const
    {
        std::vector<std::string> command{GREENWARD_CTL, "--data-dir", (m_root.path() / "data").string()};
        command.insert(command.end(), words.begin(), words.end());
        return runProgram(command);
    }

    Json ctlJson(std::vector<std::string> words) const
    {
        words.insert(words.begin(), "--json");
        const Finished finished = ctl(words);
        EXPECT_EQ(finished.exitCode, 0) << words[1] << " " << words[2] << ": " << finished.err << finished.out;
        Json answer = Json::parse(finished.out, nullptr, false);
        EXPECT_FALSE(answer.is_discarded()) << finished.out;
        return answer;
    }

    /// Two trees: a dirty one with old and new files of tenant acme, and a clean empty one; both registered.
    void plantAndRegister()
    {
        for (unsigned i = 0; i < 12; ++i)
            plantCold("acme/archive/file " + std::to_string(i) + ".bin", 50'000 + i * 7'001, i);
        plantCold("acme/odd/new\nline \"quoted\" \xF0\x9F\x8C\xB1.txt", 1'234, 100);
        plantCold("acme/odd/bad-utf8-\xFF\xFE", 99, 101);
        plantCold("acme/" + std::string(255, 'n'), 10, 102);
        plantFile(brown() / "acme/empty", 0, 103, 60);
        plantFile(brown() / "acme/hot/today.bin", 4'000, 200, 0);
        fs::create_directories(green());
        ASSERT_EQ(ctl({"backend", "add", "brown", "--kind", "local", "--path", brown().string(), "--region", "PL",
                       "--renewable", "20", "--pue", "1.6", "--medium", "hdd"})
                      .exitCode,
                  0);
        ASSERT_EQ(ctl({"backend", "add", "green", "--kind", "local", "--path", green().string(), "--region", "SE",
                       "--renewable", "98", "--pue", "1.1", "--wue", "0.1", "--medium", "hdd"})
                      .exitCode,
                  0);
    }

    void plantCold(const std::string &key, std::size_t size, unsigned seed)
    {
        m_cold[key] = plantFile(brown() / key, size, seed, 60);
    }

    TemporaryDirectory m_root;
    std::map<std::string, std::string> m_cold; ///< key -> content of what must move
};

TEST_F(CliSlice, fromDirectoriesToAVerifiedMigrationAndAReport)
{
    plantAndRegister();
    ASSERT_EQ(ctl({"budget", "set", "acme", "--limit", "5 kg", "--period", "month"}).exitCode, 0);
    ASSERT_EQ(ctl({"policy", "set", "acme", "--grace", "0", "--target-score", "60"}).exitCode, 0);
    ASSERT_EQ(ctl({"scan"}).exitCode, 0);

    const Json scores = ctlJson({"placement", "scores"});
    std::map<std::string, double> scoreOf;
    for (const Json &row : scores)
        scoreOf[row.at("id")] = row.at("score").get<double>();
    EXPECT_GT(scoreOf.at("green"), 60);
    EXPECT_LT(scoreOf.at("brown"), 60);

    const Json plan = ctlJson({"tiering", "plan", "acme"});
    ASSERT_TRUE(plan.at("batch").is_number()) << plan.dump(2);
    const std::string batch = std::to_string(plan.at("batch").get<int>());
    const Json planned = ctlJson({"tiering", "batch", batch});
    EXPECT_EQ(planned.at("objects"), m_cold.size());
    EXPECT_GT(planned.at("net_saving_g").get<double>(), 0);
    EXPECT_EQ(planned.at("state"), "planned");

    EXPECT_NE(ctl({"tiering", "run", batch}).exitCode, 0) << "nothing moves without an approval";
    for (const auto &[key, content] : m_cold)
        EXPECT_TRUE(fs::exists(brown() / key));

    ASSERT_EQ(ctl({"tiering", "approve", batch, "--by", "Ada Operator"}).exitCode, 0);
    const Finished run = ctl({"tiering", "run", batch});
    ASSERT_EQ(run.exitCode, 0) << run.err << run.out;

    for (const auto &[key, content] : m_cold) {
        ASSERT_TRUE(fs::exists(green() / key)) << key;
        EXPECT_EQ(contentOf(green() / key), content) << key;
        EXPECT_FALSE(fs::exists(brown() / key)) << key;
    }
    EXPECT_TRUE(fs::exists(brown() / "acme/hot/today.bin")) << "what is not cold stays";
    EXPECT_TRUE(fs::exists(brown() / "acme/empty")) << "moving nothing saves nothing";

    const Json done = ctlJson({"tiering", "batch", batch});
    EXPECT_EQ(done.at("state"), "completed");
    const double booked = done.at("booked_g").get<double>();
    EXPECT_GT(booked, 0);
    const Json budget = ctlJson({"budget", "show", "acme"});
    EXPECT_DOUBLE_EQ(budget.at("used_g").get<double>(), booked) << "the migration pays from the tenant's budget";

    const Json located = ctlJson({"objects", "locate", "acme/archive/file 3.bin"});
    EXPECT_NE(located.dump().find("green"), std::string::npos);
    EXPECT_EQ(ctlJson({"audit", "verify"}).at("intact"), true);

    for (const std::string format : {"json", "csv", "pdf"}) {
        const fs::path report = m_root.path() / ("report." + format);
        const Finished made = ctl({"report", "make", "--from", "2020-01-01", "--to", "2100-01-01", "--format", format,
                                   "-o", report.string()});
        ASSERT_EQ(made.exitCode, 0) << format << ": " << made.err;
        EXPECT_GT(fs::file_size(report), 200U) << format;
    }
    EXPECT_NE(contentOf(m_root.path() / "report.json").find("acme"), std::string::npos);
    EXPECT_EQ(contentOf(m_root.path() / "report.pdf").substr(0, 5), "%PDF-");
}

TEST_F(CliSlice, badInputIsNamedAndChangesNothing)
{
    plantAndRegister();
    const Json before = ctlJson({"backend", "list"});
    struct Case
    {
        std::vector<std::string> words;
        int exitCode;
        std::string names;
    };
    const std::string here = brown().string();
    const std::vector<Case> cases{
        {{"backend", "add", "x", "--kind", "local", "--path", green().string(), "--region", "atlantis-1"},
         4,
         "atlantis-1"},
        {{"backend", "add", "x", "--kind", "local", "--path", "/nowhere/at/all", "--region", "SE"},
         4,
         "/nowhere/at/all"},
        {{"backend", "add", "x", "--kind", "local", "--path", here, "--region", "SE", "--pue", "0.9"}, 4, "0.9"},
        {{"backend", "add", "x", "--kind", "local", "--path", here, "--region", "SE", "--copies", "0"}, 4, "copies"},
        {{"backend", "add", "x", "--kind", "local", "--path", here, "--region", "SE"}, 4, "brown"},
        {{"budget", "set", "acme", "--limit", "5 bananas", "--period", "month"}, 4, "5 bananas"},
        {{"budget", "set", "acme", "--limit", "-5 kg", "--period", "month"}, 4, "-5 kg"},
        {{"budget", "set", "acme", "--limit", "5 kg", "--period", "fortnight"}, 4, "fortnight"},
        {{"policy", "set", "acme", "--max-batch", "-1"}, 4, "-1"},
        {{"policy", "set", "acme", "--concurrency", "65"}, 4, "65"},
        {{"usage", "record", "acme", "--grams", "nan"}, 4, "nan"},
        {{"tiering", "approve", "999", "--by", "Ada"}, 4, "999"},
        {{"frobnicate"}, 2, "frobnicate"},
        {{"budget", "set", "acme", "--no-such-option"}, 2, "--no-such-option"},
    };
    for (const Case &bad : cases) {
        const Finished finished = ctl(bad.words);
        EXPECT_EQ(finished.exitCode, bad.exitCode)
            << bad.words[0] << " ... " << bad.words.back() << ": " << finished.err;
        EXPECT_NE(finished.err.find(bad.names), std::string::npos) << bad.names << " is not named in: " << finished.err;
    }
    const Json after = ctlJson({"backend", "list"});
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i)
        EXPECT_EQ(after[i].at("id"), before[i].at("id"));
    EXPECT_TRUE(ctlJson({"budget", "list"}).empty());
}

TEST_F(CliSlice, aSecondProcessIsRefusedAndADamagedStoreIsKept)
{
    plantAndRegister();
    const fs::path store = m_root.path() / "data" / "state.db";
    ASSERT_TRUE(fs::exists(store));
    const std::string rubbish(8192, 'x');
    {
        fs::remove(m_root.path() / "data" / "state.db-wal");
        FILE *file = fopen(store.c_str(), "wb");
        ASSERT_NE(file, nullptr);
        fwrite(rubbish.data(), 1, rubbish.size(), file);
        fclose(file);
    }
    const Finished refused = ctl({"--json", "budget", "list"});
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_NE(refused.err.find("store_damaged"), std::string::npos) << refused.err;
    EXPECT_EQ(contentOf(store), rubbish) << "a damaged store is never overwritten";
}

} // namespace
} // namespace greenward::tests
