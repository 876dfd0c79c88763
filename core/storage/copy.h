#pragma once

#include "core/storage/driver.h"
#include "core/storage/move_rules.h"

#include <functional>
#include <span>
#include <stop_token>

namespace greenward::storage {

/// How much is read and written at once; also how soon a stop is noticed.
inline constexpr std::size_t kCopyBlock = std::size_t{1024} * 1024;

/// The digest of everything `reader` still holds. Cancelled when asked to stop.
Result<Sha256> hashRest(Reader &reader, Hasher &hasher, std::span<std::byte> buffer, const std::stop_token &stop);

/// Copies all of `reader` and finishes the copy; the digest is of what was read, in the same pass. `expected` bytes are
/// there; more or fewer is SourceChanged. `copied` is called with each block's size.
ObjectResult<Sha256> copyContent(Reader &reader, Writer &writer, Hasher &hasher, DataSize expected,
                                 std::span<std::byte> buffer, const std::stop_token &stop,
                                 const std::function<void(std::int64_t)> &copied);

} // namespace greenward::storage
