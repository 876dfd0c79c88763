#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/bus/energy_reading.h"
#include "core/engine/json/rows_json.h"
#include "core/engine/usage_file.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct RecordOptions
{
    std::string tenant;
    std::optional<std::string> grams;
    std::optional<std::string> wattHours;
    std::optional<std::string> backend;
    std::optional<std::string> region;
    std::string boundary = "server";
    std::string operation = "manual";
    std::string key;
    std::optional<std::string> at;
};
struct ImportOptions
{
    std::string file;
};
struct ListOptions
{
    std::optional<std::string> tenant;
    std::string limit = "50";
};

Result<engine::Command> carbonCommand(const RecordOptions &options)
{
    CORE_TRY(TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const GramsCO2e amount, parseGrams(*options.grams, "grams"));
    CORE_TRY(const auto at, parseOptional(options.at, [](auto text) { return parseInstant(text, "at"); }));
    return engine::RecordUsage{std::move(tenant), amount, options.operation, options.key, at};
}

Result<engine::Command> energyCommand(const RecordOptions &options)
{
    CORE_TRY(TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const Energy energy, parseWattHours(*options.wattHours, "energy-wh"));
    engine::RecordEnergy command{.tenant = std::move(tenant), .energy = energy};
    CORE_TRY(command.backend, parseOptional(options.backend, BackendId::parse));
    CORE_TRY(command.region, parseOptional(options.region, RegionName::parse));
    CORE_TRY(command.boundary, bus::parseBoundary(options.boundary, "boundary"));
    CORE_TRY(command.at, parseOptional(options.at, [](auto text) { return parseInstant(text, "at"); }));
    command.operation = options.operation;
    command.key = options.key;
    return command;
}

Result<int> recordUsage(Session &session, const RecordOptions &options)
{
    CORE_TRY(engine::Command command, options.grams ? carbonCommand(options) : energyCommand(options));
    CORE_TRY(const engine::Outcome outcome, session.apply(std::move(command)));
    const GramsCO2e booked = outcome.booked.value_or(GramsCO2e{});
    session.show({{"tenant", jsonName(options.tenant)},
                  {"booked_g", jsonDecimal(booked.micrograms(), 6)},
                  {"duplicate", outcome.duplicate},
                  {"within_limit", outcome.withinLimit},
                  {"warnings", outcome.warnings}},
                 [&](std::ostream &out) {
                     if (outcome.duplicate) {
                         out << "Already recorded under this id; nothing was counted.\n";
                         return;
                     }
                     out << "Booked " << carbonWords(booked) << (outcome.withinLimit ? "." : "; the limit is passed.")
                         << '\n';
                 });
    return kDone;
}

Result<int> importUsage(Session &session, const ImportOptions &options)
{
    CORE_TRY(const std::string text, session.world().readFile(options.file));
    CORE_TRY(engine::ImportUsage command, engine::readUsageFile(text));
    command.source = options.file;
    command.digest = session.world().digest(text);
    CORE_TRY(const engine::Outcome outcome, session.apply(std::move(command)));
    session.show({{"file", jsonName(options.file)},
                  {"counted", outcome.imported},
                  {"repeated", outcome.repeated},
                  {"within_limit", outcome.withinLimit}},
                 [&outcome](std::ostream &out) {
                     out << "Booked " << outcome.imported << " records; " << outcome.repeated
                         << " were known before and not counted again.\n";
                 });
    return kDone;
}

Result<int> listUsage(Session &session, const ListOptions &options)
{
    CORE_TRY(const auto tenant, parseOptional(options.tenant, TenantId::parse));
    CORE_TRY(const int limit, parseCount(options.limit, 1, 1'000'000, "limit"));
    CORE_TRY(const auto records, session.query([&](engine::Engine &engine) {
        return engine.recentUsage(tenant, static_cast<std::size_t>(limit));
    }));
    session.show(engine::toJson(records), [&records](std::ostream &out) {
        std::vector<GramsCO2e> amounts;
        for (const auto &record : records)
            amounts.push_back(record.amount);
        const CarbonScale scale = CarbonScale::fitting(amounts);
        Table table({{"AT"},
                     {"TENANT"},
                     {"AMOUNT (" + std::string(scale.unit()) + ")", Table::Align::Right},
                     {"OPERATION"},
                     {"QUALITY"}});
        for (const auto &record : records) {
            table.add({timeWords(record.at), record.tenant.text(), scale.number(record.amount), record.operation,
                       std::string(qualityName(record.quality))});
        }
        if (table.isEmpty()) {
            out << "No usage recorded yet.\n";
        } else {
            table.print(out);
        }
    });
    return kDone;
}

void declareRecord(CommandSyntax &command, RecordOptions &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
    CommandSyntax amount = command.addChoice("amount");
    amount.addOption("--grams", options.grams, "Grams CO2e").typeName("DECIMAL");
    amount.addOption("--energy-wh", options.wattHours, "Watt-hours, turned into carbon by the grid's intensity")
        .typeName("DECIMAL");
    command.addOption("--backend", options.backend, "Where the energy was used").typeName("ID");
    command.addOption("--region", options.region, "Where the energy was used").typeName("REGION");
    command
        .addOption("--boundary", options.boundary,
                   "component, server (default) or facility: PUE is applied unless facility")
        .typeName("BOUNDARY");
    command.addOption("--op", options.operation, "What was done").typeName("NAME");
    command.addOption("--id", options.key, "A repeat with the same id is counted once").typeName("ID");
    command.addOption("--at", options.at, "When it was done (default: now)").typeName("TIME");
}

void declareList(CommandSyntax &command, ListOptions &options)
{
    command.addOption("TENANT", options.tenant, "Only this tenant's");
    command.addOption("--limit", options.limit, "How many, newest first (default 50)").typeName("COUNT");
}

} // namespace

void addUsageCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("usage", "What tenants have emitted");
    addCommand<RecordOptions>(group, chosen, "record", "Book carbon or energy to a tenant", declareRecord, recordUsage);
    addCommand<ImportOptions>(
        group, chosen, "import", "Book the records or measurements of a file, all or none",
        [](CommandSyntax &command, ImportOptions &options) {
            command.addOption("FILE", options.file, "JSON Lines or CSV").required();
        },
        importUsage);
    addCommand<ListOptions>(group, chosen, "list", "The latest records", declareList, listUsage);
}

} // namespace greenward::ctl
