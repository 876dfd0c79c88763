#pragma once

#include "core/base/clock.h"
#include "tests/support/stand_in_server.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace greenward::tests {

/// The services that publish grid intensity, on one real server: WattTime (with logins and tokens that expire),
/// Electricity Maps, GB Carbon Intensity and Energy-Charts, by their documented contracts, with values that the test
/// can tell in advance. Their paths differ, so one address serves all. Members may be changed while it runs, with
/// set().
class StandInGrid final
{
public:
    /// How a service behaves.
    struct Manners
    {
        bool down = false;                                    ///< 503 to everything
        std::optional<int> downAfter = {};                    ///< 503 after so many requests
        bool hangs = false;                                   ///< takes requests and never says a byte
        bool zeros = false;                                   ///< 0.0 everywhere, with HTTP 200 (C-28)
        bool frozen = false;                                  ///< the same value at all times
        bool sandbox = false;                                 ///< Electricity Maps: made-up values of a trial key
        std::string answersZone;                              ///< instead of the one that was asked for
        std::int64_t grams = 0;                               ///< a constant on top of all values
        std::map<std::string, std::int64_t> gramsOfZone = {}; ///< Energy-Charts: one more, by country
    };

    /// `now` is asked on the server's threads.
    explicit StandInGrid(std::function<Instant()> now, Certificate certificate = Certificate::None);

    static constexpr const char *kUser = "ada";
    static constexpr const char *kPassword = "correct horse";
    static constexpr const char *kToken = "em-key-1";

    std::string url() const { return m_server.url(); }
    /// Of "watttime", "electricitymaps", "gb-carbon-intensity", "energy-charts"; for SetGridSource.
    std::string urlOf(const std::string &source) const;
    void set(const std::string &source, const Manners &manners);
    /// Only these WattTime regions are in the account's plan; empty: all.
    void setPlan(std::set<std::string> regions);
    /// All tokens given out so far are no longer taken.
    void expireTokens();
    std::size_t countOf(std::string_view path) const;
    std::vector<Received> received() const { return m_server.received(); }

    /// What the services say about a zone at a time, g/kWh: falls and rises within the day, the same every day.
    static std::int64_t averageAt(Instant at);
    /// lb/MWh.
    static std::int64_t marginalPoundsAt(Instant at);

private:
    Reply answer(const Received &request);
    Reply watttime(const Received &request, const Manners &manners);
    Reply watttimeData(const Received &request, const Manners &manners);
    Reply electricityMaps(const Received &request, const Manners &manners);
    Reply carbonIntensity(const Received &request, const Manners &manners);
    Reply energyCharts(const Received &request, const Manners &manners);

    std::function<Instant()> m_now;
    mutable std::mutex m_mutex;
    std::map<std::string, Manners> m_manners;
    std::set<std::string> m_plan;
    std::set<std::string> m_tokens;
    int m_logins = 0;
    StandInServer m_server; ///< last: its threads use the rest
};

} // namespace greenward::tests
