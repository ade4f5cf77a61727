"""Vectors of CVSS 3.1 and 4.0."""
from __future__ import annotations

import ctypes
import html
import json
from dataclasses import dataclass
from typing import Any, Mapping, Sequence, overload

from . import _library
from ._library import check, document, text
from ._record import Record
from ._values import to_json

_COLUMNS = ("base", "threat", "environmental", "score")


@dataclass(frozen=True)
class Cvss:
    """What a vector of CVSS scores. `score` is the environmental score if a metric of that group is set, else the temporal or threat
    one, else the base one."""

    vector: str  #: canonical: in the order of the specification, without metrics that are not defined
    version: str  #: "3.1" or "4.0"
    nomenclature: str  #: what the score rests on: "base", "temporal", "environmental"; in 4.0 "CVSS-B", "CVSS-BT", "CVSS-BE", "CVSS-BTE"
    base: float
    temporal: float  #: with the temporal metrics of 3.1, or the threat metrics of 4.0
    environmental: float
    score: float
    severity: str  #: "None", "Low", "Medium", "High" or "Critical"

    @property
    def threat(self) -> float:
        """The same as `temporal`, as 4.0 has it."""
        return self.temporal

    @property
    def metrics(self) -> dict[str, str]:
        """The metrics that are defined, with their values."""
        return dict(each.split(":") for each in self.vector.split("/")[1:])

    def __str__(self) -> str:
        return self.vector

    def __repr__(self) -> str:
        return f"<Cvss {self.version} {self.score} {self.severity}, {self.vector}>"

    def _repr_html_(self) -> str:
        return f"<b>{self.score} {html.escape(self.severity)}</b> <code>{html.escape(self.vector)}</code>"


def _one(vector: str) -> Cvss:
    found: dict[str, Any] = document("annexa_cvss_score", *text(vector))
    return Cvss(vector=found["canonical"], version=found["version"], nomenclature=found["nomenclature"], base=found["base"],
                temporal=found.get("temporal", found.get("threat")), environmental=found["environmental"], score=found["score"],
                severity=found["severity"])


def _many(vectors: Sequence[str]) -> list[list[int]]:
    """A column for each of _COLUMNS, in tenths; -1 for a vector that is refused, and all refused ones in one error."""
    lent = _library.texts(vectors)
    columns = [(ctypes.c_int32 * len(vectors))() for _ in _COLUMNS]
    check("annexa_cvss_score_many", lent, len(vectors), *columns)
    return [list(column) for column in columns]


def _severity(tenths: int) -> str:
    return ("Critical" if tenths >= 90 else "High" if tenths >= 70 else "Medium" if tenths >= 40 else "Low" if tenths > 0 else "None")


def _frame(series: Any) -> Any:
    """A data frame with the index of the series."""
    import pandas  # type: ignore[import]

    columns = _many([str(each) for each in series])
    frame: dict[str, list[Any]] = {name: [tenths / 10 for tenths in column] for name, column in zip(_COLUMNS, columns)}
    frame["severity"] = [_severity(each) for each in columns[-1]]
    return pandas.DataFrame(frame, index=series.index)


@overload
def cvss(vector: str) -> Cvss: ...
@overload
def cvss(vector: list[str] | tuple[str, ...]) -> list[Cvss]: ...
@overload
def cvss(vector: Any) -> Any: ...
def cvss(vector: Any) -> Any:
    """Scores a vector of CVSS 3.1 or 4.0, exactly. A list gives a list; a pandas Series gives a DataFrame with its index and the columns
    `base`, `threat` (the temporal score of 3.1), `environmental`, `score` and `severity`.

    Every vector that is none is listed in one `RuleError`, with the metric; of many, the first hundred."""
    if isinstance(vector, str):
        return _one(vector)
    if hasattr(vector, "index") and hasattr(vector, "to_frame"):
        return _frame(vector)
    if isinstance(vector, (bytes, bytearray, memoryview)):
        raise TypeError("a vector is a text and no bytes; decode it")
    vectors = [str(each) for each in vector]
    _many(vectors)  # refuses all that are none at once
    return [_one(each) for each in vectors]


def rate_by_cvss(vector: str, rule: Mapping[str, Any] | Record | None = None) -> dict[str, int]:
    """The levels of `likelihood` and `impact` that a vector comes to by a rule: a document "cvss-rule", or the one that comes along, for 5
    levels each. A proposal for the risk owner, no assessment."""
    given = text("") if rule is None else text(json.dumps(to_json(rule), ensure_ascii=False))
    found: dict[str, int] = document("annexa_cvss_rate", *text(vector), *given)
    return found
