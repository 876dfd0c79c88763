#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greenward {

/// Where one object of a list stands in a text, for errors about files that people edit.
struct ObjectPlace
{
    struct Member
    {
        std::string name; ///< as written, escapes not resolved
        std::size_t line;
    };
    std::size_t line = 0; ///< of its opening brace, counted from 1
    std::vector<Member> members;

    /// The line of the member, or of the object when it has none of that name.
    std::size_t lineOf(std::string_view member) const;
    /// The first member that is there twice; nothing when all differ.
    std::optional<Member> repeated() const;
};

/// The objects of the list `list` of the document's top object, in order. `text` must be valid JSON: this only counts
/// brackets outside of strings.
std::vector<ObjectPlace> placesOfObjects(std::string_view text, std::string_view list);

} // namespace greenward
