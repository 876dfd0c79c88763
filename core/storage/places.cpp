#include "core/storage/places.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"

namespace greenward::storage {
namespace {

std::string quoted(const Place &place)
{
    return "\"" + escapedForDisplay(place.extent().location) + "\"";
}

/// A file at the root of a place that is there as long as this lives.
class Canary final
{
public:
    explicit Canary(Driver &driver)
        : m_driver(driver)
        , m_name(driver.plantCanary())
    {}
    ~Canary()
    {
        if (m_name) m_driver.removeCanary(*m_name);
    }
    Canary(const Canary &) = delete;
    Canary &operator=(const Canary &) = delete;

    /// Where it is seen through `other`. Nothing also when it could not be made.
    Result<std::optional<std::string>> seenBy(const Driver &other) const
    {
        if (!m_name) return std::optional<std::string>();
        return other.findReserved(*m_name);
    }

private:
    Driver &m_driver;
    Result<std::string> m_name;
};

Result<void> refuseSeen(const std::string &made, const std::string &seen, const std::optional<std::string> &where,
                        const BackendId &otherId)
{
    if (!where) return {};
    const std::string place = where->empty() ? "" : " (in \"" + escapedForDisplay(*where) + "\")";
    return fail(ErrorCode::InvalidInput, "path",
                "a file made in " + made + " is seen in " + seen + place + ": it is a view of backend " +
                    otherId.text() + " (a bind, union or second mount); two backends cannot share files");
}

Json jsonOf(const std::optional<PlaceRecord> &record)
{
    if (!record) return nullptr;
    return Json{{"mark", record->mark}, {"file_system", record->fileSystem.text()}};
}

} // namespace

Result<void> checkNoView(Driver &driver, const BackendId &otherId, Driver &other)
{
    const Canary mine(driver);
    CORE_TRY(const auto there, mine.seenBy(other));
    CORE_CHECK(refuseSeen(quoted(driver), quoted(other), there, otherId));
    const Canary theirs(other);
    CORE_TRY(const auto here, theirs.seenBy(driver));
    return refuseSeen(quoted(other), quoted(driver), here, otherId);
}

Places::Places(const DriverFactory &drivers, store::StateStore &store, const Catalogue &catalogue, const Clock &clock)
    : m_drivers(drivers)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_book(store)
{}

std::optional<PlaceRecord> Places::find(const BackendId &backend) const
{
    const auto record = m_book.find(backend);
    return record ? *record : std::nullopt;
}

Result<std::shared_ptr<Driver>> Places::connectApart(const BackendSpec &spec, const Registered &others) const
{
    CORE_TRY(std::shared_ptr<Driver> driver, m_drivers.connect(spec));
    for (const auto &[id, other] : others)
        if (id != spec.id && other && overlap(driver->extent(), other->extent()))
            return fail(ErrorCode::InvalidInput, "path",
                        quoted(*driver) + " is the same as, inside or around " + quoted(*other) + " of backend " +
                            id.text());
    return driver;
}

/// The marker of another backend at this root: the same directory by another way, or a copy of it.
Result<void> Places::checkMarks(const BackendId &backend, const Driver &driver, const Registered &others) const
{
    CORE_TRY(const PlaceFacts facts, driver.placeFacts());
    if (!facts.mark) return {};
    for (const auto &[id, other] : others) {
        const auto record = find(id);
        if (id == backend || !record || record->mark != facts.mark->id) continue;
        return fail(
            ErrorCode::InvalidInput, "path",
            quoted(driver) + " holds the marker of backend " + id.text() +
                ": it is a view of its place (a bind, union or second mount), or a copy of its disk. Use another "
                "directory, or remove " +
                std::string(kPlaceMarkName) + " there if it is a copy");
    }
    return {};
}

Result<void> Places::checkKnownContent(const BackendId &backend, const Driver &driver) const
{
    constexpr std::size_t kSome = 200;
    ObjectPageQuery query{.backend = backend, .tenant = {}, .prefix = {}, .afterKey = {}, .limit = kSome};
    const auto known = m_catalogue.page(query);
    if (!known || known->empty()) return {};
    for (const CatalogueObject &object : *known)
        if (driver.stat(object.key)) return {};
    return fail(ErrorCode::Unreachable, "backend " + backend.text(),
                "none of the objects the catalogue has of it are in " + quoted(driver) +
                    "; is its disk mounted? If they are gone for good: greenwardctl backend accept " + backend.text() +
                    " --without-objects");
}

Result<std::shared_ptr<Driver>> Places::connect(const BackendSpec &spec, const Registered &others)
{
    CORE_TRY(std::shared_ptr<Driver> driver, connectApart(spec, others));
    CORE_TRY(const std::optional<PlaceRecord> record, m_book.find(spec.id));
    if (record) {
        CORE_CHECK(driver->expectPlace(spec.id, *record));
        if (!record->mark.empty() || m_book.isReadOnly() || !driver->probe(m_clock.now()).writable) return driver;
    }
    if (m_book.isReadOnly()) return driver;
    CORE_CHECK(checkMarks(spec.id, *driver, others));
    if (!record) CORE_CHECK(checkKnownContent(spec.id, *driver));
    CORE_CHECK(settle(spec.id, *driver));
    return driver;
}

Result<std::shared_ptr<Driver>> Places::connectNew(const BackendSpec &spec, const Registered &others) const
{
    CORE_TRY(std::shared_ptr<Driver> driver, connectApart(spec, others));
    CORE_CHECK(checkMarks(spec.id, *driver, others));
    for (const auto &[id, other] : others) {
        // One that is not there right now cannot be looked through; its marker was looked for.
        if (id == spec.id || !other || !other->confirmPlace()) continue;
        CORE_CHECK(checkNoView(*driver, id, *other));
    }
    return driver;
}

Result<void> Places::settle(const BackendId &backend, Driver &driver, std::optional<store::AuditEntry> audit)
{
    CORE_TRY(PlaceFacts facts, driver.placeFacts());
    PlaceRecord record{{}, false, facts.fileSystem, m_clock.now()};
    const auto before = find(backend);
    if (!facts.mark) {
        auto made = driver.markPlace(backend, m_clock.now());
        record.made = static_cast<bool>(made);
        if (made)
            facts.mark = *std::move(made);
        else if (made.error().code == ErrorCode::AlreadyExists) // another program's, this moment
            return Unexpected{std::move(made).error()};
    } else if (before && before->mark == facts.mark->id) {
        record.made = before->made;
    }
    // A place that cannot be written is known by its file system alone, until it can be.
    if (facts.mark) record.mark = facts.mark->id;
    if (audit) audit->body = jsonText(Json{{"before", jsonOf(before)}, {"after", jsonOf(record)}});
    CORE_CHECK(m_book.keep(backend, record, std::move(audit)));
    return driver.expectPlace(backend, record);
}

void Places::forget(const BackendId &backend, Driver *driver)
{
    const auto record = find(backend);
    // A marker that stays behind is adopted when the place is registered again.
    if (record && record->made && driver && driver->confirmPlace()) (void)driver->unmarkPlace(record->mark);
    m_book.forget(backend);
}

} // namespace greenward::storage
