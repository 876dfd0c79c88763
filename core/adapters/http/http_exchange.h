#pragma once

#include "core/adapters/http/http_client.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

namespace greenward::adapters {

/// One request with its redirects, from sending to its one outcome; ends itself by finished(). Network thread only.
class HttpExchange final : public QObject
{
public:
    HttpExchange(QNetworkAccessManager &network, HttpRequest request, std::string userAgent, HttpClient::Done done);
    ~HttpExchange() override;

    void start();
    void cancel();
    /// Called once, after the outcome was told; deletes this object.
    std::function<void(HttpExchange *)> finished;

private:
    void ask(const QUrl &url);
    void takeBytes();
    void takeReply();
    bool followRedirect(const QUrl &from);
    void end(grid::Answer<HttpAnswer> outcome);
    HttpAnswer answerOf(const QNetworkReply &reply);
    grid::ProviderProblem failureOf(const QNetworkReply &reply) const;
    void dropReply();

    QNetworkAccessManager &m_network;
    HttpRequest m_request;
    std::string m_userAgent;
    HttpClient::Done m_done;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    std::string m_body;
    int m_redirects = 0;
};

} // namespace greenward::adapters
