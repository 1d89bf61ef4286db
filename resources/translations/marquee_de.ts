<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AllPages</name>
    <message>
        <source>The answer doesn&apos;t say how many pages there are, so it was taken as the only one.</source>
        <translation>Die Antwort sagt nicht, wie viele Seiten es gibt; sie wurde als einzige genommen.</translation>
    </message>
    <message>
        <source>Page %1 was asked for, and page %2 came. Nothing further was asked.</source>
        <translation>Gefragt war Seite %1, es kam Seite %2. Weiter wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>The answer says that there are no pages, and holds productions. It was taken as the only page.</source>
        <translation>Laut Antwort gibt es keine Seiten, doch sie enthält Produktionen. Sie wurde als einzige Seite genommen.</translation>
    </message>
    <message>
        <source>Page %1 was asked for, and page %2 came again. Nothing further was asked; pages are missing.</source>
        <translation>Gefragt war Seite %1, es kam wieder Seite %2. Weiter wurde nicht gefragt; Seiten fehlen.</translation>
    </message>
    <message>
        <source>The pages are larger than %1 MB together. Nothing further was asked; pages are missing.</source>
        <translation>Die Seiten sind zusammen größer als %1 MB. Weiter wurde nicht gefragt; Seiten fehlen.</translation>
    </message>
    <message>
        <source>Page %1 holds the same productions as page %2. Nothing further was asked; pages may be missing.</source>
        <translation>Seite %1 enthält dieselben Produktionen wie Seite %2. Weiter wurde nicht gefragt; vielleicht fehlen Seiten.</translation>
    </message>
    <message>
        <source>The partner spoke of %1 pages first, and of %2 later.</source>
        <translation>Der Partner sprach erst von %1 Seiten, später von %2.</translation>
    </message>
    <message>
        <source>The partner spoke of %1 pages first, and only of %2 later.</source>
        <translation>Der Partner sprach erst von %1 Seiten, später nur von %2.</translation>
    </message>
    <message>
        <source>That are %1 pages, and there are more. Nothing further was asked.</source>
        <translation>Das sind %1 Seiten, und es gibt mehr. Weiter wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Page %1 couldn&apos;t be fetched, and nothing of the pages before it is kept. %2</source>
        <translation>Seite %1 ließ sich nicht abrufen; von den Seiten davor wird nichts behalten. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n Produktion</numerusform>
            <numerusform>%n Produktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Atom Tickets sent %1 on %2.</source>
        <translation>Atom Tickets sendete %1 auf %2.</translation>
    </message>
</context>
<context>
    <name>Atom</name>
    <message>
        <source>Atom Tickets needs %1.</source>
        <translation>Atom Tickets braucht %1.</translation>
    </message>
    <message>
        <source>Fill it in, or give %1.</source>
        <translation>Tragen Sie das ein, oder geben Sie %1 an.</translation>
    </message>
    <message>
        <source>a venue</source>
        <translation>eine Spielstätte</translation>
    </message>
    <message>
        <source>the ids of productions</source>
        <translation>die IDs von Produktionen</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>einen Namen</translation>
    </message>
    <message>
        <source>a vendor&apos;s production id</source>
        <translation>die Produktions-ID eines Verkäufers</translation>
    </message>
    <message>
        <source>Atom Tickets is asked for productions, and this is for another partner.</source>
        <translation>Atom Tickets wird nach Produktionen gefragt; das hier ist für einen anderen Partner.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no address for Atom Tickets.</source>
        <translation>Für Atom Tickets fehlt die Adresse.</translation>
    </message>
    <message>
        <source>Fill in its base URL.</source>
        <translation>Die Basis-URL eintragen.</translation>
    </message>
    <message>
        <source>The partner&apos;s name for Atom Tickets can&apos;t be sent.</source>
        <translation>Der Partnername für Atom Tickets lässt sich nicht senden.</translation>
    </message>
    <message>
        <source>Write it in one line, as Atom gave it.</source>
        <translation>Schreiben Sie ihn in eine Zeile, so wie Atom ihn vergab.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>What you change can&apos;t be kept as a draft right now.</source>
        <translation>Was Sie ändern, kann gerade nicht als Entwurf behalten werden.</translation>
    </message>
    <message>
        <source>Save often, and make room on the disk of “%1”.</source>
        <translation>Speichern Sie oft, und schaffen Sie Platz auf dem Datenträger von „%1“.</translation>
    </message>
    <message>
        <source>%1 (recovered)</source>
        <translation>%1 (wiederhergestellt)</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>“%1” was left out: it is neither an avail nor a batch.</source>
        <translation>„%1“ wurde ausgelassen: Es ist weder ein Avail noch ein Stapel.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t say what to expect.</source>
        <translation>„%1“ sagt nicht, was zu erwarten ist.</translation>
    </message>
    <message>
        <source>Write accepted, rejected, or rejected: a part of the complaint.</source>
        <translation>Schreiben Sie accepted, rejected oder rejected: ein Teil der Beanstandung.</translation>
    </message>
    <message>
        <source>This is a partner&apos;s reply. Take “success” out to send it.</source>
        <translation>Das ist eine Antwort des Partners. Nehmen Sie „success“ heraus, um sie zu senden.</translation>
    </message>
    <message>
        <source>This isn&apos;t an avail.</source>
        <translation>Das ist kein Avail.</translation>
    </message>
    <message>
        <source>This is a full extract, and the run sends windows.</source>
        <translation>Das ist ein Gesamtauszug, und der Lauf sendet Fenster.</translation>
    </message>
    <message>
        <source>This is a window, and the run sends full extracts.</source>
        <translation>Das ist ein Fenster, und der Lauf sendet Gesamtauszüge.</translation>
    </message>
    <message>
        <source>The item isn&apos;t in its file any more.</source>
        <translation>Der Posten steht nicht mehr in seiner Datei.</translation>
    </message>
    <message>
        <source>The item&apos;s path isn&apos;t that of a window.</source>
        <translation>Der Pfad des Postens ist nicht der eines Fensters.</translation>
    </message>
    <message>
        <source>The item has no body to send.</source>
        <translation>Der Posten hat keinen Inhalt zum Senden.</translation>
    </message>
    <message>
        <source>It can&apos;t be read.</source>
        <translation>Es lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Dry run: %1 of %2 looked at</source>
        <translation>Probelauf: %1 von %2 angesehen</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>Paused: %1 of %2 done</source>
        <translation>Angehalten: %1 von %2 erledigt</translation>
    </message>
    <message>
        <source>Stopping: waiting for %1 on their way</source>
        <translation>Wird beendet: %1 sind noch unterwegs</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Dry run: %1 ready to send, %2 not</source>
        <translation>Probelauf: %1 sendebereit, %2 nicht</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 done</source>
        <translation>Beendet: %1 von %2 erledigt</translation>
    </message>
    <message>
        <source>All %1 done</source>
        <translation>Alle %1 erledigt</translation>
    </message>
    <message>
        <source>%1 items a second</source>
        <translation>%1 Posten in der Sekunde</translation>
    </message>
    <message>
        <source>%1 items a minute</source>
        <translation>%1 Posten in der Minute</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>about %1 seconds left</source>
        <translation>noch etwa %1 Sekunden</translation>
    </message>
    <message>
        <source>about %1 minutes left</source>
        <translation>noch etwa %1 Minuten</translation>
    </message>
    <message>
        <source>about %1 hours left</source>
        <translation>noch etwa %1 Stunden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 as expected</source>
        <translation>%1 wie erwartet</translation>
    </message>
    <message>
        <source>%1 as expected, %2 not</source>
        <translation>%1 wie erwartet, %2 nicht</translation>
    </message>
    <message>
        <source>“%1” was left out: it isn&apos;t a %2 file.</source>
        <translation>„%1“ wurde ausgelassen: Es ist keine %2-Datei.</translation>
    </message>
    <message>
        <source>“%1” was left out: it isn&apos;t a message of performances.</source>
        <translation>„%1“ wurde ausgelassen: Es ist keine Meldung von Vorstellungen.</translation>
    </message>
</context>
<context>
    <name>Callback</name>
    <message>
        <source>Successfully processed</source>
        <translation>Erfolgreich verarbeitet</translation>
    </message>
    <message>
        <source>The partner failed inside, and rejected this update. Send it again; if it stays, ask the partner.</source>
        <translation>Beim Partner ist etwas fehlgeschlagen, und er hat diese Änderung abgelehnt. Noch einmal senden; bleibt es dabei, den Partner fragen.</translation>
    </message>
    <message>
        <source>The structure is wrong, or a value isn&apos;t of its type. This update was rejected.</source>
        <translation>Der Aufbau stimmt nicht, oder ein Wert hat den falschen Typ. Diese Änderung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>A field that has to be there is missing or empty. This update was rejected.</source>
        <translation>Ein Pflichtfeld fehlt oder ist leer. Diese Änderung wurde abgelehnt.</translation>
    </message>
</context>
<context>
    <name>CallbackReader</name>
    <message>
        <source>This isn&apos;t a callback: it isn&apos;t XML.</source>
        <translation>Das ist keine Rückmeldung: Es ist kein XML.</translation>
    </message>
    <message>
        <source>This isn&apos;t a callback: it begins with “%1”.</source>
        <translation>Das ist keine Rückmeldung: Es beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>A callback of Showtime Analytics begins with ShowTimeAnalyticsResponse.</source>
        <translation>Eine Rückmeldung von Showtime Analytics beginnt mit ShowTimeAnalyticsResponse.</translation>
    </message>
</context>
<context>
    <name>CallbackStore</name>
    <message>
        <source>The stored callback “%1” can&apos;t be read.</source>
        <translation>Die gespeicherte Rückmeldung „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Remove the file, or ask the partner what became of the message.</source>
        <translation>Die Datei entfernen oder den Partner fragen, was aus der Meldung wurde.</translation>
    </message>
    <message>
        <source>A callback can&apos;t be kept: %1.</source>
        <translation>Eine Rückmeldung kann nicht aufbewahrt werden: %1.</translation>
    </message>
    <message>
        <source>Make room on the disk, or let the folder “%1” be written.</source>
        <translation>Platz auf dem Datenträger schaffen oder das Schreiben in den Ordner „%1“ erlauben.</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>Install the program anew.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The catalogue of fields contradicts itself: %1.</source>
        <translation>Der Feldkatalog widerspricht sich: %1.</translation>
    </message>
    <message>
        <source>The catalogue of fields is missing or broken: %1.</source>
        <translation>Der Feldkatalog fehlt oder ist beschädigt: %1.</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>The file isn&apos;t there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>Correct its path on the environment&apos;s page; it begins at the workspace.</source>
        <translation>Den Pfad auf der Seite der Umgebung berichtigen; er beginnt beim Arbeitsordner.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Look at its permissions.</source>
        <translation>Ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>This is a signing request, not a certificate.</source>
        <translation>Das ist eine Zertifikatsanforderung, kein Zertifikat.</translation>
    </message>
    <message>
        <source>Send it to the partner; what comes back is the certificate.</source>
        <translation>Sie dem Partner schicken; was zurückkommt, ist das Zertifikat.</translation>
    </message>
    <message>
        <source>This is a key, not a certificate.</source>
        <translation>Das ist ein Schlüssel, kein Zertifikat.</translation>
    </message>
    <message>
        <source>Certificate and key are swapped: name them the other way round.</source>
        <translation>Zertifikat und Schlüssel sind vertauscht: umgekehrt angeben.</translation>
    </message>
    <message>
        <source>There is no certificate in this file.</source>
        <translation>In dieser Datei steht kein Zertifikat.</translation>
    </message>
    <message>
        <source>Choose the file with -----BEGIN CERTIFICATE----- in it.</source>
        <translation>Die Datei wählen, in der -----BEGIN CERTIFICATE----- steht.</translation>
    </message>
    <message>
        <source>This is neither PEM nor PKCS#12.</source>
        <translation>Das ist weder PEM noch PKCS#12.</translation>
    </message>
    <message>
        <source>Choose the certificate that the partner sent, a .crt, .pem or .p12 file.</source>
        <translation>Das Zertifikat wählen, das der Partner geschickt hat: eine .crt-, .pem- oder .p12-Datei.</translation>
    </message>
    <message>
        <source>Ask the partner for the present one.</source>
        <translation>Den Partner um das gültige bitten.</translation>
    </message>
    <message>
        <source>Make a new key and signing request, and send the request to the partner.</source>
        <translation>Einen neuen Schlüssel und eine Zertifikatsanforderung erstellen und die Anforderung dem Partner schicken.</translation>
    </message>
    <message>
        <source>The certificate “%1” expired on %2.</source>
        <translation>Das Zertifikat „%1“ ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate “%1” is valid from %2 only.</source>
        <translation>Das Zertifikat „%1“ gilt erst ab %2.</translation>
    </message>
    <message>
        <source>Wait until then, or look whether this computer&apos;s clock is right.</source>
        <translation>Bis dahin warten oder prüfen, ob die Uhr dieses Rechners richtig geht.</translation>
    </message>
    <message>
        <source>The certificate “%1” expires in %2 days, on %3.</source>
        <translation>Das Zertifikat „%1“ läuft in %2 Tagen ab, am %3.</translation>
    </message>
    <message>
        <source>The certificate “%1” is valid until %2.</source>
        <translation>Das Zertifikat „%1“ gilt bis %2.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t an authority&apos;s certificate.</source>
        <translation>„%1“ ist kein Zertifikat einer Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>Choose the partner&apos;s CA certificate, often called cacert.</source>
        <translation>Das CA-Zertifikat des Partners wählen, oft cacert genannt.</translation>
    </message>
    <message>
        <source>There is a key, but no certificate to go with it.</source>
        <translation>Es gibt einen Schlüssel, aber kein Zertifikat dazu.</translation>
    </message>
    <message>
        <source>Choose the client certificate that the partner sent.</source>
        <translation>Das Client-Zertifikat wählen, das der Partner geschickt hat.</translation>
    </message>
    <message>
        <source>The file is protected by a password, and none is given.</source>
        <translation>Die Datei ist durch ein Passwort geschützt, und es ist keines angegeben.</translation>
    </message>
    <message>
        <source>Give the password&apos;s place on the environment&apos;s page.</source>
        <translation>Auf der Seite der Umgebung angeben, wo das Passwort liegt.</translation>
    </message>
    <message>
        <source>The password doesn&apos;t open this file.</source>
        <translation>Das Passwort öffnet diese Datei nicht.</translation>
    </message>
    <message>
        <source>Look for the one that came with it, and give that.</source>
        <translation>Das suchen, das mit ihr kam, und es angeben.</translation>
    </message>
    <message>
        <source>This PKCS#12 file can&apos;t be read.</source>
        <translation>Diese PKCS#12-Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Ask for it again, or convert it to PEM with openssl pkcs12.</source>
        <translation>Erneut anfordern oder mit openssl pkcs12 nach PEM umwandeln.</translation>
    </message>
    <message>
        <source>There is no key in this file.</source>
        <translation>In dieser Datei steht kein Schlüssel.</translation>
    </message>
    <message>
        <source>Export certificate and key together.</source>
        <translation>Zertifikat und Schlüssel zusammen exportieren.</translation>
    </message>
    <message>
        <source>The key is encrypted, and no password is given.</source>
        <translation>Der Schlüssel ist verschlüsselt, und es ist kein Passwort angegeben.</translation>
    </message>
    <message>
        <source>The password doesn&apos;t open this key.</source>
        <translation>Das Passwort öffnet diesen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Look for the one that the key was made with, and give that.</source>
        <translation>Das suchen, mit dem der Schlüssel erstellt wurde, und es angeben.</translation>
    </message>
    <message>
        <source>The key is damaged, or of a kind that can&apos;t be read.</source>
        <translation>Der Schlüssel ist beschädigt oder von einer Art, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>Make a new one: openssl genrsa -out client.key 2048.</source>
        <translation>Einen neuen erstellen: openssl genrsa -out client.key 2048.</translation>
    </message>
    <message>
        <source>This is a public key; the private one is needed.</source>
        <translation>Das ist ein öffentlicher Schlüssel; gebraucht wird der private.</translation>
    </message>
    <message>
        <source>Choose the file with PRIVATE KEY in it.</source>
        <translation>Die Datei wählen, in der PRIVATE KEY steht.</translation>
    </message>
    <message>
        <source>There is a certificate, but no key to go with it.</source>
        <translation>Es gibt ein Zertifikat, aber keinen Schlüssel dazu.</translation>
    </message>
    <message>
        <source>Choose the key that its signing request was made with.</source>
        <translation>Den Schlüssel wählen, mit dem die Zertifikatsanforderung erstellt wurde.</translation>
    </message>
    <message>
        <source>This is a certificate, not a key.</source>
        <translation>Das ist ein Zertifikat, kein Schlüssel.</translation>
    </message>
    <message>
        <source>This isn&apos;t a key in PEM form.</source>
        <translation>Das ist kein Schlüssel in PEM-Form.</translation>
    </message>
    <message>
        <source>Choose the file with -----BEGIN PRIVATE KEY----- in it.</source>
        <translation>Die Datei wählen, in der -----BEGIN PRIVATE KEY----- steht.</translation>
    </message>
    <message>
        <source>The certificate isn&apos;t made for clients.</source>
        <translation>Das Zertifikat ist nicht für Clients gemacht.</translation>
    </message>
    <message>
        <source>If the partner refuses it, ask for one for client authentication.</source>
        <translation>Lehnt der Partner es ab, eines zur Client-Authentifizierung anfordern.</translation>
    </message>
    <message>
        <source>The key doesn&apos;t belong to the certificate “%1”.</source>
        <translation>Der Schlüssel gehört nicht zum Zertifikat „%1“.</translation>
    </message>
    <message>
        <source>Keys of this kind can&apos;t be used.</source>
        <translation>Schlüssel dieser Art lassen sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Make an RSA key: openssl genrsa -out client.key 2048.</source>
        <translation>Einen RSA-Schlüssel erstellen: openssl genrsa -out client.key 2048.</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>The environment “%1” has no address for Prime Video.</source>
        <translation>Die Umgebung „%1“ hat keine Adresse für Prime Video.</translation>
    </message>
    <message>
        <source>Fill in its base URL.</source>
        <translation>Die Basis-URL eintragen.</translation>
    </message>
    <message>
        <source>The environment “%1” has no address for Showtime Analytics.</source>
        <translation>Die Umgebung „%1“ hat keine Adresse für Showtime Analytics.</translation>
    </message>
    <message>
        <source>This is for another partner.</source>
        <translation>Das ist für einen anderen Partner.</translation>
    </message>
    <message>
        <source>The environment “%1” has no address for Atom Tickets.</source>
        <translation>Die Umgebung „%1“ hat keine Adresse für Atom Tickets.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Payloads (*.json *.xml);;All files (*)</source>
        <translation>Nutzdaten (*.json *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the workspace&apos;s folder</source>
        <translation>Arbeitsordner wählen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t saved. Save it?</source>
        <translation>„%1“ ist nicht gespeichert. Jetzt speichern?</translation>
    </message>
    <message>
        <source>%1 documents aren&apos;t saved. Save them?</source>
        <translation>%1 Dokumente sind nicht gespeichert. Jetzt speichern?</translation>
    </message>
    <message>
        <source>What you changed is lost otherwise.</source>
        <translation>Sonst gehen die Änderungen verloren.</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>The partner will very likely refuse this. Look at the problems first, or send it all the same.</source>
        <translation>Der Partner wird das sehr wahrscheinlich ablehnen. Sehen Sie zuerst die Probleme an, oder senden Sie trotzdem.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>%1 in “%2”?</source>
        <translation>%1 in „%2“?</translation>
    </message>
    <message>
        <source>This environment is protected: what is sent counts. Type its name to go on.</source>
        <translation>Diese Umgebung ist geschützt: Was gesendet wird, gilt. Zum Fortfahren den Namen eingeben.</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>Name der Umgebung</translation>
    </message>
    <message>
        <source>This could be meant</source>
        <translation>So könnte es gemeint sein</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>So ist es</translation>
    </message>
    <message>
        <source>As it would be</source>
        <translation>So würde es</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JUnit reports (*.xml)</source>
        <translation>JUnit-Berichte (*.xml)</translation>
    </message>
    <message>
        <source>HTTP archives (*.har)</source>
        <translation>HTTP-Archive (*.har)</translation>
    </message>
    <message>
        <source>Payloads (*.json)</source>
        <translation>Nutzdaten (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet: there are %n error(s).</source>
        <translation>
            <numerusform>Noch nicht gesendet: Es gibt %n Fehler.</numerusform>
            <numerusform>Noch nicht gesendet: Es gibt %n Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Marquee ended before everything was saved.</source>
        <translation>Marquee endete, bevor alles gespeichert war.</translation>
    </message>
    <message>
        <source>These documents can be had back as they were, and what you did can be undone. Nothing is written to their files.</source>
        <translation>Diese Dokumente können Sie zurückhaben, wie sie waren; jeder Schritt lässt sich rückgängig machen. In ihre Dateien wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Documents that weren&apos;t saved</source>
        <translation>Dokumente, die nicht gespeichert sind</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>There is nothing at %1.</source>
        <translation>Bei %1 steht nichts.</translation>
    </message>
    <message>
        <source>%1 can&apos;t hold that.</source>
        <translation>%1 kann das nicht aufnehmen.</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>This draft can&apos;t be read.</source>
        <translation>Dieser Entwurf ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Leave it out, and go on with the file as it was saved.</source>
        <translation>Lassen Sie ihn weg, und arbeiten Sie mit der Datei weiter, wie sie gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n day(s))</source>
        <translation>
            <numerusform>%1 (%n Tag)</numerusform>
            <numerusform>%1 (%n Tage)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>“%1” of the environment “%2” is written out in marquee.json.</source>
        <translation>„%1“ der Umgebung „%2“ steht im Klartext in marquee.json.</translation>
    </message>
    <message>
        <source>Write {&quot;variable&quot;: NAME} or {&quot;keychain&quot;: NAME} instead, and change the secret: others may have read it.</source>
        <translation>Schreiben Sie stattdessen {&quot;variable&quot;: NAME} oder {&quot;keychain&quot;: NAME}, und ändern Sie das Geheimnis: Andere könnten es gelesen haben.</translation>
    </message>
    <message>
        <source>An environment in marquee.json has no name.</source>
        <translation>Eine Umgebung in marquee.json hat keinen Namen.</translation>
    </message>
    <message>
        <source>“sandbox” is the built-in environment&apos;s name.</source>
        <translation>„sandbox“ heißt schon die eingebaute Umgebung.</translation>
    </message>
    <message>
        <source>Give yours another.</source>
        <translation>Geben Sie Ihrer einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read.</source>
        <translation>„%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Two environments are named “%1”.</source>
        <translation>Zwei Umgebungen heißen „%1“.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be understood: %2.</source>
        <translation>„%1“ ist nicht verständlich: %2.</translation>
    </message>
    <message>
        <source>The %1 of “%2” isn&apos;t an address.</source>
        <translation>%1 von „%2“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>Write it like %1.</source>
        <translation>So geschrieben: %1.</translation>
    </message>
    <message>
        <source>The %1 of “%2” has a user or password in it.</source>
        <translation>%1 von „%2“ enthält einen Benutzer oder ein Passwort.</translation>
    </message>
    <message>
        <source>Take it out, and change the password: others may have read it.</source>
        <translation>Nehmen Sie es heraus, und ändern Sie das Passwort: Andere können es gelesen haben.</translation>
    </message>
    <message>
        <source>%1 of “%2” has to be from %3 to %4.</source>
        <translation>%1 von „%2“ muss von %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>The proxy of “%1” can&apos;t be understood.</source>
        <translation>Der Proxy von „%1“ ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Write &quot;system&quot;, &quot;none&quot; or {&quot;url&quot;: &quot;http://proxy.example:3128&quot;}.</source>
        <translation>Schreiben Sie &quot;system&quot;, &quot;none&quot; oder {&quot;url&quot;: &quot;http://proxy.example:3128&quot;}.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The file is as it was. Free some space, or look at its permissions.</source>
        <translation>Die Datei ist, wie sie war. Schaffen Sie Platz, oder sehen Sie nach ihren Rechten.</translation>
    </message>
</context>
<context>
    <name>EnvironmentDraft</name>
    <message>
        <source>Give the environment a name.</source>
        <translation>Geben Sie der Umgebung einen Namen.</translation>
    </message>
    <message>
        <source>“sandbox” is the built-in environment&apos;s name. Choose another.</source>
        <translation>„sandbox“ heißt die eingebaute Umgebung. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Two environments have this name. Choose another for one of them.</source>
        <translation>Zwei Umgebungen heißen so. Wählen Sie für eine einen anderen Namen.</translation>
    </message>
    <message>
        <source>A colour is # and six digits from 0 to f, like #b3261e.</source>
        <translation>Eine Farbe ist # und sechs Ziffern von 0 bis f, etwa #b3261e.</translation>
    </message>
    <message>
        <source>Fill in the address, like %1.</source>
        <translation>Tragen Sie die Adresse ein, etwa %1.</translation>
    </message>
    <message>
        <source>This isn&apos;t an address that begins with %1. Write it like %2.</source>
        <translation>Das ist keine Adresse, die mit %1 beginnt. So geschrieben: %2.</translation>
    </message>
    <message>
        <source>There is a user or a password in this address. Take it out; it would be readable in marquee.json.</source>
        <translation>In dieser Adresse steht ein Benutzer oder ein Passwort. Nehmen Sie es heraus; es wäre in marquee.json lesbar.</translation>
    </message>
    <message>
        <source>Write a whole number from %1 to %2.</source>
        <translation>Schreiben Sie eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>Write a number from %1 to %2.</source>
        <translation>Schreiben Sie eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>Give it a name: it is found by that. The secret itself isn&apos;t saved in marquee.json.</source>
        <translation>Geben Sie ihm einen Namen: Darunter wird es gefunden. Das Geheimnis selbst steht nicht in marquee.json.</translation>
    </message>
    <message>
        <source>Only an address on this computer may begin with http://. Begin this one with https://.</source>
        <translation>Nur eine Adresse auf diesem Rechner darf mit http:// beginnen. Diese mit https:// beginnen.</translation>
    </message>
    <message>
        <source>A user can&apos;t have a colon. Look again at what Showtime sent you.</source>
        <translation>Ein Benutzer kann keinen Doppelpunkt haben. Noch einmal nachsehen, was Showtime geschickt hat.</translation>
    </message>
    <message>
        <source>Fill in the user that Showtime sent you.</source>
        <translation>Den Benutzer eintragen, den Showtime geschickt hat.</translation>
    </message>
    <message>
        <source>Write it like %1.</source>
        <translation>So geschrieben: %1.</translation>
    </message>
</context>
<context>
    <name>Episodes</name>
    <message>
        <source>The avail names no licensor, so the windows have no address.</source>
        <translation>Der Avail nennt keinen Lizenzgeber, also haben die Fenster keine Adresse.</translation>
    </message>
    <message>
        <source>Name the licensor in the avail first.</source>
        <translation>Nennen Sie zuerst den Lizenzgeber im Avail.</translation>
    </message>
    <message>
        <source>The batch document would be larger than this program takes.</source>
        <translation>Der Stapel würde größer, als dieses Programm annimmt.</translation>
    </message>
    <message>
        <source>Make fewer episodes at once.</source>
        <translation>Legen Sie weniger Folgen auf einmal an.</translation>
    </message>
    <message>
        <source>There are no windows, so there is nothing for a batch.</source>
        <translation>Es gibt keine Fenster, also auch nichts für einen Stapel.</translation>
    </message>
    <message>
        <source>Add windows to the avail first.</source>
        <translation>Fügen Sie dem Avail zuerst Fenster hinzu.</translation>
    </message>
    <message>
        <source>Avail ID</source>
        <translation>Avail-ID</translation>
    </message>
    <message>
        <source>The pattern leaves an empty avail ID.</source>
        <translation>Das Muster ergibt eine leere Avail-ID.</translation>
    </message>
    <message>
        <source>Name what tells the episodes apart, such as {id}E{n:2}.</source>
        <translation>Nennen Sie, was die Folgen unterscheidet, etwa {id}E{n:2}.</translation>
    </message>
    <message>
        <source>Content ID</source>
        <translation>Inhalts-ID</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>The pattern leaves an empty file name.</source>
        <translation>Das Muster ergibt einen leeren Dateinamen.</translation>
    </message>
    <message>
        <source>Leave it empty: then files are called by their avail ID.</source>
        <translation>Lassen Sie es leer: Dann heißen die Dateien wie ihre Avail-ID.</translation>
    </message>
    <message>
        <source>Entitlement ID</source>
        <translation>Berechtigungs-ID</translation>
    </message>
    <message>
        <source>Season ID</source>
        <translation>Staffel-ID</translation>
    </message>
    <message>
        <source>Season title</source>
        <translation>Staffeltitel</translation>
    </message>
    <message>
        <source>Window IDs</source>
        <translation>Fenster-IDs</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) at most can be made at once.</source>
        <translation>
            <numerusform>Höchstens %n Folge kann auf einmal angelegt werden.</numerusform>
            <numerusform>Höchstens %n Folgen können auf einmal angelegt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make them in parts.</source>
        <translation>Legen Sie sie in Teilen an.</translation>
    </message>
    <message>
        <source>So many episodes of such a large avail are more than this program takes at once.</source>
        <translation>So viele Folgen eines so großen Avails sind mehr, als dieses Programm auf einmal annimmt.</translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) are left over.</source>
        <translation>
            <numerusform>%n Titel bleibt übrig.</numerusform>
            <numerusform>%n Titel bleiben übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The avail has more than one title; the first that belongs to a series becomes the episode.</source>
        <translation>Der Avail hat mehr als einen Titel; der erste, der zu einer Serie gehört, wird zur Folge.</translation>
    </message>
    <message>
        <source>The pattern leaves an empty window ID.</source>
        <translation>Das Muster ergibt eine leere Fenster-ID.</translation>
    </message>
    <message>
        <source>Leave it empty for random IDs.</source>
        <translation>Lassen Sie es für zufällige IDs leer.</translation>
    </message>
    <message>
        <source>Two windows would have the ID “%1”.</source>
        <translation>Zwei Fenster hätten die ID „%1“.</translation>
    </message>
    <message>
        <source>Name what tells them apart: {alid} and {window}. Or leave it empty for random IDs.</source>
        <translation>Nennen Sie, was sie unterscheidet: {alid} und {window}. Oder lassen Sie es für zufällige IDs leer.</translation>
    </message>
    <message>
        <source>Another of these episodes has the ID “%1”.</source>
        <translation>Eine andere dieser Folgen hat schon die ID „%1“.</translation>
    </message>
    <message>
        <source>“%1” is the ID of the avail that they are made of.</source>
        <translation>„%1“ ist die ID des Avails, aus dem sie entstehen.</translation>
    </message>
    <message>
        <source>The workspace has an avail “%1” already.</source>
        <translation>Im Arbeitsordner gibt es schon einen Avail „%1“.</translation>
    </message>
    <message>
        <source>Another of these episodes has the file name “%1”.</source>
        <translation>Eine andere dieser Folgen hat schon den Dateinamen „%1“.</translation>
    </message>
    <message>
        <source>The folder has a file “%1” already.</source>
        <translation>Im Ordner gibt es schon eine Datei „%1“.</translation>
    </message>
    <message>
        <source>It may name %1.</source>
        <translation>Darin kann stehen: %1.</translation>
    </message>
    <message>
        <source>Episodes can&apos;t be made of this avail: its work type isn&apos;t Season, Series or Episode.</source>
        <translation>Aus diesem Avail können keine Folgen entstehen: Seine Werkart ist weder Season noch Series noch Episode.</translation>
    </message>
    <message>
        <source>Episodes are made of an avail.</source>
        <translation>Folgen entstehen aus einem Avail.</translation>
    </message>
    <message>
        <source>Open the avail of the season first.</source>
        <translation>Öffnen Sie zuerst den Avail der Staffel.</translation>
    </message>
</context>
<context>
    <name>ExchangeCompare</name>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Body, from byte %1 (line %2)</source>
        <translation>Inhalt, ab Byte %1 (Zeile %2)</translation>
    </message>
    <message>
        <source>Header %1</source>
        <translation>Kopfzeile %1</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>“%1” isn&apos;t a fault.</source>
        <translation>„%1“ ist keine Störung.</translation>
    </message>
    <message>
        <source>Write it like reset:put-full@2x1. Kinds: %1.</source>
        <translation>Schreiben Sie sie wie reset:put-full@2x1. Arten: %1.</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Says that it failed inside (500)</source>
        <translation>Meldet einen inneren Fehler (500)</translation>
    </message>
    <message>
        <source>Says that it is overloaded (503)</source>
        <translation>Meldet Überlastung (503)</translation>
    </message>
    <message>
        <source>Sent again with growing waits, whatever the operation.</source>
        <translation>Wird mit wachsenden Pausen erneut gesendet, bei jedem Vorgang.</translation>
    </message>
    <message>
        <source>Says that too many requests came (429)</source>
        <translation>Meldet zu viele Anfragen (429)</translation>
    </message>
    <message>
        <source>It asks for a second&apos;s wait, which is heeded; then sent again, whatever the operation.</source>
        <translation>Bittet um eine Sekunde Pause, die eingehalten wird; dann wird erneut gesendet, bei jedem Vorgang.</translation>
    </message>
    <message>
        <source>Refuses you (401)</source>
        <translation>Weist Sie ab (401)</translation>
    </message>
    <message>
        <source>Not sent again: a key or a right is missing.</source>
        <translation>Wird nicht erneut gesendet: Ein Schlüssel oder ein Recht fehlt.</translation>
    </message>
    <message>
        <source>Closes before the reply; the request is applied</source>
        <translation>Führt aus und bricht vor der Antwort ab</translation>
    </message>
    <message>
        <source>The partner has it, and can be asked. What only asks (get, validate) ends as failed.</source>
        <translation>Der Partner hat es und lässt sich fragen. Was nur fragt (get, validate), endet als fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Closes before the request is read</source>
        <translation>Bricht ab, bevor die Anfrage gelesen ist</translation>
    </message>
    <message>
        <source>The partner doesn&apos;t have it, but nobody can tell without asking.</source>
        <translation>Der Partner hat es nicht, doch ohne Nachfrage weiß das niemand.</translation>
    </message>
    <message>
        <source>Takes the request and never answers</source>
        <translation>Nimmt die Anfrage und antwortet nie</translation>
    </message>
    <message>
        <source>Given up after the time that the environment allows.</source>
        <translation>Wird nach der Zeit aufgegeben, die die Umgebung erlaubt.</translation>
    </message>
    <message>
        <source>Answers one byte a second</source>
        <translation>Antwortet mit einem Byte je Sekunde</translation>
    </message>
    <message>
        <source>The request is applied, and given up before the reply is complete.</source>
        <translation>Die Anfrage wird ausgeführt und aufgegeben, bevor die Antwort vollständig ist.</translation>
    </message>
    <message>
        <source>Cuts the reply off in its middle</source>
        <translation>Bricht mitten in der Antwort ab</translation>
    </message>
    <message>
        <source>The request is applied; the half that came isn&apos;t believed.</source>
        <translation>Die Anfrage wird ausgeführt; der halben Antwort wird nicht geglaubt.</translation>
    </message>
    <message>
        <source>Answers with something unreadable</source>
        <translation>Antwortet mit etwas Unlesbarem</translation>
    </message>
    <message>
        <source>200, but not JSON: that isn&apos;t the partner&apos;s word.</source>
        <translation>200, aber kein JSON: Das gilt nicht als Wort des Partners.</translation>
    </message>
    <message>
        <source>Answers with a proxy&apos;s sign-in page</source>
        <translation>Antwortet mit der Anmeldeseite eines Proxys</translation>
    </message>
    <message>
        <source>200, but a web page: the partner may not have seen it.</source>
        <translation>200, aber eine Webseite: Vielleicht hat der Partner es nie gesehen.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sends you to another host (302)</source>
        <translation>Verweist auf einen anderen Host (302)</translation>
    </message>
    <message>
        <source>Not followed, and no key is shown to that host.</source>
        <translation>Dem wird nicht gefolgt, und jener Host bekommt keinen Schlüssel zu sehen.</translation>
    </message>
    <message>
        <source>Sent again with growing waits, but for batch put, batch delete and messages. Nothing was applied.</source>
        <translation>Wird mit wachsenden Pausen noch einmal gesendet, außer bei Stapel-Put, Stapel-Delete und Meldungen. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>Rejects every second item of a batch or message</source>
        <translation>Lehnt jeden zweiten Eintrag eines Stapels oder einer Meldung ab</translation>
    </message>
    <message>
        <source>The other items are accepted. Each item shows its own outcome; of a message, the callback says it.</source>
        <translation>Die anderen Einträge werden angenommen. Jeder Eintrag zeigt sein eigenes Ergebnis; bei einer Meldung sagt es die Rückmeldung.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>“%1” is larger than %2 MB.</source>
        <translation>„%1“ ist größer als %2 MB.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Teilen Sie sie in mehrere Dateien auf.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>„%1“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name the files in it.</source>
        <translation>Nennen Sie die Dateien darin.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be opened: %2.</source>
        <translation>„%1“ lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Ask whoever owns the file for the right to read it.</source>
        <translation>Bitten Sie den Besitzer der Datei um das Leserecht.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation>„%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a file.</source>
        <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>“%1” couldn&apos;t be saved: %2. What stood there still stands.</source>
        <translation>„%1“ ließ sich nicht speichern: %2. Der alte Inhalt ist erhalten.</translation>
    </message>
    <message>
        <source>Save under another name or in another folder.</source>
        <translation>Speichern Sie unter einem anderen Namen oder in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” is too large to be looked into here.</source>
        <translation>„%1“ ist zu groß, um hier durchgesehen zu werden.</translation>
    </message>
</context>
<context>
    <name>HelpSheets</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What is checked. Choose one to read why.</source>
        <translation>Was geprüft wird. Eine Regel auswählen, um den Grund zu lesen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Marquee %1</source>
        <translation>Marquee %1</translation>
    </message>
    <message>
        <source>An editor for avails and their terms. The document is the payload: what you see is what is stored and sent.

Free software under the GNU General Public License, version 3 or later. Qt %1.</source>
        <translation>Ein Editor für Avails und ihre Konditionen. Das Dokument sind die Nutzdaten: Was Sie sehen, wird gespeichert und gesendet.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Qt %1.</translation>
    </message>
</context>
<context>
    <name>InspectorLink</name>
    <message>
        <source>An open document</source>
        <translation>Ein offenes Dokument</translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message>
        <source>The filter comes to %1.</source>
        <translation>Der Filter ergibt %1.</translation>
    </message>
    <message numerus="yes">
        <source>filtered: %n match(es). The summary is of all of the payload.</source>
        <translation>
            <numerusform>gefiltert: %n Treffer. Die Übersicht gilt für alle Nutzdaten.</numerusform>
            <numerusform>gefiltert: %n Treffer. Die Übersicht gilt für alle Nutzdaten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inventory</name>
    <message>
        <source>This isn&apos;t an avail any more.</source>
        <translation>Das ist kein Avail mehr.</translation>
    </message>
    <message>
        <source>Open it to see what it is now.</source>
        <translation>Öffnen Sie das Dokument, um zu sehen, was es jetzt ist.</translation>
    </message>
    <message>
        <source>The windows aren&apos;t there any more.</source>
        <translation>Die Fenster sind nicht mehr da.</translation>
    </message>
    <message>
        <source>Close this and select the windows again.</source>
        <translation>Schließen Sie dies, und wählen Sie die Fenster erneut aus.</translation>
    </message>
    <message>
        <source>It was changed meanwhile, and stays as it is now.</source>
        <translation>Es wurde inzwischen geändert und bleibt, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Look at it, and make the change again where it is still wanted.</source>
        <translation>Sehen Sie es sich an, und wiederholen Sie die Änderung, wo sie noch gewünscht ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) would end before the start.</source>
        <translation>
            <numerusform>%n Fenster endete vor seinem Beginn.</numerusform>
            <numerusform>%n Fenster endeten vor ihrem Beginn.</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>Das ganze Fenster</translation>
    </message>
    <message>
        <source>No window would be left. An avail needs one to be sent.</source>
        <translation>Es bliebe kein Fenster übrig. Ein Avail braucht eines, um gesendet zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n window(s)</source>
        <translation>
            <numerusform>%n Fenster entfernen</numerusform>
            <numerusform>%n Fenster entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n window(s) together</source>
        <translation>
            <numerusform>%n Fenster gemeinsam ändern</numerusform>
            <numerusform>%n Fenster gemeinsam ändern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemSummary</name>
    <message numerus="yes">
        <source>(+ %n more)</source>
        <translation>
            <numerusform>(+ %n weiteres)</numerusform>
            <numerusform>(+ %n weitere)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemsTable</name>
    <message>
        <source>Items of the batch</source>
        <translation>Posten des Stapels</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The journal “%1” was written by a newer version of this program.</source>
        <translation>Das Journal „%1“ stammt von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>Use that version, or move the file away.</source>
        <translation>Jene Version verwenden oder die Datei an einen anderen Ort legen.</translation>
    </message>
    <message>
        <source>The journal can&apos;t be written: %1.</source>
        <translation>Das Journal lässt sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>Nothing is sent that isn&apos;t in the journal. Free some space where it is, or look at its permissions.</source>
        <translation>Gesendet wird nur, was im Journal steht. Dort Platz schaffen oder die Rechte prüfen.</translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation>Unterwegs.</translation>
    </message>
    <message>
        <source>The program ended before the answer came. The partner may have taken it all the same.</source>
        <translation>Das Programm endete, bevor die Antwort kam. Der Partner kann es trotzdem angenommen haben.</translation>
    </message>
    <message>
        <source>There is no journal yet: nothing was sent.</source>
        <translation>Es gibt noch kein Journal: Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The program ended before the answer came. Showtime may have queued it all the same; its callback tells.</source>
        <translation>Das Programm endete, bevor die Antwort kam. Showtime kann sie trotzdem eingereiht haben; die Rückmeldung sagt es.</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>the end of the file: one payload, and nothing after it</source>
        <translation>das Ende der Datei: ein Dokument, und nichts danach</translation>
    </message>
    <message>
        <source>the end of this comment, */</source>
        <translation>das Ende dieses Kommentars, */</translation>
    </message>
    <message>
        <source>a value, before the end of the file</source>
        <translation>ein Wert, noch vor dem Ende der Datei</translation>
    </message>
    <message>
        <source>a value: text in double quotes, a number, true, false, null, { or [</source>
        <translation>ein Wert: Text in doppelten Anführungszeichen, eine Zahl, true, false, null, { oder [</translation>
    </message>
    <message>
        <source>a number without a zero in front</source>
        <translation>eine Zahl ohne führende Null</translation>
    </message>
    <message>
        <source>a digit after the decimal point</source>
        <translation>eine Ziffer nach dem Dezimalpunkt</translation>
    </message>
    <message>
        <source>a digit in the exponent</source>
        <translation>eine Ziffer im Exponenten</translation>
    </message>
    <message>
        <source>a whole character: half of a surrogate pair stands here</source>
        <translation>ein ganzes Zeichen: Hier steht ein halbes Surrogatpaar</translation>
    </message>
    <message>
        <source>four hexadecimal digits after \u</source>
        <translation>vier Hexadezimalziffern nach \u</translation>
    </message>
    <message>
        <source>the closing quote of this text, before the end of the file</source>
        <translation>das schließende Anführungszeichen dieses Textes, noch vor dem Ende der Datei</translation>
    </message>
    <message>
        <source>the closing quote, or an escape such as \n: a line break or control character stands in the text</source>
        <translation>das schließende Anführungszeichen oder eine Maskierung wie \n: Im Text steht ein Zeilenumbruch oder Steuerzeichen</translation>
    </message>
    <message>
        <source>a character after the backslash</source>
        <translation>ein Zeichen nach dem Rückstrich</translation>
    </message>
    <message>
        <source>an escape that JSON knows: \&quot; \\ \/ \b \f \n \r \t or \u</source>
        <translation>eine Maskierung, die JSON kennt: \&quot; \\ \/ \b \f \n \r \t oder \u</translation>
    </message>
    <message>
        <source>a colon after the name</source>
        <translation>ein Doppelpunkt nach dem Namen</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>höchstens %1 Ebenen</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>ein Komma oder }</translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation>ein Komma oder ]</translation>
    </message>
    <message>
        <source>a name in double quotes, or }</source>
        <translation>ein Name in doppelten Anführungszeichen oder }</translation>
    </message>
    <message>
        <source>a name in double quotes</source>
        <translation>ein Name in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>a value, or ]</source>
        <translation>ein Wert oder ]</translation>
    </message>
    <message>
        <source>Line %1, column %2 isn&apos;t valid UTF-8: expected %3.</source>
        <translation>Zeile %1, Spalte %2 ist kein gültiges UTF-8. Erwartet: %3.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 in the program that wrote it, and open it again.</source>
        <translation>Speichern Sie die Datei in dem Programm, das sie schrieb, als UTF-8, und öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Line %1, column %2 is nested too deeply: expected %3.</source>
        <translation>Zeile %1, Spalte %2 ist zu tief verschachtelt. Erwartet: %3.</translation>
    </message>
    <message>
        <source>No partner&apos;s payload is that deep. Check what wrote this file.</source>
        <translation>So tief sind keine Nutzdaten eines Partners. Prüfen Sie, was diese Datei geschrieben hat.</translation>
    </message>
    <message>
        <source>Line %1, column %2 isn&apos;t well-formed: expected %3.</source>
        <translation>Zeile %1, Spalte %2 ist nicht wohlgeformt. Erwartet: %3.</translation>
    </message>
    <message>
        <source>Correct the text at this place.</source>
        <translation>Korrigieren Sie den Text an dieser Stelle.</translation>
    </message>
    <message>
        <source>The payload is larger than %1 MB.</source>
        <translation>Die Nutzdaten sind größer als %1 MB.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Teilen Sie sie in mehrere Dateien auf.</translation>
    </message>
    <message>
        <source>text in UTF-8</source>
        <translation>Text in UTF-8</translation>
    </message>
    <message>
        <source>a value without comments or “...”</source>
        <translation>ein Wert ohne Kommentare und „...“</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Darin steht nichts.</translation>
    </message>
    <message>
        <source>Begin with a template instead, or check what wrote this file.</source>
        <translation>Beginnen Sie stattdessen mit einer Vorlage, oder prüfen Sie, was diese Datei geschrieben hat.</translation>
    </message>
    <message>
        <source>Line %1, column %2 can&apos;t be taken: expected %3.</source>
        <translation>Zeile %1, Spalte %2 kann so nicht übernommen werden: erwartet wird %3.</translation>
    </message>
    <message>
        <source>Take document types and entities out, and write what they stand for.</source>
        <translation>Dokumenttypen und eigene Entitäten herausnehmen und schreiben, wofür sie stehen.</translation>
    </message>
</context>
<context>
    <name>KeyStore</name>
    <message>
        <source>The key store has no secret named “%1”.</source>
        <translation>Der Schlüsselspeicher hat kein Geheimnis namens „%1“.</translation>
    </message>
    <message>
        <source>Store it on the environment&apos;s page, or give it for this session.</source>
        <translation>Auf der Seite der Umgebung speichern oder für diese Sitzung angeben.</translation>
    </message>
    <message>
        <source>The key store didn&apos;t give “%1” out.</source>
        <translation>Der Schlüsselspeicher hat „%1“ nicht herausgegeben.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or give the secret for this session.</source>
        <translation>Entsperren und erneut versuchen oder das Geheimnis für diese Sitzung angeben.</translation>
    </message>
    <message>
        <source>There is no key store to be had on this desktop (%1).</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselspeicher (%1).</translation>
    </message>
    <message>
        <source>Give the secret for this session, or name a variable instead: {&quot;variable&quot;: NAME}.</source>
        <translation>Das Geheimnis für diese Sitzung angeben oder stattdessen eine Variable nennen: {&quot;variable&quot;: NAME}.</translation>
    </message>
</context>
<context>
    <name>LanguageSearch</name>
    <message>
        <source>as typed</source>
        <translation>wie eingegeben</translation>
    </message>
</context>
<context>
    <name>LanguageTags</name>
    <message>
        <source>The registry of language tags is missing or broken.</source>
        <translation>Das Verzeichnis der Sprachkennungen fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Install the program anew.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>B&amp;ereiche</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>D&amp;okument</translation>
    </message>
    <message>
        <source>E&amp;xchange</source>
        <translation>A&amp;ustausch</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Batch…</source>
        <translation>Stapel…</translation>
    </message>
    <message>
        <source>&amp;Batch items</source>
        <translation>Posten des &amp;Stapels</translation>
    </message>
    <message>
        <source>&amp;Many windows</source>
        <translation>&amp;Viele Fenster</translation>
    </message>
    <message>
        <source>&amp;Callbacks</source>
        <translation>Rüc&amp;kmeldungen</translation>
    </message>
    <message>
        <source>Pe&amp;rformances</source>
        <translation>Vo&amp;rstellungen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>This isn&apos;t a message of performances.</source>
        <translation>Das ist keine Meldung von Vorstellungen.</translation>
    </message>
    <message>
        <source>It can&apos;t be read.</source>
        <translation>Es lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>MessageReport</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Zurückgewiesen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
</context>
<context>
    <name>MessageStandings</name>
    <message>
        <source>Not taken; it doesn&apos;t say why.</source>
        <translation>Nicht übernommen; ein Grund steht nicht dabei.</translation>
    </message>
</context>
<context>
    <name>NamedFiles</name>
    <message>
        <source>There is no “%1” any more.</source>
        <translation>„%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 MB.</source>
        <translation>„%1“ ist größer als %2 MB.</translation>
    </message>
    <message>
        <source>Look at the file in its folder.</source>
        <translation>Sehen Sie sich die Datei in ihrem Ordner an.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <source>That name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>Give it a shorter one.</source>
        <translation>Geben Sie einen kürzeren an.</translation>
    </message>
    <message>
        <source>There is a “%1” already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>Geben Sie einen anderen Namen an.</translation>
    </message>
    <message>
        <source>That is larger than the %1 MB that can be kept under a name.</source>
        <translation>Das ist größer als die %1 MB, die unter einem Namen aufbewahrt werden können.</translation>
    </message>
    <message>
        <source>Save it as a file of its own.</source>
        <translation>Speichern Sie es als eigene Datei.</translation>
    </message>
    <message>
        <source>The folder “%1” can&apos;t be made.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Look whether the disk is full, and whether you may write there.</source>
        <translation>Sehen Sie nach, ob der Datenträger voll ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>“%1” couldn&apos;t be renamed: %2.</source>
        <translation>„%1“ ließ sich nicht umbenennen: %2.</translation>
    </message>
    <message>
        <source>It stays under its old name.</source>
        <translation>Der alte Name bleibt.</translation>
    </message>
    <message>
        <source>“%1” couldn&apos;t be deleted: %2.</source>
        <translation>„%1“ ließ sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>It is still there.</source>
        <translation>Es ist noch da.</translation>
    </message>
</context>
<context>
    <name>OpenDocument</name>
    <message>
        <source>Edit as text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>The text isn&apos;t well-formed yet, so nothing else can be changed.</source>
        <translation>Der Text ist noch nicht wohlgeformt; solange lässt sich nichts anderes ändern.</translation>
    </message>
    <message>
        <source>Correct the text first, or go back to how it was last.</source>
        <translation>Berichtigen Sie zuerst den Text, oder gehen Sie zum letzten guten Stand zurück.</translation>
    </message>
</context>
<context>
    <name>OpenDocuments</name>
    <message>
        <source>Untitled %1</source>
        <translation>Unbenannt %1</translation>
    </message>
    <message>
        <source>%1 part %2</source>
        <translation>%1 Teil %2</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>%1 Nothing was changed; ask again.</source>
        <translation>%1 Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 The partner may have taken it all the same. Get it back to see, before you send it again.</source>
        <translation>%1 Der Partner kann es trotzdem übernommen haben. Rufen Sie es ab, um das zu sehen, bevor Sie es noch einmal senden.</translation>
    </message>
    <message>
        <source>The partner wasn&apos;t reached: %1 Nothing was sent.</source>
        <translation>Der Partner wurde nicht erreicht: %1 Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>No safe connection: %1 Nothing was sent.</source>
        <translation>Keine sichere Verbindung: %1 Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent.</source>
        <translation>Abgebrochen, bevor etwas gesendet wurde.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>Cancelled while the answer was awaited.</source>
        <translation>Abgebrochen, während auf die Antwort gewartet wurde.</translation>
    </message>
    <message>
        <source>The answer was too large to be taken.</source>
        <translation>Die Antwort war zu groß, um sie anzunehmen.</translation>
    </message>
    <message>
        <source>The connection closed before the answer was whole.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The partner&apos;s address answered with a redirection, which isn&apos;t followed. Check the address.</source>
        <translation>Die Adresse des Partners antwortete mit einer Umleitung; ihr wird nicht gefolgt. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The partner refused the key or certificate (%1). Check the environment.</source>
        <translation>Der Partner wies den Schlüssel oder das Zertifikat ab (%1). Prüfen Sie die Umgebung.</translation>
    </message>
    <message>
        <source>The partner asks to wait (%1). Nothing was applied.</source>
        <translation>Der Partner bittet zu warten (%1). Nichts wurde angewendet.</translation>
    </message>
    <message>
        <source>The partner failed (%1). Send it again later.</source>
        <translation>Beim Partner trat ein Fehler auf (%1). Senden Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The partner doesn&apos;t have it (404).</source>
        <translation>Der Partner hat es nicht (404).</translation>
    </message>
    <message>
        <source>The partner rejected it (%1).</source>
        <translation>Der Partner lehnte es ab (%1).</translation>
    </message>
    <message>
        <source>The partner doesn&apos;t take this request (%1). Check the address.</source>
        <translation>Der Partner nimmt diese Anfrage nicht an (%1). Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>What answered isn&apos;t the partner, or says nothing that can be read.</source>
        <translation>Was antwortete, ist nicht der Partner oder sagt nichts Lesbares.</translation>
    </message>
    <message>
        <source>The partner rejected %1 of the items.</source>
        <translation>Der Partner lehnte %1 der Posten ab.</translation>
    </message>
    <message>
        <source>The partner rejected it.</source>
        <translation>Der Partner lehnte es ab.</translation>
    </message>
    <message>
        <source>The partner finds nothing wrong.</source>
        <translation>Der Partner hat nichts zu beanstanden.</translation>
    </message>
    <message>
        <source>The partner sent what it has.</source>
        <translation>Der Partner schickte, was er hat.</translation>
    </message>
    <message>
        <source>The partner took it.</source>
        <translation>Der Partner übernahm es.</translation>
    </message>
    <message>
        <source>The partner&apos;s answer to this item can&apos;t be understood.</source>
        <translation>Die Antwort des Partners zu diesem Eintrag ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The partner rejected it: %1</source>
        <translation>Der Partner hat es abgelehnt: %1</translation>
    </message>
    <message>
        <source>The partner&apos;s reply doesn&apos;t name this item.</source>
        <translation>Die Antwort des Partners nennt diesen Eintrag nicht.</translation>
    </message>
    <message>
        <source>The partner answered this item twice, and not alike.</source>
        <translation>Der Partner hat diesen Eintrag zweimal beantwortet, und nicht gleich.</translation>
    </message>
    <message>
        <source>%1 Showtime may have queued it all the same. Its callback tells; wait for that before you send it again.</source>
        <translation>%1 Showtime kann sie trotzdem eingereiht haben. Die Rückmeldung sagt es; vor einem neuen Senden darauf warten.</translation>
    </message>
    <message>
        <source>Showtime wasn&apos;t reached: %1 Nothing was sent.</source>
        <translation>Showtime wurde nicht erreicht: %1 Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>There is nothing at this address that takes messages (404). Check the base URL in the environment.</source>
        <translation>Unter dieser Adresse nimmt niemand Meldungen an (404). Die Basis-URL in der Umgebung prüfen.</translation>
    </message>
    <message>
        <source>The message is too large for Showtime (413). Split it into several; 256 KB is the most.</source>
        <translation>Die Meldung ist zu groß für Showtime (413). In mehrere teilen; höchstens 256 KB sind erlaubt.</translation>
    </message>
    <message>
        <source>Showtime rejected the whole message (400): the XML or its structure isn&apos;t valid. Look at the problems and at the answer, correct it, and send it again with the next number.</source>
        <translation>Showtime hat die ganze Meldung abgelehnt (400): Das XML oder sein Aufbau ist ungültig. Probleme und Antwort ansehen, verbessern und mit der nächsten Nummer noch einmal senden.</translation>
    </message>
    <message>
        <source>Showtime rejected the whole message (%1). Look at the answer, correct it, and send it again with the next number.</source>
        <translation>Showtime hat die ganze Meldung abgelehnt (%1). Die Antwort ansehen, verbessern und mit der nächsten Nummer noch einmal senden.</translation>
    </message>
    <message>
        <source>What answered isn&apos;t as Showtime answers (%1).</source>
        <translation>Was geantwortet hat, antwortet nicht wie Showtime (%1).</translation>
    </message>
    <message>
        <source>Showtime&apos;s address answered with a redirection, which isn&apos;t followed. Check the address.</source>
        <translation>Die Adresse von Showtime antwortet mit einer Umleitung, der nicht gefolgt wird. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Showtime refused the user, the password, or the address that you send from (%1). Check user and password in the environment; if they are right, ask Showtime whether the IP address of this computer is among those that it allows.</source>
        <translation>Showtime hat Benutzer, Passwort oder die Adresse, von der gesendet wird, abgelehnt (%1). Benutzer und Passwort in der Umgebung prüfen; stimmen sie, Showtime fragen, ob die IP-Adresse dieses Rechners zugelassen ist.</translation>
    </message>
    <message>
        <source>Showtime asks to wait (429). Nothing was queued; send it again later.</source>
        <translation>Showtime bittet zu warten (429). Nichts wurde eingereiht; später noch einmal senden.</translation>
    </message>
    <message>
        <source>Showtime is overloaded (503). Nothing was queued; send it again later.</source>
        <translation>Showtime ist überlastet (503). Nichts wurde eingereiht; später noch einmal senden.</translation>
    </message>
    <message>
        <source>Showtime failed (500), and queued nothing. Send it again later; if it stays so, ask Showtime&apos;s support.</source>
        <translation>Bei Showtime ist etwas fehlgeschlagen (500), und nichts wurde eingereiht. Später noch einmal senden; bleibt es dabei, die Hilfe von Showtime fragen.</translation>
    </message>
    <message>
        <source>Showtime, or something in front of it, failed (%1). Send it again later.</source>
        <translation>Bei Showtime oder etwas davor ist etwas fehlgeschlagen (%1). Später noch einmal senden.</translation>
    </message>
    <message>
        <source>Showtime doesn&apos;t take this content type (415). Ask which one it wants, and write it in the environment.</source>
        <translation>Showtime nimmt diesen Inhaltstyp nicht (415). Fragen, welcher gewünscht ist, und ihn in die Umgebung schreiben.</translation>
    </message>
    <message>
        <source>Showtime doesn&apos;t take this request (%1). Check the base URL in the environment.</source>
        <translation>Showtime nimmt diese Anfrage nicht (%1). Die Basis-URL in der Umgebung prüfen.</translation>
    </message>
    <message>
        <source>What answered isn&apos;t Showtime, or can&apos;t be read.</source>
        <translation>Was geantwortet hat, ist nicht Showtime oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Queued: Showtime has the message. What becomes of its performances comes by callback.</source>
        <translation>Eingereiht: Showtime hat die Meldung. Was aus den Vorstellungen wird, kommt als Rückmeldung.</translation>
    </message>
    <message>
        <source>Atom Tickets wasn&apos;t reached: %1 Nothing was sent.</source>
        <translation>Atom Tickets war nicht zu erreichen: %1 Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source> It says: %1</source>
        <translation> Wortlaut: %1</translation>
    </message>
    <message>
        <source>Atom Tickets refused the key (%1). Check the key and the address in the environment; a key for the beta address isn&apos;t good for production.</source>
        <translation>Atom Tickets lehnte den Schlüssel ab (%1). Prüfen Sie Schlüssel und Adresse in der Umgebung; ein Schlüssel für die Beta-Adresse gilt nicht im Echtbetrieb.</translation>
    </message>
    <message>
        <source>Atom Tickets asks to wait (429): too many requests a second. Ask again later.</source>
        <translation>Atom Tickets bittet zu warten (429): zu viele Anfragen pro Sekunde. Fragen Sie später noch einmal.</translation>
    </message>
    <message>
        <source>Atom Tickets doesn&apos;t have it (404).</source>
        <translation>Das gibt es bei Atom Tickets nicht (404).</translation>
    </message>
    <message>
        <source>Atom Tickets rejected the question (%1).</source>
        <translation>Atom Tickets hat die Frage abgelehnt (%1).</translation>
    </message>
    <message>
        <source>Atom Tickets failed (%1). Ask again later.</source>
        <translation>Bei Atom Tickets ist etwas fehlgeschlagen (%1). Fragen Sie später noch einmal.</translation>
    </message>
    <message>
        <source>Atom Tickets&apos; address answered with a redirection, which isn&apos;t followed. Check the address.</source>
        <translation>Die Adresse von Atom Tickets leitet weiter; dem wird nicht gefolgt. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Atom Tickets doesn&apos;t take this request (%1). Check the address in the environment.</source>
        <translation>Atom Tickets nimmt diese Anfrage nicht an (%1). Prüfen Sie die Adresse in der Umgebung.</translation>
    </message>
    <message>
        <source>What answered isn&apos;t Atom Tickets, but a web page.</source>
        <translation>Geantwortet hat nicht Atom Tickets, sondern eine Webseite.</translation>
    </message>
    <message>
        <source>What answered isn&apos;t Atom Tickets, or says nothing that can be read.</source>
        <translation>Geantwortet hat nicht Atom Tickets, oder die Antwort ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The answer doesn&apos;t hold the list of productions that was asked for. Nothing was changed.</source>
        <translation>Die Antwort enthält die gefragte Liste der Produktionen nicht. Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Atom Tickets sent %n id(s).</source>
        <translation>
            <numerusform>Atom Tickets sendete %n ID.</numerusform>
            <numerusform>Atom Tickets sendete %n IDs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atom Tickets sent %n production(s).</source>
        <translation>
            <numerusform>Atom Tickets sendete %n Produktion.</numerusform>
            <numerusform>Atom Tickets sendete %n Produktionen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Atom Tickets answers, and takes the key.</source>
        <translation>Atom Tickets antwortet und nimmt den Schlüssel an.</translation>
    </message>
</context>
<context>
    <name>Performances</name>
    <message>
        <source>Performance %1</source>
        <translation>Vorstellung %1</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a date. Write it like 2027-03-14. It is kept as text.</source>
        <translation>„%1“ ist kein Datum. So schreiben: 2027-03-14. Es bleibt als Text stehen.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a time. Write it like 19:30. It is kept as text.</source>
        <translation>„%1“ ist keine Uhrzeit. So schreiben: 19:30. Es bleibt als Text stehen.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no. Write true or false. It is kept as text.</source>
        <translation>„%1“ ist weder ja noch nein. true oder false schreiben. Es bleibt als Text stehen.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a whole number. It is kept as text.</source>
        <translation>„%1“ ist keine ganze Zahl. Es bleibt als Text stehen.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a number with at most 9 decimals. Write it like 45.5. The row keeps what it says.</source>
        <translation>„%1“ ist keine Zahl mit höchstens 9 Nachkommastellen. So schreiben: 45.5. Die Zeile behält, was sie sagt.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a list of seats. Write it like Standard=120; Balcony=40. The row keeps what it says.</source>
        <translation>„%1“ ist keine Liste von Plätzen. So schreiben: Standard=120; Balcony=40. Die Zeile behält, was sie sagt.</translation>
    </message>
    <message>
        <source>It may name {id}, {date}, {time}, {hall}, {site}, {event} and {n}; {n:3} counts 001, 002, …</source>
        <translation>Möglich sind {id}, {date}, {time}, {hall}, {site}, {event} und {n}; {n:3} zählt 001, 002,…</translation>
    </message>
    <message numerus="yes">
        <source>That would be more than %n performances.</source>
        <translation>
            <numerusform>Das wäre mehr als %n Vorstellung.</numerusform>
            <numerusform>Das wären mehr als %n Vorstellungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose fewer dates or halls.</source>
        <translation>Weniger Tage oder Säle wählen.</translation>
    </message>
    <message>
        <source>The pattern leaves an empty ID.</source>
        <translation>Das Muster ergibt eine leere ID.</translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) were taken: a number is added to them.</source>
        <translation>
            <numerusform>%n ID war schon vergeben: Sie bekommt eine Zahl angehängt.</numerusform>
            <numerusform>%n IDs waren schon vergeben: Sie bekommen eine Zahl angehängt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them overlap another performance in the same hall.</source>
        <translation>
            <numerusform>%n davon überschneidet sich mit einer anderen Vorstellung im selben Saal.</numerusform>
            <numerusform>%n davon überschneiden sich mit einer anderen Vorstellung im selben Saal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled performance(s) are left out.</source>
        <translation>
            <numerusform>%n abgesagte Vorstellung wird ausgelassen.</numerusform>
            <numerusform>%n abgesagte Vorstellungen werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no performance to duplicate.</source>
        <translation>Es gibt keine Vorstellung zum Duplizieren.</translation>
    </message>
    <message>
        <source>Choose a day that has some, or select them in the table first.</source>
        <translation>Einen Tag mit Vorstellungen wählen oder sie zuerst in der Tabelle auswählen.</translation>
    </message>
    <message>
        <source>No date is chosen yet.</source>
        <translation>Noch ist kein Tag gewählt.</translation>
    </message>
    <message>
        <source>Add the dates to which they are to be duplicated.</source>
        <translation>Die Tage hinzufügen, auf die dupliziert werden soll.</translation>
    </message>
    <message>
        <source>They are on that date and in that hall already.</source>
        <translation>Sie sind schon an diesem Tag und in diesem Saal.</translation>
    </message>
    <message>
        <source>Choose another date or hall.</source>
        <translation>Einen anderen Tag oder Saal wählen.</translation>
    </message>
    <message>
        <source>Select one in the table first.</source>
        <translation>Zuerst eine in der Tabelle auswählen.</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings.</source>
        <translation>Die Zeile hat mehr Zellen, als es Überschriften gibt.</translation>
    </message>
    <message>
        <source>The row names no performance ID. It is left out.</source>
        <translation>Die Zeile nennt keine Vorstellungs-ID. Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>Line %1 names “%2” already. This row is left out.</source>
        <translation>Zeile %1 nennt „%2“ schon. Diese Zeile bleibt außen vor.</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rows.</source>
        <translation>
            <numerusform>Es ist mehr als %n Zeile.</numerusform>
            <numerusform>Es sind mehr als %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste them in parts.</source>
        <translation>Fügen Sie sie in Teilen ein.</translation>
    </message>
    <message>
        <source>None of the headings is a field of a performance.</source>
        <translation>Keine der Überschriften ist ein Feld einer Vorstellung.</translation>
    </message>
    <message>
        <source>The first row names what stands in each column: Performance ID, Site, Date, Time and the like.</source>
        <translation>Die erste Zeile nennt, was in jeder Spalte steht: Vorstellungs-ID, Kino, Datum, Uhrzeit und so weiter.</translation>
    </message>
    <message>
        <source>There are no rows below the headings.</source>
        <translation>Unter den Überschriften stehen keine Zeilen.</translation>
    </message>
    <message>
        <source>The performances say all of that already.</source>
        <translation>All das steht schon in den Vorstellungen.</translation>
    </message>
    <message>
        <source>Copy the rows along with their headings.</source>
        <translation>Kopieren Sie die Zeilen mit ihren Überschriften.</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
</context>
<context>
    <name>Pointer</name>
    <message>
        <source>“%1” isn&apos;t a JSON Pointer.</source>
        <translation>„%1“ ist kein JSON-Pointer.</translation>
    </message>
    <message>
        <source>Write it like /avail/Transaction/0/End.</source>
        <translation>Schreiben Sie ihn wie /avail/Transaction/0/End.</translation>
    </message>
</context>
<context>
    <name>Prepare</name>
    <message>
        <source>This isn&apos;t a message of performances, and Showtime takes nothing else.</source>
        <translation>Das ist keine Meldung von Vorstellungen, und Showtime nimmt nichts anderes an.</translation>
    </message>
    <message>
        <source>This is a message of performances, and Prime Video takes avails.</source>
        <translation>Das ist eine Meldung von Vorstellungen, und Prime Video nimmt Avails an.</translation>
    </message>
    <message>
        <source>This isn&apos;t a question about productions, and Atom Tickets takes nothing else.</source>
        <translation>Das ist keine Frage nach Produktionen, und anderes nimmt Atom Tickets nicht an.</translation>
    </message>
</context>
<context>
    <name>Prime</name>
    <message>
        <source>The address needs %1.</source>
        <translation>Der Adresse fehlt noch %1.</translation>
    </message>
    <message>
        <source>Fill it in, or give %1.</source>
        <translation>Tragen Sie das ein, oder geben Sie %1 an.</translation>
    </message>
    <message>
        <source>a licensor</source>
        <translation>ein Lizenzgeber</translation>
    </message>
    <message>
        <source>an avail ID</source>
        <translation>eine Avail-ID</translation>
    </message>
    <message>
        <source>a window ID</source>
        <translation>eine Fenster-ID</translation>
    </message>
    <message>
        <source>Prime Video takes avails, and this is for another partner.</source>
        <translation>Prime Video nimmt Avails an, und das hier ist für einen anderen Partner.</translation>
    </message>
</context>
<context>
    <name>ProductionPicture</name>
    <message>
        <source>This picture is too large to be shown here: %1 × %2 pixels. Open it in the browser.</source>
        <translation>Das Bild ist zu groß, um es hier zu zeigen: %1 × %2 Pixel. Öffnen Sie es im Browser.</translation>
    </message>
    <message>
        <source>Nothing came from that address.</source>
        <translation>Von dieser Adresse kam nichts.</translation>
    </message>
    <message>
        <source>What came from that address isn&apos;t a picture that can be shown here.</source>
        <translation>Von dieser Adresse kam kein Bild, das sich hier zeigen lässt.</translation>
    </message>
    <message>
        <source>This picture is damaged and can&apos;t be shown. Open it in the browser to see more.</source>
        <translation>Das Bild ist beschädigt und lässt sich nicht zeigen. Öffnen Sie es im Browser, um mehr zu sehen.</translation>
    </message>
</context>
<context>
    <name>ProductionsModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>came %n times</source>
        <translation>
            <numerusform>%n-mal eingegangen</numerusform>
            <numerusform>%n-mal eingegangen</numerusform>
        </translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>undocumented: %1</source>
        <translation>nicht dokumentiert: %1</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>It has no window ID, so it can&apos;t be sent on its own. Give it one, or send the whole avail.</source>
        <translation>Es hat keine Fenster-ID und lässt sich nicht allein senden. Geben Sie ihm eine, oder senden Sie das ganze Avail.</translation>
    </message>
    <message>
        <source>Its window ID stands twice in the document. Give one of them another.</source>
        <translation>Seine Fenster-ID steht zweimal im Dokument. Geben Sie einem der beiden eine andere.</translation>
    </message>
    <message>
        <source>The document gives it no ID; it goes by the partner&apos;s.</source>
        <translation>Das Dokument gibt ihm keine ID; es gilt die des Partners.</translation>
    </message>
    <message>
        <source>The partner tells no ID of it, so it can&apos;t be deleted on its own. Send the whole avail.</source>
        <translation>Der Partner nennt keine ID dafür; allein lässt es sich nicht löschen. Senden Sie das ganze Avail.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) of it stand in other documents.</source>
        <translation>
            <numerusform>%n Fenster davon steht in anderen Dokumenten.</numerusform>
            <numerusform>%n Fenster davon stehen in anderen Dokumenten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The partner tells no window IDs; windows were matched by what they say.</source>
        <translation>Der Partner nennt keine Fenster-IDs; die Fenster wurden nach ihrem Inhalt zugeordnet.</translation>
    </message>
    <message>
        <source>The partner&apos;s answer has no avail in it.</source>
        <translation>In der Antwort des Partners steht keinen Avail.</translation>
    </message>
    <message>
        <source>It has no window ID, so the partner can&apos;t be asked for it.</source>
        <translation>Es hat keine Fenster-ID; der Partner lässt sich nicht danach fragen.</translation>
    </message>
    <message>
        <source>None of its windows has an ID, so the partner can&apos;t be asked for them.</source>
        <translation>Keines der Fenster hat eine ID; der Partner lässt sich nicht danach fragen.</translation>
    </message>
    <message>
        <source>What stands around the windows can only be sent with the whole avail.</source>
        <translation>Was um die Fenster herum steht, lässt sich nur mit dem ganzen Avail senden.</translation>
    </message>
    <message numerus="yes">
        <source>It replaces everything that the partner has of this avail: %n window(s) that only the partner has go with it.</source>
        <translation>
            <numerusform>Es ersetzt alles, was der Partner von diesem Avail hat: %n Fenster, das nur der Partner hat, fällt damit weg.</numerusform>
            <numerusform>Es ersetzt alles, was der Partner von diesem Avail hat: %n Fenster, die nur der Partner hat, fallen damit weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>It replaces everything that the partner has of this avail.</source>
        <translation>Es ersetzt alles, was der Partner von diesem Avail hat.</translation>
    </message>
    <message>
        <source>Other documents have windows of this avail, which a put of the whole avail would take away. Send single windows, or put them all into one document.</source>
        <translation>Andere Dokumente haben Fenster dieses Avails; das Senden des ganzen Avails nähme sie weg. Senden Sie einzelne Fenster, oder legen Sie alle in ein Dokument.</translation>
    </message>
    <message>
        <source>The partner has windows that the document hasn&apos;t, and a put of the whole avail would take them away, though they are to stay.</source>
        <translation>Der Partner hat Fenster, die das Dokument nicht hat; das Senden des ganzen Avails nähme sie weg, obwohl sie bleiben sollen.</translation>
    </message>
    <message>
        <source>Another document speaks of the same window: %1. Leave it in one of them only.</source>
        <translation>Ein anderes Dokument nennt dasselbe Fenster: %1. Lassen Sie es nur in einem davon.</translation>
    </message>
    <message>
        <source>%1 (%2). Correct it first.</source>
        <translation>%1 (%2). Korrigieren Sie das zuerst.</translation>
    </message>
    <message>
        <source>It couldn&apos;t be fetched again, so nothing was sent. %1</source>
        <translation>Es ließ sich nicht erneut abrufen; nichts wurde gesendet. %1</translation>
    </message>
    <message>
        <source>Changed at the partner since %1: fetch again.</source>
        <translation>Beim Partner seit %1 geändert: Rufen Sie neu ab.</translation>
    </message>
    <message>
        <source>A window of this avail wasn&apos;t taken, so nothing of it is deleted.</source>
        <translation>Ein Fenster dieses Avails wurde nicht angenommen; deshalb wird nichts davon gelöscht.</translation>
    </message>
    <message>
        <source>The partner&apos;s validation doesn&apos;t accept it: %1</source>
        <translation>Die Prüfung des Partners nimmt es nicht an: %1</translation>
    </message>
    <message>
        <source>(no ID)</source>
        <translation>(ohne ID)</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>couldn&apos;t be fetched: %1</source>
        <translation>nicht abzurufen: %1</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>the partner doesn&apos;t have it</source>
        <translation>der Partner hat es nicht</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Around the windows</source>
        <translation>Um die Fenster herum</translation>
    </message>
    <message numerus="yes">
        <source>(%n byte(s))</source>
        <translation>
            <numerusform>(%n Byte)</numerusform>
            <numerusform>(%n Bytes)</numerusform>
        </translation>
    </message>
    <message>
        <source>held back: %1</source>
        <translation>zurückgehalten: %1</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone, %4 the same.</source>
        <translation>%1 neu, %2 geändert, %3 weggefallen, %4 gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n avail(s) with other data around the windows.</source>
        <translation>
            <numerusform>%n Avail mit anderen Angaben um die Fenster herum.</numerusform>
            <numerusform>%n Avails mit anderen Angaben um die Fenster herum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be fetched.</source>
        <translation>
            <numerusform>%n ließ sich nicht abrufen.</numerusform>
            <numerusform>%n ließen sich nicht abrufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out.</source>
        <translation>
            <numerusform>%n ausgelassen.</numerusform>
            <numerusform>%n ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent: %2 accepted, %3 rejected, %4 failed or unknown. %5 held back.</source>
        <translation>%1 gesendet: %2 angenommen, %3 abgelehnt, %4 fehlgeschlagen oder unbekannt. %5 zurückgehalten.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Fehlt hier</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>%1: added %2</source>
        <translation>%1: %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1: taken out %2</source>
        <translation>%1: %2 herausgenommen</translation>
    </message>
    <message>
        <source>This is a partner&apos;s reply. Take “success” out to compare it as a document.</source>
        <translation>Das ist die Antwort eines Partners. Nehmen Sie „success“ heraus, um sie als Dokument zu vergleichen.</translation>
    </message>
    <message>
        <source>There is no avail in it.</source>
        <translation>Darin steht keinen Avail.</translation>
    </message>
    <message>
        <source>It names no licensor. Fill in Licensor › DisplayName to ask the partner for it.</source>
        <translation>Es nennt keinen Lizenzgeber. Füllen Sie Licensor › DisplayName aus, um den Partner danach zu fragen.</translation>
    </message>
    <message>
        <source>It has no avail ID. Fill in ALID to ask the partner for it.</source>
        <translation>Es hat keine Avail-ID. Füllen Sie ALID aus, um den Partner danach zu fragen.</translation>
    </message>
    <message>
        <source>Its windows are for several territories, so the partner is asked without one.</source>
        <translation>Die Fenster gelten für mehrere Gebiete; der Partner wird ohne Gebiet gefragt.</translation>
    </message>
    <message>
        <source>The window ID %1 stands twice in it: the partner can keep one of them only.</source>
        <translation>Die Fenster-ID %1 steht zweimal darin: Der Partner kann nur eines davon behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this batch have no avail to compare.</source>
        <translation>
            <numerusform>%n Eintrag dieses Stapels hat keinen Avail zum Vergleichen.</numerusform>
            <numerusform>%n Einträge dieses Stapels haben keinen Avail zum Vergleichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another document speaks of the same avail: %1.</source>
        <translation>Ein anderes Dokument nennt dasselbe Avail: %1.</translation>
    </message>
    <message>
        <source>Another document speaks of the same window: %1.</source>
        <translation>Ein anderes Dokument nennt dasselbe Fenster: %1.</translation>
    </message>
</context>
<context>
    <name>Reload</name>
    <message>
        <source>The text that you edit isn&apos;t well-formed yet, and would be lost.</source>
        <translation>Der Text, den Sie bearbeiten, ist noch nicht wohlgeformt und ginge verloren.</translation>
    </message>
    <message>
        <source>Correct it or undo it, then reload. Or keep what you have.</source>
        <translation>Berichtigen Sie ihn, oder nehmen Sie ihn zurück, und laden Sie dann neu. Oder behalten Sie, was Sie haben.</translation>
    </message>
    <message>
        <source>Reload the file</source>
        <translation>Datei neu laden</translation>
    </message>
    <message>
        <source>The file can&apos;t be read as it stands now: %1</source>
        <translation>Die Datei ist in ihrem jetzigen Zustand nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Keep what you have, and save when the file may be replaced.</source>
        <translation>Behalten Sie, was Sie haben, und speichern Sie, wenn die Datei ersetzt werden darf.</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message>
        <source>The environment “%1” says nothing of %2.</source>
        <translation>Die Umgebung „%1“ sagt nichts über %2.</translation>
    </message>
    <message>
        <source>Choose another environment, or add %1 to it.</source>
        <translation>Wählen Sie eine andere Umgebung, oder fügen Sie ihr %1 hinzu.</translation>
    </message>
    <message>
        <source>Prime Video</source>
        <translation>Prime Video</translation>
    </message>
    <message>
        <source>A message isn&apos;t posted again as it is: it needs another number.</source>
        <translation>Eine Meldung wird nicht unverändert noch einmal gesendet: Sie braucht eine andere Nummer.</translation>
    </message>
    <message>
        <source>Open what was sent as a document, and send that.</source>
        <translation>Öffnen Sie das Gesendete als Dokument, und senden Sie das.</translation>
    </message>
    <message>
        <source>Atom Tickets</source>
        <translation>Atom Tickets</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Term › %1</source>
        <translation>Kondition › %1</translation>
    </message>
    <message>
        <source>Term › %1, currency</source>
        <translation>Kondition › %1, Währung</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a number that can be sent: digits, and a point where there are decimals.</source>
        <translation>„%1“ ist keine Zahl, die gesendet werden kann: Ziffern, und ein Punkt vor Nachkommastellen.</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>„%1“ ist weder true noch false.</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings.</source>
        <translation>Die Zeile hat mehr Zellen, als es Überschriften gibt.</translation>
    </message>
    <message>
        <source>The row isn&apos;t in its file any more.</source>
        <translation>Die Zeile steht nicht mehr in ihrer Datei.</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t say what to expect: accepted, rejected, or rejected: a part of the complaint.</source>
        <translation>„%1“ sagt nicht, was zu erwarten ist: accepted, rejected oder rejected: ein Teil der Beanstandung.</translation>
    </message>
    <message>
        <source>line %1, %2: </source>
        <translation>Zeile %1, %2: </translation>
    </message>
    <message>
        <source>line %1: </source>
        <translation>Zeile %1: </translation>
    </message>
    <message>
        <source>The rows are larger than 512 MB.</source>
        <translation>Die Zeilen sind größer als 512 MB.</translation>
    </message>
    <message>
        <source>Take them in parts.</source>
        <translation>In Teilen nehmen.</translation>
    </message>
    <message>
        <source>The rows aren&apos;t UTF-8.</source>
        <translation>Die Zeilen sind nicht UTF-8.</translation>
    </message>
    <message>
        <source>Save them as “CSV UTF-8”.</source>
        <translation>Als „CSV UTF-8“ speichern.</translation>
    </message>
    <message>
        <source>There are no headings.</source>
        <translation>Es gibt keine Überschriften.</translation>
    </message>
    <message>
        <source>The first row names what stands in each column.</source>
        <translation>Die erste Zeile nennt, was in jeder Spalte steht.</translation>
    </message>
    <message>
        <source>The heading “%1” stands twice.</source>
        <translation>Die Überschrift „%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>Give each column a heading of its own.</source>
        <translation>Jeder Spalte eine eigene Überschrift geben.</translation>
    </message>
    <message>
        <source>A quote that begins in line %1 isn&apos;t closed.</source>
        <translation>Ein Anführungszeichen, das in Zeile %1 beginnt, ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Close it, or double it.</source>
        <translation>Schließen oder verdoppeln.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>Correct it first.</source>
        <translation>Zuerst berichtigen.</translation>
    </message>
    <message>
        <source>A batch document holds windows, and this template is a full extract.</source>
        <translation>Ein Stapel enthält Fenster, und diese Vorlage ist ein Gesamtauszug.</translation>
    </message>
    <message>
        <source>Take a template whose entry type is PartialExtract.</source>
        <translation>Eine Vorlage mit der Auszugsart PartialExtract nehmen.</translation>
    </message>
    <message>
        <source>The batch document would be larger than this program takes.</source>
        <translation>Der Stapel würde größer, als dieses Programm annimmt.</translation>
    </message>
    <message>
        <source>Take the rows in parts.</source>
        <translation>Die Zeilen in Teilen nehmen.</translation>
    </message>
    <message>
        <source>The rows can&apos;t be kept in “%1”: %2.</source>
        <translation>Die Zeilen lassen sich nicht in „%1“ aufbewahren: %2.</translation>
    </message>
    <message>
        <source>A run could not go on without them. Free some space there, or look at its permissions.</source>
        <translation>Ohne sie ließe sich ein Lauf nicht fortsetzen. Dort Platz schaffen oder die Rechte prüfen.</translation>
    </message>
</context>
<context>
    <name>RuleSet</name>
    <message>
        <source>There is no rule %1.</source>
        <translation>Die Regel %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 can be off, hint, warning or error, not “%2”.</source>
        <translation>%1 kann off, hint, warning oder error sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 is about the format itself and can&apos;t be changed.</source>
        <translation>%1 betrifft das Format selbst und ist nicht änderbar.</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The sandbox can&apos;t listen on port %1: %2.</source>
        <translation>Die Sandbox kann an Port %1 nicht lauschen: %2.</translation>
    </message>
    <message>
        <source>Choose another port, or none.</source>
        <translation>Wählen Sie einen anderen Port oder keinen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be used for TLS.</source>
        <translation>„%1“ lässt sich nicht für TLS verwenden.</translation>
    </message>
    <message>
        <source>Give a certificate and its unencrypted key, both as PEM.</source>
        <translation>Ein Zertifikat und seinen unverschlüsselten Schlüssel angeben, beide als PEM.</translation>
    </message>
</context>
<context>
    <name>SequenceNumbers</name>
    <message>
        <source>The number of the message can&apos;t be kept in “%1”: %2.</source>
        <translation>Die Nummer der Meldung lässt sich nicht in „%1“ aufbewahren: %2.</translation>
    </message>
    <message>
        <source>Nothing is sent under a number that isn&apos;t kept. Free some space there, or look at its permissions.</source>
        <translation>Unter einer Nummer, die nicht aufbewahrt ist, wird nichts gesendet. Dort Platz schaffen oder die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>The file with the last message number of “%1” is damaged: “%2”.</source>
        <translation>Die Datei mit der letzten Meldungsnummer von „%1“ ist beschädigt: „%2“.</translation>
    </message>
    <message>
        <source>Move it away; the journal then tells which number was the last. Where the journal is gone too, number the next message by hand, above all that were sent.</source>
        <translation>Die Datei woandershin verschieben; dann sagt das Journal, welche Nummer die letzte war. Fehlt auch das Journal, die nächste Meldung von Hand nummerieren, höher als alle gesendeten.</translation>
    </message>
    <message>
        <source>There is no larger number left for the messages of “%1”.</source>
        <translation>Für die Meldungen von „%1“ ist keine höhere Nummer mehr übrig.</translation>
    </message>
    <message>
        <source>Ask Showtime how to go on.</source>
        <translation>Bei Showtime nachfragen, wie es weitergeht.</translation>
    </message>
    <message>
        <source>Messages are numbered for each data supplier, and this one names none.</source>
        <translation>Meldungen werden je Datenlieferant nummeriert, und diese nennt keinen.</translation>
    </message>
    <message>
        <source>Fill in the data supplier.</source>
        <translation>Den Datenlieferanten eintragen.</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>ein anderes Programm hält die Datei belegt</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Asked back: the partner has what was sent.</source>
        <translation>Nachgefragt: Der Partner hat, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Asked back: the partner still has it. Nothing was deleted.</source>
        <translation>Nachgefragt: Der Partner hat es noch. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Asked back: the partner doesn&apos;t have it any more.</source>
        <translation>Nachgefragt: Der Partner hat es nicht mehr.</translation>
    </message>
    <message>
        <source>Asked back: the partner doesn&apos;t have it. Nothing was applied.</source>
        <translation>Nachgefragt: Der Partner hat es nicht. Es wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>Asked back: what the partner has is not what was sent.</source>
        <translation>Nachgefragt: Was der Partner hat, ist nicht, was gesendet wurde.</translation>
    </message>
    <message>
        <source>It was asked back, and the answer doesn&apos;t say: %1</source>
        <translation>Es wurde nachgefragt, und die Antwort sagt es nicht: %1</translation>
    </message>
    <message>
        <source>It was asked back, and the answer doesn&apos;t say.</source>
        <translation>Es wurde nachgefragt, und die Antwort sagt es nicht.</translation>
    </message>
    <message>
        <source>It changes nothing, so there is nothing to ask.</source>
        <translation>Es ändert nichts, also gibt es nichts nachzufragen.</translation>
    </message>
    <message>
        <source>Showtime can&apos;t be asked what became of a message; its callback tells.</source>
        <translation>Bei Showtime lässt sich nicht abfragen, was aus einer Meldung wurde; das sagt die Rückmeldung.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>To the next field, or to the one before</source>
        <translation>Zum nächsten Feld oder zum vorigen</translation>
    </message>
    <message>
        <source>Help on the field</source>
        <translation>Hilfe zum Feld</translation>
    </message>
    <message>
        <source>Make the field not set</source>
        <translation>Den Wert des Felds entfernen</translation>
    </message>
    <message>
        <source>Open the field&apos;s list or calendar</source>
        <translation>Die Liste oder den Kalender des Felds öffnen</translation>
    </message>
    <message>
        <source>In a term: move it up or down</source>
        <translation>In einer Kondition: nach oben oder unten verschieben</translation>
    </message>
    <message>
        <source>In a table: select all rows</source>
        <translation>In einer Tabelle: alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>In a table: select more rows</source>
        <translation>In einer Tabelle: weitere Zeilen auswählen</translation>
    </message>
    <message>
        <source>In the workspace: rename the file</source>
        <translation>Im Arbeitsordner: die Datei umbenennen</translation>
    </message>
    <message>
        <source>Close what is open over the window</source>
        <translation>Schließen, was über dem Fenster offen ist</translation>
    </message>
    <message>
        <source>Marquee: the keys</source>
        <translation>Marquee: die Tasten</translation>
    </message>
    <message>
        <source>Fields and tables</source>
        <translation>Felder und Tabellen</translation>
    </message>
</context>
<context>
    <name>Showtime</name>
    <message>
        <source>There is no address for Showtime.</source>
        <translation>Für Showtime ist keine Adresse angegeben.</translation>
    </message>
    <message>
        <source>Fill in its base URL.</source>
        <translation>Die Basis-URL eintragen.</translation>
    </message>
    <message>
        <source>There is no user for Showtime.</source>
        <translation>Für Showtime ist kein Benutzer angegeben.</translation>
    </message>
    <message>
        <source>Fill in the one that Showtime gave you.</source>
        <translation>Die Angabe eintragen, die Sie von Showtime bekommen haben.</translation>
    </message>
    <message>
        <source>There is a colon in the user for Showtime, and the way to sign in has no room for one.</source>
        <translation>Im Benutzer für Showtime steht ein Doppelpunkt, und der ist bei dieser Anmeldung nicht möglich.</translation>
    </message>
    <message>
        <source>Check the user that Showtime gave you.</source>
        <translation>Den Benutzer prüfen, den Sie von Showtime bekommen haben.</translation>
    </message>
    <message>
        <source>There is no password for Showtime.</source>
        <translation>Für Showtime ist kein Passwort angegeben.</translation>
    </message>
    <message>
        <source>Name where the one that Showtime gave you is kept.</source>
        <translation>Angeben, wo das Passwort aufbewahrt ist, das Sie von Showtime bekommen haben.</translation>
    </message>
    <message>
        <source>The content type for Showtime can&apos;t be sent.</source>
        <translation>Der Inhaltstyp für Showtime lässt sich nicht senden.</translation>
    </message>
    <message>
        <source>Write it like %1.</source>
        <translation>So geschrieben: %1.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>The templates are missing or broken.</source>
        <translation>Die Vorlagen fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <source>Install the program anew.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct “%1” in a text editor, or delete the template.</source>
        <translation>Berichtigen Sie „%1“ in einem Texteditor, oder löschen Sie die Vorlage.</translation>
    </message>
    <message>
        <source>Can&apos;t be used: %1</source>
        <translation>Nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>That is neither an avail nor a message of performances.</source>
        <translation>Das ist weder ein Avail noch eine Meldung von Vorstellungen.</translation>
    </message>
    <message>
        <source>Make the template of a document that is one.</source>
        <translation>Die Vorlage aus einem Dokument machen, das eines davon ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung</numerusform>
            <numerusform>%n Vorstellungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermSets</name>
    <message>
        <source>This set of terms is broken: %1</source>
        <translation>Dieser Konditionssatz ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Correct its file in a text editor, or delete the set.</source>
        <translation>Berichtigen Sie seine Datei in einem Texteditor, oder löschen Sie den Satz.</translation>
    </message>
    <message>
        <source>This isn&apos;t a list of terms.</source>
        <translation>Das ist keine Liste von Konditionen.</translation>
    </message>
    <message>
        <source>Make a set of the terms of a window.</source>
        <translation>Machen Sie aus den Konditionen eines Fensters einen Satz.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>no ID</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>No territory</source>
        <translation>Ohne Gebiet</translation>
    </message>
    <message>
        <source>No licence</source>
        <translation>Ohne Lizenz</translation>
    </message>
    <message>
        <source>No format</source>
        <translation>Ohne Format</translation>
    </message>
    <message>
        <source>Territory, licence, format</source>
        <translation>Gebiet, Lizenz, Format</translation>
    </message>
    <message>
        <source>Licence, territory, format</source>
        <translation>Lizenz, Gebiet, Format</translation>
    </message>
    <message>
        <source>Format, territory, licence</source>
        <translation>Format, Gebiet, Lizenz</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>All windows</source>
        <translation>Alle Fenster</translation>
    </message>
    <message>
        <source>no start</source>
        <translation>kein Beginn</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>%1, ends before it starts</source>
        <translation>%1, endet vor dem Beginn</translation>
    </message>
    <message>
        <source>%1, less than a day</source>
        <translation>%1, weniger als ein Tag</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s)</source>
        <translation>
            <numerusform>%1, %n Tag</numerusform>
            <numerusform>%1, %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>Dates in UTC</source>
        <translation>Daten in UTC</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>Tls</name>
    <message>
        <source>the certificate of %1 is made out to %2. Check the address, or ask the partner.</source>
        <translation>Das Zertifikat von %1 ist auf %2 ausgestellt. Die Adresse prüfen oder den Partner fragen.</translation>
    </message>
    <message>
        <source>the certificate of %1 expired on %2. Only the partner can renew it.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen. Nur der Partner kann es erneuern.</translation>
    </message>
    <message>
        <source>the certificate of %1 isn&apos;t valid yet. Look whether this computer&apos;s clock is right.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht. Prüfen, ob die Uhr dieses Rechners richtig geht.</translation>
    </message>
    <message>
        <source>nobody that this computer trusts vouches for %1; its certificate is from “%2”. If that is the partner&apos;s own authority, name its CA certificate in the environment.</source>
        <translation>Niemand, dem dieser Rechner vertraut, bürgt für %1; das Zertifikat ist von „%2“. Ist das die eigene Stelle des Partners, ihr CA-Zertifikat in der Umgebung angeben.</translation>
    </message>
    <message>
        <source>the certificate of %1 was revoked. Ask the partner.</source>
        <translation>Das Zertifikat von %1 wurde widerrufen. Den Partner fragen.</translation>
    </message>
    <message>
        <source>the certificate of %1 can&apos;t be relied on: %2.</source>
        <translation>Auf das Zertifikat von %1 ist kein Verlass: %2.</translation>
    </message>
    <message>
        <source>the partner asks for a client certificate. Name yours and its key in the environment.</source>
        <translation>Der Partner verlangt ein Client-Zertifikat. Das eigene und seinen Schlüssel in der Umgebung angeben.</translation>
    </message>
    <message>
        <source>the partner doesn&apos;t know who signed the client certificate. Use the one that it sent you.</source>
        <translation>Der Partner kennt den Aussteller des Client-Zertifikats nicht. Das verwenden, das er geschickt hat.</translation>
    </message>
    <message>
        <source>the partner finds the client certificate expired. Ask for a new one.</source>
        <translation>Für den Partner ist das Client-Zertifikat abgelaufen. Ein neues anfordern.</translation>
    </message>
    <message>
        <source>the partner has revoked the client certificate. Ask for a new one.</source>
        <translation>Der Partner hat das Client-Zertifikat widerrufen. Ein neues anfordern.</translation>
    </message>
    <message>
        <source>the partner refuses the client certificate. Use the one that it sent you for this environment.</source>
        <translation>Der Partner lehnt das Client-Zertifikat ab. Das verwenden, das er für diese Umgebung geschickt hat.</translation>
    </message>
</context>
<context>
    <name>Vocabularies</name>
    <message>
        <source>The list of %1 is missing or broken.</source>
        <translation>Die Liste fehlt oder ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Install the program anew.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>countries, currencies and languages</source>
        <translation>Länder, Währungen und Sprachen</translation>
    </message>
    <message>
        <source>Latin America</source>
        <translation>Lateinamerika</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>%1 currency</source>
        <translation>%1 Währung</translation>
    </message>
    <message>
        <source>None of these windows can be joined.</source>
        <translation>Von diesen Fenstern lässt sich keines verbinden.</translation>
    </message>
    <message>
        <source>Select windows that differ only in their ID and dates, and of which one ends when the other starts, or later.</source>
        <translation>Wählen Sie Fenster, die sich nur in ID und Daten unterscheiden und von denen eines endet, wenn das andere beginnt, oder später.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) have dates that can&apos;t be read, or an end before the start, and are left out.</source>
        <translation>
            <numerusform>%n Fenster hat unlesbare Daten oder ein Ende vor dem Beginn und bleibt außen vor.</numerusform>
            <numerusform>%n Fenster haben unlesbare Daten oder ein Ende vor dem Beginn und bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a date. Write it like 2027-03-14 or 2027-03-14 09:00.</source>
        <translation>„%1“ ist kein Datum. Schreiben Sie es wie 2027-03-14 oder 2027-03-14 09:00.</translation>
    </message>
    <message>
        <source>It is kept as text.</source>
        <translation>Es bleibt als Text.</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings.</source>
        <translation>Die Zeile hat mehr Zellen, als es Überschriften gibt.</translation>
    </message>
    <message>
        <source>Line %1 names “%2” already. This row is left out.</source>
        <translation>Zeile %1 nennt „%2“ schon. Diese Zeile bleibt außen vor.</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rows.</source>
        <translation>
            <numerusform>Es ist mehr als %n Zeile.</numerusform>
            <numerusform>Es sind mehr als %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste them in parts.</source>
        <translation>Fügen Sie sie in Teilen ein.</translation>
    </message>
    <message>
        <source>None of the headings is a field of a window.</source>
        <translation>Keine der Überschriften ist ein Feld eines Fensters.</translation>
    </message>
    <message>
        <source>The first row names what stands in each column: Window ID, Territory, Start and the like.</source>
        <translation>Die erste Zeile nennt, was in jeder Spalte steht: Fenster-ID, Gebiet, Beginn und so weiter.</translation>
    </message>
    <message>
        <source>There are no rows below the headings.</source>
        <translation>Unter den Überschriften stehen keine Zeilen.</translation>
    </message>
    <message>
        <source>The windows say all of that already.</source>
        <translation>Die Fenster sagen das alles schon.</translation>
    </message>
    <message>
        <source>Copy the rows along with their headings.</source>
        <translation>Kopieren Sie die Zeilen mit ihren Überschriften.</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>Es gibt nichts einzufügen.</translation>
    </message>
    <message>
        <source>No window is selected.</source>
        <translation>Es ist kein Fenster ausgewählt.</translation>
    </message>
    <message>
        <source>Select the windows in the table first.</source>
        <translation>Wählen Sie zuerst die Fenster in der Tabelle aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) start at that date or after it and are left as they are.</source>
        <translation>
            <numerusform>%n Fenster beginnt an diesem Datum oder danach und bleibt, wie es ist.</numerusform>
            <numerusform>%n Fenster beginnen an diesem Datum oder danach und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these windows starts before that date.</source>
        <translation>Keines dieser Fenster beginnt vor diesem Datum.</translation>
    </message>
    <message>
        <source>Choose a later end.</source>
        <translation>Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>All of these windows end then already.</source>
        <translation>Alle diese Fenster enden schon dann.</translation>
    </message>
    <message>
        <source>None of these windows has an end.</source>
        <translation>Keines dieser Fenster hat ein Ende.</translation>
    </message>
    <message>
        <source>Choose other windows or another date.</source>
        <translation>Wählen Sie andere Fenster oder ein anderes Datum.</translation>
    </message>
    <message>
        <source>The dates would stay where they are.</source>
        <translation>Die Daten blieben, wo sie sind.</translation>
    </message>
    <message>
        <source>Say by how many days or months.</source>
        <translation>Sagen Sie, um wie viele Tage oder Monate.</translation>
    </message>
    <message>
        <source>No date is chosen.</source>
        <translation>Es ist kein Datum ausgewählt.</translation>
    </message>
    <message>
        <source>Choose Start, End or both.</source>
        <translation>Wählen Sie Beginn, Ende oder beide.</translation>
    </message>
    <message>
        <source>A date would leave the years that can be written, 1 to 9999.</source>
        <translation>Ein Datum verließe die Jahre, die sich schreiben lassen, 1 bis 9999.</translation>
    </message>
    <message>
        <source>Shift by less.</source>
        <translation>Verschieben Sie um weniger.</translation>
    </message>
    <message>
        <source>None of these windows has a date that could be shifted.</source>
        <translation>Keines dieser Fenster hat ein Datum, das sich verschieben ließe.</translation>
    </message>
    <message>
        <source>Write the dates first, or choose other ones.</source>
        <translation>Schreiben Sie zuerst die Daten, oder wählen Sie andere Fenster.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) can&apos;t be read and stay as they are.</source>
        <translation>
            <numerusform>%n Datum ist unlesbar und bleibt, wie es ist.</numerusform>
            <numerusform>%n Daten sind unlesbar und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) would end before the start.</source>
        <translation>
            <numerusform>%n Fenster endete vor seinem Beginn.</numerusform>
            <numerusform>%n Fenster endeten vor ihrem Beginn.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these windows is open at that date.</source>
        <translation>Keines dieser Fenster ist an diesem Datum offen.</translation>
    </message>
    <message>
        <source>Choose a date after their start and before their end.</source>
        <translation>Wählen Sie ein Datum nach ihrem Beginn und vor ihrem Ende.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) aren&apos;t open at that date and are left as they are.</source>
        <translation>
            <numerusform>%n Fenster ist an diesem Datum nicht offen und bleibt, wie es ist.</numerusform>
            <numerusform>%n Fenster sind an diesem Datum nicht offen und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two windows would have the ID “%1”.</source>
        <translation>Zwei Fenster hätten die ID „%1“.</translation>
    </message>
    <message>
        <source>Add what tells them apart to the pattern: {territory}, {licence}, {format} or {n}.</source>
        <translation>Ergänzen Sie im Muster, was sie unterscheidet: {territory}, {licence}, {format} oder {n}.</translation>
    </message>
    <message numerus="yes">
        <source>That would be more than %n windows.</source>
        <translation>
            <numerusform>Das wäre mehr als %n Fenster.</numerusform>
            <numerusform>Das wären mehr als %n Fenster.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take fewer territories, types or formats.</source>
        <translation>Nehmen Sie weniger Gebiete, Arten oder Formate.</translation>
    </message>
    <message>
        <source>All of these windows stand already.</source>
        <translation>Alle diese Fenster stehen schon.</translation>
    </message>
    <message>
        <source>Choose other territories, types or formats.</source>
        <translation>Wählen Sie andere Gebiete, Arten oder Formate.</translation>
    </message>
    <message numerus="yes">
        <source>%n combination(s) stand already and are left out.</source>
        <translation>
            <numerusform>%n Kombination steht schon und bleibt außen vor.</numerusform>
            <numerusform>%n Kombinationen stehen schon und bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>It may name {id}, {territory}, {licence}, {format} and {n}; {n:3} counts 001, 002, …</source>
        <translation>Es darf {id}, {territory}, {licence}, {format} und {n} nennen; {n:3} zählt 001, 002,…</translation>
    </message>
    <message>
        <source>A brace in the pattern isn&apos;t closed.</source>
        <translation>Eine Klammer im Muster ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The pattern doesn&apos;t know {%1}.</source>
        <translation>Das Muster kennt {%1} nicht.</translation>
    </message>
    <message>
        <source>The pattern leaves an empty ID.</source>
        <translation>Das Muster ergibt eine leere ID.</translation>
    </message>
    <message>
        <source>The windows stand there already.</source>
        <translation>Die Fenster gibt es schon.</translation>
    </message>
    <message numerus="yes">
        <source>The terms of %n window(s) aren&apos;t a list; they are left as they are.</source>
        <translation>
            <numerusform>Die Konditionen von %n Fenster sind keine Liste; sie bleiben, wie sie sind.</numerusform>
            <numerusform>Die Konditionen von %n Fenstern sind keine Liste; sie bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) have one of these terms more than once; the first of them changes.</source>
        <translation>
            <numerusform>%n Fenster hat eine dieser Konditionen mehr als einmal; die erste davon wird geändert.</numerusform>
            <numerusform>%n Fenster haben eine dieser Konditionen mehr als einmal; die erste davon wird geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these windows has that term.</source>
        <translation>Keines dieser Fenster hat diese Kondition.</translation>
    </message>
    <message>
        <source>Choose other windows.</source>
        <translation>Wählen Sie andere Fenster.</translation>
    </message>
    <message>
        <source>Copy the terms of a window, or its whole text, and paste again.</source>
        <translation>Kopieren Sie die Konditionen eines Fensters oder seinen ganzen Text, und fügen Sie erneut ein.</translation>
    </message>
    <message>
        <source>Copy the terms of one window alone.</source>
        <translation>Kopieren Sie die Konditionen nur eines Fensters.</translation>
    </message>
    <message>
        <source>That isn&apos;t the text of terms.</source>
        <translation>Das ist kein Text von Konditionen.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>That is too much text for the terms of a window.</source>
        <translation>Das ist zu viel Text für die Konditionen eines Fensters.</translation>
    </message>
    <message>
        <source>There are no terms.</source>
        <translation>Es gibt keine Konditionen.</translation>
    </message>
    <message>
        <source>There are no terms in that text.</source>
        <translation>In diesem Text stehen keine Konditionen.</translation>
    </message>
    <message>
        <source>Those are more terms than a window has.</source>
        <translation>Das sind mehr Konditionen, als ein Fenster hat.</translation>
    </message>
    <message>
        <source>Number %1 in that list isn&apos;t a term: it has no name (_termName).</source>
        <translation>Nummer %1 in dieser Liste ist keine Kondition: Sie hat keinen Namen (_termName).</translation>
    </message>
    <message>
        <source>The list of terms is empty.</source>
        <translation>Die Liste der Konditionen ist leer.</translation>
    </message>
    <message>
        <source>Term without a name</source>
        <translation>Kondition ohne Namen</translation>
    </message>
</context>
<context>
    <name>WorkspaceFile</name>
    <message>
        <source>Correct the file, or move it away.</source>
        <translation>Korrigieren Sie die Datei, oder nehmen Sie sie dort weg.</translation>
    </message>
    <message>
        <source>“%1” is larger than 1 MB.</source>
        <translation>„%1“ ist größer als 1 MB.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t well-formed: %2.</source>
        <translation>„%1“ ist nicht wohlgeformt: %2.</translation>
    </message>
    <message>
        <source>“rules” in “%1” has to be an object of rule ids and words, such as {&quot;AV112&quot;: &quot;off&quot;}.</source>
        <translation>„rules“ in „%1“ muss ein Objekt aus Regelkennungen und Wörtern sein, zum Beispiel {&quot;AV112&quot;: &quot;off&quot;}.</translation>
    </message>
</context>
<context>
    <name>XmlPlan</name>
    <message>
        <source>%1 can&apos;t stand there.</source>
        <translation>%1 kann dort nicht stehen.</translation>
    </message>
    <message>
        <source>More than one root element</source>
        <translation>Mehr als ein Wurzelelement</translation>
    </message>
    <message>
        <source>A document without its root element</source>
        <translation>Ein Dokument ohne sein Wurzelelement</translation>
    </message>
</context>
<context>
    <name>XmlReader</name>
    <message>
        <source>the root element, such as &lt;ShowTimeAnalytics&gt;</source>
        <translation>das Wurzelelement, etwa &lt;ShowTimeAnalytics&gt;</translation>
    </message>
    <message>
        <source>the end of the file: one root element, and nothing after it</source>
        <translation>das Ende der Datei: ein Wurzelelement und nichts danach</translation>
    </message>
    <message>
        <source>the end of what belongs here</source>
        <translation>das Ende dessen, was hierher gehört</translation>
    </message>
    <message>
        <source>an element</source>
        <translation>ein Element</translation>
    </message>
    <message>
        <source>elements of one name</source>
        <translation>Elemente mit demselben Namen</translation>
    </message>
    <message>
        <source>at most %1 levels</source>
        <translation>höchstens %1 Ebenen</translation>
    </message>
    <message>
        <source>the end of this tag, &gt;, before the end of the file</source>
        <translation>das Ende dieses Tags, &gt;, vor dem Ende der Datei</translation>
    </message>
    <message>
        <source>the end of the tag, &gt;, or a blank before an attribute</source>
        <translation>das Ende des Tags, &gt;, oder ein Leerzeichen vor einem Attribut</translation>
    </message>
    <message>
        <source>each attribute once: %1 stands twice in this tag</source>
        <translation>jedes Attribut nur einmal: %1 steht zweimal in diesem Tag</translation>
    </message>
    <message>
        <source>&lt;/%1&gt;, before the end of the file</source>
        <translation>&lt;/%1&gt;, vor dem Ende der Datei</translation>
    </message>
    <message>
        <source>&lt;/%1&gt;, because &lt;%1&gt; is open since line %2; &lt;/%3&gt; closes something else</source>
        <translation>&lt;/%1&gt;, weil &lt;%1&gt; seit Zeile %2 offen ist; &lt;/%3&gt; schließt etwas anderes</translation>
    </message>
    <message>
        <source>the end of this tag, &gt;</source>
        <translation>das Ende dieses Tags, &gt;</translation>
    </message>
    <message>
        <source>no document type: entities and external files aren&apos;t read</source>
        <translation>kein Dokumenttyp: Entitäten und externe Dateien werden nicht gelesen</translation>
    </message>
    <message>
        <source>the end of the declaration, ?&gt;</source>
        <translation>das Ende der Deklaration, ?&gt;</translation>
    </message>
    <message>
        <source>a version in the declaration: &lt;?xml version=&quot;1.0&quot;?&gt;</source>
        <translation>eine Version in der Deklaration: &lt;?xml version=&quot;1.0&quot;?&gt;</translation>
    </message>
    <message>
        <source>an encoding in quotes: encoding=&quot;UTF-8&quot;</source>
        <translation>eine Kodierung in Anführungszeichen: encoding=&quot;UTF-8&quot;</translation>
    </message>
    <message>
        <source>UTF-8, and not %1 as it says of itself</source>
        <translation>UTF-8 und nicht %1, wie die Datei von sich sagt</translation>
    </message>
    <message>
        <source>the end of this comment, --&gt;</source>
        <translation>das Ende dieses Kommentars, --&gt;</translation>
    </message>
    <message>
        <source>no -- inside of a comment, or its end, --&gt;</source>
        <translation>kein -- in einem Kommentar, oder sein Ende, --&gt;</translation>
    </message>
    <message>
        <source>the end of this instruction, ?&gt;</source>
        <translation>das Ende dieser Anweisung, ?&gt;</translation>
    </message>
    <message>
        <source>the name of an instruction after &lt;?</source>
        <translation>der Name einer Anweisung nach &lt;?</translation>
    </message>
    <message>
        <source>the declaration &lt;?xml …?&gt; at the beginning of the file and nowhere else</source>
        <translation>die Deklaration &lt;?xml …?&gt; am Anfang der Datei und nirgends sonst</translation>
    </message>
    <message>
        <source>a character that XML can hold: a control character stands here</source>
        <translation>ein Zeichen, das in XML erlaubt ist: Hier steht ein Steuerzeichen</translation>
    </message>
    <message>
        <source>a name after &lt;; a &lt; in text is written &amp;lt; or in CDATA</source>
        <translation>ein Name nach &lt;; ein &lt; im Text wird als &amp;lt; oder in CDATA geschrieben</translation>
    </message>
    <message>
        <source>an attribute, or the end of the tag, &gt;</source>
        <translation>ein Attribut oder das Ende des Tags, &gt;</translation>
    </message>
    <message>
        <source>= and a value in quotes after the name of an attribute</source>
        <translation>= und ein Wert in Anführungszeichen nach dem Namen eines Attributs</translation>
    </message>
    <message>
        <source>a quote before the value of an attribute</source>
        <translation>ein Anführungszeichen vor dem Wert eines Attributs</translation>
    </message>
    <message>
        <source>the closing quote of this attribute, before the end of the file</source>
        <translation>das schließende Anführungszeichen dieses Attributs, vor dem Ende der Datei</translation>
    </message>
    <message>
        <source>the closing quote of this attribute: a &lt; stands in it, which is written &amp;lt;</source>
        <translation>das schließende Anführungszeichen dieses Attributs: Darin steht ein &lt;, das als &amp;lt; geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;amp; where an &amp; is meant as text</source>
        <translation>&amp;amp;, wo ein &amp; als Text gemeint ist</translation>
    </message>
    <message>
        <source>the number of a character that XML can hold</source>
        <translation>die Nummer eines Zeichens, das in XML erlaubt ist</translation>
    </message>
    <message>
        <source>no entity of its own: &amp;%1; isn&apos;t known, and none can be made</source>
        <translation>keine eigene Entität: &amp;%1; ist nicht bekannt, und neue lassen sich nicht anlegen</translation>
    </message>
    <message>
        <source>text without ]]&gt;, which ends CDATA and nothing else</source>
        <translation>Text ohne ]]&gt;, das nur CDATA beendet und sonst nichts</translation>
    </message>
    <message>
        <source>the end of this CDATA, ]]&gt;</source>
        <translation>das Ende dieses CDATA, ]]&gt;</translation>
    </message>
</context>
<context>
    <name>XmlWriter</name>
    <message>
        <source>%1 can hold one value and no more.</source>
        <translation>%1 kann nur einen Wert enthalten.</translation>
    </message>
    <message>
        <source>XML can&apos;t hold the control character in %1.</source>
        <translation>Das Steuerzeichen in %1 ist in XML nicht erlaubt.</translation>
    </message>
    <message>
        <source>XML has no element or attribute called “%1”.</source>
        <translation>XML kennt kein Element oder Attribut „%1“.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Choose the folder that the workspace shows</source>
        <translation>Den Arbeitsordner wählen</translation>
    </message>
    <message>
        <source>Open what was copied as a document</source>
        <translation>Das Kopierte als Dokument öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Write the document to its file</source>
        <translation>Das Dokument in seine Datei schreiben</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Write the document to another file</source>
        <translation>Das Dokument in eine andere Datei schreiben</translation>
    </message>
    <message>
        <source>Save a&amp;ll</source>
        <translation>A&amp;lle speichern</translation>
    </message>
    <message>
        <source>Write all documents that changed</source>
        <translation>Alle geänderten Dokumente schreiben</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close the document</source>
        <translation>Das Dokument schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Das Programm beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>Den Schritt noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Find in the payload…</source>
        <translation>In den Nutzdaten &amp;suchen…</translation>
    </message>
    <message>
        <source>Find text in the payload</source>
        <translation>Text in den Nutzdaten suchen</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Nächstes Dokument</translation>
    </message>
    <message>
        <source>Go to the next document</source>
        <translation>Zum nächsten Dokument gehen</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Voriges Dokument</translation>
    </message>
    <message>
        <source>Go to the document before</source>
        <translation>Zum vorigen Dokument gehen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark text on light ground</source>
        <translation>Dunkler Text auf hellem Grund</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light text on dark ground</source>
        <translation>Heller Text auf dunklem Grund</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>Hell oder dunkel, wie das System</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Text größer</translation>
    </message>
    <message>
        <source>Make all text larger</source>
        <translation>Allen Text vergrößern</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Text kleiner</translation>
    </message>
    <message>
        <source>Make all text smaller</source>
        <translation>Allen Text verkleinern</translation>
    </message>
    <message>
        <source>Text as usual</source>
        <translation>Text normal</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Text mit 100 %</translation>
    </message>
    <message>
        <source>&amp;Validate</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Look at everything again, and show every problem</source>
        <translation>Alles noch einmal prüfen und jedes Problem zeigen</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Go to the next problem</source>
        <translation>Zum nächsten Problem gehen</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>Go to the problem before</source>
        <translation>Zum vorigen Problem gehen</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Show the title&apos;s page</source>
        <translation>Die Seite des Titels zeigen</translation>
    </message>
    <message>
        <source>&amp;Windows</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Show the windows&apos; page</source>
        <translation>Die Seite der Fenster zeigen</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Show the payload as text</source>
        <translation>Die Nutzdaten als Text zeigen</translation>
    </message>
    <message>
        <source>Add window</source>
        <translation>Fenster hinzufügen</translation>
    </message>
    <message>
        <source>Add a window at the end</source>
        <translation>Ein Fenster am Ende hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate window</source>
        <translation>Fenster duplizieren</translation>
    </message>
    <message>
        <source>Copy the window, with an ID of its own</source>
        <translation>Das Fenster kopieren, mit eigener ID</translation>
    </message>
    <message>
        <source>Remove windows</source>
        <translation>Fenster entfernen</translation>
    </message>
    <message>
        <source>Remove the windows that are selected</source>
        <translation>Die ausgewählten Fenster entfernen</translation>
    </message>
    <message>
        <source>Add term…</source>
        <translation>Kondition hinzufügen…</translation>
    </message>
    <message>
        <source>Find a term, and add it to the window</source>
        <translation>Eine Kondition suchen und dem Fenster hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Validate with the partner</source>
        <translation>Beim Partner &amp;prüfen</translation>
    </message>
    <message>
        <source>Let the partner check the document; nothing is changed there</source>
        <translation>Das Dokument vom Partner prüfen lassen; dort ändert sich nichts</translation>
    </message>
    <message>
        <source>&amp;Get</source>
        <translation>Ab&amp;rufen</translation>
    </message>
    <message>
        <source>Fetch what the partner has, as a document beside</source>
        <translation>Den Stand des Partners abrufen, als eigenes Dokument</translation>
    </message>
    <message>
        <source>&amp;Delete at the partner…</source>
        <translation>Beim Partner &amp;löschen…</translation>
    </message>
    <message>
        <source>Take it away at the partner</source>
        <translation>Beim Partner entfernen</translation>
    </message>
    <message>
        <source>Get this window</source>
        <translation>Dieses Fenster abrufen</translation>
    </message>
    <message>
        <source>Fetch the selected window alone</source>
        <translation>Nur das ausgewählte Fenster abrufen</translation>
    </message>
    <message>
        <source>Delete this window at the partner…</source>
        <translation>Dieses Fenster beim Partner löschen…</translation>
    </message>
    <message>
        <source>Take the selected window away at the partner</source>
        <translation>Das ausgewählte Fenster beim Partner entfernen</translation>
    </message>
    <message>
        <source>&amp;Read environments again</source>
        <translation>&amp;Umgebungen neu einlesen</translation>
    </message>
    <message>
        <source>Read marquee.json again</source>
        <translation>marquee.json noch einmal lesen</translation>
    </message>
    <message>
        <source>Find &amp;anything…</source>
        <translation>&amp;Alles durchsuchen…</translation>
    </message>
    <message>
        <source>Find an action, a document, a field or a problem by its name</source>
        <translation>Eine Aktion, ein Dokument, ein Feld oder ein Problem nach dem Namen suchen</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>What is checked, and why</source>
        <translation>Was geprüft wird, und warum</translation>
    </message>
    <message>
        <source>&amp;About Marquee</source>
        <translation>&amp;Über Marquee</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>New from the clip&amp;board</source>
        <translation>Neu aus der Z&amp;wischenablage</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>S&amp;tapel…</translation>
    </message>
    <message>
        <source>Send, validate, fetch or delete many documents as one run</source>
        <translation>Viele Dokumente in einem Lauf senden, prüfen, abrufen oder löschen</translation>
    </message>
    <message>
        <source>&amp;Environments…</source>
        <translation>Um&amp;gebungen…</translation>
    </message>
    <message>
        <source>Where requests can go: addresses, keys and certificates</source>
        <translation>Wohin Anfragen gehen können: Adressen, Schlüssel und Zertifikate</translation>
    </message>
    <message>
        <source>New batc&amp;h document</source>
        <translation>Neuer S&amp;tapel</translation>
    </message>
    <message>
        <source>Begin a batch to which documents are added</source>
        <translation>Einen Stapel beginnen, dem Dokumente hinzugefügt werden</translation>
    </message>
    <message>
        <source>Add &amp;documents…</source>
        <translation>&amp;Dokumente hinzufügen…</translation>
    </message>
    <message>
        <source>Add the windows of avails to the batch, an item each</source>
        <translation>Die Fenster von Avails dem Stapel hinzufügen, je als ein Posten</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Posten hinzufügen</translation>
    </message>
    <message>
        <source>Add an empty item at the end</source>
        <translation>Einen leeren Posten am Ende hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate item</source>
        <translation>Posten duplizieren</translation>
    </message>
    <message>
        <source>Copy the item, with an ID of its own</source>
        <translation>Den Posten kopieren, mit eigener ID</translation>
    </message>
    <message>
        <source>Remove items</source>
        <translation>Posten entfernen</translation>
    </message>
    <message>
        <source>Remove the items that are selected</source>
        <translation>Die ausgewählten Posten entfernen</translation>
    </message>
    <message>
        <source>Move items up</source>
        <translation>Posten nach oben</translation>
    </message>
    <message>
        <source>Move the items that are selected up by one</source>
        <translation>Die ausgewählten Posten um eins nach oben verschieben</translation>
    </message>
    <message>
        <source>Move items down</source>
        <translation>Posten nach unten</translation>
    </message>
    <message>
        <source>Move the items that are selected down by one</source>
        <translation>Die ausgewählten Posten um eins nach unten verschieben</translation>
    </message>
    <message>
        <source>Rows into re&amp;quests…</source>
        <translation>Anfragen aus &amp;Zeilen…</translation>
    </message>
    <message>
        <source>Make a request of each row of a spreadsheet, with this document as the template</source>
        <translation>Aus jeder Zeile einer Tabelle eine Anfrage erstellen, mit diesem Dokument als Vorlage</translation>
    </message>
    <message>
        <source>&amp;Probe the partner</source>
        <translation>Pro&amp;be beim Partner</translation>
    </message>
    <message>
        <source>Find out which rules the partner checks; nothing is changed there</source>
        <translation>Herausfinden, welche Regeln der Partner prüft; dort ändert sich nichts</translation>
    </message>
    <message>
        <source>The s&amp;andbox…</source>
        <translation>S&amp;andbox…</translation>
    </message>
    <message>
        <source>What the simulated partner was asked, and what goes wrong in it on purpose</source>
        <translation>Was der nachgebildete Partner gefragt wurde und was dort mit Absicht schiefgeht</translation>
    </message>
    <message>
        <source>&amp;Changes since it was saved</source>
        <translation>Ä&amp;nderungen seit dem Speichern</translation>
    </message>
    <message>
        <source>What differs from the file, by meaning</source>
        <translation>Was von der Datei abweicht, dem Sinn nach</translation>
    </message>
    <message>
        <source>Differences from the partner&apos;s ans&amp;wer</source>
        <translation>Unterschiede zur Ant&amp;wort des Partners</translation>
    </message>
    <message>
        <source>What differs from what was fetched last</source>
        <translation>Was von dem abweicht, das zuletzt abgerufen wurde</translation>
    </message>
    <message>
        <source>Differences from another &amp;file…</source>
        <translation>Unterschiede zu einer anderen Date&amp;i…</translation>
    </message>
    <message>
        <source>What differs from a file that you choose</source>
        <translation>Was von einer Datei abweicht, die Sie auswählen</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>Zeitle&amp;iste</translation>
    </message>
    <message>
        <source>Show the windows as bars on a timeline</source>
        <translation>Die Fenster als Balken auf einer Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>&amp;Spread over territories…</source>
        <translation>Auf &amp;Gebiete verteilen…</translation>
    </message>
    <message>
        <source>Make windows like this one for other territories, licences and formats</source>
        <translation>Fenster wie dieses für andere Gebiete, Lizenzen und Formate anlegen</translation>
    </message>
    <message>
        <source>S&amp;hift dates…</source>
        <translation>Daten &amp;verschieben…</translation>
    </message>
    <message>
        <source>Move start and end of the selected windows by days or months</source>
        <translation>Beginn und Ende der ausgewählten Fenster um Tage oder Monate verschieben</translation>
    </message>
    <message>
        <source>Set the &amp;end…</source>
        <translation>&amp;Ende setzen…</translation>
    </message>
    <message>
        <source>Give the selected windows one end</source>
        <translation>Den ausgewählten Fenstern ein Ende geben</translation>
    </message>
    <message>
        <source>S&amp;plit at a date…</source>
        <translation>An einem Datum &amp;teilen…</translation>
    </message>
    <message>
        <source>Make two windows of each that holds on that date</source>
        <translation>Aus jedem Fenster, das an dem Datum gilt, zwei machen</translation>
    </message>
    <message>
        <source>&amp;Join neighbours</source>
        <translation>&amp;Nachbarn verbinden</translation>
    </message>
    <message>
        <source>Make one window of those that follow each other and are otherwise the same</source>
        <translation>Aus Fenstern, die aufeinander folgen und sonst gleich sind, eines machen</translation>
    </message>
    <message>
        <source>&amp;Copy as rows</source>
        <translation>Als Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected windows for a spreadsheet, with headings</source>
        <translation>Die ausgewählten Fenster mit Überschriften für eine Tabelle kopieren</translation>
    </message>
    <message>
        <source>Paste ro&amp;ws…</source>
        <translation>&amp;Zeilen einfügen…</translation>
    </message>
    <message>
        <source>Make and change windows by rows of a spreadsheet</source>
        <translation>Fenster nach Zeilen einer Tabelle anlegen und ändern</translation>
    </message>
    <message>
        <source>Save as &amp;template…</source>
        <translation>Als &amp;Vorlage speichern…</translation>
    </message>
    <message>
        <source>Give the document&apos;s file another name</source>
        <translation>Der Datei des Dokuments einen anderen Namen geben</translation>
    </message>
    <message>
        <source>D&amp;uplicate with new IDs</source>
        <translation>Mit neuen IDs &amp;duplizieren</translation>
    </message>
    <message>
        <source>Make a file like this one beside it, with IDs of its own</source>
        <translation>Daneben eine Datei wie diese anlegen, mit eigenen IDs</translation>
    </message>
    <message>
        <source>Move to the b&amp;in</source>
        <translation>In den &amp;Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Close the document, and move its file to the bin</source>
        <translation>Das Dokument schließen und seine Datei in den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Find text in every document of the workspace</source>
        <translation>Text in jedem Dokument des Arbeitsordners suchen</translation>
    </message>
    <message>
        <source>&amp;All windows of the workspace</source>
        <translation>Alle Fenster des Arbeits&amp;ordners</translation>
    </message>
    <message>
        <source>Every avail&apos;s windows in one table, to be filtered and changed together</source>
        <translation>Die Fenster aller Avails in einer Tabelle, zum gemeinsamen Filtern und Ändern</translation>
    </message>
    <message>
        <source>Make &amp;episodes…</source>
        <translation>&amp;Folgen anlegen…</translation>
    </message>
    <message>
        <source>Make avails for the episodes of a season by a pattern</source>
        <translation>Avails für die Folgen einer Staffel nach einem Muster anlegen</translation>
    </message>
    <message>
        <source>Move windows up</source>
        <translation>Fenster nach oben</translation>
    </message>
    <message>
        <source>Move the windows that are selected up by one</source>
        <translation>Die ausgewählten Fenster um eins nach oben verschieben</translation>
    </message>
    <message>
        <source>Move windows down</source>
        <translation>Fenster nach unten</translation>
    </message>
    <message>
        <source>Move the windows that are selected down by one</source>
        <translation>Die ausgewählten Fenster um eins nach unten verschieben</translation>
    </message>
    <message>
        <source>Show only the windows in which some words stand</source>
        <translation>Nur die Fenster zeigen, in denen bestimmte Wörter stehen</translation>
    </message>
    <message>
        <source>Select &amp;all windows</source>
        <translation>&amp;Alle Fenster auswählen</translation>
    </message>
    <message>
        <source>Select every window that the table shows</source>
        <translation>Jedes Fenster auswählen, das die Tabelle zeigt</translation>
    </message>
    <message>
        <source>Copy the window&apos;s terms, to be pasted into other windows</source>
        <translation>Die Konditionen des Fensters kopieren, zum Einfügen in andere Fenster</translation>
    </message>
    <message>
        <source>&amp;Paste terms…</source>
        <translation>Konditionen &amp;einfügen…</translation>
    </message>
    <message>
        <source>Give the selected windows the terms that were copied</source>
        <translation>Den ausgewählten Fenstern die kopierten Konditionen geben</translation>
    </message>
    <message>
        <source>&amp;Sets of terms…</source>
        <translation>Kon&amp;ditionssätze…</translation>
    </message>
    <message>
        <source>Terms that are kept under a name, to be given to windows</source>
        <translation>Konditionen, die unter einem Namen aufbewahrt werden, für beliebige Fenster</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>Which keys do what; change them, or print a sheet</source>
        <translation>Welche Tasten was tun; sie ändern oder ein Blatt drucken</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Konditionen</translation>
    </message>
    <message>
        <source>Batch items</source>
        <translation>Posten des Stapels</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Austausch</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>pasting</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>cutting</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>selecting everything</source>
        <translation>Auswählen von allem</translation>
    </message>
    <message>
        <source>making a field not set</source>
        <translation>Entfernen eines Werts</translation>
    </message>
    <message>
        <source>a field&apos;s help</source>
        <translation>Zeigen der Hilfe eines Felds</translation>
    </message>
    <message>
        <source>renaming</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>opening a list</source>
        <translation>Öffnen einer Liste</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Rena&amp;me the file…</source>
        <translation>Datei u&amp;mbenennen…</translation>
    </message>
    <message>
        <source>Find in all &amp;documents…</source>
        <translation>In allen &amp;Dokumenten suchen…</translation>
    </message>
    <message>
        <source>F&amp;ilter windows</source>
        <translation>Fenster fi&amp;ltern</translation>
    </message>
    <message>
        <source>C&amp;opy terms</source>
        <translation>Konditionen &amp;kopieren</translation>
    </message>
    <message>
        <source>Begin an avail, or a message of performances, from a template</source>
        <translation>Einen Avail oder eine Meldung von Vorstellungen aus einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Keep the document as a template to begin others with</source>
        <translation>Das Dokument als Vorlage aufbewahren, mit der andere beginnen</translation>
    </message>
    <message>
        <source>Show the message&apos;s performances</source>
        <translation>Die Vorstellungen der Meldung zeigen</translation>
    </message>
    <message>
        <source>Da&amp;y</source>
        <translation>Ta&amp;g</translation>
    </message>
    <message>
        <source>Show the performances of a day, hall by hall</source>
        <translation>Die Vorstellungen eines Tages zeigen, Saal für Saal</translation>
    </message>
    <message>
        <source>Add performance</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a performance at the end</source>
        <translation>Am Ende eine Vorstellung hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate performance</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copy the performance, with an ID of its own</source>
        <translation>Die Vorstellung kopieren, mit einer eigenen ID</translation>
    </message>
    <message>
        <source>Duplicate a &amp;day…</source>
        <translation>Ta&amp;g duplizieren…</translation>
    </message>
    <message>
        <source>Copy a day&apos;s performances, or those that are selected, to other dates and halls</source>
        <translation>Die Vorstellungen eines Tages oder die ausgewählten auf andere Tage und Säle kopieren</translation>
    </message>
    <message>
        <source>Paste &amp;rows…</source>
        <translation>&amp;Zeilen einfügen…</translation>
    </message>
    <message>
        <source>Make and change performances by rows of a spreadsheet</source>
        <translation>Vorstellungen aus Zeilen einer Tabelle machen und ändern</translation>
    </message>
    <message>
        <source>Remove performances</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the performances that are selected</source>
        <translation>Die ausgewählten Vorstellungen entfernen</translation>
    </message>
    <message>
        <source>Move performances up</source>
        <translation>Vorstellungen nach oben</translation>
    </message>
    <message>
        <source>Move the performances that are selected up by one</source>
        <translation>Die ausgewählten Vorstellungen um eins nach oben verschieben</translation>
    </message>
    <message>
        <source>Move performances down</source>
        <translation>Vorstellungen nach unten</translation>
    </message>
    <message>
        <source>Move the performances that are selected down by one</source>
        <translation>Die ausgewählten Vorstellungen um eins nach unten verschieben</translation>
    </message>
    <message>
        <source>F&amp;ilter performances</source>
        <translation>Vorstellungen f&amp;iltern</translation>
    </message>
    <message>
        <source>Show only the performances in which some words stand</source>
        <translation>Nur die Vorstellungen zeigen, in denen bestimmte Wörter stehen</translation>
    </message>
    <message>
        <source>Select &amp;all performances</source>
        <translation>&amp;Alle Vorstellungen auswählen</translation>
    </message>
    <message>
        <source>Select every performance that the table shows</source>
        <translation>Jede Vorstellung auswählen, die die Tabelle zeigt</translation>
    </message>
    <message>
        <source>Send the document to the partner</source>
        <translation>Das Dokument an den Partner senden</translation>
    </message>
    <message>
        <source>&amp;Receive callbacks</source>
        <translation>&amp;Rückmeldungen empfangen</translation>
    </message>
    <message>
        <source>Let the partner post here what became of messages, on this machine alone</source>
        <translation>Den Partner hierher melden lassen, was aus Meldungen wurde, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Copy their address</source>
        <translation>Ihre Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the address at which callbacks are received</source>
        <translation>Die Adresse kopieren, unter der Rückmeldungen empfangen werden</translation>
    </message>
    <message>
        <source>&amp;Paste a callback</source>
        <translation>Eine Rückmeldung &amp;einfügen</translation>
    </message>
    <message>
        <source>Take what was copied as a partner&apos;s callback</source>
        <translation>Das Kopierte als Rückmeldung eines Partners nehmen</translation>
    </message>
    <message>
        <source>&amp;Open a callback…</source>
        <translation>Eine Rückmeldung &amp;öffnen…</translation>
    </message>
    <message>
        <source>Take a file as a partner&apos;s callback</source>
        <translation>Eine Datei als Rückmeldung eines Partners nehmen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Rückmeldungen</translation>
    </message>
    <message>
        <source>P&amp;erformances</source>
        <translation>&amp;Vorstellungen</translation>
    </message>
    <message>
        <source>&amp;Make the partner match…</source>
        <translation>Partner abglei&amp;chen…</translation>
    </message>
    <message>
        <source>Compare what the partner has with the documents, and send what differs</source>
        <translation>Vergleichen, was der Partner hat und was in den Dokumenten steht, und Unterschiede senden</translation>
    </message>
    <message>
        <source>Pr&amp;oductions (Atom Tickets)…</source>
        <translation>Pr&amp;oduktionen (Atom Tickets)…</translation>
    </message>
    <message>
        <source>Ask Atom Tickets for productions, by IDs, venue or name</source>
        <translation>Atom Tickets nach Produktionen fragen: nach IDs, Spielstätte oder Name</translation>
    </message>
    <message>
        <source>&amp;Inspect this document</source>
        <translation>Dieses Dokument &amp;untersuchen</translation>
    </message>
    <message>
        <source>Look at the document as a summary, a tree, a table and text</source>
        <translation>Das Dokument als Übersicht, Baum, Tabelle und Text ansehen</translation>
    </message>
    <message>
        <source>Inspect a &amp;file…</source>
        <translation>&amp;Datei untersuchen…</translation>
    </message>
    <message>
        <source>Look at any JSON or XML file, however large, without changing it</source>
        <translation>Eine beliebig große JSON- oder XML-Datei ansehen, ohne sie zu ändern</translation>
    </message>
    <message>
        <source>&amp;Ask what may be shown…</source>
        <translation>&amp;Fragen, was gezeigt werden darf…</translation>
    </message>
    <message>
        <source>What the avails allow on a day, in a territory, in a format and a language</source>
        <translation>Was die Avails an einem Tag, in einem Gebiet, einem Format und einer Sprache erlauben</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Vergleichen…</translation>
    </message>
    <message>
        <source>What differs between two documents, files or answers</source>
        <translation>Was zwei Dokumente, Dateien oder Antworten unterscheidet</translation>
    </message>
    <message>
        <source>&amp;Mask for support…</source>
        <translation>Für den Support &amp;maskieren…</translation>
    </message>
    <message>
        <source>A copy in which titles, prices and contracts are replaced</source>
        <translation>Eine Kopie, in der Titel, Preise und Verträge ersetzt sind</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>The avail takes its windows back (%1).</source>
        <translation>Der Avail nimmt seine Fenster zurück (%1).</translation>
    </message>
    <message>
        <source>Its start, “%1”, can&apos;t be read as a date.</source>
        <translation>Der Beginn, „%1“, lässt sich nicht als Datum lesen.</translation>
    </message>
    <message>
        <source>Its end, “%1”, can&apos;t be read as a date.</source>
        <translation>Das Ende, „%1“, lässt sich nicht als Datum lesen.</translation>
    </message>
    <message>
        <source>It begins on a condition, not on a day.</source>
        <translation>Es beginnt mit einer Bedingung, nicht an einem Tag.</translation>
    </message>
    <message>
        <source>It ends on a condition, not on a day.</source>
        <translation>Es endet mit einer Bedingung, nicht an einem Tag.</translation>
    </message>
    <message>
        <source>It begins on that day, but not before %1.</source>
        <translation>Es beginnt an diesem Tag, aber nicht vor %1.</translation>
    </message>
    <message>
        <source>It begins on %1.</source>
        <translation>Es beginnt am %1.</translation>
    </message>
    <message>
        <source>It ends on that day, at %1.</source>
        <translation>Es endet an diesem Tag, um %1.</translation>
    </message>
    <message>
        <source>It ended on %1.</source>
        <translation>Es endete am %1.</translation>
    </message>
    <message>
        <source>It leaves out %1.</source>
        <translation>Ausgenommen ist %1.</translation>
    </message>
    <message>
        <source>Not in %1.</source>
        <translation>Nicht in %1.</translation>
    </message>
    <message>
        <source>It names no territory.</source>
        <translation>Es nennt kein Gebiet.</translation>
    </message>
    <message>
        <source>It holds in %1 only.</source>
        <translation>Gilt nur für: %1.</translation>
    </message>
    <message>
        <source>It holds in a part of the country only: %1.</source>
        <translation>Gilt nur in einem Teil des Landes: %1.</translation>
    </message>
    <message>
        <source>It names no format.</source>
        <translation>Es nennt kein Format.</translation>
    </message>
    <message>
        <source>It is for %1.</source>
        <translation>Es gilt für %1.</translation>
    </message>
    <message>
        <source>Allowed languages: %1</source>
        <translation>Erlaubte Sprachen: %1</translation>
    </message>
    <message>
        <source>Only %1 may be shown.</source>
        <translation>Gezeigt werden darf nur: %1.</translation>
    </message>
    <message>
        <source>%1 as audio only</source>
        <translation>%1 nur als Ton</translation>
    </message>
    <message>
        <source>%1 as subtitles only</source>
        <translation>%1 nur als Untertitel</translation>
    </message>
    <message>
        <source>Held back: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Held back: %1, audio</source>
        <translation>Gesperrt: %1, Ton</translation>
    </message>
    <message>
        <source>Held back: %1, subtitles</source>
        <translation>Gesperrt: %1, Untertitel</translation>
    </message>
    <message>
        <source>%1 is held back.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 is held back as audio</source>
        <translation>%1 ist als Ton gesperrt</translation>
    </message>
    <message>
        <source>%1 is held back as subtitles</source>
        <translation>%1 ist als Untertitel gesperrt</translation>
    </message>
    <message>
        <source>%1 isn&apos;t among the languages that are to be delivered</source>
        <translation>%1 gehört nicht zu den Sprachen, die zu liefern sind</translation>
    </message>
    <message>
        <source>The title&apos;s status is “%1”.</source>
        <translation>Der Titel hat den Status „%1“.</translation>
    </message>
    <message>
        <source>It may be shown to the public from %1 on that day.</source>
        <translation>Öffentlich gezeigt werden darf es an diesem Tag ab %1.</translation>
    </message>
    <message>
        <source>It may not be shown to the public before %1.</source>
        <translation>Öffentlich gezeigt werden darf es nicht vor %1.</translation>
    </message>
    <message>
        <source>It ended for good on %1.</source>
        <translation>Es endete endgültig am %1.</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without dates</source>
        <translation>ohne Daten</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>No territory is said.</source>
        <translation>Kein Gebiet angegeben.</translation>
    </message>
    <message>
        <source>Say one by its code: US, GB, DE.</source>
        <translation>Geben Sie eines mit seinem Code an: US, GB, DE.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t the code of a country.</source>
        <translation>„%1“ ist kein Ländercode.</translation>
    </message>
    <message>
        <source>%1 may be meant.</source>
        <translation>Gemeint ist vielleicht %1.</translation>
    </message>
    <message>
        <source>Write it with two letters: US, GB, DE.</source>
        <translation>Schreiben Sie es mit zwei Buchstaben: US, GB, DE.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a language tag.</source>
        <translation>„%1“ ist keine Sprachkennung.</translation>
    </message>
    <message>
        <source>Write it like fr, fr-CA or zh-Hant.</source>
        <translation>Schreiben Sie sie wie fr, fr-CA oder zh-Hant.</translation>
    </message>
    <message>
        <source>No day is said.</source>
        <translation>Kein Tag angegeben.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a day.</source>
        <translation>„%1“ ist kein Tag.</translation>
    </message>
    <message>
        <source>Write it like 2027-03-14, or with a time: 2027-03-14T09:00:00Z.</source>
        <translation>Schreiben Sie ihn wie 2027-03-14 oder mit Uhrzeit: 2027-03-14T09:00:00Z.</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>der Titel</translation>
    </message>
    <message>
        <source>Yes, but only orders: %1 may be pre-ordered in %2 on %3</source>
        <translation>Ja, aber nur Bestellungen: %1 darf am %3 vorbestellt werden (Gebiet: %2)</translation>
    </message>
    <message>
        <source>Yes: %1 may be shown in %2 on %3</source>
        <translation>Ja: %1 darf am %3 gezeigt werden (Gebiet: %2)</translation>
    </message>
    <message>
        <source>Yes: %1 may be shown in %2 on %3 in %4</source>
        <translation>Ja: %1 darf am %3 in %4 gezeigt werden (Gebiet: %2)</translation>
    </message>
    <message>
        <source>, by %1 (%2)</source>
        <translation>, durch %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>, and %n more.</source>
        <translation>
            <numerusform>, und %n weiteres.</numerusform>
            <numerusform>, und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>No: %1 may not be shown in %2 on %3.</source>
        <translation>Nein: %1 darf am %3 nicht gezeigt werden (Gebiet: %2).</translation>
    </message>
    <message>
        <source>No: %1 may not be shown in %2 on %3 in %4.</source>
        <translation>Nein: %1 darf am %3 in %4 nicht gezeigt werden (Gebiet: %2).</translation>
    </message>
    <message>
        <source>The avail has no windows.</source>
        <translation>Der Avail hat keine Fenster.</translation>
    </message>
    <message>
        <source>%1 comes nearest. %2</source>
        <translation>Am nächsten kommt %1. %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Full extract</source>
        <translation>Gesamtauszug</translation>
    </message>
    <message>
        <source>All windows of a title in one territory and line of business; replaces what the partner holds.</source>
        <translation>Alle Fenster eines Titels in einem Gebiet und Geschäftsbereich; ersetzt, was der Partner hat.</translation>
    </message>
    <message>
        <source>Partial extract</source>
        <translation>Teilauszug</translation>
    </message>
    <message>
        <source>One window, known by its transaction ID.</source>
        <translation>Ein Fenster, bekannt durch seine Transaktions-ID.</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Subtitles in this language.</source>
        <translation>Untertitel in dieser Sprache.</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Dubbed or original audio in this language.</source>
        <translation>Synchron- oder Originalton in dieser Sprache.</translation>
    </message>
    <message>
        <source>Subtitles and audio</source>
        <translation>Untertitel und Ton</translation>
    </message>
    <message>
        <source>Both.</source>
        <translation>Beides.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Viewers may download the title.</source>
        <translation>Zuschauer dürfen den Titel herunterladen.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Streaming only.</source>
        <translation>Nur Streaming.</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Part of a subscription: Prime or a channel.</source>
        <translation>Teil eines Abonnements: Prime oder ein Channel.</translation>
    </message>
    <message>
        <source>Free with ads</source>
        <translation>Kostenlos mit Werbung</translation>
    </message>
    <message>
        <source>Free to the viewer.</source>
        <translation>Für Zuschauer kostenlos.</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Free to the viewer, paid by advertising.</source>
        <translation>Für Zuschauer kostenlos, durch Werbung bezahlt.</translation>
    </message>
    <message>
        <source>Rental</source>
        <translation>Leihe</translation>
    </message>
    <message>
        <source>Rented for a time: needs rental and watch durations.</source>
        <translation>Auf Zeit geliehen: braucht Leihdauer und Sehdauer.</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Bought to keep.</source>
        <translation>Auf Dauer gekauft.</translation>
    </message>
    <message>
        <source>Pre-order</source>
        <translation>Vorbestellung</translation>
    </message>
    <message>
        <source>Ordered before it can be bought: needs a suppression lift date.</source>
        <translation>Vor dem Verkaufsstart bestellt: braucht ein Ende der Anzeigesperre.</translation>
    </message>
    <message>
        <source>Movie</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>A film.</source>
        <translation>Ein Film.</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurzfilm</translation>
    </message>
    <message>
        <source>A short film.</source>
        <translation>Ein Kurzfilm.</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>One episode of a season.</source>
        <translation>Eine Folge einer Staffel.</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Staffel</translation>
    </message>
    <message>
        <source>A whole season.</source>
        <translation>Eine ganze Staffel.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>A whole series.</source>
        <translation>Eine ganze Serie.</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>Werbematerial</translation>
    </message>
    <message>
        <source>A trailer or other promotion.</source>
        <translation>Ein Trailer oder anderes Werbematerial.</translation>
    </message>
    <message>
        <source>Supplemental</source>
        <translation>Zusatzmaterial</translation>
    </message>
    <message>
        <source>Additional material.</source>
        <translation>Zusätzliches Material.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>A bundle of titles.</source>
        <translation>Ein Paket von Titeln.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>A volume of a series.</source>
        <translation>Ein Band einer Serie.</translation>
    </message>
    <message>
        <source>Standard definition</source>
        <translation>Standardauflösung</translation>
    </message>
    <message>
        <source>High definition</source>
        <translation>Hohe Auflösung</translation>
    </message>
    <message>
        <source>Ultra high definition</source>
        <translation>Ultrahohe Auflösung</translation>
    </message>
    <message>
        <source>Stereoscopic</source>
        <translation>Stereoskopisch</translation>
    </message>
    <message>
        <source>Digital Movies Anywhere</source>
        <translation>Digital Movies Anywhere</translation>
    </message>
    <message>
        <source>Movies Anywhere&apos;s earlier name, as the partner&apos;s examples write it.</source>
        <translation>Früherer Name von Movies Anywhere, wie ihn die Beispiele des Partners schreiben.</translation>
    </message>
    <message>
        <source>Movies Anywhere</source>
        <translation>Movies Anywhere</translation>
    </message>
    <message>
        <source>UltraViolet</source>
        <translation>UltraViolet</translation>
    </message>
    <message>
        <source>Cost per hour</source>
        <translation>Vergütung je Stunde</translation>
    </message>
    <message>
        <source>Royalties by hours watched.</source>
        <translation>Lizenzgebühren nach gesehenen Stunden.</translation>
    </message>
    <message>
        <source>Fixed fee</source>
        <translation>Festbetrag</translation>
    </message>
    <message>
        <source>Day after broadcast</source>
        <translation>Am Tag nach der Ausstrahlung</translation>
    </message>
    <message>
        <source>Same time as broadcast</source>
        <translation>Zeitgleich mit der Ausstrahlung</translation>
    </message>
    <message>
        <source>Just after broadcast</source>
        <translation>Kurz nach der Ausstrahlung</translation>
    </message>
    <message>
        <source>In cinemas or on disc within the last year</source>
        <translation>Im letzten Jahr im Kino oder auf Disc</translation>
    </message>
    <message>
        <source>Standard catalogue</source>
        <translation>Normaler Katalog</translation>
    </message>
    <message>
        <source>Catalogue, lowest priority</source>
        <translation>Katalog, niedrigste Priorität</translation>
    </message>
    <message>
        <source>Catalogue, high priority</source>
        <translation>Katalog, hohe Priorität</translation>
    </message>
    <message>
        <source>Same day as cinemas</source>
        <translation>Am selben Tag wie im Kino</translation>
    </message>
    <message>
        <source>Before cinemas</source>
        <translation>Vor dem Kino</translation>
    </message>
    <message>
        <source>Same day as disc</source>
        <translation>Am selben Tag wie auf Disc</translation>
    </message>
    <message>
        <source>Purchase before disc</source>
        <translation>Kauf vor der Disc</translation>
    </message>
    <message>
        <source>Pre-order of a purchase</source>
        <translation>Vorbestellung eines Kaufs</translation>
    </message>
    <message>
        <source>Rental before disc</source>
        <translation>Leihe vor der Disc</translation>
    </message>
    <message>
        <source>Pre-order of a rental</source>
        <translation>Vorbestellung einer Leihe</translation>
    </message>
    <message>
        <source>Direct to video</source>
        <translation>Direkt auf Video</translation>
    </message>
    <message>
        <source>The day after television</source>
        <translation>Am Tag nach dem Fernsehen</translation>
    </message>
    <message>
        <source>Only as a whole season</source>
        <translation>Nur als ganze Staffel</translation>
    </message>
    <message>
        <source>Free to the viewer</source>
        <translation>Für Zuschauer kostenlos</translation>
    </message>
    <message>
        <source>Permanent on-demand</source>
        <translation>Dauerhaft auf Abruf</translation>
    </message>
    <message>
        <source>Temporary promotion</source>
        <translation>Befristete Aktion</translation>
    </message>
    <message>
        <source>Prime subscription</source>
        <translation>Prime-Abonnement</translation>
    </message>
    <message>
        <source>Exclusive in its second run</source>
        <translation>Exklusiv in der Zweitverwertung</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>Bedingt</translation>
    </message>
    <message>
        <source>Unconditional</source>
        <translation>Unbedingt</translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Avail document</source>
        <translation>Avail-Dokument</translation>
    </message>
    <message>
        <source>Avail</source>
        <translation>Avail</translation>
    </message>
    <message>
        <source>What a partner may show, where, when and how.</source>
        <translation>Was ein Partner zeigen darf, wo, wann und wie.</translation>
    </message>
    <message>
        <source>Prime Video Avails API, payload examples</source>
        <translation>Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Reply with an avail</source>
        <translation>Antwort mit einem Avail</translation>
    </message>
    <message>
        <source>The avail as the partner holds it.</source>
        <translation>Der Avail, wie ihn der Partner hat.</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Whether the partner took the request.</source>
        <translation>Ob der Partner die Anfrage übernahm.</translation>
    </message>
    <message>
        <source>Partner&apos;s errors</source>
        <translation>Fehler laut Partner</translation>
    </message>
    <message>
        <source>What the partner found wrong; nobody documents its shape.</source>
        <translation>Was der Partner beanstandet; die Form ist nirgends beschrieben.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Up to 100 requests for single windows.</source>
        <translation>Bis zu 100 Anfragen für einzelne Fenster.</translation>
    </message>
    <message>
        <source>Batch item</source>
        <translation>Posten im Stapel</translation>
    </message>
    <message>
        <source>Item ID</source>
        <translation>Posten-ID</translation>
    </message>
    <message>
        <source>Any text that is used once in the batch; the reply names it.</source>
        <translation>Beliebiger Text, der im Stapel nur einmal vorkommt; die Antwort nennt ihn.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Begins with /avails/, without host and version.</source>
        <translation>Beginnt mit /avails/, ohne Host und Version.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The avail, for put and validate.</source>
        <translation>Der Avail, beim Senden und Prüfen.</translation>
    </message>
    <message>
        <source>Reply to a batch</source>
        <translation>Antwort auf einen Stapel</translation>
    </message>
    <message>
        <source>One answer an item.</source>
        <translation>Je Posten eine Antwort.</translation>
    </message>
    <message>
        <source>Answer to an item</source>
        <translation>Antwort auf einen Posten</translation>
    </message>
    <message>
        <source>The item that this answers.</source>
        <translation>Der Posten, auf den geantwortet wird.</translation>
    </message>
    <message>
        <source>Whether the partner took the item.</source>
        <translation>Ob der Partner den Posten übernahm.</translation>
    </message>
    <message>
        <source>Avail ID</source>
        <translation>Avail-ID</translation>
    </message>
    <message>
        <source>The title&apos;s identifier in your catalogue. The same in every avail of the title.</source>
        <translation>Die Kennung des Titels in Ihrem Katalog. In jedem Avail des Titels dieselbe.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, Avail-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, Avail-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Verarbeitung</translation>
    </message>
    <message>
        <source>What the partner is to do with this avail.</source>
        <translation>Was der Partner mit diesem Avail tun soll.</translation>
    </message>
    <message>
        <source>Licensor</source>
        <translation>Lizenzgeber</translation>
    </message>
    <message>
        <source>Who grants the rights.</source>
        <translation>Wer die Rechte vergibt.</translation>
    </message>
    <message>
        <source>Shared entitlement</source>
        <translation>Geteilte Berechtigung</translation>
    </message>
    <message>
        <source>The title&apos;s ID in a programme that shares purchases between retailers.</source>
        <translation>Die ID des Titels in einem Programm, das Käufe zwischen Händlern teilt.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What is licensed: a movie, an episode, a season.</source>
        <translation>Was lizenziert wird: ein Film, eine Folge, eine Staffel.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>When, where and how the title may be shown.</source>
        <translation>Wann, wo und wie der Titel gezeigt werden darf.</translation>
    </message>
    <message>
        <source>Avail type</source>
        <translation>Avail-Art</translation>
    </message>
    <message>
        <source>single, episode, season … in MDDF; the partner&apos;s examples leave it out.</source>
        <translation>In MDDF single, episode, season…; die Beispiele des Partners lassen sie weg.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, Avail-type</source>
        <translation>MDDF Avails v2.6, Avail-type</translation>
    </message>
    <message>
        <source>Short description</source>
        <translation>Kurzbeschreibung</translation>
    </message>
    <message>
        <source>A sentence about the title.</source>
        <translation>Ein Satz über den Titel.</translation>
    </message>
    <message>
        <source>Associated avail IDs</source>
        <translation>Zugehörige Avail-IDs</translation>
    </message>
    <message>
        <source>Avails that belong to this one.</source>
        <translation>Avails, die zu diesem gehören.</translation>
    </message>
    <message>
        <source>Service provider</source>
        <translation>Dienstleister</translation>
    </message>
    <message>
        <source>Who delivers for the licensor.</source>
        <translation>Wer für den Lizenzgeber liefert.</translation>
    </message>
    <message>
        <source>Core metadata</source>
        <translation>Kernmetadaten</translation>
    </message>
    <message>
        <source>Metadata for users.</source>
        <translation>Metadaten für Nutzer.</translation>
    </message>
    <message>
        <source>Licensee</source>
        <translation>Lizenznehmer</translation>
    </message>
    <message>
        <source>Who receives the rights.</source>
        <translation>Wer die Rechte erhält.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Longer text about the title.</source>
        <translation>Längerer Text über den Titel.</translation>
    </message>
    <message>
        <source>Exception flag</source>
        <translation>Ausnahmekennzeichen</translation>
    </message>
    <message>
        <source>Someone has to look at this avail.</source>
        <translation>Jemand muss diesen Avail ansehen.</translation>
    </message>
    <message>
        <source>Entry type</source>
        <translation>Auszugsart</translation>
    </message>
    <message>
        <source>A full extract replaces all windows of the title; a partial extract speaks of one.</source>
        <translation>Ein Gesamtauszug ersetzt alle Fenster des Titels; ein Teilauszug betrifft nur eines.</translation>
    </message>
    <message>
        <source>Your name at the partner; it stands in the request&apos;s address too.</source>
        <translation>Ihr Name beim Partner; er steht auch in der Adresse der Anfrage.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, Publisher-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, Publisher-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Sort name</source>
        <translation>Sortiername</translation>
    </message>
    <message>
        <source>The name as it is sorted.</source>
        <translation>Der Name, nach dem sortiert wird.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, Publisher-type</source>
        <translation>MDDF Avails v2.6, Publisher-type</translation>
    </message>
    <message>
        <source>Alternate names</source>
        <translation>Alternative Namen</translation>
    </message>
    <message>
        <source>Other names.</source>
        <translation>Andere Namen.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Whom to ask.</source>
        <translation>Wen man fragt.</translation>
    </message>
    <message>
        <source>Ecosystem</source>
        <translation>Ökosystem</translation>
    </message>
    <message>
        <source>The programme that shares the entitlement.</source>
        <translation>Das Programm, das die Berechtigung teilt.</translation>
    </message>
    <message>
        <source>ID there</source>
        <translation>ID dort</translation>
    </message>
    <message>
        <source>The title&apos;s ID in that programme.</source>
        <translation>Die ID des Titels in diesem Programm.</translation>
    </message>
    <message>
        <source>Content ID</source>
        <translation>Inhalts-ID</translation>
    </message>
    <message>
        <source>The same as the avail ID.</source>
        <translation>Dieselbe wie die Avail-ID.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailAsset-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailAsset-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Work type</source>
        <translation>Werkart</translation>
    </message>
    <message>
        <source>What the title is. It decides which details belong to it.</source>
        <translation>Was der Titel ist. Danach richtet sich, welche Angaben dazugehören.</translation>
    </message>
    <message>
        <source>Details of a movie or short.</source>
        <translation>Angaben zu einem Film oder Kurzfilm.</translation>
    </message>
    <message>
        <source>Details of an episode.</source>
        <translation>Angaben zu einer Folge.</translation>
    </message>
    <message>
        <source>Details of a season.</source>
        <translation>Angaben zu einer Staffel.</translation>
    </message>
    <message>
        <source>Details of a series.</source>
        <translation>Angaben zu einer Serie.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailAsset-type</source>
        <translation>MDDF Avails v2.6, AvailAsset-type</translation>
    </message>
    <message>
        <source>Details of a volume.</source>
        <translation>Angaben zu einem Band.</translation>
    </message>
    <message>
        <source>Work type, in detail</source>
        <translation>Werkart, genauer</translation>
    </message>
    <message>
        <source>What kind of promotion or supplement.</source>
        <translation>Welche Art von Werbe- oder Zusatzmaterial.</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Bezieht sich auf</translation>
    </message>
    <message>
        <source>The avail that a promotion belongs to.</source>
        <translation>Der Avail, zu dem ein Werbematerial gehört.</translation>
    </message>
    <message>
        <source>Bundled titles</source>
        <translation>Enthaltene Titel</translation>
    </message>
    <message>
        <source>What a collection holds.</source>
        <translation>Was eine Sammlung enthält.</translation>
    </message>
    <message>
        <source>The title as your own systems write it.</source>
        <translation>Der Titel, wie ihn Ihre eigenen Systeme schreiben.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailMetadata-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailMetadata-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Display title</source>
        <translation>Anzeigetitel</translation>
    </message>
    <message>
        <source>The title as viewers see it.</source>
        <translation>Der Titel, wie ihn Zuschauer sehen.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailMetadata-type</source>
        <translation>MDDF Avails v2.6, AvailMetadata-type</translation>
    </message>
    <message>
        <source>EIDR of the edit</source>
        <translation>EIDR der Fassung</translation>
    </message>
    <message>
        <source>The edit&apos;s EIDR.</source>
        <translation>Die EIDR der Schnittfassung.</translation>
    </message>
    <message>
        <source>EIDR of the title</source>
        <translation>EIDR des Titels</translation>
    </message>
    <message>
        <source>The title&apos;s EIDR.</source>
        <translation>Die EIDR des Titels.</translation>
    </message>
    <message>
        <source>Other IDs</source>
        <translation>Weitere IDs</translation>
    </message>
    <message>
        <source>IDs in other systems.</source>
        <translation>IDs in anderen Systemen.</translation>
    </message>
    <message>
        <source>Release date</source>
        <translation>Erscheinungsdatum</translation>
    </message>
    <message>
        <source>First release.</source>
        <translation>Erste Veröffentlichung.</translation>
    </message>
    <message>
        <source>Running time</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>How long the title runs.</source>
        <translation>Wie lange der Titel läuft.</translation>
    </message>
    <message>
        <source>Release history</source>
        <translation>Veröffentlichungen</translation>
    </message>
    <message>
        <source>Releases so far.</source>
        <translation>Bisherige Veröffentlichungen.</translation>
    </message>
    <message>
        <source>US captions exemption</source>
        <translation>Ausnahme von US-Untertiteln</translation>
    </message>
    <message>
        <source>Why no captions are needed in the United States.</source>
        <translation>Warum in den USA keine Untertitel nötig sind.</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Age ratings.</source>
        <translation>Altersfreigaben.</translation>
    </message>
    <message>
        <source>Encode ID</source>
        <translation>Encoding-ID</translation>
    </message>
    <message>
        <source>The encoding&apos;s ID.</source>
        <translation>Die ID der Kodierung.</translation>
    </message>
    <message>
        <source>Localisation</source>
        <translation>Lokalisierung</translation>
    </message>
    <message>
        <source>Subtitles or dubbing on offer.</source>
        <translation>Angebotene Untertitel oder Synchronfassungen.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Cast and crew.</source>
        <translation>Besetzung und Stab.</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>What the title belongs to.</source>
        <translation>Wozu der Titel gehört.</translation>
    </message>
    <message>
        <source>The episode&apos;s title as your own systems write it.</source>
        <translation>Der Titel der Folge, wie ihn Ihre eigenen Systeme schreiben.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailEpisodeMetadata-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailEpisodeMetadata-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Episode number</source>
        <translation>Nummer der Folge</translation>
    </message>
    <message>
        <source>Its place in the season.</source>
        <translation>Ihr Platz in der Staffel.</translation>
    </message>
    <message>
        <source>The season that it belongs to.</source>
        <translation>Die Staffel, zu der sie gehört.</translation>
    </message>
    <message>
        <source>The series that it belongs to.</source>
        <translation>Die Serie, zu der sie gehört.</translation>
    </message>
    <message>
        <source>Season ID</source>
        <translation>Staffel-ID</translation>
    </message>
    <message>
        <source>The season&apos;s identifier in your catalogue.</source>
        <translation>Die Kennung der Staffel in Ihrem Katalog.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailSeasonMetadata-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailSeasonMetadata-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Season title</source>
        <translation>Staffeltitel</translation>
    </message>
    <message>
        <source>The season&apos;s title as your own systems write it.</source>
        <translation>Der Titel der Staffel, wie ihn Ihre eigenen Systeme schreiben.</translation>
    </message>
    <message>
        <source>Season number</source>
        <translation>Nummer der Staffel</translation>
    </message>
    <message>
        <source>Its place in the series.</source>
        <translation>Ihr Platz in der Serie.</translation>
    </message>
    <message>
        <source>Number of episodes</source>
        <translation>Anzahl der Folgen</translation>
    </message>
    <message>
        <source>How many episodes the season has.</source>
        <translation>Wie viele Folgen die Staffel hat.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailSeasonMetadata-type</source>
        <translation>MDDF Avails v2.6, AvailSeasonMetadata-type</translation>
    </message>
    <message>
        <source>Series ID</source>
        <translation>Serien-ID</translation>
    </message>
    <message>
        <source>The series&apos; identifier in your catalogue.</source>
        <translation>Die Kennung der Serie in Ihrem Katalog.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailSeriesMetadata-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailSeriesMetadata-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Series title</source>
        <translation>Serientitel</translation>
    </message>
    <message>
        <source>The series&apos; title as your own systems write it.</source>
        <translation>Der Titel der Serie, wie ihn Ihre eigenen Systeme schreiben.</translation>
    </message>
    <message>
        <source>Number of seasons</source>
        <translation>Anzahl der Staffeln</translation>
    </message>
    <message>
        <source>How many seasons the series has.</source>
        <translation>Wie viele Staffeln die Serie hat.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailSeriesMetadata-type</source>
        <translation>MDDF Avails v2.6, AvailSeriesMetadata-type</translation>
    </message>
    <message>
        <source>Volume ID</source>
        <translation>Band-ID</translation>
    </message>
    <message>
        <source>The volume&apos;s identifier in your catalogue.</source>
        <translation>Die Kennung des Bands in Ihrem Katalog.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailVolumeMetadata-type</source>
        <translation>MDDF Avails v2.6, AvailVolumeMetadata-type</translation>
    </message>
    <message>
        <source>Volume title</source>
        <translation>Bandtitel</translation>
    </message>
    <message>
        <source>The volume&apos;s title.</source>
        <translation>Der Titel des Bands.</translation>
    </message>
    <message>
        <source>Volume number</source>
        <translation>Nummer des Bands</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Eine ganze Zahl.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window ID</source>
        <translation>Fenster-ID</translation>
    </message>
    <message>
        <source>Names this window at the partner, for good. A partial extract can&apos;t do without.</source>
        <translation>Benennt dieses Fenster beim Partner, auf Dauer. Ein Teilauszug kommt nicht ohne sie aus.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailTrans-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailTrans-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Licence type</source>
        <translation>Lizenzart</translation>
    </message>
    <message>
        <source>How viewers come to the title: subscription, rental, purchase.</source>
        <translation>Wie Zuschauer zum Titel kommen: Abonnement, Leihe, Kauf.</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Where the window holds.</source>
        <translation>Wo das Fenster gilt.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The picture quality that is licensed.</source>
        <translation>Die lizenzierte Bildqualität.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>The first moment, in UTC.</source>
        <translation>Der erste Zeitpunkt, in UTC.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The last moment, in UTC.</source>
        <translation>Der letzte Zeitpunkt, in UTC.</translation>
    </message>
    <message>
        <source>Rights description</source>
        <translation>Art der Rechte</translation>
    </message>
    <message>
        <source>The kind of release.</source>
        <translation>Die Art der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>The contract that the window belongs to.</source>
        <translation>Der Vertrag, zu dem das Fenster gehört.</translation>
    </message>
    <message>
        <source>Asset languages</source>
        <translation>Asset-Sprachen</translation>
    </message>
    <message>
        <source>Languages that you intend to deliver, at least.</source>
        <translation>Sprachen, die Sie mindestens liefern wollen.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailTrans-type; EMA data dictionary</source>
        <translation>MDDF Avails v2.6, AvailTrans-type; EMA-Datenwörterbuch</translation>
    </message>
    <message>
        <source>Allowed languages</source>
        <translation>Erlaubte Sprachen</translation>
    </message>
    <message>
        <source>The only languages that may be shown. Not together with holdbacks.</source>
        <translation>Nur diese Sprachen dürfen gezeigt werden. Nicht zusammen mit Sperrsprachen.</translation>
    </message>
    <message>
        <source>Holdback languages</source>
        <translation>Sperrsprachen</translation>
    </message>
    <message>
        <source>Languages that must not be shown. Not together with allowed languages.</source>
        <translation>Diese Sprachen dürfen nicht gezeigt werden. Nicht zusammen mit erlaubten Sprachen.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Konditionen</translation>
    </message>
    <message>
        <source>Prices, durations and conditions.</source>
        <translation>Preise, Dauern und Bedingungen.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailTerms-type; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6, AvailTerms-type; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Excluded territories</source>
        <translation>Ausgenommene Gebiete</translation>
    </message>
    <message>
        <source>Where the window doesn&apos;t hold.</source>
        <translation>Wo das Fenster nicht gilt.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailTrans-type</source>
        <translation>MDDF Avails v2.6, AvailTrans-type</translation>
    </message>
    <message>
        <source>Start condition</source>
        <translation>Startbedingung</translation>
    </message>
    <message>
        <source>A start that depends on something else.</source>
        <translation>Ein Beginn, der von etwas anderem abhängt.</translation>
    </message>
    <message>
        <source>End condition</source>
        <translation>Endbedingung</translation>
    </message>
    <message>
        <source>An end that depends on something else.</source>
        <translation>Ein Ende, das von etwas anderem abhängt.</translation>
    </message>
    <message>
        <source>Window duration</source>
        <translation>Fensterdauer</translation>
    </message>
    <message>
        <source>How long the window lasts.</source>
        <translation>Wie lange das Fenster offen ist.</translation>
    </message>
    <message>
        <source>Reporting ID</source>
        <translation>Berichts-ID</translation>
    </message>
    <message>
        <source>The ID for reports.</source>
        <translation>Die ID für Berichte.</translation>
    </message>
    <message>
        <source>Experience condition</source>
        <translation>Vorführbedingung</translation>
    </message>
    <message>
        <source>A condition on what is shown.</source>
        <translation>Eine Bedingung an das, was gezeigt wird.</translation>
    </message>
    <message>
        <source>Other instructions</source>
        <translation>Weitere Anweisungen</translation>
    </message>
    <message>
        <source>Free text for the partner.</source>
        <translation>Freier Text für den Partner.</translation>
    </message>
    <message>
        <source>Free text about the window.</source>
        <translation>Freier Text über das Fenster.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Two capitals: US, GB, DE.</source>
        <translation>Zwei Großbuchstaben: US, GB, DE.</translation>
    </message>
    <message>
        <source>ISO 3166-1; Prime Video Avails API, payload examples</source>
        <translation>ISO 3166-1; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>A part of a country (ISO 3166-2).</source>
        <translation>Ein Teil eines Landes (ISO 3166-2).</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6</source>
        <translation>MDDF Avails v2.6</translation>
    </message>
    <message>
        <source>SD, HD or UHD.</source>
        <translation>SD, HD oder UHD.</translation>
    </message>
    <message>
        <source>HDR</source>
        <translation>HDR</translation>
    </message>
    <message>
        <source>High dynamic range.</source>
        <translation>Hoher Dynamikumfang.</translation>
    </message>
    <message>
        <source>WCG</source>
        <translation>WCG</translation>
    </message>
    <message>
        <source>Wide colour gamut.</source>
        <translation>Erweiterter Farbraum.</translation>
    </message>
    <message>
        <source>HFR</source>
        <translation>HFR</translation>
    </message>
    <message>
        <source>High frame rate.</source>
        <translation>Hohe Bildrate.</translation>
    </message>
    <message>
        <source>Next-generation audio</source>
        <translation>Next-Generation-Audio</translation>
    </message>
    <message>
        <source>Object-based audio.</source>
        <translation>Objektbasierter Ton.</translation>
    </message>
    <message>
        <source>Asset language</source>
        <translation>Asset-Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>A language tag: en-US, fr, zh-Hant.</source>
        <translation>Eine Sprachkennung: en-US, fr, zh-Hant.</translation>
    </message>
    <message>
        <source>BCP 47; Prime Video Avails API, payload examples</source>
        <translation>BCP 47; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Subtitles, audio or both.</source>
        <translation>Untertitel, Ton oder beides.</translation>
    </message>
    <message>
        <source>Descriptive</source>
        <translation>Beschreibend</translation>
    </message>
    <message>
        <source>Descriptive audio or captions.</source>
        <translation>Audiodeskription oder beschreibende Untertitel.</translation>
    </message>
    <message>
        <source>Provided</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Already delivered.</source>
        <translation>Schon geliefert.</translation>
    </message>
    <message>
        <source>Provided on</source>
        <translation>Geliefert am</translation>
    </message>
    <message>
        <source>When it is delivered.</source>
        <translation>Wann sie geliefert wird.</translation>
    </message>
    <message>
        <source>Metadata provided</source>
        <translation>Metadaten geliefert</translation>
    </message>
    <message>
        <source>Metadata in this language is delivered.</source>
        <translation>Metadaten in dieser Sprache sind geliefert.</translation>
    </message>
    <message>
        <source>Allowed language</source>
        <translation>Erlaubte Sprache</translation>
    </message>
    <message>
        <source>BCP 47; MDDF Avails v2.6, AvailTrans-type</source>
        <translation>BCP 47; MDDF Avails v2.6, AvailTrans-type</translation>
    </message>
    <message>
        <source>Holdback language</source>
        <translation>Sperrsprache</translation>
    </message>
    <message>
        <source>A language tag. Without a region it holds back every region of the language.</source>
        <translation>Eine Sprachkennung. Ohne Region sperrt sie jede Region der Sprache.</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Kondition</translation>
    </message>
    <message>
        <source>What the term says.</source>
        <translation>Was die Kondition sagt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>A value in words.</source>
        <translation>Ein Wert in Worten.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, AvailTerms-type</source>
        <translation>MDDF Avails v2.6, AvailTerms-type</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long: PT720H is 720 hours.</source>
        <translation>Wie lange: PT720H sind 720 Stunden.</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>true or false.</source>
        <translation>true oder false.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>An amount with its currency.</source>
        <translation>Ein Betrag mit seiner Währung.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>A moment, in UTC.</source>
        <translation>Ein Zeitpunkt, in UTC.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>A plain number.</source>
        <translation>Eine einfache Zahl.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>A web address.</source>
        <translation>Eine Webadresse.</translation>
    </message>
    <message>
        <source>A language tag.</source>
        <translation>Eine Sprachkennung.</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>An identifier.</source>
        <translation>Eine Kennung.</translation>
    </message>
    <message>
        <source>Other identifier</source>
        <translation>Andere Kennung</translation>
    </message>
    <message>
        <source>An identifier in another system.</source>
        <translation>Eine Kennung in einem anderen System.</translation>
    </message>
    <message>
        <source>Year or date</source>
        <translation>Jahr oder Datum</translation>
    </message>
    <message>
        <source>A year, a date or a date-time.</source>
        <translation>Ein Jahr, ein Datum oder ein Zeitpunkt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>A time of day.</source>
        <translation>Eine Uhrzeit.</translation>
    </message>
    <message>
        <source>A region of the world.</source>
        <translation>Eine Region der Welt.</translation>
    </message>
    <message>
        <source>A decimal number; its digits are sent as they are typed.</source>
        <translation>Eine Dezimalzahl; ihre Ziffern werden gesendet, wie sie eingegeben sind.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Three capitals: USD, EUR.</source>
        <translation>Drei Großbuchstaben: USD, EUR.</translation>
    </message>
    <message>
        <source>ISO 4217; Prime Video Avails API, payload examples</source>
        <translation>ISO 4217; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Channel identity</source>
        <translation>Channel-Kennung</translation>
    </message>
    <message>
        <source>The channel or benefit that the window belongs to: prime, or a channel&apos;s benefit ID.</source>
        <translation>Der Channel oder Vorteil, zu dem das Fenster gehört: prime oder die Benefit-ID eines Channels.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>The price category.</source>
        <translation>Die Preiskategorie.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Whether viewers may download the title: Yes or No, as text.</source>
        <translation>Ob Zuschauer den Titel herunterladen dürfen: Yes oder No, als Text.</translation>
    </message>
    <message>
        <source>Rental duration</source>
        <translation>Leihdauer</translation>
    </message>
    <message>
        <source>How long a rental lasts from the day it is paid.</source>
        <translation>Wie lange eine Leihe ab dem Bezahlen dauert.</translation>
    </message>
    <message>
        <source>EMA data dictionary; Prime Video Avails API, payload examples</source>
        <translation>EMA-Datenwörterbuch; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Watch duration</source>
        <translation>Sehdauer</translation>
    </message>
    <message>
        <source>How long a rental can be watched once it was begun.</source>
        <translation>Wie lange ein geliehener Titel nach dem ersten Abspielen sehbar bleibt.</translation>
    </message>
    <message>
        <source>Exclusive</source>
        <translation>Exklusiv</translation>
    </message>
    <message>
        <source>Whether the partner alone may show the title.</source>
        <translation>Ob nur dieser Partner den Titel zeigen darf.</translation>
    </message>
    <message>
        <source>Exclusive attributes</source>
        <translation>Exklusivitätsmerkmale</translation>
    </message>
    <message>
        <source>How far the exclusivity goes.</source>
        <translation>Wie weit die Exklusivität reicht.</translation>
    </message>
    <message>
        <source>Retail price</source>
        <translation>Verkaufspreis</translation>
    </message>
    <message>
        <source>The suggested retail price.</source>
        <translation>Der empfohlene Verkaufspreis.</translation>
    </message>
    <message>
        <source>Wholesale price</source>
        <translation>Großhandelspreis</translation>
    </message>
    <message>
        <source>What the partner pays.</source>
        <translation>Was der Partner zahlt.</translation>
    </message>
    <message>
        <source>Wholesale price, episode</source>
        <translation>Großhandelspreis, Folge</translation>
    </message>
    <message>
        <source>What the partner pays for an episode.</source>
        <translation>Was der Partner für eine Folge zahlt.</translation>
    </message>
    <message>
        <source>Wholesale price, season</source>
        <translation>Großhandelspreis, Staffel</translation>
    </message>
    <message>
        <source>What the partner pays for a season.</source>
        <translation>Was der Partner für eine Staffel zahlt.</translation>
    </message>
    <message>
        <source>Minimum retail price</source>
        <translation>Mindestverkaufspreis</translation>
    </message>
    <message>
        <source>The suggested minimum retail price.</source>
        <translation>Der empfohlene Mindestverkaufspreis.</translation>
    </message>
    <message>
        <source>Discounted minimum price</source>
        <translation>Rabattierter Mindestpreis</translation>
    </message>
    <message>
        <source>The lowest price at a discount.</source>
        <translation>Der niedrigste Preis mit Rabatt.</translation>
    </message>
    <message>
        <source>Retail price with tax</source>
        <translation>Verkaufspreis mit Steuer</translation>
    </message>
    <message>
        <source>The suggested retail price, tax included.</source>
        <translation>Der empfohlene Verkaufspreis einschließlich Steuer.</translation>
    </message>
    <message>
        <source>Wholesale price with tax</source>
        <translation>Großhandelspreis mit Steuer</translation>
    </message>
    <message>
        <source>What the partner pays, tax included.</source>
        <translation>Was der Partner zahlt, einschließlich Steuer.</translation>
    </message>
    <message>
        <source>Reduced retail price</source>
        <translation>Ermäßigter Verkaufspreis</translation>
    </message>
    <message>
        <source>A retail price that is reduced for a time.</source>
        <translation>Ein auf Zeit ermäßigter Verkaufspreis.</translation>
    </message>
    <message>
        <source>Reduced wholesale price</source>
        <translation>Ermäßigter Großhandelspreis</translation>
    </message>
    <message>
        <source>A wholesale price that is reduced for a time.</source>
        <translation>Ein auf Zeit ermäßigter Großhandelspreis.</translation>
    </message>
    <message>
        <source>Price tier</source>
        <translation>Preisstufe</translation>
    </message>
    <message>
        <source>The tier of a price list.</source>
        <translation>Die Stufe einer Preisliste.</translation>
    </message>
    <message>
        <source>Licence fee</source>
        <translation>Lizenzgebühr</translation>
    </message>
    <message>
        <source>The fee, in words.</source>
        <translation>Die Gebühr, in Worten.</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Kein Preis</translation>
    </message>
    <message>
        <source>No price applies.</source>
        <translation>Es gilt kein Preis.</translation>
    </message>
    <message>
        <source>Announce date</source>
        <translation>Ankündigungsdatum</translation>
    </message>
    <message>
        <source>From when on the title may be announced.</source>
        <translation>Ab wann der Titel angekündigt werden darf.</translation>
    </message>
    <message>
        <source>Suppression lift date</source>
        <translation>Ende der Anzeigesperre</translation>
    </message>
    <message>
        <source>The first day on which the title may be shown to the public as coming. Needed for pre-orders.</source>
        <translation>Der erste Tag, an dem der Titel öffentlich als kommend gezeigt werden darf. Für Vorbestellungen nötig.</translation>
    </message>
    <message>
        <source>Pre-order fulfilment date</source>
        <translation>Auslieferung der Vorbestellungen</translation>
    </message>
    <message>
        <source>When pre-orders are delivered. Only for pre-orders.</source>
        <translation>Wann Vorbestellungen ausgeliefert werden. Nur für Vorbestellungen.</translation>
    </message>
    <message>
        <source>Fixed end date</source>
        <translation>Festes Enddatum</translation>
    </message>
    <message>
        <source>When a season pass ends for good.</source>
        <translation>Wann ein Staffelpass endgültig endet.</translation>
    </message>
    <message>
        <source>Branding rights</source>
        <translation>Markenrechte</translation>
    </message>
    <message>
        <source>Whether the partner may present the title as its own.</source>
        <translation>Ob der Partner den Titel als seinen eigenen präsentieren darf.</translation>
    </message>
    <message>
        <source>Branding attributes</source>
        <translation>Markenmerkmale</translation>
    </message>
    <message>
        <source>How far the branding goes.</source>
        <translation>Wie weit die Markenrechte reichen.</translation>
    </message>
    <message>
        <source>Title status</source>
        <translation>Titelstatus</translation>
    </message>
    <message>
        <source>Where the title stands.</source>
        <translation>Wo der Titel steht.</translation>
    </message>
    <message>
        <source>Price reduction type</source>
        <translation>Art der Ermäßigung</translation>
    </message>
    <message>
        <source>On what the reduction depends.</source>
        <translation>Wovon die Ermäßigung abhängt.</translation>
    </message>
    <message>
        <source>Campaign ID</source>
        <translation>Kampagnen-ID</translation>
    </message>
    <message>
        <source>The campaign that a reduction belongs to.</source>
        <translation>Die Kampagne, zu der eine Ermäßigung gehört.</translation>
    </message>
    <message>
        <source>Package label</source>
        <translation>Paketname</translation>
    </message>
    <message>
        <source>The package that the window belongs to.</source>
        <translation>Das Paket, zu dem das Fenster gehört.</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>Bonus material.</source>
        <translation>Bonusmaterial.</translation>
    </message>
    <message>
        <source>Flat picture</source>
        <translation>Flaches Bild</translation>
    </message>
    <message>
        <source>Stereoscopic picture</source>
        <translation>Stereoskopisches Bild</translation>
    </message>
    <message>
        <source>IMAX screen</source>
        <translation>IMAX-Leinwand</translation>
    </message>
    <message>
        <source>Dolby Atmos sound</source>
        <translation>Dolby-Atmos-Ton</translation>
    </message>
    <message>
        <source>Dolby Cinema hall</source>
        <translation>Dolby-Cinema-Saal</translation>
    </message>
    <message>
        <source>Moving seats and effects</source>
        <translation>Bewegte Sitze und Effekte</translation>
    </message>
    <message>
        <source>Moving seats</source>
        <translation>Bewegte Sitze</translation>
    </message>
    <message>
        <source>Picture on three walls</source>
        <translation>Bild auf drei Wänden</translation>
    </message>
    <message>
        <source>High frame rate</source>
        <translation>Hohe Bildrate</translation>
    </message>
    <message>
        <source>35 mm film</source>
        <translation>35-mm-Film</translation>
    </message>
    <message>
        <source>70 mm film</source>
        <translation>70-mm-Film</translation>
    </message>
    <message>
        <source>Spoken in English</source>
        <translation>Englisch gesprochen</translation>
    </message>
    <message>
        <source>Spoken in German</source>
        <translation>Deutsch gesprochen</translation>
    </message>
    <message>
        <source>Spoken in French</source>
        <translation>Französisch gesprochen</translation>
    </message>
    <message>
        <source>Another language than the original&apos;s</source>
        <translation>Eine andere Sprache als die des Originals</translation>
    </message>
    <message>
        <source>The original&apos;s language</source>
        <translation>Die Sprache des Originals</translation>
    </message>
    <message>
        <source>With subtitles</source>
        <translation>Mit Untertiteln</translation>
    </message>
    <message>
        <source>Subtitles in English</source>
        <translation>Englische Untertitel</translation>
    </message>
    <message>
        <source>Subtitles in German</source>
        <translation>Deutsche Untertitel</translation>
    </message>
    <message>
        <source>With audio description</source>
        <translation>Mit Audiodeskription</translation>
    </message>
    <message>
        <source>With a loop for hearing aids</source>
        <translation>Mit Schleife für Hörgeräte</translation>
    </message>
    <message>
        <source>Quieter, with the lights up</source>
        <translation>Leiser und bei Licht</translation>
    </message>
    <message>
        <source>Seats are numbered</source>
        <translation>Die Plätze sind nummeriert</translation>
    </message>
    <message>
        <source>Ordinary seats</source>
        <translation>Gewöhnliche Plätze</translation>
    </message>
    <message>
        <source>Better seats</source>
        <translation>Bessere Plätze</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Die besten Plätze</translation>
    </message>
    <message>
        <source>Seats that recline</source>
        <translation>Verstellbare Sitze</translation>
    </message>
    <message>
        <source>Seats for two</source>
        <translation>Sitze für zwei</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Logen</translation>
    </message>
    <message>
        <source>Places for wheelchairs</source>
        <translation>Plätze für Rollstühle</translation>
    </message>
    <message>
        <source>Seats beside wheelchairs</source>
        <translation>Plätze neben Rollstühlen</translation>
    </message>
    <message>
        <source>Performance message</source>
        <translation>Meldung von Vorstellungen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>What a cinema tells about its performances.</source>
        <translation>Was ein Kino von seinen Vorstellungen meldet.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: message structure</source>
        <translation>Showtime Analytics, Performance Add/Update: Aufbau der Meldung</translation>
    </message>
    <message>
        <source>Data supplier</source>
        <translation>Datenlieferant</translation>
    </message>
    <message>
        <source>Your account&apos;s identifier, as Showtime Analytics gave it to you.</source>
        <translation>Die Kennung des Kontos, wie Showtime Analytics sie vergeben hat.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: standard message parameters</source>
        <translation>Showtime Analytics, Performance Add/Update: gemeinsame Angaben</translation>
    </message>
    <message>
        <source>Sequence number</source>
        <translation>Laufende Nummer</translation>
    </message>
    <message>
        <source>A whole number above 0 that grows with every message of the supplier and is never used twice.</source>
        <translation>Eine ganze Zahl über 0, die mit jeder Meldung des Lieferanten wächst und nie zweimal benutzt wird.</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>Rückmelde-Adresse</translation>
    </message>
    <message>
        <source>Where the outcome of processing is posted to: an https address of yours.</source>
        <translation>Wohin das Ergebnis der Verarbeitung geht: eine eigene https-Adresse.</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>The performances that the message adds or changes.</source>
        <translation>Die Vorstellungen, die die Meldung hinzufügt oder ändert.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>Films and other events; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Filme und andere Ereignisse; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Event Add/Update</source>
        <translation>Showtime Analytics, Event Add/Update</translation>
    </message>
    <message>
        <source>Distributors</source>
        <translation>Verleihe</translation>
    </message>
    <message>
        <source>Distributors; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Verleihe; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Distributor Add/Update</source>
        <translation>Showtime Analytics, Distributor Add/Update</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Kinos</translation>
    </message>
    <message>
        <source>Cinemas and their halls; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Kinos und ihre Säle; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Site Add/Update</source>
        <translation>Showtime Analytics, Site Add/Update</translation>
    </message>
    <message>
        <source>Ticket types</source>
        <translation>Kartenarten</translation>
    </message>
    <message>
        <source>Ticket types; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Kartenarten; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, TicketType Add/Update</source>
        <translation>Showtime Analytics, TicketType Add/Update</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Ticket orders; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Kartenbestellungen; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Order</source>
        <translation>Showtime Analytics, Order</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Refunds; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Erstattungen; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Refund</source>
        <translation>Showtime Analytics, Refund</translation>
    </message>
    <message>
        <source>Sale devices</source>
        <translation>Verkaufsgeräte</translation>
    </message>
    <message>
        <source>Tills and machines; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Kassen und Automaten; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, SaleDevice Add/Update</source>
        <translation>Showtime Analytics, SaleDevice Add/Update</translation>
    </message>
    <message>
        <source>Sale locations</source>
        <translation>Verkaufsorte</translation>
    </message>
    <message>
        <source>Places of sale; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Orte des Verkaufs; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, SaleLocation Add/Update</source>
        <translation>Showtime Analytics, SaleLocation Add/Update</translation>
    </message>
    <message>
        <source>Stock items</source>
        <translation>Waren</translation>
    </message>
    <message>
        <source>Goods; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Waren; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, StockItem Add/Update</source>
        <translation>Showtime Analytics, StockItem Add/Update</translation>
    </message>
    <message>
        <source>Stock disposals</source>
        <translation>Warenabgänge</translation>
    </message>
    <message>
        <source>Goods that were disposed of; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Ausgesonderte Waren; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Stock Disposal</source>
        <translation>Showtime Analytics, Stock Disposal</translation>
    </message>
    <message>
        <source>Discount types</source>
        <translation>Rabattarten</translation>
    </message>
    <message>
        <source>Discounts; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Rabatte; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, DiscountType Add/Update</source>
        <translation>Showtime Analytics, DiscountType Add/Update</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customers; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Kunden; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Customer Add/Update</source>
        <translation>Showtime Analytics, Customer Add/Update</translation>
    </message>
    <message>
        <source>Customer types</source>
        <translation>Kundenarten</translation>
    </message>
    <message>
        <source>Kinds of customers; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Arten von Kunden; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, CustomerType Add/Update</source>
        <translation>Showtime Analytics, CustomerType Add/Update</translation>
    </message>
    <message>
        <source>Account movements</source>
        <translation>Kontobewegungen</translation>
    </message>
    <message>
        <source>Movements of customers&apos; accounts; a message of its own, which this program doesn&apos;t author.</source>
        <translation>Bewegungen auf Kundenkonten; eine eigene Meldung, die dieses Programm nicht schreibt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Customer Account</source>
        <translation>Showtime Analytics, Customer Account</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>One showing of an event in a hall.</source>
        <translation>Eine Vorführung eines Films in einem Saal.</translation>
    </message>
    <message>
        <source>Performance ID</source>
        <translation>Vorstellungs-ID</translation>
    </message>
    <message>
        <source>Identifies the performance at its site. A new ID adds a performance, a known one changes it.</source>
        <translation>Kennzeichnet die Vorstellung in ihrem Kino. Eine neue ID fügt eine Vorstellung hinzu, eine bekannte ändert sie.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: fields</source>
        <translation>Showtime Analytics, Performance Add/Update: Felder</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Kino</translation>
    </message>
    <message>
        <source>The cinema that the performance takes place in.</source>
        <translation>Das Kino, in dem die Vorstellung stattfindet.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>The film or event that is shown, by the ID of its own message.</source>
        <translation>Der Film oder das Ereignis, mit der ID aus seiner eigenen Meldung.</translation>
    </message>
    <message>
        <source>Distributor</source>
        <translation>Verleih</translation>
    </message>
    <message>
        <source>Who distributes the event, by the ID of its own message.</source>
        <translation>Wer den Film verleiht, mit der ID aus seiner eigenen Meldung.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Words of your own to filter by.</source>
        <translation>Eigene Wörter, nach denen gefiltert werden kann.</translation>
    </message>
    <message>
        <source>The day on which it is shown: 2026-03-14.</source>
        <translation>Der Tag, an dem gezeigt wird: 2026-03-14.</translation>
    </message>
    <message>
        <source>Reporting date</source>
        <translation>Abrechnungstag</translation>
    </message>
    <message>
        <source>The day under which it is reported, where that isn&apos;t the one that Showtime Analytics would derive: a late show that counts for the evening before.</source>
        <translation>Der Tag, unter dem abgerechnet wird, wenn es nicht der ist, den Showtime Analytics ableiten würde: eine Spätvorstellung, die zum Vorabend zählt.</translation>
    </message>
    <message>
        <source>When it begins, by the clock at the site: 19:30.</source>
        <translation>Wann sie beginnt, nach der Uhr im Kino: 19:30.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>true calls the performance off: all its ticket orders become invalid. Taken as false where absent.</source>
        <translation>true sagt die Vorstellung ab: Alle ihre Kartenbestellungen werden ungültig. Fehlt es, gilt false.</translation>
    </message>
    <message>
        <source>Print formats</source>
        <translation>Bildformate</translation>
    </message>
    <message>
        <source>How picture and sound are presented: 3D, IMAX, ATMOS.</source>
        <translation>Wie Bild und Ton gezeigt werden: 3D, IMAX, ATMOS.</translation>
    </message>
    <message>
        <source>Language formats</source>
        <translation>Sprachfassungen</translation>
    </message>
    <message>
        <source>What is spoken and what is subtitled.</source>
        <translation>Was gesprochen und was untertitelt wird.</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>For systems that keep formats of picture and sound in one list.</source>
        <translation>Für Systeme, die Formate von Bild und Ton in einer Liste führen.</translation>
    </message>
    <message>
        <source>Run week</source>
        <translation>Laufwoche</translation>
    </message>
    <message>
        <source>For how many weeks the event has been running; 1 in its first week.</source>
        <translation>Seit wie vielen Wochen der Film läuft; 1 in der ersten.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>true for a preview, which no run week counts. Taken as false where absent.</source>
        <translation>true für eine Preview, die in keiner Laufwoche zählt. Fehlt es, gilt false.</translation>
    </message>
    <message>
        <source>Free list suspended</source>
        <translation>Freikarten ausgesetzt</translation>
    </message>
    <message>
        <source>true where free tickets aren&apos;t given.</source>
        <translation>true, wenn keine Freikarten gegeben werden.</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>Saal</translation>
    </message>
    <message>
        <source>The hall or screen, by the ID that its site has for it.</source>
        <translation>Der Saal oder die Leinwand, mit der ID, die das Kino ihm gibt.</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>false hides the performance from active show times, because no tickets can be bought. Taken as true where absent.</source>
        <translation>false nimmt die Vorstellung aus den aktiven Spielzeiten, weil keine Karten gekauft werden können. Fehlt es, gilt true.</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>How many seats the hall has, by kind.</source>
        <translation>Wie viele Plätze der Saal hat, nach Arten.</translation>
    </message>
    <message>
        <source>Distributor&apos;s share</source>
        <translation>Anteil des Verleihs</translation>
    </message>
    <message>
        <source>The part of the profit that goes to the distributor: 45.5 % is written 455 with precision 1.</source>
        <translation>Der Teil der Einnahmen, der an den Verleih geht: 45,5 % steht als 455 mit Genauigkeit 1.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: fields; numbers are integers with a precision (Posting)</source>
        <translation>Showtime Analytics, Performance Add/Update: Felder; Zahlen sind ganz und haben eine Genauigkeit (Posting)</translation>
    </message>
    <message>
        <source>Distributor&apos;s amount</source>
        <translation>Betrag des Verleihs</translation>
    </message>
    <message>
        <source>The amount that goes to the distributor: 120.50 is written 12050 with precision 2.</source>
        <translation>Der Betrag, der an den Verleih geht: 120,50 steht als 12050 mit Genauigkeit 2.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>A word to filter by.</source>
        <translation>Ein Wort, nach dem gefiltert werden kann.</translation>
    </message>
    <message>
        <source>Print format</source>
        <translation>Bildformat</translation>
    </message>
    <message>
        <source>3D, IMAX, ATMOS and the like.</source>
        <translation>3D, IMAX, ATMOS und dergleichen.</translation>
    </message>
    <message>
        <source>Language format</source>
        <translation>Sprachfassung</translation>
    </message>
    <message>
        <source>English, German Subtitle, Dubbed and the like.</source>
        <translation>English, German Subtitle, Dubbed und dergleichen.</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>What your system says of the performance.</source>
        <translation>Was das eigene System von der Vorstellung sagt.</translation>
    </message>
    <message>
        <source>Seats of a kind</source>
        <translation>Plätze einer Art</translation>
    </message>
    <message>
        <source>A kind of seats and how many there are.</source>
        <translation>Eine Platzart und wie viele es davon gibt.</translation>
    </message>
    <message>
        <source>Seat type</source>
        <translation>Platzart</translation>
    </message>
    <message>
        <source>The kind of seats, spelt as in your ticket sales; else capacities don&apos;t add up.</source>
        <translation>Die Art der Plätze, geschrieben wie beim Kartenverkauf; sonst stimmen die Zahlen nicht.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>How many seats of this kind there are.</source>
        <translation>Wie viele Plätze dieser Art es gibt.</translation>
    </message>
    <message>
        <source>Number with precision</source>
        <translation>Zahl mit Genauigkeit</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>How many of the digits stand behind the point: 0 to 9.</source>
        <translation>Wie viele der Ziffern hinter dem Komma stehen: 0 bis 9.</translation>
    </message>
    <message>
        <source>The digits, without a point.</source>
        <translation>Die Ziffern, ohne Komma.</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>What stands in the element.</source>
        <translation>Was in dem Element steht.</translation>
    </message>
    <message>
        <source>XML 1.0</source>
        <translation>XML 1.0</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Verarbeitet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Zurückgewiesen</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>What the partner made of a message.</source>
        <translation>Was der Partner aus einer Meldung gemacht hat.</translation>
    </message>
    <message>
        <source>Showtime Analytics, callback</source>
        <translation>Showtime Analytics, Rückmeldung</translation>
    </message>
    <message>
        <source>The account whose message it answers.</source>
        <translation>Das Konto, dessen Meldung beantwortet wird.</translation>
    </message>
    <message>
        <source>Showtime Analytics, callback post fields</source>
        <translation>Showtime Analytics, Felder der Rückmeldung</translation>
    </message>
    <message>
        <source>The number of the message that it answers.</source>
        <translation>Die Nummer der Meldung, die beantwortet wird.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>One answer an entity of the message.</source>
        <translation>Eine Antwort je Eintrag der Meldung.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What was made of one entity.</source>
        <translation>Was aus einem Eintrag wurde.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The entity that it speaks of, such as a performance.</source>
        <translation>Der Eintrag, um den es geht, etwa eine Vorstellung.</translation>
    </message>
    <message>
        <source>The entity&apos;s site, where it has one.</source>
        <translation>Das Kino des Eintrags, wenn er eines hat.</translation>
    </message>
    <message>
        <source>Showtime Analytics, callbacks of entities with sites</source>
        <translation>Showtime Analytics, Rückmeldungen zu Einträgen mit Kino</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>What kind of entity it is.</source>
        <translation>Von welcher Art der Eintrag ist.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ok or error; a number where the partner gives its code.</source>
        <translation>ok oder error; eine Zahl, wenn der Partner seinen Code nennt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, callback post fields and response codes</source>
        <translation>Showtime Analytics, Felder der Rückmeldung und Antwortcodes</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>What the partner wants looked at.</source>
        <translation>Was der Partner angesehen haben möchte.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Why the entity was refused.</source>
        <translation>Warum der Eintrag zurückgewiesen wurde.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>One warning, in the partner&apos;s words.</source>
        <translation>Eine Warnung, in den Worten des Partners.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>One error, in the partner&apos;s words.</source>
        <translation>Ein Fehler, in den Worten des Partners.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Parents should look first</source>
        <translation>Eltern sollten vorher prüfen</translation>
    </message>
    <message>
        <source>Not for all below 13</source>
        <translation>Nicht für alle unter 13</translation>
    </message>
    <message>
        <source>Below 17 with an adult</source>
        <translation>Unter 17 nur mit Erwachsenen</translation>
    </message>
    <message>
        <source>Nobody below 18</source>
        <translation>Niemand unter 18</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Nicht eingestuft</translation>
    </message>
    <message>
        <source>United States, the default</source>
        <translation>Vereinigte Staaten, die Vorgabe</translation>
    </message>
    <message>
        <source>Question for productions</source>
        <translation>Frage nach Produktionen</translation>
    </message>
    <message>
        <source>IDs</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>The productions that are asked for.</source>
        <translation>Die Produktionen, nach denen gefragt wird.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: GetProductionDetailsRequest</source>
        <translation>Atom Tickets, Production Models: GetProductionDetailsRequest</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Spielstätte</translation>
    </message>
    <message>
        <source>The cinema whose productions are asked for, in place of IDs.</source>
        <translation>Das Kino, nach dessen Produktionen gefragt wird, anstelle von IDs.</translation>
    </message>
    <message>
        <source>Atom Tickets, production ids by venue</source>
        <translation>Atom Tickets, production ids by venue</translation>
    </message>
    <message>
        <source>First day, with zone</source>
        <translation>Erster Tag, mit Zone</translation>
    </message>
    <message>
        <source>From when on, such as 2026-03-14T07:00:00Z: with a zone and without a fraction. Give this pair or the local one.</source>
        <translation>Ab wann, etwa 2026-03-14T07:00:00Z: mit Zone und ohne Sekundenbruchteile. Geben Sie dieses Paar oder das örtliche an.</translation>
    </message>
    <message>
        <source>Atom Tickets, Common Models: ISODateBounds</source>
        <translation>Atom Tickets, Common Models: ISODateBounds</translation>
    </message>
    <message>
        <source>Last day, with zone</source>
        <translation>Letzter Tag, mit Zone</translation>
    </message>
    <message>
        <source>Until when, at most seven days later.</source>
        <translation>Bis wann, höchstens sieben Tage später.</translation>
    </message>
    <message>
        <source>First day, venue&apos;s time</source>
        <translation>Erster Tag, Ortszeit</translation>
    </message>
    <message>
        <source>From when on in the venue&apos;s own time, such as 2026-03-14T00:00:00: without a zone.</source>
        <translation>Ab wann in der Ortszeit der Spielstätte, etwa 2026-03-14T00:00:00: ohne Zone.</translation>
    </message>
    <message>
        <source>Atom Tickets, Common Models: LocalDateBounds</source>
        <translation>Atom Tickets, Common Models: LocalDateBounds</translation>
    </message>
    <message>
        <source>Last day, venue&apos;s time</source>
        <translation>Letzter Tag, Ortszeit</translation>
    </message>
    <message>
        <source>Until when in the venue&apos;s own time, at most seven days later.</source>
        <translation>Bis wann in der Ortszeit der Spielstätte, höchstens sieben Tage später.</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>The market; US where nothing is said.</source>
        <translation>Der Markt; ohne Angabe US.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Which page of the reply. Nobody says whether the first is 0 or 1: leave it out for the first.</source>
        <translation>Welche Seite der Antwort. Ob die erste 0 oder 1 ist, sagt niemand: Lassen Sie das Feld für die erste weg.</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>How many productions a page holds: 1 to 100, 25 where nothing is said.</source>
        <translation>Wie viele Produktionen eine Seite enthält: 1 bis 100, ohne Angabe 25.</translation>
    </message>
    <message>
        <source>Production IDs</source>
        <translation>Produktions-IDs</translation>
    </message>
    <message>
        <source>The productions of a venue, as it answers; can be asked for as it stands.</source>
        <translation>Die Produktionen einer Spielstätte, wie sie in der Antwort stehen; so lässt sich auch nach ihnen fragen.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ProductionIdsResponse</source>
        <translation>Atom Tickets, Production Models: ProductionIdsResponse</translation>
    </message>
    <message>
        <source>Productions</source>
        <translation>Produktionen</translation>
    </message>
    <message>
        <source>What the partner knows of each.</source>
        <translation>Was der Partner von jeder weiß.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ProductionDetailsResponse</source>
        <translation>Atom Tickets, Production Models: ProductionDetailsResponse</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Which page this is, and how many there are.</source>
        <translation>Welche Seite das ist, und wie viele es gibt.</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Identifies the production.</source>
        <translation>Kennzeichnet die Produktion.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ProductionDetail</source>
        <translation>Atom Tickets, Production Models: ProductionDetail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The film&apos;s title.</source>
        <translation>Der Titel des Films.</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Its pictures and trailers.</source>
        <translation>Bilder und Trailer.</translation>
    </message>
    <message>
        <source>Who plays and who made it.</source>
        <translation>Wer spielt, und wer den Film gemacht hat.</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What it is about.</source>
        <translation>Wovon der Film handelt.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Altersfreigabe</translation>
    </message>
    <message>
        <source>For whom it is fit, such as PG-13.</source>
        <translation>Für wen der Film geeignet ist, etwa PG-13.</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Its kinds, such as Drama.</source>
        <translation>Die Gattungen, etwa Drama.</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>How long it is, in minutes.</source>
        <translation>Wie lang der Film ist, in Minuten.</translation>
    </message>
    <message>
        <source>When it came out, as YYYY-MM-DD.</source>
        <translation>Wann der Film herauskam, als YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>What its viewers think, from 0 to 10.</source>
        <translation>Was die Zuschauer meinen, von 0 bis 10.</translation>
    </message>
    <message>
        <source>Its page at Atom Tickets.</source>
        <translation>Die Seite bei Atom Tickets.</translation>
    </message>
    <message>
        <source>Who brings it to cinemas.</source>
        <translation>Wer den Film ins Kino bringt.</translation>
    </message>
    <message>
        <source>IMDb ID</source>
        <translation>IMDb-ID</translation>
    </message>
    <message>
        <source>Its number at IMDb, such as tt0000000.</source>
        <translation>Die Nummer bei IMDb, etwa tt0000000.</translation>
    </message>
    <message>
        <source>Atom&apos;s own ID</source>
        <translation>ID bei Atom</translation>
    </message>
    <message>
        <source>How Atom Tickets calls it inside.</source>
        <translation>Wie Atom Tickets sie intern nennt.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The poster and other pictures.</source>
        <translation>Das Plakat und andere Bilder.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ProductionMedia</source>
        <translation>Atom Tickets, Production Models: ProductionMedia</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Where trailers are.</source>
        <translation>Wo Trailer liegen.</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Where the poster is.</source>
        <translation>Wo das Plakat liegt.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ImageData</source>
        <translation>Atom Tickets, Production Models: ImageData</translation>
    </message>
    <message>
        <source>Promo pictures</source>
        <translation>Werbebilder</translation>
    </message>
    <message>
        <source>Where further pictures are; often none.</source>
        <translation>Wo weitere Bilder liegen; oft keine.</translation>
    </message>
    <message>
        <source>Where trailers are; often none.</source>
        <translation>Wo Trailer liegen; oft keine.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: TrailerData</source>
        <translation>Atom Tickets, Production Models: TrailerData</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Who plays whom.</source>
        <translation>Wer wen spielt.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: Contributors</source>
        <translation>Atom Tickets, Production Models: Contributors</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Stab</translation>
    </message>
    <message>
        <source>Who made it.</source>
        <translation>Wer den Film gemacht hat.</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Darsteller</translation>
    </message>
    <message>
        <source>Who plays.</source>
        <translation>Wer spielt.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: Cast</source>
        <translation>Atom Tickets, Production Models: Cast</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Figur</translation>
    </message>
    <message>
        <source>Who is played.</source>
        <translation>Wer gespielt wird.</translation>
    </message>
    <message>
        <source>Crew member</source>
        <translation>Stabmitglied</translation>
    </message>
    <message>
        <source>Who did it.</source>
        <translation>Wer es gemacht hat.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: Crew</source>
        <translation>Atom Tickets, Production Models: Crew</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What was done, such as Director.</source>
        <translation>Was gemacht wurde, etwa Director.</translation>
    </message>
    <message>
        <source>Which page this is. Nobody says whether the first is 0 or 1.</source>
        <translation>Welche Seite das ist. Ob die erste 0 oder 1 ist, sagt niemand.</translation>
    </message>
    <message>
        <source>Atom Tickets, Common Models: PageInfo</source>
        <translation>Atom Tickets, Common Models: PageInfo</translation>
    </message>
    <message>
        <source>How many productions a page holds.</source>
        <translation>Wie viele Produktionen eine Seite enthält.</translation>
    </message>
    <message>
        <source>Pages in all</source>
        <translation>Seiten insgesamt</translation>
    </message>
    <message>
        <source>How many pages there are.</source>
        <translation>Wie viele Seiten es gibt.</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>The whole document</source>
        <translation>Das ganze Dokument</translation>
    </message>
    <message>
        <source>More than %1 members are to be left out.</source>
        <translation>Mehr als %1 Felder sollen ausgelassen werden.</translation>
    </message>
    <message>
        <source>Use * for the items of a list: /avail/Transaction/*/Start.</source>
        <translation>Nehmen Sie * für die Einträge einer Liste: /avail/Transaction/*/Start.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s):</source>
        <translation>
            <numerusform>%n Unterschied:</numerusform>
            <numerusform>%n Unterschiede:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added, %2 removed, %3 changed.</source>
        <translation>%1 neu, %2 entfernt, %3 geändert.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>Nur der erste ist aufgeführt (%n).</numerusform>
            <numerusform>Die ersten %n sind aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Order of lists</source>
        <translation>Reihenfolge von Listen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Not sent. Correct the errors, or send it with --force.</source>
        <translation>Nicht gesendet. Korrigieren Sie die Fehler, oder senden Sie mit --force.</translation>
    </message>
    <message>
        <source>There is no operation “%1”.</source>
        <translation>Den Vorgang „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 needs a FILE.</source>
        <translation>%1 braucht eine Datei (FILE).</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>New: “Night Ferry” from the template “%1”, %2 bytes.</source>
        <translation>Neu: „Night Ferry“ aus der Vorlage „%1“, %2 Bytes.</translation>
    </message>
    <message>
        <source>Validated: %1 errors, %2 warnings, %3 hints.</source>
        <translation>Geprüft: %1 Fehler, %2 Warnungen, %3 Hinweise.</translation>
    </message>
    <message>
        <source>Sandbox: %1</source>
        <translation>Sandbox: %1</translation>
    </message>
    <message>
        <source>%1 (%2, %3 ms). %4</source>
        <translation>%1 (%2, %3 ms). %4</translation>
    </message>
    <message>
        <source>Validate with the partner</source>
        <translation>Beim Partner prüfen</translation>
    </message>
    <message>
        <source>Put</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Compared: what came back is what was put.</source>
        <translation>Verglichen: Zurück kam, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Compared: what came back differs.</source>
        <translation>Verglichen: Was zurückkam, weicht ab.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>There is no environment “%1” in this workspace&apos;s marquee.json.</source>
        <translation>Die Umgebung „%1“ gibt es in der marquee.json dieses Arbeitsordners nicht.</translation>
    </message>
    <message>
        <source>There is no rule %1.</source>
        <translation>Die Regel %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Nothing to fix.</source>
        <translation>Nichts zu beheben.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t POINTER=VALUE.</source>
        <translation>„%1“ hat nicht die Form POINTER=VALUE.</translation>
    </message>
    <message>
        <source>Write it like /avail/ALID=NF-001.</source>
        <translation>Schreiben Sie es wie /avail/ALID=NF-001.</translation>
    </message>
    <message>
        <source>There is no template “%1”. --list shows them.</source>
        <translation>Die Vorlage „%1“ gibt es nicht. --list zeigt alle.</translation>
    </message>
    <message>
        <source>Standard output couldn&apos;t be written.</source>
        <translation>Die Standardausgabe ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>The line: %1</source>
        <translation>Die Zeile: %1</translation>
    </message>
    <message>
        <source>Propose a repair</source>
        <translation>Eine Reparatur vorschlagen</translation>
    </message>
    <message>
        <source>%1 files: %2 errors, %3 warnings, %4 hints</source>
        <translation>%1 Dateien: %2 Fehler, %3 Warnungen, %4 Hinweise</translation>
    </message>
    <message>
        <source>--shard has to be K/N with K from 1 to N.</source>
        <translation>--shard muss K/N sein, mit K von 1 bis N.</translation>
    </message>
    <message>
        <source>--report %1: the name has to end in .json, .csv or .xml.</source>
        <translation>--report %1: Der Name muss auf .json, .csv oder .xml enden.</translation>
    </message>
    <message>
        <source>Give the files or folders to send, or a run to go on with.</source>
        <translation>Die zu sendenden Dateien oder Ordner angeben oder einen Lauf, der weitergehen soll.</translation>
    </message>
    <message>
        <source>The journal has no run “%1”.</source>
        <translation>Das Protokoll hat keinen Lauf „%1“.</translation>
    </message>
    <message>
        <source>The run “%1” was: batch %2 --env %3. Go on with the same.</source>
        <translation>Der Lauf „%1“ war: batch %2 --env %3. Mit demselben weitermachen.</translation>
    </message>
    <message>
        <source>The environment allows %1 connections at a time, so no more than that are used.</source>
        <translation>Die Umgebung erlaubt %1 Verbindungen zugleich, mehr werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Stopping: what is on its way is waited for. Once more ends at once.</source>
        <translation>Wird angehalten: Was unterwegs ist, wird abgewartet. Noch einmal beendet sofort.</translation>
    </message>
    <message>
        <source>%1 items are tried again.</source>
        <translation>%1 Einträge werden erneut versucht.</translation>
    </message>
    <message>
        <source>The run stops here. Go on with --resume %1.</source>
        <translation>Der Lauf hält hier an. Mit --resume %1 geht es weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 not accepted.</source>
        <translation>%1 von %2 erledigt, %3 nicht angenommen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Go on with --resume %1.</source>
        <translation>Mit --resume %1 geht es weiter.</translation>
    </message>
    <message>
        <source>Night Ferry</source>
        <translation>Night Ferry</translation>
    </message>
    <message>
        <source>--proxy has to be an address such as http://proxy.example:3128.</source>
        <translation>--proxy muss eine Adresse sein wie http://proxy.example:3128.</translation>
    </message>
    <message>
        <source>The environment “%1” has no address for Prime Video.</source>
        <translation>Die Umgebung „%1“ hat keine Adresse für Prime Video.</translation>
    </message>
    <message>
        <source>There is no exchange %1 in the journal.</source>
        <translation>Im Journal gibt es keinen Austausch %1.</translation>
    </message>
    <message>
        <source>%1 exchanges up to %2 were dropped to keep the journal within its limits.</source>
        <translation>%1 Austausche bis %2 wurden entfernt, damit das Journal in seinen Grenzen bleibt.</translation>
    </message>
    <message>
        <source>The column “%1” belongs to no field, so it isn&apos;t used.</source>
        <translation>Die Spalte „%1“ gehört zu keinem Feld und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>With --template, give one file of rows.</source>
        <translation>Mit --template eine Datei mit Zeilen angeben.</translation>
    </message>
    <message>
        <source>A probe begins with an avail that has no errors. Correct this one first: marquee-cli validate %1</source>
        <translation>Eine Probe beginnt mit einem Avail ohne Fehler. Dieses zuerst berichtigen: marquee-cli validate %1</translation>
    </message>
    <message>
        <source>This document can&apos;t be made to break: %1.</source>
        <translation>Dieses Dokument lässt sich nicht zum Brechen bringen: %1.</translation>
    </message>
    <message>
        <source>%1 makes several documents. Say with -o where they go.</source>
        <translation>%1 ergibt mehrere Dokumente. Mit -o angeben, wohin sie kommen.</translation>
    </message>
    <message>
        <source>%1 is there already. Move it away, or choose another name with -o.</source>
        <translation>%1 gibt es schon. An einen anderen Ort legen oder mit -o einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>(the same moment)</source>
        <translation>(derselbe Zeitpunkt)</translation>
    </message>
    <message>
        <source>%1 differences: %2 added, %3 removed, %4 changed</source>
        <translation>%1 Unterschiede: %2 hinzugefügt, %3 entfernt, %4 geändert</translation>
    </message>
    <message>
        <source>Only one of the two can be standard input.</source>
        <translation>Nur eines von beiden kann die Standardeingabe sein.</translation>
    </message>
    <message>
        <source>There is no batch operation “%1”: put, get, delete or validate, alone or with -full or -partial, or post-performance.</source>
        <translation>Es gibt keine Stapeloperation „%1“: put, get, delete oder validate, allein oder mit -full oder -partial, oder post-performance.</translation>
    </message>
    <message>
        <source>--next-sequence is for post-performance only.</source>
        <translation>--next-sequence ist nur für post-performance.</translation>
    </message>
    <message>
        <source>--template is for avails only.</source>
        <translation>--template ist nur für Avails.</translation>
    </message>
    <message>
        <source>Messages go one after the other, so --jobs isn&apos;t used.</source>
        <translation>Meldungen gehen eine nach der anderen, also wird --jobs nicht benutzt.</translation>
    </message>
    <message>
        <source>This is a message of performances, and Prime Video takes avails. Send it with post-performance.</source>
        <translation>Das ist eine Meldung von Vorstellungen, und Prime Video nimmt Avails. Mit post-performance senden.</translation>
    </message>
    <message>
        <source>The environment “%1” has no address for Showtime Analytics.</source>
        <translation>Die Umgebung „%1“ hat keine Adresse für Showtime Analytics.</translation>
    </message>
    <message>
        <source>PL001 line %1, column %2</source>
        <translation>PL001 Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1: inserted %2</source>
        <translation>%1: eingefügt: %2</translation>
    </message>
    <message>
        <source>%1: replaced %2 by %3</source>
        <translation>%1: %2 ersetzt durch %3</translation>
    </message>
    <message>
        <source>The next one came before, and says the same.</source>
        <translation>Die nächste kam schon einmal und sagt dasselbe.</translation>
    </message>
    <message>
        <source>Something came that can&apos;t be read as a callback; it is kept as %1.</source>
        <translation>Etwas Eingegangenes lässt sich nicht als Rückmeldung lesen; es ist als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Something else than a callback was refused (%1).</source>
        <translation>Etwas anderes als eine Rückmeldung wurde abgelehnt (%1).</translation>
    </message>
    <message>
        <source>%1 holds more files than are gone through.</source>
        <translation>%1 enthält mehr Dateien, als durchgegangen werden.</translation>
    </message>
    <message>
        <source>%1 avails: %2 say yes, %3 say no</source>
        <translation>%1 Avails: %2 sagen ja, %3 sagen nein</translation>
    </message>
    <message>
        <source>%1 holds no avail.</source>
        <translation>%1 enthält keinen Avail.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>A report&apos;s name ends in .html or .md.</source>
        <translation>Der Name eines Berichts endet auf .html oder .md.</translation>
    </message>
    <message>
        <source>The environment “%1” has no address for Atom Tickets.</source>
        <translation>Die Umgebung „%1“ hat keine Adresse für Atom Tickets.</translation>
    </message>
    <message>
        <source>%1 found, the first %2 are shown</source>
        <translation>%1 gefunden, die ersten %2 werden gezeigt</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>This is an HTML page (a proxy&apos;s or a login page?), not a reply.</source>
        <translation>Das ist eine HTML-Seite (von einem Proxy oder eine Anmeldeseite?), keine Antwort.</translation>
    </message>
    <message>
        <source>Say what to look for: --find TEXT.</source>
        <translation>Geben Sie an, was gesucht wird: --find TEXT.</translation>
    </message>
    <message>
        <source>%1 values masked, in %2 places</source>
        <translation>%1 Werte maskiert, an %2 Stellen</translation>
    </message>
    <message>
        <source>This isn&apos;t a question about productions: it has neither ids nor a venue.</source>
        <translation>Das ist keine Frage nach Produktionen: Sie hat weder IDs noch eine Spielstätte.</translation>
    </message>
    <message>
        <source>Page %1 of %2.</source>
        <translation>Seite %1 von %2.</translation>
    </message>
    <message>
        <source>This is one page of %1. All of them come with --all-pages.</source>
        <translation>Das ist eine Seite von %1. Mit --all-pages kommen alle.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t there.</source>
        <translation>„%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>The folder holds more files than are looked at. Reconcile its folders one by one.</source>
        <translation>Der Ordner enthält mehr Dateien, als angesehen werden. Gleichen Sie seine Ordner einzeln ab.</translation>
    </message>
    <message>
        <source>%1 of %2 done.</source>
        <translation>%1 von %2 erledigt.</translation>
    </message>
    <message>
        <source>There is no avail in “%1”.</source>
        <translation>In „%1“ steht keinen Avail.</translation>
    </message>
</context>
<context>
    <name>counts</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>keine Probleme</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Put full extract</source>
        <translation>Gesamtauszug senden</translation>
    </message>
    <message>
        <source>Get full extract</source>
        <translation>Gesamtauszug abrufen</translation>
    </message>
    <message>
        <source>Delete full extract</source>
        <translation>Gesamtauszug löschen</translation>
    </message>
    <message>
        <source>Validate full extract</source>
        <translation>Gesamtauszug prüfen</translation>
    </message>
    <message>
        <source>Put partial extract</source>
        <translation>Teilauszug senden</translation>
    </message>
    <message>
        <source>Get partial extract</source>
        <translation>Teilauszug abrufen</translation>
    </message>
    <message>
        <source>Delete partial extract</source>
        <translation>Teilauszug löschen</translation>
    </message>
    <message>
        <source>Validate partial extract</source>
        <translation>Teilauszug prüfen</translation>
    </message>
    <message>
        <source>Put batch</source>
        <translation>Stapel senden</translation>
    </message>
    <message>
        <source>Get batch</source>
        <translation>Stapel abrufen</translation>
    </message>
    <message>
        <source>Delete batch</source>
        <translation>Stapel löschen</translation>
    </message>
    <message>
        <source>Validate batch</source>
        <translation>Stapel prüfen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Post performances</source>
        <translation>Vorstellungen senden</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Productions by ids</source>
        <translation>Produktionen nach IDs</translation>
    </message>
    <message>
        <source>Production ids of a venue</source>
        <translation>Produktions-IDs einer Spielstätte</translation>
    </message>
    <message>
        <source>Productions by name</source>
        <translation>Produktionen nach Name</translation>
    </message>
    <message>
        <source>Productions by vendor id</source>
        <translation>Produktionen nach Verkäufer-ID</translation>
    </message>
    <message>
        <source>Ping Atom Tickets</source>
        <translation>Atom Tickets anpingen</translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <source>This is an HTML page, not JSON. A proxy or a login page may have answered.</source>
        <translation>Das ist eine HTML-Seite, kein JSON. Vielleicht hat ein Proxy oder eine Anmeldeseite geantwortet.</translation>
    </message>
    <message>
        <source>This is UTF-16. Payloads have to be UTF-8, so it is shown byte for byte and can&apos;t be read.</source>
        <translation>Das ist UTF-16. Nutzdaten müssen UTF-8 sein; deshalb werden sie Byte für Byte gezeigt und lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>This isn&apos;t text. It may be an image or a compressed file.</source>
        <translation>Das ist kein Text. Vielleicht ist es ein Bild oder eine komprimierte Datei.</translation>
    </message>
    <message>
        <source>This is plain text, neither JSON nor XML.</source>
        <translation>Das ist reiner Text, weder JSON noch XML.</translation>
    </message>
    <message>
        <source>It begins with a byte-order mark, which doesn&apos;t belong in a payload. It was read past.</source>
        <translation>Am Anfang steht eine Byte-Order-Mark, die nicht in Nutzdaten gehört. Sie wurde übergangen.</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>True or false</source>
        <translation>Wahr oder falsch</translation>
    </message>
    <message>
        <source>Nothing (null)</source>
        <translation>Nichts (null)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Waited for its turn</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Took, to the last byte</source>
        <translation>Dauer bis zum letzten Byte</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>This isn&apos;t UTF-8. What can&apos;t be read is shown as a question mark.</source>
        <translation>Das ist kein UTF-8. Was sich nicht lesen lässt, erscheint als Fragezeichen.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Editor for avails and their terms.</source>
        <translation>Editor für Avails und ihre Konditionen.</translation>
    </message>
    <message>
        <source>The folder to show.</source>
        <translation>Der Ordner, der gezeigt wird.</translation>
    </message>
    <message>
        <source>For measuring: end when the window was painted.</source>
        <translation>Zum Messen: endet, sobald das Fenster gezeichnet ist.</translation>
    </message>
    <message>
        <source>Files to open.</source>
        <translation>Dateien, die geöffnet werden.</translation>
    </message>
    <message>
        <source>The language to speak: %1.</source>
        <translation>Die Sprache des Programms: %1.</translation>
    </message>
</context>
<context>
    <name>marquee::ask::AnswersModel</name>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>marquee::ask::AskPage</name>
    <message>
        <source>This document</source>
        <translation>Dieses Dokument</translation>
    </message>
    <message>
        <source>This reply</source>
        <translation>Diese Antwort</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>Ganzer Arbeitsordner</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Enter goes to the field.</source>
        <translation>Enter führt zum Feld.</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>Only what is allowed</source>
        <translation>Nur Erlaubtes</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>Der Ordner wird durchsucht…</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>%1 of %2 avails say yes</source>
        <translation>%1 von %2 Avails sagen ja</translation>
    </message>
    <message>
        <source>No folder is open. Open one with avails to ask all of them.</source>
        <translation>Kein Ordner ist offen. Öffnen Sie einen mit Avails, um alle zu fragen.</translation>
    </message>
    <message>
        <source>There is nothing to ask here yet. Open an avail, or ask the whole workspace.</source>
        <translation>Hier gibt es noch nichts zu fragen. Öffnen Sie einen Avail, oder fragen Sie den ganzen Arbeitsordner.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird nachgefragt…</translation>
    </message>
    <message>
        <source>None of the avails allows that. Show them all to see what stands against it.</source>
        <translation>Keines der Avails erlaubt das. Zeigen Sie alle, um zu sehen, was dagegensteht.</translation>
    </message>
    <message>
        <source>There is no avail in it.</source>
        <translation>Darin steht keinen Avail.</translation>
    </message>
    <message>
        <source>Say the day and the territory, then press Ask: every avail of the workspace answers.</source>
        <translation>Geben Sie Tag und Gebiet an, und wählen Sie „Fragen“: Jeder Avail des Arbeitsordners antwortet.</translation>
    </message>
    <message>
        <source>Say the day and the territory: the avail answers what may be shown, and what stands against it.</source>
        <translation>Geben Sie Tag und Gebiet an: Der Avail antwortet, was gezeigt werden darf und was dagegensteht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
</context>
<context>
    <name>marquee::ask::QuestionBar</name>
    <message>
        <source>a day, in UTC</source>
        <translation>ein Tag, in UTC</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>marquee::avail::AvailView</name>
    <message>
        <source>Pages of the avail</source>
        <translation>Seiten des Avails</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Windows %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Not well-formed</source>
        <translation>Nicht wohlgeformt</translation>
    </message>
</context>
<context>
    <name>marquee::avail::TitleForm</name>
    <message>
        <source>Avail</source>
        <translation>Avail</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a shared entitlement</source>
        <translation>Eine geteilte Berechtigung hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this entitlement</source>
        <translation>Diese Berechtigung entfernen</translation>
    </message>
    <message>
        <source>Remove a shared entitlement</source>
        <translation>Eine geteilte Berechtigung entfernen</translation>
    </message>
    <message>
        <source>None. Purchases of this title aren&apos;t shared with other retailers.</source>
        <translation>Keine. Käufe dieses Titels werden nicht mit anderen Händlern geteilt.</translation>
    </message>
    <message>
        <source>Other members</source>
        <translation>Weitere Felder</translation>
    </message>
</context>
<context>
    <name>marquee::avail::WindowForm</name>
    <message>
        <source>Make an ID</source>
        <translation>ID erzeugen</translation>
    </message>
    <message>
        <source>Make an ID that nobody has used</source>
        <translation>Eine ID erzeugen, die noch niemand verwendet hat</translation>
    </message>
    <message>
        <source>Make a window ID</source>
        <translation>Eine Fenster-ID erzeugen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this territory</source>
        <translation>Dieses Gebiet entfernen</translation>
    </message>
    <message>
        <source>Remove a territory</source>
        <translation>Ein Gebiet entfernen</translation>
    </message>
    <message>
        <source>Add a territory</source>
        <translation>Gebiet hinzufügen</translation>
    </message>
    <message>
        <source>Add another territory</source>
        <translation>Weiteres Gebiet hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::avail::WindowsModel</name>
    <message>
        <source>no ID</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>Beginn (UTC)</translation>
    </message>
    <message>
        <source>End (UTC)</source>
        <translation>Ende (UTC)</translation>
    </message>
    <message>
        <source>Channel or price</source>
        <translation>Channel/Preis</translation>
    </message>
</context>
<context>
    <name>marquee::avail::WindowsPage</name>
    <message>
        <source>No windows yet.
A window says what the partner may show, where, when and how.</source>
        <translation>Noch keine Fenster.
Ein Fenster sagt, was der Partner zeigen darf, wo, wann und wie.</translation>
    </message>
    <message>
        <source>Add a window</source>
        <translation>Fenster hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate a window</source>
        <translation>Ein Fenster duplizieren</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n window(s)</source>
        <translation>
            <numerusform>%n Fenster entfernen</numerusform>
            <numerusform>%n Fenster entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter windows</source>
        <translation>Fenster filtern</translation>
    </message>
    <message>
        <source>Shows the windows in which every word stands: IDs, territories, dates, prices</source>
        <translation>Zeigt die Fenster, in denen jedes Wort steht: IDs, Gebiete, Daten, Preise</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The table is sorted or filtered, which doesn&apos;t change the payload&apos;s order. Show all windows in the payload&apos;s order first: clear the filter, and click the sorted heading until its arrow is gone.</source>
        <translation>Die Tabelle ist sortiert oder gefiltert; die Reihenfolge in den Nutzdaten ändert das nicht. Zeigen Sie zuerst alle Fenster in der Reihenfolge der Nutzdaten: Leeren Sie den Filter, und klicken Sie auf die sortierte Überschrift, bis ihr Pfeil verschwindet.</translation>
    </message>
    <message numerus="yes">
        <source>Move %n window(s)</source>
        <translation>
            <numerusform>%n Fenster verschieben</numerusform>
            <numerusform>%n Fenster verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::avail::WindowsTable</name>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>marquee::batch::BatchDialog</name>
    <message>
        <source>Batch run</source>
        <translation>Stapellauf</translation>
    </message>
    <message>
        <source>Send many documents as one run</source>
        <translation>Viele Dokumente in einem Lauf senden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>The workspace&apos;s folder (none is open)</source>
        <translation>Der Arbeitsordner (keiner ist offen)</translation>
    </message>
    <message>
        <source>The workspace&apos;s folder, “%1”</source>
        <translation>Der Arbeitsordner, „%1“</translation>
    </message>
    <message>
        <source>The workspace&apos;s folder</source>
        <translation>Der Arbeitsordner</translation>
    </message>
    <message>
        <source>The files of the open documents (%1)</source>
        <translation>Die Dateien der offenen Dokumente (%1)</translation>
    </message>
    <message>
        <source>The files of the open documents</source>
        <translation>Die Dateien der offenen Dokumente</translation>
    </message>
    <message>
        <source>Files that you choose</source>
        <translation>Ausgewählte Dateien</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Files that you choose (%1)</source>
        <translation>Ausgewählte Dateien (%1)</translation>
    </message>
    <message>
        <source>Counting the items…</source>
        <translation>Die Posten werden gezählt…</translation>
    </message>
    <message>
        <source>Choose the files to send.</source>
        <translation>Wählen Sie die Dateien aus, die gesendet werden.</translation>
    </message>
    <message>
        <source>There is nothing to send in it: avails and batch documents end in .json.</source>
        <translation>Darin ist nichts zu senden: Avails und Stapel enden auf .json.</translation>
    </message>
    <message numerus="yes">
        <source>That makes %n item(s).</source>
        <translation>
            <numerusform>Das ergibt %n Posten.</numerusform>
            <numerusform>Das ergibt %n Posten.</numerusform>
        </translation>
    </message>
    <message>
        <source>… and %1 more that are left out.</source>
        <translation>… und %1 weitere, die ausgelassen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n open document(s) have changes that aren&apos;t saved. What is in the files is sent.</source>
        <translation>
            <numerusform>%n offenes Dokument hat ungesicherte Änderungen. Gesendet wird, was in der Datei steht.</numerusform>
            <numerusform>%n offene Dokumente haben ungesicherte Änderungen. Gesendet wird, was in den Dateien steht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batch::BatchModel</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Sendebereit</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>%1, as expected</source>
        <translation>%1, wie erwartet</translation>
    </message>
    <message>
        <source>%1, not as expected</source>
        <translation>%1, nicht wie erwartet</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
</context>
<context>
    <name>marquee::batch::BatchPanel</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send nothing more until you say go on</source>
        <translation>Nichts mehr senden, bis Sie „Weiter“ sagen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Send nothing more; what is on its way is waited for</source>
        <translation>Nichts mehr senden; was unterwegs ist, wird abgewartet</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Send what failed again; what is unknown is asked back where it must not be sent twice</source>
        <translation>Fehlgeschlagenes erneut senden; bei Unbekanntem wird nachgefragt, wo es nicht zweimal gesendet werden darf</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write what the run came to into a file</source>
        <translation>Das Ergebnis des Laufs in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;CSV, for a spreadsheet…</source>
        <translation>&amp;CSV, für eine Tabelle…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON…</translation>
    </message>
    <message>
        <source>JUnit &amp;XML, for a test report…</source>
        <translation>JUnit-&amp;XML, für einen Testbericht…</translation>
    </message>
    <message>
        <source>Progress of the batch run</source>
        <translation>Fortschritt des Stapellaufs</translation>
    </message>
    <message>
        <source>Items of the batch run</source>
        <translation>Posten des Stapellaufs</translation>
    </message>
    <message>
        <source>Enter opens the item&apos;s document.</source>
        <translation>Die Eingabetaste öffnet das Dokument des Postens.</translation>
    </message>
    <message>
        <source>No item ended like that.</source>
        <translation>Kein Posten endete so.</translation>
    </message>
    <message>
        <source>No batch run yet. A run sends many documents, and shows here how each of them ended.</source>
        <translation>Noch kein Stapellauf. Ein Lauf sendet viele Dokumente und zeigt hier, wie jedes ausging.</translation>
    </message>
    <message>
        <source>Begin a batch run…</source>
        <translation>Stapellauf beginnen…</translation>
    </message>
    <message>
        <source>Go on with an earlier one</source>
        <translation>Einen früheren fortsetzen</translation>
    </message>
    <message>
        <source>Click to show the others, too.</source>
        <translation>Klicken, um auch die anderen zu zeigen.</translation>
    </message>
    <message>
        <source>Click to show these alone.</source>
        <translation>Klicken, um nur diese zu zeigen.</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Send what still waits</source>
        <translation>Senden, was noch wartet</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Begin another run, or go on with an earlier one</source>
        <translation>Einen weiteren Lauf beginnen oder einen früheren fortsetzen</translation>
    </message>
</context>
<context>
    <name>marquee::batch::EarlierMenu</name>
    <message>
        <source>&amp;Begin a new run…</source>
        <translation>Neuen Lauf &amp;beginnen…</translation>
    </message>
    <message>
        <source>Go on with an earlier one</source>
        <translation>Einen früheren fortsetzen</translation>
    </message>
    <message>
        <source>Looking into the journal…</source>
        <translation>Das Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>%1: %2 in “%3”</source>
        <translation>%1: %2 in „%3“</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keinen</translation>
    </message>
</context>
<context>
    <name>marquee::batch::RowProblemsModel</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The row as a whole</source>
        <translation>Die Zeile als Ganzes</translation>
    </message>
    <message>
        <source>Behind the last heading</source>
        <translation>Hinter der letzten Überschrift</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>marquee::batch::RowsDialog</name>
    <message>
        <source>Pasted rows</source>
        <translation>Eingefügte Zeilen</translation>
    </message>
    <message>
        <source>There is no text in the clipboard. Copy the rows with their headings first.</source>
        <translation>In der Zwischenablage ist kein Text. Kopieren Sie zuerst die Zeilen mit ihren Überschriften.</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Die Zeilen werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Making the batch document…</source>
        <translation>%1. Der Stapel wird erstellt…</translation>
    </message>
    <message>
        <source>Looking at row %1 of %2…</source>
        <translation>Zeile %1 von %2 wird geprüft…</translation>
    </message>
    <message>
        <source>%1, no problems</source>
        <translation>%1, keine Probleme</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <translation>%1, %2 in %3</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <comment>problems in</comment>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped at row %1</source>
        <translation>bei Zeile %1 beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors won&apos;t be sent</source>
        <translation>
            <numerusform>%n Zeile mit Fehlern wird nicht gesendet</numerusform>
            <numerusform>%n Zeilen mit Fehlern werden nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>(ohne Überschrift)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) aren&apos;t used: %1. Choose a field under the heading, or leave it so.</source>
        <translation>
            <numerusform>%n Spalte wird nicht verwendet: %1. Wählen Sie unter der Überschrift ein Feld, oder lassen Sie es so.</numerusform>
            <numerusform>%n Spalten werden nicht verwendet: %1. Wählen Sie unter der Überschrift ein Feld, oder lassen Sie es so.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a template: an avail whose fields the rows fill.</source>
        <translation>Wählen Sie eine Vorlage: einen Avail, dessen Felder die Zeilen füllen.</translation>
    </message>
    <message>
        <source>Paste rows from a spreadsheet (Ctrl+V) or choose a CSV or TSV file.
The first row holds the headings; what stands below them goes into the template.</source>
        <translation>Fügen Sie Zeilen aus einer Tabelle ein (Strg+V), oder wählen Sie eine CSV- oder TSV-Datei.
Die erste Zeile enthält die Überschriften; was darunter steht, kommt in die Vorlage.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Prüfung beenden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Rows into requests</source>
        <translation>Anfragen aus Zeilen</translation>
    </message>
    <message>
        <source>Make requests of rows</source>
        <translation>Anfragen aus Zeilen erstellen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Vorlage wählen…</translation>
    </message>
    <message>
        <source>A file that holds one avail</source>
        <translation>Eine Datei mit einem Avail</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take rows from the clipboard (Ctrl+V)</source>
        <translation>Zeilen aus der Zwischenablage nehmen (Strg+V)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>CSV, TSV, or text with tabs</source>
        <translation>CSV, TSV oder Text mit Tabulatoren</translation>
    </message>
    <message>
        <source>The rows, and what their cells become</source>
        <translation>Die Zeilen, und was aus ihren Zellen wird</translation>
    </message>
    <message>
        <source>Problems of the rows</source>
        <translation>Probleme der Zeilen</translation>
    </message>
    <message>
        <source>Enter goes to the cell.</source>
        <translation>Enter springt zur Zelle.</translation>
    </message>
    <message>
        <source>Progress of looking at the rows</source>
        <translation>Fortschritt beim Prüfen der Zeilen</translation>
    </message>
    <message>
        <source>The rows are looked at once more before they are sent</source>
        <translation>Vor dem Senden werden die Zeilen noch einmal geprüft</translation>
    </message>
    <message>
        <source>Save as batch document…</source>
        <translation>Als Stapel speichern…</translation>
    </message>
    <message>
        <source>One document that holds a request item for each row</source>
        <translation>Ein Dokument mit einem Posten für jede Zeile</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check only</source>
        <translation>Nur prüfen</translation>
    </message>
    <message>
        <source>Go through all rows as a run would, and send nothing</source>
        <translation>Alle Zeilen durchgehen wie ein Lauf und nichts senden</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Begin the run</source>
        <translation>Den Lauf beginnen</translation>
    </message>
</context>
<context>
    <name>marquee::batch::RowsHeader</name>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1. Click to choose another field.</source>
        <translation>%1. Klicken, um ein anderes Feld zu wählen.</translation>
    </message>
    <message>
        <source>Field of the column “%1”: %2</source>
        <translation>Feld der Spalte „%1“: %2</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Nothing is filled from this column.</source>
        <translation>Aus dieser Spalte wird nichts gefüllt.</translation>
    </message>
    <message>
        <source>The item&apos;s ID</source>
        <translation>Posten-ID</translation>
    </message>
    <message>
        <source>Names the item in the request and its answer.</source>
        <translation>Benennt den Posten in der Anfrage und ihrer Antwort.</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Was erwartet wird</translation>
    </message>
    <message>
        <source>accepted, rejected, or rejected: a part of the complaint.</source>
        <translation>accepted, rejected oder rejected: ein Teil der Beanstandung.</translation>
    </message>
    <message>
        <source>Search a field</source>
        <translation>Ein Feld suchen</translation>
    </message>
</context>
<context>
    <name>marquee::batch::RowsModel</name>
    <message>
        <source>The item&apos;s ID</source>
        <translation>Posten-ID</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Was erwartet wird</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>No field is filled from this column.</source>
        <translation>Aus dieser Spalte wird kein Feld gefüllt.</translation>
    </message>
    <message>
        <source>%1: as in the template</source>
        <translation>%1: wie in der Vorlage</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>(ohne Überschrift)</translation>
    </message>
</context>
<context>
    <name>marquee::batch::RunOptions</name>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Send: put them at the partner</source>
        <translation>Senden: beim Partner ablegen</translation>
    </message>
    <message>
        <source>Validate with the partner; nothing is changed there</source>
        <translation>Beim Partner prüfen; dort ändert sich nichts</translation>
    </message>
    <message>
        <source>Get what the partner has</source>
        <translation>Abrufen, was der Partner hat</translation>
    </message>
    <message>
        <source>Delete at the partner</source>
        <translation>Beim Partner löschen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Windows together, at most</source>
        <translation>Fenster zusammen, höchstens</translation>
    </message>
    <message>
        <source>Each on its own</source>
        <translation>Jedes für sich</translation>
    </message>
    <message>
        <source>Full extracts always go on their own: the partner takes only windows together.</source>
        <translation>Gesamtauszüge gehen immer einzeln: Der Partner nimmt nur Fenster zusammen an.</translation>
    </message>
    <message>
        <source>Items in one request</source>
        <translation>Posten in einer Anfrage</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>The environment allows %1 connections.</source>
        <translation>Die Umgebung erlaubt %1 Verbindungen.</translation>
    </message>
    <message>
        <source>Stop at the first item that isn&apos;t accepted</source>
        <translation>Beim ersten Posten anhalten, der nicht angenommen wird</translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <source>Dry run: read and validate, and send nothing</source>
        <translation>Probelauf: lesen und prüfen, nichts senden</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>This environment is protected: what is sent counts. Type its name to go on.</source>
        <translation>Diese Umgebung ist geschützt: Was gesendet wird, gilt. Zum Fortfahren den Namen eingeben.</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>Name der Umgebung</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>Validate %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Get %1</source>
        <translation>%1 abrufen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::BatchDocumentView</name>
    <message>
        <source>Pages of the batch</source>
        <translation>Seiten des Stapels</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Holds nothing yet</source>
        <translation>Noch leer</translation>
    </message>
    <message numerus="yes">
        <source>Validates %n window(s)</source>
        <translation>
            <numerusform>Prüft %n Fenster</numerusform>
            <numerusform>Prüft %n Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Puts %n window(s)</source>
        <translation>
            <numerusform>Sendet %n Fenster</numerusform>
            <numerusform>Sendet %n Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gets or deletes %n window(s)</source>
        <translation>
            <numerusform>Ruft %n Fenster ab oder löscht es</numerusform>
            <numerusform>Ruft %n Fenster ab oder löscht sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch  ·  %1</source>
        <translation>Stapel  ·  %1</translation>
    </message>
    <message>
        <source>Batch  ·  %1  ·  %2</source>
        <translation>Stapel  ·  %1  ·  %2</translation>
    </message>
    <message>
        <source>Items %1</source>
        <translation>Posten %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not well-formed</source>
        <translation>Nicht wohlgeformt</translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::ItemForm</name>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Posten %1</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Licensor</source>
        <translation>Lizenzgeber</translation>
    </message>
    <message>
        <source>Whose window it is, as the path names it.</source>
        <translation>Wessen Fenster es ist, so wie der Pfad es sagt.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The ID of the window (_TransactionID) that the item is about.</source>
        <translation>Die ID des Fensters (_TransactionID), um das es im Posten geht.</translation>
    </message>
    <message>
        <source>Make an ID</source>
        <translation>ID erzeugen</translation>
    </message>
    <message>
        <source>Make an ID that no other item has</source>
        <translation>Eine ID erzeugen, die kein anderer Posten hat</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The path ends in /validate: nothing is put. All items of a batch validate, or none does.</source>
        <translation>Der Pfad endet auf /validate: Es wird nichts gesendet, nur geprüft. In einem Stapel prüfen alle Posten oder keiner.</translation>
    </message>
    <message>
        <source>Take from the body</source>
        <translation>Aus dem Inhalt übernehmen</translation>
    </message>
    <message>
        <source>Make the path of the licensor and the window that the body names</source>
        <translation>Den Pfad aus dem Lizenzgeber und dem Fenster bilden, die der Inhalt nennt</translation>
    </message>
    <message>
        <source>The catalogue doesn&apos;t know this.</source>
        <translation>Der Katalog kennt das nicht.</translation>
    </message>
    <message>
        <source>Open as a document</source>
        <translation>Als Dokument öffnen</translation>
    </message>
    <message>
        <source>Open a copy of the body in a tab of its own</source>
        <translation>Eine Kopie des Inhalts in einem eigenen Reiter öffnen</translation>
    </message>
    <message>
        <source>Make an item ID</source>
        <translation>Eine Posten-ID erzeugen</translation>
    </message>
    <message>
        <source>Take the path from the body</source>
        <translation>Den Pfad aus dem Inhalt übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s) in the body. Open it as a document to see them beside their fields.</source>
        <translation>
            <numerusform>%n weiteres Problem im Inhalt. Als Dokument geöffnet zeigt er es neben seinem Feld.</numerusform>
            <numerusform>%n weitere Probleme im Inhalt. Als Dokument geöffnet zeigt er sie neben ihren Feldern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::ItemsModel</name>
    <message>
        <source>no ID</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>no path</source>
        <translation>kein Pfad</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no body</source>
        <translation>kein Inhalt</translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings, %3 hints</source>
        <translation>%1 Fehler, %2 Warnungen, %3 Hinweise</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Licensor</source>
        <translation>Lizenzgeber</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Dates (UTC)</source>
        <translation>Zeitraum (UTC)</translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::ItemsPage</name>
    <message>
        <source>Add documents…</source>
        <translation>Dokumente hinzufügen…</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Posten hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>No items yet.
Add avails, and each of their windows becomes an item.</source>
        <translation>Noch keine Posten.
Fügen Sie Avails hinzu, und jedes ihrer Fenster wird ein Posten.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>%n Posten hinzufügen</numerusform>
            <numerusform>%n Posten hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added from %1: only an avail with windows can become items.</source>
        <translation>Aus %1 wurde nichts hinzugefügt: Nur ein Avail mit Fenstern kann zu Posten werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 und %n weiteren</numerusform>
            <numerusform>%1 und %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Einen Posten hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate an item</source>
        <translation>Einen Posten duplizieren</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s)</source>
        <translation>
            <numerusform>%n Posten entfernen</numerusform>
            <numerusform>%n Posten entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s)</source>
        <translation>
            <numerusform>%n Posten verschieben</numerusform>
            <numerusform>%n Posten verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::PathValidatesEditor</name>
    <message>
        <source>Only ask whether it would be taken</source>
        <translation>Nur fragen, ob es angenommen würde</translation>
    </message>
</context>
<context>
    <name>marquee::bulk::BulkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>marquee::bulk::CheckList</name>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Suchen: %1</translation>
    </message>
    <message>
        <source>Select all: %1</source>
        <translation>Alle auswählen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::DateDialog</name>
    <message>
        <source>Set an end</source>
        <translation>Ende setzen</translation>
    </message>
    <message>
        <source>Split at a date</source>
        <translation>An einem Datum teilen</translation>
    </message>
    <message>
        <source>All selected windows end then.</source>
        <translation>Alle ausgewählten Fenster enden dann.</translation>
    </message>
    <message>
        <source>Windows that are open at that date become two: one ends then, the other starts, with an ID of its own.</source>
        <translation>Aus Fenstern, die an diesem Datum offen sind, werden zwei: Eines endet dann, das andere beginnt, mit einer eigenen ID.</translation>
    </message>
    <message>
        <source>No end: they stay open</source>
        <translation>Kein Ende: Sie bleiben offen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>2027-03-14 09:00</source>
        <translation>2027-03-14 09:00</translation>
    </message>
    <message>
        <source>Set the end</source>
        <translation>Ende setzen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>No date yet.</source>
        <translation>Noch kein Datum.</translation>
    </message>
    <message>
        <source>That isn&apos;t a date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
    <message>
        <source>Write it like 2027-03-14 09:00, in UTC.</source>
        <translation>Schreiben Sie es wie 2027-03-14 09:00, in UTC.</translation>
    </message>
    <message numerus="yes">
        <source>Set the end of %n window(s)</source>
        <translation>
            <numerusform>Ende von %n Fenster setzen</numerusform>
            <numerusform>Ende von %n Fenstern setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %n window(s)</source>
        <translation>
            <numerusform>%n Fenster teilen</numerusform>
            <numerusform>%n Fenster teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n Fenster ändert sich</numerusform>
            <numerusform>%n Fenster ändern sich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::PasteDialog</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>ändert sich</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>außen vor</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Rows whose window ID stands already change that window&apos;s cells; the others become new windows at the end.</source>
        <translation>Zeilen, deren Fenster-ID schon steht, ändern die Zellen dieses Fensters; die anderen werden neue Fenster am Ende.</translation>
    </message>
    <message>
        <source>An empty cell takes the value away from a window that stands already</source>
        <translation>Eine leere Zelle nimmt einem Fenster, das schon steht, den Wert</translation>
    </message>
    <message>
        <source>Columns, and the fields that they fill</source>
        <translation>Spalten und die Felder, die sie füllen</translation>
    </message>
    <message>
        <source>The rows, and what becomes of them</source>
        <translation>Die Zeilen und was aus ihnen wird</translation>
    </message>
    <message>
        <source>Problems of the rows</source>
        <translation>Probleme der Zeilen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Füllt</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Nothing is filled from this column.</source>
        <translation>Aus dieser Spalte wird nichts gefüllt.</translation>
    </message>
    <message>
        <source>Search a field</source>
        <translation>Ein Feld suchen</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>(ohne Überschrift)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) aren&apos;t used: %1. Choose a field for them, or leave it so.</source>
        <translation>
            <numerusform>%n Spalte wird nicht verwendet: %1. Wählen Sie ein Feld dafür, oder lassen Sie es so.</numerusform>
            <numerusform>%n Spalten werden nicht verwendet: %1. Wählen Sie Felder dafür, oder lassen Sie es so.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Field of the column “%1”: %2</source>
        <translation>Feld der Spalte „%1“: %2</translation>
    </message>
    <message>
        <source>Choose another field</source>
        <translation>Anderes Feld wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n new window(s)</source>
        <translation>
            <numerusform>%n neues Fenster</numerusform>
            <numerusform>%n neue Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n Fenster ändert sich</numerusform>
            <numerusform>%n Fenster ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 rows are shown</source>
        <translation>die ersten %1 Zeilen sind zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation>
            <numerusform>%n Zeile einfügen</numerusform>
            <numerusform>%n Zeilen einfügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::PasteTermsDialog</name>
    <message numerus="yes">
        <source>Paste into %n window(s)</source>
        <translation>
            <numerusform>In %n Fenster einfügen</numerusform>
            <numerusform>In %n Fenster einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste terms into %n window(s)</source>
        <translation>
            <numerusform>Konditionen in %n Fenster einfügen</numerusform>
            <numerusform>Konditionen in %n Fenster einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste terms</source>
        <translation>Konditionen einfügen</translation>
    </message>
    <message>
        <source>The terms on the clipboard go into the windows that are selected.</source>
        <translation>Die Konditionen in der Zwischenablage kommen in die ausgewählten Fenster.</translation>
    </message>
</context>
<context>
    <name>marquee::bulk::ShiftDialog</name>
    <message>
        <source>Shift dates</source>
        <translation>Daten verschieben</translation>
    </message>
    <message>
        <source>Earlier or later by months of the calendar, and by days on top. 31 January and a month is the last of February. All times are UTC.</source>
        <translation>Früher oder später um Kalendermonate und dazu um Tage. 31. Januar und ein Monat ist der letzte Februar. Alle Zeiten in UTC.</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Dates in terms</source>
        <translation>Daten in Konditionen</translation>
    </message>
    <message>
        <source>The announce date, the fixed end date and their like</source>
        <translation>Das Ankündigungsdatum, das feste Enddatum und dergleichen</translation>
    </message>
    <message>
        <source>What becomes of the first windows</source>
        <translation>Was aus den ersten Fenstern wird</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>leaves the years that can be written</source>
        <translation>verlässt die Jahre, die sich schreiben lassen</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n Fenster ändert sich</numerusform>
            <numerusform>%n Fenster ändern sich</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>Shift the dates of %n window(s)</source>
        <translation>
            <numerusform>Daten von %n Fenster verschieben</numerusform>
            <numerusform>Daten von %n Fenstern verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shift %n window(s)</source>
        <translation>
            <numerusform>%n Fenster verschieben</numerusform>
            <numerusform>%n Fenster verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::SpreadDialog</name>
    <message>
        <source>Spread “%1”</source>
        <translation>„%1“ verteilen</translation>
    </message>
    <message>
        <source>A window of its own for each territory, licence type and format that is selected. The dates, languages and terms are those of the window.</source>
        <translation>Ein eigenes Fenster für jedes Gebiet, jede Lizenzart und jedes Format, das ausgewählt ist. Daten, Sprachen und Konditionen sind die des Fensters.</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <source>Licence types</source>
        <translation>Lizenzarten</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Pattern of the window IDs</source>
        <translation>Muster der Fenster-IDs</translation>
    </message>
    <message>
        <source>Window IDs</source>
        <translation>Fenster-IDs</translation>
    </message>
    <message>
        <source>{id} is the ID of this window; {territory}, {licence} and {format} are what the new one has; {n} counts, {n:3} as 001. Empty: random IDs.</source>
        <translation>{id} ist die ID dieses Fensters; {territory}, {licence} und {format} sind, was das neue hat; {n} zählt, {n:3} als 001. Leer: zufällige IDs.</translation>
    </message>
    <message>
        <source>The windows that are made</source>
        <translation>Die Fenster, die entstehen</translation>
    </message>
    <message>
        <source>Window ID</source>
        <translation>Fenster-ID</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Licence type</source>
        <translation>Lizenzart</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>stands already</source>
        <translation>steht schon</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Verteilen</translation>
    </message>
    <message numerus="yes">
        <source>Spread a window into %n</source>
        <translation>
            <numerusform>Ein Fenster auf %n verteilen</numerusform>
            <numerusform>Ein Fenster auf %n verteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n window(s)</source>
        <translation>
            <numerusform>%n Fenster hinzufügen</numerusform>
            <numerusform>%n Fenster hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::TermSetsDialog</name>
    <message numerus="yes">
        <source>Apply to %n window(s)</source>
        <translation>
            <numerusform>Auf %n Fenster anwenden</numerusform>
            <numerusform>Auf %n Fenster anwenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply a set of terms to %n window(s)</source>
        <translation>
            <numerusform>Einen Konditionssatz auf %n Fenster anwenden</numerusform>
            <numerusform>Einen Konditionssatz auf %n Fenster anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Sets of terms</source>
        <translation>Konditionssätze</translation>
    </message>
    <message>
        <source>Prices and conditions that are needed again and again, kept under a name.</source>
        <translation>Preise und Bedingungen, die immer wieder gebraucht werden, unter einem Namen aufbewahrt.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the sets of terms</source>
        <translation>Die Konditionssätze filtern</translation>
    </message>
    <message>
        <source>New from this window</source>
        <translation>Neu aus diesem Fenster</translation>
    </message>
    <message>
        <source>Keeps the terms of “%1” as a set</source>
        <translation>Bewahrt die Konditionen von „%1“ als Satz auf</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Brings the set back</source>
        <translation>Holt den Satz zurück</translation>
    </message>
    <message>
        <source>There are no sets yet. Make one of the terms of a window.</source>
        <translation>Es gibt noch keine Sätze. Machen Sie einen aus den Konditionen eines Fensters.</translation>
    </message>
    <message>
        <source>No set has a name like that.</source>
        <translation>Kein Satz hat einen solchen Namen.</translation>
    </message>
    <message>
        <source>No set is chosen</source>
        <translation>Kein Satz gewählt</translation>
    </message>
    <message>
        <source>Terms of %1</source>
        <translation>Konditionen von %1</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>marquee::bulk::TermsDialog</name>
    <message numerus="yes">
        <source>added to %n</source>
        <translation>
            <numerusform>in %n hinzugefügt</numerusform>
            <numerusform>in %n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed in %n</source>
        <translation>
            <numerusform>in %n geändert</numerusform>
            <numerusform>in %n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same in %n</source>
        <translation>
            <numerusform>in %n gleich</numerusform>
            <numerusform>in %n gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken out of %n</source>
        <translation>
            <numerusform>aus %n entfernt</numerusform>
            <numerusform>aus %n entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep other terms</source>
        <translation>Andere Konditionen behalten</translation>
    </message>
    <message>
        <source>Terms of the same name get this value, the others of the set are added, and the rest stays.</source>
        <translation>Konditionen gleichen Namens bekommen diesen Wert, die anderen des Satzes kommen hinzu, und der Rest bleibt.</translation>
    </message>
    <message>
        <source>Replace all terms</source>
        <translation>Alle Konditionen ersetzen</translation>
    </message>
    <message>
        <source>The windows have these terms afterwards, and no others.</source>
        <translation>Die Fenster haben danach diese Konditionen und keine anderen.</translation>
    </message>
    <message>
        <source>The terms, and what becomes of them</source>
        <translation>Die Konditionen, und was aus ihnen wird</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Kondition</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>In the windows</source>
        <translation>In den Fenstern</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n Fenster ändert sich</numerusform>
            <numerusform>%n Fenster ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) say all of it already</source>
        <translation>
            <numerusform>%n Fenster sagt das alles schon</numerusform>
            <numerusform>%n Fenster sagen das alles schon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbackDesk</name>
    <message>
        <source>“%1” can&apos;t be read: %2.</source>
        <translation>„%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>That is larger than 1 MB, so it isn&apos;t a callback.</source>
        <translation>Das ist größer als 1 MB und deshalb keine Rückmeldung.</translation>
    </message>
    <message>
        <source>Give one callback, as the partner posted it.</source>
        <translation>Eine einzelne Rückmeldung angeben, so wie der Partner sie gesendet hat.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Es ist kein Text da.</translation>
    </message>
    <message>
        <source>Copy the callback&apos;s XML first.</source>
        <translation>Zuerst das XML der Rückmeldung kopieren.</translation>
    </message>
    <message>
        <source>This callback isn&apos;t kept any more.</source>
        <translation>Diese Rückmeldung ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Choose another one, or paste it again.</source>
        <translation>Eine andere wählen oder sie noch einmal einfügen.</translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbackDetail</name>
    <message>
        <source>No message %1 of the supplier “%2” was sent from here. The callback is kept all the same.</source>
        <translation>Von hier wurde keine Meldung %1 des Datenlieferanten „%2“ gesendet. Die Rückmeldung wird trotzdem aufbewahrt.</translation>
    </message>
    <message>
        <source>The partner took all performances of the message.</source>
        <translation>Der Partner hat alle angenommen.</translation>
    </message>
    <message numerus="yes">
        <source>The partner took all performances, %n with a warning.</source>
        <translation>
            <numerusform>Der Partner hat alle Vorstellungen angenommen, %n mit einer Warnung.</numerusform>
            <numerusform>Der Partner hat alle Vorstellungen angenommen, %n mit einer Warnung.</numerusform>
        </translation>
    </message>
    <message>
        <source>The partner took none of the performances. Put right what it says, and send them in a new message.</source>
        <translation>Der Partner hat keine der Vorstellungen angenommen. Berichtigen, was er nennt, und sie in einer neuen Meldung senden.</translation>
    </message>
    <message>
        <source>The partner took %1 of %2 performances. Put right what it says, and send the others in a new message.</source>
        <translation>Der Partner hat %1 von %2 Vorstellungen angenommen. Berichtigen, was er nennt, und die übrigen in einer neuen Meldung senden.</translation>
    </message>
    <message>
        <source>The callback speaks of no performance.</source>
        <translation>Die Rückmeldung nennt keine Vorstellung.</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>Meldung öffnen</translation>
    </message>
    <message>
        <source>The callback as it came</source>
        <translation>Die Rückmeldung, wie sie eingegangen ist</translation>
    </message>
    <message>
        <source>Headers of the callback</source>
        <translation>Kopfzeilen der Rückmeldung</translation>
    </message>
    <message>
        <source>It came without headers.</source>
        <translation>Sie kam ohne Kopfzeilen.</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>supplier %1</source>
        <translation>Datenlieferant %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Meldung %1</translation>
    </message>
    <message>
        <source>received from %1</source>
        <translation>empfangen von %1</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>from the file %1</source>
        <translation>aus der Datei %1</translation>
    </message>
    <message numerus="yes">
        <source>came %n times</source>
        <translation>
            <numerusform>%n-mal eingegangen</numerusform>
            <numerusform>%n-mal eingegangen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbackListener</name>
    <message>
        <source>Callbacks can&apos;t be received on port %1: %2.</source>
        <translation>Auf Port %1 lassen sich keine Rückmeldungen empfangen: %2.</translation>
    </message>
    <message>
        <source>Choose another port, or none.</source>
        <translation>Wählen Sie einen anderen Port oder keinen.</translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbacksBar</name>
    <message>
        <source>Start receiving</source>
        <translation>Empfang starten</translation>
    </message>
    <message>
        <source>Partners on this computer, or behind a tunnel, can post callbacks here until you stop it.</source>
        <translation>Partner auf diesem Computer oder hinter einem Tunnel können Rückmeldungen hierher senden, bis der Empfang beendet wird.</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>For the message&apos;s CallbackUrl, or for a tunnel.</source>
        <translation>Für die CallbackUrl der Meldung oder für einen Tunnel.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take the callback that is on the clipboard.</source>
        <translation>Die Rückmeldung aus der Zwischenablage übernehmen.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Take a callback that was saved as a file.</source>
        <translation>Eine Rückmeldung übernehmen, die als Datei gespeichert wurde.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Look for the message of the selected callback once more.</source>
        <translation>Noch einmal nach der Meldung zur ausgewählten Rückmeldung suchen.</translation>
    </message>
    <message>
        <source>Stop receiving</source>
        <translation>Empfang beenden</translation>
    </message>
    <message>
        <source>Callbacks aren&apos;t received.</source>
        <translation>Rückmeldungen werden nicht empfangen.</translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbacksModel</name>
    <message>
        <source>No such message was sent from here.</source>
        <translation>Eine solche Meldung wurde von hier nicht gesendet.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>No message</source>
        <translation>Keine Meldung</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ok</source>
        <translation>
            <numerusform>%n ok</numerusform>
            <numerusform>%n ok</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unclear</source>
        <translation>
            <numerusform>%n unklar</numerusform>
            <numerusform>%n unklar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warned</source>
        <translation>
            <numerusform>%n mit Warnung</numerusform>
            <numerusform>%n mit Warnung</numerusform>
        </translation>
    </message>
    <message>
        <source>says nothing of any performance</source>
        <translation>nennt keine Vorstellung</translation>
    </message>
    <message numerus="yes">
        <source>came %n times</source>
        <translation>
            <numerusform>%n-mal eingegangen</numerusform>
            <numerusform>%n-mal eingegangen</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbacksPanel</name>
    <message>
        <source>Callbacks</source>
        <translation>Rückmeldungen</translation>
    </message>
    <message>
        <source>No callback is left by the filter.</source>
        <translation>Der Filter lässt keine Rückmeldung übrig.</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Wieder alle zeigen</translation>
    </message>
    <message>
        <source>Filter callbacks</source>
        <translation>Rückmeldungen filtern</translation>
    </message>
    <message>
        <source>Which callbacks</source>
        <translation>Welche Rückmeldungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>Mit Fehlern</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Mit Warnungen</translation>
    </message>
    <message>
        <source>Without a message</source>
        <translation>Ohne Meldung</translation>
    </message>
    <message>
        <source>This callback came before, and says the same.</source>
        <translation>Diese Rückmeldung ging schon einmal ein und besagt dasselbe.</translation>
    </message>
    <message>
        <source>Callbacks are received at %1.</source>
        <translation>Rückmeldungen werden unter %1 empfangen.</translation>
    </message>
    <message>
        <source>Callbacks aren&apos;t received any more.</source>
        <translation>Rückmeldungen werden nicht mehr empfangen.</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>Die Adresse ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Nothing came yet. Copy the address into a message&apos;s CallbackUrl and send it: what the partner posts back shows here.</source>
        <translation>Noch nichts eingegangen. Die Adresse in die CallbackUrl einer Meldung kopieren und die Meldung senden: Was der Partner zurücksendet, erscheint hier.</translation>
    </message>
    <message>
        <source>Nothing here yet. Start receiving and give a message the address as its CallbackUrl, or paste what a partner posted.</source>
        <translation>Hier ist noch nichts. Den Empfang starten und einer Meldung die Adresse als CallbackUrl geben, oder einfügen, was ein Partner gesendet hat.</translation>
    </message>
    <message>
        <source>%1 older ones, up to %2, made room.</source>
        <translation>Ältere, die Platz gemacht haben: %1, bis %2.</translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::ListenIndicator</name>
    <message>
        <source>Receiving callbacks</source>
        <translation>Rückmeldungen werden empfangen</translation>
    </message>
    <message numerus="yes">
        <source>Receiving callbacks: %n new</source>
        <translation>
            <numerusform>Rückmeldungen werden empfangen: %n neue</numerusform>
            <numerusform>Rückmeldungen werden empfangen: %n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Callbacks are received at %1. Click to see them.</source>
        <translation>Rückmeldungen werden unter %1 empfangen. Klicken, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::ResponsesTable</name>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>says neither</source>
        <translation>sagt weder noch</translation>
    </message>
    <message>
        <source>What the partner says of each performance</source>
        <translation>Was der Partner zu jeder Vorstellung sagt</translation>
    </message>
    <message>
        <source>Enter goes to the performance.</source>
        <translation>Die Eingabetaste führt zur Vorstellung.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What the partner says</source>
        <translation>Was der Partner sagt</translation>
    </message>
    <message>
        <source>…and %1 more, in the text.</source>
        <translation>…und %1 weitere, im Text.</translation>
    </message>
    <message>
        <source>The message has no such performance, or several.</source>
        <translation>Die Meldung hat keine solche Vorstellung oder mehrere davon.</translation>
    </message>
</context>
<context>
    <name>marquee::changes::ChangesBar</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The saved file</source>
        <translation>Gespeicherte Datei</translation>
    </message>
    <message>
        <source>The last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a file to compare with</source>
        <translation>Datei zum Vergleichen auswählen</translation>
    </message>
    <message>
        <source>Filter differences</source>
        <translation>Unterschiede filtern</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Makes this document say again what the other one says there (Ctrl+.).</source>
        <translation>Setzt diese Stelle auf das zurück, was im anderen Dokument steht (Strg+.).</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1, angezeigt</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>%1. Click to hide these.</source>
        <translation>%1. Klicken blendet sie aus.</translation>
    </message>
    <message>
        <source>%1. Click to show these.</source>
        <translation>%1. Klicken zeigt sie an.</translation>
    </message>
</context>
<context>
    <name>marquee::changes::ChangesModel</name>
    <message>
        <source>Added</source>
        <translation>Hinzugekommen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>the same moment</source>
        <translation>derselbe Zeitpunkt</translation>
    </message>
    <message>
        <source>%1, the same moment</source>
        <translation>%1, derselbe Zeitpunkt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>In diesem Dokument</translation>
    </message>
</context>
<context>
    <name>marquee::changes::ChangesPanel</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Enter goes to the field, Control and full stop puts the difference back.</source>
        <translation>Enter führt zum Feld, Strg und Punkt setzt den Unterschied zurück.</translation>
    </message>
    <message>
        <source>In the saved file</source>
        <translation>In der gespeicherten Datei</translation>
    </message>
    <message>
        <source>In the last answer</source>
        <translation>In der letzten Antwort</translation>
    </message>
    <message>
        <source>In the answer: %1</source>
        <translation>In der Antwort: %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Open or make a document to compare it.</source>
        <translation>Öffnen oder beginnen Sie ein Dokument, um es zu vergleichen.</translation>
    </message>
    <message>
        <source>This text isn&apos;t well-formed. It can be compared as soon as it is.</source>
        <translation>Dieser Text ist nicht wohlgeformt. Sobald er es ist, kann er verglichen werden.</translation>
    </message>
    <message>
        <source>This document hasn&apos;t been saved yet. Save it, or compare it with another file.</source>
        <translation>Dieses Dokument ist noch nicht gespeichert. Speichern Sie es, oder vergleichen Sie es mit einer anderen Datei.</translation>
    </message>
    <message>
        <source>The partner hasn&apos;t answered about this document yet. Fetch it, and what differs appears here.</source>
        <translation>Zu diesem Dokument hat der Partner noch nicht geantwortet. Rufen Sie es ab, dann steht hier, was abweicht.</translation>
    </message>
    <message>
        <source>Choose the file to compare this document with.</source>
        <translation>Wählen Sie die Datei, mit der dieses Dokument verglichen wird.</translation>
    </message>
    <message>
        <source>No difference is left by the filter.</source>
        <translation>Der Filter lässt keinen Unterschied übrig.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>No differences: both say the same.</source>
        <translation>Keine Unterschiede: Beide sagen dasselbe.</translation>
    </message>
    <message>
        <source>Show all differences</source>
        <translation>Alle Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>…and %1 more, which aren&apos;t listed.</source>
        <translation>…und %1 weitere, die nicht aufgeführt sind.</translation>
    </message>
    <message>
        <source>Put back %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Zum Feld gehen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Copy the other value</source>
        <translation>Anderen Wert kopieren</translation>
    </message>
    <message>
        <source>Copy this document&apos;s value</source>
        <translation>Wert dieses Dokuments kopieren</translation>
    </message>
</context>
<context>
    <name>marquee::changes::Comparer</name>
    <message>
        <source>The last answer holds no avail to compare with.</source>
        <translation>Die letzte Antwort enthält kein Avail zum Vergleichen.</translation>
    </message>
    <message>
        <source>Fetch the document from the partner, then compare again.</source>
        <translation>Rufen Sie das Dokument beim Partner ab, und vergleichen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>marquee::compare::CompareView</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Enter goes to the field.</source>
        <translation>Enter führt zum Feld.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Swap the two sides</source>
        <translation>Die beiden Seiten tauschen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Any order of lists</source>
        <translation>Listen ohne Reihenfolge</translation>
    </message>
    <message>
        <source>The order of items in a list doesn&apos;t count. That of windows, terms, territories and languages never does.</source>
        <translation>Die Reihenfolge der Einträge einer Liste zählt nicht. Die von Fenstern, Bedingungen, Gebieten und Sprachen zählt nie.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>a member, then Enter</source>
        <translation>ein Feld, dann Enter</translation>
    </message>
    <message>
        <source>The same call in</source>
        <translation>Derselbe Aufruf in</translation>
    </message>
    <message>
        <source>Environment for the same call</source>
        <translation>Umgebung für denselben Aufruf</translation>
    </message>
    <message>
        <source>Call and compare</source>
        <translation>Abrufen und vergleichen</translation>
    </message>
    <message>
        <source>Make the same call in the other environment and compare the answers</source>
        <translation>Dasselbe in der anderen Umgebung abrufen und die Antworten vergleichen</translation>
    </message>
    <message>
        <source>Now and the last time</source>
        <translation>Jetzt und das letzte Mal</translation>
    </message>
    <message>
        <source>Compare the answer with the one before it</source>
        <translation>Die Antwort mit der vorigen vergleichen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Wird verglichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich abbrechen</translation>
    </message>
    <message>
        <source>Filter differences</source>
        <translation>Unterschiede filtern</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>As a page (HTML)…</source>
        <translation>Als Seite (HTML)…</translation>
    </message>
    <message>
        <source>As text (Markdown)…</source>
        <translation>Als Text (Markdown)…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugekommen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 weggefallen</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>%1 can&apos;t be compared: %2</source>
        <translation>%1 lässt sich nicht vergleichen: %2</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Cancelled. Choose a side again to compare.</source>
        <translation>Abgebrochen. Zum Vergleichen wählen Sie eine Seite neu.</translation>
    </message>
    <message>
        <source>Choose two of what is open, the files, and what partners answered: what differs in meaning is listed here.</source>
        <translation>Wählen Sie zwei aus dem, was offen ist, den Dateien und den Antworten der Partner: Was sich inhaltlich unterscheidet, steht dann hier.</translation>
    </message>
    <message>
        <source>No difference has that text.</source>
        <translation>Kein Unterschied enthält diesen Text.</translation>
    </message>
    <message>
        <source>Both say the same, but for what is left out.</source>
        <translation>Beide sagen dasselbe, vom Ausgelassenen abgesehen.</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
</context>
<context>
    <name>marquee::compare::MemberChips</name>
    <message>
        <source>A member&apos;s name, such as Start, or a pointer in which * is any item: /avail/Transaction/*/Start. Enter adds it.</source>
        <translation>Der Name eines Feldes, etwa Start, oder ein Pointer, in dem * für jeden Eintrag steht: /avail/Transaction/*/Start. Enter fügt ihn hinzu.</translation>
    </message>
    <message>
        <source>%1, take away</source>
        <translation>%1, wegnehmen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
</context>
<context>
    <name>marquee::editor::BooleanEditor</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>marquee::editor::CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>marquee::editor::ChoiceEditor</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>marquee::editor::DateTimeEditor</name>
    <message>
        <source>Open the calendar</source>
        <translation>Den Kalender öffnen</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Den Kalender öffnen (Alt+Pfeil ab)</translation>
    </message>
    <message>
        <source>UTC · %1</source>
        <translation>UTC · %1</translation>
    </message>
</context>
<context>
    <name>marquee::editor::DurationEditor</name>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>wie notiert</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::editor::FieldEditor</name>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
</context>
<context>
    <name>marquee::editor::JsonEditor</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>marquee::editor::LanguageListEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Eine Sprache hinzufügen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Delete removes it, Alt with Left or Right moves it.</source>
        <translation>Entf entfernt sie, Alt mit Pfeil links oder rechts verschiebt sie.</translation>
    </message>
</context>
<context>
    <name>marquee::editor::LanguagePopup</name>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Language tag or name</source>
        <translation>Sprachkennung oder Name</translation>
    </message>
    <message>
        <source>Language or tag</source>
        <translation>Sprache oder Kennung</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Doesn&apos;t say what it is meant for.</source>
        <translation>Sagt nicht, wofür sie bestimmt ist.</translation>
    </message>
</context>
<context>
    <name>marquee::editor::LineEditor</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
</context>
<context>
    <name>marquee::editor::MoneyEditor</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>marquee::editor::TextListEditor</name>
    <message>
        <source>Add another</source>
        <translation>Weiteren hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>marquee::environments::AtomCard</name>
    <message>
        <source>Atom Tickets</source>
        <translation>Atom Tickets</translation>
    </message>
    <message>
        <source>API key of Atom Tickets</source>
        <translation>API-Schlüssel von Atom Tickets</translation>
    </message>
    <message>
        <source>Partner&apos;s name at Atom Tickets</source>
        <translation>Name des Partners bei Atom Tickets</translation>
    </message>
    <message>
        <source>Requests a second to Atom Tickets</source>
        <translation>Anfragen pro Sekunde an Atom Tickets</translation>
    </message>
    <message>
        <source>Requests to Atom Tickets at once</source>
        <translation>Gleichzeitige Anfragen an Atom Tickets</translation>
    </message>
    <message>
        <source>Base URL of Atom Tickets</source>
        <translation>Basis-URL von Atom Tickets</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>The first of the two is for trying out, the second for production; each has keys of its own.</source>
        <translation>Die erste der beiden ist zum Ausprobieren, die zweite für den Echtbetrieb; jede hat eigene Schlüssel.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Sent as X-Atom-Partner. Leave it empty, unless Atom Tickets gave you one.</source>
        <translation>Wird als X-Atom-Partner gesendet. Lassen Sie es leer, wenn Sie von Atom Tickets keinen haben.</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Usually 25; 0 is without a limit.</source>
        <translation>Meist 25; 0 heißt unbegrenzt.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Requests that may go together after a rest, usually 50.</source>
        <translation>Anfragen, die nach einer Pause zusammen hinausgehen dürfen, meist 50.</translation>
    </message>
</context>
<context>
    <name>marquee::environments::CertificateHelp</name>
    <message>
        <source>How do I get a certificate?</source>
        <translation>Wie komme ich zu einem Zertifikat?</translation>
    </message>
    <message>
        <source>Prime Video knows you by a certificate and an API key</source>
        <translation>Prime Video erkennt Sie an Zertifikat und API-Schlüssel</translation>
    </message>
    <message>
        <source>Make a private key. It stays with you: never send it, and keep it out of shared folders.</source>
        <translation>Erzeugen Sie einen privaten Schlüssel. Er bleibt bei Ihnen: Senden Sie ihn nie, und halten Sie ihn aus gemeinsamen Ordnern heraus.</translation>
    </message>
    <message>
        <source>Make a signing request with it. It asks for your company&apos;s name and place.</source>
        <translation>Erzeugen Sie damit eine Zertifikatsanforderung. Gefragt wird nach Name und Ort Ihrer Firma.</translation>
    </message>
    <message>
        <source>Send client.csr, and only that, to your contact at Prime Video. Ask for the permissions Avails-Read and Avails-Write, for testing and for production each on its own: they have different certificates and keys.</source>
        <translation>Senden Sie client.csr, und nur diese Datei, an Ihren Kontakt bei Prime Video. Bitten Sie um die Rechte Avails-Read und Avails-Write, für Test und Produktion je für sich: Beide haben eigene Zertifikate und Schlüssel.</translation>
    </message>
    <message>
        <source>Back come your certificate, a CA certificate, an API key, the address, and how many requests a second you may send. Put the files beside your documents, in a folder certs for example, and name them here.</source>
        <translation>Zurück kommen Ihr Zertifikat, ein CA-Zertifikat, ein API-Schlüssel, die Adresse und wie viele Anfragen je Sekunde Sie senden dürfen. Legen Sie die Dateien neben Ihre Dokumente, etwa in einen Ordner certs, und nennen Sie sie hier.</translation>
    </message>
    <message>
        <source>Only if you were asked for one file: put certificate and key together.</source>
        <translation>Nur wenn eine einzige Datei verlangt wird: Fassen Sie Zertifikat und Schlüssel zusammen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>marquee::environments::CertificatesCard</name>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>Passwort des Schlüssels</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>How do I get a certificate?</source>
        <translation>Wie komme ich zu einem Zertifikat?</translation>
    </message>
    <message>
        <source>A .pem or .crt file, or a .p12 file that holds the key too.</source>
        <translation>Eine .pem- oder .crt-Datei, oder eine .p12-Datei, die auch den Schlüssel enthält.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Trusted beside those of the system.</source>
        <translation>Ihm wird neben denen des Systems vertraut.</translation>
    </message>
    <message>
        <source>Certificates for Prime Video</source>
        <translation>Zertifikate für Prime Video</translation>
    </message>
</context>
<context>
    <name>marquee::environments::ColourField</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Colour as # and six digits</source>
        <translation>Farbe als # und sechs Ziffern</translation>
    </message>
</context>
<context>
    <name>marquee::environments::EnvironmentPage</name>
    <message>
        <source>What this is</source>
        <translation>Was das ist</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>Aus&amp;probieren</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>What came of trying it</source>
        <translation>Was die Probe ergab</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird ausprobiert…</translation>
    </message>
    <message>
        <source>Environment without a name</source>
        <translation>Umgebung ohne Namen</translation>
    </message>
    <message>
        <source>The sandbox is a simulated Prime Video inside Marquee. It is always there, can&apos;t be changed, and nothing that you send to it leaves this computer. Rehearse here before you send to a partner.</source>
        <translation>Die Sandbox ist ein nachgebildetes Prime Video in Marquee. Sie ist immer da, lässt sich nicht ändern, und nichts, was dorthin gesendet wird, verlässt diesen Rechner. Üben Sie hier, bevor Sie an einen Partner senden.</translation>
    </message>
    <message>
        <source>It listens at %1.</source>
        <translation>Sie ist unter %1 zu erreichen.</translation>
    </message>
    <message>
        <source>It plays Showtime Analytics, too, at %1.</source>
        <translation>Unter %1 wird auch Showtime Analytics nachgestellt.</translation>
    </message>
    <message>
        <source>Asks Prime Video for an avail that nobody has, looks whether Showtime can be reached, and asks Atom Tickets whether it takes the key. Nothing is changed there.</source>
        <translation>Fragt Prime Video nach einem Avail, das niemand hat, prüft, ob Showtime erreichbar ist, und fragt Atom Tickets, ob es den Schlüssel annimmt. Dort wird nichts geändert.</translation>
    </message>
    <message>
        <source>And Atom Tickets, at %1.</source>
        <translation>Und Atom Tickets, unter %1.</translation>
    </message>
</context>
<context>
    <name>marquee::environments::EnvironmentsDialog</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Umgebung hinzufügen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate the environment</source>
        <translation>Umgebung duplizieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the environment</source>
        <translation>Umgebung entfernen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.der *.key *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.der *.key *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Neue Umgebung</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be saved yet: %2</source>
        <translation>„%1“ kann noch nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>marquee.json was changed outside of this window. Close it, and open it again to begin with what is there now.</source>
        <translation>marquee.json wurde außerhalb dieses Fensters geändert. Schließen Sie es und öffnen Sie es neu, um mit dem jetzigen Stand zu beginnen.</translation>
    </message>
    <message>
        <source>%1 Or choose “This session only”.</source>
        <translation>%1 Oder wählen Sie „Nur diese Sitzung“.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There are changes that aren&apos;t saved.</source>
        <translation>Es gibt Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Dis&amp;card them</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
</context>
<context>
    <name>marquee::environments::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>marquee::environments::GeneralCard</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>Name der Umgebung</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Seconds to wait</source>
        <translation>Wartezeit in Sekunden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Before anything is sent or deleted there, the environment&apos;s name has to be typed.</source>
        <translation>Bevor dort etwas gesendet oder gelöscht wird, muss der Name der Umgebung eingetippt werden.</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Höchstens warten</translation>
    </message>
    <message>
        <source>Seconds for one request and its answer.</source>
        <translation>Sekunden für eine Anfrage und ihre Antwort.</translation>
    </message>
</context>
<context>
    <name>marquee::environments::PrimeCard</name>
    <message>
        <source>Prime Video</source>
        <translation>Prime Video</translation>
    </message>
    <message>
        <source>Base URL of Prime Video</source>
        <translation>Basis-URL von Prime Video</translation>
    </message>
    <message>
        <source>Licensor</source>
        <translation>Lizenzgeber</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Connections at a time</source>
        <translation>Verbindungen zugleich</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>With the version, as Prime Video sent it to you.</source>
        <translation>Mit der Version, wie Prime Video sie mitgeteilt hat.</translation>
    </message>
    <message>
        <source>Used in addresses where a document doesn&apos;t name one.</source>
        <translation>Für Adressen, wo ein Dokument keinen nennt.</translation>
    </message>
    <message>
        <source>Usually 10; 0 is without a limit.</source>
        <translation>Üblich sind 10; 0 ist ohne Grenze.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>At a time, usually 5.</source>
        <translation>Zugleich, üblich sind 5.</translation>
    </message>
</context>
<context>
    <name>marquee::environments::ProxyCard</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>Benutzer am Proxy</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Empty where the proxy asks for none.</source>
        <translation>Leer, wenn der Proxy keinen verlangt.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>marquee::environments::SecretField</name>
    <message>
        <source>%1: where it comes from</source>
        <translation>%1: woher</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>%1: its name there</source>
        <translation>%1: Name dort</translation>
    </message>
    <message>
        <source>%1: type it</source>
        <translation>%1: eintippen</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Name der Variablen</translation>
    </message>
    <message>
        <source>Name in the key store</source>
        <translation>Name im Schlüsselbund</translation>
    </message>
    <message>
        <source>Type it for this session</source>
        <translation>Für diese Sitzung eintippen</translation>
    </message>
    <message>
        <source>Type it to store it, or to replace what is stored</source>
        <translation>Eintippen, um es abzulegen oder zu ersetzen</translation>
    </message>
    <message>
        <source>Kept by the desktop&apos;s key store. marquee.json holds its name only.</source>
        <translation>Im Schlüsselbund des Desktops. marquee.json enthält nur den Namen.</translation>
    </message>
    <message>
        <source>Read from the program&apos;s environment variable of this name.</source>
        <translation>Wird aus der Umgebungsvariablen dieses Namens gelesen.</translation>
    </message>
    <message>
        <source>Kept in memory until Marquee is closed, and written nowhere.</source>
        <translation>Bleibt im Speicher, bis Marquee geschlossen wird, und wird nirgends geschrieben.</translation>
    </message>
</context>
<context>
    <name>marquee::environments::ShowtimeCard</name>
    <message>
        <source>Showtime Analytics</source>
        <translation>Showtime Analytics</translation>
    </message>
    <message>
        <source>Base URL of Showtime Analytics</source>
        <translation>Basis-URL von Showtime Analytics</translation>
    </message>
    <message>
        <source>User at Showtime Analytics</source>
        <translation>Benutzer bei Showtime Analytics</translation>
    </message>
    <message>
        <source>Password of Showtime Analytics</source>
        <translation>Passwort von Showtime Analytics</translation>
    </message>
    <message>
        <source>Data supplier</source>
        <translation>Datenlieferant</translation>
    </message>
    <message>
        <source>Callback URL</source>
        <translation>URL für Rückmeldungen</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>As Showtime sent it to you, with the slash at its end. It takes messages from known IP addresses only: ask whether yours is among them.</source>
        <translation>Wie von Showtime mitgeteilt, mit dem Schrägstrich am Ende. Showtime nimmt Meldungen nur von bekannten IP-Adressen an: Dort nachfragen, ob die eigene dazugehört.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The identifier of your account. New messages begin with it.</source>
        <translation>Die Kennung des eigenen Kontos. Neue Meldungen beginnen damit.</translation>
    </message>
    <message>
        <source>Where Showtime posts what became of a message. New messages begin with it.</source>
        <translation>Wohin Showtime sendet, was aus einer Meldung geworden ist. Neue Meldungen beginnen damit.</translation>
    </message>
    <message>
        <source>Leave it, unless Showtime asks for another.</source>
        <translation>So lassen, außer Showtime verlangt einen anderen.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::BatchDesk</name>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>Beendet, bevor etwas gesendet wurde.</translation>
    </message>
    <message>
        <source>The journal has no run “%1”.</source>
        <translation>Das Protokoll hat keinen Lauf „%1“.</translation>
    </message>
    <message>
        <source>The run “%1” was begun in “%2”.</source>
        <translation>Der Lauf „%1“ wurde in „%2“ begonnen.</translation>
    </message>
    <message>
        <source>Choose that environment, and go on then.</source>
        <translation>Wählen Sie diese Umgebung und setzen Sie ihn dann fort.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::BatchRun</name>
    <message>
        <source>The program ended before the answer came. Showtime may have queued it all the same; its callback tells.</source>
        <translation>Das Programm endete, bevor die Antwort kam. Showtime kann sie trotzdem eingereiht haben; die Rückmeldung sagt es.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::Dispatcher</name>
    <message>
        <source> Nothing was sent.</source>
        <translation> Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The partner couldn&apos;t be asked: %1</source>
        <translation>Der Partner ließ sich nicht fragen: %1</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::EnvironmentList</name>
    <message>
        <source>The sandbox isn&apos;t running.</source>
        <translation>Die Sandbox läuft nicht.</translation>
    </message>
    <message>
        <source>Start the program again, or choose another environment.</source>
        <translation>Starten Sie das Programm neu, oder wählen Sie eine andere Umgebung.</translation>
    </message>
    <message>
        <source>Prime Video</source>
        <translation>Prime Video</translation>
    </message>
    <message>
        <source>Showtime Analytics</source>
        <translation>Showtime Analytics</translation>
    </message>
    <message>
        <source>The environment “%1” says nothing of %2.</source>
        <translation>Die Umgebung „%1“ sagt nichts über %2.</translation>
    </message>
    <message>
        <source>Add &quot;%1&quot; with a &quot;baseUrl&quot; to it in marquee.json, or choose another environment.</source>
        <translation>In marquee.json bei dieser Umgebung &quot;%1&quot; mit einer &quot;baseUrl&quot; ergänzen oder eine andere Umgebung wählen.</translation>
    </message>
    <message>
        <source>Atom Tickets</source>
        <translation>Atom Tickets</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::ExchangeList</name>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird nachgefragt…</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::HttpConnection</name>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>What answered doesn&apos;t speak HTTP.</source>
        <translation>Was geantwortet hat, spricht kein HTTP.</translation>
    </message>
    <message>
        <source>the partner hung up during the handshake. It may ask for a client certificate.</source>
        <translation>Der Partner hat beim Verbindungsaufbau aufgelegt. Vielleicht verlangt er ein Client-Zertifikat.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::ImageFetch</name>
    <message>
        <source>This isn&apos;t an address on the web, so it isn&apos;t fetched.</source>
        <translation>Das ist keine Webadresse, darum wird nichts abgerufen.</translation>
    </message>
    <message>
        <source>The image didn&apos;t come in time. Try it again later.</source>
        <translation>Das Bild kam nicht rechtzeitig. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The address sends on to %1, which isn&apos;t followed.</source>
        <translation>Die Adresse leitet weiter zu %1; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>This isn&apos;t an image: the address answers with %1.</source>
        <translation>Das ist kein Bild: Die Adresse antwortet mit %1.</translation>
    </message>
    <message>
        <source>The image is larger than %1 MB, so it isn&apos;t fetched.</source>
        <translation>Das Bild ist größer als %1 MB, darum wird es nicht abgerufen.</translation>
    </message>
    <message>
        <source>There is no image at this address (%1).</source>
        <translation>Unter dieser Adresse gibt es kein Bild (%1).</translation>
    </message>
    <message>
        <source>The address sends on from one to the next without an end.</source>
        <translation>Die Adresse leitet endlos weiter.</translation>
    </message>
    <message>
        <source>The image couldn&apos;t be fetched: %1.</source>
        <translation>Das Bild ließ sich nicht abrufen: %1.</translation>
    </message>
    <message>
        <source>The address answers, and sends nothing.</source>
        <translation>Die Adresse antwortet, sendet aber nichts.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::ProbeDesk</name>
    <message>
        <source>A probe begins with an avail that has no errors. Correct this one first, or choose another: the list of problems says what is wrong.</source>
        <translation>Eine Probe beginnt mit einem Avail ohne Fehler. Berichtigen Sie zuerst diesen, oder wählen Sie einen anderen: Die Liste der Probleme sagt, was nicht stimmt.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::ProductionDesk</name>
    <message>
        <source>A question is being asked already. Wait for its answer, or cancel it.</source>
        <translation>Es läuft schon eine Frage. Warten Sie die Antwort ab, oder brechen Sie ab.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::RowsDesk</name>
    <message>
        <source>A template is one avail. Choose a document that holds one.</source>
        <translation>Eine Vorlage ist ein einzelner Avail. Wählen Sie ein Dokument, das einen enthält.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::Secrets</name>
    <message>
        <source>The variable %1 isn&apos;t set.</source>
        <translation>Die Variable %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set it before the program starts, or give the secret for this session.</source>
        <translation>Setzen Sie sie vor dem Programmstart, oder geben Sie das Geheimnis für diese Sitzung an.</translation>
    </message>
    <message>
        <source>Only a secret that is kept in the key store can be stored there.</source>
        <translation>Nur ein Geheimnis aus dem Schlüsselbund kann dort abgelegt werden.</translation>
    </message>
    <message>
        <source>Choose the key store, and a name for the secret.</source>
        <translation>Wählen Sie den Schlüsselbund und einen Namen für das Geheimnis.</translation>
    </message>
</context>
<context>
    <name>marquee::exchange::Trial</name>
    <message>
        <source>Password of the client key</source>
        <translation>Passwort des Client-Schlüssels</translation>
    </message>
    <message>
        <source>%1: found.</source>
        <translation>%1: gefunden.</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>No API key is named, so none is sent.</source>
        <translation>Es ist kein API-Schlüssel angegeben, also wird keiner gesendet.</translation>
    </message>
    <message>
        <source>Name the one that the partner sent you.</source>
        <translation>Den angeben, den der Partner geschickt hat.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>This address isn&apos;t protected: everybody on the way can read the key.</source>
        <translation>Diese Adresse ist nicht geschützt: Jeder unterwegs kann den Schlüssel lesen.</translation>
    </message>
    <message>
        <source>Begin it with https://.</source>
        <translation>Mit https:// beginnen.</translation>
    </message>
    <message>
        <source>No safe connection: %1</source>
        <translation>Keine sichere Verbindung: %1</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Not reached: %1</source>
        <translation>Nicht erreicht: %1</translation>
    </message>
    <message>
        <source>Check the address, the network and the proxy.</source>
        <translation>Adresse, Netz und Proxy prüfen.</translation>
    </message>
    <message>
        <source>Check the proxy, its user and its password.</source>
        <translation>Den Proxy, seinen Benutzer und sein Passwort prüfen.</translation>
    </message>
    <message>
        <source>The partner answers, and takes key and certificate (%1 ms).</source>
        <translation>Der Partner antwortet und nimmt Schlüssel und Zertifikat an (%1 ms).</translation>
    </message>
    <message>
        <source>Look at the address, the key and the certificate.</source>
        <translation>Adresse, Schlüssel und Zertifikat prüfen.</translation>
    </message>
    <message>
        <source>The connection was made, but no answer came: %1</source>
        <translation>Die Verbindung stand, aber es kam keine Antwort: %1</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask the partner.</source>
        <translation>Erneut versuchen; bleibt es so, den Partner fragen.</translation>
    </message>
    <message>
        <source>There is no address of a partner yet.</source>
        <translation>Es gibt noch keine Adresse eines Partners.</translation>
    </message>
    <message>
        <source>Fill in a base URL.</source>
        <translation>Eine Basis-URL eintragen.</translation>
    </message>
    <message>
        <source>There is no user for Showtime, and it takes nothing without one.</source>
        <translation>Es ist kein Benutzer für Showtime angegeben, und ohne Benutzer nimmt Showtime nichts an.</translation>
    </message>
    <message>
        <source>Fill in the one that Showtime gave you.</source>
        <translation>Die Angabe eintragen, die Sie von Showtime bekommen haben.</translation>
    </message>
    <message>
        <source>No password for Showtime is named.</source>
        <translation>Es ist kein Passwort für Showtime angegeben.</translation>
    </message>
    <message>
        <source>Name where the one that Showtime gave you is kept.</source>
        <translation>Angeben, wo das Passwort aufbewahrt ist, das Sie von Showtime bekommen haben.</translation>
    </message>
    <message>
        <source>Password of Showtime</source>
        <translation>Passwort von Showtime</translation>
    </message>
    <message>
        <source>This address isn&apos;t protected: everybody on the way can read the password.</source>
        <translation>Diese Adresse ist nicht geschützt: Jeder auf dem Weg dorthin kann das Passwort lesen.</translation>
    </message>
    <message>
        <source>Showtime can be reached, and the connection is safe (%1 ms).</source>
        <translation>Showtime ist erreichbar, und die Verbindung ist sicher (%1 ms).</translation>
    </message>
    <message>
        <source>Showtime can be reached (%1 ms).</source>
        <translation>Showtime ist erreichbar (%1 ms).</translation>
    </message>
    <message>
        <source>Nothing was sent. Whether Showtime takes user and password shows with the first message that you send: it has no way to ask.</source>
        <translation>Es wurde nichts gesendet. Ob Showtime Benutzer und Passwort annimmt, zeigt sich mit der ersten gesendeten Meldung: Vorher lässt es sich dort nicht abfragen.</translation>
    </message>
    <message>
        <source>Not reached: no answer came in time.</source>
        <translation>Nicht erreicht: Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>No key for Atom Tickets is named, and it answers nobody without one.</source>
        <translation>Für Atom Tickets ist kein Schlüssel angegeben, und ohne antwortet es niemandem.</translation>
    </message>
    <message>
        <source>Name where the one that Atom Tickets gave you is kept.</source>
        <translation>Geben Sie an, wo der Schlüssel liegt, den Sie von Atom Tickets haben.</translation>
    </message>
    <message>
        <source>Key of Atom Tickets</source>
        <translation>Schlüssel von Atom Tickets</translation>
    </message>
    <message>
        <source>Atom Tickets answers, and takes the key (%1 ms).</source>
        <translation>Atom Tickets antwortet und nimmt den Schlüssel an (%1 ms).</translation>
    </message>
    <message>
        <source>Look at the address and the key.</source>
        <translation>Prüfen Sie Adresse und Schlüssel.</translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::CompareDialog</name>
    <message>
        <source>not there</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Compare exchanges</source>
        <translation>Austausche vergleichen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Earlier, %1</source>
        <translation>Früher, %1</translation>
    </message>
    <message>
        <source>Later, %1</source>
        <translation>Später, %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Nothing: both say the same.</source>
        <translation>Nichts: Beide sagen dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s). JSON is compared by what it says, however it is written.</source>
        <translation>
            <numerusform>%n Stelle. JSON wird nach dem Sinn verglichen, gleich wie es geschrieben ist.</numerusform>
            <numerusform>%n Stellen. JSON wird nach dem Sinn verglichen, gleich wie es geschrieben ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s); there are more.</source>
        <translation>
            <numerusform>Die erste Stelle (%n); es gibt weitere.</numerusform>
            <numerusform>Die ersten %n Stellen; es gibt weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::ExchangeActions</name>
    <message>
        <source>Open answer as document</source>
        <translation>Antwort als Dokument öffnen</translation>
    </message>
    <message>
        <source>Save answer…</source>
        <translation>Antwort speichern…</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Secrets stay names: the shell fills them in.</source>
        <translation>Geheimnisse bleiben Namen: Die Shell setzt sie ein.</translation>
    </message>
    <message>
        <source>Send again as a new request</source>
        <translation>Als neue Anfrage erneut senden</translation>
    </message>
    <message>
        <source>Opens what was sent as a new document, to be looked at and sent.</source>
        <translation>Öffnet das Gesendete als neues Dokument, zum Ansehen und Senden.</translation>
    </message>
    <message>
        <source>Ask the partner</source>
        <translation>Beim Partner nachfragen</translation>
    </message>
    <message>
        <source>Gets what the partner has, and compares it with what was sent.</source>
        <translation>Ruft ab, was der Partner hat, und vergleicht es mit dem Gesendeten.</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Die beiden vergleichen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>The journal didn&apos;t keep all of what was sent, so it can&apos;t be sent again from here.</source>
        <translation>Das Journal hat nicht alles Gesendete aufbewahrt; von hier lässt es sich nicht erneut senden.</translation>
    </message>
    <message>
        <source>Inspect answer</source>
        <translation>Antwort untersuchen</translation>
    </message>
    <message>
        <source>Shows the answer as a summary, a tree, a table and text, with its headers.</source>
        <translation>Zeigt die Antwort als Übersicht, Baum, Tabelle und Text, mit ihren Headern.</translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::ExchangeDetail</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Kopfzeilen der Antwort</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>The partner hasn&apos;t answered yet.</source>
        <translation>Der Partner hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>kein Status</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>sent %1, got %2</source>
        <translation>%1 gesendet, %2 empfangen</translation>
    </message>
    <message>
        <source>Errors %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>Ask the partner</source>
        <translation>Beim Partner nachfragen</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Erneut senden…</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird nachgefragt…</translation>
    </message>
    <message>
        <source>The partner is asked what it has, to compare it with what was sent.</source>
        <translation>Der Partner wird gefragt, was er hat, um es mit dem Gesendeten zu vergleichen.</translation>
    </message>
    <message>
        <source>no answer is known</source>
        <translation>keine Antwort bekannt</translation>
    </message>
    <message>
        <source>not all of the bodies was kept</source>
        <translation>Inhalte nicht ganz aufbewahrt</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>As curl</source>
        <translation>Als curl</translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::ExchangeFilterBar</name>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everything that was sent from this computer, and what the command line sent.</source>
        <translation>Alles, was von diesem Rechner aus gesendet wurde, auch über die Befehlszeile.</translation>
    </message>
    <message>
        <source>Search, also in bodies</source>
        <translation>Suchen, auch in Inhalten</translation>
    </message>
    <message>
        <source>Filter exchanges</source>
        <translation>Austausch filtern</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Any environment</source>
        <translation>Jede Umgebung</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Any operation</source>
        <translation>Jeder Vorgang</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the two selected exchanges</source>
        <translation>Die beiden ausgewählten Austausche vergleichen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export as an HTTP archive</source>
        <translation>Als HTTP-Archiv exportieren</translation>
    </message>
    <message>
        <source>As an HTTP archive (HAR) for other tools. Secrets are left out.</source>
        <translation>Als HTTP-Archiv (HAR) für andere Werkzeuge. Geheimnisse werden ausgelassen.</translation>
    </message>
    <message>
        <source>All that the filter shows</source>
        <translation>Alles, was der Filter zeigt</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche…</translation>
    </message>
    <message>
        <source>What differs between the two</source>
        <translation>Was sich zwischen den beiden unterscheidet</translation>
    </message>
    <message>
        <source>Select two exchanges to compare them.</source>
        <translation>Wählen Sie zwei Austausche aus, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>Ausgewählte (%1)</translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::ExchangesPanel</name>
    <message>
        <source>Exchanges</source>
        <translation>Austausch</translation>
    </message>
    <message>
        <source>No exchange is left by the filter.</source>
        <translation>Der Filter lässt keinen Austausch übrig.</translation>
    </message>
    <message>
        <source>Nothing sent yet. Send puts the document at the partner; Get fetches what the partner has.</source>
        <translation>Noch nichts gesendet. „Senden“ schickt das Dokument an den Partner, „Abrufen“ holt, was er hat.</translation>
    </message>
    <message>
        <source>Copied as a curl command.</source>
        <translation>Als curl-Befehl kopiert.</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Wieder alle zeigen</translation>
    </message>
    <message>
        <source>Copied as a curl command. The journal didn&apos;t keep all of the body.</source>
        <translation>Als curl-Befehl kopiert. Das Journal hat nicht den ganzen Inhalt aufbewahrt.</translation>
    </message>
    <message>
        <source>Its document isn&apos;t known any more. “Send again…” opens what was sent.</source>
        <translation>Das Dokument dazu ist nicht mehr bekannt. „Erneut senden…“ öffnet, was gesendet wurde.</translation>
    </message>
    <message>
        <source>One of the two was dropped from the journal meanwhile.</source>
        <translation>Einer der beiden wurde inzwischen aus dem Journal entfernt.</translation>
    </message>
    <message>
        <source>Gathering what is to be exported…</source>
        <translation>Der Export wird zusammengestellt…</translation>
    </message>
    <message>
        <source>There are more than one archive holds: it has the newest %1.</source>
        <translation>Es sind mehr, als ein Archiv fasst: Es enthält die neuesten %1.</translation>
    </message>
    <message>
        <source>What was sent before is under “All”.</source>
        <translation>Was früher gesendet wurde, steht unter „Alle“.</translation>
    </message>
    <message>
        <source>Reading what was sent…</source>
        <translation>Gesendetes wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n older exchange(s), up to %1, made room for newer ones.</source>
        <translation>
            <numerusform>%n älterer Austausch, bis %1, hat neueren Platz gemacht.</numerusform>
            <numerusform>%n ältere Austausche, bis %1, haben neueren Platz gemacht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::PartnerErrors</name>
    <message>
        <source>What the partner found wrong</source>
        <translation>Was der Partner beanstandet</translation>
    </message>
    <message>
        <source>Enter goes to the place in the document.</source>
        <translation>Enter springt zur Stelle im Dokument.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What the partner says</source>
        <translation>Was der Partner sagt</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>…and %1 more, in the answer.</source>
        <translation>…und %1 weitere, in der Antwort.</translation>
    </message>
</context>
<context>
    <name>marquee::form::FieldRow</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Make it not set</source>
        <translation>Wert entfernen</translation>
    </message>
    <message>
        <source>Show in the payload</source>
        <translation>In den Nutzdaten zeigen</translation>
    </message>
    <message>
        <source>Copy its place</source>
        <translation>Die Stelle kopieren</translation>
    </message>
    <message>
        <source>%1: too large to be edited here. The page Text shows it.</source>
        <translation>%1: zu groß, um hier bearbeitet zu werden. Die Seite Text zeigt es.</translation>
    </message>
    <message>
        <source>in %1 of %2</source>
        <translation>in %1 von %2</translation>
    </message>
</context>
<context>
    <name>marquee::form::ProblemLines</name>
    <message>
        <source>The partner: %1</source>
        <translation>Der Partner: %1</translation>
    </message>
    <message>
        <source>What the partner answered when this was sent last.</source>
        <translation>Was der Partner antwortete, als dies zuletzt gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>marquee::form::SearchPopup</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::BytesPage</name>
    <message>
        <source>Show the place</source>
        <translation>Stelle zeigen</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::ColumnsMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Space shows or hides a column.</source>
        <translation>Die Leertaste blendet eine Spalte ein oder aus.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten zeigen</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::FilterLine</name>
    <message>
        <source>every member of a name</source>
        <translation>jedes Feld mit einem Namen</translation>
    </message>
    <message>
        <source>objects where a member has a value</source>
        <translation>Objekte, in denen ein Feld einen Wert hat</translation>
    </message>
    <message>
        <source>texts that hold something</source>
        <translation>Texte, die etwas enthalten</translation>
    </message>
    <message>
        <source>what was refused</source>
        <translation>was abgelehnt wurde</translation>
    </message>
    <message>
        <source>the first ten of a list</source>
        <translation>die ersten zehn einer Liste</translation>
    </message>
    <message>
        <source>every element of a name</source>
        <translation>jedes Element mit einem Namen</translation>
    </message>
    <message>
        <source>elements where an attribute has a value</source>
        <translation>Elemente, in denen ein Attribut einen Wert hat</translation>
    </message>
    <message>
        <source>how many there are</source>
        <translation>wie viele es sind</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stop filtering</source>
        <translation>Filtern abbrechen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Examples of filters</source>
        <translation>Beispiele für Filter</translation>
    </message>
    <message>
        <source>Filter by XPath</source>
        <translation>Nach XPath filtern</translation>
    </message>
    <message>
        <source>Filter by JSONPath</source>
        <translation>Nach JSONPath filtern</translation>
    </message>
    <message>
        <source>Filter by XPath: %1</source>
        <translation>Nach XPath filtern: %1</translation>
    </message>
    <message>
        <source>Filter by JSONPath: %1</source>
        <translation>Nach JSONPath filtern: %1</translation>
    </message>
    <message>
        <source>Filtering…</source>
        <translation>Wird gefiltert…</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::Head</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>Fragen…</translation>
    </message>
    <message>
        <source>What may be shown on a day, in a territory, in a format?</source>
        <translation>Was darf an einem Tag, in einem Gebiet, in einem Format gezeigt werden?</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>With a document, another answer, or the last time</source>
        <translation>Mit einem Dokument, einer anderen Antwort oder dem letzten Mal</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>The bytes as they came</source>
        <translation>Die Bytes, wie sie kamen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with this</source>
        <translation>Mehr hierzu</translation>
    </message>
    <message>
        <source>Copy path of the row</source>
        <translation>Pfad der Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy all of the text</source>
        <translation>Ganzen Text kopieren</translation>
    </message>
    <message>
        <source>Open as a document</source>
        <translation>Als Dokument öffnen</translation>
    </message>
    <message>
        <source>Mask for support…</source>
        <translation>Für Support maskieren…</translation>
    </message>
    <message>
        <source>Nothing to inspect</source>
        <translation>Nichts zu untersuchen</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::Inspection</name>
    <message>
        <source>The text ends too early. It may have been cut off on the way.</source>
        <translation>Der Text endet zu früh. Vielleicht wurde er unterwegs abgeschnitten.</translation>
    </message>
    <message>
        <source>This is larger than 512 MB, which is the most that can be shown.</source>
        <translation>Das ist größer als 512 MB; mehr lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Save it, and look at it with another program.</source>
        <translation>Speichern Sie es, und sehen Sie es mit einem anderen Programm an.</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::InspectorView</name>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Pages of the inspector</source>
        <translation>Seiten zum Untersuchen</translation>
    </message>
    <message>
        <source>The payload, laid out to be read</source>
        <translation>Die Nutzdaten, lesbar gesetzt</translation>
    </message>
    <message>
        <source>The bytes as they came</source>
        <translation>Die Bytes, wie sie kamen</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Kopfzeilen der Antwort</translation>
    </message>
    <message>
        <source>It came without headers, as a file does.</source>
        <translation>Es kam ohne Header, wie bei einer Datei.</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>Wie lange es dauerte</translation>
    </message>
    <message>
        <source>Nothing is known of how it came: it wasn&apos;t sent for from here.</source>
        <translation>Wie es kam, ist nicht bekannt: Es wurde nicht von hier abgerufen.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>The filter picks more than this page shows. The tree shows more of it.</source>
        <translation>Der Filter trifft mehr, als diese Seite zeigt. Der Baum zeigt mehr davon.</translation>
    </message>
    <message>
        <source>Nothing to inspect yet</source>
        <translation>Noch nichts zu untersuchen</translation>
    </message>
    <message>
        <source>Choose an answer, or open a JSON or XML file.</source>
        <translation>Wählen Sie eine Antwort, oder öffnen Sie eine JSON- oder XML-Datei.</translation>
    </message>
    <message>
        <source>No content (204)</source>
        <translation>Kein Inhalt (204)</translation>
    </message>
    <message>
        <source>The answer is empty</source>
        <translation>Die Antwort ist leer</translation>
    </message>
    <message>
        <source>It has no body: %1. See Headers and Timing for how it came.</source>
        <translation>Sie hat keinen Inhalt: %1. Wie sie kam, steht unter Header und Zeiten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>Das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>Raw shows the text, where it was there already.</source>
        <translation>Roh zeigt den Text, soweit er schon da war.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>This isn&apos;t well-formed, so there is nothing to show here</source>
        <translation>Das ist nicht wohlgeformt, darum gibt es hier nichts zu zeigen</translation>
    </message>
    <message>
        <source>Reading… %1</source>
        <translation>Wird gelesen… %1</translation>
    </message>
    <message>
        <source>Raw shows the text meanwhile.</source>
        <translation>Roh zeigt inzwischen den Text.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Laying it out… %1</source>
        <translation>Wird gesetzt… %1</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::PairsPage</name>
    <message>
        <source>Ctrl+C copies the selected rows.</source>
        <translation>Strg+C kopiert die ausgewählten Zeilen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::PayloadTree</name>
    <message>
        <source>The payload as a tree</source>
        <translation>Die Nutzdaten als Baum</translation>
    </message>
    <message>
        <source>Right opens, Left closes, * opens all. Ctrl+C copies the value.</source>
        <translation>Pfeil rechts öffnet, Pfeil links schließt, * öffnet alles. Strg+C kopiert den Wert.</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::PlaceLine</name>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>As the filter takes it: JSONPath, of XML XPath (Ctrl+Shift+C)</source>
        <translation>Wie der Filter es nimmt: JSONPath, bei XML XPath (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Copy pointer</source>
        <translation>Pointer kopieren</translation>
    </message>
    <message>
        <source>As a JSON pointer</source>
        <translation>Als JSON-Pointer</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>All that stands there (Ctrl+C)</source>
        <translation>Alles, was dort steht (Strg+C)</translation>
    </message>
    <message>
        <source>Choose a row to see where it stands.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, wo sie steht.</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::Standing</name>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::SummaryPage</name>
    <message>
        <source>Putting it into words…</source>
        <translation>Wird in Worte gefasst…</translation>
    </message>
    <message>
        <source>The payload in plain words</source>
        <translation>Die Nutzdaten in einfachen Worten</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show the windows on a timeline</source>
        <translation>Die Fenster auf einer Zeitleiste zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Noch %n Teil zeigen</numerusform>
            <numerusform>Noch %n Teile zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>In the tree</source>
        <translation>Im Baum</translation>
    </message>
    <message>
        <source>%1: show in the tree</source>
        <translation>%1: im Baum zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Noch %n zeigen</numerusform>
            <numerusform>Noch %n zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1: open in the browser</source>
        <translation>%1: im Browser öffnen</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>Im Baum zeigen</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TableModel</name>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>An empty text</source>
        <translation>Ein leerer Text</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%1: in %n row(s)</source>
        <translation>
            <numerusform>%1: in %n Zeile</numerusform>
            <numerusform>%1: in %n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TablePage</name>
    <message>
        <source>Which list</source>
        <translation>Welche Liste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Only rows that hold these words</source>
        <translation>Nur Zeilen, die diese Wörter enthalten</translation>
    </message>
    <message>
        <source>Only rows with…</source>
        <translation>Nur Zeilen mit…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>Für Tabelle kopieren</translation>
    </message>
    <message>
        <source>The selected rows, or all, with a heading, to be pasted into a spreadsheet (Ctrl+C)</source>
        <translation>Die ausgewählten Zeilen oder alle, mit Überschrift, zum Einfügen in eine Tabellenkalkulation (Strg+C)</translation>
    </message>
    <message>
        <source>The list as a table</source>
        <translation>Die Liste als Tabelle</translation>
    </message>
    <message>
        <source>Enter shows the row in the tree. Ctrl+C copies for a spreadsheet.</source>
        <translation>Enter zeigt die Zeile im Baum. Strg+C kopiert für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>What the filter picks</source>
        <translation>Was der Filter trifft</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Looking through the payload…</source>
        <translation>Die Nutzdaten werden durchgesehen…</translation>
    </message>
    <message>
        <source>The filter picks nothing.</source>
        <translation>Der Filter trifft nichts.</translation>
    </message>
    <message>
        <source>What the filter picks are no objects, so they make no table. The tree shows them.</source>
        <translation>Was der Filter trifft, sind keine Objekte, das ergibt keine Tabelle. Der Baum zeigt sie.</translation>
    </message>
    <message>
        <source>No row holds these words.</source>
        <translation>Keine Zeile enthält diese Wörter.</translation>
    </message>
    <message>
        <source>There is no list in this payload, so there is nothing to make a table of. The tree shows all of it.</source>
        <translation>In diesen Nutzdaten gibt es keine Liste, also nichts für eine Tabelle. Der Baum zeigt alles.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>Im Baum zeigen</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Diese Spalte ausblenden</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TreeModel</name>
    <message>
        <source>This name stands more than once in the object. All of them are shown.</source>
        <translation>Dieser Name steht mehr als einmal im Objekt. Alle werden gezeigt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TreePage</name>
    <message>
        <source>Expand</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Expand to a depth</source>
        <translation>Bis zu einer Tiefe aufklappen</translation>
    </message>
    <message>
        <source>Open as many levels</source>
        <translation>So viele Ebenen öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message numerus="yes">
        <source>filtered: %n match(es)</source>
        <translation>
            <numerusform>gefiltert: %n Treffer</numerusform>
            <numerusform>gefiltert: %n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message>
        <source>the beginning; the rest is being read</source>
        <translation>der Anfang; der Rest wird noch gelesen</translation>
    </message>
    <message>
        <source>not all opened: that would be more than %1 rows</source>
        <translation>nicht alles geöffnet: Das wären mehr als %1 Zeilen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy pointer</source>
        <translation>Pointer kopieren</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Nur dies zeigen</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Zum Feld gehen</translation>
    </message>
</context>
<context>
    <name>marquee::inspector::WindowsStrip</name>
    <message>
        <source>Windows in time</source>
        <translation>Fenster im Zeitverlauf</translation>
    </message>
    <message>
        <source>The windows on a timeline</source>
        <translation>Die Fenster auf einer Zeitleiste</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::ChangeTogetherDialog</name>
    <message>
        <source>Change together</source>
        <translation>Gemeinsam ändern</translation>
    </message>
    <message>
        <source>Change %1 in %2</source>
        <translation>%1 in %2 ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Open documents get one step, to be saved by you. Files that aren&apos;t open are saved at once, each whole or not at all. All of it can be undone together.</source>
        <translation>Offene Dokumente bekommen einen Schritt, den Sie selbst speichern. Nicht geöffnete Dateien werden gleich gespeichert, jede ganz oder gar nicht. Alles lässt sich zusammen rückgängig machen.</translation>
    </message>
    <message>
        <source>Looking at the documents</source>
        <translation>Die Dokumente werden durchgesehen</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking at the documents…</source>
        <translation>Die Dokumente werden durchgesehen…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 would go</source>
        <translation>Zu entfernen: %1 in %2</translation>
    </message>
    <message>
        <source>%1 in %2 would change</source>
        <translation>Zu ändern: %1 in %2</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Nichts würde sich ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) say it already</source>
        <translation>
            <numerusform>%n Fenster sagt es schon</numerusform>
            <numerusform>%n Fenster sagen es schon</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 lines are shown</source>
        <translation>die ersten %1 Zeilen sind zu sehen</translation>
    </message>
    <message>
        <source>Left out: %1. %2</source>
        <translation>Ausgelassen: %1. %2</translation>
    </message>
    <message>
        <source>Remove %1 in %2</source>
        <translation>%1 in %2 entfernen</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::DayLine</name>
    <message>
        <source>any day</source>
        <translation>beliebiger Tag</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Den Kalender öffnen (Alt+Pfeil ab)</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>Den Kalender öffnen</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Beliebiger Tag</translation>
    </message>
    <message>
        <source>This isn&apos;t a day. Write it like 2027-01-31.</source>
        <translation>Das ist kein Tag. So geschrieben: 2027-01-31.</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryBar</name>
    <message>
        <source>Where to search</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in all windows</source>
        <translation>In allen Fenstern suchen</translation>
    </message>
    <message>
        <source>in all columns</source>
        <translation>in allen Spalten</translation>
    </message>
    <message>
        <source>in “%1”</source>
        <translation>in „%1“</translation>
    </message>
    <message>
        <source>Open on</source>
        <translation>Offen am</translation>
    </message>
    <message>
        <source>with or without</source>
        <translation>mit oder ohne</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>mit Problemen</translation>
    </message>
    <message>
        <source>with errors</source>
        <translation>mit Fehlern</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryEdit</name>
    <message>
        <source>It was cancelled before this document&apos;s turn came.</source>
        <translation>Es wurde abgebrochen, bevor dieses Dokument an der Reihe war.</translation>
    </message>
    <message>
        <source>Nothing in it was changed.</source>
        <translation>Darin wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It is being edited as text and isn&apos;t well-formed.</source>
        <translation>Es wird gerade als Text bearbeitet und ist nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>Correct its text, or undo what was typed, first.</source>
        <translation>Berichtigen Sie zuerst seinen Text, oder nehmen Sie das Getippte zurück.</translation>
    </message>
    <message>
        <source>The windows aren&apos;t there any more.</source>
        <translation>Die Fenster sind nicht mehr da.</translation>
    </message>
    <message>
        <source>Close this and select the windows again.</source>
        <translation>Schließen Sie dies, und wählen Sie die Fenster erneut aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) of those that were selected aren&apos;t there any more.</source>
        <translation>
            <numerusform>%n der ausgewählten Fenster ist nicht mehr da.</numerusform>
            <numerusform>%n der ausgewählten Fenster sind nicht mehr da.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It was edited since, and stays as it is now.</source>
        <translation>Es wurde seitdem bearbeitet und bleibt, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Step back in it with Undo, as far as you want.</source>
        <translation>Gehen Sie darin mit „Rückgängig“ so weit zurück, wie Sie möchten.</translation>
    </message>
    <message>
        <source>Take back a change of many documents</source>
        <translation>Eine Änderung vieler Dokumente zurücknehmen</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryModel</name>
    <message>
        <source>no ID</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Start (UTC)</source>
        <translation>Beginn (UTC)</translation>
    </message>
    <message>
        <source>End (UTC)</source>
        <translation>Ende (UTC)</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryPage</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read the rest</source>
        <translation>Rest lesen</translation>
    </message>
    <message>
        <source>Change together…</source>
        <translation>Gemeinsam ändern…</translation>
    </message>
    <message>
        <source>Change the selected windows, whatever document they are in</source>
        <translation>Die ausgewählten Fenster ändern, in welchem Dokument sie auch sind</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln Fenster</numerusform>
            <numerusform>%Ln Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%2 in %3, davon %1 zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>No window matches the filter.</source>
        <translation>Kein Fenster passt zum Filter.</translation>
    </message>
    <message>
        <source>Reading the avails of the workspace…</source>
        <translation>Die Avails des Arbeitsordners werden gelesen…</translation>
    </message>
    <message>
        <source>No windows here yet.
Open a folder with avails: all their windows are listed here, to be filtered and changed together.</source>
        <translation>Hier sind noch keine Fenster.
Öffnen Sie einen Ordner mit Avails: Alle ihre Fenster werden hier aufgeführt, zum gemeinsamen Filtern und Ändern.</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Wird geändert…</translation>
    </message>
    <message>
        <source>Reading %1 of %2…</source>
        <translation>%1 von %2 wird gelesen…</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryTable</name>
    <message>
        <source>All windows</source>
        <translation>Alle Fenster</translation>
    </message>
    <message>
        <source>Enter opens the window in its document.</source>
        <translation>Enter öffnet das Fenster in seinem Dokument.</translation>
    </message>
    <message>
        <source>&amp;Open in its document</source>
        <translation>Im Dokument ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Change together…</source>
        <translation>&amp;Gemeinsam ändern…</translation>
    </message>
    <message>
        <source>Co&amp;py for a spreadsheet</source>
        <translation>Für eine Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Sort by “%1”</source>
        <translation>Nach „%1“ &amp;sortieren</translation>
    </message>
    <message>
        <source>Only “%1” in “%2”</source>
        <translation>Nur „%1“ in „%2“</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::OutcomeBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the change in all documents</source>
        <translation>Die Änderung in allen Dokumenten rückgängig machen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Changed %1 in %2.</source>
        <translation>%1 in %2 geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) couldn&apos;t be changed and are as they were:</source>
        <translation>
            <numerusform>%n Dokument ließ sich nicht ändern und ist, wie es war:</numerusform>
            <numerusform>%n Dokumente ließen sich nicht ändern und sind, wie sie waren:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) can&apos;t be undone here: there was too much to keep.</source>
        <translation>
            <numerusform>%n Dokument lässt sich hier nicht zurücksetzen: Es war zu viel aufzubewahren.</numerusform>
            <numerusform>%n Dokumente lassen sich hier nicht zurücksetzen: Es war zu viel aufzubewahren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message numerus="yes">
        <source>Undone in %n document(s).</source>
        <translation>
            <numerusform>In %n Dokument rückgängig gemacht.</numerusform>
            <numerusform>In %n Dokumenten rückgängig gemacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) keep the change:</source>
        <translation>
            <numerusform>%n Dokument behält die Änderung:</numerusform>
            <numerusform>%n Dokumente behalten die Änderung:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inventory::PlannedModel</name>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>marquee::inventory::WishForm</name>
    <message>
        <source>What to change</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Licence type</source>
        <translation>Lizenzart</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Shift dates</source>
        <translation>Daten verschieben</translation>
    </message>
    <message>
        <source>A term</source>
        <translation>Eine Kondition</translation>
    </message>
    <message>
        <source>Take a term away</source>
        <translation>Eine Kondition entfernen</translation>
    </message>
    <message>
        <source>The windows are taken out of their documents.</source>
        <translation>Die Fenster werden aus ihren Dokumenten entfernt.</translation>
    </message>
    <message>
        <source>Remove the windows</source>
        <translation>Fenster entfernen</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Dates in terms</source>
        <translation>Daten in Konditionen</translation>
    </message>
    <message>
        <source>months and</source>
        <translation>Monate und</translation>
    </message>
    <message>
        <source>days:</source>
        <translation>Tage:</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Kondition</translation>
    </message>
    <message>
        <source>Say by how many months or days. Earlier is a negative number.</source>
        <translation>Sagen Sie, um wie viele Monate oder Tage. Früher ist eine negative Zahl.</translation>
    </message>
    <message>
        <source>Choose Start, End or both.</source>
        <translation>Wählen Sie Beginn, Ende oder beide.</translation>
    </message>
    <message>
        <source>Write a date, such as 2027-01-31.</source>
        <translation>Schreiben Sie ein Datum, etwa 2027-01-31.</translation>
    </message>
    <message>
        <source>Say what the windows are to have.</source>
        <translation>Sagen Sie, was die Fenster bekommen sollen.</translation>
    </message>
</context>
<context>
    <name>marquee::masks::MaskDialog</name>
    <message>
        <source>Mask for support</source>
        <translation>Für Support maskieren</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Titles of films, seasons and series become Title 1, Title 2 …, inside other texts too.</source>
        <translation>Titel von Filmen, Staffeln und Serien werden zu Title 1, Title 2 …, auch in anderen Texten.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Amounts become others. Which is higher, and how many decimals they have, stays.</source>
        <translation>Beträge werden durch andere ersetzt. Welcher höher ist und wie viele Nachkommastellen sie haben, bleibt.</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>Contracts become CONTRACT-001 …</source>
        <translation>Verträge werden zu CONTRACT-001…</translation>
    </message>
    <message>
        <source>Other IDs and addresses</source>
        <translation>Andere IDs und Adressen</translation>
    </message>
    <message>
        <source>IDs become others of the same form; addresses become https://example.com/1 …</source>
        <translation>IDs werden zu anderen derselben Form; Adressen werden zu https://example.com/1…</translation>
    </message>
    <message>
        <source>People and companies</source>
        <translation>Personen und Firmen</translation>
    </message>
    <message>
        <source>Cast, crew, contacts, licensors and distributors become Person 1 …</source>
        <translation>Besetzung, Stab, Kontakte, Lizenzgeber und Verleiher werden zu Person 1…</translation>
    </message>
    <message>
        <source>And members</source>
        <translation>Dazu Felder</translation>
    </message>
    <message>
        <source>a member, then Enter</source>
        <translation>ein Feld, dann Enter</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open as document</source>
        <translation>Als Dokument öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Masking…</source>
        <translation>Wird maskiert…</translation>
    </message>
    <message>
        <source>Nothing of what is chosen stands in it.</source>
        <translation>Nichts vom Gewählten kommt darin vor.</translation>
    </message>
    <message>
        <source>%1 in %2. Read it through before you hand it on.</source>
        <translation>%1 an %2. Lesen Sie es durch, bevor Sie es weitergeben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) masked</source>
        <translation>
            <numerusform>%Ln Wert maskiert</numerusform>
            <numerusform>%Ln Werte maskiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
</context>
<context>
    <name>marquee::performance::AnswerEditor</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: nein</translation>
    </message>
    <message>
        <source>%1: not sent</source>
        <translation>%1: nicht gesendet</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>marquee::performance::CompletenessBar</name>
    <message>
        <source>%1: there</source>
        <translation>%1: vorhanden</translation>
    </message>
    <message>
        <source>%1: sent empty</source>
        <translation>%1: leer gesendet</translation>
    </message>
    <message>
        <source>%1: not sent</source>
        <translation>%1: nicht gesendet</translation>
    </message>
    <message>
        <source>Complete:</source>
        <translation>Vollständig:</translation>
    </message>
    <message>
        <source>%1 of %2 for a complete performance:</source>
        <translation>%1 von %2 für eine vollständige Vorstellung:</translation>
    </message>
    <message>
        <source>What is missing is no mistake: the partner puts messages together. It may know it already, or be told later.</source>
        <translation>Was fehlt, ist kein Fehler: Der Partner setzt Meldungen zusammen. Er kann es schon wissen oder später erfahren.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
</context>
<context>
    <name>marquee::performance::DayEditor</name>
    <message>
        <source>Open the calendar</source>
        <translation>Den Kalender öffnen</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Den Kalender öffnen (Alt+Pfeil ab)</translation>
    </message>
</context>
<context>
    <name>marquee::performance::DayPage</name>
    <message>
        <source>Drag a bar to another time or hall. Shift and an arrow do the same by keys; Return opens the form.</source>
        <translation>Einen Balken auf eine andere Zeit oder in einen anderen Saal ziehen. Umschalt und ein Pfeil tun dasselbe mit Tasten; die Eingabetaste öffnet das Formular.</translation>
    </message>
    <message>
        <source>The day before (Page Up)</source>
        <translation>Der Tag davor (Bild auf)</translation>
    </message>
    <message>
        <source>Choose another date</source>
        <translation>Einen anderen Tag wählen</translation>
    </message>
    <message>
        <source>The day after (Page Down)</source>
        <translation>Der Tag danach (Bild ab)</translation>
    </message>
    <message>
        <source>From midnight</source>
        <translation>Ab Mitternacht</translation>
    </message>
    <message>
        <source>Shows the hours before the first performance as well</source>
        <translation>Zeigt auch die Stunden vor der ersten Vorstellung</translation>
    </message>
    <message>
        <source>Each takes</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Minutes that a performance takes, with cleaning</source>
        <translation>Minuten, die eine Vorstellung dauert, mit Reinigung</translation>
    </message>
    <message>
        <source>How long a performance keeps its hall, with cleaning. Messages don&apos;t say when one ends.</source>
        <translation>Wie lange eine Vorstellung ihren Saal belegt, mit Reinigung. Meldungen sagen nicht, wann eine endet.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung</numerusform>
            <numerusform>%n Vorstellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap</source>
        <translation>
            <numerusform>%n überschneidet sich</numerusform>
            <numerusform>%n überschneiden sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n ohne Datum</numerusform>
            <numerusform>%n ohne Datum</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is shown on this day.</source>
        <translation>An diesem Tag wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>No performance has a date yet. Give them one on the page Performances.</source>
        <translation>Noch keine Vorstellung hat ein Datum. Auf der Seite Vorstellungen eines eintragen.</translation>
    </message>
    <message>
        <source>No performances yet. Add one on the page Performances.</source>
        <translation>Noch keine Vorstellungen. Auf der Seite Vorstellungen eine hinzufügen.</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
</context>
<context>
    <name>marquee::performance::DayView</name>
    <message>
        <source>Performances of the day by hall</source>
        <translation>Vorstellungen des Tages nach Sälen</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Kein Kino</translation>
    </message>
    <message>
        <source>Without a hall</source>
        <translation>Ohne Saal</translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation>Ohne Uhrzeit</translation>
    </message>
    <message>
        <source>no ID</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>called off: %1</source>
        <translation>abgesagt: %1</translation>
    </message>
    <message>
        <source>Clock at the site</source>
        <translation>Uhr im Kino</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Film</translation>
    </message>
    <message>
        <source>no hall</source>
        <translation>kein Saal</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Uhrzeit</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>overlaps another in this hall</source>
        <translation>überschneidet sich mit einer anderen in diesem Saal</translation>
    </message>
    <message>
        <source>Move a performance</source>
        <translation>Eine Vorstellung verschieben</translation>
    </message>
</context>
<context>
    <name>marquee::performance::DuplicateDialog</name>
    <message numerus="yes">
        <source>Duplicate %n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung duplizieren</numerusform>
            <numerusform>%n Vorstellungen duplizieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is shown again on every date that you add, in its own hall or in those that are ticked. The copies have IDs of their own.</source>
        <translation>Jede wird an jedem hinzugefügten Tag noch einmal gezeigt, in ihrem Saal oder in den angekreuzten. Die Kopien haben eigene IDs.</translation>
    </message>
    <message>
        <source>Pattern of the performance IDs</source>
        <translation>Muster der Vorstellungs-IDs</translation>
    </message>
    <message>
        <source>Performance IDs</source>
        <translation>Vorstellungs-IDs</translation>
    </message>
    <message>
        <source>{id} is the ID of what is duplicated; {date}, {time}, {hall}, {site} and {event} are what the copy has; {n} counts, {n:3} as 001.</source>
        <translation>{id} ist die ID der duplizierten; {date}, {time}, {hall}, {site} und {event} sind die der Kopie; {n} zählt, {n:3} als 001.</translation>
    </message>
    <message>
        <source>The performances that are made</source>
        <translation>Die Vorstellungen, die entstehen</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Date to add</source>
        <translation>Tag, der dazukommt</translation>
    </message>
    <message>
        <source>2027-03-14</source>
        <translation>2027-03-14</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Calendar…</source>
        <translation>Kalender…</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>Nächste 7 Tage</translation>
    </message>
    <message>
        <source>Adds the seven days behind the last date</source>
        <translation>Fügt die sieben Tage hinter dem letzten hinzu</translation>
    </message>
    <message>
        <source>Halls (none: their own)</source>
        <translation>Säle (keiner: der eigene)</translation>
    </message>
    <message>
        <source>Write a date like 2027-03-14.</source>
        <translation>Ein Datum so schreiben: 2027-03-14.</translation>
    </message>
    <message>
        <source>%1; Delete takes it away</source>
        <translation>%1; Entf nimmt ihn weg</translation>
    </message>
    <message>
        <source>New ID</source>
        <translation>Neue ID</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>Saal</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Kino</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Copy of</source>
        <translation>Kopie von</translation>
    </message>
    <message>
        <source>The pattern gives an ID that is taken; a number is added.</source>
        <translation>Das Muster ergibt eine ID, die vergeben ist; eine Zahl kommt dazu.</translation>
    </message>
    <message>
        <source>Another performance keeps this hall at that time.</source>
        <translation>Eine andere Vorstellung belegt diesen Saal zu dieser Zeit.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message numerus="yes">
        <source>%n new performance(s)</source>
        <translation>
            <numerusform>%n neue Vorstellung</numerusform>
            <numerusform>%n neue Vorstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>Make %n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung anlegen</numerusform>
            <numerusform>%n Vorstellungen anlegen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::EntriesEditor</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>%1, entry %2 of %3</source>
        <translation>%1, Eintrag %2 von %3</translation>
    </message>
    <message>
        <source>Click to change it; Delete removes it; Alt and an arrow move it</source>
        <translation>Klicken ändert ihn; Entf entfernt ihn; Alt und ein Pfeil verschieben ihn</translation>
    </message>
</context>
<context>
    <name>marquee::performance::MessageForm</name>
    <message>
        <source>next on sending</source>
        <translation>die nächste beim Senden</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>The message also holds %1. That stays as it is, and is on the page Text.</source>
        <translation>Die Meldung enthält auch %1. Das bleibt, wie es ist, und steht auf der Seite Text.</translation>
    </message>
</context>
<context>
    <name>marquee::performance::PasteDialog</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>ändert sich</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>außen vor</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Rows whose performance ID and site stand already change that performance&apos;s cells; the others become new performances at the end, which say what the row says.</source>
        <translation>Zeilen, deren Vorstellungs-ID und Kino es schon gibt, ändern die Felder dieser Vorstellung; die anderen werden am Ende neue Vorstellungen, die sagen, was die Zeile sagt.</translation>
    </message>
    <message>
        <source>An empty cell takes the value away from a performance that stands already</source>
        <translation>Eine leere Zelle nimmt einer vorhandenen Vorstellung den Wert weg</translation>
    </message>
    <message>
        <source>Columns, and the fields that they fill</source>
        <translation>Spalten und die Felder, die sie füllen</translation>
    </message>
    <message>
        <source>The rows, and what becomes of them</source>
        <translation>Die Zeilen und was aus ihnen wird</translation>
    </message>
    <message>
        <source>Problems of the rows</source>
        <translation>Probleme der Zeilen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Füllt</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Nothing is filled from this column.</source>
        <translation>Aus dieser Spalte wird nichts gefüllt.</translation>
    </message>
    <message>
        <source>Search a field</source>
        <translation>Ein Feld suchen</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>(ohne Überschrift)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) aren&apos;t used: %1. Choose a field for them, or leave it so.</source>
        <translation>
            <numerusform>%n Spalte wird nicht verwendet: %1. Wählen Sie ein Feld dafür, oder lassen Sie es so.</numerusform>
            <numerusform>%n Spalten werden nicht verwendet: %1. Wählen Sie Felder dafür, oder lassen Sie es so.</numerusform>
        </translation>
    </message>
    <message>
        <source>Field of the column “%1”: %2</source>
        <translation>Feld der Spalte „%1“: %2</translation>
    </message>
    <message>
        <source>Choose another field</source>
        <translation>Anderes Feld wählen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n new performance(s)</source>
        <translation>
            <numerusform>%n neue Vorstellung</numerusform>
            <numerusform>%n neue Vorstellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s) change</source>
        <translation>
            <numerusform>%n Vorstellung ändert sich</numerusform>
            <numerusform>%n Vorstellungen ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 rows are shown</source>
        <translation>die ersten %1 Zeilen sind zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation>
            <numerusform>%n Zeile einfügen</numerusform>
            <numerusform>%n Zeilen einfügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformanceForm</name>
    <message>
        <source>Performance %1</source>
        <translation>Vorstellung %1</translation>
    </message>
    <message>
        <source>What, where and when</source>
        <translation>Was, wo und wann</translation>
    </message>
    <message>
        <source>Formats and tags</source>
        <translation>Formate und Schlagwörter</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Distributor</source>
        <translation>Verleih</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Call performance %1 off?</source>
        <translation>Vorstellung %1 absagen?</translation>
    </message>
    <message>
        <source>When the message is processed, every ticket order of this performance becomes invalid.</source>
        <translation>Wenn die Meldung verarbeitet wird, wird jede Kartenbestellung dieser Vorstellung ungültig.</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Send %1 empty</source>
        <translation>%1 leer senden</translation>
    </message>
    <message>
        <source>Don&apos;t send %1</source>
        <translation>%1 nicht senden</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a kind of seats</source>
        <translation>Eine Platzart hinzufügen</translation>
    </message>
    <message>
        <source>Remove this kind of seats</source>
        <translation>Diese Platzart entfernen</translation>
    </message>
    <message>
        <source>Remove a kind of seats</source>
        <translation>Eine Platzart entfernen</translation>
    </message>
    <message>
        <source>Other members</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>No seats are sent: what the partner knows of them stays.</source>
        <translation>Plätze werden nicht gesendet: Was der Partner davon weiß, bleibt.</translation>
    </message>
    <message>
        <source>Sent empty. What the partner makes of that isn&apos;t documented.</source>
        <translation>Leer gesendet. Was der Partner daraus macht, ist nicht dokumentiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) in all</source>
        <translation>
            <numerusform>%n Platz insgesamt</numerusform>
            <numerusform>%n Plätze insgesamt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformanceView</name>
    <message>
        <source>Pages of the message</source>
        <translation>Seiten der Meldung</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>State of the message: %1</source>
        <translation>Stand der Meldung: %1</translation>
    </message>
    <message>
        <source>site %1</source>
        <translation>Kino %1</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n Kino</numerusform>
            <numerusform>%n Kinos</numerusform>
        </translation>
    </message>
    <message>
        <source>Performances %1</source>
        <translation>Vorstellungen %1</translation>
    </message>
    <message>
        <source>Not well-formed</source>
        <translation>Nicht wohlgeformt</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformancesModel</name>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no ID</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Everything of a complete performance is there</source>
        <translation>Alles ist da, was zu einer vollständigen Vorstellung gehört</translation>
    </message>
    <message>
        <source>Not there: %1. It may come with another message.</source>
        <translation>Nicht da: %1. Es kann mit einer anderen Meldung kommen.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformancesPage</name>
    <message>
        <source>Add performance</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>To other days…</source>
        <translation>Auf andere Tage…</translation>
    </message>
    <message>
        <source>Paste rows…</source>
        <translation>Zeilen einfügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Filter performances</source>
        <translation>Vorstellungen filtern</translation>
    </message>
    <message>
        <source>Shows the performances in which every word stands: IDs, dates, halls, formats</source>
        <translation>Zeigt die Vorstellungen, in denen jedes Wort steht: IDs, Daten, Säle, Formate</translation>
    </message>
    <message>
        <source>No performances yet.
A performance says what is shown, where and when. Add one, or paste rows of a spreadsheet.</source>
        <translation>Noch keine Vorstellungen.
Eine Vorstellung sagt, was wo und wann gezeigt wird. Eine hinzufügen oder Zeilen einer Tabelle einfügen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Call %n performance(s) off?</source>
        <translation>
            <numerusform>%n Vorstellung absagen?</numerusform>
            <numerusform>%n Vorstellungen absagen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: when the message is processed, every ticket order of them becomes invalid.</source>
        <translation>%1: Wenn die Meldung verarbeitet wird, wird jede Kartenbestellung dafür ungültig.</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Add a performance</source>
        <translation>Eine Vorstellung hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate a performance</source>
        <translation>Eine Vorstellung duplizieren</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung entfernen</numerusform>
            <numerusform>%n Vorstellungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>The table is sorted or filtered, which doesn&apos;t change the message&apos;s order. Show all performances in the message&apos;s order first: clear the filter, and click the sorted heading until its arrow is gone.</source>
        <translation>Die Tabelle ist sortiert oder gefiltert, was die Reihenfolge der Meldung nicht ändert. Zuerst alle Vorstellungen in der Reihenfolge der Meldung zeigen: den Filter leeren und die sortierte Überschrift anklicken, bis ihr Pfeil weg ist.</translation>
    </message>
    <message numerus="yes">
        <source>Move %n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung verschieben</numerusform>
            <numerusform>%n Vorstellungen verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy rows with their headings in a spreadsheet first.</source>
        <translation>Nichts zum Einfügen da. Zuerst in einer Tabelle Zeilen mit ihren Überschriften kopieren.</translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformancesTable</name>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
</context>
<context>
    <name>marquee::performance::PresenceButton</name>
    <message>
        <source>sent with a value</source>
        <translation>mit Wert gesendet</translation>
    </message>
    <message>
        <source>sent empty</source>
        <translation>leer gesendet</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Send a value</source>
        <translation>Mit Wert senden</translation>
    </message>
    <message>
        <source>Send it empty</source>
        <translation>Leer senden</translation>
    </message>
    <message>
        <source>Don&apos;t send it</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sent with a value. Click to send it empty, or not at all.</source>
        <translation>Mit Wert gesendet. Klicken, um es leer oder gar nicht zu senden.</translation>
    </message>
    <message>
        <source>Sent empty. What the partner makes of that isn&apos;t documented.</source>
        <translation>Leer gesendet. Was der Partner daraus macht, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>Not sent: what the partner knows of it stays.</source>
        <translation>Nicht gesendet: Was der Partner davon weiß, bleibt.</translation>
    </message>
</context>
<context>
    <name>marquee::performance::ScaledEditor</name>
    <message>
        <source>%1, precision %2</source>
        <translation>%1, Genauigkeit %2</translation>
    </message>
    <message>
        <source>no precision</source>
        <translation>keine Genauigkeit</translation>
    </message>
</context>
<context>
    <name>marquee::performance::SizeMeter</name>
    <message>
        <source>%1 of %2 KB</source>
        <translation>%1 von %2 KB</translation>
    </message>
    <message>
        <source>Size of the message: %1</source>
        <translation>Größe der Meldung: %1</translation>
    </message>
    <message>
        <source>%1. The partner refuses larger messages: split it into several.</source>
        <translation>%1. Der Partner lehnt größere Meldungen ab: in mehrere teilen.</translation>
    </message>
    <message>
        <source>%1. The partner refuses larger messages.</source>
        <translation>%1. Der Partner lehnt größere Meldungen ab.</translation>
    </message>
</context>
<context>
    <name>marquee::preview::FindBar</name>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Die Suchleiste schließen</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>marquee::preview::PayloadPanel</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request as a curl command</source>
        <translation>Anfrage als curl-Befehl</translation>
    </message>
    <message>
        <source>Ways to see the payload</source>
        <translation>Ansichten der Nutzdaten</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>There is no request yet.</source>
        <translation>Es gibt noch keine Anfrage.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Den ganzen Text kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text of this tab</source>
        <translation>Den ganzen Text dieses Reiters kopieren</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Payload as %1</source>
        <translation>Nutzdaten als %1</translation>
    </message>
</context>
<context>
    <name>marquee::preview::PayloadView</name>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;place</source>
        <translation>&amp;Stelle kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>S&amp;uchen…</translation>
    </message>
</context>
<context>
    <name>marquee::probe::ProbeModel</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning only</source>
        <translation>Nur Warnung</translation>
    </message>
    <message>
        <source>Hint only</source>
        <translation>Nur Hinweis</translation>
    </message>
    <message>
        <source>We find fault with it, the partner doesn&apos;t.</source>
        <translation>Wir beanstanden es, der Partner nicht.</translation>
    </message>
    <message>
        <source>The partner finds fault with it, we don&apos;t.</source>
        <translation>Der Partner beanstandet es, wir nicht.</translation>
    </message>
    <message>
        <source>It breaks these as well: %1.</source>
        <translation>Auch diese sind verletzt: %1.</translation>
    </message>
    <message>
        <source>We and the partner disagree.</source>
        <translation>Wir und der Partner sind uns uneinig.</translation>
    </message>
    <message>
        <source>Rule that the variant breaks</source>
        <translation>Regel, die die Variante verletzt</translation>
    </message>
    <message>
        <source>We say</source>
        <translation>Wir sagen</translation>
    </message>
    <message>
        <source>The partner says</source>
        <translation>Der Partner sagt</translation>
    </message>
    <message>
        <source>In its words</source>
        <translation>In seinen Worten</translation>
    </message>
</context>
<context>
    <name>marquee::probe::ProbePanel</name>
    <message>
        <source>%1 breaks %2</source>
        <translation>%1 verletzt %2</translation>
    </message>
    <message>
        <source>&amp;Explain the rule</source>
        <translation>Regel &amp;erklären</translation>
    </message>
    <message>
        <source>&amp;Open the variant as a document</source>
        <translation>Variante als Dokument ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Making the variants…</source>
        <translation>Die Varianten werden erstellt…</translation>
    </message>
    <message>
        <source>Stopping: %1 of %2 judged</source>
        <translation>Wird beendet: %1 von %2 beurteilt</translation>
    </message>
    <message>
        <source>%1 of %2 judged</source>
        <translation>%1 von %2 beurteilt</translation>
    </message>
    <message>
        <source>Nothing was probed</source>
        <translation>Nichts wurde erprobt</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 judged</source>
        <translation>Beendet: %1 von %2 beurteilt</translation>
    </message>
    <message>
        <source>All %1 judged</source>
        <translation>Alle %1 beurteilt</translation>
    </message>
    <message>
        <source>“%1” in %2. Only the validate operation is used; nothing is changed at the partner.</source>
        <translation>„%1“ in %2. Es wird nur geprüft; beim Partner ändert sich nichts.</translation>
    </message>
    <message>
        <source>A probe makes a variant of a good avail for each rule, which breaks just that rule, and asks the partner what it thinks of it. Only the validate operation is used; nothing is changed at the partner.</source>
        <translation>Eine Probe bildet aus einem fehlerfreien Avail für jede Regel eine Variante, die nur diese Regel verletzt, und fragt den Partner, was er davon hält. Es wird nur geprüft; beim Partner ändert sich nichts.</translation>
    </message>
    <message>
        <source>It would begin with “%1” in %2.</source>
        <translation>Sie würde mit „%1“ in %2 beginnen.</translation>
    </message>
    <message>
        <source>Open an avail that has no errors to begin with.</source>
        <translation>Öffnen Sie zum Beginnen einen Avail ohne Fehler.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) left out</source>
        <translation>
            <numerusform>%n Regel ausgelassen</numerusform>
            <numerusform>%n Regeln ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>This document can&apos;t be made to break: %1.</source>
        <translation>Dieses Dokument lässt sich nicht zum Brechen bringen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n Abweichung</numerusform>
            <numerusform>%n Abweichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Probe with “%1” in %2</source>
        <translation>Probe mit „%1“ in %2</translation>
    </message>
    <message>
        <source>We and the partner agree so far.</source>
        <translation>Bisher sind wir und der Partner uns einig.</translation>
    </message>
    <message>
        <source>Progress of the probe</source>
        <translation>Fortschritt der Probe</translation>
    </message>
    <message>
        <source>Show only where one finds fault and the other doesn&apos;t</source>
        <translation>Nur zeigen, wo einer beanstandet und der andere nicht</translation>
    </message>
    <message>
        <source>Probe again</source>
        <translation>Probe wiederholen</translation>
    </message>
    <message>
        <source>Probe with the document in front</source>
        <translation>Eine Probe mit dem vorderen Dokument machen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ask no more; what was judged stays</source>
        <translation>Nicht weiter fragen; was beurteilt ist, bleibt</translation>
    </message>
    <message>
        <source>Open variant</source>
        <translation>Variante öffnen</translation>
    </message>
    <message>
        <source>Open what was sent as a new document</source>
        <translation>Das Gesendete als neues Dokument öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write what was learnt into a file</source>
        <translation>Das Ergebnis der Probe in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;CSV, for a spreadsheet…</source>
        <translation>&amp;CSV, für eine Tabelle…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON…</translation>
    </message>
    <message>
        <source>What we and the partner say of each rule</source>
        <translation>Was wir und der Partner zu jeder Regel sagen</translation>
    </message>
    <message>
        <source>Enter explains the rule.</source>
        <translation>Enter erklärt die Regel.</translation>
    </message>
    <message>
        <source>Begin a probe</source>
        <translation>Probe beginnen</translation>
    </message>
</context>
<context>
    <name>marquee::problems::ProblemsModel</name>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Show a repair…</source>
        <translation>Reparatur zeigen…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No fix</source>
        <translation>Keine Behebung</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Behebung: %1</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Behebung</translation>
    </message>
</context>
<context>
    <name>marquee::problems::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Enter goes to the field, Control and full stop does the first fix, F1 explains the rule.</source>
        <translation>Enter springt zum Feld, Strg und Punkt führt die erste Behebung aus, F1 erklärt die Regel.</translation>
    </message>
    <message>
        <source>Filter problems</source>
        <translation>Probleme filtern</translation>
    </message>
    <message>
        <source>Show all problems</source>
        <translation>Alle Probleme zeigen</translation>
    </message>
    <message>
        <source>Show a repair…</source>
        <translation>Reparatur zeigen…</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Zum Feld gehen</translation>
    </message>
    <message>
        <source>Explain %1</source>
        <translation>%1 erklären</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Die Meldung kopieren</translation>
    </message>
    <message>
        <source>Click to hide these.</source>
        <translation>Klicken blendet diese aus.</translation>
    </message>
    <message>
        <source>Click to show these.</source>
        <translation>Klicken blendet diese ein.</translation>
    </message>
    <message>
        <source>Errors %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s), shown</source>
        <translation>
            <numerusform>%n Fehler, eingeblendet</numerusform>
            <numerusform>%n Fehler, eingeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s), hidden</source>
        <translation>
            <numerusform>%n Fehler, ausgeblendet</numerusform>
            <numerusform>%n Fehler, ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Warnings %1</source>
        <translation>Warnungen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), shown</source>
        <translation>
            <numerusform>%n Warnung, eingeblendet</numerusform>
            <numerusform>%n Warnungen, eingeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), hidden</source>
        <translation>
            <numerusform>%n Warnung, ausgeblendet</numerusform>
            <numerusform>%n Warnungen, ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Hints %1</source>
        <translation>Hinweise %1</translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s), shown</source>
        <translation>
            <numerusform>%n Hinweis, eingeblendet</numerusform>
            <numerusform>%n Hinweise, eingeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s), hidden</source>
        <translation>
            <numerusform>%n Hinweis, ausgeblendet</numerusform>
            <numerusform>%n Hinweise, ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>…and %1 more. They appear as those above are put right.</source>
        <translation>…und %1 weitere. Sie erscheinen, sobald die obigen behoben sind.</translation>
    </message>
    <message>
        <source>No problem is left by the filter.</source>
        <translation>Der Filter lässt kein Problem übrig.</translation>
    </message>
    <message>
        <source>No problems. Everything that the rules look at is in order.</source>
        <translation>Keine Probleme. Alles, was die Regeln prüfen, ist in Ordnung.</translation>
    </message>
    <message>
        <source>Open or make a document to see its problems here.</source>
        <translation>Öffnen oder erstellen Sie ein Dokument, um hier seine Probleme zu sehen.</translation>
    </message>
</context>
<context>
    <name>marquee::problems::RuleSheet</name>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Where this is said</source>
        <translation>Wo das steht</translation>
    </message>
    <message>
        <source>If you see it differently</source>
        <translation>Wenn Sie es anders sehen</translation>
    </message>
    <message>
        <source>Write &quot;rules&quot;: {&quot;%1&quot;: &quot;hint&quot;} into the folder&apos;s marquee.json; &quot;off&quot; switches the rule off.</source>
        <translation>Schreiben Sie &quot;rules&quot;: {&quot;%1&quot;: &quot;hint&quot;} in die marquee.json des Ordners; &quot;off&quot; schaltet die Regel aus.</translation>
    </message>
    <message>
        <source>This rule always holds: without it the document can&apos;t be read or sent as it is.</source>
        <translation>Diese Regel gilt immer: Ohne sie ist das Dokument so nicht lesbar oder nicht sendbar.</translation>
    </message>
</context>
<context>
    <name>marquee::production::AnswerLine</name>
    <message>
        <source>Copy the IDs</source>
        <translation>IDs kopieren</translation>
    </message>
    <message>
        <source>Ask for these again</source>
        <translation>Diese erneut abfragen</translation>
    </message>
    <message>
        <source>No productions</source>
        <translation>Keine Produktionen</translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n Produktion</numerusform>
            <numerusform>%n Produktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n page(s)</source>
        <translation>
            <numerusform>aus %n Seite</numerusform>
            <numerusform>aus %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) asked for</source>
        <translation>
            <numerusform>%n ID angefragt</numerusform>
            <numerusform>%n IDs angefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on this page</source>
        <translation>
            <numerusform>%n nicht auf dieser Seite</numerusform>
            <numerusform>%n nicht auf dieser Seite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for</source>
        <translation>
            <numerusform>%n nicht angefragt</numerusform>
            <numerusform>%n nicht angefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came twice</source>
        <translation>
            <numerusform>%n kam doppelt</numerusform>
            <numerusform>%n kamen doppelt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show these IDs</source>
        <translation>Diese IDs zeigen</translation>
    </message>
    <message>
        <source>Asked for, and not in the answer:</source>
        <translation>Angefragt, aber nicht in der Antwort:</translation>
    </message>
    <message>
        <source>In the answer, and not asked for:</source>
        <translation>In der Antwort, aber nicht angefragt:</translation>
    </message>
    <message>
        <source>More than once in the answer:</source>
        <translation>Mehr als einmal in der Antwort:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::BoundEditor</name>
    <message>
        <source>Open the calendar</source>
        <translation>Den Kalender öffnen</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Den Kalender öffnen (Alt+Pfeil ab)</translation>
    </message>
    <message>
        <source>UTC · %1</source>
        <translation>UTC · %1</translation>
    </message>
</context>
<context>
    <name>marquee::production::IdsField</name>
    <message>
        <source>IDs of productions</source>
        <translation>IDs von Produktionen</translation>
    </message>
    <message>
        <source>One ID a line, or paste a list.
A file can be dropped here.</source>
        <translation>Eine ID pro Zeile, oder eine Liste einfügen.
Eine Datei kann hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Typed or pasted: separated by commas, blanks or lines, or as JSON.</source>
        <translation>Getippt oder eingefügt: getrennt durch Kommas, Leerzeichen oder Zeilen, oder als JSON.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus Datei…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the list of IDs</source>
        <translation>Die Liste der IDs leeren</translation>
    </message>
    <message>
        <source>No IDs yet</source>
        <translation>Noch keine IDs</translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s)</source>
        <translation>
            <numerusform>%n ID</numerusform>
            <numerusform>%n IDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n wiederholt</numerusform>
            <numerusform>%n wiederholt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::IdsPage</name>
    <message>
        <source>Get details</source>
        <translation>Details abrufen</translation>
    </message>
    <message>
        <source>IDs of productions</source>
        <translation>IDs von Produktionen</translation>
    </message>
    <message>
        <source>Copy the IDs</source>
        <translation>IDs kopieren</translation>
    </message>
    <message>
        <source>Open the answer</source>
        <translation>Antwort öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n production(s) at the venue %1</source>
        <translation>
            <numerusform>%n Produktion in der Spielstätte %1</numerusform>
            <numerusform>%n Produktionen in der Spielstätte %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Get details of %n</source>
        <translation>
            <numerusform>Details von %n abrufen</numerusform>
            <numerusform>Details von %n abrufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::PictureBox</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionPage</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>The chosen production</source>
        <translation>Die gewählte Produktion</translation>
    </message>
    <message>
        <source>Choose a production in the table to see what is said of it.</source>
        <translation>Wählen Sie in der Tabelle eine Produktion, um zu sehen, was über sie gesagt wird.</translation>
    </message>
    <message>
        <source>A production without a name</source>
        <translation>Eine Produktion ohne Namen</translation>
    </message>
    <message>
        <source>Show in tree</source>
        <translation>Im Baum zeigen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Altersfreigabe</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 von 10</translation>
    </message>
    <message>
        <source>Distributor</source>
        <translation>Verleih</translation>
    </message>
    <message>
        <source>Atom ID</source>
        <translation>Atom-ID</translation>
    </message>
    <message>
        <source>IMDb</source>
        <translation>IMDb</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Open at Atom Tickets</source>
        <translation>Bei Atom Tickets öffnen</translation>
    </message>
    <message>
        <source>Opens %1 in the browser</source>
        <translation>Öffnet %1 im Browser</translation>
    </message>
    <message>
        <source>%1 (no web address)</source>
        <translation>%1 (keine Webadresse)</translation>
    </message>
    <message>
        <source>Cast and crew</source>
        <translation>Besetzung und Stab</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Stab</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in tree where it would stand</source>
        <translation>Im Baum zeigen, wo es stünde</translation>
    </message>
    <message>
        <source>Compared with the documentation</source>
        <translation>Verglichen mit der Dokumentation</translation>
    </message>
    <message numerus="yes">
        <source>This ID came %n time(s) in the answer.</source>
        <translation>
            <numerusform>Diese ID kam %n Mal in der Antwort.</numerusform>
            <numerusform>Diese ID kam %n Mal in der Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documented, and not there:</source>
        <translation>Dokumentiert, aber nicht vorhanden:</translation>
    </message>
    <message>
        <source>There, and not documented:</source>
        <translation>Vorhanden, aber nicht dokumentiert:</translation>
    </message>
    <message>
        <source>Everything is as documented.</source>
        <translation>Alles ist wie dokumentiert.</translation>
    </message>
    <message>
        <source>No poster is named.</source>
        <translation>Es ist kein Plakat angegeben.</translation>
    </message>
    <message>
        <source>The poster has no web address.</source>
        <translation>Das Plakat hat keine Webadresse.</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Load poster</source>
        <translation>Plakat laden</translation>
    </message>
    <message>
        <source>Pictures come from other servers, which see what you look at. So they are off by default in protected environments.</source>
        <translation>Bilder kommen von anderen Servern, die sehen, was Sie ansehen. Darum sind sie in geschützten Umgebungen von vornherein aus.</translation>
    </message>
    <message>
        <source>Allow them</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>Bilder laden</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionQueryView</name>
    <message>
        <source>Ask Atom Tickets</source>
        <translation>Atom Tickets fragen</translation>
    </message>
    <message>
        <source>Environments…</source>
        <translation>Umgebungen…</translation>
    </message>
    <message>
        <source>By IDs</source>
        <translation>Nach IDs</translation>
    </message>
    <message>
        <source>Details of productions whose IDs are known</source>
        <translation>Details von Produktionen, deren IDs bekannt sind</translation>
    </message>
    <message>
        <source>By venue</source>
        <translation>Nach Spielstätte</translation>
    </message>
    <message>
        <source>The IDs of what a venue shows</source>
        <translation>Die IDs dessen, was eine Spielstätte zeigt</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>Details of productions with that name</source>
        <translation>Details von Produktionen mit diesem Namen</translation>
    </message>
    <message>
        <source>By vendor ID</source>
        <translation>Nach Verkäufer-ID</translation>
    </message>
    <message>
        <source>Details of the production that a ticketing vendor calls so</source>
        <translation>Details der Produktion, die ein Verkäufer so nennt</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Whether Atom Tickets takes the key (ping)</source>
        <translation>Ob Atom Tickets den Schlüssel annimmt (ping)</translation>
    </message>
    <message>
        <source>How to ask</source>
        <translation>Art der Anfrage</translation>
    </message>
    <message>
        <source>Asks whether Atom Tickets takes the key of this environment. Nothing else is sent.</source>
        <translation>Fragt, ob Atom Tickets den Schlüssel dieser Umgebung annimmt. Sonst wird nichts gesendet.</translation>
    </message>
    <message>
        <source>All pages of the answer</source>
        <translation>Alle Seiten der Antwort</translation>
    </message>
    <message>
        <source>And get their details</source>
        <translation>Und ihre Details abrufen</translation>
    </message>
    <message>
        <source>The IDs that the venue answers with are asked for at once</source>
        <translation>Die Details zu den IDs, mit denen die Spielstätte antwortet, werden sofort abgerufen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask Atom Tickets (Ctrl+Enter)</source>
        <translation>Atom Tickets fragen (Strg+Enter)</translation>
    </message>
    <message>
        <source>Open as a document</source>
        <translation>Als Dokument öffnen</translation>
    </message>
    <message>
        <source>The question as a document of the workspace, to be kept and asked again</source>
        <translation>Die Frage als Dokument des Arbeitsordners, zum Aufbewahren und Wiederholen</translation>
    </message>
    <message>
        <source>Pages that came</source>
        <translation>Angekommene Seiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This environment has no Atom Tickets side.</source>
        <translation>Diese Umgebung ist nicht für Atom Tickets eingerichtet.</translation>
    </message>
    <message>
        <source>Type or paste at least one ID.</source>
        <translation>Geben Sie mindestens eine ID ein.</translation>
    </message>
    <message>
        <source>Type the venue&apos;s ID.</source>
        <translation>Geben Sie die ID der Spielstätte ein.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Type the vendor&apos;s ID.</source>
        <translation>Geben Sie die ID des Verkäufers ein.</translation>
    </message>
    <message>
        <source>One page is asked for. Empty the field Page to have them all.</source>
        <translation>Es wird eine Seite angefragt. Leeren Sie das Feld Seite, um alle zu bekommen.</translation>
    </message>
    <message>
        <source>Asks for page after page, until the last one came</source>
        <translation>Fragt Seite um Seite ab, bis die letzte da ist</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>No environment is chosen. Choose one that has an Atom Tickets side, or the sandbox.</source>
        <translation>Es ist keine Umgebung gewählt. Wählen Sie eine mit Atom Tickets, oder die Sandbox.</translation>
    </message>
    <message>
        <source>The environment “%1” has no Atom Tickets side. Give it an address and a key, or choose another environment, such as the sandbox.</source>
        <translation>Die Umgebung „%1“ ist nicht für Atom Tickets eingerichtet. Geben Sie ihr eine Adresse und einen Schlüssel, oder wählen Sie eine andere, etwa die Sandbox.</translation>
    </message>
    <message>
        <source>%1 · protected</source>
        <translation>%1 · geschützt</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird nachgefragt…</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionsPage</name>
    <message>
        <source>Filter productions</source>
        <translation>Produktionen filtern</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>For a spreadsheet: all rows, or those that are selected where there are several</source>
        <translation>Für eine Tabellenkalkulation: alle Zeilen, oder die ausgewählten, wenn es mehrere sind</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionsTable</name>
    <message>
        <source>Productions of the answer</source>
        <translation>Produktionen der Antwort</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionsView</name>
    <message>
        <source>Open the answer</source>
        <translation>Antwort öffnen</translation>
    </message>
    <message>
        <source>No productions yet</source>
        <translation>Noch keine Produktionen</translation>
    </message>
    <message>
        <source>Ask Atom Tickets for productions: type an ID, or choose a venue.</source>
        <translation>Fragen Sie Atom Tickets nach Produktionen: Geben Sie eine ID ein, oder wählen Sie eine Spielstätte.</translation>
    </message>
    <message>
        <source>The key is good</source>
        <translation>Der Schlüssel ist gültig</translation>
    </message>
    <message>
        <source>Reading the answer…</source>
        <translation>Die Antwort wird gelesen…</translation>
    </message>
    <message>
        <source>The key wasn&apos;t taken</source>
        <translation>Der Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
        <source>No productions came</source>
        <translation>Es kamen keine Produktionen</translation>
    </message>
    <message>
        <source>It has neither productions nor IDs of productions where they are documented.</source>
        <translation>Sie hat weder Produktionen noch IDs von Produktionen da, wo sie dokumentiert sind.</translation>
    </message>
    <message>
        <source>This isn&apos;t the answer that was expected</source>
        <translation>Das ist nicht die erwartete Antwort</translation>
    </message>
</context>
<context>
    <name>marquee::production::QueryForm</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Which page of the answer. Left empty, it is the first, whichever number that has.</source>
        <translation>Welche Seite der Antwort. Leer ist es die erste, welche Nummer sie auch hat.</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erste</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>How many productions a page of the answer has, 1 to 100. Left empty: 25.</source>
        <translation>Wie viele Produktionen eine Seite der Antwort hat, 1 bis 100. Leer: 25.</translation>
    </message>
    <message>
        <source>Venue ID</source>
        <translation>ID der Spielstätte</translation>
    </message>
    <message>
        <source>Atom Tickets&apos; ID of the venue, such as C00110921804.</source>
        <translation>Die ID der Spielstätte bei Atom Tickets, etwa C00110921804.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The production&apos;s name, or a part of it.</source>
        <translation>Der Name der Produktion oder ein Teil davon.</translation>
    </message>
    <message>
        <source>Vendor&apos;s ID</source>
        <translation>ID des Verkäufers</translation>
    </message>
    <message>
        <source>What the ticketing vendor calls the production.</source>
        <translation>Wie der Verkäufer die Produktion nennt.</translation>
    </message>
    <message>
        <source>Circuit ID</source>
        <translation>ID der Kette</translation>
    </message>
    <message>
        <source>The circuit that the vendor&apos;s ID belongs to, where it needs one.</source>
        <translation>Die Kette, zu der die ID des Verkäufers gehört, falls eine nötig ist.</translation>
    </message>
    <message>
        <source>any circuit</source>
        <translation>beliebige Kette</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Left empty, it is the United States&apos; (US).</source>
        <translation>Leer sind es die Vereinigten Staaten (US).</translation>
    </message>
    <message>
        <source>On the venue&apos;s own clock, without a time zone: 2026-03-14T09:00:00. The day itself counts.</source>
        <translation>Nach der Uhr der Spielstätte, ohne Zeitzone: 2026-03-14T09:00:00. Der Tag selbst zählt mit.</translation>
    </message>
    <message>
        <source>With a time zone: 2026-03-14T09:00:00Z. The day itself counts.</source>
        <translation>Mit Zeitzone: 2026-03-14T09:00:00Z. Der Tag selbst zählt mit.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Venue&apos;s local time</source>
        <translation>Ortszeit der Spielstätte</translation>
    </message>
    <message>
        <source>With a time zone</source>
        <translation>Mit Zeitzone</translation>
    </message>
    <message>
        <source>Dates are the venue&apos;s own: localStartDate and localEndDate</source>
        <translation>Datumsangaben in Ortszeit der Spielstätte: localStartDate und localEndDate</translation>
    </message>
    <message>
        <source>Dates have a time zone: isoStartDate and isoEndDate</source>
        <translation>Datumsangaben mit Zeitzone: isoStartDate und isoEndDate</translation>
    </message>
    <message>
        <source>Change the kind of dates</source>
        <translation>Art der Datumsangaben ändern</translation>
    </message>
    <message>
        <source>Change the IDs</source>
        <translation>IDs ändern</translation>
    </message>
</context>
<context>
    <name>marquee::productions::ProductionsModel</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Altersfreigabe</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Distributor</source>
        <translation>Verleih</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::ReconcileDetail</name>
    <message>
        <source>Go to the field</source>
        <translation>Zum Feld gehen</translation>
    </message>
    <message>
        <source>Send it all the same…</source>
        <translation>Trotzdem senden…</translation>
    </message>
    <message>
        <source>Send it although somebody changed it at the partner since it was fetched</source>
        <translation>Senden, obwohl es seit dem Abrufen beim Partner geändert wurde</translation>
    </message>
    <message>
        <source>What differs, field by field</source>
        <translation>Was sich unterscheidet, Feld für Feld</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>At the partner</source>
        <translation>Beim Partner</translation>
    </message>
    <message>
        <source>In the document</source>
        <translation>Im Dokument</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Dokument öffnen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Fetched at %1.</source>
        <translation>Abgerufen: %1.</translation>
    </message>
    <message>
        <source>Title, metadata and what else stands around the windows. It can only be sent with the whole avail.</source>
        <translation>Titel, Metadaten und was sonst um die Fenster steht. Senden lässt es sich nur mit dem ganzen Avail.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::ReconcileModel</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Wird abgerufen…</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Nicht abgerufen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n weggefallen</numerusform>
            <numerusform>%n weggefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>title or metadata</source>
        <translation>Titel oder Metadaten</translation>
    </message>
    <message>
        <source>Around the windows</source>
        <translation>Um die Fenster herum</translation>
    </message>
    <message>
        <source>(no ID)</source>
        <translation>(ohne ID)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::ReconcilePage</name>
    <message>
        <source>This avail</source>
        <translation>Dieser Avail</translation>
    </message>
    <message>
        <source>This avail: %1</source>
        <translation>Dieser Avail: %1</translation>
    </message>
    <message>
        <source>The whole workspace</source>
        <translation>Ganzer Arbeitsordner</translation>
    </message>
    <message>
        <source>The whole workspace: %1</source>
        <translation>Der ganze Arbeitsordner: %1</translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <source>See what the partner has against your documents: which windows are new, changed, gone or the same. Nothing is sent before you have chosen.</source>
        <translation>Sehen Sie, was der Partner im Vergleich zu Ihren Dokumenten hat: welche Fenster neu, geändert, weggefallen oder gleich sind. Gesendet wird erst, wenn Sie ausgewählt haben.</translation>
    </message>
    <message>
        <source>There is no avail to compare in “%1”.</source>
        <translation>In „%1“ gibt es keinen Avail zum Vergleichen.</translation>
    </message>
    <message>
        <source>Open an avail, or a folder with avails, to begin.</source>
        <translation>Öffnen Sie zu Beginn einen Avail oder einen Ordner mit Avails.</translation>
    </message>
    <message>
        <source>“%1” would be compared with %2.</source>
        <translation>„%1“ würde mit %2 verglichen.</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) sent</source>
        <translation>
            <numerusform>%n Anfrage gesendet</numerusform>
            <numerusform>%n Anfragen gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 failed or unknown</source>
        <translation>%1 fehlgeschlagen oder unbekannt</translation>
    </message>
    <message>
        <source>%1 held back</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Wird abgerufen…</translation>
    </message>
    <message>
        <source>Fetching: %1 of %2</source>
        <translation>Wird abgerufen: %1 von %2</translation>
    </message>
    <message>
        <source>Listing the requests…</source>
        <translation>Die Anfragen werden aufgelistet…</translation>
    </message>
    <message>
        <source>Stopping: %1 of %2 done</source>
        <translation>Wird beendet: %1 von %2 erledigt</translation>
    </message>
    <message>
        <source>Sending: %1 of %2</source>
        <translation>Wird gesendet: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n avail(s)</source>
        <translation>
            <numerusform>%n Avail</numerusform>
            <numerusform>%n Avails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be fetched</source>
        <translation>
            <numerusform>%n ließ sich nicht abrufen</numerusform>
            <numerusform>%n ließen sich nicht abrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>the partner matches</source>
        <translation>der Partner stimmt überein</translation>
    </message>
    <message numerus="yes">
        <source>Send %n change(s)…</source>
        <translation>
            <numerusform>%n Änderung senden…</numerusform>
            <numerusform>%n Änderungen senden…</numerusform>
        </translation>
    </message>
    <message>
        <source>Each put replaces all that the partner has of the avail; gone windows go with it.</source>
        <translation>Jedes Senden ersetzt alles, was der Partner vom Avail hat; weggefallene Fenster werden damit gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) would be deleted at the partner.</source>
        <translation>
            <numerusform>%n Fenster würde beim Partner gelöscht.</numerusform>
            <numerusform>%n Fenster würden beim Partner gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go to the field</source>
        <translation>&amp;Zum Feld gehen</translation>
    </message>
    <message>
        <source>&amp;Send it all the same…</source>
        <translation>&amp;Trotzdem senden…</translation>
    </message>
    <message>
        <source>Make the partner match</source>
        <translation>Partner abgleichen</translation>
    </message>
    <message>
        <source>What to compare</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Ask the partner what it has, and compare</source>
        <translation>Den Partner fragen, was er hat, und vergleichen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Begin nothing more; what is done stays</source>
        <translation>Nichts weiter beginnen; was getan ist, bleibt</translation>
    </message>
    <message>
        <source>Show only these; several can be on, and none shows all</source>
        <translation>Nur diese zeigen; mehrere sind möglich, keines zeigt alle</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Choose all of a kind, or nothing</source>
        <translation>Alle einer Art auswählen oder nichts</translation>
    </message>
    <message>
        <source>All that are &amp;new</source>
        <translation>Alle &amp;neuen</translation>
    </message>
    <message>
        <source>All that &amp;changed</source>
        <translation>Alle &amp;geänderten</translation>
    </message>
    <message>
        <source>All that are &amp;gone: delete them at the partner</source>
        <translation>Alle &amp;weggefallenen: beim Partner löschen</translation>
    </message>
    <message>
        <source>N&amp;othing</source>
        <translation>N&amp;ichts</translation>
    </message>
    <message>
        <source>How to send</source>
        <translation>Wie gesendet wird</translation>
    </message>
    <message>
        <source>Window by window</source>
        <translation>Fenster für Fenster</translation>
    </message>
    <message>
        <source>Each avail as a whole</source>
        <translation>Avails als Ganzes</translation>
    </message>
    <message>
        <source>Let the partner check each first</source>
        <translation>Erst vom Partner prüfen lassen</translation>
    </message>
    <message>
        <source>What the partner&apos;s validate operation doesn&apos;t accept isn&apos;t sent</source>
        <translation>Was die Prüfung (validate) des Partners nicht annimmt, wird nicht gesendet</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Show the requests, and send nothing</source>
        <translation>Die Anfragen zeigen, nichts senden</translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::ReconcileTable</name>
    <message>
        <source>Avails and their windows, compared with the partner</source>
        <translation>Avails und ihre Fenster im Vergleich mit dem Partner</translation>
    </message>
    <message>
        <source>Space chooses a row, Enter opens its field.</source>
        <translation>Die Leertaste wählt eine Zeile aus, die Eingabetaste öffnet ihr Feld.</translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::RequestList</name>
    <message>
        <source>Back to the windows</source>
        <translation>Zurück zu den Fenstern</translation>
    </message>
    <message>
        <source>The requests, in the order in which they go</source>
        <translation>Die Anfragen in der Reihenfolge des Sendens</translation>
    </message>
    <message>
        <source>The request as it goes over the wire; secrets by their names</source>
        <translation>Die Anfrage, wie sie übertragen wird; Geheimnisse nur mit Namen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Nothing is chosen that could be sent.</source>
        <translation>Nichts ausgewählt, was sich senden ließe.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) would be sent. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n Anfrage würde gesendet. Noch ist nichts gesendet.</numerusform>
            <numerusform>%n Anfragen würden gesendet. Noch ist nichts gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) would be sent.</source>
        <translation>
            <numerusform>%n Anfrage würde gesendet.</numerusform>
            <numerusform>%n Anfragen würden gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be held back.</source>
        <translation>
            <numerusform>%n würde zurückgehalten.</numerusform>
            <numerusform>%n würden zurückgehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n request(s) accepted.</source>
        <translation>
            <numerusform>%1 von %n Anfrage angenommen.</numerusform>
            <numerusform>%1 von %n Anfragen angenommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::FaultRow</name>
    <message>
        <source>Operation: %1</source>
        <translation>Vorgang: %1</translation>
    </message>
    <message>
        <source>any operation</source>
        <translation>jeder Vorgang</translation>
    </message>
    <message>
        <source>First request that it hits: %1</source>
        <translation>Erste Anfrage, die es trifft: %1</translation>
    </message>
    <message>
        <source>from request </source>
        <translation>ab Anfrage </translation>
    </message>
    <message>
        <source>How many times: %1</source>
        <translation>Wie oft: %1</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>jedes Mal</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>How many requests it hits; 0 for every one from there on.</source>
        <translation>Wie viele Anfragen es trifft; 0 für jede von da an.</translation>
    </message>
    <message>
        <source>Counted from when faults were changed last.</source>
        <translation>Gezählt ab der letzten Änderung der Störungen.</translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::FaultsCard</name>
    <message>
        <source>What goes wrong</source>
        <translation>Was schiefgeht</translation>
    </message>
    <message>
        <source>All o&amp;ff</source>
        <translation>Alle &amp;aus</translation>
    </message>
    <message>
        <source>Switch all faults off</source>
        <translation>Alle Störungen ausschalten</translation>
    </message>
    <message>
        <source>Each shows how a request ends that meets it every time. Where several fit, the first one counts.</source>
        <translation>Jede zeigt, wie eine Anfrage endet, die jedes Mal auf sie trifft. Wo mehrere passen, zählt die erste.</translation>
    </message>
    <message>
        <source>The same on the command line:</source>
        <translation>Dasselbe auf der Befehlszeile:</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe auf der Befehlszeile</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the flags of the command line</source>
        <translation>Die Optionen der Befehlszeile kopieren</translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::ListeningCard</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Ask for</source>
        <translation>Verlangen</translation>
    </message>
    <message>
        <source>Ask for an API key</source>
        <translation>Einen API-Schlüssel verlangen</translation>
    </message>
    <message>
        <source>API key that the sandbox asks for</source>
        <translation>API-Schlüssel, den die Sandbox verlangt</translation>
    </message>
    <message>
        <source>Requests a second that the sandbox answers</source>
        <translation>Anfragen je Sekunde, die die Sandbox beantwortet</translation>
    </message>
    <message>
        <source>as many requests as come</source>
        <translation>so viele Anfragen, wie kommen</translation>
    </message>
    <message>
        <source> requests a second</source>
        <translation> Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Forget &amp;everything</source>
        <translation>Alles &amp;vergessen</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n avail(s)</source>
        <translation>
            <numerusform>%n Avail</numerusform>
            <numerusform>%n Avails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>The simulated partners</source>
        <translation>Die simulierten Partner</translation>
    </message>
    <message>
        <source>Prime</source>
        <translation>Prime</translation>
    </message>
    <message>
        <source>Address of the simulated Prime Video</source>
        <translation>Adresse des simulierten Prime Video</translation>
    </message>
    <message>
        <source>Showtime</source>
        <translation>Showtime</translation>
    </message>
    <message>
        <source>Address of the simulated Showtime Analytics</source>
        <translation>Adresse des simulierten Showtime Analytics</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Ask for this user and password</source>
        <translation>Nach diesem Benutzer und Passwort fragen</translation>
    </message>
    <message>
        <source>Else any user and any password will do, as long as neither is empty.</source>
        <translation>Sonst geht jeder Benutzer und jedes Passwort, solange keines leer ist.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Messages with another one are refused (401). It protects nothing but practice.</source>
        <translation>Meldungen mit anderen werden zurückgewiesen (401). Es schützt nichts, es ist nur zum Üben.</translation>
    </message>
    <message>
        <source>Forget everything that was put and posted</source>
        <translation>Alles vergessen, was gesendet wurde</translation>
    </message>
    <message>
        <source>The sandbox is as if it had just begun. Faults, key, login and pace stay.</source>
        <translation>Die Sandbox ist wie gerade begonnen. Störungen, Schlüssel, Anmeldung und Tempo bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung</numerusform>
            <numerusform>%n Vorstellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n Meldung wartet</numerusform>
            <numerusform>%n Meldungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Atom</source>
        <translation>Atom</translation>
    </message>
    <message>
        <source>Address of the simulated Atom Tickets</source>
        <translation>Adresse des simulierten Atom Tickets</translation>
    </message>
    <message>
        <source>Knows</source>
        <translation>Kennt</translation>
    </message>
    <message>
        <source>Prime and Atom refuse requests without this x-api-key (403). It protects nothing but practice.</source>
        <translation>Prime und Atom weisen Anfragen ohne diesen x-api-key zurück (403). Er schützt nichts, er ist nur zum Üben.</translation>
    </message>
    <message>
        <source>What comes above is answered with “too many requests” (429), by Showtime with “overloaded” (503). 0: no limit. Atom has its own besides: 25 a second, 50 at once.</source>
        <translation>Was darüber liegt, wird mit „zu viele Anfragen“ (429) beantwortet, von Showtime mit „überlastet“ (503). 0: keine Grenze. Atom hat dazu eigene: 25 je Sekunde, 50 auf einmal.</translation>
    </message>
    <message>
        <source>%1 at %2, all made up: B0000000001 and on, C0000000001 and on</source>
        <translation>%1 in %2, alles erfunden: ab B0000000001 und ab C0000000001</translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n Produktion</numerusform>
            <numerusform>%n Produktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n venue(s)</source>
        <translation>
            <numerusform>%n Spielstätte</numerusform>
            <numerusform>%n Spielstätten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::RequestsModel</name>
    <message>
        <source>another</source>
        <translation>anderer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Callbacks go to http addresses of this computer only.</source>
        <translation>Rückmeldungen gehen nur an http-Adressen dieses Rechners.</translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::SandboxDialog</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Clear the list of requests</source>
        <translation>Die Liste der Anfragen leeren</translation>
    </message>
    <message>
        <source>Requests that the sandbox was asked</source>
        <translation>Anfragen an die Sandbox</translation>
    </message>
    <message>
        <source>Nothing yet. Send something to the environment “Sandbox”, and it shows here.</source>
        <translation>Noch nichts. Senden Sie etwas an die Umgebung „Sandbox“, und es erscheint hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) on: requests to the sandbox go wrong on purpose, from the next one on.</source>
        <translation>
            <numerusform>%n Störung eingeschaltet: Anfragen an die Sandbox gehen mit Absicht schief, ab der nächsten.</numerusform>
            <numerusform>%n Störungen eingeschaltet: Anfragen an die Sandbox gehen mit Absicht schief, ab der nächsten.</numerusform>
        </translation>
    </message>
    <message>
        <source>What they were asked</source>
        <translation>Was sie gefragt wurden</translation>
    </message>
</context>
<context>
    <name>marquee::search::FindModel</name>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n hit(s)</source>
        <translation>
            <numerusform>%1, %n Treffer</numerusform>
            <numerusform>%1, %n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>marquee::search::FindPanel</name>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Enter goes to a hit, and opens or closes a document&apos;s hits.</source>
        <translation>Enter führt zu einem Treffer und öffnet oder schließt die Treffer eines Dokuments.</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Text, or a field = value</source>
        <translation>Text, oder ein Feld = Wert</translation>
    </message>
    <message>
        <source>Find in all documents</source>
        <translation>In allen Dokumenten suchen</translation>
    </message>
    <message>
        <source>Text in names and values, or a field and its value: LicenseType = SVOD, Territory/country = US, Start = 2027*. Put text in quotation marks to find an equals sign.</source>
        <translation>Text in Namen und Werten, oder ein Feld und sein Wert: LicenseType = SVOD, Territory/country = US, Start = 2027*. Setzen Sie Text in Anführungszeichen, um ein Gleichheitszeichen zu finden.</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Tell capitals and small letters apart</source>
        <translation>Groß- und Kleinbuchstaben unterscheiden</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Not inside longer words</source>
        <translation>Nicht innerhalb längerer Wörter</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>Der Ordner wird durchsucht…</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>the folder has more files than are looked through</source>
        <translation>der Ordner hat mehr Dateien, als durchsucht werden</translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be read</source>
        <translation>
            <numerusform>%n war nicht lesbar</numerusform>
            <numerusform>%n waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Find text in all open documents. With a folder open, its files are looked through, too.</source>
        <translation>Text in allen offenen Dokumenten suchen. Ist ein Ordner offen, werden auch seine Dateien durchsucht.</translation>
    </message>
    <message>
        <source>Find text in every document of the folder. A field and its value find exactly that: LicenseType = SVOD</source>
        <translation>Text in jedem Dokument des Ordners suchen. Ein Feld und sein Wert finden genau das: LicenseType = SVOD</translation>
    </message>
    <message>
        <source>Nothing found yet…</source>
        <translation>Noch nichts gefunden…</translation>
    </message>
    <message>
        <source>No field “%1” with the value “%2” in %3.</source>
        <translation>Kein Feld „%1“ mit dem Wert „%2“ in %3.</translation>
    </message>
    <message>
        <source>No field “%1” in %2.</source>
        <translation>Kein Feld „%1“ in %2.</translation>
    </message>
    <message>
        <source>No “%1” in %2. It may be there with other capitals or inside longer words.</source>
        <translation>Kein „%1“ in %2. Vielleicht steht es da mit anderer Großschreibung oder in längeren Wörtern.</translation>
    </message>
    <message>
        <source>No “%1” in %2.</source>
        <translation>Kein „%1“ in %2.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Die Suche abbrechen</translation>
    </message>
    <message>
        <source>The first %1 hits, in %2. Type more to have fewer.</source>
        <translation>Die ersten %1 Treffer, in %2. Tippen Sie mehr, um weniger zu haben.</translation>
    </message>
</context>
<context>
    <name>marquee::series::EpisodeWriter</name>
    <message>
        <source>“%1” stands already and was left as it is.</source>
        <translation>„%1“ gibt es schon und blieb, wie es war.</translation>
    </message>
    <message>
        <source>Choose another pattern for the file names.</source>
        <translation>Wählen Sie ein anderes Muster für die Dateinamen.</translation>
    </message>
</context>
<context>
    <name>marquee::series::EpisodesModel</name>
    <message>
        <source>taken</source>
        <translation>vergeben</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Avail ID</source>
        <translation>Avail-ID</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>marquee::series::PatternForm</name>
    <message>
        <source>Season</source>
        <translation>Staffel</translation>
    </message>
    <message>
        <source>Season ID</source>
        <translation>Staffel-ID</translation>
    </message>
    <message>
        <source>Season title</source>
        <translation>Staffeltitel</translation>
    </message>
    <message>
        <source>Avail ID</source>
        <translation>Avail-ID</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Content ID</source>
        <translation>Inhalts-ID</translation>
    </message>
    <message>
        <source>the avail ID</source>
        <translation>die Avail-ID</translation>
    </message>
    <message>
        <source>Entitlement ID</source>
        <translation>Berechtigungs-ID</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>Window IDs</source>
        <translation>Fenster-IDs</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>{n} counts, {n:2} as 01. {season}, {series}, {seasontitle} and {id} are what this avail says, {title} is the episode&apos;s own, {alid} its avail ID. Window IDs may name {window} and {windowid} too.</source>
        <translation>{n} zählt, {n:2} als 01. {season}, {series}, {seasontitle} und {id} sind, was dieser Avail sagt, {title} ist der eigene Titel der Folge, {alid} ihre Avail-ID. Fenster-IDs können auch {window} und {windowid} nennen.</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Erste Nummer</translation>
    </message>
    <message>
        <source>Titles of the episodes</source>
        <translation>Titel der Folgen</translation>
    </message>
    <message>
        <source>One a line; a column of a spreadsheet can be pasted.</source>
        <translation>Einer je Zeile; die Spalte einer Tabelle lässt sich einfügen.</translation>
    </message>
</context>
<context>
    <name>marquee::series::SeriesDialog</name>
    <message>
        <source>Make episodes</source>
        <translation>Folgen anlegen</translation>
    </message>
    <message>
        <source>Episodes of “%1”</source>
        <translation>Folgen von „%1“</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>An avail for each episode, with the windows and terms of this one. Window IDs are new; everything else stays.</source>
        <translation>Ein Avail für jede Folge, mit den Fenstern und Konditionen von diesem. Die Fenster-IDs sind neu; alles andere bleibt.</translation>
    </message>
    <message>
        <source>The episodes as they would be made</source>
        <translation>Die Folgen, wie sie angelegt würden</translation>
    </message>
    <message>
        <source>Save as files</source>
        <translation>Als Dateien speichern</translation>
    </message>
    <message>
        <source>Save as files in “%1”</source>
        <translation>Als Dateien in „%1“ speichern</translation>
    </message>
    <message>
        <source>One batch document</source>
        <translation>Ein Stapel</translation>
    </message>
    <message>
        <source>Every window as a partial extract, to be put in one go</source>
        <translation>Jedes Fenster als Teilauszug, um alle auf einmal zu senden</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>Öffnen, ohne zu speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) at most</source>
        <translation>
            <numerusform>höchstens %n Folge</numerusform>
            <numerusform>höchstens %n Folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest patterns</source>
        <translation>Muster vorschlagen</translation>
    </message>
    <message>
        <source>Patterns that fit the IDs of this avail</source>
        <translation>Muster, die zu den IDs dieses Avails passen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Some episodes would have the same ID. Name what tells them apart in the pattern of the avail ID, such as {n:2}.</source>
        <translation>Einige Folgen hätten dieselbe ID. Nennen Sie im Muster der Avail-ID, was sie unterscheidet, etwa {n:2}.</translation>
    </message>
    <message>
        <source>Some files stand already, or would have the same name. Choose other names or another number to begin with.</source>
        <translation>Einige Dateien gibt es schon, oder sie hießen gleich. Wählen Sie andere Namen oder eine andere erste Nummer.</translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n Folge</numerusform>
            <numerusform>%n Folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for problems…</source>
        <translation>Probleme werden gesucht…</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n episode(s)</source>
        <translation>
            <numerusform>%n Folge anlegen</numerusform>
            <numerusform>%n Folgen anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n whose ID or file is taken</source>
        <translation>
            <numerusform>%n, deren ID oder Datei vergeben ist</numerusform>
            <numerusform>%n, deren ID oder Datei vergeben ist</numerusform>
        </translation>
    </message>
    <message>
        <source>no other problems</source>
        <translation>sonst keine Probleme</translation>
    </message>
</context>
<context>
    <name>marquee::shell::ActivityDock</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>marquee::shell::AskLink</name>
    <message>
        <source>What may be shown</source>
        <translation>Was gezeigt werden darf</translation>
    </message>
    <message>
        <source>Cancelled: not everything was looked at.</source>
        <translation>Abgebrochen: Nicht alles wurde angesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) couldn&apos;t be read.</source>
        <translation>
            <numerusform>%n Dokument war nicht lesbar.</numerusform>
            <numerusform>%n Dokumente waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more avails than are listed here.</source>
        <translation>Es gibt mehr Avails, als hier stehen.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::BatchDocumentLink</name>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
</context>
<context>
    <name>marquee::shell::BatchLink</name>
    <message>
        <source>Batch runs</source>
        <translation>Stapelläufe</translation>
    </message>
    <message>
        <source>The batch run has ended</source>
        <translation>Der Stapellauf ist zu Ende</translation>
    </message>
    <message>
        <source>End the batch run?</source>
        <translation>Den Stapellauf beenden?</translation>
    </message>
    <message>
        <source>What was sent stays sent. You can go on with the run later, from its page.</source>
        <translation>Was gesendet ist, bleibt gesendet. Sie können den Lauf später auf seiner Seite fortsetzen.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>A batch run is going on. Stop it, or wait for it to end.</source>
        <translation>Ein Stapellauf ist im Gang. Beenden Sie ihn, oder warten Sie, bis er endet.</translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <translation>Den Lauf fortsetzen</translation>
    </message>
    <message>
        <source>dry-run</source>
        <translation>probelauf</translation>
    </message>
</context>
<context>
    <name>marquee::shell::BulkLink</name>
    <message>
        <source>Join windows</source>
        <translation>Fenster verbinden</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied, to be pasted into a spreadsheet</source>
        <translation>
            <numerusform>%n Zeile kopiert, zum Einfügen in eine Tabelle</numerusform>
            <numerusform>%n Zeilen kopiert, zum Einfügen in eine Tabelle</numerusform>
        </translation>
    </message>
    <message>
        <source>The clipboard holds no rows. Copy them in the spreadsheet first, with their headings.</source>
        <translation>Die Zwischenablage enthält keine Zeilen. Kopieren Sie sie zuerst in der Tabelle, mit ihren Überschriften.</translation>
    </message>
    <message>
        <source>This window has no terms to copy.</source>
        <translation>Dieses Fenster hat keine Konditionen zum Kopieren.</translation>
    </message>
    <message>
        <source>Terms copied, to be pasted into other windows</source>
        <translation>Konditionen kopiert, zum Einfügen in andere Fenster</translation>
    </message>
</context>
<context>
    <name>marquee::shell::CallbacksLink</name>
    <message>
        <source>Callbacks</source>
        <translation>Rückmeldungen</translation>
    </message>
    <message>
        <source>The same callback came again: %1</source>
        <translation>Dieselbe Rückmeldung kam noch einmal: %1</translation>
    </message>
    <message>
        <source>Something came that can&apos;t be read as a callback</source>
        <translation>Etwas kam, das nicht als Rückmeldung lesbar ist</translation>
    </message>
    <message>
        <source>Callback for %1</source>
        <translation>Rückmeldung zu %1</translation>
    </message>
    <message>
        <source>A callback for %1 came, which was never sent from here</source>
        <translation>Eine Rückmeldung zu %1 kam, das von hier nie gesendet wurde</translation>
    </message>
    <message>
        <source>The message isn&apos;t open, and what was sent isn&apos;t kept any more. Open its file, and try again.</source>
        <translation>Die Meldung ist nicht offen, und was gesendet wurde, ist nicht mehr da. Ihre Datei öffnen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1, as it was sent</source>
        <translation>%1, wie gesendet</translation>
    </message>
</context>
<context>
    <name>marquee::shell::ChangesLink</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>marquee::shell::CompareLink</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 in “%2”…</source>
        <translation>%1 in „%2“…</translation>
    </message>
    <message>
        <source>There is no answer to compare: %1</source>
        <translation>Es gibt keine Antwort zum Vergleichen: %1</translation>
    </message>
    <message>
        <source>This call wasn&apos;t made before in “%1”, as far as the journal goes back here.</source>
        <translation>Diesen Aufruf gab es in „%1“ vorher nicht, soweit das Journal hier zurückreicht.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::DockTitle</name>
    <message>
        <source>Hide (View › Panels shows it again)</source>
        <translation>Ausblenden (Ansicht › Bereiche zeigt ihn wieder)</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>marquee::shell::DocumentTabs</name>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close this document</source>
        <translation>Dieses Dokument schließen</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>Diese Seite schließen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::EnvironmentButton</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>%1 (protected)</source>
        <translation>%1 (geschützt)</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message>
        <source>Where requests go: %1</source>
        <translation>Wohin Anfragen gehen: %1</translation>
    </message>
    <message>
        <source>Environments…</source>
        <translation>Umgebungen…</translation>
    </message>
</context>
<context>
    <name>marquee::shell::EnvironmentLink</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Environments belong to a folder. Open one first.</source>
        <translation>Umgebungen gehören zu einem Ordner. Öffnen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) on purpose</source>
        <translation>
            <numerusform>%n absichtliche Störung</numerusform>
            <numerusform>%n absichtliche Störungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::ExchangesLink</name>
    <message>
        <source>Exchanges</source>
        <translation>Austausch</translation>
    </message>
    <message>
        <source>answer-%1.json</source>
        <translation>antwort-%1.json</translation>
    </message>
    <message>
        <source>answer.json</source>
        <translation>antwort.json</translation>
    </message>
    <message>
        <source>exchanges.har</source>
        <translation>austausch.har</translation>
    </message>
    <message>
        <source>The partner names no place that can be found in the document.</source>
        <translation>Der Partner nennt keine Stelle, die im Dokument zu finden ist.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::FileDesk</name>
    <message>
        <source>There is no text on the clipboard. Copy a payload first.</source>
        <translation>In der Zwischenablage ist kein Text. Kopieren Sie zuerst Nutzdaten.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t saved. %2</source>
        <translation>„%1“ ist nicht gespeichert. %2</translation>
    </message>
    <message>
        <source>Saved in “%1”.</source>
        <translation>In „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>“%1” added in line %2</source>
        <translation>„%1“ in Zeile %2 hinzugefügt</translation>
    </message>
    <message>
        <source>“%1” taken out of line %2</source>
        <translation>„%1“ aus Zeile %2 genommen</translation>
    </message>
    <message>
        <source>“%1” instead of “%2” in line %3</source>
        <translation>„%1“ statt „%2“ in Zeile %3</translation>
    </message>
    <message>
        <source>%1. Nothing else changes.</source>
        <translation>%1. Sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Saving in “%1”…</source>
        <translation>Wird in „%1“ gespeichert…</translation>
    </message>
</context>
<context>
    <name>marquee::shell::FindButton</name>
    <message>
        <source>Find anything   %1</source>
        <translation>Alles durchsuchen   %1</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::FindLink</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::FolderLink</name>
    <message>
        <source>It is “%1” now</source>
        <translation>Heißt jetzt „%1“</translation>
    </message>
    <message>
        <source>“%1” made, with IDs of its own</source>
        <translation>„%1“ angelegt, mit eigenen IDs</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>“%1” is in the bin.</source>
        <translation>„%1“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>Kept as the template “%1”</source>
        <translation>Aufbewahrt als Vorlage „%1“</translation>
    </message>
</context>
<context>
    <name>marquee::shell::InspectorLink</name>
    <message>
        <source>No browser opened %1.</source>
        <translation>Kein Browser hat %1 geöffnet.</translation>
    </message>
    <message>
        <source>Answer to %1 · %2</source>
        <translation>Antwort auf %1 · %2</translation>
    </message>
    <message>
        <source>answer.json</source>
        <translation>antwort.json</translation>
    </message>
    <message>
        <source>%1, inspected</source>
        <translation>%1, untersucht</translation>
    </message>
</context>
<context>
    <name>marquee::shell::InventoryLink</name>
    <message>
        <source>All windows</source>
        <translation>Alle Fenster</translation>
    </message>
</context>
<context>
    <name>marquee::shell::MainWindow</name>
    <message>
        <source>Text at %1 %</source>
        <translation>Text mit %1 %</translation>
    </message>
</context>
<context>
    <name>marquee::shell::MaskLink</name>
    <message>
        <source>The masked copy is on the clipboard.</source>
        <translation>Die maskierte Kopie ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::MessageBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::MessageLink</name>
    <message>
        <source>Begin the message</source>
        <translation>Die Meldung beginnen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::MessageNumbers</name>
    <message>
        <source>Take the environment&apos;s supplier</source>
        <translation>Den Lieferanten der Umgebung nehmen</translation>
    </message>
    <message>
        <source>Number %1 was used already. Send with the next one?</source>
        <translation>Nummer %1 wurde schon benutzt. Mit der nächsten senden?</translation>
    </message>
    <message>
        <source>The last message of %1 has number %2. Each message needs a number of its own, above those before it.</source>
        <translation>Die letzte Meldung von %1 hat die Nummer %2. Jede Meldung braucht eine eigene Nummer, die über den früheren liegt.</translation>
    </message>
    <message>
        <source>Take the next number</source>
        <translation>Nächste Nummer nehmen</translation>
    </message>
    <message>
        <source>Number the message %1</source>
        <translation>Die Meldung als %1 nummerieren</translation>
    </message>
</context>
<context>
    <name>marquee::shell::MessageStandings</name>
    <message>
        <source>%1: %2 of %3 not taken</source>
        <translation>%1: %2 von %3 nicht übernommen</translation>
    </message>
    <message>
        <source>The partner has it, and hasn&apos;t processed it yet. Its callback tells what became of it.</source>
        <translation>Der Partner hat sie und hat sie noch nicht verarbeitet. Seine Rückmeldung sagt, was daraus wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n taken with a warning</source>
        <translation>
            <numerusform>%n mit einer Warnung übernommen</numerusform>
            <numerusform>%n mit einer Warnung übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not spoken of</source>
        <translation>
            <numerusform>%n nicht erwähnt</numerusform>
            <numerusform>%n nicht erwähnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::Navigator</name>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>Problem %1 of %2: %3</source>
        <translation>Problem %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>marquee::shell::NewDialog</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Full extract: all windows of the title</source>
        <translation>Gesamtauszug: alle Fenster des Titels</translation>
    </message>
    <message>
        <source>Partial extract: one window</source>
        <translation>Teilauszug: ein Fenster</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Your own templates</source>
        <translation>Ihre eigenen Vorlagen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Brings the template back</source>
        <translation>Holt die Vorlage zurück</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Neues Dokument</translation>
    </message>
    <message>
        <source>What do you want to make?</source>
        <translation>Was soll entstehen?</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>Questions for productions</source>
        <translation>Fragen nach Produktionen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::Palette</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Find an action, a field, a document or a problem</source>
        <translation>Aktion, Feld, Dokument oder Problem suchen</translation>
    </message>
</context>
<context>
    <name>marquee::shell::PreviewLink</name>
    <message>
        <source>The payload of the open document grows here as you fill in its form.</source>
        <translation>Die Nutzdaten des offenen Dokuments wachsen hier, während Sie sein Formular ausfüllen.</translation>
    </message>
    <message>
        <source>This text isn&apos;t a payload, so there is nothing to send.</source>
        <translation>Dieser Text ist kein Dokument für einen Partner; es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>Open or make a document first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Dokument.</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>The text isn&apos;t well-formed yet, so there is nothing to send.</source>
        <translation>Der Text ist noch nicht wohlgeformt; es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>Only avails, batches and messages of performances are sent.</source>
        <translation>Nur Avails, Stapel und Meldungen von Vorstellungen werden gesendet.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::ProbeLink</name>
    <message>
        <source>Probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>probe of %1</source>
        <translation>probe von %1</translation>
    </message>
    <message>
        <source>The text isn&apos;t well-formed, so the partner can&apos;t be probed with it. Put it right first.</source>
        <translation>Der Text ist nicht wohlgeformt, deshalb ist damit keine Probe beim Partner möglich. Bringen Sie ihn zuerst in Ordnung.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::ProductionsLink</name>
    <message>
        <source>Question to Atom Tickets</source>
        <translation>Frage an Atom Tickets</translation>
    </message>
    <message>
        <source>No browser opened %1.</source>
        <translation>Kein Browser hat %1 geöffnet.</translation>
    </message>
    <message>
        <source>Productions</source>
        <translation>Produktionen</translation>
    </message>
    <message>
        <source>This can&apos;t be asked: put its problems right first.</source>
        <translation>So lässt sich nicht fragen: Beheben Sie zuerst die Probleme.</translation>
    </message>
    <message>
        <source>This file is too large for a list of IDs.</source>
        <translation>Diese Datei ist zu groß für eine Liste von IDs.</translation>
    </message>
    <message>
        <source>There are no IDs in “%1”. They may stand in lines, or with commas between.</source>
        <translation>In „%1“ stehen keine IDs. Sie dürfen in Zeilen stehen oder durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Answer to %1 · %2</source>
        <translation>Antwort auf %1 · %2</translation>
    </message>
    <message>
        <source>Productions, answer</source>
        <translation>Produktionen, Antwort</translation>
    </message>
</context>
<context>
    <name>marquee::shell::ReconcileLink</name>
    <message>
        <source>Match the partner</source>
        <translation>Partner abgleichen</translation>
    </message>
    <message>
        <source>End while changes are being sent?</source>
        <translation>Beenden, während Änderungen gesendet werden?</translation>
    </message>
    <message>
        <source>What was sent stays sent. Fetch again later to see what is left.</source>
        <translation>Was gesendet ist, bleibt gesendet. Rufen Sie später erneut ab, um zu sehen, was noch fehlt.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to make the partner match</source>
        <translation>
            <numerusform>%n Anfrage, um den Partner abzugleichen</numerusform>
            <numerusform>%n Anfragen, um den Partner abzugleichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them delete(s) a window at the partner.</source>
        <translation>
            <numerusform>%n davon löscht ein Fenster beim Partner.</numerusform>
            <numerusform>%n davon löschen je ein Fenster beim Partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace(s) all that the partner has of an avail.</source>
        <translation>
            <numerusform>%n davon ersetzt alles, was der Partner von einem Avail hat.</numerusform>
            <numerusform>%n davon ersetzen je alles, was der Partner von einem Avail hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n change(s) to “%1”?</source>
        <translation>
            <numerusform>%n Änderung an „%1“ senden?</numerusform>
            <numerusform>%n Änderungen an „%1“ senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>marquee::shell::SafetyLink</name>
    <message>
        <source>%1, not saved yet · %2</source>
        <translation>%1, noch nicht gespeichert · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>another Marquee (process %1)</source>
        <translation>einem anderen Marquee (Prozess %1)</translation>
    </message>
    <message>
        <source>Marquee on %1 (process %2)</source>
        <translation>Marquee auf %1 (Prozess %2)</translation>
    </message>
    <message>
        <source>“%1” is open in %2 as well. Whoever saves last overwrites what the other saved.</source>
        <translation>„%1“ ist auch in %2 geöffnet. Wer zuletzt speichert, überschreibt, was der andere gespeichert hat.</translation>
    </message>
</context>
<context>
    <name>marquee::shell::SendDesk</name>
    <message>
        <source>This window has no ID, so the partner can&apos;t be asked for it. Make one first.</source>
        <translation>Dieses Fenster hat keine ID; der Partner kann nicht danach gefragt werden. Erzeugen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>Delete “%1” at the partner?</source>
        <translation>„%1“ beim Partner löschen?</translation>
    </message>
    <message>
        <source>In “%1”: %2. The document here stays as it is.</source>
        <translation>In „%1“: %2. Das Dokument hier bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Still sending. Cancel it, or wait for it to end.</source>
        <translation>Es wird noch gesendet. Brechen Sie ab, oder warten Sie das Ende ab.</translation>
    </message>
    <message>
        <source>%1 in “%2”…</source>
        <translation>%1 in „%2“…</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source> (Status %1, %2 ms, %3)</source>
        <translation> (Status %1, %2 ms, %3)</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Die Antwort zeigen</translation>
    </message>
    <message>
        <source>%1, answer %2</source>
        <translation>%1, Antwort %2</translation>
    </message>
    <message>
        <source>No luck yet (attempt %1). Sent again in %2 s.</source>
        <translation>Noch ohne Erfolg (Versuch %1). Wird in %2 s erneut gesendet.</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1, erneut</translation>
    </message>
    <message>
        <source>This is what was sent. Change what has to be changed, and send it.</source>
        <translation>Das wurde gesendet. Ändern Sie, was zu ändern ist, und senden Sie es.</translation>
    </message>
    <message>
        <source>“%1”, where this was sent, isn&apos;t among the environments. Open the folder that has it, and ask again.</source>
        <translation>„%1“, wohin dies gesendet wurde, ist nicht unter den Umgebungen. Öffnen Sie den Ordner, der sie hat, und fragen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The partner can&apos;t be asked what became of this one.</source>
        <translation>Der Partner kann nicht gefragt werden, was daraus wurde.</translation>
    </message>
    <message>
        <source>Asking “%1” what became of it…</source>
        <translation>„%1“ wird gefragt, was daraus wurde…</translation>
    </message>
    <message>
        <source>%1, answer</source>
        <translation>%1, Antwort</translation>
    </message>
    <message>
        <source>The text isn&apos;t well-formed, so it can&apos;t be sent. %1</source>
        <translation>Der Text ist nicht wohlgeformt und lässt sich nicht senden. %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>marquee::shell::SeriesLink</name>
    <message>
        <source>%1, episodes</source>
        <translation>%1, Folgen</translation>
    </message>
    <message numerus="yes">
        <source>Writing %n episode(s)…</source>
        <translation>
            <numerusform>%n Folge wird geschrieben…</numerusform>
            <numerusform>%n Folgen werden geschrieben…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) written.</source>
        <translation>
            <numerusform>%n Folge geschrieben.</numerusform>
            <numerusform>%n Folgen geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be.</source>
        <translation>
            <numerusform>%n ließ sich nicht schreiben.</numerusform>
            <numerusform>%n ließen sich nicht schreiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::StatusLine</name>
    <message>
        <source>%1  ·  line %2</source>
        <translation>%1  ·  Zeile %2</translation>
    </message>
</context>
<context>
    <name>marquee::shell::TextPane</name>
    <message>
        <source>Text that isn&apos;t a payload  ·  %1</source>
        <translation>Text, der kein Dokument für einen Partner ist  ·  %1</translation>
    </message>
    <message numerus="yes">
        <source>Batch of %n request(s)  ·  %1</source>
        <translation>
            <numerusform>Stapel mit %n Anfrage  ·  %1</numerusform>
            <numerusform>Stapel mit %n Anfragen  ·  %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reply to a batch, %n answer(s)  ·  %1</source>
        <translation>
            <numerusform>Antwort auf einen Stapel, %n Antwort  ·  %1</numerusform>
            <numerusform>Antwort auf einen Stapel, %n Antworten  ·  %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Partner&apos;s reply  ·  %1</source>
        <translation>Antwort des Partners  ·  %1</translation>
    </message>
    <message>
        <source>JSON of no kind that Marquee knows  ·  %1</source>
        <translation>JSON von keiner Art, die Marquee kennt  ·  %1</translation>
    </message>
    <message numerus="yes">
        <source>Callback of Showtime Analytics, %n answer(s)  ·  %1</source>
        <translation>
            <numerusform>Rückmeldung von Showtime Analytics, %n Antwort  ·  %1</numerusform>
            <numerusform>Rückmeldung von Showtime Analytics, %n Antworten  ·  %1</numerusform>
        </translation>
    </message>
    <message>
        <source>XML of no kind that Marquee knows  ·  %1</source>
        <translation>XML von keiner Art, die Marquee kennt  ·  %1</translation>
    </message>
    <message>
        <source>Ask Atom Tickets</source>
        <translation>Atom Tickets fragen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Shows the question on the productions&apos; page</source>
        <translation>Zeigt die Frage auf der Seite der Produktionen</translation>
    </message>
    <message>
        <source>Shows it as a summary, a tree and a table</source>
        <translation>Zeigt es als Übersicht, Baum und Tabelle</translation>
    </message>
    <message>
        <source>Question to Atom Tickets  ·  %1</source>
        <translation>Frage an Atom Tickets  ·  %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) of productions  ·  %1</source>
        <translation>
            <numerusform>%n ID von Produktionen  ·  %1</numerusform>
            <numerusform>%n IDs von Produktionen  ·  %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n production(s) of Atom Tickets  ·  %1</source>
        <translation>
            <numerusform>%n Produktion von Atom Tickets  ·  %1</numerusform>
            <numerusform>%n Produktionen von Atom Tickets  ·  %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::WatchLink</name>
    <message>
        <source>The file of “%1” was changed by another program</source>
        <translation>Die Datei von „%1“ wurde von einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>The file of “%1” isn&apos;t there any more. Save the document to write it again.</source>
        <translation>Die Datei von „%1“ ist nicht mehr da. Speichern Sie das Dokument, um sie neu zu schreiben.</translation>
    </message>
    <message>
        <source>It has edits here that aren&apos;t saved; reloading is a step that Undo takes back.</source>
        <translation>Hier gibt es Änderungen, die nicht gespeichert sind; das Neuladen ist ein Schritt, den „Rückgängig“ zurücknimmt.</translation>
    </message>
    <message>
        <source>The file of “%1” was changed by another program.</source>
        <translation>Die Datei von „%1“ wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meins behalten</translation>
    </message>
    <message>
        <source>“%1” is as its file is</source>
        <translation>„%1“ entspricht seiner Datei</translation>
    </message>
    <message>
        <source>Write over what another program saved?</source>
        <translation>Überschreiben, was ein anderes Programm gespeichert hat?</translation>
    </message>
    <message>
        <source>The file of “%1” was changed by another program since it was read. Saving puts your text in its place.</source>
        <translation>Die Datei von „%1“ wurde, seit sie gelesen wurde, von einem anderen Programm geändert. Beim Speichern tritt Ihr Text an ihre Stelle.</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Überschreiben</translation>
    </message>
</context>
<context>
    <name>marquee::shell::WelcomePage</name>
    <message>
        <source>What may be shown, where, when and how</source>
        <translation>Was gezeigt werden darf, wo, wann und wie</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Begin an avail, or a message of performances, from a template; open files, or drop them here.
The sandbox plays the partners until you choose another environment.</source>
        <translation>Beginnen Sie einen Avail oder eine Meldung mit Vorstellungen aus einer Vorlage; öffnen Sie Dateien, oder legen Sie sie hier ab.
Die Sandbox spielt die Partner, bis Sie eine andere Umgebung wählen.</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu…</translation>
    </message>
</context>
<context>
    <name>marquee::shell::Workbench</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>„%1“ wird geöffnet…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>“%1” is open</source>
        <translation>„%1“ ist offen</translation>
    </message>
    <message>
        <source>Validated: %1</source>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
</context>
<context>
    <name>marquee::shortcuts::KeysEdit</name>
    <message>
        <source>Press the keys</source>
        <translation>Tasten drücken</translation>
    </message>
</context>
<context>
    <name>marquee::shortcuts::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find an action or its keys</source>
        <translation>Eine Aktion oder ihre Tasten suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>Neue Tasten: drücken</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Sheet to print…</source>
        <translation>Blatt zum Drucken…</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Alle wie üblich</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No action has these words</source>
        <translation>Keine Aktion hat diese Wörter</translation>
    </message>
    <message>
        <source>%1 is for %2 in fields and tables. Choose keys with Ctrl or Alt that are free.</source>
        <translation>%1 dient in Feldern und Tabellen zum %2. Wählen Sie freie Tasten mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” (%3). Take it, and that action has no keys any more.</source>
        <translation>%1 gehört zu „%2“ (%3). Wenn Sie es übernehmen, hat diese Aktion keine Tasten mehr.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
</context>
<context>
    <name>marquee::shortcuts::ShortcutsModel</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>marquee::templates::SaveTemplateDialog</name>
    <message>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Leave IDs and titles empty</source>
        <translation>IDs und Titel leer lassen</translation>
    </message>
    <message>
        <source>Keep everything as it is</source>
        <translation>Alles behalten, wie es ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New avails can begin with it: the windows, terms and everything else are there already.</source>
        <translation>Neue Avails können damit beginnen: Fenster, Konditionen und alles andere sind schon da.</translation>
    </message>
    <message>
        <source>There is a template “%1” already. It would be replaced.</source>
        <translation>Eine Vorlage „%1“ gibt es schon. Sie würde ersetzt.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>marquee::terms::TermsForm</name>
    <message>
        <source>Terms</source>
        <translation>Konditionen</translation>
    </message>
    <message>
        <source>Add term…</source>
        <translation>Kondition hinzufügen…</translation>
    </message>
    <message>
        <source>No terms yet. Add a price, a duration or a condition.</source>
        <translation>Noch keine Konditionen. Fügen Sie einen Preis, eine Dauer oder eine Bedingung hinzu.</translation>
    </message>
    <message>
        <source>Term without a name</source>
        <translation>Kondition ohne Namen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Move or remove %1</source>
        <translation>%1 verschieben oder entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 · stands already</source>
        <translation>%1 · schon vorhanden</translation>
    </message>
    <message>
        <source>Find a term by name or meaning</source>
        <translation>Eine Kondition nach Name oder Bedeutung suchen</translation>
    </message>
    <message>
        <source>Use “%1” as it is</source>
        <translation>„%1“ so verwenden</translation>
    </message>
    <message>
        <source>A term that the catalogue doesn&apos;t know.</source>
        <translation>Eine Kondition, die der Katalog nicht kennt.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Move a term</source>
        <translation>Eine Kondition verschieben</translation>
    </message>
    <message>
        <source>Remove a term</source>
        <translation>Eine Kondition entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from these windows</source>
        <translation>%1 aus diesen Fenstern entfernen</translation>
    </message>
</context>
<context>
    <name>marquee::text::TextEditor</name>
    <message>
        <source>The payload as text</source>
        <translation>Die Nutzdaten als Text</translation>
    </message>
    <message>
        <source>Tab indents. Press Esc and then Tab to go on to the next field.</source>
        <translation>Tab rückt ein. Drücken Sie Esc und dann Tab, um zum nächsten Feld zu gehen.</translation>
    </message>
</context>
<context>
    <name>marquee::text::TextPage</name>
    <message>
        <source>The payload as text</source>
        <translation>Die Nutzdaten als Text</translation>
    </message>
    <message>
        <source>This text is larger than %1, so it can only be read here. Change it in the form.</source>
        <translation>Dieser Text ist größer als %1 und lässt sich hier nur lesen. Ändern Sie ihn im Formular.</translation>
    </message>
    <message>
        <source>This text isn&apos;t UTF-8, so it can only be read here. Save it as UTF-8 in the program that wrote it, and open it again.</source>
        <translation>Dieser Text ist kein UTF-8 und lässt sich hier nur lesen. Speichern Sie ihn in dem Programm, das ihn geschrieben hat, als UTF-8, und öffnen Sie ihn neu.</translation>
    </message>
    <message>
        <source>A line of this text is too long to be edited, so it can only be read here. Change it in the form.</source>
        <translation>Eine Zeile dieses Textes ist zum Bearbeiten zu lang; er lässt sich hier nur lesen. Ändern Sie ihn im Formular.</translation>
    </message>
    <message>
        <source>This text has characters that an editor would change, so it can only be read here. Change it in the form.</source>
        <translation>Dieser Text enthält Zeichen, die ein Editor ändern würde; er lässt sich hier nur lesen. Ändern Sie ihn im Formular.</translation>
    </message>
</context>
<context>
    <name>marquee::text::TextStanding</name>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Show a repair…</source>
        <translation>Reparatur zeigen…</translation>
    </message>
    <message>
        <source>Back to the last well-formed text</source>
        <translation>Zurück zum letzten wohlgeformten Text</translation>
    </message>
    <message>
        <source>How the text stands</source>
        <translation>Wie es um den Text steht</translation>
    </message>
    <message>
        <source>Well-formed  ·  %1</source>
        <translation>Wohlgeformt  ·  %1</translation>
    </message>
</context>
<context>
    <name>marquee::text::WaitingCover</name>
    <message>
        <source>Go to the text</source>
        <translation>Zum Text gehen</translation>
    </message>
    <message>
        <source>Back to the last well-formed text</source>
        <translation>Zurück zum letzten wohlgeformten Text</translation>
    </message>
    <message>
        <source>The text isn&apos;t well-formed yet</source>
        <translation>Der Text ist noch nicht wohlgeformt</translation>
    </message>
    <message>
        <source>%1 The form waits here until the text is put right.</source>
        <translation>%1 Das Formular wartet hier, bis der Text in Ordnung ist.</translation>
    </message>
    <message>
        <source>This form isn&apos;t for this text any more</source>
        <translation>Dieses Formular passt nicht mehr zu diesem Text</translation>
    </message>
    <message>
        <source>The text is well-formed, but it says something else than this form shows.</source>
        <translation>Der Text ist wohlgeformt, sagt aber etwas anderes, als dieses Formular zeigt.</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Änderung zurücknehmen</translation>
    </message>
</context>
<context>
    <name>marquee::timeline::TimelinePage</name>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>Zoom in (+, or Ctrl and the wheel)</source>
        <translation>Vergrößern (+, oder Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Zoom out (-, or Ctrl and the wheel)</source>
        <translation>Verkleinern (-, oder Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all windows (F)</source>
        <translation>Alle Fenster zeigen (F)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Go to today (T)</source>
        <translation>Zu heute gehen (T)</translation>
    </message>
    <message>
        <source>Drag a bar or an edge to other dates; Ctrl and the wheel zoom.</source>
        <translation>Ziehen Sie einen Balken oder eine Kante auf andere Daten; Strg und Mausrad zoomen.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save the time that is seen, with all lanes, as a picture</source>
        <translation>Den sichtbaren Zeitraum mit allen Bahnen als Bild speichern</translation>
    </message>
    <message>
        <source>As a PNG picture...</source>
        <translation>Als PNG-Bild...</translation>
    </message>
    <message>
        <source>As an SVG drawing...</source>
        <translation>Als SVG-Zeichnung...</translation>
    </message>
    <message>
        <source>The picture couldn&apos;t be made. Choose a grouping with fewer lanes, and try again.</source>
        <translation>Das Bild konnte nicht erstellt werden. Wählen Sie eine Gruppierung mit weniger Bahnen, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>marquee::timeline::TimelineView</name>
    <message>
        <source>Timeline of the windows</source>
        <translation>Zeitleiste der Fenster</translation>
    </message>
    <message>
        <source>No windows yet.
Add one on the page Windows: it stands here as a bar from its start to its end.</source>
        <translation>Noch keine Fenster.
Fügen Sie auf der Seite Fenster eines hinzu: Es steht hier als Balken von seinem Beginn bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>overlaps with another window</source>
        <translation>überschneidet sich mit einem anderen Fenster</translation>
    </message>
    <message>
        <source>Gap, no window holds: %1</source>
        <translation>Lücke, kein Fenster gilt: %1</translation>
    </message>
    <message>
        <source>Move the start</source>
        <translation>Beginn verschieben</translation>
    </message>
    <message>
        <source>Move the end</source>
        <translation>Ende verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n window(s)</source>
        <translation>
            <numerusform>%n Fenster verschieben</numerusform>
            <numerusform>%n Fenster verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::workspace::FileWork</name>
    <message>
        <source>A file needs a name.</source>
        <translation>Eine Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>A file&apos;s name can&apos;t have “%1” in it: not every computer takes that.</source>
        <translation>Im Namen einer Datei darf „%1“ nicht stehen: Nicht jeder Rechner nimmt das an.</translation>
    </message>
    <message>
        <source>Leave out %1 and line breaks.</source>
        <translation>Lassen Sie %1 und Zeilenumbrüche weg.</translation>
    </message>
    <message>
        <source>A file whose name begins with a full stop is hidden.</source>
        <translation>Eine Datei, deren Name mit einem Punkt beginnt, ist versteckt.</translation>
    </message>
    <message>
        <source>Begin it with a letter or a number.</source>
        <translation>Beginnen Sie mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A file&apos;s name can&apos;t begin or end with a blank, or end with a full stop.</source>
        <translation>Der Name einer Datei darf nicht mit einem Leerzeichen beginnen oder enden und nicht mit einem Punkt enden.</translation>
    </message>
    <message>
        <source>Take it away.</source>
        <translation>Nehmen Sie es weg.</translation>
    </message>
    <message>
        <source>“marquee.json” is where the folder&apos;s settings stand.</source>
        <translation>In „marquee.json“ stehen die Einstellungen des Ordners.</translation>
    </message>
    <message>
        <source>Take another name.</source>
        <translation>Nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>Take a shorter one, of 200 letters or less.</source>
        <translation>Nehmen Sie einen kürzeren mit höchstens 200 Buchstaben.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t there any more.</source>
        <translation>„%1“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed elsewhere.</source>
        <translation>Vielleicht wurde die Datei anderswo verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>There is a file “%1” already.</source>
        <translation>Eine Datei „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” is being saved.</source>
        <translation>„%1“ wird gerade gespeichert.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>“%1” couldn&apos;t be renamed: %2.</source>
        <translation>„%1“ ließ sich nicht umbenennen: %2.</translation>
    </message>
    <message>
        <source>See whether you may change files in that folder.</source>
        <translation>Sehen Sie nach, ob Sie in diesem Ordner Dateien ändern dürfen.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t well-formed, so its IDs can&apos;t be told: %2</source>
        <translation>„%1“ ist nicht wohlgeformt, deshalb sind die IDs nicht zu erkennen: %2</translation>
    </message>
    <message>
        <source>Open it and put the text right first.</source>
        <translation>Öffnen Sie die Datei, und bringen Sie zuerst den Text in Ordnung.</translation>
    </message>
    <message>
        <source>“%1” has too many copies.</source>
        <translation>Von „%1“ gibt es zu viele Kopien.</translation>
    </message>
    <message>
        <source>Rename some of them.</source>
        <translation>Benennen Sie einige davon um.</translation>
    </message>
    <message>
        <source>“%1” has edits that aren&apos;t saved, so it stays.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind, und bleibt deshalb.</translation>
    </message>
    <message>
        <source>Save or close it first, then move it to the bin.</source>
        <translation>Speichern oder schließen Sie das Dokument zuerst, und verschieben Sie es dann in den Papierkorb.</translation>
    </message>
    <message>
        <source>“%1” couldn&apos;t be moved to the bin: there is none for that folder, or you may not change files in it. Nothing was deleted.</source>
        <translation>„%1“ ließ sich nicht in den Papierkorb verschieben: Für diesen Ordner gibt es keinen, oder Sie dürfen dort keine Dateien ändern. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Show it in its folder, and delete it there if you don&apos;t need it any more.</source>
        <translation>Zeigen Sie die Datei in ihrem Ordner, und löschen Sie sie dort, wenn Sie sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>Another file is called “%1” by now.</source>
        <translation>Inzwischen heißt eine andere Datei „%1“.</translation>
    </message>
    <message>
        <source>Rename that one, then take this one out of the bin by hand.</source>
        <translation>Benennen Sie jene um, und holen Sie diese dann von Hand aus dem Papierkorb.</translation>
    </message>
    <message>
        <source>“%1” couldn&apos;t be taken out of the bin.</source>
        <translation>„%1“ ließ sich nicht aus dem Papierkorb holen.</translation>
    </message>
    <message>
        <source>Open the bin and put it back there.</source>
        <translation>Öffnen Sie den Papierkorb, und legen Sie die Datei von dort zurück.</translation>
    </message>
</context>
<context>
    <name>marquee::workspace::FolderDelegate</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>marquee::workspace::FolderRows</name>
    <message>
        <source>Avails</source>
        <translation>Avails</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1, %n Datei</numerusform>
            <numerusform>%1, %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>open, not saved</source>
        <translation>offen, nicht gespeichert</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>Productions</source>
        <translation>Produktionen</translation>
    </message>
</context>
<context>
    <name>marquee::workspace::WorkspacePanel</name>
    <message>
        <source>Filter…</source>
        <translation>Filtern…</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Dokumente filtern</translation>
    </message>
    <message>
        <source>Documents of the folder</source>
        <translation>Dokumente des Ordners</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Show all documents</source>
        <translation>Alle Dokumente zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>The first %1 files are shown.</source>
        <translation>Die ersten %1 Dateien sind zu sehen.</translation>
    </message>
    <message>
        <source>No document&apos;s name has that in it.</source>
        <translation>Das kommt in keinem Dokumentnamen vor.</translation>
    </message>
    <message>
        <source>Choose a folder to see its documents here.</source>
        <translation>Wählen Sie einen Ordner, um hier seine Dokumente zu sehen.</translation>
    </message>
    <message>
        <source>No documents in this folder yet. New makes one, or drop files here.</source>
        <translation>Noch keine Dokumente in diesem Ordner. „Neu“ erstellt eines, oder legen Sie Dateien hier ab.</translation>
    </message>
    <message>
        <source>Looking through the folder…</source>
        <translation>Der Ordner wird durchsucht…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Enter opens a document, F2 renames it, Delete moves it to the bin.</source>
        <translation>Enter öffnet ein Dokument, F2 benennt es um, Entf verschiebt es in den Papierkorb.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Duplicate with new IDs</source>
        <translation>Mit neuen IDs duplizieren</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
</context>
<context>
    <name>masks</name>
    <message>
        <source>Nothing is chosen to be masked.</source>
        <translation>Nichts ist zum Maskieren ausgewählt.</translation>
    </message>
    <message>
        <source>Choose titles, prices, contracts or members.</source>
        <translation>Wählen Sie Titel, Preise, Verträge oder Felder.</translation>
    </message>
    <message>
        <source>The payload is larger than %1 MB.</source>
        <translation>Die Nutzdaten sind größer als %1 MB.</translation>
    </message>
    <message>
        <source>Mask a part of it.</source>
        <translation>Maskieren Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>What came out isn&apos;t a payload any more, so it isn&apos;t handed on.</source>
        <translation>Was herauskam, ist kein gültiges JSON oder XML mehr und wird deshalb nicht weitergegeben.</translation>
    </message>
    <message>
        <source>Mask less of it, and tell us about it.</source>
        <translation>Maskieren Sie weniger davon, und melden Sie es uns.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>The query looks at too much and was left off: there may be more. Name the way, $.a.b, instead of $..a..b.</source>
        <translation>Die Abfrage sieht zu viel an und wurde abgebrochen: Es kann mehr geben. Nennen Sie den Weg, $.a.b, statt $..a..b.</translation>
    </message>
    <message>
        <source>a value: a text in quotes, a number, true, false, null, or @ or $ with what follows.</source>
        <translation>ein Wert: ein Text in Anführungszeichen, eine Zahl, true, false, null oder @ oder $ mit dem, was folgt.</translation>
    </message>
    <message>
        <source>half a character stands in the query.</source>
        <translation>in der Abfrage steht ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>a JSONPath begins with $.</source>
        <translation>ein JSONPath beginnt mit $.</translation>
    </message>
    <message>
        <source>Write it like $.avail.Transaction[0].End or $..country.</source>
        <translation>Schreiben Sie ihn wie $.avail.Transaction[0].End oder $..country.</translation>
    </message>
    <message>
        <source>blanks may not stand at the end.</source>
        <translation>am Ende dürfen keine Leerzeichen stehen.</translation>
    </message>
    <message>
        <source>a dot or a bracket belongs here: .Name, ..Name or [0].</source>
        <translation>hierher gehört ein Punkt oder eine Klammer: .Name, ..Name oder [0].</translation>
    </message>
    <message>
        <source>a name, or *, belongs behind the dot.</source>
        <translation>hinter den Punkt gehört ein Name oder *.</translation>
    </message>
    <message>
        <source>A name that begins with a digit, or has other signs in it, is written [&apos;like this&apos;].</source>
        <translation>Ein Name, der mit einer Ziffer beginnt oder andere Zeichen enthält, wird [&apos;like this&apos;] geschrieben.</translation>
    </message>
    <message>
        <source>the end of the bracket, ], or a comma and something further, belongs here.</source>
        <translation>hierher gehört das Ende der Klammer, ], oder ein Komma und etwas Weiteres.</translation>
    </message>
    <message>
        <source>a name in quotes, a number, *, 0:3 or ?condition belongs into the bracket.</source>
        <translation>in die Klammer gehört ein Name in Anführungszeichen, eine Zahl, *, 0:3 oder ?Bedingung.</translation>
    </message>
    <message>
        <source>Write a name in quotes: [&apos;Start&apos;].</source>
        <translation>Schreiben Sie einen Namen in Anführungszeichen: [&apos;Start&apos;].</translation>
    </message>
    <message>
        <source>at most %1 filters may stand in each other.</source>
        <translation>höchstens %1 Filter dürfen ineinander stehen.</translation>
    </message>
    <message>
        <source>a digit belongs behind the minus sign.</source>
        <translation>hinter das Minuszeichen gehört eine Ziffer.</translation>
    </message>
    <message>
        <source>-0 isn&apos;t a place.</source>
        <translation>-0 ist keine Stelle.</translation>
    </message>
    <message>
        <source>a number may not begin with 0.</source>
        <translation>eine Zahl darf nicht mit 0 beginnen.</translation>
    </message>
    <message>
        <source>this number is too large: at most %1.</source>
        <translation>diese Zahl ist zu groß: höchstens %1.</translation>
    </message>
    <message>
        <source>“or” is written with two strokes: ||.</source>
        <translation>„oder“ wird mit zwei Strichen geschrieben: ||.</translation>
    </message>
    <message>
        <source>“and” is written with two signs: &amp;&amp;.</source>
        <translation>„und“ wird mit zwei Zeichen geschrieben: &amp;&amp;.</translation>
    </message>
    <message>
        <source>at most %1 parentheses may stand in each other.</source>
        <translation>höchstens %1 runde Klammern dürfen ineinander stehen.</translation>
    </message>
    <message>
        <source>the closing parenthesis, ), is missing here.</source>
        <translation>hier fehlt die schließende Klammer, ).</translation>
    </message>
    <message>
        <source>what ! turns round has to stand in parentheses here.</source>
        <translation>was ! umkehrt, muss hier in runden Klammern stehen.</translation>
    </message>
    <message>
        <source>Write !(@.a == 1).</source>
        <translation>Schreiben Sie !(@.a == 1).</translation>
    </message>
    <message>
        <source>a value alone is neither true nor false here.</source>
        <translation>ein Wert allein ist hier weder wahr noch falsch.</translation>
    </message>
    <message>
        <source>Compare it with something: @.LicenseType == &apos;EST&apos;.</source>
        <translation>Vergleichen Sie ihn mit etwas: @.LicenseType == &apos;EST&apos;.</translation>
    </message>
    <message>
        <source>what this function gives has to be compared.</source>
        <translation>was diese Funktion liefert, muss verglichen werden.</translation>
    </message>
    <message>
        <source>Write it like count(@.*) &gt; 2.</source>
        <translation>Schreiben Sie es wie count(@.*) &gt; 2.</translation>
    </message>
    <message>
        <source>“is” is written with two signs: ==.</source>
        <translation>„ist“ wird mit zwei Zeichen geschrieben: ==.</translation>
    </message>
    <message>
        <source>“is not” is written !=.</source>
        <translation>„ist nicht“ wird != geschrieben.</translation>
    </message>
    <message>
        <source>Write a member as @.%1, a text as &apos;%1&apos;.</source>
        <translation>Schreiben Sie ein Feld als @.%1, einen Text als &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>at most %1 functions may stand in each other.</source>
        <translation>höchstens %1 Funktionen dürfen ineinander stehen.</translation>
    </message>
    <message>
        <source>there is no function %1.</source>
        <translation>eine Funktion %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The functions are length, count, match, search and value.</source>
        <translation>Die Funktionen sind length, count, match, search und value.</translation>
    </message>
    <message>
        <source>%1 takes two values, with a comma between.</source>
        <translation>%1 braucht zwei Werte mit einem Komma dazwischen.</translation>
    </message>
    <message>
        <source>%1 needs something in its parentheses.</source>
        <translation>%1 braucht etwas in den Klammern.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t take so many values.</source>
        <translation>%1 nimmt nicht so viele Werte.</translation>
    </message>
    <message>
        <source>a query belongs here: @ or $ with what follows.</source>
        <translation>hierher gehört eine Abfrage: @ oder $ mit dem, was folgt.</translation>
    </message>
    <message>
        <source>Write it like count(@.Territory[*]).</source>
        <translation>Schreiben Sie es wie count(@.Territory[*]).</translation>
    </message>
    <message>
        <source>this can find several values, and only one can be taken here.</source>
        <translation>das kann mehrere Werte finden, und hier ist nur einer möglich.</translation>
    </message>
    <message>
        <source>Name one place, without *, .., commas, 0:3 and filters; or put it in value(…) or count(…).</source>
        <translation>Nennen Sie eine einzige Stelle, ohne *, .., Kommas, 0:3 und Filter; oder setzen Sie es in value(…) oder count(…).</translation>
    </message>
    <message>
        <source>what this function gives is true or false, and can&apos;t be compared.</source>
        <translation>was diese Funktion liefert, ist wahr oder falsch und lässt sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Leave the comparison out.</source>
        <translation>Lassen Sie den Vergleich weg.</translation>
    </message>
    <message>
        <source>a digit belongs behind the point.</source>
        <translation>hinter den Dezimalpunkt gehört eine Ziffer.</translation>
    </message>
    <message>
        <source>a digit belongs behind the e.</source>
        <translation>hinter das e gehört eine Ziffer.</translation>
    </message>
    <message>
        <source>a line break or control character is written with a backslash: \n.</source>
        <translation>ein Zeilenumbruch oder Steuerzeichen wird mit Backslash geschrieben: \n.</translation>
    </message>
    <message>
        <source>this quote is never closed.</source>
        <translation>dieses Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>behind a backslash stands one of b f n r t / \ u, or the quote that is open.</source>
        <translation>hinter einem Backslash steht eines von b f n r t / \ u oder das offene Anführungszeichen.</translation>
    </message>
    <message>
        <source>half a character: two \u make one here.</source>
        <translation>ein halbes Zeichen: Hier ergeben erst zwei \u eines.</translation>
    </message>
    <message>
        <source>four digits or letters from a to f belong behind \u.</source>
        <translation>hinter \u gehören vier Ziffern oder Buchstaben von a bis f.</translation>
    </message>
    <message>
        <source>a query is missing.</source>
        <translation>eine Abfrage fehlt.</translation>
    </message>
    <message>
        <source>Type one, such as $..Start.</source>
        <translation>Geben Sie eine ein, etwa $..Start.</translation>
    </message>
    <message>
        <source>a query is at most %1 characters long.</source>
        <translation>eine Abfrage ist höchstens %1 Zeichen lang.</translation>
    </message>
    <message>
        <source>Look for less at once.</source>
        <translation>Suchen Sie weniger auf einmal.</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>There isn&apos;t enough memory to run XPath over this document.</source>
        <translation>Der Speicher reicht nicht, um XPath auf dieses Dokument anzuwenden.</translation>
    </message>
    <message>
        <source>An XPath that looks back (.., parent, preceding), joins with | or has // twice runs over documents of at most %1 MB.</source>
        <translation>Ein XPath, der zurückblickt (.., parent, preceding), mit | verbindet oder zweimal // enthält, läuft nur über Dokumente bis %1 MB.</translation>
    </message>
    <message>
        <source>Name the way down, /A/B/C, or use a JSONPath, such as $..C.</source>
        <translation>Nennen Sie den Weg nach unten, /A/B/C, oder nehmen Sie einen JSONPath, etwa $..C.</translation>
    </message>
    <message>
        <source>XPath runs over documents of at most %1 MB.</source>
        <translation>XPath läuft nur über Dokumente bis %1 MB.</translation>
    </message>
    <message>
        <source>Use a JSONPath instead, such as $..Performance; it has no such limit.</source>
        <translation>Nehmen Sie stattdessen einen JSONPath, etwa $..Performance; er hat keine solche Grenze.</translation>
    </message>
    <message>
        <source>XPath can&apos;t read this document: %1.</source>
        <translation>XPath kann dieses Dokument nicht lesen: %1.</translation>
    </message>
    <message>
        <source>Use a JSONPath instead, such as $..Performance.</source>
        <translation>Nehmen Sie stattdessen einen JSONPath, etwa $..Performance.</translation>
    </message>
    <message>
        <source>a number is wrong.</source>
        <translation>eine Zahl ist falsch.</translation>
    </message>
    <message>
        <source>a quote is never closed.</source>
        <translation>ein Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>there are no variables here.</source>
        <translation>hier gibt es keine Variablen.</translation>
    </message>
    <message>
        <source>the condition in the brackets is wrong.</source>
        <translation>die Bedingung in den eckigen Klammern ist falsch.</translation>
    </message>
    <message>
        <source>a bracket or parenthesis is never closed.</source>
        <translation>eine eckige oder runde Klammer wird nie geschlossen.</translation>
    </message>
    <message>
        <source>there is no such function in XPath 1.0.</source>
        <translation>eine solche Funktion gibt es in XPath 1.0 nicht.</translation>
    </message>
    <message>
        <source>a function has too few or too many values.</source>
        <translation>eine Funktion hat zu wenige oder zu viele Werte.</translation>
    </message>
    <message>
        <source>a value of another kind is needed: elements, a text or a number.</source>
        <translation>ein Wert anderer Art ist nötig: Elemente, ein Text oder eine Zahl.</translation>
    </message>
    <message>
        <source>a prefix isn&apos;t declared in this document.</source>
        <translation>ein Präfix ist in diesem Dokument nicht deklariert.</translation>
    </message>
    <message>
        <source>this isn&apos;t an XPath.</source>
        <translation>das ist kein XPath.</translation>
    </message>
    <message>
        <source>This XPath looks at too much in a document of this size.</source>
        <translation>Dieser XPath sieht in einem Dokument dieser Größe zu viel an.</translation>
    </message>
    <message>
        <source>Name the way to it, /A/B/C, instead of //C.</source>
        <translation>Nennen Sie den Weg dorthin, /A/B/C, statt //C.</translation>
    </message>
    <message>
        <source>Write it like //Performance[@siteId=&apos;S-1&apos;]/Date.</source>
        <translation>Schreiben Sie ihn wie //Performance[@siteId=&apos;S-1&apos;]/Date.</translation>
    </message>
    <message>
        <source>at most %1 brackets may stand in each other.</source>
        <translation>höchstens %1 eckige Klammern dürfen ineinander stehen.</translation>
    </message>
    <message>
        <source>a control character stands here.</source>
        <translation>hier steht ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>This document has a namespace of its own. Write *[local-name()=&apos;Name&apos;] instead of Name.</source>
        <translation>Dieses Dokument hat einen eigenen Namensraum. Schreiben Sie *[local-name()=&apos;Name&apos;] statt Name.</translation>
    </message>
    <message>
        <source>The pattern at character %1 isn&apos;t one that JSONPath knows, so it fits nothing. It has . [a-z] ( | ) * + ? {2,3} and \p{Lu}, but no \d, \w, ^ or $ with a meaning.</source>
        <translation>Das Muster bei Zeichen %1 kennt JSONPath nicht, also passt es auf nichts. Es gibt . [a-z] ( | ) * + ? {2,3} und \p{Lu}, aber kein \d, \w, ^ oder $ mit einer Bedeutung.</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Term %1</source>
        <translation>Kondition %1</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <translation>Ändern in „%1“</translation>
    </message>
    <message>
        <source>%1 needs at least one entry.</source>
        <translation>%1 braucht mindestens einen Eintrag.</translation>
    </message>
    <message>
        <source>%1 (%2) is missing.</source>
        <translation>%1 (%2) fehlt.</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Einen hinzufügen</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A member that the format requires</source>
        <translation>Ein Feld, das das Format verlangt</translation>
    </message>
    <message>
        <source>The partner cannot take an avail without it.</source>
        <translation>Ohne es kann der Partner einen Avail nicht annehmen.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6; Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>This value has the wrong type.</source>
        <translation>Dieser Wert hat den falschen Typ.</translation>
    </message>
    <message>
        <source>%1 has to be %2, not %3.</source>
        <translation>%1 muss %2 sein, nicht %3.</translation>
    </message>
    <message>
        <source>Write it as %1</source>
        <translation>Als %1 schreiben</translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation>eine Liste in [ ]</translation>
    </message>
    <message>
        <source>an object in { }</source>
        <translation>ein Objekt in { }</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>A value of the wrong JSON type</source>
        <translation>Ein Wert des falschen JSON-Typs</translation>
    </message>
    <message>
        <source>A number where text belongs, or one value where a list belongs, is refused or misread.</source>
        <translation>Eine Zahl statt Text oder ein einzelner Wert statt einer Liste wird abgelehnt oder falsch gelesen.</translation>
    </message>
    <message>
        <source>Prime Video Avails API, payload schemas</source>
        <translation>Prime Video Avails API, Schemas der Nutzdaten</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t one of %2.</source>
        <translation>„%1“ gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>A value outside of a closed list</source>
        <translation>Ein Wert außerhalb einer geschlossenen Liste</translation>
    </message>
    <message>
        <source>The partner knows these values and no others.</source>
        <translation>Der Partner kennt diese Werte und keine anderen.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t one of the known values; it is sent as it is.</source>
        <translation>„%1“ gehört nicht zu den bekannten Werten; es wird gesendet, wie es ist.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t known. Did you mean %2?</source>
        <translation>„%1“ ist nicht bekannt. War %2 gemeint?</translation>
    </message>
    <message>
        <source>A value that is not among the known ones</source>
        <translation>Ein Wert, der nicht zu den bekannten gehört</translation>
    </message>
    <message>
        <source>A slip of the pen in a value that anybody may invent is refused only after it was sent.</source>
        <translation>Ein Tippfehler in einem Wert, den jeder erfinden darf, wird erst nach dem Senden abgelehnt.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t in the catalogue. It is kept and sent.</source>
        <translation>„%1“ steht nicht im Katalog. Es bleibt erhalten und wird gesendet.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t in the catalogue. Did you mean %2?</source>
        <translation>„%1“ steht nicht im Katalog. War %2 gemeint?</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>In %1 umbenennen</translation>
    </message>
    <message>
        <source>A member that the catalogue does not know</source>
        <translation>Ein Feld, das der Katalog nicht kennt</translation>
    </message>
    <message>
        <source>The partner ignores what it does not support; a misspelt name is ignored just so.</source>
        <translation>Der Partner übergeht, was er nicht unterstützt; einen verschriebenen Namen ebenso.</translation>
    </message>
    <message>
        <source>%1 is no real date or time.</source>
        <translation>%1 ist kein wirkliches Datum oder keine wirkliche Uhrzeit.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a date-time such as 2027-01-31T09:00:00Z.</source>
        <translation>„%1“ ist kein Zeitpunkt wie 2027-01-31T09:00:00Z.</translation>
    </message>
    <message>
        <source>%1 is %2 in UTC.</source>
        <translation>%1 ist in UTC %2.</translation>
    </message>
    <message>
        <source>A date-time that is not one</source>
        <translation>Ein Zeitpunkt, der keiner ist</translation>
    </message>
    <message>
        <source>Windows open and close at exact moments; a partner reads nothing but this form.</source>
        <translation>Fenster öffnen und schließen zu genauen Zeitpunkten; ein Partner liest nur diese Form.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6 (xs:dateTime); Prime Video Avails API, payload examples</source>
        <translation>MDDF Avails v2.6 (xs:dateTime); Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>A duration has to be longer than nothing; %1 isn&apos;t.</source>
        <translation>Eine Dauer muss länger als null sein; %1 ist es nicht.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a duration such as PT720H (720 hours).</source>
        <translation>„%1“ ist keine Dauer wie PT720H (720 Stunden).</translation>
    </message>
    <message>
        <source>A duration that is not one</source>
        <translation>Eine Dauer, die keine ist</translation>
    </message>
    <message>
        <source>A rental without a readable duration cannot be sold.</source>
        <translation>Eine Leihe ohne lesbare Dauer lässt sich nicht verkaufen.</translation>
    </message>
    <message>
        <source>ISO 8601; MDDF Avails v2.6 (xs:duration)</source>
        <translation>ISO 8601; MDDF Avails v2.6 (xs:duration)</translation>
    </message>
    <message>
        <source>“%1” in “%2” isn&apos;t a registered part of a language tag.</source>
        <translation>„%1“ in „%2“ ist kein registrierter Teil einer Sprachkennung.</translation>
    </message>
    <message>
        <source>“%1” is outdated.</source>
        <translation>„%1“ ist veraltet.</translation>
    </message>
    <message>
        <source>“%1” is outdated; %2 replaced it.</source>
        <translation>„%1“ ist veraltet; %2 hat es ersetzt.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a language tag such as en-US.</source>
        <translation>„%1“ ist keine Sprachkennung wie en-US.</translation>
    </message>
    <message>
        <source>A language tag that is not registered</source>
        <translation>Eine Sprachkennung, die nicht registriert ist</translation>
    </message>
    <message>
        <source>Languages are told apart by registered tags; others match no asset.</source>
        <translation>Sprachen werden an registrierten Kennungen unterschieden; andere passen zu keinem Asset.</translation>
    </message>
    <message>
        <source>BCP 47 (RFC 5646); IANA Language Subtag Registry</source>
        <translation>BCP 47 (RFC 5646); IANA-Register der Sprachkennungen</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a country code of two capitals, such as US or GB.</source>
        <translation>„%1“ ist kein Ländercode aus zwei Großbuchstaben wie US oder GB.</translation>
    </message>
    <message>
        <source>A country that is not an ISO code</source>
        <translation>Ein Land ohne ISO-Code</translation>
    </message>
    <message>
        <source>Territories are matched by two capitals; other spellings match none.</source>
        <translation>Gebiete werden an zwei Großbuchstaben erkannt; andere Schreibweisen passen zu keinem.</translation>
    </message>
    <message>
        <source>ISO 3166-1</source>
        <translation>ISO 3166-1</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a currency code of three capitals, such as USD or EUR.</source>
        <translation>„%1“ ist kein Währungscode aus drei Großbuchstaben wie USD oder EUR.</translation>
    </message>
    <message>
        <source>A currency that is not an ISO code</source>
        <translation>Eine Währung ohne ISO-Code</translation>
    </message>
    <message>
        <source>Amounts without a known currency cannot be booked.</source>
        <translation>Beträge ohne bekannte Währung lassen sich nicht buchen.</translation>
    </message>
    <message>
        <source>ISO 4217</source>
        <translation>ISO 4217</translation>
    </message>
    <message>
        <source>%1 is less than nothing.</source>
        <translation>%1 ist weniger als null.</translation>
    </message>
    <message>
        <source>%1 has more decimals than %2, which has %3.</source>
        <translation>%1 hat mehr Nachkommastellen als %2 mit %3.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a decimal number such as 8.99.</source>
        <translation>„%1“ ist keine Dezimalzahl wie 8.99.</translation>
    </message>
    <message>
        <source>An amount that is not a decimal number</source>
        <translation>Ein Betrag, der keine Dezimalzahl ist</translation>
    </message>
    <message>
        <source>Prices are booked digit by digit.</source>
        <translation>Preise werden Ziffer für Ziffer gebucht.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6; ISO 4217</source>
        <translation>MDDF Avails v2.6; ISO 4217</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 begins or ends with a blank.</source>
        <translation>%1 beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>Remove the blanks</source>
        <translation>Die Leerzeichen entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Empty text, or blanks around it</source>
        <translation>Leerer Text, oder Leerzeichen ringsum</translation>
    </message>
    <message>
        <source>An empty value is neither absent nor a value; blanks make equal ids differ.</source>
        <translation>Ein leerer Wert ist weder fehlend noch ein Wert; Leerzeichen machen gleiche IDs verschieden.</translation>
    </message>
    <message>
        <source>Prime Video Avails API, payload examples</source>
        <translation>Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a whole number from zero.</source>
        <translation>%1 ist keine ganze Zahl ab null.</translation>
    </message>
    <message>
        <source>A count that is below zero or not whole</source>
        <translation>Eine Anzahl unter null oder keine ganze</translation>
    </message>
    <message>
        <source>Episodes and seasons are counted in whole numbers.</source>
        <translation>Folgen und Staffeln werden in ganzen Zahlen gezählt.</translation>
    </message>
    <message>
        <source>Prime Video Avails API, payload schemas (Integer)</source>
        <translation>Prime Video Avails API, Schemas der Nutzdaten (Integer)</translation>
    </message>
    <message>
        <source>The last character of %1 should be %2.</source>
        <translation>Das letzte Zeichen von %1 müsste %2 sein.</translation>
    </message>
    <message>
        <source>An EIDR with a wrong check character</source>
        <translation>Eine EIDR mit falschem Prüfzeichen</translation>
    </message>
    <message>
        <source>The check character tells a mistyped id; this one does not fit its digits.</source>
        <translation>Das Prüfzeichen verrät eine vertippte ID; dieses passt nicht zu ihren Ziffern.</translation>
    </message>
    <message>
        <source>EIDR ID Format; ISO 7064 Mod 37,36</source>
        <translation>EIDR-ID-Format; ISO 7064 Mod 37,36</translation>
    </message>
    <message>
        <source>End is the same as Start.</source>
        <translation>Ende und Beginn sind gleich.</translation>
    </message>
    <message>
        <source>End is before Start.</source>
        <translation>Das Ende liegt vor dem Beginn.</translation>
    </message>
    <message>
        <source>Swap dates</source>
        <translation>Daten tauschen</translation>
    </message>
    <message>
        <source>End is not after Start</source>
        <translation>Das Ende liegt nicht nach dem Beginn</translation>
    </message>
    <message>
        <source>A window that ends before it begins never opens.</source>
        <translation>Ein Fenster, das endet, bevor es beginnt, öffnet nie.</translation>
    </message>
    <message>
        <source>MovieLabs avails validation: Start before End, and not equal</source>
        <translation>MovieLabs-Prüfung von Avails: Start vor End, und nicht gleich</translation>
    </message>
    <message>
        <source>End lies in the past.</source>
        <translation>Das Ende liegt in der Vergangenheit.</translation>
    </message>
    <message>
        <source>End lies in the past</source>
        <translation>Das Ende liegt in der Vergangenheit</translation>
    </message>
    <message>
        <source>Nobody can be shown the title in a window that is over.</source>
        <translation>In einem abgelaufenen Fenster kann niemand den Titel sehen.</translation>
    </message>
    <message>
        <source>Prime Video Avails API; this program</source>
        <translation>Prime Video Avails API; dieses Programm</translation>
    </message>
    <message>
        <source>Overlaps with window %1.</source>
        <translation>Überschneidet sich mit Fenster %1.</translation>
    </message>
    <message>
        <source>Overlaps with window %1 and %2 more.</source>
        <translation>Überschneidet sich mit Fenster %1 und %2 weiteren.</translation>
    </message>
    <message>
        <source>Overlaps with window %1 and at least %2 more.</source>
        <translation>Überschneidet sich mit Fenster %1 und mindestens %2 weiteren.</translation>
    </message>
    <message>
        <source>Windows that overlap</source>
        <translation>Fenster, die sich überschneiden</translation>
    </message>
    <message>
        <source>Two windows for the same territory, licence, format, channel and contract at the same time leave open which one holds.</source>
        <translation>Zwei Fenster für dasselbe Gebiet mit gleicher Lizenz, gleichem Format, Channel und Vertrag zur selben Zeit lassen offen, welches gilt.</translation>
    </message>
    <message>
        <source>MovieLabs avails validation: overlapping windows</source>
        <translation>MovieLabs-Prüfung von Avails: überschneidende Fenster</translation>
    </message>
    <message>
        <source>Another window has the same ID: number %1.</source>
        <translation>Ein anderes Fenster hat dieselbe ID: Nummer %1.</translation>
    </message>
    <message>
        <source>Make a new ID</source>
        <translation>Neue ID erzeugen</translation>
    </message>
    <message>
        <source>The same window ID twice</source>
        <translation>Zweimal dieselbe Fenster-ID</translation>
    </message>
    <message>
        <source>The partner keeps one window an ID: the second overwrites the first.</source>
        <translation>Der Partner hält je ID ein Fenster: Das zweite überschreibt das erste.</translation>
    </message>
    <message>
        <source>Prime Video Avails API: the transaction ID identifies the window</source>
        <translation>Prime Video Avails API: Die Transaktions-ID benennt das Fenster</translation>
    </message>
    <message>
        <source>Window %1 says the same.</source>
        <translation>Fenster %1 sagt dasselbe.</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>Dieses entfernen</translation>
    </message>
    <message>
        <source>Two windows equal but for their ID</source>
        <translation>Zwei Fenster, die sich nur in der ID unterscheiden</translation>
    </message>
    <message>
        <source>The second says nothing that the first does not say.</source>
        <translation>Das zweite sagt nichts, was das erste nicht sagt.</translation>
    </message>
    <message>
        <source>MovieLabs avails validation: duplicate lines</source>
        <translation>MovieLabs-Prüfung von Avails: doppelte Zeilen</translation>
    </message>
    <message>
        <source>A partial extract has exactly one window; here are %1.</source>
        <translation>Ein Teilauszug hat genau ein Fenster; hier sind es %1.</translation>
    </message>
    <message>
        <source>A partial extract without exactly one window</source>
        <translation>Ein Teilauszug ohne genau ein Fenster</translation>
    </message>
    <message>
        <source>A partial extract speaks of the one window that its address names.</source>
        <translation>Ein Teilauszug betrifft das eine Fenster, das seine Adresse nennt.</translation>
    </message>
    <message>
        <source>A partial extract&apos;s window needs an ID (_TransactionID).</source>
        <translation>Das Fenster eines Teilauszugs braucht eine ID (_TransactionID).</translation>
    </message>
    <message>
        <source>Make an ID</source>
        <translation>ID erzeugen</translation>
    </message>
    <message>
        <source>A partial extract without window ID</source>
        <translation>Ein Teilauszug ohne Fenster-ID</translation>
    </message>
    <message>
        <source>The window ID is how the partner knows which window is meant.</source>
        <translation>An der Fenster-ID erkennt der Partner, welches Fenster gemeint ist.</translation>
    </message>
    <message>
        <source>This full extract covers %1 territories; each belongs into a document of its own.</source>
        <translation>Dieser Gesamtauszug umfasst %1 Gebiete; jedes gehört in ein eigenes Dokument.</translation>
    </message>
    <message>
        <source>This full extract covers %1 lines of business; each belongs into a document of its own.</source>
        <translation>Dieser Gesamtauszug umfasst %1 Geschäftsbereiche; jeder gehört in ein eigenes Dokument.</translation>
    </message>
    <message>
        <source>A full extract over several territories or lines of business</source>
        <translation>Ein Gesamtauszug über mehrere Gebiete oder Geschäftsbereiche</translation>
    </message>
    <message>
        <source>A full extract replaces all windows of one title in one territory and one line of business; several at once may replace too little or too much.</source>
        <translation>Ein Gesamtauszug ersetzt alle Fenster eines Titels in einem Gebiet und einem Geschäftsbereich; mehrere zugleich können zu wenig oder zu viel ersetzen.</translation>
    </message>
    <message>
        <source>The content ID is “%1”, the avail ID “%2”.</source>
        <translation>Die Inhalts-ID ist „%1“, die Avail-ID „%2“.</translation>
    </message>
    <message>
        <source>Copy the avail ID</source>
        <translation>Avail-ID übernehmen</translation>
    </message>
    <message>
        <source>Content ID differs from the avail ID</source>
        <translation>Inhalts-ID weicht von der Avail-ID ab</translation>
    </message>
    <message>
        <source>In everything that the partner publishes the two are the same.</source>
        <translation>In allem, was der Partner veröffentlicht, sind die beiden gleich.</translation>
    </message>
    <message>
        <source>More than one block of details stands here; a %1 has one.</source>
        <translation>Hier stehen mehrere Blöcke mit Angaben; %1 hat einen.</translation>
    </message>
    <message>
        <source>The details of this %1 are missing.</source>
        <translation>Die Angaben zu %1 fehlen.</translation>
    </message>
    <message>
        <source>The details of this %1 are missing: %2.</source>
        <translation>Die Angaben zu %1 fehlen: %2.</translation>
    </message>
    <message>
        <source>An episode needs its number (EpisodeNumber).</source>
        <translation>Eine Folge braucht ihre Nummer (EpisodeNumber).</translation>
    </message>
    <message>
        <source>The details stand in %1; this work type has them in %2.</source>
        <translation>Die Angaben stehen in %1; diese Werkart hat sie in %2.</translation>
    </message>
    <message>
        <source>Add the number</source>
        <translation>Nummer hinzufügen</translation>
    </message>
    <message>
        <source>Move the details to %1</source>
        <translation>Angaben nach %1 verschieben</translation>
    </message>
    <message>
        <source>Work type and details disagree</source>
        <translation>Werkart und Angaben passen nicht zusammen</translation>
    </message>
    <message>
        <source>Each work type has its own block of details; the partner looks for that one.</source>
        <translation>Jede Werkart hat ihren eigenen Block mit Angaben; der Partner sucht diesen.</translation>
    </message>
    <message>
        <source>MovieLabs avails structure v2.6.1</source>
        <translation>MovieLabs Avails-Struktur v2.6.1</translation>
    </message>
    <message>
        <source>A window has allowed languages or holdback languages, not both.</source>
        <translation>Ein Fenster hat erlaubte Sprachen oder Sperrsprachen, nicht beides.</translation>
    </message>
    <message>
        <source>Allowed and holdback languages together</source>
        <translation>Erlaubte Sprachen und Sperrsprachen zusammen</translation>
    </message>
    <message>
        <source>The two say opposite things: only these, and all but these.</source>
        <translation>Die beiden sagen Gegenteiliges: nur diese, und alle außer diesen.</translation>
    </message>
    <message>
        <source>Prime Video, language holdback and allowed languages; EMA data dictionary</source>
        <translation>Prime Video, Sperrsprachen und erlaubte Sprachen; EMA-Datenwörterbuch</translation>
    </message>
    <message>
        <source>%1 (%2) is held back, but isn&apos;t among the asset languages.</source>
        <translation>%1 (%2) ist gesperrt, steht aber nicht unter den Asset-Sprachen.</translation>
    </message>
    <message>
        <source>Add it to the asset languages</source>
        <translation>Zu den Asset-Sprachen hinzufügen</translation>
    </message>
    <message>
        <source>A holdback of a language that is not delivered</source>
        <translation>Eine Sperrsprache, die nicht geliefert wird</translation>
    </message>
    <message>
        <source>Holding back what nobody delivers is often a slip in one of the two lists.</source>
        <translation>Etwas zu sperren, das niemand liefert, ist oft ein Versehen in einer der beiden Listen.</translation>
    </message>
    <message>
        <source>Prime Video, language holdback and allowed languages; this program</source>
        <translation>Prime Video, Sperrsprachen und erlaubte Sprachen; dieses Programm</translation>
    </message>
    <message>
        <source>%1 is held back already, by %2.</source>
        <translation>%1 ist schon gesperrt, durch %2.</translation>
    </message>
    <message>
        <source>%1 stands in this list already.</source>
        <translation>%1 steht schon in dieser Liste.</translation>
    </message>
    <message>
        <source>A language twice in one list</source>
        <translation>Eine Sprache zweimal in einer Liste</translation>
    </message>
    <message>
        <source>The second entry says nothing that the first does not say.</source>
        <translation>Der zweite Eintrag sagt nichts, was der erste nicht sagt.</translation>
    </message>
    <message>
        <source>Prime Video, language holdback and allowed languages</source>
        <translation>Prime Video, Sperrsprachen und erlaubte Sprachen</translation>
    </message>
    <message>
        <source>Episode %1 of a season of %2.</source>
        <translation>Folge %1 einer Staffel mit %2.</translation>
    </message>
    <message>
        <source>Season %1 of a series of %2.</source>
        <translation>Staffel %1 einer Serie mit %2.</translation>
    </message>
    <message>
        <source>A number above the count</source>
        <translation>Eine Nummer über der Anzahl</translation>
    </message>
    <message>
        <source>An episode 12 of 10 is a slip in one of the two.</source>
        <translation>Eine Folge 12 von 10 ist ein Versehen in einer der beiden Zahlen.</translation>
    </message>
    <message>
        <source>“%1” is the season&apos;s ID.</source>
        <translation>„%1“ ist die ID der Staffel.</translation>
    </message>
    <message>
        <source>“%1” is the series&apos; ID.</source>
        <translation>„%1“ ist die ID der Serie.</translation>
    </message>
    <message>
        <source>The avail ID of another level</source>
        <translation>Die Avail-ID einer anderen Ebene</translation>
    </message>
    <message>
        <source>An episode under its season&apos;s or series&apos; id overwrites that in the partner&apos;s catalogue.</source>
        <translation>Eine Folge unter der ID ihrer Staffel oder Serie überschreibt diese im Katalog des Partners.</translation>
    </message>
    <message>
        <source>%1 items; a batch holds at most %2.</source>
        <translation>%1 Posten; ein Stapel fasst höchstens %2.</translation>
    </message>
    <message>
        <source>More than 100 items</source>
        <translation>Mehr als 100 Posten</translation>
    </message>
    <message>
        <source>The partner takes at most 100 items in one batch.</source>
        <translation>Der Partner nimmt höchstens 100 Posten in einem Stapel.</translation>
    </message>
    <message>
        <source>“%1” names more than one item.</source>
        <translation>„%1“ benennt mehr als einen Posten.</translation>
    </message>
    <message>
        <source>The item ID is empty.</source>
        <translation>Die Posten-ID ist leer.</translation>
    </message>
    <message>
        <source>The item has no requestItemId.</source>
        <translation>Der Posten hat keine requestItemId.</translation>
    </message>
    <message>
        <source>Item IDs that are absent, empty or used twice</source>
        <translation>Posten-IDs, die fehlen, leer sind oder doppelt vorkommen</translation>
    </message>
    <message>
        <source>The answers name their items by these IDs.</source>
        <translation>Die Antworten benennen ihre Posten mit diesen IDs.</translation>
    </message>
    <message>
        <source>The path names window “%1”, the body “%2”.</source>
        <translation>Der Pfad nennt Fenster „%1“, der Inhalt „%2“.</translation>
    </message>
    <message>
        <source>The path names licensor “%1”, the body “%2”.</source>
        <translation>Der Pfad nennt Lizenzgeber „%1“, der Inhalt „%2“.</translation>
    </message>
    <message>
        <source>Path and body that disagree</source>
        <translation>Pfad und Inhalt, die sich widersprechen</translation>
    </message>
    <message>
        <source>The address says which window is meant; the body must mean the same.</source>
        <translation>Die Adresse sagt, welches Fenster gemeint ist; der Inhalt muss dasselbe meinen.</translation>
    </message>
    <message>
        <source>The item has no path.</source>
        <translation>Der Posten hat keinen Pfad.</translation>
    </message>
    <message>
        <source>The path ends in /validate, but the batch doesn&apos;t validate.</source>
        <translation>Der Pfad endet auf /validate, aber der Stapel prüft nicht.</translation>
    </message>
    <message>
        <source>The batch validates, so this path has to end in /validate.</source>
        <translation>Der Stapel prüft; dieser Pfad muss also auf /validate enden.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t a path such as /avails/LICENSOR/partial-extract/transactions/ID.</source>
        <translation>„%1“ ist kein Pfad wie /avails/LICENSOR/partial-extract/transactions/ID.</translation>
    </message>
    <message>
        <source>A path that is none</source>
        <translation>Ein Pfad, der keiner ist</translation>
    </message>
    <message>
        <source>A path begins with /avails/, without host and version, and names one window.</source>
        <translation>Ein Pfad beginnt mit /avails/, ohne Host und Version, und nennt ein Fenster.</translation>
    </message>
    <message>
        <source>The item has no body to put or validate.</source>
        <translation>Der Posten hat keinen Inhalt, der zu senden oder zu prüfen wäre.</translation>
    </message>
    <message>
        <source>An item to fetch or delete has no body.</source>
        <translation>Ein Posten zum Abrufen oder Löschen hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>A body where none belongs, or none where one does</source>
        <translation>Ein Inhalt, wo keiner hingehört, oder keiner, wo einer hingehört</translation>
    </message>
    <message>
        <source>What is put or validated needs a body; what is fetched or deleted has none.</source>
        <translation>Was gesendet oder geprüft wird, braucht einen Inhalt; was abgerufen oder gelöscht wird, hat keinen.</translation>
    </message>
    <message>
        <source>The item&apos;s body has problems of its own.</source>
        <translation>Der Inhalt des Postens hat eigene Probleme.</translation>
    </message>
    <message>
        <source>Problems in the bodies</source>
        <translation>Probleme in den Inhalten</translation>
    </message>
    <message>
        <source>Every body is an avail, and every rule of avails holds for it; problems name the item in front.</source>
        <translation>Jeder Inhalt ist ein Avail, und jede Regel für Avails gilt für ihn; Probleme nennen den Posten vorweg.</translation>
    </message>
    <message>
        <source>“%1” stands here more than once.</source>
        <translation>„%1“ steht hier mehr als einmal.</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Dieses behalten</translation>
    </message>
    <message>
        <source>Programs differ in which of the two they take, so nobody knows what the partner reads.</source>
        <translation>Programme nehmen mal das eine, mal das andere; niemand weiß, welches der Partner liest.</translation>
    </message>
    <message>
        <source>The file begins with a byte-order mark, which isn&apos;t part of JSON.</source>
        <translation>Die Datei beginnt mit einer Bytereihenfolge-Marke (BOM); sie gehört nicht zu JSON.</translation>
    </message>
    <message>
        <source>A comment stands here; JSON has none, and the partner may refuse it.</source>
        <translation>Hier steht ein Kommentar; JSON hat keine, und der Partner könnte ihn ablehnen.</translation>
    </message>
    <message>
        <source>“...” stands here for something that documentation leaves out.</source>
        <translation>„...“ steht hier für etwas, das eine Anleitung auslässt.</translation>
    </message>
    <message>
        <source>Remove them all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Marks, comments or “...” from documentation</source>
        <translation>Marken, Kommentare oder „...“ aus Anleitungen</translation>
    </message>
    <message>
        <source>They can be read past here, but a partner&apos;s program needn&apos;t do so.</source>
        <translation>Hier lassen sie sich überlesen, doch das Programm eines Partners muss das nicht tun.</translation>
    </message>
    <message>
        <source>This is valid JSON, but neither an avail nor a batch nor a partner&apos;s reply.</source>
        <translation>Das ist gültiges JSON, aber weder ein Avail noch ein Stapel noch eine Antwort des Partners.</translation>
    </message>
    <message>
        <source>A payload of no known kind</source>
        <translation>Nutzdaten keiner bekannten Art</translation>
    </message>
    <message>
        <source>Text that isn&apos;t well-formed</source>
        <translation>Text, der nicht wohlgeformt ist</translation>
    </message>
    <message>
        <source>A partner&apos;s program stops reading at the first mistake, and nothing behind it arrives.</source>
        <translation>Das Programm eines Partners hört beim ersten Fehler auf zu lesen, und nichts danach kommt an.</translation>
    </message>
    <message>
        <source>Text that isn&apos;t UTF-8</source>
        <translation>Text, der kein UTF-8 ist</translation>
    </message>
    <message>
        <source>Payloads are UTF-8; other bytes arrive as other characters, or not at all.</source>
        <translation>Nutzdaten sind UTF-8; andere Bytes kommen als andere Zeichen an oder gar nicht.</translation>
    </message>
    <message>
        <source>This program&apos;s limit</source>
        <translation>Grenze dieses Programms</translation>
    </message>
    <message>
        <source>%1 has its value under %2, not %3.</source>
        <translation>%1 hat seinen Wert unter %2, nicht unter %3.</translation>
    </message>
    <message>
        <source>Move it to %1</source>
        <translation>Nach %1 verschieben</translation>
    </message>
    <message>
        <source>A value under the wrong kind</source>
        <translation>Ein Wert unter der falschen Art</translation>
    </message>
    <message>
        <source>The partner looks for each term&apos;s value under one property and finds none.</source>
        <translation>Der Partner sucht den Wert jeder Kondition unter einer bestimmten Eigenschaft und findet keinen.</translation>
    </message>
    <message>
        <source>The term %1 has more than one value.</source>
        <translation>Die Kondition %1 hat mehr als einen Wert.</translation>
    </message>
    <message>
        <source>Two values in one term</source>
        <translation>Zwei Werte in einer Kondition</translation>
    </message>
    <message>
        <source>A term carries exactly one value; which of two the partner takes is anybody&apos;s guess.</source>
        <translation>Eine Kondition trägt genau einen Wert; welchen von zweien der Partner nimmt, ist ungewiss.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6</source>
        <translation>MDDF Avails v2.6</translation>
    </message>
    <message>
        <source>The term %1 has no value.</source>
        <translation>Die Kondition %1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>Remove the term</source>
        <translation>Die Kondition entfernen</translation>
    </message>
    <message>
        <source>A term without a value</source>
        <translation>Eine Kondition ohne Wert</translation>
    </message>
    <message>
        <source>A term that says nothing is mostly one that was forgotten.</source>
        <translation>Eine Kondition, die nichts sagt, wurde meist vergessen.</translation>
    </message>
    <message>
        <source>The term %1 stands in this window more than once.</source>
        <translation>Die Kondition %1 steht in diesem Fenster mehr als einmal.</translation>
    </message>
    <message>
        <source>The same term twice in a window</source>
        <translation>Dieselbe Kondition zweimal in einem Fenster</translation>
    </message>
    <message>
        <source>Which of the two holds is anybody&apos;s guess.</source>
        <translation>Welche der beiden gilt, ist ungewiss.</translation>
    </message>
    <message>
        <source>Download is Yes or No, not “%1”.</source>
        <translation>Download ist Yes oder No, nicht „%1“.</translation>
    </message>
    <message>
        <source>Download is neither Yes nor No</source>
        <translation>Download ist weder Yes noch No</translation>
    </message>
    <message>
        <source>The partner reads these two words and no others.</source>
        <translation>Der Partner liest diese beiden Wörter und keine anderen.</translation>
    </message>
    <message>
        <source>%1 without a channel identity.</source>
        <translation>%1 ohne Channel-Kennung.</translation>
    </message>
    <message>
        <source>Add the channel identity</source>
        <translation>Die Channel-Kennung hinzufügen</translation>
    </message>
    <message>
        <source>A subscription without channel identity</source>
        <translation>Ein Abonnement ohne Channel-Kennung</translation>
    </message>
    <message>
        <source>The partner cannot tell to which subscription the window belongs.</source>
        <translation>Der Partner kann nicht erkennen, zu welchem Abonnement das Fenster gehört.</translation>
    </message>
    <message>
        <source>%1 without a price.</source>
        <translation>%1 ohne Preis.</translation>
    </message>
    <message>
        <source>Add a retail price</source>
        <translation>Einen Verkaufspreis hinzufügen</translation>
    </message>
    <message>
        <source>A rental or purchase without a price</source>
        <translation>Leihe oder Kauf ohne Preis</translation>
    </message>
    <message>
        <source>Without a price the partner cannot offer the title.</source>
        <translation>Ohne Preis kann der Partner den Titel nicht anbieten.</translation>
    </message>
    <message>
        <source>MDDF Avails v2.6, structure v2.6.1</source>
        <translation>MDDF Avails v2.6, Struktur v2.6.1</translation>
    </message>
    <message>
        <source>%1 has a price here (%2).</source>
        <translation>%1 hat hier einen Preis (%2).</translation>
    </message>
    <message>
        <source>A price on a subscription</source>
        <translation>Ein Preis bei einem Abonnement</translation>
    </message>
    <message>
        <source>Subscribers pay no price for a title.</source>
        <translation>Abonnenten zahlen für einen Titel keinen Preis.</translation>
    </message>
    <message>
        <source>MovieLabs Movies template v1.9</source>
        <translation>MovieLabs-Vorlage „Movies“ v1.9</translation>
    </message>
    <message>
        <source>A pre-order needs a suppression lift date.</source>
        <translation>Eine Vorbestellung braucht ein Ende der Anzeigesperre.</translation>
    </message>
    <message>
        <source>A pre-order has one suppression lift date; here are several.</source>
        <translation>Eine Vorbestellung hat ein einziges Ende der Anzeigesperre; hier sind es mehrere.</translation>
    </message>
    <message>
        <source>Add the date</source>
        <translation>Das Datum hinzufügen</translation>
    </message>
    <message>
        <source>A pre-order without exactly one suppression lift date</source>
        <translation>Eine Vorbestellung ohne genau ein Ende der Anzeigesperre</translation>
    </message>
    <message>
        <source>A pre-order is shown to the public from that day on; without it, nobody knows from when.</source>
        <translation>Ab diesem Tag ist eine Vorbestellung öffentlich zu sehen; ohne ihn weiß niemand, ab wann.</translation>
    </message>
    <message>
        <source>A pre-order fulfilment date belongs to POEST, not to %1.</source>
        <translation>Eine Auslieferung der Vorbestellungen gehört zu POEST, nicht zu %1.</translation>
    </message>
    <message>
        <source>A pre-order date on something else</source>
        <translation>Ein Vorbestelldatum bei etwas anderem</translation>
    </message>
    <message>
        <source>The date says when pre-orders are delivered; other licences have none.</source>
        <translation>Das Datum sagt, wann Vorbestellungen ausgeliefert werden; andere Lizenzen haben keines.</translation>
    </message>
    <message>
        <source>The wholesale price is in %1, the retail price in %2.</source>
        <translation>Der Großhandelspreis ist in %1, der Verkaufspreis in %2.</translation>
    </message>
    <message>
        <source>The wholesale price (%1) is above the retail price (%2).</source>
        <translation>Der Großhandelspreis (%1) liegt über dem Verkaufspreis (%2).</translation>
    </message>
    <message>
        <source>A wholesale price above the retail price</source>
        <translation>Ein Großhandelspreis über dem Verkaufspreis</translation>
    </message>
    <message>
        <source>Nobody buys for more than they sell; mostly the two were swapped.</source>
        <translation>Niemand kauft teurer ein, als er verkauft; meist wurden die beiden vertauscht.</translation>
    </message>
    <message>
        <source>EMA data dictionary; this program</source>
        <translation>EMA-Datenwörterbuch; dieses Programm</translation>
    </message>
    <message>
        <source>%1 isn&apos;t the currency of %2.</source>
        <translation>%1 ist nicht die Währung von %2.</translation>
    </message>
    <message>
        <source>A currency that is not the territory&apos;s</source>
        <translation>Eine Währung, die nicht die des Gebiets ist</translation>
    </message>
    <message>
        <source>A price in another currency is mostly copied from another territory.</source>
        <translation>Ein Preis in einer anderen Währung stammt meist aus einem anderen Gebiet.</translation>
    </message>
    <message>
        <source>Unicode CLDR (currencies in use); this program</source>
        <translation>Unicode CLDR (gebräuchliche Währungen); dieses Programm</translation>
    </message>
    <message>
        <source>Exclusive attributes have no effect while Exclusive isn&apos;t true.</source>
        <translation>Exklusivitätsmerkmale wirken nicht, solange Exclusive nicht true ist.</translation>
    </message>
    <message>
        <source>Exclusive attributes without exclusivity</source>
        <translation>Exklusivitätsmerkmale ohne Exklusivität</translation>
    </message>
    <message>
        <source>The attributes say how far the exclusivity goes; without it they have no effect.</source>
        <translation>Die Merkmale sagen, wie weit die Exklusivität reicht; ohne sie wirken sie nicht.</translation>
    </message>
    <message>
        <source>A rental needs a term %1.</source>
        <translation>Einer Leihe fehlt die Kondition %1.</translation>
    </message>
    <message>
        <source>%1 has no meaning for %2.</source>
        <translation>%1 hat bei %2 keine Bedeutung.</translation>
    </message>
    <message>
        <source>Add it with %1</source>
        <translation>Mit %1 hinzufügen</translation>
    </message>
    <message>
        <source>Durations that do not fit the licence</source>
        <translation>Dauern, die nicht zur Lizenz passen</translation>
    </message>
    <message>
        <source>A rental has both durations; a purchase is for good.</source>
        <translation>Eine Leihe hat beide Dauern; ein Kauf gilt für immer.</translation>
    </message>
    <message>
        <source>EMA data dictionary; Prime Video Avails API, payload examples</source>
        <translation>EMA-Datenwörterbuch; Prime Video Avails API, Nutzdaten-Beispiele</translation>
    </message>
    <message>
        <source>Watching for %1 is longer than renting for %2.</source>
        <translation>Die Sehdauer %1 ist länger als die Leihdauer %2.</translation>
    </message>
    <message>
        <source>Swap them</source>
        <translation>Die beiden tauschen</translation>
    </message>
    <message>
        <source>Watching lasts longer than the rental</source>
        <translation>Das Sehen dauert länger als die Leihe</translation>
    </message>
    <message>
        <source>Once the rental is over there is nothing left to watch; mostly the two were swapped.</source>
        <translation>Nach dem Ende der Leihe gibt es nichts mehr zu sehen; meist wurden die beiden vertauscht.</translation>
    </message>
    <message>
        <source>EMA data dictionary</source>
        <translation>EMA-Datenwörterbuch</translation>
    </message>
    <message>
        <source>%1 is after Start.</source>
        <translation>%1 liegt nach dem Beginn.</translation>
    </message>
    <message>
        <source>%1 is after the suppression lift date.</source>
        <translation>%1 liegt nach dem Ende der Anzeigesperre.</translation>
    </message>
    <message>
        <source>Announcement dates out of order</source>
        <translation>Ankündigungsdaten in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>A title is announced, then shown as coming, then opens.</source>
        <translation>Ein Titel wird angekündigt, dann als kommend gezeigt, dann geöffnet.</translation>
    </message>
    <message>
        <source>Split into %1 documents</source>
        <translation>In %1 Dokumente aufteilen</translation>
    </message>
    <message>
        <source>Split into %1 batches</source>
        <translation>In %1 Stapel aufteilen</translation>
    </message>
    <message>
        <source>Show on the timeline</source>
        <translation>Auf der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Performance %1</source>
        <translation>Vorstellung %1</translation>
    </message>
    <message>
        <source>Performance %1 at %2</source>
        <translation>Vorstellung %1 in %2</translation>
    </message>
    <message>
        <source>A member twice in one object, or an element too often</source>
        <translation>Ein Feld zweimal in einem Objekt oder ein Element zu oft</translation>
    </message>
    <message>
        <source>RFC 8259 (JSON), section 4; Showtime Analytics: message structure</source>
        <translation>RFC 8259 (JSON), Abschnitt 4; Showtime Analytics: Aufbau der Meldung</translation>
    </message>
    <message>
        <source>The file begins with a byte-order mark, which UTF-8 doesn&apos;t need and a partner&apos;s program may stumble over.</source>
        <translation>Die Datei beginnt mit einer Byte-Reihenfolge-Marke, die UTF-8 nicht braucht und über die ein Programm des Partners stolpern kann.</translation>
    </message>
    <message>
        <source>RFC 8259 (JSON); XML 1.0</source>
        <translation>RFC 8259 (JSON); XML 1.0</translation>
    </message>
    <message>
        <source>This is well-formed XML, but neither a performance message nor a callback.</source>
        <translation>Das ist wohlgeformtes XML, aber weder eine Meldung von Vorstellungen noch eine Rückmeldung.</translation>
    </message>
    <message>
        <source>Its outermost members, or its root element, belong to none of the documents that partners exchange.</source>
        <translation>Seine äußersten Felder oder sein Wurzelelement gehören zu keinem der Dokumente, die mit Partnern ausgetauscht werden.</translation>
    </message>
    <message>
        <source>Prime Video Avails API, payload examples; Showtime Analytics, message structure</source>
        <translation>Prime Video Avails API, Beispiele; Showtime Analytics, Aufbau der Meldung</translation>
    </message>
    <message>
        <source>RFC 8259 (JSON), section 8; XML 1.0</source>
        <translation>RFC 8259 (JSON), Abschnitt 8; XML 1.0</translation>
    </message>
    <message>
        <source>Nested too deeply, or with a document type or entities of its own</source>
        <translation>Zu tief verschachtelt oder mit Dokumenttyp oder eigenen Entitäten</translation>
    </message>
    <message>
        <source>No payload is deeper than 256 levels or declares entities; what does, was made to exhaust whoever reads it.</source>
        <translation>Nutzdaten sind nie tiefer als 256 Ebenen und erklären keine Entitäten; wer das tut, will den Leser erschöpfen.</translation>
    </message>
    <message>
        <source>%1 (%2) is empty.</source>
        <translation>%1 (%2) ist leer.</translation>
    </message>
    <message>
        <source>An identifier that every message needs</source>
        <translation>Eine Kennung, die jede Meldung braucht</translation>
    </message>
    <message>
        <source>Without supplier, number, performance ID and site the partner can&apos;t tell what the message speaks of.</source>
        <translation>Ohne Lieferant, Nummer, Vorstellungs-ID und Kino weiß der Partner nicht, wovon die Meldung spricht.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: required fields</source>
        <translation>Showtime Analytics, Performance Add/Update: Pflichtfelder</translation>
    </message>
    <message>
        <source>Not a complete performance: %1 missing. That is fine where the partner knows it already.</source>
        <translation>Keine vollständige Vorstellung: Es fehlt %1. Das ist in Ordnung, wenn der Partner es schon weiß.</translation>
    </message>
    <message>
        <source>A performance that isn&apos;t complete</source>
        <translation>Eine Vorstellung, die nicht vollständig ist</translation>
    </message>
    <message>
        <source>Messages may say a part, and the partner puts the parts together; a new performance needs all of them in the end.</source>
        <translation>Meldungen dürfen einen Teil sagen, und der Partner setzt die Teile zusammen; eine neue Vorstellung braucht am Ende alle.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: fields marked with *</source>
        <translation>Showtime Analytics, Performance Add/Update: mit * bezeichnete Felder</translation>
    </message>
    <message>
        <source>Text stands here, where only elements belong.</source>
        <translation>Hier steht Text, wo nur Elemente hingehören.</translation>
    </message>
    <message>
        <source>There is no attribute “%1” here.</source>
        <translation>Hier gibt es kein Attribut „%1“.</translation>
    </message>
    <message>
        <source>There is no element “%1” here.</source>
        <translation>Hier gibt es kein Element „%1“.</translation>
    </message>
    <message>
        <source>There is no attribute “%1” here. Did you mean the element %2?</source>
        <translation>Hier gibt es kein Attribut „%1“. War das Element %2 gemeint?</translation>
    </message>
    <message>
        <source>There is no element “%1” here. Did you mean the attribute %2?</source>
        <translation>Hier gibt es kein Element „%1“. War das Attribut %2 gemeint?</translation>
    </message>
    <message>
        <source>There is no attribute “%1” here. Did you mean %2? Case counts.</source>
        <translation>Hier gibt es kein Attribut „%1“. War %2 gemeint? Groß und klein zählt.</translation>
    </message>
    <message>
        <source>There is no element “%1” here. Did you mean %2? Case counts.</source>
        <translation>Hier gibt es kein Element „%1“. War %2 gemeint? Groß und klein zählt.</translation>
    </message>
    <message>
        <source>Make it the attribute %1</source>
        <translation>Das Attribut %1 daraus machen</translation>
    </message>
    <message>
        <source>Make it the element %1</source>
        <translation>Das Element %1 daraus machen</translation>
    </message>
    <message>
        <source>An element or attribute in wrong letter case, or that nobody knows</source>
        <translation>Ein Element oder Attribut falsch geschrieben oder unbekannt</translation>
    </message>
    <message>
        <source>All names are case sensitive; what the partner&apos;s schema doesn&apos;t know is refused or not read.</source>
        <translation>Bei allen Namen zählt groß und klein; was das Schema des Partners nicht kennt, wird abgelehnt oder nicht gelesen.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: note on names; message structure</source>
        <translation>Showtime Analytics, Performance Add/Update: Hinweis zu Namen; Aufbau der Meldung</translation>
    </message>
    <message>
        <source>%1 is empty. Leave it out where the partner is to keep what it has.</source>
        <translation>%1 ist leer. Weglassen, wenn der Partner behalten soll, was er hat.</translation>
    </message>
    <message>
        <source>“%1” is no date of the form 2026-03-14.</source>
        <translation>„%1“ ist kein Datum der Form 2026-03-14.</translation>
    </message>
    <message>
        <source>“%1” is no time of the form 19:30, from 00:00 to 23:59.</source>
        <translation>„%1“ ist keine Uhrzeit der Form 19:30, von 00:00 bis 23:59.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>A date or time that is not one</source>
        <translation>Ein Datum oder eine Uhrzeit, die keine ist</translation>
    </message>
    <message>
        <source>An entity whose values aren&apos;t of the documented types is rejected.</source>
        <translation>Ein Eintrag, dessen Werte nicht vom dokumentierten Typ sind, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: yyyy-mm-dd and hh:mm; response code 101</source>
        <translation>Showtime Analytics, Performance Add/Update: yyyy-mm-dd und hh:mm; Antwortcode 101</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>„%1“ ist weder true noch false.</translation>
    </message>
    <message>
        <source>“%1” is no whole number above 0 that a message can be numbered with.</source>
        <translation>„%1“ ist keine ganze Zahl über 0, mit der eine Meldung nummeriert werden kann.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Neither true nor false, or no whole number</source>
        <translation>Weder true noch false oder keine ganze Zahl</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: types of the fields; response code 101</source>
        <translation>Showtime Analytics, Performance Add/Update: Typen der Felder; Antwortcode 101</translation>
    </message>
    <message>
        <source>“%1” has a decimal point. Its digits are written without, and precision says how many stand behind it.</source>
        <translation>„%1“ hat ein Komma. Die Ziffern stehen ohne, und die Genauigkeit sagt, wie viele dahinter gehören.</translation>
    </message>
    <message>
        <source>The precision “%1” is no whole number from 0 to 9.</source>
        <translation>Die Genauigkeit „%1“ ist keine ganze Zahl von 0 bis 9.</translation>
    </message>
    <message>
        <source>The precision is missing: how many of the digits stand behind the point.</source>
        <translation>Die Genauigkeit fehlt: wie viele der Ziffern hinter dem Komma stehen.</translation>
    </message>
    <message>
        <source>Write %1 with precision %2</source>
        <translation>%1 mit Genauigkeit %2 schreiben</translation>
    </message>
    <message>
        <source>Add precision 0: %1 as it stands</source>
        <translation>Genauigkeit 0 hinzufügen: %1, wie es steht</translation>
    </message>
    <message>
        <source>A number without precision, or with a decimal point</source>
        <translation>Eine Zahl ohne Genauigkeit oder mit Komma</translation>
    </message>
    <message>
        <source>Numbers are whole; where the point belongs, the precision says.</source>
        <translation>Zahlen sind ganz; wohin das Komma gehört, sagt die Genauigkeit.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Posting: numbers; Performance Add/Update: precision is required</source>
        <translation>Showtime Analytics, Posting: Zahlen; Performance Add/Update: Genauigkeit ist Pflicht</translation>
    </message>
    <message>
        <source>With its precision this is %1 %, which is no part of a whole.</source>
        <translation>Mit der Genauigkeit sind das %1 %, und das ist kein Teil eines Ganzen.</translation>
    </message>
    <message>
        <source>A percentage below 0 or above 100</source>
        <translation>Ein Prozentsatz unter 0 oder über 100</translation>
    </message>
    <message>
        <source>Mostly the precision is wrong, and the distributor&apos;s share by a factor of ten.</source>
        <translation>Meist ist die Genauigkeit falsch und damit der Anteil des Verleihs um das Zehnfache.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: DistributorPercentage</source>
        <translation>Showtime Analytics, Performance Add/Update: DistributorPercentage</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>A capacity of %1: nobody could sit there.</source>
        <translation>Eine Anzahl von %1: Da könnte niemand sitzen.</translation>
    </message>
    <message>
        <source>Seats of the kind “%1” stand here already.</source>
        <translation>Plätze der Art „%1“ stehen hier schon.</translation>
    </message>
    <message>
        <source>Seats without a type or a capacity</source>
        <translation>Plätze ohne Art oder Anzahl</translation>
    </message>
    <message>
        <source>Both are required; the type has to be the one of the ticket sales, or capacities don&apos;t add up.</source>
        <translation>Beide sind Pflicht; die Art muss die des Kartenverkaufs sein, sonst stimmen die Zahlen nicht.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: SeatCapacities</source>
        <translation>Showtime Analytics, Performance Add/Update: SeatCapacities</translation>
    </message>
    <message>
        <source>The message has %1 bytes; more than %2 are refused.</source>
        <translation>Die Meldung hat %1 Bytes; mehr als %2 werden abgelehnt.</translation>
    </message>
    <message>
        <source>The message has %1 bytes, and may be refused: nobody says whether the limit of 256 KB is %2 bytes or less.</source>
        <translation>Die Meldung hat %1 Bytes und wird vielleicht abgelehnt: Niemand sagt, ob die Grenze von 256 KB %2 Bytes sind oder weniger.</translation>
    </message>
    <message>
        <source>Split into %1 messages</source>
        <translation>In %1 Meldungen teilen</translation>
    </message>
    <message>
        <source>A message that is too large</source>
        <translation>Eine Meldung, die zu groß ist</translation>
    </message>
    <message>
        <source>Messages above 256 KB are rejected as a whole; the sender has to split them.</source>
        <translation>Meldungen über 256 KB werden ganz abgelehnt; wer sendet, muss sie teilen.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Posting: size of a message</source>
        <translation>Showtime Analytics, Posting: Größe einer Meldung</translation>
    </message>
    <message>
        <source>Another performance of this message has the same ID at the same site: number %1.</source>
        <translation>Eine andere Vorstellung dieser Meldung hat dieselbe ID im selben Kino: Nummer %1.</translation>
    </message>
    <message>
        <source>The same performance twice in one message</source>
        <translation>Dieselbe Vorstellung zweimal in einer Meldung</translation>
    </message>
    <message>
        <source>ID and site name a performance; the second changes what the first has just said.</source>
        <translation>ID und Kino benennen eine Vorstellung; die zweite ändert, was die erste gerade gesagt hat.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: ID and SiteID</source>
        <translation>Showtime Analytics, Performance Add/Update: ID und SiteID</translation>
    </message>
    <message>
        <source>Every ticket order of this performance will be invalidated.</source>
        <translation>Jede Kartenbestellung dieser Vorstellung wird ungültig.</translation>
    </message>
    <message>
        <source>A performance that is cancelled</source>
        <translation>Eine Vorstellung, die abgesagt ist</translation>
    </message>
    <message>
        <source>Cancelling invalidates all ticket orders; no message is known that brings them back.</source>
        <translation>Absagen macht alle Kartenbestellungen ungültig; keine Meldung ist bekannt, die sie zurückbringt.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: IsCancelled</source>
        <translation>Showtime Analytics, Performance Add/Update: IsCancelled</translation>
    </message>
    <message>
        <source>The last message sent for this supplier had the number %1; the next needs a greater one.</source>
        <translation>Die letzte gesendete Meldung dieses Lieferanten hatte die Nummer %1; die nächste braucht eine größere.</translation>
    </message>
    <message>
        <source>A sequence number that was passed already</source>
        <translation>Eine laufende Nummer, die schon vorbei ist</translation>
    </message>
    <message>
        <source>The number is unique and grows with every message of a supplier.</source>
        <translation>Die Nummer ist eindeutig und wächst mit jeder Meldung eines Lieferanten.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: MessageSequence</source>
        <translation>Showtime Analytics, Performance Add/Update: MessageSequence</translation>
    </message>
    <message>
        <source>%1 isn&apos;t inside CDATA, as all text has to be when it is sent.</source>
        <translation>%1 steht nicht in CDATA, wie es aller Text beim Senden muss.</translation>
    </message>
    <message>
        <source>Put all text of the message in CDATA</source>
        <translation>Allen Text der Meldung in CDATA setzen</translation>
    </message>
    <message>
        <source>Put it in CDATA</source>
        <translation>In CDATA setzen</translation>
    </message>
    <message>
        <source>Text outside of CDATA</source>
        <translation>Text außerhalb von CDATA</translation>
    </message>
    <message>
        <source>All text of a message has to stand in CDATA; numbers, dates, truths and attributes don&apos;t.</source>
        <translation>Aller Text einer Meldung muss in CDATA stehen; Zahlen, Daten, Wahrheitswerte und Attribute nicht.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Posting: strings</source>
        <translation>Showtime Analytics, Posting: Texte</translation>
    </message>
    <message>
        <source>Run week %1: the first is 1.</source>
        <translation>Laufwoche %1: Die erste ist 1.</translation>
    </message>
    <message>
        <source>The run week is missing, and this is no preview.</source>
        <translation>Die Laufwoche fehlt, und das ist keine Preview.</translation>
    </message>
    <message>
        <source>The reporting date is more than a day away from the date.</source>
        <translation>Der Abrechnungstag liegt mehr als einen Tag vom Datum entfernt.</translation>
    </message>
    <message>
        <source>A run week or a reporting date that is hardly right</source>
        <translation>Eine Laufwoche oder ein Abrechnungstag, der kaum stimmt</translation>
    </message>
    <message>
        <source>Reports are made by run week and reporting date; only previews are outside of run weeks.</source>
        <translation>Abgerechnet wird nach Laufwoche und Abrechnungstag; nur Previews liegen außerhalb der Laufwochen.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: RunWeek, IsPreview, CinemaDate</source>
        <translation>Showtime Analytics, Performance Add/Update: RunWeek, IsPreview, CinemaDate</translation>
    </message>
    <message>
        <source>The callback address is empty. Leave it out where no outcome is to be posted.</source>
        <translation>Die Rückmelde-Adresse ist leer. Weglassen, wenn kein Ergebnis gemeldet werden soll.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t an https address. Plain http is for this machine only.</source>
        <translation>„%1“ ist keine https-Adresse. Einfaches http ist nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t an absolute address such as https://cinema.example/callback.</source>
        <translation>„%1“ ist keine absolute Adresse wie https://cinema.example/callback.</translation>
    </message>
    <message>
        <source>A callback address that can&apos;t be reached safely</source>
        <translation>Eine Rückmelde-Adresse, die nicht sicher erreichbar ist</translation>
    </message>
    <message>
        <source>The partner posts the outcome there; all its traffic is https.</source>
        <translation>Der Partner meldet das Ergebnis dorthin; sein ganzer Verkehr ist https.</translation>
    </message>
    <message>
        <source>Showtime Analytics, Performance Add/Update: CallbackUrl; Security</source>
        <translation>Showtime Analytics, Performance Add/Update: CallbackUrl; Security</translation>
    </message>
    <message>
        <source>Production %1</source>
        <translation>Produktion %1</translation>
    </message>
    <message>
        <source>No IDs are asked for. Add “ids”, or a venue with its dates.</source>
        <translation>Es wird nach keinen IDs gefragt. Fügen Sie „ids“ hinzu oder eine Spielstätte mit ihren Daten.</translation>
    </message>
    <message>
        <source>The list of IDs is empty. Add the productions that you want.</source>
        <translation>Die Liste der IDs ist leer. Fügen Sie die gewünschten Produktionen hinzu.</translation>
    </message>
    <message>
        <source>This ID is empty. Write one, or take it out.</source>
        <translation>Diese ID ist leer. Geben Sie eine ein, oder nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>No production is asked for</source>
        <translation>Es wird nach keiner Produktion gefragt</translation>
    </message>
    <message>
        <source>A question for production details needs a list of IDs, and each of them has to say something.</source>
        <translation>Eine Frage nach Details von Produktionen braucht eine Liste von IDs, und keine davon darf leer sein.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: GetProductionDetailsRequest</source>
        <translation>Atom Tickets, Production Models: GetProductionDetailsRequest</translation>
    </message>
    <message>
        <source>“%1” is asked for more than once.</source>
        <translation>Nach „%1“ wird mehr als einmal gefragt.</translation>
    </message>
    <message>
        <source>Take this one out</source>
        <translation>Diese herausnehmen</translation>
    </message>
    <message>
        <source>A production that is asked for twice</source>
        <translation>Eine Produktion, nach der zweimal gefragt wird</translation>
    </message>
    <message>
        <source>Nobody says whether it comes back once or twice, and it takes a place on a page.</source>
        <translation>Nirgends steht, ob sie einmal oder zweimal zurückkommt, und sie belegt einen Platz auf einer Seite.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: GetProductionDetailsRequest; what isn&apos;t said there</source>
        <translation>Atom Tickets, Production Models: GetProductionDetailsRequest; was dort nicht steht</translation>
    </message>
    <message>
        <source>The page size is a whole number from 1 to 100, not %1.</source>
        <translation>Die Seitengröße ist eine ganze Zahl von 1 bis 100, nicht %1.</translation>
    </message>
    <message>
        <source>The page is a whole number from 0, not %1.</source>
        <translation>Die Seite ist eine ganze Zahl ab 0, nicht %1.</translation>
    </message>
    <message>
        <source>Leave the page out</source>
        <translation>Seite weglassen</translation>
    </message>
    <message>
        <source>Change to 1</source>
        <translation>In 1 ändern</translation>
    </message>
    <message>
        <source>Change to 100</source>
        <translation>In 100 ändern</translation>
    </message>
    <message>
        <source>A page or page size that can&apos;t be</source>
        <translation>Eine unmögliche Seite oder Seitengröße</translation>
    </message>
    <message>
        <source>A page holds 1 to 100 productions, 25 where nothing is said; pages are counted upwards.</source>
        <translation>Eine Seite fasst 1 bis 100 Produktionen, ohne Angabe 25; Seiten werden aufwärts gezählt.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: pageSize (default 25, max 100)</source>
        <translation>Atom Tickets, Production Models: pageSize (default 25, max 100)</translation>
    </message>
    <message>
        <source>%1 IDs are asked for, and a page holds %2: the reply comes in pages.</source>
        <translation>Nach %1 IDs wird gefragt, und eine Seite fasst %2: Die Antwort kommt in Seiten.</translation>
    </message>
    <message>
        <source>Ask for all %1 on one page</source>
        <translation>Alle %1 auf einer Seite abrufen</translation>
    </message>
    <message>
        <source>More productions than a page holds</source>
        <translation>Mehr Produktionen, als eine Seite fasst</translation>
    </message>
    <message>
        <source>The reply holds only the first of them; the others stand on further pages, which have to be asked for.</source>
        <translation>Die Antwort enthält nur die ersten davon; die anderen stehen auf weiteren Seiten, die eigens abzurufen sind.</translation>
    </message>
    <message>
        <source>The dates are missing. Give isoStartDate and isoEndDate, or localStartDate and localEndDate.</source>
        <translation>Die Datumsangaben fehlen. Geben Sie isoStartDate und isoEndDate an oder localStartDate und localEndDate.</translation>
    </message>
    <message>
        <source>%1 is missing. Give both ends.</source>
        <translation>%1 fehlt. Geben Sie Anfang und Ende an.</translation>
    </message>
    <message>
        <source>The dates are given in two ways. Give them with a zone or in the venue&apos;s own time, not both.</source>
        <translation>Die Datumsangaben stehen auf zweierlei Weise da. Geben Sie sie mit Zone oder in der Ortszeit der Spielstätte an, nicht beides.</translation>
    </message>
    <message>
        <source>“%1” is no moment like %2.</source>
        <translation>„%1“ ist kein Zeitpunkt wie %2.</translation>
    </message>
    <message>
        <source>2026-03-14T00:00:00</source>
        <translation>2026-03-14T00:00:00</translation>
    </message>
    <message>
        <source>2026-03-14T07:00:00Z</source>
        <translation>2026-03-14T07:00:00Z</translation>
    </message>
    <message>
        <source>“%1” has no zone: write Z at its end for UTC.</source>
        <translation>„%1“ hat keine Zone: Schreiben Sie für UTC ein Z ans Ende.</translation>
    </message>
    <message>
        <source>“%1” has a zone: dates in the venue&apos;s own time have none.</source>
        <translation>„%1“ hat eine Zone: Angaben in der Ortszeit der Spielstätte haben keine.</translation>
    </message>
    <message>
        <source>“%1” has a fraction of a second, which the partner doesn&apos;t read.</source>
        <translation>„%1“ enthält Bruchteile einer Sekunde, die der Partner nicht liest.</translation>
    </message>
    <message>
        <source>The end is before the start.</source>
        <translation>Das Ende liegt vor dem Beginn.</translation>
    </message>
    <message>
        <source>Keep those with a zone</source>
        <translation>Die mit Zone behalten</translation>
    </message>
    <message>
        <source>Keep those in the venue&apos;s time</source>
        <translation>Die in Ortszeit behalten</translation>
    </message>
    <message>
        <source>Swap start and end</source>
        <translation>Beginn und Ende tauschen</translation>
    </message>
    <message>
        <source>Dates that the partner doesn&apos;t read</source>
        <translation>Datumsangaben, die der Partner nicht liest</translation>
    </message>
    <message>
        <source>A venue is asked with one pair of dates: with a zone and without a fraction, or in its own time without a zone.</source>
        <translation>Eine Spielstätte wird mit einem Paar Datumsangaben abgefragt: mit Zone und ohne Bruchteile oder in ihrer Ortszeit ohne Zone.</translation>
    </message>
    <message>
        <source>Atom Tickets, Common Models: ISODateBounds, LocalDateBounds; calls by venue</source>
        <translation>Atom Tickets, Common Models: ISODateBounds, LocalDateBounds; calls by venue</translation>
    </message>
    <message>
        <source>This asks for %1 days; the partner answers for at most 7.</source>
        <translation>Das fragt nach %1 Tagen; der Partner antwortet für höchstens 7.</translation>
    </message>
    <message>
        <source>More than seven days at once</source>
        <translation>Mehr als sieben Tage auf einmal</translation>
    </message>
    <message>
        <source>The older documentation gives a span of seven days as the longest; what happens beyond isn&apos;t said.</source>
        <translation>Die ältere Dokumentation nennt sieben Tage als längste Spanne; was darüber hinaus geschieht, steht nicht da.</translation>
    </message>
    <message>
        <source>Atom Tickets, partner API: difference of start and end (default 1 day, max 7)</source>
        <translation>Atom Tickets, partner API: difference of start and end (default 1 day, max 7)</translation>
    </message>
    <message>
        <source>Documented, but not there: %1.</source>
        <translation>Dokumentiert, aber nicht da: %1.</translation>
    </message>
    <message>
        <source>There, but not documented: %1.</source>
        <translation>Da, aber nicht dokumentiert: %1.</translation>
    </message>
    <message>
        <source>Documented, but not there: %1. There, but not documented: %2.</source>
        <translation>Dokumentiert, aber nicht da: %1. Da, aber nicht dokumentiert: %2.</translation>
    </message>
    <message>
        <source>A production that isn&apos;t as documented</source>
        <translation>Eine Produktion, die nicht wie dokumentiert ist</translation>
    </message>
    <message>
        <source>Replies are known to differ from the documentation; nothing of them is dropped.</source>
        <translation>Antworten weichen bekanntlich von der Dokumentation ab; nichts davon wird weggelassen.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ProductionDetail</source>
        <translation>Atom Tickets, Production Models: ProductionDetail</translation>
    </message>
    <message>
        <source>“%1” came more than once.</source>
        <translation>„%1“ kam mehr als einmal.</translation>
    </message>
    <message>
        <source>“%1” came, but wasn&apos;t asked for.</source>
        <translation>„%1“ kam, ohne dass danach gefragt war.</translation>
    </message>
    <message>
        <source>Asked for, and not on this page: %1. There are further pages.</source>
        <translation>Angefragt und nicht auf dieser Seite: %1. Es gibt weitere Seiten.</translation>
    </message>
    <message>
        <source>Asked for, and not returned: %1.</source>
        <translation>Angefragt und nicht zurückgekommen: %1.</translation>
    </message>
    <message>
        <source>Another set of productions than was asked for</source>
        <translation>Andere Produktionen als angefragt</translation>
    </message>
    <message>
        <source>Nobody says what becomes of an ID that the partner doesn&apos;t know; a list that isn&apos;t compared hides it.</source>
        <translation>Nirgends steht, was aus einer ID wird, die der Partner nicht kennt; eine nicht verglichene Liste verbirgt es.</translation>
    </message>
    <message>
        <source>Atom Tickets, Production Models: ProductionDetailsResponse; what isn&apos;t said there</source>
        <translation>Atom Tickets, Production Models: ProductionDetailsResponse; was dort nicht steht</translation>
    </message>
    <message>
        <source>The address is empty.</source>
        <translation>Die Adresse ist leer.</translation>
    </message>
    <message>
        <source>“%1” is no complete address, with https:// in front.</source>
        <translation>„%1“ ist keine vollständige Adresse mit https:// davor.</translation>
    </message>
    <message>
        <source>A score is from 0 to 10, not %1.</source>
        <translation>Eine Wertung liegt zwischen 0 und 10, nicht bei %1.</translation>
    </message>
    <message>
        <source>A film has at least a minute, not %1.</source>
        <translation>Ein Film dauert mindestens eine Minute, nicht %1.</translation>
    </message>
    <message>
        <source>A value of a production that can&apos;t be</source>
        <translation>Ein unmöglicher Wert einer Produktion</translation>
    </message>
    <message>
        <source>Scores are from 0 to 10, dates are YYYY-MM-DD, and an address has to lead somewhere by itself.</source>
        <translation>Wertungen liegen zwischen 0 und 10, Datumsangaben sind YYYY-MM-DD, und eine Adresse muss für sich allein zum Ziel führen.</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Work type</source>
        <translation>Werkart</translation>
    </message>
    <message>
        <source>Content ID</source>
        <translation>Inhalts-ID</translation>
    </message>
    <message>
        <source>Avail ID</source>
        <translation>Avail-ID</translation>
    </message>
    <message>
        <source>Licensor</source>
        <translation>Lizenzgeber</translation>
    </message>
    <message>
        <source>Entry type</source>
        <translation>Auszugsart</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <source>Licence types</source>
        <translation>Lizenzarten</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Beginn</translation>
    </message>
    <message>
        <source>Last end</source>
        <translation>Letztes Ende</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n kommt noch</numerusform>
            <numerusform>%n kommen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n vorbei</numerusform>
            <numerusform>%n vorbei</numerusform>
        </translation>
    </message>
    <message>
        <source>Running today</source>
        <translation>Heute laufend</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>brings windows to the partner</source>
        <translation>bringt Fenster zum Partner</translation>
    </message>
    <message>
        <source>asks the partner to judge windows</source>
        <translation>lässt Fenster vom Partner beurteilen</translation>
    </message>
    <message>
        <source>asks for windows, or takes them away</source>
        <translation>ruft Fenster ab oder löscht sie</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Posten %1</translation>
    </message>
    <message>
        <source>The partner rejected it, and says no more.</source>
        <translation>Der Partner hat es abgelehnt und sagt nichts weiter.</translation>
    </message>
    <message>
        <source>The partner says neither yes nor no.</source>
        <translation>Der Partner sagt weder ja noch nein.</translation>
    </message>
    <message>
        <source>The partner&apos;s answer</source>
        <translation>Die Antwort des Partners</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>Er sagt</translation>
    </message>
    <message>
        <source>The partner took it.</source>
        <translation>Der Partner übernahm es.</translation>
    </message>
    <message>
        <source>The partner rejected it.</source>
        <translation>Der Partner lehnte es ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Posten</numerusform>
            <numerusform>%n Posten</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Licensors</source>
        <translation>Lizenzgeber</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n angenommen</numerusform>
            <numerusform>%n angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n nicht angenommen</numerusform>
            <numerusform>%n nicht angenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>says neither yes nor no</source>
        <translation>sagt weder ja noch nein</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Message %1 from %2</source>
        <translation>Meldung %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n Vorstellung</numerusform>
            <numerusform>%n Vorstellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Datenlieferant</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>Antworten gehen an</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Kinos</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Filme</translation>
    </message>
    <message>
        <source>To message %1 from %2</source>
        <translation>Auf Meldung %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>A production without a name</source>
        <translation>Eine Produktion ohne Namen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Doubled</source>
        <translation>Doppelt</translation>
    </message>
    <message numerus="yes">
        <source>this id stands %n times in the reply</source>
        <translation>
            <numerusform>diese ID steht %n-mal in der Antwort</numerusform>
            <numerusform>diese ID steht %n-mal in der Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Altersfreigabe</translation>
    </message>
    <message>
        <source>Running time</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Distributor</source>
        <translation>Verleih</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Besetzung</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>Stab</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>IMDb</source>
        <translation>IMDb</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Not documented</source>
        <translation>Nicht dokumentiert</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>IDs</translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n Produktion</numerusform>
            <numerusform>%n Produktionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Productions</source>
        <translation>Produktionen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Doubled ids</source>
        <translation>Doppelte IDs</translation>
    </message>
    <message>
        <source>Further productions</source>
        <translation>Weitere Produktionen</translation>
    </message>
    <message numerus="yes">
        <source>%n id(s)</source>
        <translation>
            <numerusform>%n ID</numerusform>
            <numerusform>%n IDs</numerusform>
        </translation>
    </message>
    <message>
        <source>What %1 shows</source>
        <translation>Was %1 zeigt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Spielstätte</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>From, local time</source>
        <translation>Von, Ortszeit</translation>
    </message>
    <message>
        <source>To, local time</source>
        <translation>Bis, Ortszeit</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Productions a page</source>
        <translation>Produktionen je Seite</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>not looked for, because the file is so large; open it in the editor for that</source>
        <translation>nicht gesucht, weil die Datei so groß ist; öffnen Sie sie dafür im Editor</translation>
    </message>
    <message>
        <source>Avail</source>
        <translation>Avail</translation>
    </message>
    <message>
        <source>Avail, as the partner has it</source>
        <translation>Avail, wie der Partner es hat</translation>
    </message>
    <message>
        <source>Reply to a batch</source>
        <translation>Antwort auf einen Stapel</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Question for productions</source>
        <translation>Frage nach Produktionen</translation>
    </message>
    <message>
        <source>Ids of productions</source>
        <translation>IDs von Produktionen</translation>
    </message>
    <message>
        <source>Some other file</source>
        <translation>Eine andere Datei</translation>
    </message>
    <message numerus="yes">
        <source>an object of %n member(s)</source>
        <translation>
            <numerusform>ein Objekt mit %n Feld</numerusform>
            <numerusform>ein Objekt mit %n Feldern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a list of %n</source>
        <translation>
            <numerusform>eine Liste mit %n Eintrag</numerusform>
            <numerusform>eine Liste mit %n Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>an empty text</source>
        <translation>ein leerer Text</translation>
    </message>
    <message>
        <source>nothing (null)</source>
        <translation>nichts (null)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>Geschrieben in</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Outermost element</source>
        <translation>Äußerstes Element</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>page %1 of %2, %3 productions a page</source>
        <translation>Seite %1 von %2, %3 Produktionen je Seite</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>Prime subscription, movie</source>
        <translation>Prime-Abonnement, Film</translation>
    </message>
    <message>
        <source>A film for Prime subscribers.</source>
        <translation>Ein Film für Prime-Abonnenten.</translation>
    </message>
    <message>
        <source>Prime subscription, episode</source>
        <translation>Prime-Abonnement, Folge</translation>
    </message>
    <message>
        <source>One episode for Prime subscribers.</source>
        <translation>Eine Folge für Prime-Abonnenten.</translation>
    </message>
    <message>
        <source>Prime subscription, season</source>
        <translation>Prime-Abonnement, Staffel</translation>
    </message>
    <message>
        <source>A whole season for Prime subscribers.</source>
        <translation>Eine ganze Staffel für Prime-Abonnenten.</translation>
    </message>
    <message>
        <source>Channel, episode</source>
        <translation>Channel, Folge</translation>
    </message>
    <message>
        <source>One episode for the subscribers of a channel.</source>
        <translation>Eine Folge für die Abonnenten eines Channels.</translation>
    </message>
    <message>
        <source>Channel, season</source>
        <translation>Channel, Staffel</translation>
    </message>
    <message>
        <source>A whole season for the subscribers of a channel.</source>
        <translation>Eine ganze Staffel für die Abonnenten eines Channels.</translation>
    </message>
    <message>
        <source>FVOD film</source>
        <translation>FVOD-Film</translation>
    </message>
    <message>
        <source>A film that viewers see for nothing.</source>
        <translation>Ein Film, den Zuschauer kostenlos sehen.</translation>
    </message>
    <message>
        <source>TVOD film</source>
        <translation>TVOD-Film</translation>
    </message>
    <message>
        <source>A film to pre-order, to buy and to rent: one window each.</source>
        <translation>Ein Film zum Vorbestellen, Kaufen und Leihen: je ein Fenster.</translation>
    </message>
    <message>
        <source>Performance, complete</source>
        <translation>Vorstellung, vollständig</translation>
    </message>
    <message>
        <source>A performance with all that the partner needs for a new one.</source>
        <translation>Eine Vorstellung mit allem, was der Partner für eine neue braucht.</translation>
    </message>
    <message>
        <source>Performance, cancelled</source>
        <translation>Vorstellung, abgesagt</translation>
    </message>
    <message>
        <source>Calls a performance off. Its ticket orders become invalid.</source>
        <translation>Sagt eine Vorstellung ab. Ihre Kartenbestellungen werden ungültig.</translation>
    </message>
    <message>
        <source>Performance, other share</source>
        <translation>Vorstellung, anderer Anteil</translation>
    </message>
    <message>
        <source>Changes what the distributor gets, and nothing else.</source>
        <translation>Ändert, was der Verleih bekommt, und sonst nichts.</translation>
    </message>
    <message>
        <source>Performance, other hall</source>
        <translation>Vorstellung, anderer Saal</translation>
    </message>
    <message>
        <source>Moves a performance to another hall, with its seats.</source>
        <translation>Verlegt eine Vorstellung in einen anderen Saal, mit seinen Plätzen.</translation>
    </message>
    <message>
        <source>Productions by ID</source>
        <translation>Produktionen nach ID</translation>
    </message>
    <message>
        <source>Asks Atom Tickets what it knows of productions.</source>
        <translation>Fragt Atom Tickets, was es über Produktionen weiß.</translation>
    </message>
    <message>
        <source>Productions of a venue</source>
        <translation>Produktionen einer Spielstätte</translation>
    </message>
    <message>
        <source>Asks Atom Tickets what a venue plays from one day to another, seven days at most.</source>
        <translation>Fragt Atom Tickets, was eine Spielstätte von einem Tag bis zum anderen spielt, höchstens sieben Tage.</translation>
    </message>
</context>
</TS>
