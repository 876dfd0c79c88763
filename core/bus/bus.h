#pragma once

#include "core/base/error.h"
#include "core/bus/payloads.h"
#include "core/bus/subscription.h"

#include <any>
#include <array>
#include <map>
#include <memory>
#include <vector>

namespace greenward::bus {

/// Typed, in-process, synchronous: components know topics, never one another. All calls on the engine thread;
/// handlers run before publish() or request() returns. A handler may publish, request, subscribe and unsubscribe.
class Bus final
{
public:
    Bus();
    ~Bus();
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    template<typename Event>
    [[nodiscard]] Subscription subscribe(std::function<void(const Event &)> handler)
    {
        static_assert(info(Event::kTopic).kind == TopicKind::Event);
        return addHandler(Event::kTopic, [handler = std::move(handler)](const void *event) {
            handler(*static_cast<const Event *>(event));
        });
    }

    template<typename Event>
    void publish(const Event &event)
    {
        static_assert(info(Event::kTopic).kind == TopicKind::Event);
        deliver(Event::kTopic, &event);
    }

    /// Every topic has at most one responder; a second one is a programming error and ends the program.
    template<typename Request>
    [[nodiscard]] Subscription respond(std::function<Result<typename Request::Answer>(const Request &)> responder)
    {
        static_assert(info(Request::kTopic).kind == TopicKind::Request);
        return setResponder(Request::kTopic, std::any(std::move(responder)));
    }

    /// Error Internal when nobody responds.
    template<typename Request>
    Result<typename Request::Answer> request(const Request &ask)
    {
        using Responder = std::function<Result<typename Request::Answer>(const Request &)>;
        const auto *responder = std::any_cast<Responder>(responderOf(Request::kTopic));
        if (!responder) return fail(ErrorCode::Internal, info(Request::kTopic).name, "nobody responds to this topic");
        return (*responder)(ask);
    }

    bool hasResponder(Topic topic) const;

private:
    using Handler = std::function<void(const void *)>;
    struct State;

    Subscription addHandler(Topic topic, Handler handler);
    Subscription setResponder(Topic topic, std::any responder);
    void deliver(Topic topic, const void *event);
    const std::any *responderOf(Topic topic) const;

    std::shared_ptr<State> m_state; ///< shared with subscriptions, which may outlive the bus
};

} // namespace greenward::bus
