#include "ui/shell/fuzzy.h"

#include <QStringList>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr int kLetter = 1;
constexpr int kInARow = 6;
constexpr int kWordStart = 8;
constexpr int kTextStart = 4;

bool startsWord(const QString &text, int at)
{
    if (at == 0) return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

/// The letters of `word` in order from `start`. With `preferStarts` a later start of a word beats a letter in the
/// middle of one, unless that letter continues a run.
FuzzyMatch matchFrom(int start, const QString &word, const QString &text, const QString &folded, bool preferStarts)
{
    FuzzyMatch match;
    int at = start;
    int last = -2;
    for (const QChar letter : word) {
        int next = static_cast<int>(folded.indexOf(letter, at));
        if (next < 0) return {};
        if (preferStarts && next != last + 1)
            for (int other = next; other >= 0; other = static_cast<int>(folded.indexOf(letter, other + 1)))
                if (startsWord(text, other)) {
                    next = other;
                    break;
                }
        match.score += kLetter + (next == last + 1 ? kInARow : 0) + (startsWord(text, next) ? kWordStart : 0) +
                       (next == 0 ? kTextStart : 0);
        match.hits.push_back(next);
        last = next;
        at = next + 1;
    }
    return match;
}

/// The best of all places to start from. Texts are short (a menu entry, a name), so trying all is quick.
FuzzyMatch matchWord(const QString &word, const QString &text, const QString &folded)
{
    FuzzyMatch best;
    for (int start = 0; (start = static_cast<int>(folded.indexOf(word[0], start))) >= 0; ++start)
        for (const bool preferStarts : {true, false})
            if (FuzzyMatch match = matchFrom(start, word, text, folded, preferStarts); match.score > best.score)
                best = std::move(match);
    return best;
}

} // namespace

FuzzyMatch fuzzyMatch(const QString &query, const QString &text)
{
    FuzzyMatch whole;
    const QString folded = text.toLower();
    if (folded.size() != text.size()) return whole; // a letter whose lower case is longer: positions would be wrong
    const QStringList words = query.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const FuzzyMatch match = matchWord(word, text, folded);
        if (match.score == 0) return {};
        whole.score += match.score;
        whole.hits.insert(whole.hits.end(), match.hits.begin(), match.hits.end());
    }
    std::sort(whole.hits.begin(), whole.hits.end());
    whole.hits.erase(std::unique(whole.hits.begin(), whole.hits.end()), whole.hits.end());
    // Of two equal matches the shorter text is the closer one.
    if (whole.score > 0) whole.score = std::max(1, whole.score * 100 - static_cast<int>(text.size()));
    return whole;
}

} // namespace greenward::ui
