#include "core/budget/throttle_history.h"

#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <array>

namespace greenward::budget {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kFigures = 7;

Json figures(const ThrottleStatistics &statistics)
{
    return Json::array({statistics.allowed, statistics.delayed, statistics.rejected, statistics.addedWaiting.count(),
                        statistics.wouldDelay, statistics.wouldReject, statistics.wouldWait.count()});
}

Result<ThrottleStatistics> statisticsOf(const Json &json, const std::string &subject)
{
    std::array<std::int64_t, kFigures> numbers{};
    bool good = json.is_array() && json.size() == kFigures;
    for (std::size_t i = 0; good && i < kFigures; ++i) {
        good = json[i].is_number_integer() && json[i].get<std::int64_t>() >= 0;
        if (good) numbers[i] = json[i].get<std::int64_t>();
    }
    if (!good) return fail(ErrorCode::InvalidInput, subject, "is not a row of seven counts");
    const auto count = [&numbers](std::size_t i) {
        return static_cast<std::uint64_t>(numbers[i]);
    };
    return ThrottleStatistics{.evaluations = count(0) + count(1) + count(2),
                              .allowed = count(0),
                              .delayed = count(1),
                              .rejected = count(2),
                              .addedWaiting = milliseconds{numbers[3]},
                              .wouldDelay = count(4),
                              .wouldReject = count(5),
                              .wouldWait = milliseconds{numbers[6]}};
}

} // namespace

void ThrottleStatistics::count(const bus::BudgetVerdict &verdict)
{
    ++evaluations;
    switch (verdict.result) {
    case ThrottleResult::Allowed:
        ++allowed;
        break;
    case ThrottleResult::Delayed:
        ++delayed;
        addedWaiting += verdict.delay;
        break;
    case ThrottleResult::Rejected:
        ++rejected;
        break;
    }
    if (!verdict.shadow) return;
    if (verdict.wouldBe == ThrottleResult::Delayed) ++wouldDelay;
    if (verdict.wouldBe == ThrottleResult::Rejected) ++wouldReject;
    wouldWait += verdict.wouldDelay;
}

ThrottleStatistics &ThrottleStatistics::operator+=(const ThrottleStatistics &other)
{
    evaluations += other.evaluations;
    allowed += other.allowed;
    delayed += other.delayed;
    rejected += other.rejected;
    addedWaiting += other.addedWaiting;
    wouldDelay += other.wouldDelay;
    wouldReject += other.wouldReject;
    wouldWait += other.wouldWait;
    return *this;
}

void ThrottleHistory::count(const bus::BudgetVerdict &verdict, Instant at)
{
    m_total.count(verdict);
    const Instant hour = std::chrono::floor<std::chrono::hours>(at);
    m_hours[hour].count(verdict);
    m_hours.erase(m_hours.begin(), m_hours.lower_bound(hour - kLongest));
}

ThrottleStatistics ThrottleHistory::since(Instant from) const
{
    ThrottleStatistics sum;
    for (auto at = m_hours.upper_bound(from - std::chrono::hours{1}); at != m_hours.end(); ++at)
        sum += at->second;
    return sum;
}

std::string ThrottleHistory::json() const
{
    Json hours = Json::object();
    for (const auto &[hour, statistics] : m_hours)
        hours[toRfc3339(hour)] = figures(statistics);
    return jsonText({{"version", kVersion}, {"total", figures(m_total)}, {"hours", std::move(hours)}});
}

Result<ThrottleHistory> ThrottleHistory::fromJson(std::string_view text, const TenantId &tenant)
{
    const std::string subject = "throttle statistics of tenant \"" + escapedForDisplay(tenant.text()) + "\"";
    CORE_TRY(const Json json, parseJson(text, subject));
    CORE_TRY(const JsonFields fields, JsonFields::of(json, subject));
    CORE_TRY(const std::int64_t version, fields.integer("version", kVersion, kVersion));
    static_cast<void>(version);
    CORE_TRY(const Json *total, fields.member("total"));
    CORE_TRY(const Json *hours, fields.member("hours"));
    ThrottleHistory history;
    CORE_TRY(history.m_total, statisticsOf(*total, subject));
    if (!hours->is_object()) return fail(ErrorCode::InvalidInput, subject, "hours is not an object");
    for (auto at = hours->begin(); at != hours->end(); ++at) {
        CORE_TRY(const Instant hour, parseInstant(at.key(), subject));
        CORE_TRY(const ThrottleStatistics statistics, statisticsOf(at.value(), subject));
        history.m_hours.emplace(hour, statistics);
    }
    return history;
}

} // namespace greenward::budget
