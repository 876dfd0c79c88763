#pragma once

#include "core/engine/rows.h"
#include "ui/pages/page.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace greenward::ui {

class Card;
class CredentialsCard;
class TextLabel;

/// How the console looks, who operates it, and what is open. Changes apply at once.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const PageContext &context, QWidget *parent = nullptr);

protected:
    void refresh() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeAppearance();
    QWidget *makeOperator();
    QWidget *makeCredentials();
    QWidget *makeData();
    void followAppearance();
    void applyOperator();
    void showStatus(const engine::EngineStatus &status);

    QComboBox *m_theme = nullptr;
    QSpinBox *m_textSize = nullptr;
    QLineEdit *m_operator = nullptr;
    TextLabel *m_operatorNote = nullptr;
    CredentialsCard *m_credentials = nullptr;
    TextLabel *m_directory = nullptr;
    TextLabel *m_mode = nullptr;
    TextLabel *m_lastStop = nullptr;
    TextLabel *m_version = nullptr;
};

/// The name commands are recorded under: what was set, else the login name.
Actor rememberedActor();

} // namespace greenward::ui
