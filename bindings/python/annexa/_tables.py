"""Tables read and written without a workspace: registers, statements and lists as people have them, and workbooks."""
from __future__ import annotations

import datetime
import importlib.abc
import json
import numbers
import os
import pathlib
import sys
from typing import Any, Iterator, Literal, Mapping, Sequence, Union

from ._html import table
from ._library import content, document, text
from ._results import ImportReport

#: What tables are read from: a path, the bytes of a file, or a DataFrame.
Source = Union[str, "os.PathLike[str]", bytes, Any]
Dates = Literal["unknown", "day-first", "month-first"]


class Problems(list[dict[str, Any]]):
    """The cells for which rows were rejected: `sheet`, `row`, `column`, `value`, `message`, `suggestion`, `rule`."""

    COLUMNS = ("sheet", "row", "column", "value", "message", "suggestion", "rule")

    def to_pandas(self) -> Any:
        """A DataFrame with a row for each problem."""
        import pandas  # type: ignore[import]

        return pandas.DataFrame([[each[name] for name in self.COLUMNS] for each in self], columns=list(self.COLUMNS))

    def __repr__(self) -> str:
        return "\n".join(f"{each['sheet'] or 'row'} {each['row']}, {each['column']}: {each['value']!r}: {each['message']}"
                         + (f" Perhaps {each['suggestion']!r}." if each["suggestion"] else "") for each in self) or "no problems"

    def _repr_html_(self) -> str:
        return table(f"{len(self)} problems", self.COLUMNS[:-1], ([each[name] for name in self.COLUMNS[:-1]] for each in self))


class Table(Sequence[Mapping[str, Any]]):
    """Records as rows: a mapping for each, with `None` where nothing is said."""

    def __init__(self, noun: str, columns: Sequence[Mapping[str, str]], rows: Sequence[Sequence[str]]) -> None:
        self.noun = noun  #: what the rows are, such as "risk"
        self.columns = [each["header"] for each in columns]  #: names of the columns
        self._kinds = [each["kind"] for each in columns]
        self._rows = rows

    @staticmethod
    def _value(cell: str, kind: str) -> Any:
        if not cell:
            return None
        if kind == "number":
            return int(cell)
        return datetime.date.fromisoformat(cell) if kind == "date" else cell

    def _row(self, row: Sequence[str]) -> dict[str, Any]:
        return {name: self._value(cell, kind) for name, cell, kind in zip(self.columns, row, self._kinds)}

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._row(row) for row in self._rows[index]]
        return self._row(self._rows[index])

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return map(self._row, self._rows)

    def to_pandas(self) -> Any:
        """A DataFrame whose index is the key of each record: whole numbers, dates and texts, missing where nothing is said."""
        import pandas

        columns = {}
        for at, (name, kind) in enumerate(zip(self.columns, self._kinds)):
            values = [self._value(row[at], kind) for row in self._rows]
            dtype = {"number": "Int64", "date": "datetime64[ns]"}.get(kind)
            if dtype == "datetime64[ns]":  # days that pandas cannot hold stay dates
                try:
                    columns[name] = pandas.Series(pandas.to_datetime(values), dtype=dtype)
                    continue
                except (ValueError, OverflowError):
                    dtype = "object"
            columns[name] = pandas.Series(values, dtype=dtype or "object")
        frame = pandas.DataFrame(columns)
        return frame.set_index(self.columns[0]) if self.columns else frame

    def to_excel(self, path: str | os.PathLike[str], sheet: str | None = None) -> pathlib.Path:
        """Writes the rows as a workbook: a table with filters, its header in sight."""
        columns = [{"header": name, "kind": kind} for name, kind in zip(self.columns, self._kinds)]
        return _write(path, sheet or self.noun or "Table", columns, self._rows)

    def __repr__(self) -> str:
        return f"<Table of {len(self)} {self.noun} records, {len(self.columns)} columns>"

    def _repr_html_(self) -> str:
        return table(repr(self)[1:-1], self.columns, self._rows[:60])


class Found:
    """What a file holds: records that are good, and problems with the others."""

    def __init__(self, read: Mapping[str, Any]) -> None:
        self.report = ImportReport(read["report"])  #: all that was found: mapping, conversions, warnings, ...
        self.sheet: str | None = self.report["sheet"]  #: the sheet that was read, of a workbook
        self.accepted = Table(read["noun"], read["columns"], read["rows"])  #: the records of the rows that are good
        self.problems = Problems({"sheet": self.sheet, "suggestion": "", **each} for each in self.report["rejected"])

    @property
    def mapping(self) -> dict[str, str]:
        """The field that each column was taken for, by its header."""
        return {each["column"]: each["field"] for each in self.report["mapping"]}

    @property
    def unmapped(self) -> list[str]:
        """Headers of columns that nothing was taken from."""
        headers: list[str] = self.report["unmapped"]
        return headers

    def __repr__(self) -> str:
        place = f", sheet {self.sheet!r}" if self.sheet else ""
        return f"<Found {len(self.accepted)} {self.report['kind']} in {self.report['file']!r}{place}: {len(self.problems)} problems>"

    def _repr_html_(self) -> str:
        return table(repr(self)[1:-1], ("column", "field"), self.mapping.items()) + self.problems._repr_html_()


def _bytes(source: Source) -> tuple[str, bytes]:
    """The name and the content of what is read."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return "", bytes(source)
    if hasattr(source, "columns") and hasattr(source, "index"):
        return "DataFrame", _frame_lines(source)
    path = pathlib.Path(source)
    return path.name, path.read_bytes()


def _is_missing(value: Any) -> bool:
    try:
        return value is None or bool(value != value)  # what pandas has for "missing" differs from itself
    except (TypeError, ValueError):  # lists and arrays say nothing at once, pandas.NA says nothing at all
        return not isinstance(value, (list, tuple)) and not hasattr(value, "shape")


def _json_value(value: Any) -> Any:
    if isinstance(value, (list, tuple, set, frozenset)) or (hasattr(value, "tolist") and hasattr(value, "shape") and value.shape):
        return [_json_value(each) for each in value]
    if _is_missing(value):
        return None
    return value if isinstance(value, bool) else _cell(value) if not isinstance(value, numbers.Integral) else int(value)


def _frame_lines(frame: Any) -> bytes:
    """A DataFrame as JSON lines: its index too, where it has a name."""
    named = frame.reset_index() if any(name is not None for name in frame.index.names) else frame
    headers = [str(name) for name in named.columns]
    twice = sorted({name for name in headers if headers.count(name) > 1})
    if twice:
        raise ValueError(f"the table has several columns {twice[0]!r}; rename or drop all but one")
    lines = (json.dumps(dict(zip(headers, map(_json_value, row))), ensure_ascii=False)
             for row in named.itertuples(index=False, name=None))
    return "\n".join(lines).encode()


def read_table(source: Source, kind: str | None = None, *, sheet: str | int | None = None, map: Mapping[str, str] | None = None,
               method: str = "5x5", dates: Dates = "unknown", encoding: str | None = None, delimiter: str | None = None,
               audit: str = "") -> Found:
    """Reads a table without a workspace: CSV, XLSX, JSON or JSON lines from a path or bytes, or a DataFrame.

    kind: what it holds ("units", "people", "assets", "risks", "soa", ...), found out when left out. sheet: name of a sheet, or its number
    from 1; when left out, the one whose header fits. map: what columns hold, by their header ("-" leaves one out). method: the risk
    method by whose levels likelihood and impact are read, a built-in one. dates: how 03/04/2026 is to be read, which is refused
    otherwise. audit: key of the audit that findings belong to, where no column says. A file that cannot be read is a `UsageError`; cells that cannot are `problems`, and rows without one are `accepted`."""
    name, raw = _bytes(source)
    options = {"kind": kind or "", "sheet": "" if sheet is None else str(sheet), "method": method, "dates": dates,
               "map": [{"column": column, "field": field} for column, field in (map or {}).items()],
               "encoding": encoding or "", "delimiter": delimiter or "", "audit": audit}
    return Found(document("annexa_table_read", *text(name), *text(raw), *text(json.dumps(options, ensure_ascii=False))))


def read_units(source: Source, **options: Any) -> Found:
    """Reads a list of auditable units; options as those of `read_table`."""
    return read_table(source, "units", **options)


def read_people(source: Source, **options: Any) -> Found:
    """Reads a list of people; options as those of `read_table`."""
    return read_table(source, "people", **options)


def read_assets(source: Source, **options: Any) -> Found:
    """Reads an inventory of assets; options as those of `read_table`."""
    return read_table(source, "assets", **options)


def read_documents(source: Source, **options: Any) -> Found:
    """Reads a list of documents; options as those of `read_table`."""
    return read_table(source, "documents", **options)


def read_findings(source: Source, **options: Any) -> Found:
    """Reads a table of audit findings, or the results of a scanner (SARIF, DefectDojo); options as those of `read_table`. Which step a
    nonconformity has reached is a register's to say: `read_table(source, "nonconformities")`."""
    return read_table(source, "findings", **options)


def read_risks(source: Source, **options: Any) -> Found:
    """Reads a risk register; options as those of `read_table`. `score(found.accepted.to_pandas(), method=...)` scores its current stage, or where
    there is none the inherent one."""
    return read_table(source, "risks", **options)


def read_soa(source: Source, **options: Any) -> Found:
    """Reads a statement of applicability; options as those of `read_table`."""
    return read_table(source, "soa", **options)


# ---- Workbooks

def _cell(value: Any) -> str:
    """A value as the text of a cell."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return json.dumps([_json_value(each) for each in value], ensure_ascii=False)
    if _is_missing(value):
        return ""
    if isinstance(value, datetime.datetime):  # of pandas too
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if midnight and value.tzinfo is None else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return "true" if value else "false"
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, numbers.Real):
        return format(float(value), ".15g")
    return str(value)


def _kind(values: Any) -> str:
    """What the cells of a column are, by the values themselves."""
    present = [value for value in values if not _is_missing(value)]
    for name, types in (("boolean", (bool,)), ("number", (numbers.Number,)), ("date", (datetime.date,))):
        if present and all(isinstance(value, types) or (name == "boolean" and type(value).__name__ == "bool_") for value in present):
            return name
    return "text"


def _write(path: str | os.PathLike[str], sheet: str, columns: Sequence[Mapping[str, str]], rows: Sequence[Sequence[str]]) -> pathlib.Path:
    tables = {"tables": [{"name": sheet, "columns": list(columns), "rows": list(rows)}]}
    target = pathlib.Path(path)
    target.write_bytes(content("annexa_workbook_write", *text(json.dumps(tables, ensure_ascii=False))))
    return target


def write_excel(frame: Any, path: str | os.PathLike[str], sheet: str = "Table", *, index: bool | None = None) -> pathlib.Path:
    """Writes a DataFrame as a workbook: a table with filters, numbers and dates as such, texts as texts (never formulas). `index`: whether
    its index becomes a column; when left out, where it has a name. `df.annexa.to_excel(path)` is the same."""
    with_index = any(name is not None for name in frame.index.names) if index is None else index
    whole = frame.reset_index() if with_index else frame
    values = [list(whole.iloc[:, at]) for at in range(len(whole.columns))]
    columns = [{"header": str(name), "kind": _kind(column)} for name, column in zip(whole.columns, values)]
    cells = [[_cell(value) for value in column] for column in values]
    return _write(path, sheet, columns, [list(row) for row in zip(*cells)])


class _Accessor:
    """What annexa adds to DataFrames: `df.annexa.to_excel(path)`."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def to_excel(self, path: str | os.PathLike[str], sheet: str = "Table", *, index: bool | None = None) -> pathlib.Path:
        """Writes the table as a workbook; see `write_excel`."""
        return write_excel(self._frame, path, sheet, index=index)


def _register(pandas: Any) -> None:
    pandas.api.extensions.register_dataframe_accessor("annexa")(_Accessor)


class _WhenPandasComes(importlib.abc.MetaPathFinder):
    """Gives DataFrames their `annexa` when pandas is imported later, so that importing annexa does not cost that."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        if fullname != "pandas":
            return None
        found = (finder.find_spec(fullname, path, target) for finder in sys.meta_path if finder is not self)
        spec = next((each for each in found if each is not None), None)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def run_and_register(module: Any) -> None:
                run(module)
                if self in sys.meta_path:
                    sys.meta_path.remove(self)
                _register(module)

            setattr(spec.loader, "exec_module", run_and_register)
        return spec


if "pandas" in sys.modules:
    _register(sys.modules["pandas"])
else:
    sys.meta_path.insert(0, _WhenPandasComes())
