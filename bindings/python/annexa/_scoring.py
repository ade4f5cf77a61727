"""Risks scored without a workspace: one by one, in arrays, in tables."""
from __future__ import annotations

import ctypes
import functools
import importlib
import json
import numbers
import sys
from typing import Any, Mapping, Sequence, overload

from ._library import check, document, text
from ._record import Record
from ._values import to_json

#: A method: the key of a built-in one, or a document or record "risk-method".
Method = str | Mapping[str, Any] | Record if sys.version_info >= (3, 10) else Any

#: Element types that the library reads as they are, and their numbers in the C interface.
_COLUMN_TYPES = {"uint8": 1, "int32": 2, "int64": 3}


@functools.lru_cache(maxsize=None)
def _built_in() -> str:
    return json.dumps(document("annexa_risk_methods"))


def risk_methods() -> list[dict[str, Any]]:
    """The methods that come with annexa: `id`, `name`, `source` and `method`, a document to adopt or to change."""
    found: list[dict[str, Any]] = json.loads(_built_in())
    return found


def _given(method: Any) -> tuple[bytes, int]:
    return text(method) if isinstance(method, str) else text(json.dumps(to_json(method), ensure_ascii=False))


def _bands(method: Any) -> list[dict[str, Any]]:
    """The bands of a method that the library has accepted."""
    if isinstance(method, str):
        method = next(each["method"] for each in risk_methods() if each["id"] == method)
    bands: list[dict[str, Any]] = to_json(method)["bands"]
    return bands


def _module(name: str) -> Any:
    """A module that arrays and tables need, and nothing else does."""
    return importlib.import_module(name)


def _level(value: Any, name: str) -> int:
    whole = isinstance(value, numbers.Integral) or (isinstance(value, numbers.Real) and float(value).is_integer())
    if not whole or not -(2**31) <= int(value) < 2**31:
        raise ValueError(f"{name} is {value!r}; a level is a whole number")
    return int(value)


def _column(values: Any, name: str) -> Any:
    """Whole numbers as an array that the library reads: the caller's own where it can be, else a copy."""
    numpy = _module("numpy")
    if numpy.ma.is_masked(values):
        raise ValueError(f"{name} is masked in places; leave those out")
    array = numpy.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"{name} has {array.ndim} dimensions; one is expected")
    if array.dtype.kind not in "iubfO":
        raise ValueError(f"{name} holds {array.dtype}; whole numbers are expected")
    if array.dtype.kind == "O":
        return numpy.array([_level(each, f"{name}[{index}]") for index, each in enumerate(array)], dtype="int64")
    if array.dtype.kind in "uf" and array.size and array.max() >= 2**63:
        raise ValueError(f"{name}[{array.argmax()}] is {array.max()}; a level is a whole number")
    if array.dtype.kind not in "iub":
        whole = numpy.asarray(array, dtype="float64")
        wrong = numpy.flatnonzero(~numpy.isfinite(whole) | (whole != numpy.floor(whole)))
        if wrong.size:
            raise ValueError(f"{name}[{wrong[0]}] is {values[wrong[0]] if hasattr(values, '__getitem__') else whole[wrong[0]]}; "
                             f"a level is a whole number ({wrong.size} are not)")
        array = whole
    if str(array.dtype) not in _COLUMN_TYPES or not array.flags.c_contiguous:
        array = numpy.ascontiguousarray(array, dtype="int64")
    return array


def _score_arrays(method: Any, likelihood: Any, impact: Any) -> Any:
    numpy = _module("numpy")
    rows, columns = _column(likelihood, "likelihood"), _column(impact, "impact")
    if rows.size != columns.size:
        raise ValueError(f"there are {rows.size} likelihoods and {columns.size} impacts")
    if rows.dtype != columns.dtype:
        rows, columns = rows.astype("int64"), columns.astype("int64")
    levels = numpy.empty(rows.size, dtype="uint8")
    check("annexa_risk_score_many", *_given(method), _COLUMN_TYPES[str(rows.dtype)], rows.ctypes.data, columns.ctypes.data, rows.size,
          levels.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8)))
    return levels


def _score_lists(method: Any, likelihood: Sequence[int], impact: Sequence[int]) -> list[int]:
    if len(likelihood) != len(impact):
        raise ValueError(f"there are {len(likelihood)} likelihoods and {len(impact)} impacts")
    many = ctypes.c_int64 * len(likelihood)
    levels = (ctypes.c_uint8 * len(likelihood))()
    rows, columns = ([_level(value, f"{name}[{index}]") for index, value in enumerate(values)]
                     for name, values in (("likelihood", likelihood), ("impact", impact)))
    check("annexa_risk_score_many", *_given(method), _COLUMN_TYPES["int64"], many(*rows), many(*columns), len(rows), levels)
    return list(levels)


def _measure(table: Any, name: str) -> str:
    """The column of a measure: by its own name, else of the current stage, else of the inherent one."""
    return next((each for each in (name, f"current_{name}", f"inherent_{name}") if each in table.columns), name)


def _score_table(table: Any, method: Any, likelihood: str, impact: str) -> Any:
    numpy, pandas = _module("numpy"), _module("pandas")
    missing = [name for name in (likelihood, impact) if name not in table.columns]
    if missing:
        raise ValueError(f"the table has no column {missing[0]!r}; name the columns with likelihood= and impact=, "
                         f"it has {', '.join(map(str, table.columns))}")
    twice = [name for name in (likelihood, impact) if list(table.columns).count(name) > 1]
    if twice:
        raise ValueError(f"the table has several columns {twice[0]!r}")
    rated = table[likelihood].notna() & table[impact].notna()
    known = rated.to_numpy(dtype=bool)
    levels = numpy.zeros(len(table), dtype="int64")
    levels[known] = _score_arrays(method, table.loc[rated, likelihood].to_numpy(), table.loc[rated, impact].to_numpy())
    bands = _bands(method)
    codes = levels - 1
    names = [band["name"] for band in bands]
    authorities = numpy.array([band.get("authority", "") for band in bands] + [None], dtype=object)
    return pandas.DataFrame({
        "level": pandas.array(levels, dtype="Int64") if known.all() else pandas.array(numpy.where(known, levels, 0), dtype="Int64"),
        "band": pandas.Categorical.from_codes(codes, categories=names, ordered=True),
        "authority": authorities[codes],
    }, index=table.index).mask(~rated)


@overload
def score(method: Any, likelihood: int, impact: int) -> dict[str, Any]: ...
@overload
def score(method: Any, likelihood: Sequence[int], impact: Sequence[int]) -> list[int]: ...
@overload
def score(table: Any, *, method: Any, likelihood: str = ..., impact: str = ...) -> Any: ...
def score(first: Any = None, likelihood: Any = None, impact: Any = None, *, method: Any = None, table: Any = None) -> Any:  # type: ignore[misc]
    """Scores risks by a method: the key of a built-in one ("5x5", see `risk_methods()`), or a document "risk-method".

    `score("5x5", 4, 3)` gives the score: `likelihood`, `impact`, `score`, `level`, `band`, `authority`.
    `score("5x5", likelihoods, impacts)` gives the numbers of the bands: a list for lists, for numpy arrays an array (those of uint8, int32
    and int64 are read where they lie).
    `score(df, method="5x5")` gives a DataFrame with `level`, `band` and `authority` and the index of the table, whose columns
    `likelihood` and `impact` (or as those arguments name them; where there are none, `current_likelihood` or `inherent_likelihood` and their
    impacts, as `read_risks` gives them) hold levels; where one is missing, the score is."""
    if table is None and hasattr(first, "columns") and hasattr(first, "index"):
        table = first
    if table is not None:
        if method is None:
            raise TypeError("name the method: score(table, method=\"5x5\")")
        return _score_table(table, method, likelihood or _measure(table, "likelihood"), impact or _measure(table, "impact"))
    chosen = method if first is None else first
    if isinstance(likelihood, numbers.Number) and isinstance(impact, numbers.Number):  # of numpy too
        return document("annexa_risk_score", *_given(chosen), _level(likelihood, "likelihood"), _level(impact, "impact"))
    if isinstance(likelihood, (list, tuple, range)) and isinstance(impact, (list, tuple, range)):
        return _score_lists(chosen, likelihood, impact)
    for value, name in ((likelihood, "likelihood"), (impact, "impact")):
        if value is None or isinstance(value, (str, bytes)):
            raise ValueError(f"{name} is {value!r}; a whole number, a list or an array of them is expected")
    return _score_arrays(chosen, likelihood, impact)


def rate(method: Any, rating: Mapping[str, Any] | None = None, *, effects: Sequence[Mapping[str, Any]] = (), stage: str | None = None,
         threat: str = "") -> dict[str, Any]:
    """Scores a rating of any method, and what controls leave of it.

    `rating` holds what the method asks for: `likelihood`, `impact` or `impacts`, `vulnerability`, `factors`, `affects`. Each of `effects` is
    an effect (`control`, `reduces`, `steps` or `share`) with the `status` of its control; `because` of the answer tells what each did."""
    keys = ("status", "in_treatment")
    listed = [{"effect": {name: value for name, value in to_json(each).items() if name not in keys},
               **{name: each[name] for name in keys if name in each}} for each in effects]
    request: dict[str, Any] = {"rating": to_json(rating or {}), "effects": listed, "threat": threat}
    if stage is not None:
        request["stage"] = stage
    found: dict[str, Any] = document("annexa_risk_rate", *_given(method), *text(json.dumps(request, ensure_ascii=False)))
    return found
