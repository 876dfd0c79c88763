#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace greenward::tests {

/// What a finished program left behind.
struct Finished
{
    int exitCode = -1; ///< 128 + n when killed by signal n
    std::string out;
    std::string err;
};

/// Runs a program with exactly these arguments (no shell) and waits. Standard input is empty.
Finished runProgram(const std::vector<std::string> &command);

/// Starts the program without waiting for it; its output goes nowhere.
pid_t startProgram(const std::vector<std::string> &command);

/// Waits for the child to end, at most `patience`; true if it did. It is still to be reaped.
bool endsWithin(pid_t child, std::chrono::microseconds patience);

/// A directory that is gone, with all in it, when this object is.
class TemporaryDirectory final
{
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory &) = delete;
    TemporaryDirectory &operator=(const TemporaryDirectory &) = delete;
    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Writes a file of `size` bytes made from `seed`, makes its directories, and dates its last use and change back by
/// `ageDays`. Answers the content; reading the file would make it look used today.
std::string plantFile(const std::filesystem::path &path, std::size_t size, unsigned seed, int ageDays);
std::string contentOf(const std::filesystem::path &path);

} // namespace greenward::tests
