#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace greenward {

using Sha256 = std::array<std::uint8_t, 32>;

/// One running SHA-256. Not thread-safe; make one per stream.
class Hasher
{
public:
    virtual ~Hasher() = default;
    virtual void update(std::span<const std::byte> bytes) = 0;
    void update(std::string_view text) { update(std::as_bytes(std::span(text.data(), text.size()))); }
    /// The digest of all that was fed; the hasher starts anew afterwards.
    virtual Sha256 finish() = 0;
};

/// Makes hashers; the library behind it is an adapter's business. Callable from any thread.
class HasherFactory
{
public:
    virtual ~HasherFactory() = default;
    virtual std::unique_ptr<Hasher> sha256() const = 0;
};

/// Lower-case hex, 64 characters.
std::string hexText(const Sha256 &digest);

} // namespace greenward
