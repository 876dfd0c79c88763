// Places, sizes and names at the target, as an operator meets them.
#include "tests/support/json_program.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using testing::HasSubstr;

class CliPlaces : public testing::Test
{
protected:
    CliPlaces()
    {
        fs::create_directories(hot());
        fs::create_directories(green());
        ctl.answer({"backend", "add", "hot", "--path", hot().string(), "--region", "PL", "--renewable", "20"});
        ctl.answer({"backend", "add", "green", "--path", green().string(), "--region", "SE", "--renewable", "98",
                    "--pue", "1.1"});
        ctl.answer({"policy", "set", "acme", "--grace", "1d", "--target-score", "60", "--cold-after", "1d"});
    }
    fs::path hot() const { return m_root.path() / "hot"; }
    fs::path green() const { return m_root.path() / "green"; }

    /// Of each place, as `objects locate` tells.
    std::map<std::string, std::string> statesOf(const std::string &key)
    {
        std::map<std::string, std::string> states;
        for (const Json &row : ctl.answer({"objects", "locate", key}))
            states[row.at("backend")] = row.at("state");
        return states;
    }

    TemporaryDirectory m_root;
    JsonProgram ctl{{GREENWARD_CTL, "--data-dir", (m_root.path() / "data").string(), "--json"}};
};

TEST_F(CliPlaces, A4_aMissingMarkerIsSaidAndAcceptedByHandOnly)
{
    const Json before = ctl.answer({"backend", "show", "hot"}).at("place");
    fs::remove(hot() / ".greenward-backend");
    const Json health = ctl.answer({"backend", "check", "hot"}, 1).at("health");
    EXPECT_EQ(health.at("reachable"), false);
    EXPECT_THAT(health.at("problem").get<std::string>(), HasSubstr(before.at("mark").get<std::string>()));
    EXPECT_THAT(ctl.error({"scan", "hot"}, 5).dump(), HasSubstr("greenwardctl backend accept hot"));
    const Json after = ctl.answer({"backend", "accept", "hot"}).at("place");
    EXPECT_NE(after.at("mark"), before.at("mark"));
    ctl.answer({"backend", "check", "hot"});
    EXPECT_THAT(ctl.answer({"audit", "list", "--limit", "5"}).dump(), HasSubstr("backend.accept"));
}

TEST_F(CliPlaces, A7_linksAndExclusionsAreCountedByTheirReason)
{
    plantFile(hot() / "acme/data", 1000, 1, 60);
    plantFile(hot() / "acme/one", 1000, 2, 60);
    fs::create_hard_link(hot() / "acme/one", hot() / "acme/two");
    plantFile(hot() / ".snapshot/hourly/acme/data", 1000, 1, 60);
    plantFile(hot() / "acme/scratch.tmp", 1000, 3, 60);
    const auto scanned = [&] {
        return ctl.answer({"scan", "hot"}).at(0);
    };
    EXPECT_EQ(scanned().at("objects"), 2);
    EXPECT_EQ(scanned().at("left_alone_by"), (Json{{"hard_linked", 2}, {"excluded", 1}}));
    EXPECT_THAT(scanned().at("notes").dump(), HasSubstr("hard_linked left alone: acme/one"));
    const Json changed = ctl.answer({"backend", "set", "hot", "--exclude", "default,*.tmp"});
    EXPECT_THAT(changed.at("exclude").dump(), HasSubstr("*.tmp"));
    EXPECT_EQ(scanned().at("objects"), 1);
    ctl.answer({"backend", "set", "hot", "--exclude", "none"});
    EXPECT_EQ(scanned().at("objects"), 3) << "what a snapshot holds is a tenant's then";
    EXPECT_EQ(ctl.error({"backend", "set", "hot", "--exclude", "a/b"}, 4).value("subject", ""), "exclude");
}

TEST_F(CliPlaces, A8_aTakenNameIsNotPlannedAndEveryPlaceIsTold)
{
    plantFile(hot() / "acme/moves", 100'000, 1, 60);
    plantFile(hot() / "acme/taken", 100'000, 2, 60);
    plantFile(green() / "acme/taken", 7, 3, 60);
    ctl.answer({"scan"});
    const Json plan = ctl.answer({"tiering", "plan", "acme"});
    EXPECT_THAT(plan.dump(), HasSubstr("something else of that name"));
    const std::string batch = std::to_string(plan.at("batch").get<int>());
    EXPECT_EQ(ctl.answer({"tiering", "batch", batch}).at("objects"), 1);
    EXPECT_EQ(statesOf("acme/taken"),
              (std::map<std::string, std::string>{{"hot", "unverified"}, {"green", "unverified"}}));
    EXPECT_EQ(statesOf("acme/moves"), (std::map<std::string, std::string>{{"hot", "current"}}));

    ctl.answer({"tiering", "approve", batch, "--by", "Ada"});
    ctl.run({"tiering", "run", batch});
    EXPECT_EQ(statesOf("acme/moves"),
              (std::map<std::string, std::string>{{"hot", "superseded"}, {"green", "current"}}));
    EXPECT_EQ(ctl.answer({"objects", "locate", "acme/moves"}).at(0).at("backend"), "green") << "best first";
    std::ofstream(hot() / "acme/moves") << "a new version at the old place";
    std::ofstream(green() / "acme/moves") << "and another one at the new place";
    ctl.answer({"scan"});
    EXPECT_EQ(statesOf("acme/moves"), (std::map<std::string, std::string>{{"hot", "changed"}, {"green", "changed"}}));
}

TEST_F(CliPlaces, A8_whatFoundItsNameTakenIsNotPlannedForEver)
{
    plantFile(hot() / "acme/taken", 100'000, 2, 60);
    ctl.answer({"scan"});
    const std::string batch = std::to_string(ctl.answer({"tiering", "plan", "acme"}).at("batch").get<int>());
    plantFile(green() / "acme/taken", 100'000, 3, 60); // since the plan, and of the same size
    ctl.answer({"tiering", "approve", batch, "--by", "Ada"});
    ctl.run({"tiering", "run", batch});
    for (int turn = 0; turn < 2; ++turn) {
        const Json again = ctl.answer({"tiering", "plan", "acme"});
        EXPECT_TRUE(again.at("batch").is_null()) << again.dump();
        EXPECT_THAT(again.dump(), HasSubstr("skipped when last moved there"));
        ctl.answer({"scan"});
    }
    std::ofstream(hot() / "acme/taken", std::ios::app) << "changed";
    plantFile(hot() / "acme/taken", 100'000, 4, 60);
    ctl.answer({"scan"});
    EXPECT_TRUE(ctl.answer({"tiering", "plan", "acme"}).at("batch").is_number());
}

} // namespace
} // namespace greenward::tests
