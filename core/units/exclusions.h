#pragma once

#include "core/base/error.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greenward {

/// Which names below a backend's root are nobody's data, so that a scan leaves them alone with all that lies below
/// them: snapshots, trash and bookkeeping of file systems and servers. A value of one short text, because backends come
/// by the ten thousand: "default", "none", or names with * and ? separated by commas, of which one may be "default".
class Exclusions final
{
public:
    /// The defaults.
    Exclusions() = default;
    static Result<Exclusions> parse(std::string_view text);
    const std::string &text() const { return m_text; }
    /// All of them, the defaults written out.
    std::vector<std::string> patterns() const;

    friend bool operator==(const Exclusions &, const Exclusions &) = default;

private:
    explicit Exclusions(std::string text)
        : m_text(std::move(text))
    {}
    std::string m_text = "default";
};

/// Tells names for one scan. Names are bytes; * stands for any of them, ? for one.
class ExclusionMatcher final
{
public:
    explicit ExclusionMatcher(const Exclusions &exclusions);
    bool matches(std::string_view name) const;

private:
    std::set<std::string, std::less<>> m_names;
    std::vector<std::string> m_patterns;
};

} // namespace greenward
