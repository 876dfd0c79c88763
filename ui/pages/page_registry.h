#pragma once

#include "ui/pages/page.h"

namespace greenward::ui {

/// How the shell knows a page before it is made.
struct PageInfo
{
    PageId id;
    QString iconName;
    QString title;
    std::function<Page *(const PageContext &context, QWidget *parent)> make;
};
/// All pages in the order of the navigation rail.
std::vector<PageInfo> allPages();

} // namespace greenward::ui
