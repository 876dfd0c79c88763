#pragma once

#include "core/engine/rows.h"

#include <QWidget>

class QGridLayout;

namespace greenward::ui {

class TextLabel;

/// One part of a green score, put into words.
struct ExplainedPart
{
    QString name;    ///< "Renewable share"
    QString formula; ///< "96 % × 0.4"
    QString points;  ///< "38.4 of 40"
};
/// The four parts of a score with the numbers they were computed from (P-02, C-29).
std::vector<ExplainedPart> explainedScore(const bus::ScoredBackend &backend, const QLocale &locale);
/// "0.65 W/TB × 730 h × 3 copies × PUE 1.5 × 35.26 g/kWh ÷ 1000 = 75.3 g CO2e per TB-month".
QString explainedFootprint(const bus::ScoredBackend &backend, const QLocale &locale);

/// Why a backend has the score it has: the parts with their numbers, where each number comes from, and its last scan.
class BackendDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit BackendDetail(QWidget *parent = nullptr);

    void showNothing();
    void showBackend(const engine::BackendRow &row, const engine::ScanRow *scan, Instant now);

private:
    QWidget *makeScore();
    QWidget *makeSources();

    TextLabel *m_title;
    TextLabel *m_state;
    class ScoreBar;
    ScoreBar *m_bar = nullptr;
    struct PartLabels
    {
        TextLabel *name = nullptr;
        TextLabel *formula = nullptr;
        TextLabel *points = nullptr;
    };
    std::array<PartLabels, 4> m_parts;
    TextLabel *m_total = nullptr;
    TextLabel *m_footprint = nullptr;
    TextLabel *m_spec = nullptr;
    TextLabel *m_newer = nullptr;
    TextLabel *m_terms = nullptr;
    TextLabel *m_grid = nullptr;
    TextLabel *m_scan = nullptr;
};

} // namespace greenward::ui
