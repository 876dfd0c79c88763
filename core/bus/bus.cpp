#include "core/bus/bus.h"

#include <cstdlib>

namespace greenward::bus {

struct Bus::State
{
    struct Entry
    {
        std::uint64_t id = 0;
        Handler handler;
    };
    std::array<std::vector<std::shared_ptr<Entry>>, kTopics.size()> handlers;
    std::array<std::any, kTopics.size()> responders;
    std::uint64_t lastId = 0;
};

namespace {

std::size_t slot(Topic topic)
{
    return static_cast<std::size_t>(topic);
}

} // namespace

Bus::Bus()
    : m_state(std::make_shared<State>())
{}
Bus::~Bus() = default;

Subscription Bus::addHandler(Topic topic, Handler handler)
{
    auto entry = std::make_shared<State::Entry>(State::Entry{++m_state->lastId, std::move(handler)});
    m_state->handlers[slot(topic)].push_back(entry);
    return Subscription([weak = std::weak_ptr(m_state), topic, entry] {
        entry->handler = nullptr; // a delivery in progress skips it
        if (const auto state = weak.lock())
            std::erase_if(state->handlers[slot(topic)], [&](const auto &other) { return other == entry; });
    });
}

Subscription Bus::setResponder(Topic topic, std::any responder)
{
    if (m_state->responders[slot(topic)].has_value()) std::abort();
    m_state->responders[slot(topic)] = std::move(responder);
    return Subscription([weak = std::weak_ptr(m_state), topic] {
        if (const auto state = weak.lock()) state->responders[slot(topic)].reset();
    });
}

void Bus::deliver(Topic topic, const void *event)
{
    const auto handlers = m_state->handlers[slot(topic)]; // a copy: handlers may subscribe and unsubscribe
    for (const auto &entry : handlers) {
        if (!entry->handler) continue;
        const Handler handler = entry->handler; // kept alive while it runs
        handler(event);
    }
}

const std::any *Bus::responderOf(Topic topic) const
{
    const std::any &responder = m_state->responders[slot(topic)];
    return responder.has_value() ? &responder : nullptr;
}

bool Bus::hasResponder(Topic topic) const
{
    return responderOf(topic) != nullptr;
}

} // namespace greenward::bus
