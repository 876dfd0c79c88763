#pragma once

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QLabel>

namespace greenward::ui {

/// Plain text in a step of the type scale and the ink of a tone. Follows font and theme changes. Elided in the middle
/// or at the end when it does not fit (the whole text is the tool tip), or wrapped.
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    enum class Fit { Whole, Elide, ElideMiddle, Wrap };

    explicit TextLabel(TextRole role = TextRole::Body, Fit fit = Fit::Elide, QWidget *parent = nullptr);
    TextLabel(const QString &text, TextRole role, Fit fit = Fit::Elide, QWidget *parent = nullptr);

    /// Hides QLabel's: never rich text, and remembers the whole.
    void setText(const QString &text);
    const QString &wholeText() const { return m_whole; }
    /// Faded is the colour of captions.
    void setTone(Tone tone);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyFont();
    void applyInk();

    TextRole m_role;
    Fit m_fit;
    Tone m_tone;
    QString m_whole;
    bool m_applying = false; ///< our own font or palette change is coming back as an event
};

} // namespace greenward::ui
