#include "core/adapters/files/plain_files.h"

#include "core/adapters/files/atomic_file.h"
#include "core/adapters/files/output_file.h"
#include "core/adapters/files/read_file.h"

#include <cerrno>

#include <fcntl.h>
#include <stdio.h>

namespace greenward::adapters {
namespace {

constexpr std::size_t kMostBytes = 67'108'864;
/// What is there is the mirror's to judge: it keeps aside what is not its own.
OutputRules rulesFor(const std::filesystem::path &dataDirectory)
{
    return {.dataDirectory = dataDirectory, .replace = Replace::Files, .isOurs = {}, .mode = 0600};
}

/// Many more kept files than anybody leaves lying about.
constexpr int kMostKept = 10'000;

} // namespace

PlainFiles::PlainFiles(std::filesystem::path dataDirectory, const std::string &own)
    : m_dataDirectory(std::move(dataDirectory))
    , m_own((m_dataDirectory / own).string())
{}

Result<void> PlainFiles::check(const std::string &path) const
{
    if (path == m_own) return {};
    const auto checked = checkOutput(path, rulesFor(m_dataDirectory));
    if (checked) return {};
    return fail(checked.error().code, "file", checked.error().detail);
}

Result<std::string> PlainFiles::read(const std::string &path) const
{
    return readWholeFile(path, kMostBytes);
}

Result<void> PlainFiles::write(const std::string &path, std::string_view text)
{
    if (path == m_own) return writeFileAtomically(path, text);
    return writeOutput(path, text, rulesFor(m_dataDirectory));
}

Result<std::string> PlainFiles::setAside(const std::string &path, std::string_view why)
{
    CORE_CHECK(check(path));
    for (int number = 1; number <= kMostKept; ++number) {
        std::string name = path + "." + std::string(why) + "-" + std::to_string(number);
        // The system call that never replaces: what was kept before stays.
        if (::renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0) {
            CORE_CHECK(syncDirectory(std::filesystem::path(path).parent_path()));
            return name;
        }
        if (errno != EEXIST) return Unexpected{systemError(errno, path, "cannot keep it as " + name)};
    }
    return fail(ErrorCode::AlreadyExists, path, "too many kept copies of it lie beside it");
}

} // namespace greenward::adapters
