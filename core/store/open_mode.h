#pragma once

namespace greenward::store {

/// How a data directory and the store inside are opened: at most one process writes, any number may look on.
enum class OpenMode { ReadWrite, ReadOnly };

} // namespace greenward::store
