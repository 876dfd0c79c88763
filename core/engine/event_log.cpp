#include "core/engine/event_log.h"

#include "core/bus/payload_json.h"

namespace greenward::engine {
namespace {

template<typename Event>
std::string subjectOf(const Event &event)
{
    if constexpr (requires { event.batch; })
        return std::to_string(number(event.batch));
    else if constexpr (requires { event.tenant; })
        return event.tenant.text();
    else if constexpr (requires { event.trouble; })
        return event.source + " " + event.zone;
    else if constexpr (requires { event.chosen; })
        return event.chosen.text();
    else
        return event.spec.id.text();
}

} // namespace

EventLog::EventLog(bus::Bus &bus, store::StateStore &store, ChangeFeed &changes, const Clock &clock)
    : m_store(store)
    , m_changes(changes)
    , m_clock(clock)
{
    listen<bus::BudgetSet>(bus, Area::Budgets);
    listen<bus::BudgetUsage>(bus, Area::Budgets);
    listen<bus::BudgetThreshold>(bus, Area::Budgets);
    listen<bus::BudgetExhausted>(bus, Area::Budgets);
    listen<bus::ThrottleApplied>(bus, Area::Budgets);
    listen<bus::PlacementDecision>(bus, Area::Backends);
    listen<bus::BatchPlanned>(bus, Area::Batches);
    listen<bus::BatchComplete>(bus, Area::Batches);
    // energy.measured is kept by energy_booking, together with what was made of it
    listen<bus::BackendRegistered>(bus, Area::Backends);
    listen<bus::IntensityProblem>(bus, Area::Grid);
}

template<typename Event>
void EventLog::listen(bus::Bus &bus, Area area)
{
    m_subscriptions.push_back(bus.subscribe<Event>([this, area](const Event &event) {
        std::string subject = subjectOf(event);
        m_changes.mark(area, subject);
        keep(Event::kTopic, std::move(subject), jsonText(bus::toJson(event)));
    }));
}

void EventLog::keep(bus::Topic topic, std::string subject, std::string json)
{
    store::Transaction transaction;
    transaction.events.push_back(
        {0, m_clock.now(), std::string(bus::info(topic).name), std::move(subject), std::move(json)});
    m_store.submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
    m_changes.mark(Area::Activity);
}

} // namespace greenward::engine
