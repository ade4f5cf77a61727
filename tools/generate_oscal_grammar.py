#!/usr/bin/env python3
"""Writes src/exchange/oscal/data/grammar.csv: what may stand in OSCAL documents, by the JSON schemas of two releases.

    tools/generate_oscal_grammar.py [--schemas FOLDER] [--check]

FOLDER has the schemas; they belong to the reference data (ANNEXA_TEST_DATA, else ../shared) and are not part of this repository.
--check writes nothing: status 1 if the file is not what they say, 77 if they are absent and may be.

A row is a member of a kind of object, in the order in which members are written. For each schema it says in which of the kind's forms
the member stands, a letter a form ("r" required, "o" optional, "-" not there; nothing where the schema does not have the kind), and what it holds: a data type
or a kind, "[]" for a list of at least one of them, "|" between what may be chosen, and behind a colon the only values there are. A kind without
members has a row without a member.
"""
import argparse
import csv
import io
import json
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
GRAMMAR = ROOT / "src/exchange/oscal/data/grammar.csv"
VERSIONS = ("1.1.3", "1.2.2")
ORDER = "1.2.1/oscal_complete_schema.json"  # the release whose schema still has members in the order of the models
PREFIX = "oscal-complete-oscal-"
PROSE = {"title", "description", "$id", "$comment", "contentEncoding"}
#: Data types by the names of their definitions.
TYPES = {"Base64Datatype": "base64", "BooleanDatatype": "boolean", "DateDatatype": "date", "DateTimeWithTimezoneDatatype": "date-time",
         "DecimalDatatype": "decimal", "EmailAddressDatatype": "email", "IntegerDatatype": "integer", "MarkupLineDatatype": "markup-line",
         "MarkupMultilineDatatype": "text", "NonNegativeIntegerDatatype": "non-negative-integer",
         "PositiveIntegerDatatype": "positive-integer", "StringDatatype": "string", "TokenDatatype": "token", "URIDatatype": "uri",
         "URIReferenceDatatype": "uri-reference", "UUIDDatatype": "uuid", "json-schema-directive": "uri-reference"}


def bare(node):
    """A node of a schema without what only people read."""
    if isinstance(node, dict):
        return {key: bare(value) if key != "properties" else {name: bare(each) for name, each in value.items()}
                for key, value in node.items() if key not in PROSE}
    return [bare(each) for each in node] if isinstance(node, list) else node


def need(condition, what):
    if not condition:
        raise SystemExit(f"generate_oscal_grammar: the schema has what this program does not know: {what}")


class Schema:
    """One schema, taken apart: `kinds` maps a kind to its forms, each a dictionary of (required, type) by member."""

    def __init__(self, path):
        document = json.loads(path.read_text(encoding="utf-8"))
        self.definitions = {self.short(name): bare(each) for name, each in document["definitions"].items()}
        self.types = {json.dumps(self.expand(each), sort_keys=True): TYPES[name] for name, each in self.definitions.items() if name in TYPES}
        self.types[json.dumps({"type": "string"})] = "text"
        self.kinds = {}
        for choice in document["oneOf"]:
            need(choice["additionalProperties"] is False and set(choice["properties"]) == {"$schema", *choice["required"]}, choice)
            name, = choice["required"]
            self.read(bare(choice["properties"][name]), name)

    @staticmethod
    def short(name):
        return name.removeprefix(PREFIX)

    def target(self, node):
        """The definition a reference leads to, by its short name."""
        need(set(node) == {"$ref"}, node)
        return self.short(node["$ref"].removeprefix("#/definitions/"))

    def expand(self, node):
        """A node with every reference replaced; for data types, which do not lead back to themselves."""
        if isinstance(node, list):
            return [self.expand(each) for each in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return self.expand(self.definitions[self.target(node)])
        return {key: self.expand(value) for key, value in node.items()}

    def plain(self, node):
        """The data type of a node, or None."""
        if "properties" in node or "additionalProperties" in node or node.get("type") in ("array", "object"):
            return None
        if "$ref" in node and not self.is_plain(self.target(node)):
            return None
        whole = self.expand(node)
        known = self.types.get(json.dumps(whole, sort_keys=True))
        if known:
            return known
        for word, closed in (("allOf", True), ("anyOf", False)):
            if set(whole) == {word} and len(whole[word]) == 2 and set(whole[word][1]) == {"enum"}:
                base = self.types[json.dumps(whole[word][0], sort_keys=True)]
                values = whole[word][1]["enum"]
                need(not any(mark in value for value in values for mark in "|,:\"") or not closed, values)
                return base + ": " + "|".join(values) if closed else base
        return None

    def is_plain(self, name):
        node = self.definitions[name]
        return not ({"properties", "additionalProperties"} & set(node)) and node.get("type") not in ("array", "object") and not (
            "anyOf" in node and any("properties" in each for each in node["anyOf"]))

    def read(self, node, name):
        """What a node holds; a kind that is met for the first time is added under @p name, unless it has a name of its own."""
        plain = self.plain(node)
        if plain:
            return plain
        if "$ref" in node:
            target = self.target(node)
            return self.read(self.definitions[target], target.split(":")[1] if target.endswith(":" + name) else target)
        if node.get("type") == "array":
            need(set(node) == {"type", "items", "minItems"} and node["minItems"] == 1, node)
            return self.read(node["items"], name) + "[]"
        if "anyOf" in node and "type" not in node:
            return "|".join(self.read(each, name) for each in node["anyOf"])
        if name not in self.kinds:
            need(node["type"] == "object", node)
            forms = node.get("anyOf", [node])
            self.kinds[name] = read = []
            for form in forms:
                need(set(form) <= {"type", "additionalProperties", "properties", "required"} and form["additionalProperties"] is False, form)
                members = form.get("properties", {})
                need(set(form.get("required", [])) <= set(members), form)
                read.append({member: (member in form.get("required", []), self.read(each, f"{name}/{member}"))
                             for member, each in members.items()})
        return name


def base(holds):
    return holds.removesuffix("[]")


def differences(one, other):
    """Pairs of kinds that the same members hold in two schemas under different names."""
    found = {}
    for kind in one.kinds.keys() & other.kinds.keys():
        for ours, theirs in ((ours[member][1], theirs[member][1]) for ours in one.kinds[kind] for theirs in other.kinds[kind]
                             for member in ours.keys() & theirs.keys()):
            if base(ours) != base(theirs) and {base(ours), base(theirs)} & (one.kinds.keys() | other.kinds.keys()):
                need(found.setdefault(base(ours), base(theirs)) == base(theirs), (kind, ours, theirs))
    return found


def align(older, newer):
    """Calls every kind of the older schema as the newer one does, so that a member holds the same kind in both."""
    while names := differences(older, newer):
        for old, new in names.items():
            forms = older.kinds.pop(old)
            need(new not in older.kinds or older.kinds[new] == forms, (old, new))
            older.kinds[new] = forms
        for forms in older.kinds.values():
            for form in forms:
                for member, (required, holds) in form.items():
                    if base(holds) in names:
                        form[member] = required, names[base(holds)] + holds[len(base(holds)):]


def merged(*orders):
    """One order of what stands in several, each kept as far as those before it allow."""
    found = []
    for order in orders:
        following = len(found)  # whatever is new comes before what follows it and is there already
        for each in reversed(list(order)):
            if each in found:
                following = found.index(each)
            else:
                found.insert(following, each)
    return found


def cells(forms, member):
    """In which forms a member stands, and what it holds."""
    if forms is None:
        return "", ""
    types = {form[member][1] for form in forms if member in form}
    need(len(types) <= 1, (member, types))
    return "".join("-" if member not in form else "r" if form[member][0] else "o" for form in forms), next(iter(types), "")


def rows(folder):
    order = Schema(folder / ORDER)
    schemas = [Schema(folder / f"oscal_complete_schema-{version}.json") for version in VERSIONS]
    align(*schemas)
    yield ["kind", "member", *(f"{word} {version}" for version in VERSIONS for word in ("forms", "holds"))]
    for kind in merged(order.kinds, *(each.kinds for each in reversed(schemas))):
        members = merged(*order.kinds.get(kind, []), *(form for each in schemas for form in each.kinds.get(kind, [])))
        found = [schema.kinds.get(kind) for schema in schemas]
        if not any(found):
            continue
        if not members:
            yield [kind, "", *(cell for forms in found for cell in (("" if forms is None else "-" * len(forms)), ""))]
        for member in members:
            row = [cell for forms in found for cell in cells(forms, member)]
            if row[1] or row[3]:
                yield [kind, member, *row]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    data = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", ROOT.parent / "shared"))
    parser.add_argument("--schemas", type=pathlib.Path, default=data / "oscal/schema")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.schemas / ORDER).exists():
        print(f"has no schemas in {arguments.schemas}; ANNEXA_TEST_DATA names the folder of the reference data")
        return 77 if arguments.check and os.environ.get("CI") != "true" else 1
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows(arguments.schemas))
    if arguments.check:
        fresh = GRAMMAR.read_text(encoding="utf-8") == out.getvalue()
        if not fresh:
            print(f"{GRAMMAR.relative_to(ROOT)} is not fresh; run tools/generate_oscal_grammar.py")
        return int(not fresh)
    GRAMMAR.parent.mkdir(parents=True, exist_ok=True)
    GRAMMAR.write_text(out.getvalue(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
