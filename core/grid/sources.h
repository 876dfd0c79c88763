#pragma once

#include "core/grid/credentials.h"
#include "core/grid/provider_factory.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace greenward::grid {

/// One source as it is set up. Without a provider it is switched off.
struct Source
{
    SourceKind kind;
    SourceSettings settings;
    std::unique_ptr<Provider> provider;
};

/// All sources there are, by priority, with the providers that are switched on. A provider is made anew when its
/// settings or its credentials change; what it was asked by then is answered with Cancelled. Engine thread only.
class Sources final
{
public:
    /// `factory` and `credentials` (nothing: no network, no secrets) outlive this object.
    Sources(ProviderFactory *factory, CredentialStore *credentials);
    Sources(const Sources &) = delete;
    Sources &operator=(const Sources &) = delete;
    ~Sources();

    /// A source that needs no factory: imported signals.
    void add(SourceKind kind, std::unique_ptr<Provider> provider);

    /// UnknownName naming the sources there are; else see checkSettings and ProviderFactory::checkUrl.
    Result<void> check(const SourceSettings &settings) const;
    /// `settings` passed check().
    void use(const SourceSettings &settings);

    /// By priority, then by id.
    const std::vector<std::unique_ptr<Source>> &all() const { return m_sources; }
    /// Nothing: there is none of that id.
    Source *find(std::string_view id) const;
    /// Called after credentials came or went and the source was made anew.
    void setListener(std::function<void()> listener) { m_listener = std::move(listener); }
    CredentialState credentialState(const std::string &source, const std::string &field) const;
    void tick();

private:
    void build(Source &source);
    void sort();

    ProviderFactory *m_factory;
    CredentialStore *m_credentials;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::function<void()> m_listener;
};

} // namespace greenward::grid
