#pragma once

#include <algorithm>
#include <vector>

namespace greenward::placement {

/// Pointers into `values`, best first. A rated backend is nearly a kilobyte of texts and figures: moving it in every
/// step of a sort costs more than rating it.
template<typename T, typename Better>
std::vector<T *> bestFirst(std::vector<T> &values, Better better)
{
    std::vector<T *> order;
    order.reserve(values.size());
    for (T &value : values)
        order.push_back(&value);
    std::ranges::sort(order, [&](const T *a, const T *b) { return better(*a, *b); });
    return order;
}

} // namespace greenward::placement
