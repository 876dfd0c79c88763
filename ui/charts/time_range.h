#pragma once

#include "core/base/clock.h"

namespace greenward::ui {

/// The stretch of time a chart shows: never outside its bounds, never shorter than kShortest (or the bounds).
class TimeRange final
{
public:
    static constexpr milliseconds kShortest{std::chrono::minutes{30}};

    /// `last` exclusive and after `first`. A range that showed everything goes on to do so; another stays where it is
    /// as far as the bounds allow.
    void setBounds(Instant first, Instant last);

    Instant from() const { return m_from; }
    Instant to() const { return m_to; }
    milliseconds span() const { return m_to - m_from; }
    bool showsAll() const { return m_from == m_first && m_to == m_last; }

    void showAll();
    void show(Instant from, Instant to);
    /// `factor` below 1 comes nearer; `anchor` stays where it is.
    void zoom(double factor, Instant anchor);
    /// Later for positive `by`.
    void pan(milliseconds by);

private:
    Instant m_first;
    Instant m_last;
    Instant m_from;
    Instant m_to;
};

} // namespace greenward::ui
