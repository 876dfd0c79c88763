#include "core/units/exclusions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

bool matches(std::string_view exclusions, std::string_view name)
{
    const auto parsed = Exclusions::parse(exclusions);
    EXPECT_TRUE(parsed) << exclusions;
    return parsed && ExclusionMatcher(*parsed).matches(name);
}

TEST(Exclusions, A7_snapshotsTrashAndBookkeepingAreNobodysData)
{
    const ExclusionMatcher usual{Exclusions()};
    for (const char *name : {".snapshot", ".zfs", "@eaDir", "lost+found", ".Trash-1000", ".Trashes", ".snapshots",
                             "$RECYCLE.BIN", "System Volume Information", ".fseventsd", ".Spotlight-V100", ".glusterfs",
                             ".nfs000000000a1b2c3d", "#snapshot", "~snapshot", ".fuse_hidden0001"})
        EXPECT_TRUE(usual.matches(name)) << name;
    for (const char *name : {"snapshot", ".snapshot2", "lost", "acme", ".nf", "recycle", "Trash-1", ".zfs.txt", ".ssh"})
        EXPECT_FALSE(usual.matches(name)) << name;
}

TEST(Exclusions, A7_patternsMatchWholeNames)
{
    EXPECT_TRUE(matches("*.tmp", "a.tmp"));
    EXPECT_TRUE(matches("*.tmp", ".tmp"));
    EXPECT_FALSE(matches("*.tmp", "a.tmp.gz"));
    EXPECT_TRUE(matches("a*b*c", "aXXbYYbc"));
    EXPECT_FALSE(matches("a*b*c", "acb"));
    EXPECT_TRUE(matches("?at", "\xFF"
                               "at"));
    EXPECT_FALSE(matches("?at", "at"));
    EXPECT_FALSE(matches("A", "a"));
    EXPECT_TRUE(matches("x, default ,y", "lost+found"));
    EXPECT_TRUE(matches("x, default ,y", "y"));
    EXPECT_FALSE(matches("x", "lost+found")) << "only what is said";
    EXPECT_FALSE(matches("none", "none"));
    EXPECT_FALSE(matches("a*a*a*a*a*a*a*a*b", std::string(4000, 'a'))); // ends soon, too
}

TEST(Exclusions, A7_keepTheirTextAndTellAllTheyHold)
{
    EXPECT_EQ(Exclusions().text(), "default");
    EXPECT_THAT(Exclusions().patterns(), Contains(".snapshot"));
    EXPECT_THAT(Exclusions::parse("none")->patterns(), IsEmpty());
    EXPECT_EQ(Exclusions::parse(" a , b*")->text(), "a,b*");
    EXPECT_EQ(*Exclusions::parse("default"), Exclusions());
}

TEST(Exclusions, A7_whatIsNoNameIsRefusedWithTheValue)
{
    for (const char *text : {"", "a,,b", "a/b", "/", "*", "a,**", "none,a", "a\nb", "\xFF"}) {
        const auto parsed = Exclusions::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(parsed.error().subject, "exclude");
        EXPECT_THAT(parsed.error().detail, HasSubstr("\"default\""));
    }
    EXPECT_FALSE(Exclusions::parse(std::string(5000, 'a')));
}

} // namespace
} // namespace greenward
