#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/utf8.h"
#include "core/engine/json/placement_json.h"
#include "core/placement/backend_file.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

struct ExportOptions
{
    OutputOptions output;
    bool presets = false;
};
struct ImportOptions
{
    std::string file;
    bool dryRun = false;
};
struct CatalogueOptions
{
    std::string text;
};

Result<std::vector<BackendSpec>> specsOf(Session &session)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.backends(); }));
    std::vector<BackendSpec> specs;
    for (const auto &row : rows)
        specs.push_back(row.scored.spec);
    std::ranges::sort(specs, {}, &BackendSpec::id);
    return specs;
}

Result<int> exportBackends(Session &session, const ExportOptions &options)
{
    CORE_TRY(auto specs, specsOf(session));
    if (!options.presets) std::erase_if(specs, [](const BackendSpec &spec) { return spec.preset; });
    CORE_CHECK(session.save(options.output, app::ExportKind::Backends, placement::backendFile(specs)));
    session.show({{"file", jsonName(options.output.file)}, {"backends", specs.size()}}, [&](std::ostream &out) {
        out << "Wrote " << specs.size() << " backends to " << escapedForDisplay(options.output.file) << ".\n";
    });
    return kDone;
}

std::string_view effectOf(const BackendSpec &wanted, const std::vector<BackendSpec> &present)
{
    const auto known = std::ranges::find(present, wanted.id, &BackendSpec::id);
    if (known == present.end()) return "added";
    BackendSpec same = wanted;
    same.preset = known->preset;
    return same == *known ? "unchanged" : "changed";
}

Result<int> importBackends(Session &session, const ImportOptions &options)
{
    CORE_TRY(const std::string text, session.world().readFile(options.file));
    CORE_TRY(const auto specs, placement::readBackendFile(text));
    CORE_TRY(const auto present, specsOf(session));
    if (!options.dryRun) CORE_CHECK(session.apply(engine::ImportBackends{specs, options.file}));
    Json list = Json::array();
    for (const BackendSpec &spec : specs)
        list.push_back({{"backend", spec.id.text()}, {"effect", effectOf(spec, present)}});
    session.show({{"file", jsonName(options.file)}, {"applied", !options.dryRun}, {"backends", std::move(list)}},
                 [&](std::ostream &out) {
                     Table table({{"BACKEND"}, {options.dryRun ? "WOULD BE" : "WAS"}});
                     for (const BackendSpec &spec : specs)
                         table.add({spec.id.text(), std::string(effectOf(spec, present))});
                     table.print(out);
                 });
    return kDone;
}

bool mentions(const placement::RegionFacts &facts, std::string_view text)
{
    const auto holds = [&](const std::string &where) {
        const auto same = [](char a, char b) {
            return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
        };
        return std::search(where.begin(), where.end(), text.begin(), text.end(), same) != where.end() || text.empty();
    };
    return holds(facts.provider + ":" + facts.region) || holds(facts.location) || holds(facts.country);
}

template<typename Value>
std::string orUnknown(const std::optional<Value> &value)
{
    return value ? value->text() : "-";
}

void printFacts(const std::vector<placement::RegionFacts> &facts, std::ostream &out)
{
    using enum Table::Align;
    Table table({{"REGION"},
                 {"PLACE"},
                 {"COUNTRY"},
                 {"PUE", Right},
                 {"WUE", Right},
                 {"SHARE %", Right},
                 {"SHARE MEANS"},
                 {"G/KWH", Right},
                 {"YEAR", Right}});
    for (const auto &one : facts)
        table.add({one.provider + ":" + one.region, one.location, one.country, orUnknown(one.pue), orUnknown(one.wue),
                   orUnknown(one.share), one.share ? nameWords(shareBasisName(one.shareBasis)) : "-",
                   one.intensity ? one.intensity->gramsText() : "-", one.year ? std::to_string(*one.year) : "-"});
    table.print(out);
    out << "- is not published. Add one with: greenwardctl backend add NAME --from-catalogue REGION\n";
}

Result<int> showCatalogue(Session &session, const CatalogueOptions &options)
{
    CORE_TRY(auto facts, session.ask([](engine::Engine &engine) { return engine.regionCatalogue(); }));
    std::erase_if(facts, [&](const auto &one) { return !mentions(one, options.text); });
    if (facts.empty())
        return fail(ErrorCode::NotFound, "text", "\"" + options.text + "\" is in no region's name, place or country");
    session.show(engine::factsJson(facts), [&](std::ostream &out) { printFacts(facts, out); });
    return kDone;
}

} // namespace

void addBackendFileCommands(CommandSyntax &group, Chosen &chosen)
{
    addCommand<CatalogueOptions>(
        group, chosen, "catalogue", "What is published about cloud regions: something to start from",
        [](CommandSyntax &command, CatalogueOptions &options) {
            command.addOption("TEXT", options.text, "Part of a region's name, place or country");
        },
        showCatalogue);
    addCommand<ExportOptions>(
        group, chosen, "export", "Write all backends to a JSON file",
        [](CommandSyntax &command, ExportOptions &options) {
            command.addOption("FILE", options.output.file, kOutputHelp).required();
            command.addFlag("--force", options.output.force, kForceHelp);
            command.addFlag("--presets", options.presets, "Those that come with Greenward, too");
        },
        exportBackends);
    addCommand<ImportOptions>(
        group, chosen, "import", "Take over the backends of a file, all or none",
        [](CommandSyntax &command, ImportOptions &options) {
            command.addOption("FILE", options.file, "As export writes it").required();
            command.addFlag("--dry-run", options.dryRun, "Only say what would change");
        },
        importBackends);
}

} // namespace greenward::ctl
