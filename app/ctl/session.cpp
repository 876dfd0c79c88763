#include "app/ctl/session.h"

#include "core/base/utf8.h"

#include <ostream>
#include <sstream>

namespace greenward::ctl {

Result<void> Session::open()
{
    if (m_host) return {};
    auto host = m_world.open({directory(), m_options.readOnly, m_state, m_secrets});
    m_openFailed = !host;
    if (!host) return Unexpected{std::move(host).error()};
    m_host = *std::move(host);
    // A file begun anew, a clock that stands still: whatever is asked, it is not to be silent.
    const std::string problem = m_host->ask([](engine::Engine &engine) { return engine.status().problem; });
    if (!problem.empty()) warn(problem);
    return {};
}

Result<engine::Outcome> Session::apply(engine::Command command, const std::optional<std::string> &by)
{
    CORE_TRY(const Actor actor, Actor::parse(by.value_or(m_world.user)));
    CORE_TRY(engine::Outcome outcome, query([&](engine::Engine &engine) { return engine.apply(command, actor); }));
    for (const auto &warning : outcome.warnings)
        warn(warning);
    return outcome;
}

Result<void> Session::waitUntilIdle(const std::function<void(engine::Engine &)> &look)
{
    using std::chrono_literals::operator""ms;
    while (true) {
        CORE_TRY(const bool busy, ask([&](engine::Engine &engine) {
                     look(engine);
                     return engine.busy();
                 }));
        if (!busy) break;
        if (m_world.pause(100ms)) {
            endProgress();
            return fail(ErrorCode::Cancelled, "interrupt", "stopped on request; what was done so far is kept");
        }
    }
    endProgress();
    return {};
}

Result<void> Session::save(const OutputOptions &output, app::ExportKind kind, std::string_view bytes)
{
    if (output.file == "-" || output.file == "/dev/stdout") {
        m_outTaken = true;
        m_world.out << bytes << std::flush;
        if (m_world.out) return {};
        return fail(ErrorCode::IoFailed, "standard output", "could not be written");
    }
    return m_world.saveFile({.path = output.file,
                             .kind = kind,
                             .replace = output.force ? app::Outputs::Replace::Names : app::Outputs::Replace::Ours,
                             .dataDirectory = directory()},
                            bytes);
}

void Session::show(const Json &json, const std::function<void(std::ostream &)> &print)
{
    if (m_outTaken) return;
    if (m_options.json) {
        m_world.out << jsonText(json, 2) << '\n';
    } else {
        // Whatever forgot to escape a name: nothing that steers a terminal leaves here.
        std::ostringstream page;
        print(page);
        m_world.out << escapedControls(page.view(), "\n");
    }
}

void Session::showProgress(const std::string &line)
{
    if (!m_world.errIsTerminal || m_options.json) return;
    m_world.err << "\r\x1b[K" << escapedForDisplay(line) << std::flush;
    m_progressShown = true;
}

void Session::endProgress()
{
    if (m_progressShown) m_world.err << "\r\x1b[K" << std::flush;
    m_progressShown = false;
}

void Session::warn(const std::string &sentence)
{
    if (!m_options.json) m_world.err << "warning: " << escapedForDisplay(sentence) << '\n';
}

} // namespace greenward::ctl
