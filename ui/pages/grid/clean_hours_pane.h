#pragma once

#include "core/engine/grid_rows.h"

#include <QLocale>
#include <QWidget>

#include <vector>

class QSpinBox;

namespace greenward::ui {

class TextLabel;

/// What is asked about the clean hours of the chosen region.
struct CleanHoursQuestion
{
    int lengthHours = 2; ///< of the work to be done
    int withinHours = 24;
    int beginHour = 2; ///< UTC, of the fixed window; 02:00-04:00 is what daily batches use (C-42)
    int windowHours = 2;
};

struct CleanHoursAnswer
{
    RegionName region;
    Signal signal = Signal::Average;
    Result<engine::BestWindowRow> best;
    Result<engine::WindowDoctorRow> doctor;
    Result<std::vector<engine::ForecastErrorRow>> errors;
    Instant now;
};

/// When the grid of the chosen region is clean: the best time for a piece of work, and what a fixed daily window has
/// cost over the stored past.
class CleanHoursPane final : public QWidget
{
    Q_OBJECT

public:
    explicit CleanHoursPane(QWidget *parent = nullptr);

    CleanHoursQuestion question() const;
    void show(const CleanHoursAnswer &answer, const QLocale &locale);
    void showNothing(const QString &why);

Q_SIGNALS:
    /// question() changed.
    void asked();

private:
    QWidget *makeBest();
    QWidget *makeDoctor();
    QSpinBox *hours(const char *name, int value, int low, int high, const QString &label);
    void showBest(const CleanHoursAnswer &answer, const QLocale &locale);
    void showDoctor(const CleanHoursAnswer &answer, const QLocale &locale);

    QSpinBox *m_length = nullptr;
    QSpinBox *m_within = nullptr;
    QSpinBox *m_begin = nullptr;
    QSpinBox *m_window = nullptr;
    TextLabel *m_best = nullptr;
    TextLabel *m_bestDetail = nullptr;
    TextLabel *m_doctor = nullptr;
    TextLabel *m_doctorDetail = nullptr;
};

} // namespace greenward::ui
