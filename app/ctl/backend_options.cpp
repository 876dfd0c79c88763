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

void declareSpec(CommandSyntax &command, SpecOptions &options)
{
    command.addOption("ID", options.id, "The backend's name").required();
    command.addOption("--kind", options.kind, "local, or profile for a place to compare with").typeName("KIND");
    command.addOption("--path", options.path, "Directory of a local backend").typeName("DIR");
    command.addOption("--region", options.region, "Cloud region, grid zone or country").typeName("REGION");
    command.addOption("--medium", options.medium, "hdd, ssd, tape or generic").typeName("MEDIUM");
    command.addOption("--copies", options.copies, "Replicas the backend keeps, 1 to 16, or shards like 10+4")
        .typeName("N");
    command.addOption("--pue", options.pue, "Power usage effectiveness, from 1").typeName("RATIO");
    command.addOption("--wue", options.wue, "Water usage effectiveness, litres per kWh").typeName("RATIO");
    command.addOption("--renewable", options.renewable, "Renewable share of its electricity").typeName("PERCENT");
    command.addOption("--share-basis", options.shareBasis, "What the share means: annual-certificates ...")
        .typeName("MEANING");
    command.addOption("--renewable-basis", options.renewableBasis, "The same in the source's words").typeName("TEXT");
    command.addOption("--source", options.source, "Where these figures are published").typeName("TEXT");
    command.addOption("--source-year", options.sourceYear, "The year they are about").typeName("YEAR");
    command.addOption("--tenant-level", options.tenantLevel, "Which path component names the tenant, from 0")
        .typeName("N");
    command.addOption("--sole-tenant", options.soleTenant, "All objects belong to this tenant").typeName("TENANT");
    command.addOption("--exclude", options.exclude, "Names that are nobody's data: default,*.tmp or none")
        .typeName("NAMES");
    command.addOption("--latitude", options.latitude, "Decimal degrees, north is positive").typeName("DEGREES");
    command.addOption("--longitude", options.longitude, "Decimal degrees, east is positive").typeName("DEGREES");
    command.addOption("--residency", options.residency, "Country whose law holds; default: the region's")
        .typeName("COUNTRY");
    command.addOption("--latency", options.latency, "online, nearline, offline or unknown").typeName("CLASS");
    command.addOption("--price", options.price, "Per GB and month: \"0.023 USD\"").typeName("PRICE");
    command.addOption("--immutable", options.immutable, "Nothing there can be deleted before its time")
        .typeName("yes|no");
    command.addOption("--legal-hold", options.legalHold, "What lies there may not leave").typeName("yes|no");
}

} // namespace greenward::ctl
