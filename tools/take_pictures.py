#!/usr/bin/python3
"""Takes the pictures of reports that the pages show: docs/images/*.png, of the example organisation at the end of its year.

    tools/take_pictures.py [--out FOLDER]

It needs the release build and Chromium. The bytes depend on the browser and its fonts, so nothing checks that they are fresh;
a test checks that every picture can be taken and that the pages show it.
"""
import argparse
import base64
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/report"))

from devtools import Browser  # noqa: E402: what the tests drive the browser with

TOOL = pathlib.Path(os.environ.get("ANNEXA_RELEASE", ROOT / "build/release")) / "bin/annexa"
DATA = ROOT / "examples/data"
BEGIN, END = "2026-01-12T09:00:00Z", "2026-11-30T09:00:00Z"
LARGEST = 250 * 1024  #: bytes of a picture

#: Name, report, what the picture begins with and ends with.
PICTURES = (
    {"name": "audit-report", "report": ("audit", "A-2026-1"), "from": "body", "until": ".contents"},
    {"name": "audit-summary", "report": ("audit", "A-2026-1"), "from": "#summary", "until": "#summary .cards"},
    {"name": "dashboard", "report": ("dashboard",), "from": "#glance", "until": "#soon"},
    {"name": "risk-heat-maps", "report": ("risks",), "from": "#maps section", "until": ".gallery"},
    {"name": "statement-of-applicability", "report": ("soa",), "from": "main section:nth-of-type(2)",
     "until": "main section:nth-of-type(2) tbody tr:nth-child(7)"},
)
WIDTH = 1100  #: of the window


def tool(at, *words):
    subprocess.run([TOOL, "--quiet", "--at", at, "--id-seed", "c0ffee", *words], check=True, stdout=subprocess.DEVNULL)


def make_year(workspace):
    """The example organisation at the end of its year."""
    tool(BEGIN, "init", workspace, "--organization", "Tarravale Health Software Ltd")
    tool(BEGIN, "apply", workspace, DATA / "setup.json")
    for table in ("assets", "risks", "soa"):
        tool(BEGIN, "import", workspace, DATA / f"{table}.csv")
    for commands, at in (("programme", BEGIN), ("cycle", END), ("review", END)):
        tool(at, "apply", workspace, DATA / f"{commands}.json")


def take(browser, page, picture):
    """The bytes of a picture: a part of the page, with a margin around what it begins with."""
    browser.shape(WIDTH)
    browser.open(page)
    left, top, right, bottom = browser.evaluate(f"""(() => {{
      const [begin, end] = {[picture["from"], picture["until"]]!r}.map(name => document.querySelector(name).getBoundingClientRect());
      return [begin.left + scrollX, begin.top + scrollY, begin.right + scrollX, end.bottom + scrollY];
    }})()""")
    beside, above = 24, 6  # more above, or anything below, would show a piece of the neighbours
    x, y = max(0, left - beside), max(0, top - above)
    clip = {"x": x, "y": y, "width": min(right + beside, WIDTH) - x, "height": bottom - y, "scale": 1}
    taken = browser.call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
    return base64.b64decode(taken["data"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs/images", help="folder of the pictures")
    out = parser.parse_args().out
    with tempfile.TemporaryDirectory() as folder:
        workspace = pathlib.Path(folder) / "tarravale.annexa"
        make_year(workspace)
        browser = Browser()
        try:
            for picture in PICTURES:
                page = pathlib.Path(folder) / f"{picture['report'][0]}.html"
                if not page.exists():
                    tool(END, "report", workspace, *picture["report"], "-o", page)
                content = take(browser, page, picture)
                if len(content) > LARGEST:
                    sys.exit(f"{picture['name']}.png has {len(content)} bytes; {LARGEST} are allowed")
                (out / f"{picture['name']}.png").write_bytes(content)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
