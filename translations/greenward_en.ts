<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Audited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your time zone; the tool tip says UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audited: a command in the hash-chained log. Event: what followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person or program that asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 over this row and the one before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchText</name>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 over %n year(s), at least %2</source>
        <translation>
            <numerusform>%1 over %n year, at least %2</numerusform>
            <numerusform>%1 over %n years, at least %2</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %n day(s)</source>
        <translation>
            <numerusform>after %n day</numerusform>
            <numerusform>after %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>after %1 years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarbonScale</name>
    <message>
        <source>kt CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mg CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EstateText</name>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first folder of its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second folder of its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The third folder of its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder number %1 of its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cold after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (defaults)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>expected at the end of the period: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowed from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridAdvice</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is paused. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan at %1 does not include %2. Ask %1 for it, or let another source answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale: the last value of %1 is from %2. It stays until something newer comes; Refresh asks now, and “Sources” tells what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too old to be used: what was heard of %1. A yearly average or the default counts until somebody answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated only: nobody has measured %1; the dots are the provider&apos;s estimate. Reports say so too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source covers %1 under this signal. “Mapping” tells what it is called at each source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source of %1 figures is ready. Switch one on or enter its credentials under “Sources”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard of these regions yet. %1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard of these regions yet. Refresh asks the sources now; “Mapping” tells what each of them calls a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody had anything new about %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridLines</name>
    <message>
        <source>%1, zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, g CO₂ or CO₂e per kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, g CO₂ per kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, g CO₂e per kWh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridText</name>
    <message>
        <source>No credentials are entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter them in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credentials are not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them in the settings; nothing more is asked until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log-in ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next request logs in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan does not include this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider for it, or let another source answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the zone under “Mapping”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has no data at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again at the next refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has no such figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another signal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again when it allows that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the address; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not understand the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its address and the zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer cannot be right and was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good value stays until it says something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is a trial key: its values are made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a real key; made-up values are never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started with GREENWARD_OFFLINE=1, the program asks nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on to have it asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain of your desktop; the credentials may be in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed several times in a row and is left alone for %1; the last good values stay. Then it is tried once by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (zone %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:00–%2:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecasts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntensityText</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, g/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 g, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitText</name>
    <message>
        <source>unlimited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Scanning %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tasks under way</source>
        <translation>
            <numerusform>%n task under way</numerusform>
            <numerusform>%n tasks under way</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::console::Console</name>
    <message>
        <source>Making the sample estate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>800 small files, ten tenants, budgets, a plan and a move. It takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the sample estate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::AboutDialog</name>
    <message>
        <source>About Greenward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greenward %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon budgets, placement, verified migration and reports for multi-tenant storage. Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who did what, what followed from it, and the proof that the log is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;older rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command is written to the audit log before it takes effect, and shows here with who gave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit log &amp;only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the events that followed from the commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content of the row, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to see its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2, row %3 of the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, event %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The audit log is whole: all %n row(s) follow from one another.</source>
        <translation>
            <numerusform>The audit log is whole: its one row is right.</numerusform>
            <numerusform>The audit log is whole: all %n rows follow from one another.</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit log was changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older rows are being read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ApproveDialog</name>
    <message numerus="yes">
        <source>Approve %n object(s)</source>
        <translation>
            <numerusform>Approve %n object</numerusform>
            <numerusform>Approve %n objects</numerusform>
        </translation>
    </message>
    <message>
        <source>Each object is copied and verified by its hash. The sources are kept, so nothing is saved at rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A symbolic link to the new place is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small pointer file is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each object is copied and verified by its hash; then its source is deleted at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each object is copied and verified by its hash; its source is deleted %1 after the switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the decision; may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3; the others leave the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amounts below are of the whole batch; a part of it costs and saves in proportion to its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, written to the audit log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendDesk</name>
    <message>
        <source>Backend %1 was changed by somebody else since. Nothing was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Its %n catalogued object(s) are forgotten; the files themselves stay where they are. Adding it again needs a new scan.</source>
        <translation>
            <numerusform>Its %n catalogued object is forgotten; the file itself stays where it is. Adding it again needs a new scan.</numerusform>
            <numerusform>Its %n catalogued objects are forgotten; the files themselves stay where they are. Adding it again needs a new scan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The profile is no longer compared with. It holds no objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove backend %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backends (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n backend(s) imported.</source>
        <translation>
            <numerusform>%n backend imported.</numerusform>
            <numerusform>%n backends imported.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be reached now, so nobody saw whether they are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is what lies at %1 now the place of %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: place accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept a place without any object of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept empty place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place is known by its marker and its file system, and this is not the one it was. Say yes only if the disk was replaced or the marker removed on purpose; if a disk is not mounted, mount it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the objects that the catalogue has of it are there. The next scan counts them as gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendDetail</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE, WUE and renewable share: as entered by the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Renewable share: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE, WUE and renewable share: %1.%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE, WUE and renewable share: %1, %2.%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile is compared with, but not connected: nothing is stored there and nothing is moved to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never scanned: its objects are not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last scan %1: %2 new, %3 changed, %4 gone, %5 left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Not complete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backend selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a backend above to see how its score was computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green score %1 of 100; each part is kept between 0 and its maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Provisional (~): the grid intensity is not a live figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer figures exist: %1. Edit the backend to use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(2 − %1) × 100 × 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, counted as 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(1 − %1 ÷ 1000) × 100 × 0.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(2 − %1) × 100 × 0.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water (WUE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning now: %1 so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 W/TB × 730 h × %2 × PUE %3 × %4 ÷ 1000 = %5 CO₂e per TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data lies by law in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be deleted before its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal hold, nothing may leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendDialog</name>
    <message>
        <source>Edit backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory of the backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a cloud re&amp;gion…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the form with what a provider publishes about one of its regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as soon as name, region and figures are there and in their ranges.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendFields</name>
    <message>
        <source>Choose the directory that holds the objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a full path, which starts with /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no year from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, dot, dash and underscore: archive-se</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile is compared with, but nothing is stored there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the objects lie on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cloud region (eu-north-1), a grid zone (US-MIDA-PJM) or a country (SE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tenant of an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All objects belong to one tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That te&amp;nant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides the energy at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many replicas the backend keeps, 1 to 16, or shards like 10+4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility energy over IT energy, 1 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;WUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Litres per IT kWh; leave empty when unknown, which is not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rene&amp;wable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the electricity, 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share mea&amp;ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of different meaning are not strictly comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the source&apos;s w&amp;ords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the figures are from; leave empty when they are your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Year of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Price per GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its currency: 0.023 USD. Leave empty when unknown, which is not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a read waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data lies by law &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two letters of the country: SE. Empty: the country of the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;atitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees, north is positive: 59.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ongitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees, east is positive: 18.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be deleted before its time (&amp;WORM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met where a placement asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal &amp;hold: what lies here may not leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never a source of moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xclude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that are nobody&apos;s data, with all below them: default,*.tmp; or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default stands for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendImportDialog</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>field, old value, new value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, PUE %2, renewable %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1: %2 added, %3 changed, %4 stay as they are. Backends that are not named keep what they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the import changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendModel</name>
    <message>
        <source>renewable %1 of 40, intensity %2 of 30, PUE %3 of 20, water %4 of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Provisional: the grid intensity behind it is not a live one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile holds no objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown, which is not 0: it gives 5 of 10 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanning now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected backends hold objects; profiles are only compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of 100: renewable share up to 40, grid intensity 30, PUE 20, water 10. It ranks; it is no emission factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What physically counts: power at rest × 730 h × copies × PUE × grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon intensity of the region&apos;s electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the electricity, as claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility energy over IT energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Litres of water per IT kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas the backend keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the catalogue, as of the last scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the last complete scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of different meaning are not strictly comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the data lies by law: the residency, else the region&apos;s country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price/GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List price of keeping a decimal gigabyte for a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a read waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As entered by the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer figures exist: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the source&apos;s words: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown, which is not 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No residency is set, and the region&apos;s country is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residency, as set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country of its region; no residency is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown; it meets no ceiling.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendPreview</name>
    <message>
        <source>New score: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as soon as name, region and figures are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New score: %1 of 100, %2 CO₂e per TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable share %1 of 40, grid intensity %2 of 30, PUE %3 of 20, water %4 of 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~ The grid intensity is not a live one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendsPane</name>
    <message>
        <source>Compatibility: decisions rank by the formula as printed, without bounds, from −56 to 110. It is not the score shown below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score and physics disagree: %1 has the best green score (%2), but %3 emits least per TB-month (%4 against %5). The score counts claims such as certificates; the grams do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend in depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decides which backend is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions and moves &amp;rank by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backend is connected yet. The rows below are profiles of well-known places to compare with. Add a directory of this machine as a backend to see your own data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backend is a place where data lies or could lie: a directory of this machine, or a profile of a site to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BatchDetail</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapses %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• Grid at %1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net saving = saving at rest per year × years − own cost. It is attributed: no drive stops when bytes move, and a source counts as freed only once it is released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was this computed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a batch above to see its figures and its objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band is by how far the bytes travel: the network coefficient differs by a factor of about 50 between sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 CO₂e per year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to the budget of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BatchModel</name>
    <message>
        <source>%1 (%2–%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not begun: it waits for approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From → to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e of moving itself: expected, and the band by how far the bytes travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e over the policy&apos;s lifetime, own cost taken off; the pessimistic figure is in the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the saving has made good the own cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects switched to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it runs, at the present rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the plan or the approval lapses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own emissions booked to the tenant&apos;s budget so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetDetail</name>
    <message>
        <source>Unlimited: usage is recorded, nothing is delayed or rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is reached. Usage starts at zero again %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the present rate the limit is reached %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little was recorded in this period for a projection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the present rate %1 of %2 are used when the period ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e of this operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good the figure is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing booked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations of this tenant appear here as they are recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budget selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a tenant above to see how its allowance is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps not in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Four times in five between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little was recorded for a forecast; enough is expected %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, late %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed after the fact: the limit is that of the closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throttling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late: recorded after the period was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force when the period ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No period has ended yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was used in a period is kept here for good when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetDialog</name>
    <message>
        <source>Edit budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name the tenant has in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlimited: only record, never delay or reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the UTC calendar; usage starts at zero in each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Soft threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the limit from which operations are slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hard threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the limit above which operations are rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The soft threshold must not be above the hard one (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number of milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount with its unit: 750 g, 500 kg, 1.5 t; or 500 kg/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds an operation waits at the soft threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay u&amp;p to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds an operation waits at the hard limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % unless set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % unless set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 ms unless set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2000 ms unless set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hadow mode: count what would be delayed or rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything passes; the statistics show what enforcing would have meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetModel</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a limit it never does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used part of the limit in this period; the marks are the soft and the hard threshold and the projection to the period&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grams CO₂e booked in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grams CO₂e allowed in each period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the UTC calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When usage starts at zero again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tenant&apos;s operations meet now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an operation would wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the limit is reached at the present rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the limit from which operations are slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the limit above which operations are rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grams CO₂e admitted but not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations slowed down since the program started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations refused since the program started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow mode: everything passes, and what would have been delayed or rejected is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 in six hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e booked in steps of six hours; each row has a scale of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetTransfer</name>
    <message>
        <source>Export budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets (*.json *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) imported.</source>
        <translation>
            <numerusform>%n budget imported.</numerusform>
            <numerusform>%n budgets imported.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetsPage</name>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each tenant may emit in a period, what it has used, and when it will run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add budget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit budget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove budget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budgets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget slows a tenant down near its limit and stops it at the limit. Usage of tenants without one is recorded all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a tenant first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the budget of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget of %1 was changed by somebody else since. Nothing was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s)</source>
        <translation>
            <numerusform>%n budget</numerusform>
            <numerusform>%n budgets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n budget(s)?</source>
        <translation>
            <numerusform>Remove %n budget?</numerusform>
            <numerusform>Remove %n budgets?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing slows these tenants down or stops them any more. The %1 used in this period stay recorded, and further usage is recorded too. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommendation for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BulkBudgetDialog</name>
    <message numerus="yes">
        <source>Edit %n budget(s)</source>
        <translation>
            <numerusform>Edit %n budget</numerusform>
            <numerusform>Edit %n budgets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n budget(s)</source>
        <translation>
            <numerusform>Change %n budget</numerusform>
            <numerusform>Change %n budgets</numerusform>
        </translation>
    </message>
    <message>
        <source>each keeps its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount with its unit, 500 kg, or a change, +10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Soft threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the limit from which operations are slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hard threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the limit above which operations are rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enforce: delay and reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow: only count what would have been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::BurnDownChart</name>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a limit of %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used in this period %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % likely</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CandidateModel</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green score, of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Literal score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compatibility: the formula as printed, without bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What physically counts: power at rest × 730 h × copies × PUE × grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing, network and all months at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low to high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the total, under the lowest and highest published coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest, all months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price/GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional: the grid intensity is not a live one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown, which is not 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown; it meets no ceiling.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CatalogueDialog</name>
    <message>
        <source>No yearly average is published for this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published; a backend begins with the default 1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published, which is not 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published; a backend begins with 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud regions and what is published about them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility energy over IT energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Litres of water per IT kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the grid, yearly average, one set of figures for all providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n region(s). Choose one; its figures can be changed before the backend is added.</source>
        <translation>
            <numerusform>%n region. Choose it; its figures can be changed before the backend is added.</numerusform>
            <numerusform>%n regions. Choose one; its figures can be changed before the backend is added.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE is not published for this region: the default 1.5 is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ChartNavigation</name>
    <message>
        <source>Mouse: drag to go along, Ctrl+wheel to come nearer, Shift+wheel to go along, double click to show all, click a line to choose it.
Keyboard: ← → go along (with Shift by a whole screen), + and − come nearer and go away, 0 shows all, End goes to now, ↑ ↓ choose a line, comma and full stop move the reading line, Escape hides it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ChartPanel</name>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CleanHoursPane</name>
    <message>
        <source>Nobody can tell yet how good this forecast is: too few past ones are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ahead this forecast has been %2 off on average (%3 cases).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a region in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best time for a piece of work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the work takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many hours it has to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and has to be done within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a fixed daily window has cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hour of UTC at which the window begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>:00 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the window is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stored forecast of %1 covers such a span. Refresh asks for one; not every source has forecasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expected, %2 if the forecast is off the bad way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2, by the forecast of %3 issued %4. %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than a week of %1 is stored with every hour of that window. It is judged as soon as there is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % dirtier than the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % cleaner than the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as clean as the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 has meant %3 against a mean of %4, over %n day(s). Beginning at %5 it would have been %6.</source>
        <translation>
            <numerusform>%1 in %2 has meant %3 against a mean of %4, over %n day. Beginning at %5 it would have been %6.</numerusform>
            <numerusform>%1 in %2 has meant %3 against a mean of %4, over %n days. Beginning at %5 it would have been %6.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::ColdPane</name>
    <message>
        <source>Left out because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold data by tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the last plan left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every object of the tenant is in the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, target score %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last plan for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tenant is known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backend on the Placement page and scan it: its tenants and their cold data appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ColumnLayout</name>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CommandDialog</name>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page, tenant, backend or batch, or do something…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ComparePane</name>
    <message>
        <source>own figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green score, of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  of it renewable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  of it grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  of it PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  of it water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e per TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer figures exist: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backends to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two to six backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ marks the best of a row; “–” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ marks the best of a row; “–” is not known. No more than six at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, best of the row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CredentialDialog</name>
    <message>
        <source>In the &amp;keychain of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Until the console closes; ask at each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answers on this machine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked; the desktop may ask you to unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never in a file of Greenward&apos;s, and never in its logs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::CredentialsCard</name>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the keychain again, after it was unlocked elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source of grid data wants a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what is kept of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service manager decides these; change them there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 asks for is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what is kept of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greenward cannot ask %1 any more until you sign in again. What is stored of its figures stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of %1 is kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::DataTable</name>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter with Esc to see all rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::DecisionView</name>
    <message>
        <source>%1 ranks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backend meets the constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon a&amp;gainst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is beaten by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The winner against &amp;runner-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flips at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first value at which another one wins, all else the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would flip the choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single input flips it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change of one input within its range would make another one win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest footprint by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients and their sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other candidate to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate meets every constraint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out again from the kept inputs: the same order and figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out again from the kept inputs, order or figures differ. The rules of this version are other ones than those of then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 per TB-month</source>
        <comment>backend, grams</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What flips it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::DecisionsPane</name>
    <message>
        <source>%1 ~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional: not every grid intensity is a live one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate met the constraints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing, network and all months at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions are kept here with everything they rest on, so that each can be explained and worked out again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recompute &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the same question again with what is known now; nothing is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Recompute now” asks the same question again with what is known now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::FilterField</name>
    <message>
        <source>Filter the rows (/ or Ctrl+F); Esc clears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::FirstStart</name>
    <message>
        <source>Know the carbon of what you store, and cut it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greenward looks at your storage, scores each place by the electricity behind it, finds data nobody has touched for long, and moves it to a cleaner place once you approve. Every step is verified, and every gram is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a directory you keep data in, and where it stands. It is only read until you approve a move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten tenants on three generated backends, with budgets and a finished move. Marked as a sample, apart from your data, deleted with one click.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::Form</name>
    <message>
        <source>⚠ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::FrontierChart</name>
    <message>
        <source>beaten by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded (hollow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e per TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Not drawn, no price in one currency known: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not drawn, latency not known: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lower ranked one(s) are not drawn.</source>
        <translation>
            <numerusform>%n lower ranked one is not drawn.</numerusform>
            <numerusform>%n lower ranked ones are not drawn.</numerusform>
        </translation>
    </message>
    <message>
        <source>No candidate has a price. Edit a backend to tell its price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate&apos;s latency is known. Edit a backend to tell it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 CO₂e per TB-month, %3 per GB-month, latency %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody may be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beaten by nobody: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price per GB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frontier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first (diamond)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridChartPane</name>
    <message>
        <source>Average and marginal are different quantities and are not comparable; each has an axis of its own. The average is what all generation emits: budgets and reports count by it. The marginal is what one more kilowatt-hour would cause: it only advises on timing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average and marginal of one region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each region in a frame of its own, all on one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thick: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thin: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridModel</name>
    <message>
        <source>Not a yearly average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of different signals are never compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the figure came about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which rung of the fallback: live, last known, zone&apos;s or country&apos;s yearly average, default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who published the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year a yearly average is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone of Electricity Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 3166-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WattTime region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered backends in this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation with vintage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the backends name it; the box says whether the chart shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon intensity of electricity now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How old the moment is that a live figure is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not about a moment: an average of a year, or the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched by itself; no backend lies here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source has told anything about this region under this signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions appear here with the backends that lie in them. To look at one without a backend, watch it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridPage</name>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon intensity of electricity where your data lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh from sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a region…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export chart as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figures as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions compared now, by average, dirtiest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of %1 are saved. Refresh asks by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sources (%n in trouble)</source>
        <translation>
            <numerusform>Sources (%n in trouble)</numerusform>
            <numerusform>Sources (%n in trouble)</numerusform>
        </translation>
    </message>
    <message>
        <source>No region is in use. Add a backend, or watch a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a region in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region is ticked. Tick one in the table to draw it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud region, grid zone or country: DE, GB, us-east-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is watched now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources are being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no region to ask about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here for its backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a region first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import recorded signals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without a file reader</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridSourceDialog</name>
    <message>
        <source>“%1” is not a whole number from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https, or http on this machine only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is asked first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer &amp;counts for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked again before: 5m, 1h; from 10s to 1d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridTransfer</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import recorded signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signals (*.csv *.json *.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of %1 are new or changed.</source>
        <translation>
            <numerusform>%n value of %1 is new or changed.</numerusform>
            <numerusform>%n values of %1 are new or changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::ImportDialog</name>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1: %2 added, %3 changed, %4 stay as they are. Tenants that are not named keep what they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the import changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::IntensityChart</name>
    <message>
        <source>Keys and mouse of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 g, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unknown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Carbon intensity of %n region(s): %1</source>
        <translation>
            <numerusform>Carbon intensity of %n region: %1</numerusform>
            <numerusform>Carbon intensity of %n regions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::LimitEditor</name>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>750 g, 500 kg, 1.5 t, unlimited; or with its period: 500 kg/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n batch(es) need approval</source>
        <translation>
            <numerusform>%n batch needs approval</numerusform>
            <numerusform>%n batches need approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tenant(s) near the limit</source>
        <translation>
            <numerusform>%n tenant near the limit</numerusform>
            <numerusform>%n tenants near the limit</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects already moved stay where they are. The others stay at their source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the sample estate?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All generated sample files and their data directory are deleted: %1. Your own data are not touched. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::MappingPane</name>
    <message>
        <source>Save mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude, 52.52</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longitude, 13.40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was set here; the shipped tables count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An own site lies at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a region in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the region at the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of %1 at the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty follows the shipped tables, shown in grey. A source without a name for a region is never asked about it; a wrong name is an error, never a guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the zone at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not mapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::MessageBar</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::MoveModel</name>
    <message>
        <source>Not copied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its path inside the backend, the same at source and target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was skipped, waits or failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When its content last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the grace time, or the next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the content, once the copy is verified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::MovesPane</name>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No object of this batch is in the chosen state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which objects are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not moved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In grace: source still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone, waiting or failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::NamePicker</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::NavigationButton</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenants near their limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by moves, per year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cost of all moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid regions in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closest to their limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid intensity now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tenant(s)</source>
        <translation>
            <numerusform>%n tenant</numerusform>
            <numerusform>%n tenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected backend(s)</source>
        <translation>
            <numerusform>%n connected backend</numerusform>
            <numerusform>%n connected backends</numerusform>
        </translation>
    </message>
    <message>
        <source>No tenant has a budget yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n, all within budget</source>
        <translation>
            <numerusform>of %n, within budget</numerusform>
            <numerusform>of %n, all within budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped at the limit</source>
        <translation>
            <numerusform>%n stopped at the limit</numerusform>
            <numerusform>%n stopped at the limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n, being slowed down</source>
        <translation>
            <numerusform>of %n, being slowed down</numerusform>
            <numerusform>of %n, being slowed down</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No move has been completed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated, CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1 moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region is in use yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n on the default figure</source>
        <translation>
            <numerusform>%n on the default figure</numerusform>
            <numerusform>%n on the default figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not fresh</source>
        <translation>
            <numerusform>%n not fresh</numerusform>
            <numerusform>%n not fresh</numerusform>
        </translation>
    </message>
    <message>
        <source>all from published figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a tenant a carbon budget on the Budgets page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions appear with the first backend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saves %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>pays back in %n day(s)</source>
        <translation>
            <numerusform>pays back in %n day</numerusform>
            <numerusform>pays back in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan a batch on the Tiering page; it appears here until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanning now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanned %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a backend on the Placement page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::Page</name>
    <message>
        <source>The data directory is open read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::PlacementPage</name>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of your backends is the greenest place for data, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add backend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit backend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove backend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a backend first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not being scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backend is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add from a cloud region…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should data lie?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision %1 is recorded: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no backend meets the constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two to six backends, with Ctrl or Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the backends first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place is the one it had</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::PolicyDialog</name>
    <message>
        <source>“%1” is not a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backend is connected yet, so nothing can be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connected backend(s) reach this: %1</source>
        <translation>
            <numerusform>%n connected backend reaches this: %1</numerusform>
            <numerusform>%n connected backends reach this: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connected backend meets this target. The best is %1 with %2. A target of at most that, a greener backend, or better figures of it (PUE, renewable share) would change this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiering policy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan moves for this tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cold after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle for at least: 30d, 12h, 90m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Target score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Largest batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bigger objects are left out and reported: 10 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count savings &amp;over (years)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch that does not pay back in this time is not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it runs, once approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch &amp;hour (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of a window of two hours, 0 to 23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects at o&amp;nce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Respect the tenant&apos;s carbon budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the &amp;verified copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the source (move)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the source (copy only, saves nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers of the old path follow this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A symbolic link to the new place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small pointer file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grace time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source stays this long after the switch: 7d; 0 for none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::RecomputePanel</name>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked, excluded, not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e per TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At rest, per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide anew and record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same question still gives %1. Nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same question now gives %1 instead of %2. Nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the sources, at most 5 s…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::RegionBarsChart</name>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated (hatched)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default, may under-report (crossed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e per kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region is in use yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n region(s); highest %1 with %2, lowest %3 with %4 grams per kilowatt-hour</source>
        <translation>
            <numerusform>%n region; highest %1 with %2, lowest %3 with %4 grams per kilowatt-hour</numerusform>
            <numerusform>%n regions; highest %1 with %2, lowest %3 with %4 grams per kilowatt-hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::RegionTester</name>
    <message>
        <source>eu-north-1, US-MIDA-PJM or SE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a cloud region, a grid zone or a country code to see what it resolves to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::RehearsalPanel</name>
    <message>
        <source>It would not have happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂e avoided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods with rejections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rejection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of %1 recorded operation(s) this would have delayed %2 and rejected %3.</source>
        <translation>
            <numerusform>Of %1 recorded operation this would have delayed %2 and rejected %3.</numerusform>
            <numerusform>Of %1 recorded operations this would have delayed %2 and rejected %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On recorded history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the budget in force now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under what is typed above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the last %n day(s)</source>
        <translation>
            <numerusform>the last day</numerusform>
            <numerusform>the last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would this have done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse it on what was recorded before you save: nothing is changed by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is another one now: rehearse it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no change yet that could be rehearsed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ReportsPage</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emissions, CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location-based, exact sum of what was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From and to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own cost, CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emitted by the move itself, booked to the tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net saving, CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated over the lifetime, own cost taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures an auditor can trace to the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded in this period. Choose another one, or record usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emissions by tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emissions by operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No migration ended in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backend is connected, so no factor is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors and sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON documents (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to and with (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emissions, location-based</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it, own cost of moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to cleaner storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net saving of these moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends before it begins: choose a last day that is not before %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booked to the tenants&apos; budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated over their lifetime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s); market-based: not available</source>
        <translation>
            <numerusform>%1 record; market-based: not available</numerusform>
            <numerusform>%1 records; market-based: not available</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::ScanStrip</name>
    <message>
        <source>Cancel scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the scan of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning %1: %2, %3, %4/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ScorePartsChart</name>
    <message>
        <source>renewable share, of 40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid intensity, of 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE, of 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water, of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the green score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the backends to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>backend, score</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;another data directory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything done here is recorded in the audit log as done by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not clean; everything recorded was recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greenward %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of grid data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ShellMenus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open data directory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete the sample estate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tasks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compact navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Greenward…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for &amp;writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample estate is not open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ShortcutList</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table: copy rows with headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table: filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: clear and return to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::SmallMultiples</name>
    <message>
        <source>Regions one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 g, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: unknown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::SourcesPane</name>
    <message>
        <source>The last request went well, or none was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not asked over the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not answered since the program started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs no credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked at no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) since the start</source>
        <translation>
            <numerusform>%n request since the start</numerusform>
            <numerusform>%n requests since the start</numerusform>
        </translation>
    </message>
    <message>
        <source>an answer counts for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it can be asked and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kinds of figures it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower ones are asked first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests left of our own budget for this source, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of grid data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was started without any source of grid data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the source refused, by zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your account may not ask is listed here, by zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::StartPage</name>
    <message>
        <source>Another program is using this data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored state is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data directory was written by a newer Greenward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greenward may not use this data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data directory could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose another directory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the data directory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data directory: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::StatTile</name>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::StatusStrip</name>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory is open read-only: nothing can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are generated sample data, not yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data directory: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::TaskLine</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::TaskPanel</name>
    <message>
        <source>No scan or migration is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::TenantModel</name>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the catalogue, all backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle for longer than the policy&apos;s threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold, and on a backend below the target score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could move, size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as cold, which score a backend must reach, and how long sources stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::ThrottlePane</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count over a longer period: %1, with a limit of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow down earlier and more gently, from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow down more gently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admissions asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In shadow mode %1 would have been delayed by %2 in all, and %3 rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change is recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were delayed or rejected since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::TieringPage</name>
    <message>
        <source>Tiering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move cold data to greener backends: planned, approved by a person, verified, booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch waits or runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan one from a tenant&apos;s cold data: nothing moves before a person has approved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show cold data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches that are done, rejected or lapsed are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve selected objects…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release sources now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches that wait or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches that are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold data (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a tenant on the Cold data tab first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a batch first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not wait for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select objects of a batch that waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an approved, waiting or paused batch can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not approved, or over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is in its grace time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject batch %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept with the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel batch %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n source(s) before their grace time ends?</source>
        <translation>
            <numerusform>Delete %n source before its grace time ends?</numerusform>
            <numerusform>Delete %n sources before their grace time ends?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are deleted from %2. Each has a verified copy at the target. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %2, %1 are moved already and stay where they are now. Copies under way are taken back; the rest stays at its source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::WaterfallChart</name>
    <message>
        <source>There is no other candidate to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the winner gains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g CO₂e per TB-month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the axis begins at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <comment>backends</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::WhatIfForm</name>
    <message>
        <source>“%1” is no whole number from 1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All backends and profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected backends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those ticked below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates to tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;gnal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rank by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ountries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed ones: SE, NO. Empty: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most per GB-mont&amp;h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its currency: 0.02 USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lowest latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undeletable before its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None ticked: any medium will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As set: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no registered backend.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::WhatIfPane</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources are being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field of the question is not right yet. This is the answer to the last one that was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question cannot be answered yet; the field says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory is open read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the sources for fresh grid figures, for at most 5 s, then decides and keeps the decision with everything it rests on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to decide yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the sources, at most 5 s…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decide and record…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>greenward::ui::format</name>
    <message>
        <source>Budget set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch waits for its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch retried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources released early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation throttled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend connected or removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be accepted: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not known: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling; it may have been removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was refused: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be compared: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose figures of the same signal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a smaller amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program, or open it read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not changed, because the data directory is open read-only: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it for writing to make changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored state of %1 is damaged: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept aside, untouched. Restore a backup, or choose another data directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer Greenward: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Greenward to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not confirm that %1 was written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then open the data directory again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the directory or file exists and is mounted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission for %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant access to the user Greenward runs as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left for %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed meanwhile and was left alone: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again and plan anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of %1 is not identical and was discarded: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is untouched. Check the target disk before trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of a kind that is not handled: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was cancelled: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave an answer that cannot be right: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in Greenward itself at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with Help &gt; Copy diagnostics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 g CO₂e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 g/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 L/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a clean grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile, not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone, yearly average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country, yearly average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default from the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbolic link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointer file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the grid is clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signal, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CO₂ only, other gases not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (zone %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched, source kept for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releasing source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, source kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed, left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default, may under-report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not writable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 object(s)</source>
        <translation>
            <numerusform>%1 object</numerusform>
            <numerusform>%1 objects</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has too much to do at the moment: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over by the service manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until the console closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not entered; no keychain on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon footprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Literal formula (compatibility)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online (milliseconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearline (seconds to minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, matched over a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon-free energy, matched hour by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s fact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid&apos;s own mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between data centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewable share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water (WUE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are equal; the lower footprint, then the name decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>input, gain</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 emits %2 less per TB-month than %3: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads %2 by %3: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate meets every constraint: %1 excluded, %2 not rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ranks first by %2 under the %3 signal: score %4, %5 CO₂e per TB-month, %6 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional: not every grid intensity is a live one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With other published coefficients %1 would have the lowest footprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 from %3 to %4: %5 would be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: lowest is %2 with %3 per TB-month.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
