// The pyramid against a brute-force scan.
#include "ui/charts/min_max_pyramid.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace greenward::ui;

namespace {

constexpr float kGap = std::numeric_limits<float>::quiet_NaN();

MinMaxPyramid::Extremes scanned(std::span<const float> samples, std::size_t first, std::size_t last)
{
    MinMaxPyramid::Extremes found{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};
    for (std::size_t at = first; at < std::min(last, samples.size()); ++at) {
        if (std::isnan(samples[at])) continue;
        found.low = std::min(found.low, samples[at]);
        found.high = std::max(found.high, samples[at]);
    }
    return found;
}

std::vector<float> noise(std::size_t count, double gaps, std::mt19937 &random)
{
    std::uniform_real_distribution<float> value(0, 900);
    std::bernoulli_distribution gap(gaps);
    std::vector<float> samples(count);
    for (float &sample : samples)
        sample = gap(random) ? kGap : value(random);
    return samples;
}

} // namespace

class MinMaxPyramidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStretchOfSmallOnes();
    void randomStretchesOfLargeOnes();
    void appendedOneByOneIsTheSame();
    void gapsNeverCount();
};

void MinMaxPyramidTest::everyStretchOfSmallOnes()
{
    std::mt19937 random(1);
    for (std::size_t count = 0; count < 70; ++count) {
        const std::vector<float> samples = noise(count, 0.3, random);
        const MinMaxPyramid pyramid(samples);
        for (std::size_t first = 0; first <= count; ++first)
            for (std::size_t last = first; last <= count + 3; ++last)
                QCOMPARE(pyramid.extremes(first, last), scanned(samples, first, last));
    }
}

void MinMaxPyramidTest::randomStretchesOfLargeOnes()
{
    std::mt19937 random(2);
    for (const std::size_t count : {4'096U, 4'097U, 100'003U}) {
        const std::vector<float> samples = noise(count, 0.05, random);
        const MinMaxPyramid pyramid(samples);
        std::uniform_int_distribution<std::size_t> place(0, count);
        for (int i = 0; i < 300; ++i) {
            const auto [first, last] = std::minmax({place(random), place(random)}); // values: two arguments would be references
            QCOMPARE(pyramid.extremes(first, last), scanned(samples, first, last));
        }
    }
}

void MinMaxPyramidTest::appendedOneByOneIsTheSame()
{
    std::mt19937 random(3);
    for (const std::size_t already : {0U, 1U, 8U, 9U, 63U, 64U, 65U}) {
        std::vector<float> samples = noise(already, 0.2, random);
        MinMaxPyramid grown(samples);
        for (const float sample : noise(700, 0.2, random)) {
            samples.push_back(sample);
            grown.append(sample);
            std::uniform_int_distribution<std::size_t> place(0, samples.size());
            const std::size_t first = place(random);
            QCOMPARE(grown.extremes(first, samples.size()), scanned(samples, first, samples.size()));
            QCOMPARE(grown.extremes(0, first), scanned(samples, 0, first));
        }
        QCOMPARE(grown.size(), samples.size());
    }
}

void MinMaxPyramidTest::gapsNeverCount()
{
    MinMaxPyramid pyramid(std::vector<float>(40, kGap));
    QVERIFY(pyramid.extremes(0, 40).isEmpty());
    QVERIFY(MinMaxPyramid().extremes(0, 10).isEmpty());
    pyramid.append(7);
    QCOMPARE(pyramid.extremes(0, 41), (MinMaxPyramid::Extremes{7, 7}));
    QVERIFY(pyramid.extremes(0, 40).isEmpty());
}

QTEST_APPLESS_MAIN(MinMaxPyramidTest)
#include "min_max_pyramid_test.moc"
