#include "core/adapters/grid_providers/watttime_token.h"

#include "core/adapters/grid_providers/provider_setup.h"
#include "core/adapters/grid_providers/watttime_answers.h"

#include <utility>

namespace greenward::adapters {
namespace {

constexpr std::chrono::minutes kRenewAfter{25};

/// RFC 4648, for basic authentication.
Secret base64(std::string_view bytes)
{
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            text.push_back(i + j > bytes.size() ? '=' : kLetters[group >> (18 - 6 * j) & 63]);
    }
    return Secret(std::move(text));
}

Secret basic(const WattTimeLogin &login)
{
    const Secret pair(std::string(login.user.reveal()) + ":" + std::string(login.password.reveal()));
    const Secret encoded = base64(pair.reveal());
    return Secret("Basic " + std::string(encoded.reveal()));
}

} // namespace

WattTimeToken::WattTimeToken(Gateway &gateway, const Clock &clock, std::string baseUrl, WattTimeLogin login)
    : m_gateway(gateway)
    , m_clock(clock)
    , m_baseUrl(std::move(baseUrl))
    , m_login(std::move(login))
{}

void WattTimeToken::useLogin(WattTimeLogin login)
{
    m_login = std::move(login);
    m_token = Secret();
    m_refused.reset();
    ++m_generation;
}

void WattTimeToken::need(Ready ready)
{
    if (!isConfigured()) {
        ready(grid::ProviderProblem{grid::Trouble::NoCredentials, "no user and password are saved for WattTime", {}});
        return;
    }
    if (m_refused) {
        ready(m_refused);
        return;
    }
    if (!m_token.empty() && m_clock.monotonic() - m_since < kRenewAfter) {
        ready(std::nullopt);
        return;
    }
    m_waiting.push_back(std::move(ready));
    if (m_waiting.size() > 1) return;
    // No /v3 in the path, and GET.
    m_gateway.ask(
        "login " + std::to_string(m_generation),
        [this] {
            HttpRequest request;
            request.url = urlOf(m_baseUrl, "/login");
            request.headers.push_back({"Authorization", basic(m_login)});
            return request;
        },
        [](const HttpAnswer &answer) -> std::optional<grid::ProviderProblem> {
            if (answer.status == 200) return std::nullopt;
            return watttime::problem(answer, watttime::Asked::Login);
        },
        [this, generation = m_generation](const grid::Answer<HttpAnswer> &answer) { take(answer, generation); });
}

void WattTimeToken::take(const grid::Answer<HttpAnswer> &answer, std::uint64_t generation)
{
    std::optional<grid::ProviderProblem> problem;
    if (generation != m_generation) {
        problem = grid::ProviderProblem{grid::Trouble::Cancelled, "the credentials were changed", {}};
    } else if (!answer) {
        problem = answer.error();
        if (problem->trouble == grid::Trouble::WrongCredentials) m_refused = problem;
    } else if (auto token = watttime::readLogin(*answer)) {
        m_token = Secret(*std::move(token));
        m_since = m_clock.monotonic();
        ++m_serial;
    } else {
        problem = token.error();
    }
    for (const Ready &ready : std::exchange(m_waiting, {}))
        ready(problem);
}

void WattTimeToken::reject(std::uint64_t serial)
{
    if (serial == m_serial) m_token = Secret();
}

} // namespace greenward::adapters
