"""Workspaces: a journal and the state that it folds to."""
from __future__ import annotations

import ctypes
import datetime
import json
import os
import pathlib
import weakref
from types import TracebackType
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Literal, Mapping, Sequence, Union

from . import _abi, records
from ._branding import Branding, Template, template_document
from ._evidence import Checkpoint, Given, Key, Proof, PublicKey, Rotation, given, given_text, given_texts, private_key, public_keys, rotate_key
from ._library import borrowed, check, content, document, function, handle, text, texts
from ._log import ENVIRONMENT
from ._nouns import Answer
from ._pictures import Picture, plan_picture
from ._proposals import ProposedPlan, ProposedProgramme, ProposedReplan, ProposedSeason, complete
from ._results import ImportReport, Report
from ._storage import Storage, StoreOps
from ._task import Progress, Task
from ._values import instant, to_json
from .commands import MaturityNoun, Nouns

if TYPE_CHECKING:
    from .commands import Date, Document

    Absence = Union[Date, tuple[Date, Date]]  # a day, or the first and the last

OscalModel = Literal["catalog", "profile", "component-definition", "ssp", "assessment-plan", "assessment-results", "poam", "mapping"]
ReportName = Literal["audit", "checklist", "dashboard", "evidence", "gap", "management-review", "nonconformities", "nonconformity", "plan",
                     "programme", "readiness", "risks", "soa", "treatment-plan"]


def _options(actor: str | None, at: datetime.datetime | str | None, seed: str | None, read_only: bool = False,
             write_ahead: bool = False, fold_all: bool = False) -> Any:
    size = ctypes.sizeof(_abi.annexa_workspace_options)
    options = _abi.annexa_workspace_options(size, int(read_only), ctypes.pointer(ENVIRONMENT), borrowed(actor),
                                            borrowed(None if at is None else instant(at)), borrowed(seed),
                                            int(write_ahead), int(fold_all))
    return ctypes.byref(options)


def _given(options: Mapping[str, Any]) -> tuple[bytes, int]:
    """Options as a document, without those that are None."""
    return text(json.dumps(to_json({name: value for name, value in options.items() if value is not None}), ensure_ascii=False))


def _team(team: Sequence[str | records.TeamMember | Document]) -> list[Any]:
    """Members as they are; of people by key the first leads."""
    if isinstance(team, str):
        raise TypeError(f'team is a list of people, or "any", not {team!r}')
    return [{"person": each, "role": "auditor" if i else "lead"} if isinstance(each, str) else each for i, each in enumerate(team)]


def _in_zone(parameters: Document | None, zone: str | None) -> Document | None:
    if zone is None:
        return parameters
    given = dict(parameters or {})
    return given | {"hours": dict(given.get("hours") or {}) | {"zone": zone}}


def _spans(person: str, spans: Absence | Sequence[tuple[Date, Date]]) -> list[tuple[Date, Date]]:
    """A day, a first and a last day, or a list of such pairs, as pairs."""
    if isinstance(spans, (str, datetime.date)):
        return [(spans, spans)]
    days = [isinstance(each, (str, datetime.date)) for each in spans]
    pairs = [spans] if len(days) == 2 and all(days) else spans
    if not all(isinstance(each, (tuple, list)) and len(each) == 2 for each in pairs):
        raise TypeError(f"unavailable[{person!r}] is a day, a first and a last day, or a list of such pairs, not {spans!r}")
    return [(first, last) for first, last in pairs]  # type: ignore[misc]


class Maturity(MaturityNoun):
    """Records "maturity", the command that rates, and what the ratings come to."""

    def __call__(self) -> dict[str, Any]:
        """Minimum, weighted mean and what is not rated: `{"ratings", "overall", "pillars", "clauses", "themes"}`."""
        found: dict[str, Any] = document("annexa_workspace_maturity", self._workspace._handle)
        return found


class Workspace(Nouns):
    """A workspace. Made by `open` and `create`; a context manager that closes it.

    Every noun is a member: `ws.units` holds its records, and so does `ws.unit`, whose methods are the commands:
    `ws.unit.add("U-1", name="Sales")`. Threads may share one.
    """

    def __init__(self, opened: int, storage: StoreOps | None = None) -> None:
        """For `open` and `create`: takes over a handle of the C interface, which may use a storage of the host's."""
        self._handle = opened
        self._storage = storage
        self._close = weakref.finalize(self, function("annexa_workspace_close"), opened)

    def close(self) -> None:
        """Closes the workspace; what was acknowledged is kept. Closing twice does nothing."""
        self._close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<annexa.Workspace {'open' if self._close.alive else 'closed'}>"

    # ---- Writing

    def apply(self, commands: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> Any:
        """Decides one command, or several in one transaction, and records what they come to: all or nothing.

        Returns the answer `{"size", "events", "warnings"}`, a list of them for several commands.
        """
        given = to_json(commands if isinstance(commands, Mapping) else list(commands))
        return document("annexa_workspace_apply", self._handle, *text(json.dumps(given, ensure_ascii=False)))

    def refresh(self) -> int:
        """Reads what others appended since; the number of events in the journal now. `apply` does so by itself."""
        size = ctypes.c_uint64()
        check("annexa_workspace_refresh", self._handle, ctypes.byref(size))
        return size.value

    def import_file(self, path: str | os.PathLike[str], **options: Any) -> ImportReport:
        """Imports a table from a file: `import_files` of one, with the same options. Of a workbook with several tables the first report is
        given; `import_files` gives all."""
        return self.import_files([path], **options)[0]

    def import_files(self, paths: Iterable[str | os.PathLike[str]], *, kind: str | None = None,
                     map: Mapping[str, str] | None = None, existing: Literal["update", "skip", "refuse"] = "update",
                     partial: bool = False, create_missing: bool = False, method: str | None = None,
                     dates: Literal["unknown", "day-first", "month-first"] = "unknown", encoding: str | None = None,
                     delimiter: str | None = None, dry_run: bool = False, sheet: str | int | None = None, audit: str | None = None,
                     progress: Progress = "auto") -> list[ImportReport]:
        """Imports tables (CSV, XLSX, JSON, JSON lines): all of their rows in one transaction, or none if one is rejected and it is not
        `partial`. A later table may name what an earlier one brings. One report for each table; a workbook can hold several.

        kind: what they hold, found out when left out, as are encoding ("utf-8", "utf-16le", "utf-16be", "windows-1252") and
        delimiter (",", ";", "|", "tab"); "workspace" is what `export("workspace")` writes, with all of its history, for a workspace
        that was made and not used yet. audit: the audit that findings and results of checklists belong to, where no column says. map: what columns hold, by their header ("-" leaves one out). existing: what happens to
        rows whose record exists. create_missing: adds people, units and assets that are only named. dry_run: only reports.
        sheet: name of a sheet of a workbook, or its number from 1, or "*" for all that fit; when left out, the one whose header fits.
        Rejected rows are in the report; a file that cannot be read is a `UsageError`.
        """
        sources = [pathlib.Path(path) for path in paths]
        options = {"kind": kind or "", "map": [{"column": column, "field": field} for column, field in (map or {}).items()],
                   "existing": existing, "partial": partial, "create_missing": create_missing, "method": method or "",
                   "dates": dates, "encoding": encoding or "", "delimiter": delimiter or "", "dry_run": dry_run,
                   "sheet": "" if sheet is None else str(sheet), "audit": audit or ""}
        with Task(progress) as task:
            found = document("annexa_workspace_import", self._handle, texts(source.name for source in sources),
                             texts(source.read_bytes() for source in sources), len(sources), *text(json.dumps(options)), task)
        return [ImportReport(each) for each in (found if isinstance(found, list) else [found])]

    # ---- Planning

    def propose_programme(self, *, start: Date, years: int | None = None, audits_per_year: int | None = None,
                          unit_interval: int | None = None, clause_interval: int | None = None,
                          control_interval: int | None = None, minutes_per_month: int | None = None,
                          minutes_per_criterion: int | None = None,
                          freezes: Sequence[records.FreezeWindow | Document] | None = None,
                          cycle: int | None = None, wanted_minutes_per_month: int | None = None, seed: int | None = None,
                          iterations: int | None = None, language: str | None = None, certificate: bool | None = None,
                          amend: str | None = None, because: str | None = None,
                          released: Sequence[records.ReleasedCoverage | Document] | None = None, parameters: Document | None = None,
                          progress: Progress = "auto") -> ProposedProgramme:
        """Proposes an audit programme over everything in scope, or an amendment of one in force; `ws.adopt(...)` records it.

        audits_per_year: months in which audits are wanted. unit_interval, clause_interval, control_interval: most months between
        two audits of the same. minutes_per_month: audit time that a month offers. freezes: days on which nobody may be audited.
        cycle: months within which every unit is audited. wanted_minutes_per_month: audit time that a month is to have. seed,
        iterations: of the search and where it stops. language: of reasons, en, de or fr. certificate: True for every constraint
        with its numbers. amend: the programme in force that is amended from `start` on, because: why; released: what is owed no more, as
        `{"unit": "U-3", "because": "…"}`; what else is left out is then as it was decided. parameters: others of "programme-parameters", such as `{"follow_up_months": 2}`.
        """
        options = {**(parameters or {}), "from": start, "amend": amend, "because": because, "released": released, "years": years,
                   "audits_per_year": audits_per_year, "unit_interval": unit_interval,
                   "clause_interval": clause_interval, "control_interval": control_interval,
                   "minutes_per_month": minutes_per_month, "minutes_per_criterion": minutes_per_criterion, "freezes": freezes,
                   "cycle": cycle, "wanted_minutes_per_month": wanted_minutes_per_month, "seed": seed,
                   "iterations": iterations, "language": language, "certificate": certificate}
        with Task(progress) as task:
            return ProposedProgramme(document("annexa_workspace_propose_programme", self._handle, *_given(options), task), self,
                                     minutes_per_month)

    def propose_plan(self, audit: str, *, start: Date | None = None, until: Date | None = None,
                     team: Sequence[str | records.TeamMember | Document] | Literal["any"] = (), zone: str | None = None,
                     parameters: Document | None = None, progress: Progress = "auto") -> ProposedPlan:
        """Proposes the plan of an audit, one on record or one of a programme; `ws.adopt(...)` records it.

        start, until: the days between which it takes place. team: who audits, the lead first; "any" for a team that is chosen although
        one is on record; that on record, or else a chosen one, when left out. zone: the time zone of the meetings, that of the units or
        of the organisation when left out. parameters: lengths and hours, such as `{"session_minutes": 60}`; what is left out is as
        usual. Zones come from the system's database, or from the folder that the environment variable TZDIR names.
        """
        options = {"from": start, "until": until, "team": None if team == "any" else _team(team),
                   "choose_team": True if team == "any" else None, "parameters": _in_zone(parameters, zone)}
        with Task(progress) as task:
            return ProposedPlan(self, document("annexa_workspace_propose_plan", self._handle, *text(audit), *_given(options), task))

    def propose_replan(self, audit: str, *, unavailable: Mapping[str, Absence | Sequence[tuple[Date, Date]]] | None = None,
                       conflicts: Sequence[tuple[str, str]] = (), add: Sequence[str] = (), drop: Sequence[str] = (),
                       move: Sequence[str] | Literal["all"] = (), start: Date | None = None, until: Date | None = None,
                       zone: str | None = None, reason: str = "", parameters: Document | None = None,
                       progress: Progress = "auto") -> ProposedReplan:
        """Plans an audit anew whose plan is on record, with the least change; `ws.adopt(...)` records it.

        unavailable: who is away, `{"P-3": ("2026-03-02", "2026-03-06")}`: a day, a first and a last day, or a list of such pairs.
        conflicts: pairs of a
        person and a unit that they are not independent of any more. add: units to be visited, too. drop: units and sessions that are
        not part of it any more. move: sessions that may change although they were sent, or "all". start, until: the days between which
        it takes place. reason: why the plan changes, for the record. What the records say already need not be said.
        """
        absences = [{"person": person, "from": first, "until": last}
                    for person, spans in (unavailable or {}).items() for first, last in _spans(person, spans)]
        options = {"unavailable": absences, "conflicts": [{"person": person, "unit": unit} for person, unit in conflicts],
                   "add": list(add), "drop": list(drop), "move": [move] if isinstance(move, str) else list(move), "from": start,
                   "until": until, "reason": reason, "parameters": _in_zone(parameters, zone)}
        with Task(progress) as task:
            return ProposedReplan(self, document("annexa_workspace_propose_replan", self._handle, *text(audit), *_given(options), task))

    def propose_season(self, *, start: Date, until: Date, auditors: Sequence[records.SeasonAuditor | Document] = (),
                       closures: Sequence[records.Closure | Document] = (), parameters: Document | None = None,
                       progress: Progress = "auto") -> ProposedSeason:
        """Proposes days and a team for every audit without sessions, on record or in a programme; `ws.adopt(...)` records them.

        start, until: the days of the season. auditors: what they cost and where they are at home. closures: days on which a person or
        a unit cannot, beside what is on record. parameters: how long is searched, such as `{"rounds": 5000, "language": "de"}`.
        """
        options = {"from": start, "until": until, "auditors": auditors, "closures": closures, "parameters": parameters}
        with Task(progress) as task:
            return ProposedSeason(document("annexa_workspace_propose_season", self._handle, *_given(options), task))

    def adopt(self, proposal: ProposedPlan | ProposedProgramme | ProposedReplan | ProposedSeason) -> Any:
        """Records what was proposed. A plan with a conflict raises `RuleError`.

        Returns the answer `{"size", "events", "warnings"}`; for a plan made anew and for a season a list of them, which may be empty.
        """
        if not isinstance(proposal, (ProposedPlan, ProposedProgramme, ProposedReplan, ProposedSeason)):
            raise TypeError(f"adopt() takes what a propose_ method answered, not {type(proposal).__name__}")
        commands = complete(proposal)
        return self.apply(commands) if commands else []

    def calendar(self, audit: str, *, organizer: str = "", organizer_name: str = "", confidential: bool = False,
                 cancellations: bool = False, sessions: Sequence[records.Session | Document] | None = None) -> bytes:
        """The sessions of an audit as iCalendar: those on record, or the ones given.

        With the mail address of an organizer it is an invitation of those who take part. confidential: without saying what is
        audited, nor against what. cancellations: takes back what was sent (`audit.send-plan`) and is not so any more; empty if there
        is nothing to take back.
        """
        options = {"organizer": organizer, "organizer_name": organizer_name, "confidential": confidential,
                   "cancellations": cancellations, "sessions": sessions}
        return content("annexa_workspace_calendar", self._handle, *text(audit), *_given(options))

    def plan_picture(self, audit: str, view: Literal["auditors", "units", "load"] = "auditors", *, title: str = "", width: int | None = None,
                     people: Literal["functions", "names"] = "functions") -> Picture:
        """The recorded plan of an audit, drawn: its sessions by auditor or by unit, or the hours of each auditor."""
        sessions = [each for each in self.show("session") if each["audit"] == audit]
        return plan_picture(view, sessions=sessions, labels=self.picture_labels(people), title=title, width=width)

    def programme_picture(self, key: str, view: Literal["programme", "capacity"] = "programme", *, minutes_per_month: int | None = None,
                          title: str = "", width: int | None = None) -> Picture:
        """A recorded programme, drawn: units by month, or the hours of each month."""
        return plan_picture(view, programme=self.show("programme", key), labels=self.picture_labels(), minutes_per_month=minutes_per_month,
                            title=title, width=width)

    def picture_labels(self, people: Literal["functions", "names"] = "functions") -> list[dict[str, Any]]:
        """How pictures name people and units, and how much each unit's audit weighs: `labels` for `annexa.plan_picture`."""
        found: list[dict[str, Any]] = document("annexa_workspace_picture_labels", self._handle, *text(people))
        return found

    # ---- Reading

    def show(self, noun: str, key: str | None = None) -> Any:
        """The records of a noun as documents; with a key that one, or NotFound."""
        return document("annexa_workspace_query", self._handle, *text(noun), *text(key))

    def status(self) -> dict[str, Any]:
        """What is due, overdue, blocked and next, and the figures: `{"at", "items", "kpis"}`."""
        found: dict[str, Any] = document("annexa_workspace_status", self._handle)
        return found

    def soa_diff(self, earlier: int | str, later: int | str = "current") -> dict[str, Any]:
        """What changed between two versions of the statement of applicability, each by number, by key or "current":
        `{"from", "to", "added", "removed", "changed", "unchanged"}`.
        """
        found: dict[str, Any] = document("annexa_workspace_soa_diff", self._handle, *text(str(earlier)), *text(str(later)))
        return found

    def soa_migration(self, edition: str = "iso27001-2013") -> dict[str, Any]:
        """What `ws.soa.migrate()` would record, and what a human has to look at: `{"from", "to", "rows", "retired", "notes"}`."""
        found: dict[str, Any] = document("annexa_workspace_soa_migration", self._handle, *text(edition))
        return found

    def gap(self, framework: str) -> dict[str, Any]:
        """What of a framework is met, directly and through crosswalks: `{"framework", "title", "requirements", "totals"}`.

        Each requirement says through which controls, with their assessments and evidence. What nobody assessed is not met.
        """
        found: dict[str, Any] = document("annexa_workspace_gap", self._handle, *text(framework))
        return found

    def crosswalk(self, source: str, target: str, *, through: str | None = None) -> list[dict[str, Any]]:
        """The mappings between two catalogs, either of which may be one of the organisation's own that was adopted here.

        As those of `annexa.crosswalk`: stated ones in either direction, or composed over the catalog `through`."""
        found: list[dict[str, Any]] = document("annexa_workspace_crosswalk", self._handle, *text(source), *text(target),
                                               *text(through or ""))
        return found

    def risk_scores(self, method: str = "") -> list[dict[str, Any]]:
        """The open risks scored as things stand: `risk`, `method`, `inherent`, `current`, `residual`, `target`, each stage with what it rests on.

        `method` scores every rating by that method, on record or built in, instead of each by its own."""
        found: list[dict[str, Any]] = document("annexa_workspace_risk_scores", self._handle, *text(method))
        return found

    def risk_groups(self, by: str = "unit", stage: str = "residual") -> list[dict[str, Any]]:
        """The open risks summed up by "unit", "asset", "category" or "owner": `highest` band, count per band in `bands`, `annual_loss`."""
        found: list[dict[str, Any]] = document("annexa_workspace_risk_groups", self._handle, *text(by), *text(stage))
        return found

    def risk_trend(self, stage: str = "residual") -> list[dict[str, Any]]:
        """How many risks were in each band at the end of each day on which one was scored: `on` and `bands`."""
        found: list[dict[str, Any]] = document("annexa_workspace_risk_trend", self._handle, *text(stage))
        return found

    def heat_map(self, stage: Literal["inherent", "current", "residual", "target", "all"] = "residual", method: str = "", *,
                 width: int = 0) -> Picture:
        """The open risks by likelihood and impact: `ws.heat_map("all").save("heat.svg")` draws the four stages side by side.

        `method` is the key of a method on record; without it, the one that most open risks were scored by is taken."""
        return Picture(content("annexa_workspace_heat_map", self._handle, *text(stage), *text(method), width))

    def risk_trend_chart(self, stage: Literal["inherent", "current", "residual", "target"] = "residual", *, width: int = 0) -> Picture:
        """How many risks were in each band over time, drawn: a chart for each method."""
        return Picture(content("annexa_workspace_risk_trend_chart", self._handle, *text(stage), width))

    def asset_values(self) -> list[dict[str, Any]]:
        """What each asset is worth, with what depends on it: `asset`, the three properties, `inherited_from`."""
        found: list[dict[str, Any]] = document("annexa_workspace_asset_values", self._handle)
        return found

    def readiness(self) -> dict[str, Any]:
        """What a stage 1 auditor would ask for, and whether it is there: `{"on", "ready", "items", "totals"}`."""
        found: dict[str, Any] = document("annexa_workspace_readiness", self._handle)
        return found

    def kpis(self, *, until: datetime.date | str | None = None, months: int | None = None, periods: int | None = None) -> dict[str, Any]:
        """The indicators by period: `{"on", "months", "periods": [{"from", "until", "values"}], "unverified"}`.

        `ax.kpi_definitions()` says what each of them means. The last period ends on `until`, today when left out."""
        asked = {"until": None if until is None else str(until), "months": months, "periods": periods}
        found: dict[str, Any] = document("annexa_workspace_kpis", self._handle, *_given(asked))
        return found

    def review(self, key: str | None = None, *, from_: datetime.date | str | None = None,
               until: datetime.date | str | None = None) -> dict[str, Any]:
        """The inputs of a management review, 9.3.2 a to g: `{"review", "from", "until", "inputs", "not_provided"}`.

        With the key of a recorded review its inputs as they were frozen; else what one of today would have on its table."""
        asked = {"management_review": key, "from": None if from_ is None else str(from_), "until": None if until is None else str(until)}
        found: dict[str, Any] = document("annexa_workspace_review", self._handle, *_given(asked))
        return found

    @property
    def maturity(self) -> Maturity:
        """Maturity: `ws.maturity()` is what the ratings come to, `ws.maturity.rate(...)` records one."""
        return Maturity(self)

    def export(self, noun: str, format: Literal["csv", "json", "jsonl", "xlsx", "yaml"] | None = None) -> bytes:
        """The records of a noun as a file that imports again without loss. "workspace" is everything with its history, as one JSON
        document, or as "xlsx" all records, a sheet each; "catalog:KEY" as "yaml" a catalog of one's own as a library of CISO Assistant."""
        return content("annexa_workspace_export", self._handle, *text(noun), *text(format or ("json" if noun == "workspace" else "csv")))

    def report(self, kind: ReportName, key: str = "", *, format: Literal["html", "md", "json", "xlsx", "pdf"] = "html",
               people: Literal["functions", "names"] = "functions", draft: bool = False, language: str = "",
               branding: Branding | None = None, template: Template | None = None,
               parts: Mapping[str, Template] | None = None, progress: Progress = "auto") -> Report:
        """A report: `ws.report("audit", "A-2026-1").save("audit.html")`. What it lacks is listed in a `RuleError`.

        key: the audit or nonconformity; for evidence an audit, all evidence when empty; a programme, the last in force when empty; for a gap the framework; a management review, the last one when empty; for a statement of applicability the version, the last approved one when empty.
        language: of labels, dates and numbers, en, de or fr; the audit's when empty, else the organisation's.
        branding: logo, colours, cover text and label of the host. template: a Mustache template for html, md or pdf, as text or the path
        of a file, filled by a report-view (`ax.schema("report-view")`); parts: what it takes in by `{{> name}}`, by name.
        """
        options: dict[str, Any] = {"format": format, "people": people, "draft": draft, "language": language}
        if branding is not None:
            options["branding"] = branding.to_json()
        if template is not None:
            options["template"] = template_document(template, parts or {})
        with Task(progress) as task:
            written = content("annexa_workspace_report", self._handle, *text(kind), *text(key), *text(json.dumps(options)), task)
        return Report(kind, key, format, written)

    def oscal(self, model: OscalModel, key: str | None = None, *, people: Literal["functions", "names"] = "functions",
              language: str = "", last_modified: datetime.datetime | str | None = None) -> Report:
        """What the workspace knows as an OSCAL document: `ws.oscal("assessment-results", "A-2026-1").save("results.json")`.

        key: the programme or audit of an assessment-plan, the audit of assessment-results, the audit or nonconformity of a poam (all of
        them when left out); a catalog's id (iso27001-2022); the version of the statement of applicability in a profile, ssp or
        component-definition (the rows as they are now); "FROM:TO" of a mapping (all crosswalks). people="names" lets personal texts go out. last_modified: the time of the latest event when left out.
        """
        when = last_modified.isoformat() if isinstance(last_modified, datetime.datetime) else last_modified
        asked = {"people": people, "language": language, "last_modified": when}
        written = content("annexa_workspace_oscal", self._handle, *text(model), *text(key), *_given(asked))
        return Report(model, key or "", "json", written)

    def pack(self, audit: str, checkpoint: Given | None = None, *, key: Key | None = None,
             people: Literal["functions", "names"] = "functions", language: str = "", progress: Progress = "auto") -> Report:
        """The evidence pack of an audit: `ws.pack("A-2026-1", key="key.pem").save("A-2026-1.zip")`.

        One ZIP archive with report, evidence list, plan, records, every event of them and programs that check all of it with nothing but
        Python. checkpoint: what the events are proved against; with a key instead, one that is signed now; without both there are no proofs.
        """
        if checkpoint is not None and key is not None:
            raise ValueError("a pack takes a checkpoint, or a key to sign one, not both")
        note = b"" if checkpoint is None and key is None else given(self.checkpoint(key) if key is not None else checkpoint)  # type: ignore[arg-type]
        with Task(progress) as task:
            packed = content("annexa_workspace_pack", self._handle, *text(audit), note, len(note),
                             *_given({"people": people, "language": language}), task)
        return Report("pack", audit, "zip", packed)

    def steps(self, nonconformity: str, actor: str | None = None) -> list[dict[str, Any]]:
        """Which steps a nonconformity may take now, and what refuses the others."""
        found: list[dict[str, Any]] = document("annexa_workspace_steps", self._handle, *text(nonconformity), *text(actor))
        return found

    def checklist(self, audit: str) -> records.Checklist:
        """What to ask about each criterion of an audit: `lines` with question, evidence, methods, earlier findings, verdict."""
        return records.Checklist.from_json(document("annexa_workspace_checklist", self._handle, *text(audit)))

    def similar(self, key: str) -> records.SimilarFindings:
        """What is similar to a finding or nonconformity, in every unit and audit: `hits`, the most similar first."""
        return records.SimilarFindings.from_json(document("annexa_workspace_similar", self._handle, *text(key)))

    def propose_grade(self, finding: str, answers: Mapping[str, Any] | None = None) -> records.GradeProposal:
        """The grade that follows for a finding from the tests of ISO/IEC 17021-1; nothing is recorded, a person decides.

            ws.propose_grade("F-2", {"capability_affected": False, "capability_because": "Nothing was lost", ...}).grade

        Without `answers` those on record are taken."""
        given = json.dumps(to_json(answers), ensure_ascii=False) if answers else ""
        return records.GradeProposal.from_json(document("annexa_workspace_grade_proposal", self._handle, *text(finding), *text(given)))

    def snapshot(self) -> dict[str, Any]:
        """Everything the workspace knows, as `decide` takes it. It holds personal texts with their salts."""
        found: dict[str, Any] = document("annexa_workspace_snapshot", self._handle)
        return found

    def events(self, after: int = 0, limit: int | None = None) -> Iterator[dict[str, Any]]:
        """The journal from the event behind the first `after` on: `{"position", "leaf", "event"}`."""
        while limit is None or limit > 0:
            page = document("annexa_workspace_events", self._handle, after, 10_000 if limit is None else limit)
            if not page:
                return
            yield from page
            after += len(page)
            limit = None if limit is None else limit - len(page)

    def blob(self, sha256: str) -> dict[str, Any]:
        """The data of an event that holds `{"blob": {"sha256", "size"}}` in their place, because they did not fit into it."""
        found: dict[str, Any] = document("annexa_workspace_blob", self._handle, *text(sha256))
        return found

    def stats(self) -> dict[str, Any]:
        """What the workspace holds: `{"workspace", "size", "root", "snapshot", "records": {"units": 12, …}}`."""
        found: dict[str, Any] = document("annexa_workspace_stats", self._handle)
        return found

    @property
    def root(self) -> str:
        """The root of the tree over the journal: 64 hexadecimal digits. Kept elsewhere, it proves any change."""
        return content("annexa_workspace_root", self._handle).decode()

    # ---- Tamper evidence

    def verify(self, progress: Progress = "auto", *, checkpoint: Given | Iterable[Given] | None = None,
               public_key: PublicKey | Iterable[PublicKey] | None = None, origin: str | None = None,
               witnesses: int = 0, rotations: Iterable[Given] = ()) -> dict[str, Any]:
        """Recomputes the journal from its bytes: `{"size", "root", "ok", "problems"}`.

        checkpoint: one that was kept elsewhere, or several: then what was cut off, restored or written anew since is found, too.
        public_key, origin, witnesses, rotations: what you trust, as for `annexa.check_checkpoint`; a checkpoint that does not hold is an
        `IntegrityError`.
        """
        if (checkpoint is None) != (public_key is None):
            raise ValueError("checkpoint and public_key go together")
        with Task(progress) as task:
            if checkpoint is None or public_key is None:
                found: dict[str, Any] = document("annexa_workspace_verify", self._handle, task)
                return found
            kept = {"checkpoints": given_texts(checkpoint), "keys": public_keys(public_key), "origin": origin, "witnesses": witnesses,
                    "rotations": given_texts(rotations)}
            held: dict[str, Any] = document("annexa_workspace_verify_kept", self._handle, *_given(kept), task)
        return held

    def checkpoint(self, key: Key, *, origin: str | None = None, after: Given | None = None) -> Checkpoint:
        """Signs the journal as it is now: `ws.checkpoint("key.pem", after="last.note").save("last.note")`.

        after: the checkpoint that was signed before, kept elsewhere; what does not go on from it is not signed. origin: the name of
        the journal, the same for ever; "annexa/" and the UUID of the workspace when left out.
        """
        pem = private_key(key)
        options = {"origin": origin, "after": None if after is None else given_text(after)}
        return Checkpoint(content("annexa_workspace_checkpoint", self._handle, pem, len(pem), *_given(options)).decode())

    def rotate_key(self, old_key: Key, new_key: Key, *, reason: str, origin: str | None = None) -> Rotation:
        """Hands the key of the journal over to the next one and puts that on record (`key.rotate`); gives the note that both signed,
        for who trusts the old one (`rotations`)."""
        name = origin or Checkpoint(content("annexa_workspace_checkpoint", self._handle, private_key(old_key),
                                            len(private_key(old_key)), *text("")).decode()).origin
        note = rotate_key(name, old_key, new_key)
        self.apply({"command": "key.rotate", "old_key": note.old_key, "new_key": note.new_key, "rotation": note.text, "reason": reason})
        return note

    def prove(self, event: int | str | Mapping[str, Any], checkpoint: Given | None = None, *, key: Key | None = None) -> Proof:
        """Proves that an event stands in the journal of a checkpoint; with a key instead, of one that is signed now.

        event: its position, from 0, its id, or a row of `events`. `annexa.check_event_proof` checks it without the workspace.
        """
        if (checkpoint is None) == (key is None):
            raise ValueError("a proof takes a checkpoint, or a key to sign one")
        note = given(self.checkpoint(key) if key is not None else checkpoint)  # type: ignore[arg-type]
        which = str(event["position"] if isinstance(event, Mapping) else event)
        return Proof(content("annexa_workspace_prove_event", self._handle, *text(which), note, len(note)).decode())

    def prove_history(self, older: Given, checkpoint: Given) -> Proof:
        """Proves that the journal of a checkpoint goes on where that of an older one ended, for who kept the older one."""
        before, note = given(older), given(checkpoint)
        return Proof(content("annexa_workspace_prove_history", self._handle, before, len(before), note, len(note)).decode())

    def backup(self, path: str | os.PathLike[str], *, compact: bool = False, progress: Progress = "auto") -> dict[str, Any]:
        """Copies the workspace to a new file while it stays in use, and verifies the copy: its `{"size", "root"}`.

        compact: leaves out what the file does not use any more, while the workspace waits. An existing file is refused, and
        nothing is left of a copy that failed or does not verify.
        """
        with Task(progress) as task:
            found: dict[str, Any] = document("annexa_workspace_backup", self._handle, *text(path), int(compact), task)
        return found


class Pool:
    """The workspaces of many tenants in one process: each is open once, whoever asks for it, and those that nobody uses stay as long
    as there is room. A context manager. Threads may share one.

        with ax.Pool(max_memory=512 << 20) as pool:
            with pool.open("postgres://db.example/audits?tenant=acme") as ws:
                ...
    """

    def __init__(self, *, max_memory: int = 256 << 20, actor: str | None = None, at: datetime.datetime | str | None = None,
                 seed: str | None = None, read_only: bool = False) -> None:
        """max_memory: most bytes that states may take together, about; what is in use is never let go. 0 keeps nothing else. The other
        options are those of `open`, for each workspace."""
        if max_memory < 0:
            raise ValueError(f"max_memory is a number of bytes from 0, not {max_memory}")
        self._handle = handle("annexa_pool_create", max_memory, _options(actor, at, seed, read_only))
        self._close = weakref.finalize(self, function("annexa_pool_close"), self._handle)

    def open(self, path: str | os.PathLike[str]) -> Workspace:
        """A workspace that is there already, up to date with its journal. Closing it gives it back to the pool."""
        return Workspace(handle("annexa_pool_open", self._handle, *text(path)))

    def figures(self) -> dict[str, int]:
        """What it holds and did: `{"open", "in_use", "memory", "opened", "let_go"}`, memory in bytes."""
        found: dict[str, int] = document("annexa_pool_figures", self._handle)
        return found

    def close(self) -> None:
        """Ends the pool; workspaces in use stay open until they are closed. Closing twice does nothing."""
        self._close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<annexa.Pool {'open' if self._close.alive else 'closed'}>"


def open(path: str | os.PathLike[str] | Storage, *, actor: str | None = None, at: datetime.datetime | str | None = None,
         seed: str | None = None, read_only: bool = False, write_ahead: bool = False, fold_all: bool = False,
         progress: Progress = "auto") -> Workspace:
    """Opens the workspace in a file, that of a tenant of a PostgreSQL server (`postgres://…?tenant=KEY`), or that in the storage of the
    host (`Storage`).

    actor: who acts, unless a command says another. at, seed: stop the clock and derive identifiers and salts, for runs that
    can be repeated; never for real records. write_ahead: appends through a write-ahead log, which is faster, but nobody else can
    open the file meanwhile; what is closed is one file like any other. fold_all: makes the state of all events, and not of the one
    that is kept beside them.
    """
    options = _options(actor, at, seed, read_only, write_ahead, fold_all)
    with Task(progress) as task:
        if isinstance(path, Storage):
            storage = StoreOps(path)
            return Workspace(handle("annexa_workspace_open_in_store", ctypes.byref(storage.ops), options, task), storage)
        return Workspace(handle("annexa_workspace_open", *text(path), options, task))


def create(path: str | os.PathLike[str] | Storage | None, *, organization: str, actor: str | None = None,
           at: datetime.datetime | str | None = None, seed: str | None = None, write_ahead: bool = False) -> Workspace:
    """Makes a workspace in a new file, for a new tenant of a server (`postgres://…?tenant=KEY`), or in the storage of the host
    (`Storage`) that holds no event yet; in memory if the path is None. Options as for `open`."""
    options = _options(actor, at, seed, write_ahead=write_ahead)
    if path is None:
        return Workspace(handle("annexa_workspace_create_in_memory", *text(organization), options))
    if isinstance(path, Storage):
        storage = StoreOps(path)
        return Workspace(handle("annexa_workspace_create_in_store", ctypes.byref(storage.ops), *text(organization), options), storage)
    return Workspace(handle("annexa_workspace_create", *text(path), *text(organization), options))
