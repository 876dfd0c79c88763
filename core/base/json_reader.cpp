#include "core/base/json_reader.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace greenward {
namespace {

/// A line of a file: far above any record, and no file can make one of its lines fill the memory.
constexpr JsonLimits kLineLimits{.bytes = 1'048'576, .values = 10'000};
/// Of the text around an error.
constexpr std::size_t kMostShown = 40;
/// From so many members on, looking for one that is there twice sorts them.
constexpr std::size_t kManyMembers = 16;
/// The error of nlohmann's parser for numbers that no double holds.
constexpr int kNumberOverflow = 406;

/// Goes through the text and lets the handler know how far it is, which the parser does not tell.
class Cursor final
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    Cursor(const char *at, const char **reached)
        : m_at(at)
        , m_reached(reached)
    {}
    const char &operator*() const { return *m_at; }
    Cursor &operator++()
    {
        *m_reached = ++m_at;
        return *this;
    }
    Cursor operator++(int)
    {
        const Cursor before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Cursor &a, const Cursor &b) { return a.m_at == b.m_at; }
    friend bool operator!=(const Cursor &a, const Cursor &b) { return a.m_at != b.m_at; }

private:
    const char *m_at;
    const char **m_reached;
};

struct Member
{
    std::string name;
    const char *end; ///< behind its closing quote
};

/// The later of the first two that are of one name. The parser's own way to find out takes the square of their number.
std::optional<Member> repeated(const std::vector<Member> &members)
{
    if (members.size() <= kManyMembers) {
        for (std::size_t i = 1; i < members.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (members[i].name == members[k].name) return members[i];
        return std::nullopt;
    }
    std::vector<const Member *> sorted;
    sorted.reserve(members.size());
    for (const Member &member : members)
        sorted.push_back(&member);
    std::ranges::sort(sorted, [](const Member *a, const Member *b) {
        return a->name != b->name ? a->name < b->name : a->end < b->end;
    });
    const Member *first = nullptr;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i]->name == sorted[i - 1]->name && (!first || sorted[i]->end < first->end)) first = sorted[i];
    return first ? std::optional(*first) : std::nullopt;
}

/// Puts the tree together. The parser is a loop with a stack of its own, and so is this.
class Builder final : public nlohmann::json_sax<Json>
{
public:
    Builder(std::string_view text, const JsonLimits &limits)
        : m_text(text)
        , m_limits(limits)
        , m_reached(text.data())
    {}

    Cursor begin() { return {m_text.data(), &m_reached}; }
    Cursor end() { return {m_text.data() + m_text.size(), &m_reached}; }
    const JsonProblem &problem() const { return m_problem; }
    Json take() { return std::move(m_root); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &written) override
    {
        if (written.size() <= m_limits.digits) return add(value);
        return stop("a number of " + std::to_string(written.size()) + " characters; " +
                    std::to_string(m_limits.digits) + " are the most");
    }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return stop("holds bytes"); } // no text says so
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool key(string_t &name) override
    {
        m_levels.back().members.push_back({std::move(name), m_reached});
        return true;
    }
    bool end_array() override
    {
        Json list = Json::array();
        list.get_ref<Json::array_t &>() = std::move(m_levels.back().values);
        m_levels.pop_back();
        return put(std::move(list));
    }
    bool end_object() override
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        if (const auto twice = repeated(level.members)) {
            m_problem.member = twice->name;
            return stop("member \"" + shortened(twice->name) + "\" is there twice", twice->end);
        }
        Json object = Json::object();
        auto &members = object.get_ref<Json::object_t &>();
        members.reserve(level.values.size()); // growing would copy what is there
        for (std::size_t i = 0; i < level.values.size(); ++i)
            members.emplace_back(std::move(level.members[i].name), std::move(level.values[i]));
        return put(std::move(object));
    }
    bool parse_error(std::size_t position, const std::string &token, const nlohmann::detail::exception &error) override
    {
        if (position > m_text.size() || m_text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            stop("the text ends in the middle");
            m_problem.column = 0;
            return false;
        }
        std::string what = "\"" + shortened(token) + "\" is not JSON";
        if (error.id == kNumberOverflow) what += ": no such number can be held";
        if (std::string_view(error.what()).find("ill-formed UTF-8") != std::string_view::npos)
            what += ": it is no UTF-8";
        return stop(std::move(what));
    }
    /// Ends the reading, at what was read last or at `at`.
    bool stop(std::string what, const char *at = nullptr)
    {
        m_problem.what = std::move(what);
        const auto read = static_cast<std::size_t>((at ? at : m_reached) - m_text.data());
        const std::string_view before = m_text.substr(0, read == 0 ? 0 : read - 1);
        m_problem.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
        const std::size_t newline = before.rfind('\n');
        const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
        const auto continues = [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        };
        m_problem.column = 1 + line.size() - static_cast<std::size_t>(std::ranges::count_if(line, continues));
        return false;
    }

private:
    struct Level
    {
        bool object = false;
        std::vector<Member> members; ///< of an object, as many as values
        std::vector<Json> values;
    };

    static std::string shortened(const std::string &text)
    {
        if (text.size() <= kMostShown) return escapedForDisplay(text);
        return "..." + escapedForDisplay(std::string_view(text).substr(text.size() - kMostShown));
    }
    bool open(bool object)
    {
        if (m_levels.size() == m_limits.depth)
            return stop("nested deeper than " + std::to_string(m_limits.depth) + " levels");
        m_levels.push_back({object, {}, {}});
        return counts();
    }
    bool counts()
    {
        if (++m_values <= m_limits.values) return true;
        return stop("more than " + std::to_string(m_limits.values) + " values");
    }
    bool add(Json value) { return counts() && put(std::move(value)); }
    bool put(Json value)
    {
        if (m_levels.empty())
            m_root = std::move(value);
        else
            m_levels.back().values.push_back(std::move(value));
        return true;
    }

    std::string_view m_text;
    JsonLimits m_limits;
    const char *m_reached;
    std::vector<Level> m_levels;
    std::size_t m_values = 0;
    Json m_root;
    JsonProblem m_problem;
};

std::string columnText(const JsonProblem &problem)
{
    return problem.column == 0 ? "" : " (column " + std::to_string(problem.column) + ")";
}

Unexpected<Error> inFile(const JsonProblem &problem, std::string_view subject, std::size_t firstLine)
{
    const std::string where = "line " + std::to_string(firstLine + problem.line - 1) + ": ";
    if (problem.member.empty())
        return fail(ErrorCode::InvalidInput, subject, where + problem.what + columnText(problem));
    return fail(ErrorCode::InvalidInput, escapedForDisplay(problem.member), where + "is there twice");
}

} // namespace

Expected<Json, JsonProblem> readJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return Unexpected{JsonProblem{"is longer than " + std::to_string(limits.bytes) + " bytes", {}, 1, 0}};
    Builder builder(text, limits);
    // The parser takes a zero byte for the end and would not look at what stands behind it.
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
        builder.stop("holds a zero byte", text.data() + zero + 1);
        return Unexpected{builder.problem()};
    }
    if (!Json::sax_parse(builder.begin(), builder.end(), &builder)) return Unexpected{builder.problem()};
    return builder.take();
}

Result<Json> parseJson(std::string_view text, std::string_view subject, const JsonLimits &limits)
{
    auto json = readJson(text, limits);
    if (json) return *std::move(json);
    const JsonProblem &problem = json.error();
    const std::string where = problem.column == 0 ? ""
                                                  : " (line " + std::to_string(problem.line) + ", column " +
                                                        std::to_string(problem.column) + ")";
    return fail(ErrorCode::BadReply, subject, problem.what + where);
}

Result<Json> parseJsonFile(std::string_view text, std::string_view subject, const JsonLimits &limits)
{
    auto json = readJson(text, limits);
    if (json) return *std::move(json);
    if (text.size() > limits.bytes) return fail(ErrorCode::InvalidInput, subject, json.error().what);
    return inFile(json.error(), subject, 1);
}

Result<Json> parseJsonLine(std::string_view text, std::string_view subject, std::size_t line)
{
    auto json = readJson(text, kLineLimits);
    if (json) return *std::move(json);
    return inFile(json.error(), subject, line);
}

} // namespace greenward
