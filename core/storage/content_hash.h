#pragma once

#include "core/base/digest.h"
#include "core/storage/driver.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace greenward::storage {

/// Hashes what is read, with one buffer for many objects. One thread.
class ContentHash final
{
public:
    /// `hashers` and `stop` outlive it; the token is read at each use.
    ContentHash(const HasherFactory &hashers, const std::stop_token &stop);

    /// Everything `reader` holds from here on. Cancelled when asked to stop.
    Result<Sha256> of(Reader &reader);
    /// A fresh hasher, for content that is hashed while it goes elsewhere; valid until the next call here.
    Hasher &begin();
    std::span<std::byte> buffer() { return m_buffer; }

private:
    const HasherFactory &m_hashers;
    const std::stop_token &m_stop;
    std::unique_ptr<Hasher> m_hasher;
    std::vector<std::byte> m_buffer;
};

} // namespace greenward::storage
