#include "tests/adapters/localfs/rights.h"
#include "tests/support/child.h"

#include <fcntl.h>
#include <sys/mount.h>

namespace greenward::tests {
namespace {

using storage::ObjectTraits;

bool isRoot()
{
    return ::geteuid() == 0;
}

/// Traits of a file of ours as they would be of somebody else's.
ObjectTraits strangers(std::uint32_t mode)
{
    ObjectTraits traits;
    traits.mode = mode;
    traits.uid = ::geteuid() + 1;
    traits.gid = ::getegid();
    return traits;
}

Result<void> stageAs(storage::Driver &driver, const ObjectTraits &traits)
{
    CORE_TRY(const auto writer, driver.stage("local-1-1"));
    CORE_CHECK(writer->write(std::as_bytes(std::span("text", 4))));
    return writer->finish(traits);
}

TEST_F(Copies, A6_everyModeIsKeptToTheBit)
{
    for (const mode_t mode : {0600U, 0400U, 0640U, 0755U, 04755U, 02755U, 06711U, 01644U, 07777U, 0U, 0070U}) {
        if (!isRoot() && (mode & 0400U) == 0) continue; // such a source cannot be read
        write("acme/a", "text");
        ASSERT_EQ(::chmod((root() / "acme/a").c_str(), mode), 0);
        ASSERT_TRUE(copy("acme/a", "acme/b")) << mode;
        EXPECT_EQ(statOf(root() / "acme/b").st_mode & 07777U, mode);
        fs::remove(root() / "acme/a");
        fs::remove(root() / "acme/b");
    }
}

TEST_F(Copies, A6_ownerAndGroupAreKeptAndOnlyThenSetIdBits)
{
    write("acme/a", "text");
    if (isRoot()) {
        ASSERT_EQ(::chown((root() / "acme/a").c_str(), 1000, 1001), 0);
    }
    ASSERT_EQ(::chmod((root() / "acme/a").c_str(), 06755), 0);
    ASSERT_TRUE(copy("acme/a", "acme/b"));
    const struct stat source = statOf(root() / "acme/a");
    const struct stat target = statOf(root() / "acme/b");
    EXPECT_EQ(target.st_uid, source.st_uid);
    EXPECT_EQ(target.st_gid, source.st_gid);
    EXPECT_EQ(target.st_mode, source.st_mode);
}

TEST_F(Copies, A6_anOrdinaryUserNeverMakesAStrangersProgramItsOwn)
{
    fs::permissions(root(), fs::perms(0777));
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        const auto mine = known(adapters::LocalDirectory::open(root().string()));
        for (const std::uint32_t mode : {04755U, 02755U, 0755U, 0600U}) {
            const auto staged = stageAs(*mine, strangers(mode));
            if (staged) return "taken over with mode " + std::to_string(mode);
            if (staged.error().code != ErrorCode::Unsupported) return "another error: " + staged.error().detail;
            if (staged.error().detail.find("owner " + std::to_string(::geteuid() + 1)) == std::string::npos)
                return "the owner is not named: " + staged.error().detail;
            if ((statOf(root() / ".greenward-staging/local-1-1").st_mode & 07777U) != 0600) return "no longer private";
        }
        ObjectTraits group = strangers(0640);
        group.uid = ::geteuid();
        group.gid = ::getegid() - 1;
        const auto staged = stageAs(*mine, group);
        return !staged && staged.error().detail.find("group ") != std::string::npos ? "" : "the group went";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Copies, A6_capabilitiesAreKeptOrRefused)
{
    // cap_net_bind_service=ep, of a file that is not even executable.
    const std::string capability("\1\0\0\2\0\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20);
    write("acme/a", "text");
    if (isRoot()) {
        ASSERT_TRUE(setAttribute(root() / "acme/a", kCapable, capability));
        ASSERT_EQ(::chown((root() / "acme/a").c_str(), 1000, 1000), 0); // clears it
        ASSERT_TRUE(setAttribute(root() / "acme/a", kCapable, capability));
        ASSERT_TRUE(copy("acme/a", "acme/b"));
        EXPECT_EQ(attribute(root() / "acme/b", kCapable), capability);
        EXPECT_EQ(difference("acme/a", "acme/b"), "");
    }
    fs::permissions(root(), fs::perms(0777));
    fs::remove_all(root() / ".greenward-staging");
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        ObjectTraits traits;
        traits.attributes.emplace_back(kCapable, capability);
        const auto staged = stageAs(*known(adapters::LocalDirectory::open(root().string())), traits);
        if (staged) return "lost silently";
        const bool named = staged.error().detail.find("capabilities") != std::string::npos;
        return staged.error().code == ErrorCode::Unsupported && named ? "" : staged.error().detail;
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Copies, A6_accessListsAreKept)
{
    write("acme/a", "text");
    for (const std::uint16_t mask : std::initializer_list<std::uint16_t>{0, 4, 6, 7}) {
        ASSERT_TRUE(setAttribute(root() / "acme/a", kAccess, namedList(mask)));
        ASSERT_TRUE(copy("acme/a", "acme/b"));
        EXPECT_EQ(attribute(root() / "acme/b", kAccess), namedList(mask));
        EXPECT_EQ(difference("acme/a", "acme/b"), "");
        fs::remove(root() / "acme/b");
    }
}

TEST_F(Copies, A6_whatADirectoryOfTheTargetBequeathsIsTakenAway)
{
    write("acme/a", "text");
    write("acme/listed", "text");
    fs::permissions(root() / "acme/a", fs::perms(0640)); // the group bits would become the mask of what is inherited
    ASSERT_TRUE(setAttribute(root() / "acme/listed", kAccess, namedList(4)));
    fs::create_directory(root() / "open");
    ASSERT_TRUE(setAttribute(root(), kDefault, namedList(7)));
    ASSERT_TRUE(setAttribute(root() / "open", kDefault, namedList(7)));
    for (const std::string name : {"a", "listed"}) {
        ASSERT_TRUE(copy("acme/" + name, "open/" + name));
        EXPECT_EQ(difference("acme/" + name, "open/" + name), "");
    }
    EXPECT_EQ(attribute(root() / "open/a", kAccess), "none");
    // A staging directory that was there before and bequeaths as well.
    ASSERT_TRUE(setAttribute(root() / ".greenward-staging", kDefault, namedList(7)));
    ASSERT_TRUE(copy("acme/a", "open/b"));
    EXPECT_EQ(attribute(root() / "open/b", kAccess), "none");
}

TEST_F(Copies, A6_nobodyMayMoreWhileItIsStagedThanInTheEnd)
{
    ASSERT_TRUE(setAttribute(root(), kDefault, namedList(7)));
    const auto writer = known(driver->stage("local-1-1"));
    const fs::path staged = root() / ".greenward-staging/local-1-1";
    const auto isPrivate = [&] {
        return (statOf(staged).st_mode & 07777U) == 0600 &&
               (statOf(root() / ".greenward-staging").st_mode & 07777U) == 0700;
    };
    EXPECT_TRUE(isPrivate()); // group bits of nothing: neither does the mask let anybody in
    ObjectTraits traits;
    traits.mode = 0644;
    ASSERT_TRUE(writer->prepare(traits));
    EXPECT_TRUE(isPrivate());
    ASSERT_TRUE(writer->write(std::as_bytes(std::span("text", 4))));
    EXPECT_TRUE(isPrivate());
    ASSERT_TRUE(writer->finish(traits));
    EXPECT_EQ(statOf(staged).st_mode & 07777U, 0644U);
    EXPECT_EQ(attribute(staged, kAccess), "none");
}

TEST_F(Copies, A6_timesAreExactFarBackAndFarAhead)
{
    write("acme/a", "text");
    const std::vector<timespec> times{
        {1'400'000'000, 987'654'321}, {-1'000'000'000, 1},         {-1, 999'999'999}, {0, 0},
        {4'300'000'000, 5},           {9'999'999'999, 999'999'999}};
    for (const timespec &time : times) {
        setTimes(root() / "acme/a", {1'500'000'000, 123'456'789}, time);
        const struct stat source = statOf(root() / "acme/a"); // as far as this file system goes
        ASSERT_TRUE(copy("acme/a", "acme/b")) << time.tv_sec;
        const struct stat target = statOf(root() / "acme/b");
        EXPECT_EQ(target.st_mtim.tv_sec, source.st_mtim.tv_sec);
        EXPECT_EQ(target.st_mtim.tv_nsec, source.st_mtim.tv_nsec);
        EXPECT_EQ(target.st_atim.tv_sec, 1'500'000'000);
        EXPECT_EQ(target.st_atim.tv_nsec, 123'456'789);
        fs::remove(root() / "acme/b");
    }
}

TEST_F(Copies, A6_attributesOfAnySizeAreKeptOrNamed)
{
    write("acme/a", "text");
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{3000}, std::size_t{65'536}}) {
        ObjectTraits traits;
        traits.attributes.emplace_back("user.note", std::string(size, 'x'));
        const auto staged = stageAs(*driver, traits);
        if (staged) {
            EXPECT_EQ(attribute(root() / ".greenward-staging/local-1-1", "user.note").size(), size);
            continue;
        }
        EXPECT_EQ(size, 65'536U); // more than ext4 has room for: not to be taken for a full disk
        EXPECT_EQ(staged.error().code, ErrorCode::Unsupported) << staged.error().detail;
        EXPECT_NE(staged.error().detail.find("user.note"), std::string::npos) << staged.error().detail;
    }
}

TEST_F(Copies, A6_aTargetThatKeepsNoAttributesIsRefused)
{
    const auto problem = inChild([&]() -> std::string {
        if (!mountPrivately(root().string(), 1 << 20, false)) return {}; // where nothing may be mounted
        if (::mount("none", root().c_str(), "ramfs", 0, "mode=0777") != 0) return "no ramfs";
        const auto target = known(adapters::LocalDirectory::open(root().string()));
        ObjectTraits plain;
        if (!stageAs(*target, plain)) return "a plain file is refused";
        for (const auto &[name, value] :
             {std::pair(std::string("user.note"), std::string("x")), std::pair(std::string(kAccess), namedList(4))}) {
            ObjectTraits traits;
            traits.mode = 0640;
            traits.attributes.emplace_back(name, value);
            const auto staged = stageAs(*target, traits);
            if (staged) return name + " lost silently";
            if (staged.error().code != ErrorCode::Unsupported) return staged.error().detail;
        }
        return {};
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Copies, A6_aLargeObjectIsRefusedBeforeItIsCopied)
{
    write("acme/a", "");
    fs::resize_file(root() / "acme/a", 64 << 20);
    fs::permissions(root(), fs::perms(0777));
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        const auto mine = known(adapters::LocalDirectory::open(root().string()));
        const auto writer = known(mine->stage("local-1-1"));
        if (writer->prepare(strangers(0600))) return "not found out";
        return statOf(root() / ".greenward-staging/local-1-1").st_size == 0 ? "" : "written to";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Copies, A6_aStagingDirectoryOfAStrangerIsNotUsed)
{
    fs::create_directory(root() / ".greenward-staging");
    fs::permissions(root() / ".greenward-staging", fs::perms(0777));
    write(".greenward-staging/kept", "x");
    ASSERT_TRUE(driver->stage("local-1-1")); // our own: made private
    EXPECT_EQ(statOf(root() / ".greenward-staging").st_mode & 07777U, 0700U);
    if (!isRoot()) return;
    ASSERT_EQ(::chown((root() / ".greenward-staging").c_str(), 1000, 1000), 0);
    const auto staged = driver->stage("local-1-2");
    ASSERT_FALSE(staged);
    EXPECT_EQ(staged.error().code, ErrorCode::NoPermission);
    EXPECT_NE(staged.error().detail.find("uid 1000"), std::string::npos) << staged.error().detail;
}

// ---- holes

class Holes : public Copies
{
protected:
    void makeSparse(const std::string &key, std::int64_t size, const std::vector<std::int64_t> &data) const
    {
        write(key, "");
        const adapters::Fd file(::open((root() / key).c_str(), O_WRONLY));
        const std::string block(4096, 'd');
        for (const std::int64_t at : data)
            ASSERT_EQ(::pwrite(file.number(), block.data(), block.size(), at), 4096);
        ASSERT_EQ(::ftruncate(file.number(), size), 0);
    }
    /// Same bytes, same size, no more space taken.
    void expectSame(const std::string &from, const std::string &to) const
    {
        const struct stat source = statOf(root() / from);
        const struct stat target = statOf(root() / to);
        EXPECT_EQ(target.st_size, source.st_size);
        EXPECT_LE(target.st_blocks, source.st_blocks);
        EXPECT_EQ(digest(from), digest(to));
    }
    std::string digest(const std::string &key) const
    {
        const auto reader = known(driver->open(objectKey(key)));
        const auto hasher = adapters::OpenSslHasherFactory().sha256();
        std::vector<std::byte> buffer(storage::kCopyBlock);
        return hexText(known(storage::hashRest(*reader, *hasher, buffer, {})));
    }
    /// As a reader that knows nothing of holes sees it.
    std::string plainDigest(const std::string &key) const
    {
        const auto hasher = adapters::OpenSslHasherFactory().sha256();
        const std::string text = contentOf(root() / key);
        hasher->update(std::as_bytes(std::span(text)));
        return hexText(hasher->finish());
    }
};

TEST_F(Holes, A6_stayHolesWhereverTheyAre)
{
    constexpr std::int64_t kPart = 1 << 19; // half of what is copied at once
    const std::vector<std::pair<std::int64_t, std::vector<std::int64_t>>> files{
        {4 * kPart, {}},                      // nothing else
        {100, {}},                            // less than a block
        {4 * kPart, {0}},                     // at the end
        {4 * kPart, {4 * kPart - 4096}},      // at the start
        {4 * kPart + 1, {kPart, 3 * kPart}},  // three of them, and a size that is no multiple
        {3 * kPart, {0, 8192, 16384, 24576}}, // many small ones inside one block of copying
        {8192, {0, 4096}},                    // none
    };
    for (std::size_t i = 0; i < files.size(); ++i) {
        SCOPED_TRACE(i);
        const std::string from = "acme/a" + std::to_string(i);
        const std::string to = "acme/b" + std::to_string(i);
        makeSparse(from, files[i].first, files[i].second);
        ASSERT_TRUE(copy(from, to));
        expectSame(from, to);
        EXPECT_EQ(digest(from), plainDigest(from));
    }
}

TEST_F(Holes, A6_aQuarterOfAGigabyteOfNothingTakesNoSpace)
{
    makeSparse("acme/a", 256 << 20, {128 << 20});
    ASSERT_TRUE(copy("acme/a", "acme/b"));
    EXPECT_EQ(statOf(root() / "acme/b").st_size, 256 << 20);
    EXPECT_LE(statOf(root() / "acme/b").st_blocks * 512, 64 * 1024);
}

TEST_F(Holes, A6_aFileThatGrowsIsNoticedInItsHoleToo)
{
    makeSparse("acme/a", 1 << 20, {});
    const auto reader = known(driver->open(objectKey("acme/a")));
    fs::resize_file(root() / "acme/a", std::int64_t{1} << 40);
    const auto writer = known(driver->stage("local-1-1"));
    const auto hasher = adapters::OpenSslHasherFactory().sha256();
    std::vector<std::byte> buffer(storage::kCopyBlock);
    const auto copied =
        storage::copyContent(*reader, *writer, *hasher, DataSize::fromBytes(1 << 20), buffer, {}, [](auto) {});
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().error.code, ErrorCode::SourceChanged);
}

} // namespace
} // namespace greenward::tests
