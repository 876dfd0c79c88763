#include "core/base/json_places.h"

#include "core/base/json_reader.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

std::string problemOf(std::string_view text)
{
    const auto json = parseJsonFile(text, "file", {.bytes = 1000});
    if (json) return "";
    EXPECT_EQ(json.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(json.error().subject, "file");
    return json.error().detail;
}

TEST(JsonFile, errorsTellTheLine)
{
    EXPECT_EQ(problemOf("{\"a\":\n[1, 2]}"), "");
    EXPECT_EQ(problemOf(""), "line 1: the text ends in the middle");
    EXPECT_EQ(problemOf("{\n\"a\": [1,\n2"), "line 3: the text ends in the middle");
    EXPECT_NE(problemOf("{\n\"a\": one}").find("line 2: "), std::string::npos);
    EXPECT_NE(problemOf("{\"a\": NaN}").find("is not JSON"), std::string::npos);
    EXPECT_NE(problemOf("{\"a\": 1e400}").find("is not JSON"), std::string::npos);
    EXPECT_NE(problemOf(std::string(1001, ' ')).find("longer"), std::string::npos);
}

TEST(JsonFile, everyCutIsRefusedWithItsPosition)
{
    const std::string whole = "{\n  \"budgets\": [\n    {\"tenant\": \"a\\\"b\", \"limit\": \"5 g\"}\n  ]\n}";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const std::string problem = problemOf(whole.substr(0, length));
        EXPECT_TRUE(problem.starts_with("line ")) << length << ": " << problem;
    }
    EXPECT_EQ(problemOf(whole), "");
}

TEST(Places, ofObjectsInOneList)
{
    const auto places = placesOfObjects("{\"other\": [{\"x\": 1}],\n"
                                        "\"budgets\":\n[ {\"tenant\": \"{[\\\"\",\n  \"limit\": \"5\"},\n"
                                        "{\"in\": {\"tenant\": 1}, \"tenant\":\n \"b\", \"tenant\": \"c\"}]}",
                                        "budgets");
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].line, 3U);
    EXPECT_EQ(places[0].lineOf("limit"), 4U);
    EXPECT_EQ(places[0].lineOf("period"), 3U) << "what is missing stands where its object begins";
    EXPECT_FALSE(places[0].repeated().has_value());
    ASSERT_EQ(places[1].members.size(), 3U) << "members of inner objects are not its own";
    EXPECT_EQ(places[1].repeated()->name, "tenant");
    EXPECT_EQ(places[1].repeated()->line, 6U);
}

} // namespace
} // namespace greenward
