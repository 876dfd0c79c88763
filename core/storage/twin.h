#pragma once

#include "core/storage/content_hash.h"
#include "core/storage/move_tools.h"

namespace greenward::storage {

/// Takes what is at the target under the object's final name for its finished copy, when it may be taken for that: it
/// is provably another file than the source, holds the verified bytes, and is flushed, whoever wrote it. Also how a
/// copy is found again that a crash left published but not journalled. `record` is Verified.
///
/// AlreadyExists, at the target: it is something else, or may be the source itself seen through another path.
ObjectResult<void> adoptTwin(const store::MoveRecord &record, MoveTools &tools, ContentHash &content);

} // namespace greenward::storage
