#include "app/ctl/secret_input.h"

#include <istream>
#include <ostream>

#include <termios.h>
#include <unistd.h>

namespace greenward::ctl {
namespace {

/// The terminal shows nothing that is typed while this lives.
class NoEcho final
{
public:
    NoEcho()
        : m_changed(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_changed) return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~NoEcho()
    {
        if (m_changed) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    termios m_before{};
    bool m_changed;
};

} // namespace

Result<Secret> readSecret(std::istream &in, bool fromTerminal, std::ostream &prompt, const std::string &name)
{
    std::string line;
    if (fromTerminal) {
        prompt << name << " (not shown): " << std::flush;
        const NoEcho silent;
        std::getline(in, line);
        prompt << '\n' << std::flush;
    } else {
        std::getline(in, line);
    }
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) return fail(ErrorCode::InvalidInput, name, "no secret came in; type it, or pipe one line in");
    return Secret(std::move(line));
}

} // namespace greenward::ctl
