#include "tests/architecture/rules.h"

#include <gtest/gtest.h>

namespace greenward::architecture {

namespace {

/// A violation that the rule must find on that line, and a twin next to it that the rule must leave alone.
struct Planted
{
    const char *rule;
    SourceFile bad;
    std::size_t line;
    SourceFile clean;
};

void PrintTo(const Planted &planted, std::ostream *out)
{
    *out << planted.rule << " in " << planted.bad.path;
}

std::string lines(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "int x;\n";
    return text;
}

std::vector<Planted> planted()
{
    return {
        {"engine-without-qt",
         {"core/budget/ledger.h", "#pragma once\n#include <QString>\n"},
         2,
         {"core/adapters/http/client.h", "#pragma once\n#include <QString>\n"}},
        {"engine-without-qt",
         {"core/units/carbon.cpp", "#include <QtCore/qglobal.h>\n"},
         1,
         {"core/units/carbon.cpp", "// #include <QtCore/qglobal.h>\n"}},
        {"engine-foreign-header",
         {"core/storage/driver.cpp", "#include <sys/stat.h>\n"},
         1,
         {"core/storage/driver.cpp", "#include <filesystem>\n#include <nlohmann/json.hpp>\n"}},
        {"no-display-in-adapters",
         {"core/adapters/pdf/writer.cpp", "#include <QPainter>\n"},
         1,
         {"core/adapters/pdf/writer.cpp", "#include <cairo.h>\n#include <QtCore/QByteArray>\n"}},
        {"no-display-in-adapters",
         {"app/ctl/main.cpp", "#include <QtWidgets/QApplication>\n"},
         1,
         {"app/console/main.cpp", "#include <QtWidgets/QApplication>\n"}},
        {"core-room",
         {"core/tiering/planner.h", "#include \"core/placement/score.h\"\n"},
         1,
         {"core/engine/engine.cpp", "#include \"core/placement/score.h\"\n"}},
        {"core-room",
         {"core/units/carbon.h", "#include \"core/bus/bus.h\"\n"},
         1,
         {"core/store/records.h", "#include \"core/bus/bus.h\"\n"}},
        {"core-room",
         {"core/cupboard/things.h", "#include \"core/base/error.h\"\n"},
         1,
         {"core/grid/things.h", "#include \"core/base/error.h\"\n"}},
        {"layering",
         {"core/report/report.cpp", "#include \"ui/format/format.h\"\n"},
         1,
         {"ui/pages/reports_page.cpp", "#include \"ui/format/format.h\"\n"}},
        {"layering",
         {"core/adapters/sqlite/store.cpp", "#include \"app/composition/compose.h\"\n"},
         1,
         {"core/adapters/sqlite/store.cpp", "#include \"core/adapters/files/file_writer.h\"\n"}},
        {"layering",
         {"ui/models/budget_model.h", "#include \"core/budget/ledger.h\"\n"},
         1,
         {"ui/models/budget_model.h", "#include \"core/engine/rows.h\"\n#include \"core/bus/payloads.h\"\n"}},
        {"layering",
         {"app/ctl/budget.cpp", "#include \"ui/format/format.h\"\n"},
         1,
         {"app/ctl/budget.cpp", "#include \"core/report/report.h\"\n"}},
        {"adapters-only-in-composition",
         {"app/console/main.cpp", "#include \"core/adapters/sqlite/store.h\"\n"},
         1,
         {"app/composition/compose.cpp", "#include \"core/adapters/sqlite/store.h\"\n"}},
        {"adapters-only-in-composition",
         {"ui/bridge/client.cpp", "\n#include \"core/adapters/os/system_clock.h\"\n"},
         2,
         {"tests/adapters/os/clock_test.cpp", "#include \"core/adapters/os/system_clock.h\"\n"}},
        {"no-message-box",
         {"ui/pages/page.cpp", "void ask() { QMessageBox::question(nullptr, {}, {}); }\n"},
         1,
         {"ui/prompts/prompter.cpp", "void ask() { QMessageBox::question(nullptr, {}, {}); }\n"}},
        {"no-qsavefile",
         {"core/adapters/files/writer.cpp", "QSaveFile file;\n"},
         1,
         {"core/adapters/files/writer.cpp", "// Not QSaveFile: it loses files on a full disk.\n"}},
        {"no-file-writes",
         {"core/report/writer.cpp", "void f() {\n    std::ofstream out(path);\n}\n"},
         2,
         {"core/report/reader.cpp", "void f() {\n    std::ifstream in(path);\n}\n"}},
        {"no-file-writes",
         {"app/ctl/out.cpp", "auto *f = fopen(path, \"wb\");\n"},
         1,
         {"app/ctl/out.cpp", "auto *f = fopen(path, \"rb\");\n"}},
        {"no-file-writes",
         {"core/adapters/pdf/writer.cpp", "int fd = open(path, O_WRONLY | O_TRUNC);\n"},
         1,
         {"core/adapters/files/writer.cpp", "int fd = open(path, O_WRONLY | O_TRUNC);\n"}},
        {"no-file-writes",
         {"ui/pages/page.cpp", "QFile file(path);\nfile.open(QIODevice::WriteOnly);\n"},
         2,
         {"ui/pages/page.cpp", "QBuffer buffer;\nbuffer.open(QIODevice::WriteOnly);\n"}},
        {"outputs-are-guarded",
         {"app/ctl/report_commands.cpp", "CORE_CHECK(adapters::writeFileAtomically(path, text));\n"},
         1,
         {"app/composition/outputs.cpp", "return adapters::writeOutput(path, text, rules);\n"}},
        {"one-json-reader",
         {"core/storage/order.cpp", "using Tree = nlohmann::json;\nauto a = nlohmann::json::parse(text);\n"},
         2,
         {"core/base/json_reader.cpp", "Json::sax_parse(begin, end, &builder);\n"}},
        {"one-json-reader",
         {"ui/pages/page.cpp", "auto a = QJsonDocument::fromJson(bytes);\n"},
         1,
         {"ui/pages/page.cpp", "auto a = QJsonDocument(object).toJson();\n"}},
        {"one-door-to-cli11",
         {"app/ctl/scan_command.cpp", "#include <vector>\n#include <CLI/CLI.hpp>\n"},
         2,
         {"app/ctl/command_syntax.cpp", "#include <CLI/CLI.hpp>\nvoid declare(CLI::App &command);\n"}},
        {"no-guessed-markup",
         {"ui/pages/page.cpp", "auto *label = new QLabel(tenant, this);\n"},
         1,
         {"ui/pages/page.cpp", "QLabel *label = plainLabel(tenant, this);\n"}},
        {"no-guessed-markup",
         {"ui/pages/page.cpp", "button->setToolTip(row.tenant);\n"},
         1,
         {"ui/pages/page.cpp", "button->setToolTip(plainTip(row.tenant));\nother->setToolTip({});\n"}},
        {"no-clock-reads",
         {"core/grid/cache.cpp", "auto at = std::chrono::system_clock::now();\n"},
         1,
         {"core/grid/cache.cpp", "auto at = m_clock.now();\nInstant SimulatedClock::now() const;\n"}},
        {"no-clock-reads",
         {"core/grid/cache.cpp", "using Watch = std::chrono::steady_clock;\nauto at = Watch::now();\n"},
         2,
         {"core/adapters/os/system_clock.cpp", "auto at = std::chrono::steady_clock::now();\n"}},
        {"no-clock-reads",
         {"ui/pages/page.cpp", "auto at = QDateTime::currentDateTimeUtc();\n"},
         1,
         {"ui/pages/page.cpp", "auto at = QDateTime::fromSecsSinceEpoch(0);\n"}},
        {"no-clock-reads",
         {"app/ctl/main.cpp", "auto at = time(nullptr);\n"},
         1,
         {"app/ctl/main.cpp", "auto at = breakEvenTime(nullptr);\n"}},
        {"no-singletons",
         {"core/bus/bus.h", "static Bus &instance();\n"},
         1,
         {"core/bus/bus.h", "int instanceCount();\n"}},
        {"no-tr-in-core",
         {"core/budget/ledger.cpp", "auto text = tr(\"over budget\");\n"},
         1,
         {"ui/format/format.cpp", "auto text = tr(\"over budget\");\n"}},
        {"no-leftovers",
         {"core/budget/ledger.cpp", "int a;\n// TO"
                                    "DO later\n"},
         2,
         {"core/budget/ledger.cpp", "int a;\n// what is left to do stands in the issues\n"}},
        {"small-files", {"core/budget/ledger.cpp", lines(501)}, 501, {"core/budget/ledger.cpp", lines(500)}},
        {"tests-wait-for-facts",
         {"tests/core/bus/bus_test.cpp", "std::this_thread::sleep_for(1s);\n"},
         1,
         {"tests/core/bus/bus_test.cpp", "ready.wait_for(lock, 1s, isReady);\n"}},
        {"tests-never-skip",
         {"tests/core/bus/bus_test.cpp", "GTEST_SKIP();\n"},
         1,
         {"tests/core/bus/bus_test.cpp", "SkipList list;\n"}},
    };
}

class PlantedViolation : public testing::TestWithParam<Planted>
{};

} // namespace

TEST_P(PlantedViolation, isFoundOnItsLine)
{
    const auto findings = check(GetParam().bad);
    ASSERT_EQ(findings.size(), 1U) << testing::PrintToString(findings);
    EXPECT_EQ(findings.front().rule, GetParam().rule);
    EXPECT_EQ(findings.front().path, GetParam().bad.path);
    EXPECT_EQ(findings.front().line, GetParam().line);
}

TEST_P(PlantedViolation, itsNearMissIsLeftAlone)
{
    const auto findings = check(GetParam().clean);
    EXPECT_TRUE(findings.empty()) << testing::PrintToString(findings);
}

INSTANTIATE_TEST_SUITE_P(Rules, PlantedViolation, testing::ValuesIn(planted()));

TEST(StripSource, blanksCommentsAndLiteralsButKeepsLines)
{
    const auto stripped =
        strip("int a; // one \"two\"\n/* three\nfour */ auto s = \"// no \\\" comment\";\nchar c = '\"';\n");
    EXPECT_EQ(stripped.code, "int a;             \n        \n        auto s = \"                \";\nchar c = ' ';\n");
    EXPECT_NE(stripped.codeAndStrings.find("// no \\\" comment"), std::string::npos);
}

TEST(StripSource, digitSeparatorsOpenNoLiteral)
{
    const auto stripped = strip("auto n = 1'000'000; // gone\nauto m = 0xFF'FFu; f('x');\n");
    EXPECT_EQ(stripped.code, "auto n = 1'000'000;        \nauto m = 0xFF'FFu; f(' ');\n");
}

TEST(StripSource, rawStringsEndAtTheirOwnDelimiter)
{
    const auto stripped = strip("auto r = R\"x(a )\" // \" still inside)x\"; int b;\n");
    EXPECT_NE(stripped.code.find("; int b;"), std::string::npos);
    EXPECT_EQ(stripped.code.find("inside"), std::string::npos);
}

TEST(StripSource, includesKnowTheirLineAndKind)
{
    const auto includes = includesOf(strip("#pragma once\n\n#include \"core/base/error.h\"\n # include <map>\n"));
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].target, "core/base/error.h");
    EXPECT_FALSE(includes[0].angled);
    EXPECT_EQ(includes[0].line, 3U);
    EXPECT_EQ(includes[1].target, "map");
    EXPECT_TRUE(includes[1].angled);
    EXPECT_EQ(includes[1].line, 4U);
}

} // namespace greenward::architecture
