#include "tests/architecture/rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace greenward::architecture {

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = GREENWARD_SOURCE_DIR;

std::string readAll(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<SourceFile> sources()
{
    std::vector<SourceFile> files;
    for (const char *part : {"core", "ui", "app", "tests"}) {
        if (!fs::exists(kRoot / part)) continue;
        for (const auto &entry : fs::recursive_directory_iterator(kRoot / part)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            files.push_back({fs::relative(entry.path(), kRoot).generic_string(), readAll(entry.path())});
        }
    }
    return files;
}

/// The rules' own files quote what they forbid.
bool quotesViolations(const std::string &path)
{
    return path == "tests/architecture/planted_violations_test.cpp" || path == "tests/architecture/text_rules.cpp";
}

std::set<std::string> listedPackages()
{
    std::set<std::string> packages;
    std::istringstream list(readAll(kRoot / "packaging/debian-packages.txt"));
    const std::regex name(R"(^([a-z0-9][a-z0-9.+-]*)\s+#\s+\S.*$)");
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line[0] == '#' || line[0] == '[') continue;
        std::smatch match;
        EXPECT_TRUE(std::regex_match(line, match, name)) << "not a package with its reason: " << line;
        EXPECT_TRUE(packages.insert(match[1]).second) << "listed twice: " << line;
    }
    return packages;
}

} // namespace

TEST(SourceTree, keepsEveryRule)
{
    const auto files = sources();
    ASSERT_GT(files.size(), 50U) << "the sources were not found under " << kRoot;
    for (const auto &file : files) {
        if (quotesViolations(file.path)) continue;
        for (const auto &finding : check(file))
            ADD_FAILURE() << finding;
    }
}

TEST(SourceTree, readmeGivesTheReasonOfEveryPackage)
{
    const auto readme = readAll(kRoot / "README.md");
    const auto packages = listedPackages();
    ASSERT_FALSE(packages.empty());
    for (const auto &package : packages) {
        EXPECT_NE(readme.find("`" + package + "`"), std::string::npos) << package << " is not in README.md's table";
    }
}

} // namespace greenward::architecture
