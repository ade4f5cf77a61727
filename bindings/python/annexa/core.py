"""What needs no workspace: catalogs, scores, decisions, steps, schemas."""
from __future__ import annotations

import datetime
import json
import os
import pathlib
from typing import Any, Callable, Iterable, Mapping, Sequence

from . import _library, records
from ._library import check, document, text
from ._record import Record
from ._task import Progress, Task
from ._values import instant, to_json

Document = Mapping[str, Any]

_EPOCH = datetime.date(1970, 1, 1)


def _given(value: Document | Record) -> tuple[bytes, int]:
    return text(json.dumps(to_json(value), ensure_ascii=False))


def version() -> str:
    """The version of the library."""
    return _library.c_text(_library.function("annexa_version_text")())


def catalogs() -> list[dict[str, Any]]:
    """The catalogs that come with annexa: `id`, `title`, `edition`, `revision`, `sha256`, and numbers of `clauses`, `controls`,
    `criteria`, `withdrawn` and all `requirements`."""
    found: list[dict[str, Any]] = document("annexa_catalog_list")
    return found


def kpi_definitions() -> list[dict[str, str]]:
    """What each key performance indicator means: `id`, `title`, `unit`, what is counted (`part`) out of what (`whole`), `groups`,
    `source` and which way is `better`."""
    found: list[dict[str, str]] = document("annexa_kpi_definitions")
    return found


def _query(where: Mapping[str, str | Sequence[str]] | None, by: str | None) -> tuple[bytes, int]:
    conditions = [{"column": column, "values": [values] if isinstance(values, str) else list(values)}
                  for column, values in (where or {}).items()]
    return _given({"where": conditions, "by": by or ""})


def catalog(name: str, ref: str | None = None, *, where: Mapping[str, str | Sequence[str]] | None = None,
            by: str | None = None) -> dict[str, Any]:
    """A catalog with all its requirements; with `ref` that one requirement, such as "9.2.1" or "A.5.1".

    `where` keeps the rows that say something under each column, one of several values if a list is given:
    `{"theme": "people", "control_type": ["preventive", "detective"]}`; `clause` and `baseline` work like columns. `by` groups the
    rows by a column: `groups` instead of `requirements`."""
    if ref is not None and (where is not None or by is not None):
        raise ValueError("ref names one requirement; leave out where and by")
    if where is not None or by is not None:
        selected: dict[str, Any] = document("annexa_catalog_query", *text(name), *_query(where, by))
        return selected
    found: dict[str, Any] = (document("annexa_catalog_get", *text(name)) if ref is None
                             else document("annexa_catalog_find", *text(name), *text(ref)))
    return found


def read_catalog(path: str | os.PathLike[str], *, where: Mapping[str, str | Sequence[str]] | None = None,
                 by: str | None = None) -> dict[str, Any]:
    """A catalog of your own from a file: a JSON document "catalog-document", an OSCAL catalog, CSV, or YAML of CISO Assistant.

    The answer is that of `catalog`, with `sha256`, `revision`, `crosswalks` and `notes`, what of the file stays behind. Whatever is wrong with it is listed in one
    `UsageError`. To work with it in a workspace, `ws.import_file(path, kind="catalog")` adopts it."""
    source = pathlib.Path(path)
    raw = source.read_bytes()
    found: dict[str, Any] = document("annexa_catalog_read", *text(source.name), raw, len(raw), *_query(where, by))
    return found


def compare_catalogs(before: str | os.PathLike[str], after: str | os.PathLike[str]) -> dict[str, Any]:
    """What the catalog in one file has and that in another has not: `added`, `removed`, `changed`."""
    old, new = pathlib.Path(before), pathlib.Path(after)
    first, second = old.read_bytes(), new.read_bytes()
    found: dict[str, Any] = document("annexa_catalog_compare", *text(old.name), first, len(first), *text(new.name), second, len(second))
    return found


def wording(name: str, ref: str, lang: str = "en", *, texts: Document | Record | None = None,
            hook: Callable[[str, str, str], str | None] | None = None) -> dict[str, Any]:
    """What to show of a requirement: `title`, `text` and `basis` ("printed", "own" for a translation by annexa, "translation",
    "licensed").

    Whoever has a licence for the wording of a standard hands it in: as a document "licensed-texts", or by a `hook` that gets the
    catalog, the requirement and the language and returns the text or None. Neither is stored anywhere."""
    licensed = _given(texts) if texts is not None else text("")
    shown: dict[str, Any] = document("annexa_catalog_wording", *text(name), *text(ref), *text(lang), *licensed)
    answer = hook(name, ref, lang) if hook is not None else None
    return shown if answer is None else {**shown, "text": answer, "basis": "licensed"}


def crosswalks() -> list[dict[str, Any]]:
    """The crosswalks that come with annexa: `from`, `to`, `revision`, `sha256` and the number of `mappings`."""
    found: list[dict[str, Any]] = document("annexa_crosswalk_list")
    return found


def crosswalk(source: str, target: str, ref: str | None = None, *, through: str | None = None) -> list[dict[str, Any]]:
    """The mappings between two catalogs, in either direction: `source`, `target`, `relationship`, `strength`, `basis`.

    `ref` keeps those of one requirement. `through` composes them over a third catalog; each then has the paths, and a pair for which
    nothing follows has the relationship None."""
    if through is not None:
        composed: list[dict[str, Any]] = document("annexa_crosswalk_compose", *text(source), *text(through), *text(target))
        return composed if ref is None else [each for each in composed if each["source"] == ref]
    found: list[dict[str, Any]] = document("annexa_crosswalk_get", *text(source), *text(target), *text(ref or ""))
    return found


def propose_plan(request: Document | Record, progress: Progress = "auto") -> dict[str, Any]:
    """The plan of an audit from a document "plan-request"; `conflict` says why if there is no complete one."""
    with Task(progress) as task:
        found: dict[str, Any] = document("annexa_plan", *_given(request), task)
    return found


def propose_programme(request: Document | Record, progress: Progress = "auto") -> dict[str, Any]:
    """An audit programme from a document "programme-request"; `uncovered` says what finds no place in time, and why."""
    with Task(progress) as task:
        found: dict[str, Any] = document("annexa_programme", *_given(request), task)
    return found


def propose_season(request: Document | Record, progress: Progress = "auto") -> dict[str, Any]:
    """The plan of a season from a document "season-request": `placed`, `unplaced` with reasons, `levels` with bounds."""
    with Task(progress) as task:
        found: dict[str, Any] = document("annexa_season", *_given(request), task)
    return found


def new_state(workspace: str = "00000000-0000-0000-0000-000000000000") -> dict[str, Any]:
    """The state of a workspace in which nothing has happened yet, for `decide`."""
    return {"workspace": workspace, "size": 0, "records": {}}


def decide(state: Document, command: Document | Iterable[Document], *, now: datetime.datetime | str | None = None,
           actor: str | None = None, seed: str | None = None) -> dict[str, Any]:
    """What a command, or several one after the other, would come to: `{"events", "state", "warnings", "erase"}`.
    Changes nothing.

    For hosts that keep the records in a database of their own: store the events and the state, and hand the state in again. What
    `erase` names (`noun`, `key`, `stream`, `members`) is deleted from all events of that stream so far.
    """
    context = {"now": None if now is None else instant(now), "actor": actor, "seed": seed}
    asked = to_json(command if isinstance(command, Mapping) else list(command))
    decided: dict[str, Any] = document(
        "annexa_decide", *_given(state), *text(json.dumps(asked, ensure_ascii=False)),
        *_given({name: value for name, value in context.items() if value is not None}), None)
    return decided


def propose_grade(answers: Document, *, minors: Sequence[Document] = (), repeats: Sequence[Document] = (),
                  risks: Sequence[Document] = ()) -> records.GradeProposal:
    """The grade that follows from the tests of ISO/IEC 17021-1 for a finding of your own; a person decides.

    `minors`, `repeats` and `risks` are `{"key", "what"}`: other minor ones on the same matter, earlier ones, risks above what is
    acceptable."""
    request = {"answers": answers, "minors": list(minors), "repeats": list(repeats), "risks": list(risks)}
    return records.GradeProposal.from_json(document("annexa_grade_propose", *text(json.dumps(to_json(request), ensure_ascii=False))))


def nonconformity_steps(state: Document, key: str, *, actor: str, today: datetime.date | None = None) -> list[dict[str, Any]]:
    """Which steps a nonconformity may take in a state, and what refuses the others."""
    day = (datetime.datetime.now(datetime.timezone.utc).date() if today is None else today) - _EPOCH
    steps: list[dict[str, Any]] = document("annexa_nonconformity_steps", *_given(state), *text(key), *text(actor), day.days)
    return steps


def advance(request: Document | Record) -> dict[str, Any]:
    """One step of a nonconformity, from a document "step-request": `allowed`, `record`, `actions`, `refusals`, `guidance`, `warnings`.

    For hosts that keep the records in a database of their own. Changes nothing; a refused step gives the record as it was."""
    found: dict[str, Any] = document("annexa_nonconformity_advance", *_given(request))
    return found


def lifecycle(form: str = "json") -> Any:
    """The lifecycle of nonconformities: its tables as "json", a page as "md", or a diagram as "svg"."""
    if form == "json":
        return document("annexa_nonconformity_lifecycle", *text(form))
    return _library.content("annexa_nonconformity_lifecycle", *text(form)).decode("utf-8")


def state_crosswalk(system: str) -> list[dict[str, Any]]:
    """What each of our states is called in another system: `state`, `status`, `label`, and whether it is `lossy` without the label."""
    found: list[dict[str, Any]] = document("annexa_state_crosswalk", *text(system), *text(""))
    return found


def read_foreign_state(system: str, status: str) -> dict[str, Any]:
    """The `state` that a status of another system is here, and whether it comes `imported_unverified`."""
    found: dict[str, Any] = document("annexa_state_crosswalk", *text(system), *text(status))
    return found


def schemas() -> dict[str, list[dict[str, str]]]:
    """The names of all records and commands."""
    found: dict[str, list[dict[str, str]]] = document("annexa_schema_list")
    return found


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a record ("unit") or a command ("unit.add")."""
    found: dict[str, Any] = document("annexa_schema", *text(name))
    return found
