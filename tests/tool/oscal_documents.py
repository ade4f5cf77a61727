"""OSCAL documents for tests, made by the grammar of the library: one of each kind of object with all its members, and what spoils a document."""
import copy
import csv
import json

from project import ROOT

VERSIONS = ("1.1.3", "1.2.2")
UUID = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
#: A value of each data type.
SAMPLES = {"base64": "QW5uZXhh", "boolean": True, "date": "2026-03-01", "date-time": "2026-03-01T09:00:00Z", "decimal": 0.5,
           "email": "anna@acme.example", "integer": 3, "markup-line": "One line", "non-negative-integer": 0, "positive-integer": 1,
           "string": "A text", "text": "Any text", "token": "a-5.1", "uri": "https://acme.example/ns", "uri-reference": "#a-5.1", "uuid": UUID}
#: Values that are wrong for some data types, or look as if they were.
SPOILT = ["", " ", " a", "a ", "a\nb", "a\rb", "a\u2028b", "\u00a0a", "5.1", "a-5.1", "_a", "\u00e9t\u00e9", "a\u00b2", "\u00b2", "a b", "a:b", "a/b", "urn:x:y",
          "2026-02-29", "2024-02-29", "2026-03-01", "2026-03-01T09:00:00", "2026-03-01T24:00:00Z", "2026-03-01T09:00:60Z", "2026-03-01t09:00:00z",
          "2026-03-01T09:00:00.5+05:45", "2026-03-01T09:00:00+05:15", "0190163d-6b3c-7c2e-8f3a-9a3bd0b3a001", UUID.upper(), UUID + "0", "anna@acme",
          "anna@acme.example", "a..b@acme.example", "http://[::1]/", "http://[::g]/", "%zz", "a%20b", "#a#b", "QQ==", "Q===", "yes", "satisfied",
          "person", 0, -1, 1.5, 1.0, 10 ** 20, True, False, None, [], {}, [[]], ["a"], [1], {"a": 1}]


def grammar():
    """{kind: {member: [(forms, holds) for each schema]}}, and the number of forms of each kind for each schema."""
    kinds, forms = {}, {}
    with (ROOT / "src/exchange/oscal/data/grammar.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members = kinds.setdefault(row["kind"], {})
            standing = [(row[f"forms {version}"], row[f"holds {version}"]) for version in VERSIONS]
            forms[row["kind"]] = [len(each) for each, _ in standing]
            if row["member"]:
                members[row["member"]] = standing
    return kinds, forms


class Maker:
    """Makes objects with every member that one of their forms allows in a schema. What would lie inside an object of its own kind is left out."""

    def __init__(self, version, form):
        self.kinds, self.forms = grammar()
        self.schema, self.form = VERSIONS.index(version), form

    def document(self, model):
        return {model: self.make(model, ())} if self.forms[model][self.schema] else None

    def make(self, kind, above):
        form = min(self.form, self.forms[kind][self.schema] - 1)
        out = {}
        for member, standing in self.kinds[kind].items():
            forms, holds = standing[self.schema]
            if not forms or forms[form] == "-":
                continue
            choice = holds if ": " in holds else holds.split("|")[self.form % (holds.count("|") + 1)]
            name = choice.split(": ")[0].removesuffix("[]")
            if name in above or name == kind:
                if forms[form] == "r":
                    raise ValueError(f"{kind} cannot do without {member}")
                continue
            value = (self.make(name, (*above, kind)) if name in self.kinds else choice.split(": ")[1].split("|")[0] if ": " in choice
                     else SAMPLES[name])
            out[member] = [value] if choice.endswith("[]") else value
        return out


def models():
    return [kind for kind in grammar()[0] if ":" not in kind and "/" not in kind]


def full_documents():
    """A document of each model with everything in it, for each schema and each form."""
    made = [Maker(version, form).document(model) for model in models() for version in VERSIONS for form in range(3)]
    return [document for number, document in enumerate(made) if document is not None and document not in made[:number]]


def places(node, found):
    """Every list and object with the keys in it, as (container, key)."""
    for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
        found.append((node, key))
        if isinstance(value, (dict, list)):
            places(value, found)
    return found


def spoil(document, draw):
    """A copy of the document with one thing changed: a member dropped or added, a type changed, a value spoilt, a list emptied."""
    document = copy.deepcopy(document)
    content = next(value for key, value in document.items() if key != "$schema")
    found = places(content, [])
    container, key = draw.choice(found)
    change = draw.randrange(6)
    if change == 0:
        del container[key]
    elif change == 1 and isinstance(container, dict):
        other, name = draw.choice([each for each in found if isinstance(each[0], dict)])
        container[name] = copy.deepcopy(other[name])
    elif change == 2 and isinstance(container, dict):
        container["surplus"] = "value"
    elif change == 3:
        container[key] = [container[key]] if draw.random() < 0.5 else (container[key][0] if isinstance(container[key], list) and container[key]
                                                                      else {key: container[key]} if isinstance(key, str) else [])
    else:
        container[key] = copy.deepcopy(draw.choice(SPOILT))
    return document


def line(document):
    return json.dumps(document, ensure_ascii=True)
