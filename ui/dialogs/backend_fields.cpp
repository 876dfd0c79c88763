#include "ui/dialogs/backend_fields.h"

#include "ui/dialogs/checks.h"
#include "ui/dialogs/form.h"
#include "ui/format/estate_text.h"
#include "ui/format/placement_text.h"
#include "ui/format/words.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFile>
#include <QLineEdit>

#include <array>

namespace greenward::ui {
namespace {

constexpr std::array kMedia{Medium::Hdd, Medium::Ssd, Medium::Tape, Medium::Generic};
constexpr std::array kBases{ShareBasis::OwnStatement, ShareBasis::AnnualCertificates, ShareBasis::HourlyCarbonFree,
                            ShareBasis::FactSheet,    ShareBasis::GridShare,          ShareBasis::NotTold};
constexpr std::array kLatencies{LatencyClass::Unknown, LatencyClass::Online, LatencyClass::Nearline,
                                LatencyClass::Offline};
constexpr int kSoleTenant = -1; ///< data of the tenant rule: all objects belong to one tenant
constexpr int kMostLevels = 3;
constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;
constexpr int kLongestText = 1024;

std::string trimmed(const QLineEdit *line)
{
    return line->text().trimmed().toStdString();
}

/// A check for a field that may be left empty.
Form::Check orEmpty(Form::Check check)
{
    return [check = std::move(check)](const QString &text) {
        return text.isEmpty() ? QString() : check(text);
    };
}

QString directoryProblem(const QString &text)
{
    if (text.isEmpty()) return BackendFields::tr("Choose the directory that holds the objects.");
    return QDir::isAbsolutePath(text) ? QString()
                                      : BackendFields::tr("“%1” is not a full path, which starts with /.").arg(text);
}

QString shareProblem(const QString &text)
{
    const auto parsed = parseShare(withoutPercent(text).toStdString(), "renewable");
    return parsed ? QString() : problemText(parsed.error());
}

QString yearProblem(const QString &text)
{
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && year >= kFirstYear && year <= kLastYear
               ? QString()
               : BackendFields::tr("“%1” is no year from %2 to %3.").arg(text).arg(kFirstYear).arg(kLastYear);
}

template<typename Value>
void select(QComboBox *box, Value value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

} // namespace

BackendFields::BackendFields(Form &form, const std::optional<BackendSpec> &old,
                             std::function<QString(const QString &)> regionProblem, const QStringList &regions,
                             QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_old(old)
{
    addPlace(regions, std::move(regionProblem));
    addTenants();
    addFigures();
    addSource();
    addTerms();
    showKind();
}

void BackendFields::addPlace(const QStringList &regions, std::function<QString(const QString &)> regionProblem)
{
    m_form.beginTab(tr("Place"));
    m_id =
        m_form.addLine(QStringLiteral("id"), tr("&Name"), tr("Letters, digits, dot, dash and underscore: archive-se"),
                       checkedBy([](const std::string &text) { return BackendId::parse(text); }));
    m_kind = m_form.addChoice(QStringLiteral("kind"), tr("&Kind"),
                              tr("A profile is compared with, but nothing is stored there"));
    m_kind->addItem(format::driverText(DriverKind::Local), static_cast<int>(DriverKind::Local));
    m_kind->addItem(format::driverText(DriverKind::Profile), static_cast<int>(DriverKind::Profile));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &BackendFields::showKind);
    m_directory = m_form.addLine(QStringLiteral("location"), tr("&Directory"),
                                 tr("Where the objects lie on this machine"), directoryProblem);
    m_region = m_form.addChoice(QStringLiteral("region"), tr("&Region"),
                                tr("A cloud region (eu-north-1), a grid zone (US-MIDA-PJM) or a country (SE)"),
                                std::move(regionProblem));
    m_region->addItems(regions);
    m_region->setCurrentIndex(-1);
    m_region->setInsertPolicy(QComboBox::NoInsert);
    m_region->completer()->setFilterMode(Qt::MatchContains);
    m_region->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void BackendFields::addTenants()
{
    m_tenantRule = m_form.addChoice(QStringLiteral("tenantLevel"), tr("&Tenant of an object"), {});
    for (int level = 0; level < kMostLevels; ++level)
        m_tenantRule->addItem(format::tenantLevelText(level), level);
    m_tenantRule->addItem(tr("All objects belong to one tenant"), kSoleTenant);
    m_soleTenant = m_form.addLine(QStringLiteral("soleTenant"), tr("That te&nant"), {},
                                  checkedBy([](const std::string &text) { return TenantId::parse(text); }));
    connect(m_tenantRule, &QComboBox::currentIndexChanged, this, &BackendFields::showKind);
    const std::vector<std::string> defaults = Exclusions().patterns();
    QStringList names;
    for (const std::string &name : defaults)
        names.append(QString::fromStdString(name));
    m_exclude = m_form.addLine(QStringLiteral("exclude"), tr("E&xclude"),
                               tr("Names that are nobody's data, with all below them: default,*.tmp; or none"),
                               checkedBy([](const std::string &text) { return Exclusions::parse(text); }));
    m_exclude->setToolTip(plainTip(tr("default stands for %1").arg(names.join(QStringLiteral(", ")))));
    m_exclude->setMaxLength(kLongestText);
    m_exclude->setText(QString::fromStdString(Exclusions().text()));
}

void BackendFields::addFigures()
{
    m_form.beginTab(tr("Figures"));
    m_medium = m_form.addChoice(QStringLiteral("medium"), tr("&Medium"), tr("Decides the energy at rest"));
    for (const Medium medium : kMedia)
        m_medium->addItem(format::mediumText(medium), static_cast<int>(medium));
    m_copies = m_form.addLine(QStringLiteral("copies"), tr("&Copies"),
                              tr("How many replicas the backend keeps, 1 to 16, or shards like 10+4"),
                              checkedBy([](const std::string &text) { return parseRedundancy(text, "copies"); }));
    m_pue = m_form.addLine(QStringLiteral("pue"), tr("&PUE"), tr("Facility energy over IT energy, 1 to 10"),
                           checkedBy([](const std::string &text) { return parsePue(text, "pue"); }));
    m_wue = m_form.addLine(QStringLiteral("wue"), tr("&WUE"),
                           tr("Litres per IT kWh; leave empty when unknown, which is not 0"),
                           orEmpty(checkedBy([](const std::string &text) { return parseWue(text, "wue"); })));
    m_renewable = m_form.addLine(QStringLiteral("renewable"), tr("Rene&wable share"),
                                 tr("Percent of the electricity, 0 to 100"), shareProblem);
    m_copies->setText(QStringLiteral("1"));
    m_pue->setText(QStringLiteral("1.5"));
}

void BackendFields::addSource()
{
    m_basis = m_form.addChoice(QStringLiteral("share-basis"), tr("Share mea&ns"),
                               tr("Shares of different meaning are not strictly comparable"));
    for (const ShareBasis basis : kBases)
        m_basis->addItem(format::shareBasisText(basis), static_cast<int>(basis));
    m_basisWords = m_form.addLine(QStringLiteral("renewable-basis"), tr("In the source's w&ords"), {}, {});
    m_source = m_form.addLine(QStringLiteral("source"), tr("So&urce"),
                              tr("Where the figures are from; leave empty when they are your own"), {});
    m_year = m_form.addLine(QStringLiteral("source-year"), tr("&Year of the source"), {}, orEmpty(yearProblem));
    for (QLineEdit *line : {m_basisWords, m_source})
        line->setMaxLength(kLongestText);
}

void BackendFields::addTerms()
{
    m_form.beginTab(tr("Terms"));
    m_price = m_form.addLine(QStringLiteral("price"), tr("&Price per GB-month"),
                             tr("With its currency: 0.023 USD. Leave empty when unknown, which is not 0"),
                             orEmpty(checkedBy([](const std::string &text) { return parsePrice(text, "price"); })));
    m_latency = m_form.addChoice(QStringLiteral("latency"), tr("&Latency"), tr("How long a read waits"));
    for (const LatencyClass latency : kLatencies)
        m_latency->addItem(format::latencyText(latency), static_cast<int>(latency));
    m_residency = m_form.addLine(QStringLiteral("residency"), tr("Data lies by law &in"),
                                 tr("Two letters of the country: SE. Empty: the country of the region"),
                                 orEmpty(checkedBy([](const std::string &text) { return CountryCode::parse(text); })));
    const auto both = [this](const QString &) {
        if (m_latitude->text().trimmed().isEmpty() && m_longitude->text().trimmed().isEmpty()) return QString();
        const auto parsed = parseCoordinates(trimmed(m_latitude), trimmed(m_longitude));
        return parsed ? QString() : problemText(parsed.error());
    };
    m_latitude = m_form.addLine(QStringLiteral("latitude"), tr("L&atitude"), tr("Degrees, north is positive: 59.3"),
                                [this, both](const QString &text) { return m_longitude ? both(text) : QString(); });
    m_longitude =
        m_form.addLine(QStringLiteral("longitude"), tr("L&ongitude"), tr("Degrees, east is positive: 18.1"), both);
    m_immutable = m_form.addSwitch(QStringLiteral("immutable"), tr("Nothing can be deleted before its time (&WORM)"),
                                   tr("Met where a placement asks for it"));
    m_legalHold = m_form.addSwitch(QStringLiteral("legal-hold"), tr("Legal &hold: what lies here may not leave"),
                                   tr("Never a source of moves"));
}

bool BackendFields::isLocal() const
{
    return m_kind->currentData().toInt() == static_cast<int>(DriverKind::Local);
}

void BackendFields::showKind()
{
    if (!m_exclude) return;
    m_kind->setEnabled(!m_old);
    m_directory->setEnabled(isLocal());
    m_tenantRule->setEnabled(isLocal());
    m_exclude->setEnabled(isLocal());
    m_soleTenant->setEnabled(isLocal() && m_tenantRule->currentData().toInt() == kSoleTenant);
    m_form.recheck();
}

void BackendFields::fill(const BackendSpec &spec)
{
    const auto number = [](const auto &value) {
        return value ? QString::fromStdString(value->text()) : QString();
    };
    m_id->setText(QString::fromStdString(spec.id.text()));
    m_id->setReadOnly(m_old.has_value());
    select(m_kind, spec.driver);
    m_region->setEditText(QString::fromStdString(spec.region.text()));
    m_directory->setText(QFile::decodeName(QByteArray::fromStdString(spec.location)));
    m_tenantRule->setCurrentIndex(m_tenantRule->findData(spec.soleTenant ? kSoleTenant : spec.tenantLevel));
    m_soleTenant->setText(number(spec.soleTenant));
    m_exclude->setText(QString::fromStdString(spec.exclude.text()));
    select(m_medium, spec.medium);
    m_copies->setText(QString::fromStdString(spec.redundancy.text()));
    m_pue->setText(QString::fromStdString(spec.pue.text()));
    m_wue->setText(number(spec.wue));
    m_renewable->setText(tr("%1 %").arg(QString::fromStdString(spec.renewable.text())));
    select(m_basis, spec.shareBasis);
    m_basisWords->setText(QString::fromStdString(spec.renewableBasis));
    m_source->setText(QString::fromStdString(spec.source));
    m_year->setText(spec.sourceYear ? QString::number(*spec.sourceYear) : QString());
    m_price->setText(number(spec.price));
    select(m_latency, spec.latency);
    m_residency->setText(number(spec.residency));
    m_latitude->setText(spec.at ? QString::fromStdString(spec.at->latitudeText()) : QString());
    m_longitude->setText(spec.at ? QString::fromStdString(spec.at->longitudeText()) : QString());
    m_immutable->setChecked(spec.immutable);
    m_legalHold->setChecked(spec.legalHold);
}

std::optional<BackendSpec> BackendFields::spec() const
{
    const auto id = BackendId::parse(trimmed(m_id));
    const auto region = RegionName::parse(m_region->currentText().trimmed().toStdString());
    if (!id || !region || !m_form.isFine()) return std::nullopt;
    BackendSpec spec = m_old.value_or(BackendSpec{.id = *id, .region = *region});
    spec.region = *region;
    readPlace(spec);
    readFigures(spec);
    readTerms(spec);
    if (m_old) {
        const bool ownFigures = spec.pue != m_old->pue || spec.wue != m_old->wue || spec.renewable != m_old->renewable;
        const bool sameSource = spec.source == m_old->source && spec.sourceYear == m_old->sourceYear;
        // The citation was about other numbers, and so was what is known to be newer.
        if (ownFigures && sameSource) {
            spec.source.clear();
            spec.sourceYear.reset();
            if (spec.shareBasis == m_old->shareBasis) spec.shareBasis = ShareBasis::OwnStatement;
            if (spec.renewableBasis == m_old->renewableBasis) spec.renewableBasis = "operator";
        }
        if (ownFigures) spec.newerHint.clear();
    }
    return spec;
}

void BackendFields::readPlace(BackendSpec &spec) const
{
    spec.driver = static_cast<DriverKind>(m_kind->currentData().toInt());
    if (!isLocal()) return;
    spec.location = QFile::encodeName(QDir::cleanPath(m_directory->text().trimmed())).toStdString();
    const int level = m_tenantRule->currentData().toInt();
    spec.tenantLevel = level == kSoleTenant ? 0 : level;
    spec.soleTenant.reset();
    if (level == kSoleTenant) spec.soleTenant = *TenantId::parse(trimmed(m_soleTenant));
    spec.exclude = *Exclusions::parse(trimmed(m_exclude));
}

void BackendFields::readFigures(BackendSpec &spec) const
{
    spec.medium = static_cast<Medium>(m_medium->currentData().toInt());
    spec.redundancy = *parseRedundancy(trimmed(m_copies), "copies");
    spec.pue = *parsePue(trimmed(m_pue), "pue");
    spec.wue.reset();
    if (!trimmed(m_wue).empty()) spec.wue = *parseWue(trimmed(m_wue), "wue");
    spec.renewable = *parseShare(withoutPercent(m_renewable->text()).toStdString(), "renewable");
    spec.shareBasis = static_cast<ShareBasis>(m_basis->currentData().toInt());
    spec.renewableBasis = trimmed(m_basisWords);
    spec.source = trimmed(m_source);
    spec.sourceYear.reset();
    if (!m_year->text().trimmed().isEmpty()) spec.sourceYear = m_year->text().trimmed().toInt();
}

void BackendFields::readTerms(BackendSpec &spec) const
{
    spec.price.reset();
    if (!trimmed(m_price).empty()) spec.price = *parsePrice(trimmed(m_price), "price");
    spec.latency = static_cast<LatencyClass>(m_latency->currentData().toInt());
    spec.residency.reset();
    if (!trimmed(m_residency).empty()) spec.residency = *CountryCode::parse(trimmed(m_residency));
    spec.at = coordinates();
    spec.immutable = m_immutable->isChecked();
    spec.legalHold = m_legalHold->isChecked();
}

std::optional<Coordinates> BackendFields::coordinates() const
{
    if (trimmed(m_latitude).empty() && trimmed(m_longitude).empty()) return std::nullopt;
    return *parseCoordinates(trimmed(m_latitude), trimmed(m_longitude));
}

} // namespace greenward::ui
