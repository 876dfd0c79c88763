#include "core/adapters/tables/shipped_tables.h"

#include "core/adapters/tables/embedded.h"
#include "core/base/csv_table.h"
#include "core/placement/backend_json.h"

#include <map>
#include <span>

namespace greenward::adapters {
namespace {

/// One row with its columns found by name. The first cell that is missing or wrong is kept as the row's error.
class Row
{
public:
    Row(const CsvTable &table, std::size_t row)
        : m_table(table)
        , m_row(row)
    {}

    std::string text(std::string_view column)
    {
        const auto at = m_table.column(column);
        if (!at) {
            note(at.error());
            return {};
        }
        m_column = *at;
        return m_table.at(m_row, *at);
    }
    /// `parse(text, field)` of a cell that must not be blank.
    template<typename Parse>
    auto value(std::string_view column, Parse parse)
    {
        const std::string cell = text(column);
        auto parsed = parse(cell, column);
        using Value = typename decltype(parsed)::value_type;
        if (parsed) return std::optional<Value>(*std::move(parsed));
        note(Error{ErrorCode::BadReply, m_table.placeOf(m_row, m_column), parsed.error().detail});
        return std::optional<Value>();
    }
    /// The same; blank is nothing.
    template<typename Parse>
    auto optional(std::string_view column, Parse parse)
    {
        return text(column).empty() ? decltype(value(column, parse)){} : value(column, parse);
    }
    Result<void> problem() const
    {
        if (m_error) return Unexpected{*m_error};
        return {};
    }

private:
    void note(Error error)
    {
        if (!m_error) m_error = std::move(error);
    }

    const CsvTable &m_table;
    std::size_t m_row;
    std::size_t m_column = 0;
    std::optional<Error> m_error;
};

Result<CsvTable> openTable(std::string_view name)
{
    return CsvTable::parse(embeddedTable(name), name);
}

/// Makes one value of each row.
template<typename T, typename Make>
Result<std::vector<T>> readRows(std::string_view name, Make make)
{
    CORE_TRY(const CsvTable table, openTable(name));
    std::vector<T> out;
    out.reserve(table.rows());
    for (std::size_t i = 0; i < table.rows(); ++i) {
        Row row(table, i);
        std::optional<T> made = make(row);
        CORE_CHECK(row.problem());
        if (made) out.push_back(*std::move(made));
    }
    return out;
}

Result<int> parseWhole(std::string_view text, std::string_view field, int low, int high)
{
    CORE_TRY(const std::int64_t number, parseDecimal(text, 0, field));
    if (number < low || number > high)
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is out of range");
    return static_cast<int>(number);
}
Result<int> parseYear(std::string_view text, std::string_view field)
{
    return parseWhole(text, field, 1990, 2100);
}
std::optional<grid::CloudRegion> cloudRegion(Row &row)
{
    return grid::CloudRegion{row.text("provider"), row.text("region"),          row.text("location"),
                             row.text("country"),  row.text("watttime_region"), row.text("electricitymaps_zone"),
                             row.text("source")};
}

std::optional<grid::RegionYear> regionYear(Row &row)
{
    if (row.text("region").find('*') != std::string::npos) return std::nullopt; // a fleet average, no place
    return grid::RegionYear{row.text("provider"),
                            row.text("region"),
                            row.text("location"),
                            row.text("country"),
                            row.text("em_zone"),
                            row.optional("grid_intensity_g_per_kwh", parseGramsPerKwh),
                            row.value("year", parseYear).value_or(0),
                            row.text("grid_basis"),
                            row.text("source"),
                            row.text("licence")};
}

std::optional<grid::CountryYear> countryYear(Row &row)
{
    return grid::CountryYear{row.text("zone"),
                             row.text("name"),
                             row.optional("average_g_per_kwh", parseGramsPerKwh),
                             row.value("year", parseYear).value_or(0),
                             row.text("basis"),
                             row.text("source"),
                             row.text("licence")};
}

std::optional<placement::RegionFacts> regionFacts(Row &row)
{
    if (row.text("region").find('*') != std::string::npos) return std::nullopt; // a fleet average, no place
    placement::RegionFacts facts{row.text("provider"), row.text("region"), row.text("location"), row.text("country")};
    facts.share = row.optional("cfe_or_renewable_pct", parseShare);
    facts.shareWords = row.text("cfe_basis");
    facts.shareBasis = placement::shareBasisOf(facts.shareWords);
    facts.pue = row.optional("pue", parsePue);
    facts.pueBasis = row.text("pue_basis");
    facts.wue = row.optional("wue_l_per_kwh", parseWue);
    facts.wueBasis = row.text("wue_basis");
    facts.intensity = row.optional("grid_intensity_g_per_kwh", parseGramsPerKwh);
    facts.intensityBasis = row.text("grid_basis");
    facts.providerIntensity = row.optional("provider_grid_intensity_g_per_kwh", parseGramsPerKwh);
    facts.year = row.optional("year", parseYear);
    facts.source = row.text("source");
    facts.licence = row.text("licence");
    facts.notes = row.text("notes");
    return facts;
}

std::optional<BackendSpec> preset(Row &row)
{
    const auto id = row.value("id", [](std::string_view text, std::string_view) { return BackendId::parse(text); });
    const auto region =
        row.value("region", [](std::string_view text, std::string_view) { return RegionName::parse(text); });
    if (!id || !region) return std::nullopt;
    BackendSpec spec{*id, *region};
    spec.medium = row.value("medium", [](std::string_view text, std::string_view) { return parseMedium(text); })
                      .value_or(Medium::Hdd);
    spec.redundancy = row.value("copies", parseRedundancy).value_or(Redundancy());
    spec.pue = row.value("pue", parsePue).value_or(spec.pue);
    spec.wue = row.optional("wue_l_per_kwh", parseWue);
    spec.renewable = row.value("renewable_pct", parseShare).value_or(Percent());
    spec.renewableBasis = row.text("renewable_basis");
    spec.shareBasis =
        row.value("share_basis", [](std::string_view text, std::string_view) { return parseShareBasis(text); })
            .value_or(ShareBasis::NotTold);
    spec.latency = row.value("latency", [](std::string_view text, std::string_view) { return parseLatencyClass(text); })
                       .value_or(LatencyClass::Unknown);
    spec.source = row.text("source");
    spec.sourceYear = row.optional("year", parseYear);
    spec.newerHint = row.text("newer_hint");
    spec.preset = true;
    return spec;
}

// ---- coefficients

struct Named
{
    std::string name;
    std::string value;
    std::string unit;
    std::string source;
    std::optional<int> year;
    std::string licence;
};

std::optional<Named> named(Row &row)
{
    return Named{
        row.text("name"),   row.text("value"), row.text("unit"), row.text("source"), row.optional("year", parseYear),
        row.text("licence")};
}

/// Both coefficient tables by name, our own after the collected ones.
class NamedValues
{
public:
    static Result<NamedValues> load()
    {
        NamedValues all;
        for (const std::string_view file : {"energy-coefficients.csv", "move-coefficients.csv"}) {
            CORE_TRY(std::vector<Named> rows, readRows<Named>(file, named));
            for (Named &row : rows)
                if (!all.m_rows.emplace(row.name, row).second)
                    return fail(ErrorCode::BadReply, file, row.name + " is there twice");
        }
        return all;
    }

    /// The value in 10^-places of `unit`, which must be the row's unit.
    Result<std::int64_t> scaled(const std::string &name, std::string_view unit, int places) const
    {
        CORE_TRY(const Named *row, find(name));
        if (row->unit != unit)
            return fail(ErrorCode::BadReply, name, "is in " + row->unit + ", not in " + std::string(unit));
        return parseDecimal(row->value, places, name);
    }

    /// Of figures per TB, and of figures per drive of 1 TB.
    Result<RestCoefficient> rest(const std::string &name) const
    {
        CORE_TRY(const Named *row, find(name));
        const bool perDrive = row->unit == "W/drive";
        CORE_TRY(const std::int64_t millionths, scaled(name, perDrive ? "W/drive" : "Wh/TBh", 6));
        return RestCoefficient{name, WattsPerTerabyte::fromMillionths(millionths), row->source, row->year,
                               row->licence};
    }

    /// The specified 6 nWh per byte and year is 6 kWh per TB-year (C-37).
    Result<RestCoefficient> specifiedRest() const
    {
        const std::string name = "storage.spec.energy.annual";
        CORE_TRY(const Named *row, find(name));
        CORE_TRY(const std::int64_t milliwattHours, scaled(name, "nWh/B/yr", 6));
        const auto power = divideRounded(Int128{milliwattHours} * 1000, 8760);
        return RestCoefficient{name, WattsPerTerabyte::fromMillionths(static_cast<std::int64_t>(power)), row->source,
                               row->year, row->licence};
    }

    Result<TransferCoefficient> transfer(const std::string &name) const
    {
        CORE_TRY(const Named *row, find(name));
        const bool kilo = row->unit == "kWh/GB"; // 1 kWh = 10^3 Wh: three places more
        CORE_TRY(const std::int64_t millionths, scaled(name, kilo ? "kWh/GB" : "Wh/GB", kilo ? 9 : 6));
        return TransferCoefficient{name, WattHoursPerGigabyte::fromMillionths(millionths), row->source, row->year,
                                   row->licence};
    }

    Result<TransferBand> band(const std::string &low, const std::string &typical, const std::string &high) const
    {
        CORE_TRY(TransferCoefficient lowest, transfer(low));
        CORE_TRY(TransferCoefficient middle, transfer(typical));
        CORE_TRY(TransferCoefficient highest, transfer(high));
        if (lowest.value > middle.value || middle.value > highest.value)
            return fail(ErrorCode::BadReply, typical, "is not between " + low + " and " + high);
        return TransferBand{std::move(lowest), std::move(middle), std::move(highest)};
    }

private:
    Result<const Named *> find(const std::string &name) const
    {
        const auto at = m_rows.find(name);
        if (at == m_rows.end()) return fail(ErrorCode::BadReply, name, "is in no coefficient table");
        return &at->second;
    }

    std::map<std::string, Named> m_rows;
};

/// Drive-only power at rest. Tannu and Nair measured drives of 1 TB, where a hard disk takes more than an SSD; the
/// others have it the other way round, so they stand beside the band and not in it.
Result<RestCoefficients> restCoefficients(const NamedValues &values)
{
    CORE_TRY(RestCoefficient hdd, values.rest("storage.hdd.energy"));
    CORE_TRY(RestCoefficient ssd, values.rest("storage.ssd.energy"));
    CORE_TRY(RestCoefficient hddHigh, values.rest("storage.hdd.energy.cloudjewels"));
    CORE_TRY(RestCoefficient ssdHigh, values.rest("storage.ssd.energy.cloudjewels"));
    CORE_TRY(RestCoefficient hddSmall, values.rest("storage.hdd.power.tannu_nair"));
    CORE_TRY(RestCoefficient ssdSmall, values.rest("storage.ssd.power.tannu_nair"));
    CORE_TRY(RestCoefficient generic, values.specifiedRest());
    RestCoefficients rest{{hdd, hdd, hddHigh}, {ssd, ssd, ssdHigh}, {generic, generic, generic}, {}};
    rest.others = {{std::move(hddHigh), std::move(ssdHigh)}, {std::move(hddSmall), std::move(ssdSmall)}};
    return rest;
}

/// Which published values bound each kind of path; why these: docs/adr/0006.
Result<TransferCoefficients> transferCoefficients(const NamedValues &values)
{
    CORE_TRY(TransferCoefficient read, values.transfer("storage.read.energy"));
    CORE_TRY(TransferCoefficient write, values.transfer("storage.write.energy"));
    CORE_TRY(TransferBand within, values.band("network.specified", "network.ccf", "network.inter_region"));
    CORE_TRY(TransferBand between, values.band("network.ccf", "network.inter_region", "network.aslan_2020"));
    CORE_TRY(TransferBand internet, values.band("network.aslan_2020", "network.external", "network.williams_tang"));
    return TransferCoefficients{std::move(read), std::move(write), std::move(within), std::move(between),
                                std::move(internet)};
}

} // namespace

Result<ShippedTables> shippedTables()
{
    ShippedTables tables;
    CORE_TRY(tables.grid.regions, readRows<grid::CloudRegion>("cloud-regions-grid.csv", cloudRegion));
    CORE_TRY(tables.grid.regionYears, readRows<grid::RegionYear>("cloud-region-sustainability.csv", regionYear));
    CORE_TRY(tables.grid.countryYears, readRows<grid::CountryYear>("country-average-intensity.csv", countryYear));
    CORE_TRY(tables.presets, readRows<BackendSpec>("backend-presets.csv", preset));
    for (const BackendSpec &spec : tables.presets)
        CORE_CHECK(placement::validate(spec));
    CORE_TRY(const NamedValues values, NamedValues::load());
    CORE_TRY(tables.coefficients.rest, restCoefficients(values));
    CORE_TRY(tables.coefficients.transfer, transferCoefficients(values));
    CORE_TRY(tables.regionFacts, readRows<placement::RegionFacts>("cloud-region-sustainability.csv", regionFacts));
    return tables;
}

} // namespace greenward::adapters
