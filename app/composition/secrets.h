#pragma once

#include "core/grid/credential_keeper.h"
#include "core/grid/source_kind.h"

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace greenward::app {

/// The program's door to its secrets: the user's keychain, and what the service manager handed over. One in main(),
/// made after the application object and living as long as main(). Costs nothing until a data directory is opened with
/// it. From then on the process leaves no core dump and cannot be read by other programs of the same user.
class Secrets final
{
public:
    Secrets();
    ~Secrets();
    Secrets(const Secrets &) = delete;
    Secrets &operator=(const Secrets &) = delete;

    struct Opened
    {
        std::shared_ptr<grid::CredentialKeeper> keeper;
        std::shared_future<void> looked; ///< the keychain has answered
        std::string problem;             ///< what of the service manager's files was not used, and why
    };
    /// The secrets of these sources; `post` hands answers to the engine thread.
    Opened open(const std::vector<grid::SourceKind> &kinds, std::function<void(std::function<void()>)> post);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace greenward::app
