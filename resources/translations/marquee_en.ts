<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>marquee::avail::WindowsPage</name>
    <message numerus="yes">
        <source>Remove %n window(s)</source>
        <translation>
            <numerusform>Remove %n window</numerusform>
            <numerusform>Remove %n windows</numerusform>
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
</context>
<context>
    <name>marquee::workspace::FolderModel</name>
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
</TS>
