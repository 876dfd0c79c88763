#pragma once

#include "ui/prompts/prompter.h"

namespace greenward::ui {

/// Asks with real boxes, opened without a nested event loop. Cancel is the default button.
class BoxPrompter final : public Prompter
{
public:
    void confirm(QWidget *parent, const Confirmation &question, std::function<void()> agreed) override;
    void askText(QWidget *parent, const QString &question, const QString &label, const QString &verb,
                 std::function<void(const QString &)> answered) override;
    void askDirectory(QWidget *parent, const QString &title, const QString &start,
                      std::function<void(const QString &)> chosen) override;
    void askOpenFile(QWidget *parent, const QString &title, const QString &filter,
                     std::function<void(const QString &)> chosen) override;
    void askSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                     std::function<void(const QString &)> chosen) override;
};

} // namespace greenward::ui
