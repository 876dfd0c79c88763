#include "tests/core/worked_examples/examples.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace greenward::worked_examples {
namespace {

std::filesystem::path examplesFile()
{
    const char *shared = std::getenv("GREENWARD_SHARED"); // NOLINT(concurrency-mt-unsafe): before any thread
    const std::filesystem::path root =
        shared ? std::filesystem::path(shared) : std::filesystem::path(GREENWARD_SOURCE_DIR) / ".." / "shared";
    return root / "data" / "worked-examples.json";
}

} // namespace

std::vector<Json> allExamples()
{
    std::ifstream file(examplesFile());
    if (!file) return {};
    std::stringstream text;
    text << file.rdbuf();
    const Json all = Json::parse(text.str(), nullptr, false);
    EXPECT_TRUE(all.is_object()) << examplesFile();
    std::vector<Json> found;
    if (all.is_object())
        for (const Json &example : all["cases"])
            found.push_back(example);
    EXPECT_FALSE(found.empty()) << examplesFile();
    return found;
}

std::vector<Json> examplesOf(std::string_view category)
{
    std::vector<Json> found = allExamples();
    const bool any = !found.empty();
    std::erase_if(found, [&](const Json &example) { return example["category"] != category; });
    EXPECT_TRUE(!any || !found.empty()) << examplesFile() << " holds no example of " << category;
    return found;
}

std::string decimal(const Json &number)
{
    std::ostringstream out;
    out.precision(15);
    out << std::fixed << number.get<double>();
    return out.str();
}

GramsCO2e grams(const Json &number)
{
    return parseGrams(decimal(number), "g").value();
}

double asGrams(GramsCO2e amount)
{
    return static_cast<double>(amount.micrograms()) / 1e6;
}

void expectNear(const Json &example, const char *member, double got)
{
    const double expected = example["expected"][member].get<double>();
    const double allowed = std::max(example["tolerance"]["abs"].get<double>(),
                                    example["tolerance"]["rel"].get<double>() * std::abs(expected));
    EXPECT_NEAR(got, expected, std::max(allowed, 1e-6)) << example["id"] << " " << member;
}

} // namespace greenward::worked_examples
