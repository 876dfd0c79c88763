#include "app/ctl/backend_options.h"

#include <filesystem>

namespace greenward::ctl {
namespace {

Result<std::string> absolutePath(const std::string &path)
{
    std::error_code failure;
    auto absolute = std::filesystem::absolute(path, failure).lexically_normal();
    if (failure) return fail(ErrorCode::InvalidInput, "path", "\"" + path + "\": " + failure.message());
    // A slash at the end would make the same directory look like two.
    if (!absolute.has_filename() && absolute.has_relative_path()) absolute = absolute.parent_path();
    return absolute.string();
}

} // namespace

Result<void> applyOptions(const SpecOptions &options, BackendSpec &spec)
{
    CORE_CHECK(take(options.kind, spec.driver, parseDriverKind));
    CORE_CHECK(take(options.path, spec.location, [](auto text) { return absolutePath(std::string(text)); }));
    CORE_CHECK(take(options.region, spec.region, RegionName::parse));
    CORE_CHECK(take(options.medium, spec.medium, parseMedium));
    CORE_CHECK(take(options.copies, spec.redundancy, [](auto text) { return parseRedundancy(text, "copies"); }));
    CORE_CHECK(take(options.pue, spec.pue, [](auto text) { return parsePue(text, "pue"); }));
    CORE_CHECK(take(options.wue, spec.wue, [](auto text) { return parseWue(text, "wue"); }));
    CORE_CHECK(take(options.renewable, spec.renewable, [](auto text) { return parseShare(text, "renewable"); }));
    CORE_CHECK(take(options.sourceYear, spec.sourceYear,
                    [](auto text) { return parseCount(text, 1990, 2100, "source-year"); }));
    CORE_CHECK(
        take(options.tenantLevel, spec.tenantLevel, [](auto text) { return parseCount(text, 0, 64, "tenant-level"); }));
    CORE_CHECK(take(options.soleTenant, spec.soleTenant, TenantId::parse));
    CORE_CHECK(take(options.exclude, spec.exclude, Exclusions::parse));
    CORE_CHECK(take(options.shareBasis, spec.shareBasis, parseShareBasis));
    CORE_CHECK(take(options.residency, spec.residency, CountryCode::parse));
    CORE_CHECK(take(options.latency, spec.latency, parseLatencyClass));
    CORE_CHECK(take(options.price, spec.price, [](auto text) { return parsePrice(text, "price"); }));
    CORE_CHECK(take(options.immutable, spec.immutable, [](auto text) { return parseYesNo(text, "immutable"); }));
    CORE_CHECK(take(options.legalHold, spec.legalHold, [](auto text) { return parseYesNo(text, "legal-hold"); }));
    if (options.latitude || options.longitude) {
        CORE_TRY(spec.at, parseCoordinates(options.latitude.value_or(""), options.longitude.value_or("")));
    }
    if (options.renewableBasis) spec.renewableBasis = *options.renewableBasis;
    if (options.source) spec.source = *options.source;
    return {};
}

void declareSpec(CLI::App &command, SpecOptions &options)
{
    command.add_option("ID", options.id, "The backend's name")->required();
    command.add_option("--kind", options.kind, "local, or profile for a place to compare with")->type_name("KIND");
    command.add_option("--path", options.path, "Directory of a local backend")->type_name("DIR");
    command.add_option("--region", options.region, "Cloud region, grid zone or country")->type_name("REGION");
    command.add_option("--medium", options.medium, "hdd, ssd, tape or generic")->type_name("MEDIUM");
    command.add_option("--copies", options.copies, "Replicas the backend keeps, 1 to 16, or shards like 10+4")
        ->type_name("N");
    command.add_option("--pue", options.pue, "Power usage effectiveness, from 1")->type_name("RATIO");
    command.add_option("--wue", options.wue, "Water usage effectiveness, litres per kWh")->type_name("RATIO");
    command.add_option("--renewable", options.renewable, "Renewable share of its electricity")->type_name("PERCENT");
    command.add_option("--share-basis", options.shareBasis, "What the share means: annual-certificates ...")
        ->type_name("MEANING");
    command.add_option("--renewable-basis", options.renewableBasis, "The same in the source's words")
        ->type_name("TEXT");
    command.add_option("--source", options.source, "Where these figures are published")->type_name("TEXT");
    command.add_option("--source-year", options.sourceYear, "The year they are about")->type_name("YEAR");
    command.add_option("--tenant-level", options.tenantLevel, "Which path component names the tenant, from 0")
        ->type_name("N");
    command.add_option("--sole-tenant", options.soleTenant, "All objects belong to this tenant")->type_name("TENANT");
    command.add_option("--exclude", options.exclude, "Names that are nobody's data: default,*.tmp or none")
        ->type_name("NAMES");
    command.add_option("--latitude", options.latitude, "Decimal degrees, north is positive")->type_name("DEGREES");
    command.add_option("--longitude", options.longitude, "Decimal degrees, east is positive")->type_name("DEGREES");
    command.add_option("--residency", options.residency, "Country whose law holds; default: the region's")
        ->type_name("COUNTRY");
    command.add_option("--latency", options.latency, "online, nearline, offline or unknown")->type_name("CLASS");
    command.add_option("--price", options.price, "Per GB and month: \"0.023 USD\"")->type_name("PRICE");
    command.add_option("--immutable", options.immutable, "Nothing there can be deleted before its time")
        ->type_name("yes|no");
    command.add_option("--legal-hold", options.legalHold, "What lies there may not leave")->type_name("yes|no");
}

} // namespace greenward::ctl
