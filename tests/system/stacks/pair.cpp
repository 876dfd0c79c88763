#include "tests/system/stacks/pair.h"

#include "tests/support/child.h"
#include "tests/system/stacks/look.h"

#include <cstdlib>

namespace greenward::tests::stacks {

namespace fs = std::filesystem;

bool hasDisks()
{
    return thereAreOthers();
}

void PairTest::SetUpTestSuite()
{
    static const bool mounts = leaveMountNamespace();
    ASSERT_TRUE(mounts) << "this system lets nobody mount, not even in a user namespace";
}

PairTest::PairTest()
    : m_memory(m_home.path())
    , m_product(GREENWARD_CTL, m_home.path() / "data")
{}

Volume &PairTest::volume(const std::string &name)
{
    auto &volume = m_volumes[name];
    const std::string kind = hasDisks() ? name.substr(0, name.find(':')) : "tmpfs";
    if (!volume)
        volume = std::make_unique<Volume>(kind, m_home.path() / ("volume-" + std::to_string(m_volumes.size())));
    return *volume;
}

fs::path PairTest::on(const std::string &where, const std::string &name)
{
    const fs::path path = volume(where).directory() / name;
    fs::create_directories(path);
    return path;
}

void PairTest::cutAll()
{
    for (const auto &[kind, volume] : m_volumes)
        if (volume->canBeCut()) volume->cut();
    m_views.unmountAll();
    for (const auto &[kind, volume] : m_volumes)
        if (volume->isCut()) volume->remount();
    m_views.mountAll();
}

void PairTest::plant(const fs::path &root, unsigned count)
{
    for (unsigned i = 0; i < count; ++i) {
        const std::string key = "acme/some/object " + std::to_string(i);
        m_contents[key] = plantFile(root / key, 40'000 + i * 7'001, i, 60);
    }
    for (const auto &[kind, volume] : m_volumes)
        volume->flush();
}

bool PairTest::registerBoth(const fs::path &hot, const fs::path &green)
{
    for (const auto &[name, volume] : m_volumes)
        volume->flush(); // the layers of views, too: a power cut is to find them
    for (const auto &[id, path] : {std::pair{"hot", hot}, std::pair{"green", green}}) {
        const std::string refused = m_product.addBackend(id, path, id == std::string("green"));
        if (refused.empty()) continue;
        EXPECT_NE(refused.find("path"), std::string::npos) << "names no field: " << refused;
        return false;
    }
    EXPECT_EQ(
        m_product.run({"policy", "set", "acme", "--grace", "0", "--target-score", "60", "--cold-after", "1d"}).err, "");
    m_product.run({"scan"});
    return true;
}

void PairTest::scanPlanRun()
{
    m_product.run({"scan"});
    std::string why;
    m_batch = m_product.planAndApprove(why);
    if (m_batch != 0) m_product.run({"tiering", "run", std::to_string(m_batch)});
}

void PairTest::expectWhole(const std::vector<fs::path> &roots) const
{
    ASSERT_FALSE(m_contents.empty());
    for (const auto &[key, content] : m_contents) {
        const std::string wanted = sha256Of(content);
        std::string seen;
        bool whole = false;
        for (const fs::path &root : roots) {
            const auto found = lookAt(root / key);
            whole = whole || (found && found->sha256 == wanted);
            seen += " " + (found ? std::to_string(found->size) + " bytes" : std::string("nothing"));
        }
        EXPECT_TRUE(whole) << key << " of " << content.size() << " bytes is lost:" << seen;
    }
}

void PairTest::expectEmpty(const fs::path &root) const
{
    EXPECT_EQ(filesBelow(root), std::vector<std::string>());
}

} // namespace greenward::tests::stacks
