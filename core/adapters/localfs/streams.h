#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/storage/driver.h"

#include <string>

namespace greenward::adapters {

/// Reads one regular file without touching its time of last access where the system allows that: to its owner and to
/// root. (Nobody else could set the time back afterwards either.)
class LocalReader final : public storage::Reader
{
public:
    /// `path` is only for messages. Unsupported if it is no regular file.
    static Result<std::unique_ptr<storage::Reader>> create(Fd file, std::string path);

    Result<std::size_t> read(std::span<std::byte> into) override;
    const storage::ObjectTraits &traits() const override { return m_traits; }

private:
    LocalReader(Fd file, std::string path, storage::ObjectTraits traits);
    Fd m_file;
    std::string m_path;
    storage::ObjectTraits m_traits;
};

/// Writes one staged file.
class LocalWriter final : public storage::Writer
{
public:
    LocalWriter(Fd file, std::string path);

    Result<void> write(std::span<const std::byte> bytes) override;
    Result<void> finish(const storage::ObjectTraits &traits) override;
    /// To disk, and closed, without traits.
    Result<void> flush();

private:
    Result<void> close();
    Result<void> applyTraits(const storage::ObjectTraits &traits);
    Fd m_file;
    std::string m_path;
};

} // namespace greenward::adapters
