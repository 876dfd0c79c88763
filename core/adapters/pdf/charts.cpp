#include "core/adapters/pdf/charts.h"

#include "core/adapters/pdf/figures.h"

#include <algorithm>
#include <array>

namespace greenward::adapters::pdf {
namespace {

constexpr double kBarStep = 17;
constexpr double kBarHeight = 10;
constexpr double kLabelWidth = 150;
constexpr double kFigureWidth = 86;
constexpr double kColumnsHeight = 92;
constexpr double kAxisWidth = 62;
constexpr TextStyle kLabel{8.5, false, kInk};
constexpr TextStyle kAxis{7, false, kGrey};
constexpr Colour kPale{0.62, 0.76, 0.71};

std::vector<GramsCO2e> amountsOf(const std::vector<Bar> &bars)
{
    std::vector<GramsCO2e> amounts;
    for (const Bar &bar : bars)
        amounts.push_back(bar.amount);
    return amounts;
}

GramsCO2e largestOf(const std::vector<Bar> &bars)
{
    GramsCO2e largest;
    for (const Bar &bar : bars)
        if (!bar.rest) largest = std::max(largest, bar.amount);
    return largest;
}

double part(GramsCO2e amount, GramsCO2e whole)
{
    return whole <= GramsCO2e{} ? 0
                                : static_cast<double>(amount.micrograms()) / static_cast<double>(whole.micrograms());
}

/// 1, 2 or 5 times a power of ten: a step that parts `largest` in two to five.
GramsCO2e roundStep(GramsCO2e largest)
{
    std::int64_t step = 1;
    for (int turn = 0; largest.micrograms() / step > 5; ++turn)
        step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    return GramsCO2e::fromMicrograms(step);
}

} // namespace

double heightOfBars(std::size_t bars)
{
    return static_cast<double>(bars) * kBarStep + 4;
}

void drawBars(PageFlow &flow, const std::vector<Bar> &bars)
{
    flow.need(heightOfBars(bars.size()));
    const GramsCO2e largest = largestOf(bars);
    const CarbonUnit unit = CarbonUnit::forAmounts(amountsOf(bars));
    constexpr double kLeft = kMargin + kLabelWidth + 8;
    constexpr double kLongest = kTextWidth - kLabelWidth - 8 - kFigureWidth;
    const double top = flow.y();
    for (const Bar &bar : bars) {
        const double y = flow.y();
        const double length = bar.rest ? 0 : kLongest * part(bar.amount, largest);
        flow.canvas().line(kMargin, y, kLabelWidth, bar.label, kLabel, Align::Right, Elide::Middle);
        if (!bar.rest) flow.canvas().fill(kLeft, y + 1, std::max(length, 0.6), kBarHeight, kGreen);
        flow.canvas().line(kLeft + length + 5, y, kFigureWidth, unit.text(bar.amount) + " " + unit.name(), kLabel);
        flow.skip(kBarStep);
    }
    flow.canvas().rule(kLeft, top - 2, kLeft, flow.y() - 2, kGrey, 0.8);
    flow.skip(4);
}

double heightOfColumns()
{
    return kColumnsHeight + 24;
}

void drawColumns(PageFlow &flow, const std::vector<Bar> &columns)
{
    flow.need(heightOfColumns());
    Canvas &canvas = flow.canvas();
    const GramsCO2e largest = largestOf(columns);
    const GramsCO2e step = roundStep(largest);
    const CarbonUnit unit = CarbonUnit::forAmounts({largest});
    const double base = flow.y() + kColumnsHeight;
    const double right = kMargin + kTextWidth;
    const double left = kMargin + kAxisWidth;
    for (GramsCO2e mark; mark <= largest; mark = mark + step) {
        const double y = base - (kColumnsHeight - 8) * part(mark, largest);
        canvas.rule(left, y, right, y, mark == GramsCO2e{} ? kGrey : kHairline, mark == GramsCO2e{} ? 0.8 : 0.4);
        canvas.line(kMargin, y - 5, kAxisWidth - 6, unit.mark(mark), kAxis, Align::Right);
        if (largest == GramsCO2e{}) break;
    }
    const double slot = (right - left) / static_cast<double>(columns.size());
    const double width = std::min(slot * 0.72, 24.0);
    double x = left;
    for (const Bar &column : columns) {
        const double height = (kColumnsHeight - 8) * part(column.amount, largest);
        canvas.fill(x + (slot - width) / 2, base - height, width, height, kGreen);
        if (!column.label.empty()) canvas.line(x + slot / 2 - 30, base + 4, 60, column.label, kAxis, Align::Centre);
        x += slot;
    }
    flow.skip(heightOfColumns());
}

double heightOfShares()
{
    return 36;
}

void drawShares(PageFlow &flow, const std::vector<Bar> &parts)
{
    flow.need(heightOfShares());
    constexpr std::array kTones{kGreen, Colour{0.33, 0.60, 0.52}, kPale, Colour{0.80, 0.87, 0.84}, kHairline};
    GramsCO2e whole;
    for (const Bar &each : parts)
        whole = whole + each.amount;
    double x = kMargin;
    double legend = kMargin;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Colour &tone = kTones[std::min(i, kTones.size() - 1)];
        const double width = kTextWidth * part(parts[i].amount, whole);
        flow.canvas().fill(x, flow.y(), width, kBarHeight, tone);
        // White lines part neighbours also where tones look alike.
        if (i > 0) flow.canvas().rule(x, flow.y(), x, flow.y() + kBarHeight, {1, 1, 1}, 1);
        x += width;
        const double slot = kTextWidth / static_cast<double>(parts.size());
        flow.canvas().fill(legend, flow.y() + kBarHeight + 8, 7, 7, tone);
        flow.canvas().line(legend + 11, flow.y() + kBarHeight + 6, slot - 13, parts[i].label, {8, false, kInk});
        legend += slot;
    }
    flow.skip(heightOfShares());
}

} // namespace greenward::adapters::pdf
