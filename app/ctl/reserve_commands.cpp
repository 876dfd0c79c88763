#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct ReserveOptions
{
    std::string tenant;
    std::string estimate;
    std::string operation = "manual";
    std::optional<std::string> ttl;
};
struct CommitOptions
{
    std::string id;
    std::string grams;
};
struct ReleaseOptions
{
    std::string id;
};

Result<engine::ReservationRow> reservationOf(const engine::Outcome &outcome)
{
    if (!outcome.reservation) return fail(ErrorCode::Internal, "reservation", "none came back");
    return *outcome.reservation;
}

Result<int> reserve(Session &session, const ReserveOptions &options)
{
    CORE_TRY(TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const GramsCO2e estimate, parseGrams(options.estimate, "estimate-grams"));
    engine::Reserve command{
        .tenant = std::move(tenant), .estimate = estimate, .operation = options.operation, .ttl = {}};
    CORE_TRY(command.ttl, parseOptional(options.ttl, [](auto text) -> Result<milliseconds> {
                 CORE_TRY(const std::chrono::seconds duration, parseDuration(text, "for"));
                 return milliseconds{duration};
             }));
    CORE_TRY(const engine::Outcome outcome, session.apply(std::move(command)));
    CORE_TRY(const engine::ReservationRow row, reservationOf(outcome));
    session.show(engine::toJson(row), [&row](std::ostream &out) {
        out << row.id << ": " << carbonWords(row.estimate) << " set aside until " << timeWords(row.expires) << '\n';
    });
    return kDone;
}

Result<int> commit(Session &session, const CommitOptions &options)
{
    CORE_TRY(const GramsCO2e actual, parseGrams(options.grams, "grams"));
    CORE_TRY(const engine::Outcome outcome, session.apply(engine::CommitReservation{options.id, actual}));
    CORE_TRY(const engine::ReservationRow row, reservationOf(outcome));
    session.show({{"id", row.id},
                  {"tenant", jsonName(row.tenant.text())},
                  {"booked_g", jsonDecimal(actual.micrograms(), 6)},
                  {"within_limit", outcome.withinLimit}},
                 [&](std::ostream &out) {
                     out << "Booked " << carbonWords(actual)
                         << (outcome.withinLimit ? ".\n" : "; the limit is passed.\n");
                 });
    return kDone;
}

Result<int> release(Session &session, const ReleaseOptions &options)
{
    CORE_TRY(const engine::Outcome outcome, session.apply(engine::ReleaseReservation{options.id}));
    CORE_TRY(const engine::ReservationRow row, reservationOf(outcome));
    session.show({{"released", row.id}},
                 [&row](std::ostream &out) { out << carbonWords(row.estimate) << " are free again.\n"; });
    return kDone;
}

Result<int> list(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.reservations(); }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        Table table({{"ID"}, {"TENANT"}, {"ESTIMATE", Table::Align::Right}, {"OPERATION"}, {"UNTIL"}});
        for (const engine::ReservationRow &row : rows)
            table.add({row.id, row.tenant.text(), carbonWords(row.estimate), row.operation, timeWords(row.expires)});
        if (table.isEmpty())
            out << "Nothing is set aside.\n";
        else
            table.print(out);
    });
    return kDone;
}

void declareReserve(CommandSyntax &command, ReserveOptions &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
    command.addOption("--estimate-grams", options.estimate, "What the work is expected to emit")
        .required()
        .typeName("DECIMAL");
    command.addOption("--op", options.operation, "What will be done").typeName("NAME");
    command.addOption("--for", options.ttl, "Charged at the estimate after this time (default 15m)")
        .typeName("DURATION");
}

} // namespace

void addReserveCommands(CommandSyntax &root, Chosen &chosen)
{
    addCommand<ReserveOptions>(root, chosen, "reserve", "Set carbon aside before work begins; exit code 1 means no",
                               declareReserve, reserve);
    addCommand<CommitOptions>(
        root, chosen, "commit", "Book what the work took, in place of what was set aside",
        [](CommandSyntax &command, CommitOptions &options) {
            command.addOption("ID", options.id, "As reserve answered it").required();
            command.addOption("--grams", options.grams, "Grams CO2e").required().typeName("DECIMAL");
        },
        commit);
    addCommand<ReleaseOptions>(
        root, chosen, "release", "Give back what was set aside",
        [](CommandSyntax &command, ReleaseOptions &options) {
            command.addOption("ID", options.id, "As reserve answered it").required();
        },
        release);
    addCommand<NoOptions>(
        root, chosen, "reservations", "What is set aside now", [](CommandSyntax &, NoOptions &) {}, list);
}

} // namespace greenward::ctl
