#pragma once

#include "app/composition/state_choice.h"
#include "core/engine/engine_host.h"
#include "core/engine/ports.h"

#include <filesystem>
#include <memory>

// The only code that names concrete classes: it puts adapters behind the engine's ports.

namespace greenward::app {

class Secrets;

struct OpenOptions
{
    std::filesystem::path directory;
    bool readOnly = false;
    std::string program; ///< "greenward", "greenwardctl": named to whoever finds the directory locked
    StateChoice state = StateChoice::AsNoted;
    Secrets *secrets = nullptr;    ///< nothing: sources that need credentials have none; outlives the engine
    bool awaitSecrets = false;     ///< return when the keychain has answered, at most some seconds; else at once
    bool followGrid = false;       ///< keep grid intensity up to date while the program runs
    bool resumeInterrupted = true; ///< go on with migrations a crash or an exit left open
    std::shared_ptr<const storage::DriverFactory> drivers = nullptr; ///< nothing: local directories
};

/// Opens (or makes) the data directory and starts the engine on it. Locked, StoreDamaged, StoreVersion, NoPermission:
/// the directory was not changed.
Result<std::unique_ptr<engine::EngineHost>> openEngine(const OpenOptions &options);

/// The reference data the program was built with. An error would be a defect of the program.
Result<engine::ReferenceData> shippedReference();

/// A file of this name in a data directory marks it as the sample estate.
inline constexpr const char *kSampleMarker = "SAMPLE";

/// $GREENWARD_DATA_DIR, else $XDG_DATA_HOME/greenward, else ~/.local/share/greenward.
std::filesystem::path defaultDataDirectory();

} // namespace greenward::app
