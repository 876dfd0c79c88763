#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct MakeOptions
{
    std::string from;
    std::string to;
    std::optional<std::string> tenant;
    std::string format;
    OutputOptions output;
};
struct FileOption
{
    std::string file;
};

Result<engine::ReportQuery> toQuery(const MakeOptions &options)
{
    CORE_TRY(const Instant from, parseInstant(options.from, "from"));
    CORE_TRY(const Instant to, parseInstant(options.to, "to"));
    CORE_TRY(auto tenant, parseOptional(options.tenant, TenantId::parse));
    return engine::ReportQuery{from, to, std::move(tenant)};
}

Result<int> makeReport(Session &session, const MakeOptions &options)
{
    CORE_TRY(const engine::ReportQuery query, toQuery(options));
    CORE_TRY(const app::ReportFormat format, app::parseReportFormat(options.format));
    CORE_TRY(const auto report, session.query([&](engine::Engine &engine) { return engine.report(query); }));
    CORE_TRY(const std::string bytes, session.world().reportBytes(report, format));
    CORE_CHECK(session.save(options.output, app::exportKind(format), bytes));
    session.show({{"file", jsonName(options.output.file)},
                  {"format", options.format},
                  {"from", toRfc3339(query.from)},
                  {"to", toRfc3339(query.to)},
                  {"location_based_g", jsonDecimal(report.totals.locationBased.micrograms(), 6)}},
                 [&](std::ostream &out) {
                     out << "Wrote " << escapedForDisplay(options.output.file) << ": "
                         << carbonWords(report.totals.locationBased) << " location-based from " << timeWords(query.from)
                         << " to " << timeWords(query.to) << '\n';
                 });
    return kDone;
}

Result<int> verifyReport(Session &session, const FileOption &options)
{
    CORE_CHECK(session.world().verifyReport(options.file));
    session.show({{"file", jsonName(options.file)}, {"intact", true}},
                 [](std::ostream &out) { out << "Intact: the file is as it was written.\n"; });
    return kDone;
}

void declareMake(CommandSyntax &command, MakeOptions &options)
{
    command.addOption("--from", options.from, "Begin of the period, 2026-11-01 or RFC 3339")
        .required()
        .typeName("TIME");
    command.addOption("--to", options.to, "End of the period, exclusive").required().typeName("TIME");
    command.addOption("--tenant", options.tenant, "Only this tenant").typeName("TENANT");
    command.addOption("--format", options.format, "json, csv or pdf").required().typeName("FORMAT");
    command.addOption("-o,--output", options.output.file, kOutputHelp).required().typeName("FILE");
    command.addFlag("--force", options.output.force, kForceHelp);
}

} // namespace

void addReportCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("report", "Figures of a period for others to check");
    addCommand<MakeOptions>(group, chosen, "make", "Write a report to a file", declareMake, makeReport);
    addCommand<FileOption>(
        group, chosen, "verify", "Whether a JSON or CSV report is as it was written",
        [](CommandSyntax &command, FileOption &options) {
            command.addOption("FILE", options.file, "The report").required();
        },
        verifyReport);
}

} // namespace greenward::ctl
