#pragma once

namespace greenward::sim {

/// What is switched off, to see whether the simulator notices.
struct Teeth
{
    bool keepsName = false;      ///< a source set aside stays under its name until it is removed: nothing leaves a view
    bool flushesNothing = false; ///< what is at the target already is not flushed
    bool readsMemory = false;    ///< what a failed flush lost is looked for in memory
    bool takesAnyPlace = false;  ///< whatever lies at the path of a backend is taken for it
    bool believesTimes = false;  ///< the change time is no part of a version
    bool sameRights = false;     ///< rights are not compared
    bool importsInPieces = false; ///< each record of a transaction is durable by itself
    bool timeMadeIds = false;     ///< reservations are named by the clock
    bool holdsTwice = false;      ///< what is set aside is read twice
};

} // namespace greenward::sim
