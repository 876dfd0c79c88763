#include "core/storage/holds.h"

namespace greenward::storage {

void Holds::follow(const BackendSpec &spec)
{
    const std::lock_guard lock(m_mutex);
    m_orders.insert_or_assign(spec.id, Order{spec.legalHold, spec.immutable});
}

void Holds::forget(const BackendId &backend)
{
    const std::lock_guard lock(m_mutex);
    m_orders.erase(backend);
}

Result<void> Holds::check(const BackendId &backend, Relocation relocation) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_orders.find(backend);
    if (at == m_orders.end()) return {};
    if (at->second.legalHold)
        return fail(ErrorCode::Refused, "backend",
                    backend.text() + " is under legal hold: what lies there may not leave");
    if (at->second.immutable && relocation == Relocation::Move)
        return fail(ErrorCode::Refused, "backend",
                    backend.text() + " is immutable: what lies there cannot be deleted before its time");
    return {};
}

} // namespace greenward::storage
