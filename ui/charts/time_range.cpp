#include "ui/charts/time_range.h"

#include <algorithm>
#include <cmath>

namespace greenward::ui {

void TimeRange::setBounds(Instant first, Instant last)
{
    const bool all = showsAll();
    m_first = first;
    m_last = std::max(last, first + milliseconds{1});
    all ? showAll() : show(m_from, m_to);
}

void TimeRange::showAll()
{
    m_from = m_first;
    m_to = m_last;
}

void TimeRange::show(Instant from, Instant to)
{
    const milliseconds whole = m_last - m_first;
    const milliseconds span = std::clamp(milliseconds{to - from}, std::min(kShortest, whole), whole);
    m_from = std::clamp(from, m_first, m_last - span);
    m_to = m_from + span;
}

void TimeRange::zoom(double factor, Instant anchor)
{
    const auto scaled = [factor](milliseconds distance) {
        return milliseconds{std::llround(static_cast<double>(distance.count()) * factor)};
    };
    const milliseconds wanted = std::clamp(scaled(span()), std::min(kShortest, m_last - m_first), m_last - m_first);
    // The share of the range before the anchor stays what it is, also when a limit was met.
    const double before = static_cast<double>((anchor - m_from).count()) / static_cast<double>(span().count());
    const Instant from = anchor - milliseconds{std::llround(before * static_cast<double>(wanted.count()))};
    show(from, from + wanted);
}

void TimeRange::pan(milliseconds by)
{
    show(m_from + by, m_to + by);
}

} // namespace greenward::ui
