#include "ui/pages/placement/what_if_pane.h"

#include "core/engine/engine.h"
#include "ui/bridge/placement_requests.h"
#include "ui/format/error_text.h"
#include "ui/pages/placement/decision_view.h"
#include "ui/widgets/note_line.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace greenward::ui {
namespace {

constexpr int kTypingPauseMs = 150;
/// As long as sources may take to tell fresh figures before a decision is taken with what is known.
constexpr milliseconds kDeadline{5000};
/// Narrower than this, form and answer stand above one another, in digits.
constexpr int kNarrow = 90;
constexpr int kFormWidth = 46; ///< in average letters

} // namespace

WhatIfPane::WhatIfPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new WhatIfForm(this))
    , m_view(new DecisionView(this))
    , m_stale(new NoteLine(this))
{
    setObjectName(QStringLiteral("whatIfPane"));
    m_stale->setObjectName(QStringLiteral("whatIfStaleNote"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Question"));
    scroll->setWidget(m_form);
    scroll->setMinimumWidth(m_form->minimumSizeHint().width() + fontMetrics().height());
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->addWidget(scroll, 1);
    leftLayout->addWidget(makeButtons());
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(grid(this, 1), 0, 0, 0);
    rightLayout->addWidget(m_stale);
    rightLayout->addWidget(m_view, 1);
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(left);
    m_split->addWidget(right);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({fontMetrics().averageCharWidth() * kFormWidth, fontMetrics().averageCharWidth() * 200});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(m_split);
    m_view->showNothing(tr("Working it out…"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &WhatIfPane::weigh);
    connect(m_form, &WhatIfForm::edited, this, [this] {
        m_current = false;
        m_typing.start();
        enableDecide();
    });
    enableDecide();
}

QWidget *WhatIfPane::makeButtons()
{
    auto *line = new QWidget(this);
    m_decide = new QPushButton(line);
    m_decide->setObjectName(QStringLiteral("decideButton"));
    connect(m_decide, &QPushButton::clicked, this, &WhatIfPane::decide);
    m_progress = new QProgressBar(line);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    m_progress->setAccessibleName(tr("The sources are being asked"));
    auto *layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(m_progress);
    layout->addWidget(m_decide);
    setDeciding(false);
    return line;
}

void WhatIfPane::setChoices(WhatIfChoices choices)
{
    m_known = true;
    m_waiting = std::move(choices);
    if (isVisible()) takeChoices();
}

void WhatIfPane::takeChoices()
{
    if (m_waiting) m_form->setChoices(*std::exchange(m_waiting, std::nullopt));
    weigh();
}

void WhatIfPane::choose(const std::vector<BackendId> &candidates)
{
    if (m_waiting) m_form->setChoices(*std::exchange(m_waiting, std::nullopt));
    m_form->choose(candidates);
}

void WhatIfPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeChoices();
}

void WhatIfPane::weigh()
{
    if (!isVisible() || !m_known) return;
    if (m_asking) {
        m_again = true;
        return;
    }
    const auto query = m_form->query();
    if (!query)
        return setStale(tr("A field of the question is not right yet. This is the answer to the last one that was."));
    m_asking = true;
    m_context.client.ask(
        [query = *query](const engine::Engine &engine) -> Result<Explained> {
            auto decision = engine.weighPlacement(query);
            if (!decision) return Unexpected{decision.error()};
            placement::Explanation why = placement::explain(*decision);
            return Explained{*std::move(decision), std::move(why)};
        },
        this,
        [this](Result<Explained> answer) {
            m_asking = false;
            if (m_again) {
                m_again = false;
                m_typing.start();
            }
            if (!answer) {
                const bool atField = m_form->showProblem(answer.error());
                return setStale(atField ? tr("The question cannot be answered yet; the field says why.")
                                        : format::errorText(answer.error()));
            }
            m_stale->setNote(Tone::Info, {});
            m_view->setEnabled(true);
            m_view->show(*std::move(answer));
            m_current = !m_typing.isActive();
            enableDecide();
        });
}

void WhatIfPane::setStale(const QString &why)
{
    m_current = false;
    m_stale->setNote(Tone::Warning, why);
    // The last good answer stays to be read; it is not of what stands in the form.
    if (!m_view->shown()) m_view->showNothing(tr("There is no answer yet."));
    m_view->setEnabled(false);
    enableDecide();
}

void WhatIfPane::enableDecide()
{
    const bool answered = m_current && m_view->shown() && m_view->shown()->decision.chosen();
    m_decide->setEnabled(!m_deciding && !m_context.readOnly && answered);
    m_decide->setToolTip(plainTip(m_context.readOnly ? tr("The data directory is open read-only.")
                                  : answered
                                      ? tr("Asks the sources for fresh grid figures, for at most 5 s, then decides "
                                           "and keeps the decision with everything it rests on.")
                                      : tr("There is nothing to decide yet.")));
}

void WhatIfPane::setDeciding(bool deciding)
{
    m_deciding = deciding;
    m_decide->setText(deciding ? tr("Asking the sources, at most 5 s…") : tr("&Decide and record…"));
    m_progress->setVisible(deciding);
    enableDecide();
}

void WhatIfPane::decide()
{
    const auto query = m_form->query();
    if (!query) return;
    setDeciding(true);
    choosePlacement(m_context.client, *query, kDeadline, this, [this](const Result<placement::Decision> &answer) {
        setDeciding(false);
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        Q_EMIT decided(*answer);
    });
}

void WhatIfPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < kNarrow * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    m_split->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace greenward::ui
