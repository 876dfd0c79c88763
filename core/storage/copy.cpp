#include "core/storage/copy.h"

#include <algorithm>
#include <array>

namespace greenward::storage {
namespace {

Error stopped()
{
    return {ErrorCode::Cancelled, "migration", "stopped"};
}

Unexpected<ObjectFailure> at(ObjectFailure::End end, Error error)
{
    return Unexpected{ObjectFailure{end, std::move(error)}};
}

/// A hole is hashed as the zeros it stands for. False when asked to stop.
bool hashZeros(std::int64_t bytes, Hasher &hasher, const std::stop_token &stop,
               const std::function<void(std::int64_t)> &hashed)
{
    static constexpr std::array<std::byte, 65536> kZeros{};
    for (std::int64_t left = bytes; left > 0;) {
        if (stop.stop_requested()) return false;
        std::int64_t block = std::min(left, static_cast<std::int64_t>(kCopyBlock));
        left -= block;
        if (hashed) hashed(block);
        for (; block > 0; block -= static_cast<std::int64_t>(kZeros.size()))
            hasher.update(std::span(kZeros).first(std::min(kZeros.size(), static_cast<std::size_t>(block))));
    }
    return true;
}

} // namespace

Result<Sha256> hashRest(Reader &reader, Hasher &hasher, std::span<std::byte> buffer, const std::stop_token &stop)
{
    for (;;) {
        if (stop.stop_requested()) return Unexpected{stopped()};
        CORE_TRY(const std::int64_t hole, reader.skipHole());
        if (!hashZeros(hole, hasher, stop, {})) return Unexpected{stopped()};
        CORE_TRY(const std::size_t got, reader.read(buffer));
        if (got == 0) return hasher.finish();
        hasher.update(std::span<const std::byte>(buffer.first(got)));
    }
}

ObjectResult<Sha256> copyContent(Reader &reader, Writer &writer, Hasher &hasher, DataSize expected,
                                 std::span<std::byte> buffer, const std::stop_token &stop,
                                 const std::function<void(std::int64_t)> &copied)
{
    using End = ObjectFailure::End;
    const bool isLarge = expected.bytes() > static_cast<std::int64_t>(kCopyBlock);
    if (isLarge) // the small ones find out at their end, at less cost
        if (auto kept = writer.prepare(reader.traits()); !kept) return at(End::Target, std::move(kept).error());
    std::int64_t total = 0;
    while (total <= expected.bytes()) { // beyond: it grows, no need to follow it to its end
        if (stop.stop_requested()) return at(End::Source, stopped());
        auto hole = reader.skipHole();
        if (!hole) return at(End::Source, std::move(hole).error());
        if (*hole > 0) {
            total += *hole;
            if (total > expected.bytes()) break;
            if (!hashZeros(*hole, hasher, stop, copied)) return at(End::Source, stopped());
            if (auto left = writer.skip(*hole); !left) return at(End::Target, std::move(left).error());
        }
        auto got = reader.read(buffer);
        if (!got) return at(End::Source, std::move(got).error());
        if (*got == 0) break;
        const auto block = std::span<const std::byte>(buffer.first(*got));
        hasher.update(block);
        if (auto written = writer.write(block); !written) return at(End::Target, std::move(written).error());
        const auto size = static_cast<std::int64_t>(*got);
        total += size;
        copied(size);
    }
    if (total != expected.bytes())
        return at(End::Source, {ErrorCode::SourceChanged, "size",
                                "had " + std::to_string(expected.bytes()) + " bytes when it was planned and " +
                                    (total > expected.bytes() ? "more now" : std::to_string(total) + " now")});
    if (auto finished = writer.finish(reader.traits()); !finished) return at(End::Target, std::move(finished).error());
    return hasher.finish();
}

} // namespace greenward::storage
