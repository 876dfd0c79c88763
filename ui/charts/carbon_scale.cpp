#include "ui/charts/carbon_scale.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdlib>

namespace greenward::ui {

CarbonScale carbonScale(GramsCO2e largest)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CarbonScale", text); };
    const std::int64_t ug = largest.micrograms() < 0 ? -largest.micrograms() : largest.micrograms();
    if (ug >= 1'000'000'000'000'000) return {1e15, tr("kt CO₂e")};
    if (ug >= 1'000'000'000'000) return {1e12, tr("t CO₂e")};
    if (ug >= 1'000'000'000) return {1e9, tr("kg CO₂e")};
    if (ug >= 1'000'000) return {1e6, tr("g CO₂e")};
    return {1e3, tr("mg CO₂e")};
}

} // namespace greenward::ui
