<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Audited</source>
        <translation>Protokolliert</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>In your time zone; the tool tip says UTC</source>
        <translation>In Ihrer Zeitzone; der Hinweis nennt UTC</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Audited: a command in the hash-chained log. Event: what followed</source>
        <translation>Protokolliert: ein Befehl im verketteten Prüfprotokoll. Ereignis: was daraus folgte</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>The person or program that asked</source>
        <translation>Person oder Programm, von dem es kam</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>SHA-256 over this row and the one before</source>
        <translation>SHA-256 über diese Zeile und die davor</translation>
    </message>
</context>
<context>
    <name>BatchText</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message numerus="yes">
        <source>%1 over %n year(s), at least %2</source>
        <translation>
            <numerusform>%1 in %n Jahr, mindestens %2</numerusform>
            <numerusform>%1 in %n Jahren, mindestens %2</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>binnen eines Tages</translation>
    </message>
    <message numerus="yes">
        <source>after %n day(s)</source>
        <translation>
            <numerusform>nach %n Tag</numerusform>
            <numerusform>nach %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>after %1 years</source>
        <translation>nach %1 Jahren</translation>
    </message>
</context>
<context>
    <name>CarbonScale</name>
    <message>
        <source>kt CO₂e</source>
        <translation>kt CO₂e</translation>
    </message>
    <message>
        <source>t CO₂e</source>
        <translation>t CO₂e</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>g CO₂e</source>
        <translation>g CO₂e</translation>
    </message>
    <message>
        <source>mg CO₂e</source>
        <translation>mg CO₂e</translation>
    </message>
</context>
<context>
    <name>EstateText</name>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>The first folder of its path</source>
        <translation>Der erste Ordner seines Pfads</translation>
    </message>
    <message>
        <source>The second folder of its path</source>
        <translation>Der zweite Ordner seines Pfads</translation>
    </message>
    <message>
        <source>The third folder of its path</source>
        <translation>Der dritte Ordner seines Pfads</translation>
    </message>
    <message>
        <source>Folder number %1 of its path</source>
        <translation>Ordner Nummer %1 seines Pfads</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1: %2; %3</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>cold after %1</source>
        <translation>kalt nach %1</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>copy only</source>
        <translation>nur Kopie</translation>
    </message>
    <message>
        <source>no grace</source>
        <translation>keine Schonfrist</translation>
    </message>
    <message>
        <source>grace %1</source>
        <translation>Schonfrist %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (defaults)</source>
        <translation>%1 (Vorgaben)</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>expected at the end of the period: %1</source>
        <translation>am Ende des Zeitraums erwartet: %1</translation>
    </message>
    <message>
        <source>slowed from %1</source>
        <translation>gebremst ab %1</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation>angehalten bei %1</translation>
    </message>
</context>
<context>
    <name>GridAdvice</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is paused. %2</source>
        <translation>%1 pausiert. %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Your plan at %1 does not include %2. Ask %1 for it, or let another source answer.</source>
        <translation>Ihr Vertrag mit %1 umfasst nicht: %2. Fragen Sie %1 danach, oder lassen Sie eine andere Quelle antworten.</translation>
    </message>
    <message>
        <source>Stale: the last value of %1 is from %2. It stays until something newer comes; Refresh asks now, and “Sources” tells what is wrong.</source>
        <translation>Veraltet: Der letzte Wert von %1 ist von %2. Er bleibt, bis Neueres kommt; „Quellen abfragen“ fragt jetzt, und „Quellen“ sagt, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Too old to be used: what was heard of %1. A yearly average or the default counts until somebody answers again.</source>
        <translation>Zu alt zum Rechnen: was über %1 bekannt war. Ein Jahresmittel oder der Vorgabewert gilt, bis wieder jemand antwortet.</translation>
    </message>
    <message>
        <source>Estimated only: nobody has measured %1; the dots are the provider&apos;s estimate. Reports say so too.</source>
        <translation>Nur geschätzt: Niemand hat %1 gemessen; die Punkte sind die Schätzung des Anbieters. Auch Berichte sagen das.</translation>
    </message>
    <message>
        <source>No source covers %1 under this signal. “Mapping” tells what it is called at each source.</source>
        <translation>Keine Quelle kennt %1 unter diesem Signal. „Zuordnung“ zeigt, wie jede Quelle die Region nennt.</translation>
    </message>
    <message>
        <source>No source of %1 figures is ready. Switch one on or enter its credentials under “Sources”.</source>
        <translation>Keine Quelle für dieses Signal (%1) ist bereit. Schalten Sie unter „Quellen“ eine ein, oder geben Sie ihre Zugangsdaten ein.</translation>
    </message>
    <message>
        <source>Nothing was heard of these regions yet. %1: %2. %3</source>
        <translation>Über diese Regionen ist noch nichts bekannt. %1: %2. %3</translation>
    </message>
    <message>
        <source>Nothing was heard of these regions yet. Refresh asks the sources now; “Mapping” tells what each of them calls a region.</source>
        <translation>Über diese Regionen ist noch nichts bekannt. „Quellen abfragen“ fragt jetzt; „Zuordnung“ zeigt, wie jede Quelle eine Region nennt.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The sources have answered.</source>
        <translation>Die Quellen haben geantwortet.</translation>
    </message>
    <message>
        <source>Nobody had anything new about %1. %2</source>
        <translation>Niemand hatte Neues über %1. %2</translation>
    </message>
</context>
<context>
    <name>GridLines</name>
    <message>
        <source>%1, zone %2</source>
        <translation>%1, Zone %2</translation>
    </message>
    <message>
        <source>%1, g CO₂ or CO₂e per kWh</source>
        <translation>%1, g CO₂ oder CO₂e je kWh</translation>
    </message>
    <message>
        <source>%1, g CO₂ per kWh</source>
        <translation>%1, g CO₂ je kWh</translation>
    </message>
    <message>
        <source>%1, g CO₂e per kWh</source>
        <translation>%1, g CO₂e je kWh</translation>
    </message>
</context>
<context>
    <name>GridText</name>
    <message>
        <source>No credentials are entered</source>
        <translation>Es sind keine Zugangsdaten eingegeben</translation>
    </message>
    <message>
        <source>Enter them in the settings.</source>
        <translation>Geben Sie sie in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The credentials are not accepted</source>
        <translation>Die Zugangsdaten werden nicht angenommen</translation>
    </message>
    <message>
        <source>Correct them in the settings; nothing more is asked until then.</source>
        <translation>Berichtigen Sie sie in den Einstellungen; bis dahin wird nichts mehr gefragt.</translation>
    </message>
    <message>
        <source>The log-in ran out</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>The next request logs in again.</source>
        <translation>Die nächste Anfrage meldet sich neu an.</translation>
    </message>
    <message>
        <source>Your plan does not include this</source>
        <translation>Ihr Vertrag umfasst das nicht</translation>
    </message>
    <message>
        <source>Ask the provider for it, or let another source answer.</source>
        <translation>Fragen Sie den Anbieter danach, oder lassen Sie eine andere Quelle antworten.</translation>
    </message>
    <message>
        <source>The provider does not know this zone</source>
        <translation>Der Anbieter kennt diese Zone nicht</translation>
    </message>
    <message>
        <source>Correct the zone under “Mapping”.</source>
        <translation>Berichtigen Sie die Zone unter „Zuordnung“.</translation>
    </message>
    <message>
        <source>The provider has no data at the moment</source>
        <translation>Der Anbieter hat zurzeit keine Daten</translation>
    </message>
    <message>
        <source>It is asked again at the next refresh.</source>
        <translation>Beim nächsten Abfragen wird wieder gefragt.</translation>
    </message>
    <message>
        <source>The provider has no such figures</source>
        <translation>Der Anbieter hat solche Werte nicht</translation>
    </message>
    <message>
        <source>Choose another signal.</source>
        <translation>Wählen Sie ein anderes Signal.</translation>
    </message>
    <message>
        <source>It was asked too often</source>
        <translation>Sie wurde zu oft gefragt</translation>
    </message>
    <message>
        <source>It is asked again when it allows that.</source>
        <translation>Sie wird wieder gefragt, sobald sie es erlaubt.</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>Sie antwortet nicht</translation>
    </message>
    <message>
        <source>Check the network and the address; it is tried again by itself.</source>
        <translation>Prüfen Sie Netz und Adresse; der nächste Versuch kommt von selbst.</translation>
    </message>
    <message>
        <source>It did not understand the request</source>
        <translation>Sie hat die Anfrage nicht verstanden</translation>
    </message>
    <message>
        <source>Check its address and the zone.</source>
        <translation>Prüfen Sie ihre Adresse und die Zone.</translation>
    </message>
    <message>
        <source>Its answer cannot be right and was refused</source>
        <translation>Ihre Antwort kann nicht stimmen und wurde abgelehnt</translation>
    </message>
    <message>
        <source>The last good value stays until it says something else.</source>
        <translation>Der letzte gute Wert bleibt, bis sie etwas anderes sagt.</translation>
    </message>
    <message>
        <source>The key is a trial key: its values are made up</source>
        <translation>Der Schlüssel ist ein Probeschlüssel: Seine Werte sind erfunden</translation>
    </message>
    <message>
        <source>Enter a real key; made-up values are never used.</source>
        <translation>Geben Sie einen echten Schlüssel ein; erfundene Werte werden nie verwendet.</translation>
    </message>
    <message>
        <source>The request was stopped</source>
        <translation>Die Anfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>Started with GREENWARD_OFFLINE=1, the program asks nobody.</source>
        <translation>Mit GREENWARD_OFFLINE=1 gestartet, fragt das Programm niemanden.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Trial key</source>
        <translation>Probeschlüssel</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Needs credentials</source>
        <translation>Braucht Zugangsdaten</translation>
    </message>
    <message>
        <source>Needs an address</source>
        <translation>Braucht eine Adresse</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Vergangenheit</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>renewable share</source>
        <translation>erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Switch it on to have it asked.</source>
        <translation>Schalten Sie sie ein, damit sie gefragt wird.</translation>
    </message>
    <message>
        <source>Unlock the keychain of your desktop; the credentials may be in it.</source>
        <translation>Entsperren Sie den Schlüsselbund Ihrer Arbeitsumgebung; die Zugangsdaten können darin sein.</translation>
    </message>
    <message>
        <source>Enter its address.</source>
        <translation>Geben Sie ihre Adresse ein.</translation>
    </message>
    <message>
        <source>It failed several times in a row and is left alone for %1; the last good values stay. Then it is tried once by itself.</source>
        <translation>Sie hat mehrmals nacheinander versagt und wird für %1 in Ruhe gelassen; die letzten guten Werte bleiben. Danach kommt von selbst ein Versuch.</translation>
    </message>
    <message>
        <source>%1 (zone %2)</source>
        <translation>%1 (Zone %2)</translation>
    </message>
    <message>
        <source>%1:00–%2:00 UTC</source>
        <translation>%1:00–%2:00 UTC</translation>
    </message>
    <message>
        <source>live values</source>
        <translation>aktuelle Werte</translation>
    </message>
    <message>
        <source>forecasts</source>
        <translation>Vorhersagen</translation>
    </message>
</context>
<context>
    <name>IntensityText</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>%1, g/kWh</source>
        <translation>%1, g/kWh</translation>
    </message>
    <message>
        <source>%1 g, %2</source>
        <translation>%1 g, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>LimitText</name>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Stromnetz</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Tiering</source>
        <translation>Verlagerung</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Batch %1: %2 to %3</source>
        <translation>Stapel %1: %2 nach %3</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Scanning %1</source>
        <translation>%1 wird gescannt</translation>
    </message>
    <message>
        <source>Batch %1: %2 to %3</source>
        <translation>Stapel %1: %2 nach %3</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks under way</source>
        <translation>
            <numerusform>%n Vorgang läuft</numerusform>
            <numerusform>%n Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>greenward::console::Console</name>
    <message>
        <source>Making the sample estate…</source>
        <translation>Die Beispielumgebung wird erzeugt …</translation>
    </message>
    <message>
        <source>800 small files, ten tenants, budgets, a plan and a move. It takes some seconds.</source>
        <translation>800 kleine Dateien, zehn Mandanten, Budgets, ein Plan und ein Umzug. Es dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Deleting the sample estate…</source>
        <translation>Die Beispielumgebung wird gelöscht …</translation>
    </message>
</context>
<context>
    <name>greenward::ui::AboutDialog</name>
    <message>
        <source>About Greenward</source>
        <translation>Über Greenward</translation>
    </message>
    <message>
        <source>Greenward %1</source>
        <translation>Greenward %1</translation>
    </message>
    <message>
        <source>Carbon budgets, placement, verified migration and reports for multi-tenant storage. Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>CO₂-Budgets, Platzierung, geprüfte Umzüge und Berichte für Speicher mit vielen Mandanten. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Who did what, what followed from it, and the proof that the log is whole</source>
        <translation>Wer was getan hat, was daraus folgte, und der Nachweis, dass das Protokoll vollständig ist</translation>
    </message>
    <message>
        <source>&amp;Verify chain</source>
        <translation>Kette &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Show &amp;older rows</source>
        <translation>Ä&amp;ltere Zeilen zeigen</translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation>Dieses Programm kann keine Dateien schreiben</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Every command is written to the audit log before it takes effect, and shows here with who gave it.</source>
        <translation>Jeder Befehl wird ins Prüfprotokoll geschrieben, bevor er wirkt, und steht hier mit dem, der ihn gab.</translation>
    </message>
    <message>
        <source>Audit log &amp;only</source>
        <translation>&amp;Nur Prüfprotokoll</translation>
    </message>
    <message>
        <source>Leave out the events that followed from the commands</source>
        <translation>Die Ereignisse weglassen, die aus den Befehlen folgten</translation>
    </message>
    <message>
        <source>Filter activity</source>
        <translation>Aktivität filtern</translation>
    </message>
    <message>
        <source>Content of the row, as JSON</source>
        <translation>Inhalt der Zeile als JSON</translation>
    </message>
    <message>
        <source>All rows are shown</source>
        <translation>Alle Zeilen werden gezeigt</translation>
    </message>
    <message>
        <source>No row selected</source>
        <translation>Keine Zeile ausgewählt</translation>
    </message>
    <message>
        <source>Select a row to see its content.</source>
        <translation>Wählen Sie eine Zeile, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, by %2, row %3 of the audit log</source>
        <translation>%1, von %2, Zeile %3 des Prüfprotokolls</translation>
    </message>
    <message>
        <source>%1, event %2</source>
        <translation>%1, Ereignis %2</translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation>Prüfsumme %1</translation>
    </message>
    <message>
        <source>Verification is under way</source>
        <translation>Die Prüfung läuft</translation>
    </message>
    <message numerus="yes">
        <source>The audit log is whole: all %n row(s) follow from one another.</source>
        <translation>
            <numerusform>Das Prüfprotokoll ist vollständig: die eine Zeile stimmt.</numerusform>
            <numerusform>Das Prüfprotokoll ist vollständig: alle %n Zeilen folgen auseinander.</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit log was changed: %1</source>
        <translation>Das Prüfprotokoll wurde verändert: %1</translation>
    </message>
    <message>
        <source>Export activity</source>
        <translation>Aktivität exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Older rows are being read</source>
        <translation>Ältere Zeilen werden gelesen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ApproveDialog</name>
    <message numerus="yes">
        <source>Approve %n object(s)</source>
        <translation>
            <numerusform>%n Objekt genehmigen</numerusform>
            <numerusform>%n Objekte genehmigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Each object is copied and verified by its hash. The sources are kept, so nothing is saved at rest.</source>
        <translation>Jedes Objekt wird kopiert und an seiner Prüfsumme geprüft. Die Quellen bleiben, also wird im Ruhezustand nichts gespart.</translation>
    </message>
    <message>
        <source>Nothing is left in its place.</source>
        <translation>An seiner Stelle bleibt nichts.</translation>
    </message>
    <message>
        <source>A symbolic link to the new place is left.</source>
        <translation>Ein symbolischer Link auf den neuen Ort bleibt.</translation>
    </message>
    <message>
        <source>A small pointer file is left.</source>
        <translation>Eine kleine Verweisdatei bleibt.</translation>
    </message>
    <message>
        <source>Each object is copied and verified by its hash; then its source is deleted at once.</source>
        <translation>Jedes Objekt wird kopiert und an seiner Prüfsumme geprüft; dann wird die Quelle sofort gelöscht.</translation>
    </message>
    <message>
        <source>Each object is copied and verified by its hash; its source is deleted %1 after the switch.</source>
        <translation>Jedes Objekt wird kopiert und an seiner Prüfsumme geprüft; die Quelle wird %1 nach der Umstellung gelöscht.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Approve batch %1</source>
        <translation>Stapel %1 genehmigen</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Anmerkung</translation>
    </message>
    <message>
        <source>Kept with the decision; may stay empty</source>
        <translation>Bleibt bei der Entscheidung; darf leer sein</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umzug</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>%1 of %2, %3; the others leave the batch</source>
        <translation>%1 von %2, %3; die übrigen verlassen den Stapel</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>The amounts below are of the whole batch; a part of it costs and saves in proportion to its size.</source>
        <translation>Die Mengen unten gelten für den ganzen Stapel; ein Teil kostet und spart im Verhältnis seiner Größe.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Own cost</source>
        <translation>Eigene Kosten</translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation>Nettoersparnis</translation>
    </message>
    <message>
        <source>Pays back</source>
        <translation>Amortisiert</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>%1, written to the audit log</source>
        <translation>%1, steht im Prüfprotokoll</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendDesk</name>
    <message>
        <source>Backend %1 was changed by somebody else since. Nothing was undone.</source>
        <translation>Backend %1 wurde inzwischen von jemand anderem geändert. Es wurde nichts zurückgenommen.</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1: erledigt.</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Änderung von %1</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation>Hinzufügen von %1</translation>
    </message>
    <message>
        <source>%1: saved.</source>
        <translation>%1: gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Its %n catalogued object(s) are forgotten; the files themselves stay where they are. Adding it again needs a new scan.</source>
        <translation>
            <numerusform>Sein eines katalogisiertes Objekt wird vergessen; die Datei selbst bleibt, wo sie ist. Nach erneutem Hinzufügen ist ein neuer Scan nötig.</numerusform>
            <numerusform>Seine %n katalogisierten Objekte werden vergessen; die Dateien selbst bleiben, wo sie sind. Nach erneutem Hinzufügen ist ein neuer Scan nötig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The profile is no longer compared with. It holds no objects.</source>
        <translation>Mit dem Profil wird nicht mehr verglichen. Es hält keine Objekte.</translation>
    </message>
    <message>
        <source>Remove backend %1?</source>
        <translation>Speicherort %1 entfernen?</translation>
    </message>
    <message>
        <source>Remove backend</source>
        <translation>Speicherort entfernen</translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <translation>Entfernen von %1</translation>
    </message>
    <message>
        <source>Export backends</source>
        <translation>Backends exportieren</translation>
    </message>
    <message>
        <source>Backends (*.json)</source>
        <translation>Backends (*.json)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Import backends</source>
        <translation>Backends importieren</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n backend(s) imported.</source>
        <translation>
            <numerusform>%n Backend importiert.</numerusform>
            <numerusform>%n Backends importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be reached now, so nobody saw whether they are there.</source>
        <translation>Er ist gerade nicht erreichbar; niemand hat gesehen, ob sie dort sind.</translation>
    </message>
    <message>
        <source>Is what lies at %1 now the place of %2?</source>
        <translation>Ist das, was jetzt unter %1 liegt, der Ort von %2?</translation>
    </message>
    <message>
        <source>Accept place</source>
        <translation>Ort annehmen</translation>
    </message>
    <message>
        <source>%1: place accepted.</source>
        <translation>%1: Ort angenommen.</translation>
    </message>
    <message>
        <source>Accept a place without any object of %1?</source>
        <translation>Einen Ort ohne ein Objekt von %1 annehmen?</translation>
    </message>
    <message>
        <source>Accept empty place</source>
        <translation>Leeren Ort annehmen</translation>
    </message>
    <message>
        <source>A place is known by its marker and its file system, and this is not the one it was. Say yes only if the disk was replaced or the marker removed on purpose; if a disk is not mounted, mount it instead.</source>
        <translation>Ein Ort wird an seiner Markierung und seinem Dateisystem erkannt, und dies ist nicht der von vorher. Nur bejahen, wenn die Platte absichtlich ersetzt oder die Markierung absichtlich entfernt wurde; ist eine Platte nicht eingehängt, dann stattdessen diese einhängen.</translation>
    </message>
    <message>
        <source>None of the objects that the catalogue has of it are there. The next scan counts them as gone.</source>
        <translation>Keines der Objekte, die der Katalog von ihm kennt, ist dort. Der nächste Scan zählt sie als verschwunden.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendDetail</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>PUE, WUE and renewable share: as entered by the operator.</source>
        <translation>PUE, WUE und erneuerbarer Anteil: wie vom Betreiber eingetragen.</translation>
    </message>
    <message>
        <source> Renewable share: %1.</source>
        <translation> Erneuerbarer Anteil: %1.</translation>
    </message>
    <message>
        <source>PUE, WUE and renewable share: %1.%2</source>
        <translation>PUE, WUE und erneuerbarer Anteil: %1.%2</translation>
    </message>
    <message>
        <source>PUE, WUE and renewable share: %1, %2.%3</source>
        <translation>PUE, WUE und erneuerbarer Anteil: %1, %2.%3</translation>
    </message>
    <message>
        <source>A profile is compared with, but not connected: nothing is stored there and nothing is moved to it.</source>
        <translation>Mit einem Profil wird nur verglichen: dort ist nichts gespeichert, und nichts zieht dorthin um.</translation>
    </message>
    <message>
        <source>Scanned %1.</source>
        <translation>Gescannt %1.</translation>
    </message>
    <message>
        <source>Never scanned: its objects are not known yet.</source>
        <translation>Nie gescannt: die Objekte sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Last scan %1: %2 new, %3 changed, %4 gone, %5 left alone.</source>
        <translation>Letzter Scan %1: %2 neu, %3 geändert, %4 verschwunden, %5 ausgelassen.</translation>
    </message>
    <message>
        <source> Not complete: %1</source>
        <translation> Unvollständig: %1</translation>
    </message>
    <message>
        <source>No backend selected</source>
        <translation>Kein Speicherort ausgewählt</translation>
    </message>
    <message>
        <source>Select a backend above to see how its score was computed.</source>
        <translation>Wählen Sie oben einen Speicherort, um zu sehen, wie sein Wert berechnet ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Green score %1 of 100; each part is kept between 0 and its maximum.</source>
        <translation>Grünwert %1 von 100; jeder Teil liegt zwischen 0 und seinem Höchstwert.</translation>
    </message>
    <message>
        <source>%1 Provisional (~): the grid intensity is not a live figure.</source>
        <translation>%1 Vorläufig (~): die Netzintensität ist kein aktueller Wert.</translation>
    </message>
    <message>
        <source>Newer figures exist: %1. Edit the backend to use them.</source>
        <translation>Es gibt neuere Werte: %1. Bearbeiten Sie den Speicherort, um sie zu nutzen.</translation>
    </message>
    <message>
        <source>Grid: %1</source>
        <translation>Stromnetz: %1</translation>
    </message>
    <message>
        <source>(2 − %1) × 100 × 0.1</source>
        <translation>(2 − %1) × 100 × 0.1</translation>
    </message>
    <message>
        <source>unknown, counted as 5</source>
        <translation>unbekannt, zählt als 5</translation>
    </message>
    <message>
        <source>Renewable share</source>
        <translation>Erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>%1 × 0.4</source>
        <translation>%1 × 0.4</translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation>Netzintensität</translation>
    </message>
    <message>
        <source>(1 − %1 ÷ 1000) × 100 × 0.3</source>
        <translation>(1 − %1 ÷ 1000) × 100 × 0.3</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>(2 − %1) × 100 × 0.2</source>
        <translation>(2 − %1) × 100 × 0.2</translation>
    </message>
    <message>
        <source>Water (WUE)</source>
        <translation>Wasser (WUE)</translation>
    </message>
    <message>
        <source>Scanning now: %1 so far.</source>
        <translation>Scan läuft: bisher %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 W/TB × 730 h × %2 × PUE %3 × %4 ÷ 1000 = %5 CO₂e per TB-month</source>
        <translation>%1 W/TB × 730 h × %2 × PUE %3 × %4 ÷ 1000 = %5 CO₂e je TB-Monat</translation>
    </message>
    <message>
        <source>%1 per GB-month</source>
        <translation>%1 je GB-Monat</translation>
    </message>
    <message>
        <source>latency: %1</source>
        <translation>Latenz: %1</translation>
    </message>
    <message>
        <source>data lies by law in %1</source>
        <translation>Daten liegen rechtlich in %1</translation>
    </message>
    <message>
        <source>at %1, %2</source>
        <translation>bei %1, %2</translation>
    </message>
    <message>
        <source>nothing can be deleted before its time</source>
        <translation>nichts kann vor seiner Zeit gelöscht werden</translation>
    </message>
    <message>
        <source>legal hold, nothing may leave</source>
        <translation>rechtliche Sperre, nichts darf fort</translation>
    </message>
    <message>
        <source>Terms: %1.</source>
        <translation>Bedingungen: %1.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendDialog</name>
    <message>
        <source>Edit backend</source>
        <translation>Speicherort bearbeiten</translation>
    </message>
    <message>
        <source>Add backend</source>
        <translation>Speicherort hinzufügen</translation>
    </message>
    <message>
        <source>Save backend</source>
        <translation>Speicherort sichern</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Directory of the backend</source>
        <translation>Verzeichnis des Speicherorts</translation>
    </message>
    <message>
        <source>Start from a cloud re&amp;gion…</source>
        <translation>Von einer Cloud-Re&amp;gion ausgehen…</translation>
    </message>
    <message>
        <source>Fills the form with what a provider publishes about one of its regions</source>
        <translation>Füllt das Formular mit dem, was ein Anbieter über eine seiner Regionen veröffentlicht</translation>
    </message>
    <message>
        <source>Shown as soon as name, region and figures are there and in their ranges.</source>
        <translation>Erscheint, sobald Name, Region und Werte da und in ihren Grenzen sind.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendFields</name>
    <message>
        <source>Choose the directory that holds the objects.</source>
        <translation>Wählen Sie das Verzeichnis mit den Objekten.</translation>
    </message>
    <message>
        <source>“%1” is not a full path, which starts with /.</source>
        <translation>„%1“ ist kein vollständiger Pfad; der beginnt mit /.</translation>
    </message>
    <message>
        <source>“%1” is no year from %2 to %3.</source>
        <translation>„%1“ ist kein Jahr von %2 bis %3.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Letters, digits, dot, dash and underscore: archive-se</source>
        <translation>Buchstaben, Ziffern, Punkt, Strich und Unterstrich: archiv-se</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>A profile is compared with, but nothing is stored there</source>
        <translation>Mit einem Profil wird nur verglichen, gespeichert wird dort nichts</translation>
    </message>
    <message>
        <source>&amp;Directory</source>
        <translation>&amp;Verzeichnis</translation>
    </message>
    <message>
        <source>Where the objects lie on this machine</source>
        <translation>Wo die Objekte auf diesem Rechner liegen</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>A cloud region (eu-north-1), a grid zone (US-MIDA-PJM) or a country (SE)</source>
        <translation>Eine Cloud-Region (eu-north-1), eine Netzzone (US-MIDA-PJM) oder ein Land (SE)</translation>
    </message>
    <message>
        <source>&amp;Tenant of an object</source>
        <translation>&amp;Mandant eines Objekts</translation>
    </message>
    <message>
        <source>All objects belong to one tenant</source>
        <translation>Alle Objekte gehören einem Mandanten</translation>
    </message>
    <message>
        <source>That te&amp;nant</source>
        <translation>Dieser Ma&amp;ndant</translation>
    </message>
    <message>
        <source>E&amp;xclude</source>
        <translation>Auss&amp;chließen</translation>
    </message>
    <message>
        <source>Names that are nobody&apos;s data, with all below them: default,*.tmp; or none</source>
        <translation>Namen, die niemandes Daten sind, samt allem darunter: default,*.tmp; oder none</translation>
    </message>
    <message>
        <source>default stands for %1</source>
        <translation>default steht für %1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>&amp;Medium</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>Decides the energy at rest</source>
        <translation>Bestimmt die Energie im Ruhezustand</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Kopien</translation>
    </message>
    <message>
        <source>How many replicas the backend keeps, 1 to 16, or shards like 10+4</source>
        <translation>Wie viele Kopien das Backend hält, 1 bis 16, oder Teile wie 10+4</translation>
    </message>
    <message>
        <source>&amp;PUE</source>
        <translation>&amp;PUE</translation>
    </message>
    <message>
        <source>Facility energy over IT energy, 1 to 10</source>
        <translation>Energie des Rechenzentrums durch Energie der IT, 1 bis 10</translation>
    </message>
    <message>
        <source>&amp;WUE</source>
        <translation>&amp;WUE</translation>
    </message>
    <message>
        <source>Litres per IT kWh; leave empty when unknown, which is not 0</source>
        <translation>Liter je IT-kWh; leer lassen, wenn unbekannt, das ist nicht 0</translation>
    </message>
    <message>
        <source>Rene&amp;wable share</source>
        <translation>&amp;Erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>Percent of the electricity, 0 to 100</source>
        <translation>Prozent des Stroms, 0 bis 100</translation>
    </message>
    <message>
        <source>Share mea&amp;ns</source>
        <translation>A&amp;nteil bedeutet</translation>
    </message>
    <message>
        <source>Shares of different meaning are not strictly comparable</source>
        <translation>Anteile verschiedener Bedeutung sind nicht streng vergleichbar</translation>
    </message>
    <message>
        <source>In the source&apos;s w&amp;ords</source>
        <translation>In den W&amp;orten der Quelle</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>Q&amp;uelle</translation>
    </message>
    <message>
        <source>Where the figures are from; leave empty when they are your own</source>
        <translation>Woher die Werte sind; leer lassen, wenn es eigene sind</translation>
    </message>
    <message>
        <source>&amp;Year of the source</source>
        <translation>&amp;Jahr der Quelle</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>&amp;Price per GB-month</source>
        <translation>&amp;Preis je GB und Monat</translation>
    </message>
    <message>
        <source>With its currency: 0.023 USD. Leave empty when unknown, which is not 0</source>
        <translation>Mit Währung: 0.023 USD. Leer lassen, wenn unbekannt; das ist nicht 0</translation>
    </message>
    <message>
        <source>&amp;Latency</source>
        <translation>&amp;Latenz</translation>
    </message>
    <message>
        <source>How long a read waits</source>
        <translation>Wie lange ein Lesezugriff wartet</translation>
    </message>
    <message>
        <source>Data lies by law &amp;in</source>
        <translation>Daten liegen rechtlich &amp;in</translation>
    </message>
    <message>
        <source>Two letters of the country: SE. Empty: the country of the region</source>
        <translation>Zwei Buchstaben des Landes: SE. Leer: das Land der Region</translation>
    </message>
    <message>
        <source>L&amp;atitude</source>
        <translation>B&amp;reite</translation>
    </message>
    <message>
        <source>Degrees, north is positive: 59.3</source>
        <translation>Grad, Norden ist positiv: 59.3</translation>
    </message>
    <message>
        <source>L&amp;ongitude</source>
        <translation>Län&amp;ge</translation>
    </message>
    <message>
        <source>Degrees, east is positive: 18.1</source>
        <translation>Grad, Osten ist positiv: 18.1</translation>
    </message>
    <message>
        <source>Nothing can be deleted before its time (&amp;WORM)</source>
        <translation>Nichts kann vor seiner Zeit gelöscht werden (&amp;WORM)</translation>
    </message>
    <message>
        <source>Met where a placement asks for it</source>
        <translation>Erfüllt, wo eine Platzierung danach fragt</translation>
    </message>
    <message>
        <source>Legal &amp;hold: what lies here may not leave</source>
        <translation>Rechtliche Sperre: was &amp;hier liegt, darf nicht fort</translation>
    </message>
    <message>
        <source>Never a source of moves</source>
        <translation>Nie Quelle von Verlagerungen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendImportDialog</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>field, old value, new value</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1, PUE %2, renewable %3, %4</source>
        <translation>%1, PUE %2, erneuerbar %3, %4</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Import backends</source>
        <translation>Backends importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>From %1: %2 added, %3 changed, %4 stay as they are. Backends that are not named keep what they have.</source>
        <translation>Aus %1: %2 neu, %3 geändert, %4 bleiben, wie sie sind. Nicht genannte Backends behalten, was sie haben.</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>What the import changes</source>
        <translation>Was der Import ändert</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendModel</name>
    <message>
        <source>renewable %1 of 40, intensity %2 of 30, PUE %3 of 20, water %4 of 10</source>
        <translation>erneuerbar %1 von 40, Intensität %2 von 30, PUE %3 von 20, Wasser %4 von 10</translation>
    </message>
    <message>
        <source>%1. Provisional: the grid intensity behind it is not a live one.</source>
        <translation>%1. Vorläufig: die Netzintensität dahinter ist nicht aktuell.</translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation>%1 ~</translation>
    </message>
    <message>
        <source>A profile holds no objects.</source>
        <translation>Ein Profil hält keine Objekte.</translation>
    </message>
    <message>
        <source>Unknown, which is not 0: it gives 5 of 10 points.</source>
        <translation>Unbekannt, das ist nicht 0: es gibt 5 von 10 Punkten.</translation>
    </message>
    <message>
        <source>scanning now</source>
        <translation>wird gescannt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Connected backends hold objects; profiles are only compared with</source>
        <translation>Angeschlossene Speicherorte halten Objekte; mit Profilen wird nur verglichen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Green score</source>
        <translation>Grünwert</translation>
    </message>
    <message>
        <source>Of 100: renewable share up to 40, grid intensity 30, PUE 20, water 10. It ranks; it is no emission factor.</source>
        <translation>Von 100: erneuerbarer Anteil bis 40, Netzintensität 30, PUE 20, Wasser 10. Er ordnet; er ist kein Emissionsfaktor.</translation>
    </message>
    <message>
        <source>g CO₂e/TB-month</source>
        <translation>g CO₂e/TB-Monat</translation>
    </message>
    <message>
        <source>What physically counts: power at rest × 730 h × copies × PUE × grid intensity</source>
        <translation>Was physikalisch zählt: Ruheleistung × 730 h × Kopien × PUE × Netzintensität</translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation>g CO₂e/kWh</translation>
    </message>
    <message>
        <source>Carbon intensity of the region&apos;s electricity</source>
        <translation>CO₂-Intensität des Stroms der Region</translation>
    </message>
    <message>
        <source>Renewable</source>
        <translation>Erneuerbar</translation>
    </message>
    <message>
        <source>Share of the electricity, as claimed</source>
        <translation>Anteil am Strom, wie angegeben</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>Facility energy over IT energy</source>
        <translation>Energie des Rechenzentrums durch Energie der IT</translation>
    </message>
    <message>
        <source>WUE</source>
        <translation>WUE</translation>
    </message>
    <message>
        <source>Litres of water per IT kWh</source>
        <translation>Liter Wasser je IT-kWh</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Replicas the backend keeps</source>
        <translation>Kopien, die der Speicherort hält</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>In the catalogue, as of the last scan</source>
        <translation>Im Katalog, Stand des letzten Scans</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Letzter Scan</translation>
    </message>
    <message>
        <source>End of the last complete scan</source>
        <translation>Ende des letzten vollständigen Scans</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Share means</source>
        <translation>Anteil bedeutet</translation>
    </message>
    <message>
        <source>Shares of different meaning are not strictly comparable</source>
        <translation>Anteile verschiedener Bedeutung sind nicht streng vergleichbar</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Where the data lies by law: the residency, else the region&apos;s country</source>
        <translation>Wo die Daten rechtlich liegen: der angegebene Ort, sonst das Land der Region</translation>
    </message>
    <message>
        <source>Price/GB-month</source>
        <translation>Preis/GB-Monat</translation>
    </message>
    <message>
        <source>List price of keeping a decimal gigabyte for a month</source>
        <translation>Listenpreis dafür, ein dezimales Gigabyte einen Monat lang aufzubewahren</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>How long a read waits</source>
        <translation>Wie lange ein Lesezugriff wartet</translation>
    </message>
    <message>
        <source>As entered by the operator.</source>
        <translation>Wie vom Betreiber eingegeben.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Newer figures exist: %1.</source>
        <translation>Es gibt neuere Werte: %1.</translation>
    </message>
    <message>
        <source>Means: %1.</source>
        <translation>Bedeutet: %1.</translation>
    </message>
    <message>
        <source>In the source&apos;s words: %1.</source>
        <translation>In den Worten der Quelle: %1.</translation>
    </message>
    <message>
        <source>Unknown, which is not 0.</source>
        <translation>Unbekannt; das ist nicht 0.</translation>
    </message>
    <message>
        <source>No residency is set, and the region&apos;s country is not known.</source>
        <translation>Kein Ort ist angegeben, und das Land der Region ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Residency, as set.</source>
        <translation>Ort, wie angegeben.</translation>
    </message>
    <message>
        <source>The country of its region; no residency is set.</source>
        <translation>Das Land der Region; kein eigener Ort ist angegeben.</translation>
    </message>
    <message>
        <source>Unknown; it meets no ceiling.</source>
        <translation>Unbekannt; erfüllt keine Obergrenze.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendPreview</name>
    <message>
        <source>New score: %1</source>
        <translation>Neue Punktzahl: %1</translation>
    </message>
    <message>
        <source>Shown as soon as name, region and figures are there.</source>
        <translation>Erscheint, sobald Name, Region und Werte da sind.</translation>
    </message>
    <message>
        <source>New score: %1 of 100, %2 CO₂e per TB-month</source>
        <translation>Neue Punktzahl: %1 von 100, %2 CO₂e je TB-Monat</translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation>%1 ~</translation>
    </message>
    <message>
        <source>Renewable share %1 of 40, grid intensity %2 of 30, PUE %3 of 20, water %4 of 10.</source>
        <translation>Erneuerbarer Anteil %1 von 40, Netzintensität %2 von 30, PUE %3 von 20, Wasser %4 von 10.</translation>
    </message>
    <message>
        <source>Before: %1 and %2.</source>
        <translation>Vorher: %1 und %2.</translation>
    </message>
    <message>
        <source>~ The grid intensity is not a live one.</source>
        <translation>~ Die Netzintensität ist kein aktueller Wert.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BackendsPane</name>
    <message>
        <source>Compatibility: decisions rank by the formula as printed, without bounds, from −56 to 110. It is not the score shown below.</source>
        <translation>Kompatibilität: Entscheidungen ordnen nach der Formel, wie sie gedruckt ist, ohne Grenzen, von −56 bis 110. Das ist nicht die Punktzahl, die unten steht.</translation>
    </message>
    <message>
        <source>Score and physics disagree: %1 has the best green score (%2), but %3 emits least per TB-month (%4 against %5). The score counts claims such as certificates; the grams do not.</source>
        <translation>Wert und Physik widersprechen sich: %1 hat den besten Grünwert (%2), aber %3 stößt je TB-Monat am wenigsten aus (%4 gegen %5). Der Wert zählt Angaben wie Zertifikate mit; die Gramm nicht.</translation>
    </message>
    <message>
        <source>Backend in depth</source>
        <translation>Speicherort im Einzelnen</translation>
    </message>
    <message>
        <source>What decides which backend is best</source>
        <translation>Was entscheidet, welches Backend das beste ist</translation>
    </message>
    <message>
        <source>Decisions and moves &amp;rank by</source>
        <translation>Entscheidungen und Verlagerungen &amp;ordnen nach</translation>
    </message>
    <message>
        <source>Backends</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Filter backends</source>
        <translation>Speicherorte filtern</translation>
    </message>
    <message>
        <source>No backend is connected yet. The rows below are profiles of well-known places to compare with. Add a directory of this machine as a backend to see your own data.</source>
        <translation>Noch ist kein Speicherort angeschlossen. Die Zeilen unten sind Profile bekannter Orte zum Vergleich. Fügen Sie ein Verzeichnis dieses Rechners als Speicherort hinzu, um Ihre eigenen Daten zu sehen.</translation>
    </message>
    <message>
        <source>There are no backends</source>
        <translation>Es gibt keine Backends</translation>
    </message>
    <message>
        <source>A backend is a place where data lies or could lie: a directory of this machine, or a profile of a site to compare with.</source>
        <translation>Ein Backend ist ein Ort, an dem Daten liegen oder liegen könnten: ein Verzeichnis dieses Rechners oder ein Profil eines Standorts zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BatchDetail</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Planned %1 by %2.</source>
        <translation>Geplant %1 von %2.</translation>
    </message>
    <message>
        <source>Decided %1 by %2.</source>
        <translation>Entschieden %1 von %2.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Anmerkung: %1</translation>
    </message>
    <message>
        <source>Lapses %1.</source>
        <translation>Verfällt %1.</translation>
    </message>
    <message>
        <source>• Grid at %1: %2, %3</source>
        <translation>• Stromnetz bei %1: %2, %3</translation>
    </message>
    <message>
        <source>Net saving = saving at rest per year × years − own cost. It is attributed: no drive stops when bytes move, and a source counts as freed only once it is released.</source>
        <translation>Nettoersparnis = Ersparnis im Ruhezustand je Jahr × Jahre − eigene Kosten. Sie ist zugerechnet: kein Laufwerk hält an, wenn Daten umziehen, und eine Quelle zählt erst als frei, wenn sie freigegeben ist.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Own cost</source>
        <translation>Eigene Kosten</translation>
    </message>
    <message>
        <source>Saving at rest</source>
        <translation>Ersparnis im Ruhezustand</translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation>Nettoersparnis</translation>
    </message>
    <message>
        <source>Pays back</source>
        <translation>Amortisiert</translation>
    </message>
    <message>
        <source>Booked so far</source>
        <translation>Bisher gebucht</translation>
    </message>
    <message>
        <source>Objects by state</source>
        <translation>Objekte nach Zustand</translation>
    </message>
    <message>
        <source>How was this computed?</source>
        <translation>Wie ist das berechnet?</translation>
    </message>
    <message>
        <source>No batch selected</source>
        <translation>Kein Stapel ausgewählt</translation>
    </message>
    <message>
        <source>Select a batch above to see its figures and its objects.</source>
        <translation>Wählen Sie oben einen Stapel, um seine Zahlen und Objekte zu sehen.</translation>
    </message>
    <message>
        <source>Batch %1 of %2: %3</source>
        <translation>Stapel %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Errors (%1)</source>
        <translation>Fehler (%1)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The band is by how far the bytes travel: the network coefficient differs by a factor of about 50 between sources.</source>
        <translation>Die Spanne kommt vom Weg der Daten: der Netzkoeffizient unterscheidet sich je nach Quelle etwa um den Faktor 50.</translation>
    </message>
    <message>
        <source>%1 CO₂e per year</source>
        <translation>%1 CO₂e im Jahr</translation>
    </message>
    <message>
        <source>%1, to the budget of %2</source>
        <translation>%1, dem Budget von %2</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>Plan %1</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BatchModel</name>
    <message>
        <source>%1 (%2–%3)</source>
        <translation>%1 (%2–%3)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>It has not begun: it waits for approval.</source>
        <translation>Noch nicht begonnen: er wartet auf Genehmigung.</translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>Er läuft nicht.</translation>
    </message>
    <message>
        <source>Nobody has decided yet.</source>
        <translation>Noch hat niemand entschieden.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>Von → nach</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Own cost</source>
        <translation>Eigene Kosten</translation>
    </message>
    <message>
        <source>CO₂e of moving itself: expected, and the band by how far the bytes travel</source>
        <translation>CO₂e des Umzugs selbst: erwartet, und die Spanne je nach Weg der Daten</translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation>Nettoersparnis</translation>
    </message>
    <message>
        <source>CO₂e over the policy&apos;s lifetime, own cost taken off; the pessimistic figure is in the detail</source>
        <translation>CO₂e über die Laufzeit der Richtlinie, eigene Kosten abgezogen; der vorsichtige Wert steht in den Einzelheiten</translation>
    </message>
    <message>
        <source>Pays back</source>
        <translation>Amortisiert</translation>
    </message>
    <message>
        <source>When the saving has made good the own cost</source>
        <translation>Wann die Ersparnis die eigenen Kosten wettgemacht hat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Objects switched to the target</source>
        <translation>Auf das Ziel umgestellte Objekte</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>While it runs</source>
        <translation>Während er läuft</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>While it runs, at the present rate</source>
        <translation>Während er läuft, bei jetzigem Durchsatz</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>Geplant von</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>Verfällt</translation>
    </message>
    <message>
        <source>When the plan or the approval lapses</source>
        <translation>Wann Plan oder Genehmigung verfällt</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Own emissions booked to the tenant&apos;s budget so far</source>
        <translation>Eigene Emissionen, die dem Budget des Mandanten bisher gebucht sind</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetDetail</name>
    <message>
        <source>Unlimited: usage is recorded, nothing is delayed or rejected.</source>
        <translation>Unbegrenzt: der Verbrauch wird erfasst, nichts wird verzögert oder abgelehnt.</translation>
    </message>
    <message>
        <source>The limit is reached. Usage starts at zero again %1.</source>
        <translation>Die Grenze ist erreicht. Der Verbrauch beginnt %1 wieder bei null.</translation>
    </message>
    <message>
        <source>At the present rate the limit is reached %1 (%2).</source>
        <translation>Beim jetzigen Verbrauch ist die Grenze %1 erreicht (%2).</translation>
    </message>
    <message>
        <source>Too little was recorded in this period for a projection.</source>
        <translation>In diesem Zeitraum wurde zu wenig erfasst, um hochzurechnen.</translation>
    </message>
    <message>
        <source>At the present rate %1 of %2 are used when the period ends.</source>
        <translation>Beim jetzigen Verbrauch sind am Ende des Zeitraums %1 von %2 verbraucht.</translation>
    </message>
    <message>
        <source>Used in this period</source>
        <translation>In diesem Zeitraum verbraucht</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>CO₂e of this operation</source>
        <translation>CO₂e dieses Vorgangs</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>How good the figure is</source>
        <translation>Wie gut der Wert ist</translation>
    </message>
    <message>
        <source>Recent operations</source>
        <translation>Letzte Vorgänge</translation>
    </message>
    <message>
        <source>Nothing booked yet</source>
        <translation>Noch nichts gebucht</translation>
    </message>
    <message>
        <source>Operations of this tenant appear here as they are recorded.</source>
        <translation>Vorgänge dieses Mandanten erscheinen hier, sobald sie erfasst sind.</translation>
    </message>
    <message>
        <source>No budget selected</source>
        <translation>Kein Budget ausgewählt</translation>
    </message>
    <message>
        <source>Select a tenant above to see how its allowance is used.</source>
        <translation>Wählen Sie oben einen Mandanten, um den Verbrauch seines Budgets zu sehen.</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>Nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>perhaps not in this period</source>
        <translation>vielleicht nicht in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1 Four times in five between %2 and %3.</source>
        <translation>%1 In vier von fünf Fällen zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>Too little was recorded for a forecast; enough is expected %1.</source>
        <translation>Für eine Prognose wurde zu wenig erfasst; genug wird %1 erwartet.</translation>
    </message>
    <message>
        <source>%1, late %2</source>
        <translation>%1, verspätet %2</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>Über der Grenze</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Closed after the fact: the limit is that of the closing</source>
        <translation>Nachträglich abgeschlossen: die Grenze ist die beim Abschluss</translation>
    </message>
    <message>
        <source>Throttling</source>
        <translation>Drosselung</translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation>Abgeschlossene Zeiträume</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Late: recorded after the period was closed</source>
        <translation>Verspätet: nach dem Abschluss des Zeitraums erfasst</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>In force when the period ended</source>
        <translation>In Kraft, als der Zeitraum endete</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>No period has ended yet</source>
        <translation>Noch ist kein Zeitraum zu Ende</translation>
    </message>
    <message>
        <source>What was used in a period is kept here for good when it ends.</source>
        <translation>Was in einem Zeitraum verbraucht wurde, bleibt hier nach seinem Ende dauerhaft erhalten.</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Zeiträume</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetDialog</name>
    <message>
        <source>Edit budget</source>
        <translation>Budget bearbeiten</translation>
    </message>
    <message>
        <source>Add budget</source>
        <translation>Budget hinzufügen</translation>
    </message>
    <message>
        <source>Save budget</source>
        <translation>Budget sichern</translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation>&amp;Mandant</translation>
    </message>
    <message>
        <source>The name the tenant has in the catalogue</source>
        <translation>Der Name des Mandanten im Katalog</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Grenze</translation>
    </message>
    <message>
        <source>&amp;Unlimited: only record, never delay or reject</source>
        <translation>&amp;Unbegrenzt: nur erfassen, nie verzögern oder ablehnen</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>Of the UTC calendar; usage starts at zero in each</source>
        <translation>Des UTC-Kalenders; der Verbrauch beginnt in jedem bei null</translation>
    </message>
    <message>
        <source>&amp;Soft threshold</source>
        <translation>&amp;Weiche Schwelle</translation>
    </message>
    <message>
        <source>Percent of the limit from which operations are slowed down</source>
        <translation>Prozent der Grenze, ab denen Vorgänge gebremst werden</translation>
    </message>
    <message>
        <source>&amp;Hard threshold</source>
        <translation>&amp;Harte Schwelle</translation>
    </message>
    <message>
        <source>Percent of the limit above which operations are rejected</source>
        <translation>Prozent der Grenze, über denen Vorgänge abgelehnt werden</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The soft threshold must not be above the hard one (%1).</source>
        <translation>Die weiche Schwelle darf nicht über der harten liegen (%1).</translation>
    </message>
    <message>
        <source>“%1” is not a number of milliseconds.</source>
        <translation>„%1“ ist keine Zahl von Millisekunden.</translation>
    </message>
    <message>
        <source>An amount with its unit: 750 g, 500 kg, 1.5 t; or 500 kg/month</source>
        <translation>Eine Menge mit Einheit: 750 g, 500 kg, 1,5 t; oder 500 kg/Monat</translation>
    </message>
    <message>
        <source>Delay &amp;from</source>
        <translation>Verzögerung &amp;von</translation>
    </message>
    <message>
        <source>Milliseconds an operation waits at the soft threshold</source>
        <translation>Millisekunden, die ein Vorgang an der weichen Schwelle wartet</translation>
    </message>
    <message>
        <source>Delay u&amp;p to</source>
        <translation>Verzögerung &amp;bis</translation>
    </message>
    <message>
        <source>Milliseconds an operation waits at the hard limit</source>
        <translation>Millisekunden, die ein Vorgang an der harten Grenze wartet</translation>
    </message>
    <message>
        <source>80 % unless set</source>
        <translation>80 %, wenn nichts gesetzt ist</translation>
    </message>
    <message>
        <source>100 % unless set</source>
        <translation>100 %, wenn nichts gesetzt ist</translation>
    </message>
    <message>
        <source>100 ms unless set</source>
        <translation>100 ms, wenn nichts gesetzt ist</translation>
    </message>
    <message>
        <source>2000 ms unless set</source>
        <translation>2000 ms, wenn nichts gesetzt ist</translation>
    </message>
    <message>
        <source>S&amp;hadow mode: count what would be delayed or rejected</source>
        <translation>S&amp;chattenbetrieb: zählen, was verzögert oder abgelehnt würde</translation>
    </message>
    <message>
        <source>Everything passes; the statistics show what enforcing would have meant.</source>
        <translation>Alles wird zugelassen; die Statistik zeigt, was das Durchsetzen bewirkt hätte.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>Without a limit it never does.</source>
        <translation>Ohne Grenze nie.</translation>
    </message>
    <message>
        <source>not in this period</source>
        <translation>nicht in diesem Zeitraum</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Used part of the limit in this period; the marks are the soft and the hard threshold and the projection to the period&apos;s end</source>
        <translation>Verbrauchter Teil der Grenze in diesem Zeitraum; die Marken sind weiche und harte Schwelle und die Hochrechnung auf das Ende</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Grams CO₂e booked in this period</source>
        <translation>In diesem Zeitraum gebuchte Gramm CO₂e</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Grams CO₂e allowed in each period</source>
        <translation>Je Zeitraum erlaubte Gramm CO₂e</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Of the UTC calendar</source>
        <translation>Des UTC-Kalenders</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>When usage starts at zero again</source>
        <translation>Wann der Verbrauch wieder bei null beginnt</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What the tenant&apos;s operations meet now</source>
        <translation>Was den Vorgängen des Mandanten jetzt geschieht</translation>
    </message>
    <message>
        <source>Delay now</source>
        <translation>Verzögerung jetzt</translation>
    </message>
    <message>
        <source>What an operation would wait</source>
        <translation>Was ein Vorgang warten würde</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Erschöpft</translation>
    </message>
    <message>
        <source>When the limit is reached at the present rate</source>
        <translation>Wann die Grenze beim jetzigen Verbrauch erreicht ist</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Percent of the limit from which operations are slowed down</source>
        <translation>Prozent der Grenze, ab denen Vorgänge gebremst werden</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>Percent of the limit above which operations are rejected</source>
        <translation>Prozent der Grenze, über denen Vorgänge abgelehnt werden</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Grams CO₂e admitted but not settled yet</source>
        <translation>Zugelassene, noch nicht abgerechnete Gramm CO₂e</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Operations slowed down since the program started</source>
        <translation>Seit Programmstart gebremste Vorgänge</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Operations refused since the program started</source>
        <translation>Seit Programmstart abgelehnte Vorgänge</translation>
    </message>
    <message>
        <source>Shadow mode: everything passes, and what would have been delayed or rejected is counted</source>
        <translation>Schattenbetrieb: Alles wird zugelassen, und was verzögert oder abgelehnt worden wäre, wird gezählt</translation>
    </message>
    <message>
        <source>At most %1 in six hours</source>
        <translation>Höchstens %1 in sechs Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>CO₂e booked in steps of six hours; each row has a scale of its own</source>
        <translation>Gebuchtes CO₂e in Schritten von sechs Stunden; jede Zeile hat ihren eigenen Maßstab</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>counted only</source>
        <translation>nur gezählt</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetTransfer</name>
    <message>
        <source>Export budgets</source>
        <translation>Budgets exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv);;JSON (*.json)</source>
        <translation>Tabellen (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>Import budgets</source>
        <translation>Budgets importieren</translation>
    </message>
    <message>
        <source>Budgets (*.json *.csv)</source>
        <translation>Budgets (*.json *.csv)</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) imported.</source>
        <translation>
            <numerusform>%n Budget importiert.</numerusform>
            <numerusform>%n Budgets importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BudgetsPage</name>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>What each tenant may emit in a period, what it has used, and when it will run out</source>
        <translation>Was jeder Mandant je Zeitraum ausstoßen darf, was verbraucht ist und wann es zu Ende geht</translation>
    </message>
    <message>
        <source>Add budget…</source>
        <translation>Budget hinzufügen …</translation>
    </message>
    <message>
        <source>Edit budget…</source>
        <translation>Budget bearbeiten …</translation>
    </message>
    <message>
        <source>Remove budget…</source>
        <translation>Budget entfernen …</translation>
    </message>
    <message>
        <source>No budgets yet</source>
        <translation>Noch keine Budgets</translation>
    </message>
    <message>
        <source>A budget slows a tenant down near its limit and stops it at the limit. Usage of tenants without one is recorded all the same.</source>
        <translation>Ein Budget bremst einen Mandanten nahe seiner Grenze und hält ihn an der Grenze an. Verbrauch von Mandanten ohne Budget wird ebenso erfasst.</translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation>Budgets filtern</translation>
    </message>
    <message>
        <source>Select a tenant first</source>
        <translation>Wählen Sie zuerst einen Mandanten</translation>
    </message>
    <message>
        <source>%1 has no budget</source>
        <translation>%1 hat kein Budget</translation>
    </message>
    <message>
        <source>Remove the budget of %1?</source>
        <translation>Das Budget von %1 entfernen?</translation>
    </message>
    <message>
        <source>Change limit</source>
        <translation>Grenze ändern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>The budget of %1 was changed by somebody else since. Nothing was undone.</source>
        <translation>Das Budget von %1 wurde inzwischen von jemand anderem geändert. Nichts wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1: saved.</source>
        <translation>%1: gespeichert.</translation>
    </message>
    <message>
        <source>Undo “%1”</source>
        <translation>„%1“ rückgängig machen</translation>
    </message>
    <message>
        <source>Redo “%1”</source>
        <translation>„%1“ wiederholen</translation>
    </message>
    <message>
        <source>Nothing was changed here yet</source>
        <translation>Hier wurde noch nichts geändert</translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation>Nichts wurde rückgängig gemacht</translation>
    </message>
    <message>
        <source>Budget of %1</source>
        <translation>Budget von %1</translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation>Grenze von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s)</source>
        <translation>
            <numerusform>%n Budget</numerusform>
            <numerusform>%n Budgets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n budget(s)?</source>
        <translation>
            <numerusform>%n Budget entfernen?</numerusform>
            <numerusform>%n Budgets entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing slows these tenants down or stops them any more. The %1 used in this period stay recorded, and further usage is recorded too. It can be undone.</source>
        <translation>Nichts bremst oder stoppt diese Mandanten mehr. Die in diesem Zeitraum verbrauchten %1 bleiben erfasst, und weiterer Verbrauch wird ebenfalls erfasst. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Recommendation for %1</source>
        <translation>Empfehlung für %1</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation>Dieses Programm wurde ohne Dateischreiber gebaut</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BulkBudgetDialog</name>
    <message numerus="yes">
        <source>Edit %n budget(s)</source>
        <translation>
            <numerusform>%n Budget bearbeiten</numerusform>
            <numerusform>%n Budgets bearbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n budget(s)</source>
        <translation>
            <numerusform>%n Budget ändern</numerusform>
            <numerusform>%n Budgets ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>each keeps its own</source>
        <translation>jedes behält das eigene</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Grenze</translation>
    </message>
    <message>
        <source>An amount with its unit, 500 kg, or a change, +10 %</source>
        <translation>Eine Menge mit Einheit, 500 kg, oder eine Änderung, +10 %</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Soft threshold</source>
        <translation>&amp;Weiche Schwelle</translation>
    </message>
    <message>
        <source>Percent of the limit from which operations are slowed down</source>
        <translation>Prozent der Grenze, ab denen Vorgänge gebremst werden</translation>
    </message>
    <message>
        <source>&amp;Hard threshold</source>
        <translation>&amp;Harte Schwelle</translation>
    </message>
    <message>
        <source>Percent of the limit above which operations are rejected</source>
        <translation>Prozent der Grenze, über denen Vorgänge abgelehnt werden</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>&amp;Modus</translation>
    </message>
    <message>
        <source>Enforce: delay and reject</source>
        <translation>Durchsetzen: verzögern und ablehnen</translation>
    </message>
    <message>
        <source>Shadow: only count what would have been</source>
        <translation>Schatten: nur zählen, was gewesen wäre</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::BurnDownChart</name>
    <message>
        <source>used</source>
        <translation>verbraucht</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>hochgerechnet</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>soft mark</source>
        <translation>weiche Marke</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>time, UTC</source>
        <translation>Zeit, UTC</translation>
    </message>
    <message>
        <source>until (UTC)</source>
        <translation>bis (UTC)</translation>
    </message>
    <message>
        <source>used, %1</source>
        <translation>verbraucht, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>of a limit of %1 %2</source>
        <translation>von einer Grenze von %1 %2</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>%1 used in this period %2</source>
        <translation>%1 in diesem Zeitraum verbraucht %2</translation>
    </message>
    <message>
        <source>expected, %1</source>
        <translation>erwartet, %1</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>80 % likely</source>
        <translation>zu 80 % wahrscheinlich</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CandidateModel</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Green score, of 100</source>
        <translation>Grünpunkte, von 100</translation>
    </message>
    <message>
        <source>Literal score</source>
        <translation>Wörtliche Punkte</translation>
    </message>
    <message>
        <source>Compatibility: the formula as printed, without bounds</source>
        <translation>Kompatibilität: die Formel, wie sie gedruckt ist, ohne Grenzen</translation>
    </message>
    <message>
        <source>g CO₂e/TB-month</source>
        <translation>g CO₂e/TB-Monat</translation>
    </message>
    <message>
        <source>What physically counts: power at rest × 730 h × copies × PUE × grid intensity</source>
        <translation>Was physikalisch zählt: Ruheleistung × 730 h × Kopien × PUE × Netzintensität</translation>
    </message>
    <message>
        <source>Total CO₂e</source>
        <translation>CO₂e gesamt</translation>
    </message>
    <message>
        <source>Writing, network and all months at rest</source>
        <translation>Schreiben, Netz und alle Monate in Ruhe</translation>
    </message>
    <message>
        <source>Low to high</source>
        <translation>Von bis</translation>
    </message>
    <message>
        <source>Of the total, under the lowest and highest published coefficients</source>
        <translation>Der Summe, unter den niedrigsten und höchsten veröffentlichten Koeffizienten</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Rest/month</source>
        <translation>Ruhe/Monat</translation>
    </message>
    <message>
        <source>Rest, all months</source>
        <translation>Ruhe, alle Monate</translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation>g CO₂e/kWh</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Price/GB-month</source>
        <translation>Preis/GB-Monat</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ranks first</source>
        <translation>Steht vorn</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>Alternative</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation>%1 ~</translation>
    </message>
    <message>
        <source>Provisional: the grid intensity is not a live one.</source>
        <translation>Vorläufig: Die Netzintensität ist kein aktueller Wert.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Unknown, which is not 0.</source>
        <translation>Unbekannt; das ist nicht 0.</translation>
    </message>
    <message>
        <source>Unknown; it meets no ceiling.</source>
        <translation>Unbekannt; erfüllt keine Obergrenze.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CatalogueDialog</name>
    <message>
        <source>No yearly average is published for this place.</source>
        <translation>Für diesen Ort ist kein Jahresmittel veröffentlicht.</translation>
    </message>
    <message>
        <source>Not published; a backend begins with the default 1.5.</source>
        <translation>Nicht veröffentlicht; ein Backend beginnt mit dem Vorgabewert 1,5.</translation>
    </message>
    <message>
        <source>Not published, which is not 0.</source>
        <translation>Nicht veröffentlicht; das ist nicht 0.</translation>
    </message>
    <message>
        <source>Not published; a backend begins with 0.</source>
        <translation>Nicht veröffentlicht; ein Backend beginnt mit 0.</translation>
    </message>
    <message>
        <source>Cloud regions and what is published about them</source>
        <translation>Cloud-Regionen und was über sie veröffentlicht ist</translation>
    </message>
    <message>
        <source>Filter regions</source>
        <translation>Regionen filtern</translation>
    </message>
    <message>
        <source>Use this region</source>
        <translation>Diese Region verwenden</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>Facility energy over IT energy</source>
        <translation>Energie des Rechenzentrums durch Energie der IT</translation>
    </message>
    <message>
        <source>WUE</source>
        <translation>WUE</translation>
    </message>
    <message>
        <source>Litres of water per IT kWh</source>
        <translation>Liter Wasser je IT-kWh</translation>
    </message>
    <message>
        <source>Renewable</source>
        <translation>Erneuerbar</translation>
    </message>
    <message>
        <source>Share means</source>
        <translation>Anteil bedeutet</translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation>g CO₂e/kWh</translation>
    </message>
    <message>
        <source>Of the grid, yearly average, one set of figures for all providers</source>
        <translation>Des Netzes, Jahresmittel, dieselbe Quelle für alle Anbieter</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Cloud regions</source>
        <translation>Cloud-Regionen</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s). Choose one; its figures can be changed before the backend is added.</source>
        <translation>
            <numerusform>%n Region. Wählen Sie eine; ihre Werte lassen sich ändern, bevor das Backend hinzugefügt wird.</numerusform>
            <numerusform>%n Regionen. Wählen Sie eine; ihre Werte lassen sich ändern, bevor das Backend hinzugefügt wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>PUE is not published for this region: the default 1.5 is filled in.</source>
        <translation>Für diese Region ist keine PUE veröffentlicht: Der Vorgabewert 1,5 wird eingetragen.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ChartNavigation</name>
    <message>
        <source>Mouse: drag to go along, Ctrl+wheel to come nearer, Shift+wheel to go along, double click to show all, click a line to choose it.
Keyboard: ← → go along (with Shift by a whole screen), + and − come nearer and go away, 0 shows all, End goes to now, ↑ ↓ choose a line, comma and full stop move the reading line, Escape hides it.</source>
        <translation>Maus: Ziehen verschiebt, Strg+Rad holt näher heran, Umschalt+Rad verschiebt, Doppelklick zeigt alles, ein Klick auf eine Linie wählt sie.
Tastatur: ← → verschieben (mit Umschalt um einen ganzen Ausschnitt), + und − holen heran und entfernen, 0 zeigt alles, Ende geht zu jetzt, ↑ ↓ wählen eine Linie, Komma und Punkt bewegen die Ableselinie, Escape blendet sie aus.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ChartPanel</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CleanHoursPane</name>
    <message>
        <source>Nobody can tell yet how good this forecast is: too few past ones are stored.</source>
        <translation>Wie gut diese Vorhersage ist, lässt sich noch nicht sagen: Zu wenige frühere sind gespeichert.</translation>
    </message>
    <message>
        <source>%1 h ahead this forecast has been %2 off on average (%3 cases).</source>
        <translation>%1 h im Voraus lag diese Vorhersage im Mittel um %2 daneben (%3 Fälle).</translation>
    </message>
    <message>
        <source>Choose a region in the table.</source>
        <translation>Wählen Sie in der Tabelle eine Region.</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Best time for a piece of work</source>
        <translation>Beste Zeit für eine Arbeit</translation>
    </message>
    <message>
        <source>How long the work takes</source>
        <translation>Wie lange die Arbeit dauert</translation>
    </message>
    <message>
        <source>In how many hours it has to be done</source>
        <translation>In wie vielen Stunden sie getan sein muss</translation>
    </message>
    <message>
        <source>It takes</source>
        <translation>Sie dauert</translation>
    </message>
    <message>
        <source>and has to be done within</source>
        <translation>und muss fertig sein binnen</translation>
    </message>
    <message>
        <source>What a fixed daily window has cost</source>
        <translation>Was ein festes tägliches Fenster gekostet hat</translation>
    </message>
    <message>
        <source>The hour of UTC at which the window begins</source>
        <translation>Die Stunde (UTC), zu der das Fenster beginnt</translation>
    </message>
    <message>
        <source>:00 UTC</source>
        <translation>:00 UTC</translation>
    </message>
    <message>
        <source>How long the window is</source>
        <translation>Wie lang das Fenster ist</translation>
    </message>
    <message>
        <source>Every day from</source>
        <translation>Täglich ab</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>No stored forecast of %1 covers such a span. Refresh asks for one; not every source has forecasts.</source>
        <translation>Keine gespeicherte Vorhersage für %1 deckt eine solche Spanne ab. „Quellen abfragen“ holt eine; nicht jede Quelle hat Vorhersagen.</translation>
    </message>
    <message>
        <source>%1–%2 UTC</source>
        <translation>%1–%2 UTC</translation>
    </message>
    <message>
        <source>%1 expected, %2 if the forecast is off the bad way</source>
        <translation>%1 erwartet, %2, falls die Vorhersage zum Schlechten abweicht</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 erwartet</translation>
    </message>
    <message>
        <source>%1 in %2, by the forecast of %3 issued %4. %5</source>
        <translation>%1 in %2, nach der Vorhersage von %3, ausgegeben %4. %5</translation>
    </message>
    <message>
        <source>Less than a week of %1 is stored with every hour of that window. It is judged as soon as there is enough.</source>
        <translation>Von %1 ist weniger als eine Woche mit jeder Stunde dieses Fensters gespeichert. Sobald es genug ist, wird geurteilt.</translation>
    </message>
    <message>
        <source>%1 % dirtier than the mean</source>
        <translation>%1 % schmutziger als das Mittel</translation>
    </message>
    <message>
        <source>%1 % cleaner than the mean</source>
        <translation>%1 % sauberer als das Mittel</translation>
    </message>
    <message>
        <source>as clean as the mean</source>
        <translation>so sauber wie das Mittel</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 has meant %3 against a mean of %4, over %n day(s). Beginning at %5 it would have been %6.</source>
        <translation>
            <numerusform>%1 in %2 hieß an %n Tag %3 gegenüber einem Mittel von %4. Mit Beginn um %5 wären es %6 gewesen.</numerusform>
            <numerusform>%1 in %2 hieß an %n Tagen %3 gegenüber einem Mittel von %4. Mit Beginn um %5 wären es %6 gewesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::ColdPane</name>
    <message>
        <source>Left out because</source>
        <translation>Ausgelassen, weil</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cold data by tenant</source>
        <translation>Kalte Daten nach Mandant</translation>
    </message>
    <message>
        <source>What the last plan left out</source>
        <translation>Was der letzte Plan ausließ</translation>
    </message>
    <message>
        <source>Nothing was left out</source>
        <translation>Nichts wurde ausgelassen</translation>
    </message>
    <message>
        <source>Every object of the tenant is in the batch.</source>
        <translation>Jedes Objekt des Mandanten ist im Stapel.</translation>
    </message>
    <message>
        <source>%1, target score %2: %3</source>
        <translation>%1, Zielwert %2: %3</translation>
    </message>
    <message>
        <source>Last plan for %1</source>
        <translation>Letzter Plan für %1</translation>
    </message>
    <message>
        <source>No tenant is known yet</source>
        <translation>Noch ist kein Mandant bekannt</translation>
    </message>
    <message>
        <source>Add a backend on the Placement page and scan it: its tenants and their cold data appear here.</source>
        <translation>Fügen Sie auf der Seite „Platzierung“ einen Speicherort hinzu und scannen Sie ihn: seine Mandanten und ihre kalten Daten erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ColumnLayout</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CommandDialog</name>
    <message>
        <source>Saving…</source>
        <translation>Wird gesichert …</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Go to a page, tenant, backend or batch, or do something…</source>
        <translation>Zu Seite, Mandant, Speicherort oder Stapel gehen oder etwas tun …</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ComparePane</name>
    <message>
        <source>own figures</source>
        <translation>eigene Werte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Green score, of 100</source>
        <translation>Grünpunkte, von 100</translation>
    </message>
    <message>
        <source>%1 ~</source>
        <translation>%1 ~</translation>
    </message>
    <message>
        <source>  of it renewable share</source>
        <translation>  davon erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>  of it grid intensity</source>
        <translation>  davon Netzintensität</translation>
    </message>
    <message>
        <source>  of it PUE</source>
        <translation>  davon PUE</translation>
    </message>
    <message>
        <source>  of it water</source>
        <translation>  davon Wasser</translation>
    </message>
    <message>
        <source>CO₂e per TB-month</source>
        <translation>CO₂e je TB-Monat</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>WUE</source>
        <translation>WUE</translation>
    </message>
    <message>
        <source>Renewable share</source>
        <translation>Erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>Share means</source>
        <translation>Anteil bedeutet</translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation>Netzintensität</translation>
    </message>
    <message>
        <source>  from</source>
        <translation>  von</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Price per GB-month</source>
        <translation>Preis je GB-Monat</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Source of the figures</source>
        <translation>Quelle der Werte</translation>
    </message>
    <message>
        <source>Newer figures exist: %1.</source>
        <translation>Es gibt neuere Werte: %1.</translation>
    </message>
    <message>
        <source>Backends to compare</source>
        <translation>Backends zum Vergleichen</translation>
    </message>
    <message>
        <source>Figures side by side</source>
        <translation>Werte nebeneinander</translation>
    </message>
    <message>
        <source>Two to six backends</source>
        <translation>Zwei bis sechs Backends</translation>
    </message>
    <message>
        <source>Tick at least two.</source>
        <translation>Haken Sie mindestens zwei an.</translation>
    </message>
    <message>
        <source>✓ marks the best of a row; “–” is not known.</source>
        <translation>✓ kennzeichnet das Beste einer Zeile; „–“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>✓ marks the best of a row; “–” is not known. No more than six at once.</source>
        <translation>✓ kennzeichnet das Beste einer Zeile; „–“ ist nicht bekannt. Nicht mehr als sechs zugleich.</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1, best of the row</source>
        <translation>%1, das Beste der Zeile</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CredentialDialog</name>
    <message>
        <source>In the &amp;keychain of this machine</source>
        <translation>Im &amp;Schlüsselbund dieses Rechners</translation>
    </message>
    <message>
        <source>&amp;Until the console closes; ask at each start</source>
        <translation>&amp;Bis zum Schließen der Konsole; bei jedem Start fragen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>%1 wird gebraucht.</translation>
    </message>
    <message>
        <source>Where to keep it</source>
        <translation>Wo es aufbewahrt wird</translation>
    </message>
    <message>
        <source>No keychain answers on this machine: %1</source>
        <translation>Kein Schlüsselbund antwortet auf diesem Rechner: %1</translation>
    </message>
    <message>
        <source>The keychain is locked; the desktop may ask you to unlock it.</source>
        <translation>Der Schlüsselbund ist gesperrt; der Desktop fragt vielleicht, ob Sie ihn entsperren.</translation>
    </message>
    <message>
        <source>Never in a file of Greenward&apos;s, and never in its logs.</source>
        <translation>Nie in einer Datei von Greenward und nie in seinen Protokollen.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::CredentialsCard</name>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Asks the keychain again, after it was unlocked elsewhere</source>
        <translation>Fragt den Schlüsselbund noch einmal, nachdem er anderswo entsperrt wurde</translation>
    </message>
    <message>
        <source>No source of grid data wants a password.</source>
        <translation>Keine Quelle von Netzdaten will ein Passwort.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove what is kept of %1</source>
        <translation>Entfernen, was von %1 aufbewahrt wird</translation>
    </message>
    <message>
        <source>The service manager decides these; change them there</source>
        <translation>Das entscheidet der Dienstverwalter; ändern Sie es dort</translation>
    </message>
    <message>
        <source>What %1 asks for is kept.</source>
        <translation>Was %1 verlangt, ist aufbewahrt.</translation>
    </message>
    <message>
        <source>Remove what is kept of %1?</source>
        <translation>Entfernen, was von %1 aufbewahrt wird?</translation>
    </message>
    <message>
        <source>Greenward cannot ask %1 any more until you sign in again. What is stored of its figures stays.</source>
        <translation>Greenward kann %1 nicht mehr fragen, bis Sie sich wieder anmelden. Was von seinen Werten gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>Nothing of %1 is kept any more.</source>
        <translation>Von %1 ist nichts mehr aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::DataTable</name>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Zeilen als CSV kopieren</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear the filter with Esc to see all rows.</source>
        <translation>Mit Esc den Filter leeren, um alle Zeilen zu sehen.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::DecisionView</name>
    <message>
        <source>%1 ranks first</source>
        <translation>%1 steht vorn</translation>
    </message>
    <message>
        <source>%1 was chosen</source>
        <translation>%1 wurde gewählt</translation>
    </message>
    <message>
        <source>No backend meets the constraints</source>
        <translation>Kein Backend erfüllt die Bedingungen</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation>Koeffizienten</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Carbon a&amp;gainst</source>
        <translation>Kohlenstoff &amp;gegen</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Who is beaten by nobody</source>
        <translation>Wen niemand schlägt</translation>
    </message>
    <message>
        <source>The winner against &amp;runner-up</source>
        <translation>Das erste gegen das &amp;nächste</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Of backend</source>
        <translation>Von Backend</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Flips at</source>
        <translation>Kippt bei</translation>
    </message>
    <message>
        <source>The first value at which another one wins, all else the same</source>
        <translation>Der erste Wert, bei dem ein anderes vorn liegt, wenn sonst alles gleich bleibt</translation>
    </message>
    <message>
        <source>Then wins</source>
        <translation>Dann vorn</translation>
    </message>
    <message>
        <source>What would flip the choice</source>
        <translation>Was die Wahl kippen würde</translation>
    </message>
    <message>
        <source>No single input flips it</source>
        <translation>Keine einzelne Eingabe kippt es</translation>
    </message>
    <message>
        <source>No change of one input within its range would make another one win.</source>
        <translation>Keine Änderung einer einzelnen Eingabe innerhalb ihrer Grenzen brächte ein anderes nach vorn.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value and source</source>
        <translation>Wert und Quelle</translation>
    </message>
    <message>
        <source>Lowest footprint by it</source>
        <translation>Damit am wenigsten Ausstoß</translation>
    </message>
    <message>
        <source>Coefficients and their sources</source>
        <translation>Koeffizienten und ihre Quellen</translation>
    </message>
    <message>
        <source>There is no other candidate to compare with.</source>
        <translation>Es gibt keinen anderen Kandidaten zum Vergleichen.</translation>
    </message>
    <message>
        <source>No candidate meets every constraint.</source>
        <translation>Kein Kandidat erfüllt alle Bedingungen.</translation>
    </message>
    <message>
        <source>Worked out again from the kept inputs: the same order and figures.</source>
        <translation>Aus den aufbewahrten Eingaben neu errechnet: dieselbe Ordnung, dieselben Werte.</translation>
    </message>
    <message>
        <source>Worked out again from the kept inputs, order or figures differ. The rules of this version are other ones than those of then.</source>
        <translation>Aus den aufbewahrten Eingaben neu errechnet weichen Ordnung oder Werte ab. Die Regeln dieser Version sind andere als die von damals.</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>%1, %2 per TB-month</source>
        <comment>backend, grams</comment>
        <translation>%1, %2 je TB-Monat</translation>
    </message>
    <message>
        <source>%1: the same</source>
        <translation>%1: dasselbe</translation>
    </message>
    <message>
        <source>%1: another one</source>
        <translation>%1: ein anderes</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What flips it</source>
        <translation>Was es kippt</translation>
    </message>
</context>
<context>
    <name>greenward::ui::DecisionsPane</name>
    <message>
        <source>%1 ~</source>
        <translation>%1 ~</translation>
    </message>
    <message>
        <source>Provisional: not every grid intensity is a live one.</source>
        <translation>Vorläufig: Nicht jede Netzintensität ist ein aktueller Wert.</translation>
    </message>
    <message>
        <source>No candidate met the constraints.</source>
        <translation>Kein Kandidat erfüllte die Bedingungen.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>g CO₂e/TB-month</source>
        <translation>g CO₂e/TB-Monat</translation>
    </message>
    <message>
        <source>Total CO₂e</source>
        <translation>CO₂e gesamt</translation>
    </message>
    <message>
        <source>Writing, network and all months at rest</source>
        <translation>Schreiben, Netz und alle Monate in Ruhe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Geordnet nach</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Noch nichts entschieden</translation>
    </message>
    <message>
        <source>Decisions are kept here with everything they rest on, so that each can be explained and worked out again later.</source>
        <translation>Entscheidungen werden hier mit allem aufbewahrt, worauf sie beruhen, so dass sich jede später erklären und neu errechnen lässt.</translation>
    </message>
    <message>
        <source>Show &amp;older ones</source>
        <translation>Ä&amp;ltere zeigen</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>Damals und jetzt</translation>
    </message>
    <message>
        <source>Recompute &amp;now</source>
        <translation>Jetzt &amp;neu errechnen</translation>
    </message>
    <message>
        <source>Asks the same question again with what is known now; nothing is recorded</source>
        <translation>Stellt dieselbe Frage noch einmal mit dem, was jetzt bekannt ist; nichts wird festgehalten</translation>
    </message>
    <message>
        <source>“Recompute now” asks the same question again with what is known now.</source>
        <translation>„Jetzt neu errechnen“ stellt dieselbe Frage noch einmal mit dem, was jetzt bekannt ist.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::FilterField</name>
    <message>
        <source>Filter the rows (/ or Ctrl+F); Esc clears</source>
        <translation>Zeilen filtern (/ oder Strg+F); Esc leert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::FirstStart</name>
    <message>
        <source>Know the carbon of what you store, and cut it</source>
        <translation>Wissen, was Ihr Speicher an CO₂ kostet, und es senken</translation>
    </message>
    <message>
        <source>Greenward looks at your storage, scores each place by the electricity behind it, finds data nobody has touched for long, and moves it to a cleaner place once you approve. Every step is verified, and every gram is booked.</source>
        <translation>Greenward sieht sich Ihren Speicher an, bewertet jeden Ort nach dem Strom dahinter, findet Daten, die lange niemand berührt hat, und zieht sie an einen saubereren Ort um, sobald Sie es genehmigen. Jeder Schritt wird geprüft, jedes Gramm gebucht.</translation>
    </message>
    <message>
        <source>Add a backend</source>
        <translation>Speicherort hinzufügen</translation>
    </message>
    <message>
        <source>Name a directory you keep data in, and where it stands. It is only read until you approve a move.</source>
        <translation>Nennen Sie ein Verzeichnis mit Daten und wo es steht. Es wird nur gelesen, bis Sie einen Umzug genehmigen.</translation>
    </message>
    <message>
        <source>Open the sample estate</source>
        <translation>Beispielumgebung öffnen</translation>
    </message>
    <message>
        <source>Ten tenants on three generated backends, with budgets and a finished move. Marked as a sample, apart from your data, deleted with one click.</source>
        <translation>Zehn Mandanten auf drei erzeugten Speicherorten, mit Budgets und einem fertigen Umzug. Als Beispiel gekennzeichnet, getrennt von Ihren Daten, mit einem Klick gelöscht.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::Form</name>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
</context>
<context>
    <name>greenward::ui::FrontierChart</name>
    <message>
        <source>beaten by nobody</source>
        <translation>von niemandem geschlagen</translation>
    </message>
    <message>
        <source>may be chosen</source>
        <translation>kann gewählt werden</translation>
    </message>
    <message>
        <source>excluded (hollow)</source>
        <translation>ausgeschlossen (hohl)</translation>
    </message>
    <message>
        <source>g CO₂e per TB-month</source>
        <translation>g CO₂e je TB-Monat</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not drawn, no price in one currency known: %1.</source>
        <translation>Nicht gezeichnet, kein Preis in einer gemeinsamen Währung bekannt: %1.</translation>
    </message>
    <message>
        <source>Not drawn, latency not known: %1.</source>
        <translation>Nicht gezeichnet, Latenz nicht bekannt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n lower ranked one(s) are not drawn.</source>
        <translation>
            <numerusform>%n weiter hinten stehendes ist nicht gezeichnet.</numerusform>
            <numerusform>%n weiter hinten stehende sind nicht gezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No candidate has a price. Edit a backend to tell its price.</source>
        <translation>Kein Kandidat hat einen Preis. Bearbeiten Sie ein Backend, um seinen Preis anzugeben.</translation>
    </message>
    <message>
        <source>No candidate&apos;s latency is known. Edit a backend to tell it.</source>
        <translation>Von keinem Kandidaten ist die Latenz bekannt. Bearbeiten Sie ein Backend, um sie anzugeben.</translation>
    </message>
    <message>
        <source>%1: %2 CO₂e per TB-month, %3 per GB-month, latency %4.</source>
        <translation>%1: %2 CO₂e je TB-Monat, %3 je GB-Monat, Latenz: %4.</translation>
    </message>
    <message>
        <source>Excluded: %1.</source>
        <translation>Ausgeschlossen: %1.</translation>
    </message>
    <message>
        <source>Nobody may be chosen</source>
        <translation>Keines kann gewählt werden</translation>
    </message>
    <message>
        <source>Beaten by nobody: %1</source>
        <translation>Von niemandem geschlagen: %1</translation>
    </message>
    <message>
        <source>%1 per GB-month</source>
        <translation>%1 je GB-Monat</translation>
    </message>
    <message>
        <source>backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>price per GB-month</source>
        <translation>Preis je GB-Monat</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>frontier</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>first (diamond)</source>
        <translation>vorn (Raute)</translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridChartPane</name>
    <message>
        <source>Average and marginal are different quantities and are not comparable; each has an axis of its own. The average is what all generation emits: budgets and reports count by it. The marginal is what one more kilowatt-hour would cause: it only advises on timing.</source>
        <translation>Durchschnitt und Grenzwert sind verschiedene Größen und nicht vergleichbar; jede hat ihre eigene Achse. Der Durchschnitt ist, was alle Erzeugung ausstößt: Danach rechnen Budgets und Berichte. Der Grenzwert ist, was eine weitere Kilowattstunde verursachen würde: Er rät nur zum Zeitpunkt.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Marginal</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <source>Average and marginal of one region</source>
        <translation>Durchschnitt und Grenzwert einer Region</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Zeitspanne</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>Letzte 3 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Each region in a frame of its own, all on one scale</source>
        <translation>Jede Region in einem eigenen Rahmen, alle im selben Maßstab</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>thick: %1</source>
        <translation>dick: %1</translation>
    </message>
    <message>
        <source>thin: %1</source>
        <translation>dünn: %1</translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridModel</name>
    <message>
        <source>Not a yearly average</source>
        <translation>Kein Jahresmittel</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>g CO₂e/kWh</source>
        <translation>g CO₂e/kWh</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Figures of different signals are never compared</source>
        <translation>Werte verschiedener Signale werden nie verglichen</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>How the figure came about</source>
        <translation>Wie der Wert zustande kam</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>From which rung of the fallback: live, last known, zone&apos;s or country&apos;s yearly average, default</source>
        <translation>Von welcher Stufe: aktuell, zuletzt bekannt, Jahresmittel der Zone oder des Landes, Vorgabe</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Who published the figure</source>
        <translation>Wer den Wert veröffentlicht hat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>The year a yearly average is about</source>
        <translation>Das Jahr, für das ein Jahresmittel gilt</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Zone of Electricity Maps</source>
        <translation>Zone von Electricity Maps</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>ISO 3166-1</source>
        <translation>ISO 3166-1</translation>
    </message>
    <message>
        <source>WattTime region</source>
        <translation>WattTime-Region</translation>
    </message>
    <message>
        <source>Backends</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Registered backends in this region</source>
        <translation>Eingetragene Speicherorte in dieser Region</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Citation with vintage</source>
        <translation>Beleg mit Jahrgang</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>As the backends name it; the box says whether the chart shows it</source>
        <translation>Wie die Backends sie nennen; das Kästchen sagt, ob das Diagramm sie zeigt</translation>
    </message>
    <message>
        <source>Carbon intensity of electricity now</source>
        <translation>CO₂-Intensität des Stroms jetzt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>How old the moment is that a live figure is about</source>
        <translation>Wie lange der Augenblick her ist, den ein aktueller Wert meint</translation>
    </message>
    <message>
        <source>Not about a moment: an average of a year, or the default</source>
        <translation>Meint keinen Augenblick: ein Jahresmittel oder der Vorgabewert</translation>
    </message>
    <message>
        <source>Watched by itself; no backend lies here</source>
        <translation>Für sich beobachtet; hier liegt kein Backend</translation>
    </message>
    <message>
        <source>No source has told anything about this region under this signal</source>
        <translation>Keine Quelle hat unter diesem Signal etwas über diese Region gesagt</translation>
    </message>
    <message>
        <source>Regions in use</source>
        <translation>Verwendete Regionen</translation>
    </message>
    <message>
        <source>No region is in use</source>
        <translation>Keine Region wird verwendet</translation>
    </message>
    <message>
        <source>Regions appear here with the backends that lie in them. To look at one without a backend, watch it.</source>
        <translation>Regionen erscheinen hier mit den Backends, die darin liegen. Um eine ohne Backend anzusehen, beobachten Sie sie.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridPage</name>
    <message>
        <source>Grid</source>
        <translation>Stromnetz</translation>
    </message>
    <message>
        <source>Carbon intensity of electricity where your data lies</source>
        <translation>CO₂-Intensität des Stroms, wo Ihre Daten liegen</translation>
    </message>
    <message>
        <source>Go to backends</source>
        <translation>Zu den Speicherorten</translation>
    </message>
    <message>
        <source>Filter regions</source>
        <translation>Regionen filtern</translation>
    </message>
    <message>
        <source>Refresh from sources</source>
        <translation>Quellen abfragen</translation>
    </message>
    <message>
        <source>Watch a region…</source>
        <translation>Region beobachten…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Export chart as PNG…</source>
        <translation>Diagramm als PNG exportieren…</translation>
    </message>
    <message>
        <source>Export chart as SVG…</source>
        <translation>Diagramm als SVG exportieren…</translation>
    </message>
    <message>
        <source>Export figures as CSV…</source>
        <translation>Werte als CSV exportieren…</translation>
    </message>
    <message>
        <source>Regions compared now, by average, dirtiest first</source>
        <translation>Regionen jetzt im Vergleich, nach Durchschnitt, die schmutzigste zuerst</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Clean hours</source>
        <translation>Saubere Stunden</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>The names of %1 are saved. Refresh asks by them.</source>
        <translation>Die Namen von %1 sind gespeichert. „Quellen abfragen“ fragt danach.</translation>
    </message>
    <message numerus="yes">
        <source>Sources (%n in trouble)</source>
        <translation>
            <numerusform>Quellen (%n gestört)</numerusform>
            <numerusform>Quellen (%n gestört)</numerusform>
        </translation>
    </message>
    <message>
        <source>No region is in use. Add a backend, or watch a region.</source>
        <translation>Keine Region ist in Gebrauch. Fügen Sie ein Backend hinzu, oder beobachten Sie eine Region.</translation>
    </message>
    <message>
        <source>Choose a region in the table.</source>
        <translation>Wählen Sie in der Tabelle eine Region.</translation>
    </message>
    <message>
        <source>No region is ticked. Tick one in the table to draw it.</source>
        <translation>Keine Region ist angehakt. Haken Sie in der Tabelle eine an, um sie zu zeichnen.</translation>
    </message>
    <message>
        <source>Asking the sources…</source>
        <translation>Die Quellen werden gefragt…</translation>
    </message>
    <message>
        <source>Watch a region</source>
        <translation>Region beobachten</translation>
    </message>
    <message>
        <source>Cloud region, grid zone or country: DE, GB, us-east-1</source>
        <translation>Cloud-Region, Netzzone oder Land: DE, GB, us-east-1</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>%1 is watched now.</source>
        <translation>%1 wird jetzt beobachtet.</translation>
    </message>
    <message>
        <source>%1 is no longer watched.</source>
        <translation>%1 wird nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>The sources are being asked</source>
        <translation>Die Quellen werden gerade gefragt</translation>
    </message>
    <message>
        <source>There is no region to ask about</source>
        <translation>Es gibt keine Region, nach der zu fragen wäre</translation>
    </message>
    <message>
        <source>%1 is here for its backends</source>
        <translation>%1 steht hier wegen seiner Backends</translation>
    </message>
    <message>
        <source>Select a region first</source>
        <translation>Wählen Sie zuerst eine Region</translation>
    </message>
    <message>
        <source>The chart is empty</source>
        <translation>Das Diagramm ist leer</translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation>Dieses Programm wurde ohne Dateischreiber gebaut</translation>
    </message>
    <message>
        <source>Import recorded signals…</source>
        <translation>Aufgezeichnete Signale importieren…</translation>
    </message>
    <message>
        <source>This program was built without a file reader</source>
        <translation>Dieses Programm wurde ohne Dateileser gebaut</translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridSourceDialog</name>
    <message>
        <source>“%1” is not a whole number from 0 to %2.</source>
        <translation>„%1“ ist keine ganze Zahl von 0 bis %2.</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>Save source</source>
        <translation>Quelle speichern</translation>
    </message>
    <message>
        <source>&amp;Ask this source</source>
        <translation>Diese Quelle &amp;fragen</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>https, or http on this machine only</source>
        <translation>https, oder http nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Leer: %1</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Rang</translation>
    </message>
    <message>
        <source>0 is asked first</source>
        <translation>0 wird zuerst gefragt</translation>
    </message>
    <message>
        <source>An answer &amp;counts for</source>
        <translation>Eine Antwort &amp;gilt für</translation>
    </message>
    <message>
        <source>Not asked again before: 5m, 1h; from 10s to 1d</source>
        <translation>Vorher wird nicht wieder gefragt: 5m, 1h; von 10s bis 1d</translation>
    </message>
</context>
<context>
    <name>greenward::ui::GridTransfer</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Import recorded signals</source>
        <translation>Aufgezeichnete Signale importieren</translation>
    </message>
    <message>
        <source>Signals (*.csv *.json *.jsonl)</source>
        <translation>Signale (*.csv *.json *.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of %1 are new or changed.</source>
        <translation>
            <numerusform>%n Wert von %1 ist neu oder geändert.</numerusform>
            <numerusform>%n Werte von %1 sind neu oder geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::ImportDialog</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Import budgets</source>
        <translation>Budgets importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>From %1: %2 added, %3 changed, %4 stay as they are. Tenants that are not named keep what they have.</source>
        <translation>Aus %1: %2 neu, %3 geändert, %4 bleiben, wie sie sind. Nicht genannte Mandanten behalten, was sie haben.</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>What the import changes</source>
        <translation>Was der Import ändert</translation>
    </message>
</context>
<context>
    <name>greenward::ui::IntensityChart</name>
    <message>
        <source>Keys and mouse of the chart</source>
        <translation>Tasten und Maus des Diagramms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 g, %3</source>
        <translation>%1 %2 g, %3</translation>
    </message>
    <message>
        <source>%1 unknown now</source>
        <translation>%1 zurzeit unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>Carbon intensity of %n region(s): %1</source>
        <translation>
            <numerusform>CO₂-Intensität von %n Region: %1</numerusform>
            <numerusform>CO₂-Intensität von %n Regionen: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::LimitEditor</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>750 g, 500 kg, 1.5 t, unlimited; or with its period: 500 kg/month</source>
        <translation>750 g, 500 kg, 1,5 t, unbegrenzt; oder mit Zeitraum: 500 kg/Monat</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
</context>
<context>
    <name>greenward::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n batch(es) need approval</source>
        <translation>
            <numerusform>%n Stapel wartet auf Genehmigung</numerusform>
            <numerusform>%n Stapel warten auf Genehmigung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tenant(s) near the limit</source>
        <translation>
            <numerusform>%n Mandant nahe der Grenze</numerusform>
            <numerusform>%n Mandanten nahe der Grenze</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample estate</source>
        <translation>Beispielumgebung</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation>%1 abbrechen?</translation>
    </message>
    <message>
        <source>Objects already moved stay where they are. The others stay at their source.</source>
        <translation>Schon umgezogene Objekte bleiben, wo sie sind. Die anderen bleiben an ihrer Quelle.</translation>
    </message>
    <message>
        <source>Cancel the batch</source>
        <translation>Stapel abbrechen</translation>
    </message>
    <message>
        <source>Choose a data directory</source>
        <translation>Datenverzeichnis wählen</translation>
    </message>
    <message>
        <source>Delete the sample estate?</source>
        <translation>Die Beispielumgebung löschen?</translation>
    </message>
    <message>
        <source>All generated sample files and their data directory are deleted: %1. Your own data are not touched. This cannot be undone.</source>
        <translation>Alle erzeugten Beispieldateien und ihr Datenverzeichnis werden gelöscht: %1. Ihre eigenen Daten bleiben unberührt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete the sample</source>
        <translation>Beispiel löschen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::MappingPane</name>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>As in the tables</source>
        <translation>Wie in den Tabellen</translation>
    </message>
    <message>
        <source>latitude, 52.52</source>
        <translation>Breite, 52.52</translation>
    </message>
    <message>
        <source>longitude, 13.40</source>
        <translation>Länge, 13.40</translation>
    </message>
    <message>
        <source>Latitude in degrees</source>
        <translation>Geografische Breite in Grad</translation>
    </message>
    <message>
        <source>Longitude in degrees</source>
        <translation>Geografische Länge in Grad</translation>
    </message>
    <message>
        <source>Forget what was set here; the shipped tables count again</source>
        <translation>Vergisst, was hier gesetzt wurde; die mitgelieferten Tabellen gelten wieder</translation>
    </message>
    <message>
        <source>An own site lies at</source>
        <translation>Ein eigener Standort liegt bei</translation>
    </message>
    <message>
        <source>Choose a region in the table.</source>
        <translation>Wählen Sie in der Tabelle eine Region.</translation>
    </message>
    <message>
        <source>Names of the region at the sources</source>
        <translation>Namen der Region bei den Quellen</translation>
    </message>
    <message>
        <source>Names of %1 at the sources</source>
        <translation>Namen von %1 bei den Quellen</translation>
    </message>
    <message>
        <source>Empty follows the shipped tables, shown in grey. A source without a name for a region is never asked about it; a wrong name is an error, never a guess.</source>
        <translation>Leer folgt den mitgelieferten Tabellen, grau gezeigt. Eine Quelle ohne Namen für eine Region wird nie nach ihr gefragt; ein falscher Name ist ein Fehler, nie eine Vermutung.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Zone at %1</source>
        <translation>Zone bei %1</translation>
    </message>
    <message>
        <source>Test the zone at %1</source>
        <translation>Die Zone bei %1 prüfen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>not mapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>✓ %1: %2</source>
        <translation>✓ %1: %2</translation>
    </message>
    <message>
        <source>⚠ %1. %2</source>
        <translation>⚠ %1. %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::MessageBar</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Meldung schließen (Esc)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::MoveModel</name>
    <message>
        <source>Not copied yet</source>
        <translation>Noch nicht kopiert</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Its path inside the backend, the same at source and target</source>
        <translation>Pfad im Speicherort, gleich an Quelle und Ziel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why it was skipped, waits or failed</source>
        <translation>Warum es ausgelassen wurde, wartet oder fehlschlug</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>When its content last changed</source>
        <translation>Wann sich der Inhalt zuletzt änderte</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>End of the grace time, or the next try</source>
        <translation>Ende der Schonfrist oder nächster Versuch</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of the content, once the copy is verified</source>
        <translation>Des Inhalts, sobald die Kopie geprüft ist</translation>
    </message>
</context>
<context>
    <name>greenward::ui::MovesPane</name>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Objects of the batch</source>
        <translation>Objekte des Stapels</translation>
    </message>
    <message>
        <source>No such objects</source>
        <translation>Keine solchen Objekte</translation>
    </message>
    <message>
        <source>No object of this batch is in the chosen state.</source>
        <translation>Kein Objekt dieses Stapels ist im gewählten Zustand.</translation>
    </message>
    <message>
        <source>Which objects are shown</source>
        <translation>Welche Objekte gezeigt werden</translation>
    </message>
    <message>
        <source>All objects</source>
        <translation>Alle Objekte</translation>
    </message>
    <message>
        <source>Not moved yet</source>
        <translation>Noch nicht umgezogen</translation>
    </message>
    <message>
        <source>In grace: source still there</source>
        <translation>In Schonfrist: Quelle noch da</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Umgezogen</translation>
    </message>
    <message>
        <source>Left alone, waiting or failed</source>
        <translation>Ausgelassen, wartend oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 von %3</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::NamePicker</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>greenward::ui::NavigationButton</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>greenward::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Tenants near their limit</source>
        <translation>Mandanten nahe der Grenze</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Saved by moves, per year</source>
        <translation>Ersparnis je Jahr</translation>
    </message>
    <message>
        <source>Own cost of all moves</source>
        <translation>Eigene Kosten der Umzüge</translation>
    </message>
    <message>
        <source>Grid regions in use</source>
        <translation>Genutzte Netzregionen</translation>
    </message>
    <message>
        <source>Closest to their limit</source>
        <translation>Der Grenze am nächsten</translation>
    </message>
    <message>
        <source>Grid intensity now</source>
        <translation>Netzintensität jetzt</translation>
    </message>
    <message>
        <source>Waiting for your approval</source>
        <translation>Wartet auf Ihre Genehmigung</translation>
    </message>
    <message>
        <source>Backends</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tenant(s)</source>
        <translation>
            <numerusform>%n Mandant</numerusform>
            <numerusform>%n Mandanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected backend(s)</source>
        <translation>
            <numerusform>%n angeschlossener Speicherort</numerusform>
            <numerusform>%n angeschlossene Speicherorte</numerusform>
        </translation>
    </message>
    <message>
        <source>No tenant has a budget yet</source>
        <translation>Noch hat kein Mandant ein Budget</translation>
    </message>
    <message numerus="yes">
        <source>of %n, all within budget</source>
        <translation>
            <numerusform>von %n, im Budget</numerusform>
            <numerusform>von %n, alle im Budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped at the limit</source>
        <translation>
            <numerusform>%n an der Grenze angehalten</numerusform>
            <numerusform>%n an der Grenze angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n, being slowed down</source>
        <translation>
            <numerusform>von %n, wird gebremst</numerusform>
            <numerusform>von %n, werden gebremst</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>would save %1</source>
        <translation>würde %1 sparen</translation>
    </message>
    <message>
        <source>No move has been completed yet</source>
        <translation>Noch kein Umzug abgeschlossen</translation>
    </message>
    <message>
        <source>estimated, CO₂e</source>
        <translation>geschätzt, CO₂e</translation>
    </message>
    <message>
        <source>for %1 moved</source>
        <translation>für %1 umgezogen</translation>
    </message>
    <message>
        <source>No region is in use yet</source>
        <translation>Noch keine Region in Gebrauch</translation>
    </message>
    <message numerus="yes">
        <source>%n on the default figure</source>
        <translation>
            <numerusform>%n mit Vorgabewert</numerusform>
            <numerusform>%n mit Vorgabewert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not fresh</source>
        <translation>
            <numerusform>%n nicht frisch</numerusform>
            <numerusform>%n nicht frisch</numerusform>
        </translation>
    </message>
    <message>
        <source>all from published figures</source>
        <translation>alle aus veröffentlichten Werten</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Give a tenant a carbon budget on the Budgets page.</source>
        <translation>Geben Sie einem Mandanten auf der Seite Budgets ein CO₂-Budget.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Regions appear with the first backend.</source>
        <translation>Regionen erscheinen mit dem ersten Speicherort.</translation>
    </message>
    <message>
        <source>Batch %1: %2 to %3</source>
        <translation>Stapel %1: %2 nach %3</translation>
    </message>
    <message>
        <source>saves %1</source>
        <translation>spart %1</translation>
    </message>
    <message numerus="yes">
        <source>pays back in %n day(s)</source>
        <translation>
            <numerusform>amortisiert in %n Tag</numerusform>
            <numerusform>amortisiert in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan a batch on the Tiering page; it appears here until somebody decides.</source>
        <translation>Planen Sie auf der Seite Verlagerung einen Stapel; er steht hier, bis jemand entscheidet.</translation>
    </message>
    <message>
        <source>scanning now</source>
        <translation>wird gescannt</translation>
    </message>
    <message>
        <source>scanned %1</source>
        <translation>gescannt %1</translation>
    </message>
    <message>
        <source>never scanned</source>
        <translation>nie gescannt</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Add a backend on the Placement page.</source>
        <translation>Fügen Sie auf der Seite Platzierung einen Speicherort hinzu.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::Page</name>
    <message>
        <source>The data directory is open read-only</source>
        <translation>Das Datenverzeichnis ist nur zum Lesen geöffnet</translation>
    </message>
</context>
<context>
    <name>greenward::ui::PlacementPage</name>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Which of your backends is the greenest place for data, and why</source>
        <translation>Welcher Ihrer Speicherorte der grünste für Daten ist, und warum</translation>
    </message>
    <message>
        <source>Add backend…</source>
        <translation>Speicherort hinzufügen …</translation>
    </message>
    <message>
        <source>Edit backend…</source>
        <translation>Speicherort bearbeiten …</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>Jetzt scannen</translation>
    </message>
    <message>
        <source>Scan all</source>
        <translation>Alle scannen</translation>
    </message>
    <message>
        <source>Cancel scan</source>
        <translation>Scan abbrechen</translation>
    </message>
    <message>
        <source>Remove backend…</source>
        <translation>Speicherort entfernen …</translation>
    </message>
    <message>
        <source>Backends</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Select a backend first</source>
        <translation>Wählen Sie zuerst einen Speicherort</translation>
    </message>
    <message>
        <source>A profile is not connected</source>
        <translation>Ein Profil ist nicht angeschlossen</translation>
    </message>
    <message>
        <source>It is being scanned</source>
        <translation>Er wird gerade gescannt</translation>
    </message>
    <message>
        <source>It is not being scanned</source>
        <translation>Er wird nicht gescannt</translation>
    </message>
    <message>
        <source>No backend is connected</source>
        <translation>Kein Speicherort ist angeschlossen</translation>
    </message>
    <message>
        <source>Add from a cloud region…</source>
        <translation>Aus einer Cloud-Region hinzufügen…</translation>
    </message>
    <message>
        <source>Compare selected</source>
        <translation>Auswahl vergleichen</translation>
    </message>
    <message>
        <source>Where should data lie?</source>
        <translation>Wo sollen Daten liegen?</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>This program was built without a file writer</source>
        <translation>Dieses Programm wurde ohne Dateischreiber gebaut</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Decision %1 is recorded: %2.</source>
        <translation>Entscheidung %1 ist festgehalten: %2.</translation>
    </message>
    <message>
        <source>no backend meets the constraints</source>
        <translation>kein Backend erfüllt die Bedingungen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Select two to six backends, with Ctrl or Shift</source>
        <translation>Wählen Sie zwei bis sechs Backends aus, mit Strg oder Umschalt</translation>
    </message>
    <message>
        <source>Undo “%1”</source>
        <translation>„%1“ rückgängig machen</translation>
    </message>
    <message>
        <source>Redo “%1”</source>
        <translation>„%1“ wiederholen</translation>
    </message>
    <message>
        <source>Nothing was changed here yet</source>
        <translation>Hier wurde noch nichts geändert</translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation>Nichts wurde rückgängig gemacht</translation>
    </message>
    <message>
        <source>Go to the backends first</source>
        <translation>Gehen Sie erst zu den Backends</translation>
    </message>
    <message>
        <source>Accept place…</source>
        <translation>Ort annehmen …</translation>
    </message>
    <message>
        <source>Its place is the one it had</source>
        <translation>Sein Ort ist der, den er hatte</translation>
    </message>
</context>
<context>
    <name>greenward::ui::PolicyDialog</name>
    <message>
        <source>“%1” is not a whole number from %2 to %3.</source>
        <translation>„%1“ ist keine ganze Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>No backend is connected yet, so nothing can be moved.</source>
        <translation>Noch ist kein Speicherort angeschlossen, also kann nichts umziehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n connected backend(s) reach this: %1</source>
        <translation>
            <numerusform>%n angeschlossener Speicherort erreicht das: %1</numerusform>
            <numerusform>%n angeschlossene Speicherorte erreichen das: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>No connected backend meets this target. The best is %1 with %2. A target of at most that, a greener backend, or better figures of it (PUE, renewable share) would change this.</source>
        <translation>Kein angeschlossener Speicherort erreicht dieses Ziel. Der beste ist %1 mit %2. Ein Ziel von höchstens diesem Wert, ein grünerer Speicherort oder bessere Angaben zu ihm (PUE, erneuerbarer Anteil) würden das ändern.</translation>
    </message>
    <message>
        <source>Tiering policy of %1</source>
        <translation>Richtlinie von %1</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>Richtlinie sichern</translation>
    </message>
    <message>
        <source>&amp;Plan moves for this tenant</source>
        <translation>Umzüge für diesen Mandanten &amp;planen</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Was umzieht</translation>
    </message>
    <message>
        <source>&amp;Cold after</source>
        <translation>&amp;Kalt nach</translation>
    </message>
    <message>
        <source>Idle for at least: 30d, 12h, 90m</source>
        <translation>Unberührt seit mindestens: 30d, 12h, 90m</translation>
    </message>
    <message>
        <source>&amp;Target score</source>
        <translation>&amp;Zielwert</translation>
    </message>
    <message>
        <source>&amp;Largest batch</source>
        <translation>&amp;Größter Stapel</translation>
    </message>
    <message>
        <source>Bigger objects are left out and reported: 10 GiB</source>
        <translation>Größere Objekte werden ausgelassen und gemeldet: 10 GiB</translation>
    </message>
    <message>
        <source>Count savings &amp;over (years)</source>
        <translation>Ersparnis zählen &amp;über (Jahre)</translation>
    </message>
    <message>
        <source>A batch that does not pay back in this time is not offered</source>
        <translation>Ein Stapel, der sich in dieser Zeit nicht amortisiert, wird nicht angeboten</translation>
    </message>
    <message>
        <source>When it runs, once approved</source>
        <translation>Wann er nach der Genehmigung läuft</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>Zeit&amp;plan</translation>
    </message>
    <message>
        <source>Batch &amp;hour (UTC)</source>
        <translation>&amp;Stunde (UTC)</translation>
    </message>
    <message>
        <source>Start of a window of two hours, 0 to 23</source>
        <translation>Beginn eines Fensters von zwei Stunden, 0 bis 23</translation>
    </message>
    <message>
        <source>Batch &amp;day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>Objects at o&amp;nce</source>
        <translation>Objekte &amp;gleichzeitig</translation>
    </message>
    <message>
        <source>1 to 64</source>
        <translation>1 bis 64</translation>
    </message>
    <message>
        <source>&amp;Respect the tenant&apos;s carbon budget</source>
        <translation>Das CO₂-&amp;Budget des Mandanten achten</translation>
    </message>
    <message>
        <source>What happens to the source</source>
        <translation>Was mit der Quelle geschieht</translation>
    </message>
    <message>
        <source>After the &amp;verified copy</source>
        <translation>Nach der &amp;geprüften Kopie</translation>
    </message>
    <message>
        <source>Release the source (move)</source>
        <translation>Quelle freigeben (Umzug)</translation>
    </message>
    <message>
        <source>Keep the source (copy only, saves nothing)</source>
        <translation>Quelle behalten (nur Kopie, spart nichts)</translation>
    </message>
    <message>
        <source>&amp;Leave behind</source>
        <translation>&amp;Zurücklassen</translation>
    </message>
    <message>
        <source>Readers of the old path follow this</source>
        <translation>Leser des alten Pfads folgen dem</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>A symbolic link to the new place</source>
        <translation>Symbolischer Link auf den neuen Ort</translation>
    </message>
    <message>
        <source>A small pointer file</source>
        <translation>Kleine Verweisdatei</translation>
    </message>
    <message>
        <source>&amp;Grace time</source>
        <translation>&amp;Schonfrist</translation>
    </message>
    <message>
        <source>The source stays this long after the switch: 7d; 0 for none</source>
        <translation>So lange bleibt die Quelle nach der Umstellung: 7d; 0 für keine</translation>
    </message>
</context>
<context>
    <name>greenward::ui::RecomputePanel</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Ranks first</source>
        <translation>Steht vorn</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Geordnet nach</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Ranked, excluded, not rated</source>
        <translation>Geordnet, ausgeschlossen, nicht bewertet</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Green score</source>
        <translation>Grünwert</translation>
    </message>
    <message>
        <source>CO₂e per TB-month</source>
        <translation>CO₂e je TB-Monat</translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation>Netzintensität</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>At rest, per month</source>
        <translation>In Ruhe, je Monat</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Of the first</source>
        <translation>Des ersten</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Decide anew and record…</source>
        <translation>Neu entscheiden und festhalten…</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>Damals und jetzt</translation>
    </message>
    <message>
        <source>The same question still gives %1. Nothing was recorded.</source>
        <translation>Dieselbe Frage ergibt weiterhin %1. Es wurde nichts festgehalten.</translation>
    </message>
    <message>
        <source>The same question now gives %1 instead of %2. Nothing was recorded.</source>
        <translation>Dieselbe Frage ergibt jetzt %1 statt %2. Es wurde nichts festgehalten.</translation>
    </message>
    <message>
        <source>Asking the sources, at most 5 s…</source>
        <translation>Die Quellen werden gefragt, höchstens 5 s…</translation>
    </message>
</context>
<context>
    <name>greenward::ui::RegionBarsChart</name>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>estimated (hatched)</source>
        <translation>geschätzt (schraffiert)</translation>
    </message>
    <message>
        <source>default, may under-report (crossed)</source>
        <translation>Vorgabe, womöglich zu niedrig (gekreuzt)</translation>
    </message>
    <message>
        <source>g CO₂e per kWh</source>
        <translation>g CO₂e je kWh</translation>
    </message>
    <message>
        <source>No region is in use yet.</source>
        <translation>Noch keine Region in Gebrauch.</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s); highest %1 with %2, lowest %3 with %4 grams per kilowatt-hour</source>
        <translation>
            <numerusform>%n Region; höchste %1 mit %2, niedrigste %3 mit %4 Gramm je Kilowattstunde</numerusform>
            <numerusform>%n Regionen; höchste %1 mit %2, niedrigste %3 mit %4 Gramm je Kilowattstunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::RegionTester</name>
    <message>
        <source>eu-north-1, US-MIDA-PJM or SE</source>
        <translation>eu-north-1, US-MIDA-PJM oder SE</translation>
    </message>
    <message>
        <source>&amp;Test a region</source>
        <translation>Region &amp;testen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Type a cloud region, a grid zone or a country code to see what it resolves to.</source>
        <translation>Geben Sie eine Cloud-Region, Netzzone oder ein Landeskürzel ein, um zu sehen, wofür es steht.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::RehearsalPanel</name>
    <message>
        <source>It would not have happened.</source>
        <translation>Es wäre nicht vorgekommen.</translation>
    </message>
    <message>
        <source>Operations recorded</source>
        <translation>Erfasste Vorgänge</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Waiting added</source>
        <translation>Zusätzliches Warten</translation>
    </message>
    <message>
        <source>CO₂e avoided</source>
        <translation>Vermiedenes CO₂e</translation>
    </message>
    <message>
        <source>Periods with rejections</source>
        <translation>Zeiträume mit Ablehnungen</translation>
    </message>
    <message>
        <source>First delay</source>
        <translation>Erste Verzögerung</translation>
    </message>
    <message>
        <source>First rejection</source>
        <translation>Erste Ablehnung</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time.</source>
        <translation>In dieser Zeit wurde nichts erfasst.</translation>
    </message>
    <message numerus="yes">
        <source>Of %1 recorded operation(s) this would have delayed %2 and rejected %3.</source>
        <translation>
            <numerusform>Von %1 erfassten Vorgang hätte das %2 verzögert und %3 abgelehnt.</numerusform>
            <numerusform>Von %1 erfassten Vorgängen hätte das %2 verzögert und %3 abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Durchspielen</translation>
    </message>
    <message>
        <source>On recorded history</source>
        <translation>Auf dem erfassten Verlauf</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Under the budget in force now</source>
        <translation>Mit dem jetzt gültigen Budget</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Under what is typed above</source>
        <translation>Mit dem, was oben steht</translation>
    </message>
    <message>
        <source>Time to rehearse</source>
        <translation>Zeit, die durchgespielt wird</translation>
    </message>
    <message numerus="yes">
        <source>the last %n day(s)</source>
        <translation>
            <numerusform>der letzte %n Tag</numerusform>
            <numerusform>die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Durchspielen</translation>
    </message>
    <message>
        <source>What would this have done?</source>
        <translation>Was hätte das bewirkt?</translation>
    </message>
    <message>
        <source>Rehearse it on what was recorded before you save: nothing is changed by that.</source>
        <translation>Spielen Sie es vor dem Speichern auf dem Erfassten durch: dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>The change is another one now: rehearse it again.</source>
        <translation>Die Änderung ist jetzt eine andere: spielen Sie sie erneut durch.</translation>
    </message>
    <message>
        <source>There is no change yet that could be rehearsed.</source>
        <translation>Noch gibt es keine Änderung, die sich durchspielen ließe.</translation>
    </message>
    <message>
        <source>Rehearsing…</source>
        <translation>Wird durchgespielt…</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ReportsPage</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Emissions, CO₂e</source>
        <translation>Emissionen, CO₂e</translation>
    </message>
    <message>
        <source>Location-based, exact sum of what was recorded</source>
        <translation>Standortbezogen, exakte Summe des Erfassten</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>Von und nach</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Umgezogen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Own cost, CO₂e</source>
        <translation>Eigene Kosten, CO₂e</translation>
    </message>
    <message>
        <source>Emitted by the move itself, booked to the tenant</source>
        <translation>Vom Umzug selbst ausgestoßen, dem Mandanten gebucht</translation>
    </message>
    <message>
        <source>Net saving, CO₂e</source>
        <translation>Nettoersparnis, CO₂e</translation>
    </message>
    <message>
        <source>Estimated over the lifetime, own cost taken off</source>
        <translation>Geschätzt über die Laufzeit, eigene Kosten abgezogen</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Figures an auditor can trace to the operation</source>
        <translation>Zahlen, die eine Prüferin bis zum Vorgang zurückverfolgen kann</translation>
    </message>
    <message>
        <source>Nothing was recorded in this period. Choose another one, or record usage.</source>
        <translation>In diesem Zeitraum wurde nichts erfasst. Wählen Sie einen anderen oder erfassen Sie Verbrauch.</translation>
    </message>
    <message>
        <source>Emissions by tenant</source>
        <translation>Emissionen nach Mandant</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Emissions by operation</source>
        <translation>Emissionen nach Vorgang</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Umzüge</translation>
    </message>
    <message>
        <source>No migration ended in this period.</source>
        <translation>In diesem Zeitraum endete kein Umzug.</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>No backend is connected, so no factor is used.</source>
        <translation>Kein Speicherort ist angeschlossen, also wird kein Faktor genutzt.</translation>
    </message>
    <message>
        <source>Factors and sources</source>
        <translation>Faktoren und Quellen</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren …</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON …</translation>
    </message>
    <message>
        <source>JSON documents (*.json)</source>
        <translation>JSON-Dokumente (*.json)</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to and with (UTC)</source>
        <translation>bis einschließlich (UTC)</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Emissions, location-based</source>
        <translation>Emissionen, standortbezogen</translation>
    </message>
    <message>
        <source>Of it, own cost of moves</source>
        <translation>Davon eigene Kosten der Umzüge</translation>
    </message>
    <message>
        <source>Moved to cleaner storage</source>
        <translation>Auf saubereren Speicher umgezogen</translation>
    </message>
    <message>
        <source>Net saving of these moves</source>
        <translation>Nettoersparnis dieser Umzüge</translation>
    </message>
    <message>
        <source>The period ends before it begins: choose a last day that is not before %1.</source>
        <translation>Der Zeitraum endet, bevor er beginnt: wählen Sie einen letzten Tag nicht vor %1.</translation>
    </message>
    <message>
        <source>There is no report to export</source>
        <translation>Es gibt keinen Bericht zum Exportieren</translation>
    </message>
    <message>
        <source>booked to the tenants&apos; budgets</source>
        <translation>den Budgets der Mandanten gebucht</translation>
    </message>
    <message>
        <source>estimated over their lifetime</source>
        <translation>über ihre Laufzeit geschätzt</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>Bericht nach %1 geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%1 record(s); market-based: not available</source>
        <translation>
            <numerusform>%1 Eintrag; marktbasiert: nicht verfügbar</numerusform>
            <numerusform>%1 Einträge; marktbasiert: nicht verfügbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenward::ui::ScanStrip</name>
    <message>
        <source>Cancel scan</source>
        <translation>Scan abbrechen</translation>
    </message>
    <message>
        <source>Cancel the scan of %1</source>
        <translation>Scan von %1 abbrechen</translation>
    </message>
    <message>
        <source>Scanning %1: %2, %3, %4/s</source>
        <translation>Scan von %1: %2, %3, %4/s</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ScorePartsChart</name>
    <message>
        <source>renewable share, of 40</source>
        <translation>erneuerbarer Anteil, von 40</translation>
    </message>
    <message>
        <source>grid intensity, of 30</source>
        <translation>Netzintensität, von 30</translation>
    </message>
    <message>
        <source>PUE, of 20</source>
        <translation>PUE, von 20</translation>
    </message>
    <message>
        <source>water, of 10</source>
        <translation>Wasser, von 10</translation>
    </message>
    <message>
        <source>Parts of the green score</source>
        <translation>Teile der Grünpunkte</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Choose the backends to compare.</source>
        <translation>Wählen Sie die Backends, die verglichen werden sollen.</translation>
    </message>
    <message>
        <source>backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>renewable share</source>
        <translation>erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>grid intensity</source>
        <translation>Netzintensität</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>backend, score</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1: %2 points</source>
        <translation>%1: %2 Punkte</translation>
    </message>
</context>
<context>
    <name>greenward::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Changes apply at once</source>
        <translation>Änderungen gelten sofort</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>Datenverzeichnis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Last stop</source>
        <translation>Letztes Ende</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Open &amp;another data directory…</source>
        <translation>&amp;Anderes Datenverzeichnis öffnen …</translation>
    </message>
    <message>
        <source>Choose a data directory</source>
        <translation>Datenverzeichnis wählen</translation>
    </message>
    <message>
        <source>Everything done here is recorded in the audit log as done by %1.</source>
        <translation>Alles, was hier geschieht, steht im Prüfprotokoll als getan von %1.</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation>Nur lesen: nichts kann geändert werden</translation>
    </message>
    <message>
        <source>Reading and writing</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Not clean; everything recorded was recovered</source>
        <translation>Nicht sauber; alles Erfasste wurde wiederhergestellt</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Greenward %1</source>
        <translation>Greenward %1</translation>
    </message>
    <message>
        <source>Sources of grid data</source>
        <translation>Quellen von Netzdaten</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ShellMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open data directory…</source>
        <translation>Datenverzeichnis &amp;öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;read-only</source>
        <translation>Nur zum &amp;Lesen öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;sample estate</source>
        <translation>&amp;Beispielumgebung öffnen</translation>
    </message>
    <message>
        <source>&amp;Delete the sample estate…</source>
        <translation>Beispielumgebung l&amp;öschen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>&amp;Tasks…</source>
        <translation>&amp;Vorgänge …</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtern …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Schrift &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Compact navigation</source>
        <translation>&amp;Schmale Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>&amp;About Greenward…</source>
        <translation>Über &amp;Greenward …</translation>
    </message>
    <message>
        <source>Open for &amp;writing</source>
        <translation>Zum &amp;Schreiben öffnen</translation>
    </message>
    <message>
        <source>The sample estate is not open</source>
        <translation>Die Beispielumgebung ist nicht geöffnet</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ShortcutList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Table: copy rows with headings</source>
        <translation>Tabelle: Zeilen mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Table: filter</source>
        <translation>Tabelle: filtern</translation>
    </message>
    <message>
        <source>Filter: clear and return to the table</source>
        <translation>Filter: leeren und zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Window: next pane</source>
        <translation>Fenster: nächster Bereich</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter shortcuts</source>
        <translation>Tastenkürzel filtern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::SmallMultiples</name>
    <message>
        <source>Regions one by one</source>
        <translation>Regionen einzeln</translation>
    </message>
    <message>
        <source>%1: %2 g, %3</source>
        <translation>%1: %2 g, %3</translation>
    </message>
    <message>
        <source>%1: unknown now</source>
        <translation>%1: zurzeit unbekannt</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>greenward::ui::SourcesPane</name>
    <message>
        <source>The last request went well, or none was made</source>
        <translation>Die letzte Anfrage ging gut, oder es gab keine</translation>
    </message>
    <message>
        <source>It is not asked over the network</source>
        <translation>Sie wird nicht über das Netz gefragt</translation>
    </message>
    <message>
        <source>It has not answered since the program started</source>
        <translation>Sie hat seit dem Start des Programms nicht geantwortet</translation>
    </message>
    <message>
        <source>needs no credentials</source>
        <translation>braucht keine Zugangsdaten</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translation>kein Schlüsselbund</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>asked at no address</source>
        <translation>an keiner Adresse gefragt</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) since the start</source>
        <translation>
            <numerusform>%n Anfrage seit dem Start</numerusform>
            <numerusform>%n Anfragen seit dem Start</numerusform>
        </translation>
    </message>
    <message>
        <source>an answer counts for %1</source>
        <translation>eine Antwort gilt für %1</translation>
    </message>
    <message>
        <source>licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether it can be asked and answers</source>
        <translation>Ob sie gefragt werden kann und antwortet</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Which kinds of figures it has</source>
        <translation>Welche Arten von Werten sie hat</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Lower ones are asked first</source>
        <translation>Niedrigere werden zuerst gefragt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Requests left of our own budget for this source, now</source>
        <translation>Anfragen, die von unserem eigenen Kontingent für diese Quelle jetzt übrig sind</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Letztes Problem</translation>
    </message>
    <message>
        <source>Sources of grid data</source>
        <translation>Quellen für Netzdaten</translation>
    </message>
    <message>
        <source>No source is built in</source>
        <translation>Keine Quelle ist eingebaut</translation>
    </message>
    <message>
        <source>This program was started without any source of grid data.</source>
        <translation>Dieses Programm wurde ohne Quelle für Netzdaten gestartet.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Refused because</source>
        <translation>Abgelehnt, weil</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What the source refused, by zone</source>
        <translation>Was die Quelle abgelehnt hat, nach Zone</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>Nichts wurde abgelehnt</translation>
    </message>
    <message>
        <source>What your account may not ask is listed here, by zone.</source>
        <translation>Was Ihr Konto nicht fragen darf, steht hier nach Zonen.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Credentials…</source>
        <translation>Zugangsdaten…</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
</context>
<context>
    <name>greenward::ui::StartPage</name>
    <message>
        <source>Another program is using this data directory</source>
        <translation>Ein anderes Programm nutzt dieses Datenverzeichnis</translation>
    </message>
    <message>
        <source>The stored state is damaged</source>
        <translation>Der gespeicherte Stand ist beschädigt</translation>
    </message>
    <message>
        <source>This data directory was written by a newer Greenward</source>
        <translation>Dieses Datenverzeichnis stammt von einem neueren Greenward</translation>
    </message>
    <message>
        <source>Greenward may not use this data directory</source>
        <translation>Greenward darf dieses Datenverzeichnis nicht nutzen</translation>
    </message>
    <message>
        <source>This data directory could not be opened</source>
        <translation>Dieses Datenverzeichnis ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Open &amp;read-only</source>
        <translation>Nur zum &amp;Lesen öffnen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Nochmals versuchen</translation>
    </message>
    <message>
        <source>&amp;Choose another directory…</source>
        <translation>&amp;Anderes Verzeichnis wählen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample estate</source>
        <translation>&amp;Beispielumgebung öffnen</translation>
    </message>
    <message>
        <source>Opening the data directory…</source>
        <translation>Das Datenverzeichnis wird geöffnet …</translation>
    </message>
    <message>
        <source>Data directory: %1</source>
        <translation>Datenverzeichnis: %1</translation>
    </message>
</context>
<context>
    <name>greenward::ui::StatTile</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>greenward::ui::StatusStrip</name>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>The data directory is open read-only: nothing can be changed</source>
        <translation>Das Datenverzeichnis ist nur zum Lesen geöffnet: nichts kann geändert werden</translation>
    </message>
    <message>
        <source>These are generated sample data, not yours</source>
        <translation>Das sind erzeugte Beispieldaten, nicht Ihre</translation>
    </message>
    <message>
        <source>Data directory: %1</source>
        <translation>Datenverzeichnis: %1</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>Vorgänge (%1)</translation>
    </message>
</context>
<context>
    <name>greenward::ui::TaskLine</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
</context>
<context>
    <name>greenward::ui::TaskPanel</name>
    <message>
        <source>No scan or migration is under way.</source>
        <translation>Kein Scan oder Umzug läuft.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Vorgänge</translation>
    </message>
</context>
<context>
    <name>greenward::ui::TenantModel</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>In the catalogue, all backends</source>
        <translation>Im Katalog, alle Speicherorte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cold objects</source>
        <translation>Kalte Objekte</translation>
    </message>
    <message>
        <source>Idle for longer than the policy&apos;s threshold</source>
        <translation>Länger unberührt, als die Richtlinie sagt</translation>
    </message>
    <message>
        <source>Cold size</source>
        <translation>Kalte Menge</translation>
    </message>
    <message>
        <source>Could move</source>
        <translation>Kann umziehen</translation>
    </message>
    <message>
        <source>Cold, and on a backend below the target score</source>
        <translation>Kalt und auf einem Speicherort unter dem Zielwert</translation>
    </message>
    <message>
        <source>Could move, size</source>
        <translation>Kann umziehen, Menge</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>What counts as cold, which score a backend must reach, and how long sources stay</source>
        <translation>Was als kalt gilt, welchen Wert ein Speicherort erreichen muss und wie lange Quellen bleiben</translation>
    </message>
</context>
<context>
    <name>greenward::ui::ThrottlePane</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Raise the limit to %1</source>
        <translation>Grenze auf %1 anheben</translation>
    </message>
    <message>
        <source>Count over a longer period: %1, with a limit of %2</source>
        <translation>Über einen längeren Zeitraum zählen: %1, mit einer Grenze von %2</translation>
    </message>
    <message>
        <source>Slow down earlier and more gently, from %1</source>
        <translation>Früher und sanfter bremsen, ab %1</translation>
    </message>
    <message>
        <source>Slow down more gently</source>
        <translation>Sanfter bremsen</translation>
    </message>
    <message>
        <source>Admissions asked</source>
        <translation>Anfragen auf Zulassung</translation>
    </message>
    <message>
        <source>Passed at once</source>
        <translation>Sofort zugelassen</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Waiting added</source>
        <translation>Zusätzliches Warten</translation>
    </message>
    <message>
        <source>In shadow mode %1 would have been delayed by %2 in all, and %3 rejected.</source>
        <translation>Im Schattenbetrieb wären %1 um insgesamt %2 verzögert und %3 abgelehnt worden.</translation>
    </message>
    <message>
        <source>No change is recommended.</source>
        <translation>Keine Änderung wird empfohlen.</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>%1 of %2 were delayed or rejected since %3</source>
        <translation>%1 von %2 wurden seit %3 verzögert oder abgelehnt</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Anwenden: %1</translation>
    </message>
</context>
<context>
    <name>greenward::ui::TieringPage</name>
    <message>
        <source>Tiering</source>
        <translation>Verlagerung</translation>
    </message>
    <message>
        <source>Move cold data to greener backends: planned, approved by a person, verified, booked</source>
        <translation>Kalte Daten auf grünere Speicherorte verlagern: geplant, von einem Menschen genehmigt, geprüft, gebucht</translation>
    </message>
    <message>
        <source>No batch waits or runs</source>
        <translation>Kein Stapel wartet oder läuft</translation>
    </message>
    <message>
        <source>Plan one from a tenant&apos;s cold data: nothing moves before a person has approved it.</source>
        <translation>Planen Sie einen aus den kalten Daten eines Mandanten: nichts zieht um, bevor ein Mensch es genehmigt.</translation>
    </message>
    <message>
        <source>Show cold data</source>
        <translation>Kalte Daten zeigen</translation>
    </message>
    <message>
        <source>No history yet</source>
        <translation>Noch keine Vorgeschichte</translation>
    </message>
    <message>
        <source>Batches that are done, rejected or lapsed are kept here.</source>
        <translation>Fertige, abgelehnte und verfallene Stapel bleiben hier.</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Cold data</source>
        <translation>Kalte Daten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Plan batch</source>
        <translation>Stapel planen</translation>
    </message>
    <message>
        <source>Edit policy…</source>
        <translation>Richtlinie bearbeiten …</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen …</translation>
    </message>
    <message>
        <source>Approve selected objects…</source>
        <translation>Ausgewählte Objekte genehmigen …</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel batch…</source>
        <translation>Stapel abbrechen …</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Release sources now…</source>
        <translation>Quellen jetzt freigeben …</translation>
    </message>
    <message>
        <source>Batches that wait or run</source>
        <translation>Wartende und laufende Stapel</translation>
    </message>
    <message>
        <source>Batches that are over</source>
        <translation>Beendete Stapel</translation>
    </message>
    <message>
        <source>Cold data (%1)</source>
        <translation>Kalte Daten (%1)</translation>
    </message>
    <message>
        <source>Batches (%1)</source>
        <translation>Stapel (%1)</translation>
    </message>
    <message>
        <source>Filter tenants</source>
        <translation>Mandanten filtern</translation>
    </message>
    <message>
        <source>Filter batches</source>
        <translation>Stapel filtern</translation>
    </message>
    <message>
        <source>Select a tenant on the Cold data tab first</source>
        <translation>Wählen Sie zuerst unter „Kalte Daten“ einen Mandanten</translation>
    </message>
    <message>
        <source>Select a batch first</source>
        <translation>Wählen Sie zuerst einen Stapel</translation>
    </message>
    <message>
        <source>It does not wait for approval</source>
        <translation>Er wartet nicht auf Genehmigung</translation>
    </message>
    <message>
        <source>Select objects of a batch that waits for approval</source>
        <translation>Wählen Sie Objekte eines Stapels, der auf Genehmigung wartet</translation>
    </message>
    <message>
        <source>Only an approved, waiting or paused batch can run</source>
        <translation>Nur ein genehmigter, wartender oder angehaltener Stapel kann laufen</translation>
    </message>
    <message>
        <source>It is not running</source>
        <translation>Er läuft nicht</translation>
    </message>
    <message>
        <source>It is not approved, or over</source>
        <translation>Er ist nicht genehmigt oder schon beendet</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>Nichts ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>No source is in its grace time</source>
        <translation>Keine Quelle ist in ihrer Schonfrist</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>Reject batch %1?</source>
        <translation>Stapel %1 ablehnen?</translation>
    </message>
    <message>
        <source>Reason, kept with the decision</source>
        <translation>Grund, bleibt bei der Entscheidung</translation>
    </message>
    <message>
        <source>Reject batch</source>
        <translation>Stapel ablehnen</translation>
    </message>
    <message>
        <source>Cancel batch %1?</source>
        <translation>Stapel %1 abbrechen?</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>Stapel abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n source(s) before their grace time ends?</source>
        <translation>
            <numerusform>%n Quelle vor Ende ihrer Schonfrist löschen?</numerusform>
            <numerusform>%n Quellen vor Ende ihrer Schonfrist löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are deleted from %2. Each has a verified copy at the target. This cannot be undone.</source>
        <translation>%1 werden von %2 gelöscht. Von jedem gibt es am Ziel eine geprüfte Kopie. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Release sources</source>
        <translation>Quellen freigeben</translation>
    </message>
    <message>
        <source>Of %2, %1 are moved already and stay where they are now. Copies under way are taken back; the rest stays at its source.</source>
        <translation>Von %2 sind %1 schon verlagert und bleiben, wo sie jetzt sind. Laufende Kopien werden zurückgenommen; der Rest bleibt an der Quelle.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::WaterfallChart</name>
    <message>
        <source>There is no other candidate to compare with.</source>
        <translation>Es gibt keinen anderen Kandidaten zum Vergleichen.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>winner</source>
        <translation>das erste</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>das nächste</translation>
    </message>
    <message>
        <source>the winner gains</source>
        <translation>das erste gewinnt</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>g CO₂e per TB-month</source>
        <translation>g CO₂e je TB-Monat</translation>
    </message>
    <message>
        <source>%1; the axis begins at %2</source>
        <translation>%1; die Achse beginnt bei %2</translation>
    </message>
    <message>
        <source>Renewable</source>
        <translation>Erneuerbar</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <comment>backends</comment>
        <translation>Von %1 zu %2</translation>
    </message>
</context>
<context>
    <name>greenward::ui::WhatIfForm</name>
    <message>
        <source>“%1” is no whole number from 1 to %2.</source>
        <translation>„%1“ ist keine ganze Zahl von 1 bis %2.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation>&amp;Monate</translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation>&amp;Mandant</translation>
    </message>
    <message>
        <source>Comes &amp;from</source>
        <translation>Kommt &amp;von</translation>
    </message>
    <message>
        <source>Empty: from outside</source>
        <translation>Leer: von außen</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Net&amp;z</translation>
    </message>
    <message>
        <source>The candidates</source>
        <translation>Die Kandidaten</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>&amp;Kandidaten</translation>
    </message>
    <message>
        <source>All backends and profiles</source>
        <translation>Alle Backends und Profile</translation>
    </message>
    <message>
        <source>Connected backends</source>
        <translation>Verbundene Backends</translation>
    </message>
    <message>
        <source>Those ticked below</source>
        <translation>Die unten angehakten</translation>
    </message>
    <message>
        <source>Candidates to tick</source>
        <translation>Kandidaten zum Anhaken</translation>
    </message>
    <message>
        <source>Si&amp;gnal</source>
        <translation>S&amp;ignal</translation>
    </message>
    <message>
        <source>&amp;Rank by</source>
        <translation>&amp;Ordnen nach</translation>
    </message>
    <message>
        <source>The constraints</source>
        <translation>Die Bedingungen</translation>
    </message>
    <message>
        <source>C&amp;ountries</source>
        <translation>Län&amp;der</translation>
    </message>
    <message>
        <source>Allowed ones: SE, NO. Empty: all</source>
        <translation>Erlaubte: SE, NO. Leer: alle</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Most per GB-mont&amp;h</source>
        <translation>&amp;Höchstens je GB-Monat</translation>
    </message>
    <message>
        <source>With its currency: 0.02 USD</source>
        <translation>Mit Währung: 0.02 USD</translation>
    </message>
    <message>
        <source>S&amp;lowest latency</source>
        <translation>&amp;Langsamste Latenz</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>&amp;Undeletable before its time</source>
        <translation>&amp;Unlöschbar vor der Zeit</translation>
    </message>
    <message>
        <source>None ticked: any medium will do</source>
        <translation>Keines angehakt: Jedes Medium ist recht</translation>
    </message>
    <message>
        <source>As set: %1</source>
        <translation>Wie eingestellt: %1</translation>
    </message>
    <message>
        <source>“%1” is no registered backend.</source>
        <translation>„%1“ ist kein bekanntes Backend.</translation>
    </message>
</context>
<context>
    <name>greenward::ui::WhatIfPane</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wird errechnet…</translation>
    </message>
    <message>
        <source>The sources are being asked</source>
        <translation>Die Quellen werden gerade gefragt</translation>
    </message>
    <message>
        <source>A field of the question is not right yet. This is the answer to the last one that was.</source>
        <translation>Ein Feld der Frage stimmt noch nicht. Dies ist die Antwort auf die letzte, die stimmte.</translation>
    </message>
    <message>
        <source>The question cannot be answered yet; the field says why.</source>
        <translation>Die Frage lässt sich noch nicht beantworten; das Feld sagt, warum.</translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation>Es gibt noch keine Antwort.</translation>
    </message>
    <message>
        <source>The data directory is open read-only.</source>
        <translation>Das Datenverzeichnis ist nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>Asks the sources for fresh grid figures, for at most 5 s, then decides and keeps the decision with everything it rests on.</source>
        <translation>Fragt die Quellen höchstens 5 s lang nach frischen Netzwerten, entscheidet dann und bewahrt die Entscheidung mit allem auf, worauf sie beruht.</translation>
    </message>
    <message>
        <source>There is nothing to decide yet.</source>
        <translation>Es gibt noch nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Asking the sources, at most 5 s…</source>
        <translation>Die Quellen werden gefragt, höchstens 5 s…</translation>
    </message>
    <message>
        <source>&amp;Decide and record…</source>
        <translation>&amp;Entscheiden und festhalten…</translation>
    </message>
</context>
<context>
    <name>greenward::ui::format</name>
    <message>
        <source>Budget set</source>
        <translation>Budget gesetzt</translation>
    </message>
    <message>
        <source>Budget removed</source>
        <translation>Budget entfernt</translation>
    </message>
    <message>
        <source>Backend added</source>
        <translation>Speicherort hinzugefügt</translation>
    </message>
    <message>
        <source>Backend changed</source>
        <translation>Speicherort geändert</translation>
    </message>
    <message>
        <source>Backend removed</source>
        <translation>Speicherort entfernt</translation>
    </message>
    <message>
        <source>Policy set</source>
        <translation>Richtlinie gesetzt</translation>
    </message>
    <message>
        <source>Batch planned</source>
        <translation>Stapel geplant</translation>
    </message>
    <message>
        <source>Batch approved</source>
        <translation>Stapel genehmigt</translation>
    </message>
    <message>
        <source>Batch rejected</source>
        <translation>Stapel abgelehnt</translation>
    </message>
    <message>
        <source>Batch started</source>
        <translation>Stapel gestartet</translation>
    </message>
    <message>
        <source>Batch waits for its window</source>
        <translation>Stapel wartet auf sein Fenster</translation>
    </message>
    <message>
        <source>Batch paused</source>
        <translation>Stapel angehalten</translation>
    </message>
    <message>
        <source>Batch resumed</source>
        <translation>Stapel fortgesetzt</translation>
    </message>
    <message>
        <source>Batch cancelled</source>
        <translation>Stapel abgebrochen</translation>
    </message>
    <message>
        <source>Batch expired</source>
        <translation>Stapel verfallen</translation>
    </message>
    <message>
        <source>Batch ended</source>
        <translation>Stapel beendet</translation>
    </message>
    <message>
        <source>Batch retried</source>
        <translation>Stapel wiederholt</translation>
    </message>
    <message>
        <source>Sources released early</source>
        <translation>Quellen vorzeitig freigegeben</translation>
    </message>
    <message>
        <source>Usage recorded</source>
        <translation>Verbrauch erfasst</translation>
    </message>
    <message>
        <source>Threshold reached</source>
        <translation>Schwelle erreicht</translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation>Budget erschöpft</translation>
    </message>
    <message>
        <source>Operation throttled</source>
        <translation>Vorgang gebremst</translation>
    </message>
    <message>
        <source>Place chosen</source>
        <translation>Ort gewählt</translation>
    </message>
    <message>
        <source>Energy measured</source>
        <translation>Energie gemessen</translation>
    </message>
    <message>
        <source>Backend connected or removed</source>
        <translation>Speicherort angeschlossen oder entfernt</translation>
    </message>
    <message>
        <source>%1 cannot be accepted: %2</source>
        <translation>%1 kann nicht angenommen werden: %2</translation>
    </message>
    <message>
        <source>Correct it and try again; nothing was changed.</source>
        <translation>Berichtigen Sie es und versuchen Sie es erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is not known: %2</source>
        <translation>%1 ist nicht bekannt: %2</translation>
    </message>
    <message>
        <source>Check the spelling; it may have been removed meanwhile.</source>
        <translation>Prüfen Sie die Schreibweise; es kann inzwischen entfernt sein.</translation>
    </message>
    <message>
        <source>%1 exists already: %2</source>
        <translation>%1 gibt es schon: %2</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 was refused: %2</source>
        <translation>%1 wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 cannot be compared: %2</source>
        <translation>%1 lässt sich nicht vergleichen: %2</translation>
    </message>
    <message>
        <source>Choose figures of the same signal.</source>
        <translation>Wählen Sie Werte desselben Signals.</translation>
    </message>
    <message>
        <source>%1 is too large: %2</source>
        <translation>%1 ist zu groß: %2</translation>
    </message>
    <message>
        <source>Enter a smaller amount.</source>
        <translation>Geben Sie eine kleinere Menge ein.</translation>
    </message>
    <message>
        <source>%1 is in use: %2</source>
        <translation>%1 ist in Gebrauch: %2</translation>
    </message>
    <message>
        <source>Close the other program, or open it read-only.</source>
        <translation>Schließen Sie das andere Programm oder öffnen Sie nur zum Lesen.</translation>
    </message>
    <message>
        <source>%1 was not changed, because the data directory is open read-only: %2</source>
        <translation>%1 wurde nicht geändert, weil das Datenverzeichnis nur zum Lesen geöffnet ist: %2</translation>
    </message>
    <message>
        <source>Open it for writing to make changes.</source>
        <translation>Öffnen Sie es zum Schreiben, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>The stored state of %1 is damaged: %2</source>
        <translation>Der gespeicherte Stand von %1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>It was kept aside, untouched. Restore a backup, or choose another data directory.</source>
        <translation>Er wurde unberührt beiseitegelegt. Spielen Sie eine Sicherung ein oder wählen Sie ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Greenward: %2</source>
        <translation>%1 stammt von einem neueren Greenward: %2</translation>
    </message>
    <message>
        <source>Update Greenward to open it.</source>
        <translation>Aktualisieren Sie Greenward, um es zu öffnen.</translation>
    </message>
    <message>
        <source>The disk did not confirm that %1 was written: %2</source>
        <translation>Der Datenträger hat nicht bestätigt, dass %1 geschrieben ist: %2</translation>
    </message>
    <message>
        <source>Check the disk, then open the data directory again.</source>
        <translation>Prüfen Sie den Datenträger und öffnen Sie das Datenverzeichnis erneut.</translation>
    </message>
    <message>
        <source>%1 was not found: %2</source>
        <translation>%1 wurde nicht gefunden: %2</translation>
    </message>
    <message>
        <source>Check that the directory or file exists and is mounted.</source>
        <translation>Prüfen Sie, ob Verzeichnis oder Datei da und eingehängt ist.</translation>
    </message>
    <message>
        <source>No permission for %1: %2</source>
        <translation>Kein Zugriff auf %1: %2</translation>
    </message>
    <message>
        <source>Grant access to the user Greenward runs as.</source>
        <translation>Geben Sie dem Benutzer, unter dem Greenward läuft, den Zugriff.</translation>
    </message>
    <message>
        <source>No space left for %1: %2</source>
        <translation>Kein Platz mehr für %1: %2</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 changed meanwhile and was left alone: %2</source>
        <translation>%1 hat sich inzwischen geändert und blieb unberührt: %2</translation>
    </message>
    <message>
        <source>Scan again and plan anew.</source>
        <translation>Scannen und planen Sie neu.</translation>
    </message>
    <message>
        <source>The copy of %1 is not identical and was discarded: %2</source>
        <translation>Die Kopie von %1 ist nicht gleich und wurde verworfen: %2</translation>
    </message>
    <message>
        <source>The source is untouched. Check the target disk before trying again.</source>
        <translation>Die Quelle ist unberührt. Prüfen Sie den Zieldatenträger, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 is of a kind that is not handled: %2</source>
        <translation>%1 ist von einer Art, die nicht behandelt wird: %2</translation>
    </message>
    <message>
        <source>%1 was cancelled: %2</source>
        <translation>%1 wurde abgebrochen: %2</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 gave an answer that cannot be right: %2</source>
        <translation>%1 gab eine Antwort, die nicht stimmen kann: %2</translation>
    </message>
    <message>
        <source>Reading or writing %1 failed: %2</source>
        <translation>Lesen oder Schreiben von %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Prüfen Sie den Datenträger und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A fault in Greenward itself at %1: %2</source>
        <translation>Ein Fehler in Greenward selbst bei %1: %2</translation>
    </message>
    <message>
        <source>Please report it with Help &gt; Copy diagnostics.</source>
        <translation>Bitte melden Sie ihn mit Hilfe &gt; Diagnose kopieren.</translation>
    </message>
    <message>
        <source>%1 g CO₂e</source>
        <translation>%1 g CO₂e</translation>
    </message>
    <message>
        <source>%1 g/kWh</source>
        <translation>%1 g/kWh</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 L/kWh</source>
        <translation>%1 L/kWh</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Verfallen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Eingeplant</translation>
    </message>
    <message>
        <source>Waiting for a clean grid</source>
        <translation>Wartet auf sauberen Strom</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Partly completed</source>
        <translation>Teilweise abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Hard disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>SSD</source>
        <translation>SSD</translation>
    </message>
    <message>
        <source>Tape</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Generic</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Profile, not connected</source>
        <translation>Profil, nicht angeschlossen</translation>
    </message>
    <message>
        <source>Local directory</source>
        <translation>Lokales Verzeichnis</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Marginal</source>
        <translation>Marginal</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>last known</source>
        <translation>zuletzt bekannt</translation>
    </message>
    <message>
        <source>zone, yearly average</source>
        <translation>Zone, Jahresmittel</translation>
    </message>
    <message>
        <source>country, yearly average</source>
        <translation>Land, Jahresmittel</translation>
    </message>
    <message>
        <source>default from the settings</source>
        <translation>Vorgabe der Einstellungen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umzug</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>Nur Kopie</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Symbolic link</source>
        <translation>Symbolischer Link</translation>
    </message>
    <message>
        <source>Pointer file</source>
        <translation>Verweisdatei</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>When the grid is clean</source>
        <translation>Bei sauberem Strom</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Umzug</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>Von Hand erfasst</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>%1 signal, %2</source>
        <translation>Signal %1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, zone %2</source>
        <translation>%1, Zone %2</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>CO₂ only, other gases not counted</source>
        <translation>nur CO₂, andere Gase nicht gezählt</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>abgerufen %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (zone %2)</source>
        <translation>%1 (Zone %2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Within budget</source>
        <translation>Im Budget</translation>
    </message>
    <message>
        <source>Near limit</source>
        <translation>Nahe der Grenze</translation>
    </message>
    <message>
        <source>At limit</source>
        <translation>An der Grenze</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Switched, source kept for now</source>
        <translation>Umgeschaltet, Quelle noch da</translation>
    </message>
    <message>
        <source>Releasing source</source>
        <translation>Quelle wird freigegeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Done, source kept</source>
        <translation>Erledigt, Quelle behalten</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Changed, left alone</source>
        <translation>Geändert, nicht angefasst</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>Wartet auf neuen Versuch</translation>
    </message>
    <message>
        <source>Live, estimated</source>
        <translation>Aktuell, geschätzt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Default, may under-report</source>
        <translation>Vorgabewert, evtl. zu niedrig</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht angeschlossen</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Not writable</source>
        <translation>Nicht beschreibbar</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Wird gescannt</translation>
    </message>
    <message>
        <source>Scan failed</source>
        <translation>Scan gescheitert</translation>
    </message>
    <message>
        <source>Scan incomplete</source>
        <translation>Scan unvollständig</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Gescannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 object(s)</source>
        <translation>
            <numerusform>%1 Objekt</numerusform>
            <numerusform>%1 Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has too much to do at the moment: %2</source>
        <translation>%1 hat gerade zu viel zu tun: %2</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Handed over by the service manager</source>
        <translation>Vom Dienstverwalter übergeben</translation>
    </message>
    <message>
        <source>Kept until the console closes</source>
        <translation>Bis zum Schließen der Konsole behalten</translation>
    </message>
    <message>
        <source>Saved in the keychain</source>
        <translation>Im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>Nicht eingegeben</translation>
    </message>
    <message>
        <source>Not entered; no keychain on this machine</source>
        <translation>Nicht eingegeben; kein Schlüsselbund auf diesem Rechner</translation>
    </message>
    <message>
        <source>Green score</source>
        <translation>Grünwert</translation>
    </message>
    <message>
        <source>Carbon footprint</source>
        <translation>Kohlenstoff-Fußabdruck</translation>
    </message>
    <message>
        <source>Literal formula (compatibility)</source>
        <translation>Wörtliche Formel (Kompatibilität)</translation>
    </message>
    <message>
        <source>Online (milliseconds)</source>
        <translation>Online (Millisekunden)</translation>
    </message>
    <message>
        <source>Nearline (seconds to minutes)</source>
        <translation>Nearline (Sekunden bis Minuten)</translation>
    </message>
    <message>
        <source>Offline (hours)</source>
        <translation>Offline (Stunden)</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Own statement</source>
        <translation>Eigene Angabe</translation>
    </message>
    <message>
        <source>Certificates, matched over a year</source>
        <translation>Zertifikate, übers Jahr gerechnet</translation>
    </message>
    <message>
        <source>Carbon-free energy, matched hour by hour</source>
        <translation>CO₂-freier Strom, stundengenau gerechnet</translation>
    </message>
    <message>
        <source>Provider&apos;s fact sheet</source>
        <translation>Datenblatt des Anbieters</translation>
    </message>
    <message>
        <source>The grid&apos;s own mix</source>
        <translation>Strommix des Netzes</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Between data centres</source>
        <translation>Zwischen Rechenzentren</translation>
    </message>
    <message>
        <source>Between regions</source>
        <translation>Zwischen Regionen</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Über das Internet</translation>
    </message>
    <message>
        <source>Renewable share</source>
        <translation>Erneuerbarer Anteil</translation>
    </message>
    <message>
        <source>Grid intensity</source>
        <translation>Netzintensität</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>Water (WUE)</source>
        <translation>Wasser (WUE)</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 and %2 are equal; the lower footprint, then the name decided.</source>
        <translation>%1 und %2 sind gleich; der kleinere Ausstoß, dann der Name entschied.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>input, gain</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 emits %2 less per TB-month than %3: %4.</source>
        <translation>%1 stößt je TB-Monat %2 weniger aus als %3: %4.</translation>
    </message>
    <message>
        <source>%1 leads %2 by %3: %4.</source>
        <translation>%1 liegt vor %2 um %3: %4.</translation>
    </message>
    <message>
        <source>No candidate meets every constraint: %1 excluded, %2 not rated.</source>
        <translation>Kein Kandidat erfüllt alle Bedingungen: %1 ausgeschlossen, %2 nicht bewertet.</translation>
    </message>
    <message>
        <source>%1 ranks first by %2 under the %3 signal: score %4, %5 CO₂e per TB-month, %6 in all.</source>
        <translation>%1 steht vorn, geordnet nach %2 unter dem Signal %3: %4 Punkte, %5 CO₂e je TB-Monat, insgesamt %6.</translation>
    </message>
    <message>
        <source>Provisional: not every grid intensity is a live one.</source>
        <translation>Vorläufig: Nicht jede Netzintensität ist ein aktueller Wert.</translation>
    </message>
    <message>
        <source>With other published coefficients %1 would have the lowest footprint.</source>
        <translation>Mit anderen veröffentlichten Koeffizienten hätte %1 den kleinsten Fußabdruck.</translation>
    </message>
    <message>
        <source>%1 of %2 from %3 to %4: %5 would be chosen.</source>
        <translation>%1 von %2 von %3 auf %4: %5 würde gewählt.</translation>
    </message>
    <message>
        <source>%1: lowest is %2 with %3 per TB-month.</source>
        <translation>%1: am wenigsten hat %2 mit %3 je TB-Monat.</translation>
    </message>
</context>
</TS>
