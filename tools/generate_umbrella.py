#!/usr/bin/python3
"""Writes include/annexa/annexa.hpp, which includes every public header but those of the commands, room by room.

    tools/generate_umbrella.py [--check]     with --check: writes nothing, status 1 if the file is not fresh
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
UMBRELLA = ROOT / "include/annexa/annexa.hpp"
HEAD = """#pragma once
/// @file
/// All of the public C++ interface but the commands; for those include headers of annexa/command/ beside it.
"""


def rooms():
    text = (ROOT / "cmake/rooms.cmake").read_text()
    return " ".join(re.findall(r"set\(ANNEXA_(?:CORE|OUTER)_ROOMS ([a-z ]+)\)", text)).split()


def umbrella():
    out = HEAD
    for room in rooms():
        headers = sorted((UMBRELLA.parent / room).rglob("*.hpp")) if room != "command" else []
        if headers:
            out += "\n" + "".join(f"#include <{header.relative_to(ROOT / 'include')}>\n" for header in headers)
    return out


def main():
    fresh = umbrella()
    if "--check" in sys.argv[1:]:
        if UMBRELLA.read_text() != fresh:
            print(f"{UMBRELLA.relative_to(ROOT)} is not fresh; run tools/generate_umbrella.py")
            return 1
        return 0
    UMBRELLA.write_text(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main())
