#pragma once

#include "core/adapters/grid_providers/provider_setup.h"
#include "core/grid/provider_factory.h"

#include <memory>

namespace greenward::adapters {

/// All providers that are asked over HTTP. The HTTP client, and with it the network thread, is made when the first
/// request goes out: a program that asks nobody has none.
class HttpProviders final : public grid::ProviderFactory
{
public:
    using MakeClient = std::function<std::unique_ptr<HttpClient>()>;

    /// `post` hands work to the engine thread from any thread, also after this object ended (then it is dropped).
    HttpProviders(MakeClient makeClient, std::shared_ptr<const Clock> clock, Gateway::Post post,
                  Gateway::Random random);
    ~HttpProviders() override;

    const std::vector<grid::SourceKind> &kinds() const override;
    Result<void> checkUrl(std::string_view url) const override { return checkBaseUrl(url, "url"); }
    std::unique_ptr<grid::Provider> make(const grid::SourceSettings &settings,
                                         const std::map<std::string, Secret> &secrets) override;

private:
    class LazyClient;
    std::unique_ptr<LazyClient> m_client;
    std::shared_ptr<const Clock> m_clock;
    Gateway::Post m_post;
    Gateway::Random m_random;
};

} // namespace greenward::adapters
