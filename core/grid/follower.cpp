#include "core/grid/follower.h"

namespace greenward::grid {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// A cached answer costs nothing, so this only bounds how late a new one is noticed.
constexpr milliseconds kNowEvery{20'000};
constexpr milliseconds kForecastEvery{minutes{30}};
constexpr milliseconds kHistoryEvery{hours{1}};
constexpr hours kHistory{24};
constexpr hours kWeek{24 * 7};

milliseconds every(Question question)
{
    if (question == Question::Forecast) return kForecastEvery;
    return question == Question::History ? kHistoryEvery : kNowEvery;
}

} // namespace

void Follower::tick(const std::vector<Place> &places, const std::vector<Signal> &signals)
{
    for (const Place &place : places)
        for (const Signal signal : signals)
            for (const Question question : {Question::Now, Question::History, Question::Forecast})
                follow(place, signal, question);
}

void Follower::follow(const Place &place, Signal signal, Question question)
{
    const auto now = std::chrono::duration_cast<milliseconds>(m_clock.monotonic());
    auto [due, isNew] = m_due.try_emplace(Key{place.name.text(), signal, question}, now);
    if (due->second > now) return;
    due->second = now + every(question);
    Inquiry inquiry{question, signal, {}, {}, kHistory, false};
    inquiry.to = std::chrono::floor<hours>(m_clock.now()) + hours{1};
    inquiry.from = inquiry.to - kHistory - hours{1};
    m_fetcher.fetch(place, inquiry, [](const FetchOutcome &) {});
    if (question == Question::History) askForTheWeek(place, signal);
}

void Follower::askForTheWeek(const Place &place, Signal signal)
{
    if (!m_weeksAsked.emplace(place.name.text(), signal).second) return;
    Inquiry inquiry{Question::History, signal, {}, {}, kHistory, false};
    inquiry.to = std::chrono::floor<hours>(m_clock.now()) - kHistory;
    inquiry.from = inquiry.to - kWeek;
    m_fetcher.fetch(place, inquiry, [](const FetchOutcome &) {});
}

} // namespace greenward::grid
