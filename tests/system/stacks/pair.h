#pragma once

#include "tests/system/stacks/product.h"
#include "tests/system/stacks/views.h"
#include "tests/system/stacks/volume.h"

#include <gtest/gtest.h>

namespace greenward::tests::stacks {

/// Two places and the program: what the tests of single lines begin with. All that is mounted goes with it.
class PairTest : public testing::Test
{
protected:
    static void SetUpTestSuite();

    PairTest();

    /// A directory on a volume: "ext4", or "ext4:2" for another one of that kind. It is made at the first call; without
    /// root it is a tmpfs.
    std::filesystem::path on(const std::string &where, const std::string &name);
    Volume &volume(const std::string &name);
    /// Cuts the power of all volumes, mounts them and the views again.
    void cutAll();
    /// Cold objects of acme below `root`, flushed.
    void plant(const std::filesystem::path &root, unsigned count = 6);
    /// Registers both, sets the policy and scans. False: one was refused, with a word why.
    bool registerBoth(const std::filesystem::path &hot, const std::filesystem::path &green);
    void scanPlanRun();
    /// Each planted object is whole below at least one of the roots.
    void expectWhole(const std::vector<std::filesystem::path> &roots) const;
    void expectEmpty(const std::filesystem::path &root) const;

    TemporaryDirectory m_home;
    Memory m_memory;
    std::map<std::string, std::unique_ptr<Volume>> m_volumes; ///< outlives the views
    Views m_views;
    Product m_product;
    std::map<std::string, std::string> m_contents; ///< by key
    int m_batch = 0;
};

/// Whether there are ext4 and xfs, whose power can be cut: as root.
bool hasDisks();

} // namespace greenward::tests::stacks
