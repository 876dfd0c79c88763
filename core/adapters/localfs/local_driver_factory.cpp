#include "core/adapters/localfs/local_driver_factory.h"

#include "core/adapters/localfs/local_directory.h"

namespace greenward::adapters {

Result<std::shared_ptr<storage::Driver>> LocalDriverFactory::connect(const BackendSpec &spec) const
{
    if (spec.driver != DriverKind::Local)
        return fail(ErrorCode::Unsupported, "kind",
                    "backend " + spec.id.text() + " is a " + std::string(driverKindName(spec.driver)) +
                        ", nothing to connect to");
    const std::size_t tenants = spec.soleTenant ? 0U : static_cast<std::size_t>(spec.tenantLevel) + 1;
    CORE_TRY(std::shared_ptr<LocalDirectory> directory, LocalDirectory::open(spec.location, tenants));
    return std::shared_ptr<storage::Driver>(std::move(directory));
}

} // namespace greenward::adapters
