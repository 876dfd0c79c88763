#include "core/placement/coefficients_json.h"

namespace greenward::placement {
namespace {

constexpr std::size_t kMostPairs = 100;

template<typename Unit>
Json coefficientJson(const Coefficient<Unit> &coefficient)
{
    return {{"name", coefficient.name},
            {"value", coefficient.value.text()},
            {"source", coefficient.source},
            {"year", coefficient.year ? Json(*coefficient.year) : Json(nullptr)},
            {"licence", coefficient.licence}};
}

template<typename Unit>
Json bandJson(const Band<Unit> &band)
{
    return {{"low", coefficientJson(band.low)},
            {"typical", coefficientJson(band.typical)},
            {"high", coefficientJson(band.high)}};
}

template<typename Unit>
Result<void> read(const JsonFields &parent, const std::string &name, Coefficient<Unit> &into)
{
    CORE_TRY(const JsonFields fields, parent.object(name));
    CORE_TRY(into.name, fields.text("name"));
    CORE_TRY(const std::string value, fields.decimal("value"));
    CORE_TRY(const std::int64_t millionths, parseDecimal(value, 6, name));
    into.value = Unit::fromMillionths(millionths);
    into.source = fields.textOr("source", "");
    into.licence = fields.textOr("licence", "");
    if (fields.has("year")) {
        CORE_TRY(const std::int64_t year, fields.integer("year", 1990, 2100));
        into.year = static_cast<int>(year);
    }
    return {};
}

template<typename Unit>
Result<void> read(const JsonFields &parent, const std::string &name, Band<Unit> &into)
{
    CORE_TRY(const JsonFields fields, parent.object(name));
    CORE_CHECK(read(fields, "low", into.low));
    CORE_CHECK(read(fields, "typical", into.typical));
    return read(fields, "high", into.high);
}

} // namespace

Json storedJson(const Coefficients &coefficients)
{
    Json others = Json::array();
    for (const RestCoefficients::Pair &pair : coefficients.rest.others)
        others.push_back({{"hdd", coefficientJson(pair.hdd)}, {"ssd", coefficientJson(pair.ssd)}});
    const TransferCoefficients &transfer = coefficients.transfer;
    return {{"rest_hdd", bandJson(coefficients.rest.hdd)},
            {"rest_ssd", bandJson(coefficients.rest.ssd)},
            {"rest_generic", bandJson(coefficients.rest.generic)},
            {"rest_others", std::move(others)},
            {"read", coefficientJson(transfer.read)},
            {"write", coefficientJson(transfer.write)},
            {"inter_datacentre", bandJson(transfer.interDatacentre)},
            {"inter_region", bandJson(transfer.interRegion)},
            {"internet", bandJson(transfer.internet)}};
}

Result<Coefficients> storedCoefficients(const JsonFields &fields)
{
    Coefficients made;
    CORE_CHECK(read(fields, "rest_hdd", made.rest.hdd));
    CORE_CHECK(read(fields, "rest_ssd", made.rest.ssd));
    CORE_CHECK(read(fields, "rest_generic", made.rest.generic));
    CORE_TRY(const Json *others, fields.list("rest_others", kMostPairs));
    for (const Json &other : *others) {
        CORE_TRY(const JsonFields pair, JsonFields::of(other, "rest_others"));
        RestCoefficients::Pair both;
        CORE_CHECK(read(pair, "hdd", both.hdd));
        CORE_CHECK(read(pair, "ssd", both.ssd));
        made.rest.others.push_back(std::move(both));
    }
    CORE_CHECK(read(fields, "read", made.transfer.read));
    CORE_CHECK(read(fields, "write", made.transfer.write));
    CORE_CHECK(read(fields, "inter_datacentre", made.transfer.interDatacentre));
    CORE_CHECK(read(fields, "inter_region", made.transfer.interRegion));
    CORE_CHECK(read(fields, "internet", made.transfer.internet));
    return made;
}

} // namespace greenward::placement
