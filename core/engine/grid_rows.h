#pragma once

#include "core/grid/credentials.h"
#include "core/grid/series.h"
#include "core/units/figure.h"
#include "core/units/ids.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What the engine shows of grid intensity: plain values, copied out. A value is never without the signal it is of and
// the source it came from; what is missing is missing: no zero stands in for it.

namespace greenward::engine {

/// What one provider says about one region under one signal. All points of a picture come from one provider; figures of
/// different signals are never in one picture (C-23).
struct GridPicture
{
    using Point = grid::SeriesPoint; ///< from, length (0: not told), value, kind, method, updated

    /// Where a forecast is expected to end up in 8 of 10 cases, from this provider's past forecasts for this zone.
    struct Band
    {
        Instant from;
        milliseconds length{0};
        GramsPerKwh low;
        GramsPerKwh high;
        int cases = 0; ///< past forecasts at this distance that it rests on
        friend bool operator==(const Band &, const Band &) = default;
    };
    /// A span of the forecast in which every hour lies strictly below the trailing mean.
    struct Window
    {
        Instant from;
        Instant to; ///< exclusive
        GramsPerKwh mean;
        friend bool operator==(const Window &, const Window &) = default;
    };

    RegionName region;
    Signal signal = Signal::Average;
    Instant from; ///< as asked, half-open
    Instant until;
    Instant now;

    // whose series it is; empty provider: nobody has said anything about this region yet
    std::string source;   ///< id of the source: "energy-charts"
    std::string provider; ///< for people: "Energy-Charts"
    std::string zone;     ///< as the provider calls it
    Gas gas = Gas::CO2e;
    std::string basis;   ///< "lifecycle; flow-traced"
    std::string licence; ///< also the attribution to show beside the chart; empty: by contract

    // ascending by time; where two neighbours do not touch there is a gap
    std::vector<Point> measured;
    std::vector<Point> estimated;
    std::vector<Point> forecast; ///< the newest one only
    bool hourly = false;         ///< measured and estimated are hourly means: the span is long or long past
    std::optional<Instant> forecastIssued;
    std::vector<Band> band; ///< empty while there are too few past forecasts to tell
    std::vector<Window> lowCarbon;

    std::optional<GramsPerKwh> trailingMean; ///< of the last 24 h; nothing with fewer than 18 of them (C-41)
    int trailingHours = 0;                   ///< present, of 24

    std::optional<GridFigure> latest;  ///< what the engine answers for now, from whichever rung of the ladder
    std::string problem;               ///< why there is nothing fresher, one sentence; empty: all is well
    std::vector<std::string> warnings; ///< of the provider, for the administrator
};

/// Where now stands among the next 24 hours, 0 to 100, 100 = dirtiest. It has no unit of mass (C-18).
struct GridPercentileRow
{
    RegionName region;
    std::string provider;
    std::string zone;
    Instant pointTime;
    Instant fetchedAt;
    grid::GridPercentile value;
};

/// Generation from renewable sources, of one zone.
struct GridShareRow
{
    RegionName region;
    std::string provider;
    std::string zone;
    Instant pointTime;
    Instant fetchedAt;
    Percent value;
    bool estimated = false;
};

/// One source of grid data and how it is doing.
struct GridSourceRow
{
    /// What the account may not ask, or what a zone was last refused for.
    struct Refusal
    {
        std::string zone;
        Signal signal = Signal::Average;
        std::string question; ///< "now", "history", "forecast", "percentile", "renewable share"
        std::string trouble;  ///< "not_in_plan", "bad_answer" ...: see troubleName
        std::string detail;   ///< one English sentence
        Instant at;
        bool plan = false; ///< the account does not include it; not asked again for a day
    };
    struct Field
    {
        std::string name; ///< "username"
        grid::CredentialState state = grid::CredentialState::NotSaved;
    };
    /// What the account may ask about one zone, as the service calls it.
    struct Access
    {
        std::string zone;
        std::vector<std::string> endpoints; ///< "v3/forecast", "carbon-intensity/latest"; "*": all
    };
    enum class Breaker { Closed, Open, Trial };

    std::string id;   ///< "watttime"
    std::string name; ///< "WattTime"
    std::vector<Signal> signals;
    bool enabled = false;
    int priority = 0; ///< lower ones are asked first
    std::string url;  ///< empty: it needs none
    std::string defaultUrl;
    std::chrono::seconds cacheFor{300}; ///< an answer is not asked again before
    std::vector<Field> credentials;     ///< empty: it needs none
    bool configured = false;            ///< has all it needs to be asked (G-32)
    std::string licence;

    Breaker breaker = Breaker::Closed;
    std::optional<milliseconds> pausedFor; ///< until the next trial
    int requestsLeft = 0;                  ///< of our own request budget, now
    std::uint64_t asked = 0;               ///< requests since the start
    std::optional<Instant> lastSuccess;
    std::string trouble; ///< of the last request: see troubleName; empty: it went well or was never made
    std::string problem; ///< the same in one English sentence
    std::vector<Refusal> refusals;
    std::vector<Access> access;      ///< by zone; of accounts whose service tells, once it was asked
    std::optional<Instant> accessAt; ///< when it told; nothing: not yet
    bool sandbox = false;            ///< the key is a trial key: its made-up values are never used
};

/// What a place is called at each source.
struct GridMappingRow
{
    RegionName region;
    std::map<std::string, std::string> zones; ///< by source id; as it is asked
    std::map<std::string, std::string> own;   ///< those the operator set
    std::optional<std::string> latitude;      ///< decimal degrees, of own sites
    std::optional<std::string> longitude;
};

/// What a fixed daily window has cost over the stored past.
struct WindowDoctorRow
{
    RegionName region;
    Signal signal = Signal::Average;
    std::string provider;
    std::string zone;
    int beginHour = 0; ///< UTC
    int length = 0;    ///< hours
    Instant from;      ///< the past that was looked at
    Instant until;
    int days = 0; ///< that counted: with every hour of the window and at least 18 hours present
    GramsPerKwh inWindow;
    GramsPerKwh mean;
    std::int64_t penaltyMillionths = 0; ///< in-window over mean - 1; positive: dirtier than the mean
    int bestHour = 0;                   ///< UTC, at which a window of the same length would have been cleanest
    GramsPerKwh atBestHour;
};

/// When to run something of `length` before a deadline.
struct BestWindowRow
{
    RegionName region;
    Signal signal = Signal::Average;
    std::string provider;
    std::string zone;
    Instant from;
    Instant to;
    GramsPerKwh expected;
    GramsPerKwh pessimistic;  ///< each hour at the 90th percentile of past errors
    bool errorsKnown = false; ///< false: too few past forecasts, and pessimistic = expected
    Instant forecastIssued;
};

/// How good this provider's forecasts for this zone have been, by hours ahead.
struct ForecastErrorRow
{
    int hoursAhead = 0;
    int cases = 0;
    std::int64_t biasMilligrams = 0;         ///< mean of forecast - actual, mg/kWh
    std::int64_t meanAbsoluteMilligrams = 0; ///< mg/kWh
};

/// How one question about one region went. Sources are asked by priority, all under the one signal.
struct GridRefreshRow
{
    struct Problem
    {
        std::string source;
        std::string name;
        std::string trouble; ///< see troubleName
        std::string detail;
    };
    RegionName region;
    Signal signal = Signal::Average;
    std::string question; ///< "now", "forecast" ...
    std::string source;   ///< whose answer counts; empty: nobody's
    bool cached = false;  ///< young enough: nothing was asked
    std::vector<Problem> problems;
};

/// What a source answered when it was asked for a zone; nothing of it is kept.
struct MappingTestRow
{
    std::string source;
    std::string zone;
    std::optional<GridFigure> figure; ///< nothing: see trouble
    std::string trouble;
    std::string detail;
};

/// A span of recorded signals that is in the store, of any source.
struct StoredSeriesRow
{
    std::string provider;
    std::string zone;
    Signal signal = Signal::Average;
    std::string basis;
    std::uint64_t points = 0;
    std::optional<Instant> first;
    std::optional<Instant> last;
};

} // namespace greenward::engine
