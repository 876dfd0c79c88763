#pragma once

#include "core/placement/decide.h"

#include <map>

namespace greenward::placement {

inline RestCoefficient restOf(const char *name, const char *watts, const char *source)
{
    return {name, WattsPerTerabyte::fromMillionths(parseDecimal(watts, 6, "w").value()), source, 2020, "facts"};
}
inline TransferCoefficient transferOf(const char *name, const char *wattHours)
{
    return {name, WattHoursPerGigabyte::fromMillionths(parseDecimal(wattHours, 6, "e").value()), "a publication", 2020,
            "facts"};
}

/// The shipped values.
inline Coefficients sampleCoefficients()
{
    const RestCoefficient hdd = restOf("storage.hdd.energy", "0.65", "Cloud Carbon Footprint");
    const RestCoefficient ssd = restOf("storage.ssd.energy", "1.2", "Cloud Carbon Footprint");
    const RestCoefficient hddHigh = restOf("storage.hdd.energy.cloudjewels", "0.89", "Cloud Jewels");
    const RestCoefficient ssdHigh = restOf("storage.ssd.energy.cloudjewels", "1.52", "Cloud Jewels");
    const RestCoefficient generic = restOf("storage.spec.energy.annual", "0.684932", "specification");
    const TransferCoefficient move = transferOf("storage.write.energy", "0.0014");
    const TransferCoefficient low = transferOf("network.specified", "0.572205");
    const TransferCoefficient ccf = transferOf("network.ccf", "1");
    const TransferCoefficient between = transferOf("network.inter_region", "1.5");
    const TransferCoefficient aslan = transferOf("network.aslan_2020", "10.6");
    return {{.hdd = {hdd, hdd, hddHigh},
             .ssd = {ssd, ssd, ssdHigh},
             .generic = {generic, generic, generic},
             .others = {{hddHigh, ssdHigh},
                        {restOf("hdd.tannu_nair", "4.2", "Tannu & Nair"),
                         restOf("ssd.tannu_nair", "1.3", "Tannu & Nair")}}},
            {.read = move,
             .write = move,
             .interDatacentre = {low, ccf, between},
             .interRegion = {ccf, between, aslan},
             .internet = {aslan, transferOf("network.external", "59"), transferOf("network.williams_tang", "130")}}};
}

inline BackendId backendId(std::string_view text)
{
    return BackendId::parse(text).value();
}

inline BackendSpec backendOf(std::string_view name, std::string_view region, std::int64_t renewable,
                             const char *pue = "1.2", Medium medium = Medium::Hdd)
{
    BackendSpec spec{.id = backendId(name), .region = RegionName::parse(region).value()};
    spec.renewable = Percent::fromMillionths(renewable * 1'000'000);
    spec.shareBasis = ShareBasis::OwnStatement;
    spec.pue = parsePue(pue, "pue").value();
    spec.medium = medium;
    return spec;
}

inline constexpr DataSize kTerabyte = DataSize::fromBytes(1'000'000'000'000);

/// Backends and a grid to decide among: grams per kWh by signal and region.
struct Market
{
    std::vector<BackendSpec> backends;
    std::map<std::string, std::int64_t> average{{"US", 400}, {"SE", 35}, {"DE", 330}, {"PL", 660}};
    std::map<std::string, std::int64_t> marginal{};
    std::map<BackendId, DataSize> free{};
    Coefficients coefficients = sampleCoefficients();
    Origin origin = Origin::CountryYearAverage;
    mutable int asked = 0; ///< questions to the grid

    Query query() const
    {
        Query all{.candidates = {}, .size = kTerabyte};
        for (const BackendSpec &spec : backends)
            all.candidates.push_back(spec.id);
        return all;
    }
    Result<Decision> decide(const Query &query, RankBy rankBy = RankBy::Score) const
    {
        return placement::decide(
            {.query = query,
             .rankBy = rankBy,
             .now = Instant{std::chrono::sys_days{std::chrono::year{2026} / 8 / 20}},
             .coefficients = coefficients,
             .spec = [this](const BackendId &id) { return specOf(id); },
             .intensity = [this](const RegionName &region, Signal signal) { return figureOf(region, signal); },
             .country = [](const RegionName &region) { return region.text(); },
             .freeSpace =
                 [this](const BackendId &id) {
                     return freeOf(id);
                 }});
    }
    Decision decided(const Query &query, RankBy rankBy = RankBy::Score) const { return decide(query, rankBy).value(); }

private:
    Result<BackendSpec> specOf(const BackendId &id) const
    {
        for (const BackendSpec &spec : backends)
            if (spec.id == id) return spec;
        return fail(ErrorCode::UnknownName, "backend", "there is no backend \"" + id.text() + "\"");
    }
    Result<GridFigure> figureOf(const RegionName &region, Signal signal) const
    {
        ++asked;
        const auto &known = signal == Signal::Average ? average : marginal;
        const auto at = known.find(region.text());
        if (at == known.end()) return fail(ErrorCode::NotFound, "signal", "no source for this signal");
        GridFigure figure;
        figure.value = GramsPerKwh::fromMilligrams(at->second * 1000);
        figure.signal = signal;
        figure.origin = origin;
        figure.zone = region.text();
        figure.source = "a table";
        figure.year = 2024;
        return figure;
    }
    std::optional<DataSize> freeOf(const BackendId &id) const
    {
        const auto at = free.find(id);
        return at == free.end() ? std::nullopt : std::optional(at->second);
    }
};

inline std::vector<std::string> namesOf(const std::vector<Candidate> &candidates)
{
    std::vector<std::string> names;
    for (const Candidate &candidate : candidates)
        names.push_back(candidate.scored.spec.id.text());
    return names;
}

} // namespace greenward::placement
