#include "core/adapters/http/http_client.h"
#include "core/base/utf8.h"

#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

namespace greenward::adapters {
namespace {

bool isThisMachine(const QString &host)
{
    if (host == QLatin1String("localhost")) return true;
    return QHostAddress(host).isLoopback();
}

} // namespace

Result<void> checkBaseUrl(std::string_view url, std::string_view field)
{
    const auto bad = [&](const char *why) {
        return fail(ErrorCode::InvalidInput, field, "\"" + escapedForDisplay(url) + "\" " + why);
    };
    const QUrl parsed(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size())), QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return bad("is not an address; write it like https://api.example.org");
    if (!parsed.userInfo().isEmpty()) return bad("must not hold a user name or password");
    if (parsed.scheme() == QLatin1String("https")) return {};
    if (parsed.scheme() != QLatin1String("http")) return bad("must begin with https://");
    if (!isThisMachine(parsed.host())) return bad("must begin with https://; http is only for this machine");
    return {};
}

} // namespace greenward::adapters
