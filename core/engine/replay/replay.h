#pragma once

#include "core/base/error.h"
#include "core/engine/ports.h"

#include <functional>
#include <memory>
#include <string_view>

namespace greenward::engine {

/// Feeds timed inputs, one JSON object a line, to a fresh engine in memory whose clock is theirs, and hands out results
/// and events as JSON lines, in order. The same input gives the same output, byte for byte. Members and their meaning
/// stand in docs/replay.md and are stable. One thread.
///
/// Time: a line's `at` moves the clock forward; one before the clock leaves it where it is (reference 6.8). Before a
/// line is applied, what falls due on the way is: reservations expire on the second they are due, periods end with
/// the first line of a new hour.
class Replay final
{
public:
    /// Takes one line, without a line break. Called before accept() returns.
    using Print = std::function<void(std::string_view line)>;

    /// Yearly averages, regions and backend presets come from `reference`.
    static Result<std::unique_ptr<Replay>> create(const ReferenceData &reference, Print print);
    ~Replay();
    Replay(const Replay &) = delete;
    Replay &operator=(const Replay &) = delete;

    /// One line of input; blank lines and lines that begin with '#' are counted and passed over. InvalidInput with
    /// subject "line 12, field": it is not what it should be; nothing of it was applied. What the engine refuses is
    /// no error but a result.
    Result<void> accept(std::string_view line);

    /// The longest line that is read.
    static constexpr std::size_t kLongestLine = 65'536;

    struct World; ///< for the replay's own source files

private:
    explicit Replay(std::unique_ptr<World> world);

    std::unique_ptr<World> m_world;
    std::uint64_t m_line = 0;
};

} // namespace greenward::engine
