#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace greenward::ui {

/// Rows of a label, a field, and beneath it what is wrong with its content, said as one types. A field nobody touched
/// is not scolded until the form is to be sent. The wheel never changes a field that has no focus.
class Form final : public QWidget
{
    Q_OBJECT

public:
    /// What is wrong with a text, as a sentence; empty when it is fine.
    using Check = std::function<QString(const QString &text)>;

    explicit Form(QWidget *parent = nullptr);

    /// `key` is the engine's name of the field ("pue") and how setProblem finds the row; the object name adds the class
    /// ("pueLineEdit"). `hint` is shown under the field while all is well.
    QLineEdit *addLine(const QString &key, const QString &label, const QString &hint, Check check);
    /// An editable combo box whose text is checked like a line, or a fixed one (no check).
    QComboBox *addChoice(const QString &key, const QString &label, const QString &hint, Check check = {});
    QCheckBox *addSwitch(const QString &key, const QString &text, const QString &hint);
    /// Any other widget in the field column, without a check.
    void addRow(const QString &label, QWidget *field);
    /// A heading above the rows that follow.
    void addHeading(const QString &text);

    /// The rows that follow stand on a tab of their own. A tab with a problem is marked and brought to the front when
    /// the form is to be sent.
    void beginTab(const QString &title);

    /// Puts a button to the right of a line made by addLine.
    void addBeside(QLineEdit *line, QWidget *button);

    /// Shows every problem, untouched fields included, and puts the focus on the first. True: there is none.
    bool check();
    /// Checks again without scolding untouched fields, as when another field changed what is allowed.
    void recheck();
    /// Shows what the engine said about the field and goes there; false when there is no such field.
    bool setProblem(const QString &key, const QString &problem);
    /// The same while somebody types elsewhere: the focus stays where it is.
    bool markProblem(const QString &key, const QString &problem);
    /// Whether any field, touched or not, has a problem. Shows nothing.
    bool isFine() const;
    /// The line under a field while all is well.
    void setHint(const QString &key, const QString &hint);

Q_SIGNALS:
    /// Any field changed.
    void edited();

private:
    struct Row
    {
        QString key;
        QWidget *field = nullptr;
        QLabel *note = nullptr; ///< problem or hint
        QString hint;
        Check check;
        bool touched = false;
        bool hasProblem = false;
    };

    std::size_t appendRow(const QString &key, const QString &label, QWidget *field, const QString &hint, Check check);
    void touch(std::size_t row);
    void showNote(Row &row, const QString &problem);
    QString problemOf(const Row &row) const;
    Row *find(const QString &key);
    void reveal(QWidget *field);
    void markTabs();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QFormLayout *m_layout;        ///< where rows are added now
    QTabWidget *m_tabs = nullptr; ///< nothing: all rows stand beneath each other
    std::vector<Row> m_rows;
};

} // namespace greenward::ui
