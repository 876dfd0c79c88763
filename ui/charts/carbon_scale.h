#pragma once

#include "core/units/carbon.h"

#include <QString>

namespace greenward::ui {

/// The unit a whole axis is labelled in, chosen by its largest amount: mg, g, kg, t, kt.
struct CarbonScale
{
    double microgramsPerUnit = 1e6;
    QString unit; ///< "kg CO₂e"

    double value(GramsCO2e amount) const { return static_cast<double>(amount.micrograms()) / microgramsPerUnit; }
};

CarbonScale carbonScale(GramsCO2e largest);

} // namespace greenward::ui
