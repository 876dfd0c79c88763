#include "core/adapters/sqlite/store_head.h"

#include "core/adapters/files/atomic_file.h"
#include "core/adapters/files/read_file.h"
#include "core/adapters/sqlite/crc32c.h"
#include "core/adapters/sqlite/schema.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace greenward::adapters::sqlite {
namespace {

constexpr std::string_view kTitle = "greenward state head 1\n";
constexpr std::size_t kMost = 4096;

std::string withChecksum(std::string text)
{
    std::array<char, 16> line{};
    const int length = std::snprintf(line.data(), line.size(), "crc %08x\n", crc32c(std::as_bytes(std::span(text))));
    return text.append(line.data(), static_cast<std::size_t>(length));
}

std::string textOf(const StoreHead &head)
{
    std::string text(kTitle);
    const auto line = [&text](std::string_view name, std::string_view value) {
        text.append(name).append(" ").append(value).append("\n");
    };
    line("id", head.id);
    line("opened", std::to_string(head.opened));
    line("audit", std::to_string(head.auditRows));
    line("usage", std::to_string(head.usageSeq));
    return withChecksum(std::move(text));
}

/// The rest of the next line, if it begins with `name`.
std::optional<std::string_view> take(std::string_view &text, std::string_view name)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !text.starts_with(name)) return std::nullopt;
    const std::string_view value = text.substr(name.size(), end - name.size());
    text.remove_prefix(end + 1);
    return value;
}

std::optional<std::int64_t> takeNumber(std::string_view &text, std::string_view name)
{
    const auto value = take(text, name);
    std::int64_t number = 0;
    if (!value) return std::nullopt;
    const auto [end, problem] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (problem != std::errc{} || end != value->data() + value->size()) return std::nullopt;
    return number;
}

std::optional<StoreHead> parse(std::string_view text)
{
    if (!text.starts_with(kTitle)) return std::nullopt;
    text.remove_prefix(kTitle.size());
    const auto id = take(text, "id ");
    const auto opened = takeNumber(text, "opened ");
    const auto audit = takeNumber(text, "audit ");
    const auto usage = takeNumber(text, "usage ");
    if (!id || !opened || !audit || !usage) return std::nullopt;
    return StoreHead{std::string(*id), *opened, *audit, *usage};
}

} // namespace

std::filesystem::path headFile(const StoreFiles &files)
{
    return files.directory / "state.head";
}

Result<StoreHead> headIn(const Connection &connection)
{
    CORE_TRY(const auto id, metaBytes(connection, kMetaStoreId));
    CORE_TRY(const auto opened, metaNumber(connection, kMetaOpened));
    CORE_TRY(const auto rows, metaNumber(connection, kMetaAuditRows));
    CORE_TRY(const std::int64_t seq,
             connection.number("SELECT first_seq + n FROM usage_batch ORDER BY first_seq DESC LIMIT 1"));
    return StoreHead{id.value_or(""), opened.value_or(0), rows.value_or(0), std::max<std::int64_t>(seq, 1)};
}

Result<std::optional<StoreHead>> noted(const StoreFiles &files)
{
    const auto text = readWholeFile(headFile(files), kMost);
    if (!text && text.error().code == ErrorCode::NotFound) return std::optional<StoreHead>{};
    auto head = text ? parse(*text) : std::nullopt;
    // Whatever turned in it, it is not what is written for these values.
    if (head && textOf(*head) == *text) return head;
    return Unexpected{unaccepted(files, "state.head, which notes how far it had come, is damaged")};
}

Result<void> note(const StoreFiles &files, const StoreHead &head)
{
    return writeFileAtomically(headFile(files), textOf(head));
}

Result<void> compare(const StoreFiles &files, const std::optional<StoreHead> &noted, const StoreHead &found)
{
    if (!noted || *noted == found) return {};
    if (noted->id != found.id)
        return Unexpected{unaccepted(files, "it is not the store that was used here last (state.head)")};
    if (found.opened < noted->opened)
        return Unexpected{unaccepted(files, "it is older than what was here last: it was opened " +
                                                std::to_string(found.opened) + " times, by state.head " +
                                                std::to_string(noted->opened) +
                                                ". A copy was put back, or its log is gone")};
    if (found.auditRows < noted->auditRows || found.usageSeq < noted->usageSeq)
        return Unexpected{unaccepted(files, "it has " + std::to_string(found.auditRows) + " audit rows and " +
                                                std::to_string(found.usageSeq - 1) + " usage records, by state.head " +
                                                std::to_string(noted->auditRows) + " and " +
                                                std::to_string(noted->usageSeq - 1) +
                                                ": what was written last is missing")};
    return {};
}

} // namespace greenward::adapters::sqlite
