#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace greenward {

/// "a, b, c": the texts with the separator between them.
inline std::string joined(const std::vector<std::string> &texts, std::string_view separator)
{
    std::string all;
    for (const std::string &text : texts) {
        if (!all.empty()) all += separator;
        all += text;
    }
    return all;
}

} // namespace greenward
