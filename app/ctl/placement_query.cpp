#include "app/ctl/placement_query.h"

namespace greenward::ctl {
namespace {

template<typename T, typename Parse>
Result<std::vector<T>> parsed(const std::vector<std::string> &texts, Parse parse)
{
    std::vector<T> values;
    for (const std::string &text : texts) {
        CORE_TRY(T value, parse(text));
        values.push_back(std::move(value));
    }
    return values;
}

Result<placement::Constraints> constraintsOf(const ChooseOptions &options)
{
    placement::Constraints wanted;
    CORE_TRY(wanted.countries, parsed<CountryCode>(options.countries, CountryCode::parse));
    CORE_TRY(wanted.media, parsed<Medium>(options.media, parseMedium));
    CORE_CHECK(take(options.maxPrice, wanted.priceCeiling, [](auto text) { return parsePrice(text, "max-price"); }));
    CORE_CHECK(take(options.maxLatency, wanted.latencyCeiling, parseLatencyClass));
    wanted.immutable = options.immutable;
    return wanted;
}

} // namespace

void declareQuery(CommandSyntax &command, ChooseOptions &options)
{
    command.addOption("--size", options.size, "How much data: 500GB, 1.5TiB").required().typeName("SIZE");
    command.addOption("--candidates", options.candidates, "Backends to choose among, or all")
        .required()
        .delimiter(',')
        .typeName("A,B,...");
    command.addOption("--tenant", options.tenant, "Whose data it is").typeName("TENANT");
    command.addOption("--months", options.months, "How long it will lie there; default 12").typeName("N");
    command.addOption("--signal", options.signal, "average (default) or marginal").typeName("SIGNAL");
    command.addOption("--rank-by", options.rankBy, "score, footprint or literal; default: as set").typeName("WHAT");
    command.addOption("--from", options.from, "The backend where the data lies now").typeName("BACKEND");
    command.addOption("--network-path", options.path, "inter-datacentre, inter-region (default) or internet")
        .typeName("PATH");
    command.addOption("--countries", options.countries, "The data may lie in these only")
        .delimiter(',')
        .typeName("SE,DE,...");
    command.addOption("--media", options.media, "hdd, ssd, tape, generic").delimiter(',').typeName("MEDIUM,...");
    command.addOption("--max-price", options.maxPrice, "Per GB and month: \"0.02 USD\"").typeName("PRICE");
    command.addOption("--max-latency", options.maxLatency, "online, nearline or offline").typeName("CLASS");
    command.addFlag("--immutable", options.immutable, "Only where nothing can be deleted before its time");
    command.addFlag("--what-if", options.whatIf, "Decide nothing: nothing is kept or announced");
    declareAsking(command, options.asking);
}

Result<placement::Query> queryOf(const ChooseOptions &options)
{
    placement::Query query{.candidates = {}, .size = {}};
    CORE_TRY(query.size, parseDataSize(options.size, "size"));
    if (options.candidates != std::vector<std::string>{"all"}) {
        CORE_TRY(query.candidates, parsed<BackendId>(options.candidates, BackendId::parse));
    }
    CORE_CHECK(take(options.tenant, query.tenant, TenantId::parse));
    CORE_CHECK(take(options.months, query.months, [](auto text) { return parseCount(text, 1, 1200, "months"); }));
    CORE_CHECK(take(options.signal, query.signal, parseSignal));
    CORE_CHECK(take(options.rankBy, query.rankBy, placement::parseRankBy));
    CORE_CHECK(take(options.from, query.from, BackendId::parse));
    CORE_CHECK(take(options.path, query.path, parseNetworkPath));
    CORE_TRY(query.constraints, constraintsOf(options));
    return query;
}

} // namespace greenward::ctl
