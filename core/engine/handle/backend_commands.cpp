#include "core/engine/handle/handle.h"

#include "core/engine/parts.h"
#include "core/placement/backend_json.h"

#include <algorithm>

namespace greenward::engine {
namespace {

std::string subjectOf(const BackendId &id)
{
    return "backend " + id.text();
}

/// Durable first; then storage connects it and announces it on the bus. What went away since it was checked leaves
/// everything as it was: `before`, or nothing.
Result<void> keepAndAttach(Parts &parts, const BackendSpec &spec, const BackendSpec *before, const Actor &by,
                           store::AuditEntry audit)
{
    CORE_CHECK(parts.placement.keep(spec, std::move(audit)));
    auto attached = parts.storage.attach(spec, storage::Announce::Yes);
    parts.ports.changes->mark(Area::Grid);
    if (attached) return {};
    auto undo =
        parts.audit(by, "backend.undo", subjectOf(spec.id), jsonText(Json{{"detail", attached.error().detail}}));
    // Should even this fail, the first error is the one to tell.
    static_cast<void>(before ? parts.placement.keep(*before, std::move(undo))
                             : parts.placement.forget(spec.id, std::move(undo)));
    return attached;
}

/// A backend that a scan or an open batch counts on stays.
Result<void> checkUnused(const Parts &parts, const BackendId &id)
{
    CORE_CHECK(parts.storage.checkUnused(id));
    for (const tiering::BatchHead &head : parts.tiering.batches()) {
        const bool source = std::any_of(head.sources.begin(), head.sources.end(),
                                        [&](const tiering::SourceShare &share) { return share.source == id; });
        if (isOpen(head.state) && (source || head.target == id))
            return fail(ErrorCode::Refused, "backend",
                        "\"" + id.text() + "\" is part of batch " + std::to_string(number(head.id)) +
                            "; finish, reject or cancel it first");
    }
    return {};
}

/// What goes out of sight with a backend: nothing of it is touched, but nobody looks after it any more.
std::vector<std::string> goneFromSight(Parts &parts, const BackendId &id)
{
    std::uint64_t objects = 0;
    if (const auto totals = parts.storage.catalogue().totals(std::nullopt, std::nullopt))
        for (const storage::CatalogueTotal &total : *totals)
            if (total.backend == id) objects += total.objects;
    if (objects == 0) return {};
    std::string sentence = "the catalogue knew " + std::to_string(objects) + " objects at " + id.text() +
                           "; they stay where they are, and are known again when the place is registered and scanned";
    const auto health = parts.bus.request(bus::CheckHealth{id});
    if (!health || !health->reachable) sentence += ". It cannot be reached now, so nobody saw whether they are there";
    return {std::move(sentence)};
}

Result<std::vector<BackendId>> scanTargets(const Parts &parts, const std::optional<BackendId> &one)
{
    if (one) {
        CORE_TRY(const BackendSpec spec, parts.placement.spec(*one));
        if (spec.driver == DriverKind::Profile)
            return fail(ErrorCode::Refused, "backend",
                        "\"" + one->text() + "\" is a profile: it has no storage to scan");
        return std::vector<BackendId>{*one};
    }
    std::vector<BackendId> all;
    for (const BackendSpec &spec : parts.placement.connected())
        all.push_back(spec.id);
    if (all.empty()) return fail(ErrorCode::Refused, "backend", "no backend is connected yet; add one first");
    return all;
}

} // namespace

Result<void> checkFigures(const Parts &parts, const BackendSpec &spec)
{
    CORE_CHECK(placement::validate(spec));
    CORE_CHECK(parts.grid.lookUp(spec.region));
    return {};
}

Result<void> checkBackend(const Parts &parts, const BackendSpec &spec)
{
    CORE_CHECK(checkFigures(parts, spec));
    return parts.storage.check(spec);
}

Result<Outcome> handle(Parts &parts, const RegisterBackend &command, const Actor &by)
{
    const BackendSpec &spec = command.spec;
    const auto known = parts.placement.spec(spec.id);
    if (known && !known->preset)
        return fail(ErrorCode::AlreadyExists, "backend", "there is already a backend \"" + spec.id.text() + "\"");
    CORE_CHECK(checkBackend(parts, spec));
    CORE_CHECK(
        keepAndAttach(parts, spec, known ? &*known : nullptr, by,
                      parts.audit(by, "backend.register", subjectOf(spec.id), jsonText(placement::toJson(spec)))));
    Outcome outcome;
    if (spec.renewable == Percent{})
        outcome.warnings.emplace_back(
            "renewable share is 0 %: give --renewable if it is known, it is 40 % of the score");
    if (const auto place = parts.storage.place(spec.id); place && place->mark.empty())
        outcome.warnings.emplace_back(
            "no marker could be written at its root: until one can, the place is known by its "
            "file system alone (" +
            place->fileSystem.text() + ")");
    return outcome;
}

Result<Outcome> handle(Parts &parts, const UpdateBackend &command, const Actor &by)
{
    const BackendSpec &spec = command.spec;
    CORE_TRY(const BackendSpec before, parts.placement.spec(spec.id));
    CORE_CHECK(checkBackend(parts, spec));
    const Json body{{"before", placement::toJson(before)}, {"after", placement::toJson(spec)}};
    CORE_CHECK(
        keepAndAttach(parts, spec, &before, by, parts.audit(by, "backend.update", subjectOf(spec.id), jsonText(body))));
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const AcceptPlace &command, const Actor &by)
{
    CORE_CHECK(parts.placement.spec(command.id));
    CORE_CHECK(parts.storage.acceptPlace(command.id, command.withoutObjects,
                                         parts.audit(by, "backend.accept", subjectOf(command.id), {})));
    parts.health.erase(command.id);
    parts.ports.changes->mark(Area::Backends, command.id.text());
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const RemoveBackend &command, const Actor &by)
{
    CORE_TRY(const BackendSpec before, parts.placement.spec(command.id));
    CORE_CHECK(checkUnused(parts, command.id));
    Outcome outcome;
    outcome.warnings = goneFromSight(parts, command.id);
    CORE_CHECK(parts.placement.forget(
        command.id, parts.audit(by, "backend.remove", subjectOf(command.id), jsonText(placement::toJson(before)))));
    // Storage announces it. A profile it may not know: presets and profiles are not connected at start.
    const auto detached = parts.storage.detach(command.id);
    if (!detached && detached.error().code != ErrorCode::UnknownName) return Unexpected{detached.error()};
    parts.ports.changes->mark(Area::Backends, command.id.text());
    parts.ports.changes->mark(Area::Grid);
    return outcome;
}

Result<Outcome> handle(Parts &parts, const StartScan &command, const Actor &)
{
    CORE_TRY(const std::vector<BackendId> targets, scanTargets(parts, command.backend));
    Outcome outcome;
    for (const BackendId &id : targets) {
        const auto started = parts.storage.startScan(id);
        if (started) {
            parts.ports.changes->mark(Area::Scans, id.text());
            continue;
        }
        if (targets.size() == 1) return Unexpected{started.error()};
        outcome.warnings.push_back(id.text() + ": " + started.error().detail);
    }
    return outcome;
}

Result<Outcome> handle(Parts &parts, const CancelScan &command, const Actor &)
{
    CORE_CHECK(parts.storage.cancelScan(command.backend));
    parts.ports.changes->mark(Area::Scans, command.backend.text());
    return Outcome{};
}

} // namespace greenward::engine
