#include "tests/sim/life.h"

#include <cstdlib>
#include <filesystem>

namespace greenward::sim {
namespace {

namespace fs = std::filesystem;

class Scratch final
{
public:
    Scratch()
    {
        std::error_code none;
        const fs::path memory("/dev/shm");
        const fs::path parent = fs::is_directory(memory, none) ? memory : fs::temp_directory_path();
        std::string pattern = (parent / "greenward-sim-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) std::abort();
        m_path = pattern;
    }
    ~Scratch()
    {
        std::error_code none;
        fs::remove_all(m_path, none);
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

LifeReport live(std::uint64_t seed, const Teeth &teeth, bool beginsWithAView)
{
    const Scratch scratch;
    LifeOptions options;
    options.seed = seed;
    options.teeth = teeth;
    options.beginsWithAView = beginsWithAView;
    options.directory = scratch.path();
    return World(options).live();
}

} // namespace greenward::sim
