#pragma once

#include <cstdint>

namespace greenward::tests::crash {

enum class DiskFile : std::int32_t { None, Database, Log, Mark };

/// One line of what write_recorder.cpp writes down; the bytes of a Write follow it.
struct DiskEntry
{
    enum Kind : std::int32_t { Write, Truncate, Sync, Ack };
    Kind kind = Write;
    DiskFile file = DiskFile::None;
    std::int64_t offset = 0; ///< Truncate: the new length; Ack: the lane
    std::int64_t length = 0; ///< Ack: the step
};

} // namespace greenward::tests::crash
