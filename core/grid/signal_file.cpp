#include "core/grid/signal_file.h"

#include "core/base/csv_table.h"
#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace greenward::grid {
namespace {

constexpr std::size_t kMostBytes = 268'435'456;
constexpr std::size_t kMostLines = 1'000'000;
constexpr std::size_t kLongestText = 200;
constexpr std::int64_t kLongestSeconds = 86'400;
constexpr std::string_view kSubject = "signal file";
constexpr std::array<std::string_view, 11> kMembers{"region",    "time",   "length_s", "intensity_g_per_kwh",
                                                    "kind",      "signal", "gas",      "basis",
                                                    "issued_at", "method", "licence"};

/// One line, and where it belongs.
struct Row
{
    RegionName region;
    Signal signal = Signal::Average;
    Gas gas = Gas::CO2e;
    std::string basis;
    std::string licence;
    std::optional<Instant> issuedAt;
    SeriesPoint point;
};

std::string shownName(const std::string &member)
{
    return member.empty() ? std::string(kSubject) : escapedForDisplay(member);
}

Result<std::string> shortText(const JsonFields &fields, const std::string &name, std::string_view otherwise)
{
    if (!fields.has(name)) return std::string(otherwise);
    CORE_TRY(std::string text, fields.text(name));
    if (text.size() > kLongestText)
        return fail(ErrorCode::InvalidInput, name, "is longer than " + std::to_string(kLongestText) + " bytes");
    return text;
}

Result<PointKind> kindOf(const JsonFields &fields)
{
    CORE_TRY(const std::string name, shortText(fields, "kind", "measured"));
    for (const PointKind kind : {PointKind::Measured, PointKind::Estimated, PointKind::Forecast})
        if (name == pointKindName(kind)) return kind;
    return fail(ErrorCode::InvalidInput, "kind", "\"" + name + "\" is not measured, estimated or forecast");
}

/// Only quantities of mass: a percentile in this column would become one (C-18).
Result<Signal> signalOf(const JsonFields &fields)
{
    CORE_TRY(const std::string name, shortText(fields, "signal", "average"));
    if (name == "average") return Signal::Average;
    if (name == "marginal") return Signal::Marginal;
    return fail(ErrorCode::InvalidInput, "signal", "\"" + name + "\" is not average or marginal");
}

Result<Gas> gasOf(const JsonFields &fields)
{
    CORE_TRY(const std::string name, shortText(fields, "gas", gasName(Gas::CO2e)));
    for (const Gas gas : {Gas::CO2e, Gas::CO2})
        if (name == gasName(gas)) return gas;
    return fail(ErrorCode::InvalidInput, "gas", "\"" + name + "\" is not CO2e or CO2");
}

Result<milliseconds> lengthOf(const JsonFields &fields)
{
    if (!fields.has("length_s")) return milliseconds{std::chrono::hours{1}};
    CORE_TRY(const std::string text, fields.decimal("length_s"));
    CORE_TRY(const std::int64_t seconds, parseDecimal(text, 0, "length_s"));
    if (seconds < 1 || seconds > kLongestSeconds)
        return fail(ErrorCode::InvalidInput, "length_s", "\"" + text + "\" is not between 1 and 86400");
    return milliseconds{std::chrono::seconds{seconds}};
}

Result<Row> rowOf(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "signal"));
    for (const auto &[name, value] : json.items())
        if (std::ranges::find(kMembers, name) == kMembers.end())
            return fail(ErrorCode::InvalidInput, shownName(name), "is not a member of a recorded signal");
    CORE_TRY(const std::string name, fields.text("region"));
    CORE_TRY(RegionName region, RegionName::parse(name));
    Row row{
        .region = std::move(region), .signal = {}, .gas = {}, .basis = {}, .licence = {}, .issuedAt = {}, .point = {}};
    CORE_TRY(row.point.from, fields.time("time"));
    CORE_TRY(row.point.length, lengthOf(fields));
    CORE_TRY(const std::string value, fields.decimal("intensity_g_per_kwh"));
    CORE_TRY(row.point.value, parseGramsPerKwh(value, "intensity_g_per_kwh"));
    CORE_TRY(row.point.kind, kindOf(fields));
    CORE_TRY(row.point.method, shortText(fields, "method", ""));
    CORE_TRY(row.signal, signalOf(fields));
    CORE_TRY(row.gas, gasOf(fields));
    CORE_TRY(row.basis, shortText(fields, "basis", "as imported"));
    CORE_TRY(row.licence, shortText(fields, "licence", ""));
    if (fields.has("issued_at")) {
        CORE_TRY(row.issuedAt, fields.time("issued_at"));
    }
    if (row.point.kind != PointKind::Forecast) {
        row.issuedAt.reset();
        return row;
    }
    if (!row.issuedAt) return fail(ErrorCode::InvalidInput, "issued_at", "is missing: a forecast has a time of issue");
    if (*row.issuedAt > row.point.from)
        return fail(ErrorCode::InvalidInput, "issued_at", toRfc3339(*row.issuedAt) + " is after what it forecasts");
    return row;
}

/// Gathers lines into series; all of one region, signal, gas, basis and time of issue are one.
class Gatherer final
{
public:
    Result<void> add(std::size_t line, const Json &json)
    {
        auto row = rowOf(json);
        if (!row) return placed(line, row.error());
        if (++m_lines > kMostLines)
            return fail(ErrorCode::InvalidInput, std::string(kSubject), "has more than a million lines");
        const auto [at, isNew] =
            m_series.try_emplace(Key{row->region.text(), row->signal, row->gas, row->basis, row->issuedAt},
                                 Gathered{row->region, {}, {}, line});
        Gathered &gathered = at->second;
        if (isNew) gathered.licence = row->licence;
        const auto [point, isFirst] =
            gathered.points.try_emplace({row->point.from, row->point.kind == PointKind::Forecast}, row->point);
        if (!isFirst && point->second != row->point)
            return placed(line, {ErrorCode::InvalidInput, "time",
                                 toRfc3339(row->point.from) + " was there before, with another value"});
        return {};
    }
    std::vector<RecordedSeries> finish() &&
    {
        std::vector<RecordedSeries> all;
        for (auto &[key, gathered] : m_series) {
            Series series;
            series.signal = std::get<Signal>(key);
            series.gas = std::get<Gas>(key);
            series.basis = std::get<3>(key);
            series.issuedAt = std::get<4>(key);
            series.licence = std::move(gathered.licence);
            for (auto &[when, point] : gathered.points)
                series.points.push_back(std::move(point));
            all.push_back({gathered.region, std::move(series), gathered.line});
        }
        return all;
    }

private:
    using Key = std::tuple<std::string, Signal, Gas, std::string, std::optional<Instant>>;
    struct Gathered
    {
        RegionName region;
        std::string licence;
        std::map<std::pair<Instant, bool>, SeriesPoint> points;
        std::size_t line = 0;
    };
    static Unexpected<Error> placed(std::size_t line, const Error &error)
    {
        return fail(ErrorCode::InvalidInput, error.subject, "line " + std::to_string(line) + ": " + error.detail);
    }

    std::map<Key, Gathered> m_series;
    std::size_t m_lines = 0;
};

Result<void> readLines(std::string_view text, Gatherer &gatherer)
{
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        CORE_TRY(const Json json, parseJsonLine(one, kSubject, line));
        CORE_CHECK(gatherer.add(line, json));
    }
    return {};
}

Result<void> readTable(std::string_view text, Gatherer &gatherer)
{
    const auto table =
        CsvTable::parse(text, kSubject, {.bytes = kMostBytes, .rows = kMostLines, .columns = 64, .fieldBytes = 8192});
    if (!table) return fail(ErrorCode::InvalidInput, table.error().subject, table.error().detail);
    for (const std::string &name : table->header())
        if (std::ranges::find(kMembers, name) == kMembers.end())
            return fail(ErrorCode::InvalidInput, shownName(name), "line 1: is not a column of recorded signals");
    for (std::size_t row = 0; row < table->rows(); ++row) {
        Json json = Json::object();
        for (std::size_t column = 0; column < table->header().size(); ++column)
            if (std::string cell = plainCell(table->at(row, column)); !cell.empty())
                json[table->header()[column]] = std::move(cell);
        CORE_CHECK(gatherer.add(table->lineOf(row), json));
    }
    return {};
}

} // namespace

Result<std::vector<RecordedSeries>> readSignalFile(std::string_view text)
{
    if (text.size() > kMostBytes)
        return fail(ErrorCode::InvalidInput, std::string(kSubject),
                    "is longer than " + std::to_string(kMostBytes) + " bytes");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, std::string(kSubject), "line 1: is empty");
    Gatherer gatherer;
    CORE_CHECK(text[first] == '{' ? readLines(text, gatherer) : readTable(text, gatherer));
    auto all = std::move(gatherer).finish();
    if (all.empty()) return fail(ErrorCode::InvalidInput, std::string(kSubject), "holds no signals");
    return all;
}

} // namespace greenward::grid
