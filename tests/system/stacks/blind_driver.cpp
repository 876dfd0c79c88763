#include "tests/system/stacks/blind_driver.h"

#include "core/adapters/localfs/local_driver_factory.h"
#include "tests/support/passing_driver.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace greenward::tests::stacks {
namespace {

using namespace storage;

/// An object as it was when it was seen last.
struct Memory
{
    ObjectInfo info;
    std::vector<std::byte> content;
    ObjectTraits traits;
};

class RememberedReader final : public Reader
{
public:
    explicit RememberedReader(Memory memory)
        : m_memory(std::move(memory))
    {}
    Result<std::size_t> read(std::span<std::byte> into) override
    {
        const std::size_t count = std::min(into.size(), m_memory.content.size() - m_at);
        std::copy_n(m_memory.content.begin() + static_cast<std::ptrdiff_t>(m_at), count, into.begin());
        m_at += count;
        return count;
    }
    const ObjectTraits &traits() const override { return m_memory.traits; }

private:
    Memory m_memory;
    std::size_t m_at = 0;
};

class BlindDriver final : public PassingDriver
{
public:
    using PassingDriver::PassingDriver;

    Result<ObjectInfo> stat(const ObjectKey &key) const override
    {
        auto info = inner().stat(key);
        if (info) {
            remember(*info);
            return info;
        }
        const std::lock_guard lock(m_mutex);
        const auto at = m_memories.find(key.text());
        return at == m_memories.end() ? info : Result<ObjectInfo>(at->second.info);
    }
    Result<std::unique_ptr<Reader>> open(const ObjectKey &key) const override
    {
        auto reader = inner().open(key);
        const std::lock_guard lock(m_mutex);
        const auto at = m_memories.find(key.text());
        if (reader || at == m_memories.end()) return reader;
        return std::unique_ptr<Reader>(std::make_unique<RememberedReader>(at->second));
    }
    Result<std::unique_ptr<Reader>> openFlushed(const ObjectKey &key) const override { return open(key); }
    Result<std::optional<FileIdentity>> identity(const ObjectKey &) const override
    {
        return std::optional<FileIdentity>();
    }
    Result<bool> showsMark(const ObjectKey &, const std::string &) const override { return false; }
    Result<void> flush(std::span<const ObjectKey>) override { return {}; }

private:
    void remember(const ObjectInfo &info) const
    {
        const auto reader = inner().open(info.key);
        if (!reader) return;
        Memory memory{info, {}, (*reader)->traits()};
        std::vector<std::byte> block(1 << 16);
        for (;;) {
            const auto got = (*reader)->read(block);
            if (!got) return;
            if (*got == 0) break;
            memory.content.insert(memory.content.end(), block.begin(),
                                  block.begin() + static_cast<std::ptrdiff_t>(*got));
        }
        const std::lock_guard lock(m_mutex);
        m_memories.insert_or_assign(info.key.text(), std::move(memory));
    }

    mutable std::mutex m_mutex;
    mutable std::map<std::string, Memory> m_memories;
};

} // namespace

Result<std::shared_ptr<Driver>> BlindDriverFactory::connect(const BackendSpec &spec) const
{
    CORE_TRY(std::shared_ptr<Driver> inner, adapters::LocalDriverFactory().connect(spec));
    return std::shared_ptr<Driver>(std::make_shared<BlindDriver>(std::move(inner)));
}

} // namespace greenward::tests::stacks
