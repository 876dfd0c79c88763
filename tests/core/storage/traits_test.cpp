#include "core/storage/traits.h"

#include "tests/support/access_list.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

namespace greenward::storage {
namespace {

using namespace std::string_literals;
using namespace tests;

/// An access list as Linux stores it: user::rw- user:1000:r-- group::r-- mask::r-- other::---
const std::string kList = "\2\0\0\0"
                          "\1\0\6\0\xff\xff\xff\xff"
                          "\2\0\4\0\xe8\3\0\0"
                          "\4\0\4\0\xff\xff\xff\xff"
                          "\x10\0\4\0\xff\xff\xff\xff"
                          "\x20\0\0\0\xff\xff\xff\xff"s;

/// The owner may read and write; then these; others may what is given.
std::string listWith(std::vector<AccessEntry> entries, std::uint16_t others = 0)
{
    entries.insert(entries.begin(), {kUserObject, 6});
    entries.push_back({kOther, others});
    return accessList(entries);
}

ObjectTraits privateFile()
{
    ObjectTraits traits;
    traits.modified = {1'700'000'000, 123'456'789};
    traits.accessed = {1'700'000'100, 5};
    traits.mode = 0600;
    traits.uid = 1000;
    traits.gid = 100;
    traits.attributes = {{"system.posix_acl_access", kList}, {"user.note", "kept\0too"s}};
    return traits;
}

struct Difference
{
    const char *right;
    std::function<void(ObjectTraits &)> make;
    std::string wanted;
    std::string found;
};

std::vector<Difference> differences()
{
    return {
        {"mode", [](auto &t) { t.mode = 0666; }, "0600", "0666"},
        {"mode", [](auto &t) { t.mode = 04600; }, "0600", "4600"},
        {"mode", [](auto &t) { t.mode = 01600; }, "0600", "1600"},
        {"owner", [](auto &t) { t.uid = 0; }, "1000", "0"},
        {"group", [](auto &t) { t.gid = 7; }, "100", "7"},
        {"time of last change", [](auto &t) { ++t.modified.nanoseconds; }, "1700000000.123456789",
         "1700000000.123456790"},
        {"time of last change", [](auto &t) { t.modified.seconds = -1; }, "1700000000.123456789", "-1.123456789"},
        {"access list", [](auto &t) { t.attributes.erase(t.attributes.begin()); },
         "user::rw-,user:1000:r--,group::r--,mask::r--,other::---", "none"},
        {"attribute user.note", [](auto &t) { t.attributes.back().second = "other"; }, R"("kept\u{0}too")",
         R"("other")"},
        {"attribute user.note", [](auto &t) { t.attributes.pop_back(); }, R"("kept\u{0}too")", "none"},
        {"attribute user.more", [](auto &t) { t.attributes.emplace_back("user.more", "1"); }, "none", R"("1")"},
        {"capabilities", [](auto &t) { t.attributes.emplace_back("security.capability", "\1\2"); }, "none", "0102"},
    };
}

TEST(Rights, A6_theFirstRightThatDiffersIsNamedWithBothValues)
{
    for (const Difference &difference : differences()) {
        ObjectTraits twin = privateFile();
        difference.make(twin);
        const auto same = sameRights(privateFile(), twin);
        ASSERT_FALSE(same) << difference.right;
        EXPECT_EQ(same.error().code, ErrorCode::VerifyFailed);
        EXPECT_EQ(same.error().subject, difference.right);
        EXPECT_NE(same.error().detail.find("the source has "s + difference.right + " " + difference.wanted),
                  std::string::npos)
            << same.error().detail;
        EXPECT_NE(same.error().detail.find("the target " + difference.found), std::string::npos) << same.error().detail;
        EXPECT_FALSE(sameRights(twin, privateFile())) << "rights that are missing differ as well";
    }
}

TEST(Rights, A6_theTimeOfLastAccessAndMarksOfThePlaceAreNoRights)
{
    ObjectTraits read = privateFile();
    read.accessed = {1'800'000'000, 0};
    read.fixed = true;
    EXPECT_TRUE(sameRights(privateFile(), read));
}

TEST(Rights, A6_aLongAttributeIsCutShortInTheMessage)
{
    ObjectTraits twin = privateFile();
    twin.attributes.back().second = std::string(65'536, 'x');
    const auto same = sameRights(privateFile(), twin);
    ASSERT_FALSE(same);
    EXPECT_LT(same.error().detail.size(), 300U);
    EXPECT_NE(same.error().detail.find("(65536 bytes)"), std::string::npos);
}

TEST(Rights, A6_directoriesAreComparedWithWhatTheyBequeath)
{
    DirectoryTraits source{.mode = 0750, .uid = 1, .gid = 2, .modified = {5, 6}, .attributes = {}};
    DirectoryTraits target = source;
    EXPECT_TRUE(sameRights(source, target));
    target.attributes.emplace_back("system.posix_acl_default", kList);
    const auto same = sameRights(source, target);
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().subject, "default access list");
}

struct Neighbourhood
{
    DirectoryTraits source;
    DirectoryTraits target;
    bool fine;
};

TEST(Rights, A6_aDirectoryAtTheTargetMayBeMorePrivateButNotLess)
{
    const Attributes list{{"system.posix_acl_access", kList}};
    const Attributes closed{{"system.posix_acl_access", listWith({{kUser, 5, 1000}, {kGroupObject, 0}, {kMask, 5}})}};
    const std::vector<Neighbourhood> cases{
        {{0700, 1, 2}, {0700, 1, 2}, true},
        {{0755, 1, 2}, {0700, 1, 2}, true},
        {{0755, 1, 2}, {0750, 1, 7}, true},   // what everybody may, another group may
        {{0755, 1, 2}, {0755, 0, 0}, true},   // root may everything anyway
        {{0755, 1, 2}, {0555, 9, 2}, true},   //
        {{0700, 1, 2}, {0701, 1, 2}, false},  //
        {{0700, 1, 2}, {0710, 1, 2}, false},  //
        {{0750, 1, 2}, {0750, 1, 7}, false},  // another group
        {{0750, 1, 2}, {0770, 1, 2}, false},  // may remove and replace
        {{0700, 1, 2}, {0700, 9, 2}, false},  // another owner
        {{0755, 1, 2}, {0755, 9, 2}, false},  // who may write there
        {{01777, 1, 2}, {0777, 1, 2}, false}, // everybody may remove what others own
        {{01777, 1, 2}, {01777, 1, 2}, true}, //
        {{01777, 1, 2}, {0755, 1, 2}, true},  //
        {{0740, 1, 2, {}, list}, {0740, 1, 2, {}, list}, true},
        {{0740, 1, 2}, {0740, 1, 2, {}, list}, false},
        {{0744, 1, 2}, {0740, 1, 2, {}, list}, true}, // gives nobody what everybody had not
        // By the source's list its group may nothing: the bits of the group are the mask.
        {{0750, 1, 2, {}, closed}, {0750, 1, 2}, false},
        {{0750, 1, 2, {}, closed}, {0700, 1, 2}, true},
        {{0750, 1, 2, {}, closed}, {0750, 1, 2, {}, closed}, true},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto verdict = noWider(cases[i].source, cases[i].target);
        EXPECT_EQ(static_cast<bool>(verdict), cases[i].fine) << i;
        if (verdict) continue;
        EXPECT_EQ(verdict.error().code, ErrorCode::Unsupported);
    }
}

TEST(Rights, A6_aListThatIsNotHeededMayLetInWhomItKeepsOut)
{
    EXPECT_FALSE(isNarrowerThanItsMode(kList)) << "everybody it names has what the mode gives the group";
    EXPECT_FALSE(isNarrowerThanItsMode(listWith({{kUser, 4, 1000}, {kGroupObject, 4}, {kMask, 4}}, 4)));
    EXPECT_TRUE(isNarrowerThanItsMode(listWith({{kUser, 4, 1000}, {kGroupObject, 0}, {kMask, 4}}))) << "the group";
    EXPECT_TRUE(isNarrowerThanItsMode(listWith({{kUser, 0, 1000}, {kGroupObject, 4}, {kMask, 4}}))) << "a member";
    EXPECT_TRUE(isNarrowerThanItsMode(listWith({{kUser, 4, 1000}, {kGroupObject, 4}, {kMask, 0}}, 4)))
        << "somebody named, who could do more were he one of the others";
    EXPECT_TRUE(isNarrowerThanItsMode(listWith({{kGroupObject, 6}, {kGroup, 4, 100}, {kMask, 6}}))) << "another group";
}

TEST(Rights, A9_aPointerIsAsReadableAsItsSourceAndNotExecutable)
{
    ObjectTraits source = privateFile();
    source.mode = 06751;
    source.attributes.emplace_back("security.capability", "\1\2");
    const ObjectTraits pointer = pointerTraits(source);
    EXPECT_EQ(pointer.mode, 0640U);
    EXPECT_EQ(pointer.uid, 1000U);
    EXPECT_EQ(pointer.gid, 100U);
    ASSERT_EQ(pointer.attributes.size(), 1U);
    EXPECT_EQ(pointer.attributes[0].second, kList);
}

TEST(Rights, A6_anNfs4ListThatNamesOthersIsSeen)
{
    const auto list = [](const std::vector<std::string> &names) {
        std::string text = "\0\0\0"s + static_cast<char>(names.size());
        for (const std::string &name : names) {
            text += std::string(12, '\1') + "\0\0\0"s + static_cast<char>(name.size()) + name;
            text.append((4 - name.size() % 4) % 4, '\0');
        }
        return text;
    };
    EXPECT_FALSE(namesOthers(list({})));
    EXPECT_FALSE(namesOthers(list({"OWNER@", "GROUP@", "EVERYONE@"})));
    EXPECT_TRUE(namesOthers(list({"OWNER@", "alice@example.org", "EVERYONE@"})));
    EXPECT_TRUE(namesOthers(list({"OWNER@"}).substr(0, 10))) << "what cannot be read may say anything";
    EXPECT_TRUE(namesOthers(""));
    EXPECT_TRUE(namesOthers("\xff\xff\xff\xff"));
}

} // namespace
} // namespace greenward::storage
