#pragma once

#include <QProgressBar>

namespace greenward::ui {

/// A slim bar that keeps QProgressBar's voice for screen readers. Without a known total it is hatched.
class ThinProgress final : public QProgressBar
{
    Q_OBJECT

public:
    explicit ThinProgress(QWidget *parent = nullptr);

    /// 0 to 1; nothing known: pass a negative number.
    void setFraction(double fraction);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace greenward::ui
