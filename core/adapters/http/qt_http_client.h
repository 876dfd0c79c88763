#pragma once

#include "core/adapters/http/http_client.h"

#include <memory>

namespace greenward::adapters {

/// HttpClient by Qt Network, on one thread of its own. No cookies, no cache, no stored logins; the system's proxy.
/// Needs a QCoreApplication, which must outlive it.
class QtHttpClient final : public HttpClient
{
public:
    /// `userAgent`: "Greenward/0.1.0".
    explicit QtHttpClient(std::string userAgent);
    ~QtHttpClient() override;
    void send(HttpRequest request, std::stop_token stop, Done done) override;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace greenward::adapters
