#include "core/adapters/catalogue/schema.h"

namespace greenward::adapters::catalogue {
namespace {

// Keys are blobs: they may be any bytes, and blobs compare as the listing is sorted. `merge` is the number of the scan
// during which a row was last written: a scan never removes what was written after it began.
constexpr const char *kTables = R"sql(
CREATE TABLE place(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE) STRICT; -- without a name: forgotten
CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE merge(number INTEGER NOT NULL) STRICT;
INSERT INTO merge VALUES(0);

CREATE TABLE object(
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    tenant INTEGER NOT NULL,
    key BLOB NOT NULL,
    size INTEGER NOT NULL,
    freed INTEGER NOT NULL, -- what it takes of its disk, at most its size
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    touched_ns INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    merge INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX object_by_key ON object(place, key);
CREATE INDEX object_by_freed ON object(place, tenant, freed, touched_ns) WHERE superseded = 0;

-- Days since 1970 of the last use; sizes are what is freed. Answers how much is cold, for any threshold, without reading the objects.
CREATE TABLE rollup(
    tenant INTEGER NOT NULL,
    place INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    objects INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY(tenant, place, superseded, day)) WITHOUT ROWID, STRICT;
)sql";

// Until the next scan an object is taken to fill its size, as it was before.
constexpr const char *kFromVersion1 = R"sql(
ALTER TABLE object ADD COLUMN freed INTEGER NOT NULL DEFAULT 0;
UPDATE object SET freed = size;
DROP INDEX object_by_size;
CREATE INDEX object_by_freed ON object(place, tenant, freed, touched_ns) WHERE superseded = 0;
)sql";

constexpr const char *kProbe = "SELECT number FROM merge; SELECT count(*) FROM rollup;"
                               "SELECT id, freed FROM object ORDER BY id DESC LIMIT 1";

} // namespace

const sqlite::FileFormat &format()
{
    static const sqlite::FileFormat kFormat{"catalogue", kApplicationId, kSchemaVersion,
                                            kTables,     kProbe,         kFromVersion1};
    return kFormat;
}

} // namespace greenward::adapters::catalogue
