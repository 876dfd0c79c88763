#include "core/storage/driver.h"

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
    case LeftAlone::OtherMount:
        return "other_mount";
    case LeftAlone::OtherBackend:
        return "other_backend";
    case LeftAlone::DataDirectory:
        return "data_directory";
    case LeftAlone::HardLinked:
        return "hard_linked";
    case LeftAlone::Excluded:
        return "excluded";
    }
    return "other_kind";
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
