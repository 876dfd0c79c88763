#pragma once

#include "core/engine/secrets.h"

#include <QDialog>

#include <functional>
#include <vector>

class QDialogButtonBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace greenward::ui {

class Form;
class TextLabel;

/// Hands a secret to the engine, which keeps it where it is told; the answer comes later on this thread, or never when
/// `context` is gone.
using KeepSecret = std::function<void(const engine::CredentialName &name, Secret secret, grid::KeepSecret where,
                                      QObject *context, std::function<void(const Result<void> &)> answered)>;

/// What a source of grid data needs to let Greenward in. Nothing that is typed is shown (but for the user name) or
/// kept by the dialog. It closes when all was taken; refused, it stays open and says why. Opened with open(), deletes
/// itself when closed.
class CredentialDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `fields` are those of one source, called `source` by people.
    CredentialDialog(const QString &source, std::vector<grid::CredentialRow> fields, KeepSecret keep, QWidget *parent);

    void accept() override;

    /// Whether the operator keeps this source's secrets for the session only, and so is asked at each start.
    static bool isAskedAtStart(const std::string &sourceId);
    static void setAskedAtStart(const std::string &sourceId, bool asked);

Q_SIGNALS:
    void taken();

private:
    void addPlaces();
    void send(std::size_t field);
    void showRefusal(const Error &error);

    std::vector<grid::CredentialRow> m_fields;
    KeepSecret m_keep;
    Form *m_form;
    std::vector<QLineEdit *> m_lines;
    QRadioButton *m_inKeychain;
    QRadioButton *m_inSession;
    TextLabel *m_refusal;
    QDialogButtonBox *m_buttons;
    QPushButton *m_save;
};

} // namespace greenward::ui
