#pragma once

#include "app/ctl/command_groups.h"
#include "core/units/backend_spec.h"

namespace greenward::ctl {

/// What `backend add` and `backend set` take.
struct SpecOptions
{
    std::string id;
    std::optional<std::string> catalogue; ///< add only: the published region to start from
    std::optional<std::string> kind;
    std::optional<std::string> path;
    std::optional<std::string> region;
    std::optional<std::string> medium;
    std::optional<std::string> copies;
    std::optional<std::string> pue;
    std::optional<std::string> wue;
    std::optional<std::string> renewable;
    std::optional<std::string> shareBasis;
    std::optional<std::string> renewableBasis;
    std::optional<std::string> source;
    std::optional<std::string> sourceYear;
    std::optional<std::string> tenantLevel;
    std::optional<std::string> soleTenant;
    std::optional<std::string> exclude;
    std::optional<std::string> latitude;
    std::optional<std::string> longitude;
    std::optional<std::string> residency;
    std::optional<std::string> latency;
    std::optional<std::string> price;
    std::optional<std::string> immutable;
    std::optional<std::string> legalHold;
};

void declareSpec(CommandSyntax &command, SpecOptions &options);
/// Changes of `spec` that the options ask for; what was not given stays. The error names the option.
Result<void> applyOptions(const SpecOptions &options, BackendSpec &spec);

} // namespace greenward::ctl
