#include "tests/adapters/keychain/keychain_fixture.h"

#include "core/adapters/keychain/keyring_look.h"

#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>
#include <gtest/gtest.h>

#include <future>

namespace greenward::adapters::tests {
namespace {

constexpr auto kLongEnough = std::chrono::seconds{30};

template<typename Value>
Value waited(std::future<Value> future)
{
    if (future.wait_for(kLongEnough) != std::future_status::ready) {
        ADD_FAILURE() << "no answer";
        std::abort();
    }
    return future.get();
}

QDBusMessage secretService(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                                       QStringLiteral("/org/freedesktop/secrets"),
                                                       QStringLiteral("org.freedesktop.Secret.Service"), method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

QDBusObjectPath defaultKeyring()
{
    const QDBusMessage alias = secretService(QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    EXPECT_EQ(alias.type(), QDBusMessage::ReplyMessage) << alias.errorMessage().toStdString();
    return qvariant_cast<QDBusObjectPath>(alias.arguments().value(0));
}

} // namespace

std::shared_ptr<OsKeychain> theKeychain()
{
    static const auto keychain = std::make_shared<OsKeychain>("greenward-test", std::chrono::seconds{5});
    return keychain;
}

OsKeychain::Found read(OsKeychain &keychain, const std::string &key)
{
    std::promise<OsKeychain::Found> promise;
    keychain.read(key, [&](OsKeychain::Found found) { promise.set_value(std::move(found)); });
    return waited(promise.get_future());
}

Result<void> write(OsKeychain &keychain, const std::string &key, const std::string &text)
{
    std::promise<Result<void>> promise;
    keychain.write(key, Secret(text), [&](const Result<void> &done) { promise.set_value(done); });
    return waited(promise.get_future());
}

Result<void> remove(OsKeychain &keychain, const std::string &key)
{
    std::promise<Result<void>> promise;
    keychain.remove(key, [&](const Result<void> &done) { promise.set_value(done); });
    return waited(promise.get_future());
}

void lockKeyring()
{
    const QList<QDBusObjectPath> paths{defaultKeyring()};
    const QDBusMessage locked = secretService(QStringLiteral("Lock"), {QVariant::fromValue(paths)});
    ASSERT_EQ(locked.type(), QDBusMessage::ReplyMessage) << locked.errorMessage().toStdString();
    ASSERT_EQ(lookAtKeyring().keyring, Keyring::Locked);
}

void unlockKeyring()
{
    // What GNOME's own login does; there is no other way without a prompt.
    const QDBusMessage session = secretService(QStringLiteral("OpenSession"),
                                               {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    ASSERT_EQ(session.type(), QDBusMessage::ReplyMessage) << session.errorMessage().toStdString();
    QDBusArgument secret;
    secret.beginStructure();
    secret << qvariant_cast<QDBusObjectPath>(session.arguments().at(1)) << QByteArray() << QByteArray("test-only")
           << QStringLiteral("text/plain");
    secret.endStructure();
    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.gnome.keyring"), QStringLiteral("/org/freedesktop/secrets"),
                                       QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
                                       QStringLiteral("UnlockWithMasterPassword"));
    call.setArguments({QVariant::fromValue(defaultKeyring()), QVariant::fromValue(secret)});
    const QDBusMessage unlocked = QDBusConnection::sessionBus().call(call);
    ASSERT_EQ(unlocked.type(), QDBusMessage::ReplyMessage) << unlocked.errorMessage().toStdString();
    ASSERT_EQ(lookAtKeyring().keyring, Keyring::Open);
}

} // namespace greenward::adapters::tests
