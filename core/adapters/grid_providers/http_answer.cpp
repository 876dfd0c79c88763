#include "core/adapters/grid_providers/http_answer.h"

#include "core/base/json_fields.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace greenward::adapters {
namespace {

constexpr std::size_t kLongestExcerpt = 160;
constexpr std::size_t kLongestErrorBody = 65'536;

std::string textOf(const Json &json)
{
    if (json.is_string()) return json.get<std::string>();
    if (json.is_object() && json.contains("message") && json["message"].is_string())
        return json["message"].get<std::string>();
    return {};
}

} // namespace

bool isWebPage(std::string_view body)
{
    const std::size_t begin = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return begin != std::string_view::npos && body[begin] == '<';
}

std::string excerpt(std::string_view body)
{
    std::string line;
    for (const char c : body.substr(0, kLongestExcerpt)) {
        const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!blank)
            line.push_back(c);
        else if (!line.empty() && line.back() != ' ')
            line.push_back(' ');
    }
    return escapedForDisplay(line) + (body.size() > kLongestExcerpt ? " ..." : "");
}

std::string messageOf(std::string_view body)
{
    if (body.size() > kLongestErrorBody) return {};
    const auto json = parseJson(body, "error", {.bytes = kLongestErrorBody});
    if (!json || !json->is_object()) return {};
    // The longest says most: some services put a code into one member and the sentence into another.
    std::string best;
    for (const char *name : {"message", "msg", "error", "detail", "title"}) {
        if (!json->contains(name)) continue;
        const std::string found = textOf((*json)[name]);
        if (found.size() > best.size()) best = found;
    }
    return excerpt(best);
}

grid::ProviderProblem problemOfStatus(const HttpAnswer &answer)
{
    using grid::Trouble;
    std::string words = messageOf(answer.body);
    if (words.empty() && !isWebPage(answer.body)) words = excerpt(answer.body);
    std::string detail = "HTTP " + std::to_string(answer.status) + (words.empty() ? "" : ": " + words);
    const auto as = [&](Trouble trouble) {
        return grid::ProviderProblem{trouble, std::move(detail), answer.retryAfter};
    };
    switch (answer.status) {
    case 400:
    case 405:
    case 422:
        return as(Trouble::BadRequest);
    case 401:
    case 403:
        return as(Trouble::WrongCredentials);
    case 404:
        return as(Trouble::NotCovered);
    case 408:
        return as(Trouble::Down);
    case 429:
        return as(Trouble::RateLimited);
    case 501:
        return as(Trouble::NotSupported);
    default:
        return as(answer.status >= 500 ? Trouble::Down : Trouble::BadAnswer);
    }
}

grid::Answer<Json> documentOf(const HttpAnswer &answer, std::string_view what)
{
    using grid::Trouble;
    if (answer.body.find_first_not_of(" \t\r\n") == std::string::npos)
        return grid::trouble(Trouble::BadAnswer, std::string(what) + ": HTTP 200 with an empty body");
    if (isWebPage(answer.body))
        return grid::trouble(Trouble::BadAnswer, std::string(what) + ": a web page instead of JSON");
    auto json = parseJson(answer.body, what);
    if (!json) return grid::trouble(Trouble::BadAnswer, std::string(what) + ": " + json.error().detail);
    return *std::move(json);
}

} // namespace greenward::adapters
