#pragma once

#include "core/adapters/localfs/local_directory.h"
#include "tests/support/program.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

namespace greenward::tests {

namespace fs = std::filesystem;

/// Keeps everything it is told.
class Listing final : public storage::ListSink
{
public:
    Result<void> object(const storage::ObjectInfo &info) override
    {
        objects.push_back(info);
        return {};
    }
    void leftAlone(std::string_view path, storage::LeftAlone reason) override { left.emplace(path, reason); }
    void unreadable(std::string_view path, const Error &why) override { unread.emplace(path, why); }

    std::vector<std::string> keys() const
    {
        std::vector<std::string> keys;
        for (const storage::ObjectInfo &one : objects)
            keys.push_back(one.key.text());
        return keys;
    }

    std::vector<storage::ObjectInfo> objects;
    std::map<std::string, storage::LeftAlone> left;
    std::map<std::string, Error> unread;
};

/// A directory connected as a backend.
class Tree : public ::testing::Test
{
protected:
    void write(const std::string &key, const std::string &content) const
    {
        fs::create_directories((root() / key).parent_path());
        std::ofstream file(root() / key, std::ios::binary);
        file << content;
        ASSERT_TRUE(file.flush()) << key;
    }
    Listing list() const
    {
        Listing listing;
        const auto listed = driver->list(listing, {});
        EXPECT_TRUE(listed) << (listed ? "" : listed.error().detail);
        return listing;
    }
    const fs::path &root() const { return directory.path(); }

    TemporaryDirectory directory;
    std::shared_ptr<adapters::LocalDirectory> driver = known(adapters::LocalDirectory::open(directory.path().string()));
};

} // namespace greenward::tests
