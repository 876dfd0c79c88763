#include "core/adapters/os/memory_guard.h"

#include "tests/support/child.h"

#include <gtest/gtest.h>

namespace greenward::adapters {
namespace {

TEST(MemoryGuard, C24_aProcessThatHoldsSecretsCannotBeDumped)
{
    // For good, so in a child.
    const auto problem = tests::inChild([]() -> std::string {
        if (isMemoryPrivate()) return "it was private before";
        keepMemoryPrivate();
        return isMemoryPrivate() ? "" : "it can be dumped";
    });
    EXPECT_FALSE(problem.has_value()) << *problem;
}

} // namespace
} // namespace greenward::adapters
