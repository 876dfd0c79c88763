#pragma once

#include "core/budget/mirror_file.h"

namespace greenward::adapters {

/// The mirror's files on a real disk: read whole, written through AtomicFile, renamed beside themselves.
class PlainFiles final : public budget::MirrorFile
{
public:
    Result<std::string> read(const std::string &path) const override;
    Result<void> write(const std::string &path, std::string_view text) override;
    Result<std::string> setAside(const std::string &path, std::string_view why) override;
};

} // namespace greenward::adapters
