#pragma once

#include "core/base/id_source.h"

#include <atomic>
#include <cstdint>

namespace greenward {

/// The same ids in each run, for what must be repeatable and keeps nothing: replay and simulation.
class CountedIds final : public IdSource
{
public:
    explicit CountedIds(std::uint64_t first = 1)
        : m_next(first)
    {}
    std::string next() override
    {
        constexpr std::size_t kDigits = 32;
        const std::string number = std::to_string(m_next.fetch_add(1));
        return std::string(kDigits - number.size(), '0') + number;
    }

private:
    std::atomic<std::uint64_t> m_next;
};

} // namespace greenward
