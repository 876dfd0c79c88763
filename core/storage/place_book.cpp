#include "core/storage/place_book.h"

namespace greenward::storage {
namespace {

std::string documentOf(const BackendId &backend)
{
    return "place." + backend.text();
}

} // namespace

Result<std::optional<PlaceRecord>> PlaceBook::find(const BackendId &backend) const
{
    const auto document = m_store.document(store::Collection::Setting, documentOf(backend));
    if (!document && document.error().code == ErrorCode::NotFound) return std::optional<PlaceRecord>();
    if (!document) return Unexpected{document.error()};
    auto record = parsePlace(document->json);
    if (!record)
        return fail(ErrorCode::StoreDamaged, "place of backend " + backend.text(),
                    record.error().detail + "; check its disk, then: greenwardctl backend accept " + backend.text());
    return std::optional(*std::move(record));
}

Result<void> PlaceBook::keep(const BackendId &backend, const PlaceRecord &record,
                             std::optional<store::AuditEntry> audit)
{
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, documentOf(backend), placeJson(record));
    if (audit) transaction.audit.push_back(*std::move(audit));
    CORE_CHECK(m_store.commit(std::move(transaction)));
    return {};
}

void PlaceBook::forget(const BackendId &backend)
{
    store::Transaction transaction;
    transaction.remove(store::Collection::Setting, documentOf(backend));
    // Waited for: who registers the name again at once must not be held against the old place. Should it fail, what
    // stays behind is overwritten then.
    (void)m_store.commit(std::move(transaction));
}

} // namespace greenward::storage
