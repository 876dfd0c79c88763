#include "core/adapters/http/qt_http_client.h"

#include "core/adapters/http/http_exchange.h"

#include <QtCore/QThread>

#include <map>
#include <mutex>

namespace greenward::adapters {

/// Lives on the network thread; only post() is called from outside.
class QtHttpClient::Worker final
{
public:
    explicit Worker(std::string userAgent)
        : m_userAgent(std::move(userAgent))
    {
        m_thread.setObjectName(QStringLiteral("http"));
        m_thread.start();
        m_home.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_home, [this] { m_network = std::make_unique<QNetworkAccessManager>(); }, Qt::QueuedConnection);
    }
    ~Worker()
    {
        QMetaObject::invokeMethod(
            &m_home, [this] { shutDown(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(HttpRequest request, std::stop_token stop, Done done)
    {
        QMetaObject::invokeMethod(
            &m_home,
            [this, request = std::move(request), stop = std::move(stop), done = std::move(done)]() mutable {
                start(std::move(request), std::move(stop), std::move(done));
            },
            Qt::QueuedConnection);
    }

private:
    /// A request under way, and what cancels it when its token is asked to.
    struct UnderWay
    {
        std::unique_ptr<HttpExchange> exchange;
        std::unique_ptr<std::stop_callback<std::function<void()>>> onStop;
    };

    void start(HttpRequest request, std::stop_token stop, Done done)
    {
        if (m_closing || stop.stop_requested()) {
            done(grid::trouble(grid::Trouble::Cancelled, "stopped on request"));
            return;
        }
        auto exchange = std::make_unique<HttpExchange>(*m_network, std::move(request), m_userAgent, std::move(done));
        HttpExchange *const key = exchange.get();
        exchange->finished = [this](HttpExchange *ended) {
            drop(ended);
        };
        UnderWay &entry = m_underWay[key];
        entry.exchange = std::move(exchange);
        // The token may be asked on any thread, also after the exchange has ended: looked up again on this one.
        entry.onStop = std::make_unique<std::stop_callback<std::function<void()>>>(
            std::move(stop), std::function<void()>([this, key] {
                QMetaObject::invokeMethod(
                    &m_home, [this, key] { cancel(key); }, Qt::QueuedConnection);
            }));
        key->start();
    }

    void cancel(HttpExchange *key)
    {
        if (m_underWay.contains(key)) key->cancel();
    }

    /// The exchange is still on the stack: it goes at the next turn of the loop.
    void drop(HttpExchange *ended)
    {
        const auto found = m_underWay.find(ended);
        if (found == m_underWay.end()) return;
        found->second.onStop.reset();
        found->second.exchange.release()->deleteLater();
        m_underWay.erase(found);
    }

    void shutDown()
    {
        m_closing = true;
        while (!m_underWay.empty())
            m_underWay.begin()->first->cancel();
        m_network.reset();
    }

    std::string m_userAgent;
    QThread m_thread;
    QObject m_home; ///< an address on the thread to send calls to
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::map<HttpExchange *, UnderWay> m_underWay;
    bool m_closing = false;
};

QtHttpClient::QtHttpClient(std::string userAgent)
    : m_worker(std::make_unique<Worker>(std::move(userAgent)))
{}

QtHttpClient::~QtHttpClient() = default;

void QtHttpClient::send(HttpRequest request, std::stop_token stop, Done done)
{
    m_worker->post(std::move(request), std::move(stop), std::move(done));
}

} // namespace greenward::adapters
