#pragma once

#include <map>
#include <string>
#include <vector>

namespace greenward::tests::stacks {

/// What was done and found, over all rounds.
struct Tally
{
    std::map<std::string, int> counts;  ///< "kills", "objects moved", "fault: lost" ...
    std::map<std::string, int> reasons; ///< why objects stayed, in the program's words
    std::vector<std::string> faults;    ///< each with its round's seed

    void count(const std::string &what, int by = 1) { counts[what] += by; }
    int of(const std::string &what) const
    {
        const auto at = counts.find(what);
        return at == counts.end() ? 0 : at->second;
    }
};

} // namespace greenward::tests::stacks
