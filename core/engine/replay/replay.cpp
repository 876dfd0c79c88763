#include "core/engine/replay/replay.h"

#include "core/base/time_text.h"
#include "core/bus/payload_json.h"
#include "core/engine/replay/world.h"

#include <algorithm>

namespace greenward::engine {
namespace {

using std::chrono::floor;
using std::chrono::hours;

/// Smaller steps back are the daily business of clocks (reference 6.8).
constexpr std::chrono::minutes kNotableStep{5};
/// Steady time is nanoseconds since 1970 here, which 64 bits hold until 2262.
constexpr Instant kLatest = std::chrono::sys_days{std::chrono::year{2200} / 1 / 1};

bool isNoInput(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#';
}

/// What the engine may say to a well-formed line.
bool isResult(const Error &error)
{
    return error.code == ErrorCode::Refused || error.code == ErrorCode::UnknownName ||
           error.code == ErrorCode::Overflow;
}

Result<void> checkMembers(const Json &json, const ReplayKind &kind)
{
    for (const auto &[name, value] : json.items()) {
        if (name == "at" || name == "do" || std::ranges::count(kind.members, std::string_view(name)) > 0) continue;
        return fail(ErrorCode::InvalidInput, name, "is not a member of \"" + std::string(kind.name) + "\"");
    }
    return {};
}

struct Input
{
    Json json;
    Instant at;
    const ReplayKind *kind = nullptr;
};

Result<Input> readInput(std::string_view line)
{
    if (line.size() > Replay::kLongestLine)
        return fail(ErrorCode::InvalidInput, "line",
                    std::to_string(line.size()) + " bytes are more than " + std::to_string(Replay::kLongestLine));
    auto json = readJson(line, {.bytes = Replay::kLongestLine});
    if (!json) return fail(ErrorCode::InvalidInput, "line", "is no JSON that is read: " + json.error().what);
    Input input{*std::move(json), {}, nullptr};
    CORE_TRY(const JsonFields fields, JsonFields::of(input.json, "line"));
    CORE_TRY(input.at, fields.time("at"));
    if (input.at >= kLatest) return fail(ErrorCode::InvalidInput, "at", toRfc3339(input.at) + " is after 2199");
    CORE_TRY(const std::string what, fields.text("do"));
    input.kind = replayKind(what);
    if (!input.kind) return fail(ErrorCode::InvalidInput, "do", jsonText(jsonName(what)) + " is not known here");
    CORE_CHECK(checkMembers(input.json, *input.kind));
    return input;
}

std::string refusalText(const Error &error)
{
    return jsonText(Json{
        {"code", errorCodeName(error.code)}, {"subject", jsonName(error.subject)}, {"detail", jsonName(error.detail)}});
}

} // namespace

Replay::World::World(const ReferenceData &reference, Print printLine)
    : grid(bus, clock, reference.grid, {}, &samples)
    , placement(bus, store, clock,
                placement::Given{.presets = reference.presets, .coefficients = reference.coefficients})
    , budgets(bus, store, clock, ids)
    , throttle(bus, store, clock,
               {.evaluate = [this](const TenantId &tenant, GramsCO2e estimate) -> Result<bus::BudgetVerdict> {
                    return budgets.evaluate(tenant, estimate);
                },
                .refused =
                    [this](const TenantId &tenant, GramsCO2e estimate) {
                        budgets.noteRefusal(tenant, estimate);
                    }})
    , print(std::move(printLine))
{
    listen<bus::BudgetSet>();
    listen<bus::BudgetUsage>();
    listen<bus::BudgetThreshold>();
    listen<bus::BudgetExhausted>();
    listen<bus::ThrottleApplied>();
    listen<bus::EnergyMeasured>();
    listen<bus::BackendRegistered>();
}

template<typename Event>
void Replay::World::listen()
{
    m_subscriptions.push_back(bus.subscribe<Event>([this](const Event &event) {
        LineText text;
        text.number("line", static_cast<std::int64_t>(line)).time("at", clock.now());
        text.text("event", bus::info(Event::kTopic).name).raw("payload", jsonText(bus::toJson(event)));
        events.push_back(std::move(text).finish());
    }));
}

Result<void> Replay::World::load()
{
    CORE_CHECK(placement.load());
    CORE_CHECK(budgets.load());
    return throttle.load();
}

void Replay::World::moveTo(Instant at)
{
    while (!due.empty() && *due.begin() <= at) {
        clock.set(*due.begin());
        due.erase(due.begin());
        tick();
    }
    const bool newHour = floor<hours>(at) > floor<hours>(clock.now());
    clock.set(at);
    if (newHour) tick();
}

void Replay::World::tick()
{
    for (TenantId &tenant : budgets.tick())
        rolled.insert(std::move(tenant));
}

void Replay::World::printEvents()
{
    for (const std::string &event : events)
        print(event);
    events.clear();
}

Result<std::unique_ptr<Replay>> Replay::create(const ReferenceData &reference, Print print)
{
    auto world = std::make_unique<World>(reference, std::move(print));
    CORE_CHECK(world->load());
    return std::unique_ptr<Replay>(new Replay(std::move(world)));
}

Replay::Replay(std::unique_ptr<World> world)
    : m_world(std::move(world))
{}
Replay::~Replay() = default;

Result<void> Replay::accept(std::string_view line)
{
    World &world = *m_world;
    world.line = ++m_line;
    if (isNoInput(line)) return {};
    const auto named = [this](const Error &error) {
        return fail(ErrorCode::InvalidInput, "line " + std::to_string(m_line) + ", " + error.subject, error.detail);
    };
    const auto input = readInput(line);
    if (!input) return named(input.error());

    const Instant before = world.clock.now();
    const auto back = world.lastAt ? *world.lastAt - input->at : milliseconds{0};
    world.lastAt = input->at;
    world.moveTo(input->at);
    world.printEvents();

    LineText result;
    result.number("line", static_cast<std::int64_t>(m_line)).time("at", world.clock.now());
    result.text("do", input->kind->name);
    if (input->at < before) result.flag("clock_held", true);
    LineText answer = result;
    const auto acted = input->kind->act(world, JsonFields::of(input->json, "line").value(), answer.flag("ok", true));
    if (!acted) {
        if (!isResult(acted.error())) return named(acted.error());
        answer = result.flag("ok", false).raw("error", refusalText(acted.error()));
    }
    world.print(std::move(answer).finish());
    if (back >= kNotableStep) {
        LineText event;
        event.number("line", static_cast<std::int64_t>(m_line)).time("at", world.clock.now());
        event.text("event", "clock.stepped_back").raw("payload", "{\"backMs\":" + std::to_string(back.count()) + '}');
        world.print(std::move(event).finish());
    }
    world.printEvents();
    return {};
}

} // namespace greenward::engine
