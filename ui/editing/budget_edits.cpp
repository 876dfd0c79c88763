#include "ui/editing/budget_edits.h"

#include <QUndoCommand>

#include <utility>

namespace greenward::ui {

/// Holds what a step changed. The stack only keeps order and names: sending is asynchronous and done by BudgetEdits.
class BudgetEdits::Step final : public QUndoCommand
{
public:
    Step(const QString &text, std::vector<BudgetChange> changes)
        : QUndoCommand(text)
        , m_changes(std::move(changes))
    {}
    void undo() override {}
    void redo() override {}

    const std::vector<BudgetChange> &changes() const { return m_changes; }

private:
    std::vector<BudgetChange> m_changes;
};

namespace {

engine::Command commandFor(const BudgetChange &change)
{
    if (change.after) return *change.after;
    return engine::RemoveBudget{change.tenant};
}

std::vector<BudgetChange> reversed(const std::vector<BudgetChange> &changes)
{
    std::vector<BudgetChange> back;
    back.reserve(changes.size());
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        back.push_back({change->tenant, change->after, change->before});
    return back;
}

/// What an edit leaves behind; the rest may follow the defaults of the day.
bool sameBudget(const std::optional<engine::SetBudget> &a, const std::optional<engine::SetBudget> &b)
{
    if (!a || !b) return !a && !b;
    return a->limit == b->limit && a->period == b->period;
}

} // namespace

std::optional<engine::SetBudget> budgetOf(const engine::BudgetRow &row)
{
    if (!row.budgeted) return {};
    engine::SetBudget set{.tenant = row.tenant, .limit = row.limit, .period = row.period};
    if (row.ownSoft) set.soft = row.soft;
    if (row.ownHard) set.hard = row.hard;
    if (row.ownMinDelay) set.minDelay = row.minDelay;
    if (row.ownMaxDelay) set.maxDelay = row.maxDelay;
    set.anchor = row.anchor;
    set.shadow = row.shadow;
    set.replace = true;
    return set;
}

BudgetEdits::BudgetEdits(Submit submit, Present present, QObject *parent)
    : QObject(parent)
    , m_submit(std::move(submit))
    , m_present(std::move(present))
{
    constexpr int kMostSteps = 200;
    m_stack.setUndoLimit(kMostSteps);
    connect(&m_stack, &QUndoStack::indexChanged, this, &BudgetEdits::changed);
}

BudgetEdits::~BudgetEdits()
{
    // The stack clears itself when it goes, and whoever listens may be half gone by then.
    m_stack.disconnect(this);
}

void BudgetEdits::apply(const QString &text, std::vector<BudgetChange> changes)
{
    send(std::move(changes), [this, text](std::vector<BudgetChange> taken) {
        const auto count = static_cast<int>(taken.size());
        if (!taken.empty()) remember(text, std::move(taken));
        Q_EMIT applied(text, count);
    });
}

void BudgetEdits::remember(const QString &text, std::vector<BudgetChange> changes)
{
    m_stack.push(new Step(text, std::move(changes)));
}

void BudgetEdits::undo()
{
    if (canUndo()) turn(true);
}

void BudgetEdits::redo()
{
    if (canRedo()) turn(false);
}

void BudgetEdits::turn(bool undoing)
{
    const int at = undoing ? m_stack.index() - 1 : m_stack.index();
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-static-cast-downcast): nothing else is pushed
    const auto *step = static_cast<const Step *>(m_stack.command(at));
    std::vector<BudgetChange> changes = undoing ? reversed(step->changes()) : step->changes();
    std::vector<TenantId> tenants;
    for (const BudgetChange &change : changes)
        tenants.push_back(change.tenant);
    setBusy(true);
    m_present(std::move(tenants), [this, undoing, text = step->text(), changes = std::move(changes)](
                                      const Budgets &present) { turnFrom(present, text, changes, undoing); });
}

void BudgetEdits::turnFrom(const Budgets &present, const QString &text, std::vector<BudgetChange> changes, bool undoing)
{
    for (std::size_t at = 0; at < changes.size() && at < present.size(); ++at) {
        if (sameBudget(present[at], changes[at].before)) continue;
        setBusy(false);
        Q_EMIT overtaken(QString::fromStdString(changes[at].tenant.text()));
        return;
    }
    send(std::move(changes), [this, undoing, text](const std::vector<BudgetChange> &taken) {
        // Refused as a whole: it is still as it was, and so is the stack.
        if (!taken.empty()) m_stack.setIndex(m_stack.index() + (undoing ? -1 : 1));
        setBusy(false);
        Q_EMIT applied(text, static_cast<int>(taken.size()));
    });
}

void BudgetEdits::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

void BudgetEdits::send(std::vector<BudgetChange> changes, Done done)
{
    struct Round
    {
        std::vector<BudgetChange> taken;
        std::size_t open = 0;
        Done done;
    };
    auto round = std::make_shared<Round>(Round{{}, changes.size(), std::move(done)});
    if (changes.empty()) return round->done({});
    for (BudgetChange &change : changes) {
        engine::Command command = commandFor(change);
        m_submit(std::move(command), this,
                 [this, round, change = std::move(change)](const Result<engine::Outcome> &answer) {
                     if (answer) {
                         round->taken.push_back(change);
                     } else {
                         Q_EMIT refused(QString::fromStdString(change.tenant.text()), answer.error());
                     }
                     if (--round->open == 0) round->done(std::move(round->taken));
                 });
    }
}

} // namespace greenward::ui
