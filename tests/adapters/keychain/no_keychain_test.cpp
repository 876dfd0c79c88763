#include "tests/adapters/keychain/keychain_fixture.h"

#include "core/adapters/keychain/keyring_look.h"

#include <gtest/gtest.h>

namespace greenward::adapters::tests {
namespace {

using grid::CredentialState;

void expectNothingKept()
{
    OsKeychain &keychain = *theKeychain();
    const OsKeychain::Found found = read(keychain, "watttime.password");
    EXPECT_EQ(found.state, CredentialState::NoKeychain);
    EXPECT_FALSE(found.reason.empty());
    const auto written = write(keychain, "watttime.password", "canary-4711");
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().code, ErrorCode::Unreachable);
    EXPECT_NE(written.error().detail.find("for this session only"), std::string::npos) << written.error().detail;
    EXPECT_EQ(written.error().detail.find("canary"), std::string::npos);
    EXPECT_FALSE(remove(keychain, "watttime.password").has_value());
}

/// No session bus at all: a server, a cron job.
TEST(NoKeychain, isSaidAndNothingIsWrittenInItsPlace)
{
    ASSERT_EQ(lookAtKeyring().keyring, Keyring::Absent);
    expectNothingKept();
}

/// A bus, but nobody on it keeps secrets.
TEST(EmptyKeychain, isSaidAndNothingIsWrittenInItsPlace)
{
    ASSERT_EQ(lookAtKeyring().keyring, Keyring::Absent);
    expectNothingKept();
}

} // namespace
} // namespace greenward::adapters::tests
