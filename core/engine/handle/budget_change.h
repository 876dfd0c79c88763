#pragma once

#include "core/budget/budget_component.h"
#include "core/engine/commands.h"

namespace greenward::engine {

/// The command as the budget component takes it; for saving it and for rehearsing it.
inline budget::BudgetChange changeOf(const SetBudget &command)
{
    budget::BudgetChange change{.tenant = command.tenant};
    change.limit = command.limit;
    change.period = command.period;
    change.anchor = command.anchor;
    change.soft = command.soft;
    change.hard = command.hard;
    change.minDelay = command.minDelay;
    change.maxDelay = command.maxDelay;
    change.region = command.region;
    change.shadow = command.shadow;
    change.replace = command.replace;
    return change;
}

} // namespace greenward::engine
