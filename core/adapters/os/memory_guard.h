#pragma once

namespace greenward::adapters {

/// From now on this process leaves no core dump, and other programs of the same user can neither read its memory nor
/// its environment (prctl PR_SET_DUMPABLE): what it holds may be secret. What crashes leave behind is the log.
void keepMemoryPrivate();
bool isMemoryPrivate();

} // namespace greenward::adapters
