#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace greenward::bus {

/// Every topic of the product. The payload types in payloads.h name theirs; the table below is the one place that
/// says what each topic is (C-50). tests/core/bus checks that every request has exactly one responder.
enum class Topic {
    BudgetSet,
    BudgetUsage,
    BudgetThreshold,
    BudgetExhausted,
    ThrottleApplied,
    PlacementDecision,
    BatchPlanned,
    BatchComplete,
    EnergyMeasured,
    BackendRegistered,
    IntensityProblem,
    BudgetEvaluate,
    IntensityCurrent,
    PlacementScores,
    StorageList,
    StorageHealth,
    StorageMigrate,
};

enum class TopicKind { Event, Request };

struct TopicInfo
{
    Topic topic;
    std::string_view name;
    TopicKind kind;
    std::string_view payload;   ///< the type in payloads.h
    std::string_view publisher; ///< component; of requests: who asks
    std::string_view responder; ///< component; empty for events
};

inline constexpr std::array<TopicInfo, 17> kTopics{{
    {Topic::BudgetSet, "sustainability.carbon.budget.set", TopicKind::Event, "BudgetSet", "budget", ""},
    {Topic::BudgetUsage, "sustainability.carbon.budget.usage", TopicKind::Event, "BudgetUsage", "budget", ""},
    {Topic::BudgetThreshold, "sustainability.carbon.budget.threshold", TopicKind::Event, "BudgetThreshold", "budget",
     ""},
    {Topic::BudgetExhausted, "sustainability.carbon.budget.exhausted", TopicKind::Event, "BudgetExhausted", "budget",
     ""},
    {Topic::ThrottleApplied, "sustainability.carbon.throttle.applied", TopicKind::Event, "ThrottleApplied", "throttle",
     ""},
    {Topic::PlacementDecision, "sustainability.placement.decision", TopicKind::Event, "PlacementDecision", "placement",
     ""},
    {Topic::BatchPlanned, "sustainability.green-tiering.batch.planned", TopicKind::Event, "BatchPlanned", "tiering",
     ""},
    {Topic::BatchComplete, "sustainability.green-tiering.batch.complete", TopicKind::Event, "BatchComplete", "storage",
     ""},
    {Topic::EnergyMeasured, "sustainability.energy.measured", TopicKind::Event, "EnergyMeasured", "energy", ""},
    {Topic::BackendRegistered, "storage.backend.registered", TopicKind::Event, "BackendRegistered", "storage", ""},
    {Topic::IntensityProblem, "sustainability.carbon.intensity.problem", TopicKind::Event, "IntensityProblem", "grid",
     ""},
    {Topic::BudgetEvaluate, "sustainability.carbon.budget.evaluate", TopicKind::Request, "EvaluateBudget", "tiering",
     "budget"},
    {Topic::IntensityCurrent, "sustainability.carbon.intensity.current", TopicKind::Request, "CurrentIntensity",
     "placement", "grid"},
    {Topic::PlacementScores, "sustainability.placement.scores", TopicKind::Request, "PlacementScores", "tiering",
     "placement"},
    {Topic::StorageList, "storage.list", TopicKind::Request, "ListObjects", "tiering", "storage"},
    {Topic::StorageHealth, "storage.health", TopicKind::Request, "CheckHealth", "tiering", "storage"},
    {Topic::StorageMigrate, "storage.migrate.request", TopicKind::Request, "MigrateBatch", "tiering", "storage"},
}};

constexpr const TopicInfo &info(Topic topic)
{
    return kTopics[static_cast<std::size_t>(topic)];
}

} // namespace greenward::bus
