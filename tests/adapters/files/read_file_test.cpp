#include "core/adapters/files/read_file.h"

#include "core/adapters/files/atomic_file.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace greenward::tests {
namespace {

using adapters::readWholeFile;
using adapters::writeFileAtomically;

TEST(ReadWholeFile, readsUpToTheLimitAndNotBeyond)
{
    const TemporaryDirectory directory;
    const auto file = directory.path() / "f";
    for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 200'000U}) {
        const std::string content(size, 'z');
        ASSERT_TRUE(writeFileAtomically(file, content));
        const auto read = readWholeFile(file, size);
        ASSERT_TRUE(read) << size;
        EXPECT_EQ(*read, content);
        if (size > 0) {
            EXPECT_EQ(readWholeFile(file, size - 1).error().code, ErrorCode::InvalidInput);
        }
    }
}

TEST(ReadWholeFile, readsFilesThatDoNotKnowTheirSize)
{
    const auto status = readWholeFile("/proc/self/status", 100'000);
    ASSERT_TRUE(status);
    EXPECT_NE(status->find("Pid:"), std::string::npos);
    EXPECT_EQ(readWholeFile("/proc/self/status", 10).error().code, ErrorCode::InvalidInput);
}

TEST(ReadWholeFile, refusesWhatIsNoRegularFile)
{
    const TemporaryDirectory directory;
    EXPECT_EQ(readWholeFile(directory.path(), 10).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(readWholeFile("/dev/zero", 10).error().code, ErrorCode::Unsupported);
    const auto pipe = directory.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(readWholeFile(pipe, 10).error().code, ErrorCode::Unsupported) << "and does not wait for a writer";
    EXPECT_EQ(readWholeFile(directory.path() / "gone", 10).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace greenward::tests
