#include "core/units/figure_json.h"

namespace greenward {

Json storedJson(const GridFigure &figure)
{
    return {{"value_mg_per_kwh", figure.value.milligrams()},
            {"signal", signalName(figure.signal)},
            {"gas", gasName(figure.gas)},
            {"quality", qualityName(figure.quality)},
            {"origin", originName(figure.origin)},
            {"estimated", figure.estimated},
            {"zone", figure.zone},
            {"provider", figure.provider},
            {"method", figure.method},
            {"source", figure.source},
            {"licence", figure.licence},
            {"year", figure.year ? Json(*figure.year) : Json(nullptr)},
            {"point_time", jsonTime(figure.pointTime)},
            {"fetched_at", jsonTime(figure.fetchedAt)},
            {"note", figure.note}};
}

Result<GridFigure> storedFigure(const JsonFields &fields)
{
    GridFigure figure;
    CORE_TRY(const std::int64_t value, fields.integer("value_mg_per_kwh", 0, 3'000'000));
    figure.value = GramsPerKwh::fromMilligrams(value);
    CORE_TRY(const std::string signal, fields.text("signal"));
    CORE_TRY(figure.signal, parseSignal(signal));
    CORE_TRY(figure.gas, readNamed(fields, "gas", {Gas::CO2e, Gas::CO2}, gasName));
    CORE_TRY(figure.quality,
             readNamed(fields, "quality",
                       {Quality::Measured, Quality::Calculated, Quality::Estimated, Quality::Default}, qualityName));
    CORE_TRY(figure.origin, readNamed(fields, "origin",
                                      {Origin::Live, Origin::LastKnown, Origin::ZoneYearAverage,
                                       Origin::CountryYearAverage, Origin::ConfiguredDefault},
                                      originName));
    CORE_TRY(figure.estimated, fields.flag("estimated"));
    figure.zone = fields.textOr("zone", "");
    figure.provider = fields.textOr("provider", "");
    figure.method = fields.textOr("method", "");
    figure.source = fields.textOr("source", "");
    figure.licence = fields.textOr("licence", "");
    figure.note = fields.textOr("note", "");
    if (fields.has("year")) {
        CORE_TRY(const std::int64_t year, fields.integer("year", 1990, 2100));
        figure.year = static_cast<int>(year);
    }
    CORE_TRY(figure.pointTime, fields.timeIfAny("point_time"));
    CORE_TRY(figure.fetchedAt, fields.timeIfAny("fetched_at"));
    return figure;
}

} // namespace greenward
