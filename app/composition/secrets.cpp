#include "app/composition/secrets.h"

#include "core/adapters/keychain/credentials.h"
#include "core/adapters/keychain/os_keychain.h"
#include "core/adapters/keychain/service_credentials.h"
#include "core/adapters/os/memory_guard.h"

#include <cstdlib>

namespace greenward::app {

class Secrets::Impl final
{
public:
    std::shared_ptr<adapters::OsKeychain> keychain()
    {
        if (!m_keychain) m_keychain = std::make_shared<adapters::OsKeychain>("greenward");
        return m_keychain;
    }

private:
    std::shared_ptr<adapters::OsKeychain> m_keychain; ///< one for the whole life of the program
};

Secrets::Secrets()
    : m_impl(std::make_unique<Impl>())
{}
Secrets::~Secrets() = default;

Secrets::Opened Secrets::open(const std::vector<grid::SourceKind> &kinds,
                              std::function<void(std::function<void()>)> post)
{
    adapters::keepMemoryPrivate();
    adapters::Credentials::Setup setup;
    for (const grid::SourceKind &kind : kinds)
        for (const std::string &field : kind.credentials)
            setup.names.push_back(kind.id + "." + field);
    Opened opened;
    const char *directory = std::getenv("CREDENTIALS_DIRECTORY"); // NOLINT(concurrency-mt-unsafe): set before the start
    if (directory && *directory) {
        auto handedOver = adapters::readServiceCredentials(directory, setup.names);
        if (handedOver) {
            setup.handedOver = *std::move(handedOver);
        } else {
            opened.problem = handedOver.error().detail + "; none of the service manager's credentials is used";
        }
    }
    setup.keychain = m_impl->keychain();
    setup.post = std::move(post);
    auto credentials = std::make_shared<adapters::Credentials>(std::move(setup));
    opened.looked = credentials->firstLook();
    opened.keeper = std::move(credentials);
    return opened;
}

} // namespace greenward::app
