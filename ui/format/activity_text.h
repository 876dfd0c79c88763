#pragma once

#include <QString>

#include <string>

namespace greenward::ui::format {

/// "Budget set" for "budget.set" or "sustainability.carbon.budget.set"; names it does not know as they are.
QString activityText(const std::string &what);

} // namespace greenward::ui::format
