#pragma once

#include "core/engine/rows.h"
#include "ui/pages/page.h"

class QCheckBox;
class QPlainTextEdit;
class QSplitter;

namespace greenward::ui {

class ActivityModel;
class DataTable;
class TextLabel;

/// Who did what and what followed: the audit log and the events, with their content, and the proof that nobody has
/// changed the log since.
class ActivityPage final : public Page
{
    Q_OBJECT

public:
    explicit ActivityPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override { return m_filter; }
    void showKey(const QString &key) override;

protected:
    void refresh() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTable();
    QWidget *makeDetail();
    void takeNewest(std::vector<engine::ActivityRow> rows);
    void takeOlder(std::vector<engine::ActivityRow> rows);
    void showRows();
    void showDetail();
    void verifyChain();
    void exportRows();
    void showMore();

    ActivityModel *m_model;
    QSplitter *m_split = nullptr;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    TextLabel *m_heading = nullptr;
    TextLabel *m_name = nullptr;
    TextLabel *m_when = nullptr;
    TextLabel *m_hash = nullptr;
    QPlainTextEdit *m_json = nullptr;
    QAction *m_verify = nullptr;
    QAction *m_more = nullptr;
    QCheckBox *m_auditOnly = nullptr;
    std::vector<engine::ActivityRow> m_rows; ///< newest first, without a gap
    bool m_whole = false;                    ///< nothing is older than what is held
};

} // namespace greenward::ui
