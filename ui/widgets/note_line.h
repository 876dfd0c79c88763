#pragma once

#include "ui/theme/palette.h"

#include <QWidget>

class QLabel;

namespace greenward::ui {

class TextLabel;

/// A standing remark above what it is about: icon of its tone and a wrapped sentence. Unlike the message bar it stays
/// as long as it is true. Hidden while it has no text.
class NoteLine final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteLine(QWidget *parent = nullptr);

    void setNote(Tone tone, const QString &text);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyIcon();

    Tone m_tone = Tone::Info;
    QLabel *m_icon;
    TextLabel *m_text;
};

} // namespace greenward::ui
