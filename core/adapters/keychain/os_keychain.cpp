#include "core/adapters/keychain/os_keychain.h"

#include "core/adapters/keychain/keyring_look.h"

#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <qt6keychain/keychain.h>

#include <map>
#include <utility>

namespace greenward::adapters {
namespace {

using grid::CredentialState;

Error noKeychain(const QString &reason)
{
    return {ErrorCode::Unreachable, "keychain",
            "no keychain answers on this machine (" + reason.toStdString() +
                "); start one, such as gnome-keyring, or keep the secret for this session only"};
}

Error stillLocked(const std::string &key)
{
    return {ErrorCode::NoPermission, "keychain",
            "the keychain is locked, so \"" + key + "\" was left as it is; unlock it and try again"};
}

Error refused(const std::string &key, const QString &reason)
{
    return {ErrorCode::IoFailed, "keychain", "\"" + key + "\": " + reason.toStdString()};
}

} // namespace

/// Lives on the keychain's thread but for its constructor, destructor and post().
class OsKeychain::Worker final
{
public:
    Worker(const std::string &service, std::chrono::milliseconds patience)
        : m_service(QString::fromStdString(service))
        , m_patience(patience)
    {
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_home.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        QMetaObject::invokeMethod(
            &m_home, [this] { cancelAll(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> work) { QMetaObject::invokeMethod(&m_home, std::move(work), Qt::QueuedConnection); }

    void read(const std::string &key, Read answer);
    void write(const std::string &key, const Secret &secret, Done done);
    void remove(const std::string &key, Done done);

private:
    /// What became of a job: nothing when it did not end in time or the keychain is going.
    using Ended = std::function<void(QKeychain::Job *job)>;

    void run(QKeychain::Job *job, const std::string &key, Ended ended);
    void end(QKeychain::Job *job, bool inTime);
    void cancelAll();

    QString m_service;
    std::chrono::milliseconds m_patience;
    std::map<QKeychain::Job *, Ended> m_underWay;
    QObject m_home; ///< receives calls on the thread
    QThread m_thread;
};

void OsKeychain::Worker::run(QKeychain::Job *job, const std::string &key, Ended ended)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(key));
    m_underWay.emplace(job, std::move(ended));
    QObject::connect(job, &QKeychain::Job::finished, &m_home, [this, job] { end(job, true); });
    QTimer::singleShot(m_patience, &m_home, [this, job] { end(job, false); });
    job->start();
}

void OsKeychain::Worker::end(QKeychain::Job *job, bool inTime)
{
    const auto found = m_underWay.find(job);
    if (found == m_underWay.end()) return;
    const Ended ended = std::move(found->second);
    m_underWay.erase(found);
    ended(inTime ? job : nullptr);
    // One that did not end may still be used by the library: it goes when it does.
    if (inTime)
        job->deleteLater();
    else
        QObject::connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
}

void OsKeychain::Worker::cancelAll()
{
    while (!m_underWay.empty())
        end(m_underWay.begin()->first, false);
}

void OsKeychain::Worker::read(const std::string &key, Read answer)
{
    const KeyringLook look = lookAtKeyring();
    if (look.keyring == Keyring::Absent)
        return answer({CredentialState::NoKeychain, Secret(), look.reason.toStdString()});
    const EntryLook entry = lookForEntry(m_service, QString::fromStdString(key));
    if (!entry.open) {
        // A locked keyring need not tell what it has.
        const bool locked = entry.locked || look.keyring == Keyring::Locked;
        return answer({locked ? CredentialState::Locked : CredentialState::NotSaved, Secret(), {}});
    }
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run(job, key, [job, answer = std::move(answer)](QKeychain::Job *ended) {
        if (!ended || ended->error() != QKeychain::NoError) return answer({CredentialState::Locked, Secret(), {}});
        QByteArray bytes = job->binaryData();
        answer({CredentialState::Saved, Secret(bytes.toStdString()), {}});
        bytes.fill('\0');
    });
}

void OsKeychain::Worker::write(const std::string &key, const Secret &secret, Done done)
{
    const KeyringLook look = lookAtKeyring();
    if (look.keyring == Keyring::Absent) return done(Unexpected{noKeychain(look.reason)});
    auto *job = new QKeychain::WritePasswordJob(m_service);
    const std::string_view text = secret.reveal();
    job->setBinaryData(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    run(job, key, [this, key, done = std::move(done)](QKeychain::Job *ended) {
        if (!ended)
            return done(Unexpected{Error{ErrorCode::Busy, "keychain", "\"" + key + "\": nobody unlocked it in time"}});
        if (ended->error() == QKeychain::AccessDenied || ended->error() == QKeychain::AccessDeniedByUser)
            return done(Unexpected{stillLocked(key)});
        if (ended->error() != QKeychain::NoError) return done(Unexpected{refused(key, ended->errorString())});
        if (!lookForEntry(m_service, QString::fromStdString(key)).open)
            return done(Unexpected{refused(key, QStringLiteral("the keychain took it and does not have it"))});
        done({});
    });
}

void OsKeychain::Worker::remove(const std::string &key, Done done)
{
    const KeyringLook look = lookAtKeyring();
    if (look.keyring == Keyring::Absent) return done(Unexpected{noKeychain(look.reason)});
    const EntryLook before = lookForEntry(m_service, QString::fromStdString(key));
    if (before.locked) return done(Unexpected{stillLocked(key)});
    if (!before.open)
        return done(look.keyring == Keyring::Locked ? Result<void>(Unexpected{stillLocked(key)}) : Result<void>());
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    run(job, key, [this, key, done = std::move(done)](QKeychain::Job *ended) {
        const EntryLook after = lookForEntry(m_service, QString::fromStdString(key));
        if (after.locked) return done(Unexpected{stillLocked(key)});
        if (after.open)
            return done(Unexpected{refused(key, ended ? ended->errorString() : QStringLiteral("it is still there"))});
        done({});
    });
}

OsKeychain::OsKeychain(std::string service, std::chrono::milliseconds patience)
    : m_worker(std::make_unique<Worker>(service, patience))
{}

OsKeychain::~OsKeychain() = default;

void OsKeychain::read(const std::string &key, Read answer)
{
    m_worker->post(
        [worker = m_worker.get(), key, answer = std::move(answer)]() mutable { worker->read(key, std::move(answer)); });
}

void OsKeychain::write(const std::string &key, Secret secret, Done done)
{
    m_worker->post([worker = m_worker.get(), key, secret = std::move(secret), done = std::move(done)]() mutable {
        worker->write(key, secret, std::move(done));
    });
}

void OsKeychain::remove(const std::string &key, Done done)
{
    m_worker->post(
        [worker = m_worker.get(), key, done = std::move(done)]() mutable { worker->remove(key, std::move(done)); });
}

} // namespace greenward::adapters
