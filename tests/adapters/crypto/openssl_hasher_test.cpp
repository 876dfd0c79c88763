#include "core/adapters/crypto/openssl_hasher.h"

#include <gtest/gtest.h>

namespace greenward::tests {
namespace {

using adapters::OpenSslHasherFactory;

TEST(OpenSslHasher, givesTheDigestsOfFips180)
{
    const auto hasher = OpenSslHasherFactory().sha256();
    EXPECT_EQ(hexText(hasher->finish()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hasher->update("abc");
    EXPECT_EQ(hexText(hasher->finish()), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (int i = 0; i < 1'000'000 / 50; ++i)
        hasher->update(std::string(50, 'a'));
    EXPECT_EQ(hexText(hasher->finish()), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(OpenSslHasher, startsAnewAndCaresNotHowItIsFed)
{
    const OpenSslHasherFactory factory;
    const auto whole = factory.sha256();
    const auto parts = factory.sha256();
    whole->update("first");
    const Sha256 first = whole->finish();
    whole->update("one and two");
    for (const char c : std::string_view("one and two"))
        parts->update(std::string_view(&c, 1));
    const Sha256 second = whole->finish();
    EXPECT_EQ(second, parts->finish());
    EXPECT_NE(first, second);
}

TEST(OpenSslHasher, runningDigestsDoNotDisturbOneAnother)
{
    const OpenSslHasherFactory factory;
    const auto a = factory.sha256();
    const auto b = factory.sha256();
    a->update("ab");
    b->update("something else");
    a->update("c");
    EXPECT_EQ(hexText(a->finish()), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

} // namespace
} // namespace greenward::tests
