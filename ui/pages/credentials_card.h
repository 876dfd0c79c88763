#pragma once

#include "ui/bridge/credentials.h"
#include "ui/pages/page.h"

class QGridLayout;

namespace greenward::ui {

class Card;
class MessageBar;

/// The sources that want to be signed in to, what is known of their secrets, and buttons to enter and remove them.
class CredentialsCard final : public QObject
{
    Q_OBJECT

public:
    /// Fills `card`; messages go to `messages`.
    CredentialsCard(const PageContext &context, Card &card, MessageBar &messages);

    void refresh();

private:
    void show(const std::vector<SignIn> &sources);
    void addRow(const SignIn &source);
    void enter(const SignIn &source);
    void remove(const SignIn &source);

    PageContext m_context;
    Card &m_card;
    MessageBar &m_messages;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<SignIn> m_shown;
};

} // namespace greenward::ui
