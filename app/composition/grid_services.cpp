#include "app/composition/grid_services.h"

#include "core/adapters/grid_providers/http_providers.h"
#include "core/adapters/http/qt_http_client.h"

#include <QtCore/QCoreApplication>

#include <cstdlib>
#include <random>

namespace greenward::app {
namespace {

/// Answers every request with "not asked".
class OfflineClient final : public adapters::HttpClient
{
public:
    void send(adapters::HttpRequest, std::stop_token, Done done) override
    {
        done(grid::trouble(grid::Trouble::Cancelled, "not asked: this program was started offline"));
    }
};

} // namespace

/// Qt wants a name and keeps references to both for its whole life.
class NetworkRuntime::Impl final
{
public:
    Impl() = default;

private:
    int m_count = 1;
    char m_name[10] = "greenward";
    char *m_arguments[2] = {m_name, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
};

NetworkRuntime::NetworkRuntime()
    : m_impl(std::make_unique<Impl>())
{}
NetworkRuntime::~NetworkRuntime() = default;

bool isOffline()
{
    const char *value = std::getenv("GREENWARD_OFFLINE"); // NOLINT(concurrency-mt-unsafe): set before the program began
    return value && std::string_view(value) == "1";
}

std::unique_ptr<grid::ProviderFactory> makeGridProviders(std::shared_ptr<const Clock> clock,
                                                         std::function<void(std::function<void()>)> post,
                                                         const std::string &version, bool offline)
{
    const auto makeClient = [agent = "Greenward/" + version, offline]() -> std::unique_ptr<adapters::HttpClient> {
        if (offline) return std::make_unique<OfflineClient>();
        return std::make_unique<adapters::QtHttpClient>(agent);
    };
    const auto random = [engine = std::minstd_rand(std::random_device{}())]() mutable -> std::uint32_t {
        return static_cast<std::uint32_t>(engine());
    };
    return std::make_unique<adapters::HttpProviders>(makeClient, std::move(clock), std::move(post), random);
}

} // namespace greenward::app
