#pragma once

#include "core/engine/engine.h"

#include <QObject>

#include <functional>

namespace greenward::ui {

class EngineClient;

/// Engine::choosePlacement as the client's actor. `done` is called on this thread when it was taken or refused, unless
/// `context` or the client is gone by then.
void choosePlacement(EngineClient &client, placement::Query query, milliseconds deadline, QObject *context,
                     std::function<void(const Result<placement::Decision> &)> done);

} // namespace greenward::ui
