#include "core/placement/backend_file.h"
#include "tests/core/placement/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::placement {
namespace {

std::string problem(std::string_view text)
{
    const auto read = readBackendFile(text);
    return read ? "none" : read.error().subject + ": " + read.error().detail;
}

TEST(BackendFile, P07_readsBackWhatItWrote)
{
    const std::vector<BackendSpec> specs{backendOf("a", "SE", 100), backendOf("b", "US", 40, "1.5", Medium::Ssd)};
    EXPECT_EQ(readBackendFile(backendFile(specs)).value(), specs);
    EXPECT_TRUE(readBackendFile(backendFile({}))->empty());
}

TEST(BackendFile, C29_C35_whatIsWrongIsNamedByEntryAndMember)
{
    const auto file = [](const std::string &backends) {
        return R"({"format":"greenward-backends","version":1,"backends":[)" + backends + "]}";
    };
    EXPECT_EQ(problem(file(R"({"id":"a","region":"SE"},{"id":"b","region":"SE","pue":"0.9"})")),
              "backends 2, pue: \"0.9\" is outside 1 to 10");
    EXPECT_EQ(problem(file(R"({"id":"a","region":"SE"},{"id":"a","region":"US"})")),
              "backends 2, id: \"a\" is there twice");
    EXPECT_EQ(problem(file(R"({"id":"a"})")), "backends 1, region: is missing");
    EXPECT_EQ(problem(file("7")), "backends 1, backend: 7 is not a JSON object");
    EXPECT_EQ(problem(R"({"format":"x","version":1,"backends":[]})"),
              "format: \"x\" is not \"greenward-backends\": this file holds no backends");
    EXPECT_EQ(problem(R"({"format":"greenward-backends","version":2,"backends":[]})"), "version: 2 is outside 1 to 1");
    EXPECT_EQ(problem("not json"), "file: line 1: \"no\" is not JSON (column 2)");
    EXPECT_EQ(problem(std::string(70, '[')), "file: line 1: nested deeper than 64 levels (column 65)");
    EXPECT_EQ(problem("{\"format\":\n1,\"format\":2}"), "format: line 2: is there twice");
}

} // namespace
} // namespace greenward::placement
