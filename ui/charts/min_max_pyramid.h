#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace greenward::ui {

/// Samples on a regular grid with the lowest and highest of any stretch in logarithmic time: what a chart needs to draw
/// a million samples into a thousand pixels without losing a spike. Gaps are NaN and never count. Not shared between
/// threads. Costs 1.5 times the memory of the samples.
class MinMaxPyramid final
{
public:
    /// Lowest and highest of a stretch; of a stretch without a sample, `low` lies above `high`.
    struct Extremes
    {
        float low;
        float high;
        bool isEmpty() const { return low > high; }
        friend bool operator==(const Extremes &, const Extremes &) = default;
    };

    MinMaxPyramid() = default;
    explicit MinMaxPyramid(std::vector<float> samples);

    void append(float sample);

    std::size_t size() const { return m_samples.size(); }
    std::span<const float> samples() const { return m_samples; }
    /// Of the samples [first, last); what lies past the end counts as gap.
    Extremes extremes(std::size_t first, std::size_t last) const;

private:
    /// Below this many samples a scan is as fast as any tree.
    static constexpr std::size_t kBlock = 8;

    void updateFrom(std::size_t block);

    std::vector<float> m_samples;
    /// Of blocks of kBlock samples, then of two of the level below each; the last of a level may be of one only.
    std::vector<std::vector<Extremes>> m_levels;
};

} // namespace greenward::ui
