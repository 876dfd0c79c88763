#pragma once

#include "core/base/clock.h"
#include "core/base/digest.h"
#include "core/base/id_source.h"
#include "core/budget/mirror_file.h"
#include "core/engine/change_feed.h"
#include "core/engine/guarded_clock.h"
#include "core/grid/credential_keeper.h"
#include "core/grid/provider_factory.h"
#include "core/grid/series_store.h"
#include "core/grid/tables.h"
#include "core/placement/estimate.h"
#include "core/placement/region_facts.h"
#include "core/storage/catalogue.h"
#include "core/storage/driver.h"
#include "core/store/state_store.h"
#include "core/units/coefficient.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace greenward::engine {

/// Published facts the engine works with, as shipped in resources/data.
struct ReferenceData
{
    grid::Tables grid;
    std::vector<BackendSpec> presets;
    std::vector<placement::RegionFacts> regionFacts;
    placement::Coefficients coefficients;
};

/// Everything the engine needs from outside, made by app/composition and owned by the engine from then on. Members
/// are destroyed last to first: the directory's lock goes when nothing can write any more.
struct Ports
{
    std::shared_ptr<void> directoryLock; ///< held, never looked into
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const ClockWitness> clockWitness; ///< nothing: the clock is taken as it is (replay, simulation)
    std::shared_ptr<IdSource> ids; ///< of reservations and the like; never the same twice over all runs on one store
    std::shared_ptr<const HasherFactory> hashers;
    std::shared_ptr<const storage::DriverFactory> drivers;
    std::shared_ptr<budget::MirrorFile> files;
    std::unique_ptr<store::StateStore> store;
    std::unique_ptr<storage::Catalogue> catalogue;
    std::unique_ptr<grid::SeriesStore> series;            ///< nothing: kept in memory
    std::shared_ptr<grid::CredentialKeeper> credentials;  ///< nothing: no secrets
    std::unique_ptr<grid::ProviderFactory> gridProviders; ///< nothing: nobody is asked over the network
    ReferenceData reference;
    /// Reads the files beside the store (catalogue, grid series) whole: an error says what is damaged. Any thread;
    /// nothing: there are none.
    std::function<Result<void>(const std::stop_token &)> checkFiles;
    std::string directory; ///< shown in status
    std::string version;
    std::string instance = "local"; ///< sets our staging files apart from another installation's
    std::string problem;            ///< found while opening, for the banner: a catalogue begun anew ...
    bool sample = false;            ///< the sample estate: shown as such
    bool resumeInterrupted = true;  ///< false: one-shot commands only show what a crash left open
    bool followGrid = false; ///< keep the regions in use up to date; one-shot commands ask only when they are told to
    ChangeFeed *changes = nullptr;                   ///< outlives the engine
    std::function<void(std::function<void()>)> post; ///< hands work back to the engine thread, from any thread
};

} // namespace greenward::engine
