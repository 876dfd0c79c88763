#pragma once

#include <chrono>

namespace greenward::ctl {

/// From now on Ctrl-C, SIGTERM and a closed terminal are kept for interruptedWithin() instead of ending the program.
/// Call it before other threads are started: they inherit it.
void collectInterrupts();
/// Waits at most this long; true as soon as one of them came. Without collectInterrupts() they end the program.
bool interruptedWithin(std::chrono::milliseconds longest);

} // namespace greenward::ctl
