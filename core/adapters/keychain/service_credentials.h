#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace greenward::adapters {

/// Secrets that the service manager hands over as files of $CREDENTIALS_DIRECTORY (systemd.exec(5), LoadCredential=):
/// "watttime.username", "watttime.password", "electricitymaps.token". Those of `names` that are there; other files are
/// somebody else's and not read. A line break at the end belongs to the editor that wrote the file and is left out.
///
/// InvalidInput naming the file: one that others than its owner may read, that is empty, longer than 4,096 bytes or of
/// several lines. One bad file and none is used. The error never holds what is in it.
Result<std::map<std::string, Secret>> readServiceCredentials(const std::filesystem::path &directory,
                                                             std::span<const std::string> names);

} // namespace greenward::adapters
