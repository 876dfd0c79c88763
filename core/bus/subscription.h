#pragma once

#include <functional>
#include <utility>

namespace greenward {

/// Holds a subscription; when it is dropped no more calls come.
class [[nodiscard]] Subscription final
{
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> cancel)
        : m_cancel(std::move(cancel))
    {}
    Subscription(Subscription &&other) noexcept
        : m_cancel(std::exchange(other.m_cancel, nullptr))
    {}
    Subscription &operator=(Subscription &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_cancel = std::exchange(other.m_cancel, nullptr);
        }
        return *this;
    }
    ~Subscription() { reset(); }

    void reset()
    {
        if (m_cancel) std::exchange(m_cancel, nullptr)();
    }

private:
    std::function<void()> m_cancel;
};

} // namespace greenward
