#include "tests/sim/sim_driver.h"

// The side of the driver that knows its place.

namespace greenward::sim {

using namespace storage;

namespace {

constexpr std::string_view kCanaryPrefix = ".greenward-canary-";

} // namespace

bool SimDriver::isInPlace() const
{
    return m_place.now() == m_tree.view();
}

Result<PlaceFacts> SimDriver::placeFacts() const
{
    CORE_CHECK(call("look at the mark", ""));
    PlaceFacts facts;
    facts.fileSystem.type = m_tree.view().salt == 0 ? "sim" : "fuse.sim";
    if (m_tree.view().salt == 0) facts.fileSystem.uuid = m_tree.view().branches.front().disk->name();
    if (const auto mark = m_tree.find(kPlaceMarkName)) {
        CORE_TRY(facts.mark, parseMark(mark->node->now.bytes));
    }
    return facts;
}

Result<void> SimDriver::expectPlace(const BackendId &backend, const PlaceRecord &record)
{
    m_expected.emplace(backend, record);
    CORE_TRY(const PlaceFacts facts, placeFacts());
    if (m_teeth.takesAnyPlace) return {};
    return checkPlace(backend, record, facts);
}

Result<void> SimDriver::confirmPlace() const
{
    CORE_CHECK(call("is it still the place", ""));
    if (m_teeth.takesAnyPlace) return {};
    if (!isInPlace()) return fail(ErrorCode::Unreachable, m_place.path, "another directory was mounted in its place");
    if (!m_expected) return {};
    CORE_TRY(const PlaceFacts facts, placeFacts());
    return checkMark(m_expected->first, m_expected->second, facts.mark);
}

Result<PlaceMark> SimDriver::markPlace(const BackendId &backend, Instant now)
{
    CORE_CHECK(call("mark", ""));
    if (m_tree.find(kPlaceMarkName)) return fail(ErrorCode::AlreadyExists, kPlaceMarkName, "is there already");
    PlaceMark mark;
    mark.id = std::string(31, '0') + (backend.text() == "hot" ? "1" : "2");
    mark.backend = backend.text();
    mark.at = now;
    CORE_TRY(const Found made, m_tree.create(kPlaceMarkName, Kind::File, 0644));
    CORE_CHECK(made.branch.disk->append(made.node, markJson(mark)));
    CORE_CHECK(made.branch.disk->flushFile(made.node));
    CORE_CHECK(m_tree.flushDirectory(""));
    return mark;
}

Result<void> SimDriver::unmarkPlace(const std::string &id)
{
    CORE_TRY(const PlaceFacts facts, placeFacts());
    if (!facts.mark || facts.mark->id != id) return {};
    return m_tree.unlink(kPlaceMarkName);
}

Result<std::string> SimDriver::plantCanary()
{
    CORE_CHECK(call("plant a canary", ""));
    std::string name = std::string(kCanaryPrefix) + std::to_string(m_machine.lockstep.steps());
    CORE_CHECK(m_tree.create(name, Kind::File, 0600));
    return name;
}

void SimDriver::removeCanary(const std::string &name)
{
    if (call("remove the canary", "")) static_cast<void>(m_tree.unlink(name));
}

Result<std::optional<std::string>> SimDriver::findReserved(const std::string &name) const
{
    CORE_CHECK(call("look for a canary", ""));
    return m_tree.find(name) ? std::optional(std::string()) : std::nullopt;
}

} // namespace greenward::sim
