#pragma once

#include "ui/prompts/prompter.h"

#include <QStringList>

#include <deque>
#include <vector>

namespace greenward::tests {

/// Answers at once with what the test has put down, and remembers what was asked. An empty answer gives up.
class ScriptedPrompter final : public ui::Prompter
{
public:
    bool agrees = true;
    std::deque<QString> texts;
    std::deque<QString> paths;
    std::vector<ui::Confirmation> confirmed; ///< everything confirm() was asked
    QStringList asked;                       ///< titles and questions of the rest

    void confirm(QWidget *, const ui::Confirmation &question, std::function<void()> agreed) override
    {
        confirmed.push_back(question);
        if (agrees) agreed();
    }
    void askText(QWidget *, const QString &question, const QString &, const QString &,
                 std::function<void(const QString &)> answered) override
    {
        answer(question, texts, answered);
    }
    void askDirectory(QWidget *, const QString &title, const QString &,
                      std::function<void(const QString &)> chosen) override
    {
        answer(title, paths, chosen);
    }
    void askOpenFile(QWidget *, const QString &title, const QString &,
                     std::function<void(const QString &)> chosen) override
    {
        answer(title, paths, chosen);
    }
    void askSaveFile(QWidget *, const QString &title, const QString &, const QString &,
                     std::function<void(const QString &)> chosen) override
    {
        answer(title, paths, chosen);
    }

private:
    void answer(const QString &question, std::deque<QString> &answers, const std::function<void(const QString &)> &tell)
    {
        asked << question;
        if (answers.empty()) return;
        const QString next = answers.front();
        answers.pop_front();
        if (!next.isEmpty()) tell(next);
    }
};

} // namespace greenward::tests
