#pragma once

#include "tests/system/stacks/dice.h"
#include "tests/system/stacks/look.h"

namespace greenward::tests::stacks {

/// An object as the harness made it: what every later look is compared with.
struct Object
{
    std::string key;  ///< raw bytes, below its place
    std::string what; ///< "sparse, set-id, twin with other bytes": for whoever reads of a fault
    /// What it holds; more than one while nobody can tell which of two came last.
    std::vector<std::string> contents; ///< SHA-256 in hex
    Found made;                        ///< as its place showed it when all was made
    std::set<int> readers;             ///< of it, and of what had its name at the target
    /// What had its name at the target already, and who reads that: another file, which may be moved on from there.
    std::optional<Found> twin;
    std::set<int> twinReaders;
    bool isSparse = false;
    bool isLocked = false;  ///< immutable or append-only
    bool hasLinks = false;  ///< other names of the same file
    bool isYoung = false;   ///< used in the future: not cold
    bool hasTwin = false;   ///< something had its name at the target already
    bool isChanged = false; ///< by its user, after it was planned
};

/// Objects of tenant "acme" below `root`, with all that has broken storage tools: names, sizes, holes, modes, owners,
/// access lists, attributes, capabilities, times, links, locks. What a file system cannot keep is left out.
/// `hugeToo`: also a sparse one of a GiB.
std::vector<Object> plantObjects(const std::filesystem::path &root, Dice &dice, bool hugeToo);

/// Puts something of the same name at the target of some objects: the same bytes, with the same or wider rights, or
/// others. Nothing of it is flushed.
void plantTwins(const std::filesystem::path &root, const std::filesystem::path &target, std::vector<Object> &objects,
                Dice &dice);

/// As a user would: other bytes of the same size, the time set back; in place, or as a new file of that name. Flushed.
/// Nothing happens when it is not there. Notes in `object` what must be found from now on.
void changeObject(const std::filesystem::path &root, Object &object, Dice &dice);

/// Takes locks away so that a tree can be removed.
void unlockAll(const std::filesystem::path &root);

} // namespace greenward::tests::stacks
