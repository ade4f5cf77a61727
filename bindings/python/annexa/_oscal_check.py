"""OSCAL documents checked and written."""
from __future__ import annotations

import json
import os
import pathlib
from dataclasses import dataclass, field
from typing import Any, Iterable, Union

from ._html import table
from ._library import content, document, text

#: What documents are read from: a path, or the bytes of a file.
Source = Union[str, "os.PathLike[str]", bytes]


class CheckProblems(list[dict[str, Any]]):
    """What is wrong with a document: `where` (a JSON Pointer), `message`, `rule`, `args`, `schemas` (the releases whose schema objects;
    none where no schema can say it) and `is_warning`."""

    COLUMNS = ("where", "message", "rule", "schemas", "is_warning")

    def _rows(self) -> Iterable[list[Any]]:
        return ([", ".join(each[name]) if name == "schemas" else each[name] for name in self.COLUMNS] for each in self)

    def to_pandas(self) -> Any:
        """A DataFrame with a row for each problem."""
        import pandas  # type: ignore[import]

        return pandas.DataFrame(list(self._rows()), columns=list(self.COLUMNS))

    def __repr__(self) -> str:
        return "\n".join(f"{each['where']}: {'warning: ' if each['is_warning'] else ''}{each['message']}" for each in self) or "no problems"

    def _repr_html_(self) -> str:
        return table(f"{len(self)} problems", self.COLUMNS, self._rows())


@dataclass(frozen=True)
class Check:
    """What the JSON schemas of OSCAL make of a document. True where it is valid under at least one of them."""

    file: str  #: its name, empty for bytes
    model: str  #: what it holds, such as "catalog"
    oscal_version: str  #: the release that it says it is written in
    verdict: str  #: "valid" (under all that know the model), "mixed" (under one of two) or "invalid"
    asked: list[str]  #: the releases whose schema knows the model
    satisfied: list[str]  #: those of them that have nothing against it
    errors: int  #: how many problems are no warnings
    warnings: int  #: how many are
    omitted: int  #: how many of both are counted and not listed
    problems: CheckProblems = field(repr=False)  #: the problems, in the order of the document

    def __bool__(self) -> bool:
        return self.verdict != "invalid"

    def _repr_html_(self) -> str:
        return table(f"{self.file or self.model}: {self.verdict}", ("model", "OSCAL", "errors", "warnings"),
                     [[self.model, self.oscal_version, self.errors, self.warnings]]) + self.problems._repr_html_()


def _named(source: Source) -> tuple[str, bytes]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return "", bytes(source)
    path = pathlib.Path(source)
    return path.name, path.read_bytes()


def check(source: Source, *, references: bool = False, most_problems: int = 1000) -> Check:
    """Checks a document (a path or bytes) against the schemas of OSCAL 1.1.3 and 1.2.2. `references`: whether ids and UUIDs that stand
    twice, and references to what is not in the document, are errors and no warnings. What is no JSON, or no document of OSCAL, is a
    `UsageError`."""
    name, raw = _named(source)
    options = json.dumps({"need_references": references, "most_problems": most_problems})
    found: dict[str, Any] = document("annexa_oscal_check", *text(name), raw, len(raw), *text(options))
    found["problems"] = CheckProblems(found["problems"])
    return Check(**found)


def format(source: Source) -> str:
    """The document (a path or bytes) with the members of every object in the order of its model, as text. Nothing is lost, and the same
    document gives the same text."""
    name, raw = _named(source)
    return content("annexa_oscal_format", *text(name), raw, len(raw)).decode()
