#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::BackendRow;

struct SpecOptions
{
    std::string id;
    std::optional<std::string> kind;
    std::optional<std::string> path;
    std::optional<std::string> region;
    std::optional<std::string> medium;
    std::optional<std::string> copies;
    std::optional<std::string> pue;
    std::optional<std::string> wue;
    std::optional<std::string> renewable;
    std::optional<std::string> renewableBasis;
    std::optional<std::string> source;
    std::optional<std::string> sourceYear;
    std::optional<std::string> tenantLevel;
    std::optional<std::string> soleTenant;
};
struct IdOption
{
    std::string id;
};

Result<std::string> absolutePath(const std::string &path)
{
    std::error_code failure;
    auto absolute = std::filesystem::absolute(path, failure).lexically_normal();
    if (failure) return fail(ErrorCode::InvalidInput, "path", "\"" + path + "\": " + failure.message());
    // A slash at the end would make the same directory look like two.
    if (!absolute.has_filename() && absolute.has_relative_path()) absolute = absolute.parent_path();
    return absolute.string();
}

/// Changes of `spec` that the options ask for; what was not given stays.
Result<void> applyOptions(const SpecOptions &options, BackendSpec &spec)
{
    CORE_CHECK(take(options.kind, spec.driver, parseDriverKind));
    CORE_CHECK(take(options.path, spec.location, [](auto text) { return absolutePath(std::string(text)); }));
    CORE_CHECK(take(options.region, spec.region, RegionName::parse));
    CORE_CHECK(take(options.medium, spec.medium, parseMedium));
    CORE_CHECK(take(options.copies, spec.copies, [](auto text) { return parseCount(text, 1, 16, "copies"); }));
    CORE_CHECK(take(options.pue, spec.pue, [](auto text) { return parsePue(text, "pue"); }));
    CORE_CHECK(take(options.wue, spec.wue, [](auto text) { return parseWue(text, "wue"); }));
    CORE_CHECK(take(options.renewable, spec.renewable, [](auto text) { return parseShare(text, "renewable"); }));
    CORE_CHECK(take(options.sourceYear, spec.sourceYear,
                    [](auto text) { return parseCount(text, 1990, 2100, "source-year"); }));
    CORE_CHECK(
        take(options.tenantLevel, spec.tenantLevel, [](auto text) { return parseCount(text, 0, 64, "tenant-level"); }));
    CORE_CHECK(take(options.soleTenant, spec.soleTenant, TenantId::parse));
    if (options.renewableBasis) spec.renewableBasis = *options.renewableBasis;
    if (options.source) spec.source = *options.source;
    return {};
}

Result<std::vector<BackendRow>> allRows(Session &session)
{
    return session.ask([](engine::Engine &engine) { return engine.backends(); });
}

Result<BackendRow> rowOf(Session &session, const BackendId &id)
{
    CORE_TRY(const auto rows, allRows(session));
    const auto row = std::ranges::find_if(rows, [&id](const BackendRow &each) { return each.scored.spec.id == id; });
    if (row == rows.end()) return fail(ErrorCode::UnknownName, "backend", "\"" + id.text() + "\" is not registered");
    return *row;
}

std::string healthWords(const BackendRow &row)
{
    if (row.scored.spec.driver == DriverKind::Profile) return "not connected";
    if (!row.health) return "not checked";
    if (!row.health->problem.empty()) return row.health->problem;
    return row.health->writable ? "ok" : "read-only";
}

void printRow(const BackendRow &row, std::ostream &out)
{
    const BackendSpec &spec = row.scored.spec;
    FactSheet facts;
    facts.add("backend", spec.id.text() + (spec.preset ? " (preset)" : ""));
    facts.add("kind", std::string(driverKindName(spec.driver)));
    if (!spec.location.empty()) facts.add("path", spec.location);
    facts.add("region", spec.region.text());
    facts.add("medium", std::string(mediumName(spec.medium)) + ", " + std::to_string(spec.copies) +
                            (spec.copies == 1 ? " copy" : " copies"));
    facts.add("pue", spec.pue.text());
    facts.add("wue", spec.wue ? spec.wue->text() + " l/kWh" : "unknown");
    facts.add("renewable",
              percentWords(spec.renewable) + (spec.renewableBasis.empty() ? "" : ", " + spec.renewableBasis));
    if (!spec.source.empty()) {
        facts.add("source", spec.source + (spec.sourceYear ? ", " + std::to_string(*spec.sourceYear) : ""));
    }
    if (!spec.newerHint.empty()) facts.add("newer", spec.newerHint);
    facts.add("score", scoreWords(row.scored.score.total) + (row.scored.score.provisional ? " (provisional)" : ""));
    facts.add("at rest", carbonWords(row.scored.perTerabyteMonth) + " per TB and month");
    facts.add("health", healthWords(row));
    if (row.health && row.health->free) facts.add("free", sizeWords(*row.health->free));
    facts.add("catalogue", objectsWords(row.objects, row.size) +
                               (row.scannedAt ? ", scanned " + timeWords(row.scannedAt) : ", never scanned"));
    facts.print(out);
}

void printRows(const std::vector<BackendRow> &rows, std::ostream &out)
{
    using enum Table::Align;
    Table table({{"BACKEND"},
                 {"KIND"},
                 {"REGION"},
                 {"SCORE", Right},
                 {"OBJECTS", Right},
                 {"SIZE", Right},
                 {"SCANNED"},
                 {"HEALTH"}});
    for (const auto &row : rows) {
        const BackendSpec &spec = row.scored.spec;
        table.add({spec.id.text(), spec.preset ? "preset" : std::string(driverKindName(spec.driver)),
                   spec.region.text(), scoreWords(row.scored.score.total), countWords(row.objects), sizeWords(row.size),
                   timeWords(row.scannedAt), healthWords(row)});
    }
    table.print(out);
}

Result<int> showRow(Session &session, const BackendId &id)
{
    CORE_TRY(const BackendRow row, rowOf(session, id));
    session.show(engine::toJson(row), [&row](std::ostream &out) { printRow(row, out); });
    return kDone;
}

Result<int> addBackend(Session &session, const SpecOptions &options)
{
    CORE_TRY(BackendId id, BackendId::parse(options.id));
    CORE_TRY(RegionName region, RegionName::parse(*options.region));
    BackendSpec spec{.id = id, .region = std::move(region)};
    spec.driver = options.path ? DriverKind::Local : DriverKind::Profile;
    CORE_CHECK(applyOptions(options, spec));
    CORE_CHECK(session.apply(engine::RegisterBackend{std::move(spec)}));
    return showRow(session, id);
}

Result<int> changeBackend(Session &session, const SpecOptions &options)
{
    CORE_TRY(const BackendId id, BackendId::parse(options.id));
    CORE_TRY(const BackendRow row, rowOf(session, id));
    BackendSpec spec = row.scored.spec;
    CORE_CHECK(applyOptions(options, spec));
    CORE_CHECK(session.apply(engine::UpdateBackend{std::move(spec)}));
    return showRow(session, id);
}

Result<int> listBackends(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, allRows(session));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) { printRows(rows, out); });
    return kDone;
}

Result<int> showBackend(Session &session, const IdOption &options)
{
    CORE_TRY(const BackendId id, BackendId::parse(options.id));
    return showRow(session, id);
}

Result<int> removeBackend(Session &session, const IdOption &options)
{
    CORE_TRY(const BackendId id, BackendId::parse(options.id));
    CORE_CHECK(session.apply(engine::RemoveBackend{id}));
    session.show({{"removed", id.text()}},
                 [](std::ostream &out) { out << "Removed from Greenward; the data itself was not touched.\n"; });
    return kDone;
}

Result<int> checkBackend(Session &session, const IdOption &options)
{
    CORE_TRY(const BackendId id, BackendId::parse(options.id));
    CORE_TRY(const BackendRow row, rowOf(session, id));
    session.show({{"backend", id.text()}, {"health", row.health ? engine::toJson(*row.health) : Json(nullptr)}},
                 [&row](std::ostream &out) { out << healthWords(row) << '\n'; });
    const bool healthy = row.health && row.health->reachable && row.health->problem.empty();
    return healthy ? kDone : kRefused;
}

void declareSpec(CLI::App &command, SpecOptions &options)
{
    command.add_option("ID", options.id, "The backend's name")->required();
    command.add_option("--kind", options.kind, "local, or profile for a place to compare with")->type_name("KIND");
    command.add_option("--path", options.path, "Directory of a local backend")->type_name("DIR");
    command.add_option("--region", options.region, "Cloud region, grid zone or country")->type_name("REGION");
    command.add_option("--medium", options.medium, "hdd, ssd, tape or generic")->type_name("MEDIUM");
    command.add_option("--copies", options.copies, "Replicas the backend keeps, 1 to 16")->type_name("N");
    command.add_option("--pue", options.pue, "Power usage effectiveness, from 1")->type_name("RATIO");
    command.add_option("--wue", options.wue, "Water usage effectiveness, litres per kWh")->type_name("RATIO");
    command.add_option("--renewable", options.renewable, "Renewable share of its electricity")->type_name("PERCENT");
    command.add_option("--renewable-basis", options.renewableBasis, "What the share means")->type_name("TEXT");
    command.add_option("--source", options.source, "Where these figures are published")->type_name("TEXT");
    command.add_option("--source-year", options.sourceYear, "The year they are about")->type_name("YEAR");
    command.add_option("--tenant-level", options.tenantLevel, "Which path component names the tenant, from 0")
        ->type_name("N");
    command.add_option("--sole-tenant", options.soleTenant, "All objects belong to this tenant")->type_name("TENANT");
}

void declareId(CLI::App &command, IdOption &options)
{
    command.add_option("ID", options.id, "The backend's name")->required();
}

} // namespace

void addBackendCommands(CLI::App &root, Chosen &chosen)
{
    CLI::App &group = addGroup(root, "backend", "Places where data lies");
    const auto declareNew = [](CLI::App &command, SpecOptions &options) {
        declareSpec(command, options);
        command.get_option("--region")->required();
    };
    addCommand<SpecOptions>(group, chosen, "add", "Register a backend", declareNew, addBackend);
    addCommand<SpecOptions>(group, chosen, "set", "Change some figures of a backend", declareSpec, changeBackend);
    addCommand<NoOptions>(
        group, chosen, "list", "All backends, best first", [](CLI::App &, NoOptions &) {}, listBackends);
    addCommand<IdOption>(group, chosen, "show", "One backend with its figures and their source", declareId,
                         showBackend);
    addCommand<IdOption>(group, chosen, "remove", "Forget a backend; its data stays", declareId, removeBackend);
    addCommand<IdOption>(group, chosen, "check", "Can it be reached and written? Exit code 1 means no", declareId,
                         checkBackend);
}

} // namespace greenward::ctl
