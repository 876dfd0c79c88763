#include "app/ctl/command_groups.h"
#include "core/engine/replay/replay.h"

#include <fstream>
#include <iostream>
#include <istream>
#include <ostream>

namespace greenward::ctl {

namespace {

struct ReplayOptions
{
    std::string file;
};

/// Reads on to the end of the line but keeps no more than the replay would read: no file can fill the memory.
bool readLine(std::istream &in, std::string &line)
{
    line.clear();
    std::streambuf &from = *in.rdbuf();
    for (int c = from.sbumpc(); c != std::char_traits<char>::eof(); c = from.sbumpc()) {
        if (c == '\n') return true;
        if (line.size() <= engine::Replay::kLongestLine) line += static_cast<char>(c);
    }
    return !line.empty();
}

Result<int> replayFrom(std::istream &in, Session &session)
{
    CORE_TRY(const engine::ReferenceData reference, session.world().reference());
    std::ostream &out = session.world().out;
    CORE_TRY(const auto replay, engine::Replay::create(reference, [&](std::string_view line) { out << line << '\n'; }));
    for (std::string line; readLine(in, line);) {
        CORE_CHECK(replay->accept(line));
        if (!out) return fail(ErrorCode::IoFailed, "standard output", "cannot be written any more");
    }
    out.flush();
    return kDone;
}

Result<int> replay(Session &session, const ReplayOptions &options)
{
    if (options.file == "-") return replayFrom(session.world().in, session);
    std::ifstream file(options.file, std::ios::binary);
    if (!file) return fail(ErrorCode::NotFound, options.file, "cannot be read");
    return replayFrom(file, session);
}

void declare(CommandSyntax &command, ReplayOptions &options)
{
    command.addOption("FILE", options.file, "JSON Lines of timed inputs, or - for standard input").required();
}

} // namespace

void addReplayCommand(CommandSyntax &root, Chosen &chosen)
{
    addCommand<ReplayOptions>(root, chosen, "replay", "Feed timed inputs to an engine in memory and print what comes",
                              declare, replay);
}

} // namespace greenward::ctl
