#pragma once

#include "core/adapters/grid_providers/gateway.h"
#include "core/grid/provider.h"

#include <string>
#include <utility>
#include <vector>

namespace greenward::adapters {

/// What every provider is made of.
struct ProviderSetup
{
    HttpClient &http;
    const Clock &clock;
    Gateway::Post post;
    Gateway::Random random;
    std::string baseUrl; ///< checked by checkBaseUrl; without a slash at the end
};

/// "BASE/path?a=b&c=d" with names and values percent-encoded, a plus among them.
std::string urlOf(const std::string &base, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>> &query = {});

/// Makes the request of this address anew for each try, without headers of our own.
inline auto plainRequest(std::string url)
{
    return [url = std::move(url)] {
        HttpRequest made;
        made.url = url;
        return made;
    };
}

grid::ProviderHealth healthOf(const Gateway &gateway, bool configured);

/// done(read(answer)) with the series (or point) wrapped as what a provider finds.
template<typename Read>
Gateway::Done handing(grid::Provider::Done done, Read read)
{
    return [done = std::move(done), read = std::move(read)](const grid::Answer<HttpAnswer> &answer) {
        if (!answer) {
            done(Unexpected{answer.error()});
            return;
        }
        auto found = read(*answer);
        if (found)
            done(grid::Found{*std::move(found)});
        else
            done(Unexpected{found.error()});
    };
}

/// What an answer means where errors are told by status alone.
std::optional<grid::ProviderProblem> judgeByStatus(const HttpAnswer &answer);

} // namespace greenward::adapters
