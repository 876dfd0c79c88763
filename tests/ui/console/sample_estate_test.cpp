#include "app/composition/compose.h"
#include "app/composition/sample_estate.h"
#include "app/composition/sample_files.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;

const ProgressSink kNobody = [](const Progress &) {
};

class SampleEstate : public testing::Test
{
protected:
    fs::path root() const { return m_directory.path() / "sample"; }
    TemporaryDirectory m_directory;
};

TEST_F(SampleEstate, filesAreTheSameForTheSameSeedAndStayModest)
{
    const auto once = app::sampleFiles(1);
    const auto again = app::sampleFiles(1);
    ASSERT_EQ(once.size(), 800U);
    std::uint64_t whole = 0;
    std::set<std::string> paths;
    for (std::size_t at = 0; at < once.size(); ++at) {
        EXPECT_EQ(once[at].name, again[at].name);
        EXPECT_EQ(once[at].bytes, again[at].bytes);
        EXPECT_EQ(once[at].idle, again[at].idle);
        whole += once[at].bytes;
        paths.insert(once[at].backend + "/" + once[at].tenant + "/" + once[at].name);
    }
    EXPECT_EQ(paths.size(), once.size()) << "no file stands twice in the list";
    EXPECT_LT(whole, 512U * 1024 * 1024);
}

TEST_F(SampleEstate, showsEveryJobOfTheConsoleThroughTheRealEngine)
{
    const auto made = app::makeSampleEstate(root(), {}, kNobody);
    ASSERT_TRUE(made) << made.error().subject << ": " << made.error().detail;
    EXPECT_TRUE(app::sampleIsComplete(root()));

    auto host = app::openEngine({.directory = app::sampleDataDirectory(root()), .program = "test"});
    ASSERT_TRUE(host) << host.error().detail;
    const engine::Overview overview = (*host)->ask([](engine::Engine &engine) { return engine.overview(); });
    EXPECT_TRUE(overview.sample);
    EXPECT_EQ(overview.tenants, 10U);
    EXPECT_EQ(overview.budgeted, 9U);
    EXPECT_GE(overview.pending.size(), 2U) << "something waits for the operator";
    EXPECT_GT(overview.movedObjects, 0U) << "something was moved";
    EXPECT_GT(overview.savedPerYear, GramsCO2e{});
    std::set<ThrottleLevel> levels;
    for (const engine::BudgetRow &row : overview.nearLimit)
        levels.insert(row.level);
    EXPECT_EQ(levels, (std::set{ThrottleLevel::Soft, ThrottleLevel::Hard}));
    const auto verdict = (*host)->ask([](engine::Engine &engine) { return engine.verifyAudit({}, kNobody); });
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(verdict->intact) << verdict->problem;
}

TEST_F(SampleEstate, isDeletedWholeAndNothingElse)
{
    ASSERT_TRUE(app::makeSampleEstate(root(), {}, kNobody));
    std::ofstream(m_directory.path() / "mine.txt") << "mine";
    ASSERT_TRUE(app::deleteSampleEstate(root()));
    EXPECT_FALSE(fs::exists(root()));
    EXPECT_TRUE(fs::exists(m_directory.path() / "mine.txt"));
}

TEST_F(SampleEstate, neverDeletesOrReplacesWhatIsNotMarked)
{
    fs::create_directories(root() / "data");
    std::ofstream(root() / "data" / "mine.txt") << "mine";
    const auto deleted = app::deleteSampleEstate(root());
    ASSERT_FALSE(deleted);
    EXPECT_EQ(deleted.error().code, ErrorCode::Refused);
    const auto made = app::makeSampleEstate(root(), {}, kNobody);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(contentOf(root() / "data" / "mine.txt"), "mine");
}

TEST_F(SampleEstate, stopsWhenAskedAndIsMadeAnewNextTime)
{
    std::stop_source stop;
    const auto made = app::makeSampleEstate(root(), stop.get_token(), [&stop](const Progress &progress) {
        if (progress.done >= 100) stop.request_stop();
    });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(app::sampleIsComplete(root()));
    EXPECT_TRUE(app::makeSampleEstate(root(), {}, kNobody));
    EXPECT_TRUE(app::sampleIsComplete(root()));
}

} // namespace
} // namespace greenward::tests
