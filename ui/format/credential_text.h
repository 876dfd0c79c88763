#pragma once

#include "core/engine/secrets.h"
#include "ui/format/words.h"

namespace greenward::ui::format {

/// "User name", "Password", "API key": a field of a source's credentials.
QString credentialFieldText(const std::string &field);
/// Where it is kept, or why it is not at hand.
Sign credentialSign(const grid::CredentialRow &row);

} // namespace greenward::ui::format
