#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace greenward::ui {

class TextLabel;

/// A surface with a hairline border and inner margins of the grid; with a heading when one is given.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &heading, QWidget *parent = nullptr);

    QVBoxLayout &body() const { return *m_body; }
    /// Right end of the heading line, for a small button or caption.
    QHBoxLayout &headingLine() const { return *m_headingLine; }
    void setHeading(const QString &heading);
    /// The body holds lines with a margin of their own (LinkList): their words shall stand under the heading.
    void setHoldsLines(bool lines);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMargins();

    QVBoxLayout *m_body;
    QHBoxLayout *m_headingLine;
    TextLabel *m_heading;
    bool m_holdsLines = false;
};

} // namespace greenward::ui
