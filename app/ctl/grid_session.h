#pragma once

#include "app/ctl/session.h"

#include <optional>
#include <string>
#include <vector>

// What the commands of the group "grid" share.

namespace greenward::ctl {

/// Whether and how long a command waits for the services.
struct AskOptions
{
    bool stored = false;      ///< only what is known already: nobody is asked
    std::string wait = "20s"; ///< at most
};

/// Call before the first question: accounts need their secrets, and a keychain may have to be asked for them.
void prepareAsking(Session &session, const AskOptions &options);
/// Asks the sources and waits, at most as long as the options say; warns when that was not enough. What is not answered
/// by then is missing. Empty with `stored`.
Result<std::vector<engine::GridRefreshRow>> askSources(Session &session, const engine::GridQuery &query,
                                                       const AskOptions &options);

/// "live", "last known, 12m old", "country year average of 2024" ...: no figure is shown without.
std::string standing(const GridFigure &figure, Instant now);

/// "7d", "24h" as a time before now; or an RFC 3339 time.
Result<Instant> parseSince(std::string_view text, Instant now, std::string_view field);
/// Whole hours: "2h", "1d".
Result<std::chrono::hours> parseHours(std::string_view text, std::string_view field);

/// "-" for nothing.
std::string orDash(const std::string &text);

} // namespace greenward::ctl
