#include "core/base/json_fields.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

Json json(std::string_view text)
{
    return parseJson(text, "test").value();
}

TEST(ParseJson, isStrictAndBounded)
{
    EXPECT_TRUE(parseJson(R"({"a":[1,2.5,"x",null,true]})", "test"));
    for (const std::string_view bad : {"", "{", "{'a':1}", R"({"a":1,})", "// x\n1", "1 2", "NaN", "\"\xFF\""}) {
        const auto parsed = parseJson(bad, "test");
        ASSERT_FALSE(parsed) << bad;
        EXPECT_EQ(parsed.error().code, ErrorCode::BadReply);
        EXPECT_EQ(parsed.error().subject, "test");
    }
    EXPECT_EQ(parseJson("[1]", "test", {.bytes = 2}).error().detail, "is longer than 2 bytes");
    EXPECT_FALSE(parseJson(std::string(100'000, '['), "test")) << "depth is no danger";
}

TEST(JsonFields, readsEachKind)
{
    const Json document = json(
        R"({"text":"x","number":-7,"flag":true,"at":"2026-08-20T00:00:00Z","share":"1.135","list":[1],"none":null})");
    const auto fields = JsonFields::of(document, "test");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->text("text").value(), "x");
    EXPECT_EQ(fields->integer("number", -10, 10).value(), -7);
    EXPECT_TRUE(fields->flag("flag").value());
    EXPECT_EQ(fields->time("at").value(), parseInstant("2026-08-20", "at").value());
    EXPECT_EQ(fields->decimal("share").value(), "1.135");
    EXPECT_EQ(fields->list("list", 1).value()->size(), 1U);
    EXPECT_FALSE(fields->has("none"));
    EXPECT_FALSE(fields->has("absent"));
    EXPECT_EQ(fields->textOr("none", "fallback"), "fallback");
}

TEST(JsonFields, aNumberIsReadAsTheDecimalItWasWrittenAs)
{
    const Json document = json(R"({"a":1.135,"b":0.1,"c":12,"d":1e-3})");
    const auto fields = JsonFields::of(document, "test");
    EXPECT_EQ(fields->decimal("a").value(), "1.135");
    EXPECT_EQ(fields->decimal("b").value(), "0.1");
    EXPECT_EQ(fields->decimal("c").value(), "12");
    EXPECT_EQ(fields->decimal("d").value(), "0.001");
}

TEST(JsonFields, namesTheMemberAndWhatItHolds)
{
    const Json document = json(R"({"text":1,"number":2.5,"huge":18446744073709551615,"list":[1,2]})");
    const auto fields = JsonFields::of(document, "test").value();
    const auto expectError = [](const auto &result, std::string_view subject, std::string_view detail) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(result.error().subject, subject);
        EXPECT_EQ(result.error().detail, detail);
    };
    expectError(fields.text("absent"), "absent", "is missing");
    expectError(fields.text("text"), "text", "1 is not a text");
    expectError(fields.integer("number", 0, 9), "number", "2.5 is not a whole number");
    expectError(fields.integer("text", 2, 9), "text", "1 is outside 2 to 9");
    expectError(fields.integer("huge", 0, 9), "huge", "18446744073709551615 is outside 0 to 9");
    expectError(fields.flag("text"), "text", "1 is not true or false");
    expectError(fields.decimal("list"), "list", "[1,2] is not a decimal number");
    expectError(fields.list("list", 1), "list", "2 entries are more than 1");
    expectError(JsonFields::of(json("[3]"), "test"), "test", "[3] is not a JSON object");
}

} // namespace
} // namespace greenward
