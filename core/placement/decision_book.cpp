#include "core/placement/decision_book.h"

#include "core/base/json_fields.h"

namespace greenward::placement {
namespace {

/// Digits in front, so that the order of bytes is the order of numbers.
std::string keyOf(std::int64_t id)
{
    const std::string digits = std::to_string(id);
    constexpr std::size_t kDigits = 19;
    return std::string(kDigits - digits.size(), '0') + digits;
}

Result<Decision> read(const store::Document &document)
{
    const auto decision = [&]() -> Result<Decision> {
        CORE_TRY(const Json json, parseJson(document.json, "decision"));
        return decisionFromJson(json);
    }();
    if (decision) return *decision;
    return fail(ErrorCode::StoreDamaged, "decision " + document.id,
                decision.error().subject + ": " + decision.error().detail);
}

/// What the audit log says of it; all the rest is in the kept decision.
Json summary(const Decision &decision)
{
    const Candidate *chosen = decision.chosen();
    return {{"decision", number(decision.id)},
            {"chosen", chosen ? Json(chosen->scored.spec.id.text()) : Json(nullptr)},
            {"candidates", decision.query.candidates.size()},
            {"size_bytes", decision.query.size.bytes()},
            {"months", decision.query.months},
            {"tenant", decision.query.tenant ? Json(decision.query.tenant->text()) : Json(nullptr)},
            {"signal", signalName(decision.signal)},
            {"ranked_by", rankByName(decision.rankedBy)},
            {"provisional", decision.provisional}};
}

} // namespace

DecisionBook::DecisionBook(store::StateStore &store)
    : m_store(store)
{}

Result<void> DecisionBook::load()
{
    CORE_TRY(const auto newest, m_store.lastDocuments(store::Collection::Decision, {}, 1));
    if (newest.empty()) return {};
    CORE_TRY(m_last, parseDecimal(newest.front().id, 0, "decision"));
    return {};
}

Result<void> DecisionBook::add(Decision &decision, store::AuditEntry audit)
{
    Decision numbered = decision;
    numbered.id = DecisionId{m_last + 1};
    store::Transaction transaction;
    transaction.put(store::Collection::Decision, keyOf(m_last + 1), jsonText(toJson(numbered)));
    if (m_last >= kMost) transaction.remove(store::Collection::Decision, keyOf(m_last + 1 - kMost));
    audit.subject = "decision " + std::to_string(m_last + 1);
    audit.body = jsonText(summary(numbered));
    transaction.audit.push_back(std::move(audit));
    CORE_CHECK(m_store.commit(std::move(transaction)));
    ++m_last;
    decision.id = numbered.id;
    return {};
}

Result<Decision> DecisionBook::find(DecisionId id) const
{
    const auto document = m_store.document(store::Collection::Decision, keyOf(number(id)));
    if (document) return read(*document);
    if (document.error().code != ErrorCode::NotFound) return Unexpected{document.error()};
    return fail(ErrorCode::UnknownName, "decision",
                "there is no decision " + std::to_string(number(id)) + "; the last is " + std::to_string(m_last));
}

Result<std::vector<Decision>> DecisionBook::last(DecisionId before, std::size_t limit) const
{
    const std::string end = number(before) == 0 ? std::string() : keyOf(number(before));
    CORE_TRY(const auto documents, m_store.lastDocuments(store::Collection::Decision, end, limit));
    std::vector<Decision> decisions;
    for (const store::Document &document : documents) {
        CORE_TRY(Decision decision, read(document));
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

} // namespace greenward::placement
