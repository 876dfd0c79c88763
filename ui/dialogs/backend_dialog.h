#pragma once

#include "ui/dialogs/command_dialog.h"

#include <functional>
#include <optional>

class QTimer;

namespace greenward::ui {

class BackendFields;
class BackendPreview;
class Prompter;

/// What the dialog asks of the engine; answers come later on this thread, or never when `context` is gone.
struct BackendQuestions
{
    /// What a region name resolves to.
    using Region = std::function<void(const Result<engine::GridRow> &)>;
    std::function<void(const RegionName &region, QObject *context, Region answer)> lookUp;
    /// What a backend would score. See Engine::previewBackend.
    using Score = std::function<void(const Result<bus::ScoredBackend> &)>;
    std::function<void(const BackendSpec &spec, QObject *context, Score answer)> preview;
    /// Lets the operator choose a published region to start from.
    using Start = std::function<void(const BackendSpec &)>;
    std::function<void(QWidget *dialog, Start answer)> startFrom;
};

/// Connects a directory as a backend, describes a profile to compare with, or changes one that is registered; shows
/// what it would score while one types.
class BackendDialog final : public CommandDialog
{
    Q_OBJECT

public:
    /// `spec` set: that backend is edited. `regions` are offered while a region is typed.
    BackendDialog(const std::optional<BackendSpec> &spec, const QStringList &regions, BackendQuestions questions,
                  Prompter &prompter, Submit submit, QWidget *parent);

    /// Fills a dialog that adds with what is published about a region.
    void startFrom(const BackendSpec &spec);
    /// What was sent.
    const std::optional<BackendSpec> &sent() const { return m_sent; }
    const std::optional<BackendSpec> &before() const { return m_old; }

Q_SIGNALS:
    /// The engine has it; the backend's key in the table.
    void saved(const QString &backend);

protected:
    engine::Command command() const override;

private:
    void addCatalogueButton();
    void browse();
    void resolveRegion();
    void showResolved(const QString &asked, const Result<engine::GridRow> &answer);
    void askPreview();
    QString regionProblem(const QString &text) const;

    std::optional<BackendSpec> m_old;
    mutable std::optional<BackendSpec> m_sent;
    BackendQuestions m_questions;
    Prompter &m_prompter;
    QTimer *m_resolveSoon;
    QTimer *m_previewSoon;
    BackendFields *m_fields = nullptr;
    BackendPreview *m_preview;
    int m_asked = 0;         ///< answers to older questions are dropped
    QString m_unknownRegion; ///< the last text the engine did not know
    QString m_unknownWhy;
};

} // namespace greenward::ui
