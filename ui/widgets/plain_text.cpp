#include "ui/widgets/plain_text.h"

#include <QLabel>
#include <QTextDocument>

namespace greenward::ui {

QString plainTip(const QString &text)
{
    if (!Qt::mightBeRichText(text)) return text;
    // A tool tip has no switch: only what looks rich, and holds no markup but ours, is shown as it is meant.
    return QStringLiteral("<span style=\"white-space:pre-wrap\">") + text.toHtmlEscaped() + QStringLiteral("</span>");
}

QString chartText(const QString &text)
{
    return text.toHtmlEscaped();
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

} // namespace greenward::ui
