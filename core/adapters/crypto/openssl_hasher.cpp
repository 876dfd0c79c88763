#include "core/adapters/crypto/openssl_hasher.h"

#include <cstdlib>

#include <openssl/evp.h>

namespace greenward::adapters {
namespace {

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

// There is no sensible answer to "cannot hash": a digest that was not computed must never be taken for one.
void mustSucceed(int answer)
{
    if (answer != 1) std::abort();
}

class Sha256Hasher final : public Hasher
{
public:
    Sha256Hasher()
        : m_context(EVP_MD_CTX_new())
    {
        mustSucceed(m_context ? 1 : 0);
        start();
    }
    void update(std::span<const std::byte> bytes) override
    {
        mustSucceed(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()));
    }
    Sha256 finish() override
    {
        Sha256 digest{};
        unsigned int length = 0;
        mustSucceed(EVP_DigestFinal_ex(m_context.get(), digest.data(), &length));
        mustSucceed(length == digest.size() ? 1 : 0);
        start();
        return digest;
    }

private:
    void start() { mustSucceed(EVP_DigestInit_ex2(m_context.get(), EVP_sha256(), nullptr)); }
    std::unique_ptr<EVP_MD_CTX, FreeContext> m_context;
};

} // namespace

std::unique_ptr<Hasher> OpenSslHasherFactory::sha256() const
{
    return std::make_unique<Sha256Hasher>();
}

} // namespace greenward::adapters
