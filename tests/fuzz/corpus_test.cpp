#include "tests/fuzz/targets.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace greenward::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> corpusOf(std::string_view target)
{
    std::vector<std::string> inputs;
    for (const auto &entry : fs::directory_iterator(fs::path(GREENWARD_SOURCE_DIR) / "tests/fuzz/corpus" / target)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::stringstream bytes;
        bytes << file.rdbuf();
        inputs.push_back(bytes.str());
    }
    return inputs;
}

class FuzzCorpus : public testing::TestWithParam<NamedTarget>
{};

/// Whole, cut off at every byte, and with single bytes changed: what a fuzzer tries first.
TEST_P(FuzzCorpus, everyInputKeepsThePromises)
{
    const auto inputs = corpusOf(GetParam().name);
    ASSERT_FALSE(inputs.empty());
    std::mt19937 random(1);
    for (const std::string &input : inputs) {
        GetParam().run(input);
        const std::size_t step = std::max<std::size_t>(1, input.size() / 100);
        for (std::size_t length = 0; length < input.size(); length += step)
            GetParam().run(std::string_view(input).substr(0, length));
        for (std::size_t i = 0; i < 60 && !input.empty(); ++i) {
            std::string changed = input;
            changed[random() % changed.size()] = static_cast<char>(random() % 256);
            GetParam().run(changed);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzCorpus, testing::ValuesIn(allTargets().begin(), allTargets().end()),
                         [](const auto &each) { return std::string(each.param.name); });

} // namespace
} // namespace greenward::fuzz
