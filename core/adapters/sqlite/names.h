#pragma once

#include "core/adapters/sqlite/connection.h"

#include <unordered_map>

namespace greenward::adapters::sqlite {

/// The numbers behind names that occur in many rows (tables tenant, operation, place). Committer thread only.
/// Rows are never removed, so a number once given stays.
class NameTable final
{
public:
    enum class Kind { Tenant, Operation, Place };
    static Result<NameTable> create(const Connection &connection, Kind kind);

    /// The number of this name, given now if it has none. Call it outside a savepoint that may be rolled back.
    Result<std::int64_t> intern(std::string_view name);
    /// Keeps the memory bounded; call it between flushes.
    void forgetIfLarge();

private:
    NameTable(Statement find, Statement add);
    Statement m_find;
    Statement m_add;
    std::unordered_map<std::string, std::int64_t> m_known;
};

} // namespace greenward::adapters::sqlite
