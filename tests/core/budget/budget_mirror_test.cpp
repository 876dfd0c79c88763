#include "core/budget/budget_mirror.h"

#include "core/adapters/files/plain_files.h"
#include "tests/core/budget/budget_fixture.h"

#include <filesystem>
#include <fstream>
#include <thread>

namespace greenward::budget {
namespace {

using namespace std::chrono;
namespace fs = std::filesystem;

/// The mirror of real budgets in a real file.
class Mirror : public BudgetTest
{
protected:
    Mirror() { begin(); }

    void begin()
    {
        m_mirror.emplace(bus(), store(), clock, m_hashers, m_files, BudgetDefaults{}, [this] {
            std::vector<BookEntry> entries;
            for (const BudgetRow &row : budgets().rows())
                if (row.budgeted) entries.push_back({row.tenant, row.config});
            return entries;
        });
        auto found = m_mirror->start(path());
        ASSERT_TRUE(found.has_value()) << found.error().detail;
        taken = *std::move(found);
    }
    void end() { m_mirror.reset(); }
    void restartAll()
    {
        end();
        restart();
        begin();
    }
    BudgetMirror &mirror() { return *m_mirror; }
    std::string path() const { return (m_root.path() / "carbon-budgets.json").string(); }
    std::string content() const { return tests::contentOf(path()); }
    void edit(const std::string &text) const { std::ofstream(path(), std::ios::binary | std::ios::trunc) << text; }
    /// Files beside the mirror whose name goes on after its own.
    std::vector<std::string> kept() const
    {
        std::vector<std::string> names;
        for (const auto &entry : fs::directory_iterator(m_root.path()))
            if (entry.path().filename() != "carbon-budgets.json") names.push_back(entry.path().filename().string());
        return names;
    }

    std::vector<BookEntry> taken;

private:
    tests::TemporaryDirectory m_root;
    adapters::OpenSslHasherFactory m_hashers;
    adapters::PlainFiles m_files{m_root.path() / "data", path()};
    std::optional<BudgetMirror> m_mirror;
};

TEST_F(Mirror, B07_holdsEveryBudgetReadably)
{
    setLimit(acme, 1500, PeriodKind::Week);
    ASSERT_TRUE(
        budgets().set({.tenant = tenant("zeta"), .limit = std::nullopt, .soft = 70_percent, .shadow = true}, m_by));
    ASSERT_TRUE(mirror().flush().has_value());
    EXPECT_EQ(
        content(),
        "{\"version\": 1,\n \"budgets\": [\n"
        "  {\"tenant\":\"acme\",\"limit\":\"1.5 kg\",\"period\":\"week\"},\n"
        "  {\"tenant\":\"zeta\",\"limit\":\"unlimited\",\"period\":\"month\",\"soft_pct\":\"70\",\"shadow\":true}\n"
        " ]}\n");
    EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Mirror, B17_C13_theFirstChangeStartsTheTimerAndLaterOnesDoNot)
{
    setLimit(acme, 1);
    for (int second = 1; second < 5; ++second) {
        clock.advance(seconds{1});
        setLimit(acme, 1 + second);
        mirror().tick();
        EXPECT_FALSE(fs::exists(path())) << second;
    }
    clock.advance(seconds{1});
    mirror().tick();
    ASSERT_TRUE(fs::exists(path()));
    EXPECT_NE(content().find("\"5 g\""), std::string::npos);
    setLimit(acme, 9);
    clock.advance(milliseconds{4999});
    mirror().tick();
    EXPECT_EQ(content().find("\"9 g\""), std::string::npos) << "at most one write in 5 s";
    clock.advance(milliseconds{1});
    mirror().tick();
    EXPECT_NE(content().find("\"9 g\""), std::string::npos);
}

TEST_F(Mirror, C13_whatIsLeftIsWrittenAtTheEnd)
{
    setLimit(acme, 7);
    end();
    EXPECT_NE(content().find("\"7 g\""), std::string::npos);
}

TEST_F(Mirror, B12_loadAndSaveCanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    setLimit(acme, 7);
    EXPECT_EQ(mirror().flush(stop.get_token()).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(path()));
    ASSERT_TRUE(mirror().flush().has_value()) << "it is still to be done";
    EXPECT_TRUE(fs::exists(path()));
    EXPECT_EQ(mirror().start(path(), stop.get_token()).error().code, ErrorCode::Cancelled);
}

TEST_F(Mirror, B12_isLoadedWhenNoStoreExistsYet)
{
    edit("{\"version\": 1, \"budgets\": [{\"tenant\": \"acme\", \"limit\": \"2 t\", \"period\": \"year\"}]}");
    begin();
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_EQ(taken[0].tenant, acme);
    EXPECT_EQ(taken[0].config.limit, GramsCO2e::fromGrams(2'000'000));
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = taken[0].config.limit, .period = PeriodKind::Year}, m_by));
    ASSERT_TRUE(mirror().flush().has_value());
    EXPECT_TRUE(kept().empty()) << "the same in other words is not an edit";
    restartAll();
    EXPECT_TRUE(taken.empty()) << "from now on the store is the truth";
    EXPECT_EQ(mirror().problem(), "");
}

TEST_F(Mirror, C14_aFileCutInHalfIsKeptAndNothingCounts)
{
    const std::string whole =
        "{\"version\": 1, \"budgets\": [\n{\"tenant\": \"acme\", \"limit\": \"2 t\", \"period\": \"year\"},\n"
        "{\"tenant\": \"zeta\", \"limit\": \"1 t\", \"period\": \"year\"}]}";
    edit(whole.substr(0, whole.size() / 2));
    begin();
    EXPECT_TRUE(taken.empty());
    EXPECT_NE(mirror().problem().find("line 2"), std::string::npos) << mirror().problem();
    ASSERT_EQ(kept(), std::vector<std::string>{"carbon-budgets.json.damaged-1"});
    EXPECT_EQ(tests::contentOf(path() + ".damaged-1"), whole.substr(0, whole.size() / 2)) << "not a byte is lost";
    EXPECT_EQ(store().audit(0, 1).value()[0].entry.what, "budgets.file.damaged");
}

TEST_F(Mirror, C14_aHandEditIsNeverWrittenOver)
{
    setLimit(acme, 7);
    ASSERT_TRUE(mirror().flush().has_value());
    const std::string mine =
        "{\"version\": 1, \"budgets\": [{\"tenant\": \"acme\", \"limit\": \"9 g\", \"period\": \"month\"}]}";
    edit(mine);
    restartAll();
    EXPECT_NE(mirror().problem().find("edited by hand"), std::string::npos);
    EXPECT_EQ(content(), mine) << "looking changes nothing";
    setLimit(acme, 8);
    ASSERT_TRUE(mirror().flush().has_value());
    EXPECT_NE(content().find("\"8 g\""), std::string::npos);
    ASSERT_EQ(kept(), std::vector<std::string>{"carbon-budgets.json.edited-1"});
    EXPECT_EQ(tests::contentOf(path() + ".edited-1"), mine);
    EXPECT_NE(mirror().problem().find("edited-1"), std::string::npos);
    edit("not even JSON");
    setLimit(acme, 9);
    ASSERT_TRUE(mirror().flush().has_value());
    EXPECT_EQ(tests::contentOf(path() + ".edited-2"), "not even JSON") << "the earlier one is not written over either";
    EXPECT_EQ(tests::contentOf(path() + ".edited-1"), mine);
}

TEST_F(Mirror, anEditThatWasImportedIsNoProblemAnyMore)
{
    setLimit(acme, 7);
    ASSERT_TRUE(mirror().flush().has_value());
    edit("{\"version\": 1, \"budgets\": [{\"tenant\": \"acme\", \"limit\": \"9 g\", \"period\": \"month\"}]}");
    restartAll();
    EXPECT_NE(mirror().problem(), "");
    setLimit(acme, 9);
    ASSERT_TRUE(mirror().flush().has_value());
    EXPECT_EQ(mirror().problem(), "");
    EXPECT_TRUE(kept().empty());
}

TEST_F(Mirror, aFileThatIsGoneIsWrittenAgain)
{
    setLimit(acme, 7);
    ASSERT_TRUE(mirror().flush().has_value());
    fs::remove(path());
    restartAll();
    clock.advance(seconds{5});
    mirror().tick();
    EXPECT_TRUE(fs::exists(path()));
}

TEST_F(Mirror, aDirectoryInItsPlaceIsSaidAndTriedAgain)
{
    fs::create_directory(path());
    setLimit(acme, 7);
    clock.advance(seconds{5});
    mirror().tick();
    EXPECT_NE(mirror().problem(), "");
    fs::remove(path());
    clock.advance(seconds{5});
    mirror().tick();
    EXPECT_TRUE(fs::is_regular_file(path()));
    EXPECT_EQ(mirror().problem(), "");
}

TEST_F(Mirror, B07_thePathIsConfigurable)
{
    setLimit(acme, 7);
    ASSERT_TRUE(mirror().flush().has_value());
    const std::string elsewhere = path() + ".moved";
    mirror().moveTo(elsewhere);
    ASSERT_TRUE(mirror().flush().has_value());
    EXPECT_EQ(tests::contentOf(elsewhere), content());
}

TEST_F(Mirror, B15_B18_writersTakeTurnsAndReadersSeeWholeFilesOnly)
{
    // Two processes that write the same file at once: whoever reads sees the one or the other, never a mixture.
    const std::string a(100'000, 'a');
    const std::string b(200'000, 'b');
    adapters::PlainFiles files(fs::path(path()).parent_path(), path());
    ASSERT_TRUE(files.write(path(), a).has_value());
    const auto writer = [&](const std::string &text) {
        return std::jthread([&] {
            adapters::PlainFiles own(fs::path(path()).parent_path(), path());
            for (int i = 0; i < 20; ++i)
                EXPECT_TRUE(own.write(path(), text).has_value());
        });
    };
    const std::jthread first = writer(a);
    const std::jthread second = writer(b);
    for (int i = 0; i < 200; ++i) {
        const auto seen = files.read(path());
        ASSERT_TRUE(seen.has_value());
        EXPECT_TRUE(*seen == a || *seen == b);
    }
}

} // namespace
} // namespace greenward::budget
