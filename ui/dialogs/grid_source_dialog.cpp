#include "ui/dialogs/grid_source_dialog.h"

#include "core/base/time_text.h"
#include "ui/dialogs/checks.h"
#include "ui/format/quantities.h"

#include <QCheckBox>
#include <QLineEdit>

namespace greenward::ui {
namespace {

constexpr int kLast = 99;

QString priorityProblem(const QString &text)
{
    bool whole = false;
    const int value = text.trimmed().toInt(&whole);
    return whole && value >= 0 && value <= kLast
               ? QString()
               : GridSourceDialog::tr("“%1” is not a whole number from 0 to %2.").arg(text).arg(kLast);
}

} // namespace

GridSourceDialog::GridSourceDialog(const engine::GridSourceRow &source, Submit submit, QWidget *parent)
    : CommandDialog(tr("Source %1").arg(format::plain(source.name)), tr("Save source"), std::move(submit), parent)
    , m_id(source.id)
    , m_enabled(form().addSwitch(QStringLiteral("enabled"), tr("&Ask this source"), {}))
    , m_url(form().addLine(QStringLiteral("url"), tr("&Address"),
                           source.defaultUrl.empty() ? tr("https, or http on this machine only")
                                                     : tr("Empty: %1").arg(format::plain(source.defaultUrl)),
                           {}))
    , m_priority(form().addLine(QStringLiteral("priority"), tr("&Priority"), tr("0 is asked first"), priorityProblem))
    , m_cache(form().addLine(QStringLiteral("cache"), tr("An answer &counts for"),
                             tr("Not asked again before: 5m, 1h; from 10s to 1d"),
                             checkedBy([](const std::string &text) { return parseDuration(text, "cache"); })))
{
    setObjectName(QStringLiteral("gridSourceDialog"));
    m_enabled->setChecked(source.enabled);
    m_url->setText(source.url == source.defaultUrl ? QString() : QString::fromStdString(source.url));
    m_priority->setText(QString::number(source.priority));
    m_cache->setText(QString::fromStdString(durationText(source.cacheFor)));
}

engine::Command GridSourceDialog::command() const
{
    engine::SetGridSource set{.id = m_id};
    set.url = m_url->text().trimmed().toStdString();
    set.enabled = m_enabled->isChecked();
    set.priority = m_priority->text().trimmed().toInt();
    if (const auto cache = parseDuration(m_cache->text().trimmed().toStdString(), "cache")) set.cacheFor = *cache;
    return set;
}

} // namespace greenward::ui
