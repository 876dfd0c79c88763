#pragma once

#include "ui/pages/page_registry.h"

#include <QAbstractButton>
#include <QWidget>

#include <map>

namespace greenward::ui {

class BrandMark;

/// One page in the rail: icon and word, the icon alone when compact (the word is then the tool tip).
class NavigationButton final : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &iconName, const QString &title, QWidget *parent = nullptr);
    void setCompact(bool compact);
    /// A small number, such as batches that wait for approval; 0 hides it. `meaning` is what is spoken.
    void setCount(int count, const QString &meaning);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyWords();

    QString m_iconName;
    QString m_countMeaning;
    int m_count = 0;
    bool m_compact = false;
};

/// The pages at the left edge; the settings stand apart at the bottom.
class NavigationRail final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(const std::vector<PageInfo> &pages, QWidget *parent = nullptr);

    void setCurrent(PageId page);
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    void setCount(PageId page, int count, const QString &meaning);
    void focusCurrent(Qt::FocusReason reason);

Q_SIGNALS:
    void chosen(greenward::ui::PageId page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMargins();

    BrandMark *m_brand;
    std::map<PageId, NavigationButton *> m_buttons;
    PageId m_current = PageId::Overview;
    bool m_compact = false;
};

} // namespace greenward::ui
