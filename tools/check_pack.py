#!/usr/bin/python3
"""Checks an evidence pack of annexa: every file against manifest.json, every event against the checkpoint.

    check_pack.py [--key NAME+ID+KEY]... [--origin NAME] [--witnesses N]

Unpack the archive and run this in its folder. The key is that of whoever signed: take it from them, not from the archive.
Status 0: all holds; 1: something does not, a line for each; 2: it could not be checked. Needs nothing but Python 3.
"""
import argparse
import hashlib
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent


def strangers(manifest):
    """Files that the manifest does not list."""
    known = {row["name"] for row in manifest["files"]} | {"manifest.json"}
    there = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    return sorted(name for name in there - known if not name.startswith("__pycache__/"))


def changed(manifest):
    """A line for each file that is not the one that was packed."""
    for row in manifest["files"]:
        path = FOLDER / row["name"]
        if FOLDER not in path.resolve().parents:
            yield f"{row['name']}: the manifest leads out of the pack"
        elif not path.is_file():
            yield f"{row['name']}: it is missing"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            yield f"{row['name']}: it was changed"


def unproved(manifest, keys, origin, witnesses):
    """A line for each event whose proof does not hold, by verify.py, which shares nothing with what made the proof."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(FOLDER))
    import verify

    keys = [verify.Key(text) for text in keys]
    for row in manifest["events"]:
        if row["proof"] is None:
            continue
        try:
            number, hashes, checkpoint = verify.parts_of((FOLDER / row["proof"]).read_bytes(), "index")
            size, root = verify.read_checkpoint(checkpoint, keys, origin or keys[0].name, witnesses)
            if number != row["position"]:
                raise verify.Wrong(f"the proof is one for the event at position {number}")
            verify.check_inclusion(hashlib.sha256(b"\0" + (FOLDER / row["file"]).read_bytes()).digest(), number, size, hashes, root)
        except ValueError as error:
            yield f"{row['file']}: {error}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("--origin")
    parser.add_argument("--witnesses", type=int, default=0)
    arguments = parser.parse_args()
    try:
        manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
        problems = [*changed(manifest), *(f"{name}: it is not in the manifest" for name in strangers(manifest))]
        if arguments.key and not problems:
            problems += unproved(manifest, arguments.key, arguments.origin, arguments.witnesses)
    except ValueError as error:
        problems = [f"manifest.json: {error}"]
    except (OSError, KeyError, TypeError) as error:
        print(f"It could not be checked: {error!r}", file=sys.stderr)
        return 2
    if problems:
        print(*problems, sep="\n")
        return 1
    proved = sum(row["proof"] is not None for row in manifest["events"])
    print(f"{len(manifest['files'])} files are those that were packed.")
    if arguments.key:
        print(f"{proved} of {len(manifest['events'])} events stand in the journal that was signed.")
    else:
        print(f"{proved} events have a proof, which was not looked at: name the key of whoever signed (--key).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
