#pragma once

#include "core/budget/mirror_file.h"

#include <filesystem>

namespace greenward::adapters {

/// The mirror's files on a real disk: read whole, written past the guard of output_file.h, renamed beside themselves.
/// New ones are private, as they name every tenant; a replaced one keeps its rights.
class PlainFiles final : public budget::MirrorFile
{
public:
    /// In the data directory nothing is written but `own`, the place where budgets are kept unless somebody says
    /// otherwise.
    PlainFiles(std::filesystem::path dataDirectory, const std::string &own);

    Result<void> check(const std::string &path) const override;
    Result<std::string> read(const std::string &path) const override;
    Result<void> write(const std::string &path, std::string_view text) override;
    Result<std::string> setAside(const std::string &path, std::string_view why) override;

private:
    std::filesystem::path m_dataDirectory;
    std::string m_own;
};

} // namespace greenward::adapters
