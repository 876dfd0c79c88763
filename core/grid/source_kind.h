#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/units/figure.h"

#include <chrono>
#include <string>
#include <vector>

namespace greenward::grid {

/// What the program knows of a source of grid data before anybody has set anything up.
struct SourceKind
{
    std::string id;         ///< short and stable: "watttime"
    std::string name;       ///< for people, and of the series it gives: "WattTime"
    std::string defaultUrl; ///< empty: it is not asked over the network
    std::vector<Signal> signals;
    std::vector<std::string> credentials; ///< fields it needs: "username"; empty: none
    std::string licence;                  ///< with the attribution it asks for; empty: by contract
    bool enabled = false;                 ///< unless set
    int priority = 50;                    ///< unless set
    std::chrono::seconds cacheFor{300};   ///< unless set (C-25)
    bool overNetwork = true;              ///< false: nobody is asked, and there is no address
    bool tellsSignal = true;              ///< false, of gateways: the administrator says which signal stands behind it
};

/// How the operator wants a source to be used.
struct SourceSettings
{
    std::string id;
    std::string url; ///< without a slash at the end
    bool enabled = false;
    int priority = 50; ///< lower ones are asked first
    std::chrono::seconds cacheFor{300};
    Signal signal = Signal::Average; ///< of gateways that do not tell

    friend bool operator==(const SourceSettings &, const SourceSettings &) = default;
};

SourceSettings defaultsOf(const SourceKind &kind);
/// InvalidInput naming `priority` (0 to 99), `ttl` (10 s to a day) or `signal` (average or marginal). The address is
/// checked by ProviderFactory.
Result<void> checkSettings(const SourceKind &kind, const SourceSettings &settings);

Json toJson(const SourceSettings &settings);
/// Reads what toJson wrote.
Result<SourceSettings> sourceSettingsFrom(const Json &json);

} // namespace greenward::grid
