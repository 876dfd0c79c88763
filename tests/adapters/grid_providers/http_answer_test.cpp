#include "tests/adapters/grid_providers/answers.h"

namespace greenward::adapters {
namespace {

TEST(HttpAnswer, G27_everyStatusMeansSomethingToDo)
{
    const auto of = [](int code) {
        return troubleName(problemOfStatus(status(code, "")).trouble);
    };
    EXPECT_EQ(of(400), "bad_request");
    EXPECT_EQ(of(401), "wrong_credentials");
    EXPECT_EQ(of(404), "not_covered");
    EXPECT_EQ(of(408), "down");
    EXPECT_EQ(of(422), "bad_request");
    EXPECT_EQ(of(429), "rate_limited");
    EXPECT_EQ(of(500), "down");
    EXPECT_EQ(of(501), "not_supported");
    EXPECT_EQ(of(503), "down");
    EXPECT_EQ(of(302), "bad_answer") << "a redirect that was not followed is no answer";
    EXPECT_EQ(of(418), "bad_answer");
}

TEST(HttpAnswer, C26_theTimeToWaitIsKept)
{
    HttpAnswer answer = status(429, "slow down");
    answer.retryAfter = std::chrono::seconds{42};
    EXPECT_EQ(problemOfStatus(answer).retryAfter, std::chrono::seconds{42});
    EXPECT_EQ(problemOfStatus(answer).detail, "HTTP 429: slow down");
}

TEST(HttpAnswer, wordsOfTheProviderAreFoundWhereverTheyStand)
{
    EXPECT_EQ(messageOf(R"({"error":"Invalid auth-token"})"), "Invalid auth-token");
    EXPECT_EQ(messageOf(R"({"error":"INVALID","msg":"start is missing, give it"})"), "start is missing, give it");
    EXPECT_EQ(messageOf(R"({"error":{"code":"500 X","message":"not found here"}})"), "not found here");
    EXPECT_EQ(messageOf(R"({"detail":"Not Found"})"), "Not Found");
    EXPECT_EQ(messageOf("<html>"), "");
    EXPECT_EQ(messageOf("[1]"), "");
}

TEST(HttpAnswer, wordsAreShortenedAndSafeToShow)
{
    EXPECT_EQ(problemOfStatus(status(500, "line\n\n two\x1b[2J")).detail, "HTTP 500: line two\\u{1B}[2J");
    EXPECT_LT(problemOfStatus(status(500, std::string(100'000, 'x'))).detail.size(), 200U);
    EXPECT_EQ(problemOfStatus(status(502, "<html>secret page</html>")).detail, "HTTP 502");
}

TEST(HttpAnswer, C28_anEmptyBodyAndAWebPageAreNoData)
{
    EXPECT_EQ(detailOf(documentOf(ok(" \n"), "intensity")), "intensity: HTTP 200 with an empty body");
    EXPECT_EQ(detailOf(documentOf(ok("\n<!DOCTYPE html>"), "intensity")), "intensity: a web page instead of JSON");
    EXPECT_EQ(troubleOf(documentOf(ok("{\"a\":"), "intensity")), "bad_answer");
    EXPECT_EQ(troubleOf(documentOf(ok(std::string(200'000, '[')), "intensity")), "bad_answer");
}

} // namespace
} // namespace greenward::adapters
