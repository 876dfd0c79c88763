#include "core/storage/content_hash.h"

#include "core/storage/copy.h"

namespace greenward::storage {

ContentHash::ContentHash(const HasherFactory &hashers, const std::stop_token &stop)
    : m_hashers(hashers)
    , m_stop(stop)
    , m_buffer(kCopyBlock)
{}

Hasher &ContentHash::begin()
{
    m_hasher = m_hashers.sha256(); // an earlier pass may have ended half-way
    return *m_hasher;
}

Result<Sha256> ContentHash::of(Reader &reader)
{
    return hashRest(reader, begin(), m_buffer, m_stop);
}

} // namespace greenward::storage
