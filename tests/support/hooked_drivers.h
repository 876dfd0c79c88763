#pragma once

#include "core/adapters/localfs/local_driver_factory.h"
#include "core/storage/driver.h"

#include <functional>
#include <map>
#include <string>

namespace greenward::tests {

/// A call a driver is about to pass on, or has just passed on.
struct DriverCall
{
    std::string backend;
    std::string name;    ///< "stat", "read", "publish" ...
    std::string subject; ///< key or staging name; empty for calls about several
    bool after = false;
};
/// An error becomes the call's answer (before: the call is not made). Called on the thread that calls, any thread.
using DriverHook = std::function<Result<void>(const DriverCall &)>;

/// Real local directories, with a hook around every call, so that a test can fail, delay, or do something at exactly
/// that moment.
class HookedDriverFactory final : public storage::DriverFactory
{
public:
    /// `views`: these backends (by id) open the directory named here, whatever theirs is, and show its files as a union
    /// or a user-space file system does: under inode numbers of their own. So two backends can be one place unnoticed.
    explicit HookedDriverFactory(DriverHook hook, std::map<std::string, std::string> views = {});
    Result<std::shared_ptr<storage::Driver>> connect(const BackendSpec &spec) const override;

private:
    adapters::LocalDriverFactory m_local;
    DriverHook m_hook;
    std::map<std::string, std::string> m_views;
};

} // namespace greenward::tests
