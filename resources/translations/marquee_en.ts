<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AllPages</name>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n production</numerusform>
            <numerusform>%n productions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Atom</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>Not sent yet: there are %n error(s).</source>
        <translation>
            <numerusform>Not sent yet: there is %n error.</numerusform>
            <numerusform>Not sent yet: there are %n errors.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%1 (%n day(s))</source>
        <translation>
            <numerusform>%1 (%n day)</numerusform>
            <numerusform>%1 (%n days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Episodes</name>
    <message numerus="yes">
        <source>%n episode(s) at most can be made at once.</source>
        <translation>
            <numerusform>%n episode at most can be made at once.</numerusform>
            <numerusform>%n episodes at most can be made at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) are left over.</source>
        <translation>
            <numerusform>%n title is left over.</numerusform>
            <numerusform>%n titles are left over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorView</name>
    <message numerus="yes">
        <source>filtered: %n match(es). The summary is of all of the payload.</source>
        <translation>
            <numerusform>filtered: %n match. The summary is of all of the payload.</numerusform>
            <numerusform>filtered: %n matches. The summary is of all of the payload.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inventory</name>
    <message numerus="yes">
        <source>%n window(s) would end before the start.</source>
        <translation>
            <numerusform>%n window would end before its start.</numerusform>
            <numerusform>%n windows would end before their start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n window(s)</source>
        <translation>
            <numerusform>Remove %n window</numerusform>
            <numerusform>Remove %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n window(s) together</source>
        <translation>
            <numerusform>Change %n window together</numerusform>
            <numerusform>Change %n windows together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemSummary</name>
    <message numerus="yes">
        <source>(+ %n more)</source>
        <translation>
            <numerusform>(+ %n more)</numerusform>
            <numerusform>(+ %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>Atom Tickets sent %n id(s).</source>
        <translation>
            <numerusform>Atom Tickets sent %n id.</numerusform>
            <numerusform>Atom Tickets sent %n ids.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atom Tickets sent %n production(s).</source>
        <translation>
            <numerusform>Atom Tickets sent %n production.</numerusform>
            <numerusform>Atom Tickets sent %n productions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Performances</name>
    <message numerus="yes">
        <source>That would be more than %n performances.</source>
        <translation>
            <numerusform>That would be more than %n performance.</numerusform>
            <numerusform>That would be more than %n performances.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) were taken: a number is added to them.</source>
        <translation>
            <numerusform>%n ID was taken: a number is added to it.</numerusform>
            <numerusform>%n IDs were taken: a number is added to them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them overlap another performance in the same hall.</source>
        <translation>
            <numerusform>%n of them overlaps another performance in the same hall.</numerusform>
            <numerusform>%n of them overlap another performance in the same hall.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled performance(s) are left out.</source>
        <translation>
            <numerusform>%n cancelled performance is left out.</numerusform>
            <numerusform>%n cancelled performances are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rows.</source>
        <translation>
            <numerusform>There is more than %n row.</numerusform>
            <numerusform>There are more than %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductionsModel</name>
    <message numerus="yes">
        <source>came %n times</source>
        <translation>
            <numerusform>came %n time</numerusform>
            <numerusform>came %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message numerus="yes">
        <source>%n window(s) of it stand in other documents.</source>
        <translation>
            <numerusform>%n window of it stands in other documents.</numerusform>
            <numerusform>%n windows of it stand in other documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It replaces everything that the partner has of this avail: %n window(s) that only the partner has go with it.</source>
        <translation>
            <numerusform>It replaces everything that the partner has of this avail: %n window that only the partner has goes with it.</numerusform>
            <numerusform>It replaces everything that the partner has of this avail: %n windows that only the partner has go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n byte(s))</source>
        <translation>
            <numerusform>(%n byte)</numerusform>
            <numerusform>(%n bytes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avail(s) with other data around the windows.</source>
        <translation>
            <numerusform>%n avail with other data around the windows.</numerusform>
            <numerusform>%n avails with other data around the windows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be fetched.</source>
        <translation>
            <numerusform>%n couldn&apos;t be fetched.</numerusform>
            <numerusform>%n couldn&apos;t be fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out.</source>
        <translation>
            <numerusform>%n left out.</numerusform>
            <numerusform>%n left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this batch have no avail to compare.</source>
        <translation>
            <numerusform>%n item of this batch has no avail to compare.</numerusform>
            <numerusform>%n items of this batch have no avail to compare.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n performance</numerusform>
            <numerusform>%n performances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%1, %n day(s)</source>
        <translation>
            <numerusform>%1, %n day</numerusform>
            <numerusform>%1, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message numerus="yes">
        <source>%n window(s) have dates that can&apos;t be read, or an end before the start, and are left out.</source>
        <translation>
            <numerusform>%n window has dates that can&apos;t be read, or an end before the start, and is left out.</numerusform>
            <numerusform>%n windows have dates that can&apos;t be read, or an end before the start, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rows.</source>
        <translation>
            <numerusform>There is more than %n row.</numerusform>
            <numerusform>There are more than %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) start at that date or after it and are left as they are.</source>
        <translation>
            <numerusform>%n window starts at that date or after it and is left as it is.</numerusform>
            <numerusform>%n windows start at that date or after it and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) can&apos;t be read and stay as they are.</source>
        <translation>
            <numerusform>%n date can&apos;t be read and stays as it is.</numerusform>
            <numerusform>%n dates can&apos;t be read and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) would end before the start.</source>
        <translation>
            <numerusform>%n window would end before its start.</numerusform>
            <numerusform>%n windows would end before their start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) aren&apos;t open at that date and are left as they are.</source>
        <translation>
            <numerusform>%n window isn&apos;t open at that date and is left as it is.</numerusform>
            <numerusform>%n windows aren&apos;t open at that date and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That would be more than %n windows.</source>
        <translation>
            <numerusform>That would be more than %n window.</numerusform>
            <numerusform>That would be more than %n windows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n combination(s) stand already and are left out.</source>
        <translation>
            <numerusform>%n combination stands already and is left out.</numerusform>
            <numerusform>%n combinations stand already and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The terms of %n window(s) aren&apos;t a list; they are left as they are.</source>
        <translation>
            <numerusform>The terms of %n window aren&apos;t a list; they are left as they are.</numerusform>
            <numerusform>The terms of %n windows aren&apos;t a list; they are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) have one of these terms more than once; the first of them changes.</source>
        <translation>
            <numerusform>%n window has one of these terms more than once; the first of them changes.</numerusform>
            <numerusform>%n windows have one of these terms more than once; the first of them changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message numerus="yes">
        <source>, and %n more.</source>
        <translation>
            <numerusform>, and %n more.</numerusform>
            <numerusform>, and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message numerus="yes">
        <source>%n difference(s):</source>
        <translation>
            <numerusform>%n difference:</numerusform>
            <numerusform>%n differences:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>The first one is listed (%n).</numerusform>
            <numerusform>The first %n are listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counts</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::avail::AvailView</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::avail::WindowForm</name>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::avail::WindowsPage</name>
    <message numerus="yes">
        <source>Remove %n window(s)</source>
        <translation>
            <numerusform>Remove %n window</numerusform>
            <numerusform>Remove %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n window(s)</source>
        <translation>
            <numerusform>Move %n window</numerusform>
            <numerusform>Move %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batch::BatchDialog</name>
    <message numerus="yes">
        <source>That makes %n item(s).</source>
        <translation>
            <numerusform>That makes %n item.</numerusform>
            <numerusform>That makes %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open document(s) have changes that aren&apos;t saved. What is in the files is sent.</source>
        <translation>
            <numerusform>%n open document has changes that aren&apos;t saved. What is in the file is sent.</numerusform>
            <numerusform>%n open documents have changes that aren&apos;t saved. What is in the files is sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batch::RowsDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <comment>problems in</comment>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors won&apos;t be sent</source>
        <translation>
            <numerusform>%n row with errors won&apos;t be sent</numerusform>
            <numerusform>%n rows with errors won&apos;t be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) aren&apos;t used: %1. Choose a field under the heading, or leave it so.</source>
        <translation>
            <numerusform>%n column isn&apos;t used: %1. Choose a field under the heading, or leave it so.</numerusform>
            <numerusform>%n columns aren&apos;t used: %1. Choose a field under the heading, or leave it so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::BatchDocumentView</name>
    <message numerus="yes">
        <source>Validates %n window(s)</source>
        <translation>
            <numerusform>Validates %n window</numerusform>
            <numerusform>Validates %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Puts %n window(s)</source>
        <translation>
            <numerusform>Puts %n window</numerusform>
            <numerusform>Puts %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gets or deletes %n window(s)</source>
        <translation>
            <numerusform>Gets or deletes %n window</numerusform>
            <numerusform>Gets or deletes %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::ItemForm</name>
    <message numerus="yes">
        <source>%n more problem(s) in the body. Open it as a document to see them beside their fields.</source>
        <translation>
            <numerusform>%n more problem in the body. Open it as a document to see the problem beside its field.</numerusform>
            <numerusform>%n more problems in the body. Open it as a document to see them beside their fields.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::batchdocument::ItemsPage</name>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>Add %n item</numerusform>
            <numerusform>Add %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s)</source>
        <translation>
            <numerusform>Remove %n item</numerusform>
            <numerusform>Remove %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s)</source>
        <translation>
            <numerusform>Move %n item</numerusform>
            <numerusform>Move %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::CheckList</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::DateDialog</name>
    <message numerus="yes">
        <source>Set the end of %n window(s)</source>
        <translation>
            <numerusform>Set the end of %n window</numerusform>
            <numerusform>Set the end of %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %n window(s)</source>
        <translation>
            <numerusform>Split %n window</numerusform>
            <numerusform>Split %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n window changes</numerusform>
            <numerusform>%n windows change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::PasteDialog</name>
    <message numerus="yes">
        <source>%n column(s) aren&apos;t used: %1. Choose a field for them, or leave it so.</source>
        <translation>
            <numerusform>%n column isn&apos;t used: %1. Choose a field for it, or leave it so.</numerusform>
            <numerusform>%n columns aren&apos;t used: %1. Choose fields for them, or leave it so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new window(s)</source>
        <translation>
            <numerusform>%n new window</numerusform>
            <numerusform>%n new windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n window changes</numerusform>
            <numerusform>%n windows change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation>
            <numerusform>Paste %n row</numerusform>
            <numerusform>Paste %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::PasteTermsDialog</name>
    <message numerus="yes">
        <source>Paste into %n window(s)</source>
        <translation>
            <numerusform>Paste into %n window</numerusform>
            <numerusform>Paste into %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste terms into %n window(s)</source>
        <translation>
            <numerusform>Paste terms into %n window</numerusform>
            <numerusform>Paste terms into %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::ShiftDialog</name>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n window changes</numerusform>
            <numerusform>%n windows change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shift the dates of %n window(s)</source>
        <translation>
            <numerusform>Shift the dates of %n window</numerusform>
            <numerusform>Shift the dates of %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shift %n window(s)</source>
        <translation>
            <numerusform>Shift %n window</numerusform>
            <numerusform>Shift %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::SpreadDialog</name>
    <message numerus="yes">
        <source>Spread a window into %n</source>
        <translation>
            <numerusform>Spread a window into %n</numerusform>
            <numerusform>Spread a window into %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n window(s)</source>
        <translation>
            <numerusform>Add %n window</numerusform>
            <numerusform>Add %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::TermSetsDialog</name>
    <message numerus="yes">
        <source>Apply to %n window(s)</source>
        <translation>
            <numerusform>Apply to %n window</numerusform>
            <numerusform>Apply to %n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply a set of terms to %n window(s)</source>
        <translation>
            <numerusform>Apply a set of terms to %n window</numerusform>
            <numerusform>Apply a set of terms to %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::bulk::TermsDialog</name>
    <message numerus="yes">
        <source>added to %n</source>
        <translation>
            <numerusform>added to %n</numerusform>
            <numerusform>added to %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed in %n</source>
        <translation>
            <numerusform>changed in %n</numerusform>
            <numerusform>changed in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same in %n</source>
        <translation>
            <numerusform>the same in %n</numerusform>
            <numerusform>the same in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken out of %n</source>
        <translation>
            <numerusform>taken out of %n</numerusform>
            <numerusform>taken out of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) change</source>
        <translation>
            <numerusform>%n window changes</numerusform>
            <numerusform>%n windows change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) say all of it already</source>
        <translation>
            <numerusform>%n window says all of it already</numerusform>
            <numerusform>%n windows say all of it already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbackDetail</name>
    <message numerus="yes">
        <source>The partner took all performances, %n with a warning.</source>
        <translation>
            <numerusform>The partner took all performances, %n with a warning.</numerusform>
            <numerusform>The partner took all performances, %n with a warning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>came %n times</source>
        <translation>
            <numerusform>came %n time</numerusform>
            <numerusform>came %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::CallbacksModel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
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
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unclear</source>
        <translation>
            <numerusform>%n unclear</numerusform>
            <numerusform>%n unclear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warned</source>
        <translation>
            <numerusform>%n warned</numerusform>
            <numerusform>%n warned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>came %n times</source>
        <translation>
            <numerusform>came %n time</numerusform>
            <numerusform>came %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::callbacks::ListenIndicator</name>
    <message numerus="yes">
        <source>Receiving callbacks: %n new</source>
        <translation>
            <numerusform>Receiving callbacks: %n new</numerusform>
            <numerusform>Receiving callbacks: %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::compare::CompareView</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::editor::DurationEditor</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::CompareDialog</name>
    <message numerus="yes">
        <source>%n place(s). JSON is compared by what it says, however it is written.</source>
        <translation>
            <numerusform>%n place. JSON is compared by what it says, however it is written.</numerusform>
            <numerusform>%n places. JSON is compared by what it says, however it is written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s); there are more.</source>
        <translation>
            <numerusform>The first %n place; there are more.</numerusform>
            <numerusform>The first %n places; there are more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::exchanges::ExchangesPanel</name>
    <message numerus="yes">
        <source>%n older exchange(s), up to %1, made room for newer ones.</source>
        <translation>
            <numerusform>%n older exchange, up to %1, made room for newer ones.</numerusform>
            <numerusform>%n older exchanges, up to %1, made room for newer ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::FilterLine</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::Head</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::SummaryPage</name>
    <message numerus="yes">
        <source>Show %n more part(s)</source>
        <translation>
            <numerusform>Show %n more part</numerusform>
            <numerusform>Show %n more parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TableModel</name>
    <message numerus="yes">
        <source>%1: in %n row(s)</source>
        <translation>
            <numerusform>%1: in %n row</numerusform>
            <numerusform>%1: in %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TablePage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inspector::TreePage</name>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>filtered: %n match(es)</source>
        <translation>
            <numerusform>filtered: %n match</numerusform>
            <numerusform>filtered: %n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inventory::ChangeTogetherDialog</name>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) say it already</source>
        <translation>
            <numerusform>%n window says it already</numerusform>
            <numerusform>%n windows say it already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryEdit</name>
    <message numerus="yes">
        <source>%n window(s) of those that were selected aren&apos;t there any more.</source>
        <translation>
            <numerusform>%n window of those that were selected isn&apos;t there any more.</numerusform>
            <numerusform>%n windows of those that were selected aren&apos;t there any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inventory::InventoryPage</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln window</numerusform>
            <numerusform>%Ln windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::inventory::OutcomeBar</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) couldn&apos;t be changed and are as they were:</source>
        <translation>
            <numerusform>%n document couldn&apos;t be changed and is as it was:</numerusform>
            <numerusform>%n documents couldn&apos;t be changed and are as they were:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) can&apos;t be undone here: there was too much to keep.</source>
        <translation>
            <numerusform>%n document can&apos;t be undone here: there was too much to keep.</numerusform>
            <numerusform>%n documents can&apos;t be undone here: there was too much to keep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone in %n document(s).</source>
        <translation>
            <numerusform>Undone in %n document.</numerusform>
            <numerusform>Undone in %n documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) keep the change:</source>
        <translation>
            <numerusform>%n document keeps the change:</numerusform>
            <numerusform>%n documents keep the change:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::masks::MaskDialog</name>
    <message numerus="yes">
        <source>%Ln value(s) masked</source>
        <translation>
            <numerusform>%Ln value masked</numerusform>
            <numerusform>%Ln values masked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::DayPage</name>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n performance</numerusform>
            <numerusform>%n performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap</source>
        <translation>
            <numerusform>%n overlap</numerusform>
            <numerusform>%n overlaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n without a date</numerusform>
            <numerusform>%n without a date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::DuplicateDialog</name>
    <message numerus="yes">
        <source>Duplicate %n performance(s)</source>
        <translation>
            <numerusform>Duplicate %n performance</numerusform>
            <numerusform>Duplicate %n performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new performance(s)</source>
        <translation>
            <numerusform>%n new performance</numerusform>
            <numerusform>%n new performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n performance(s)</source>
        <translation>
            <numerusform>Make %n performance</numerusform>
            <numerusform>Make %n performances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PasteDialog</name>
    <message numerus="yes">
        <source>%n column(s) aren&apos;t used: %1. Choose a field for them, or leave it so.</source>
        <translation>
            <numerusform>%n column isn&apos;t used: %1. Choose a field for it, or leave it so.</numerusform>
            <numerusform>%n columns aren&apos;t used: %1. Choose fields for them, or leave it so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new performance(s)</source>
        <translation>
            <numerusform>%n new performance</numerusform>
            <numerusform>%n new performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s) change</source>
        <translation>
            <numerusform>%n performance changes</numerusform>
            <numerusform>%n performances change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation>
            <numerusform>Paste %n row</numerusform>
            <numerusform>Paste %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformanceForm</name>
    <message numerus="yes">
        <source>%n seat(s) in all</source>
        <translation>
            <numerusform>%n seat in all</numerusform>
            <numerusform>%n seats in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformanceView</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::performance::PerformancesPage</name>
    <message numerus="yes">
        <source>Call %n performance(s) off?</source>
        <translation>
            <numerusform>Call %n performance off?</numerusform>
            <numerusform>Call %n performances off?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n performance(s)</source>
        <translation>
            <numerusform>Remove %n performance</numerusform>
            <numerusform>Remove %n performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n performance(s)</source>
        <translation>
            <numerusform>Move %n performance</numerusform>
            <numerusform>Move %n performances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::probe::ProbePanel</name>
    <message numerus="yes">
        <source>%n rule(s) left out</source>
        <translation>
            <numerusform>%n rule left out</numerusform>
            <numerusform>%n rules left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n disagreement</numerusform>
            <numerusform>%n disagreements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::problems::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n error(s), shown</source>
        <translation>
            <numerusform>%n error, shown</numerusform>
            <numerusform>%n errors, shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s), hidden</source>
        <translation>
            <numerusform>%n error, hidden</numerusform>
            <numerusform>%n errors, hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), shown</source>
        <translation>
            <numerusform>%n warning, shown</numerusform>
            <numerusform>%n warnings, shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), hidden</source>
        <translation>
            <numerusform>%n warning, hidden</numerusform>
            <numerusform>%n warnings, hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s), shown</source>
        <translation>
            <numerusform>%n hint, shown</numerusform>
            <numerusform>%n hints, shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s), hidden</source>
        <translation>
            <numerusform>%n hint, hidden</numerusform>
            <numerusform>%n hints, hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::AnswerLine</name>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n production</numerusform>
            <numerusform>%n productions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n page(s)</source>
        <translation>
            <numerusform>from %n page</numerusform>
            <numerusform>from %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) asked for</source>
        <translation>
            <numerusform>%n ID asked for</numerusform>
            <numerusform>%n IDs asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on this page</source>
        <translation>
            <numerusform>%n not on this page</numerusform>
            <numerusform>%n not on this page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for</source>
        <translation>
            <numerusform>%n not asked for</numerusform>
            <numerusform>%n not asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came twice</source>
        <translation>
            <numerusform>%n came twice</numerusform>
            <numerusform>%n came twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::IdsField</name>
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
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::IdsPage</name>
    <message numerus="yes">
        <source>%n production(s) at the venue %1</source>
        <translation>
            <numerusform>%n production at the venue %1</numerusform>
            <numerusform>%n productions at the venue %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Get details of %n</source>
        <translation>
            <numerusform>Get details of %n</numerusform>
            <numerusform>Get details of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This ID came %n time(s) in the answer.</source>
        <translation>
            <numerusform>This ID came %n time in the answer.</numerusform>
            <numerusform>This ID came %n times in the answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::production::ProductionQueryView</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::ReconcileModel</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::ReconcilePage</name>
    <message numerus="yes">
        <source>%n request(s) sent</source>
        <translation>
            <numerusform>%n request sent</numerusform>
            <numerusform>%n requests sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avail(s)</source>
        <translation>
            <numerusform>%n avail</numerusform>
            <numerusform>%n avails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be fetched</source>
        <translation>
            <numerusform>%n couldn&apos;t be fetched</numerusform>
            <numerusform>%n couldn&apos;t be fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n change(s)…</source>
        <translation>
            <numerusform>Send %n change…</numerusform>
            <numerusform>Send %n changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) would be deleted at the partner.</source>
        <translation>
            <numerusform>%n window would be deleted at the partner.</numerusform>
            <numerusform>%n windows would be deleted at the partner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::reconcile::RequestList</name>
    <message numerus="yes">
        <source>%n request(s) would be sent. Nothing has been sent yet.</source>
        <translation>
            <numerusform>%n request would be sent. Nothing has been sent yet.</numerusform>
            <numerusform>%n requests would be sent. Nothing has been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) would be sent.</source>
        <translation>
            <numerusform>%n request would be sent.</numerusform>
            <numerusform>%n requests would be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be held back.</source>
        <translation>
            <numerusform>%n would be held back.</numerusform>
            <numerusform>%n would be held back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n request(s) accepted.</source>
        <translation>
            <numerusform>%1 of %n request accepted.</numerusform>
            <numerusform>%1 of %n requests accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::ListeningCard</name>
    <message numerus="yes">
        <source>%n avail(s)</source>
        <translation>
            <numerusform>%n avail</numerusform>
            <numerusform>%n avails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n performance</numerusform>
            <numerusform>%n performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n message waiting</numerusform>
            <numerusform>%n messages waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n production</numerusform>
            <numerusform>%n productions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n venue(s)</source>
        <translation>
            <numerusform>%n venue</numerusform>
            <numerusform>%n venues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::sandbox::SandboxDialog</name>
    <message numerus="yes">
        <source>%n fault(s) on: requests to the sandbox go wrong on purpose, from the next one on.</source>
        <translation>
            <numerusform>%n fault on: requests to the sandbox go wrong on purpose, from the next one on.</numerusform>
            <numerusform>%n faults on: requests to the sandbox go wrong on purpose, from the next one on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::search::FindModel</name>
    <message numerus="yes">
        <source>%1, %n hit(s)</source>
        <translation>
            <numerusform>%1, %n hit</numerusform>
            <numerusform>%1, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::search::FindPanel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be read</source>
        <translation>
            <numerusform>%n couldn&apos;t be read</numerusform>
            <numerusform>%n couldn&apos;t be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::series::EpisodesModel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::series::SeriesDialog</name>
    <message numerus="yes">
        <source>%n episode(s) at most</source>
        <translation>
            <numerusform>%n episode at most</numerusform>
            <numerusform>%n episodes at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s)</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n episode(s)</source>
        <translation>
            <numerusform>Make %n episode</numerusform>
            <numerusform>Make %n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n whose ID or file is taken</source>
        <translation>
            <numerusform>%n whose ID or file is taken</numerusform>
            <numerusform>%n whose ID or file is taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::AskLink</name>
    <message numerus="yes">
        <source>%n document(s) couldn&apos;t be read.</source>
        <translation>
            <numerusform>%n document couldn&apos;t be read.</numerusform>
            <numerusform>%n documents couldn&apos;t be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::BulkLink</name>
    <message numerus="yes">
        <source>%n row(s) copied, to be pasted into a spreadsheet</source>
        <translation>
            <numerusform>%n row copied, to be pasted into a spreadsheet</numerusform>
            <numerusform>%n rows copied, to be pasted into a spreadsheet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::EnvironmentLink</name>
    <message numerus="yes">
        <source>%n fault(s) on purpose</source>
        <translation>
            <numerusform>%n fault on purpose</numerusform>
            <numerusform>%n faults on purpose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::MessageStandings</name>
    <message numerus="yes">
        <source>%n taken with a warning</source>
        <translation>
            <numerusform>%n taken with a warning</numerusform>
            <numerusform>%n taken with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not spoken of</source>
        <translation>
            <numerusform>%n not spoken of</numerusform>
            <numerusform>%n not spoken of</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::ReconcileLink</name>
    <message numerus="yes">
        <source>%n request(s) to make the partner match</source>
        <translation>
            <numerusform>%n request to make the partner match</numerusform>
            <numerusform>%n requests to make the partner match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them delete(s) a window at the partner.</source>
        <translation>
            <numerusform>%n of them deletes a window at the partner.</numerusform>
            <numerusform>%n of them delete a window each at the partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace(s) all that the partner has of an avail.</source>
        <translation>
            <numerusform>%n of them replaces all that the partner has of an avail.</numerusform>
            <numerusform>%n of them replace all that the partner has of an avail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n change(s) to “%1”?</source>
        <translation>
            <numerusform>Send %n change to “%1”?</numerusform>
            <numerusform>Send %n changes to “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::SeriesLink</name>
    <message numerus="yes">
        <source>Writing %n episode(s)…</source>
        <translation>
            <numerusform>Writing %n episode…</numerusform>
            <numerusform>Writing %n episodes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episode(s) written.</source>
        <translation>
            <numerusform>%n episode written.</numerusform>
            <numerusform>%n episodes written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n couldn&apos;t be.</source>
        <translation>
            <numerusform>%n couldn&apos;t be.</numerusform>
            <numerusform>%n couldn&apos;t be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::shell::TextPane</name>
    <message numerus="yes">
        <source>Batch of %n request(s)  ·  %1</source>
        <translation>
            <numerusform>Batch of %n request  ·  %1</numerusform>
            <numerusform>Batch of %n requests  ·  %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reply to a batch, %n answer(s)  ·  %1</source>
        <translation>
            <numerusform>Reply to a batch, %n answer  ·  %1</numerusform>
            <numerusform>Reply to a batch, %n answers  ·  %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Callback of Showtime Analytics, %n answer(s)  ·  %1</source>
        <translation>
            <numerusform>Callback of Showtime Analytics, %n answer  ·  %1</numerusform>
            <numerusform>Callback of Showtime Analytics, %n answers  ·  %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) of productions  ·  %1</source>
        <translation>
            <numerusform>%n ID of productions  ·  %1</numerusform>
            <numerusform>%n IDs of productions  ·  %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n production(s) of Atom Tickets  ·  %1</source>
        <translation>
            <numerusform>%n production of Atom Tickets  ·  %1</numerusform>
            <numerusform>%n productions of Atom Tickets  ·  %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::timeline::TimelineView</name>
    <message numerus="yes">
        <source>Move %n window(s)</source>
        <translation>
            <numerusform>Move %n window</numerusform>
            <numerusform>Move %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>marquee::workspace::FolderRows</name>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1, %n file</numerusform>
            <numerusform>%1, %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n to come</numerusform>
            <numerusform>%n to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n taken</numerusform>
            <numerusform>%n taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n performance(s)</source>
        <translation>
            <numerusform>%n performance</numerusform>
            <numerusform>%n performances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this id stands %n times in the reply</source>
        <translation>
            <numerusform>this id stands %n time in the reply</numerusform>
            <numerusform>this id stands %n times in the reply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n production(s)</source>
        <translation>
            <numerusform>%n production</numerusform>
            <numerusform>%n productions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n id(s)</source>
        <translation>
            <numerusform>%n id</numerusform>
            <numerusform>%n ids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>an object of %n member(s)</source>
        <translation>
            <numerusform>an object of %n member</numerusform>
            <numerusform>an object of %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a list of %n</source>
        <translation>
            <numerusform>a list of %n</numerusform>
            <numerusform>a list of %n</numerusform>
        </translation>
    </message>
</context>
</TS>
