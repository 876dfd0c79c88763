#include "core/bus/bus.h"

#include <gtest/gtest.h>

#include <set>

namespace greenward::bus {
namespace {

ThrottleApplied someEvent()
{
    return ThrottleApplied{TenantId::parse("acme").value(), ThrottleResult::Delayed, ThrottleLevel::Soft,
                           milliseconds{5}, Instant{}};
}

TEST(Topics, X10_everyTopicOfTheSpecificationIsInTheTable)
{
    const std::set<std::string_view> wanted{"sustainability.carbon.budget.usage",
                                            "sustainability.carbon.budget.threshold",
                                            "sustainability.carbon.budget.exhausted",
                                            "sustainability.carbon.budget.set",
                                            "sustainability.carbon.budget.evaluate",
                                            "sustainability.energy.measured",
                                            "sustainability.carbon.throttle.applied",
                                            "sustainability.placement.decision",
                                            "sustainability.placement.scores",
                                            "storage.backend.registered",
                                            "storage.list",
                                            "storage.health",
                                            "storage.migrate.request",
                                            "sustainability.green-tiering.batch.planned",
                                            "sustainability.green-tiering.batch.complete",
                                            "sustainability.carbon.intensity.current"};
    const std::set<std::string_view> ours{"sustainability.carbon.intensity.problem"};
    std::set<std::string_view> known;
    for (const TopicInfo &topic : kTopics) {
        EXPECT_EQ(&info(topic.topic), &topic) << topic.name << ": the table is out of order";
        EXPECT_EQ(topic.kind == TopicKind::Request, !topic.responder.empty()) << topic.name;
        EXPECT_FALSE(topic.publisher.empty()) << topic.name;
        if (!ours.contains(topic.name)) known.insert(topic.name);
    }
    EXPECT_EQ(known, wanted);
}

TEST(Bus, deliversUntilTheSubscriptionIsDropped)
{
    Bus bus;
    int first = 0;
    int second = 0;
    Subscription keep = bus.subscribe<ThrottleApplied>(
        [&](const ThrottleApplied &event) { first += static_cast<int>(event.delay.count()); });
    {
        const Subscription brief = bus.subscribe<ThrottleApplied>([&](const ThrottleApplied &) { ++second; });
        bus.publish(someEvent());
    }
    bus.publish(someEvent());
    EXPECT_EQ(first, 10);
    EXPECT_EQ(second, 1);
}

TEST(Bus, aHandlerMayUnsubscribeAnotherWhileItRuns)
{
    Bus bus;
    int late = 0;
    Subscription victim;
    const Subscription killer = bus.subscribe<ThrottleApplied>([&](const ThrottleApplied &) { victim.reset(); });
    victim = bus.subscribe<ThrottleApplied>([&](const ThrottleApplied &) { ++late; });
    bus.publish(someEvent());
    EXPECT_EQ(late, 0);
}

TEST(Bus, aSubscriptionMayOutliveTheBus)
{
    Subscription orphan;
    {
        Bus bus;
        orphan = bus.subscribe<ThrottleApplied>([](const ThrottleApplied &) {});
    }
    orphan.reset();
}

TEST(Bus, C50_aRequestWithoutResponderIsAnErrorNamingTheTopic)
{
    Bus bus;
    const auto unanswered = bus.request(PlacementScores{});
    ASSERT_FALSE(unanswered);
    EXPECT_EQ(unanswered.error().subject, "sustainability.placement.scores");
    {
        const Subscription responder = bus.respond<PlacementScores>(
            [](const PlacementScores &) -> Result<std::vector<ScoredBackend>> { return std::vector<ScoredBackend>{}; });
        EXPECT_TRUE(bus.hasResponder(Topic::PlacementScores));
        EXPECT_TRUE(bus.request(PlacementScores{}));
    }
    EXPECT_FALSE(bus.hasResponder(Topic::PlacementScores));
}

} // namespace
} // namespace greenward::bus
