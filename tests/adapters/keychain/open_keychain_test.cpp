#include "tests/adapters/keychain/keychain_fixture.h"

#include "core/adapters/keychain/keyring_look.h"

#include <gtest/gtest.h>

namespace greenward::adapters::tests {
namespace {

using grid::CredentialState;

TEST(OpenKeychain, C24_whatIsSavedComesBackByteForByte)
{
    ASSERT_EQ(lookAtKeyring().keyring, Keyring::Open) << lookAtKeyring().reason.toStdString();
    OsKeychain &keychain = *theKeychain();
    std::string every;
    for (int byte = 1; byte < 256; ++byte)
        every += static_cast<char>(byte);
    for (const std::string &text : {std::string("plain"), std::string("grün 絵 \"quotes\" \\ 'x'"), every}) {
        const auto written = write(keychain, "watttime.password", text);
        ASSERT_TRUE(written.has_value()) << written.error().detail;
        const OsKeychain::Found found = read(keychain, "watttime.password");
        ASSERT_EQ(found.state, CredentialState::Saved);
        EXPECT_EQ(found.secret.reveal(), text);
    }
}

TEST(OpenKeychain, removedIsGoneAndOnlyThat)
{
    OsKeychain &keychain = *theKeychain();
    ASSERT_TRUE(write(keychain, "watttime.username", "ada"));
    ASSERT_TRUE(write(keychain, "electricitymaps.token", "t"));
    ASSERT_TRUE(remove(keychain, "watttime.username"));
    EXPECT_EQ(read(keychain, "watttime.username").state, CredentialState::NotSaved);
    EXPECT_EQ(read(keychain, "electricitymaps.token").state, CredentialState::Saved);
    EXPECT_TRUE(remove(keychain, "watttime.username")) << "what is not there is removed already";
}

} // namespace
} // namespace greenward::adapters::tests
