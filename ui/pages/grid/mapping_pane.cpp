#include "ui/pages/grid/mapping_pane.h"

#include "ui/format/grid_text.h"
#include "ui/format/quantities.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace greenward::ui {
namespace {

QString textAt(const std::map<std::string, std::string> &texts, const std::string &key)
{
    const auto found = texts.find(key);
    return found == texts.end() ? QString() : QString::fromStdString(found->second);
}

} // namespace

MappingPane::MappingPane(bool mayChange, QWidget *parent)
    : QWidget(parent)
    , m_mayChange(mayChange)
    , m_title(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_note(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
    , m_form(new QWidget(this))
    , m_grid(new QGridLayout)
    , m_latitude(new QLineEdit(m_form))
    , m_longitude(new QLineEdit(m_form))
    , m_save(new ActionButton(tr("Save mapping"), ActionButton::Look::Normal, m_form))
    , m_reset(new ActionButton(tr("As in the tables"), ActionButton::Look::Normal, m_form))
{
    setObjectName(QStringLiteral("mappingPane"));
    m_note->setObjectName(QStringLiteral("mappingNoteLabel"));
    m_latitude->setObjectName(QStringLiteral("latitudeLineEdit"));
    m_longitude->setObjectName(QStringLiteral("longitudeLineEdit"));
    m_latitude->setPlaceholderText(tr("latitude, 52.52"));
    m_longitude->setPlaceholderText(tr("longitude, 13.40"));
    m_latitude->setAccessibleName(tr("Latitude in degrees"));
    m_longitude->setAccessibleName(tr("Longitude in degrees"));
    m_save->setObjectName(QStringLiteral("saveMappingButton"));
    m_reset->setObjectName(QStringLiteral("resetMappingButton"));
    m_reset->setToolTip(plainTip(tr("Forget what was set here; the shipped tables count again")));
    m_grid->setColumnStretch(3, 1);
    auto *place = new QHBoxLayout;
    place->addWidget(plainLabel(tr("An own site lies at"), m_form));
    place->addWidget(m_latitude);
    place->addWidget(m_longitude);
    place->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins({});
    form->addLayout(m_grid);
    form->addLayout(place);
    form->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_form);
    layout->addStretch(1);
    for (QLineEdit *line : {m_latitude, m_longitude})
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_dirty = true;
            follow();
        });
    connect(m_save, &ActionButton::clicked, this, [this] {
        m_dirty = false;
        Q_EMIT saveAsked(typed());
    });
    connect(m_reset, &ActionButton::clicked, this, [this] {
        m_dirty = false;
        if (m_mapping) Q_EMIT saveAsked(engine::SetRegionMapping{.region = m_mapping->region});
    });
    showNothing(tr("Choose a region in the table."));
}

void MappingPane::showNothing(const QString &why)
{
    m_mapping.reset();
    m_dirty = false;
    m_title->setText(tr("Names of the region at the sources"));
    m_note->setText(why);
    m_form->hide();
}

void MappingPane::show(const engine::GridMappingRow &mapping, const std::vector<engine::GridSourceRow> &sources)
{
    const bool same = m_mapping && m_mapping->region == mapping.region;
    if (!std::ranges::equal(m_lines, sources, {}, &Line::source, &engine::GridSourceRow::id)) rebuild(sources);
    if (!same)
        for (const Line &line : m_lines)
            line.answer->setText({});
    m_mapping = mapping;
    m_title->setText(tr("Names of %1 at the sources").arg(format::plain(mapping.region.text())));
    m_note->setText(tr("Empty follows the shipped tables, shown in grey. A source without a name for a region is never "
                       "asked about it; a wrong name is an error, never a guess."));
    m_form->show();
    if (!same || !m_dirty) {
        m_dirty = false;
        fill(mapping);
    }
    follow();
}

void MappingPane::rebuild(const std::vector<engine::GridSourceRow> &sources)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) widget->deleteLater();
        delete item; // NOLINT(cppcoreguidelines-owning-memory): takeAt gives it away
    }
    m_lines.clear();
    QWidget *before = nullptr;
    for (const engine::GridSourceRow &source : sources) {
        const QString id = QString::fromStdString(source.id);
        const QString name = format::plain(source.name);
        Line line{source.id, new QLineEdit(m_form), new ActionButton(tr("Test"), ActionButton::Look::Normal, m_form),
                  new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, m_form)};
        line.zone->setObjectName(id + QStringLiteral("ZoneLineEdit"));
        line.zone->setReadOnly(!m_mayChange);
        line.zone->setAccessibleName(tr("Zone at %1").arg(name));
        line.test->setObjectName(id + QStringLiteral("TestButton"));
        line.test->setAccessibleName(tr("Test the zone at %1").arg(name));
        line.answer->setObjectName(id + QStringLiteral("AnswerLabel"));
        const int row = static_cast<int>(m_lines.size());
        m_grid->addWidget(new TextLabel(name, TextRole::Body, TextLabel::Fit::Whole, m_form), row, 0);
        m_grid->addWidget(line.zone, row, 1);
        m_grid->addWidget(line.test, row, 2);
        m_grid->addWidget(line.answer, row, 3);
        setTabOrder(before ? before : m_form, line.zone);
        setTabOrder(line.zone, line.test);
        before = line.test;
        connect(line.zone, &QLineEdit::textEdited, this, [this] {
            m_dirty = true;
            follow();
        });
        connect(line.test, &ActionButton::clicked, this, [this, id, zone = line.zone, answer = line.answer] {
            answer->setText(tr("Asking…"));
            Q_EMIT testAsked(id, zone->text().trimmed());
        });
        m_lines.push_back(line);
    }
}

void MappingPane::fill(const engine::GridMappingRow &mapping)
{
    for (const Line &line : m_lines) {
        const QString own = textAt(mapping.own, line.source);
        line.zone->setText(own);
        const QString table = own.isEmpty() ? textAt(mapping.zones, line.source) : QString();
        line.zone->setPlaceholderText(table.isEmpty() ? tr("not mapped") : table);
    }
    m_latitude->setText(QString::fromStdString(mapping.latitude.value_or("")));
    m_longitude->setText(QString::fromStdString(mapping.longitude.value_or("")));
}

void MappingPane::follow()
{
    const bool own = m_mapping && (!m_mapping->own.empty() || m_mapping->latitude);
    m_save->setEnabled(m_mayChange && m_dirty);
    m_reset->setEnabled(m_mayChange && (own || m_dirty));
    for (const Line &line : m_lines) {
        const bool named =
            !line.zone->text().trimmed().isEmpty() || (m_mapping && !textAt(m_mapping->zones, line.source).isEmpty());
        line.test->setEnabled(named);
    }
}

engine::SetRegionMapping MappingPane::typed() const
{
    engine::SetRegionMapping mapping{.region = m_mapping->region};
    for (const Line &line : m_lines)
        if (const QString zone = line.zone->text().trimmed(); !zone.isEmpty())
            mapping.zones.emplace(line.source, zone.toStdString());
    if (const QString text = m_latitude->text().trimmed(); !text.isEmpty()) mapping.latitude = text.toStdString();
    if (const QString text = m_longitude->text().trimmed(); !text.isEmpty()) mapping.longitude = text.toStdString();
    return mapping;
}

void MappingPane::showTest(const engine::MappingTestRow &answer, Instant now, const QLocale &locale)
{
    const auto found = std::ranges::find(m_lines, answer.source, &Line::source);
    if (found == m_lines.end()) return;
    if (answer.figure) {
        found->answer->setTone(Tone::Good);
        found->answer->setText(
            tr("✓ %1: %2").arg(format::plain(answer.zone), format::figureText(*answer.figure, now, locale)));
        return;
    }
    const format::ErrorWords words = format::troubleWords(answer.trouble);
    found->answer->setTone(Tone::Warning);
    found->answer->setText(tr("⚠ %1. %2").arg(words.what, words.next));
    found->answer->setToolTip(plainTip(format::plain(answer.detail)));
}

} // namespace greenward::ui
