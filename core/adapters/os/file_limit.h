#pragma once

namespace greenward::adapters {

/// Lets this process open as many files as the system allows it (RLIMIT_NOFILE up to its hard limit): a batch holds up
/// to 64 sources and their directories open per worker, more than the usual 1024. Where that fails the limit stays, and
/// a release that does not get its files is tried again later.
void allowManyOpenFiles();

} // namespace greenward::adapters
