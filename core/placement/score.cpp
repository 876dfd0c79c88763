#include "core/placement/score.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace greenward::placement {
namespace {

// The four terms in whole 10^-7 points: a share in millionths of a percent times 0.4 needs seven decimals.
constexpr std::int64_t kPoint = 10'000'000;
constexpr std::int64_t kHundredth = kPoint / 100;
constexpr std::array<std::int64_t, 4> kWeights{40 * kPoint, 30 * kPoint, 20 * kPoint, 10 * kPoint};

/// The terms as the formula has them, unclamped: renewable share, intensity, PUE, water.
std::array<std::int64_t, 4> terms(const ScoreInput &input)
{
    const std::int64_t renewable = input.renewable.millionths() * 4;                 // 1e-6 % x 0.4
    const std::int64_t intensity = 30 * kPoint - input.intensity.milligrams() * 300; // 1e-3 g/kWh x 30 / 1000
    const std::int64_t pue = 40 * kPoint - input.pue.millionths() * 200;             // 1e-6 x 20
    const std::int64_t water = input.wue ? 20 * kPoint - input.wue->millionths() * 100 : 5 * kPoint;
    return {renewable, intensity, pue, water};
}

ScorePoints hundredths(std::int64_t count)
{
    return ScorePoints::fromMillionths(count * 10'000);
}

/// The parts in whole hundredths that add up to the rounded total: largest remainder, ties to the earlier part.
std::array<std::int64_t, 4> apportioned(const std::array<std::int64_t, 4> &parts, std::int64_t total)
{
    std::array<std::int64_t, 4> out{};
    std::array<std::size_t, 4> order{0, 1, 2, 3};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out[i] = parts[i] / kHundredth;
        total -= out[i];
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return parts[a] % kHundredth > parts[b] % kHundredth; });
    for (std::size_t i = 0; total > 0; ++i, --total)
        ++out[order[i]];
    return out;
}

} // namespace

ScoreInput inputOf(const BackendSpec &spec, const GridFigure &intensity)
{
    const bool live = intensity.origin == Origin::Live || intensity.origin == Origin::LastKnown;
    return {spec.renewable, intensity.value, spec.pue, spec.wue, live};
}

Result<void> checkScoreInput(const ScoreInput &input)
{
    const auto bad = [](std::string_view field, const std::string &value, std::string_view range) {
        return fail(ErrorCode::InvalidInput, field, "\"" + value + "\" is outside " + std::string(range));
    };
    if (input.renewable < Percent() || input.renewable > 100_percent)
        return bad("renewable", input.renewable.text(), "0 to 100");
    if (input.pue < Pue::fromMillionths(1'000'000)) return bad("pue", input.pue.text(), "1 to 10");
    if (input.wue && *input.wue < Wue()) return bad("wue", input.wue->text(), "0 to 100");
    if (input.intensity < GramsPerKwh()) return bad("intensity", input.intensity.gramsText(), "0 to 3000");
    return {};
}

bus::GreenScore greenScore(const ScoreInput &input)
{
    std::array<std::int64_t, 4> parts = terms(input);
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i] = std::clamp(parts[i], std::int64_t{0}, kWeights[i]);
    const std::int64_t exact = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    const std::int64_t total = (exact + kHundredth / 2) / kHundredth;
    const auto shown = apportioned(parts, total);
    bus::GreenScore score;
    score.total = hundredths(total);
    score.renewable = hundredths(shown[0]);
    score.intensity = hundredths(shown[1]);
    score.pue = hundredths(shown[2]);
    score.water = hundredths(shown[3]);
    score.waterKnown = input.wue.has_value();
    score.provisional = !input.live;
    return score;
}

ScorePoints literalScoreCompat(const ScoreInput &input)
{
    const auto parts = terms(input);
    const std::int64_t exact = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    return hundredths(static_cast<std::int64_t>(divideRounded(exact, kHundredth)));
}

std::array<ScorePoints, 4> literalParts(const ScoreInput &input)
{
    std::array<ScorePoints, 4> parts;
    const auto exact = terms(input);
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i] = hundredths(static_cast<std::int64_t>(divideRounded(exact[i], kHundredth)));
    return parts;
}

GramsPerKwh intensityFromScoreCompat(ScorePoints score)
{
    // (100 - score) / 100 x 400 g/kWh, in mg: 10^-6 points x 4000 mg.
    const Int128 missing = Int128{100'000'000} - score.millionths();
    return GramsPerKwh::fromMilligrams(static_cast<std::int64_t>(divideRounded(missing * 4'000, 1'000'000)));
}

Result<GramsCO2e> perTerabyteMonth(WattsPerTerabyte power, Redundancy redundancy, Pue pue, GramsPerKwh intensity)
{
    // millionths x millionths x milligrams = 10^-15 Wh/TB x g/kWh = 10^-12 micrograms.
    constexpr int kHoursPerMonth = 730;
    const Int128 perHour =
        Int128{power.millionths()} * redundancy.numerator() * pue.millionths() * intensity.milligrams();
    const Int128 denominator = Int128{1'000'000'000'000} * redundancy.denominator();
    CORE_TRY(const std::int64_t ug,
             toInt64(divideRounded(perHour * kHoursPerMonth, denominator), "grams per TB-month"));
    return GramsCO2e::fromMicrograms(ug);
}

bool ranksBefore(const bus::ScoredBackend &a, const bus::ScoredBackend &b, RankBy rankBy)
{
    const auto literal = [](const bus::ScoredBackend &one) {
        return literalScoreCompat(inputOf(one.spec, one.intensity));
    };
    if (rankBy == RankBy::Score && a.score.total != b.score.total) return a.score.total > b.score.total;
    if (rankBy == RankBy::Literal && literal(a) != literal(b)) return literal(a) > literal(b);
    return std::tie(a.perTerabyteMonth, a.spec.id) < std::tie(b.perTerabyteMonth, b.spec.id);
}

} // namespace greenward::placement
