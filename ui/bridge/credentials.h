#pragma once

#include "core/engine/grid_rows.h"
#include "ui/bridge/engine_client.h"
#include "ui/dialogs/credential_dialog.h"

#include <functional>
#include <vector>

namespace greenward::ui {

/// A source that wants to be signed in to.
struct SignIn
{
    std::string id;   ///< "watttime"
    std::string name; ///< "WattTime"
    bool enabled = false;
    std::vector<grid::CredentialRow> fields;
};

/// All of them, by priority; `answered` as EngineClient::ask.
void askSignIns(EngineClient &client, QObject *context, std::function<void(const std::vector<SignIn> &)> answered);

/// How dialogs hand a secret on. The client outlives them.
KeepSecret keepThrough(EngineClient &client);
/// Takes the secrets of a source away, one after the other; stops at the first that is refused.
void forget(EngineClient &client, const SignIn &source, QObject *context,
            std::function<void(const Result<void> &)> answered);

} // namespace greenward::ui
