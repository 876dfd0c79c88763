#pragma once

#include "core/store/records.h"

#include <cstdio>
#include <cstdlib>

namespace greenward::tests {

template<typename T>
T known(Result<T> result)
{
    if (result) return *std::move(result);
    std::fprintf(stderr, "%s: %s\n", result.error().subject.c_str(), result.error().detail.c_str());
    std::abort();
}

inline TenantId tenant(std::string_view name)
{
    return known(TenantId::parse(name));
}
inline BackendId backend(std::string_view name)
{
    return known(BackendId::parse(name));
}
inline ObjectKey objectKey(std::string_view text)
{
    return known(ObjectKey::parse(text));
}
inline Instant at(std::int64_t seconds)
{
    return Instant(std::chrono::seconds(seconds));
}

inline store::MoveRecord moveRecord(store::MoveState state)
{
    return {.id = MoveId{7},
            .batch = BatchId{1},
            .tenant = tenant("acme"),
            .source = backend("brown"),
            .target = backend("green"),
            .key = objectKey("acme/a"),
            .signature = {DataSize::fromBytes(10), 1, 2, 3},
            .state = state,
            .attempt = 1,
            .sha256 = std::nullopt,
            .notBefore = std::nullopt,
            .reason = "",
            .changedAt = at(1000)};
}

} // namespace greenward::tests
