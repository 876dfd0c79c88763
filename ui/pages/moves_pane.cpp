#include "ui/pages/moves_pane.h"

#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/icons/icons.h"
#include "ui/models/move_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

enum class Show { All, Open, Grace, Done, Trouble };

std::vector<store::MoveState> statesOf(Show show)
{
    using store::MoveState;
    switch (show) {
    case Show::All:
        return {};
    case Show::Open:
        return {MoveState::Planned, MoveState::Copying, MoveState::Verified, MoveState::RetryWait};
    case Show::Grace:
        return {MoveState::Switched, MoveState::Releasing};
    case Show::Done:
        return {MoveState::Done, MoveState::Kept};
    case Show::Trouble:
        return {MoveState::Failed, MoveState::Stale, MoveState::Skipped, MoveState::Cancelled, MoveState::RetryWait};
    }
    return {};
}

} // namespace

MovesPane::MovesPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new MoveModel(this))
    , m_table(new DataTable(QStringLiteral("moves"), this))
    , m_states(new QComboBox(this))
    , m_position(new TextLabel(TextRole::Caption, TextLabel::Fit::Elide, this))
    , m_previousButton(new QPushButton(tr("Previous page"), this))
    , m_nextButton(new QPushButton(tr("Next page"), this))
    , m_problem(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
{
    m_table->setObjectName(QStringLiteral("movesTable"));
    m_table->setAccessibleName(tr("Objects of the batch"));
    m_table->setRowModel(m_model);
    m_table->setColumnWidth(QStringLiteral("object"), 40);
    m_table->setColumnWidth(QStringLiteral("state"), 24);
    m_table->setStretchColumn(QStringLiteral("object"));
    m_table->setEmptyState(new EmptyState(QStringLiteral("tiering"), tr("No such objects"),
                                          tr("No object of this batch is in the chosen state.")));
    m_states->setObjectName(QStringLiteral("moveStatesComboBox"));
    m_states->setAccessibleName(tr("Which objects are shown"));
    m_states->addItem(tr("All objects"), static_cast<int>(Show::All));
    m_states->addItem(tr("Not moved yet"), static_cast<int>(Show::Open));
    m_states->addItem(tr("In grace: source still there"), static_cast<int>(Show::Grace));
    m_states->addItem(tr("Moved"), static_cast<int>(Show::Done));
    m_states->addItem(tr("Left alone, waiting or failed"), static_cast<int>(Show::Trouble));
    m_problem->setTone(Tone::Critical);
    m_problem->hide();

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_states);
    bar->addWidget(m_position, 1);
    bar->addWidget(m_previousButton);
    bar->addWidget(m_nextButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, fontMetrics().height() / 4, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_problem);
    layout->addWidget(m_table, 1);
    connect(m_previousButton, &QPushButton::clicked, this, [this] { turn(false); });
    connect(m_nextButton, &QPushButton::clicked, this, [this] { turn(true); });
    connect(m_states, &QComboBox::currentIndexChanged, this, [this] {
        m_starts = {MoveId{0}};
        askPage();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MovesPane::selectionChanged);
}

void MovesPane::setBatch(BatchId batch, std::uint64_t objects)
{
    if (m_batch != batch) {
        m_starts = {MoveId{0}};
        m_model->merge({});
    }
    m_batch = batch;
    m_objects = objects;
    askPage();
}

std::vector<store::MoveState> MovesPane::shownStates() const
{
    return statesOf(static_cast<Show>(m_states->currentData().toInt()));
}

void MovesPane::askPage()
{
    if (!m_batch) return;
    store::StateStore::MoveQuery query{.batch = *m_batch, .states = shownStates()};
    query.after = m_starts.back();
    query.limit = kPageSize + 1;
    Q_EMIT pageWanted(query);
}

void MovesPane::turn(bool forward)
{
    if (forward && m_next) m_starts.push_back(*m_next);
    if (!forward && m_starts.size() > 1) m_starts.pop_back();
    askPage();
}

void MovesPane::showMoves(const store::StateStore::MoveQuery &asked,
                          const Result<std::vector<store::MoveRecord>> &moves, Instant now)
{
    // Another batch or page was asked for since.
    if (asked.batch != m_batch || asked.after != m_starts.back() || asked.states != shownStates()) return;
    m_problem->setVisible(!moves);
    if (!moves) return m_problem->setText(format::errorText(moves.error()));

    std::vector<store::MoveRecord> page = *moves;
    m_next.reset();
    if (page.size() > kPageSize) {
        page.erase(page.begin() + static_cast<std::ptrdiff_t>(kPageSize), page.end());
        m_next = page.back().id;
    }
    const std::uint64_t first = (m_starts.size() - 1) * kPageSize + 1;
    const std::uint64_t last = first + page.size() - 1;
    const bool all = m_states->currentData().toInt() == static_cast<int>(Show::All);
    if (page.empty())
        m_position->setText({});
    else if (all)
        m_position->setText(tr("%1–%2 of %3").arg(format::count(first), format::count(last), format::count(m_objects)));
    else
        m_position->setText(tr("%1–%2").arg(format::count(first), format::count(last)));
    m_previousButton->setEnabled(m_starts.size() > 1);
    m_nextButton->setEnabled(m_next.has_value());
    m_previousButton->setVisible(m_starts.size() > 1 || m_next);
    m_nextButton->setVisible(m_starts.size() > 1 || m_next);
    m_model->setNow(now);
    m_model->merge(std::move(page));
}

std::vector<store::MoveRecord> MovesPane::selected() const
{
    std::vector<store::MoveRecord> moves;
    const QStringList keys = m_table->selectedKeys();
    for (const QString &key : keys) {
        if (const store::MoveRecord *move = m_model->find(key)) moves.push_back(*move);
    }
    return moves;
}

void MovesPane::setRowActions(const QList<QAction *> &actions)
{
    m_table->setRowActions(actions);
}

} // namespace greenward::ui
