#include "ui/dialogs/backend_dialog.h"

#include "ui/dialogs/backend_fields.h"
#include "ui/dialogs/backend_preview.h"
#include "ui/dialogs/checks.h"
#include "ui/format/estate_text.h"
#include "ui/prompts/prompter.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

constexpr int kTypingPauseMs = 150;

QTimer *pauseTimer(QObject *parent)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(kTypingPauseMs);
    return timer;
}

} // namespace

BackendDialog::BackendDialog(const std::optional<BackendSpec> &spec, const QStringList &regions,
                             BackendQuestions questions, Prompter &prompter, Submit submit, QWidget *parent)
    : CommandDialog(spec ? tr("Edit backend") : tr("Add backend"), spec ? tr("Save backend") : tr("Add backend"),
                    std::move(submit), parent)
    , m_old(spec)
    , m_questions(std::move(questions))
    , m_prompter(prompter)
    , m_resolveSoon(pauseTimer(this))
    , m_previewSoon(pauseTimer(this))
    , m_preview(new BackendPreview(this))
{
    setObjectName(QStringLiteral("backendDialog"));
    connect(m_resolveSoon, &QTimer::timeout, this, &BackendDialog::resolveRegion);
    connect(m_previewSoon, &QTimer::timeout, this, &BackendDialog::askPreview);
    m_fields = new BackendFields(
        form(), m_old, [this](const QString &text) { return regionProblem(text); }, regions, this);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setObjectName(QStringLiteral("browseButton"));
    browseButton->setAutoDefault(false);
    form().addBeside(&m_fields->directory(), browseButton);
    connect(browseButton, &QPushButton::clicked, this, &BackendDialog::browse);
    connect(&m_fields->region(), &QComboBox::currentTextChanged, m_resolveSoon, qOverload<>(&QTimer::start));
    if (!m_old && m_questions.startFrom) addCatalogueButton();
    body().addWidget(m_preview);
    if (m_old) {
        m_fields->fill(*m_old);
        m_fields->region().setFocus();
        if (m_questions.preview)
            m_questions.preview(*m_old, this, [this](const Result<bus::ScoredBackend> &scored) {
                if (scored) m_preview->setBefore(*scored);
            });
    }
    connect(&form(), &Form::edited, m_previewSoon, qOverload<>(&QTimer::start));
    connect(this, &CommandDialog::taken, this, [this] { Q_EMIT saved(m_fields->id().text().trimmed()); });
}

void BackendDialog::addCatalogueButton()
{
    auto *button = new QPushButton(tr("Start from a cloud re&gion…"), this);
    button->setObjectName(QStringLiteral("catalogueButton"));
    button->setAutoDefault(false);
    button->setToolTip(plainTip(tr("Fills the form with what a provider publishes about one of its regions")));
    body().addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this,
            [this] { m_questions.startFrom(this, [this](const BackendSpec &spec) { startFrom(spec); }); });
}

void BackendDialog::startFrom(const BackendSpec &spec)
{
    const QString name = m_fields->id().text().trimmed();
    const QString directory = m_fields->directory().text();
    m_fields->fill(spec);
    // What somebody has typed already is theirs.
    if (!name.isEmpty()) m_fields->id().setText(name);
    if (!directory.isEmpty()) m_fields->directory().setText(directory);
    form().recheck();
    m_previewSoon->start();
}

void BackendDialog::browse()
{
    m_prompter.askDirectory(this, tr("Directory of the backend"), m_fields->directory().text(),
                            [this](const QString &directory) {
                                m_fields->directory().setText(directory);
                                form().recheck();
                            });
}

QString BackendDialog::regionProblem(const QString &text) const
{
    const auto region = RegionName::parse(text.toStdString());
    if (!region) return problemText(region.error());
    return text == m_unknownRegion ? m_unknownWhy : QString();
}

void BackendDialog::resolveRegion()
{
    const QString asked = m_fields->region().currentText().trimmed();
    const auto region = RegionName::parse(asked.toStdString());
    if (!region || !m_questions.lookUp) return;
    m_questions.lookUp(*region, this,
                       [this, asked](const Result<engine::GridRow> &answer) { showResolved(asked, answer); });
}

void BackendDialog::showResolved(const QString &asked, const Result<engine::GridRow> &answer)
{
    // Typing went on meanwhile: the answer is about something else.
    if (asked != m_fields->region().currentText().trimmed()) return;
    if (answer) {
        m_unknownRegion.clear();
        form().setHint(QStringLiteral("region"), format::regionAnswer(*answer, locale()));
        form().recheck();
        return;
    }
    m_unknownRegion = asked;
    m_unknownWhy = problemText(answer.error());
    form().recheck();
}

void BackendDialog::askPreview()
{
    const int asked = ++m_asked;
    const auto spec = m_fields->spec();
    if (!m_questions.preview) return;
    if (!spec)
        return m_preview->showStale(tr("Shown as soon as name, region and figures are there and in their ranges."));
    m_questions.preview(*spec, this, [this, asked](const Result<bus::ScoredBackend> &scored) {
        if (asked != m_asked) return;
        if (scored) return m_preview->show(*scored);
        m_preview->showStale(problemText(scored.error()));
        form().markProblem(QString::fromStdString(scored.error().subject), problemText(scored.error()));
    });
}

engine::Command BackendDialog::command() const
{
    // accept() has seen that every field is fine.
    m_sent = m_fields->spec();
    if (m_old) return engine::UpdateBackend{*m_sent};
    return engine::RegisterBackend{*m_sent};
}

} // namespace greenward::ui
