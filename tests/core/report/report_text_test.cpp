#include "core/adapters/crypto/openssl_hasher.h"
#include "core/base/json_text.h"
#include "core/report/report_text.h"
#include "tests/core/report/report_fixture.h"

#include <gtest/gtest.h>

namespace greenward::report {
namespace {

using namespace tests;

const adapters::OpenSslHasherFactory kHashers;

std::string jsonOf(ReportInput input)
{
    return toJson(buildReport(std::move(input)).value(), kHashers);
}
std::string csvOf(ReportInput input)
{
    return toCsv(buildReport(std::move(input)).value(), kHashers);
}

/// A strict reader of RFC 4180: CRLF between records, quotes only around whole fields.
std::vector<std::vector<std::string>> readCsv(const std::string &text)
{
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::string &cell = rows.back().back();
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            rows.back().emplace_back();
        } else if (!quoted && c == '\r') {
            EXPECT_EQ(text[++i], '\n');
            rows.emplace_back(1);
        } else {
            EXPECT_TRUE(quoted || c != '\n') << "a bare line feed";
            cell += c;
        }
    }
    EXPECT_EQ(rows.back(), std::vector<std::string>(1)) << "the last line ends too";
    rows.pop_back();
    return rows;
}

TEST(ReportJson, K53_isJsonWithTheMembersThatWerePromised)
{
    const Json json = Json::parse(jsonOf(june()), nullptr, false);
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["schema"], "greenward-report/1");
    EXPECT_EQ(json["period"]["from"], "2026-06-01T00:00:00Z");
    EXPECT_EQ(json["totals"]["location_based_g"], 15.500001);
    EXPECT_TRUE(json["totals"]["market_based_g"].is_null()) << "unknown is null, not 0";
    EXPECT_TRUE(json["tenants"].is_array());
    EXPECT_EQ(json["tenants"][1]["tenant"], "acme");
    EXPECT_EQ(json["migrations"][0]["break_even_days"], 142);
    EXPECT_EQ(json["factors"][0]["value"], "35.26");
    EXPECT_EQ(json["audit"]["rows"], 42);
    EXPECT_EQ(json["data_quality"][0]["quality"], "measured");
    EXPECT_EQ(json["data_quality"][0]["emissions_g"], 9.5);
}

TEST(ReportJson, amountsAreExactHoweverLong)
{
    ReportInput input = june();
    input.usage = {hour("acme", "2026-06-01T00:00:00Z", "write", 4'000'000'000'000'000'001)};
    EXPECT_NE(jsonOf(std::move(input)).find("\"location_based_g\": 4000000000000.000001,"), std::string::npos);
}

TEST(ReportJson, theSameReportIsTheSameBytes)
{
    EXPECT_EQ(jsonOf(june()), jsonOf(june()));
    ReportInput shuffled = june();
    std::swap(shuffled.usage.front(), shuffled.usage.back());
    EXPECT_EQ(jsonOf(std::move(shuffled)), jsonOf(june()));
}

TEST(ReportChecksum, coversEveryByteBeforeItsLine)
{
    const std::string json = jsonOf(june());
    const std::size_t line = json.rfind("  \"checksum_sha256\"");
    const auto hasher = kHashers.sha256();
    hasher->update(std::string_view(json).substr(0, line));
    const std::string hex = hexText(hasher->finish());
    EXPECT_EQ(json.substr(line), "  \"checksum_sha256\": \"" + hex + "\"\n}\n");
    EXPECT_EQ(checksum(buildReport(june()).value(), kHashers), hex);
}

TEST(ReportChecksum, anyChangedByteIsNoticed)
{
    for (const std::string &file : {jsonOf(june()), csvOf(june())}) {
        ASSERT_TRUE(verifyReport(file, kHashers).has_value());
        for (std::size_t i = 0; i < file.size(); ++i) {
            std::string changed = file;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            ASSERT_FALSE(verifyReport(changed, kHashers).has_value()) << "byte " << i;
        }
        EXPECT_EQ(verifyReport(file + "x", kHashers).error().code, ErrorCode::VerifyFailed);
        EXPECT_EQ(verifyReport(file.substr(0, file.size() / 2), kHashers).error().code, ErrorCode::InvalidInput);
    }
    EXPECT_EQ(verifyReport("", kHashers).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(verifyReport("%PDF-1.7", kHashers).error().code, ErrorCode::InvalidInput);
}

TEST(ReportCsv, C68_everyLineHasEveryColumnAndNumbersArePlain)
{
    const auto rows = readCsv(csvOf(june()));
    ASSERT_GT(rows.size(), 10U);
    EXPECT_EQ(rows[0][0], "row");
    for (const auto &row : rows)
        EXPECT_EQ(row.size(), rows[0].size()) << row[0];
    EXPECT_EQ(rows[1][0], "total");
    EXPECT_EQ(rows[1][4], "2026-06-01T00:00:00Z");
    EXPECT_EQ(rows[1][6], "15.500001");
    EXPECT_EQ(rows[1][7], "") << "no market-based figure is not 0";
    EXPECT_EQ(rows.back()[0], "checksum");
}

TEST(ReportCsv, rowsOfAKindAddUpToTheTotal)
{
    const auto rows = readCsv(csvOf(june()));
    std::int64_t tenants = 0;
    std::int64_t operations = 0;
    for (const auto &row : rows) {
        const auto amount = parseDecimal(row[6].empty() ? "0" : row[6], 6, "g");
        if (row[0] == "tenant") tenants += amount.value();
        if (row[0] == "operation") operations += amount.value();
    }
    EXPECT_EQ(tenants, 15'500'001);
    EXPECT_EQ(operations, 15'500'001);
}

TEST(ReportCsv, C68_formulasAreDisarmedAndSeparatorsQuoted)
{
    ReportInput input = june();
    const std::vector<std::string> hostile{"=1+1", "+1+1", "-1+1", "@SUM(A1)", "a,\"b\"", "d'e", "\xE2\x82\xAC"};
    for (const std::string &name : hostile)
        input.usage.push_back(hour(name, "2026-06-01T00:00:00Z", "=cmd|' /C calc'!A0", 1));
    input.factors.front().source = "line one\r\nline two";
    const auto rows = readCsv(csvOf(std::move(input)));
    std::vector<std::string> names;
    bool keptLines = false;
    for (const auto &row : rows) {
        if (row[0] == "tenant") names.push_back(row[1]);
        if (row[0] == "operation") {
            EXPECT_NE(row[2].front(), '=');
        }
        keptLines = keptLines || row.back().starts_with("line one\r\nline two");
        for (const std::string &cell : row)
            EXPECT_TRUE(cell.empty() || (cell.front() != '=' && cell.front() != '+' && cell.front() != '@')) << cell;
    }
    EXPECT_TRUE(keptLines);
    for (const char *shown : {"'=1+1", "'+1+1", "'-1+1", "'@SUM(A1)", "a,\"b\"", "d'e", "\xE2\x82\xAC"})
        EXPECT_NE(std::find(names.begin(), names.end(), shown), names.end()) << shown;
}

TEST(ReportCsv, B6_namesCannotSteerATerminal)
{
    ReportInput input = june();
    // Names of tenants hold no control characters; what others call an operation or a source may.
    input.usage.push_back(hour("acme\xE2\x80\xAE", "2026-06-01T00:00:00Z",
                               "a\x1b[2J\x7f"
                               "b\\c",
                               1));
    input.factors.front().source = "w\x9b";
    const std::string csv = csvOf(std::move(input));
    EXPECT_NE(csv.find("a\\u{1B}[2J\\u{7F}b\\c"), std::string::npos) << csv;
    for (const char control : {'\x1b', '\x7f', '\x9b'})
        EXPECT_EQ(csv.find(control), std::string::npos);
    EXPECT_EQ(csv.find("\xE2\x80\xAE"), std::string::npos) << "turns the direction of what follows";
}

TEST(ReportCsv, negativeNumbersStayNumbers)
{
    ReportInput input = june();
    input.migrations.front().netSaving = ug(-5'632'000'000);
    const auto rows = readCsv(csvOf(std::move(input)));
    EXPECT_EQ(rows[1][12], "-5632");
}

} // namespace
} // namespace greenward::report
