#include "app/ctl/backend_options.h"
#include "app/ctl/words.h"
#include "core/base/joined.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::BackendRow;

struct IdOption
{
    std::string id;
};
struct AcceptOptions
{
    std::string id;
    bool withoutObjects = false;
};

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

std::string redundancyWords(Redundancy redundancy)
{
    if (redundancy.isErasure()) return "erasure coded " + redundancy.text() + " (x " + redundancy.factorText() + ")";
    return redundancy.text() + (redundancy.numerator() == 1 ? " copy" : " copies");
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
    if (!spec.location.empty()) {
        facts.add("path", spec.location);
        const auto patterns = spec.exclude.patterns();
        facts.add("excluded", patterns.empty() ? "nothing" : joined(patterns, ", "));
    }
    facts.add("region", spec.region.text());
    facts.add("medium", std::string(mediumName(spec.medium)) + ", " + redundancyWords(spec.redundancy));
    facts.add("pue", spec.pue.text());
    facts.add("wue", spec.wue ? spec.wue->text() + " l/kWh" : "unknown");
    facts.add("renewable", percentWords(spec.renewable) + " (" + nameWords(shareBasisName(spec.shareBasis)) +
                               (spec.renewableBasis.empty() ? ")" : "): " + spec.renewableBasis));
    if (spec.residency) facts.add("residency", spec.residency->text());
    if (spec.at) facts.add("coordinates", spec.at->latitudeText() + ", " + spec.at->longitudeText());
    facts.add("latency", latencyClassName(spec.latency));
    if (spec.price) facts.add("price", spec.price->text() + " per GB and month");
    if (spec.immutable) facts.add("immutable", "what is written there stays until its time is over");
    if (spec.legalHold) facts.add("legal hold", "what lies there may not leave");
    if (!spec.source.empty()) {
        facts.add("source", spec.source + (spec.sourceYear ? ", " + std::to_string(*spec.sourceYear) : ""));
    }
    if (!spec.newerHint.empty()) facts.add("newer", spec.newerHint);
    facts.add("score", scoreWords(row.scored.score.total) + (row.scored.score.provisional ? " (provisional)" : ""));
    facts.add("at rest", carbonWords(row.scored.perTerabyteMonth) + " per TB and month");
    if (row.place)
        facts.add("place", (row.place->mark.empty() ? "no marker" : "marker " + row.place->mark) + ", " +
                               row.place->fileSystem + ", since " + timeWords(row.place->since));
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

bool isCalled(const placement::RegionFacts &facts, std::string_view text)
{
    return text == facts.provider + ":" + facts.region || text == facts.region;
}

/// A bare one in a region, or one with the published figures of a cloud region.
Result<BackendSpec> beginningOf(Session &session, const BackendId &id, const SpecOptions &options)
{
    if (!options.catalogue) {
        if (!options.region)
            return fail(ErrorCode::InvalidInput, "region", "is missing; give --region or --from-catalogue");
        CORE_TRY(RegionName region, RegionName::parse(*options.region));
        return BackendSpec{.id = id, .region = std::move(region)};
    }
    return session.query([&](engine::Engine &engine) -> Result<BackendSpec> {
        const auto all = engine.regionCatalogue();
        const auto found =
            std::ranges::find_if(all, [&](const auto &one) { return isCalled(one, *options.catalogue); });
        if (found == all.end())
            return fail(ErrorCode::UnknownName, "from-catalogue",
                        "\"" + *options.catalogue + "\" is in no published table; see greenwardctl backend catalogue");
        CORE_TRY(BackendSpec spec, engine.backendFromCatalogue(*found));
        spec.id = id;
        return spec;
    });
}

Result<int> addBackend(Session &session, const SpecOptions &options)
{
    CORE_TRY(BackendId id, BackendId::parse(options.id));
    CORE_TRY(BackendSpec spec, beginningOf(session, id, options));
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

Result<int> acceptPlace(Session &session, const AcceptOptions &options)
{
    CORE_TRY(const BackendId id, BackendId::parse(options.id));
    CORE_CHECK(session.apply(engine::AcceptPlace{id, options.withoutObjects}));
    return showRow(session, id);
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

void declareId(CommandSyntax &command, IdOption &options)
{
    command.addOption("ID", options.id, "The backend's name").required();
}

} // namespace

void addBackendCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("backend", "Places where data lies");
    const auto declareNew = [](CommandSyntax &command, SpecOptions &options) {
        declareSpec(command, options);
        command.addOption("--from-catalogue", options.catalogue, "Start from a cloud region's published figures")
            .typeName("REGION");
    };
    addCommand<SpecOptions>(group, chosen, "add", "Register a backend", declareNew, addBackend);
    addCommand<SpecOptions>(group, chosen, "set", "Change some figures of a backend", declareSpec, changeBackend);
    addCommand<NoOptions>(
        group, chosen, "list", "All backends, best first", [](CommandSyntax &, NoOptions &) {}, listBackends);
    addCommand<IdOption>(group, chosen, "show", "One backend with its figures and their source", declareId,
                         showBackend);
    addBackendFileCommands(group, chosen);
    addCommand<IdOption>(group, chosen, "remove", "Forget a backend; its data stays", declareId, removeBackend);
    const auto declareAccept = [](CommandSyntax &command, AcceptOptions &options) {
        command.addOption("ID", options.id, "The backend's name").required();
        command.addFlag("--without-objects", options.withoutObjects,
                        "Also if none of the objects that are known of it are there: they are gone for good");
    };
    addCommand<AcceptOptions>(group, chosen, "accept",
                              "Take what lies at its path now for its place: the disk was replaced", declareAccept,
                              acceptPlace);
    addCommand<IdOption>(group, chosen, "check", "Can it be reached and written? Exit code 1 means no", declareId,
                         checkBackend);
}

} // namespace greenward::ctl
