#include "core/engine/usage_file.h"

#include "core/base/csv_table.h"
#include "core/base/json_fields.h"
#include "core/base/utf8.h"
#include "core/bus/energy_reading.h"

#include <algorithm>
#include <array>

namespace greenward::engine {
namespace {

constexpr std::size_t kMostBytes = 268'435'456;
constexpr std::size_t kMostLines = 1'000'000;
constexpr std::string_view kSubject = "usage file";
constexpr std::array<std::string_view, 5> kMembers{"tenant", "amount_g", "operation", "id", "at"};

Result<RecordUsage> recordOf(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "record"));
    for (auto member = json.begin(); member != json.end(); ++member)
        if (std::find(kMembers.begin(), kMembers.end(), member.key()) == kMembers.end())
            return fail(ErrorCode::InvalidInput, escapedForDisplay(member.key()), "is not a member of a usage record");
    CORE_TRY(const std::string name, fields.text("tenant"));
    CORE_TRY(TenantId tenant, TenantId::parse(name));
    CORE_TRY(const std::string amount, fields.decimal("amount_g"));
    RecordUsage record{.tenant = std::move(tenant), .amount = {}};
    CORE_TRY(record.amount, parseGrams(amount, "amount_g"));
    if (fields.has("operation")) {
        CORE_TRY(record.operation, fields.text("operation"));
    }
    if (fields.has("id")) {
        CORE_TRY(record.key, fields.text("id"));
    }
    if (fields.has("at")) {
        CORE_TRY(record.at, fields.time("at"));
    }
    return record;
}

Result<RecordEnergy> energyOf(const Json &json)
{
    CORE_TRY(const bus::EnergyMeasured measured, bus::energyMeasuredFromJson(json));
    RecordEnergy record{.tenant = measured.tenant, .energy = measured.energy};
    record.backend = measured.backend;
    record.region = measured.region;
    record.boundary = measured.boundary;
    record.operation = measured.operationType;
    record.key = measured.measurementId;
    record.at = measured.at;
    record.source = measured.source;
    record.quality = measured.quality;
    return record;
}

Result<void> addLine(ImportUsage &import, std::size_t line, const Json &json)
{
    const bool energy = json.is_object() && json.contains("measurementId");
    const auto placed = [line](const Error &error) {
        return fail(error.code, error.subject, "line " + std::to_string(line) + ": " + error.detail);
    };
    if (energy) {
        auto record = energyOf(json);
        if (!record) return placed(record.error());
        import.lines.push_back({line, *std::move(record)});
        return {};
    }
    auto record = recordOf(json);
    if (!record) return placed(record.error());
    import.lines.push_back({line, *std::move(record)});
    return {};
}

Result<ImportUsage> readLines(std::string_view text)
{
    ImportUsage import;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (import.lines.size() == kMostLines)
            return fail(ErrorCode::InvalidInput, kSubject, "has more than a million lines");
        CORE_TRY(const Json json, parseJsonLine(one, kSubject, line));
        CORE_CHECK(addLine(import, line, json));
    }
    return import;
}

/// A row as the JSON object it stands for: text, but for the one member that must be a whole number.
Json objectOf(const CsvTable &table, std::size_t row)
{
    Json json = Json::object();
    for (std::size_t column = 0; column < table.header().size(); ++column) {
        const std::string cell = plainCell(table.at(row, column));
        if (cell.empty()) continue;
        const std::string &name = table.header()[column];
        const auto number = parseDecimal(cell, 0, name);
        if (name == "durationMs" && number && cell.find('.') == std::string::npos)
            json[name] = *number;
        else
            json[name] = cell;
    }
    return json;
}

Result<ImportUsage> readTable(std::string_view text)
{
    const auto table =
        CsvTable::parse(text, kSubject, {.bytes = kMostBytes, .rows = kMostLines, .columns = 64, .fieldBytes = 8192});
    if (!table) return fail(ErrorCode::InvalidInput, table.error().subject, table.error().detail);
    ImportUsage import;
    for (std::size_t row = 0; row < table->rows(); ++row)
        CORE_CHECK(addLine(import, table->lineOf(row), objectOf(*table, row)));
    return import;
}

} // namespace

Result<ImportUsage> readUsageFile(std::string_view text)
{
    if (text.size() > kMostBytes)
        return fail(ErrorCode::InvalidInput, kSubject, "is longer than " + std::to_string(kMostBytes) + " bytes");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return fail(ErrorCode::InvalidInput, kSubject, "line 1: is empty");
    return text[first] == '{' || text[first] == '[' ? readLines(text) : readTable(text);
}

} // namespace greenward::engine
