#include "tests/system/stacks/round.h"

#include <csignal>
#include <sys/wait.h>

#include <algorithm>
#include <set>

namespace greenward::tests::stacks {
namespace {

using std::chrono::microseconds;
using std::chrono_literals::operator""s;
using SteadyClock = std::chrono::steady_clock;

/// How long an undisturbed run takes on this machine: follows what was measured.
microseconds g_usual{150'000};

const std::set<std::string> kEnded{"completed", "partly", "failed", "rejected", "expired", "cancelled"};

Relation chooseRelation(const RoundWish &wish, Dice &dice)
{
    if (wish.relation) return *wish.relation;
    using enum Relation;
    return dice.pick(std::vector{Apart, Apart, Apart, Apart, Apart, Apart, View, View, Viewed, LateView});
}

} // namespace

Round::Round(Ground &ground, std::string program, std::uint64_t seed, Tally &tally, RoundWish wish)
    : m_dice(seed)
    , m_tally(tally)
    , m_wish(wish)
    , m_name("round-" + std::to_string(seed))
    , m_relation(chooseRelation(wish, m_dice))
    , m_scene(ground, m_name, m_dice)
    , m_product(std::move(program), m_scene.dataDirectory())
    , m_verdict(m_scene, tally, m_name)
{
    if (m_relation == Relation::Apart && !wish.relation)
        m_story = m_dice.pick(std::vector{Story::Pair, Story::Pair, Story::Pair, Story::Opposing, Story::Chain});
}

void Round::play()
{
    const std::size_t faults = m_tally.faults.size();
    m_tally.count("rounds");
    m_scene.makePair(m_relation);
    m_scene.plant(m_wish.hugeToo);
    m_tally.count("objects", static_cast<int>(m_scene.objects().size()));
    m_tally.count("rounds with two places: " + relationName(m_relation));
    const bool twinsFirst = m_dice.oneIn(2);
    if (m_relation == Relation::Apart && twinsFirst) m_scene.plantTwins();
    if (!registerPlaces()) return checkAll("after its place was refused");
    if (m_relation == Relation::LateView && m_dice.oneIn(2)) m_scene.becomeView();
    m_product.run({"scan"});
    const bool planned = planBatch();
    if (m_relation == Relation::LateView) m_scene.becomeView();
    if (m_relation == Relation::Apart && !twinsFirst) m_scene.plantTwins();
    if (planned) {
        if (m_story == Story::Opposing) turnRound();
        const std::size_t troubles = m_wish.calm ? 0 : m_dice.roll(4);
        for (std::size_t i = 0; i < troubles; ++i)
            disturbed(m_story == Story::Opposing && m_dice.oneIn(4)
                          ? std::vector<std::string>{"tiering", "release", std::to_string(m_dice.pick(m_batches))}
                          : std::vector<std::string>{"tiering", "run"});
        if (m_story == Story::Chain) {
            m_scene.addThird();
            m_product.addBackend("greener", m_scene.places().back().path, true);
            m_product.run({"backend", "set", "green", "--region", "PL", "--renewable", "20", "--pue", "1.6"});
            m_product.run({"scan"});
            planBatch();
            if (!m_wish.calm && m_dice.oneIn(2)) disturbed({"tiering", "run"});
        }
        finish();
    }
    lastCut();
    checkAll("after the last power cut");
    if (m_tally.faults.size() > faults) m_tally.faults.push_back(m_name + ": " + m_scene.words() + m_history);
}

bool Round::registerPlaces()
{
    std::string refused = m_product.addBackend("hot", m_scene.places()[0].path, false);
    if (refused.empty()) refused = m_product.addBackend("green", m_scene.places()[1].path, true);
    if (!refused.empty()) {
        m_tally.count("places refused when registered: " + relationName(m_relation));
        ++m_tally.reasons["registering: " + refused.substr(0, refused.find('"'))];
        return false;
    }
    std::vector<std::string> policy{"policy",
                                    "set",
                                    "acme",
                                    "--target-score",
                                    "60",
                                    "--cold-after",
                                    "1d",
                                    "--grace",
                                    m_story == Story::Opposing ? "2s" : "0",
                                    "--leave-behind"};
    policy.push_back(m_dice.pick(std::vector<std::string>{"none", "none", "none", "symlink", "pointer"}));
    policy.insert(policy.end(), {"--concurrency", std::to_string(1 + m_dice.roll(4))});
    const Finished set = m_product.run(policy);
    if (set.exitCode != 0) m_verdict.fault("harness", "policy set: " + set.err);
    return true;
}

bool Round::planBatch()
{
    std::string why;
    const int batch = m_product.planAndApprove(why);
    m_leftOut += why;
    if (batch == 0) {
        m_tally.count("plans that found nothing to move");
        return false;
    }
    const auto plan = m_product.run({"tiering", "plan", "acme"}); // says what it leaves out
    m_leftOut += plan.out + plan.err;
    m_batches.push_back(batch);
    return true;
}

void Round::strike()
{
    const auto did = [this](const std::string &what, bool happened = true) {
        m_tally.count(what, happened ? 1 : 0);
        if (happened) m_history += "; " + what;
    };
    const Place &hot = m_scene.places()[0];
    const Place &green = m_scene.places()[1];
    switch (m_dice.roll(8)) {
    case 0:
        return did("power cuts of a source", m_scene.cut(hot));
    case 1:
        return did("power cuts of a target", m_scene.cut(green));
    case 2:
        m_scene.cutData();
        return did("power cuts of the data directory");
    case 3:
        m_scene.cutAll();
        return did("power cuts of everything");
    case 4:
    case 5: {
        const std::size_t changes = 1 + m_dice.roll(3);
        for (std::size_t i = 0; i < changes && !m_scene.objects().empty(); ++i)
            changeObject(hot.path, m_scene.objects()[m_dice.roll(m_scene.objects().size())], m_dice);
        return did("runs with files changed in them");
    }
    case 6:
        return did("places unmounted in a run", m_scene.unmount(m_dice.oneIn(2) ? hot : green));
    default:
        return;
    }
}

void Round::disturbed(const std::vector<std::string> &words)
{
    if (m_dice.oneIn(8)) { // before it starts
        const bool gone = m_scene.unmount(m_scene.places()[m_dice.roll(2)]);
        m_tally.count("runs begun with a place unmounted", gone ? 1 : 0);
        if (gone) m_history += "; runs begun with a place unmounted";
        if (gone && m_dice.oneIn(2)) m_product.run({"scan"});
    }
    const auto begin = SteadyClock::now();
    const pid_t child = m_product.start(words);
    const microseconds patience(m_dice.roll(static_cast<std::size_t>(g_usual.count())));
    bool ended = endsWithin(child, patience);
    if (!ended) strike();
    if (!ended && m_dice.oneIn(2)) {
        ::kill(child, SIGKILL);
        m_tally.count("kills");
        m_history += "; kills";
    }
    ended = ended || endsWithin(child, 60s);
    if (!ended) {
        m_verdict.fault("hangs", words[1] + " does not end within a minute");
        ::kill(child, SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    const auto took = std::chrono::duration_cast<microseconds>(SteadyClock::now() - begin);
    g_usual = std::clamp<microseconds>((g_usual * 7 + took) / 8, microseconds{30'000}, microseconds{2'000'000});
    mend("after " + words[1] + " was disturbed");
}

void Round::mend(const std::string &when)
{
    for (const std::string &file : m_scene.restore())
        m_verdict.fault("astray", "on a bare mount point of " + file);
    m_tally.count("sources found set aside", static_cast<int>(m_verdict.checkWhole(when).size()));
}

void Round::turnRound()
{
    m_product.run({"tiering", "run"}); // to its grace time
    m_product.run({"backend", "set", "hot", "--region", "SE", "--renewable", "98", "--pue", "1.1"});
    m_product.run({"backend", "set", "green", "--region", "PL", "--renewable", "20", "--pue", "1.6"});
    m_product.run({"scan"});
    if (!planBatch()) return;
    m_tally.count("batches against each other");
    m_product.run({"tiering", "run", std::to_string(m_batches.back())});
    m_product.watch(m_batches.back(), 2s); // then both are due together
}

void Round::finish()
{
    if (m_story == Story::Opposing) m_product.run({"tiering", "run"});
    for (const int batch : m_batches) {
        const std::string number = std::to_string(batch);
        std::string state;
        for (int turn = 0; turn < 3 && !kEnded.contains(state); ++turn) {
            m_refusal = m_product.run({"tiering", turn == 1 ? "retry" : "run", number}).err;
            if (m_story == Story::Opposing) m_product.run({"tiering", "release", number});
            state = m_product.batch(batch).state;
        }
        m_tally.count("batches " + state);
    }
}

void Round::lastCut()
{
    std::vector<std::map<std::string, Told>> before;
    for (const int batch : m_batches)
        before.push_back(m_product.objectsOf(batch));
    m_tally.count("volumes cut at the end", m_scene.cutAll());
    m_scene.restore();
    for (std::size_t i = 0; i < m_batches.size(); ++i)
        for (const auto &[key, told] : m_product.objectsOf(m_batches[i]))
            if (told.state != before[i][key].state)
                m_verdict.fault("not durable", key + ": " + before[i][key].state + " became " + told.state);
}

void Round::checkAll(const std::string &when)
{
    if (auto aside = m_verdict.checkWhole(when); !aside.empty()) {
        m_tally.count("sources found set aside", static_cast<int>(aside.size()));
        finish();
        for (const std::string &key : m_verdict.checkWhole(when + " and another run"))
            m_verdict.fault("left set aside", key);
    }
    m_verdict.checkRights();
    if (m_story != Story::Pair || m_batches.empty()) return;
    Told batch = m_product.batch(m_batches[0]);
    if (batch.reason.empty()) batch.reason = m_refusal; // a run that was refused said why where it was asked
    m_verdict.checkTold(m_product.objectsOf(m_batches[0]), batch, m_leftOut);
}

} // namespace greenward::tests::stacks
