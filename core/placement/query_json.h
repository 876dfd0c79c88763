#pragma once

#include "core/base/json_fields.h"
#include "core/placement/query.h"

namespace greenward::placement {

/// A question, as stored decisions keep it. Reads back as the same value.
Json storedJson(const Query &query);
Result<Query> storedQuery(const JsonFields &fields);

} // namespace greenward::placement
