#pragma once

#include "core/units/backend_spec.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace greenward::ui {

class Form;

/// The fields of a backend in a form of three tabs (where it is, what its figures are, what a placement may ask for),
/// and the backend they describe. Owns no widget; lives with the form.
class BackendFields final : public QObject
{
    Q_OBJECT

public:
    /// `old` set: that backend is edited, and what is not in the form is kept. `regionProblem`: what the engine has
    /// said about a region.
    BackendFields(Form &form, const std::optional<BackendSpec> &old,
                  std::function<QString(const QString &)> regionProblem, const QStringList &regions, QObject *parent);

    void fill(const BackendSpec &spec);
    /// Nothing while a field that is needed is empty or wrong.
    std::optional<BackendSpec> spec() const;

    QLineEdit &id() const { return *m_id; }
    QComboBox &region() const { return *m_region; }
    QLineEdit &directory() const { return *m_directory; }

private:
    void addPlace(const QStringList &regions, std::function<QString(const QString &)> regionProblem);
    void addTenants();
    void addFigures();
    void addSource();
    void addTerms();
    void showKind();
    bool isLocal() const;
    std::optional<Coordinates> coordinates() const;
    void readPlace(BackendSpec &spec) const;
    void readFigures(BackendSpec &spec) const;
    void readTerms(BackendSpec &spec) const;

    Form &m_form;
    std::optional<BackendSpec> m_old;
    QLineEdit *m_id = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_directory = nullptr;
    QComboBox *m_region = nullptr;
    QComboBox *m_tenantRule = nullptr;
    QLineEdit *m_soleTenant = nullptr;
    QLineEdit *m_exclude = nullptr;
    QComboBox *m_medium = nullptr;
    QLineEdit *m_copies = nullptr;
    QLineEdit *m_pue = nullptr;
    QLineEdit *m_wue = nullptr;
    QLineEdit *m_renewable = nullptr;
    QComboBox *m_basis = nullptr;
    QLineEdit *m_basisWords = nullptr;
    QLineEdit *m_source = nullptr;
    QLineEdit *m_year = nullptr;
    QLineEdit *m_price = nullptr;
    QComboBox *m_latency = nullptr;
    QLineEdit *m_residency = nullptr;
    QLineEdit *m_latitude = nullptr;
    QLineEdit *m_longitude = nullptr;
    QCheckBox *m_immutable = nullptr;
    QCheckBox *m_legalHold = nullptr;
};

} // namespace greenward::ui
