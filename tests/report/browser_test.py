"""The HTML reports in a real browser: nothing on the console, no request, nothing cut, at every width and in print."""
import base64
import concurrent.futures
import functools
import json
import os
import pathlib
import queue
import re
import subprocess
import tempfile
import unittest

from devtools import Browser
from project import BUILD, ROOT, need_file, need_judge, run

# Elements whose contents do not fit into them, and elements that reach beyond the window.
CUT = """(() => {
  const found = [];
  for (const each of document.querySelectorAll('main *, header *, footer *')) {
    const style = getComputedStyle(each);
    if (each.closest('svg') || each.closest('thead') || style.clipPath !== 'none' || style.display.startsWith('inline')) continue;
    if (each.scrollWidth > each.clientWidth + 1) found.push(each.tagName + '.' + each.className + ': ' + each.textContent.slice(0, 60));
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window');
  return found.slice(0, 5);
})()"""

# Texts whose contrast with what lies behind them is below 4.5 (WCAG 2.2, 1.4.3).
FAINT = """(() => {
  const parse = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
  const linear = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const luminance = c => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
  const behind = each => {
    for (; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || parent.closest('svg')) continue;
    const a = luminance(parse(getComputedStyle(parent).color)), b = luminance(behind(parent));
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.add(contrast.toFixed(2) + ' ' + parent.tagName + '.' + parent.className + ' ' + walk.currentNode.data.slice(0, 30));
  }
  return [...found].slice(0, 5);
})()"""

# Links within the page that lead nowhere, ids that stand twice, and figures without name.
LOOSE = """(() => {
  const ids = new Set(), found = [];
  for (const {id} of document.querySelectorAll('[id]')) {
    if (ids.has(id)) found.push('twice: ' + id);
    ids.add(id);
  }
  for (const each of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(each.getAttribute('href').slice(1))) found.push('nowhere: ' + each.getAttribute('href'));
  for (const each of document.querySelectorAll('[aria-labelledby]'))
    for (const id of each.getAttribute('aria-labelledby').split(' '))
      if (!document.getElementById(id)) found.push('no label: ' + id);
  return found.slice(0, 5);
})()"""

# What could do more than be read: scripts beside the page's own, what is loaded, what takes input, links out, handlers.
ACTIVE = """(() => {
  const all = [...document.querySelectorAll('*')];
  return {
    scripts: document.scripts.length,
    loaded: document.querySelectorAll('img,iframe,object,form').length,
    inputs: [...document.querySelectorAll('input')].map(each => each.id),
    out: [...document.querySelectorAll('a[href]')].filter(a => !a.getAttribute('href').startsWith('#')).length,
    handlers: all.flatMap(each => each.getAttributeNames()).filter(name => name.startsWith('on')).length,
    hacked: typeof window.hacked,
  };
})()"""

STYLE = "[document.styleSheets.length, document.styleSheets[0].cssRules.length]"

# On paper there is nothing to press, so that the size of targets counts on screens alone, and a watermark is faint.
AXE = """axe.run(matchMedia('print').matches ? {exclude: ['.draft']} : document, {
    resultTypes: ['violations'], rules: {'target-size': {enabled: !matchMedia('print').matches}},
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(found => found.violations.map(each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.html.slice(0, 150) + ' | ' +
    node.failureSummary.slice(0, 200)).join(' || ')))"""

OVERLAP = """(() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg.chart')) {
    const boxes = [...svg.querySelectorAll('text')].filter(each => getComputedStyle(each).display !== 'none' && !each.hasAttribute('transform'))
      .map(each => [each.textContent, each.getBoundingClientRect()]);
    boxes.forEach(([text, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
        found.push(text + ' / ' + other);
    }));
  }
  return found.slice(0, 5);
})()"""


class Reports(unittest.TestCase):
    MORE = ("dashboard", "nonconformities", "nonconformity", "checklist", "evidence")
    KINDS = ("gap", "management-review", "plan", "programme", "readiness", "soa")
    HOSTILE = ("hostile", "hostile-risks", "hostile-risks-plan", *("hostile-" + name for name in (*MORE, *KINDS)))
    NAMES = ("audit", "draft", "risks", "risks-plan", "branded", *MORE, *KINDS, *HOSTILE)

    @classmethod
    def setUpClass(cls):
        need_judge("chromium")
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        run(BUILD / "bin/annexa-tests", "--test-case=the sample reports can be written to files",
            env={"ANNEXA_SAMPLE_REPORTS": cls.folder.name})
        cls.browsers = [Browser() for _ in range(min(2, os.cpu_count()))]  # a page takes one processor at most
        cls.browser, cls.free = cls.browsers[0], queue.SimpleQueue()
        for browser in cls.browsers:
            cls.free.put(browser)

    @classmethod
    def tearDownClass(cls):
        for browser in cls.browsers:
            browser.close()
        cls.folder.cleanup()

    @classmethod
    def in_browsers(cls, look):
        """What a function of a browser and a name finds in each report, by name; as many at a time as there are browsers."""
        def one(name):
            browser = cls.free.get()
            try:
                browser.open(cls.path / f"{name}.html")
                return look(browser, name)
            finally:
                cls.free.put(browser)

        with concurrent.futures.ThreadPoolExecutor(len(cls.browsers)) as pool:
            return dict(zip(cls.NAMES, pool.map(one, cls.NAMES)))

    SHAPES = tuple((width, dark) for width in (360, 1440) for dark in (False, True))
    LOOKS = {"cut": CUT, "faint": FAINT, "loose": LOOSE, "overlap": OVERLAP}

    @classmethod
    def look(cls, browser, name):
        """Everything that there is to see in a report: it is loaded once, and takes each shape in turn."""
        browser.evaluate("new Promise(done => setTimeout(done, 300))")
        found = {"active": browser.evaluate(ACTIVE), "style": browser.evaluate(STYLE)}
        for shape in cls.SHAPES:
            browser.shape(*shape)
            found[shape] = {what: browser.evaluate(script) for what, script in cls.LOOKS.items()}
        found["said"], found["asked"] = browser.messages()
        return found

    @classmethod
    @functools.cache
    def seen(cls):
        return cls.in_browsers(cls.look)

    def each(self, what, names=NAMES):
        """Nothing of a kind is found in any report, at both widths and in both schemes."""
        for name in names:
            for width, dark in self.SHAPES:
                with self.subTest(name, width=width, dark=dark):
                    self.assertEqual(self.seen()[name][width, dark][what], [])

    def test_nothing_is_said_on_the_console_and_nothing_is_requested(self):
        for name in self.NAMES:
            with self.subTest(name):
                seen, uri = self.seen()[name], (self.path / f"{name}.html").as_uri()
                self.assertEqual(seen["said"], [])
                pictures = [url for url in seen["asked"] if url.startswith("data:image/")]  # in the file itself: the logo alone
                self.assertEqual(len(pictures), 1 if name == "branded" else 0, pictures)
                self.assertEqual([url for url in seen["asked"] if url != uri and url not in pictures], [])
                self.assertIn(uri, seen["asked"])

    def test_the_style_sheet_is_the_one_that_the_policy_allows(self):
        for name in self.NAMES:
            sheets, rules = self.seen()[name]["style"]
            self.assertEqual(sheets, 1)
            self.assertGreater(rules, 50)

    def test_hostile_texts_are_texts(self):
        harmless = {"scripts": 1, "loaded": 0, "inputs": ["search"], "out": 0, "handlers": 0, "hacked": "undefined"}
        for name in self.HOSTILE:
            with self.subTest(name):
                self.assertEqual(self.seen()[name]["active"], harmless)

    def test_a_search_leaves_what_holds_every_word(self):
        self.browser.open(self.path / "nonconformities.html")
        self.browser.shape(1440, False)
        shown = "[...document.querySelectorAll('main tbody tr')].filter(row => row.getClientRects().length).map(row => row.textContent)"
        every = self.browser.evaluate(shown)
        word = self.browser.evaluate("document.querySelector('main tbody td').textContent.split(' ')[0]")
        self.browser.evaluate(f"(() => {{ const f = document.getElementById('search'); f.value = {json.dumps(word)}; f.dispatchEvent(new Event('input')); }})()")
        self.browser.evaluate("new Promise(done => setTimeout(done, 300))")
        found = self.browser.evaluate(shown)
        self.assertTrue(found)
        self.assertLess(len(found), len(every))
        self.assertTrue(all(word.lower() in row.lower() for row in found))
        self.assertRegex(self.browser.evaluate("document.querySelector('.told').textContent"), r"^\d+ places$")
        self.browser.evaluate("(() => { const f = document.getElementById('search'); f.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'})); })()")
        self.assertEqual(self.browser.evaluate(shown), every)

    def test_a_column_sorts_up_down_and_back(self):
        self.browser.open(self.path / "evidence.html")
        self.browser.shape(1440, False)
        cells = "[...document.querySelectorAll('#table-evidence tbody tr')].map(row => row.cells[1].textContent)"
        press = "document.querySelectorAll('#table-evidence .sort')[1].click()"
        state = "document.querySelectorAll('#table-evidence thead th')[1].getAttribute('aria-sort')"
        first = self.browser.evaluate(cells)
        seen = []
        for expected in ("ascending", "descending", None):
            self.browser.evaluate(press)
            self.assertEqual(self.browser.evaluate(state), expected)
            seen.append(self.browser.evaluate(cells))
        self.assertEqual(seen[0], sorted(first, key=str.lower))
        self.assertEqual(seen[1], seen[0][::-1])
        self.assertEqual(seen[2], first)

    def test_sections_fold_and_a_link_into_one_opens_it(self):
        self.browser.open(self.path / "audit.html")
        self.browser.shape(1440, False)
        table = "document.getElementById('table-evidence').getClientRects().length > 0"
        self.browser.evaluate("document.querySelector('#evidence > .head .fold').click()")
        self.assertFalse(self.browser.evaluate(table))
        self.assertEqual(self.browser.evaluate("document.querySelector('#evidence > .head .fold').getAttribute('aria-expanded')"), "false")
        self.browser.evaluate("location.hash = document.querySelector('#table-evidence tbody tr').id")
        self.browser.evaluate("new Promise(done => setTimeout(done, 200))")
        self.assertTrue(self.browser.evaluate(table))

    def test_nothing_is_cut_and_nothing_reaches_beyond_the_window(self):
        self.each("cut")

    def test_texts_stand_out_from_what_lies_behind_them(self):
        self.each("faint")

    def test_everybody_can_use_them(self):
        """axe-core finds no violation of WCAG 2.2 AA, nor anything else that it is sure of."""
        axe = ROOT / "build/judges/node_modules/axe-core/axe.min.js"
        need_file(axe, "axe-core")
        program = axe.read_text(encoding="utf-8")
        shapes = ((360, False, ""), (1440, True, ""), (360, True, ""), (1440, False, ""), (794, False, "print"))

        def violations(browser, name):
            browser.evaluate(program)
            found = {}
            for shape in shapes if os.environ.get("ANNEXA_FULL") else shapes[:2]:
                browser.shape(*shape)
                found[shape] = browser.evaluate(AXE)
            return found

        for name, found in self.in_browsers(violations).items():
            for (width, dark, media), each in found.items():
                with self.subTest(name, width=width, dark=dark, media=media):
                    self.assertEqual(each, [])

    def test_links_lead_somewhere_and_ids_are_unique(self):
        self.each("loose")

    def test_texts_of_charts_do_not_lie_on_each_other(self):
        self.each("overlap", ("audit", "draft", "risks"))

    def test_heat_maps_stand_side_by_side_where_there_is_room_and_else_below_one_another(self):
        self.browser.open(self.path / "risks.html")
        tops = "[...document.querySelectorAll('.gallery')].map(g => new Set([...g.children].map(f => f.getBoundingClientRect().top)).size)"
        for width, rows in ((1440, 2), (360, 4)):
            self.browser.shape(width, False)
            self.assertEqual(self.browser.evaluate(tops), [rows])

    def test_the_first_stop_of_the_keyboard_leads_to_the_contents(self):
        self.browser.open(self.path / "audit.html")
        for kind in ("keyDown", "keyUp"):
            self.browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        self.assertEqual(self.browser.evaluate("document.activeElement.getAttribute('href')"), "#content")

    def pages(self, name):
        """The texts of the printed pages."""
        need_judge("pdftotext")
        self.browser.open(self.path / f"{name}.html")
        printed = self.browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        pdf = self.path / f"{name}.pdf"
        pdf.write_bytes(base64.b64decode(printed["data"]))
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
        return text.split("\f")[:-1]

    def test_printed_pages_are_numbered_and_none_is_empty(self):
        for name in ("audit", "risks", "risks-plan"):
            pages = self.pages(name)
            self.assertGreater(len(pages), 3)  # short contents share their page with what follows
            for number, page in enumerate(pages[1:], 2):
                with self.subTest(name, page=number):
                    self.assertIn(f"Page {number} of {len(pages)}", page)
                    self.assertGreater(len(re.sub(r"\s", "", page)), 120)

    def test_a_printed_table_repeats_its_head_on_every_page_that_it_goes_on_to(self):
        pages = self.pages("audit")
        heads, names = self.browser.evaluate("""(() => {
          const table = [...document.querySelectorAll('main table')].sort((a, b) => b.rows.length - a.rows.length)[0];
          const texts = cells => [...cells].map(each => each.textContent.trim());
          return [texts(table.tHead.rows[0].cells), texts([...table.tBodies[0].rows].map(row => row.cells[0]))];
        })()""")
        head = r"(?m)^\s*" + r"\s+".join(map(re.escape, heads[:3]))
        first, last = (next(at for at, page in enumerate(pages) if re.search(rf"(?m)^ *{re.escape(name)} ", page) and
                            any(re.search(head, each) for each in pages[:at + 1])) for name in (names[0], names[-1]))
        self.assertGreater(last, first, "the longest table fits on one page")
        for number in range(first, last + 1):
            self.assertRegex(pages[number], head)

    def test_every_printed_page_of_a_draft_says_so(self):
        for number, page in enumerate(self.pages("draft"), 1):
            self.assertIn("DRAFT", page, f"page {number}")


class Pictures(unittest.TestCase):
    """The pictures that the pages show."""

    def test_every_picture_can_be_taken_again_and_is_shown_with_its_text(self):
        need_judge("chromium")
        with tempfile.TemporaryDirectory() as folder:
            run(ROOT / "tools/take_pictures.py", "--out", folder)
            taken = sorted(path.name for path in pathlib.Path(folder).glob("*.png"))
        kept = sorted((ROOT / "docs/images").glob("*.png"))
        self.assertEqual([path.name for path in kept], taken)
        pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")))
        for path in kept:
            self.assertLess(path.stat().st_size, 250 * 1024, path.name)
            self.assertRegex(pages, rf"!\[[^\]]{{20,}}\]\((docs/)?images/{path.name}\)")
