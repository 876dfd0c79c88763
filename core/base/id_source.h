#pragma once

#include <string>

namespace greenward {

/// Where ids and idempotency keys come from that must never be given twice: not by a later process, not while the
/// clock stands still or runs back. So never from the time and never from a count that begins anew with the process.
/// Simulation and replay hand in their own. Callable from any thread.
class IdSource
{
public:
    virtual ~IdSource() = default;
    /// 32 lower-case hexadecimal digits: 128 bits.
    virtual std::string next() = 0;
};

} // namespace greenward
