#pragma once

#include "core/storage/driver.h"

namespace greenward::tests::stacks {

/// Local directories that show the mover's last look what it wants to see: an object that was there once is there for
/// ever, no two backends are views of one place, and whatever is to be flushed is said to be. A mover over these is one
/// that skips the last look.
class BlindDriverFactory final : public storage::DriverFactory
{
public:
    Result<std::shared_ptr<storage::Driver>> connect(const BackendSpec &spec) const override;
};

} // namespace greenward::tests::stacks
