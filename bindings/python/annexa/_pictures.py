"""Pictures of risks: heat maps of tables, and SVG files that show themselves in a notebook."""
from __future__ import annotations

import json
import os
import pathlib
from typing import Any, Iterable, Literal, Mapping, Sequence, get_args

from ._library import content, text
from ._scoring import _given

Stage = Literal["inherent", "current", "residual", "target"]
Language = Literal["en", "de", "fr"]


class Picture:
    """A picture as an SVG file; a notebook shows it."""

    def __init__(self, content: bytes) -> None:
        self.content = content  #: its bytes

    @property
    def svg(self) -> str:
        """The file as text."""
        return self.content.decode()

    def save(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """Writes the file."""
        target = pathlib.Path(path)
        if target.suffix.lower() != ".svg":
            raise ValueError(f"a picture is an SVG file; name one that ends with .svg, not {target.name!r}")
        target.write_bytes(self.content)
        return target

    def __repr__(self) -> str:
        return f"<Picture, svg, {len(self.content):,} bytes>"

    def _repr_svg_(self) -> str:
        return self.svg


def _level(value: Any, column: str, name: str) -> int | None:
    """A level, or nothing where there is none."""
    if value is None or str(value) in ("<NA>", "nan"):
        return None
    try:
        whole = int(value)
        exact = whole == value
    except (TypeError, ValueError, OverflowError):
        exact = False
    if not exact:
        raise ValueError(f"{column} of {name} is {value!r}; a level is a whole number")
    return whole


def _columns(known: Iterable[Any], stage: str | None, likelihood: str | None, impact: str | None) -> tuple[str, str]:
    names = list(known)
    staged = [f"{stage}_{axis}" for axis in ("likelihood", "impact")]
    plain = staged if stage and all(name in names for name in staged) else ["likelihood", "impact"]
    wanted = likelihood or plain[0], impact or plain[1]
    missing = [name for name in wanted if name not in names]
    if missing:
        raise ValueError(f"the table has no column {missing[0]!r}; name the columns with likelihood= and impact=, "
                         f"it has {', '.join(map(str, names))}")
    return wanted


def _rows(table: Any) -> tuple[list[Any], list[str], Any]:
    """Names of the columns, ids of the rows and the values of a column by its name."""
    if hasattr(table, "columns") and hasattr(table, "index"):
        return list(table.columns), [str(each) for each in table.index], lambda name: table[name].tolist()
    rows: Sequence[Mapping[str, Any]] = list(table)
    names = list(dict.fromkeys(name for row in rows for name in row))
    ids = [str(row.get("id", row.get("risk", row.get("key", number)))) for number, row in enumerate(rows)]
    return names, ids, lambda name: [row.get(name) for row in rows]


def heat_map(table: Any, *, method: Any = "5x5", stage: Stage | None = None, likelihood: str | None = None, impact: str | None = None,
             title: str = "", width: int | None = None, language: Language = "en") -> Picture:
    """Risks by likelihood and impact: `ax.heat_map(df, stage="residual").save("heat.svg")`.

    `table` is a DataFrame whose index names the risks, or a list of mappings with an `id`. Its columns `likelihood` and `impact` (or, where they
    exist, `residual_likelihood` and `residual_impact` for a stage; or as the arguments name them) hold levels; rows without them are left
    out. `method` is the key of a built-in method or a document "risk-method" that asks for a likelihood and an impact."""
    if stage is not None and stage not in get_args(Stage):
        raise ValueError(f"there is no stage {stage!r}; one of {', '.join(get_args(Stage))} is accepted")
    names, ids, values = _rows(table)
    rows, columns = _columns(names, stage, likelihood, impact)
    points = []
    for name, first, second in zip(ids, values(rows), values(columns)):
        pair = _level(first, rows, name), _level(second, columns, name)
        if None not in pair:
            points.append({"id": name, "likelihood": pair[0], "impact": pair[1]})
    request: dict[str, Any] = {"points": points, "title": title or (f"{stage.capitalize()} risk" if stage else ""), "language": language}
    if width is not None:
        request["width"] = width
    return Picture(content("annexa_risk_heat_map", *_given(method), *text(json.dumps(request, ensure_ascii=False))))


PlanView = Literal["auditors", "units", "load", "programme", "capacity"]


def plan_picture(view: PlanView = "auditors", *, sessions: Sequence[Any] = (), programme: Any = None, labels: Sequence[Mapping[str, Any]] = (),
                 minutes_per_month: int | None = None, title: str = "", width: int | None = None, language: Language = "en") -> Picture:
    """A plan or a programme, drawn from plain records: `ax.plan_picture("units", sessions=plan.sessions).save("plan.svg")`.

    `sessions` are drawn by "auditors", by "units" or as "load", hours of each auditor; a `programme` by "programme", units by month, or
    by "capacity", hours of each month. `labels` are mappings with the `key` of a person or unit, its `name`, and for a unit the `level`, 1 to
    5, of its audit."""
    request: dict[str, Any] = {"view": view, "sessions": [_session(each) for each in sessions], "labels": list(labels), "title": title,
                               "language": language}
    for name, value in (("programme", programme), ("minutes_per_month", minutes_per_month), ("width", width)):
        if value is not None:
            request[name] = value
    return Picture(content("annexa_plan_picture", *_given(request)))


def _session(session: Any) -> Any:
    """A session as a record has it: one of a proposed plan has members for readers besides."""
    if not isinstance(session, Mapping):
        return session
    return {name: value for name, value in session.items() if name not in ("id", "method") and value is not None}
