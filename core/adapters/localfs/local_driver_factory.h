#pragma once

#include "core/storage/driver.h"

namespace greenward::adapters {

/// Connects directories of this machine (and network file systems mounted on it) as storage backends.
class LocalDriverFactory final : public storage::DriverFactory
{
public:
    /// `spec.location` must be the absolute path of a directory that can be read. Unsupported for any other driver.
    Result<std::shared_ptr<storage::Driver>> connect(const BackendSpec &spec) const override;
};

} // namespace greenward::adapters
