#include "app/ctl/grid_session.h"

#include "app/ctl/words.h"
#include "core/base/time_text.h"

#include <future>

namespace greenward::ctl {

void prepareAsking(Session &session, const AskOptions &options)
{
    if (!options.stored) session.useSecrets();
}

Result<std::vector<engine::GridRefreshRow>> askSources(Session &session, const engine::GridQuery &query,
                                                       const AskOptions &options)
{
    using Rows = std::vector<engine::GridRefreshRow>;
    if (options.stored) return Rows();
    CORE_TRY(const std::chrono::seconds wait, parseDuration(options.wait, "wait"));
    // The answer may come after this command has gone on: the promise belongs to whoever comes last.
    const auto promise = std::make_shared<std::promise<Rows>>();
    auto answer = promise->get_future();
    CORE_CHECK(session.query([&](engine::Engine &engine) {
        return engine.refreshGrid(query, [promise](Rows rows) { promise->set_value(std::move(rows)); });
    }));
    if (answer.wait_for(wait) == std::future_status::ready) return answer.get();
    session.warn("not every source answered within " + options.wait + "; what is known is shown");
    return Rows();
}

std::string standing(const GridFigure &figure, Instant now)
{
    std::string text = nameWords(originName(figure.origin));
    if (figure.year) text += " of " + std::to_string(*figure.year);
    if (figure.origin == Origin::LastKnown && figure.pointTime)
        text += ", " + spanWords(std::chrono::duration_cast<std::chrono::seconds>(now - *figure.pointTime)) + " old";
    return text + ", " + nameWords(qualityName(figure.quality));
}

Result<Instant> parseSince(std::string_view text, Instant now, std::string_view field)
{
    if (const auto span = parseDuration(text, field)) return now - *span;
    return parseInstant(text, field);
}

Result<std::chrono::hours> parseHours(std::string_view text, std::string_view field)
{
    CORE_TRY(const std::chrono::seconds span, parseDuration(text, field));
    const auto hours = std::chrono::floor<std::chrono::hours>(span);
    if (hours != span || hours < std::chrono::hours{1})
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is not whole hours, at least 1h");
    return hours;
}

std::string orDash(const std::string &text)
{
    return text.empty() ? "-" : text;
}

} // namespace greenward::ctl
