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
Result<int> parseCopies(std::string_view text, std::string_view field)
{
    return parseWhole(text, field, 1, 16);
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

std::optional<BackendSpec> preset(Row &row)
{
    const auto id = row.value("id", [](std::string_view text, std::string_view) { return BackendId::parse(text); });
    const auto region =
        row.value("region", [](std::string_view text, std::string_view) { return RegionName::parse(text); });
    if (!id || !region) return std::nullopt;
    BackendSpec spec{*id, *region};
    spec.medium = row.value("medium", [](std::string_view text, std::string_view) { return parseMedium(text); })
                      .value_or(Medium::Hdd);
    spec.copies = row.value("copies", parseCopies).value_or(1);
    spec.pue = row.value("pue", parsePue).value_or(spec.pue);
    spec.wue = row.optional("wue_l_per_kwh", parseWue);
    spec.renewable = row.value("renewable_pct", parseShare).value_or(Percent());
    spec.renewableBasis = row.text("renewable_basis");
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

    Result<WattsPerTerabyte> restPower(const std::string &name) const
    {
        CORE_TRY(const std::int64_t millionths, scaled(name, "Wh/TBh", 6));
        return WattsPerTerabyte::fromMillionths(millionths);
    }

    Result<tiering::Coefficient> transfer(const std::string &name) const
    {
        CORE_TRY(const Named *row, find(name));
        const bool kilo = row->unit == "kWh/GB"; // 1 kWh = 10^3 Wh: three places more
        CORE_TRY(const std::int64_t millionths, scaled(name, kilo ? "kWh/GB" : "Wh/GB", kilo ? 9 : 6));
        return tiering::Coefficient{name, WattHoursPerGigabyte::fromMillionths(millionths), row->source, row->year,
                                    row->licence};
    }

    Result<tiering::Band> band(const std::string &low, const std::string &typical, const std::string &high) const
    {
        CORE_TRY(tiering::Coefficient lowest, transfer(low));
        CORE_TRY(tiering::Coefficient middle, transfer(typical));
        CORE_TRY(tiering::Coefficient highest, transfer(high));
        if (lowest.value > middle.value || middle.value > highest.value)
            return fail(ErrorCode::BadReply, typical, "is not between " + low + " and " + high);
        return tiering::Band{std::move(lowest), std::move(middle), std::move(highest)};
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

/// Drive-only power at rest; the specified 6 nWh per byte and year is 6 kWh per TB-year (C-37).
Result<placement::RestPower> restPowers(const NamedValues &values)
{
    placement::RestPower power;
    CORE_TRY(power.hdd, values.restPower("storage.hdd.energy"));
    CORE_TRY(power.ssd, values.restPower("storage.ssd.energy"));
    CORE_TRY(const std::int64_t milliwattHours, values.scaled("storage.spec.energy.annual", "nWh/B/yr", 6));
    power.generic =
        WattsPerTerabyte::fromMillionths(static_cast<std::int64_t>(divideRounded(Int128{milliwattHours} * 1000, 8760)));
    return power;
}

/// Which published values bound each kind of path; why these: docs/adr/0006.
Result<tiering::Coefficients> coefficients(const NamedValues &values)
{
    CORE_TRY(tiering::Coefficient read, values.transfer("storage.read.energy"));
    CORE_TRY(tiering::Coefficient write, values.transfer("storage.write.energy"));
    CORE_TRY(tiering::Band within, values.band("network.specified", "network.ccf", "network.inter_region"));
    CORE_TRY(tiering::Band between, values.band("network.ccf", "network.inter_region", "network.aslan_2020"));
    CORE_TRY(tiering::Band internet, values.band("network.aslan_2020", "network.external", "network.williams_tang"));
    return tiering::Coefficients{std::move(read), std::move(write), std::move(within), std::move(between),
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
    CORE_TRY(tables.restPower, restPowers(values));
    CORE_TRY(tables.coefficients, coefficients(values));
    return tables;
}

} // namespace greenward::adapters
