// Placement through the real program, with the services of grid data on loopback.
#include "tests/support/grid_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class CliPlacement : public GridProgram
{
protected:
    CliPlacement() { useAll(); }

    std::string problem(const std::vector<std::string> &words, int expectedCode) const
    {
        const Json found = error(words, expectedCode);
        return found.value("subject", "") + ": " + found.value("detail", "");
    }
    static std::set<std::string> signalsOf(const Json &decision)
    {
        std::set<std::string> signals;
        for (const char *group : {"ranked", "excluded"})
            for (const Json &candidate : decision.at(group))
                signals.insert(candidate.at("intensity").at("signal").get<std::string>());
        return signals;
    }
};

TEST_F(CliPlacement, P09_P13_P16_choosesByLiveFiguresAndRemembersWhy)
{
    answer({"backend", "add", "berlin", "--region", "DE", "--renewable", "60", "--pue", "1.3"});
    const Json decision = answer(
        {"placement", "choose", "--size", "10TB", "--candidates", "berlin,azure-westeurope", "--tenant", "acme"});
    EXPECT_EQ(decision.at("decision"), 1);
    EXPECT_EQ(decision.at("chosen"), "azure-westeurope");
    EXPECT_EQ(decision.at("provisional"), false);
    ASSERT_EQ(decision.at("ranked").size(), 2U);
    const Json &berlin = decision.at("ranked")[1];
    EXPECT_EQ(berlin.at("intensity").at("provider"), "Electricity Maps") << "before Energy-Charts, which has DE too";
    EXPECT_EQ(berlin.at("intensity").at("origin"), "live");
    EXPECT_EQ(decision.at("signal"), "average");
    EXPECT_GT(berlin.at("estimate").at("network").at("carbon_high_g").get<double>(),
              berlin.at("estimate").at("network").at("carbon_g").get<double>());
    EXPECT_FALSE(decision.at("coefficients").empty());

    const Json explained = answer({"placement", "explain", "1"});
    EXPECT_EQ(explained.at("explanation").at("reproduced"), true);
    EXPECT_EQ(explained.at("ranked"), decision.at("ranked")) << "as it was decided";
    EXPECT_FALSE(explained.at("explanation").at("flips").empty());
    EXPECT_EQ(answer({"placement", "decisions"})[0].at("chosen"), "azure-westeurope");
    const Json audited = answer({"audit", "list"});
    EXPECT_EQ(audited[0].at("what"), "placement.choose");
    EXPECT_EQ(audited[0].at("subject"), "decision 1");

    answer({"backend", "set", "berlin", "--renewable", "100", "--pue", "1"});
    const Json again = answer({"placement", "recompute", "1"});
    EXPECT_EQ(again.at("same_choice"), false);
    EXPECT_EQ(again.at("now").at("chosen"), "berlin");
    EXPECT_EQ(again.at("then").at("chosen"), "azure-westeurope");
    EXPECT_EQ(answer({"placement", "decisions"}).size(), 1U) << "recomputing keeps nothing";
}

TEST_F(CliPlacement, C23_aProviderThatFailsInTheMiddleNeverMixesSignals)
{
    const std::string all = "aws-us-west-2,aws-eu-north-1,azure-westeurope,gcp-us-central1";
    // A login, then one region's figure; then it fails.
    m_services.set("watttime", {.downAfter = 2});
    const Json decision = answer({"placement", "choose", "--size", "1TB", "--candidates", all, "--signal", "marginal"});
    EXPECT_EQ(signalsOf(decision), std::set<std::string>{"average"});
    EXPECT_EQ(decision.at("signal"), "average");
    EXPECT_EQ(decision.at("signal_asked"), "marginal");
    EXPECT_EQ(decision.at("ranked").size(), 4U);
    EXPECT_NE(decision.at("warnings")[0].get<std::string>().find("not comparable by marginal"), std::string::npos);

    m_services.set("watttime", {});
    answer({"grid", "source", "set", "watttime", "--url", m_services.urlOf("watttime")}); // its pause is over
    const Json marginal = answer({"placement", "choose", "--size", "1TB", "--candidates", all, "--signal", "marginal"});
    EXPECT_EQ(signalsOf(marginal), std::set<std::string>{"marginal"});
}

TEST_F(CliPlacement, C30_tenCandidatesWithHangingServicesAreDecidedWithinTheDeadline)
{
    for (const char *source : {"watttime", "electricitymaps", "gb-carbon-intensity", "energy-charts"})
        m_services.set(source, {.hangs = true});
    std::string candidates;
    for (const char *region : {"DE", "GB", "FR", "SE", "PL", "ES", "IT", "NL", "AT", "CH"}) {
        answer({"backend", "add", "in-" + std::string(region), "--region", region, "--pue", "1.2"});
        candidates += (candidates.empty() ? "in-" : ",in-") + std::string(region);
    }
    const auto begun = std::chrono::steady_clock::now();
    const Json decision = answer({"placement", "choose", "--size", "1TB", "--candidates", candidates, "--wait", "2s"});
    const auto took = std::chrono::steady_clock::now() - begun;
    EXPECT_GE(took, std::chrono::seconds{2}) << "it did wait for them";
    EXPECT_EQ(decision.at("ranked").size(), 10U);
    EXPECT_EQ(decision.at("provisional"), true);
    EXPECT_EQ(decision.at("chosen"), "in-SE");
    for (const Json &candidate : decision.at("ranked"))
        EXPECT_EQ(candidate.at("intensity").at("origin"), "country_year_average");
}

TEST_F(CliPlacement, P14_aRefreshAsksForAllKnownRegionsAgain)
{
    answer({"backend", "add", "berlin", "--region", "DE", "--pue", "1.3"});
    // Exit code 5: nobody has live figures for a site that is nowhere.
    const Json rows = answer({"grid", "refresh"}, 5);
    std::set<std::string> regions;
    for (const Json &row : rows)
        regions.insert(row.at("region").get<std::string>());
    for (const char *region : {"DE", "aws:us-west-2", "azure:westeurope", "gcp:us-central1"})
        EXPECT_TRUE(regions.contains(region)) << region;
}

TEST_F(CliPlacement, C29_C33_C35_badInputNamesTheFieldAndChangesNothing)
{
    const auto choose = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"placement", "choose", "--stored"});
        return words;
    };
    EXPECT_EQ(problem(choose({"--size", "5 bananas", "--candidates", "all"}), 4).substr(0, 5), "size:");
    EXPECT_EQ(problem(choose({"--size", "1TB", "--candidates", "nobody"}), 4),
              "candidates: none of them can be rated; nobody: there is no backend \"nobody\"");
    EXPECT_EQ(problem(choose({"--size", "1TB", "--candidates", "all", "--signal", "percentile"}), 4).substr(0, 7),
              "signal:");
    EXPECT_EQ(problem(choose({"--size", "1TB", "--candidates", "all", "--countries", "Sweden"}), 4).substr(0, 8),
              "country:");
    EXPECT_EQ(problem(choose({"--size", "1TB", "--candidates", "all", "--max-price", "cheap"}), 4).substr(0, 10),
              "max-price:");
    EXPECT_EQ(problem({"backend", "add", "x", "--region", "SE", "--pue", "0.9"}, 4).substr(0, 4), "pue:");
    EXPECT_EQ(problem({"backend", "add", "x", "--region", "SE", "--wue", "-1"}, 4).substr(0, 4), "wue:");
    EXPECT_EQ(problem({"backend", "add", "x", "--region", "SE", "--renewable", "101"}, 4).substr(0, 10), "renewable:");
    EXPECT_EQ(problem({"backend", "add", "x", "--region", "SE", "--pue", "nan"}, 4).substr(0, 4), "pue:");
    EXPECT_EQ(problem({"backend", "add", "x", "--region", "atlantis"}, 4).substr(0, 7), "region:");
    EXPECT_EQ(problem({"backend", "add", "x", "--from-catalogue", "aws:atlantis"}, 4).substr(0, 15), "from-catalogue:");
    EXPECT_EQ(problem({"placement", "explain", "1"}, 4), "decision: there is no decision 1; the last is 0");
    EXPECT_EQ(answer({"backend", "list"}).size(), 5U) << "the presets only";
    EXPECT_TRUE(answer({"placement", "decisions"}).empty());
    // Nobody meets it: that is an answer, not an error, and says what each lacks.
    const Json none = answer(choose({"--size", "1TB", "--candidates", "all", "--media", "tape"}), 1);
    EXPECT_TRUE(none.at("chosen").is_null());
    EXPECT_EQ(none.at("excluded").size(), 5U);
    EXPECT_EQ(none.at("excluded")[0].at("unmet")[0], "is on hdd; asked for tape");
}

TEST_F(CliPlacement, P07_C32_theCatalogueAndAFileOfBackends)
{
    const Json catalogue = answer({"backend", "catalogue", "stockholm"});
    ASSERT_FALSE(catalogue.empty());
    EXPECT_EQ(catalogue[0].at("region"), "eu-north-1");
    EXPECT_EQ(problem({"backend", "catalogue", "atlantis"}, 4).substr(0, 5), "text:");
    answer({"backend", "add", "stockholm", "--from-catalogue", "aws:eu-north-1", "--copies", "10+4", "--price",
            "0.023 USD", "--latency", "online", "--immutable", "yes"});
    const Json added = answer({"backend", "show", "stockholm"});
    EXPECT_EQ(added.at("copies"), "10+4");
    EXPECT_EQ(added.at("price_per_gb_month"), "0.023 USD");
    EXPECT_EQ(added.at("share_basis"), "annual-certificates");
    EXPECT_EQ(added.at("residency"), "SE");
    EXPECT_EQ(added.at("source_year"), 2024);

    const std::string file = (m_root.path() / "backends.json").string();
    EXPECT_EQ(answer({"backend", "export", file}).at("backends"), 1);
    answer({"backend", "remove", "stockholm"});
    const Json planned = answer({"backend", "import", file, "--dry-run"});
    EXPECT_EQ(planned.at("backends")[0].at("effect"), "added");
    EXPECT_EQ(answer({"backend", "list"}).size(), 5U);
    answer({"backend", "import", file});
    EXPECT_EQ(answer({"backend", "show", "stockholm"}), added);
    EXPECT_EQ(answer({"backend", "import", file}).at("backends")[0].at("effect"), "unchanged");

    // One bad entry: none is taken over.
    std::ofstream(file) << R"({"format":"greenward-backends","version":1,"backends":[{"id":"one","region":"SE"},)"
                        << R"({"id":"two","region":"atlantis"}]})";
    EXPECT_EQ(problem({"backend", "import", file}, 4).substr(0, 12), "two, region:");
    EXPECT_EQ(answer({"backend", "list"}).size(), 6U);
}

TEST_F(CliPlacement, C31_theRankingIsTheOperatorsAndStays)
{
    answer({"backend", "add", "flash", "--region", "SE", "--medium", "ssd", "--renewable", "100", "--pue", "1"});
    answer({"backend", "add", "disk", "--region", "SE", "--renewable", "90", "--pue", "1"});
    const std::vector<std::string> question{"placement", "choose", "--stored",     "--what-if",
                                            "--size",    "1TB",    "--candidates", "flash,disk"};
    EXPECT_EQ(answer(question).at("chosen"), "flash");
    EXPECT_EQ(answer({"placement", "ranking"}).at("rank_by"), "score");
    EXPECT_EQ(answer({"placement", "ranking", "footprint"}).at("rank_by"), "footprint");
    EXPECT_EQ(answer(question).at("chosen"), "disk");
    EXPECT_EQ(answer({"placement", "scores"})[0].at("id"), "disk");
    EXPECT_TRUE(answer({"placement", "decisions"}).empty()) << "what-if keeps nothing";
    const Finished literal = ctl({"placement", "scores", "--rank-by", "literal"}, false);
    EXPECT_NE(literal.out.find("LITERAL is the formula as printed"), std::string::npos);
}

} // namespace
} // namespace greenward::tests
