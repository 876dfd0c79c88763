#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/storage/driver.h"

#include <string>
#include <string_view>

namespace greenward::adapters {

/// Takes the name of `leaf` of `directory` away, if it is still the ordered version: the file is then called
/// asideName(order.token), in the same directory, until it is removed or gets its name back. Repeatable after a crash
/// at any point. Nothing is flushed. `shown`: the whole key, for messages. Errors as Driver::setAside().
///
/// The file is held open, and where the system allows it under a read lease, from before its change time is compared:
/// the lease is granted only while nobody has it open for writing, and lost when somebody opens it so. Lease and change
/// time together vouch for the content; a size and a time of modification, which anybody can set back, do not.
Result<std::unique_ptr<storage::SetAside>> setFileAside(Fd directory, std::string leaf, std::string shown,
                                                        storage::ReleaseOrder order);

/// Gives a file that a crash left set aside its name back; a link we put in its place goes. Nothing is flushed.
Result<void> undoSetAside(const Fd &directory, const std::string &leaf, std::string_view shown,
                          const std::string &token);

} // namespace greenward::adapters
