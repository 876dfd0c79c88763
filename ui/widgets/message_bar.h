#pragma once

#include "ui/format/error_text.h"
#include "ui/theme/palette.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace greenward::ui {

class TextLabel;

/// The page's place for what went wrong or was done, without a box that blocks. One message at a time: a new one
/// replaces the old. Severity by icon and word, with one action at most; closed by its button or Escape.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(Tone tone, const QString &text);
    /// `verb` on the button ("Undo", "Open log"); the bar closes when it is pressed.
    void show(Tone tone, const QString &text, const QString &verb, std::function<void()> action);
    void showError(const Error &error) { show(Tone::Critical, format::errorText(error)); }
    void clear();

    /// What is shown, empty when nothing is.
    QString text() const;
    Tone tone() const { return m_tone; }

Q_SIGNALS:
    /// A message came or went.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTone();
    void applyMargins();

    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    TextLabel *m_severity;
    TextLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    std::function<void()> m_action;
};

} // namespace greenward::ui
