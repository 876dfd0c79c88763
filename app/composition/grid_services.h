#pragma once

#include "core/base/clock.h"
#include "core/grid/provider_factory.h"

#include <functional>
#include <memory>
#include <string>

namespace greenward::app {

/// What the network needs in a program without windows. Made in main(), before any other thread, and lives as long as
/// main(); costs next to nothing while nobody is asked. A program with windows has all this already.
class NetworkRuntime final
{
public:
    NetworkRuntime();
    ~NetworkRuntime();
    NetworkRuntime(const NetworkRuntime &) = delete;
    NetworkRuntime &operator=(const NetworkRuntime &) = delete;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// True when the environment says GREENWARD_OFFLINE=1: no request leaves this machine, whatever is set up.
bool isOffline();

/// The providers of grid data, asked over real HTTP; offline, every request is answered with Cancelled at once.
std::unique_ptr<grid::ProviderFactory> makeGridProviders(std::shared_ptr<const Clock> clock,
                                                         std::function<void(std::function<void()>)> post,
                                                         const std::string &version, bool offline);

} // namespace greenward::app
