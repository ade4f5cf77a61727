"""OSCAL: documents checked, written, and profiles resolved.

    import annexa as ax

    found = ax.oscal.check("catalog.json")
    print(found.verdict, found.problems)
    ax.oscal.resolve("baseline.json").save("catalog.json")
"""
from ._oscal_check import Check, CheckProblems, check, format
from ._oscal_resolve import Resolution, resolve

__all__ = ["Check", "CheckProblems", "Resolution", "check", "format", "resolve"]
