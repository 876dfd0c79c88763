#pragma once

#include "core/adapters/http/http_client.h"
#include "core/base/json_text.h"

#include <string>
#include <string_view>

namespace greenward::adapters {

/// True for a body that is a web page, whatever its Content-Type says: proxies and gateways answer so.
bool isWebPage(std::string_view body);
/// At most 160 bytes of the body on one line, safe to show.
std::string excerpt(std::string_view body);
/// What a status other than 200 means with every provider; the body's own words where there are some.
grid::ProviderProblem problemOfStatus(const HttpAnswer &answer);
/// The message in an error body: members error (text or {message}), message, msg, detail, title. Empty if none.
std::string messageOf(std::string_view body);
/// The document of a 200; BadAnswer for an empty body, a web page and anything else that is no JSON.
grid::Answer<Json> documentOf(const HttpAnswer &answer, std::string_view what);

} // namespace greenward::adapters
