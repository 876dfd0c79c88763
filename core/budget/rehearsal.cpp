#include "core/budget/rehearsal.h"

#include <algorithm>

namespace greenward::budget {
namespace {

/// The operations of one hour, taken as equally large: the i-th begins when `used` + i x amount / count is used.
struct Stream
{
    Int128 used = 0;
    Int128 amount = 0;
    Int128 count = 0;

    GramsCO2e usedBefore(Int128 i) const
    {
        return GramsCO2e::fromMicrograms(static_cast<std::int64_t>(used + amount * i / count));
    }
    /// How many in a row end within `line`.
    Int128 within(Int128 line) const
    {
        if (used > line) return 0;
        return amount == 0 ? count : std::min(count, (line - used) * count / amount);
    }
    /// How many in a row begin below `line`.
    Int128 below(Int128 line) const
    {
        if (used >= line) return 0;
        return amount == 0 ? count : std::min(count, ((line - used) * count + amount - 1) / amount);
    }
};

class Rehearsing final
{
public:
    Rehearsing(const BudgetConfig &config, const ThrottleCurve &curve)
        : m_config(config)
        , m_curve(curve)
        , m_lines(linesOf(curve, config.limit))
    {}

    /// Moves on to the period of `hour`, in which nothing is used yet.
    void enter(Instant hour)
    {
        if (hour < m_periodEnd) return;
        m_periodEnd = periodAt(m_config.period, hour).end;
        m_used = 0;
        m_refused = false;
    }

    void countOnly(const HourOfUse &hour) { m_used += hour.amount.micrograms(); }

    void admit(const HourOfUse &hour)
    {
        const Stream stream{m_used, hour.amount.micrograms(), Int128{hour.operations}};
        m_effect.operations += hour.operations;
        m_recorded += stream.amount;
        const Int128 admitted = admittedOf(stream);
        if (admitted > 0) delay(stream, admitted, hour.hour);
        const Int128 emitted =
            admitted == stream.count ? stream.amount : divideRounded(stream.amount * admitted, stream.count);
        m_used += emitted;
        if (admitted < stream.count) refuse(stream.count - admitted, stream.amount - emitted, hour.hour);
    }

    Result<RehearsalEffect> result() const
    {
        RehearsalEffect effect = m_effect;
        CORE_TRY(const std::int64_t recorded, toInt64(m_recorded, "recorded"));
        CORE_TRY(const std::int64_t avoided, toInt64(m_avoided, "avoided"));
        CORE_TRY(const std::int64_t waiting, toInt64(m_waiting, "waiting"));
        effect.recorded = GramsCO2e::fromMicrograms(recorded);
        effect.avoided = GramsCO2e::fromMicrograms(avoided);
        effect.waiting = milliseconds{waiting};
        return effect;
    }

private:
    Int128 admittedOf(const Stream &stream) const
    {
        if (!m_config.limit || m_config.shadow) return stream.count;
        if (*m_config.limit == GramsCO2e{}) return 0; // lets nothing through, not even what emits nothing
        return stream.within(m_lines.exhausted);
    }

    /// The delays rise linearly along the stream, so their sum is count x (first + last) / 2.
    void delay(const Stream &stream, Int128 admitted, Instant hour)
    {
        if (m_lines.soft == Lines::kNever || m_config.shadow) return;
        const Int128 first = stream.below(m_lines.soft);
        if (first >= admitted) return;
        const auto told = [&](Int128 i) {
            return standing(m_curve, m_config.limit, stream.usedBefore(i)).delay.count();
        };
        const Int128 count = admitted - first;
        m_effect.delayed += static_cast<std::uint64_t>(count);
        m_waiting += divideRounded(count * (Int128{told(first)} + told(admitted - 1)), 2);
        if (!m_effect.firstDelay) m_effect.firstDelay = hour;
    }

    void refuse(Int128 count, Int128 amount, Instant hour)
    {
        m_effect.refused += static_cast<std::uint64_t>(count);
        m_avoided += amount;
        if (!m_effect.firstRefusal) m_effect.firstRefusal = hour;
        if (!std::exchange(m_refused, true)) ++m_effect.refusingPeriods;
    }

    const BudgetConfig &m_config;
    const ThrottleCurve &m_curve;
    Lines m_lines;
    Instant m_periodEnd = Instant::min(); ///< none is entered yet
    Int128 m_used = 0;
    bool m_refused = false; ///< in this period
    RehearsalEffect m_effect;
    Int128 m_recorded = 0;
    Int128 m_avoided = 0;
    Int128 m_waiting = 0;
};

} // namespace

Result<RehearsalEffect> rehearse(const BudgetConfig &config, const ThrottleCurve &curve,
                                 std::span<const HourOfUse> hours, Instant from)
{
    Rehearsing rehearsing(config, curve);
    for (const HourOfUse &hour : hours) {
        if (hour.operations == 0) continue;
        rehearsing.enter(hour.hour);
        if (hour.hour < from)
            rehearsing.countOnly(hour);
        else
            rehearsing.admit(hour);
    }
    return rehearsing.result();
}

} // namespace greenward::budget
