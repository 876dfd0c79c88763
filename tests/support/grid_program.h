#pragma once

#include "core/adapters/os/system_clock.h"
#include "tests/support/json_program.h"
#include "tests/support/stand_in_grid.h"

#include <filesystem>
#include <fstream>

namespace greenward::tests {

/// The real program with a data directory of its own, all services on loopback and their secrets handed over as
/// systemd would.
class GridProgram : public testing::Test
{
protected:
    GridProgram()
    {
        std::filesystem::create_directory(secrets());
        std::filesystem::permissions(secrets(), std::filesystem::perms::owner_all);
        hand("watttime.username", StandInGrid::kUser);
        hand("watttime.password", StandInGrid::kPassword);
        hand("electricitymaps.token", StandInGrid::kToken);
    }
    void hand(const std::string &name, const std::string &text)
    {
        using std::filesystem::perms;
        std::ofstream(secrets() / name) << text;
        std::filesystem::permissions(secrets() / name, perms::owner_read | perms::owner_write);
    }
    JsonProgram program(bool json = true) const
    {
        std::vector<std::string> command{"/usr/bin/env",
                                         "-u",
                                         "GREENWARD_OFFLINE",
                                         "-u",
                                         "DBUS_SESSION_BUS_ADDRESS",
                                         "CREDENTIALS_DIRECTORY=" + secrets().string(),
                                         GREENWARD_CTL,
                                         "--data-dir",
                                         (m_root.path() / "data").string()};
        if (json) command.emplace_back("--json");
        return JsonProgram(std::move(command));
    }
    Finished ctl(const std::vector<std::string> &words, bool json = true) const { return program(json).run(words); }
    nlohmann::json answer(const std::vector<std::string> &words, int expectedCode = 0) const
    {
        return program().answer(words, expectedCode);
    }
    nlohmann::json error(const std::vector<std::string> &words, int expectedCode) const
    {
        return program().error(words, expectedCode);
    }
    void use(const std::string &source)
    {
        answer({"grid", "source", "set", source, "--url", m_services.urlOf(source)});
    }
    /// The services on the internet are left alone.
    void useAll()
    {
        for (const char *source : {"watttime", "electricitymaps", "gb-carbon-intensity", "energy-charts"})
            use(source);
    }
    std::filesystem::path secrets() const { return m_root.path() / "secrets"; }

    TemporaryDirectory m_root;
    adapters::SystemClock m_clock;
    StandInGrid m_services{[this] {
        return m_clock.now();
    }};
};

} // namespace greenward::tests
