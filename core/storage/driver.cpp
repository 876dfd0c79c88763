#include "core/storage/driver.h"

#include <algorithm>

namespace greenward::storage {

std::string_view leftAloneName(LeftAlone reason)
{
    switch (reason) {
    case LeftAlone::Symlink:
        return "symlink";
    case LeftAlone::Device:
        return "device";
    case LeftAlone::Fifo:
        return "fifo";
    case LeftAlone::Socket:
        return "socket";
    case LeftAlone::OtherKind:
        return "other_kind";
    case LeftAlone::Reserved:
        return "reserved";
    case LeftAlone::TooLong:
        return "too_long";
    case LeftAlone::NoTenant:
        return "no_tenant";
    case LeftAlone::TenantName:
        return "tenant_name";
    }
    return "other_kind";
}

bool overlap(const Extent &a, const Extent &b)
{
    if (a.kind != b.kind || a.chain.empty() || b.chain.empty()) return false;
    const auto holds = [](const Extent &outer, const Extent &inner) {
        return std::find(inner.chain.begin(), inner.chain.end(), outer.chain.front()) != inner.chain.end();
    };
    return holds(a, b) || holds(b, a);
}

Result<TenantId> tenantOf(const BackendSpec &spec, const ObjectKey &key)
{
    if (spec.soleTenant) return *spec.soleTenant;
    std::string_view rest = key.text();
    for (int level = 0;; ++level) {
        const std::size_t slash = rest.find('/');
        if (slash == std::string_view::npos)
            return fail(ErrorCode::NotFound, "tenant",
                        "no directory at level " + std::to_string(spec.tenantLevel) + " of the path");
        if (level == spec.tenantLevel) return TenantId::parse(rest.substr(0, slash));
        rest.remove_prefix(slash + 1);
    }
}

} // namespace greenward::storage
