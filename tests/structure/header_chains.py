"""Writes the files that show that every public header stands on its own: header_chains.py INCLUDE FOLDER

A file that includes one header alone shows it of that one. Where a header includes another, one file shows it of both: the one that is
included comes first, with nothing before it, and what it brings the other has anyway. So a file has a chain of headers, each of which
includes the one before, and there are half as many files as headers.
"""
import pathlib
import re
import sys


def reach(includes):
    """What each header includes, directly or by others, itself among it."""
    found = {}

    def of(header):
        if header not in found:
            found[header] = {header}
            for each in includes[header]:
                found[header] |= of(each)
        return found[header]

    for header in includes:
        of(header)
    return found


def chains(includes):
    """Chains of headers, the innermost first, that have each header once."""
    within = reach(includes)

    def size(header):
        return len(within[header]), header

    left = set(includes)
    while left:
        chain = [max(left, key=size)]
        left.remove(chain[0])
        while inner := (within[chain[0]] & left):
            chain.insert(0, max(inner, key=size))
            left.remove(chain[0])
        yield chain


def main(include, folder):
    texts = {str(path.relative_to(include)): path.read_text() for path in include.rglob("*.hpp")}
    names = {name: [each for each in re.findall(r"#include <([^>]+)>", text) if each in texts] for name, text in texts.items()}
    files = {chain[-1].replace("/", "_") + ".cpp": "".join(f"#include <{header}>\n" for header in chain) for chain in chains(names)}
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.cpp"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        if not (folder / name).exists() or (folder / name).read_text() != text:
            (folder / name).write_text(text)


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
