#pragma once

#include "core/adapters/grid_providers/provider_setup.h"
#include "core/adapters/http/qt_http_client.h"
#include "tests/adapters/grid_providers/answers.h"
#include "tests/adapters/grid_providers/engine_thread_pump.h"
#include "tests/support/manual_clock.h"
#include "tests/support/stand_in_server.h"

#include <QtCore/QCoreApplication>

namespace greenward::adapters {

/// A provider against a real server on loopback that answers as the test says, with a clock that the test moves.
class ProviderTest : public ::testing::Test
{
protected:
    ProviderTest()
        : m_server([this](const tests::Received &request) { return m_service(request); })
    {}

    ProviderSetup setup()
    {
        return {m_http, m_clock, m_pump.post(), [] { return 0U; }, m_server.url()};
    }
    grid::Answer<grid::Found> ask(grid::Provider &provider, const grid::Want &want)
    {
        const auto got = std::make_shared<std::optional<grid::Answer<grid::Found>>>();
        provider.ask(want, [got](grid::Answer<grid::Found> answer) { *got = std::move(answer); });
        if (!m_pump.runUntil([&] { return got->has_value(); }))
            return grid::trouble(grid::Trouble::Down, "the test waited too long");
        return **got;
    }
    /// The last request's path and query.
    std::string lastTarget() const
    {
        const auto all = m_server.received();
        return all.empty() ? "" : all.back().path + "?" + all.back().query;
    }
    std::size_t countOf(std::string_view path) const
    {
        std::size_t count = 0;
        for (const tests::Received &request : m_server.received())
            count += request.path == path ? 1U : 0U;
        return count;
    }

    std::function<tests::Reply(const tests::Received &)> m_service;
    tests::ManualClock m_clock{at("2026-05-04T10:07:00Z")};
    tests::EngineThreadPump m_pump;
    int m_count = 1;
    char m_program[5] = "test"; // Qt wants at least a name
    char *m_arguments[2] = {m_program, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    tests::StandInServer m_server;
    QtHttpClient m_http{"Greenward/test"};
};

inline const grid::Series *seriesOf(const grid::Answer<grid::Found> &answer)
{
    return answer ? std::get_if<grid::Series>(&*answer) : nullptr;
}

} // namespace greenward::adapters
