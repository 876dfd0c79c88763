#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/table.h"
#include "app/ctl/world.h"
#include "core/base/json_text.h"

#include <functional>
#include <memory>
#include <string>

namespace greenward::ctl {

/// The options that every command has.
struct GlobalOptions
{
    std::string directory; ///< empty: the default
    bool json = false;
    bool readOnly = false;
};

/// The file that a command writes, and whether it may be written over what is there.
struct OutputOptions
{
    std::string file; ///< "-": standard output
    bool force = false;
};
inline constexpr const char *kOutputHelp = "The file to write, or - for standard output";
inline constexpr const char *kForceHelp = "Replace what is there, also if it is no earlier file of this kind";

/// One run of one command: opens the engine when it is first needed, so that wrong values are reported before a data
/// directory is touched, and prints the answer either way.
class Session final
{
public:
    Session(const World &world, const GlobalOptions &options)
        : m_world(world)
        , m_options(options)
    {}
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Asks the engine on its thread and waits. The first question opens the data directory.
    template<typename F>
    auto ask(F question) -> Result<std::invoke_result_t<F, engine::Engine &>>
    {
        CORE_CHECK(open());
        return m_host->ask(std::move(question));
    }
    /// The same for a question whose answer is itself a Result.
    template<typename F>
    auto query(F question) -> std::invoke_result_t<F, engine::Engine &>
    {
        CORE_CHECK(open());
        return m_host->ask(std::move(question));
    }
    /// Applies a command in the name of `by`, or of the user who started the program; prints its warnings.
    Result<engine::Outcome> apply(engine::Command command, const std::optional<std::string> &by = {});

    /// This command may need passwords and keys, so the keychain is asked. Before the first question.
    void useSecrets() { m_secrets = true; }
    /// What to do when the store is not what was there last. Before the first question.
    void chooseState(app::StateChoice choice) { m_state = choice; }
    /// Interrupts are collected from now on. Before the first question.
    void collectInterrupts() { m_world.collectInterrupts(); }
    /// Waits until the engine has no scan and no migration at work, calling `look` about ten times a second.
    /// Cancelled when an interrupt came: the work stops cleanly with this session.
    Result<void> waitUntilIdle(const std::function<void(engine::Engine &)> &look);

    /// The answer: one JSON document, or what `print` writes for people.
    void show(const Json &json, const std::function<void(std::ostream &)> &print);
    /// Puts a file where the operator asks. On standard output it stands alone: nothing is shown beside it.
    Result<void> save(const OutputOptions &output, app::ExportKind kind, std::string_view bytes);
    /// One line on standard error that replaces itself; nothing unless that is a terminal and a person reads.
    void showProgress(const std::string &line);
    void endProgress();
    void warn(const std::string &sentence);

    /// The data directory could not be opened: whatever the reason, it is unusable.
    bool openFailed() const { return m_openFailed; }
    const World &world() const { return m_world; }
    const GlobalOptions &options() const { return m_options; }

private:
    Result<void> open();
    const std::string &directory() const
    {
        return m_options.directory.empty() ? m_world.defaultDirectory : m_options.directory;
    }

    const World &m_world;
    const GlobalOptions &m_options;
    std::unique_ptr<engine::EngineHost> m_host;
    app::StateChoice m_state = app::StateChoice::AsNoted;
    bool m_secrets = false;
    bool m_openFailed = false;
    bool m_progressShown = false;
    bool m_outTaken = false; ///< standard output holds a file
};

/// A parsed command, ready to run; answers the exit code.
using Action = std::function<Result<int>(Session &)>;

} // namespace greenward::ctl
