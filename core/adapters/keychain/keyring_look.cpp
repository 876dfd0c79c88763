#include "core/adapters/keychain/keyring_look.h"

#include <QtCore/QMap>
#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>

namespace greenward::adapters {
namespace {

constexpr int kPatienceMs = 5'000;
const QString kService = QStringLiteral("org.freedesktop.secrets");
const QString kRoot = QStringLiteral("/org/freedesktop/secrets");
const QString kServiceInterface = QStringLiteral("org.freedesktop.Secret.Service");

QDBusMessage called(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, path, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call, QDBus::Block, kPatienceMs);
}

bool isAnswer(const QDBusMessage &message)
{
    return message.type() == QDBusMessage::ReplyMessage && !message.arguments().isEmpty();
}

QList<QDBusObjectPath> pathsOf(const QVariant &argument)
{
    return qdbus_cast<QList<QDBusObjectPath>>(argument);
}

} // namespace

KeyringLook lookAtKeyring()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return {Keyring::Absent, QDBusConnection::sessionBus().lastError().message()};
    const QDBusMessage alias =
        called(kRoot, kServiceInterface, QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    if (!isAnswer(alias)) return {Keyring::Absent, alias.errorMessage()};
    const QString path = qvariant_cast<QDBusObjectPath>(alias.arguments().constFirst()).path();
    if (path.isEmpty() || path == QLatin1String("/"))
        return {Keyring::Absent, QStringLiteral("there is no default keyring yet")};
    const QDBusMessage locked = called(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                                       {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    if (!isAnswer(locked)) return {Keyring::Absent, locked.errorMessage()};
    const bool isLocked = qvariant_cast<QDBusVariant>(locked.arguments().constFirst()).variant().toBool();
    return {isLocked ? Keyring::Locked : Keyring::Open, {}};
}

EntryLook lookForEntry(const QString &service, const QString &key)
{
    // QtKeychain's names for the two: "server" and "user".
    const QMap<QString, QString> attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    QDBusArgument argument;
    argument << attributes;
    const QDBusMessage found =
        called(kRoot, kServiceInterface, QStringLiteral("SearchItems"), {QVariant::fromValue(argument)});
    if (found.type() != QDBusMessage::ReplyMessage || found.arguments().size() != 2) return {};
    return {!pathsOf(found.arguments().at(0)).isEmpty(), !pathsOf(found.arguments().at(1)).isEmpty()};
}

} // namespace greenward::adapters
