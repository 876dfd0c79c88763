#pragma once

#include "core/base/json_text.h"
#include "core/units/backend_spec.h"

namespace greenward::placement {

/// Every member of the spec; decimals as strings. Reads back as the same value.
Json toJson(const BackendSpec &spec);
/// Checked member by member; the error names the member and its value. Members that are missing have the default of
/// BackendSpec, only `id` and `region` must be there.
Result<BackendSpec> backendFromJson(const Json &json);

/// What holds for every backend, however it was made: PUE 1 to 10, share 0 to 100, WUE 0 to 100, tenant level 0 to 32,
/// an absolute path for local ones, no longer texts than needed. Whether the region is known is the grid's business.
Result<void> validate(const BackendSpec &spec);

} // namespace greenward::placement
