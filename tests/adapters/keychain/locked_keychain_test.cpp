#include "tests/adapters/keychain/keychain_fixture.h"

#include <gtest/gtest.h>

namespace greenward::adapters::tests {
namespace {

using grid::CredentialState;

class LockedKeychain : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(write(m_keychain, "watttime.password", "canary-4711"));
        lockKeyring();
    }
    void TearDown() override { unlockKeyring(); }

    OsKeychain &m_keychain = *theKeychain();
};

TEST_F(LockedKeychain, C24_isToldFromAnEmptyOne)
{
    const OsKeychain::Found found = read(m_keychain, "watttime.password");
    EXPECT_EQ(found.state, CredentialState::Locked);
    EXPECT_TRUE(found.secret.empty());
    unlockKeyring();
    EXPECT_EQ(read(m_keychain, "watttime.password").secret.reveal(), "canary-4711");
    EXPECT_EQ(read(m_keychain, "nobody.saved").state, CredentialState::NotSaved);
}

TEST_F(LockedKeychain, deletingIsNotCalledDoneWhileTheSecretStays)
{
    const auto removed = remove(m_keychain, "watttime.password");
    ASSERT_FALSE(removed.has_value());
    EXPECT_EQ(removed.error().code, ErrorCode::NoPermission);
    EXPECT_NE(removed.error().detail.find("locked"), std::string::npos) << removed.error().detail;
    unlockKeyring();
    EXPECT_EQ(read(m_keychain, "watttime.password").state, CredentialState::Saved);
}

TEST_F(LockedKeychain, savingFailsAndSaysWhatToDo)
{
    const auto written = write(m_keychain, "watttime.password", "canary-4712");
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().detail.find("canary"), std::string::npos) << "an error never holds a secret";
    unlockKeyring();
    EXPECT_EQ(read(m_keychain, "watttime.password").secret.reveal(), "canary-4711") << "the old one stays";
}

} // namespace
} // namespace greenward::adapters::tests
