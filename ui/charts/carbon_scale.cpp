#include "ui/charts/carbon_scale.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdlib>

namespace greenward::ui {
namespace {

struct CarbonWords
{
    Q_DECLARE_TR_FUNCTIONS(CarbonScale)
};

} // namespace

CarbonScale carbonScale(GramsCO2e largest)
{
    const std::int64_t ug = largest.micrograms() < 0 ? -largest.micrograms() : largest.micrograms();
    if (ug >= 1'000'000'000'000'000) return {1e15, CarbonWords::tr("kt CO₂e")};
    if (ug >= 1'000'000'000'000) return {1e12, CarbonWords::tr("t CO₂e")};
    if (ug >= 1'000'000'000) return {1e9, CarbonWords::tr("kg CO₂e")};
    if (ug >= 1'000'000) return {1e6, CarbonWords::tr("g CO₂e")};
    return {1e3, CarbonWords::tr("mg CO₂e")};
}

} // namespace greenward::ui
