#include "tests/architecture/places.h"
#include "tests/architecture/rules.h"

#include <algorithm>
#include <functional>
#include <regex>
#include <set>

namespace greenward::architecture {

namespace {

constexpr std::size_t kMostLines = 500;

/// In which text of a file a pattern is looked for.
enum class In { Code, CodeAndStrings, Everything };

/// A pattern that must not occur in the files `applies` names.
struct TextRule
{
    std::string name;
    In in;
    std::regex pattern;
    std::string message;
    std::function<bool(const std::string &path, const Place &place)> applies;
};

bool isFileWriter(const Place &place)
{
    static const std::set<std::string, std::less<>> rooms{"files", "sqlite", "catalogue", "localfs", "os"};
    return place.part == Part::Adapters && rooms.contains(place.room);
}

std::vector<TextRule> makeRules()
{
    const auto product = [](const std::string &, const Place &place) {
        return isProduct(place);
    };
    const auto noWriter = [](const std::string &, const Place &place) {
        return isProduct(place) && !isFileWriter(place);
    };
    const auto noPrompt = [](const std::string &path, const Place &place) {
        return isProduct(place) && !path.starts_with("ui/prompts/");
    };
    const auto noClock = [](const std::string &path, const Place &place) {
        return isProduct(place) && !path.starts_with("core/adapters/os/system_clock.");
    };
    const auto noTranslation = [](const std::string &, const Place &place) {
        return place.part == Part::Engine || place.part == Part::Adapters;
    };
    const auto ours = [](const std::string &, const Place &place) {
        return place.part != Part::Elsewhere;
    };
    const auto tests = [](const std::string &, const Place &place) {
        return place.part == Part::Tests;
    };

    std::vector<TextRule> rules;
    const auto add = [&](std::string name, In in, const char *pattern, std::string message, auto applies) {
        rules.push_back({std::move(name), in, std::regex(pattern), std::move(message), std::move(applies)});
    };
    add("no-message-box", In::Code, R"(\bQMessageBox\b)", "ask through the prompter of ui/prompts", noPrompt);
    add("no-qsavefile", In::Code, R"(\bQSaveFile\b)",
        "QSaveFile loses files on a full disk and says it did not: use the file helper", product);
    add("no-file-writes", In::Code, R"(\b(ofstream|basic_ofstream|std\s*::\s*fstream|O_WRONLY|O_RDWR|O_CREAT)\b)",
        "files are written by the file helper of core/adapters/files", noWriter);
    add("no-file-writes", In::CodeAndStrings, R"re(\bfopen\s*\([^;]*"[^"]*[wa+][^"]*"\s*\))re",
        "files are written by the file helper of core/adapters/files", noWriter);
    add("outputs-are-guarded", In::Code, R"(\b(AtomicFile|writeFileAtomically|writeOutput)\b)",
        "what an operator names is written through app/composition/outputs.h, which keeps it out of the data directory",
        [](const std::string &path, const Place &place) {
            return isProduct(place) && place.part != Part::Adapters && !path.starts_with("app/composition/outputs.") &&
                   !path.starts_with("app/composition/sample_");
        });
    // Wherever the name is spelt: Json::parse, nlohmann::json::sax_parse, QJsonDocument::fromJson.
    add("one-json-reader", In::Code,
        R"((\b(\w*[jJ]son|ordered_json|basic_json)\s*::\s*(parse|accept|sax_parse|from_\w+|parser)\b|\bQJsonDocument\s*::\s*from|\bjson_sax\b))",
        "JSON is read by core/base/json_reader.h, which bounds its depth, size, values and repeated members",
        [](const std::string &path, const Place &place) {
            return isProduct(place) && !path.starts_with("core/base/json_reader.");
        });
    add("one-door-to-cli11", In::Code, R"(\bCLI\s*(::|/))", "declare options through app/ctl/command_syntax.h",
        [](const std::string &path, const Place &place) {
            return isProduct(place) && !path.starts_with("app/ctl/command_syntax.") &&
                   path != "app/ctl/command_line.cpp";
        });
    const auto ui = [](const std::string &path, const Place &place) {
        return place.part == Part::Ui && !path.starts_with("ui/widgets/plain_text.") &&
               !path.starts_with("ui/widgets/text_label.") && !path.starts_with("ui/prompts/");
    };
    const std::string guesses = "it takes names that look like HTML for HTML: see ui/widgets/plain_text.h";
    add("no-guessed-markup", In::Code, R"(\bnew\s+QLabel\b|\bQLabel\s*[({]|\bQLabel\s+m?_?\w+\s*[;({])", guesses, ui);
    add("no-guessed-markup", In::Code,
        R"(\bsetToolTip\s*\((?!\s*(plainTip\s*\(|m_action->toolTip|\{\s*\}|QString\s*\(\s*\)\s*\))))", guesses, ui);
    add("no-guessed-markup", In::Code, R"(\bQToolTip\s*::\s*showText\s*\([^,;]*,(?!\s*plainTip\b))", guesses, ui);
    add("no-guessed-markup", In::Code,
        R"(\b(setHtml|insertHtml|appendHtml|setMarkdown|Qt\s*::\s*RichText|Qt\s*::\s*AutoText)\b)", guesses, ui);
    // X::now() reads a clock whatever X is called; the definition of an implementation ends in `const`.
    add("no-clock-reads", In::Code, R"(\w\s*::\s*now\s*\(\s*\)(?!\s*const))", "time comes in through Clock", noClock);
    add("no-clock-reads", In::Code,
        R"(\b(currentDateTime(Utc)?|currentMSecsSinceEpoch|currentSecsSinceEpoch|QDate\s*::\s*currentDate|QTime\s*::\s*currentTime|clock_gettime|gettimeofday|time\s*\(\s*(nullptr|NULL|0|&\w+)\s*\)))",
        "time comes in through Clock", noClock);
    add("no-singletons", In::Code, R"(\b[iI]nstance\s*\()", "hand the object in instead of asking for the one instance",
        product);
    add("no-tr-in-core", In::Code,
        R"(\b(tr|trUtf8|QT_TR_NOOP|QT_TRANSLATE_NOOP|QCoreApplication\s*::\s*translate)\s*\()",
        "words for people are made in ui and app", noTranslation);
    add("no-leftovers", In::Everything, R"(\b(TODO|FIXME)\b)", "finish it or file it as an issue", ours);
    add("tests-wait-for-facts", In::Code, R"(\b(sleep_for|sleep_until|usleep|nanosleep|msleep|qSleep|qWait)\s*\()",
        "a test waits for a fact, not for time", tests);
    add("tests-never-skip", In::Code, R"(\b(GTEST_SKIP|QSKIP|QEXPECT_FAIL|DISABLED_\w+)\b)", "a test runs or goes",
        tests);
    return rules;
}

/// QFile opened for writing: both words in one file. QBuffer and sockets may write.
void checkQFile(const SourceFile &file, const Place &place, const std::string &code, std::vector<Finding> &findings)
{
    if (!isProduct(place) || isFileWriter(place)) return;
    static const std::regex qfile(R"(\b(QFile|QTemporaryFile)\b)");
    static const std::regex mode(R"(\b(WriteOnly|ReadWrite|Append|Truncate|NewOnly)\b)");
    if (std::smatch match; std::regex_search(code, qfile) && std::regex_search(code, match, mode)) {
        findings.push_back({file.path, lineAt(code, static_cast<std::size_t>(match.position(0))), "no-file-writes",
                            "files are written by the file helper of core/adapters/files"});
    }
}

void checkSize(const SourceFile &file, const Place &place, std::vector<Finding> &findings)
{
    const auto lines = static_cast<std::size_t>(std::ranges::count(file.text, '\n'));
    if (!isProduct(place) || lines <= kMostLines) return;
    findings.push_back(
        {file.path, lines, "small-files",
         std::to_string(lines) + " lines; more than " + std::to_string(kMostLines) + " do not fit a head"});
}

} // namespace

std::vector<Finding> checkText(const SourceFile &file)
{
    static const std::vector<TextRule> rules = makeRules();
    const Place place = placeOf(file.path);
    const Stripped stripped = strip(file.text);
    std::vector<Finding> findings;
    for (const auto &rule : rules) {
        if (!rule.applies(file.path, place)) continue;
        const std::string &text = rule.in == In::Code             ? stripped.code
                                  : rule.in == In::CodeAndStrings ? stripped.codeAndStrings
                                                                  : file.text;
        for (std::sregex_iterator it(text.begin(), text.end(), rule.pattern), end; it != end; ++it) {
            findings.push_back(
                {file.path, lineAt(text, static_cast<std::size_t>(it->position(0))), rule.name, rule.message});
        }
    }
    checkQFile(file, place, stripped.code, findings);
    checkSize(file, place, findings);
    return findings;
}

} // namespace greenward::architecture
