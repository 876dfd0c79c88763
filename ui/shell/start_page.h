#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace greenward::ui {

class ActionButton;
class TextLabel;

/// What the window shows while no data directory is open: that it is being opened, or why it cannot be, and the ways
/// on. Never a box.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void showOpening(const QString &directory);
    void showWorking(const QString &what, const QString &detail);
    void showProblem(const QString &directory, const Error &error);

Q_SIGNALS:
    void readOnlyAsked();
    void retryAsked();
    void otherDirectoryAsked();
    void sampleAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &iconName, const QString &title, const QString &detail, const QString &next);
    void applyIcon();

    QString m_iconName;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_detail;
    TextLabel *m_next;
    TextLabel *m_directory;
    ActionButton *m_readOnly;
    ActionButton *m_retry;
    ActionButton *m_other;
    ActionButton *m_sample;
};

} // namespace greenward::ui
