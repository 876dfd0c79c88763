#include "core/adapters/http/qt_http_client.h"
#include "tests/support/stand_in_server.h"

#include <QtCore/QCoreApplication>

#include <gtest/gtest.h>

#include <future>

namespace greenward::adapters {
namespace {

using tests::Certificate;
using tests::Manner;
using tests::Received;
using tests::Reply;
using tests::StandInServer;

class HttpClientTest : public ::testing::Test
{
protected:
    grid::Answer<HttpAnswer> ask(HttpRequest request, std::stop_token stop = {})
    {
        std::promise<grid::Answer<HttpAnswer>> promise;
        auto future = promise.get_future();
        m_client.send(std::move(request), std::move(stop),
                      [&promise](grid::Answer<HttpAnswer> answer) { promise.set_value(std::move(answer)); });
        return future.get();
    }
    static std::string troubleOf(const grid::Answer<HttpAnswer> &answer)
    {
        return answer ? "status " + std::to_string(answer->status) : std::string(troubleName(answer.error().trouble));
    }

    int m_count = 1;
    char m_program[5] = "test"; // Qt wants at least a name
    char *m_arguments[2] = {m_program, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    QtHttpClient m_client{"Greenward/test"};
};

HttpRequest to(const std::string &url)
{
    HttpRequest request;
    request.url = url;
    request.headers.push_back({"auth-token", Secret("canary-token")});
    return request;
}

TEST_F(HttpClientTest, asksAndTakesTheAnswerWithAnyStatus)
{
    const StandInServer server([](const Received &request) {
        return request.path == "/good" ? Reply{200, "{\"a\":1}"} : Reply{404, "{\"error\":\"no\"}"};
    });
    const auto good = ask(to(server.url() + "/good?zone=DE&start=2026-05-04T00%3A00%2B00%3A00"));
    ASSERT_TRUE(good) << good.error().detail;
    EXPECT_EQ(good->body, "{\"a\":1}");
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/bad"))), "status 404");
    const auto received = server.received();
    ASSERT_EQ(received.size(), 2U);
    EXPECT_EQ(received[0].parameters.at("start"), "2026-05-04T00:00+00:00") << "the plus must arrive as one";
    EXPECT_EQ(received[0].headers.at("auth-token"), "canary-token");
    EXPECT_EQ(received[0].headers.at("user-agent"), "Greenward/test");
}

TEST_F(HttpClientTest, everyStatusIsAnAnswerWithItsBody)
{
    const StandInServer server([](const Received &request) {
        return Reply{std::stoi(request.path.substr(1)), "because"};
    });
    for (const int code : {200, 400, 401, 403, 404, 405, 407, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504}) {
        const auto answer = ask(to(server.url() + "/" + std::to_string(code)));
        EXPECT_EQ(troubleOf(answer), "status " + std::to_string(code));
        EXPECT_EQ(answer ? answer->body : "", "because") << code;
    }
}

TEST_F(HttpClientTest, postsABody)
{
    const StandInServer server([](const Received &) { return Reply{200, "{}"}; });
    HttpRequest request = to(server.url() + "/rc");
    request.jsonBody = "{\"x\":2}";
    EXPECT_EQ(troubleOf(ask(std::move(request))), "status 200");
    EXPECT_EQ(server.received().at(0).method, "POST");
    EXPECT_EQ(server.received().at(0).body, "{\"x\":2}");
}

TEST_F(HttpClientTest, C26_retryAfterIsReadInBothForms)
{
    const StandInServer server([](const Received &request) {
        return request.path == "/seconds" ? Reply{429, "", {{"Retry-After", "17"}}}
                                          : Reply{503,
                                                  "",
                                                  {{"Date", "Mon, 04 May 2026 10:00:00 GMT"},
                                                   {"Retry-After", "Mon, 04 May 2026 10:01:30 GMT"}}};
    });
    EXPECT_EQ(ask(to(server.url() + "/seconds")).value().retryAfter, std::chrono::seconds{17});
    EXPECT_EQ(ask(to(server.url() + "/date")).value().retryAfter, std::chrono::seconds{90});
}

TEST_F(HttpClientTest, credentialsNeverFollowARedirectToAnotherPlace)
{
    const StandInServer thief([](const Received &) { return Reply{200, "{}"}; });
    const StandInServer server([&thief](const Received &) {
        return Reply{302, "", {{"Location", thief.url() + "/login"}}};
    });
    const auto answer = ask(to(server.url()));
    EXPECT_EQ(troubleOf(answer), "bad_answer");
    EXPECT_NE(answer.error().detail.find("sends us on to 127.0.0.1"), std::string::npos) << answer.error().detail;
    EXPECT_TRUE(thief.received().empty());
}

TEST_F(HttpClientTest, redirectsWithinTheSamePlaceAreFollowedButNotForEver)
{
    const StandInServer server([](const Received &request) {
        if (request.path == "/there") return Reply{200, "arrived"};
        return Reply{301, "", {{"Location", request.path == "/here" ? "/there" : request.path}}};
    });
    EXPECT_EQ(ask(to(server.url() + "/here")).value().body, "arrived");
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/round"))), "bad_answer");
}

TEST_F(HttpClientTest, aBodyThatIsTooLongIsStopped)
{
    const StandInServer server([](const Received &request) {
        const std::string block(65'536, 'x');
        return request.path == "/endless" ? Reply{200, block, {}, Manner::Endless}
                                          : Reply{200, std::string(9 * 1024 * 1024, 'x')};
    });
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/endless"))), "bad_answer");
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/long"))), "bad_answer");
}

/// As a server sends it with Content-Encoding: deflate. Qt puts four bytes with the length before it.
std::string deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).mid(4).toStdString();
}

TEST_F(HttpClientTest, B4_whatUnpacksToTooMuchIsStopped)
{
    const std::string bomb = deflated(QByteArray(256 * 1024 * 1024, '['));
    ASSERT_LT(bomb.size(), std::size_t{1024} * 1024);
    const std::string good = deflated(QByteArray("[1,2,3]"));
    const StandInServer server([&](const Received &request) {
        return Reply{200, request.path == "/bomb" ? bomb : good, {{"Content-Encoding", "deflate"}}};
    });
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/bomb"))), "bad_answer");
    const auto small = ask(to(server.url() + "/good"));
    ASSERT_TRUE(small) << small.error().detail;
    EXPECT_EQ(small->body, "[1,2,3]");
}

TEST_F(HttpClientTest, theDeadlineHoldsForSilenceAndForDrops)
{
    const StandInServer server([](const Received &request) {
        return Reply{200, std::string(1000, 'x'), {}, request.path == "/hang" ? Manner::Hang : Manner::Drip};
    });
    for (const char *path : {"/hang", "/drip"}) {
        HttpRequest request = to(server.url() + path);
        request.deadline = milliseconds{300};
        EXPECT_EQ(troubleOf(ask(std::move(request))), "down") << path;
    }
}

TEST_F(HttpClientTest, brokenConnectionsAreTold)
{
    const StandInServer server([](const Received &request) {
        return Reply{200, "{\"half\":\"of it\"}", {}, request.path == "/half" ? Manner::BreakOff : Manner::CloseAtOnce};
    });
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/half"))), "down");
    EXPECT_EQ(troubleOf(ask(to(server.url() + "/none"))), "down");
    EXPECT_EQ(troubleOf(ask(to("http://127.0.0.1:1/"))), "down");
}

TEST_F(HttpClientTest, aNameNobodyKnowsIsDownAndNotWorthAnotherTry)
{
    const auto answer = ask(to("https://no-such-service.invalid/"));
    EXPECT_EQ(troubleOf(answer), "down");
    EXPECT_TRUE(answer.error().lasting) << answer.error().detail;
    EXPECT_FALSE(ask(to("http://127.0.0.1:1/")).error().lasting) << "there, but not answering now";
}

TEST_F(HttpClientTest, aCertificateNobodyVouchesForIsRefused)
{
    const StandInServer server([](const Received &) { return Reply{200, "{}"}; }, Certificate::SelfSigned);
    const auto answer = ask(to(server.url()));
    EXPECT_EQ(troubleOf(answer), "bad_answer");
    EXPECT_TRUE(server.received().empty()) << "not even the request may be sent";
}

TEST_F(HttpClientTest, plainHttpToAnotherMachineIsNeverAsked)
{
    EXPECT_EQ(troubleOf(ask(to("http://api.example.org/"))), "bad_request");
    EXPECT_EQ(troubleOf(ask(to("not an address"))), "bad_request");
}

TEST_F(HttpClientTest, aStopEndsItAtOnce)
{
    const StandInServer server([](const Received &) { return Reply{200, "", {}, Manner::Hang}; });
    std::stop_source stop;
    std::promise<grid::Answer<HttpAnswer>> promise;
    auto future = promise.get_future();
    m_client.send(to(server.url()), stop.get_token(),
                  [&promise](grid::Answer<HttpAnswer> answer) { promise.set_value(std::move(answer)); });
    stop.request_stop();
    EXPECT_EQ(troubleOf(future.get()), "cancelled");
    EXPECT_EQ(troubleOf(ask(to(server.url()), stop.get_token())), "cancelled") << "asked to stop before it began";
}

TEST_F(HttpClientTest, endingTheClientEndsWhatIsUnderWayWithOneOutcome)
{
    const StandInServer server([](const Received &) { return Reply{200, "", {}, Manner::Hang}; });
    std::atomic<int> outcomes = 0;
    {
        QtHttpClient client("Greenward/test");
        for (int i = 0; i < 20; ++i)
            client.send(to(server.url()), {}, [&outcomes](const grid::Answer<HttpAnswer> &answer) {
                EXPECT_EQ(troubleOf(answer), "cancelled");
                ++outcomes;
            });
    }
    EXPECT_EQ(outcomes, 20);
}

} // namespace
} // namespace greenward::adapters
