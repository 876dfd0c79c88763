// Budgets through the real program, as an operator and as a storage system would use it.
#include "tests/support/json_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class CliBudget : public testing::Test
{
protected:
    JsonProgram program() const { return JsonProgram({GREENWARD_CTL, "--data-dir", data().string(), "--json"}); }
    Finished ctl(const std::vector<std::string> &words) const { return program().run(words); }
    Json answer(const std::vector<std::string> &words, int expectedCode = 0) const
    {
        return program().answer(words, expectedCode);
    }
    Json error(const std::vector<std::string> &words, int expectedCode) const
    {
        return program().error(words, expectedCode);
    }
    void use(const std::string &tenant, const std::string &grams) const
    {
        answer({"usage", "record", tenant, "--grams", grams});
    }

    fs::path data() const { return m_root.path() / "data"; }
    std::string file(const std::string &name) const { return (m_root.path() / name).string(); }
    std::string written(const std::string &name, const std::string &text) const
    {
        std::ofstream(file(name), std::ios::binary) << text;
        return file(name);
    }

    TemporaryDirectory m_root;
};

TEST_F(CliBudget, C74_throttleAnswersAsSpecified)
{
    answer({"budget", "set", "acme", "--limit", "1 kg", "--period", "year"});
    struct Step
    {
        const char *grams;
        int delay_ms;
        const char *result;
    };
    for (const Step &step : {Step{"799", 0, "allowed"}, Step{"1", 100, "delayed"}, Step{"50", 575, "delayed"},
                             Step{"50", 1050, "delayed"}, Step{"50", 1525, "delayed"}, Step{"50", 2000, "delayed"}}) {
        use("acme", step.grams);
        const Json verdict = answer({"throttle", "acme"});
        EXPECT_EQ(verdict.at("delay_ms"), step.delay_ms);
        EXPECT_EQ(verdict.at("result"), step.result);
    }
    EXPECT_EQ(answer({"throttle", "acme", "--estimate-grams", "0.000001"}, 1).at("result"), "rejected")
        << "nothing more fits";
    use("acme", "0.000001");
    EXPECT_EQ(answer({"throttle", "acme"}, 1).at("result"), "rejected");
    const Json row = answer({"budget", "show", "acme"});
    EXPECT_EQ(row.at("evaluations"), 8) << "the statistics outlive the process";
    EXPECT_EQ(row.at("delayed"), 5);
    EXPECT_EQ(row.at("rejected"), 2);
    EXPECT_EQ(row.at("added_waiting_ms"), 100 + 575 + 1050 + 1525 + 2000);
}

TEST_F(CliBudget, T04_waitReallyWaits)
{
    answer(
        {"budget", "set", "acme", "--limit", "1 kg", "--period", "year", "--min-delay", "300", "--max-delay", "300"});
    use("acme", "900");
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(answer({"throttle", "acme", "--wait"}).at("delay_ms"), 300);
    EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds{300});
}

TEST_F(CliBudget, shadowModeCountsAndLetsPass)
{
    answer({"budget", "set", "acme", "--limit", "1 kg", "--period", "year", "--shadow"});
    use("acme", "2000");
    const Json verdict = answer({"throttle", "acme"});
    EXPECT_EQ(verdict.at("result"), "allowed");
    EXPECT_EQ(verdict.at("would_be"), "rejected");
    EXPECT_EQ(answer({"budget", "show", "acme"}).at("would_reject"), 1);
    answer({"budget", "set", "acme", "--limit", "1 kg", "--period", "year", "--enforce"});
    EXPECT_EQ(answer({"throttle", "acme"}, 1).at("result"), "rejected");
}

TEST_F(CliBudget, reservationsLiveFromOneProcessToTheNext)
{
    answer({"budget", "set", "acme", "--limit", "100 g", "--period", "year"});
    const std::string id = answer({"reserve", "acme", "--estimate-grams", "60", "--op", "backup"}).at("id");
    EXPECT_EQ(answer({"budget", "show", "acme"}).at("reserved_g"), 60);
    EXPECT_EQ(error({"reserve", "acme", "--estimate-grams", "41"}, 1).at("code"), "refused");
    EXPECT_EQ(answer({"reservations"}).size(), 1U);
    EXPECT_EQ(answer({"commit", id, "--grams", "55.5"}).at("within_limit"), true);
    const Json row = answer({"budget", "show", "acme"});
    EXPECT_EQ(row.at("used_g"), 55.5);
    EXPECT_EQ(row.at("reserved_g"), 0);
    EXPECT_EQ(error({"commit", id, "--grams", "55.5"}, 4).at("code"), "unknown_name");
    const std::string other = answer({"reserve", "acme", "--estimate-grams", "40"}).at("id");
    answer({"release", other});
    EXPECT_EQ(answer({"budget", "show", "acme"}).at("used_g"), 55.5);
}

TEST_F(CliBudget, B07_exportAndImportAreOneAnothersInverse)
{
    answer({"budget", "set", "acme", "--limit", "1.5 t", "--period", "quarter", "--soft", "66.5", "--region", "SE"});
    answer({"budget", "set", "=2+5", "--limit", "unlimited", "--period", "day", "--shadow"});
    const Json before = answer({"budget", "list"});
    for (const std::string name : {"budgets.json", "budgets.csv"}) {
        EXPECT_EQ(answer({"budget", "export", file(name)}).at("budgets"), 2);
        answer({"budget", "set", "acme", "--limit", "1 g", "--period", "day", "--soft", "10"});
        EXPECT_EQ(answer({"budget", "import", file(name), "--dry-run"}).at("budgets")[1].at("effect"), "changed");
        EXPECT_EQ(answer({"budget", "show", "acme"}).at("limit_g"), 1) << "a dry run changes nothing";
        answer({"budget", "import", file(name)});
        EXPECT_EQ(answer({"budget", "list"}), before);
        EXPECT_EQ(answer({"budget", "import", file(name)}).at("budgets")[0].at("effect"), "unchanged");
    }
}

TEST_F(CliBudget, C14_oneBadEntryChangesNothing)
{
    answer({"budget", "set", "acme", "--limit", "5 g", "--period", "day"});
    const std::string bad = written("bad.json", "{\"version\": 1, \"budgets\": [\n"
                                                "{\"tenant\": \"acme\", \"limit\": \"9 g\", \"period\": \"day\"},\n"
                                                "{\"tenant\": \"zeta\", \"limit\": \"-3 g\", \"period\": \"day\"}]}");
    const Json problem = error({"budget", "import", bad}, 4);
    EXPECT_EQ(problem.at("subject"), "limit");
    EXPECT_NE(problem.at("detail").get<std::string>().find("line 3"), std::string::npos) << problem.dump();
    const std::string half = written("half.json", "{\"version\": 1, \"budgets\": [\n{\"tenant\": \"acme\", \"lim");
    EXPECT_NE(error({"budget", "import", half}, 4).at("detail").get<std::string>().find("line 2"), std::string::npos);
    EXPECT_EQ(error({"budget", "import", file("none.json")}, 4).at("code"), "not_found");
    EXPECT_EQ(answer({"budget", "show", "acme"}).at("limit_g"), 5);
    EXPECT_EQ(answer({"budget", "list"}).size(), 1U);
}

TEST_F(CliBudget, B06_B12_theBudgetsFileFoundsANewStore)
{
    answer({"budget", "set", "acme", "--limit", "5 kg", "--period", "day"});
    const fs::path mirror = data() / "carbon-budgets.json";
    ASSERT_TRUE(fs::exists(mirror)) << "written at the end of the process";
    const std::string text = contentOf(mirror);
    fs::remove_all(data());
    fs::create_directories(data());
    fs::permissions(data(), fs::perms::owner_all);
    std::ofstream(mirror) << text;
    EXPECT_EQ(answer({"budget", "show", "acme"}).at("limit_g"), 5000);

    std::ofstream(mirror) << "{\"version\": 1, \"budgets\": []}";
    answer({"budget", "set", "zeta", "--limit", "1 kg", "--period", "day"});
    EXPECT_EQ(contentOf(data() / "carbon-budgets.json.edited-1"), "{\"version\": 1, \"budgets\": []}");
    EXPECT_EQ(answer({"budget", "list"}).size(), 2U);
}

TEST_F(CliBudget, B4_noImportIsKilledByWhatItReads)
{
    const auto nested = [](std::size_t depth, const std::string &open) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i)
            text += open;
        return text;
    };
    using namespace std::string_literals;
    const std::vector<std::pair<std::string, std::string>> hostile{
        {"lists", nested(120'000, "[")},
        {"objects", nested(60'000, "{\"budgets\":")},
        {"inside", "{\"version\":1,\"format\":\"greenward-backends\",\"budgets\":[" + nested(120'000, "{\"a\":[")},
        {"line", "{\"tenant\":\"" + std::string(100'000'000, 'x') + "\"}"},
        {"zero", "{\"version\":1}\0{\"budgets\":[]}"s},
        {"utf16", "\xFF\xFE{\0\"\0v\0"s},
        {"number", "{\"version\":" + std::string(1'000'000, '9') + "}"},
        {"twice", "{\"version\":1,\"version\":1,\"at\":\"2026-01-01T00:00:00Z\",\"do\":\"x\"}"}};
    for (const auto &[name, text] : hostile) {
        const std::string path = written(name, text);
        for (const std::vector<std::string> &command : {std::vector<std::string>{"budget", "import"},
                                                        {"backend", "import"},
                                                        {"usage", "import"},
                                                        {"grid", "import"},
                                                        {"replay"}}) {
            std::vector<std::string> words = command;
            words.push_back(path);
            const Finished finished = ctl(words);
            EXPECT_EQ(finished.exitCode, 4) << name << ": " << command[0] << ": " << finished.err.substr(0, 300);
            EXPECT_LT(finished.err.size(), 1'000U) << name << ": " << command[0];
            EXPECT_EQ(std::count(finished.err.begin(), finished.err.end(), '\n'), 1) << finished.err.substr(0, 300);
        }
        EXPECT_NE(ctl({"report", "verify", path}).exitCode, 0) << name;
    }
    EXPECT_EQ(answer({"budget", "list"}).size(), 0U);
    EXPECT_EQ(answer({"usage", "list"}).size(), 0U);
}

TEST_F(CliBudget, usageIsImportedAllOrNoneAndOnce)
{
    const std::string good =
        written("usage.jsonl", "{\"tenant\": \"acme\", \"amount_g\": \"12.5\", \"operation\": \"write\"}\n"
                               "\n"
                               "{\"measurementId\": \"m1\", \"tenantId\": \"acme\", \"energyWh\": 1000, "
                               "\"boundary\": \"facility\", \"timestamp\": \"2026-01-01T00:00:00Z\"}\n");
    const std::string bad = written("bad.jsonl", "{\"tenant\": \"acme\", \"amount_g\": \"12.5\"}\n"
                                                 "{\"tenant\": \"acme\", \"amount_g\": \"-1\"}\n");
    const Json problem = error({"usage", "import", bad}, 4);
    EXPECT_EQ(problem.at("subject"), "amount_g");
    EXPECT_NE(problem.at("detail").get<std::string>().find("line 2"), std::string::npos);
    EXPECT_EQ(answer({"usage", "list"}).size(), 0U);
    EXPECT_EQ(answer({"usage", "import", good}).at("counted"), 2);
    const Json again = answer({"usage", "import", good});
    EXPECT_EQ(again.at("counted"), 0);
    EXPECT_EQ(again.at("repeated"), 2);
    EXPECT_EQ(answer({"usage", "list"}).size(), 2U);
    const std::string csv =
        written("usage.csv", "tenant,amount_g,operation,id\r\nacme,1,write,a\r\nacme,2,write,b\r\n");
    EXPECT_EQ(answer({"usage", "import", csv}).at("counted"), 2);
    EXPECT_EQ(answer({"audit", "verify"}).at("intact"), true);
}

TEST_F(CliBudget, recommendationsAreAppliedByOneCommand)
{
    answer({"budget", "set", "acme", "--limit", "100 g", "--period", "year"});
    answer({"budget", "settings", "--evaluations", "3"});
    use("acme", "95");
    EXPECT_TRUE(answer({"budget", "recommendations"}).empty());
    for (int i = 0; i < 3; ++i)
        answer({"throttle", "acme"});
    const Json rows = answer({"budget", "recommendations", "acme"});
    ASSERT_EQ(rows.size(), 1U) << rows.dump(2);
    EXPECT_EQ(rows[0].at("kind"), "raise_limit");
    EXPECT_EQ(rows[0].at("throttled_pct"), 100);
    answer({"budget", "follow", "acme", "raise_limit"});
    EXPECT_EQ(answer({"budget", "show", "acme"}).at("limit_g"), rows[0].at("proposed").at("limit_g"));
    EXPECT_EQ(answer({"throttle", "acme"}).at("result"), "allowed");
    EXPECT_EQ(error({"budget", "follow", "acme", "longer_period"}, 4).at("code"), "unknown_name");
}

TEST_F(CliBudget, badInputNamesTheFieldAndTouchesNothing)
{
    struct Case
    {
        std::vector<std::string> words;
        const char *subject;
    };
    const std::string huge(10'240, 'x');
    const std::vector<Case> cases{
        {{"budget", "set", "acme", "--limit=-1 kg", "--period", "day"}, "limit"},
        {{"budget", "set", "acme", "--limit", "NaN kg", "--period", "day"}, "limit"},
        {{"budget", "set", "acme", "--limit", "inf t", "--period", "day"}, "limit"},
        {{"budget", "set", "acme", "--limit", "1e400 t", "--period", "day"}, "limit"},
        {{"budget", "set", "acme", "--limit", "500", "--period", "day"}, "limit"},
        {{"budget", "set", "acme", "--limit", "5 kg", "--period", "fortnight"}, "period"},
        {{"budget", "set", "two\nlines", "--limit", "5 kg", "--period", "day"}, "tenant"},
        {{"budget", "set", huge, "--limit", "5 kg", "--period", "day"}, "tenant"},
        {{"budget", "set", "acme", "--limit", "5 kg", "--period", "day", "--min-delay", "3000"}, "delay"},
        {{"budget", "set", "acme", "--limit", "5 kg", "--period", "day", "--soft", "NaN"}, "soft"},
        {{"usage", "record", "acme", "--grams=-1"}, "grams"},
        {{"usage", "record", "acme", "--energy-wh", "1e9"}, "energy-wh"},
        {{"throttle", "acme", "--estimate-grams", "infinity"}, "estimate-grams"},
        {{"reserve", "acme", "--estimate-grams", "5", "--for", "40d"}, "ttl"}};
    for (const Case &one : cases) {
        const Json problem = error(one.words, 4);
        EXPECT_EQ(problem.value("subject", ""), one.subject) << problem.dump();
        EXPECT_LT(problem.value("detail", "").size(), 1000U) << one.subject;
    }
    EXPECT_TRUE(answer({"budget", "list"}).empty());
    answer({"budget", "set", "<b onclick=x>&amp;", "--limit", "5 kg", "--period", "day"});
    EXPECT_EQ(answer({"budget", "list"})[0].at("tenant"), "<b onclick=x>&amp;");
}

} // namespace
} // namespace greenward::tests
