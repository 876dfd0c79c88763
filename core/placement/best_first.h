#pragma once

#include <algorithm>
#include <vector>

namespace greenward::placement {

/// The same values, best first. Pointers are sorted and each value is moved once: a rated backend is nearly a kilobyte
/// of texts and figures, and moving it in every step of a sort costs more than rating it.
template<typename T, typename Better>
std::vector<T> bestFirst(std::vector<T> values, Better better)
{
    std::vector<T *> order;
    order.reserve(values.size());
    for (T &value : values)
        order.push_back(&value);
    std::ranges::sort(order, [&](const T *a, const T *b) { return better(*a, *b); });
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (T *value : order)
        sorted.push_back(std::move(*value));
    return sorted;
}

} // namespace greenward::placement
