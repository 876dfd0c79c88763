#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace greenward {

/// A password, key or token. It cannot be printed, compared or copied by accident: whoever needs the text says
/// reveal(), which is easy to find in a review. The memory is wiped when the object ends or is moved from.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(std::string text)
        : m_text(std::move(text))
    {}
    Secret(const Secret &other) = default;
    Secret(Secret &&other) noexcept
        : m_text(std::move(other.m_text))
    {
        other.wipe();
    }
    Secret &operator=(Secret other) noexcept
    {
        m_text.swap(other.m_text);
        return *this;
    }
    ~Secret() { wipe(); }

    bool empty() const { return m_text.empty(); }
    std::string_view reveal() const { return m_text; }

private:
    void wipe() noexcept;
    std::string m_text;
};

} // namespace greenward
