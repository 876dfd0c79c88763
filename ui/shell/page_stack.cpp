#include "ui/shell/page_stack.h"

#include <algorithm>

namespace greenward::ui {

PageStack::PageStack(std::vector<PageInfo> pages, const PageContext &context, QWidget *parent)
    : QStackedWidget(parent)
    , m_infos(std::move(pages))
    , m_context(context)
{}

Page *PageStack::open(PageId id)
{
    auto at = m_pages.find(id);
    if (at == m_pages.end()) {
        const auto info =
            std::find_if(m_infos.begin(), m_infos.end(), [id](const PageInfo &page) { return page.id == id; });
        if (info == m_infos.end()) return nullptr;
        Page *page = info->make(m_context, this);
        addWidget(page);
        at = m_pages.emplace(id, page).first;
    }
    setCurrentWidget(at->second);
    return at->second;
}

Page *PageStack::currentPage() const
{
    return qobject_cast<Page *>(currentWidget());
}

} // namespace greenward::ui
