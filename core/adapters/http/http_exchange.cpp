#include "core/adapters/http/http_exchange.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtNetwork/QNetworkRequest>
#include <QtNetwork/QSslError>

#include <algorithm>

namespace greenward::adapters {
namespace {

using grid::Trouble;

constexpr milliseconds kConnectPatience{10'000};
constexpr qint64 kReadAhead = 64 * 1024;

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const int fallback = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(fallback) == b.port(fallback);
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// "Mon, 04 May 2026 10:00:00 GMT", the one form senders may use (RFC 9110, 5.6.7).
QDateTime httpDate(const QByteArray &text)
{
    QDateTime at =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    at.setTimeSpec(Qt::UTC);
    return at;
}

/// Retry-After: seconds, or a date as HTTP writes it (RFC 9110, 10.2.3), then counted from the answer's own Date: its
/// clock, not ours, is the one that date was made with.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &text, const QByteArray &answered)
{
    constexpr qlonglong kMost = 86'400;
    bool isNumber = false;
    const qlonglong seconds = text.trimmed().toLongLong(&isNumber);
    if (isNumber) return std::chrono::seconds{std::clamp<qlonglong>(seconds, 0, kMost)};
    const QDateTime until = httpDate(text);
    const QDateTime from = httpDate(answered);
    if (!until.isValid() || !from.isValid()) return std::nullopt;
    return std::chrono::seconds{std::clamp<qlonglong>(from.secsTo(until), 0, kMost)};
}

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &network, HttpRequest request, std::string userAgent,
                           HttpClient::Done done)
    : m_network(network)
    , m_request(std::move(request))
    , m_userAgent(std::move(userAgent))
    , m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end(grid::trouble(Trouble::Down,
                          "no complete answer within " + std::to_string(m_request.deadline.count()) + " ms"));
    });
}

HttpExchange::~HttpExchange()
{
    dropReply();
}

void HttpExchange::start()
{
    if (const auto allowed = checkBaseUrl(m_request.url, "url"); !allowed) {
        end(grid::trouble(Trouble::BadRequest, allowed.error().detail));
        return;
    }
    m_deadline.start(std::chrono::duration_cast<std::chrono::milliseconds>(m_request.deadline));
    ask(QUrl::fromEncoded(bytesOf(m_request.url), QUrl::StrictMode));
}

void HttpExchange::cancel()
{
    end(grid::trouble(Trouble::Cancelled, "stopped on request"));
}

void HttpExchange::ask(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Of silence: nothing may hang in connecting until the whole deadline has passed.
    request.setTransferTimeout(static_cast<int>(std::min(kConnectPatience, m_request.deadline).count()));
    request.setRawHeader("User-Agent", bytesOf(m_userAgent));
    request.setRawHeader("Accept", "application/json");
    for (const HttpHeader &header : m_request.headers)
        request.setRawHeader(bytesOf(header.name), bytesOf(header.value.reveal()));
    if (m_request.jsonBody) {
        request.setRawHeader("Content-Type", "application/json");
        m_reply = m_network.post(request, bytesOf(*m_request.jsonBody));
    } else {
        m_reply = m_network.get(request);
    }
    m_reply->setReadBufferSize(kReadAhead);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { takeBytes(); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { takeReply(); });
}

void HttpExchange::takeBytes()
{
    // In small steps and never to the end of what is there: some kilobytes may unpack to gigabytes.
    // Reading may find out that the answer is no good, and end the exchange.
    while (m_reply && m_reply->isOpen()) {
        const QByteArray bytes = m_reply->read(kReadAhead);
        if (bytes.isEmpty()) return;
        if (m_body.size() + static_cast<std::size_t>(bytes.size()) > m_request.mostBytes) {
            end(grid::trouble(Trouble::BadAnswer,
                              "more than " + std::to_string(m_request.mostBytes) + " bytes; the answer was not taken"));
            return;
        }
        m_body.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
}

void HttpExchange::takeReply()
{
    takeBytes();
    if (!m_reply) return; // that was too much
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isRedirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (isRedirect && followRedirect(m_reply->url())) return;
    // A status of 400 and above comes with an error of Qt's too, and is an answer all the same. What is left are
    // failures below HTTP, also after a status line was read.
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isAnswer = error == QNetworkReply::NoError || status >= 400;
    if (status == 0 || !isAnswer) {
        end(Unexpected{failureOf(*m_reply)});
        return;
    }
    end(answerOf(*m_reply));
}

/// True when the exchange goes on or has ended here.
bool HttpExchange::followRedirect(const QUrl &from)
{
    const QByteArray location = m_reply->rawHeader("Location");
    const QUrl to = from.resolved(QUrl::fromEncoded(location));
    if (location.isEmpty() || !to.isValid()) return false;
    if (!isSameOrigin(from, to)) {
        end(grid::trouble(Trouble::BadAnswer, "it sends us on to " + to.host().left(100).toStdString() +
                                                  "; credentials do not follow to another place"));
        return true;
    }
    if (++m_redirects > m_request.mostRedirects) {
        end(grid::trouble(Trouble::BadAnswer,
                          "it sent us on more than " + std::to_string(m_request.mostRedirects) + " times"));
        return true;
    }
    dropReply();
    m_body.clear();
    ask(to);
    return true;
}

HttpAnswer HttpExchange::answerOf(const QNetworkReply &reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = std::move(m_body);
    answer.retryAfter = parseRetryAfter(reply.rawHeader("Retry-After"), reply.rawHeader("Date"));
    return answer;
}

grid::ProviderProblem HttpExchange::failureOf(const QNetworkReply &reply) const
{
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return {Trouble::Down, "no answer within " + std::to_string(kConnectPatience.count()) + " ms", {}};
    // What it was packed with is not what it says, or unpacks to more than Qt puts up with.
    if (reply.error() == QNetworkReply::UnknownContentError)
        return {Trouble::BadAnswer, reply.errorString().left(200).toStdString(), {}};
    const bool badCertificate = reply.error() == QNetworkReply::SslHandshakeFailedError;
    // Qt's words name the address; what matters is that they never hold a header.
    return {badCertificate ? Trouble::BadAnswer : Trouble::Down,
            (badCertificate ? "no safe connection: " : "") + reply.errorString().left(200).toStdString(),
            {},
            reply.error() == QNetworkReply::HostNotFoundError};
}

void HttpExchange::dropReply()
{
    if (!m_reply) return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void HttpExchange::end(grid::Answer<HttpAnswer> outcome)
{
    if (!m_done) return;
    m_deadline.stop();
    const HttpClient::Done done = std::exchange(m_done, {});
    dropReply();
    done(std::move(outcome));
    if (finished) finished(this);
}

} // namespace greenward::adapters
