#include "core/base/json_places.h"

#include <algorithm>
#include <set>
#include <utility>

namespace greenward {
namespace {

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
