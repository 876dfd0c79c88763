#pragma once

#include "core/base/error.h"

#include <QString>

namespace greenward::ui::format {

/// What happened and what to do next, as two sentences for the operator.
struct ErrorWords
{
    QString what;
    QString next; ///< may be empty
};
ErrorWords errorWords(const Error &error);
/// Both in one line.
QString errorText(const Error &error);

} // namespace greenward::ui::format
