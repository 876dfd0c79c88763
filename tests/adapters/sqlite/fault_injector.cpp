// Loaded before the C library: fails a chosen call on the store's files, as a bad disk would.
//     FAULT_CALL=sync|write|truncate   which kind of call
//     FAULT_AT=k                       the k-th such call, counted from 1
//     FAULT_ERRNO=n                    what it says
//     FAULT_HOW=once|ever|short        only that one; that and all later ones; half of it is written, later ones fail
//     FAULT_MARK=FILE                  created when the fault is met
// A process without FAULT_CALL is left alone.

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>

#include <fcntl.h>
#include <unistd.h>

namespace {

enum class Kind { Sync, Write, Truncate };

std::atomic<long> calls = 0;
std::atomic<bool> armed = true;

const char *setting(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

bool isSelected(Kind kind)
{
    static const char *const wanted = setting("FAULT_CALL");
    switch (kind) {
    case Kind::Sync:
        return std::strcmp(wanted, "sync") == 0;
    case Kind::Write:
        return std::strcmp(wanted, "write") == 0;
    case Kind::Truncate:
        return std::strcmp(wanted, "truncate") == 0;
    }
    return false;
}

bool isOfStore(int descriptor)
{
    char link[64];
    char target[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = ::readlink(link, target, sizeof target - 1);
    if (length <= 0) return false;
    target[length] = '\0';
    return std::strstr(target, "/state.db") != nullptr;
}

enum class Verdict { Pass, Fail, Half };

Verdict judge(Kind kind, int descriptor)
{
    if (!isSelected(kind) || !armed || !isOfStore(descriptor)) return Verdict::Pass;
    static const long at = std::atol(setting("FAULT_AT"));
    static const char *const how = setting("FAULT_HOW");
    const long call = ++calls;
    if (call < at || (call > at && std::strcmp(how, "once") == 0)) return Verdict::Pass;
    if (call == at) {
        const int mark = ::open(setting("FAULT_MARK"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (mark >= 0) ::close(mark);
        if (std::strcmp(how, "short") == 0) return Verdict::Half;
    }
    errno = std::atoi(setting("FAULT_ERRNO"));
    return Verdict::Fail;
}

template<typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

void greenward_disarm_faults()
{
    armed = false;
}

int fdatasync(int descriptor)
{
    static auto *const real = next<int(int)>("fdatasync");
    return judge(Kind::Sync, descriptor) == Verdict::Pass ? real(descriptor) : -1;
}

int fsync(int descriptor)
{
    static auto *const real = next<int(int)>("fsync");
    return judge(Kind::Sync, descriptor) == Verdict::Pass ? real(descriptor) : -1;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    static auto *const real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    switch (judge(Kind::Write, descriptor)) {
    case Verdict::Pass:
        return real(descriptor, bytes, count, offset);
    case Verdict::Half:
        return real(descriptor, bytes, (count + 1) / 2, offset);
    case Verdict::Fail:
        break;
    }
    return -1;
}

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    static auto *const real = next<ssize_t(int, const void *, size_t)>("write");
    switch (judge(Kind::Write, descriptor)) {
    case Verdict::Pass:
        return real(descriptor, bytes, count);
    case Verdict::Half:
        return real(descriptor, bytes, (count + 1) / 2);
    case Verdict::Fail:
        break;
    }
    return -1;
}

int ftruncate64(int descriptor, off64_t length)
{
    static auto *const real = next<int(int, off64_t)>("ftruncate64");
    return judge(Kind::Truncate, descriptor) == Verdict::Pass ? real(descriptor, length) : -1;
}
}
