#pragma once

#include "core/base/json_text.h"
#include "core/engine/rehearsal.h"

namespace greenward::engine {

/// As `greenwardctl --json rehearse` prints it; see rows_json.h for the manner.
Json toJson(const RehearsalEffect &effect);
Json toJson(const Rehearsal &rehearsal);

} // namespace greenward::engine
