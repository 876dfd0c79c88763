#pragma once

#include "tests/support/program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace greenward::tests {

/// A program that answers with one JSON document on standard output, or with one that names an error on standard error.
class JsonProgram final
{
public:
    /// `command`: the program with what every call begins with.
    explicit JsonProgram(std::vector<std::string> command)
        : m_command(std::move(command))
    {}

    Finished run(const std::vector<std::string> &words) const
    {
        std::vector<std::string> all = m_command;
        all.insert(all.end(), words.begin(), words.end());
        return runProgram(all);
    }
    /// Expects the exit code and JSON.
    nlohmann::json answer(const std::vector<std::string> &words, int expectedCode = 0) const
    {
        const Finished finished = run(words);
        EXPECT_EQ(finished.exitCode, expectedCode) << words[0] << ": " << finished.err << finished.out;
        nlohmann::json json = nlohmann::json::parse(finished.out, nullptr, false);
        EXPECT_FALSE(json.is_discarded()) << finished.out;
        return json;
    }
    /// Expects the exit code, nothing on standard output and {"error":{...}} on standard error: what stands in it.
    nlohmann::json error(const std::vector<std::string> &words, int expectedCode) const
    {
        const Finished finished = run(words);
        EXPECT_EQ(finished.exitCode, expectedCode) << words[0] << ": " << finished.err << finished.out;
        EXPECT_EQ(finished.out, "");
        return nlohmann::json::parse(finished.err, nullptr, false).value("error", nlohmann::json::object());
    }

private:
    std::vector<std::string> m_command;
};

} // namespace greenward::tests
