#!/usr/bin/env python3
"""Writes src/exchange/oscal/token_characters.hpp: the letters and numbers of Unicode as ranges, as the unicodedata of this Python knows
them.

    tools/generate_token_characters.py [--check]     with --check: writes nothing, status 1 if the file is not what this Python would write

Where this Python knows another version of Unicode than that of the file, it cannot tell: then --check says so and ends with 77.
"""
import pathlib
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[1]
FILE = ROOT / "src/exchange/oscal/token_characters.hpp"
HEAD = """#pragma once
// Letters (general category L) and numbers (N) beyond ASCII, as ranges with both ends, in order. Unicode {version};
// written by tools/generate_token_characters.py.

#include <array>
#include <cstdint>

namespace annexa {{
inline namespace v1 {{
namespace oscal {{

struct CharacterRange {{
  std::uint32_t first, last;
}};

// clang-format off
"""
TAIL = """// clang-format on

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
"""


def ranges(category):
    found = []
    for code in range(0x80, sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] != category:
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def table(name, rows):
    cells = [f"{{0x{first:X}, 0x{last:X}}}," for first, last in rows]
    out = f"inline constexpr std::array<CharacterRange, {len(cells)}> {name}{{{{\n"
    line = "   "
    for cell in cells:
        if len(line) + len(cell) > 118:
            out, line = out + line + "\n", "   "
        line += " " + cell
    return out + line + "\n}};\n"


def main():
    text = (HEAD.format(version=unicodedata.unidata_version) + table("letters", ranges("L")) + "\n" + table("numbers", ranges("N")) + TAIL)
    if "--check" not in sys.argv[1:]:
        FILE.write_text(text, encoding="utf-8")
        return 0
    written = FILE.read_text(encoding="utf-8")
    if f"Unicode {unicodedata.unidata_version};" not in written:
        print(f"cannot tell: {FILE.relative_to(ROOT)} is of another version of Unicode than {unicodedata.unidata_version}")
        return 77
    if written != text:
        print(f"{FILE.relative_to(ROOT)} is not fresh; run tools/generate_token_characters.py")
    return int(written != text)


if __name__ == "__main__":
    sys.exit(main())
