#pragma once

#include <QWidget>

namespace greenward::ui {

/// The program's leaf and name above the pages; the leaf alone when compact. Says nothing a screen reader needs.
class BrandMark final : public QWidget
{
    Q_OBJECT

public:
    explicit BrandMark(QWidget *parent = nullptr);
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_compact = false;
};

} // namespace greenward::ui
