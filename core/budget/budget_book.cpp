#include "core/budget/budget_book.h"

#include "core/base/csv_table.h"
#include "core/base/json_places.h"
#include "core/base/json_reader.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace greenward::budget {
namespace {

constexpr int kVersion = 1;
constexpr std::string_view kSubject = "budgets file";
constexpr std::size_t kMostBytes = 67'108'864;
constexpr std::size_t kMostEntries = 1'000'000;
/// Room for a million budgets of tenant, limit and period, or for 450,000 that set everything themselves.
constexpr JsonLimits kLimits{.bytes = kMostBytes, .depth = 8, .values = 5'000'000};
/// Members of a stored budget that are numbers; all others are text, but for shadow.
constexpr std::array<std::string_view, 2> kNumbers{"min_delay_ms", "max_delay_ms"};
constexpr std::array<const char *, 10> kColumns{"tenant",   "limit",        "period",       "anchor", "soft_pct",
                                                "hard_pct", "min_delay_ms", "max_delay_ms", "region", "shadow"};

/// Exact, in the largest unit in which it is at least 1.
std::string limitText(const std::optional<GramsCO2e> &limit)
{
    if (!limit) return "unlimited";
    if (limit->micrograms() >= 1'000'000'000'000) return decimalText(limit->micrograms(), 12) + " t";
    if (limit->micrograms() >= 1'000'000'000) return decimalText(limit->micrograms(), 9) + " kg";
    return limit->gramsText() + " g";
}

/// The stored document with the tenant's name, and the limit as people write it.
Json entryJson(const BookEntry &entry)
{
    Json json{{"tenant", entry.tenant.text()}, {"limit", limitText(entry.config.limit)}};
    const Json stored = parseJson(configJson(entry.config), kSubject).value(); // our own text: it parses
    for (auto member = stored.begin(); member != stored.end(); ++member)
        if (member.key() != "version" && member.key() != "limit_g") json[member.key()] = member.value();
    return json;
}

Unexpected<Error> badAt(std::size_t line, std::string_view field, const std::string &why)
{
    return fail(ErrorCode::InvalidInput, field, "line " + std::to_string(line) + ": " + why);
}

/// One entry, back through the reader of stored documents; its errors name the field.
Result<BookEntry> readEntry(const Json &json, const BudgetDefaults &defaults)
{
    // First of all: what follows takes the square of their number.
    for (auto member = json.begin(); member != json.end(); ++member)
        if (std::find(kColumns.begin(), kColumns.end(), member.key()) == kColumns.end())
            return fail(ErrorCode::InvalidInput, escapedForDisplay(member.key()), "is not a member of a budget");
    const auto name = json.find("tenant");
    if (name == json.end() || !name->is_string()) return fail(ErrorCode::InvalidInput, "tenant", "must be a string");
    CORE_TRY(TenantId tenant, TenantId::parse(name->get<std::string>()));
    const auto limit = json.find("limit");
    if (limit == json.end() || !limit->is_string())
        return fail(ErrorCode::InvalidInput, "limit", "must be text with a unit, such as \"500 kg\", or \"unlimited\"");
    Json stored{{"version", kVersion}};
    for (auto member = json.begin(); member != json.end(); ++member)
        if (member.key() != "tenant" && member.key() != "limit") stored[member.key()] = member.value();
    const std::string written = limit->get<std::string>();
    if (written == "unlimited") {
        stored["limit_g"] = written;
    } else {
        CORE_TRY(const GramsCO2e amount, parseCarbon(written, "limit"));
        stored["limit_g"] = amount.gramsText();
    }
    CORE_TRY(BudgetConfig config, configFromJson(jsonText(stored), tenant));
    CORE_CHECK(checkConfig(config, defaults));
    return BookEntry{std::move(tenant), config};
}

/// Collects entries and refuses a tenant that was there before.
class Collector
{
public:
    explicit Collector(const BudgetDefaults &defaults)
        : m_defaults(defaults)
    {}

    template<typename LineOf>
    Result<void> add(const Json &json, LineOf lineOf)
    {
        auto entry = readEntry(json, m_defaults);
        if (!entry) return badAt(lineOf(entry.error().subject), entry.error().subject, entry.error().detail);
        if (!m_seen.insert(entry->tenant).second)
            return badAt(lineOf("tenant"), "tenant",
                         "\"" + escapedForDisplay(entry->tenant.text()) + "\" occurs a second time");
        m_entries.push_back(*std::move(entry));
        return {};
    }
    std::vector<BookEntry> take() { return std::move(m_entries); }

private:
    const BudgetDefaults &m_defaults;
    std::set<TenantId> m_seen;
    std::vector<BookEntry> m_entries;
};

Result<void> checkFrame(const Json &json)
{
    if (!json.is_object()) return badAt(1, kSubject, "is not a JSON object with \"version\" and \"budgets\"");
    for (auto member = json.begin(); member != json.end(); ++member)
        if (member.key() != "version" && member.key() != "budgets")
            return badAt(1, escapedForDisplay(member.key()), "is not a member of a budgets file");
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer() || *version != kVersion)
        return badAt(1, "version", "must be " + std::to_string(kVersion));
    const auto budgets = json.find("budgets");
    if (budgets == json.end() || !budgets->is_array()) return badAt(1, "budgets", "must be a list");
    if (budgets->size() > kMostEntries) return badAt(1, "budgets", "has more than a million entries");
    return {};
}

Result<std::vector<BookEntry>> readJson(std::string_view text, const BudgetDefaults &defaults)
{
    CORE_TRY(const Json json, parseJsonFile(text, kSubject, kLimits));
    CORE_CHECK(checkFrame(json));
    const Json &budgets = json.at("budgets");
    const std::vector<ObjectPlace> places = placesOfObjects(text, "budgets");
    Collector collector(defaults);
    std::size_t object = 0;
    for (const Json &entry : budgets) {
        if (!entry.is_object())
            return badAt(object < places.size() ? places[object].line : 1, "budgets", "an entry is not a JSON object");
        // A list named twice would leave fewer places than entries.
        if (object == places.size()) return badAt(1, "budgets", "is there twice");
        const ObjectPlace &place = places[object++];
        if (const auto twice = place.repeated())
            return badAt(twice->line, escapedForDisplay(twice->name), "is there twice");
        CORE_CHECK(collector.add(entry, [&place](std::string_view field) { return place.lineOf(field); }));
    }
    if (object != places.size()) return badAt(1, "budgets", "is there twice");
    return collector.take();
}

/// A row as the JSON entry it stands for. Bad numbers stay text, which the reader of entries refuses.
Json entryOfRow(const CsvTable &table, std::size_t row)
{
    Json json = Json::object();
    for (std::size_t column = 0; column < table.header().size(); ++column) {
        const std::string &name = table.header()[column];
        const std::string cell = plainCell(table.at(row, column));
        if (cell.empty()) continue;
        const auto number = parseDecimal(cell, 0, name);
        const bool whole = number && cell.find('.') == std::string::npos;
        if (whole && std::find(kNumbers.begin(), kNumbers.end(), name) != kNumbers.end())
            json[name] = *number;
        else if (name == "shadow" && (cell == "true" || cell == "false"))
            json[name] = cell == "true";
        else
            json[name] = cell;
    }
    return json;
}

Result<std::vector<BookEntry>> readCsv(std::string_view text, const BudgetDefaults &defaults)
{
    const auto table =
        CsvTable::parse(text, kSubject, {.bytes = kMostBytes, .rows = kMostEntries, .columns = 64, .fieldBytes = 8192});
    if (!table) return fail(ErrorCode::InvalidInput, table.error().subject, table.error().detail);
    for (const std::string &name : table->header())
        if (std::find(kColumns.begin(), kColumns.end(), name) == kColumns.end())
            return badAt(1, escapedForDisplay(name), "is not a column of a budgets file");
    Collector collector(defaults);
    for (std::size_t row = 0; row < table->rows(); ++row)
        CORE_CHECK(collector.add(entryOfRow(*table, row), [&](std::string_view) { return table->lineOf(row); }));
    return collector.take();
}

} // namespace

std::string bookJson(std::span<const BookEntry> entries)
{
    std::string text = "{\"version\": " + std::to_string(kVersion) + ",\n \"budgets\": [";
    std::string_view separator = "\n  ";
    for (const BookEntry &entry : entries) {
        text += separator;
        text += jsonText(entryJson(entry));
        separator = ",\n  ";
    }
    return text + "\n ]}\n";
}

std::string bookCsv(std::span<const BookEntry> entries)
{
    std::string text;
    for (const char *name : kColumns)
        text += (text.empty() ? "" : ",") + std::string(name);
    text += "\r\n";
    for (const BookEntry &entry : entries) {
        const Json json = entryJson(entry);
        std::string line;
        for (const char *name : kColumns) {
            const auto member = json.find(name);
            if (name != kColumns.front()) line += ',';
            if (member == json.end()) continue;
            line += csvCell(member->is_string() ? member->get<std::string>() : jsonText(*member));
        }
        text += line + "\r\n";
    }
    return text;
}

Result<std::vector<BookEntry>> readBook(std::string_view text, const BudgetDefaults &defaults)
{
    std::string_view body = text;
    if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return badAt(1, kSubject, "is empty");
    const bool json = body[first] == '{' || body[first] == '[';
    return json ? readJson(body, defaults) : readCsv(text, defaults);
}

} // namespace greenward::budget
