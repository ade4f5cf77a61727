"""OSCAL: documents of NIST's Open Security Controls Assessment Language.

    import annexa as ax

    ax.oscal.resolve("baseline.json").save("catalog.json")
"""
from ._oscal_resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]
