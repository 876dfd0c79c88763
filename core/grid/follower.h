#pragma once

#include "core/grid/fetcher.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace greenward::grid {

/// Keeps the places in use up to date: asks for now as often as the source's answers grow old, for the forecast every
/// half hour, for the last day when it begins to follow a place and every hour after that (providers revise). The week
/// before that day is asked for once: not every account includes it. Engine thread only.
class Follower final
{
public:
    /// `fetcher` and `clock` outlive this object.
    Follower(Fetcher &fetcher, const Clock &clock)
        : m_fetcher(fetcher)
        , m_clock(clock)
    {}

    /// Asks for what is due. `places` are those in use; call about every second.
    void tick(const std::vector<Place> &places, const std::vector<Signal> &signals);
    /// The sources or mappings changed: everything is due.
    void begin()
    {
        m_due.clear();
        m_weeksAsked.clear();
    }

private:
    using Key = std::tuple<std::string, Signal, Question>; ///< name of the place
    void follow(const Place &place, Signal signal, Question question);
    void askForTheWeek(const Place &place, Signal signal);

    Fetcher &m_fetcher;
    const Clock &m_clock;
    std::map<Key, milliseconds> m_due; ///< steady
    std::set<std::pair<std::string, Signal>> m_weeksAsked;
};

} // namespace greenward::grid
