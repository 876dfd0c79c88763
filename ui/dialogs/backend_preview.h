#pragma once

#include "core/bus/payloads.h"
#include "ui/models/score_parts.h"

#include <QWidget>

#include <optional>

namespace greenward::ui {

class TextLabel;

/// What a backend would score as it is being typed, and what it scored before: bar of the parts, points, and the grams
/// that physically count.
class BackendPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit BackendPreview(QWidget *parent = nullptr);

    /// What the backend scores as it is registered, to be compared with.
    void setBefore(const bus::ScoredBackend &before);
    void show(const bus::ScoredBackend &scored);
    /// The last good figures stay, greyed, with the reason why they are not of what is typed.
    void showStale(const QString &why);

private:
    class Bar;

    Bar *m_bar;
    TextLabel *m_figures;
    TextLabel *m_note;
    std::optional<bus::ScoredBackend> m_before;
};

} // namespace greenward::ui
