#include "ui/dialogs/backend_dialog.h"

#include "ui/dialogs/checks.h"
#include "ui/format/estate_text.h"
#include "ui/format/words.h"
#include "ui/prompts/prompter.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace greenward::ui {
namespace {

constexpr std::array kMedia{Medium::Hdd, Medium::Ssd, Medium::Tape, Medium::Generic};
constexpr int kSoleTenant = -1; ///< data of the tenant rule: all objects belong to one tenant
constexpr int kMostLevels = 3;

std::string trimmed(const QLineEdit *line)
{
    return line->text().trimmed().toStdString();
}

} // namespace

BackendDialog::BackendDialog(const std::optional<BackendSpec> &spec, const QStringList &regions, RegionLookUp lookUp,
                             Prompter &prompter, Submit submit, QWidget *parent)
    : CommandDialog(spec ? tr("Edit backend") : tr("Add backend"), spec ? tr("Save backend") : tr("Add backend"),
                    std::move(submit), parent)
    , m_old(spec)
    , m_lookUp(std::move(lookUp))
    , m_prompter(prompter)
    , m_resolveSoon(new QTimer(this))
{
    setObjectName(QStringLiteral("backendDialog"));
    m_resolveSoon->setSingleShot(true);
    m_resolveSoon->setInterval(150);
    connect(m_resolveSoon, &QTimer::timeout, this, &BackendDialog::resolveRegion);
    addPlaceFields(regions);
    if (m_directory) addTenantFields();
    addFigureFields();
    if (spec) fill(*spec);
    connect(this, &CommandDialog::taken, this, [this] { Q_EMIT saved(m_id->text().trimmed()); });
}

void BackendDialog::addPlaceFields(const QStringList &regions)
{
    m_id =
        form().addLine(QStringLiteral("id"), tr("&Name"), tr("Letters, digits, dot, dash and underscore: archive-se"),
                       checkedBy([](const std::string &text) { return BackendId::parse(text); }));
    if (!m_old || m_old->driver == DriverKind::Local) {
        m_directory =
            form().addLine(QStringLiteral("location"), tr("&Directory"), tr("Where the objects lie on this machine"),
                           [this](const QString &text) { return directoryProblem(text); });
        auto *browseButton = new QPushButton(tr("&Browse…"), this);
        browseButton->setObjectName(QStringLiteral("browseButton"));
        browseButton->setAutoDefault(false);
        form().addBeside(m_directory, browseButton);
        connect(browseButton, &QPushButton::clicked, this, &BackendDialog::browse);
    }
    m_region = form().addChoice(QStringLiteral("region"), tr("&Region"),
                                tr("A cloud region (eu-north-1), a grid zone (US-MIDA-PJM) or a country (SE)"),
                                [this](const QString &text) { return regionProblem(text); });
    m_region->addItems(regions);
    m_region->setCurrentIndex(-1);
    m_region->setInsertPolicy(QComboBox::NoInsert);
    m_region->completer()->setFilterMode(Qt::MatchContains);
    m_region->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_region, &QComboBox::currentTextChanged, m_resolveSoon, qOverload<>(&QTimer::start));
}

void BackendDialog::addTenantFields()
{
    m_tenantRule = form().addChoice(QStringLiteral("tenantLevel"), tr("&Tenant of an object"), {});
    for (int level = 0; level < kMostLevels; ++level)
        m_tenantRule->addItem(format::tenantLevelText(level), level);
    m_tenantRule->addItem(tr("All objects belong to one tenant"), kSoleTenant);
    m_soleTenant = form().addLine(QStringLiteral("soleTenant"), tr("That te&nant"), {},
                                  checkedBy([](const std::string &text) { return TenantId::parse(text); }));
    m_soleTenant->setEnabled(false);
    connect(m_tenantRule, &QComboBox::currentIndexChanged, this, [this] {
        m_soleTenant->setEnabled(m_tenantRule->currentData().toInt() == kSoleTenant);
        form().recheck();
    });
}

void BackendDialog::addFigureFields()
{
    m_medium = form().addChoice(QStringLiteral("medium"), tr("&Medium"), tr("Decides the energy at rest"));
    for (const Medium medium : kMedia)
        m_medium->addItem(format::mediumText(medium), static_cast<int>(medium));
    m_copies = form().addLine(QStringLiteral("copies"), tr("&Copies"),
                              tr("How many replicas the backend keeps, 1 to 16, or shards like 10+4"),
                              checkedBy([](const std::string &text) { return parseRedundancy(text, "copies"); }));
    m_pue = form().addLine(QStringLiteral("pue"), tr("&PUE"), tr("Facility energy over IT energy, 1 to 10"),
                           checkedBy([](const std::string &text) { return parsePue(text, "pue"); }));
    m_wue = form().addLine(QStringLiteral("wue"), tr("&WUE"),
                           tr("Litres per IT kWh; leave empty when unknown, which is not 0"), [](const QString &text) {
                               if (text.isEmpty()) return QString();
                               const auto parsed = parseWue(text.toStdString(), "wue");
                               return parsed ? QString() : problemText(parsed.error());
                           });
    m_renewable = form().addLine(QStringLiteral("renewable"), tr("Rene&wable share"),
                                 tr("Percent of the electricity, 0 to 100"), [](const QString &text) {
                                     const auto parsed = parseShare(withoutPercent(text).toStdString(), "renewable");
                                     return parsed ? QString() : problemText(parsed.error());
                                 });
    m_copies->setText(QStringLiteral("1"));
    m_pue->setText(QStringLiteral("1.5"));
}

void BackendDialog::fill(const BackendSpec &spec)
{
    m_id->setText(QString::fromStdString(spec.id.text()));
    m_id->setReadOnly(true);
    m_region->setEditText(QString::fromStdString(spec.region.text()));
    if (m_directory) {
        m_directory->setText(QFile::decodeName(QByteArray::fromStdString(spec.location)));
        m_tenantRule->setCurrentIndex(m_tenantRule->findData(spec.soleTenant ? kSoleTenant : spec.tenantLevel));
        if (spec.soleTenant) m_soleTenant->setText(QString::fromStdString(spec.soleTenant->text()));
    }
    m_medium->setCurrentIndex(m_medium->findData(static_cast<int>(spec.medium)));
    m_copies->setText(QString::fromStdString(spec.redundancy.text()));
    m_pue->setText(QString::fromStdString(spec.pue.text()));
    if (spec.wue) m_wue->setText(QString::fromStdString(spec.wue->text()));
    m_renewable->setText(tr("%1 %").arg(QString::fromStdString(spec.renewable.text())));
    m_region->setFocus();
}

void BackendDialog::browse()
{
    m_prompter.askDirectory(this, tr("Directory of the backend"), m_directory->text(),
                            [this](const QString &directory) {
                                m_directory->setText(directory);
                                form().recheck();
                            });
}

QString BackendDialog::directoryProblem(const QString &text) const
{
    if (text.isEmpty()) return tr("Choose the directory that holds the objects.");
    return QDir::isAbsolutePath(text) ? QString() : tr("“%1” is not a full path, which starts with /.").arg(text);
}

QString BackendDialog::regionProblem(const QString &text) const
{
    const auto region = RegionName::parse(text.toStdString());
    if (!region) return problemText(region.error());
    return text == m_unknownRegion ? m_unknownWhy : QString();
}

void BackendDialog::resolveRegion()
{
    const QString asked = m_region->currentText().trimmed();
    const auto region = RegionName::parse(asked.toStdString());
    if (!region || !m_lookUp) return;
    m_lookUp(*region, this, [this, asked](const Result<engine::GridRow> &answer) { showResolved(asked, answer); });
}

void BackendDialog::showResolved(const QString &asked, const Result<engine::GridRow> &answer)
{
    // Typing went on meanwhile: the answer is about something else.
    if (asked != m_region->currentText().trimmed()) return;
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

engine::Command BackendDialog::command() const
{
    const auto id = *BackendId::parse(trimmed(m_id));
    const auto region = *RegionName::parse(m_region->currentText().trimmed().toStdString());
    BackendSpec spec = m_old ? *m_old : BackendSpec{.id = id, .region = region, .driver = DriverKind::Local};
    spec.region = region;
    if (m_directory) {
        spec.location = QFile::encodeName(QDir::cleanPath(m_directory->text().trimmed())).toStdString();
        const int level = m_tenantRule->currentData().toInt();
        spec.tenantLevel = level == kSoleTenant ? 0 : level;
        spec.soleTenant.reset();
        if (level == kSoleTenant) spec.soleTenant = *TenantId::parse(trimmed(m_soleTenant));
    }
    spec.medium = static_cast<Medium>(m_medium->currentData().toInt());
    spec.redundancy = *parseRedundancy(trimmed(m_copies), "copies");
    spec.pue = *parsePue(trimmed(m_pue), "pue");
    spec.wue.reset();
    if (!trimmed(m_wue).empty()) spec.wue = *parseWue(trimmed(m_wue), "wue");
    spec.renewable = *parseShare(withoutPercent(m_renewable->text()).toStdString(), "renewable");
    if (!m_old) return engine::RegisterBackend{spec};
    const bool ownFigures = spec.pue != m_old->pue || spec.wue != m_old->wue || spec.renewable != m_old->renewable;
    if (ownFigures) {
        // The citation was about other numbers.
        spec.source.clear();
        spec.sourceYear.reset();
        spec.newerHint.clear();
        spec.shareBasis = ShareBasis::OwnStatement;
        spec.renewableBasis = "operator";
    }
    return engine::UpdateBackend{spec};
}

} // namespace greenward::ui
