#pragma once

#include "core/base/secret.h"
#include "core/grid/provider.h"
#include "core/grid/source_kind.h"

#include <map>
#include <memory>

namespace greenward::grid {

/// Makes the providers that are asked over the network. Engine thread only. Nothing is opened before a provider is
/// first asked, so that a command that asks nobody costs nothing.
class ProviderFactory
{
public:
    virtual ~ProviderFactory() = default;
    virtual const std::vector<SourceKind> &kinds() const = 0;
    /// InvalidInput naming `url`: https anywhere, http to this machine only.
    virtual Result<void> checkUrl(std::string_view url) const = 0;
    /// `settings` of one of the kinds, checked; `secrets` by field, those that are at hand.
    virtual std::unique_ptr<Provider> make(const SourceSettings &settings,
                                           const std::map<std::string, Secret> &secrets) = 0;
};

} // namespace greenward::grid
