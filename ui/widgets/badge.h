#pragma once

#include "ui/theme/palette.h"

#include <QWidget>

namespace greenward::ui {

/// A small pill with icon and word: "Read-only", "Sample".
class Badge final : public QWidget
{
    Q_OBJECT

public:
    Badge(const QString &iconName, const QString &word, Tone tone, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont captionFont() const;

    QString m_iconName;
    QString m_word;
    Tone m_tone;
};

} // namespace greenward::ui
