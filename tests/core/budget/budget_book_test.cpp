#include "core/budget/budget_book.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace greenward::budget {
namespace {

BookEntry entry(std::string_view tenant, std::int64_t micrograms)
{
    return {TenantId::parse(tenant).value(), {.limit = GramsCO2e::fromMicrograms(micrograms), .period = {}}};
}

std::vector<BookEntry> samples()
{
    std::vector<BookEntry> all{entry("acme", 1), entry("=cmd|' C calc'!A0", 1'500'000'000'001), entry("-1", 0),
                               entry("Zürich, \"quoted\"", kLargestCarbon.micrograms()), entry("<img src=x>", 999'999)};
    BookEntry full = entry("full", 123'456'789'012'345);
    full.config.period = {PeriodKind::Year, parseInstant("2020-04-01", "anchor").value()};
    full.config.soft = Percent::fromMillionths(66'500'000);
    full.config.hard = 120_percent;
    full.config.minDelay = milliseconds{5};
    full.config.maxDelay = milliseconds{60'000};
    full.config.region = RegionName::parse("aws:us-east-1").value();
    full.config.shadow = true;
    all.push_back(full);
    BookEntry unlimited = entry("unlimited", 0);
    unlimited.config.limit.reset();
    all.push_back(unlimited);
    return all;
}

std::string problem(std::string_view text)
{
    const auto read = readBook(text, {});
    if (read) return "none";
    EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
    return read.error().subject + " | " + read.error().detail;
}

TEST(BudgetBook, B07_bothFormatsReadBackExactly)
{
    const auto all = samples();
    EXPECT_EQ(readBook(bookJson(all), {}).value(), all);
    EXPECT_EQ(readBook(bookCsv(all), {}).value(), all);
    EXPECT_EQ(readBook(bookJson({}), {}).value().size(), 0U);
    EXPECT_EQ(readBook(bookCsv({}), {}).value().size(), 0U);
}

TEST(BudgetBook, C14_everyCutIsRefusedWithItsPosition)
{
    const std::string whole = bookJson(samples());
    for (std::size_t length = 0; length + 1 < whole.size(); length += 3) {
        const auto read = readBook(whole.substr(0, length), {});
        ASSERT_FALSE(read.has_value()) << length;
        EXPECT_NE(read.error().detail.find("line "), std::string::npos) << read.error().detail;
    }
}

TEST(BudgetBook, theBadEntryIsNamedByLineAndField)
{
    const std::string head =
        "{\"version\": 1,\n\"budgets\": [\n{\"tenant\": \"acme\", \"limit\": \"5 kg\", \"period\": \"day\"},\n";
    const auto with = [&head](const std::string &last) {
        return problem(head + last + "\n]}");
    };
    EXPECT_EQ(with("{\"tenant\": \"zeta\", \"limit\": \"5 kg\",\n \"period\": \"fortnight\"}").substr(0, 17),
              "period | line 5: ");
    EXPECT_EQ(with("{\"tenant\": \"acme\", \"limit\": \"5 kg\", \"period\": \"day\"}"),
              "tenant | line 4: \"acme\" occurs a second time");
    EXPECT_EQ(with("{\"tenant\": \"zeta\", \"limit\": 5, \"period\": \"day\"}").substr(0, 15), "limit | line 4:");
    EXPECT_EQ(with("{\"tenant\": \"zeta\", \"limit\": \"5 kg\", \"limit\": \"6 kg\", \"period\": \"day\"}"),
              "limit | line 4: is there twice");
    EXPECT_EQ(
        with("{\"tenant\": \"zeta\", \"limit\": \"5 kg\", \"period\": \"day\", \"sfot_pct\": \"5\"}").substr(0, 18),
        "sfot_pct | line 4:");
    EXPECT_EQ(
        with("{\"tenant\": \"zeta\", \"limit\": \"5 kg\", \"period\": \"day\", \"soft_pct\": \"101\"}").substr(0, 14),
        "soft | line 4:");
    EXPECT_EQ(with("\"zeta\"").substr(0, 9), "budgets |");
    EXPECT_EQ(with("{\"limit\": \"5 kg\", \"period\": \"day\"}").substr(0, 16), "tenant | line 4:");
}

TEST(BudgetBook, badAmountsAreRefusedEachWithItsLine)
{
    for (const char *bad : {"-1 kg", "NaN", "NaN kg", "inf g", "infinity kg", "1e400 t", "1e3 kg", "5", "5 bananas", "",
                            "99999999 t", "0x10 g", "5 kg a day", "٥ kg"}) {
        const std::string json = std::string("{\"version\": 1, \"budgets\": [\n{\"tenant\": \"a\", \"limit\": \"") +
                                 bad + "\", \"period\": \"day\"}]}";
        EXPECT_EQ(problem(json).substr(0, 15), "limit | line 2:") << bad;
        if (*bad == '\0') continue;
        EXPECT_EQ(problem(std::string("tenant,limit,period\r\na,") + bad + ",day\r\n").substr(0, 15), "limit | line 2:")
            << bad;
    }
}

TEST(BudgetBook, B4_anEntryOfManyMembersIsRefusedAtOnce)
{
    std::string text = "{\"version\":1,\"budgets\":[{\"tenant\":\"acme\"";
    for (int i = 0; i < 400'000; ++i)
        text += ",\"m" + std::to_string(i) + "\":0";
    const auto book = readBook(text + "}]}", {});
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error(), (Error{ErrorCode::InvalidInput, "m0", "line 1: is not a member of a budget"}))
        << book.error().detail;
}

TEST(BudgetBook, hostileNamesAreRefusedOrKeptAsTheyAre)
{
    const auto named = [](const std::string &json) {
        return readBook("{\"version\": 1, \"budgets\": [{\"tenant\": \"" + json +
                            "\", \"limit\": \"1 g\", \"period\": \"day\"}]}",
                        {});
    };
    EXPECT_EQ(named("<img src=x onerror=alert(1)>").value()[0].tenant.text(), "<img src=x onerror=alert(1)>");
    EXPECT_EQ(named("two\\nlines").error().subject, "tenant");
    EXPECT_EQ(named("a\\u0000b").error().subject, "tenant");
    EXPECT_EQ(named(std::string(10'240, 'x')).error().subject, "tenant");
    EXPECT_EQ(named("").error().subject, "tenant");
    EXPECT_EQ(named("../../etc/passwd").error().subject, "tenant");
}

TEST(BudgetBook, framesThatAreNoBudgetsFile)
{
    for (const char *bad : {"", "   ", "[]", "{}", "{\"version\": 2, \"budgets\": []}", "{\"version\": 1}",
                            "{\"version\": 1, \"budgets\": {}}", "{\"version\": 1, \"budgets\": [], \"budgets\": [{}]}",
                            "{\"version\": 1, \"budgets\": [], \"extra\": 1}", "tenant,limit,period,colour\r\n",
                            "\xFF\xFE", "tenant\r\n\"a"})
        EXPECT_NE(problem(bad), "none") << bad;
}

} // namespace
} // namespace greenward::budget
