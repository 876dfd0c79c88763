#pragma once

#include "core/engine/rows.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QTableWidget;

namespace greenward::ui {

class BackendModel;
class NamePicker;
class ScorePartsChart;
class TextLabel;

/// Two to six backends side by side: every figure in a row, the best of each row marked by a sign and a word.
class ComparePane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMost = 6; ///< more do not fit side by side

    /// The model is the registry's; it outlives the pane.
    explicit ComparePane(const BackendModel &model, QWidget *parent = nullptr);

    /// The rows of the model changed; `names` are all there are, in order. Looked at when the pane is shown next.
    void refresh(const QStringList &names, Instant now);
    void choose(const QStringList &backends);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compare();
    void fillTable(const std::vector<engine::BackendRow> &rows);

    const BackendModel &m_model;
    Instant m_now;
    NamePicker *m_picker;
    QTableWidget *m_table;
    ScorePartsChart *m_chart;
    TextLabel *m_hint;
};

} // namespace greenward::ui
