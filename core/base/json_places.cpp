#include "core/base/json_places.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <set>

namespace greenward {
namespace {

std::size_t lineAt(std::string_view text, std::size_t offset)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

/// Only notes where the parser stopped; the tree is built by a second pass over what is known to be good.
class FirstError final : public nlohmann::json_sax<Json>
{
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string &token, const nlohmann::detail::exception &) override
    {
        m_position = position;
        m_token = token;
        return false;
    }

    std::size_t position() const { return m_position; }
    const std::string &token() const { return m_token; }

private:
    std::size_t m_position = 0;
    std::string m_token;
};

/// Walks the brackets of a text that is known to be JSON.
class Walk
{
public:
    Walk(std::string_view text, std::string_view list)
        : m_text(text)
        , m_list(list)
    {}

    std::vector<ObjectPlace> places()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                string();
                continue;
            }
            if (c == '\n') ++m_line;
            if (c == '{' || c == '[') open(c);
            if (c == '}' || c == ']') --m_depth;
            ++m_at;
        }
        return std::move(m_places);
    }

private:
    // Depth 1 is the document's object, 2 the list, 3 an object of it.
    void open(char bracket)
    {
        ++m_depth;
        if (m_depth == 2) m_inList = bracket == '[' && m_lastKey == m_list;
        if (m_depth == 3 && m_inList && bracket == '{') m_places.push_back({m_line, {}});
    }

    void string()
    {
        const std::size_t begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2U : 1U;
        const std::string_view inside = m_text.substr(begin, std::min(m_at, m_text.size()) - begin);
        ++m_at;
        const std::size_t next = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        if (next == m_text.size() || m_text[next] != ':') return;
        if (m_depth == 1) m_lastKey = inside;
        if (m_depth == 3 && m_inList && !m_places.empty())
            m_places.back().members.push_back({std::string(inside), m_line});
    }

    std::string_view m_text;
    std::string_view m_list;
    std::string_view m_lastKey;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_depth = 0;
    bool m_inList = false;
    std::vector<ObjectPlace> m_places;
};

} // namespace

Result<Json> parseJsonFile(std::string_view text, std::string_view subject, std::size_t most)
{
    if (text.size() > most)
        return fail(ErrorCode::InvalidInput, subject, "is longer than " + std::to_string(most) + " bytes");
    FirstError found;
    if (Json::sax_parse(text.begin(), text.end(), &found)) return Json::parse(text.begin(), text.end(), nullptr, false);
    const std::string where =
        "line " + std::to_string(lineAt(text, found.position() == 0 ? 0 : found.position() - 1)) + ": ";
    if (found.position() > text.size() || text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, subject, where + "the text ends in the middle");
    constexpr std::size_t kMost = 40;
    const std::string near = escapedForDisplay(
        found.token().size() > kMost ? "..." + found.token().substr(found.token().size() - kMost) : found.token());
    return fail(ErrorCode::InvalidInput, subject, where + "\"" + near + "\" is not JSON");
}

std::size_t ObjectPlace::lineOf(std::string_view member) const
{
    const auto at = std::find_if(members.begin(), members.end(), [&](const Member &one) { return one.name == member; });
    return at == members.end() ? line : at->line;
}

std::optional<ObjectPlace::Member> ObjectPlace::repeated() const
{
    std::set<std::string_view> seen;
    for (const Member &member : members)
        if (!seen.insert(member.name).second) return member;
    return std::nullopt;
}

std::vector<ObjectPlace> placesOfObjects(std::string_view text, std::string_view list)
{
    return Walk(text, list).places();
}

} // namespace greenward
