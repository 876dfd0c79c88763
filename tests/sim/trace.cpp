#include "tests/sim/dice.h"

#include <algorithm>

namespace greenward::sim {

void Trace::note(std::string_view line)
{
    for (const char c : line) // FNV-1a
        m_digest = (m_digest ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    m_digest = (m_digest ^ '\n') * 0x100000001B3ULL;
    if (m_lines.size() < kKept)
        m_lines.emplace_back(line);
    else
        m_lines[m_count % kKept] = line;
    ++m_count;
}

std::string Trace::tail(std::size_t lines) const
{
    const std::size_t kept = std::min({lines, m_lines.size()});
    std::string text;
    for (std::size_t i = m_count - kept; i < m_count; ++i)
        text += std::to_string(i) + "  " + m_lines[i % kKept] + "\n";
    return text;
}

} // namespace greenward::sim
