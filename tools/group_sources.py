#!/usr/bin/python3
"""Turns Doxygen's list of sources, which leads from entity to clause, round: from each clause to the entities that carry it out.

    tools/group_sources.py FOLDER      rewrites FOLDER/source.html; the target `docs` does so after Doxygen

A source is what `@source{…}` names: clauses ("10.2 b, c; 7.5.3"), controls ("control A.5.33"), separation rules ("duty S25") or other
publications ("RFC 6962 section 2.1", "Higham, Computing the nearest correlation matrix (2002)"), in any mixture.
"""
import csv
import html
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLES = ROOT / "src/catalog/data/iso27001"
CLAUSE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)(?: [a-k](?: \d)?)?")
LETTER = re.compile(r"[a-k](?: \d)?")
CONTROL = re.compile(r"(?:control )?(A\.\d+\.\d+)|(Annex A)|clauses (4 to 10 and Annex A)")
DUTY = re.compile(r"(?:duty )?(S\d\d)")
PUBLICATION = re.compile(r"(?:RFC|FIPS|ISO(?:/IEC)?|C2SP|NIST (?:IR|SP)|IAF MD|Open FAIR) [\w-]+|CVSS \d\.\d|OSCAL (?:\d\.\d\.\d|profile resolution)|mustache\(5\)")
PAPER = re.compile(r".+ \((?:19|20)\d\d\)")

CLAUSES, CONTROLS, DUTIES, OTHERS = SECTIONS = (
    "Clauses of ISO/IEC 27001:2022", "Annex A of ISO/IEC 27001:2022", "Separation of duties", "Other publications")


def groups(source):
    """(section, group) of everything that a source names."""
    for part in source.split(";"):
        if paper := PAPER.fullmatch(part.strip()):
            yield OTHERS, paper[0]
            continue
        clause = publication = None
        for word in (each.strip() for each in part.split(",")):
            if publication is None and (found := CLAUSE.fullmatch(word)):
                clause = found[1]
                yield CLAUSES, word
            elif clause and LETTER.fullmatch(word):
                yield CLAUSES, f"{clause} {word}"
            elif found := CONTROL.fullmatch(word):
                yield CONTROLS, next(filter(None, found.groups()))
            elif found := DUTY.fullmatch(word):
                yield DUTIES, found[1]
            elif found := PUBLICATION.search(word):
                publication = found[0]
                yield OTHERS, publication


def entries(page):
    """(link to the entity, source) of every entry of Doxygen's list. The entity's own link is the first one without a tip."""
    for term, sources in re.findall(r"<dt>(.*?)</dt>\s*((?:<dd>.*?</dd>\s*)+)", page, re.S):
        link, name = re.search(r'<a class="el" href="([^"]+)">([^<]+)</a>', term).groups()
        for source in re.findall(r"<dd>(?:<a [^>]*></a>)?(.*?)</dd>", sources, re.S):
            yield (name.replace("annexa::v1::", ""), link), html.unescape(source).strip()


def titles():
    """The titles of clauses and controls, as the catalog has them."""
    found = {}
    for table in ("clauses-2022.csv", "controls-2022.csv"):
        with (TABLES / table).open(encoding="utf-8", newline="") as file:
            found |= {row["id"]: row["title"] for row in csv.DictReader(file)}
    return found


def in_order(group):
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"\d+|[^\d.\s]+", group)]


def grouped(page):
    table = {section: {} for section in SECTIONS}
    for entity, source in entries(page):
        found = list(groups(source))
        if not found:
            raise SystemExit(f"{source}: names no clause, control, separation rule or publication that is known")
        for section, group in dict.fromkeys(found):
            table[section].setdefault(group, []).append((entity, source))
    return table


def written(table):
    names, out = titles(), []
    for section, rows in table.items():
        out.append(f"<h1>{section}</h1>\n<dl class=\"reflist\">")
        for group in sorted(rows, key=in_order):
            title = f" {html.escape(names[group])}" if group in names else ""
            out.append(f'<dt id="{group.replace(" ", "-")}"><b>{group}</b>{title}</dt>')
            links = (f'<a class="el" href="{link}">{name}</a>' + (f" ({html.escape(source)})" if source != group else "")
                     for (name, link), source in sorted(rows[group], key=lambda row: (row[0][0].lower(), row)))
            out.append("<dd>" + "<br/>\n".join(links) + "</dd>")
        out.append("</dl>")
    return "\n".join(out)


def main():
    path = pathlib.Path(sys.argv[1]) / "source.html"
    page = path.read_text(encoding="utf-8")
    start, end = page.index('<dl class="reflist">'), page.index("</dl>") + len("</dl>")
    path.write_text(page[:start] + written(grouped(page[start:end])) + page[end:], encoding="utf-8")


if __name__ == "__main__":
    main()
