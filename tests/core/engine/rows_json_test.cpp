#include "core/engine/json/rows_json.h"

#include <gtest/gtest.h>

namespace greenward::engine {
namespace {

TEST(JsonText, decimalsKeepEveryDigitAndStayNumbers)
{
    const Json json{{"small_g", jsonDecimal(1, 6)},
                    {"large_g", jsonDecimal(4'611'686'018'427'387'903, 6)},
                    {"whole", jsonDecimal(5'000'000, 6)}};
    EXPECT_EQ(jsonText(json), R"({"small_g":0.000001,"large_g":4611686018427.387903,"whole":5})");
    const Json back = Json::parse(jsonText(json), nullptr, false);
    ASSERT_FALSE(back.is_discarded());
    EXPECT_TRUE(back.at("small_g").is_number());
}

TEST(JsonText, indentsLikePeopleRead)
{
    EXPECT_EQ(jsonText(Json{{"a", {1, 2}}, {"b", Json::object()}}, 2),
              "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
}

TEST(RowsJson, anUnlimitedBudgetIsNullAndSaysSo)
{
    const Json json = toJson(BudgetRow{.tenant = TenantId::parse("acme").value()});
    EXPECT_TRUE(json.at("unlimited").get<bool>());
    EXPECT_TRUE(json.at("limit_g").is_null());
    EXPECT_EQ(json.at("level"), "none");
}

TEST(RowsJson, namesThatAreNoTextAreEscaped)
{
    const store::MoveRecord move{.tenant = TenantId::parse("t").value(),
                                 .source = BackendId::parse("a").value(),
                                 .target = BackendId::parse("b").value(),
                                 .key = ObjectKey::parse("x\xFF\n").value()};
    const std::string text = jsonText(toJson(move));
    EXPECT_FALSE(Json::parse(text, nullptr, false).is_discarded()) << text;
    EXPECT_EQ(toJson(move).at("key"), "x\\xFF\\u{A}");
}

} // namespace
} // namespace greenward::engine
