#include "core/base/json_text.h"

#include "core/base/time_text.h"
#include "core/base/utf8.h"

namespace greenward {
namespace {

std::string scalarText(const Json &json)
{
    if (json.is_binary()) {
        const auto &bytes = json.get_binary();
        return {bytes.begin(), bytes.end()};
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void write(std::string &out, const Json &json, int indent, int depth)
{
    if (!json.is_structured()) {
        out += scalarText(json);
        return;
    }
    const bool object = json.is_object();
    const auto newLine = [&](int level) {
        if (indent < 0) return;
        out += '\n';
        out.append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(level), ' ');
    };
    out += object ? '{' : '[';
    bool first = true;
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!first) out += ',';
        first = false;
        newLine(depth + 1);
        if (object) {
            out += scalarText(Json(member.key()));
            out += indent < 0 ? ":" : ": ";
        }
        write(out, *member, indent, depth + 1);
    }
    if (!first) newLine(depth);
    out += object ? '}' : ']';
}

} // namespace

Json jsonDecimal(Int128 scaled, int places)
{
    const std::string text = decimalText(scaled, places);
    return Json::binary({text.begin(), text.end()});
}

Json jsonTime(const std::optional<Instant> &at)
{
    return at ? Json(toRfc3339(*at)) : Json(nullptr);
}

Json jsonName(std::string_view bytes)
{
    return isValidUtf8(bytes) ? Json(std::string(bytes)) : Json(escapedForDisplay(bytes));
}

std::string jsonText(const Json &json, int indent)
{
    std::string out;
    write(out, json, indent, 0);
    return out;
}

} // namespace greenward
