#include "core/base/secret.h"

namespace greenward {

void Secret::wipe() noexcept
{
    // All of the room, not only the length: a moved-from short text still lies in it. Volatile, or the compiler would
    // leave out writes that nobody reads.
    m_text.resize(m_text.capacity());
    volatile char *bytes = m_text.data();
    for (std::size_t i = 0; i < m_text.size(); ++i)
        bytes[i] = '\0';
    m_text.clear();
}

} // namespace greenward
