#include "core/adapters/sqlite/names.h"

namespace greenward::adapters::sqlite {
namespace {

constexpr std::size_t kMostRemembered = 100'000;

struct Queries
{
    std::string_view find;
    std::string_view add;
};

Queries queriesOf(NameTable::Kind kind)
{
    switch (kind) {
    case NameTable::Kind::Tenant:
        return {"SELECT id FROM tenant WHERE name = ?", "INSERT INTO tenant(name) VALUES(?) RETURNING id"};
    case NameTable::Kind::Operation:
        return {"SELECT id FROM operation WHERE name = ?", "INSERT INTO operation(name) VALUES(?) RETURNING id"};
    case NameTable::Kind::Place:
        return {"SELECT id FROM place WHERE name = ?", "INSERT INTO place(name) VALUES(?) RETURNING id"};
    }
    return {};
}

Result<std::optional<std::int64_t>> firstNumber(Statement &statement)
{
    CORE_TRY(const bool row, statement.step());
    const auto answer = row ? std::optional(statement.integer(0)) : std::nullopt;
    CORE_CHECK(statement.run());
    return answer;
}

} // namespace

NameTable::NameTable(Statement find, Statement add)
    : m_find(std::move(find))
    , m_add(std::move(add))
{}

Result<NameTable> NameTable::create(const Connection &connection, Kind kind)
{
    const Queries queries = queriesOf(kind);
    CORE_TRY(Statement find, connection.prepare(queries.find));
    CORE_TRY(Statement add, connection.prepare(queries.add));
    return NameTable(std::move(find), std::move(add));
}

Result<std::int64_t> NameTable::intern(std::string_view name)
{
    std::string key(name);
    if (const auto known = m_known.find(key); known != m_known.end()) return known->second;
    CORE_TRY(auto id, firstNumber(m_find.bind(1, name)));
    if (!id) {
        CORE_TRY(id, firstNumber(m_add.bind(1, name)));
    }
    if (!id) return fail(ErrorCode::Internal, "state store", "a name got no number");
    m_known.emplace(std::move(key), *id);
    return *id;
}

void NameTable::forgetIfLarge()
{
    if (m_known.size() > kMostRemembered) m_known.clear();
}

} // namespace greenward::adapters::sqlite
