// Every requirement of budgets, throttling, grid data and placement has a test that names it.
#include "tests/architecture/source_text.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include <unistd.h>

namespace greenward::architecture {
namespace {

namespace fs = std::filesystem;

/// The rows of SPEC 1.1 to 1.6 and the decisions about them in 2. B-19 and G-13 to G-19 were never given.
constexpr std::array kRequired{
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B13", "B14", "B15",
    "B16", "B17", "B18", "B20", "B21", "B22", "B23", "B24", "B25", "B26", "B27", "B28", "B29", "B30", "B31",
    "B32", "B33", "B34", "B35", "B36", "T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10",
    "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C14", "C15",
    "C16", "C17", "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08", "G09", "G10", "G11", "G12", "G20",
    "G21", "G22", "G23", "G24", "G25", "G26", "G27", "G30", "G31", "G32", "G33", "C18", "C19", "C20", "C21",
    "C22", "C23", "C24", "C25", "C26", "C27", "C28", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08",
    "P09", "P10", "P11", "P12", "P13", "P14", "P15", "P16", "P17", "C29", "C30", "C31", "C32", "C33", "C34",
    "C35", "C41", "C48", "C49", "C56", "C70", "C71", "C72", "C73", "C74"};

std::string readAll(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The ids at the front of the names of all tests: TEST(Any, B03_B04_what) names two.
std::set<std::string> namedIds(const fs::path &root)
{
    static const std::regex test(R"(\bTEST(?:_F|_P)?\(\s*\w+\s*,\s*((?:[A-Z]\d+_)+)\w+\s*\))");
    static const std::regex id(R"([A-Z]\d+)");
    std::set<std::string> ids;
    for (const auto &entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".cpp") continue;
        // A test that is commented out is none.
        const std::string code = strip(readAll(entry.path())).code;
        for (std::sregex_iterator at(code.begin(), code.end(), test), end; at != end; ++at) {
            const std::string names = (*at)[1];
            for (std::sregex_iterator one(names.begin(), names.end(), id); one != end; ++one)
                ids.insert(one->str());
        }
    }
    return ids;
}

TEST(Requirements, ofBudgetsThrottlingGridAndPlacementEachHaveANamedTest)
{
    const std::set<std::string> named = namedIds(fs::path(GREENWARD_SOURCE_DIR) / "tests");
    for (const char *id : kRequired)
        EXPECT_TRUE(named.contains(id)) << "no test is named after " << id;
}

TEST(Requirements, areNotFoundWhereNoTestNamesThem)
{
    const fs::path directory = fs::temp_directory_path() / ("greenward-requirements-" + std::to_string(::getpid()));
    fs::create_directory(directory);
    std::ofstream(directory / "a.cpp")
        << "// TEST(A, B01_isACommentOnly)\nTEST(A, aboutB02)\nTEST_F(A, B03_T04_real)\n";
    const std::set<std::string> named = namedIds(directory);
    fs::remove_all(directory);
    EXPECT_EQ(named, (std::set<std::string>{"B03", "T04"}));
}

} // namespace
} // namespace greenward::architecture
