#include "core/storage/copy.h"

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

} // namespace

Result<Sha256> hashRest(Reader &reader, Hasher &hasher, std::span<std::byte> buffer, const std::stop_token &stop)
{
    for (;;) {
        if (stop.stop_requested()) return Unexpected{stopped()};
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
    std::int64_t total = 0;
    for (;;) {
        if (stop.stop_requested()) return at(End::Source, stopped());
        auto got = reader.read(buffer);
        if (!got) return at(End::Source, std::move(got).error());
        if (*got == 0) break;
        const auto block = std::span<const std::byte>(buffer.first(*got));
        hasher.update(block);
        if (auto written = writer.write(block); !written) return at(End::Target, std::move(written).error());
        const auto size = static_cast<std::int64_t>(*got);
        total += size;
        copied(size);
        if (total > expected.bytes()) break; // it grows: no need to follow it to its end
    }
    if (total != expected.bytes())
        return at(End::Source, {ErrorCode::SourceChanged, "size",
                                "had " + std::to_string(expected.bytes()) + " bytes when it was planned and " +
                                    (total > expected.bytes() ? "more now" : std::to_string(total) + " now")});
    if (auto finished = writer.finish(reader.traits()); !finished) return at(End::Target, std::move(finished).error());
    return hasher.finish();
}

} // namespace greenward::storage
