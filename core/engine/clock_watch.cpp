#include "core/engine/clock_watch.h"

#include "core/base/json_reader.h"
#include "core/base/time_text.h"

#include <algorithm>

namespace greenward::engine {
namespace {

using Trust = GuardedClock::Trust;

constexpr std::string_view kMark = "clock"; ///< id of the setting
constexpr std::chrono::minutes kMarkEvery{1};

std::string markJson(const ClockMark &mark)
{
    return jsonText(Json{{"version", 1},
                         {"time", toRfc3339(mark.time)},
                         {"since_boot_ms", mark.sinceBoot.count()},
                         {"boot_id", mark.bootId},
                         {"wall", toRfc3339(*mark.wall)},
                         {"uptime_ms", mark.uptime.count()}});
}

/// A mark that cannot be read is none: the wall clock is then believed, as at the first start.
std::optional<ClockMark> markOf(const std::string &text)
{
    const Json json = parseJson(text, kMark).value_or(Json());
    if (!json.is_object()) return std::nullopt;
    const auto time = json.find("time");
    const auto sinceBoot = json.find("since_boot_ms");
    const auto bootId = json.find("boot_id");
    if (time == json.end() || !time->is_string() || sinceBoot == json.end() || !sinceBoot->is_number_integer() ||
        bootId == json.end() || !bootId->is_string())
        return std::nullopt;
    const auto at = parseInstant(time->get<std::string>(), "time");
    if (!at) return std::nullopt;
    ClockMark mark{*at, milliseconds(sinceBoot->get<std::int64_t>()), bootId->get<std::string>()};
    const auto wall = json.find("wall");
    const auto uptime = json.find("uptime_ms");
    // Marks of earlier versions have neither.
    if (wall == json.end() || !wall->is_string() || uptime == json.end() || !uptime->is_number_integer()) return mark;
    if (const auto read = parseInstant(wall->get<std::string>(), "wall")) mark.wall = *read;
    mark.uptime = milliseconds(uptime->get<std::int64_t>());
    return mark;
}

std::string inWords(milliseconds off)
{
    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::abs(off)).count();
    if (seconds < 120) return std::to_string(seconds) + " seconds";
    const std::int64_t minutes = std::chrono::floor<std::chrono::minutes>(std::chrono::abs(off)).count();
    if (minutes < 120) return std::to_string(minutes) + " minutes";
    if (minutes < 60 * 48) return std::to_string(minutes / 60) + " hours";
    return std::to_string(minutes / 60 / 24) + " days";
}

} // namespace

Result<std::shared_ptr<GuardedClock>> ClockWatch::guard(Ports &ports)
{
    if (!ports.clockWitness) return std::shared_ptr<GuardedClock>{};
    CORE_TRY(const auto settings, ports.store->documents(store::Collection::Setting));
    std::optional<ClockMark> mark;
    for (const store::Document &setting : settings)
        if (setting.id == kMark) mark = markOf(setting.json);
    auto guarded = std::make_shared<GuardedClock>(ports.clock, ports.clockWitness, mark);
    ports.clock = guarded;
    return guarded;
}

ClockWatch::ClockWatch(std::shared_ptr<GuardedClock> guard, store::StateStore &store)
    : m_guard(std::move(guard))
    , m_store(store)
{}

bool ClockWatch::tick()
{
    if (!m_guard) return false;
    const GuardedClock::State state = m_guard->observe();
    const bool changed = state.trust != m_state.trust;
    const Instant now = m_guard->now();
    if (!changed && now - m_markedAt < kMarkEvery) {
        m_state = state;
        return false;
    }
    store::Transaction transaction = marked();
    if (changed)
        if (auto entry = changeOf(state)) transaction.audit.push_back(*std::move(entry));
    // Not written: the next tick tries again, and the mark of a minute ago is good enough.
    if (!m_store.commit(std::move(transaction))) return false;
    m_markedAt = now;
    m_state = state;
    return changed;
}

void ClockWatch::look()
{
    if (m_guard) m_state = m_guard->observe();
}

store::Transaction ClockWatch::marked() const
{
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, std::string(kMark), markJson(m_guard->mark()));
    return transaction;
}

std::optional<store::AuditEntry> ClockWatch::changeOf(const GuardedClock::State &state) const
{
    const Json body{{"off_ms", state.off.count()}};
    const auto entry = [&](std::string what) {
        return store::AuditEntry{m_guard->now(), "greenward", std::move(what), "clock", jsonText(body)};
    };
    switch (state.trust) {
    case Trust::Good:
        return entry("clock.believed");
    case Trust::SetBack:
        return entry("clock.set_back");
    case Trust::Held:
        return entry("clock.held");
    case Trust::Stopped:
        return entry("clock.stopped");
    }
    return std::nullopt;
}

std::string ClockWatch::problem() const
{
    switch (m_state.trust) {
    case Trust::Good:
        return "";
    case Trust::SetBack:
        return "the system clock was set back by " + inWords(m_state.off) +
               ": time stands still until it has caught up; if the clock is right now, confirm it";
    case Trust::Held:
        return "the system clock jumped forward by " + inWords(m_state.off) +
               ": no budget period ends by that until the clock is synchronised or confirmed";
    case Trust::Stopped:
        return "the system clock stands still (" + inWords(m_state.off) +
               " behind the machine's uptime): all that happens is dated the same, nothing expires and no budget "
               "period "
               "ends until it goes on; look what holds it";
    }
    return "";
}

Result<void> ClockWatch::confirm(const Actor &by)
{
    if (m_guard) m_state = m_guard->observe();
    if (m_state.trust == Trust::Good)
        return fail(ErrorCode::Refused, "clock", "the system clock is believed already: there is nothing to confirm");
    if (m_state.trust == Trust::Stopped)
        return fail(ErrorCode::Refused, "clock", "the system clock stands still: make it go first");
    const Json body{{"before", toRfc3339(m_guard->now())}, {"off_ms", m_state.off.count()}};
    m_guard->confirm();
    store::Transaction transaction = marked();
    transaction.audit.push_back({m_guard->now(), by.text(), "clock.confirm", "clock", jsonText(body)});
    CORE_CHECK(m_store.commit(std::move(transaction)));
    m_markedAt = m_guard->now();
    m_state = {};
    return {};
}

} // namespace greenward::engine
