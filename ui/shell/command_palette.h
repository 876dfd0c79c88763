#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

class QLineEdit;
class QListView;

namespace greenward::ui {

/// Something that can be jumped to or done.
struct PaletteEntry
{
    QString iconName;
    QString text;
    QString kind;           ///< "Tenant", "Page", the menu it is in
    QString shortcut;       ///< as shown, may be empty
    QString disabledReason; ///< not empty: shown, but does nothing
    std::function<void()> run;
};

class PaletteModel;

/// Ctrl+K: type a few letters, Return does it. Up and Down choose, Escape closes. Lies over the window it belongs to
/// and gives the focus back to where it was.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);
    ~CommandPalette() override;

    /// Opens empty with these entries; more can be added while it is open.
    void open(std::vector<PaletteEntry> entries);
    void addEntries(const std::vector<PaletteEntry> &entries);
    /// Texts now offered, best first.
    QStringList offered() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void showMatches();
    void runCurrent();
    void closePalette();

    QLineEdit *m_query;
    QListView *m_list;
    std::unique_ptr<PaletteModel> m_model;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace greenward::ui
