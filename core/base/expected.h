#pragma once

#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

// The part of std::expected (C++23) that Greenward uses, under its std names, because g++ 12 in C++20 mode has none.
// When the compiler floor rises this file becomes an alias and nothing else changes.

namespace greenward {

template<typename E>
class Unexpected final
{
public:
    explicit Unexpected(E error)
        : m_error(std::move(error))
    {}
    const E &error() const & { return m_error; }
    E &&error() && { return std::move(m_error); }

private:
    E m_error;
};

/// A value or the error that kept it from being. Reading the side that is not there ends the program: it is a
/// programming error, never an input error.
template<typename T, typename E>
class [[nodiscard]] Expected final
{
public:
    using value_type = T;
    using error_type = E;

    template<typename U = T> // NOLINTNEXTLINE(google-explicit-constructor,bugprone-forwarding-reference-overload)
    requires(std::is_convertible_v<U &&, T> && !std::is_same_v<std::remove_cvref_t<U>, Expected>) Expected(U &&value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {}
    Expected(Unexpected<E> error) // NOLINT(google-explicit-constructor): `return fail(...);` reads as it should
        : m_state(std::in_place_index<1>, std::move(error).error())
    {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T &value() const & { return held<0>(m_state); }
    T &value() & { return held<0>(m_state); }
    T &&value() && { return std::move(held<0>(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const E &error() const & { return held<1>(m_state); }
    E &&error() && { return std::move(held<1>(m_state)); }

    template<typename U>
    T value_or(U &&fallback) const &
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

private:
    template<std::size_t I, typename State>
    static auto &held(State &state)
    {
        auto *side = std::get_if<I>(&state);
        if (!side) std::abort();
        return *side;
    }
    std::variant<T, E> m_state;
};

template<typename E>
class [[nodiscard]] Expected<void, E> final
{
public:
    using value_type = void;
    using error_type = E;

    Expected() = default;
    Expected(Unexpected<E> error) // NOLINT(google-explicit-constructor)
        : m_error(std::move(error).error())
    {}

    bool has_value() const noexcept { return !m_error.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }
    const E &error() const &
    {
        if (!m_error) std::abort();
        return *m_error;
    }
    E &&error() &&
    {
        if (!m_error) std::abort();
        return std::move(*m_error);
    }

private:
    std::optional<E> m_error;
};

} // namespace greenward

#define CORE_CONCAT_INNER(a, b) a##b
#define CORE_CONCAT(a, b) CORE_CONCAT_INNER(a, b) // NOLINTBEGIN(bugprone-macro-parentheses)
#define CORE_TRY_IMPL(temporary, declaration, expression)                                                              \
    auto temporary = (expression);                                                                                     \
    if (!temporary) return ::greenward::Unexpected{std::move(temporary).error()};                                      \
    declaration = *std::move(temporary)
// NOLINTEND(bugprone-macro-parentheses)
/// CORE_TRY(const X x, makeX()): declares x, or returns the error from the enclosing function.
#define CORE_TRY(declaration, ...) CORE_TRY_IMPL(CORE_CONCAT(coreTry, __LINE__), declaration, (__VA_ARGS__))
/// The same for a Result<void>.
#define CORE_CHECK(...)                                                                                                \
    do {                                                                                                               \
        if (auto coreChecked = (__VA_ARGS__); !coreChecked)                                                            \
            return ::greenward::Unexpected{std::move(coreChecked).error()};                                            \
    } while (false)
