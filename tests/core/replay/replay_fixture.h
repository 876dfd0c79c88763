#pragma once

#include "core/adapters/tables/shipped_tables.h"
#include "core/engine/replay/replay.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace greenward::engine {

inline const ReferenceData &shippedReference()
{
    static const ReferenceData data = [] {
        adapters::ShippedTables tables = adapters::shippedTables().value();
        return ReferenceData{std::move(tables.grid), std::move(tables.presets), std::move(tables.regionFacts),
                             std::move(tables.coefficients)};
    }();
    return data;
}

struct Played
{
    std::vector<std::string> lines;
    std::optional<Error> error;

    std::string text() const
    {
        std::string whole;
        for (const std::string &line : lines)
            whole += line + '\n';
        return whole;
    }
    /// Results and events as JSON, in order.
    std::vector<nlohmann::json> parsed() const
    {
        std::vector<nlohmann::json> found;
        for (const std::string &line : lines) {
            found.push_back(nlohmann::json::parse(line, nullptr, false));
            EXPECT_FALSE(found.back().is_discarded()) << line;
        }
        return found;
    }
    std::vector<nlohmann::json> results() const
    {
        std::vector<nlohmann::json> found;
        for (const nlohmann::json &line : parsed())
            if (line.contains("do")) found.push_back(line);
        return found;
    }
    std::vector<nlohmann::json> events(std::string_view name) const
    {
        std::vector<nlohmann::json> found;
        for (const nlohmann::json &line : parsed())
            if (line.contains("event") && line["event"] == name) found.push_back(line);
        return found;
    }
};

/// All lines of `input`, up to the first error.
inline Played play(const std::string &input)
{
    Played played;
    const auto replay =
        Replay::create(shippedReference(), [&](std::string_view line) { played.lines.emplace_back(line); }).value();
    std::istringstream in(input);
    for (std::string line; !played.error && std::getline(in, line);)
        if (const auto accepted = replay->accept(line); !accepted) played.error = accepted.error();
    return played;
}

} // namespace greenward::engine
