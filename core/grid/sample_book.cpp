#include "core/grid/sample_book.h"

namespace greenward::grid {
namespace {

constexpr std::chrono::hours kKeptFor{24};

} // namespace

/// Cloud regions of one zone draw from one grid; a place without a zone is known by its own name.
std::string SampleBook::keyOf(const Place &place)
{
    return place.zone.empty() ? "name:" + place.name.text() : "zone:" + place.zone;
}

Result<void> SampleBook::accept(const Place &place, GridFigure figure)
{
    if (!figure.pointTime) return fail(ErrorCode::InvalidInput, "point_time", "is missing");
    auto &samples = m_samples[{keyOf(place), figure.signal}];
    const bool newer = samples.empty() || *figure.pointTime >= samples.rbegin()->first;
    samples.insert_or_assign(*figure.pointTime, figure);
    samples.erase(samples.begin(), samples.lower_bound(samples.rbegin()->first - kKeptFor));
    if (newer && m_listener) m_listener(place, figure);
    return {};
}

std::optional<GridFigure> SampleBook::latest(const Place &place, Signal signal) const
{
    const auto samples = m_samples.find({keyOf(place), signal});
    if (samples == m_samples.end()) return std::nullopt;
    return samples->second.rbegin()->second;
}

} // namespace greenward::grid
