#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct ListOptions
{
    std::string tenant;
    std::optional<std::string> backend;
    std::string limit = "100";
};
struct LocateOptions
{
    std::string key;
    std::optional<std::string> backend;
};

Result<int> listObjects(Session &session, const ListOptions &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const auto backend, parseOptional(options.backend, BackendId::parse));
    CORE_TRY(const int limit, parseCount(options.limit, 1, 10'000'000, "limit"));
    CORE_TRY(const auto objects, session.query([&](engine::Engine &engine) {
        return engine.objects(tenant, backend, static_cast<std::size_t>(limit));
    }));
    session.show(engine::toJson(objects), [&objects](std::ostream &out) {
        Table table({{"SIZE", Table::Align::Right},
                     {"FREES", Table::Align::Right},
                     {"LAST TOUCHED"},
                     {"BY"},
                     {"BACKEND"},
                     {"KEY"}});
        for (const auto &object : objects) {
            table.add({sizeWords(object.signature.size), sizeWords(object.signature.freed()), timeWords(object.touched),
                       object.evidence == TouchEvidence::Access ? "access" : "change", object.backend.text(),
                       object.key.text()});
        }
        if (table.isEmpty()) {
            out << "Nothing in the catalogue. Take stock first: greenwardctl scan\n";
        } else {
            table.print(out);
        }
    });
    return kDone;
}

std::string stateWords(const engine::LocateRow &row)
{
    if (row.state == "changed") return "changed since it was moved";
    if (row.state == "missing") return "missing: moved here, and not in its catalogue; scan it";
    if (row.state == "superseded") return "superseded: an older copy that waits for its grace time or is kept";
    if (row.state == "unverified") return "unverified: the same name, perhaps another object";
    return row.state;
}

Result<int> locateObject(Session &session, const LocateOptions &options)
{
    CORE_TRY(const ObjectKey key, ObjectKey::parse(options.key));
    CORE_TRY(const auto backend, parseOptional(options.backend, BackendId::parse));
    CORE_TRY(const auto rows, session.query([&](engine::Engine &engine) { return engine.locate(backend, key); }));
    if (rows.empty()) return fail(ErrorCode::NotFound, "key", "\"" + key.text() + "\" is in no catalogue");
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        for (const auto &row : rows) {
            FactSheet facts;
            facts.add("backend", row.backend.text());
            if (!row.path.empty()) facts.add("path", row.path);
            facts.add("state", stateWords(row));
            if (row.moved && row.movedAt) facts.add("moved", timeWords(row.movedAt));
            if (row.batch) facts.add("batch", std::to_string(number(*row.batch)));
            if (!row.sha256.empty()) facts.add("sha256", row.sha256);
            facts.print(out);
        }
    });
    return kDone;
}

} // namespace

void addObjectsCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("objects", "Single objects of the catalogue");
    addCommand<ListOptions>(
        group, chosen, "list", "A tenant's objects, those that free most first",
        [](CommandSyntax &command, ListOptions &options) {
            command.addOption("TENANT", options.tenant, "The tenant").required();
            command.addOption("--backend", options.backend, "Only on this backend").typeName("ID");
            command.addOption("--limit", options.limit, "How many at most (default 100)").typeName("COUNT");
        },
        listObjects);
    addCommand<LocateOptions>(
        group, chosen, "locate", "Every place at which an object lies",
        [](CommandSyntax &command, LocateOptions &options) {
            command.addOption("KEY", options.key, "Path inside its backend").required();
            command.addOption("--backend", options.backend, "The backend where it was first seen").typeName("ID");
        },
        locateObject);
}

} // namespace greenward::ctl
