"""What the tests of the Python package share: the package from the tree, on the built library."""
import os
import sys

from project import RELEASE, ROOT

LIBRARY = RELEASE / "lib/libannexa.so.1"
PACKAGE = ROOT / "bindings/python"

os.environ.setdefault("ANNEXA_LIBRARY_PATH", str(LIBRARY))
sys.path.insert(0, str(PACKAGE))

import annexa as ax  # noqa: E402

AT, SEED = "2026-01-12T09:00:00Z", "c0ffee"


def in_memory(**options):
    """A workspace in memory, of a run that can be repeated."""
    return ax.create(None, organization="Acme", at=AT, seed=SEED, **options)
