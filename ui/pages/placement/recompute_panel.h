#pragma once

#include "core/placement/decision.h"

#include <QWidget>

class QPushButton;

namespace greenward::ui {

class CellModel;
class TextLabel;

/// A decision as it was taken beside what the same question gives now. Nothing is kept unless somebody asks for it.
class RecomputePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RecomputePanel(bool readOnly, QWidget *parent = nullptr);

    void show(const placement::Decision &then, const placement::Decision &now);
    void showNothing(const QString &why);
    /// The same question is to be decided anew and kept.
    void setBusy(bool busy);

Q_SIGNALS:
    void recordAsked();

private:
    bool m_readOnly;
    TextLabel *m_words;
    CellModel *m_model;
    QPushButton *m_record;
};

} // namespace greenward::ui
