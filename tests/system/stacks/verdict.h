#pragma once

#include "tests/system/stacks/product.h"
#include "tests/system/stacks/scene.h"
#include "tests/system/stacks/tally.h"

namespace greenward::tests::stacks {

/// Compares what lies in the places of a round with what was put there.
class Verdict final
{
public:
    Verdict(const Scene &scene, Tally &tally, std::string round);

    /// Every object is whole somewhere: under its own name, or set aside by the program, which has to give it its name
    /// back. `when` stands in the fault. Answers the keys of those set aside.
    std::vector<std::string> checkWhole(const std::string &when);
    /// Nobody reads what he could not; what arrived is in every respect as its source was; what stayed is untouched.
    void checkRights();
    /// Every object that was not moved has a reason, and none that is called moved lacks at the target.
    void checkTold(const std::map<std::string, Told> &told, const Told &batch, const std::string &leftOut);
    void fault(const std::string &kind, const std::string &what);

private:
    struct Sight;
    Sight lookFor(const Object &object) const;

    const Scene &m_scene;
    Tally &m_tally;
    std::string m_round;
};

} // namespace greenward::tests::stacks
