#include "core/adapters/grid_providers/provider_setup.h"

#include "core/adapters/grid_providers/http_answer.h"

namespace greenward::adapters {
namespace {

/// RFC 3986: unreserved characters as they are, every other byte as %XX.
void appendEncoded(std::string &url, std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain) {
            url.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        url.push_back('%');
        url.push_back(kDigits[byte >> 4]);
        url.push_back(kDigits[byte & 15]);
    }
}

} // namespace

std::string urlOf(const std::string &base, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>> &query)
{
    std::string url = base;
    url += path;
    char before = '?';
    for (const auto &[name, value] : query) {
        url.push_back(before);
        appendEncoded(url, name);
        url.push_back('=');
        appendEncoded(url, value);
        before = '&';
    }
    return url;
}

grid::ProviderHealth healthOf(const Gateway &gateway, bool configured)
{
    const GatewayHealth health = gateway.health();
    return {configured,         health.breaker != grid::Breaker::State::Closed,
            health.pausedFor,   health.requestsLeft,
            health.retrying,    health.lastProblem,
            health.lastSuccess, health.asked};
}

std::optional<grid::ProviderProblem> judgeByStatus(const HttpAnswer &answer)
{
    if (answer.status == 200 || answer.status == 204) return std::nullopt;
    return problemOfStatus(answer);
}

} // namespace greenward::adapters
