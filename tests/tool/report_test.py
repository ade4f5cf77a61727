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


class OwnLook(ToolTest):
    """Templates, logos and colours of a host."""

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def risks(self, *arguments, status=0):
        return self.tool("report", prepared("year"), "risks", "-o", "-", *arguments, status=status)

    def test_a_template_is_filled_by_the_report(self):
        page = self.file("page.mustache", "{{> head}}\n<h1>{{title}}</h1>\n{{#sections}}\n<h2>{{number}} {{title}}</h2>\n{{/sections}}\n")
        head = self.file("head.mustache", "<p>{{heading}} by {{provenance.generator}}</p>\n")
        done = self.risks("--template", page, "--part", f"head={head}")
        self.assertRegex(done.out, r"^<p>Risk register by annexa [\d.]+</p>\n<h1>.+</h1>\n(<h2>[\d.]+ .+</h2>\n)+$")
        markdown = self.file("page.md", "# {{title}}\n\n{{{body}}}")
        self.assertIn("| --- |", self.risks("--template", markdown, "--format", "md").out)

    def test_what_is_wrong_with_a_template_is_told_with_its_line(self):
        page = self.file("page.mustache", "<h1>\n{{titel}}</h1>\n{{#sections}}")
        with self.untouched():
            self.refused("report", prepared("year"), "risks", "-o", self.folder / "r.html", "--template", page, rule="template.name",
                         status=2, where="template:2:1", says="title")
            self.refused("report", prepared("year"), "risks", "-o", self.folder / "r.html", "--template", page,
                         rule="template.open-section", status=2, where="template:3:1")
            self.refused("report", prepared("year"), "risks", "-o", self.folder / "r.xlsx", "--format", "xlsx", "--template", page,
                         rule="template.format", status=2)
            self.refused("report", prepared("year"), "risks", "-o", self.folder / "r.html", "--template", self.folder / "none",
                         rule="file.unreadable", status=2)
            self.refused("report", prepared("year"), "risks", "-o", self.folder / "r.html", "--template", page, "--part", "head",
                         rule="template.part", status=2, says="NAME=FILE")

    def test_a_look_of_ones_own(self):
        logo = self.file("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>')
        look = self.file("look.json", json.dumps({"accent": "#7a1f5c", "cover": "#ffd166", "logo_text": "Acme", "cover_text": "For the board",
                                                  "confidentiality": "Strictly internal"}))
        text = self.risks("--branding", look, "--logo", logo).out
        for part in ('alt="Acme"', "data:image/svg+xml;base64,", "--accent:#7a1f5c", "--cover:#ffd166", "For the board", "Strictly internal"):
            self.assertIn(part, text)
        self.assertIn("Strictly internal", self.risks("--branding", look, "--format", "md").out)

    def test_a_look_that_cannot_be_is_refused(self):
        look = self.file("look.json", json.dumps({"accent": "#ffcc00", "cover": "blue"}))
        logo = self.file("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
        with self.untouched():
            to = ("-o", self.folder / "r.html")
            self.refused("report", prepared("year"), "risks", *to, "--branding", look, rule="branding.contrast", status=2,
                         where="/branding/accent", says="4.5")
            self.refused("report", prepared("year"), "risks", *to, "--branding", look, rule="branding.colour", status=2,
                         where="/branding/cover")
            self.refused("report", prepared("year"), "risks", *to, "--logo", logo, rule="branding.logo-active", status=2, says="script")
            self.refused("report", prepared("year"), "risks", *to, "--branding", logo, rule="json.syntax", status=2)

    def test_the_schemas_are_published(self):
        for name in ("branding", "report-document", "report-template", "report-view"):
            self.assertEqual(self.answer("schema", name)["type"], "object", name)
            self.assertIn(name, self.answer("schema"))


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
