#include "ui/dialogs/catalogue_dialog.h"

#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/text_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

template<typename Value, typename Words>
Cell figureCell(const std::optional<Value> &value, Words words, const QString &toolTip, const QString &whyUnknown)
{
    if (!value) return unknownCell(whyUnknown);
    return {.text = words(*value), .sort = static_cast<qlonglong>(value->millionths()), .toolTip = toolTip};
}

CellRow rowOf(const placement::RegionFacts &facts)
{
    const auto words = [](const std::string &text) {
        return textCell(format::plain(text), format::plain(text));
    };
    Cell intensity = unknownCell(CatalogueDialog::tr("No yearly average is published for this place."));
    if (facts.intensity)
        intensity = {.text = format::intensity(*facts.intensity),
                     .sort = static_cast<qlonglong>(facts.intensity->milligrams()),
                     .toolTip = format::plain(facts.intensityBasis)};
    Cell year = unknownCell();
    if (facts.year) year = {.text = QString::number(*facts.year), .sort = *facts.year};
    return {QString::fromStdString(facts.backendName()),
            {words(facts.provider), words(facts.region), words(facts.location), words(facts.country),
             figureCell(
                 facts.pue, [](Pue pue) { return format::pue(pue); }, format::plain(facts.pueBasis),
                 CatalogueDialog::tr("Not published; a backend begins with the default 1.5.")),
             figureCell(
                 facts.wue, [](Wue wue) { return format::wue(wue); }, format::plain(facts.wueBasis),
                 CatalogueDialog::tr("Not published, which is not 0.")),
             figureCell(
                 facts.share, [](Percent share) { return format::percent(share); }, format::plain(facts.shareWords),
                 CatalogueDialog::tr("Not published; a backend begins with 0.")),
             textCell(facts.share ? format::shareBasisText(facts.shareBasis) : format::unknown(),
                      format::plain(facts.shareWords)),
             intensity, year, words(facts.source)}};
}

} // namespace

CatalogueDialog::CatalogueDialog(std::vector<placement::RegionFacts> regions, QWidget *parent)
    : QDialog(parent)
    , m_regions(std::move(regions))
    , m_note(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
{
    setObjectName(QStringLiteral("catalogueDialog"));
    setWindowTitle(tr("Cloud regions and what is published about them"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_note->setObjectName(QStringLiteral("catalogueNoteLabel"));
    auto *filter = new FilterField(tr("Filter regions"), this);
    filter->setObjectName(QStringLiteral("catalogueFilterField"));
    makeTable();
    filter->attach(m_table->rowModel(), m_table);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_use = buttons->addButton(tr("Use this region"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("useRegionButton"));
    m_use->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &CatalogueDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 160, fontMetrics().height() * 32);
    filter->setFocus();
    showChosen();
}

void CatalogueDialog::makeTable()
{
    auto *model = new CellModel({{QStringLiteral("provider"), tr("Provider"), {}},
                                 {QStringLiteral("region"), tr("Region"), {}},
                                 {QStringLiteral("place"), tr("Place"), {}},
                                 {QStringLiteral("country"), tr("Country"), {}},
                                 {QStringLiteral("pue"), tr("PUE"), tr("Facility energy over IT energy"), true},
                                 {QStringLiteral("wue"), tr("WUE"), tr("Litres of water per IT kWh"), true},
                                 {QStringLiteral("share"), tr("Renewable"), {}, true},
                                 {QStringLiteral("basis"), tr("Share means"), {}},
                                 {QStringLiteral("intensity"), tr("g CO₂e/kWh"),
                                  tr("Of the grid, yearly average, one set of figures for all providers"), true},
                                 {QStringLiteral("year"), tr("Year"), {}, true},
                                 {QStringLiteral("source"), tr("Source"), {}}},
                                this);
    m_table = new DataTable(QStringLiteral("region-catalogue"), this);
    m_table->setObjectName(QStringLiteral("catalogueTable"));
    m_table->setAccessibleName(tr("Cloud regions"));
    m_table->setRowModel(model);
    m_table->setColumnWidth(QStringLiteral("provider"), 9);
    m_table->setColumnWidth(QStringLiteral("region"), 17);
    m_table->setColumnWidth(QStringLiteral("place"), 17);
    m_table->setColumnWidth(QStringLiteral("country"), 9);
    m_table->setColumnWidth(QStringLiteral("pue"), 7);
    m_table->setColumnWidth(QStringLiteral("wue"), 11);
    m_table->setColumnWidth(QStringLiteral("share"), 11);
    m_table->setColumnWidth(QStringLiteral("basis"), 26);
    m_table->setColumnWidth(QStringLiteral("year"), 7);
    m_table->setStretchColumn(QStringLiteral("source"));
    std::vector<CellRow> rows;
    rows.reserve(m_regions.size());
    for (const placement::RegionFacts &facts : m_regions)
        rows.push_back(rowOf(facts));
    model->merge(std::move(rows));
    connect(m_table, &DataTable::currentKeyChanged, this, &CatalogueDialog::showChosen);
    connect(m_table, &DataTable::rowActivated, this, &CatalogueDialog::accept);
}

const placement::RegionFacts *CatalogueDialog::current() const
{
    const std::string key = m_table->currentKey().toStdString();
    for (const placement::RegionFacts &facts : m_regions)
        if (facts.backendName() == key) return &facts;
    return nullptr;
}

void CatalogueDialog::showChosen()
{
    if (!m_use) return;
    const placement::RegionFacts *facts = current();
    m_use->setEnabled(facts != nullptr);
    if (!facts) {
        m_note->setText(tr("%n region(s). Choose one; its figures can be changed before the backend is added.", nullptr,
                           static_cast<int>(m_regions.size())));
        return;
    }
    QString note = tr("%1, %2.").arg(format::plain(facts->source), format::plain(facts->licence));
    if (!facts->pue)
        note = tr("PUE is not published for this region: the default 1.5 is filled in.") + QLatin1Char(' ') + note;
    if (!facts->notes.empty()) note += QLatin1Char(' ') + format::plain(facts->notes);
    m_note->setText(note);
}

void CatalogueDialog::accept()
{
    const placement::RegionFacts *facts = current();
    if (!facts) return;
    Q_EMIT chosen(*facts);
    QDialog::accept();
}

} // namespace greenward::ui
