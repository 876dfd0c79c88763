#include "ui/shell/about_dialog.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace greenward::ui {

AboutDialog::AboutDialog(const QString &diagnostics, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Greenward"));
    setObjectName(QStringLiteral("aboutDialog"));
    auto *mark = plainLabel();
    mark->setPixmap(iconPixmap(QStringLiteral("leaf"), grid(this, 5), colorsOf(palette()).accent, devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->addWidget(new TextLabel(tr("Greenward %1").arg(QCoreApplication::applicationVersion()), TextRole::Title));
    words->addWidget(new TextLabel(tr("Carbon budgets, placement, verified migration and reports for multi-tenant "
                                      "storage. Free software under the GNU General Public License, version 3 or "
                                      "later; without any warranty."),
                                   TextRole::Body, TextLabel::Fit::Wrap));
    auto *heading = new QHBoxLayout;
    heading->setSpacing(grid(this, 2));
    heading->addWidget(mark, 0, Qt::AlignTop);
    heading->addLayout(words, 1);

    auto *text = new QPlainTextEdit(diagnostics);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(fontFor(TextRole::Mono, font()));
    text->setAccessibleName(tr("Diagnostics"));

    auto *copy = new ActionButton(tr("Copy diagnostics"));
    auto *close = new ActionButton(tr("Close"), ActionButton::Look::Primary);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [diagnostics] { QApplication::clipboard()->setText(diagnostics); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid(this, 3), grid(this, 3), grid(this, 3), grid(this, 2));
    layout->setSpacing(grid(this, 2));
    layout->addLayout(heading);
    layout->addWidget(text, 1);
    layout->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 76, fontMetrics().height() * 26);
}

} // namespace greenward::ui
