#pragma once

#include "ui/theme/palette.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace greenward::console {

/// What the command line asked for.
struct Options
{
    QString dataDirectory; ///< empty: the usual one
    bool readOnly = false;
    bool sample = false;      ///< open the sample estate, making it first if need be
    QString captureDirectory; ///< not empty: a picture of each page into it, then exit
    std::optional<ui::Theme> theme;
    std::optional<QSize> size;
};

struct ParsedOptions
{
    Options options;
    QString message;             ///< help, version or what was wrong
    std::optional<int> exitCode; ///< set: print the message and end so
};
/// `arguments` with the program's name first. Exit codes: 0 help and version, 2 wrong usage.
ParsedOptions parseOptions(const QStringList &arguments);

} // namespace greenward::console
