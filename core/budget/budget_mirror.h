#pragma once

#include "core/base/digest.h"
#include "core/budget/budget_book.h"
#include "core/budget/mirror_file.h"
#include "core/bus/bus.h"
#include "core/store/state_store.h"

#include <functional>
#include <stop_token>

namespace greenward::budget {

/// Keeps carbon-budgets.json in step with the store, which is the truth (B-07). Engine thread only: that thread is the
/// one permit for the file (B-15).
///
/// The first change starts a timer of 5 s, later ones do not restart it, then the whole file is replaced (B-17, B-18,
/// C-13); what is left is written by flush(), which the destructor calls. A file that is not as it was written last,
/// and says something else than the store does, has been edited by hand: before it is written over it is kept under
/// another name, with an audit row and a sentence for the banner.
class BudgetMirror final
{
public:
    static constexpr std::chrono::seconds kLongest{5};

    /// What the mirror is of.
    /// In order of their tenants.
    using Budgets = std::function<std::vector<BookEntry>()>;

    /// All references must outlive the mirror.
    BudgetMirror(bus::Bus &bus, store::StateStore &store, const Clock &clock, const HasherFactory &hashers,
                 MirrorFile &file, BudgetDefaults defaults, Budgets budgets);
    ~BudgetMirror();
    BudgetMirror(const BudgetMirror &) = delete;
    BudgetMirror &operator=(const BudgetMirror &) = delete;

    /// Reads what is known of the file. Call once, after the budgets are loaded. When there is a file and a store that
    /// never had a budget, answers the budgets in the file, to be set (B-12). A damaged one is kept aside, never
    /// written over (C-14), and nothing is answered.
    Result<std::vector<BookEntry>> start(const std::string &path, const std::stop_token &stop = {});
    /// Whether budgets may be kept at `path`: refused as MirrorFile::check() says, and when a file is there that holds
    /// no budgets, for it would be replaced.
    Result<void> check(const std::string &path) const;
    /// From now on the file is another one; it is written as after a change.
    void moveTo(const std::string &path);

    /// Call about every second.
    void tick();
    /// Writes now if something changed (B-12). Cancelled: nothing was written, it is still to be done.
    Result<void> flush(const std::stop_token &stop = {});

    const std::string &path() const { return m_path; }
    /// For the banner; empty when all is well.
    const std::string &problem() const { return m_problem; }

private:
    Result<void> write(const std::vector<BookEntry> &budgets);
    bool isEdited(const std::string &present, const std::vector<BookEntry> &budgets) const;
    Result<std::vector<BookEntry>> refuseDamaged(const Error &error);
    Result<void> recall();
    Result<void> keepEdited();
    Result<void> remember(const std::string &next);
    std::string hashOf(std::string_view text) const;
    void noteChange();

    store::StateStore &m_store;
    const Clock &m_clock;
    const HasherFactory &m_hashers;
    MirrorFile &m_file;
    BudgetDefaults m_defaults;
    Budgets m_budgets;
    std::string m_path;
    std::string m_written;                                  ///< hash of what was written last
    std::string m_previous;                                 ///< and before: a crash may have left that one
    std::optional<std::chrono::nanoseconds> m_changedSince; ///< monotonic
    std::string m_problem;
    Subscription m_changes;
};

} // namespace greenward::budget
