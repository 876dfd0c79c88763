#pragma once

#include "core/engine/rows.h"
#include "ui/widgets/card.h"

class QLabel;
class QLineEdit;
class QTimer;

namespace greenward::ui {

class TextLabel;

/// "Test a region": what a name would resolve to, answered while one types.
class RegionTester final : public QWidget
{
    Q_OBJECT

public:
    explicit RegionTester(QWidget *parent = nullptr);

    /// Names to offer while typing.
    void setKnownRegions(const std::vector<RegionName> &regions);
    /// The answer to looked(name); an answer to an older name is ignored.
    void showAnswer(const QString &name, const Result<engine::GridRow> &answer);

Q_SIGNALS:
    /// Typing paused on a well-formed name.
    void looked(const QString &name);

private:
    void lookUp();
    void showProblem(const QString &problem, const QString &next);
    void clear();

    QLineEdit *m_name;
    QTimer *m_pause;
    QLabel *m_icon;
    TextLabel *m_figure;
    TextLabel *m_trust;
    TextLabel *m_place;
    TextLabel *m_source;
};

} // namespace greenward::ui
