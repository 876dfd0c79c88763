#include "ui/pages/settings_page.h"

#include "core/engine/engine.h"
#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/pages/credentials_card.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include <pwd.h>
#include <unistd.h>

namespace greenward::ui {
namespace {

const QString kOperatorKey = QStringLiteral("operator/name");

QString loginName()
{
    const passwd *entry = getpwuid(getuid());
    return entry && entry->pw_name ? QString::fromLocal8Bit(entry->pw_name) : QStringLiteral("operator");
}

/// A form whose labels and fields stand in the same columns in every card of the page.
QFormLayout *formIn(Card &card)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(grid(&card, 2));
    form->setVerticalSpacing(grid(&card, 1));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    card.body().addLayout(form);
    return form;
}

void addField(QFormLayout &form, const QString &label, QWidget *field)
{
    auto *words = plainLabel(label);
    words->setTextFormat(Qt::PlainText);
    words->setBuddy(field);
    words->setMinimumWidth(words->fontMetrics().averageCharWidth() * 16);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    form.addRow(words, field);
}

/// As wide as what goes into it, not as the window.
void boundWidth(QWidget *field, int characters)
{
    field->setMaximumWidth(field->fontMetrics().averageCharWidth() * characters);
}

} // namespace

Actor rememberedActor()
{
    const QString name = QSettings().value(kOperatorKey).toString();
    if (auto actor = Actor::parse(name.toStdString())) return *actor;
    if (auto actor = Actor::parse(loginName().toStdString())) return *actor;
    return *Actor::parse("operator");
}

SettingsPage::SettingsPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Settings, tr("Settings"), context, parent)
{
    header().setSubtitle(tr("Changes apply at once"));
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(this, 2));
    layout->addWidget(makeAppearance());
    layout->addWidget(makeOperator());
    layout->addWidget(makeCredentials());
    layout->addWidget(makeData());
    layout->addStretch(1);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 110);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(column);
    content().addWidget(scroll, 1);
    watch({engine::Area::Status, engine::Area::Grid});
    // The wheel over a field without focus scrolls the page and never changes the setting.
    for (QWidget *field : {static_cast<QWidget *>(m_theme), static_cast<QWidget *>(m_textSize)}) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
}

QWidget *SettingsPage::makeAppearance()
{
    auto *card = new Card(tr("Appearance"));
    QFormLayout *form = formIn(*card);
    m_theme = new QComboBox;
    m_theme->setObjectName(QStringLiteral("themeComboBox"));
    m_theme->addItem(tr("Follow the system"), static_cast<int>(Theme::System));
    m_theme->addItem(tr("Light"), static_cast<int>(Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Theme::Dark));
    m_theme->addItem(tr("High contrast"), static_cast<int>(Theme::HighContrast));
    m_textSize = new QSpinBox;
    m_textSize->setObjectName(QStringLiteral("textSizeSpinBox"));
    m_textSize->setRange(Appearance::kSmallestText, Appearance::kLargestText);
    m_textSize->setSingleStep(10);
    m_textSize->setSuffix(QStringLiteral(" %"));
    addField(*form, tr("&Theme"), m_theme);
    addField(*form, tr("Te&xt size"), m_textSize);
    boundWidth(m_theme, 30);
    boundWidth(m_textSize, 30);
    Appearance &appearance = context().appearance;
    followAppearance();
    connect(&appearance, &Appearance::changed, this, &SettingsPage::followAppearance);
    connect(m_theme, &QComboBox::activated, this,
            [this, &appearance] { appearance.setTheme(static_cast<Theme>(m_theme->currentData().toInt())); });
    connect(m_textSize, &QSpinBox::valueChanged, this, [&appearance](int percent) {
        if (percent != appearance.textPercent()) appearance.setTextPercent(percent);
    });
    return card;
}

QWidget *SettingsPage::makeOperator()
{
    auto *card = new Card(tr("Operator"));
    QFormLayout *form = formIn(*card);
    m_operator = new QLineEdit;
    m_operator->setObjectName(QStringLiteral("operatorLineEdit"));
    m_operator->setText(QString::fromStdString(rememberedActor().text()));
    m_operator->setPlaceholderText(loginName());
    m_operatorNote = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap);
    addField(*form, tr("&Name"), m_operator);
    boundWidth(m_operator, 50);
    addField(*form, QString(), m_operatorNote);
    connect(m_operator, &QLineEdit::textChanged, this, &SettingsPage::applyOperator);
    applyOperator();
    return card;
}

QWidget *SettingsPage::makeCredentials()
{
    auto *card = new Card(tr("Sources of grid data"));
    m_credentials = new CredentialsCard(context(), *card, messages());
    return card;
}

QWidget *SettingsPage::makeData()
{
    auto *card = new Card(tr("Data directory"));
    QFormLayout *form = formIn(*card);
    m_directory = new TextLabel(TextRole::Body, TextLabel::Fit::ElideMiddle);
    m_mode = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap);
    m_lastStop = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap);
    m_version = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap);
    addField(*form, tr("Place"), m_directory);
    addField(*form, tr("Access"), m_mode);
    addField(*form, tr("Last stop"), m_lastStop);
    addField(*form, tr("Version"), m_version);

    auto *other = new ActionButton(tr("Open &another data directory…"));
    other->setObjectName(QStringLiteral("otherDirectoryButton"));
    const bool canOpen = bool(context().services.openDataDirectory);
    other->setEnabled(canOpen);
    connect(other, &QPushButton::clicked, this, [this] {
        context().prompter.askDirectory(
            this, tr("Choose a data directory"), m_directory->wholeText(),
            [this](const QString &chosen) { context().services.openDataDirectory(chosen, false); });
    });
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, grid(this, 1), 0, 0);
    buttons->addWidget(other);
    buttons->addStretch();
    card->body().addLayout(buttons);
    return card;
}

void SettingsPage::followAppearance()
{
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(context().appearance.theme())));
    m_textSize->setValue(context().appearance.textPercent());
}

void SettingsPage::applyOperator()
{
    const QString typed = m_operator->text().trimmed();
    const QString name = typed.isEmpty() ? loginName() : typed;
    const auto actor = Actor::parse(name.toStdString());
    if (!actor) {
        m_operatorNote->setTone(Tone::Critical);
        m_operatorNote->setText(format::errorText(actor.error()));
        return;
    }
    m_operatorNote->setTone(Tone::Faded);
    m_operatorNote->setText(
        tr("Everything done here is recorded in the audit log as done by %1.").arg(format::plain(actor->text())));
    context().client.setActor(*actor);
    if (typed.isEmpty() || typed == loginName()) {
        QSettings().remove(kOperatorKey);
    } else {
        QSettings().setValue(kOperatorKey, typed);
    }
}

void SettingsPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.status(); },
        [this](const engine::EngineStatus &status) { showStatus(status); });
    m_credentials->refresh();
}

void SettingsPage::showStatus(const engine::EngineStatus &status)
{
    m_directory->setText(format::plain(status.directory));
    m_mode->setText(status.readOnly ? tr("Read-only: nothing can be changed") : tr("Reading and writing"));
    m_lastStop->setText(status.recovered ? tr("Not clean; everything recorded was recovered") : tr("Clean"));
    m_version->setText(tr("Greenward %1").arg(format::plain(status.version)));
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace greenward::ui
