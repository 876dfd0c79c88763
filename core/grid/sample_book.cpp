#include "core/grid/sample_book.h"

namespace greenward::grid {
namespace {

constexpr std::chrono::hours kKeptFor{24};
constexpr std::chrono::minutes kFreshFor{5};

/// Cloud regions of one zone draw from one grid; a place without a zone is known by its own name.
std::string keyOf(const Place &place)
{
    return place.zone.empty() ? "name:" + place.name.text() : "zone:" + place.zone;
}

} // namespace

Result<void> SampleBook::accept(const Place &place, GridFigure figure)
{
    if (!figure.pointTime) return fail(ErrorCode::InvalidInput, "point_time", "is missing");
    auto &samples = m_samples[{keyOf(place), figure.signal}];
    const Instant at = *figure.pointTime;
    samples.insert_or_assign(at, std::move(figure));
    samples.erase(samples.begin(), samples.lower_bound(samples.rbegin()->first - kKeptFor));
    return {};
}

std::vector<Observation> SampleBook::newest(const Place &place, Signal signal) const
{
    const auto samples = m_samples.find({keyOf(place), signal});
    if (samples == m_samples.end()) return {};
    return {{samples->second.rbegin()->second, milliseconds{0}, kFreshFor}};
}

} // namespace greenward::grid
