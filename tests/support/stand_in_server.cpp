#include "tests/support/stand_in_server.h"

#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <list>
#include <mutex>
#include <set>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

constexpr std::chrono::milliseconds kDrip{50};

using SslContext = std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)>;

/// A key and a certificate for "127.0.0.1" that only it has signed, made on the spot.
SslContext selfSigned()
{
    SslContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("127.0.0.1"), -1, -1,
                               0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    if (SSL_CTX_use_certificate(context.get(), certificate) != 1 || SSL_CTX_use_PrivateKey(context.get(), key) != 1)
        std::abort();
    X509_free(certificate);
    EVP_PKEY_free(key);
    return context;
}

/// The bytes of one connection, plain or not.
class Stream final
{
public:
    Stream(int socket, SSL_CTX *context)
        : m_socket(socket)
    {
        if (!context) return;
        m_ssl = SSL_new(context);
        SSL_set_fd(m_ssl, socket);
        m_good = SSL_accept(m_ssl) == 1;
    }
    ~Stream() { SSL_free(m_ssl); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    bool isGood() const { return m_good; }
    bool read(std::string &into)
    {
        std::array<char, 4096> bytes{};
        const auto count = m_ssl ? SSL_read(m_ssl, bytes.data(), static_cast<int>(bytes.size()))
                                 : static_cast<int>(::recv(m_socket, bytes.data(), bytes.size(), 0));
        if (count <= 0) return false;
        into.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }
    bool write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto count = m_ssl ? SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size()))
                                     : static_cast<int>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

private:
    int m_socket;
    SSL *m_ssl = nullptr;
    bool m_good = true;
};

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out.push_back(static_cast<char>(std::strtol(std::string(text.substr(i + 1, 2)).c_str(), nullptr, 16)));
            i += 2;
        } else {
            out.push_back(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

void readParameters(Received &request)
{
    std::string_view rest = request.query;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos)
            request.parameters[decoded(pair.substr(0, equals))] = decoded(pair.substr(equals + 1));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    }
}

/// False when the client went before its request was whole.
bool readRequest(Stream &stream, Received &request)
{
    std::string bytes;
    std::size_t end = std::string::npos;
    while ((end = bytes.find("\r\n\r\n")) == std::string::npos)
        if (!stream.read(bytes)) return false;
    const std::string head = bytes.substr(0, end);
    const std::size_t firstBlank = head.find(' ');
    const std::size_t secondBlank = head.find(' ', firstBlank + 1);
    request.method = head.substr(0, firstBlank);
    const std::string target = head.substr(firstBlank + 1, secondBlank - firstBlank - 1);
    const std::size_t mark = target.find('?');
    request.path = decoded(target.substr(0, mark));
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    readParameters(request);
    for (std::size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
        const std::string line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) continue;
        std::string name = line.substr(0, colon);
        std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        request.headers[name] = line.substr(line.find_first_not_of(' ', colon + 1));
    }
    request.body = bytes.substr(end + 4);
    const auto length = request.headers.find("content-length");
    const std::size_t wanted = length == request.headers.end() ? 0 : std::stoul(length->second);
    while (request.body.size() < wanted)
        if (!stream.read(request.body)) return false;
    return true;
}

std::string headOf(const Reply &reply)
{
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Said\r\nConnection: close\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.manner != Manner::Endless) head += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n";
    return head + "\r\n";
}

} // namespace

struct StandInServer::State
{
    Handler handler;
    SslContext context{nullptr, SSL_CTX_free};
    int listener = -1;
    int port = 0;
    std::atomic<bool> stopping = false;
    mutable std::mutex mutex;
    std::vector<Received> received;
    std::set<int> open;
    std::list<std::thread> connections;
    std::thread acceptor;

    void accept()
    {
        while (!stopping) {
            const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0) continue;
            const std::lock_guard lock(mutex);
            open.insert(socket);
            connections.emplace_back([this, socket] { serve(socket); });
        }
    }

    void serve(int socket)
    {
        {
            Stream stream(socket, context.get());
            Received request;
            if (stream.isGood() && readRequest(stream, request)) answer(stream, socket, request);
        }
        const std::lock_guard lock(mutex);
        open.erase(socket);
        ::close(socket);
    }

    void answer(Stream &stream, int socket, const Received &request)
    {
        Reply reply;
        {
            const std::lock_guard lock(mutex);
            received.push_back(request);
            reply = handler(request);
        }
        switch (reply.manner) {
        case Manner::Whole:
            stream.write(headOf(reply) + reply.body);
            break;
        case Manner::Hang:
            waitForEnd(socket);
            break;
        case Manner::Drip:
            stream.write(headOf(reply));
            for (std::size_t i = 0; i < reply.body.size() && !waitForEnd(socket, kDrip); ++i)
                if (!stream.write(std::string_view(reply.body).substr(i, 1))) break;
            break;
        case Manner::Endless:
            stream.write(headOf(reply));
            while (!stopping && stream.write(reply.body)) {
            }
            break;
        case Manner::BreakOff:
            stream.write(headOf(reply) + reply.body.substr(0, reply.body.size() / 2));
            break;
        case Manner::CloseAtOnce:
            break;
        }
    }

    /// True when the client has gone or the server is to stop.
    bool waitForEnd(int socket, std::chrono::milliseconds patience = std::chrono::minutes{10}) const
    {
        pollfd watched{socket, POLLIN | POLLRDHUP, 0};
        return ::poll(&watched, 1, static_cast<int>(patience.count())) != 0 || stopping;
    }
};

StandInServer::StandInServer(Handler handler, Certificate certificate)
    : m_state(std::make_unique<State>())
{
    m_state->handler = std::move(handler);
    if (certificate == Certificate::SelfSigned) m_state->context = selfSigned();
    m_state->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(m_state->listener, reinterpret_cast<sockaddr *>(&address), length) != 0 ||
        ::listen(m_state->listener, 64) != 0 ||
        ::getsockname(m_state->listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        std::abort();
    m_state->port = ntohs(address.sin_port);
    m_state->acceptor = std::thread([state = m_state.get()] { state->accept(); });
}

StandInServer::~StandInServer()
{
    m_state->stopping = true;
    ::shutdown(m_state->listener, SHUT_RDWR);
    m_state->acceptor.join();
    ::close(m_state->listener);
    {
        const std::lock_guard lock(m_state->mutex);
        for (const int socket : m_state->open)
            ::shutdown(socket, SHUT_RDWR);
    }
    for (std::thread &connection : m_state->connections)
        connection.join();
}

std::string StandInServer::url() const
{
    return (m_state->context ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(m_state->port);
}

std::vector<Received> StandInServer::received() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->received;
}

} // namespace greenward::tests
