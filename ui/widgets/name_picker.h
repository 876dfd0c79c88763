#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListView;

namespace greenward::ui {

/// Names to tick, with a filter above: for choosing some of many. Space ticks.
class NamePicker final : public QWidget
{
    Q_OBJECT

public:
    /// `most`: no more than so many can be ticked; 0: any number.
    explicit NamePicker(const QString &accessibleName, int most = 0, QWidget *parent = nullptr);

    /// Ticks stay with their names.
    void setNames(const QStringList &names);
    void setTicked(const QStringList &names);
    /// In the order of the list.
    QStringList ticked() const;

Q_SIGNALS:
    void changed();

private:
    class Model;

    Model *m_model;
    QLineEdit *m_filter;
    QListView *m_list;
};

} // namespace greenward::ui
