#include "ui/bridge/rehearse.h"

#include "core/engine/engine.h"
#include "ui/bridge/engine_client.h"

#include <QPointer>

namespace greenward::ui {

void rehearse(EngineClient &client, engine::RehearsalQuery query, QObject *context, std::stop_token stop,
              std::function<void(const Result<engine::Rehearsal> &)> done)
{
    // Called on the engine thread, which ends before the client goes.
    auto tell = [&client, context = QPointer<QObject>(context),
                 done = std::move(done)](Result<engine::Rehearsal> answer) {
        auto held = std::make_shared<Result<engine::Rehearsal>>(std::move(answer));
        QMetaObject::invokeMethod(
            &client,
            [context, done, held] {
                if (context) done(*held);
            },
            Qt::QueuedConnection);
    };
    client.ask(
        [query = std::move(query), stop = std::move(stop), tell = std::move(tell)](const engine::Engine &engine) {
            engine.rehearse(
                query, stop, [](const Progress &) {}, tell);
            return true;
        },
        &client, [](bool) {});
}

} // namespace greenward::ui
