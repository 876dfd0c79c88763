#include "tests/adapters/localfs/tree.h"

#include "core/units/exclusions.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

// What is counted is what is freed, and what is nobody's data is not counted.

namespace greenward::tests {
namespace {

using storage::LeftAlone;
using testing::ElementsAre;
using testing::IsEmpty;

class Freed : public Tree
{
protected:
    /// A file of `size` bytes that holds data only in [at, at + bytes).
    void writeSparse(const std::string &key, std::int64_t size, std::int64_t at, std::size_t bytes) const
    {
        write(key, "");
        const int file = ::open((root() / key).c_str(), O_WRONLY | O_CLOEXEC);
        const std::string data(bytes, 'x');
        ASSERT_EQ(::ftruncate(file, size), 0);
        if (bytes > 0) {
            ASSERT_EQ(::pwrite(file, data.data(), data.size(), at), static_cast<ssize_t>(bytes));
        }
        ASSERT_EQ(::fsync(file), 0);
        ::close(file);
    }
    std::int64_t freed(const std::string &key) const
    {
        const Listing listing = list();
        for (const storage::ObjectInfo &one : listing.objects)
            if (one.key.text() == key) return one.signature.freed().bytes();
        return -1;
    }
};

TEST_F(Freed, A7_aSparseFileCountsWithWhatItTakes)
{
    constexpr std::int64_t kHuge = std::int64_t{8} << 30;
    writeSparse("acme/sparse", kHuge, kHuge / 2, 4096);
    writeSparse("acme/hole", 1 << 20, 0, 0);
    writeSparse("acme/full", 100'000, 0, 100'000);
    write("acme/tiny", "tiny");
    write("acme/empty", "");
    EXPECT_GE(freed("acme/sparse"), 4096);
    EXPECT_LE(freed("acme/sparse"), 65'536);
    EXPECT_EQ(freed("acme/hole"), 0);
    EXPECT_EQ(freed("acme/full"), 100'000) << "never more than the size, whatever the blocks";
    EXPECT_EQ(freed("acme/tiny"), 4);
    EXPECT_EQ(freed("acme/empty"), 0);
    for (const storage::ObjectInfo &one : list().objects)
        EXPECT_EQ(one.signature.freed(), known(driver->stat(one.key)).signature.freed()) << one.key.text();
}

TEST_F(Freed, A7_hardLinkedFilesAreLeftAloneUntilOneNameIsLeft)
{
    write("acme/one", "data");
    write("acme/alone", "data");
    fs::create_directory(root() / "other");
    fs::create_hard_link(root() / "acme/one", root() / "acme/two");
    fs::create_hard_link(root() / "acme/one", root() / "other/three");
    const Listing listing = list();
    EXPECT_THAT(listing.keys(), ElementsAre("acme/alone"));
    EXPECT_EQ(listing.left.size(), 3U);
    EXPECT_EQ(listing.left.at("other/three"), LeftAlone::HardLinked);
    fs::remove(root() / "acme/two");
    fs::remove(root() / "other/three");
    EXPECT_THAT(list().keys(), ElementsAre("acme/alone", "acme/one"));
}

TEST_F(Freed, A7_aNameOutsideTheBackendCountsAsWell)
{
    const TemporaryDirectory outside;
    write("acme/one", "data");
    fs::create_hard_link(root() / "acme/one", outside.path() / "backup");
    EXPECT_THAT(list().keys(), IsEmpty());
}

TEST_F(Freed, A7_whatIsExcludedIsNotEnteredAtAnyDepth)
{
    class Choosy final : public storage::ListSink
    {
    public:
        Result<void> object(const storage::ObjectInfo &info) override { return inner.object(info); }
        void leftAlone(std::string_view path, LeftAlone reason) override { inner.leftAlone(path, reason); }
        void unreadable(std::string_view path, const Error &why) override { inner.unreadable(path, why); }
        bool excludes(std::string_view name) const override { return m_matcher.matches(name); }
        Listing inner;

    private:
        ExclusionMatcher m_matcher{Exclusions()};
    };
    write("acme/data", "x");
    write(".snapshot/hourly.0/acme/data", "x");
    write("acme/deep/.snapshot/hourly.0/data", "x");
    write("acme/.nfs0001", "x");
    write("lost+found/#123", "x");
    write("acme/snapshot/data", "x");
    Choosy sink;
    ASSERT_TRUE(driver->list(sink, {}));
    EXPECT_THAT(sink.inner.keys(), ElementsAre("acme/data", "acme/snapshot/data"));
    EXPECT_EQ(sink.inner.left, (std::map<std::string, LeftAlone>{{".snapshot", LeftAlone::Excluded},
                                                                 {"acme/.nfs0001", LeftAlone::Excluded},
                                                                 {"acme/deep/.snapshot", LeftAlone::Excluded},
                                                                 {"lost+found", LeftAlone::Excluded}}));
}

} // namespace
} // namespace greenward::tests
