#include "ui/bridge/engine_client.h"

#include "core/engine/engine_host.h"

#include <QThread>
#include <QTimer>

#include <map>

namespace greenward::ui {
namespace {

constexpr milliseconds kDrainEvery{50};

} // namespace

EngineClient::EngineClient(std::unique_ptr<engine::EngineHost> host, Actor actor, QObject *parent)
    : QObject(parent)
    , m_actor(std::move(actor))
    , m_drainTimer(new QTimer(this))
    , m_host(std::move(host))
{
    m_drainTimer->setInterval(kDrainEvery);
    connect(m_drainTimer, &QTimer::timeout, this, &EngineClient::drain);
    m_drainTimer->start();
}

EngineClient::~EngineClient()
{
    // Joins the engine thread, so that nothing posts to this object any more.
    m_host.reset();
}

void EngineClient::retire(std::unique_ptr<EngineClient> client, std::function<void()> gone)
{
    EngineClient *self = client.release();
    self->m_drainTimer->stop();
    QThread *worker = QThread::create([host = std::move(self->m_host)]() mutable { host.reset(); });
    connect(worker, &QThread::finished, self, [self, worker, gone = std::move(gone)] {
        worker->deleteLater();
        delete self;
        if (gone) gone();
    });
    worker->start();
}

void EngineClient::submit(engine::Command command, QObject *context, Answer answered)
{
    post(
        [command = std::move(command), actor = m_actor,
         answered = std::move(answered)](engine::Engine &engine) -> Reply {
            auto outcome = std::make_shared<Result<engine::Outcome>>(engine.apply(command, actor));
            return [outcome, answered] {
                if (answered) answered(*outcome);
            };
        },
        context);
}

void EngineClient::post(Work work, QObject *context)
{
    ++m_pending;
    m_host->post([this, work = std::move(work), context = QPointer<QObject>(context)](engine::Engine &engine) mutable {
        Reply reply = work(engine);
        QMetaObject::invokeMethod(
            this, [this, context, reply = std::move(reply)] { deliver(context, reply); }, Qt::QueuedConnection);
    });
}

void EngineClient::deliver(const QPointer<QObject> &context, const Reply &reply)
{
    --m_pending;
    if (context) reply();
    if (m_pending == 0) Q_EMIT idle();
}

void EngineClient::drain()
{
    std::map<engine::Area, QStringList> areas;
    for (const engine::Change &change : m_host->changes().drain()) {
        // The feed is in order, so "all of it", the empty key, comes before any other of its area.
        auto [at, fresh] = areas.try_emplace(change.area);
        if (change.key.empty() || (!fresh && at->second.isEmpty())) {
            at->second.clear();
        } else {
            at->second << QString::fromStdString(change.key);
        }
    }
    for (const auto &[area, keys] : areas)
        Q_EMIT changed(area, keys);
}

} // namespace greenward::ui
