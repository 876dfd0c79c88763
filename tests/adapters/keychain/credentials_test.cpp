#include "core/adapters/keychain/credentials.h"

#include "tests/adapters/keychain/keychain_fixture.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace greenward::adapters::tests {
namespace {

using grid::CredentialPlace;
using grid::CredentialState;
using grid::KeepSecret;

/// The engine thread is this one: what is posted waits until it is turned.
class Credentials : public testing::Test
{
protected:
    Credentials()
    {
        for (const std::string &name : m_names)
            EXPECT_TRUE(remove(*theKeychain(), name));
    }

    std::unique_ptr<adapters::Credentials> open(std::map<std::string, Secret> handedOver = {})
    {
        auto opened = std::make_unique<adapters::Credentials>(adapters::Credentials::Setup{
            m_names, std::move(handedOver), theKeychain(), [this](std::function<void()> work) {
                const std::lock_guard lock(m_mutex);
                m_work.push_back(std::move(work));
                m_came.notify_one();
            }});
        opened->setListener([this](const std::string &source) { m_told.push_back(source); });
        awaitLook();
        return opened;
    }
    /// Every name was asked of the keychain, and its answer told.
    void awaitLook()
    {
        m_told.clear();
        while (m_told.size() < m_names.size() && !HasFatalFailure())
            turn();
    }
    void turn()
    {
        std::unique_lock lock(m_mutex);
        ASSERT_TRUE(m_came.wait_for(lock, std::chrono::seconds{30}, [this] { return !m_work.empty(); }));
        const auto work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
    }
    Result<void> save(adapters::Credentials &credentials, const std::string &source, const std::string &field,
                      const std::string &text, KeepSecret where)
    {
        std::optional<Result<void>> answer;
        credentials.save(source, field, Secret(text), where, [&](const Result<void> &done) { answer = done; });
        while (!answer && !HasFatalFailure())
            turn();
        return answer.value_or(fail(ErrorCode::Internal, "test", "no answer"));
    }

    std::vector<std::string> m_names{"watttime.username", "watttime.password", "electricitymaps.token"};
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<std::function<void()>> m_work;
    std::vector<std::string> m_told;
};

TEST_F(Credentials, G32_whatTheKeychainKeepsIsThereAtTheNextStart)
{
    {
        const auto first = open();
        EXPECT_EQ(first->state("watttime", "password"), CredentialState::NotSaved);
        ASSERT_TRUE(save(*first, "watttime", "password", "p", KeepSecret::Keychain));
        EXPECT_EQ(first->find("watttime", "password")->reveal(), "p");
        ASSERT_TRUE(save(*first, "watttime", "username", "ada", KeepSecret::Session));
        EXPECT_EQ(first->find("watttime", "username")->reveal(), "ada");
    }
    m_work.clear();
    const auto second = open();
    EXPECT_EQ(second->find("watttime", "password")->reveal(), "p");
    EXPECT_EQ(second->state("watttime", "username"), CredentialState::NotSaved) << "it was for the session only";
}

TEST_F(Credentials, theServiceManagersGoFirstAndCannotBeChangedHere)
{
    std::map<std::string, Secret> handedOver;
    handedOver.emplace("electricitymaps.token", Secret("handed"));
    const auto credentials = [&] {
        m_names = {"electricitymaps.token"};
        m_names.insert(m_names.begin(), {"watttime.username", "watttime.password"});
        auto opened = std::make_unique<adapters::Credentials>(
            adapters::Credentials::Setup{m_names, handedOver, nullptr, [](const std::function<void()> &) {
                                         }});
        return opened;
    }();
    EXPECT_EQ(credentials->find("electricitymaps", "token")->reveal(), "handed");
    EXPECT_EQ(credentials->rows()[2].place, CredentialPlace::ServiceManager);
    EXPECT_EQ(credentials->state("watttime", "username"), CredentialState::NoKeychain);
    std::optional<Result<void>> answer;
    credentials->save("electricitymaps", "token", Secret("mine"), KeepSecret::Session,
                      [&](const Result<void> &done) { answer = done; });
    ASSERT_TRUE(answer && !*answer);
    EXPECT_EQ(answer->error().code, ErrorCode::Refused);
    EXPECT_EQ(credentials->find("electricitymaps", "token")->reveal(), "handed");
}

TEST_F(Credentials, unknownNamesAndEmptySecretsAreRefused)
{
    const auto credentials = open();
    const auto unknown = save(*credentials, "watttime", "passwrod", "p", KeepSecret::Keychain);
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, ErrorCode::UnknownName);
    EXPECT_NE(unknown.error().detail.find("watttime.password"), std::string::npos) << unknown.error().detail;
    const auto empty = save(*credentials, "watttime", "password", "", KeepSecret::Keychain);
    ASSERT_FALSE(empty.has_value());
    EXPECT_EQ(empty.error().code, ErrorCode::InvalidInput);
}

TEST_F(Credentials, aLockedKeychainOpensWithoutARestart)
{
    const auto credentials = open();
    ASSERT_TRUE(save(*credentials, "watttime", "password", "p", KeepSecret::Keychain));
    lockKeyring();
    const auto look = [&] {
        m_work.clear();
        credentials->refresh();
        awaitLook();
    };
    look();
    EXPECT_EQ(credentials->state("watttime", "password"), CredentialState::Locked);
    EXPECT_FALSE(credentials->find("watttime", "password").has_value());
    ASSERT_TRUE(save(*credentials, "watttime", "password", "q", KeepSecret::Session)) << "work can go on";
    EXPECT_EQ(credentials->find("watttime", "password")->reveal(), "q");
    unlockKeyring();
    look();
    EXPECT_EQ(credentials->rows()[1].place, CredentialPlace::Session);
}

} // namespace
} // namespace greenward::adapters::tests
