#pragma once

#include "core/base/time_text.h"
#include "core/bus/payloads.h"
#include "core/units/coefficient.h"

namespace greenward::tiering {

inline BackendId backendId(std::string_view text)
{
    return BackendId::parse(text).value();
}
inline TenantId tenantId(std::string_view text)
{
    return TenantId::parse(text).value();
}
inline Instant at(std::string_view text)
{
    return parseInstant(text, "at").value();
}
inline constexpr DataSize kOneTerabyte = DataSize::fromBytes(1'000'000'000'000);

inline TransferCoefficient coefficient(std::string name, const char *wattHoursPerGigabyte)
{
    return {std::move(name), WattHoursPerGigabyte::fromMillionths(parseDecimal(wattHoursPerGigabyte, 6, "e").value()),
            "a publication", 2020, "facts"};
}

/// The shipped values.
inline TransferCoefficients sampleCoefficients()
{
    return {.read = coefficient("storage.read.energy", "0.0014"),
            .write = coefficient("storage.write.energy", "0.0014"),
            .interDatacentre = {coefficient("network.specified", "0.572205"), coefficient("network.ccf", "1"),
                                coefficient("network.inter_region", "1.5")},
            .interRegion = {coefficient("network.ccf", "1"), coefficient("network.inter_region", "1.5"),
                            coefficient("network.aslan_2020", "10.6")},
            .internet = {coefficient("network.aslan_2020", "10.6"), coefficient("network.external", "59"),
                         coefficient("network.williams_tang", "130")}};
}

/// A connected backend on hard disks, PUE 1, one copy.
inline bus::ScoredBackend scored(std::string_view id, std::int64_t scoreHundredths, std::int64_t gramsPerKwh)
{
    bus::ScoredBackend backend{.spec = {.id = backendId(id), .region = RegionName::parse("DE").value()},
                               .intensity = {},
                               .score = {},
                               .restPower = WattsPerTerabyte::fromMillionths(650'000),
                               .perTerabyteMonth = {}};
    backend.spec.driver = DriverKind::Local;
    backend.spec.location = "/srv/" + std::string(id);
    backend.spec.pue = Pue::fromMillionths(1'000'000);
    backend.score.total = ScorePoints::fromMillionths(scoreHundredths * 10'000);
    backend.intensity.value = GramsPerKwh::fromMilligrams(gramsPerKwh * 1000);
    backend.intensity.origin = Origin::CountryYearAverage;
    backend.intensity.quality = Quality::Estimated;
    backend.intensity.zone = "DE";
    backend.intensity.source = "a table";
    backend.intensity.year = 2024;
    return backend;
}

inline bus::ListedObject object(std::string_view backend, std::string_view key, std::int64_t bytes, Instant touched,
                                TouchEvidence evidence = TouchEvidence::Modified)
{
    return {.backend = backendId(backend),
            .tenant = tenantId("acme"),
            .key = ObjectKey::parse(key).value(),
            .signature = {DataSize::fromBytes(bytes), 1, 2, 3},
            .touched = touched,
            .evidence = evidence};
}

} // namespace greenward::tiering
