#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings marquee_en.ts and marquee_de.ts up to what the program says. Run by hand; twice is as good as once.

    update.py             adds what is new (unfinished), drops what is gone
    update.py --check     changes nothing; fails where a run would, or where a translation is missing or unsound

lupdate (package qt6-l10n-tools) reads the sources. Three kinds of text escape it, so it is given a copy in which they
are written out: texts given to a wrapper (QString tr(const char *text)) or to a macro, and texts that live in data.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FLOORS = ("app", "models", "views")
FILES = {"en": HERE / "marquee_en.ts", "de": HERE / "marquee_de.ts"}  # English: plurals only

WRAPPER = re.compile(r'QString (\w+)\(const char \*(\w+)\)\s*\{\s*return QCoreApplication::translate\("(\w+)", \2\);\s*\}')
MACRO = re.compile(r'^#define (\w+)\((\w+)\) QT_TRANSLATE_NOOP\("(\w+)", \2\)$', re.MULTILINE)
INCLUDE = re.compile(r'^#include "([\w/]+\.h)"$', re.MULTILINE)
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
COUNT = re.compile(r"(?<=nullptr, )static_cast<int>\(")
MARKED = re.compile(r'\b(?:tr\(|(?:translate|QT_TRANSLATE_NOOP)\("\w+",)\s*((?:' + LITERAL + r'\s*)+)[,)]')
NEWS = re.compile(r"^(Scanning directory|Updating|    Found|    Kept|    Removed|    Same-text|Stripping non plural)")


class Trouble(Exception):
    pass


def call_of(name: str) -> re.Pattern:
    """A call of a free function: neither a member nor a part of another name."""
    return re.compile(r"(?<![\w.:>])" + name + r"\(")


def outside_literals(text: str, pattern: re.Pattern, replacement: str) -> str:
    parts = re.split(f"({LITERAL})", text)
    return "".join(part if i % 2 else pattern.sub(lambda _: replacement, part) for i, part in enumerate(parts))


def namespace_of(text: str):
    found = re.search(r"^namespace ([\w:]+) \{$", text, re.MULTILINE)
    return found and found[1]


def shared_wrappers(sources: dict) -> dict:
    """Header -> (namespace, wrapper's name, context), for wrappers that a header offers to other files."""
    found = {}
    for path, text in sources.items():
        header = path.with_suffix(".h")
        for name, _, context in WRAPPER.findall(text):
            if header in sources and re.search(rf"QString {name}\(const char \*\w+\);", sources[header]):
                found[header.relative_to(header.parts[0]).as_posix()] = (namespace_of(text), name, context)
    return found


def plain_counts(text: str) -> str:
    """Counts that are expressions become a name: lupdate passes over a call with an expression in it, or never ends."""
    while found := COUNT.search(text):
        end, depth = found.end(), 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        text = text[:found.start()] + "count" + text[end:]
    return text


def written_out(path: pathlib.PurePath, text: str, sources: dict, shared: dict) -> str:
    """The text with the calls of its wrappers and macros replaced by calls that lupdate knows."""
    wrappers = {name: context for name, _, context in WRAPPER.findall(text)}
    for included in INCLUDE.findall(text):
        if included in shared and shared[included][0] == namespace_of(text):
            wrappers.setdefault(*shared[included][1:])
    own = text + sources.get(path.with_suffix(".h"), "")
    text = WRAPPER.sub("", text)
    for name, context in wrappers.items():
        if "Q_OBJECT" in own and call_of(name).search(text):
            raise Trouble(f"{path}: {name}() may be the class's or the wrapper's. Put the two into files of their own.")
        text = outside_literals(text, call_of(name), f'QCoreApplication::translate("{context}", ')
    for name, _, context in MACRO.findall(text):
        text = MACRO.sub("", text)
        text = outside_literals(text, call_of(name), f'QT_TRANSLATE_NOOP("{context}", ')
    return plain_counts(text)


def data_texts():
    """Texts in resources/, by the context that the program asks for them in."""
    def walk(value, keys):
        if isinstance(value, dict):
            for key, entry in value.items():
                if key in keys and isinstance(entry, str) and entry:
                    yield entry
                else:
                    yield from walk(entry, keys)
        elif isinstance(value, list):
            for entry in value:
                yield from walk(entry, keys)

    for context, file, keys in (("catalog", "catalog/prime-avails.json", ("label", "help", "source")),
                                ("catalog", "catalog/showtime.json", ("label", "help", "source")),
                                ("catalog", "catalog/showtime-callback.json", ("label", "help", "source")),
                                ("catalog", "catalog/atom-productions.json", ("label", "help", "source")),
                                ("templates", "templates/index.json", ("name", "help"))):
        # "name" is a field's own name in the catalogue, and is what the partner reads; only templates have a title in it.
        for text in walk(json.loads((ROOT / "resources" / file).read_text(encoding="utf-8")), keys):
            yield context, text


def data_source() -> str:
    lines = [f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)});"
             for context, text in dict.fromkeys(data_texts())]
    return "\n".join(lines) + "\n"


def lupdate_program():
    qt_bins = [p for q in ("qmake6", "qtpaths6") if (p := shutil.which(q))]
    folders = [subprocess.run([q, "-query" if "qmake" in q else "--query", key], capture_output=True, text=True).stdout.strip()
               for q in qt_bins for key in ("QT_HOST_LIBEXECS", "QT_HOST_BINS")]
    folders += ["/usr/lib/qt6/bin", "/usr/lib/qt6/libexec"]
    return (os.environ.get("LUPDATE") or shutil.which("lupdate", path=os.pathsep.join(filter(None, folders)))
            or shutil.which("lupdate6") or shutil.which("lupdate"))


def write_copy(folder: pathlib.Path) -> pathlib.Path:
    """The sources as lupdate is to see them; returns the list of their names."""
    paths = sorted(p for floor in FLOORS for p in (ROOT / floor).rglob("*") if p.suffix in (".cpp", ".h"))
    sources = {p.relative_to(ROOT): p.read_text(encoding="utf-8") for p in paths}
    shared = shared_wrappers(sources)
    names = []
    for path, text in sources.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written_out(path, text, sources, shared), encoding="utf-8")
        names.append(str(target))
    data = folder / "data.cpp"
    data.write_text(data_source(), encoding="utf-8")
    listing = folder / "files.lst"
    listing.write_text("\n".join(names + [str(data)]) + "\n", encoding="utf-8")
    return listing


def marked_texts(listing: pathlib.Path):
    """What is plainly marked in the copy: a second opinion, by a much simpler reader than lupdate."""
    for name in listing.read_text(encoding="utf-8").splitlines():
        for literals in MARKED.findall(pathlib.Path(name).read_text(encoding="utf-8")):
            parts = re.findall(LITERAL, literals)
            yield "".join(re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), part[1:-1]) for part in parts)


def update(lupdate: str, files: dict) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        listing = write_copy(pathlib.Path(scratch))
        for language, file in files.items():
            run = subprocess.run(
                [lupdate, "-locations", "none", "-no-obsolete", "-no-recursive", "-no-ui-lines",
                 "-disable-heuristic", "similartext", "-disable-heuristic", "number", "-source-language", "en",
                 "-target-language", language, *(["-pluralonly"] if language == "en" else []),
                 "-I", scratch + "/models", "-I", scratch + "/views", f"@{listing}", "-ts", str(file)],
                capture_output=True, text=True, timeout=120, env={**os.environ, "LC_ALL": "C.UTF-8"})
            said = [line.replace(scratch + "/", "") for line in (run.stdout + run.stderr).splitlines() if not NEWS.match(line)]
            if run.returncode or said:
                raise Trouble("lupdate isn't content:\n" + "\n".join(said))
            found = {message.findtext("source") for message in ElementTree.parse(file).getroot().iter("message")}
            lost = [text for text in marked_texts(listing) if text not in found and (language != "en" or "%n" in text)]
            if lost:
                raise Trouble("lupdate passed over these; write their calls in a simpler way:\n" + "\n".join(lost))


def placeholders(text: str) -> collections.Counter:
    return collections.Counter(re.findall(r"%L?\d|%n|%%", text))


def complaints(language: str, file: pathlib.Path):
    """What is wrong with the translations in a file, one line each."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source")
            translation = message.find("translation")
            where = f"{file.name}: {context.findtext('name')}: “{source}”"
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") or not all(forms):
                yield f"{where} isn't translated"
                continue
            if len(forms) != (2 if message.get("numerus") else 1):
                yield f"{where} needs a singular and a plural"
            for form in forms:
                if placeholders(form) != placeholders(source):
                    yield f"{where} has other placeholders than “{form}”"
                if bool(re.search(r"&\w", form)) != bool(re.search(r"&\w", source)):
                    yield f"{where} marks a letter with & on one side only: “{form}”"
                spelt = form  # what is to be typed is quoted as it is typed
                for code in re.findall(r"'[^']*'", source):
                    spelt = spelt.replace(code, "")
                if language == "de" and re.search(r"['\"]\w|“[^”]*”", spelt) and not re.search(r"[{\\]|\"", source):
                    yield f"{where} quotes otherwise than „…“: “{form}”"


def check(lupdate: str) -> list:
    wrong = []
    with tempfile.TemporaryDirectory() as scratch:
        copies = {language: pathlib.Path(scratch) / file.name for language, file in FILES.items()}
        for language, file in FILES.items():
            shutil.copy(file, copies[language])
        update(lupdate, copies)
        for language, file in FILES.items():
            if copies[language].read_bytes() != file.read_bytes():
                wrong.append(f"{file.name} isn't up to date: run resources/translations/update.py")
            wrong += complaints(language, copies[language])
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail where something is missing")
    arguments = parser.parse_args()
    lupdate = lupdate_program()
    if not lupdate:
        print("lupdate isn't installed (package qt6-l10n-tools).", file=sys.stderr)
        return 77
    try:
        if arguments.check:
            wrong = check(lupdate)
        else:
            update(lupdate, FILES)
            wrong = [line for language, file in FILES.items() for line in complaints(language, file)]
    except (Trouble, subprocess.TimeoutExpired) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    for line in wrong:
        print(line)
    return 1 if wrong and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
