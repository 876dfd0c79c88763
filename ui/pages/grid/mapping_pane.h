#pragma once

#include "core/engine/commands.h"

#include <QLocale>
#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QGridLayout;
class QLineEdit;

namespace greenward::ui {

class ActionButton;
class TextLabel;

/// What the chosen region is called at each source, editable, each name one press away from being tested with the
/// source itself; and where an own site lies.
class MappingPane final : public QWidget
{
    Q_OBJECT

public:
    explicit MappingPane(bool mayChange, QWidget *parent = nullptr);

    /// Keeps what is being typed as long as the region stays the same.
    void show(const engine::GridMappingRow &mapping, const std::vector<engine::GridSourceRow> &sources);
    void showNothing(const QString &why);
    void showTest(const engine::MappingTestRow &answer, Instant now, const QLocale &locale);

Q_SIGNALS:
    /// `zone` may be empty: what the tables say.
    void testAsked(const QString &source, const QString &zone);
    void saveAsked(const greenward::engine::SetRegionMapping &mapping);

private:
    struct Line
    {
        std::string source;
        QLineEdit *zone = nullptr;
        ActionButton *test = nullptr;
        TextLabel *answer = nullptr;
    };
    void rebuild(const std::vector<engine::GridSourceRow> &sources);
    void fill(const engine::GridMappingRow &mapping);
    void follow();
    engine::SetRegionMapping typed() const;

    bool m_mayChange;
    bool m_dirty = false;
    std::optional<engine::GridMappingRow> m_mapping;
    std::vector<Line> m_lines;
    TextLabel *m_title;
    TextLabel *m_note;
    QWidget *m_form;
    QGridLayout *m_grid;
    QLineEdit *m_latitude;
    QLineEdit *m_longitude;
    ActionButton *m_save;
    ActionButton *m_reset;
};

} // namespace greenward::ui
