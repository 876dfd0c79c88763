// Files of a data directory that were damaged, deleted or put back, through the real program: never a wrong figure and
// never a new beginning in silence. Forgery is another matter (docs/reliability.md).
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "tests/support/json_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

bool isFullRun()
{
    const char *wanted = std::getenv("GREENWARD_FULL"); // NOLINT(concurrency-mt-unsafe)
    return wanted && std::string_view(wanted) == "1";
}

void writeRaw(const fs::path &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

class CliDamage : public testing::Test
{
protected:
    void SetUp() override
    {
        answer({"budget", "set", "acme", "--limit", "20 kg", "--period", "month"});
        answer({"budget", "set", "zeta", "--limit", "1000 g", "--period", "day"});
        std::ofstream usage(m_root.path() / "usage.jsonl");
        for (int i = 0; i < 400; ++i)
            usage << R"({"tenant":")" << (i % 3 ? "acme" : "zeta") << R"(","amount_g":")" << i + 1
                  << R"(","operation":"op-)" << i % 5 << R"(","at":"2026-0)" << i % 4 + 2 << "-1" << i % 9
                  << R"(T10:00:00Z"})" << '\n';
        usage.close();
        answer({"usage", "import", (m_root.path() / "usage.jsonl").string()});
        answer({"usage", "record", "acme", "--energy-wh", "12.000001"});
        answer({"reserve", "acme", "--estimate-grams", "7", "--for", "30d"});
        for (int i = 0; i < 30; ++i)
            plantFile(m_root.path() / "hot" / "acme" / ("file-" + std::to_string(i)), 1000, 1, 300);
        answer(
            {"backend", "add", "hot", "--kind", "local", "--path", (m_root.path() / "hot").string(), "--region", "PL"});
        answer({"scan", "hot"});
    }
    std::vector<std::string> command(const fs::path &directory) const
    {
        return {GREENWARD_CTL, "--data-dir", directory.string(), "--json"};
    }
    Json answer(const std::vector<std::string> &words, int expectedCode = 0) const
    {
        return JsonProgram(command(data())).answer(words, expectedCode);
    }
    Json error(const std::vector<std::string> &words, int expectedCode) const
    {
        return JsonProgram(command(data())).error(words, expectedCode);
    }
    Finished run(const fs::path &directory, const std::vector<std::string> &words) const
    {
        return JsonProgram(command(directory)).run(words);
    }
    /// What an operator would look at; without forecasts, which go on with the time.
    std::string figures(const fs::path &directory) const
    {
        std::string all;
        for (const std::vector<std::string> &words :
             std::vector<std::vector<std::string>>{{"budget", "list"},
                                                   {"budget", "periods"},
                                                   {"usage", "list", "--limit", "1000"},
                                                   {"reservations"},
                                                   {"policy", "list"},
                                                   {"objects", "list", "acme"},
                                                   {"audit", "list", "--limit", "1"}}) {
            const Finished finished = run(directory, words);
            Json json = Json::parse(finished.out, nullptr, false);
            for (Json &row : json)
                for (const char *member : {"projected_g", "projected_low_g", "projected_high_g", "exhausts_at",
                                           "exhausts_earliest", "exhausts_latest"})
                    if (row.is_object()) row.erase(member);
            all += words[0] + std::to_string(finished.exitCode) + json.dump() + finished.err;
        }
        return all;
    }
    bool isNoticed(const fs::path &directory) const
    {
        const bool byVerify = run(directory, {"audit", "verify"}).exitCode != 0;
        const bool byDoctor = run(directory, {"doctor"}).exitCode != 0;
        EXPECT_EQ(byVerify, byDoctor) << "doctor says what verify says";
        return byVerify && byDoctor;
    }
    /// Flips one bit of each of `count` fresh copies. Answers how many were noticed; all others changed no figure.
    int flip(const std::string &name, int count)
    {
        const std::string whole = contentOf(data() / name);
        int noticed = 0;
        for (int i = 0; i < count; ++i) {
            const fs::path copy = m_root.path() / "copy";
            fs::remove_all(copy);
            fs::copy(data(), copy, fs::copy_options::recursive);
            const std::size_t at = m_random() % whole.size();
            const unsigned bit = m_random() % 8;
            std::string broken = whole;
            broken[at] = static_cast<char>(broken[at] ^ static_cast<char>(1U << bit));
            writeRaw(copy / name, broken);
            if (isNoticed(copy)) {
                ++noticed;
                continue;
            }
            // What verify lets pass must be what nobody can tell from the sound one.
            EXPECT_TRUE(figures(copy) == figures(data()))
                << name << " byte " << at << " bit " << bit << ", seed " << seed;
        }
        return noticed;
    }
    /// A process that wrote and was killed: its log stays behind.
    void crashAfterWriting() const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const adapters::OpenSslHasherFactory hashers;
            auto store = adapters::SqliteStateStore::open(data(), store::OpenMode::ReadWrite, hashers);
            for (int i = 0; store && i < 20; ++i) {
                store::Transaction transaction;
                transaction.usage.push_back({*TenantId::parse("acme"), Instant{}, GramsCO2e::fromGrams(1), "write",
                                             "crash-" + std::to_string(i), Quality::Measured});
                static_cast<void>((*store)->commit(std::move(transaction)));
            }
            ::_exit(store ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_EQ(status, 0);
        ASSERT_TRUE(fs::exists(data() / "state.db-wal"));
    }
    fs::path data() const { return m_root.path() / "data"; }
    fs::path kept() const { return m_root.path() / "kept"; }

    TemporaryDirectory m_root;
    const std::uint64_t seed = std::random_device{}();

private:
    std::mt19937_64 m_random{seed};
};

TEST_F(CliDamage, B1_aFlippedBitIsNoticedOrChangesNoFigure)
{
    ASSERT_FALSE(isNoticed(data())) << "or nothing below is proved: " << run(data(), {"doctor"}).out;
    // In the suite a few dozen; the full run's are the thousand that docs/reliability.md counts.
    const int scale = isFullRun() ? 25 : 1;
    int noticed = 0;
    int all = 0;
    for (const auto &[name, count] :
         {std::pair{"state.db", 16}, {"catalog.db", 6}, {"series.db", 4}, {"state.head", 2}}) {
        const int found = flip(name, count * scale);
        std::cout << name << ": " << found << " of " << count * scale << " noticed, the others change nothing\n";
        noticed += found;
        all += count * scale;
    }
    EXPECT_GE(noticed, all / 2) << "most of a file is in use; seed " << seed;
    crashAfterWriting();
    const int inLog = flip("state.db-wal", 12 * scale);
    std::cout << "state.db-wal: " << inLog << " of " << 12 * scale << " noticed, the others change nothing\n";
    EXPECT_GE(inLog, 6 * scale);
    const int beside = flip("state.db", 4 * scale); // what the log holds anew is not read there
    std::cout << "state.db beside its log: " << beside << " of " << 4 * scale
              << " noticed, the others change nothing\n";
}

TEST_F(CliDamage, B1_rowsEditedByAnotherToolAreNoticed)
{
    const std::string whole = contentOf(data() / "state.db");
    for (const auto &[from, to] : {std::pair<std::string, std::string>{R"("limit_g":"20000")", R"("limit_g":"90000")"},
                                   {R"("limit_g":"1000")", R"("limit_g":"9000")"},
                                   {"op-3", "op-4"},
                                   {"budget.set", "budget.sew"}}) {
        std::string broken = whole;
        const std::size_t at = broken.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        broken.replace(at, from.size(), to);
        writeRaw(data() / "state.db", broken);
        EXPECT_TRUE(isNoticed(data())) << from;
        EXPECT_EQ(error({"budget", "list"}, 3).at("code"), "store_damaged") << "and no command uses it";
    }
}

TEST_F(CliDamage, B1_aDeletedStoreIsNoNewBeginning)
{
    for (const std::string left : {"state.head", "catalog.db", "series.db"}) {
        const fs::path other = m_root.path() / left;
        fs::create_directory(other);
        fs::permissions(other, fs::perms(0700));
        fs::copy(data() / left, other / left);
        const Json told = JsonProgram(command(other)).error({"budget", "list"}, 3);
        EXPECT_EQ(told.at("code"), "store_damaged");
        const auto detail = told.at("detail").get<std::string>();
        EXPECT_NE(detail.find(left), std::string::npos) << detail;
        EXPECT_NE(detail.find("--new-state"), std::string::npos) << "what to do: " << detail;
        EXPECT_FALSE(fs::exists(other / "state.db"));
    }
    fs::rename(data() / "state.db", kept());
    EXPECT_EQ(error({"usage", "record", "acme", "--grams", "1"}, 3).at("code"), "store_damaged");
    fs::copy(kept(), data() / "state.db");
    EXPECT_EQ(answer({"budget", "list"}).size(), 2U) << "put back it goes on";
    fs::remove(data() / "state.db");
    answer({"doctor", "--new-state"});
    EXPECT_EQ(answer({"usage", "list"}).size(), 0U) << "anew, because it was said";
    EXPECT_TRUE(fs::exists(data() / "catalog.db.replaced-1")) << "kept, not deleted";
}

TEST_F(CliDamage, B1_anOlderCopyPutBackIsNoticedAndAcceptedByWord)
{
    fs::copy(data() / "state.db", kept());
    answer({"usage", "record", "acme", "--grams", "5"});
    fs::copy(kept(), data() / "state.db", fs::copy_options::overwrite_existing);
    const Json told = error({"budget", "list"}, 3);
    EXPECT_NE(told.at("detail").get<std::string>().find("older"), std::string::npos) << told;
    EXPECT_EQ(run(data(), {"doctor"}).exitCode, 3);
    EXPECT_EQ(run(data(), {"--read-only", "doctor"}).exitCode, 1);
    answer({"doctor", "--accept-state"});
    EXPECT_EQ(answer({"budget", "list"}).size(), 2U);
    EXPECT_FALSE(isNoticed(data()));
}

TEST_F(CliDamage, B1_anotherStoreOrAStoreWithoutItsLogIsNoticed)
{
    crashAfterWriting();
    const std::string log = contentOf(data() / "state.db-wal");
    fs::remove(data() / "state.db-wal");
    EXPECT_EQ(error({"budget", "list"}, 3).at("code"), "store_damaged");
    writeRaw(data() / "state.db-wal", log);
    EXPECT_EQ(answer({"audit", "verify"}).at("usage_records"), 421);
    writeRaw(data() / "state.db-wal", log); // an old one put back beside the store that had carried it over
    EXPECT_TRUE(run(data(), {"audit", "verify"}).exitCode != 0 ||
                answer({"audit", "verify"}).at("usage_records") == 421);

    const fs::path other = m_root.path() / "other";
    JsonProgram(command(other)).answer({"budget", "set", "acme", "--limit", "1 g", "--period", "year"});
    fs::remove(data() / "state.db-wal");
    fs::copy(other / "state.db", data() / "state.db", fs::copy_options::overwrite_existing);
    EXPECT_EQ(error({"budget", "list"}, 3).at("code"), "store_damaged");
}

TEST_F(CliDamage, B1_garbageInTheCatalogueOrTheSeriesIsToldAndKept)
{
    for (const std::string name : {"catalog.db", "series.db"}) {
        const std::string garbage = "garbage " + std::string(9000, 'g');
        writeRaw(data() / name, garbage);
        EXPECT_TRUE(run(data(), {"--read-only", "doctor"}).exitCode != 0) << "looked at only, it is a problem too";
        std::vector<std::string> words = {GREENWARD_CTL, "--data-dir", data().string(), "budget", "list"};
        const Finished told = runProgram(words);
        EXPECT_EQ(told.exitCode, 0);
        EXPECT_NE(told.err.find(name), std::string::npos) << "no command is silent about it: " << told.err;
        EXPECT_EQ(contentOf(data() / (name + ".damaged-1")), garbage) << "kept";
        const std::string doctor = run(data(), {"doctor"}).out;
        EXPECT_NE(doctor.find(name + ".damaged-1"), std::string::npos) << "and not forgotten: " << doctor;
    }
}

TEST_F(CliDamage, B1_aCatalogueOrSeriesThatIsGoneOrEmptyIsToldUntilItIsFilledAgain)
{
    const auto told = [this](const std::string &name) {
        const Finished finished = runProgram({GREENWARD_CTL, "--data-dir", data().string(), "budget", "list"});
        return finished.exitCode == 0 && finished.err.find(name) != std::string::npos;
    };
    const auto healthy = [this] {
        return Json::parse(run(data(), {"doctor"}).out, nullptr, false).value("healthy", true);
    };
    for (const bool empty : {false, true})
        for (const std::string name : {"catalog.db", "series.db"}) {
            fs::remove(data() / name);
            if (empty) writeRaw(data() / name, "");
            EXPECT_TRUE(run(data(), {"--read-only", "budget", "list"}).exitCode == 0);
            for (int turn = 0; turn < 3; ++turn) {
                EXPECT_TRUE(told(name)) << name << " turn " << turn << " empty " << empty;
                EXPECT_FALSE(healthy()) << name << " turn " << turn << " empty " << empty;
            }
            if (name == "catalog.db")
                answer({"scan", "hot"});
            else {
                std::ofstream(m_root.path() / "grid.csv")
                    << "region,time,intensity_g_per_kwh\nSE,2026-05-04T10:00:00Z,30\n";
                answer({"grid", "import", (m_root.path() / "grid.csv").string()});
            }
            EXPECT_FALSE(told(name)) << name << " was filled again, empty " << empty;
        }
}

TEST_F(CliDamage, B1_aDeletedLockLetsNobodyElseIn)
{
    fs::remove(data() / "LOCK");
    EXPECT_EQ(answer({"budget", "list"}).size(), 2U) << "nothing is lost with it";
    EXPECT_TRUE(fs::exists(data() / "LOCK"));
}

} // namespace
} // namespace greenward::tests
