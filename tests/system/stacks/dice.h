#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace greenward::tests::stacks {

/// All chance of a round comes from one of these, so that a seed repeats it.
class Dice final
{
public:
    explicit Dice(std::uint64_t seed)
        : m_random(seed)
    {}
    /// 0 to `sides` - 1.
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(m_random() % sides); }
    bool oneIn(std::size_t times) { return roll(times) == 0; }
    template<typename T>
    const T &pick(const std::vector<T> &from)
    {
        return from[roll(from.size())];
    }
    std::uint64_t bits() { return m_random(); }

private:
    std::mt19937_64 m_random;
};

} // namespace greenward::tests::stacks
