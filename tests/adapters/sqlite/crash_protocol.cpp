#include "tests/adapters/sqlite/crash_protocol.h"

#include <cstdlib>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace greenward::tests::crash {
namespace {

/// Names of this protocol are known to be good.
template<typename NameType>
NameType name(const std::string &text)
{
    auto parsed = NameType::parse(text);
    if (!parsed) std::abort();
    return std::move(parsed).value();
}

} // namespace

MappedCounters::MappedCounters(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0 || ::ftruncate(descriptor, sizeof(Counters)) != 0) std::abort();
    void *memory = ::mmap(nullptr, sizeof(Counters), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (memory == MAP_FAILED) std::abort();
    m_counters = static_cast<Counters *>(memory);
}

MappedCounters::~MappedCounters()
{
    ::munmap(m_counters, sizeof(Counters));
}

void MappedCounters::clear()
{
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        m_counters->submitted[lane] = 0;
        m_counters->acked[lane] = 0;
    }
}

std::string laneName(std::size_t lane)
{
    return "t" + std::to_string(lane);
}

store::MoveState stateAfter(std::int64_t step)
{
    return step % 2 == 1 ? store::MoveState::Copying : store::MoveState::RetryWait;
}

store::Transaction stepOf(std::size_t lane, std::int64_t step, MoveId move)
{
    const std::string who = laneName(lane);
    const auto attempt = static_cast<int>(step);
    const Instant at{std::chrono::hours(step % kHours)};
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, who, std::to_string(step));
    transaction.usage.push_back({name<TenantId>(who), at, GramsCO2e::fromMicrograms(step), "write",
                                 step % 2 == 1 ? std::to_string(step) : "", Quality::Calculated});
    if (step == 1)
        transaction.newMoves.push_back({.id = {},
                                        .batch = BatchId{static_cast<std::int64_t>(lane) + 1},
                                        .tenant = name<TenantId>(who),
                                        .source = name<BackendId>("hot"),
                                        .target = name<BackendId>("green"),
                                        .key = name<ObjectKey>("object " + who),
                                        .signature = {},
                                        .state = stateAfter(step),
                                        .attempt = attempt,
                                        .sha256 = std::nullopt,
                                        .notBefore = std::nullopt,
                                        .reason = "",
                                        .changedAt = at});
    else
        transaction.moveSteps.push_back({.id = move,
                                         .from = stateAfter(step - 1),
                                         .fromAttempt = attempt - 1,
                                         .to = stateAfter(step),
                                         .attempt = attempt,
                                         .sha256 = std::nullopt,
                                         .notBefore = std::nullopt,
                                         .reason = "",
                                         .at = at});
    if (step % kAuditEvery == 0) transaction.audit.push_back({at, who, "step", std::to_string(step), "{}"});
    transaction.events.push_back({0, at, "step", who, "{}"});
    return transaction;
}

} // namespace greenward::tests::crash
