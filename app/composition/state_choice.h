#pragma once

namespace greenward::app {

/// What to do with a data directory whose store is not what was there last. Only an operator decides that.
enum class StateChoice {
    AsNoted, ///< refuse it: the rule
    Accept,  ///< the store that lies there was put there on purpose (a backup): go on with it
    Renew,   ///< begin anew with an empty one; what is there is kept under other names
};

} // namespace greenward::app
