#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::sim {

/// Every decision of a simulated life comes from here, so that a seed tells all of it, on every machine (the standard
/// library's distributions differ between implementations).
class Dice final
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed ^ 0x2545F4914F6CDD1DULL)
    {
        m_state = next() * 0xD1342543DE82EF95ULL; // else neighbouring seeds would throw the same, one throw later
        m_state = next();
    }

    std::uint64_t next() // splitmix64
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }
    /// 0 to `count` - 1; 0 for none.
    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(next() % count); }
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool percent(unsigned chance) { return next() % 100 < chance; }
    template<typename T>
    const T &of(const std::vector<T> &choices)
    {
        return choices[below(choices.size())];
    }
    /// Dice of their own for one matter, so that more throws there change nothing elsewhere.
    Dice split() { return Dice(next()); }

private:
    std::uint64_t m_state;
};

/// What happened, as one number and as the last lines of text: two runs of a seed must agree in the number.
class Trace final
{
public:
    void note(std::string_view line);
    std::uint64_t digest() const { return m_digest; }
    /// The newest lines, oldest first.
    std::string tail(std::size_t lines = 60) const;

private:
    static constexpr std::size_t kKept = 10'000;
    std::uint64_t m_digest = 0xCBF29CE484222325ULL;
    std::uint64_t m_count = 0;
    std::vector<std::string> m_lines; ///< a ring
};

} // namespace greenward::sim
