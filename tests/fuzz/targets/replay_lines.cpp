#include "tests/fuzz/targets.h"

#include "core/base/json_reader.h"
#include "core/engine/replay/replay.h"

namespace greenward::fuzz {
namespace {

/// Enough of a world for energy to have a place.
engine::ReferenceData smallReference()
{
    engine::ReferenceData reference;
    reference.grid.countryYears.push_back(
        {"SE", "Sweden", GramsPerKwh::fromMilligrams(25'000), 2024, "lifecycle", "test", ""});
    return reference;
}

} // namespace

void replayLines(std::string_view bytes)
{
    constexpr int kMostLines = 200;
    const auto replay = engine::Replay::create(smallReference(), [](std::string_view line) {
        require(line.find('\n') == std::string_view::npos);
        require(parseJson(line, "line").has_value());
    });
    require(replay.has_value());
    for (int number = 1; number <= kMostLines && !bytes.empty(); ++number) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
        const auto accepted = (*replay)->accept(line);
        if (accepted) continue;
        require(accepted.error().code == ErrorCode::InvalidInput);
        require(accepted.error().subject.starts_with("line " + std::to_string(number) + ", "));
        return;
    }
}

} // namespace greenward::fuzz
