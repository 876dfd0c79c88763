#pragma once

#include "core/adapters/pdf/page_flow.h"
#include "core/units/carbon.h"

#include <string>
#include <vector>

namespace greenward::adapters::pdf {

struct Bar
{
    std::string label;
    GramsCO2e amount;
    bool rest = false; ///< stands for many: only its figure is written, a bar would dwarf the others
};

/// Horizontal bars from a common zero, each with its label and figure. Kept on one page.
void drawBars(PageFlow &flow, const std::vector<Bar> &bars);
double heightOfBars(std::size_t bars);

/// Upright bars along time with a few labelled grid lines; `labels` are written where they are not empty.
void drawColumns(PageFlow &flow, const std::vector<Bar> &columns);
double heightOfColumns();

/// One bar divided in proportion, with a legend that names each part and its share.
void drawShares(PageFlow &flow, const std::vector<Bar> &parts);
double heightOfShares();

} // namespace greenward::adapters::pdf
