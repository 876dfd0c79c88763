#pragma once

#include "tests/support/program.h"

#include <nlohmann/json_fwd.hpp>

#include <map>

namespace greenward::tests::stacks {

/// How far the program says it came with an object.
struct Told
{
    std::string state;
    std::string reason;
};

/// greenwardctl with one data directory.
class Product final
{
public:
    Product(std::string program, std::filesystem::path data);

    /// What it printed, and its exit code.
    Finished run(const std::vector<std::string> &words) const;
    /// Its JSON, or null with `trouble` set to what went wrong.
    nlohmann::json ask(std::vector<std::string> words, std::string *trouble = nullptr) const;
    pid_t start(const std::vector<std::string> &words) const;

    /// Registers a place as dirty or clean; the answer is what it printed when it refused.
    std::string addBackend(const std::string &id, const std::filesystem::path &path, bool clean) const;
    /// Plans what is cold and approves it; the batch's number, or 0 with `why` set.
    int planAndApprove(std::string &why) const;
    /// Object by object, by the name the program prints for its key.
    std::map<std::string, Told> objectsOf(int batch) const;
    /// State and its reason.
    Told batch(int number) const;
    /// Until so much time has passed: grace times are real ones. It looks at the batch meanwhile, as an operator would.
    void watch(int batch, std::chrono::seconds time) const;
    static std::string shownKey(const std::string &key);

private:
    std::vector<std::string> command(const std::vector<std::string> &words) const;

    std::string m_program;
    std::filesystem::path m_data;
};

} // namespace greenward::tests::stacks
