#include "ui/editing/backend_edits.h"

#include <QUndoCommand>

#include <algorithm>
#include <memory>
#include <utility>

namespace greenward::ui {

/// Holds what a step changed. The stack only keeps order and names: sending is asynchronous.
class BackendEdits::Step final : public QUndoCommand
{
public:
    Step(const QString &text, std::vector<BackendChange> changes)
        : QUndoCommand(text)
        , m_changes(std::move(changes))
    {}
    void undo() override {}
    void redo() override {}
    const std::vector<BackendChange> &changes() const { return m_changes; }

private:
    std::vector<BackendChange> m_changes;
};

namespace {

engine::Command commandFor(const BackendChange &change)
{
    if (!change.after) return engine::RemoveBackend{change.id};
    if (change.before) return engine::UpdateBackend{*change.after};
    return engine::RegisterBackend{*change.after};
}

std::vector<BackendChange> reversed(const std::vector<BackendChange> &changes)
{
    std::vector<BackendChange> back;
    back.reserve(changes.size());
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        back.push_back({change->id, change->after, change->before});
    return back;
}

} // namespace

BackendEdits::BackendEdits(Submit submit, Present present, QObject *parent)
    : QObject(parent)
    , m_submit(std::move(submit))
    , m_present(std::move(present))
{
    constexpr int kMostSteps = 200;
    m_stack.setUndoLimit(kMostSteps);
    connect(&m_stack, &QUndoStack::indexChanged, this, &BackendEdits::changed);
}

BackendEdits::~BackendEdits()
{
    // The stack clears itself when it goes, and whoever listens may be half gone by then.
    m_stack.disconnect(this);
}

void BackendEdits::remember(const QString &text, std::vector<BackendChange> changes)
{
    m_stack.push(new Step(text, std::move(changes)));
}

void BackendEdits::turn(bool undoing)
{
    if (m_busy || (undoing ? !m_stack.canUndo() : !m_stack.canRedo())) return;
    const int at = undoing ? m_stack.index() - 1 : m_stack.index();
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-static-cast-downcast): nothing else is pushed
    const auto *step = static_cast<const Step *>(m_stack.command(at));
    std::vector<BackendChange> changes = undoing ? reversed(step->changes()) : step->changes();
    setBusy(true);
    m_present(
        [this, undoing, text = step->text(), changes = std::move(changes)](const std::vector<BackendSpec> &present) {
            for (const BackendChange &change : changes) {
                const auto now = std::ranges::find(present, change.id, &BackendSpec::id);
                const bool same = now == present.end() ? !change.before : change.before && *change.before == *now;
                if (same) continue;
                setBusy(false);
                Q_EMIT overtaken(QString::fromStdString(change.id.text()));
                return;
            }
            send(text, changes, undoing);
        });
}

void BackendEdits::send(const QString &text, const std::vector<BackendChange> &changes, bool undoing)
{
    struct Round
    {
        std::size_t open = 0;
        std::size_t taken = 0;
    };
    auto round = std::make_shared<Round>(Round{changes.size(), 0});
    for (const BackendChange &change : changes) {
        m_submit(commandFor(change), this, [this, round, text, undoing](const Result<engine::Outcome> &answer) {
            if (answer)
                ++round->taken;
            else
                Q_EMIT refused(answer.error());
            if (--round->open > 0) return;
            // Refused as a whole: it is still as it was, and so is the stack.
            if (round->taken > 0) m_stack.setIndex(m_stack.index() + (undoing ? -1 : 1));
            setBusy(false);
            if (round->taken > 0) Q_EMIT turned(text);
        });
    }
}

void BackendEdits::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace greenward::ui
