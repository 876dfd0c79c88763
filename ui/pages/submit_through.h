#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/dialogs/command_dialog.h"

namespace greenward::ui {

/// How a page lets its dialogs reach the engine. The client outlives them.
inline Submit submitThrough(EngineClient &client)
{
    return [&client](engine::Command command, QObject *context, Answer answer) {
        client.submit(std::move(command), context, std::move(answer));
    };
}

} // namespace greenward::ui
