#include "core/adapters/keychain/service_credentials.h"

#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

namespace greenward::adapters::tests {
namespace {

namespace fs = std::filesystem;

class ServiceCredentials : public testing::Test
{
protected:
    void put(const std::string &name, const std::string &content, fs::perms mode = fs::perms::owner_read)
    {
        const fs::path file = m_directory.path() / name;
        std::ofstream(file, std::ios::binary) << content;
        fs::permissions(file, mode);
    }
    Result<std::map<std::string, Secret>> read() { return readServiceCredentials(m_directory.path(), m_names); }

    greenward::tests::TemporaryDirectory m_directory;
    std::array<std::string, 3> m_names{"watttime.username", "watttime.password", "electricitymaps.token"};
};

TEST_F(ServiceCredentials, C24_filesOfTheServiceManagerAreRead)
{
    put("watttime.username", "ada\n");
    put("watttime.password", " p w \r\n", fs::perms::owner_read | fs::perms::owner_write);
    put("somebody.else", "not ours", fs::perms::all);
    const auto found = read();
    ASSERT_TRUE(found.has_value()) << found.error().detail;
    ASSERT_EQ(found->size(), 2U);
    EXPECT_EQ(found->at("watttime.username").reveal(), "ada");
    EXPECT_EQ(found->at("watttime.password").reveal(), " p w ") << "only the line break is not part of it";
}

TEST_F(ServiceCredentials, noDirectoryIsNoSecret)
{
    const auto found = readServiceCredentials(m_directory.path() / "nowhere", m_names);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->empty());
}

TEST_F(ServiceCredentials, aBadFileIsNamedAndNoneIsUsed)
{
    struct Case
    {
        std::string content;
        fs::perms mode;
        std::string_view says;
    };
    const std::array cases{
        Case{"canary-4711", fs::perms::owner_read | fs::perms::group_read, "chmod 0600"},
        Case{"canary-4711", fs::perms::owner_all | fs::perms::others_read, "chmod 0600"},
        Case{"", fs::perms::owner_read, "empty"},
        Case{"\n", fs::perms::owner_read, "empty"},
        Case{"canary-4711\nsecond", fs::perms::owner_read, "more than one line"},
        Case{std::string("canary-4711\0x", 13), fs::perms::owner_read, "more than one line"},
        Case{"canary-4711" + std::string(5000, 'x'), fs::perms::owner_read, "cannot be read"},
    };
    put("watttime.username", "ada");
    for (const Case &each : cases) {
        fs::remove(m_directory.path() / "watttime.password");
        put("watttime.password", each.content, each.mode);
        const auto found = read();
        ASSERT_FALSE(found.has_value()) << each.says;
        EXPECT_EQ(found.error().subject, "watttime.password");
        EXPECT_NE(found.error().detail.find(each.says), std::string::npos) << found.error().detail;
        EXPECT_EQ(found.error().detail.find("canary"), std::string::npos) << "an error never holds a secret";
    }
}

} // namespace
} // namespace greenward::adapters::tests
