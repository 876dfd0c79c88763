#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/connection.h"
#include "tests/support/plain_database.h"
#include "tests/support/program.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sys/stat.h>
#include <thread>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using storage::CatalogueObject;
using storage::MergeSummary;

constexpr std::int64_t kDayNs = 86'400'000'000'000;

CatalogueObject object(std::string_view key, std::int64_t size, std::int64_t day, std::string_view who = "acme")
{
    return {
        objectKey(key),          tenant(who), {DataSize::fromBytes(size), day * kDayNs, day * kDayNs, 1}, day * kDayNs,
        TouchEvidence::Modified, false};
}

/// A seeded choice of 0 to below - 1.
class Dice final
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {}
    std::int64_t operator()(std::int64_t below)
    {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(below));
    }

private:
    std::mt19937 m_random;
};

class Catalogue : public ::testing::Test
{
protected:
    std::string path() const { return (directory.path() / "catalog.db").string(); }
    void reopen()
    {
        catalogue.reset();
        catalogue = known(adapters::SqliteCatalogue::open(path()));
    }
    MergeSummary merge(const std::vector<CatalogueObject> &objects, const std::vector<std::string> &unreadable = {})
    {
        const auto session = known(catalogue->beginMerge(brown));
        for (const CatalogueObject &one : objects)
            EXPECT_TRUE(session->add(one));
        return known(session->finish(unreadable));
    }
    std::vector<CatalogueObject> all(const BackendId &where) const
    {
        return known(catalogue->page({where, std::nullopt, "", "", 1'000'000}));
    }
    std::vector<std::string> keys(const storage::ObjectPageQuery &query) const
    {
        std::vector<std::string> found;
        for (const CatalogueObject &one : known(catalogue->page(query)))
            found.push_back(one.key.text());
        return found;
    }
    storage::CatalogueTotal total(std::optional<Instant> coldBefore = std::nullopt) const
    {
        const auto totals = known(catalogue->totals(tenant("acme"), coldBefore));
        EXPECT_EQ(totals.size(), 1U);
        return totals.at(0);
    }

    TemporaryDirectory directory;
    BackendId brown = backend("brown");
    std::unique_ptr<adapters::SqliteCatalogue> catalogue = known(adapters::SqliteCatalogue::open(path()));
};

TEST_F(Catalogue, aRescanFindsWhatIsNewChangedAndGone)
{
    EXPECT_EQ(merge({object("acme/a", 1, 10), object("acme/b", 2, 10), object("acme/c", 3, 10)}).added, 3U);
    const MergeSummary second = merge({object("acme/a", 1, 10), object("acme/b", 20, 11), object("acme/d", 4, 10)});
    EXPECT_EQ(second.seen, 3U);
    EXPECT_EQ(second.seenBytes, 25);
    EXPECT_EQ(second.added, 1U);
    EXPECT_EQ(second.changed, 1U);
    EXPECT_EQ(second.gone, 1U);
    reopen();
    const std::vector<CatalogueObject> expected{object("acme/a", 1, 10), object("acme/b", 20, 11),
                                                object("acme/d", 4, 10)};
    EXPECT_EQ(all(brown), expected);
}

TEST_F(Catalogue, aMergeThatIsDroppedTakesNothingOut)
{
    merge({object("acme/a", 1, 10), object("acme/b", 2, 10)});
    {
        const auto session = known(catalogue->beginMerge(brown));
        EXPECT_TRUE(session->add(object("acme/c", 3, 10)));
    }
    EXPECT_EQ(all(brown).size(), 2U);
}

TEST_F(Catalogue, whatCouldNotBeReadIsNotInferredToBeGone)
{
    merge({object("acme/dir/x", 1, 10), object("acme/dir/y/z", 1, 10), object("acme/dir2", 1, 10),
           object("acme/e", 1, 10)});
    const MergeSummary second = merge({object("acme/e", 1, 10)}, {"acme/dir"});
    EXPECT_EQ(second.gone, 1U); // acme/dir2 only: it merely begins alike
    EXPECT_EQ(keys({brown, std::nullopt, "", "", 10}),
              (std::vector<std::string>{"acme/dir/x", "acme/dir/y/z", "acme/e"}));
    EXPECT_EQ(merge({}, {""}).gone, 0U);
    EXPECT_EQ(merge({}).gone, 3U);
}

TEST_F(Catalogue, refusesAListingOutOfOrder)
{
    const auto session = known(catalogue->beginMerge(brown));
    EXPECT_TRUE(session->add(object("acme/b", 1, 1)));
    EXPECT_EQ(session->add(object("acme/b", 1, 1)).error().code, ErrorCode::Internal);
    EXPECT_EQ(session->add(object("acme/a", 1, 1)).error().code, ErrorCode::Internal);
}

TEST_F(Catalogue, keysAreBytes)
{
    const std::string odd("acme/\xFF\n'\"%\x01", 11);
    merge({object("acme/\n", 1, 1), object("acme/\xC3\xA9", 2, 1), object(odd, 3, 1)});
    EXPECT_EQ(known(catalogue->find(brown, objectKey(odd)))->signature.size.bytes(), 3);
    EXPECT_EQ(merge({object("acme/\n", 1, 1), object("acme/\xC3\xA9", 2, 1), object(odd, 3, 1)}).added, 0U);
}

TEST_F(Catalogue, signaturesComeBackWhole)
{
    CatalogueObject extreme = object("acme/x", INT64_MAX, 0);
    extreme.signature.modifiedNs = INT64_MIN;
    extreme.signature.changedNs = -1;
    extreme.signature.inode = UINT64_MAX;
    extreme.touchedNs = -5;
    extreme.evidence = TouchEvidence::Access;
    merge({extreme});
    EXPECT_EQ(all(brown), std::vector<CatalogueObject>{extreme});
}

TEST_F(Catalogue, listsBiggestFirstAcrossPagesAndStopsWhenTold)
{
    std::vector<CatalogueObject> objects;
    Dice dice(5);
    for (int i = 0; i < 3500; ++i)
        objects.push_back(object("acme/" + std::to_string(100'000 + i), dice(50), dice(40)));
    objects.push_back(object("other/huge", 1'000'000, 1, "other"));
    merge(objects);
    std::vector<std::int64_t> sizes;
    std::set<std::string> seen;
    bus::ListObjects request{tenant("acme"), brown, Instant(std::chrono::hours(24 * 20)), {}};
    request.visit = [&](const bus::ListedObject &one) {
        sizes.push_back(one.signature.size.bytes());
        seen.insert(one.key.text());
        EXPECT_LT(one.touched, *request.touchedBefore);
        return true;
    };
    const auto visited = known(catalogue->list(request));
    const auto cold = static_cast<std::size_t>(std::count_if(objects.begin(), objects.end(), [](const auto &one) {
        return one.tenant == tenant("acme") && one.touchedNs < 20 * kDayNs;
    }));
    EXPECT_EQ(visited, cold);
    EXPECT_EQ(seen.size(), cold);
    EXPECT_TRUE(std::is_sorted(sizes.rbegin(), sizes.rend()));

    int calls = 0;
    request.visit = [&](const bus::ListedObject &) {
        return ++calls < 5;
    };
    EXPECT_EQ(known(catalogue->list(request)), 5U);
}

CatalogueObject sparse(std::string_view key, std::int64_t size, std::int64_t freed)
{
    CatalogueObject made = object(key, size, 1);
    made.signature.allocated = DataSize::fromBytes(freed);
    return made;
}

TEST_F(Catalogue, A7_countsAndOrdersByWhatIsFreed)
{
    const MergeSummary seen = merge({sparse("acme/a", 1000, 10), sparse("acme/b", 100, 100), object("acme/c", 50, 1)});
    EXPECT_EQ(seen.seenBytes, 160);
    std::vector<std::string> keys;
    bus::ListObjects request{tenant("acme"), brown, std::nullopt, [&](const bus::ListedObject &one) {
                                 keys.push_back(one.key.text());
                                 EXPECT_EQ(one.signature.size.bytes(), one.key.text() == "acme/a"   ? 1000
                                                                       : one.key.text() == "acme/b" ? 100
                                                                                                    : 50);
                                 return true;
                             }};
    ASSERT_TRUE(catalogue->list(request));
    EXPECT_EQ(keys, (std::vector<std::string>{"acme/b", "acme/c", "acme/a"}));
    EXPECT_EQ(known(catalogue->totals(std::nullopt, std::nullopt)).front().size.bytes(), 160);
    // A hole punched or a lazy count of blocks: the file is the same, what it takes is not.
    EXPECT_EQ(merge({sparse("acme/a", 1000, 500), sparse("acme/b", 100, 100), object("acme/c", 50, 1)}).changed, 1U);
    EXPECT_EQ(known(catalogue->totals(std::nullopt, std::nullopt)).front().size.bytes(), 650);
    reopen();
    EXPECT_EQ(known(catalogue->find(brown, objectKey("acme/a")))->signature.freed().bytes(), 500);
}

TEST_F(Catalogue, A7_oneOfTheVersionBeforeKeepsAllItHolds)
{
    merge({sparse("acme/a", 1000, 10), object("acme/b", 100, 1)});
    catalogue.reset();
    {
        const auto old =
            known(adapters::sqlite::Connection::open(path(), adapters::sqlite::Connection::Access::ReadWrite));
        ASSERT_TRUE(old.execute("DROP INDEX object_by_freed; ALTER TABLE object DROP COLUMN freed; UPDATE rollup SET "
                                "size = 1100 WHERE size = 110; CREATE INDEX object_by_size ON object(place, tenant, "
                                "size, touched_ns) WHERE superseded = 0; PRAGMA user_version = 1"));
    }
    reopen();
    EXPECT_EQ(catalogue->quarantined(), "");
    EXPECT_EQ(known(catalogue->totals(std::nullopt, std::nullopt)).front().size.bytes(), 1100);
    EXPECT_EQ(known(catalogue->find(brown, objectKey("acme/a")))->signature.freed().bytes(), 1000);
    EXPECT_EQ(merge({sparse("acme/a", 1000, 10), object("acme/b", 100, 1)}).changed, 1U)
        << "the next scan knows better";
    EXPECT_EQ(known(catalogue->totals(std::nullopt, std::nullopt)).front().size.bytes(), 110);
}

TEST_F(Catalogue, A8_aListingTellsWhatHasTheSameKeyElsewhere)
{
    merge({object("acme/a", 10, 1), object("acme/b", 20, 1), object("acme/c", 30, 1)});
    {
        const auto session = known(catalogue->beginMerge(backend("green")));
        ASSERT_TRUE(session->add(sparse("acme/a", 77, 1)));
        ASSERT_TRUE(session->add(object("acme/c", 0, 1, "somebody-else")));
        known(session->finish({}));
    }
    std::map<std::string, std::int64_t> beside;
    bus::ListObjects request{tenant("acme"), brown, std::nullopt, [&](const bus::ListedObject &one) {
                                 beside[one.key.text()] = one.beside ? one.beside->bytes() : -1;
                                 return true;
                             }};
    known(catalogue->list(request));
    EXPECT_EQ(beside, (std::map<std::string, std::int64_t>{{"acme/a", -1}, {"acme/b", -1}, {"acme/c", -1}}));
    request.beside = backend("green");
    known(catalogue->list(request));
    EXPECT_EQ(beside, (std::map<std::string, std::int64_t>{{"acme/a", 77}, {"acme/b", -1}, {"acme/c", 0}}));
    request.beside = backend("nowhere");
    known(catalogue->list(request));
    EXPECT_EQ(beside.at("acme/a"), -1);
}

TEST_F(Catalogue, aListingMayAskTheCatalogueAndChangeIt)
{
    merge({object("acme/a", 1, 1), object("acme/b", 2, 1)});
    bus::ListObjects request{tenant("acme"), brown, std::nullopt, {}};
    request.visit = [&](const bus::ListedObject &one) {
        EXPECT_TRUE(known(catalogue->find(brown, one.key)));
        EXPECT_TRUE(catalogue->apply({{}, {{brown, one.key}}, {}}));
        return true;
    };
    EXPECT_EQ(known(catalogue->list(request)), 2U);
    EXPECT_EQ(total().superseded, 2U);
}

TEST_F(Catalogue, supersededObjectsAreNoLongerListedUntilTheyChange)
{
    merge({object("acme/a", 1, 1), object("acme/b", 2, 1)});
    EXPECT_TRUE(catalogue->apply({{}, {{brown, objectKey("acme/a")}, {brown, objectKey("acme/none")}}, {}}));
    bus::ListObjects request{tenant("acme"), brown, std::nullopt, [](const auto &) {
                                 return true;
                             }};
    EXPECT_EQ(known(catalogue->list(request)), 1U);
    merge({object("acme/a", 1, 1), object("acme/b", 2, 1)});
    EXPECT_EQ(known(catalogue->list(request)), 1U);
    const auto at20 = Instant(std::chrono::hours(24 * 20));
    EXPECT_EQ(total(at20).coldObjects, 1U);
    EXPECT_EQ(total(at20).superseded, 1U);
    EXPECT_EQ(total(at20).objects, 2U);
    merge({object("acme/a", 9, 2), object("acme/b", 2, 1)}); // written again: an object like any other
    EXPECT_EQ(known(catalogue->list(request)), 2U);
    EXPECT_EQ(total().superseded, 0U);
}

TEST_F(Catalogue, pagesByKeyPrefixAndTenant)
{
    merge({object("acme/a", 1, 1), object("acme/b/1", 1, 1), object("acme/b/2", 1, 1), object("beta/x", 1, 1, "beta"),
           object("\xFF/y", 1, 1, "odd")});
    EXPECT_EQ(keys({brown, std::nullopt, "acme/b", "", 10}), (std::vector<std::string>{"acme/b/1", "acme/b/2"}));
    EXPECT_EQ(keys({brown, std::nullopt, "", "acme/b/1", 1}), (std::vector<std::string>{"acme/b/2"}));
    EXPECT_EQ(keys({brown, tenant("beta"), "", "", 10}), (std::vector<std::string>{"beta/x"}));
    EXPECT_EQ(keys({brown, std::nullopt, "\xFF", "", 10}), (std::vector<std::string>{"\xFF/y"}));
    EXPECT_TRUE(keys({backend("none"), std::nullopt, "", "", 10}).empty());
    EXPECT_EQ(known(catalogue->tenants()), (std::vector<TenantId>{tenant("acme"), tenant("beta"), tenant("odd")}));
}

TEST_F(Catalogue, whatWasWrittenDuringAScanSurvivesItsEnd)
{
    merge({object("acme/a", 1, 1), object("acme/m", 1, 1), object("acme/z", 1, 1)});
    const auto session = known(catalogue->beginMerge(brown));
    EXPECT_TRUE(session->add(object("acme/a", 1, 1)));
    // The mover publishes one object behind and one ahead of the walk; the listing sees neither.
    EXPECT_TRUE(catalogue->apply({{{brown, object("acme/0", 5, 1)}, {brown, object("acme/m", 6, 1)}}, {}, {}}));
    EXPECT_TRUE(session->add(object("acme/z", 1, 1)));
    EXPECT_EQ(known(session->finish({})).gone, 0U);
    EXPECT_EQ(all(brown).size(), 4U);
}

TEST_F(Catalogue, forgottenBackendsAreGoneAtOnceAndMayComeBackEmpty)
{
    merge({object("acme/a", 1, 1)});
    EXPECT_TRUE(catalogue->forget(brown));
    EXPECT_TRUE(all(brown).empty());
    EXPECT_TRUE(known(catalogue->totals(std::nullopt, std::nullopt)).empty());
    EXPECT_TRUE(known(catalogue->tenants()).empty());
    EXPECT_EQ(merge({object("acme/b", 2, 1)}).added, 1U);
    EXPECT_EQ(all(brown).size(), 1U);
    EXPECT_EQ(total().objects, 1U);
}

TEST_F(Catalogue, theRollUpAlwaysEqualsTheObjects)
{
    constexpr unsigned kSeed = 11;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    Dice dice(kSeed);
    const auto key = [&] {
        return "acme/" + std::to_string(dice(60));
    };
    for (int round = 0; round < 60; ++round) {
        if (dice(3) == 0) {
            std::map<std::string, CatalogueObject> listing;
            for (int i = 0; i < 30; ++i) {
                const std::string name = key();
                listing.insert_or_assign(name, object(name, dice(100), dice(9), dice(2) == 0 ? "acme" : "beta"));
            }
            std::vector<CatalogueObject> sorted;
            for (const auto &[name, one] : listing)
                sorted.push_back(one);
            merge(sorted);
        } else {
            storage::Catalogue::Changes changes;
            for (int i = 0; i < 5; ++i) {
                changes.puts.push_back({brown, object(key(), dice(100), dice(9))});
                changes.superseded.push_back({brown, objectKey(key())});
                changes.removed.push_back({brown, objectKey(key())});
            }
            ASSERT_TRUE(catalogue->apply(changes));
        }
        const std::int64_t threshold = dice(9);
        std::map<TenantId, storage::CatalogueTotal> expected;
        for (const CatalogueObject &one : all(brown)) {
            auto &sum =
                expected.try_emplace(one.tenant, storage::CatalogueTotal{one.tenant, brown, 0, {}, 0, {}, 0, {}})
                    .first->second;
            ++sum.objects;
            sum.size = sum.size + one.signature.size;
            if (one.superseded) {
                ++sum.superseded;
                sum.supersededSize = sum.supersededSize + one.signature.size;
            } else if (one.touchedNs < threshold * kDayNs) {
                ++sum.coldObjects;
                sum.coldSize = sum.coldSize + one.signature.size;
            }
        }
        const auto totals = known(catalogue->totals(std::nullopt, Instant(std::chrono::hours(24 * threshold))));
        ASSERT_EQ(totals.size(), expected.size());
        for (const auto &sum : totals) {
            const auto &other = expected.at(sum.tenant);
            EXPECT_EQ(sum.objects, other.objects);
            EXPECT_EQ(sum.size, other.size);
            EXPECT_EQ(sum.superseded, other.superseded);
            EXPECT_EQ(sum.supersededSize, other.supersededSize);
            EXPECT_EQ(sum.coldObjects, other.coldObjects);
            EXPECT_EQ(sum.coldSize, other.coldSize);
        }
    }
}

TEST_F(Catalogue, manyThreadsMayUseItAtOnce)
{
    const auto mergeThread = [&](const BackendId &where) {
        for (int round = 0; round < 5; ++round) {
            const auto session = known(catalogue->beginMerge(where));
            for (int i = 0; i < 300; ++i)
                ASSERT_TRUE(session->add(object("acme/" + std::to_string(1000 + i), i + round, 1)));
            ASSERT_TRUE(session->finish({}));
        }
    };
    std::jthread first([&] { mergeThread(brown); });
    std::jthread second([&] { mergeThread(backend("coal")); });
    std::jthread mover([&] {
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(catalogue->apply({{{backend("green"), object("acme/" + std::to_string(i), 1, 1)}}, {}, {}}));
    });
    for (int i = 0; i < 50; ++i)
        EXPECT_TRUE(catalogue->totals(std::nullopt, std::nullopt));
    first.join();
    second.join();
    mover.join();
    EXPECT_EQ(all(brown).size(), 300U);
    EXPECT_EQ(all(backend("green")).size(), 200U);
}

TEST_F(Catalogue, isPrivateAndKeepsADamagedFileAside)
{
    merge({object("acme/a", 1, 1)});
    struct stat status
    {};
    ASSERT_EQ(::stat(path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    catalogue.reset();
    std::ofstream(path(), std::ios::binary | std::ios::trunc) << "this is not a database, whatever its name says";
    reopen();
    EXPECT_EQ(catalogue->quarantined(), path() + ".damaged-1");
    EXPECT_EQ(contentOf(path() + ".damaged-1"), "this is not a database, whatever its name says");
    EXPECT_TRUE(all(brown).empty());
    EXPECT_EQ(merge({object("acme/a", 1, 1)}).added, 1U);
}

TEST_F(Catalogue, B1_oneOfAnEarlierVersionGetsChecksumsAndKeepsItsContent)
{
    const std::vector<CatalogueObject> objects{object("acme/a", 1, 1), object("acme/b", 2, 2), object("bolt/c", 3, 3)};
    merge(objects);
    catalogue.reset();
    withoutChecksums(path());
    ASSERT_EQ(contentOf(path())[20], '\0') << "no room for checksums";
    reopen();
    EXPECT_EQ(all(brown), objects);
    EXPECT_EQ(catalogue->quarantined(), "");
    catalogue.reset();
    const std::string checked = contentOf(path());
    ASSERT_EQ(checked.size() % 4096, 0U);
    for (std::size_t at = 0; at < checked.size(); at += 4096) {
        const std::span<const char, 4096> page(checked.data() + at, 4096);
        EXPECT_TRUE(adapters::sqlite::isSoundPage(page, static_cast<std::uint32_t>(at / 4096 + 1))) << at;
    }
    EXPECT_FALSE(fs::exists(path() + ".new"));
}

TEST_F(Catalogue, readOnlyChangesNothingOnDisk)
{
    merge({object("acme/a", 1, 1)});
    const auto reader = known(adapters::SqliteCatalogue::open(path(), store::OpenMode::ReadOnly));
    EXPECT_TRUE(known(reader->find(brown, objectKey("acme/a"))));
    EXPECT_EQ(reader->beginMerge(brown).error().code, ErrorCode::ReadOnly);
    EXPECT_EQ(reader->apply({{}, {}, {{brown, objectKey("acme/a")}}}).error().code, ErrorCode::ReadOnly);
    EXPECT_EQ(reader->forget(brown).error().code, ErrorCode::ReadOnly);

    const std::string missing = (directory.path() / "none.db").string();
    const auto empty = known(adapters::SqliteCatalogue::open(missing, store::OpenMode::ReadOnly));
    EXPECT_TRUE(known(empty->totals(std::nullopt, std::nullopt)).empty());
    EXPECT_FALSE(fs::exists(missing));
}

} // namespace
} // namespace greenward::tests
