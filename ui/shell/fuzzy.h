#pragma once

#include <QString>

#include <vector>

namespace greenward::ui {

/// How well `query` abbreviates `text`. Letters in order, case and accents of no matter; starts of words and letters
/// in a row count most. Words of the query may come in any order.
struct FuzzyMatch
{
    int score = 0;         ///< higher is better; 0: no match
    std::vector<int> hits; ///< positions of matched letters, ascending
};
FuzzyMatch fuzzyMatch(const QString &query, const QString &text);

} // namespace greenward::ui
