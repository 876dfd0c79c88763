#include "ui/dialogs/backend_import_dialog.h"

#include "core/placement/backend_json.h"
#include "ui/format/quantities.h"
#include "ui/format/words.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

QString valueText(const Json &value)
{
    if (value.is_null()) return format::unknown();
    return format::plain(value.is_string() ? value.get<std::string>() : jsonText(value));
}

/// "pue 1.5 → 1.2, copies 1 → 3": the members as the file names them.
QString differences(const BackendSpec &before, const BackendSpec &after)
{
    const Json old = placement::toJson(before);
    const Json fresh = placement::toJson(after);
    QStringList parts;
    for (const auto &[name, value] : fresh.items())
        if (old.at(name) != value)
            parts << BackendImportDialog::tr("%1 %2 → %3", "field, old value, new value")
                         .arg(QString::fromStdString(name), valueText(old.at(name)), valueText(value));
    return parts.join(QStringLiteral(", "));
}

QString figuresOf(const BackendSpec &spec)
{
    return BackendImportDialog::tr("%1, PUE %2, renewable %3, %4")
        .arg(format::plain(spec.region.text()), format::pue(spec.pue), format::percent(spec.renewable),
             format::mediumText(spec.medium));
}

CellRow importRow(const BackendChange &change)
{
    const QString name = QString::fromStdString(change.id.text());
    const bool added = !change.before;
    const QString what = added ? figuresOf(*change.after) : differences(*change.before, *change.after);
    return {name,
            {signCell(added ? format::Sign{BackendImportDialog::tr("Added"), Tone::Good, QStringLiteral("add")}
                            : format::Sign{BackendImportDialog::tr("Changed"), Tone::Warning, QStringLiteral("edit")}),
             textCell(name), textCell(what, what)}};
}

} // namespace

BackendImportDialog::BackendImportDialog(std::vector<BackendSpec> file, const std::vector<BackendSpec> &known,
                                         const QString &source, Submit submit, QWidget *parent)
    : CommandDialog(tr("Import backends"), tr("Import"), std::move(submit), parent)
    , m_source(source)
{
    setObjectName(QStringLiteral("backendImportDialog"));
    std::size_t unchanged = 0;
    std::size_t added = 0;
    for (BackendSpec &spec : file) {
        const auto old = std::ranges::find(known, spec.id, &BackendSpec::id);
        if (old != known.end() && *old == spec) {
            ++unchanged;
            continue;
        }
        if (old == known.end()) ++added;
        m_changes.push_back({spec.id, old == known.end() ? std::nullopt : std::optional(*old), std::move(spec)});
    }
    const QString summary =
        tr("From %1: %2 added, %3 changed, %4 stay as they are. Backends that are not named keep "
           "what they have.")
            .arg(source, format::count(added), format::count(m_changes.size() - added), format::count(unchanged));
    auto *label = new TextLabel(summary, TextRole::Body, TextLabel::Fit::Wrap, this);
    label->setObjectName(QStringLiteral("importSummaryLabel"));
    body().addWidget(label);
    body().addWidget(makeTable(), 1);
    letBodyGrow();
    sendButton().setEnabled(!m_changes.empty());
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 28);
}

QWidget *BackendImportDialog::makeTable()
{
    auto *model = new CellModel({{QStringLiteral("effect"), tr("Effect"), {}},
                                 {QStringLiteral("backend"), tr("Backend"), {}},
                                 {QStringLiteral("figures"), tr("Figures"), {}}},
                                this);
    auto *table = new DataTable(QStringLiteral("backend-import"), this);
    table->setObjectName(QStringLiteral("importTable"));
    table->setAccessibleName(tr("What the import changes"));
    table->setRowModel(model);
    table->setColumnWidth(QStringLiteral("effect"), 14);
    table->setColumnWidth(QStringLiteral("backend"), 22);
    table->setStretchColumn(QStringLiteral("figures"));
    std::vector<CellRow> rows;
    rows.reserve(m_changes.size());
    for (const BackendChange &change : m_changes)
        rows.push_back(importRow(change));
    model->merge(std::move(rows));
    return table;
}

engine::Command BackendImportDialog::command() const
{
    engine::ImportBackends import{.specs = {}, .source = m_source.toStdString()};
    for (const BackendChange &change : m_changes)
        import.specs.push_back(*change.after);
    return import;
}

} // namespace greenward::ui
