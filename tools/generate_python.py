#!/usr/bin/python3
"""Makes the records and commands of the Python package from the schemas of the built library.

    tools/generate_python.py           writes bindings/python/annexa/records.py and commands.py
    tools/generate_python.py --check   status 1 if one of them is stale; 77 if the library is not built

The library is the one that ANNEXA_LIBRARY_PATH names, else build/release/lib/libannexa.so.1.
"""
import keyword
import os
import pathlib
import sys
import textwrap

import header_comments

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "bindings/python/annexa"
LIBRARY = pathlib.Path(os.environ.setdefault("ANNEXA_LIBRARY_PATH", str(ROOT / "build/release/lib/libannexa.so.1")))
ABSENT = 77
COMMENTS = header_comments.comments()
ENVELOPE = ("at", "actor", "id", "expected_version", "correlation", "dry_run", "override")

# How a scalar of the schema is written in Python: as a value, as a parameter, and how it is read from a document.
SCALARS = {"date": ("datetime.date", "Date", "date"), "instant": ("datetime.datetime", "Instant", "instant"),
           "decimal": ("decimal.Decimal", "Decimal", "number"), "money": ("Money", "Money | Document", "money"),
           "custom": ("dict[str, Any]", "Mapping[str, Any]", None)}


def camel(name):
    return "".join(part[:1].upper() + part[1:] for part in name.replace(".", "-").split("-"))


def python_name(name):
    name = name.replace("-", "_")
    return name + "_" if keyword.iskeyword(name) else name


def docstring(summary, members, indent):
    """A docstring of what something is, and of what each of its members is."""
    lines = textwrap.wrap(summary, 116 - len(indent))
    if members:
        lines.append("")
        for name, text in members:
            lines += textwrap.wrap(f"{name}: {text}", 116 - len(indent), initial_indent="    ", subsequent_indent="        ")
    body = f"\n{indent}".join(lines).replace(f"\n{indent}\n", "\n\n")
    return f'{indent}"""{body}' + (f"\n{indent}" if len(lines) > 1 else "") + '"""'


class Types:
    """The named types that all schemas use, by name."""

    def __init__(self):
        self.enums = {}
        self.records = {}

    def add(self, name, schema):
        for each, definition in schema.get("$defs", {}).items():
            self.add(each, definition)
        if "enum" in schema:
            self.enums[name] = schema["enum"]
        elif "properties" in schema and name not in SCALARS:
            self.records[name] = schema

    def of(self, schema):
        """(as a value, as a parameter, how to read, what is there when absent) of a member."""
        if "$ref" in schema:
            return self._named(schema["$ref"].removeprefix("#/$defs/"))
        kind = schema["type"]
        if kind == "array":
            value, parameter, read, _ = self.of(schema["items"])
            return f"list[{value}]", f"Sequence[{parameter}]", read and f"list_of({read})", "field(default_factory=list)"
        return {"string": ("str", "str", None, '""'), "integer": ("int", "int", None, "None"),
                "number": ("float", "float", None, "None"),
                "boolean": ("bool", "bool", None, "False")}[kind]

    def _named(self, name):
        if name in SCALARS:
            value, parameter, read = SCALARS[name]
            return value, parameter, read, "field(default_factory=dict)" if name == "custom" else "None"
        if name in self.enums:
            return camel(name), camel(name), None, "None"
        if name in self.records:
            return camel(name), f"{camel(name)} | Document", f"{camel(name)}.from_json", "None"
        return "str", "str", None, "None"  # keys, numbers of clauses, hashes: texts with a pattern

    def in_order(self):
        """Records, each behind those that it holds."""
        done = []

        def visit(name):
            if name in done:
                return
            for member in self.records[name]["properties"].values():
                target = (member.get("items") or member)
                while "items" in target:
                    target = target["items"]
                target = target.get("$ref", "").removeprefix("#/$defs/")
                if target in self.records:
                    visit(target)
            done.append(name)

        for name in sorted(self.records):
            visit(name)
        return done


def literal(name, values):
    joined = ", ".join(f'"{value}"' for value in values)
    line = f"{camel(name)} = Literal[{joined}]"
    if len(line) <= 120:
        return line
    lines, row = [f"{camel(name)} = Literal["], "   "
    for value in values:
        piece = f' "{value}",'
        if len(row) + len(piece) > 118:
            lines.append(row)
            row = "   "
        row += piece
    return "\n".join([*lines, row, "]"])


def record_class(types, name):
    schema = types.records[name]
    required = set(schema.get("required", ()))
    members = []
    reads = []
    for member, definition in schema["properties"].items():
        value, _, read, absent = types.of(definition)
        if read:
            reads.append(f'"{member}": {read}')
        if member in required:
            members.append((0, f"    {python_name(member)}: {value}"))
        else:
            optional = f"{value} | None" if absent == "None" else value
            members.append((1, f"    {python_name(member)}: {optional} = {absent}"))
    said, about = COMMENTS.get(name, (f'A record "{name}".', {}))
    told = [(python_name(member), about[member]) for member in schema["properties"] if about.get(member)]
    out = ["@dataclass", f"class {camel(name)}(Record):", docstring(said, told, "    "), ""]
    out += [line for _, line in sorted(members, key=lambda row: row[0])]
    if reads:
        out += ["", "    _reads: ClassVar[Mapping[str, Read]] = {"]
        out += [f"        {read}," for read in reads]
        out.append("    }")
    return "\n".join(out)


def records_module(types):
    parts = ['"""The records of annexa as values. Made by tools/generate_python.py from the schemas."""\n'
             "from __future__ import annotations\n\n"
             "import datetime\nimport decimal\nfrom dataclasses import dataclass, field\n"
             "from typing import Any, ClassVar, Literal, Mapping\n\n"
             "from ._record import Read, Record, date, instant, list_of, money, number\nfrom ._values import Money\n"]
    parts.append("\n".join(literal(name, types.enums[name]) for name in sorted(types.enums)) + "\n")
    parts += ["\n" + record_class(types, name) + "\n" for name in types.in_order()]
    return "\n".join(parts)


def wrapped(prefix, items, suffix, indent, width=118):
    lines, line = [], prefix
    for index, item in enumerate(items):
        piece = item + (", " if index + 1 < len(items) else "")
        if len(line) + len(piece) + (len(suffix) if index + 1 == len(items) else 0) > width:
            lines.append(line.rstrip())
            line = indent
        line += piece
    return "\n".join([*lines, line + suffix])


# What a command does whose body is a record, or names one.
FORMS = {"add": "Adds", "put": "Adds or replaces", "change": "Changes what is named of"}


def method_comment(types, command, members):
    """(what the command does, [(member, what it is)])."""
    said, about = COMMENTS.get(command["command"], (None, {}))
    if said is None:
        noun, record = COMMENTS.get(command["noun"], ("", {}))
        verb = FORMS.get(command["form"])
        said = f'{verb} a record "{command["noun"]}". {noun}' if verb else f'Does `{command["command"]}`. {noun}'
        about = {command["noun"].replace("-", "_"): record.get("key"), **record, **about}
    told = [(python_name(member), about[member]) for member in members if about.get(member)]
    return f'`{command["command"]}`: {said}', told


def method(types, command, schema):
    """The method of a command: its key first, its other members by name, then what every command may carry."""
    prefix, verb = command["command"].split(".")
    members = {name: definition for name, definition in schema["properties"].items()
               if name not in ENVELOPE and name != "command"}
    required = set(schema["required"])
    change = command["form"] == "change"
    keys = [name.replace("-", "_") for name in (prefix, command["noun"])]
    key = next((name for name in keys if name in members), None)
    parameters = []

    def parameter(name, definition, needed):
        _, kind, _, _ = types.of(definition)
        if needed:
            return f"{python_name(name)}: {kind}"
        if change:
            away = "" if name in types.records[command["noun"]].get("required", ()) else " | None"
            return f"{python_name(name)}: {kind}{away} | Unset = UNSET"
        return f"{python_name(name)}: {kind} | None = None"

    if key:
        parameters.append(parameter(key, members[key], key in required or change))
    rest = [name for name in members if name != key]
    rest.sort(key=lambda name: name not in required)
    parameters += ["*", *(parameter(name, members[name], name in required) for name in rest)]
    parameters += [f"{name}: {types.of(schema['properties'][name])[1]} | None = None" for name in ENVELOPE]
    indent = " " * (len(python_name(verb)) + 9)
    out = [wrapped(f"    def {python_name(verb)}(", ["self", *parameters], ") -> Answer:", indent)]
    out.append(docstring(*method_comment(types, command, ([key] if key else []) + rest), " " * 8))
    pairs = [f'"{name}": {python_name(name)}' for name in ([key] if key else []) + rest]
    act = "_change" if change else "_do"
    out.append(wrapped(f'        return self.{act}("{command["command"]}", {{', pairs, "},", " " * 12))
    out.append(" " * 12 + f"({', '.join(ENVELOPE)}))")
    return "\n".join(out)


class Attributes:
    """Which records and which commands stand behind each member of a workspace."""

    def __init__(self, listed):
        self.nouns = listed["records"]
        self.commands = listed["commands"]
        self.prefixes = sorted({each["command"].split(".")[0] for each in self.commands})

    def find_noun(self, name):
        return next((each for each in self.nouns if name in (each["noun"], each["plural"])), None)

    def noun_of_prefix(self, prefix):
        """The noun of that name, else the one that the commands say they are about: a treatment is that of a risk."""
        about = next(each["noun"] for each in self.commands if each["command"].split(".")[0] == prefix)
        return self.find_noun(prefix) or self.find_noun(prefix + "s") or self.find_noun(about)

    def prefix_of_noun(self, noun):
        if noun["noun"] in self.prefixes:
            return noun["noun"]
        return next((each for each in self.prefixes if each + "s" == noun["plural"]), None)

    def all(self):
        """(member, noun, prefix of commands or None), by member."""
        names = sorted({*self.prefixes, *(each["noun"] for each in self.nouns), *(each["plural"] for each in self.nouns)})
        for name in names:
            if name in self.prefixes:
                yield name, self.noun_of_prefix(name), name
            else:
                noun = self.find_noun(name)
                yield name, noun, self.prefix_of_noun(noun)


def commands_module(types, listed, schema_of):
    attributes = Attributes(listed)
    classes, members = {}, []
    for name, noun, prefix in attributes.all():
        if (noun["noun"], prefix) not in classes:
            short = camel(prefix or noun["noun"]) + "Noun"
            classes[noun["noun"], prefix] = camel(name) + "Noun" if short in classes.values() else short
        members.append((python_name(name), classes[noun["noun"], prefix]))
    out = ['"""The nouns of a workspace with their commands. Made by tools/generate_python.py from the schemas."""',
           "from __future__ import annotations", "", "import datetime", "import decimal",
           "from typing import TYPE_CHECKING, Any, Mapping, Sequence, Union, cast", "",
           "from ._nouns import Answer, Noun", "from ._values import UNSET, Money, Unset"]
    bodies = []
    used = set()
    for (noun, prefix), name in classes.items():
        body = [f'class {name}(Noun["records.{camel(noun)}"]):', docstring(COMMENTS[noun][0], [], "    "), "", f'    _noun = "{noun}"',
                f'    _type = "{camel(noun)}"']
        for command in attributes.commands:
            if command["command"].split(".")[0] == prefix:
                body += ["", method(types, command, schema_of(command["command"]))]
        bodies.append("\n".join(body))
    text = "\n\n\n".join(bodies)
    for each in [*types.enums, *types.records]:
        if any(f"{mark}{camel(each)}{end}" in text for mark in (" ", "[") for end in (" ", "]", ",", ")")):
            used.add(camel(each))
    used.discard("Document")  # the word stands for any document here; no command takes that record
    out += ["", "if TYPE_CHECKING:", "    from . import records", wrapped("    from .records import (", sorted(used), ")", " " * 26, 110), "",
            "Date = Union[datetime.date, str]", "Instant = Union[datetime.datetime, str]",
            "Decimal = Union[decimal.Decimal, int, str]", "Document = Mapping[str, Any]", "", "", text, "", "",
            "class Nouns:", '    """The nouns of a workspace as its members."""']
    for member, name in members:
        out += ["", "    @property", f"    def {member}(self) -> {name}:", f'        """{name}."""',
                f"        return {name}(cast(Any, self))"]
    return "\n".join([*out, ""])


def main(arguments):
    if not LIBRARY.exists():
        print(f"needs {LIBRARY.relative_to(ROOT) if LIBRARY.is_relative_to(ROOT) else LIBRARY}", file=sys.stderr)
        return ABSENT
    sys.path.insert(0, str(PACKAGE.parent))
    import importlib.util

    def module(name):
        """A module of the package that needs none of the generated ones."""
        full = f"annexa.{name}"
        spec = importlib.util.spec_from_file_location(full, PACKAGE / f"{name}.py")
        sys.modules[full] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[full])
        return sys.modules[full]

    sys.modules["annexa"] = type(sys)("annexa")
    sys.modules["annexa"].__path__ = [str(PACKAGE)]
    library = module("_library")
    listed = library.document("annexa_schema_list")
    schemas = {each["command"]: library.document("annexa_schema", *library.text(each["command"])) for each in listed["commands"]}
    types = Types()
    for each in listed["records"]:
        types.add(each["noun"], library.document("annexa_schema", *library.text(each["noun"])))
    for schema in schemas.values():
        for name, definition in schema.get("$defs", {}).items():
            types.add(name, definition)
    for name in listed["documents"]:
        types.add(name, library.document("annexa_schema", *library.text(name)))
    files = {PACKAGE / "records.py": records_module(types), PACKAGE / "commands.py": commands_module(types, listed, schemas.get)}
    stale = [path for path, text in files.items() if not path.exists() or path.read_text() != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale; run tools/generate_python.py")
        return 1 if stale else 0
    for path in stale:
        path.write_text(files[path])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
