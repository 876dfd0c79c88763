// kill -9 at random moments of a running migration (C-54): after each one every object is whole in at least one place,
// and after a last start every object is whole at the target, gone at the source, and paid for exactly once.
#include "tests/support/program.h"
#include "tests/support/storage_world.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <cstdlib>
#include <map>
#include <random>
#include <sys/wait.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;

/// A program that migrates the tree below a root and can be started again and again.
class Victim
{
public:
    virtual ~Victim() = default;
    /// Everything up to the migration itself.
    virtual void prepare(const fs::path &root) = 0;
    virtual std::vector<std::string> command(const fs::path &root) const = 0;
    /// Runs to the end; what was booked, in a text that is the same for the same tree, or what is wrong.
    virtual std::string finish(const fs::path &root) = 0;
};

/// The storage component alone, honest or broken on purpose.
class Component final : public Victim
{
public:
    explicit Component(std::string broken)
        : m_broken(std::move(broken))
    {}
    void prepare(const fs::path &) override {}
    std::vector<std::string> command(const fs::path &root) const override
    {
        std::vector<std::string> words{GREENWARD_VICTIM, root.string()};
        if (!m_broken.empty()) words.push_back(m_broken);
        return words;
    }
    std::string finish(const fs::path &root) override
    {
        const Finished last = runProgram(command(root));
        return last.exitCode == 0 ? last.out : "exit " + std::to_string(last.exitCode) + ": " + last.err;
    }

private:
    std::string m_broken;
};

#ifdef GREENWARD_CTL
/// The product.
class Ctl final : public Victim
{
public:
    void prepare(const fs::path &root) override
    {
        must(root, {"backend", "add", "brown", "--kind", "local", "--path", (root / "brown").string(), "--region", "PL",
                    "--renewable", "20", "--pue", "1.6"});
        must(root, {"backend", "add", "green", "--kind", "local", "--path", (root / "green").string(), "--region", "SE",
                    "--renewable", "98", "--pue", "1.1", "--wue", "0.1"});
        must(root, {"policy", "set", "acme", "--grace", "0", "--target-score", "60"});
        must(root, {"scan"});
        must(root, {"tiering", "plan", "acme"});
        must(root, {"tiering", "approve", "1", "--by", "Ada Operator"});
    }
    std::vector<std::string> command(const fs::path &root) const override
    {
        return words(root, {"tiering", "run", "1"});
    }
    std::string finish(const fs::path &root) override
    {
        runProgram(command(root)); // refused when a killed run had just finished: the state below tells
        const Json batch = json(root, {"tiering", "batch", "1"});
        const Json budget = json(root, {"budget", "show", "acme"});
        const Json audit = json(root, {"audit", "verify"});
        return "batch " + batch.value("state", "?") + ", booked " + batch.value("booked_g", Json()).dump() + ", used " +
               budget.value("used_g", Json()).dump() + ", audit " + audit.value("intact", Json()).dump();
    }

private:
    static std::vector<std::string> words(const fs::path &root, const std::vector<std::string> &rest)
    {
        std::vector<std::string> all{GREENWARD_CTL, "--data-dir", (root / "data").string()};
        all.insert(all.end(), rest.begin(), rest.end());
        return all;
    }
    static void must(const fs::path &root, const std::vector<std::string> &rest)
    {
        const Finished done = runProgram(words(root, rest));
        if (done.exitCode != 0) throw std::runtime_error(rest[0] + " " + rest[1] + ": " + done.err + done.out);
    }
    static Json json(const fs::path &root, std::vector<std::string> rest)
    {
        rest.insert(rest.begin(), "--json");
        return Json::parse(runProgram(words(root, rest)).out, nullptr, false);
    }
};
#endif

/// Kills a victim over and over and keeps the books.
class Killer final
{
public:
    Killer(Victim &victim, unsigned seed)
        : m_victim(victim)
        , m_random(seed)
    {}

    /// What is wrong after `rounds` kills, or earlier; empty: nothing ever was.
    std::string run(int rounds)
    {
        measure();
        while (m_kills < rounds)
            if (std::string wrong = oneTree(rounds); !wrong.empty())
                return wrong + " (after " + std::to_string(m_kills) + " kills)";
        return {};
    }
    int midway() const { return m_midway; }

private:
    static constexpr unsigned kFiles = 240;

    void plant(const fs::path &root)
    {
        m_content.clear();
        for (unsigned i = 0; i < kFiles; ++i) {
            const std::string key = "acme/dir " + std::to_string(i % 9) + "/file\n" + std::to_string(i);
            const std::size_t size = i % 40 == 0 ? 2'500'000 : 200 + (i * 7919) % 60'000;
            m_content[key] = plantFile(root / "brown" / key, size, i, 60);
        }
        fs::create_directories(root / "green");
        m_victim.prepare(root);
    }

    /// How long it takes undisturbed, and what it books.
    void measure()
    {
        TemporaryDirectory directory;
        plant(directory.path());
        const auto begin = Clock::now();
        m_expected = m_victim.finish(directory.path());
        m_duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    }

    /// A fresh tree, killed until it is done.
    std::string oneTree(int rounds)
    {
        TemporaryDirectory directory;
        const fs::path &root = directory.path();
        plant(root);
        while (m_kills < rounds) {
            const pid_t child = startProgram(m_victim.command(root));
            // Anywhere in the whole time: a kill before the first objects are there shows nothing.
            const bool ended = endsWithin(child, std::chrono::microseconds(random(m_duration.count())));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            if (std::string wrong = checkWhole(root); !wrong.empty()) return wrong;
            if (ended) break;
            ++m_kills;
            const std::size_t there = moved(root);
            m_midway += there > 0 && there < kFiles ? 1 : 0;
        }
        const std::string booked = m_victim.finish(root);
        if (booked != m_expected) return "ended as \"" + booked + "\", not as \"" + m_expected + "\"";
        for (const auto &[key, content] : m_content) {
            if (read(root / "green" / key) != content) return key + " is not whole at the target";
            if (fs::exists(fs::symlink_status(root / "brown" / key))) return key + " is still at the source";
        }
        for (const char *place : {"brown", "green"})
            if (const std::string file = leftBehind(root / place); !file.empty()) return file + " was left behind";
        return {};
    }

    std::string checkWhole(const fs::path &root) const
    {
        for (const auto &[key, content] : m_content)
            if (read(root / "brown" / key) != content && read(root / "green" / key) != content)
                return key + " is whole in no place";
        return {};
    }

    std::size_t moved(const fs::path &root) const
    {
        std::size_t count = 0;
        for (const auto &[key, content] : m_content)
            count += fs::exists(root / "brown" / key) ? 0U : 1U;
        return count;
    }

    static std::string read(const fs::path &path)
    {
        return fs::is_regular_file(fs::symlink_status(path)) ? contentOf(path) : "nothing";
    }

    std::int64_t random(std::int64_t below)
    {
        return static_cast<std::int64_t>(m_random()) % std::max<std::int64_t>(below, 1);
    }

    Victim &m_victim;
    std::mt19937 m_random;
    std::map<std::string, std::string> m_content;
    std::string m_expected;
    std::chrono::microseconds m_duration{0};
    int m_kills = 0;
    int m_midway = 0;
};

/// 25 by default, 200 with GREENWARD_FULL, or what GREENWARD_KILL_ROUNDS says.
int rounds()
{
    if (const char *given = std::getenv("GREENWARD_KILL_ROUNDS")) return std::atoi(given); // NOLINT(*-mt-unsafe)
    return std::getenv("GREENWARD_FULL") ? 200 : 25;                                       // NOLINT(*-mt-unsafe)
}

void expectSurvival(Victim &victim)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Killer killer(victim, seed);
    EXPECT_EQ(killer.run(rounds()), "");
    EXPECT_GE(killer.midway(), std::max(1, rounds() / 10)) << "the kills missed the migration: nothing was shown";
}

TEST(KillMigration, C54_theComponentLosesNothing)
{
    Component victim("");
    expectSurvival(victim);
}

#ifdef GREENWARD_CTL
TEST(KillMigration, C54_theProductLosesNothing)
{
    Ctl victim;
    expectSurvival(victim);
}
#endif

struct Wrong
{
    const char *how;
    const char *finding; ///< part of what the harness must say
};
void PrintTo(const Wrong &wrong, std::ostream *out)
{
    *out << wrong.how;
}

/// The same harness must notice a mover that is wrong, and for what it does.
class Broken : public ::testing::TestWithParam<Wrong>
{};

TEST_P(Broken, isFound)
{
    Component honest("");
    Component broken(GetParam().how);
    /// Measured honestly, killed broken.
    class Swapped final : public Victim
    {
    public:
        Swapped(Victim &first, Victim &then)
            : m_now(&first)
            , m_then(&then)
        {}
        void prepare(const fs::path &root) override { m_now->prepare(root); }
        std::vector<std::string> command(const fs::path &root) const override { return m_now->command(root); }
        std::string finish(const fs::path &root) override
        {
            Victim *now = std::exchange(m_now, m_then);
            return now->finish(root);
        }

    private:
        Victim *m_now;
        Victim *m_then;
    } victim(honest, broken);
    Killer killer(victim, 20261121);
    const std::string found = killer.run(25);
    EXPECT_NE(found.find(GetParam().finding), std::string::npos) << "found: " << found;
}

INSTANTIATE_TEST_SUITE_P(KillMigration, Broken,
                         ::testing::Values(Wrong{"delete-early", "is whole in no place"},
                                           // noticed at a kill or at the end, whichever comes first
                                           Wrong{"trust-target", "whole"}, Wrong{"book-twice", "ended as"},
                                           Wrong{"leave-staging", "was left behind"}));

} // namespace
} // namespace greenward::tests
