#pragma once

#include "ui/dialogs/command_dialog.h"

#include <QLocale>

class QCheckBox;
class QTimer;

namespace greenward::ui {

class Prompter;

/// What a region name resolves to; the answer comes later on this thread, or never when `context` is gone.
using RegionAnswer = std::function<void(const Result<engine::GridRow> &)>;
using RegionLookUp = std::function<void(const RegionName &region, QObject *context, RegionAnswer answer)>;

/// Connects a directory as a backend, or changes the figures of one that is registered.
class BackendDialog final : public CommandDialog
{
    Q_OBJECT

public:
    /// `spec` set: that backend is edited. `regions` are offered while a region is typed.
    BackendDialog(const std::optional<BackendSpec> &spec, const QStringList &regions, RegionLookUp lookUp,
                  Prompter &prompter, Submit submit, QWidget *parent);

Q_SIGNALS:
    /// The engine has it; the backend's key in the table.
    void saved(const QString &backend);

protected:
    engine::Command command() const override;

private:
    void addPlaceFields(const QStringList &regions);
    void addTenantFields();
    void addFigureFields();
    void fill(const BackendSpec &spec);
    void browse();
    void resolveRegion();
    void showResolved(const QString &asked, const Result<engine::GridRow> &answer);
    QString regionProblem(const QString &text) const;
    QString directoryProblem(const QString &text) const;

    std::optional<BackendSpec> m_old;
    RegionLookUp m_lookUp;
    Prompter &m_prompter;
    QTimer *m_resolveSoon;
    QString m_unknownRegion; ///< the last text the engine did not know
    QString m_unknownWhy;

    QLineEdit *m_id = nullptr;
    QLineEdit *m_directory = nullptr; ///< nothing for profiles, which are not connected
    QComboBox *m_region = nullptr;
    QComboBox *m_tenantRule = nullptr;
    QLineEdit *m_soleTenant = nullptr;
    QComboBox *m_medium = nullptr;
    QLineEdit *m_copies = nullptr;
    QLineEdit *m_pue = nullptr;
    QLineEdit *m_wue = nullptr;
    QLineEdit *m_renewable = nullptr;
};

} // namespace greenward::ui
