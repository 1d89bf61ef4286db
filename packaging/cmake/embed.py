#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a C++ source that holds files as text: embed.py OUTPUT NAMESPACE NAME=FILE…

A Qt resource in a static library is only there when somebody initialises it; forgetting that would be a silent pass.
"""
import pathlib
import sys

CHUNK = 4000


def literal(data: bytes) -> str:
    parts = []
    for start in range(0, len(data), CHUNK):
        text = "".join(
            chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in data[start:start + CHUNK])
        parts.append(f'    "{text}"')
    return "\n".join(parts) or '    ""'


def main() -> int:
    output, namespace, *entries = sys.argv[1:]
    lines = ["#include <string_view>", f"namespace {namespace} {{"]
    for entry in entries:
        name, file = entry.split("=", 1)
        data = pathlib.Path(file).read_bytes()
        lines += [f"extern const std::string_view {name};",
                  f"const std::string_view {name}(", literal(data) + ",", f"    {len(data)});"]
    lines.append("}")
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
