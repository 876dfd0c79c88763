#include "ui/shell/start_page.h"

#include "ui/format/error_text.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

/// What the reason means for the operator, in a headline.
QString headline(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Locked:
        return StartPage::tr("Another program is using this data directory");
    case ErrorCode::StoreDamaged:
        return StartPage::tr("The stored state is damaged");
    case ErrorCode::StoreVersion:
        return StartPage::tr("This data directory was written by a newer Greenward");
    case ErrorCode::NoPermission:
        return StartPage::tr("Greenward may not use this data directory");
    default:
        return StartPage::tr("This data directory could not be opened");
    }
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_icon(plainLabel())
    , m_title(new TextLabel(TextRole::Title, TextLabel::Fit::Wrap))
    , m_detail(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap))
    , m_next(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap))
    , m_directory(new TextLabel(TextRole::Caption, TextLabel::Fit::ElideMiddle))
    , m_readOnly(new ActionButton(tr("Open &read-only"), ActionButton::Look::Primary))
    , m_retry(new ActionButton(tr("&Try again")))
    , m_other(new ActionButton(tr("&Choose another directory…")))
    , m_sample(new ActionButton(tr("Open the &sample estate")))
{
    setObjectName(QStringLiteral("startPage"));
    m_readOnly->setObjectName(QStringLiteral("readOnlyButton"));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    auto *buttons = new QGridLayout; // two by two: four in a row would not fit a narrow window
    buttons->setHorizontalSpacing(grid(this, 1));
    buttons->setVerticalSpacing(grid(this, 1));
    buttons->addWidget(m_readOnly, 0, 0);
    buttons->addWidget(m_retry, 0, 1);
    buttons->addWidget(m_other, 1, 0);
    buttons->addWidget(m_sample, 1, 1);

    auto *card = new Card(this);
    card->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    card->setMaximumWidth(fontMetrics().averageCharWidth() * 84);
    card->body().addWidget(m_icon);
    for (TextLabel *label : {m_title, m_detail, m_next, m_directory})
        card->body().addWidget(label);
    card->body().addSpacing(grid(this, 1));
    card->body().addLayout(buttons);

    auto *layout = new QGridLayout(this);
    layout->addWidget(card, 1, 1);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(2, 3);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 4);
    layout->setColumnStretch(2, 1);
    connect(m_readOnly, &QPushButton::clicked, this, &StartPage::readOnlyAsked);
    connect(m_retry, &QPushButton::clicked, this, &StartPage::retryAsked);
    connect(m_other, &QPushButton::clicked, this, &StartPage::otherDirectoryAsked);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleAsked);
}

void StartPage::showOpening(const QString &directory)
{
    show(QStringLiteral("folder"), tr("Opening the data directory…"), {}, {});
    m_directory->setText(directory);
}

void StartPage::showWorking(const QString &what, const QString &detail)
{
    show(QStringLiteral("sample"), what, detail, {});
    m_directory->setText({});
}

void StartPage::showProblem(const QString &directory, const Error &error)
{
    const format::ErrorWords words = format::errorWords(error);
    const bool locked = error.code == ErrorCode::Locked;
    show(locked ? QStringLiteral("lock") : QStringLiteral("critical"), headline(error.code), words.what, words.next);
    m_directory->setText(tr("Data directory: %1").arg(directory));
    m_readOnly->setVisible(locked);
    for (ActionButton *button : {m_retry, m_other, m_sample})
        button->show();
    (locked ? m_readOnly : m_retry)->setFocus();
}

void StartPage::show(const QString &iconName, const QString &title, const QString &detail, const QString &next)
{
    m_iconName = iconName;
    applyIcon();
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    for (ActionButton *button : {m_readOnly, m_retry, m_other, m_sample})
        button->hide();
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) applyIcon();
}

void StartPage::applyIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconName, grid(this, 5), colorsOf(palette()).faint, devicePixelRatioF()));
}

} // namespace greenward::ui
