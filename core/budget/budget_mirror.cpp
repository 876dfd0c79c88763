#include "core/budget/budget_mirror.h"

#include "core/base/json_fields.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::budget {
namespace {

/// The setting that says what was written last.
constexpr const char *kId = "budgets-file";
constexpr std::string_view kActor = "greenward";

store::AuditEntry auditRow(Instant at, std::string what, const std::string &path, const std::string &detail)
{
    return {at, std::string(kActor), std::move(what), "file " + escapedForDisplay(path),
            jsonText({{"detail", escapedForDisplay(detail)}})};
}

} // namespace

BudgetMirror::BudgetMirror(bus::Bus &bus, store::StateStore &store, const Clock &clock, const HasherFactory &hashers,
                           MirrorFile &file, BudgetDefaults defaults, Budgets budgets)
    : m_store(store)
    , m_clock(clock)
    , m_hashers(hashers)
    , m_file(file)
    , m_defaults(defaults)
    , m_budgets(std::move(budgets))
    , m_changes(bus.subscribe<bus::BudgetSet>([this](const bus::BudgetSet &) { noteChange(); }))
{}

BudgetMirror::~BudgetMirror()
{
    // The store has every budget; a mirror that cannot be written now is written by the next process.
    static_cast<void>(flush());
}

Result<std::vector<BookEntry>> BudgetMirror::start(const std::string &path, const std::stop_token &stop)
{
    const std::vector<BookEntry> nothing;
    if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "load", "stopped on request");
    m_path = path;
    CORE_CHECK(recall());
    const std::vector<BookEntry> budgets = m_budgets();
    const bool fresh = m_written.empty() && budgets.empty();
    const auto text = m_file.read(path);
    if (!text && text.error().code != ErrorCode::NotFound) {
        m_problem = "the budgets file " + path + " cannot be read: " + text.error().detail;
        return nothing;
    }
    if (!text) {
        if (!fresh) noteChange(); // gone, or not written before the last stop
        return nothing;
    }
    if (fresh) {
        auto entries = readBook(*text, m_defaults);
        return entries ? std::move(entries) : refuseDamaged(entries.error());
    }
    if (isEdited(*text, budgets))
        m_problem = "the budgets file " + path +
                    " was edited by hand; import it to make it count, else it is kept aside at the next change";
    else if (hashOf(*text) != m_written)
        noteChange(); // stopped between saying and writing
    return nothing;
}

Result<void> BudgetMirror::recall()
{
    CORE_TRY(const auto settings, m_store.documents(store::Collection::Setting));
    for (const store::Document &setting : settings) {
        if (setting.id != kId) continue;
        CORE_TRY(const Json json, parseJson(setting.json, kId));
        CORE_TRY(const JsonFields fields, JsonFields::of(json, kId));
        m_written = fields.textOr("sha256", "");
        m_previous = fields.textOr("previous", "");
    }
    return {};
}

/// Nothing of it counts, and nothing of it is lost.
Result<std::vector<BookEntry>> BudgetMirror::refuseDamaged(const Error &error)
{
    CORE_TRY(const std::string kept, m_file.setAside(m_path, "damaged"));
    m_problem = "the budgets file could not be read (" + error.subject + ", " + error.detail + "); it is kept as " +
                kept + ": correct and import it";
    store::Transaction transaction;
    transaction.audit.push_back(auditRow(m_clock.now(), "budgets.file.damaged", m_path, m_problem));
    CORE_CHECK(m_store.commit(std::move(transaction)));
    return std::vector<BookEntry>{};
}

/// Neither ours nor the same in other words.
bool BudgetMirror::isEdited(const std::string &present, const std::vector<BookEntry> &budgets) const
{
    const std::string hash = hashOf(present);
    if (hash == m_written || hash == m_previous) return false;
    auto theirs = readBook(present, m_defaults);
    if (!theirs) return true;
    std::sort(theirs->begin(), theirs->end(),
              [](const BookEntry &a, const BookEntry &b) { return a.tenant < b.tenant; });
    return *theirs != budgets;
}

Result<void> BudgetMirror::check(const std::string &path) const
{
    CORE_CHECK(m_file.check(path));
    const auto text = m_file.read(path);
    if (!text && text.error().code == ErrorCode::NotFound) return {};
    if (!text) return fail(text.error().code, "file", text.error().detail);
    if (readBook(*text, m_defaults)) return {};
    return fail(ErrorCode::Refused, "file",
                "\"" + escapedForDisplay(path) +
                    "\" is there already and holds no budgets; choose another name, or move it away first");
}

void BudgetMirror::moveTo(const std::string &path)
{
    if (path == m_path) return;
    static_cast<void>(flush());
    m_path = path;
    m_written.clear(); // whatever is there is not ours
    m_previous.clear();
    noteChange();
}

void BudgetMirror::noteChange()
{
    if (!m_changedSince) m_changedSince = m_clock.monotonic();
}

void BudgetMirror::tick()
{
    if (!m_changedSince || m_clock.monotonic() - *m_changedSince < kLongest) return;
    const auto written = flush();
    if (written) return;
    m_problem = "the budgets file " + m_path + " could not be written: " + written.error().detail;
    m_changedSince = m_clock.monotonic(); // tried again after as long
}

Result<void> BudgetMirror::flush(const std::stop_token &stop)
{
    if (!m_changedSince || m_path.empty()) return {};
    if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "save", "stopped on request");
    CORE_CHECK(write(m_budgets()));
    m_changedSince.reset();
    return {};
}

Result<void> BudgetMirror::write(const std::vector<BookEntry> &budgets)
{
    const std::string text = bookJson(budgets);
    const std::string next = hashOf(text);
    const auto present = m_file.read(m_path);
    if (!present && present.error().code != ErrorCode::NotFound) return Unexpected{present.error()};
    m_problem.clear();
    if (present && isEdited(*present, budgets)) CORE_CHECK(keepEdited());
    // Said before it is done: a crash in between leaves the previous file, which is known as ours too.
    if (next != m_written) CORE_CHECK(remember(next));
    if (present && *present == text) return {};
    return m_file.write(m_path, text);
}

Result<void> BudgetMirror::keepEdited()
{
    CORE_TRY(const std::string kept, m_file.setAside(m_path, "edited"));
    m_problem =
        "the budgets file had been edited by hand; the edited one is kept as " + kept + ": import it to make it count";
    store::Transaction transaction;
    transaction.audit.push_back(auditRow(m_clock.now(), "budgets.file.kept", m_path, m_problem));
    CORE_CHECK(m_store.commit(std::move(transaction)));
    return {};
}

Result<void> BudgetMirror::remember(const std::string &next)
{
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, kId, jsonText({{"sha256", next}, {"previous", m_written}}));
    CORE_CHECK(m_store.commit(std::move(transaction)));
    m_previous = std::exchange(m_written, next);
    return {};
}

std::string BudgetMirror::hashOf(std::string_view text) const
{
    const auto hasher = m_hashers.sha256();
    hasher->update(text);
    return hexText(hasher->finish());
}

} // namespace greenward::budget
