#pragma once

#include "core/storage/scan_row.h"

namespace greenward::storage {

/// An ended scan as it is kept in Collection::Scan under its backend's id.
std::string scanJson(const ScanRow &row);
/// StoreDamaged for what scanJson did not write.
Result<ScanRow> parseScan(std::string_view json);

} // namespace greenward::storage
