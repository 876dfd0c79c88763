#include "ui/widgets/name_picker.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>
#include <QSet>
#include <QVBoxLayout>

namespace greenward::ui {

/// Names that contain the filter; keeps ticks of those that are hidden by it.
class NamePicker::Model final : public QAbstractListModel
{
public:
    Model(int most, QObject *parent)
        : QAbstractListModel(parent)
        , m_most(most)
    {}

    void setNames(const QStringList &names)
    {
        if (names == m_names) return;
        beginResetModel();
        m_names = names;
        const QSet<QString> known(names.cbegin(), names.cend());
        m_ticked.intersect(known);
        filter();
        endResetModel();
    }
    void setTicked(const QStringList &names)
    {
        beginResetModel();
        m_ticked = QSet<QString>(names.cbegin(), names.cend());
        endResetModel();
    }
    void setFilter(const QString &text)
    {
        beginResetModel();
        m_filter = text.trimmed();
        filter();
        endResetModel();
    }
    QStringList ticked() const
    {
        QStringList all;
        for (const QString &name : m_names)
            if (m_ticked.contains(name)) all << name;
        return all;
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
        const QString &name = m_shown[index.row()];
        if (role == Qt::DisplayRole) return name;
        if (role == Qt::CheckStateRole) return static_cast<int>(m_ticked.contains(name) ? Qt::Checked : Qt::Unchecked);
        return {};
    }
    bool setData(const QModelIndex &index, const QVariant &value, int role) override
    {
        if (role != Qt::CheckStateRole || !index.isValid()) return false;
        const QString &name = m_shown[index.row()];
        if (value.toInt() == Qt::Checked) {
            if (m_most > 0 && m_ticked.size() >= m_most) return false;
            m_ticked.insert(name);
        } else {
            m_ticked.remove(name);
        }
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
        return true;
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
    }

private:
    void filter() { m_shown = m_filter.isEmpty() ? m_names : m_names.filter(m_filter, Qt::CaseInsensitive); }

    int m_most;
    QStringList m_names;
    QStringList m_shown;
    QSet<QString> m_ticked;
    QString m_filter;
};

NamePicker::NamePicker(const QString &accessibleName, int most, QWidget *parent)
    : QWidget(parent)
    , m_model(new Model(most, this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setObjectName(QStringLiteral("pickerFilter"));
    m_list->setObjectName(QStringLiteral("pickerList"));
    m_list->setAccessibleName(accessibleName);
    m_list->setUniformItemSizes(true);
    m_list->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    connect(m_filter, &QLineEdit::textChanged, m_model, [this](const QString &text) { m_model->setFilter(text); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &NamePicker::changed);
}

void NamePicker::setNames(const QStringList &names)
{
    m_model->setNames(names);
}

void NamePicker::setTicked(const QStringList &names)
{
    m_model->setTicked(names);
}

QStringList NamePicker::ticked() const
{
    return m_model->ticked();
}

} // namespace greenward::ui
