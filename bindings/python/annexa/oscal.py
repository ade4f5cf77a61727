"""OSCAL: documents checked and written.

    import annexa as ax

    found = ax.oscal.check("catalog.json")
    print(found.verdict, found.problems)
"""
from ._oscal_check import Check, CheckProblems, check, format

__all__ = ["Check", "CheckProblems", "check", "format"]
