"""annexa report: the audit report, and what keeps it from being issued."""
import html.parser
import json
import os
import re
import threading
import unittest

from tool import AT, ToolTest, prepared


class Outline(html.parser.HTMLParser):
    """What a page would load, and the text of its headings."""

    def __init__(self, text):
        super().__init__()
        self.loads, self.headings, self.heading = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if re.fullmatch("h[1-6]", tag):
            self.heading = tag
            self.headings.append("")
        if tag in ("link", "iframe", "object", "embed", "img", "base"):
            self.loads.append((tag, attributes))
        self.loads += [pair for pair in attributes if pair[0] in ("src", "srcset", "data") or pair[0].startswith("on")]

    def handle_endtag(self, tag):
        self.heading = None if tag == self.heading else self.heading

    def handle_data(self, data):
        if self.heading:
            self.headings[-1] += data


class Report(ToolTest):
    def report(self, *arguments, name="report.html", workspace=None, audit="A-2026-1", status=0, **options):
        path = self.folder / name
        self.tool("report", workspace or prepared("year"), "audit", audit, "-o", path, *arguments, status=status, **options)
        return path

    def test_the_html_stands_alone_and_names_what_matters(self):
        text = self.report("--format", "html").read_text(encoding="utf-8")
        outline = Outline(text)
        self.assertTrue(text.lower().startswith("<!doctype html>"))
        self.assertEqual(outline.loads, [])
        self.assertNotRegex(text, r"url\((?!#)|@import|<script[^>]")
        for heading in ("Summary", "Degree of fulfilment", "Findings", "Nonconformities", "Risks", "Conclusion", "Evidence",
                        "Distribution"):
            self.assertTrue(any(heading in each for each in outline.headings), heading)
        root = self.answer("verify", prepared("year"))["root"]
        for word in ("A-2026-1", "Tarravale Health Software Ltd", "Internal audit lead", "P-AUD1", "NC-1", "NC-5", "<svg", "ISO/IEC 27001"):
            self.assertIn(word, text)
        self.assertIn(root, re.sub(r"<[^>]+>|\s|\u200b|&#8203;|&ZeroWidthSpace;", "", text))

    def test_json_and_html_are_one_document(self):
        document = json.loads(self.report("--format", "json", name="report.json").read_text(encoding="utf-8"))
        self.assertEqual((document["kind"], document["key"]), ("audit", "A-2026-1"))
        found = self.answer("verify", prepared("year"))
        provenance = document["provenance"]
        self.assertEqual((provenance["journal_size"], provenance["journal_root"]), (found["size"], found["root"]))
        self.assertEqual(provenance["generated_at"], AT)
        headings = " ".join(Outline(self.report().read_text(encoding="utf-8")).headings)
        for section in document["sections"]:
            self.assertIn(section["title"], headings)

    def test_the_same_journal_and_clock_give_the_same_bytes(self):
        for form in ("html", "json"):
            with self.subTest(form):
                self.assertEqual(self.report("--format", form, name="a").read_bytes(),
                                 self.report("--format", form, name="b", seed=None).read_bytes())

    def test_it_may_go_to_standard_output(self):
        done = self.tool("report", prepared("year"), "audit", "A-2026-1", "-o", "-")
        self.assertTrue(done.out.startswith("<!DOCTYPE html>") and done.out.rstrip().endswith("</html>"))
        as_json = self.tool("report", prepared("year"), "audit", "A-2026-1", "--format", "json", "-o", "-", "--json").json
        self.assertEqual(as_json["key"], "A-2026-1")

    def test_the_answer_says_where_it_lies(self):
        path = self.folder / "r.html"
        answer = self.answer("report", prepared("year"), "audit", "A-2026-1", "-o", path)
        self.assertEqual((answer["file"], answer["bytes"]), (str(path), path.stat().st_size))

    def test_what_is_missing_blocks_issue_but_not_a_draft(self):
        workspace = self.workspace("audited")
        with self.untouched():
            done = self.tool("--json", "report", workspace, "audit", "A-2026-1", "-o", self.folder / "r.html", status=1)
            self.assertTrue(any("conclu" in each["message"].lower() for each in self.check_failure(done)), done)
        text = self.report("--draft", workspace=workspace).read_text(encoding="utf-8")
        self.assertRegex(text, "(?i)draft")

    def test_what_cannot_be_is_refused(self):
        with self.untouched():
            self.refused("report", prepared("year"), "audit", "A-2026-9", "-o", self.folder / "r.html",
                         rule="reference.unknown", status=2, says=("A-2026-9", "A-2026-1"))
            for path in (self.folder / "none/r.html", self.folder):
                self.refused("report", prepared("year"), "audit", "A-2026-1", "-o", path, rule="file.unwritable", status=3,
                             where=path)


class Target(ToolTest):
    """The file that is written may be more than a file."""

    def write(self, target, status=0):
        return self.tool("--json", "export", prepared("set-up"), "--as", "units", "-o", target, status=status)

    def test_a_link_stays_a_link(self):
        (self.folder / "real").mkdir()
        link = self.folder / "units.csv"
        link.symlink_to("real/units.csv")
        self.write(link)
        self.assertTrue(link.is_symlink())
        self.assertIn(b"U-HR", (self.folder / "real/units.csv").read_bytes())

    def test_a_pipe_stays_a_pipe(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        read = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
        reader.start()
        self.write(pipe)
        reader.join(20)
        self.assertTrue(pipe.is_fifo())
        self.assertIn(b"U-HR", read[0])

    def test_a_device_stays_a_device_and_says_when_it_is_full(self):
        full = self.folder / "full"
        full.symlink_to("/dev/full")
        done = self.write(full, status=3)
        violation, = self.check_failure(done)
        self.assertEqual((violation["rule"], violation["where"]), ("file.unwritable", str(full)))
        self.assertIn("No space left", violation["message"])
        self.assertTrue(full.is_symlink() and full.is_char_device())


if __name__ == "__main__":
    unittest.main()
