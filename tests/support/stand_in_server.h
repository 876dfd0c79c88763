#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace greenward::tests {

/// What a client sent.
struct Received
{
    std::string method;
    std::string path;                              ///< decoded: "/v3/forecast"
    std::string query;                             ///< as sent: "region=DE&signal_type=co2_moer"
    std::map<std::string, std::string> parameters; ///< decoded
    std::map<std::string, std::string> headers;    ///< names in lower case
    std::string body;
};

/// How an answer is given. Everything but Whole is what a bad service does.
enum class Manner {
    Whole,
    Hang,        ///< never a byte, until the client or the server goes
    Drip,        ///< a byte every 50 ms
    Endless,     ///< the body again and again
    BreakOff,    ///< half of the body, then the connection is closed
    CloseAtOnce, ///< closed without a byte
};

struct Reply
{
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
    Manner manner = Manner::Whole;
};

enum class Certificate {
    None,       ///< plain HTTP
    SelfSigned, ///< TLS that nobody should trust
};

/// A real HTTP/1.1 server on loopback that answers as it is told: one connection for each request, a thread for each
/// connection. The handler is called on those threads, one call at a time. Gone, with its threads, when it ends.
class StandInServer final
{
public:
    using Handler = std::function<Reply(const Received &)>;
    explicit StandInServer(Handler handler, Certificate certificate = Certificate::None);
    ~StandInServer();
    StandInServer(const StandInServer &) = delete;
    StandInServer &operator=(const StandInServer &) = delete;

    /// "http://127.0.0.1:34567".
    std::string url() const;
    /// All requests so far, in the order in which they were read.
    std::vector<Received> received() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace greenward::tests
