#include "core/adapters/http/http_client.h"

#include <gtest/gtest.h>

namespace greenward::adapters {
namespace {

TEST(BaseUrl, plainHttpIsForThisMachineOnly)
{
    for (const char *good : {"https://api.example.org", "https://api.example.org:8443/v3", "http://127.0.0.1:8080",
                             "http://localhost/x", "http://[::1]:99", "http://127.9.9.9"})
        EXPECT_TRUE(checkBaseUrl(good, "url")) << good;
    for (const char *bad : {"", "api.example.org", "http://api.example.org", "http://192.168.1.5", "ftp://example.org",
                            "file:///etc/passwd", "https://", "https://user:pw@example.org", "https://exa mple.org",
                            "http://localhost.example.org", "http://127.0.0.1.example.org", "javascript:alert(1)"})
        EXPECT_FALSE(checkBaseUrl(bad, "url")) << bad;
    const auto refused = checkBaseUrl("http://api.example.org", "url");
    EXPECT_EQ(refused.error().subject, "url");
    EXPECT_EQ(refused.error().detail,
              "\"http://api.example.org\" must begin with https://; http is only for this machine");
}

} // namespace
} // namespace greenward::adapters
