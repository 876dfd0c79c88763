#pragma once

#include "core/base/clock.h"
#include "core/engine/rows.h"

#include <QString>

#include <optional>
#include <vector>

namespace greenward::ui {

class BackendModel;

/// One figure of every compared backend, with which of them is best.
struct CompareLine
{
    struct Value
    {
        QString text; ///< "–" when unknown
        QString toolTip{};
        bool best = false;
    };
    QString name;
    QString help{};
    std::vector<Value> values; ///< in the order of the backends
};

/// All lines. The best is marked where one is better than another, and not where all are the same; unknown is never
/// best. Prices in different currencies have no best.
std::vector<CompareLine> compareLines(const std::vector<engine::BackendRow> &rows, const BackendModel &model,
                                      Instant now);

} // namespace greenward::ui
