#pragma once

#include "core/bus/payloads.h"

#include <string>

namespace greenward::storage {

/// An accepted migration as it is kept in the state store, so that a restart can go on without being told again.
struct BatchOrder
{
    bus::MigrateBatch order;
    std::string paused; ///< why; empty: not paused
    bool cancelled = false;
    bool releaseNow = false; ///< the grace time was ended by hand
    bool announced = false;  ///< its end was published
};

/// The id of its document in Collection::Setting, "migration.17".
std::string orderDocument(BatchId batch);
bool isOrderDocument(std::string_view id);

std::string orderJson(const BatchOrder &order);
/// StoreDamaged for what orderJson did not write.
Result<BatchOrder> parseOrder(std::string_view json);

/// InvalidInput naming the field: concurrency 1 to 64, grace not negative, a target.
Result<void> checkOrder(const bus::MigrateBatch &order);

} // namespace greenward::storage
