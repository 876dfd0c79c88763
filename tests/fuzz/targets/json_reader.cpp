#include "tests/fuzz/targets.h"

#include "core/base/json_reader.h"

#include <algorithm>

namespace greenward::fuzz {
namespace {

constexpr JsonLimits kLimits{.bytes = 65'536, .depth = 12, .values = 1'000};

/// How deep it is; adds up its values. Ends the program at a member that is there twice.
std::size_t measure(const Json &json, std::size_t &values)
{
    ++values;
    if (!json.is_structured()) return 0;
    std::size_t deepest = 0;
    for (auto one = json.begin(); one != json.end(); ++one) {
        if (json.is_object()) require(&*json.find(one.key()) == &*one);
        deepest = std::max(deepest, measure(*one, values));
    }
    return deepest + 1;
}

} // namespace

void jsonReader(std::string_view bytes)
{
    const auto json = readJson(bytes, kLimits);
    if (!json) {
        require(!json.error().what.empty() && json.error().line >= 1);
        require(json.error().line <= 1 + static_cast<std::size_t>(std::ranges::count(bytes, '\n')));
        return;
    }
    std::size_t values = 0;
    require(measure(*json, values) <= kLimits.depth && values <= kLimits.values);
    const auto theirs = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    require(theirs == *json);
    const auto again = readJson(jsonText(*json), {.depth = kLimits.depth, .values = kLimits.values}); // 1e5 grows
    require(again && *again == *json);
}

} // namespace greenward::fuzz
