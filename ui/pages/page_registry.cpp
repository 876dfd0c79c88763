#include "ui/pages/page_registry.h"

namespace greenward::ui {

std::vector<PageInfo> allPages()
{
    return {};
}

} // namespace greenward::ui
