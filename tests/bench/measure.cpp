#include "tests/bench/measure.h"

#include <algorithm>
#include <barrier>
#include <iostream>
#include <thread>

namespace greenward::bench {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

std::string shown(double value)
{
    if (value < 1000) {
        const auto tenths = static_cast<long long>(value * 100 + 0.5);
        return std::to_string(tenths / 100) + "." + (tenths % 100 < 10 ? "0" : "") + std::to_string(tenths % 100);
    }
    std::string digits = std::to_string(static_cast<long long>(value + 0.5));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

void print(const std::string &what, const std::string &figure, const std::string &note)
{
    const auto padded = [](std::string text, std::size_t width) {
        text.resize(std::max(width, text.size()), ' ');
        return text;
    };
    std::cout << "  " << padded(what + "  ", 52) << padded(figure, 16) << note << std::endl;
}

void heading(const std::string &text)
{
    std::cout << '\n' << text << std::endl;
}

double secondsOf(int threads, const std::function<void(int thread)> &work)
{
    std::barrier together(threads + 1);
    std::vector<std::thread> running;
    running.reserve(static_cast<std::size_t>(threads));
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            together.arrive_and_wait();
            work(thread);
        });
    const auto begin = std::chrono::steady_clock::now();
    together.arrive_and_wait();
    for (std::thread &thread : running)
        thread.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

World::World(const std::filesystem::path &directory, const Clock &clock)
    : m_store(must(adapters::SqliteStateStore::open(directory, store::OpenMode::ReadWrite, m_hashers)))
    , m_ledger(std::make_unique<budget::Ledger>(*m_store, clock, m_ids, budget::BudgetDefaults{}))
{}

std::vector<budget::Ledger::Tenant> World::tenants(int count)
{
    std::vector<budget::Ledger::Tenant> all;
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        all.push_back(m_ledger->open(must(TenantId::parse("tenant-" + std::to_string(i)))));
    return all;
}

const Clock &World::systemClock()
{
    static const adapters::SystemClock clock;
    return clock;
}

} // namespace greenward::bench
