#pragma once

#include "core/base/digest.h"

namespace greenward::adapters {

/// SHA-256 by OpenSSL's EVP interface, which uses the processor's SHA instructions where it has them.
/// Ends the program if OpenSSL cannot make a digest at all (no memory, or a build without SHA-256).
class OpenSslHasherFactory final : public HasherFactory
{
public:
    std::unique_ptr<Hasher> sha256() const override;
};

} // namespace greenward::adapters
