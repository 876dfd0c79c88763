#pragma once

#include "core/storage/driver.h"

#include <stop_token>

namespace greenward::adapters {

/// Lists everything below the directory `root` in byte order of the paths, with one thread, at most 32 open
/// directories and the names of one directory per level in memory.
Result<void> walkTree(int root, storage::ListSink &sink, std::stop_token stop);

/// Whether the file system behind `directory` keeps times of last access that can be trusted (C-55): not when it is
/// mounted without them or read-only, nor over NFS, where server and client cache decide.
bool keepsAccessTimes(int directory);

} // namespace greenward::adapters
