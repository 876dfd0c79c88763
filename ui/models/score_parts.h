#pragma once

#include "core/bus/payloads.h"

#include <QMetaType>
#include <QtGlobal>

#include <array>

namespace greenward::ui {

/// A green score as it is drawn: points of each part, in the order renewable, intensity, PUE, water.
struct ScoreParts
{
    std::array<double, 4> points{};
};

/// The most each part can give, in the same order; they add up to 100 (P-02).
inline constexpr std::array<int, 4> kScoreMaxima{40, 30, 20, 10};

inline ScoreParts scoreParts(const bus::GreenScore &score)
{
    const auto points = [](ScorePoints part) {
        return static_cast<double>(part.millionths()) / 1e6;
    };
    return {{points(score.renewable), points(score.intensity), points(score.pue), points(score.water)}};
}

} // namespace greenward::ui

Q_DECLARE_METATYPE(greenward::ui::ScoreParts)
