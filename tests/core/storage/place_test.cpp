#include "core/storage/place.h"
#include "tests/support/values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::storage {
namespace {

using namespace tests;
using testing::AllOf;
using testing::HasSubstr;

const std::string kId(32, 'a');
const std::string kOther(32, 'b');

PlaceMark mark(const std::string &id)
{
    return {id, "brown", at(1000)};
}

TEST(PlaceMarker, A4_isReadBackAsItWasWritten)
{
    EXPECT_EQ(known(parseMark(markJson(mark(kId)))), mark(kId));
    for (const char *text : {"", "[]", "{}", R"({"format":"greenward-backend","version":1,"id":"AA"})"})
        EXPECT_EQ(parseMark(text).error().code, ErrorCode::BadReply) << text;
}

TEST(PlaceMarker, A4_whatIsKeptIsReadBackAsItWasWritten)
{
    const PlaceRecord record{kId, true, {"ext4", "3e6b-77", "00ab", "/srv/\\xFF"}, at(5)};
    EXPECT_EQ(known(parsePlace(placeJson(record))), record);
    EXPECT_FALSE(parsePlace(R"({"mark":"x","made":true,"since":"2026-01-01T00:00:00Z"})"));
}

struct Case
{
    const char *name;
    PlaceRecord record;
    PlaceFacts found;
    std::vector<std::string> says; ///< empty: the same place
};

TEST(SamePlace, A4_theMarkerDecidesAndAnotherVolumeSpeaksAgainstIt)
{
    const FileSystemFacts ext4{"ext4", "", "1111", "/data"};
    const FileSystemFacts other{"ext4", "", "2222", "/data"};
    const FileSystemFacts xfs{"xfs", "", "", "/data"};
    const FileSystemFacts uuid{"xfs", "u-1", "", "/"};
    const std::vector<Case> cases{
        {"all the same", {kId, true, ext4, {}}, {mark(kId), ext4}, {}},
        {"no marker", {kId, true, ext4, {}}, {{}, ext4}, {kId, "mounted?"}},
        {"another marker", {kId, true, ext4, {}}, {mark(kOther), ext4}, {kId, kOther}},
        {"the same marker on another volume", {kId, true, ext4, {}}, {mark(kId), other}, {"copy", "1111", "2222"}},
        {"the same by uuid", {kId, true, uuid, {}}, {mark(kId), {"xfs", "u-2", "", "/"}}, {"copy", "u-1", "u-2"}},
        {"moved inside its volume", {kId, true, ext4, {}}, {mark(kId), {"ext4", "", "1111", "/"}}, {}},
        {"nothing stable is told", {kId, true, xfs, {}}, {mark(kId), {"xfs", "", "", "/other"}}, {}},
        {"the uuid is told only now", {kId, true, xfs, {}}, {mark(kId), {"xfs", "u-1", "", "/data"}}, {}},
        {"the disk was made anew as another kind", {kId, true, ext4, {}}, {mark(kId), xfs}, {}},
        {"no marker was ever written", {"", false, ext4, {}}, {{}, ext4}, {}},
        {"bare mount point of a place without marker",
         {"", false, xfs, {}},
         {{}, ext4},
         {"expected xfs", "found ext4"}},
        {"bare mount point on the same kind", {"", false, uuid, {}}, {{}, {"xfs", "", "", "/mnt"}}, {"at / in it"}},
    };
    for (const Case &one : cases) {
        const auto same = checkPlace(backend("brown"), one.record, one.found);
        EXPECT_EQ(static_cast<bool>(same), one.says.empty()) << one.name;
        if (same) continue;
        EXPECT_EQ(same.error().code, ErrorCode::Unreachable) << one.name;
        EXPECT_THAT(same.error().detail, HasSubstr("backend accept brown")) << one.name;
        for (const std::string &word : one.says)
            EXPECT_THAT(same.error().detail, HasSubstr(word)) << one.name;
    }
}

TEST(Overlap, A4_placesOfOneFileSystemAreComparedInsideIt)
{
    const auto extent = [](const char *node, const char *volume, const char *inside) {
        return Extent{"local", "/anywhere", {node, "1:2"}, volume, inside};
    };
    EXPECT_TRUE(overlap(extent("5:1", "8:1", "/data"), extent("5:2", "8:1", "/data")));
    EXPECT_TRUE(overlap(extent("5:1", "8:1", "/data"), extent("5:2", "8:1", "/data/inner")));
    EXPECT_TRUE(overlap(extent("5:1", "8:1", "/data/inner"), extent("5:2", "8:1", "/")));
    EXPECT_FALSE(overlap(extent("5:1", "8:1", "/data"), extent("5:2", "8:1", "/database")));
    EXPECT_FALSE(overlap(extent("5:1", "8:1", "/data"), extent("5:2", "8:2", "/data")));
    EXPECT_FALSE(overlap(extent("5:1", "", ""), extent("5:2", "", "")));
}

} // namespace
} // namespace greenward::storage
