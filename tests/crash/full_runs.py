"""Rigs at full count, in slices that are kept: a run that was interrupted goes on with the slice that it had begun.

What a slice printed lies in build/full/PROGRAM-DIGEST/, so what another build did counts for nothing; a slice that ended badly is not
kept. Remove the folder to begin anew.
"""
import collections
import hashlib
import os
import re

from project import ROOT, run

HOURS = 6


def rows_of(printed):
    """What a rig counted, by row."""
    rows = {}
    for name, found in re.findall(r"^@rig (\S+)(.*)$", printed, re.MULTILINE):
        rows[name] = {key: int(value) for key, value in (each.split("=") for each in found.split())}
    return rows


def added(all_rows):
    """The rows of several runs, their counts added."""
    out = {}
    for rows in all_rows:
        for name, row in rows.items():
            out.setdefault(name, collections.Counter()).update(row)
    return {name: dict(row) for name, row in out.items()}


def slice_kept(kept, program, *arguments):
    """What a slice printed, now or when it was run before. Fails the test if it ends badly."""
    if not kept.exists():
        printed = run(program, *arguments, timeout=HOURS * 3600).stdout
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(".part")
        draft.write_text(printed)
        os.replace(draft, kept)
    return kept.read_text()


def full_run(program, rounds, size, *before, name="all", folder=ROOT / "build/full"):
    """Runs `PROGRAM [BEFORE…] ROUNDS SEED` in slices of `size` rounds, each with a seed of its own. Returns the counts of all."""
    digest = hashlib.sha256(program.read_bytes()).hexdigest()[:16]
    place = folder / f"{program.name}-{digest}"
    slices = []
    for begun in range(0, rounds, size):
        count = min(size, rounds - begun)
        slices.append(rows_of(slice_kept(place / f"{name}-{begun}-{count}.txt", program, *before, count, begun + 1)))
    return added(slices)
