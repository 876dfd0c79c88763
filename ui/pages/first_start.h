#pragma once

#include <QAbstractButton>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace greenward::ui {

/// A large choice: icon, verb, and what it leads to.
class ChoiceTile final : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceTile(const QString &iconName, const QString &verb, const QString &meaning, bool primary,
               QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_iconName;
    QString m_meaning;
    bool m_primary;
};

/// What a new data directory shows: what the program is for and the two ways to begin.
class FirstStart final : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStart(bool canAdd, bool canMakeSample, QWidget *parent = nullptr);

Q_SIGNALS:
    void addBackendAsked();
    void sampleAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyIcon();

    QLabel *m_mark;
    QBoxLayout *m_choices;
};

} // namespace greenward::ui
