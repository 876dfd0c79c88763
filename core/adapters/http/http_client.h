#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/grid/provider_problem.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace greenward::adapters {

struct HttpHeader
{
    std::string name;
    Secret value;
};

/// One request. GET, unless there is a body.
struct HttpRequest
{
    std::string url; ///< https, or http to this machine; the query is encoded already and holds no secret
    std::vector<HttpHeader> headers;
    std::optional<std::string> jsonBody;                  ///< sent by POST as application/json
    milliseconds deadline{30'000};                        ///< for everything together, from asking to the last byte
    std::size_t mostBytes = std::size_t{8} * 1024 * 1024; ///< of the body, unpacked
    int mostRedirects = 3;                                ///< and only to the same scheme, host and port
};

/// What came back for one request, before anybody believes it.
struct HttpAnswer
{
    int status = 200;
    std::string body;
    std::optional<std::chrono::seconds> retryAfter; ///< from the header, either form; 0 when that time has passed
};

/// Sends requests. Callable from any thread; answers come on a thread of the client's own.
///
/// Exactly one outcome for each request, whatever the other side does: an answer with any status, or
///   Down        no connection, broken off, deadline passed
///   BadAnswer   too many bytes, a redirect to another place (credentials never follow), a certificate that is not good
///   BadRequest  an address that may not be asked (plain http to another machine)
///   Cancelled   `stop` was asked, or the client ended; still called, before the destructor returns
class HttpClient
{
public:
    using Done = std::function<void(grid::Answer<HttpAnswer>)>;
    virtual ~HttpClient() = default;
    virtual void send(HttpRequest request, std::stop_token stop, Done done) = 0;
};

/// Whether requests may go there: https anywhere, http to loopback only. InvalidInput naming `field` and the address;
/// user and password inside an address are refused too.
Result<void> checkBaseUrl(std::string_view url, std::string_view field);

} // namespace greenward::adapters
