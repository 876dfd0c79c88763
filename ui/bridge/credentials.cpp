#include "ui/bridge/credentials.h"

#include "core/engine/engine.h"

#include <utility>

namespace greenward::ui {
namespace {

using Answered = std::function<void(const Result<void> &)>;

void forgetFrom(EngineClient &client, const SignIn &source, std::size_t field, QObject *context, Answered answered)
{
    if (field == source.fields.size()) return answered({});
    client.request<Result<void>>(
        [name = engine::CredentialName{source.id, source.fields[field].field},
         by = client.actor()](engine::Engine &engine, const std::function<void(Result<void>)> &done) {
            engine.removeCredential(name, by, [done](const Result<void> &removed) { done(removed); });
        },
        context,
        [&client, source, field, context, answered = std::move(answered)](const Result<void> &removed) {
            if (!removed) return answered(removed);
            forgetFrom(client, source, field + 1, context, answered);
        });
}

} // namespace

void askSignIns(EngineClient &client, QObject *context, std::function<void(const std::vector<SignIn> &)> answered)
{
    client.ask(
        [](const engine::Engine &engine) {
            std::vector<SignIn> found;
            const auto credentials = engine.credentials();
            for (const engine::GridSourceRow &source : engine.gridSources()) {
                SignIn one{source.id, source.name, source.enabled, {}};
                for (const grid::CredentialRow &row : credentials)
                    if (row.source == source.id) one.fields.push_back(row);
                if (!one.fields.empty()) found.push_back(std::move(one));
            }
            return found;
        },
        context, std::move(answered));
}

KeepSecret keepThrough(EngineClient &client)
{
    return [&client](const engine::CredentialName &name, Secret secret, grid::KeepSecret where, QObject *context,
                     Answered answered) {
        client.request<Result<void>>(
            [name, secret = std::move(secret), where,
             by = client.actor()](engine::Engine &engine, const std::function<void(Result<void>)> &done) {
                engine.saveCredential(name, secret, where, by, [done](const Result<void> &kept) { done(kept); });
            },
            context, std::move(answered));
    };
}

void forget(EngineClient &client, const SignIn &source, QObject *context, Answered answered)
{
    forgetFrom(client, source, 0, context, std::move(answered));
}

} // namespace greenward::ui
