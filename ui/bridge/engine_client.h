#pragma once

#include "core/engine/change_feed.h"
#include "core/engine/commands.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

class QTimer;

namespace greenward::engine {
class Engine;
class EngineHost;
} // namespace greenward::engine

namespace greenward::ui {

/// The console's only door to the engine. Lives on the GUI thread and never makes it wait: questions and commands are
/// handed to the engine thread, answers come back queued, and are dropped when whoever asked is gone.
class EngineClient final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<engine::Outcome> &)>;

    /// Owns the host from now on. Commands are recorded as given by `actor`.
    EngineClient(std::unique_ptr<engine::EngineHost> host, Actor actor, QObject *parent = nullptr);
    ~EngineClient() override;

    /// Applied on the engine thread in the order given; `answered` is called on this thread unless `context` is gone.
    void submit(engine::Command command, QObject *context, Answer answered = {});

    /// `question(const engine::Engine &)` runs on the engine thread and must be quick (the engine waits meanwhile);
    /// `answered(Value &&)` is called on this thread unless `context` is gone.
    /// ask([](const engine::Engine &e) { return e.budgets(); }, this, [this](const auto &rows) { m_model->merge(rows);
    /// });
    template<typename Question, typename Answered>
    void ask(Question question, QObject *context, Answered answered)
    {
        post(
            [question = std::move(question), answered = std::move(answered)](engine::Engine &engine) mutable -> Reply {
                using Value = std::decay_t<std::invoke_result_t<Question &, const engine::Engine &>>;
                auto value = std::make_shared<Value>(question(static_cast<const engine::Engine &>(engine)));
                return [value, answered = std::move(answered)]() mutable {
                    answered(std::move(*value));
                };
            },
            context);
    }

    /// For questions whose answer takes its time: `begin(engine, done)` runs on the engine thread, starts the work and
    /// returns; `done(Value)` may be called there later, at most once. `answered` is called on this thread unless
    /// `context` is gone; never when `done` is never called.
    template<typename Value, typename Begin, typename Answered>
    void request(Begin begin, QObject *context, Answered answered)
    {
        // Called on the engine thread, which ends before this object goes.
        auto done = [this, context = QPointer<QObject>(context), answered = std::move(answered)](Value value) {
            auto held = std::make_shared<Value>(std::move(value));
            QMetaObject::invokeMethod(
                this,
                [context, answered, held] {
                    if (context) answered(*held);
                },
                Qt::QueuedConnection);
        };
        post(
            [begin = std::move(begin), done = std::move(done)](engine::Engine &engine) mutable -> Reply {
                begin(engine, std::function<void(Value)>(std::move(done)));
                return [] {
                };
            },
            this);
    }

    /// Stops the engine elsewhere, so that this thread need not wait for what is under way, deletes the client and then
    /// calls `gone` here: the data directory is free.
    static void retire(std::unique_ptr<EngineClient> client, std::function<void()> gone);

    const Actor &actor() const { return m_actor; }
    void setActor(Actor actor) { m_actor = std::move(actor); }

    /// Questions and commands not answered yet, whoever asked them.
    int pending() const { return m_pending; }

Q_SIGNALS:
    /// Something changed; `keys` empty means all of the area. At most 20 times a second, each area once.
    void changed(greenward::engine::Area area, const QStringList &keys);
    /// pending() fell to 0.
    void idle();

private:
    using Reply = std::function<void()>;                 ///< runs on the GUI thread
    using Work = std::function<Reply(engine::Engine &)>; ///< runs on the engine thread

    void post(Work work, QObject *context);
    void deliver(const QPointer<QObject> &context, const Reply &reply);
    void drain();

    Actor m_actor;
    int m_pending = 0;
    QTimer *m_drainTimer;
    std::unique_ptr<engine::EngineHost> m_host;
};

} // namespace greenward::ui

Q_DECLARE_METATYPE(greenward::engine::Area)
