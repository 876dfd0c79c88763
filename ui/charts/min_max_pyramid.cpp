#include "ui/charts/min_max_pyramid.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace greenward::ui {
namespace {

using Extremes = MinMaxPyramid::Extremes;

constexpr Extremes kNone{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};

/// NaN compares false both ways, so gaps fall out by themselves.
void take(Extremes &into, float sample)
{
    if (sample < into.low) into.low = sample;
    if (sample > into.high) into.high = sample;
}

void take(Extremes &into, const Extremes &other)
{
    into.low = std::min(into.low, other.low);
    into.high = std::max(into.high, other.high);
}

Extremes scan(std::span<const float> samples)
{
    Extremes found = kNone;
    for (const float sample : samples)
        take(found, sample);
    return found;
}

} // namespace

MinMaxPyramid::MinMaxPyramid(std::vector<float> samples)
    : m_samples(std::move(samples))
{
    const std::span<const float> all = m_samples;
    std::vector<Extremes> level;
    level.reserve(all.size() / kBlock + 1);
    for (std::size_t at = 0; at < all.size(); at += kBlock)
        level.push_back(scan(all.subspan(at, std::min(kBlock, all.size() - at))));
    while (level.size() > 1) {
        std::vector<Extremes> above;
        above.reserve(level.size() / 2 + 1);
        for (std::size_t at = 0; at < level.size(); at += 2) {
            above.push_back(level[at]);
            if (at + 1 < level.size()) take(above.back(), level[at + 1]);
        }
        m_levels.push_back(std::exchange(level, std::move(above)));
    }
    if (!level.empty()) m_levels.push_back(std::move(level));
}

void MinMaxPyramid::append(float sample)
{
    m_samples.push_back(sample);
    updateFrom((m_samples.size() - 1) / kBlock);
}

void MinMaxPyramid::updateFrom(std::size_t block)
{
    const std::span<const float> all = m_samples;
    // Only the last of each level changes; a level that grows to two gets one above it.
    Extremes fresh = scan(all.subspan(block * kBlock));
    for (std::size_t depth = 0, at = block;; ++depth, at /= 2) {
        if (depth == m_levels.size()) m_levels.emplace_back();
        std::vector<Extremes> &level = m_levels[depth];
        if (at == level.size()) level.emplace_back();
        level[at] = fresh;
        if (level.size() == 1) return;
        fresh = level[at & ~std::size_t{1}];
        if ((at | 1) < level.size()) take(fresh, level[at | 1]);
    }
}

Extremes MinMaxPyramid::extremes(std::size_t first, std::size_t last) const
{
    last = std::min(last, m_samples.size());
    Extremes found = kNone;
    const auto byHand = [&](std::size_t from, std::size_t to) {
        for (; from < to; ++from)
            take(found, m_samples[from]);
    };
    std::size_t low = (first + kBlock - 1) / kBlock;
    std::size_t high = last / kBlock;
    if (low >= high) {
        byHand(first, last);
        return found;
    }
    byHand(first, low * kBlock);
    byHand(high * kBlock, last);
    for (std::size_t depth = 0; low < high; ++depth, low /= 2, high /= 2) {
        if (low & 1) take(found, m_levels[depth][low++]);
        if (high & 1) take(found, m_levels[depth][--high]);
    }
    return found;
}

} // namespace greenward::ui
