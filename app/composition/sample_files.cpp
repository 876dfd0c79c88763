#include "app/composition/sample_files.h"

#include "core/adapters/files/atomic_file.h"

#include <cerrno>
#include <random>

#include <fcntl.h>
#include <sys/stat.h>

namespace greenward::app {

namespace fs = std::filesystem;

const std::vector<std::string> kSampleTenants{
    "acme-media",     "borealis-labs", "citymaps",    "delta-archive", "estuary-films",
    "fjord-genomics", "gallery-nord",  "harbour-iot", "indigo-press",  "juniper-health",
};

namespace {

constexpr std::size_t kFilesPerTenant = 80;

struct Kind
{
    const char *directory;
    const char *stem;
    const char *extension;
    std::uint64_t least; ///< bytes
    std::uint64_t most;
};
constexpr Kind kKinds[] = {
    {"projects", "cut", ".mov", 400'000, 1'400'000},  {"scans", "plate", ".tiff", 150'000, 700'000},
    {"exports", "dump", ".parquet", 80'000, 500'000}, {"mail", "box", ".mbox", 20'000, 200'000},
    {"backups", "weekly", ".tar", 300'000, 900'000},
};

/// Whole numbers in [least, most] from the generator's bits alone, so that every standard library gives the same.
std::uint64_t between(std::mt19937_64 &random, std::uint64_t least, std::uint64_t most)
{
    return least + random() % (most - least + 1);
}

/// Most data lies on the dirty backend and is old, as it is wont to.
std::string backendOf(std::mt19937_64 &random)
{
    const std::uint64_t roll = between(random, 1, 100);
    if (roll <= 55) return "brown-hdd";
    return roll <= 85 ? "mixed-ssd" : "green-hdd";
}

std::chrono::hours idleOf(std::mt19937_64 &random)
{
    const std::uint64_t roll = between(random, 1, 100);
    std::uint64_t days = between(random, 1, 25);
    if (roll > 35) days = between(random, 40, 400);
    if (roll > 80) days = between(random, 400, 2200);
    return std::chrono::hours{24} * static_cast<int>(days);
}

Error failedOn(const fs::path &path, const std::error_code &code, std::string_view doing)
{
    return systemError(code.value(), path.string(), doing);
}

timespec specOf(Instant at)
{
    const auto since = at.time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
    return {static_cast<time_t>(seconds.count()), static_cast<long>(std::chrono::nanoseconds(since - seconds).count())};
}

Result<void> plantOne(const fs::path &root, const fs::path &seedFile, const SampleFile &file, Instant now)
{
    const fs::path path = root / file.backend / file.tenant / file.name;
    std::error_code code;
    fs::create_directories(path.parent_path(), code);
    if (code) return Unexpected{failedOn(path.parent_path(), code, "making the directory")};
    fs::copy_file(seedFile, path, fs::copy_options::overwrite_existing, code);
    if (code) return Unexpected{failedOn(path, code, "making the file")};
    fs::resize_file(path, file.bytes, code);
    if (code) return Unexpected{failedOn(path, code, "setting the size")};
    const timespec touched = specOf(now - file.idle);
    const timespec times[2] = {touched, touched};
    if (utimensat(AT_FDCWD, path.c_str(), times, 0) != 0)
        return Unexpected{systemError(errno, path.string(), "setting the times")};
    return {};
}

} // namespace

std::vector<SampleFile> sampleFiles(unsigned seed)
{
    std::mt19937_64 random(seed);
    std::vector<SampleFile> files;
    for (const std::string &tenant : kSampleTenants) {
        for (std::size_t at = 0; at < kFilesPerTenant; ++at) {
            const Kind &kind = kKinds[between(random, 0, std::size(kKinds) - 1)];
            SampleFile file;
            file.tenant = tenant;
            file.backend = backendOf(random);
            file.idle = idleOf(random);
            file.bytes = between(random, kind.least, kind.most);
            file.name =
                std::string(kind.directory) + "/" + kind.stem + "-" + std::to_string(1000 + at) + kind.extension;
            files.push_back(std::move(file));
        }
    }
    return files;
}

Result<void> plantSampleFiles(const fs::path &root, const std::vector<SampleFile> &files, Instant now,
                              const std::stop_token &stop, const ProgressSink &progress)
{
    // Copied and then stretched: only the first bytes of each file take room.
    const fs::path seedFile = root / "seed";
    CORE_CHECK(adapters::writeFileAtomically(seedFile, std::string_view("Greenward sample file\n")));
    std::uint64_t done = 0;
    for (const SampleFile &file : files) {
        if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "sample estate", "stopped on request");
        CORE_CHECK(plantOne(root, seedFile, file, now));
        if (++done % 50 == 0) progress({.done = done, .total = files.size()});
    }
    std::error_code ignored;
    fs::remove(seedFile, ignored);
    return {};
}

} // namespace greenward::app
