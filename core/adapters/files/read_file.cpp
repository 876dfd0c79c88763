#include "core/adapters/files/read_file.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters {
namespace {

struct Descriptor
{
    int value = -1;
    explicit Descriptor(int descriptor)
        : value(descriptor)
    {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (value >= 0) ::close(value);
    }
};

Unexpected<Error> tooLarge(const std::filesystem::path &path, std::size_t maxBytes)
{
    return fail(ErrorCode::InvalidInput, path.string(), "is larger than " + std::to_string(maxBytes) + " bytes");
}

} // namespace

Result<std::string> readWholeFile(const std::filesystem::path &path, std::size_t maxBytes)
{
    // O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.value < 0) return Unexpected{systemError(errno, path.string(), "cannot open")};
    struct stat status = {};
    if (::fstat(file.value, &status) != 0) return Unexpected{systemError(errno, path.string(), "cannot inspect")};
    if (!S_ISREG(status.st_mode)) return fail(ErrorCode::Unsupported, path.string(), "is not a regular file");
    if (static_cast<std::uintmax_t>(status.st_size) > maxBytes) return tooLarge(path, maxBytes);
    std::string content;
    constexpr std::size_t kStep = 65'536;
    // Read to the end rather than to st_size: the file may grow meanwhile, and files of /proc say 0.
    for (std::size_t filled = 0;;) {
        content.resize(filled + kStep);
        const ssize_t got = ::read(file.value, content.data() + filled, kStep);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return Unexpected{systemError(errno, path.string(), "cannot read")};
        filled += static_cast<std::size_t>(got);
        content.resize(filled);
        if (filled > maxBytes) return tooLarge(path, maxBytes);
        if (got == 0) return content;
    }
}

} // namespace greenward::adapters
