#pragma once

#include "core/engine/grid_rows.h"
#include "ui/charts/intensity_picture.h"

#include <QLocale>
#include <QWidget>

#include <vector>

class QComboBox;
class QStackedWidget;
class QToolButton;

namespace greenward::ui {

class IntensityChart;
class NoteLine;
class SmallMultiples;
struct Advice;

/// What of the grid is looked at.
struct GridView
{
    /// Both: average and marginal of one region, on axes of their own.
    enum class Signals { Average, Marginal, Both };
    Signals signals = Signals::Average;
    std::chrono::hours past{24 * 7};
    std::chrono::hours ahead{48};
    friend bool operator==(const GridView &, const GridView &) = default;
};

/// What to ask for; the first is that of the left axis.
std::vector<Signal> signalsOf(const GridView &view);

/// The chart with what is chosen about it above: signal, span, one frame or many small ones; and what has to be said
/// about the figures.
class GridChartPane final : public QWidget
{
    Q_OBJECT

public:
    explicit GridChartPane(QWidget *parent = nullptr);

    const GridView &gridView() const { return m_view; }
    /// Regions in the order of their colours. `chosen`: the region the table stands on.
    void show(std::vector<engine::GridPicture> pictures, const QString &chosen, const std::vector<Advice> &advice);
    void showNothing(const QString &why, const std::vector<Advice> &advice);
    void choose(const QString &region);
    QColor colorAt(int number) const;

    IntensityChart &chart() const { return *m_chart; }
    const std::vector<engine::GridPicture> &pictures() const { return m_pictures; }

Q_SIGNALS:
    void viewChanged();
    void regionChosen(const QString &region);

private:
    QWidget *makeTools();
    void setView(const GridView &view);
    void showAdvice(const std::vector<Advice> &advice);
    IntensityPicture picture() const;

    GridView m_view;
    std::vector<engine::GridPicture> m_pictures;
    QComboBox *m_signals = nullptr;
    QComboBox *m_span = nullptr;
    QToolButton *m_many = nullptr;
    std::vector<NoteLine *> m_notes;
    QStackedWidget *m_stack;
    IntensityChart *m_chart;
    SmallMultiples *m_small;
};

} // namespace greenward::ui
