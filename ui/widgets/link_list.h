#pragma once

#include "ui/theme/palette.h"
#include "ui/widgets/gauge.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace greenward::ui {

class TextLabel;

/// One line of a card that leads somewhere: icon, title over detail, and a value or gauge on the right.
struct LinkRow
{
    QString key; ///< told when pressed
    QString iconName;
    Tone tone = Tone::Neutral; ///< of the icon
    QString title;
    QString detail;
    QString value;
    QString valueDetail;
    std::optional<GaugeValue> gauge; ///< instead of the value
};

class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);
    void setRow(const LinkRow &row);
    const QString &key() const { return m_row.key; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    LinkRow m_row;
};

/// A short list of such lines (about ten; longer lists belong in a table), or a sentence when there are none.
class LinkList final : public QWidget
{
    Q_OBJECT

public:
    explicit LinkList(QWidget *parent = nullptr);

    /// Reuses the lines there are, so that the keyboard focus stays where it was.
    void setRows(const std::vector<LinkRow> &rows, const QString &whenEmpty);

Q_SIGNALS:
    void activated(const QString &key);

private:
    QVBoxLayout *m_layout;
    std::vector<LinkButton *> m_lines;
    TextLabel *m_empty;
};

} // namespace greenward::ui
