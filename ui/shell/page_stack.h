#pragma once

#include "ui/pages/page_registry.h"

#include <QStackedWidget>

#include <map>

namespace greenward::ui {

/// The pages of one session, each made on its first visit.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    PageStack(std::vector<PageInfo> pages, const PageContext &context, QWidget *parent = nullptr);

    /// The page, made now if need be, shown.
    Page *open(PageId id);
    Page *currentPage() const;

private:
    std::vector<PageInfo> m_infos;
    PageContext m_context;
    std::map<PageId, Page *> m_pages;
};

} // namespace greenward::ui
