#pragma once

#include "ui/theme/palette.h"

#include <QAbstractButton>

namespace greenward::ui {

/// One number that matters: caption, figure, and a line saying what it means, with the icon of its tone. Pressing it
/// (click, Return, Space) goes to the cause. Speaks all three to screen readers.
class StatTile final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StatTile(const QString &caption, QWidget *parent = nullptr);

    void show(const QString &figure, const QString &detail, Tone tone = Tone::Neutral);
    using QAbstractButton::show;
    /// Not known yet: a dash, and why.
    void showUnknown(const QString &why);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_caption;
    QString m_figure;
    QString m_detail;
    Tone m_tone = Tone::Neutral;
};

} // namespace greenward::ui
