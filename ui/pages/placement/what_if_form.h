#pragma once

#include "core/placement/query.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace greenward::ui {

class Form;
class NamePicker;

/// What the form offers to choose from.
struct WhatIfChoices
{
    std::vector<BackendId> all; ///< by name
    std::vector<BackendId> connected;
    std::vector<TenantId> tenants;
    placement::RankBy ranking = placement::RankBy::Score; ///< what is set for all

    friend bool operator==(const WhatIfChoices &, const WhatIfChoices &) = default;
};

/// The question "where should so much data lie for so long", field by field. Says at each field what is wrong with it;
/// the wheel never changes a field without the focus.
class WhatIfForm final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfForm(QWidget *parent = nullptr);

    void setChoices(WhatIfChoices choices);
    /// Ticks these as the candidates.
    void choose(const std::vector<BackendId> &candidates);
    /// Nothing while a field is wrong.
    std::optional<placement::Query> query() const;
    /// What the engine said, at the field it is about; false when there is no such field.
    bool showProblem(const Error &error);

Q_SIGNALS:
    void edited();

private:
    void addData();
    void addCandidates();
    void addConstraints();
    QWidget *makeMedia();
    void showPicker();
    std::vector<BackendId> candidates() const;
    placement::Constraints constraints() const;
    QString fromProblem(const QString &text) const;

    WhatIfChoices m_choices;
    Form *m_form;
    QLineEdit *m_size = nullptr;
    QLineEdit *m_months = nullptr;
    QComboBox *m_tenant = nullptr;
    QComboBox *m_from = nullptr;
    QComboBox *m_path = nullptr;
    QComboBox *m_candidates = nullptr;
    NamePicker *m_picker = nullptr;
    QComboBox *m_signal = nullptr;
    QComboBox *m_rankBy = nullptr;
    QLineEdit *m_countries = nullptr;
    std::vector<std::pair<Medium, QCheckBox *>> m_media;
    QLineEdit *m_price = nullptr;
    QComboBox *m_latency = nullptr;
    QCheckBox *m_immutable = nullptr;
};

} // namespace greenward::ui
