#include "core/base/json_reader.h"

#include <gtest/gtest.h>

#include <ctime>

namespace greenward {
namespace {

/// "line:column what", or "" for good JSON.
std::string problemOf(std::string_view text, const JsonLimits &limits = {})
{
    const auto json = readJson(text, limits);
    if (json) return "";
    return std::to_string(json.error().line) + ":" + std::to_string(json.error().column) + " " + json.error().what;
}

std::string nested(std::size_t depth, const std::string &open, const std::string &inside, const std::string &close)
{
    std::string text;
    for (std::size_t i = 0; i < depth; ++i)
        text += open;
    text += inside;
    for (std::size_t i = 0; i < depth; ++i)
        text += close;
    return text;
}

/// A million members of one object.
std::string manyMembers(std::size_t count)
{
    std::string text = "{";
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "\"m" : ",\"m") + std::to_string(i) + "\":0";
    return text + "}";
}

TEST(JsonReader, keepsOrderNumbersAndTexts)
{
    const std::string text = R"({"z":[1,-2,2.5,"x\u00e9\n",null,true,{}],"a":{"b":18446744073709551615}})";
    const auto json = readJson(text, {});
    ASSERT_TRUE(json);
    EXPECT_EQ(json->dump(), "{\"z\":[1,-2,2.5,\"xé\\n\",null,true,{}],\"a\":{\"b\":18446744073709551615}}");
    EXPECT_EQ(problemOf("\xEF\xBB\xBF[1]"), "") << "a mark that editors put before a text";
    EXPECT_EQ(problemOf(" \r\n\t7 "), "");
}

TEST(JsonReader, B4_nestingEndsAtTheLimitWhateverTheSize)
{
    EXPECT_EQ(problemOf(nested(64, "[", "", "]")), "");
    EXPECT_EQ(problemOf(nested(65, "[", "", "]")), "1:65 nested deeper than 64 levels");
    EXPECT_EQ(problemOf(nested(64, "{\"a\":", "1", "}")), "");
    EXPECT_EQ(problemOf(nested(65, "{\"a\":", "1", "}")), "1:321 nested deeper than 64 levels");
    EXPECT_EQ(problemOf("{\n\"a\":\n [[ 1 ]]}", {.depth = 2}), "3:3 nested deeper than 2 levels");
    // What killed four imports, the grid, and its neighbours: never closed, closed, mixed.
    for (const std::string &deep : {std::string(8'000'000, '['), nested(60'000, "[", "", "]"),
                                    nested(200'000, "{\"a\":[", "", "]}"), nested(1'000'000, "[ \n", "1", "]")})
        EXPECT_NE(problemOf(deep).find("nested deeper than 64 levels"), std::string::npos);
    EXPECT_EQ(problemOf("[" + nested(63, "[", "", "]") + "," + nested(63, "[", "", "]") + "]"), "")
        << "depth counts, not brackets";
}

TEST(JsonReader, B4_sizeAndNumberOfValuesAreBounded)
{
    EXPECT_EQ(problemOf("[1, 2, 3]", {.bytes = 8}), "1:0 is longer than 8 bytes");
    EXPECT_EQ(problemOf("[1, 2, 3]", {.values = 4}), "");
    EXPECT_EQ(problemOf("[1, 2,\n 3]", {.values = 3}), "2:3 more than 3 values");
    std::string many = "[";
    for (int i = 0; i < 2'000'000; ++i)
        many += "[],";
    EXPECT_NE(problemOf(many + "0]").find("more than 1000000 values"), std::string::npos);
    EXPECT_EQ(problemOf("\"" + std::string(10'000'000, 'x') + "\""), "") << "a long text is no danger";
}

TEST(JsonReader, B4_aMemberThatIsThereTwiceIsNamed)
{
    EXPECT_EQ(problemOf("{\"a\":1,\n\"a\":2}"), "2:3 member \"a\" is there twice");
    EXPECT_EQ(problemOf("{\"a\":1,\"\\u0061\":2}"), "1:15 member \"a\" is there twice") << "escaped or not";
    EXPECT_EQ(problemOf("[{\"a\":{\"b\":1,\"b\":1}}]"), "1:16 member \"b\" is there twice") << "further in";
    EXPECT_EQ(problemOf("[{\"a\":1},{\"a\":1}]"), "") << "in two objects";
    EXPECT_EQ(problemOf("{\"a\":1,\"A\":1,\"\":1}"), "") << "case counts, and an empty name is one";
    EXPECT_EQ(problemOf("{\"\":1,\"\":1}"), "1:8 member \"\" is there twice");
    std::string many = manyMembers(1'000);
    many.pop_back();
    EXPECT_EQ(problemOf(many + ",\n\"m998\":1,\"m7\":1}"), "2:6 member \"m998\" is there twice") << "the first of them";
}

TEST(JsonReader, B4_manyMembersTakeNoSquareOfTheirNumber)
{
    const std::clock_t begin = std::clock(); // of this process: others may keep the machine busy
    EXPECT_EQ(problemOf(manyMembers(900'000)), "");
    EXPECT_LT((std::clock() - begin) / CLOCKS_PER_SEC, 60) << "hours, if it were";
}

TEST(JsonReader, B4_numbersThatCannotBeHeldAreRefused)
{
    for (const char *bad :
         {"NaN", "Infinity", "-Infinity", "1e400", "-1e999", "01", "+1", "1.", ".5", "0x10", "1e", "--1"})
        EXPECT_NE(problemOf(bad), "") << bad;
    EXPECT_NE(problemOf("1e400").find("no such number can be held"), std::string::npos) << problemOf("1e400");
    EXPECT_NE(problemOf(std::string(2'000'000, '9')).find("is not JSON"), std::string::npos);
    EXPECT_NE(problemOf("0." + std::string(2'000'000, '1')).find("a number of 2000002 characters"), std::string::npos);
    EXPECT_EQ(problemOf("[-0, 1e-400, 1e308, 0.1234567890123456789]"), "");
}

TEST(JsonReader, B4_bytesThatAreNoTextAreRefusedWithTheirPlace)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(problemOf("{\"a\":\n1}\0{\"b\":2}"sv), "2:3 holds a zero byte") << "it would end the text unseen";
    EXPECT_EQ(problemOf("\"a\0b\""sv), "1:3 holds a zero byte");
    EXPECT_EQ(problemOf("{\0\"\0"sv), "1:2 holds a zero byte") << "UTF-16";
    EXPECT_NE(problemOf("\xFF\xFE{").find("1:1 "), std::string::npos) << problemOf("\xFF\xFE{");
    EXPECT_NE(problemOf("[\"ab\xFF\"]").find("it is no UTF-8"), std::string::npos) << problemOf("[\"ab\xFF\"]");
    for (const char *bad : {"\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xE2\x82\"", "\"\\ud800\"",
                            "\"tab\there\"", "\xEF\xBB\xBF\xEF\xBB\xBF[1]"})
        EXPECT_NE(problemOf(bad), "") << bad;
}

TEST(JsonReader, B4_nothingStandsBehindTheEnd)
{
    for (const char *bad : {"{} {}", "[1],", "1 2", "{}x", "[1]]", "null,null", "// c\n1", "/* c */ 1", "[1,]",
                            "{\"a\":1,}", "{'a':1}", "{a:1}", "[1 2]", "", " \n "})
        EXPECT_NE(problemOf(bad), "") << bad;
    EXPECT_EQ(problemOf("[1]\n\nx"), "3:1 \"1]<U+000A><U+000A>x\" is not JSON") << "shown with what came before it";
}

TEST(JsonReader, B4_placesAreCountedInLinesAndCharacters)
{
    EXPECT_EQ(problemOf("{\"a\": 1,\n \"é\": !}"), "2:7 \"\"é\": !\" is not JSON");
    EXPECT_EQ(problemOf("{\"a\": [1,\n 2"), "2:0 the text ends in the middle");
    const std::string shown = problemOf("[\"" + std::string(1'000, 'x') + "\x1b[2J\"]");
    EXPECT_LT(shown.size(), 200U) << "an error shows only the end of what it found";
    EXPECT_EQ(shown.find('\x1b'), std::string::npos);
}

TEST(JsonReader, B4_everyUseNamesItsSubjectLineAndColumn)
{
    const auto reply = parseJson("{\n\"a\": x}", "forecast");
    EXPECT_EQ(reply.error(), (Error{ErrorCode::BadReply, "forecast", "\"\"a\": x\" is not JSON (line 2, column 6)"}))
        << reply.error().detail;
    const auto file = parseJsonFile("{\n\"a\":1,\"a\":2}", "budgets file", {});
    EXPECT_EQ(file.error(), (Error{ErrorCode::InvalidInput, "a", "line 2: is there twice"})) << file.error().detail;
    const auto line = parseJsonLine(std::string(70, '['), "usage file", 12);
    EXPECT_EQ(line.error(),
              (Error{ErrorCode::InvalidInput, "usage file", "line 12: nested deeper than 64 levels (column 65)"}));
    const auto longLine = parseJsonLine(std::string(100'000'000, ' '), "usage file", 3);
    EXPECT_EQ(longLine.error(), (Error{ErrorCode::InvalidInput, "usage file", "line 3: is longer than 1048576 bytes"}));
}

} // namespace
} // namespace greenward
