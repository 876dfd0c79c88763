#include "core/budget/projection.h"

namespace greenward::budget {
namespace {

constexpr std::uint64_t kEnoughRecords = 3;
constexpr int kEnoughShare = 10; // one tenth

} // namespace

Projection project(const Period &period, Instant now, GramsCO2e used, std::uint64_t records,
                   std::optional<GramsCO2e> ceiling)
{
    const Int128 length = (period.end - period.start).count();
    const Int128 elapsed = (now - period.start).count();
    const bool enough = elapsed * kEnoughShare >= length || records >= kEnoughRecords;
    if (!enough || elapsed <= 0 || elapsed > length) return {};
    Projection line;
    const Int128 atEnd = divideRounded(Int128{used.micrograms()} * length, elapsed);
    if (atEnd <= kLargestCarbon.micrograms()) line.atEnd = GramsCO2e::fromMicrograms(static_cast<std::int64_t>(atEnd));
    if (!ceiling || used >= *ceiling || used <= GramsCO2e{}) return line;
    const Int128 needed = divideRounded(Int128{ceiling->micrograms()} * elapsed, used.micrograms());
    if (needed < length) line.exhaustsAt = period.start + milliseconds{static_cast<std::int64_t>(needed)};
    return line;
}

} // namespace greenward::budget
