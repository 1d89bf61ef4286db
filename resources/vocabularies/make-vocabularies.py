#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes countries, currencies, languages and scripts from iso-codes as one tab-separated file, while building:
kind, code, other code, English name, German name.

    make-vocabularies.py ISO_CODES_JSON_FOLDER LOCALE_FOLDER OUTPUT
"""
import gettext
import json
import pathlib
import sys

SOURCES = [
    # kind, domain, key in the file, code, other code
    ("country", "iso_3166-1", "3166-1", "alpha_2", "alpha_3"),
    ("currency", "iso_4217", "4217", "alpha_3", "numeric"),
    ("language", "iso_639-3", "639-3", "alpha_3", "alpha_2"),
    ("script", "iso_15924", "15924", "alpha_4", "numeric"),
]


def rows(folder: pathlib.Path, locale: pathlib.Path):
    for kind, domain, key, code, other in SOURCES:
        entries = json.loads((folder / f"{domain}.json").read_text(encoding="utf-8"))[key]
        german = gettext.translation(domain, locale, languages=["de"], fallback=True)
        for entry in sorted(entries, key=lambda e: e[code]):
            name = entry.get("common_name", entry["name"])
            first, second = entry[code], entry.get(other, "")
            if kind == "language" and second:  # a tag has the shorter one
                first, second = second, first
            yield "\t".join((kind, first, second, name, german.gettext(name)))


def main() -> int:
    folder, locale, output = (pathlib.Path(argument) for argument in sys.argv[1:4])
    output.write_text("\n".join(rows(folder, locale)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
