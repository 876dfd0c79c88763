#pragma once

#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "core/placement/query.h"

namespace greenward::ctl {

/// What `placement choose` takes.
struct ChooseOptions
{
    std::string size;
    std::vector<std::string> candidates; ///< "all": every backend there is
    std::optional<std::string> tenant;
    std::optional<std::string> months;
    std::optional<std::string> signal;
    std::optional<std::string> rankBy;
    std::optional<std::string> from;
    std::optional<std::string> path;
    std::vector<std::string> countries;
    std::vector<std::string> media;
    std::optional<std::string> maxPrice;
    std::optional<std::string> maxLatency;
    bool immutable = false;
    bool whatIf = false;
    AskOptions asking{.stored = false, .wait = "5s"};
};

void declareQuery(CommandSyntax &command, ChooseOptions &options);
/// The options as a query; the error names the option. "all" is left to the caller: then there are no candidates.
Result<placement::Query> queryOf(const ChooseOptions &options);

} // namespace greenward::ctl
