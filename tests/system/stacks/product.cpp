#include "tests/system/stacks/product.h"

#include "core/base/json_text.h"

#include <nlohmann/json.hpp>

namespace greenward::tests::stacks {

using Json = nlohmann::json;

Product::Product(std::string program, std::filesystem::path data)
    : m_program(std::move(program))
    , m_data(std::move(data))
{}

std::vector<std::string> Product::command(const std::vector<std::string> &words) const
{
    std::vector<std::string> command{m_program, "--data-dir", m_data.string()};
    command.insert(command.end(), words.begin(), words.end());
    return command;
}

Finished Product::run(const std::vector<std::string> &words) const
{
    return runProgram(command(words));
}

pid_t Product::start(const std::vector<std::string> &words) const
{
    return startProgram(command(words));
}

Json Product::ask(std::vector<std::string> words, std::string *trouble) const
{
    words.insert(words.begin(), "--json");
    const Finished finished = run(words);
    Json answer = Json::parse(finished.out, nullptr, false);
    if (!answer.is_discarded()) return answer;
    if (trouble) *trouble = "exit " + std::to_string(finished.exitCode) + ": " + finished.err;
    return {};
}

std::string Product::addBackend(const std::string &id, const std::filesystem::path &path, bool clean) const
{
    std::vector<std::string> words{"backend", "add", id, "--kind", "local", "--path", path.string()};
    const std::vector<std::string> figures =
        clean ? std::vector<std::string>{"--region", "SE", "--renewable", "98", "--pue", "1.1"}
              : std::vector<std::string>{"--region", "PL", "--renewable", "20", "--pue", "1.6"};
    words.insert(words.end(), figures.begin(), figures.end());
    const Finished added = run(words);
    if (added.exitCode == 0) return {};
    return added.err.empty() ? "refused with " + std::to_string(added.exitCode) + " and no word" : added.err;
}

int Product::planAndApprove(std::string &why) const
{
    const Json plan = ask({"tiering", "plan", "acme"}, &why);
    if (!plan.is_object()) return 0;
    const Json &number = plan.at("batch");
    if (!number.is_number()) {
        why = plan.dump(-1, ' ', false, Json::error_handler_t::replace);
        return 0;
    }
    const int batch = number.get<int>();
    const Finished approved = run({"tiering", "approve", std::to_string(batch), "--by", "Ada Operator"});
    why = approved.err;
    return approved.exitCode == 0 ? batch : 0;
}

std::map<std::string, Told> Product::objectsOf(int batch) const
{
    std::map<std::string, Told> told;
    for (const Json &move : ask({"tiering", "objects", std::to_string(batch)})) {
        const Json &reason = move.at("reason");
        told[move.at("key")] = {move.at("state"), reason.is_string() ? reason.get<std::string>() : ""};
    }
    return told;
}

Told Product::batch(int number) const
{
    const Json row = ask({"tiering", "batch", std::to_string(number)});
    if (!row.is_object()) return {"?", {}};
    const Json &reason = row.at("state_reason");
    return {row.at("state"), reason.is_string() ? reason.get<std::string>() : ""};
}

void Product::watch(int number, std::chrono::seconds time) const
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end)
        batch(number);
}

std::string Product::shownKey(const std::string &key)
{
    return jsonName(key).get<std::string>();
}

} // namespace greenward::tests::stacks
