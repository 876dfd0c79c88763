#include "tests/architecture/source_text.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace greenward::architecture {

namespace {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Copies a source character by character into the two texts, blanking what does not belong there.
class Stripper final
{
public:
    explicit Stripper(std::string_view text)
        : m_text(text)
    {}

    Stripped run()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_out);
    }

private:
    void step()
    {
        if (m_text.substr(m_at, 2) == "//") {
            blankUntil(std::min(m_text.find('\n', m_at), m_text.size()));
        } else if (m_text.substr(m_at, 2) == "/*") {
            const auto end = m_text.find("*/", m_at + 2);
            blankUntil(end == std::string_view::npos ? m_text.size() : end + 2);
        } else if (m_text[m_at] == '"') {
            isRaw() ? rawString() : literal('"');
        } else if (m_text[m_at] == '\'' && !separatesDigits()) {
            literal('\'');
        } else {
            emit(m_text[m_at], m_text[m_at]);
        }
    }

    void emit(char code, char codeAndStrings)
    {
        m_out.code += code;
        m_out.codeAndStrings += codeAndStrings;
        ++m_at;
    }

    void blankUntil(std::size_t end)
    {
        while (m_at < end) {
            const char blank = m_text[m_at] == '\n' ? '\n' : ' ';
            emit(blank, blank);
        }
    }

    void literal(char quote)
    {
        emit(quote, quote);
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != '\n') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) emit(' ', m_text[m_at]);
            emit(m_text[m_at] == '\n' ? '\n' : ' ', m_text[m_at]);
        }
        if (m_at < m_text.size() && m_text[m_at] == quote) emit(quote, quote);
    }

    void rawString()
    {
        const auto open = m_text.find('(', m_at);
        const std::string close =
            ")" + std::string(m_text.substr(m_at + 1, open == std::string_view::npos ? 0 : open - m_at - 1)) + "\"";
        const auto found = m_text.find(close, m_at);
        const auto end = found == std::string_view::npos ? m_text.size() : found + close.size();
        while (m_at < end)
            emit(m_text[m_at] == '\n' ? '\n' : ' ', m_text[m_at]);
    }

    bool isRaw() const
    {
        if (m_at == 0 || m_text[m_at - 1] != 'R') return false;
        auto start = m_at - 1;
        while (start > 0 && isWordCharacter(m_text[start - 1]))
            --start;
        const auto prefix = m_text.substr(start, m_at - start);
        return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
    }

    /// 1'000: the word before the quote begins with a digit.
    bool separatesDigits() const
    {
        auto start = m_at;
        while (start > 0 && (isWordCharacter(m_text[start - 1]) || m_text[start - 1] == '\''))
            --start;
        return start < m_at && std::isdigit(static_cast<unsigned char>(m_text[start])) != 0;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Stripped m_out;
};

} // namespace

Stripped strip(std::string_view text)
{
    return Stripper(text).run();
}

std::size_t lineAt(std::string_view text, std::size_t offset)
{
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::vector<Include> includesOf(const Stripped &source)
{
    static const std::regex pattern(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])", std::regex::multiline);
    std::vector<Include> found;
    const auto &text = source.codeAndStrings;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        const auto offset = static_cast<std::size_t>(it->position(1));
        found.push_back({(*it)[2].str(), (*it)[1].str() == "<", lineAt(text, offset)});
    }
    return found;
}

} // namespace greenward::architecture
