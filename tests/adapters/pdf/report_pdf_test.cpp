#include "core/adapters/pdf/figures.h"
#include "core/adapters/pdf/report_pdf.h"
#include "tests/core/report/report_fixture.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

// The file is read back by Poppler, which nobody here wrote.

namespace greenward::adapters {
namespace {

using namespace report::tests;
using report::Report;
using report::ReportInput;

const std::string kChecksum(64, 'c');

Report built(ReportInput input)
{
    return report::buildReport(std::move(input)).value();
}

/// A PDF in a directory of its own, and what the reader makes of it.
class ReadBack final
{
public:
    explicit ReadBack(const Report &report)
    {
        const auto bytes = toPdf(report, kChecksum);
        if (!bytes) ADD_FAILURE() << bytes.error().detail;
        std::ofstream(m_path, std::ios::binary) << bytes.value();
    }
    std::string text(const std::vector<std::string> &options = {"-layout"}) const
    {
        std::vector<std::string> command{"/usr/bin/pdftotext"};
        command.insert(command.end(), options.begin(), options.end());
        command.insert(command.end(), {m_path.string(), "-"});
        return run(command);
    }
    std::string info() const { return run({"/usr/bin/pdfinfo", m_path.string()}); }
    std::string fonts() const { return run({"/usr/bin/pdffonts", m_path.string()}); }

private:
    static std::string run(const std::vector<std::string> &command)
    {
        const auto done = greenward::tests::runProgram(command);
        EXPECT_EQ(done.exitCode, 0) << done.err;
        EXPECT_EQ(done.err, "") << "the reader complains about nothing";
        return done.out;
    }
    greenward::tests::TemporaryDirectory m_directory;
    std::filesystem::path m_path = m_directory.path() / "report.pdf";
};

bool holds(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

ReportInput manyTenants(int count)
{
    ReportInput input = june();
    for (int i = 0; i < count; ++i) {
        const std::string name = "tenant-" + std::to_string(1000 + i);
        input.usage.push_back(hour(name, "2026-06-12T09:00:00Z", "write", 1'000'000LL * (count - i), 5));
        input.usage.push_back(hour(name, "2026-06-13T09:00:00Z", "read", 20'000LL * i, 2));
    }
    return input;
}

TEST(ReportPdf, holdsEveryTenantFigureFactorAndHash)
{
    const Report report = built(june());
    const std::string text = ReadBack(report).text();
    for (const report::TenantLine &line : report.tenants)
        EXPECT_TRUE(holds(text, line.tenant.text())) << line.tenant.text();
    EXPECT_TRUE(holds(text, "exactly 15.500001 g in 23 records"));
    EXPECT_TRUE(holds(text, "1 June 2026 to 30 June 2026 (UTC)"));
    EXPECT_TRUE(holds(text, "not available")) << "market-based";
    EXPECT_TRUE(holds(text, "grid intensity SE"));
    EXPECT_TRUE(holds(text, "35.26"));
    EXPECT_TRUE(holds(text, "Ember"));
    EXPECT_TRUE(holds(text, "approved by ada"));
    EXPECT_TRUE(holds(text, report.audit.head));
    EXPECT_TRUE(holds(text, kChecksum));
    for (const std::string &sentence : report.method)
        EXPECT_TRUE(holds(ReadBack(report).text({"-raw"}), sentence.substr(0, 40))) << sentence;
}

TEST(ReportPdf, everyTenantOnItsPageAndHeadsRepeat)
{
    const Report report = built(manyTenants(120));
    const ReadBack file(report);
    const std::string text = file.text();
    for (const report::TenantLine &line : report.tenants)
        EXPECT_TRUE(holds(text, line.tenant.text())) << line.tenant.text();
    const auto count = [&](const std::string &part) {
        std::size_t found = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
            ++found;
        return found;
    };
    const std::size_t pages = count("\f");
    ASSERT_GT(pages, 6U);
    for (std::size_t page = 1; page <= pages; ++page)
        EXPECT_EQ(count("page " + std::to_string(page) + " of " + std::to_string(pages)), 1U) << page;
    EXPECT_TRUE(holds(file.info(), "Pages:           " + std::to_string(pages)));
    EXPECT_GE(count("Records"), pages - 3) << "every page of a table has its head";
    EXPECT_TRUE(holds(text, "112 more")) << "the chart gathers the small ones";
}

TEST(ReportPdf, isAPaperForPeople)
{
    const ReadBack file(built(june()));
    const std::string info = file.info();
    EXPECT_TRUE(holds(info, "Title:           Carbon report, 1 June 2026 to 30 June 2026 (UTC)")) << info;
    EXPECT_TRUE(holds(info, "Creator:         Greenward 0.1.0"));
    EXPECT_TRUE(holds(info, "(A4)"));
    EXPECT_TRUE(holds(file.fonts(), "DejaVuSans"));
    EXPECT_FALSE(holds(file.fonts(), "Type 3")) << "outlines, not pictures";
}

TEST(ReportPdf, theSameReportIsTheSameBytes)
{
    EXPECT_EQ(toPdf(built(june()), kChecksum).value(), toPdf(built(june()), kChecksum).value());
}

TEST(ReportPdf, hostileAndForeignNamesAreOnlyText)
{
    ReportInput input = june();
    const std::string longName(255, 'w');
    for (const std::string &name : {std::string("<b>&amp;<i>"), std::string("%PDF (]>>"), longName,
                                    std::string("M\u00fcnchen \u0416\u0443\u043a \u03a9"),
                                    std::string("\u05e9\u05dc\u05d5\u05dd"), std::string("a\u202eexe.txt")})
        input.usage.push_back(hour(name, "2026-06-12T09:00:00Z", "wr\nite", 4'000'000));
    input.factors.front().source = "line one\nline two <i>";
    const std::string text = ReadBack(built(std::move(input))).text();
    EXPECT_TRUE(holds(text, "<b>&amp;<i>"));
    EXPECT_TRUE(holds(text, "%PDF (]>>"));
    EXPECT_TRUE(holds(text, "M\u00fcnchen \u0416\u0443\u043a \u03a9"));
    EXPECT_GE(std::count(text.begin(), text.end(), 'w'), 255) << "elided on the page, whole when copied";
    EXPECT_TRUE(holds(text, "a\\u{202E}exe.txt")) << "a mark that turns text round is shown, not obeyed";
    EXPECT_TRUE(holds(text, "line two <i>"));
}

TEST(ReportPdf, anEmptyReportSaysSo)
{
    ReportInput input;
    input.from = at("2026-06-01");
    input.to = at("2026-06-02");
    input.generatedAt = at("2026-06-02T01:00:00Z");
    input.productVersion = "0.1.0";
    input.audit = {0, false, "", "row 17: hash does not match its content"};
    const std::string text = ReadBack(built(std::move(input))).text();
    EXPECT_TRUE(holds(text, "No usage was recorded in this period."));
    EXPECT_TRUE(holds(text, "No migration ended in this period."));
    EXPECT_TRUE(holds(text, "AUDIT LOG IS NOT INTACT"));
    EXPECT_TRUE(holds(text, "row 17"));
}

} // namespace
} // namespace greenward::adapters
