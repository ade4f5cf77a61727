"""The records of annexa as values. Made by tools/generate_python.py from the schemas."""
from __future__ import annotations

import datetime
import decimal
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, Mapping

from ._record import Read, Record, date, instant, list_of, money, number
from ._values import Money

ActionState = Literal[
    "proposed", "approved", "in-progress", "done", "verified", "effective", "ineffective", "cancelled",
]
AppetiteBand = Literal["within-appetite", "within-tolerance", "above-tolerance"]
AssetKind = Literal["information", "software", "hardware", "service", "site", "people"]
AuditKind = Literal["internal", "follow-up", "special", "supplier", "combined", "remote"]
AuditState = Literal["planned", "approved", "open", "concluded", "reported", "cancelled"]
Capacity = Literal[
    "anybody", "auditor", "lead-auditor", "programme-manager", "process-owner", "action-owner", "isms-manager",
    "verifier", "top-management", "risk-owner", "clock",
]
CatalogNature = Literal["framework", "policy", "law", "contract"]
CauseMethod = Literal["five-whys", "ishikawa", "fault-tree", "other", "eight-d"]
ChangeState = Literal["proposed", "planned", "done", "dropped"]
ControlFrequency = Literal["annual", "quarterly", "monthly", "weekly", "daily", "many-times-a-day"]
CorrectionState = Literal["pending", "scheduled", "done", "not-applicable"]
Credit = Literal["full", "part", "none"]
CvssBasis = Literal["score", "exploitability", "impact"]
DayPart = Literal["morning", "afternoon"]
DayUnit = Literal["working", "calendar"]
DecisionState = Literal["open", "done", "dropped"]
DeviationEnd = Literal["restart", "resume"]
DisputeKind = Literal["fact", "requirement", "grade", "owner"]
DocumentKind = Literal["policy", "procedure", "plan", "register", "report", "record", "agreement", "other"]
DrawMethod = Literal["simple", "stratified", "systematic", "multi-site", "judgement"]
DriverKind = Literal["risk", "legal", "contract", "baseline"]
DutyEffect = Literal["allow", "warn", "deny"]
EffectBasis = Literal["estimated", "audited", "tested"]
EffectRule = Literal["multiplicative", "best-single"]
EffectUse = Literal[
    "counted", "not-implemented", "retired", "excluded", "other-threat", "in-treatment", "weaker", "at-the-lowest",
]
EffectivenessResult = Literal["effective", "partial", "ineffective"]
EvidenceForm = Literal["copied", "redacted", "seen"]
EvidenceKind = Literal["document", "statement", "observation", "technical-test"]
ExtensionState = Literal["requested", "granted", "refused"]
FeedbackKind = Literal["complaint", "praise", "suggestion", "enquiry", "survey", "other"]
FindingKind = Literal["nonconformity", "observation", "opportunity", "strength"]
FindingState = Literal["raised", "accepted", "declined", "withdrawn"]
FollowUpResult = Literal["lasting", "not-lasting", "in-progress", "not-looked"]
Grade = Literal["minor", "major"]
ImplementationStatus = Literal["not-implemented", "planned", "partial", "implemented", "retired"]
IncidentSeverity = Literal["low", "medium", "high", "critical"]
IncidentState = Literal["reported", "dismissed", "responding", "resolved", "closed"]
IssueKind = Literal["internal", "external"]
ManagementReviewState = Literal["held", "approved", "closed"]
MeasureStatus = Literal["planned", "in-progress", "done", "cancelled"]
MeasurementGoal = Literal["at-least", "at-most"]
MeetingKind = Literal["opening", "team", "closing"]
MigrationQuestion = Literal[
    "applicable-differs", "status-differs", "responsible-differs", "split", "already-decided", "new-control",
    "not-in-statement", "no-successor", "still-named", "predecessor-missing", "key-taken",
]
NonconformitySource = Literal[
    "internal-audit", "external-audit", "incident", "complaint", "monitoring", "management-review", "self-reported",
]
NonconformityState = Literal[
    "draft", "issued", "acknowledged", "analysis", "plan-review", "implementing", "verification", "effectiveness",
    "closed", "withdrawn", "disputed", "accepted-deviation", "merged",
]
ObjectiveResult = Literal["met", "not-met", "not-determined"]
ObjectiveState = Literal["open", "achieved", "missed", "dropped"]
ObligationKind = Literal["law", "regulation", "contract", "licence", "other"]
PaperState = Literal["prepared", "sent-back", "reviewed"]
PlanEventKind = Literal["sent", "objected", "answered", "changed", "approved"]
ProgrammeState = Literal["proposed", "approved"]
ReadinessState = Literal["present", "missing", "stale", "not-applicable"]
RecurrencePolicy = Literal["reopen", "new-linked"]
ReducedPart = Literal["likelihood", "impact", "vulnerability", "score"]
RequestState = Literal["open", "delivered", "accepted", "declined", "withdrawn"]
ReviewDecisionKind = Literal["improvement", "isms-change", "other"]
RiskApproach = Literal["asset-based", "event-based"]
RiskAxis = Literal["likelihood", "impact", "vulnerability"]
RiskStage = Literal["inherent", "current", "residual", "target"]
RiskStatus = Literal["identified", "assessed", "treated", "accepted", "closed"]
RoleName = Literal[
    "top-management", "isms-manager", "programme-manager", "lead-auditor", "auditor", "expert", "risk-owner",
    "verifier",
]
SampleBasis = Literal["attribute", "frequency", "sites", "allocation"]
SampleConclusion = Literal["within", "not-shown", "limit-only", "none"]
ScoreBasis = Literal["judged", "computed"]
SessionKind = Literal["opening", "audit", "team", "closing"]
SignaturePurpose = Literal["closing", "withdrawal", "deviation"]
SiteStage = Literal["initial", "surveillance", "recertification"]
StatusKind = Literal["overdue", "escalated", "blocked", "due", "next"]
TeamRole = Literal["lead", "auditor", "expert", "trainee", "observer"]
TestResult = Literal["effective", "partial", "ineffective", "not-tested"]
TreatmentOption = Literal["modify", "retain", "avoid", "share"]
UnitKind = Literal["process", "site", "system", "supplier"]
Verdict = Literal[
    "conforming", "observation", "opportunity", "minor-nonconformity", "major-nonconformity", "not-assessed",
    "not-applicable",
]


@dataclass
class Absence(Record):
    """A record "absence"."""

    from_: datetime.date
    until: datetime.date
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class FactorRating(Record):
    """A record "factor-rating"."""

    value: int
    factor: str = ""


@dataclass
class ScoreReason(Record):
    """A record "score-reason"."""

    control: str
    reduces: ReducedPart
    use: EffectUse
    basis: EffectBasis
    status: ImplementationStatus | None = None
    effect: str = ""
    evidence: list[str] = field(default_factory=list)


@dataclass
class Score(Record):
    """A record "score"."""

    likelihood: int
    impact: int
    level: int
    impacts: list[int] = field(default_factory=list)
    band: str = ""
    authority: str = ""
    score: decimal.Decimal | None = None
    vulnerability: int | None = None
    factors: list[FactorRating] = field(default_factory=list)
    affects: list[str] = field(default_factory=list)
    basis: ScoreBasis | None = None
    because: list[ScoreReason] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "score": number,
        "factors": list_of(FactorRating.from_json),
        "because": list_of(ScoreReason.from_json),
    }


@dataclass
class Acceptance(Record):
    """A record "acceptance"."""

    accepted_by: str
    accepted_on: datetime.date
    score: Score
    authorised_by: str | None = None
    expires_on: datetime.date | None = None
    reason: str = ""
    method: str = ""
    version: int | None = None
    recorded_by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "accepted_on": date,
        "expires_on": date,
        "score": Score.from_json,
    }


@dataclass
class ExternalId(Record):
    """A record "external-id"."""

    system: str = ""
    id: str = ""


@dataclass
class Action(Record):
    """A record "action"."""

    key: str
    nonconformity: str
    cycle: int
    owner: str
    state: ActionState
    title: str = ""
    causes: list[int] = field(default_factory=list)
    due_on: datetime.date | None = None
    success_criterion: str = ""
    measurement: str = ""
    done_on: datetime.date | None = None
    done_by: str | None = None
    evidence: list[str] = field(default_factory=list)
    blocked_because: str = ""
    blocked_since: datetime.date | None = None
    cancelled_because: str = ""
    cancelling_approved_by: str | None = None
    inspected: str = ""
    measured: str = ""
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "due_on": date,
        "done_on": date,
        "blocked_since": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Agreement(Record):
    """A record "agreement"."""

    purpose: SignaturePurpose
    by: str
    on: datetime.date
    steps: int

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class Cause(Record):
    """A record "cause"."""

    text: str = ""
    whys: list[str] = field(default_factory=list)
    systemic: bool = False
    accepted_because: str = ""


@dataclass
class SimilarSearch(Record):
    """A record "similar-search"."""

    query: str = ""
    units: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    note: str = ""


@dataclass
class BranchCause(Record):
    """A record "branch-cause"."""

    text: str = ""
    confirmed: bool = False
    because: str = ""


@dataclass
class CauseBranch(Record):
    """A record "cause-branch"."""

    category: str = ""
    causes: list[BranchCause] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "causes": list_of(BranchCause.from_json),
    }


@dataclass
class Analysis(Record):
    """A record "analysis"."""

    method: CauseMethod
    analysts: list[str] = field(default_factory=list)
    review: str = ""
    causes: list[Cause] = field(default_factory=list)
    similar: SimilarSearch | None = None
    needs_action: bool = False
    needs_action_because: str = ""
    isms_changes: str = ""
    proportionality: str = ""
    method_name: str = ""
    account: str = ""
    branches: list[CauseBranch] = field(default_factory=list)
    top_management_informed: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "causes": list_of(Cause.from_json),
        "similar": SimilarSearch.from_json,
        "branches": list_of(CauseBranch.from_json),
    }


@dataclass
class Driver(Record):
    """A record "driver"."""

    kind: DriverKind
    reference: str = ""


@dataclass
class Applicability(Record):
    """A record "applicability"."""

    key: str
    control: str
    applicable: bool = False
    justification: str = ""
    drivers: list[Driver] = field(default_factory=list)
    status: ImplementationStatus | None = None
    responsible: str | None = None
    responsible_name: str = ""
    implementation: str = ""
    evidence: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    retired_on: datetime.date | None = None
    replaced_by: list[str] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "drivers": list_of(Driver.from_json),
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Assessment(Record):
    """A record "assessment"."""

    key: str
    audit: str
    criterion: str
    verdict: Verdict
    assessed_by: str
    assessed_on: datetime.date
    unit: str | None = None
    rating: str = ""
    design: TestResult | None = None
    operation: TestResult | None = None
    reason: str = ""
    sample: str = ""
    samples: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "assessed_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Asset(Record):
    """A record "asset"."""

    key: str
    kind: AssetKind
    name: str = ""
    description: str = ""
    owner: str | None = None
    unit: str | None = None
    classification: str = ""
    confidentiality: int | None = None
    integrity: int | None = None
    availability: int | None = None
    depends_on: list[str] = field(default_factory=list)
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class AssetValue(Record):
    """A record "asset-value"."""

    asset: str
    confidentiality: int | None = None
    integrity: int | None = None
    availability: int | None = None
    inherited_from: list[str] = field(default_factory=list)


@dataclass
class PinnedCatalog(Record):
    """A record "pinned-catalog"."""

    revision: int
    catalog: str = ""
    sha256: str | None = None


@dataclass
class TeamMember(Record):
    """A record "team-member"."""

    person: str
    role: TeamRole


@dataclass
class MeetingObjection(Record):
    """A record "meeting-objection"."""

    by: str | None = None
    subject: str = ""
    objection: str = ""
    answer: str = ""
    settled: bool = False


@dataclass
class Meeting(Record):
    """A record "meeting"."""

    kind: MeetingKind
    at: datetime.datetime
    place: str = ""
    attendees: list[str] = field(default_factory=list)
    notes: str = ""
    agenda: list[str] = field(default_factory=list)
    objections: list[MeetingObjection] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
        "objections": list_of(MeetingObjection.from_json),
    }


@dataclass
class DivergingOpinion(Record):
    """A record "diverging-opinion"."""

    subject: str = ""
    opinion: str = ""
    answer: str = ""


@dataclass
class Conclusion(Record):
    """A record "conclusion"."""

    summary: str = ""
    conforming: bool = False
    effective: bool = False
    by_objective: list[str] = field(default_factory=list)
    objective_results: list[ObjectiveResult] = field(default_factory=list)
    recommendations: list[str] = field(default_factory=list)


@dataclass
class PlanEvent(Record):
    """A record "plan-event"."""

    kind: PlanEventKind
    at: datetime.datetime
    by: str
    to: list[str] = field(default_factory=list)
    objection: int | None = None
    upheld: bool = False
    text: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class FollowUp(Record):
    """A record "follow-up"."""

    nonconformity: str | None = None
    finding: str | None = None
    result: FollowUpResult | None = None
    reason: str = ""
    evidence: list[str] = field(default_factory=list)
    by: str | None = None
    on: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class Audit(Record):
    """A record "audit"."""

    key: str
    kind: AuditKind
    from_: datetime.date
    until: datetime.date
    state: AuditState
    title: str = ""
    programme: str | None = None
    objectives: list[str] = field(default_factory=list)
    scope: str = ""
    units: list[str] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    catalog: str = ""
    catalogs: list[PinnedCatalog] = field(default_factory=list)
    client: str = ""
    team: list[TeamMember] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    language: str = ""
    independence: str = ""
    approved_by: str | None = None
    opened_at: datetime.datetime | None = None
    meetings: list[Meeting] = field(default_factory=list)
    diverging_opinions: list[DivergingOpinion] = field(default_factory=list)
    areas_not_covered: list[str] = field(default_factory=list)
    sampling: str = ""
    conclusion: Conclusion | None = None
    distribution: list[str] = field(default_factory=list)
    confidentiality: str = ""
    reported_at: datetime.datetime | None = None
    cancelled_because: str = ""
    plan_events: list[PlanEvent] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    pinned_templates: list[str] = field(default_factory=list)
    scale: str | None = None
    follow_ups: list[FollowUp] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "catalogs": list_of(PinnedCatalog.from_json),
        "team": list_of(TeamMember.from_json),
        "from": date,
        "until": date,
        "opened_at": instant,
        "meetings": list_of(Meeting.from_json),
        "diverging_opinions": list_of(DivergingOpinion.from_json),
        "conclusion": Conclusion.from_json,
        "reported_at": instant,
        "plan_events": list_of(PlanEvent.from_json),
        "follow_ups": list_of(FollowUp.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class AuditableUnit(Record):
    """A record "auditable-unit"."""

    unit: str
    open_nonconformities: int
    minutes: int
    name: str = ""
    owner: str | None = None
    importance: int | None = None
    risk_level: int | None = None
    risk_band: str = ""
    last_audited_on: datetime.date | None = None
    last_result: str = ""
    changed_on: datetime.date | None = None
    criteria: list[str] = field(default_factory=list)
    incidents: int | None = None
    last_nonconformities: int | None = None
    kind: AuditKind | None = None
    not_before: datetime.date | None = None
    not_after: datetime.date | None = None
    actions_due: datetime.date | None = None
    event_on: datetime.date | None = None
    owed_since: datetime.date | None = None
    planned: list[datetime.date] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "last_audited_on": date,
        "changed_on": date,
        "not_before": date,
        "not_after": date,
        "actions_due": date,
        "event_on": date,
        "owed_since": date,
        "planned": list_of(date),
    }


@dataclass
class Band(Record):
    """A record "band"."""

    name: str = ""
    colour: str = ""
    acceptable: bool = False
    authority: str = ""
    treat_within_days: int | None = None
    up_to: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "up_to": number,
    }


@dataclass
class BandCount(Record):
    """A record "band-count"."""

    version: int
    level: int
    count: int
    method: str = ""
    band: str = ""


@dataclass
class Booking(Record):
    """A record "booking"."""

    person: str
    start: datetime.datetime
    end: datetime.datetime
    because: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": instant,
        "end": instant,
    }


@dataclass
class Catalog(Record):
    """A record "catalog"."""

    key: str
    revision: int
    rows: int
    adopted_on: datetime.date
    title: str = ""
    edition: str = ""
    nature: CatalogNature | None = None
    publisher: str = ""
    sha256: str | None = None
    built_in: bool = False
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    adopted_by: str | None = None
    digests: list[str] = field(default_factory=list)
    crosswalks: list[PinnedCatalog] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "valid_from": date,
        "valid_until": date,
        "adopted_on": date,
        "crosswalks": list_of(PinnedCatalog.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class CatalogCell(Record):
    """A record "catalog-cell"."""

    column: str = ""
    value: str = ""


@dataclass
class CatalogCondition(Record):
    """A record "catalog-condition"."""

    column: str = ""
    values: list[str] = field(default_factory=list)


@dataclass
class CatalogTranslation(Record):
    """A record "catalog-translation"."""

    language: str = ""
    title: str = ""
    summary: str = ""


@dataclass
class CatalogMapping(Record):
    """A record "catalog-mapping"."""

    to: str = ""
    target: str = ""
    relationship: str = ""
    strength: int | None = None
    basis: str = ""


@dataclass
class CatalogRow(Record):
    """A record "catalog-row"."""

    id: str = ""
    parent: str = ""
    kind: str = ""
    title: str = ""
    summary: str = ""
    cells: list[CatalogCell] = field(default_factory=list)
    translations: list[CatalogTranslation] = field(default_factory=list)
    mappings: list[CatalogMapping] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "cells": list_of(CatalogCell.from_json),
        "translations": list_of(CatalogTranslation.from_json),
        "mappings": list_of(CatalogMapping.from_json),
    }


@dataclass
class CatalogDocument(Record):
    """A record "catalog-document"."""

    id: str = ""
    title: str = ""
    edition: str = ""
    revision: int | None = None
    nature: CatalogNature | None = None
    publisher: str = ""
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    requirements: list[CatalogRow] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "valid_from": date,
        "valid_until": date,
        "requirements": list_of(CatalogRow.from_json),
    }


@dataclass
class CatalogQuery(Record):
    """A record "catalog-query"."""

    where: list[CatalogCondition] = field(default_factory=list)
    by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "where": list_of(CatalogCondition.from_json),
    }


@dataclass
class CatalogRequirement(Record):
    """A record "catalog-requirement"."""

    key: str
    catalog: str
    position: int
    row: CatalogRow
    gone_in: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "row": CatalogRow.from_json,
    }


@dataclass
class Change(Record):
    """A record "change"."""

    key: str
    state: ChangeState
    title: str = ""
    purpose: str = ""
    consequences: str = ""
    resources: str = ""
    unplanned: bool = False
    owner: str | None = None
    planned_for: datetime.date | None = None
    done_on: datetime.date | None = None
    review: str = ""
    units: list[str] = field(default_factory=list)
    risks: list[str] = field(default_factory=list)
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "planned_for": date,
        "done_on": date,
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ChecklistLine(Record):
    """A record "checklist-line"."""

    criterion: str
    title: str = ""
    units: list[str] = field(default_factory=list)
    question: str = ""
    evidence: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    basis: str = ""
    from_: str = ""
    follow_up: list[str] = field(default_factory=list)
    verdict: Verdict | None = None


@dataclass
class Checklist(Record):
    """A record "checklist"."""

    audit: str
    pinned: bool = False
    templates: list[str] = field(default_factory=list)
    lines: list[ChecklistLine] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "lines": list_of(ChecklistLine.from_json),
    }


@dataclass
class ChecklistItem(Record):
    """A record "checklist-item"."""

    criterion: str
    question: str = ""
    evidence: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)


@dataclass
class ChecklistTemplate(Record):
    """A record "checklist-template"."""

    key: str
    version: int
    written_by: str
    written_on: datetime.date
    name: str = ""
    title: str = ""
    items: list[ChecklistItem] = field(default_factory=list)
    reason: str = ""
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "items": list_of(ChecklistItem.from_json),
        "written_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Closure(Record):
    """A record "closure"."""

    from_: datetime.date
    until: datetime.date
    of: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class ContestedEffect(Record):
    """A record "contested-effect"."""

    control: str
    assessment: str
    verdict: Verdict
    on: datetime.date

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class ContextIssue(Record):
    """A record "context-issue"."""

    key: str
    kind: IssueKind
    title: str = ""
    description: str = ""
    climate_change: bool = False
    relevant: bool = False
    reason: str = ""
    effect: str = ""
    owner: str | None = None
    risks: list[str] = field(default_factory=list)
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ControlEffect(Record):
    """A record "control-effect"."""

    control: str
    reduces: ReducedPart
    steps: int | None = None
    share: decimal.Decimal | None = None
    threats: list[str] = field(default_factory=list)
    basis: EffectBasis | None = None
    evidence: list[str] = field(default_factory=list)
    note: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "share": number,
    }


@dataclass
class Correction(Record):
    """A record "correction"."""

    state: CorrectionState
    what: str = ""
    on: datetime.date | None = None
    by: str | None = None
    evidence: list[str] = field(default_factory=list)
    consequences: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class CriterionCoverage(Record):
    """A record "criterion-coverage"."""

    criterion: str
    due_on: datetime.date
    audits: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "due_on": date,
    }


@dataclass
class CustodyStep(Record):
    """A record "custody-step"."""

    at: datetime.datetime
    by: str
    to: str
    place: str = ""
    reason: str = ""
    sha256: str | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class CvssRange(Record):
    """A record "cvss-range"."""

    from_: int
    to: int
    level: int


@dataclass
class CvssMapping(Record):
    """A record "cvss-mapping"."""

    likelihood_by: CvssBasis
    impact_by: CvssBasis
    likelihood: list[CvssRange] = field(default_factory=list)
    impact: list[CvssRange] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "likelihood": list_of(CvssRange.from_json),
        "impact": list_of(CvssRange.from_json),
    }


@dataclass
class CvssRule(Record):
    """A record "cvss-rule"."""

    likelihood_levels: int
    impact_levels: int
    v3_1: CvssMapping
    v4_0: CvssMapping

    _reads: ClassVar[Mapping[str, Read]] = {
        "v3_1": CvssMapping.from_json,
        "v4_0": CvssMapping.from_json,
    }


@dataclass
class DaySpan(Record):
    """A record "day-span"."""

    from_: int
    until: int


@dataclass
class DeadlineSetting(Record):
    """A record "deadline-setting"."""

    minor_days: int
    major_days: int
    unit: DayUnit
    deadline: str = ""
    set_by: str = ""


@dataclass
class Deadlines(Record):
    """A record "deadlines"."""

    acknowledge: datetime.date | None = None
    correction: datetime.date | None = None
    plan: datetime.date | None = None
    review: datetime.date | None = None
    implementation: datetime.date | None = None
    verification: datetime.date | None = None
    effectiveness: datetime.date | None = None
    decision: datetime.date | None = None
    deviation: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "acknowledge": date,
        "correction": date,
        "plan": date,
        "review": date,
        "implementation": date,
        "verification": date,
        "effectiveness": date,
        "decision": date,
        "deviation": date,
    }


@dataclass
class EffectProposal(Record):
    """A record "effect-proposal"."""

    effect: ControlEffect
    proposed_on: datetime.date
    proposed_by: str = ""
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "effect": ControlEffect.from_json,
        "proposed_on": date,
    }


@dataclass
class DecidedEffect(Record):
    """A record "decided-effect"."""

    proposal: EffectProposal
    decided_on: datetime.date
    accepted: bool = False
    decided_by: str = ""
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "proposal": EffectProposal.from_json,
        "decided_on": date,
    }


@dataclass
class DeclaredConflict(Record):
    """A record "declared-conflict"."""

    unit: str
    from_: datetime.date
    until: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class Dispute(Record):
    """A record "dispute"."""

    kind: DisputeKind
    on: datetime.date
    cycle: int
    reason: str = ""
    evidence: list[str] = field(default_factory=list)
    by: str = ""
    decision: str = ""
    decided_by: str = ""
    decided_on: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "decided_on": date,
    }


@dataclass
class Extension(Record):
    """A record "extension"."""

    original: datetime.date
    until: datetime.date
    requested_on: datetime.date
    cycle: int
    state: ExtensionState
    deadline: str = ""
    reason: str = ""
    interim_measure: str = ""
    requested_by: str = ""
    decision: str = ""
    decided_by: str = ""
    decided_on: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "original": date,
        "until": date,
        "requested_on": date,
        "decided_on": date,
    }


@dataclass
class Deviation(Record):
    """A record "deviation"."""

    risk: str
    from_: datetime.date
    until: datetime.date
    state_before: NonconformityState
    paused: Deadlines
    reason: str = ""
    compensating_measures: str = ""
    accepted_by: str = ""
    ended_on: datetime.date | None = None
    ended_because: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "paused": Deadlines.from_json,
        "ended_on": date,
    }


@dataclass
class Revision(Record):
    """A record "revision"."""

    on: datetime.date
    step: str = ""
    by: str = ""
    because: str = ""
    grade: Grade | None = None
    grade_reasons: list[str] = field(default_factory=list)
    requirement: str = ""
    evidence_statement: str = ""
    gap: str = ""
    owner: str | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class Issuer(Record):
    """A record "issuer"."""

    due: Deadlines
    name: str = ""
    reference: str = ""
    decisions: list[str] = field(default_factory=list)
    closing: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": Deadlines.from_json,
    }


@dataclass
class ImportedState(Record):
    """A record "imported-state"."""

    system: str = ""
    status: str = ""
    imported_unverified: bool = False


@dataclass
class OverdueNotice(Record):
    """A record "overdue-notice"."""

    due: datetime.date
    noticed_on: datetime.date
    level: int
    deadline: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": date,
        "noticed_on": date,
    }


@dataclass
class Detours(Record):
    """A record "detours"."""

    disputes: list[Dispute] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    merged_into: str | None = None
    recurs_from: str | None = None
    issuer: Issuer | None = None
    imported: ImportedState | None = None
    overdue: list[OverdueNotice] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "disputes": list_of(Dispute.from_json),
        "extensions": list_of(Extension.from_json),
        "deviations": list_of(Deviation.from_json),
        "revisions": list_of(Revision.from_json),
        "agreements": list_of(Agreement.from_json),
        "issuer": Issuer.from_json,
        "imported": ImportedState.from_json,
        "overdue": list_of(OverdueNotice.from_json),
    }


@dataclass
class Document(Record):
    """A record "document"."""

    key: str
    kind: DocumentKind
    title: str = ""
    serves: list[str] = field(default_factory=list)
    version: str = ""
    owner: str | None = None
    owner_name: str = ""
    approved_by: str | None = None
    approved_on: datetime.date | None = None
    review_due: datetime.date | None = None
    location: str = ""
    sha256: str | None = None
    external: bool = False
    classification: str = ""
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "approved_on": date,
        "review_due": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class DocumentRequest(Record):
    """A record "document-request"."""

    key: str
    audit: str
    asked_of: str
    asked_by: str
    asked_on: datetime.date
    due_on: datetime.date
    state: RequestState
    what: str = ""
    criteria: list[str] = field(default_factory=list)
    unit: str | None = None
    answer: str = ""
    answered_on: datetime.date | None = None
    evidence: str | None = None
    sent_back: list[str] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "asked_on": date,
        "due_on": date,
        "answered_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class DueCriterion(Record):
    """A record "due-criterion"."""

    criterion: str
    last_audited_on: datetime.date | None = None
    risk_level: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "last_audited_on": date,
    }


@dataclass
class Duty(Record):
    """A record "duty"."""

    key: str
    effect: DutyEffect
    reason: str = ""
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Effectiveness(Record):
    """A record "effectiveness"."""

    window_from: datetime.date
    window_until: datetime.date
    result: EffectivenessResult | None = None
    reason: str = ""
    isms_changes_done: str = ""
    judged_by: str | None = None
    judged_on: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "window_from": date,
        "window_until": date,
        "judged_on": date,
    }


@dataclass
class HalfDay(Record):
    """A record "half-day"."""

    day: datetime.date
    part: DayPart

    _reads: ClassVar[Mapping[str, Read]] = {
        "day": date,
    }


@dataclass
class PublishedEngagement(Record):
    """A record "published-engagement"."""

    start: HalfDay
    team: list[str] = field(default_factory=list)
    sent: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": HalfDay.from_json,
    }


@dataclass
class Engagement(Record):
    """A record "engagement"."""

    key: str
    unit: str
    half_days: int
    largest_team: int
    earliest: datetime.date
    latest: datetime.date
    risk: int
    competences: list[str] = field(default_factory=list)
    target: datetime.date | None = None
    place: str = ""
    after: list[str] = field(default_factory=list)
    last_team: list[str] = field(default_factory=list)
    published: PublishedEngagement | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "earliest": date,
        "latest": date,
        "target": date,
        "published": PublishedEngagement.from_json,
    }


@dataclass
class EscalationLevel(Record):
    """A record "escalation-level"."""

    inform: Capacity
    offset_days: int


@dataclass
class Evidence(Record):
    """A record "evidence"."""

    key: str
    kind: EvidenceKind
    received_on: datetime.date
    received_by: str
    audit: str | None = None
    nonconformity: str | None = None
    title: str = ""
    source: str = ""
    statement: str = ""
    sha256: str | None = None
    media_type: str = ""
    size: int | None = None
    effective_on: datetime.date | None = None
    unit: str | None = None
    criteria: list[str] = field(default_factory=list)
    classification: str = ""
    form: EvidenceForm | None = None
    redaction: str = ""
    effective_until: datetime.date | None = None
    retain_until: datetime.date | None = None
    reused_from: str | None = None
    reused_because: str = ""
    custody: list[CustodyStep] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "effective_on": date,
        "received_on": date,
        "effective_until": date,
        "retain_until": date,
        "custody": list_of(CustodyStep.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ExcludedPair(Record):
    """A record "excluded-pair"."""

    person: str
    unit: str
    rule: str = ""
    because: str = ""


@dataclass
class Feedback(Record):
    """A record "feedback"."""

    key: str
    kind: FeedbackKind
    received_on: datetime.date
    title: str = ""
    party: str | None = None
    statement: str = ""
    owner: str | None = None
    answer: str = ""
    answered_on: datetime.date | None = None
    nonconformities: list[str] = field(default_factory=list)
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "received_on": date,
        "answered_on": date,
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class GradeAnswers(Record):
    """A record "grade-answers"."""

    capability_affected: bool = False
    capability_because: str = ""
    control_in_doubt: bool = False
    control_because: str = ""
    systemic_failure: bool = False
    systemic_because: str = ""


@dataclass
class Grading(Record):
    """A record "grading"."""

    answers: GradeAnswers
    proposed: Grade | None = None
    because: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    departure: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "answers": GradeAnswers.from_json,
    }


@dataclass
class Finding(Record):
    """A record "finding"."""

    key: str
    audit: str
    kind: FindingKind
    state: FindingState
    raised_by: str
    raised_on: datetime.date
    title: str = ""
    statement: str = ""
    criteria: list[str] = field(default_factory=list)
    unit: str | None = None
    evidence: list[str] = field(default_factory=list)
    grade: Grade | None = None
    grade_reasons: list[str] = field(default_factory=list)
    nonconformity: str | None = None
    decision: str = ""
    grading: Grading | None = None
    repeats: list[str] = field(default_factory=list)
    decided_by: str | None = None
    decided_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "raised_on": date,
        "grading": Grading.from_json,
        "decided_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class FreezeWindow(Record):
    """A record "freeze-window"."""

    from_: datetime.date
    until: datetime.date
    because: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class GapControl(Record):
    """A record "gap-control"."""

    control: str
    credit: Credit
    relationship: str = ""
    strength: int | None = None
    basis: str = ""
    applicable: bool = False
    implemented: bool = False
    assessed: bool = False
    conforming: bool = False
    status: ImplementationStatus | None = None
    verdict: Verdict | None = None
    audit: str | None = None
    assessments: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)


@dataclass
class GapRequirement(Record):
    """A record "gap-requirement"."""

    id: str = ""
    title: str = ""
    applicable: bool = False
    implemented: bool = False
    assessed: bool = False
    conforming: bool = False
    reusable: bool = False
    through: list[GapControl] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "through": list_of(GapControl.from_json),
    }


@dataclass
class GapTotals(Record):
    """A record "gap-totals"."""

    required: int
    applicable: int
    implemented: int
    assessed: int
    conforming: int
    reusable: int
    unmapped: int
    degree: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "degree": number,
    }


@dataclass
class Gap(Record):
    """A record "gap"."""

    totals: GapTotals
    framework: str = ""
    title: str = ""
    requirements: list[GapRequirement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "requirements": list_of(GapRequirement.from_json),
        "totals": GapTotals.from_json,
    }


@dataclass
class GradeFact(Record):
    """A record "grade-fact"."""

    key: str = ""
    what: str = ""


@dataclass
class GradeTest(Record):
    """A record "grade-test"."""

    id: str = ""
    question: str = ""
    answer: bool = False
    because: str = ""
    source: str = ""


@dataclass
class GradeProposal(Record):
    """A record "grade-proposal"."""

    grade: Grade | None = None
    tests: list[GradeTest] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "tests": list_of(GradeTest.from_json),
    }


@dataclass
class GradeRequest(Record):
    """A record "grade-request"."""

    answers: GradeAnswers
    minors: list[GradeFact] = field(default_factory=list)
    repeats: list[GradeFact] = field(default_factory=list)
    risks: list[GradeFact] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "answers": GradeAnswers.from_json,
        "minors": list_of(GradeFact.from_json),
        "repeats": list_of(GradeFact.from_json),
        "risks": list_of(GradeFact.from_json),
    }


@dataclass
class ScaleValue(Record):
    """A record "scale-value"."""

    verdict: Verdict
    id: str = ""
    name: str = ""
    meaning: str = ""


@dataclass
class GradingScale(Record):
    """A record "grading-scale"."""

    key: str
    title: str = ""
    values: list[ScaleValue] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "values": list_of(ScaleValue.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Incident(Record):
    """A record "incident"."""

    key: str
    state: IncidentState
    reported_on: datetime.date
    title: str = ""
    severity: IncidentSeverity | None = None
    description: str = ""
    occurred_on: datetime.date | None = None
    resolved_on: datetime.date | None = None
    owner: str | None = None
    units: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    personal_data: bool = False
    response: str = ""
    evidence: list[str] = field(default_factory=list)
    lessons: str = ""
    nonconformities: list[str] = field(default_factory=list)
    risks: list[str] = field(default_factory=list)
    closed_on: datetime.date | None = None
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "occurred_on": date,
        "reported_on": date,
        "resolved_on": date,
        "closed_on": date,
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class InputStatement(Record):
    """A record "input-statement"."""

    input: str = ""
    text: str = ""


@dataclass
class InspectedAction(Record):
    """A record "inspected-action"."""

    action: str
    inspected: str = ""


@dataclass
class PartyRequirement(Record):
    """A record "party-requirement"."""

    text: str = ""
    climate_change: bool = False
    addressed: bool = False
    how: str = ""
    obligation: str | None = None


@dataclass
class InterestedParty(Record):
    """A record "interested-party"."""

    key: str
    name: str = ""
    external: bool = False
    interest: str = ""
    requirements: list[PartyRequirement] = field(default_factory=list)
    owner: str | None = None
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "requirements": list_of(PartyRequirement.from_json),
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class IntervalStep(Record):
    """A record "interval-step"."""

    points: int
    percent: int


@dataclass
class InterviewAnswer(Record):
    """A record "interview-answer"."""

    question: str = ""
    answer: str = ""
    evidence: list[str] = field(default_factory=list)


@dataclass
class Interview(Record):
    """A record "interview"."""

    key: str
    audit: str
    at: datetime.datetime
    evidence: str
    unit: str | None = None
    function: str = ""
    person: str | None = None
    interviewers: list[str] = field(default_factory=list)
    place: str = ""
    criteria: list[str] = field(default_factory=list)
    answers: list[InterviewAnswer] = field(default_factory=list)
    confirmed: bool = False
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
        "answers": list_of(InterviewAnswer.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Invitation(Record):
    """A record "invitation"."""

    at: datetime.datetime
    sequence: int | None = None
    to: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class JudgedAction(Record):
    """A record "judged-action"."""

    action: str
    effective: bool = False
    measured: str = ""


@dataclass
class KpiValue(Record):
    """A record "kpi-value"."""

    part: int
    whole: int
    id: str = ""
    group: str = ""
    value: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "value": number,
    }


@dataclass
class KpiPeriod(Record):
    """A record "kpi-period"."""

    from_: datetime.date
    until: datetime.date
    values: list[KpiValue] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "values": list_of(KpiValue.from_json),
    }


@dataclass
class KpiRequest(Record):
    """A record "kpi-request"."""

    until: datetime.date | None = None
    months: int | None = None
    periods: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "until": date,
    }


@dataclass
class KpiTrend(Record):
    """A record "kpi-trend"."""

    on: datetime.date
    months: int
    unverified: int
    periods: list[KpiPeriod] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "periods": list_of(KpiPeriod.from_json),
    }


@dataclass
class Kpis(Record):
    """A record "kpis"."""

    nonconformities_open: int
    nonconformities_major: int
    nonconformities_minor: int
    nonconformities_overdue: int
    nonconformities_closed: int
    nonconformities_imported_unverified: int
    deviations_accepted: int
    actions_open: int
    actions_overdue: int
    actions_blocked: int
    effectiveness_judged: int
    effectiveness_effective: int
    criteria_in_scope: int
    criteria_met: int
    criteria_not_assessed: int
    risks_open: int
    risks_not_scored: int
    risks_unacceptable: int
    acceptances_expired: int
    risks_orphaned: int
    treatments_not_approved: int
    audits_planned: int
    audits_reported: int
    effectiveness_rate: decimal.Decimal | None = None
    last_audit: str | None = None
    degree_of_fulfilment: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "effectiveness_rate": number,
        "degree_of_fulfilment": number,
    }


@dataclass
class Level(Record):
    """A record "level"."""

    name: str = ""
    definition: str = ""
    from_: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": number,
    }


@dataclass
class LicensedText(Record):
    """A record "licensed-text"."""

    id: str = ""
    language: str = ""
    title: str = ""
    text: str = ""


@dataclass
class LicensedTexts(Record):
    """A record "licensed-texts"."""

    catalog: str = ""
    texts: list[LicensedText] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "texts": list_of(LicensedText.from_json),
    }


@dataclass
class LifecyclePolicy(Record):
    """A record "lifecycle-policy"."""

    key: str
    recurrence: RecurrencePolicy
    deviation_end: DeviationEnd
    deadlines: list[DeadlineSetting] = field(default_factory=list)
    escalation: list[EscalationLevel] = field(default_factory=list)
    extensions_per_cycle: int | None = None
    extension_days_minor: int | None = None
    extension_days_major: int | None = None
    deviation_days: int | None = None
    retention_days: int | None = None
    window_days_minor: int | None = None
    window_days_major: int | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "deadlines": list_of(DeadlineSetting.from_json),
        "escalation": list_of(EscalationLevel.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ReviewJudgement(Record):
    """A record "review-judgement"."""

    suitable: bool = False
    adequate: bool = False
    effective: bool = False
    reason: str = ""


@dataclass
class ReviewDecision(Record):
    """A record "review-decision"."""

    kind: ReviewDecisionKind
    owner: str
    due: datetime.date
    state: DecisionState
    text: str = ""
    result: str = ""
    ended_on: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": date,
        "ended_on": date,
    }


@dataclass
class ManagementReview(Record):
    """A record "management-review"."""

    key: str
    state: ManagementReviewState
    held_on: datetime.date
    from_: datetime.date
    until: datetime.date
    title: str = ""
    attendees: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    judgement: ReviewJudgement | None = None
    decisions: list[ReviewDecision] = field(default_factory=list)
    no_decisions_because: str = ""
    next_on: datetime.date | None = None
    approved_by: str | None = None
    approved_on: datetime.date | None = None
    closed_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "held_on": date,
        "from": date,
        "until": date,
        "judgement": ReviewJudgement.from_json,
        "decisions": list_of(ReviewDecision.from_json),
        "next_on": date,
        "approved_on": date,
        "closed_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Maturity(Record):
    """A record "maturity"."""

    key: str
    criterion: str
    level: int
    weight: int
    rated_by: str
    rated_on: datetime.date
    target: int | None = None
    rationale: str = ""
    evidence: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "rated_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class MaturityGroup(Record):
    """A record "maturity-group"."""

    rated: int
    weighted_levels: int
    weights: int
    below_target: int
    id: str = ""
    title: str = ""
    unrated: list[str] = field(default_factory=list)
    minimum: int | None = None
    mean: decimal.Decimal | None = None
    floor: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "mean": number,
        "floor": number,
    }


@dataclass
class MaturityReview(Record):
    """A record "maturity-review"."""

    overall: MaturityGroup
    ratings: list[Maturity] = field(default_factory=list)
    pillars: list[MaturityGroup] = field(default_factory=list)
    clauses: list[MaturityGroup] = field(default_factory=list)
    themes: list[MaturityGroup] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "ratings": list_of(Maturity.from_json),
        "overall": MaturityGroup.from_json,
        "pillars": list_of(MaturityGroup.from_json),
        "clauses": list_of(MaturityGroup.from_json),
        "themes": list_of(MaturityGroup.from_json),
    }


@dataclass
class Measure(Record):
    """A record "measure"."""

    name: str = ""
    description: str = ""
    controls: list[str] = field(default_factory=list)
    owner: str | None = None
    cost: Money | None = None
    due: datetime.date | None = None
    status: MeasureStatus | None = None
    done_on: datetime.date | None = None
    note: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "cost": money,
        "due": date,
        "done_on": date,
    }


@dataclass
class MeasuredValue(Record):
    """A record "measured-value"."""

    on: datetime.date
    value: decimal.Decimal
    note: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "value": number,
    }


@dataclass
class Measurement(Record):
    """A record "measurement"."""

    key: str
    title: str = ""
    method: str = ""
    unit: str = ""
    frequency: str = ""
    measured_by: str | None = None
    analysed_by: str | None = None
    goal: MeasurementGoal | None = None
    target: decimal.Decimal | None = None
    criteria: list[str] = field(default_factory=list)
    values: list[MeasuredValue] = field(default_factory=list)
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "target": number,
        "values": list_of(MeasuredValue.from_json),
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class MemberChange(Record):
    """A record "member-change"."""

    member: str = ""
    before: str = ""
    after: str = ""


@dataclass
class MigrationNote(Record):
    """A record "migration-note"."""

    question: MigrationQuestion
    control: str
    others: list[str] = field(default_factory=list)
    text: str = ""


@dataclass
class MonthLoad(Record):
    """A record "month-load"."""

    month: datetime.date
    minutes: int
    wanted: int
    open_days: int
    room: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "month": date,
    }


@dataclass
class Move(Record):
    """A record "move"."""

    from_: NonconformityState
    to: NonconformityState
    at: datetime.datetime
    step: str = ""
    by: str = ""
    note: str = ""
    evidence: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class NewConflict(Record):
    """A record "new-conflict"."""

    person: str
    unit: str


@dataclass
class NewDecision(Record):
    """A record "new-decision"."""

    kind: ReviewDecisionKind
    owner: str
    due: datetime.date
    text: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": date,
    }


@dataclass
class PastCycle(Record):
    """A record "past-cycle"."""

    cycle: int
    analysis: Analysis
    effectiveness: Effectiveness | None = None
    closed_on: datetime.date | None = None
    correction: Correction | None = None
    invalid_closure: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "analysis": Analysis.from_json,
        "effectiveness": Effectiveness.from_json,
        "closed_on": date,
        "correction": Correction.from_json,
    }


@dataclass
class Nonconformity(Record):
    """A record "nonconformity"."""

    key: str
    state: NonconformityState
    source: NonconformitySource
    raised_by: str
    cycle: int
    plan_rejections: int
    due: Deadlines
    escalation_level: int
    title: str = ""
    source_ref: str = ""
    audit: str | None = None
    finding: str | None = None
    unit: str | None = None
    criteria: list[str] = field(default_factory=list)
    requirement: str = ""
    evidence_statement: str = ""
    evidence: list[str] = field(default_factory=list)
    gap: str = ""
    grade: Grade | None = None
    grade_reasons: list[str] = field(default_factory=list)
    owner: str | None = None
    issued_by: str | None = None
    correction: Correction | None = None
    analysis: Analysis | None = None
    plan_approved_by: str | None = None
    isms_changes_listed: str = ""
    verifier: str | None = None
    effectiveness: Effectiveness | None = None
    co_signed_by: list[str] = field(default_factory=list)
    past_cycles: list[PastCycle] = field(default_factory=list)
    closed_on: datetime.date | None = None
    trail: list[Move] = field(default_factory=list)
    detours: Detours | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "correction": Correction.from_json,
        "analysis": Analysis.from_json,
        "effectiveness": Effectiveness.from_json,
        "due": Deadlines.from_json,
        "past_cycles": list_of(PastCycle.from_json),
        "closed_on": date,
        "trail": list_of(Move.from_json),
        "detours": Detours.from_json,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Objective(Record):
    """A record "objective"."""

    key: str
    state: ObjectiveState
    title: str = ""
    what: str = ""
    resources: str = ""
    owner: str | None = None
    due: datetime.date | None = None
    evaluation: str = ""
    measurements: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    result: str = ""
    ended_on: datetime.date | None = None
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": date,
        "ended_on": date,
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Obligation(Record):
    """A record "obligation"."""

    key: str
    kind: ObligationKind
    title: str = ""
    reference: str = ""
    jurisdiction: str = ""
    asks: str = ""
    approach: str = ""
    owner: str | None = None
    party: str | None = None
    criteria: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    review_due: datetime.date | None = None
    recorded_on: datetime.date | None = None
    changed_on: datetime.date | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "review_due": date,
        "recorded_on": date,
        "changed_on": date,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class WorkingCalendar(Record):
    """A record "working-calendar"."""

    weekend: list[int] = field(default_factory=list)
    holidays: list[datetime.date] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "holidays": list_of(date),
    }


@dataclass
class Organization(Record):
    """A record "organization"."""

    key: str
    name: str = ""
    activity: str = ""
    address: str = ""
    people: int | None = None
    language: str = ""
    zone: str = ""
    calendar: WorkingCalendar | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "calendar": WorkingCalendar.from_json,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Override(Record):
    """A record "override"."""

    key: str
    at: datetime.datetime
    rules: list[str] = field(default_factory=list)
    reason: str = ""
    command: str = ""
    subject: str = ""
    by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class OverrideRequest(Record):
    """A record "override-request"."""

    rules: list[str] = field(default_factory=list)
    reason: str = ""


@dataclass
class PastAcceptance(Record):
    """A record "past-acceptance"."""

    acceptance: Acceptance
    ended_on: datetime.date
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "acceptance": Acceptance.from_json,
        "ended_on": date,
    }


@dataclass
class Scores(Record):
    """A record "scores"."""

    version: int
    inherent: Score | None = None
    current: Score | None = None
    residual: Score | None = None
    target: Score | None = None
    method: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "inherent": Score.from_json,
        "current": Score.from_json,
        "residual": Score.from_json,
        "target": Score.from_json,
    }


@dataclass
class TreatmentApproval(Record):
    """A record "treatment-approval"."""

    approved_by: str
    approved_on: datetime.date
    treatment: TreatmentOption
    scores: Scores
    authorised_by: str | None = None
    note: str = ""
    plan: str = ""
    measures: list[Measure] = field(default_factory=list)
    cost: Money | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "approved_on": date,
        "measures": list_of(Measure.from_json),
        "cost": money,
        "scores": Scores.from_json,
    }


@dataclass
class PastApproval(Record):
    """A record "past-approval"."""

    approval: TreatmentApproval
    ended_on: datetime.date
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "approval": TreatmentApproval.from_json,
        "ended_on": date,
    }


@dataclass
class PastFunction(Record):
    """A record "past-function"."""

    unit: str
    until: datetime.date
    function: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "until": date,
    }


@dataclass
class PastLoss(Record):
    """A record "past-loss"."""

    annual_loss: Money
    until: datetime.date
    changed_by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "annual_loss": money,
        "until": date,
    }


@dataclass
class PastScore(Record):
    """A record "past-score"."""

    likelihood: int
    impact: int
    level: int
    band: str = ""
    score: decimal.Decimal | None = None
    vulnerability: int | None = None
    impacts: list[int] = field(default_factory=list)
    factors: list[FactorRating] = field(default_factory=list)
    basis: ScoreBasis | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "score": number,
        "factors": list_of(FactorRating.from_json),
    }


@dataclass
class PastScores(Record):
    """A record "past-scores"."""

    on: datetime.date
    version: int
    by: str = ""
    reason: str = ""
    method: str = ""
    inherent: PastScore | None = None
    current: PastScore | None = None
    residual: PastScore | None = None
    target: PastScore | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "inherent": PastScore.from_json,
        "current": PastScore.from_json,
        "residual": PastScore.from_json,
        "target": PastScore.from_json,
    }


@dataclass
class Person(Record):
    """A record "person"."""

    key: str
    name: str = ""
    mail: str = ""
    function: str = ""
    external: bool = False
    competences: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    audit_days_per_year: int | None = None
    absences: list[Absence] = field(default_factory=list)
    past_functions: list[PastFunction] = field(default_factory=list)
    conflicts: list[DeclaredConflict] = field(default_factory=list)
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "absences": list_of(Absence.from_json),
        "past_functions": list_of(PastFunction.from_json),
        "conflicts": list_of(DeclaredConflict.from_json),
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class SeasonAlternative(Record):
    """A record "season-alternative"."""

    start: HalfDay
    by: int
    team: list[str] = field(default_factory=list)
    rejected_by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": HalfDay.from_json,
    }


@dataclass
class PlacedEngagement(Record):
    """A record "placed-engagement"."""

    engagement: str
    start: HalfDay
    end: HalfDay
    team: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    alternative: SeasonAlternative | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": HalfDay.from_json,
        "end": HalfDay.from_json,
        "alternative": SeasonAlternative.from_json,
    }


@dataclass
class ZoneChange(Record):
    """A record "zone-change"."""

    at: datetime.datetime
    utc_offset: int
    summer: bool = False
    name: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class WorkingHours(Record):
    """A record "working-hours"."""

    utc_offset: int
    zone: str = ""
    spans: list[DaySpan] = field(default_factory=list)
    changes: list[ZoneChange] = field(default_factory=list)
    zone_rules: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "spans": list_of(DaySpan.from_json),
        "changes": list_of(ZoneChange.from_json),
    }


@dataclass
class PlanParameters(Record):
    """A record "plan-parameters"."""

    hours: WorkingHours
    opening_minutes: int
    team_minutes: int
    closing_minutes: int
    session_minutes: int
    longest_session: int
    minutes_per_criterion: int
    cooling_off_months: int
    largest_team: int
    days_wanted: int
    seed: int | None = None
    rounds: int | None = None
    bound_rounds: int | None = None
    language: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "hours": WorkingHours.from_json,
    }


@dataclass
class Session(Record):
    """A record "session"."""

    key: str
    audit: str
    kind: SessionKind
    start: datetime.datetime
    end: datetime.datetime
    lead: str
    zone: str = ""
    utc_offset: int | None = None
    zone_rules: str = ""
    unit: str | None = None
    place: str = ""
    methods: list[str] = field(default_factory=list)
    team: list[str] = field(default_factory=list)
    auditee: str | None = None
    criteria: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    cancelled: bool = False
    sequence: int | None = None
    sent: Invitation | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": instant,
        "end": instant,
        "sent": Invitation.from_json,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Unplaced(Record):
    """A record "unplaced"."""

    minutes: int
    unit: str | None = None
    because: str = ""
    session: str | None = None
    kind: str = ""


@dataclass
class SeasonLevel(Record):
    """A record "season-level"."""

    value: int
    bound: int
    level: str = ""


@dataclass
class SessionSpot(Record):
    """A record "session-spot"."""

    start: datetime.datetime
    end: datetime.datetime
    lead: str
    place: str = ""
    team: list[str] = field(default_factory=list)
    auditee: str | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": instant,
        "end": instant,
    }


@dataclass
class SessionChange(Record):
    """A record "session-change"."""

    session: str
    what: str = ""
    from_: SessionSpot | None = None
    to: SessionSpot | None = None
    unavoidable: bool = False
    because: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": SessionSpot.from_json,
        "to": SessionSpot.from_json,
    }


@dataclass
class PlanProposal(Record):
    """A record "plan-proposal"."""

    audit: str
    changed: int
    unavoidable: int
    rounds: int
    team: list[TeamMember] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    conflict: str = ""
    excluded: list[ExcludedPair] = field(default_factory=list)
    levels: list[SeasonLevel] = field(default_factory=list)
    changes: list[SessionChange] = field(default_factory=list)
    reproducible: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "team": list_of(TeamMember.from_json),
        "sessions": list_of(Session.from_json),
        "unplaced": list_of(Unplaced.from_json),
        "excluded": list_of(ExcludedPair.from_json),
        "levels": list_of(SeasonLevel.from_json),
        "changes": list_of(SessionChange.from_json),
    }


@dataclass
class Unit(Record):
    """A record "unit"."""

    key: str
    kind: UnitKind
    name: str = ""
    description: str = ""
    owner: str | None = None
    managers: list[str] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)
    designers: list[str] = field(default_factory=list)
    site: str | None = None
    out_of_scope: bool = False
    importance: int | None = None
    criteria: list[str] = field(default_factory=list)
    required_competences: list[str] = field(default_factory=list)
    audit_minutes: int | None = None
    changed_on: datetime.date | None = None
    last_audited_on: datetime.date | None = None
    last_result: str = ""
    calendar: WorkingCalendar | None = None
    retired_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "changed_on": date,
        "last_audited_on": date,
        "calendar": WorkingCalendar.from_json,
        "retired_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class RoleGrant(Record):
    """A record "role-grant"."""

    key: str
    person: str
    role: RoleName
    from_: datetime.date
    until: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Waiver(Record):
    """A record "waiver"."""

    key: str
    person: str
    from_: datetime.date
    expires_on: datetime.date
    rule: str = ""
    reason: str = ""
    compensating_measure: str = ""
    approved_by: str | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "expires_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class PlanRequest(Record):
    """A record "plan-request"."""

    audit: str
    from_: datetime.date
    until: datetime.date
    calendar: WorkingCalendar
    parameters: PlanParameters
    team: list[TeamMember] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    sites: list[Unit] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    roles: list[RoleGrant] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    place: str = ""
    published: list[Session] = field(default_factory=list)
    may_move: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "team": list_of(TeamMember.from_json),
        "units": list_of(Unit.from_json),
        "sites": list_of(Unit.from_json),
        "people": list_of(Person.from_json),
        "roles": list_of(RoleGrant.from_json),
        "waivers": list_of(Waiver.from_json),
        "bookings": list_of(Booking.from_json),
        "calendar": WorkingCalendar.from_json,
        "parameters": PlanParameters.from_json,
        "published": list_of(Session.from_json),
    }


@dataclass
class PlannedAction(Record):
    """A record "planned-action"."""

    owner: str
    action: str | None = None
    title: str = ""
    causes: list[int] = field(default_factory=list)
    due_on: datetime.date | None = None
    success_criterion: str = ""
    measurement: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due_on": date,
    }


@dataclass
class ProgrammeEntry(Record):
    """A record "programme-entry"."""

    kind: AuditKind
    from_: datetime.date
    minutes: int
    audit: str = ""
    title: str = ""
    units: list[str] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
    }


@dataclass
class Programme(Record):
    """A record "programme"."""

    key: str
    from_: datetime.date
    until: datetime.date
    state: ProgrammeState
    objectives: list[str] = field(default_factory=list)
    methods: str = ""
    responsibilities: str = ""
    risks: list[str] = field(default_factory=list)
    entries: list[ProgrammeEntry] = field(default_factory=list)
    approved_by: str | None = None
    approved_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "entries": list_of(ProgrammeEntry.from_json),
        "approved_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ProgrammeCheck(Record):
    """A record "programme-check"."""

    have: int
    need: int
    rule: str = ""
    subject: str = ""


@dataclass
class ProgrammeLevel(Record):
    """A record "programme-level"."""

    value: int
    bound: int
    name: str = ""


@dataclass
class ProgrammeParameters(Record):
    """A record "programme-parameters"."""

    years: int
    audits_per_year: int
    unit_interval: int
    clause_interval: int
    control_interval: int
    risk_levels: int
    minutes_per_criterion: int
    minutes_per_month: int | None = None
    freezes: list[FreezeWindow] = field(default_factory=list)
    cycle: int | None = None
    intervals: list[IntervalStep] = field(default_factory=list)
    months_early: int | None = None
    wanted_minutes_per_month: int | None = None
    follow_up_months: int | None = None
    special_months: int | None = None
    seed: int | None = None
    iterations: int | None = None
    language: str = ""
    certificate: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "freezes": list_of(FreezeWindow.from_json),
        "intervals": list_of(IntervalStep.from_json),
    }


@dataclass
class UnitCoverage(Record):
    """A record "unit-coverage"."""

    unit: str
    due_on: datetime.date
    months: list[datetime.date] = field(default_factory=list)
    audits: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "due_on": date,
        "months": list_of(date),
    }


@dataclass
class Uncovered(Record):
    """A record "uncovered"."""

    unit: str | None = None
    criteria: list[str] = field(default_factory=list)
    because: str = ""


@dataclass
class ProgrammeVisit(Record):
    """A record "programme-visit"."""

    month: datetime.date
    due_on: datetime.date
    kind: AuditKind
    minutes: int
    worse_by: int
    unit: str | None = None
    criteria: list[str] = field(default_factory=list)
    audit: str = ""
    because: str = ""
    alternative: datetime.date | None = None
    rejected_by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "month": date,
        "due_on": date,
        "alternative": date,
    }


@dataclass
class ProgrammeProposal(Record):
    """A record "programme-proposal"."""

    programme: Programme
    iterations: int
    units: list[UnitCoverage] = field(default_factory=list)
    criteria: list[CriterionCoverage] = field(default_factory=list)
    uncovered: list[Uncovered] = field(default_factory=list)
    visits: list[ProgrammeVisit] = field(default_factory=list)
    months: list[MonthLoad] = field(default_factory=list)
    levels: list[ProgrammeLevel] = field(default_factory=list)
    reproducible: bool = False
    certificate: list[ProgrammeCheck] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "programme": Programme.from_json,
        "units": list_of(UnitCoverage.from_json),
        "criteria": list_of(CriterionCoverage.from_json),
        "uncovered": list_of(Uncovered.from_json),
        "visits": list_of(ProgrammeVisit.from_json),
        "months": list_of(MonthLoad.from_json),
        "levels": list_of(ProgrammeLevel.from_json),
        "certificate": list_of(ProgrammeCheck.from_json),
    }


@dataclass
class ProgrammeRequest(Record):
    """A record "programme-request"."""

    from_: datetime.date
    calendar: WorkingCalendar
    parameters: ProgrammeParameters
    programme: str | None = None
    units: list[AuditableUnit] = field(default_factory=list)
    criteria: list[DueCriterion] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    owed_elsewhere: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "units": list_of(AuditableUnit.from_json),
        "criteria": list_of(DueCriterion.from_json),
        "calendar": WorkingCalendar.from_json,
        "parameters": ProgrammeParameters.from_json,
    }


@dataclass
class Rating(Record):
    """A record "rating"."""

    likelihood: int | None = None
    impact: int | None = None
    impacts: list[int] = field(default_factory=list)
    vulnerability: int | None = None
    factors: list[FactorRating] = field(default_factory=list)
    affects: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "factors": list_of(FactorRating.from_json),
    }


@dataclass
class ReadinessItem(Record):
    """A record "readiness-item"."""

    clause: str
    state: ReadinessState
    id: str = ""
    basis: str = ""
    what: str = ""
    why: str = ""
    found: list[str] = field(default_factory=list)


@dataclass
class ReadinessTotals(Record):
    """A record "readiness-totals"."""

    present: int
    missing: int
    stale: int
    not_applicable: int
    required_open: int
    annex_a_open: int


@dataclass
class Readiness(Record):
    """A record "readiness"."""

    on: datetime.date
    totals: ReadinessTotals
    ready: bool = False
    items: list[ReadinessItem] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "items": list_of(ReadinessItem.from_json),
        "totals": ReadinessTotals.from_json,
    }


@dataclass
class ReassignedAction(Record):
    """A record "reassigned-action"."""

    action: str
    owner: str


@dataclass
class Unavailability(Record):
    """A record "unavailability"."""

    person: str
    from_: datetime.date
    until: datetime.date

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class ReplanOptions(Record):
    """A record "replan-options"."""

    parameters: PlanParameters
    unavailable: list[Unavailability] = field(default_factory=list)
    conflicts: list[NewConflict] = field(default_factory=list)
    add: list[str] = field(default_factory=list)
    drop: list[str] = field(default_factory=list)
    from_: datetime.date | None = None
    until: datetime.date | None = None
    move: list[str] = field(default_factory=list)
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "unavailable": list_of(Unavailability.from_json),
        "conflicts": list_of(NewConflict.from_json),
        "from": date,
        "until": date,
        "parameters": PlanParameters.from_json,
    }


@dataclass
class RequestedEffect(Record):
    """A record "requested-effect"."""

    effect: ControlEffect
    status: ImplementationStatus | None = None
    in_treatment: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "effect": ControlEffect.from_json,
    }


@dataclass
class ReviewLine(Record):
    """A record "review-line"."""

    noun: str = ""
    key: str = ""
    title: str = ""
    state: str = ""
    on: datetime.date | None = None
    note: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class ReviewInput(Record):
    """A record "review-input"."""

    id: str = ""
    provided: bool = False
    summary: str = ""
    statement: str = ""
    figures: list[KpiValue] = field(default_factory=list)
    lines: list[ReviewLine] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "figures": list_of(KpiValue.from_json),
        "lines": list_of(ReviewLine.from_json),
    }


@dataclass
class ReviewInputPart(Record):
    """A record "review-input-part"."""

    key: str
    review: str
    part: int
    input: ReviewInput

    _reads: ClassVar[Mapping[str, Read]] = {
        "input": ReviewInput.from_json,
    }


@dataclass
class ReviewPack(Record):
    """A record "review-pack"."""

    from_: datetime.date
    until: datetime.date
    not_provided: int
    review: str | None = None
    inputs: list[ReviewInput] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "inputs": list_of(ReviewInput.from_json),
    }


@dataclass
class ReviewRequest(Record):
    """A record "review-request"."""

    management_review: str | None = None
    from_: datetime.date | None = None
    until: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class Risk(Record):
    """A record "risk"."""

    key: str
    status: RiskStatus
    scores: Scores
    title: str = ""
    description: str = ""
    category: str = ""
    approach: RiskApproach | None = None
    threat: str = ""
    vulnerability: str = ""
    assets: list[str] = field(default_factory=list)
    asset_name: str = ""
    unit: str | None = None
    owner: str | None = None
    owner_name: str = ""
    existing_controls: str = ""
    controls: list[str] = field(default_factory=list)
    effects: list[ControlEffect] = field(default_factory=list)
    effects_on: datetime.date | None = None
    proposals: list[EffectProposal] = field(default_factory=list)
    decided_effects: list[DecidedEffect] = field(default_factory=list)
    status_note: str = ""
    scored_on: datetime.date | None = None
    scored_by: str = ""
    scored_because: str = ""
    cvss: str = ""
    annual_loss: Money | None = None
    past_scores: list[PastScores] = field(default_factory=list)
    past_losses: list[PastLoss] = field(default_factory=list)
    treatment: TreatmentOption | None = None
    treatment_plan: str = ""
    treatment_due: datetime.date | None = None
    measures: list[Measure] = field(default_factory=list)
    approval: TreatmentApproval | None = None
    past_approvals: list[PastApproval] = field(default_factory=list)
    acceptance: Acceptance | None = None
    past_acceptances: list[PastAcceptance] = field(default_factory=list)
    closed_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "effects": list_of(ControlEffect.from_json),
        "effects_on": date,
        "proposals": list_of(EffectProposal.from_json),
        "decided_effects": list_of(DecidedEffect.from_json),
        "scores": Scores.from_json,
        "scored_on": date,
        "annual_loss": money,
        "past_scores": list_of(PastScores.from_json),
        "past_losses": list_of(PastLoss.from_json),
        "treatment_due": date,
        "measures": list_of(Measure.from_json),
        "approval": TreatmentApproval.from_json,
        "past_approvals": list_of(PastApproval.from_json),
        "acceptance": Acceptance.from_json,
        "past_acceptances": list_of(PastAcceptance.from_json),
        "closed_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class RiskAppetite(Record):
    """A record "risk-appetite"."""

    appetite: decimal.Decimal
    tolerance: decimal.Decimal
    since: datetime.date
    category: str = ""
    unit: str | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "appetite": number,
        "tolerance": number,
        "since": date,
    }


@dataclass
class RiskFactor(Record):
    """A record "risk-factor"."""

    axis: RiskAxis
    lowest: int
    highest: int
    name: str = ""
    group: str = ""
    weight: decimal.Decimal | None = None
    definition: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "weight": number,
    }


@dataclass
class RiskFormula(Record):
    """A record "risk-formula"."""

    product: decimal.Decimal | None = None
    likelihood: decimal.Decimal | None = None
    impact: decimal.Decimal | None = None
    vulnerability: decimal.Decimal | None = None
    scale_to: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "product": number,
        "likelihood": number,
        "impact": number,
        "vulnerability": number,
    }


@dataclass
class RiskGroup(Record):
    """A record "risk-group"."""

    count: int
    unscored: int
    key: str = ""
    name: str = ""
    highest: list[BandCount] = field(default_factory=list)
    bands: list[BandCount] = field(default_factory=list)
    annual_loss: list[Money] = field(default_factory=list)
    not_summed: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "highest": list_of(BandCount.from_json),
        "bands": list_of(BandCount.from_json),
        "annual_loss": list_of(money),
    }


@dataclass
class RiskMethod(Record):
    """A record "risk-method"."""

    key: str
    version: int
    name: str = ""
    likelihood: list[Level] = field(default_factory=list)
    impact: list[Level] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    dimension_weights: list[decimal.Decimal] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    grid: list[list[int]] = field(default_factory=list)
    vulnerability: list[Level] = field(default_factory=list)
    lowest: int | None = None
    factors: list[RiskFactor] = field(default_factory=list)
    formula: RiskFormula | None = None
    scores: list[list[decimal.Decimal]] = field(default_factory=list)
    effects: EffectRule | None = None
    appetite: list[RiskAppetite] = field(default_factory=list)
    cvss: CvssRule | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "likelihood": list_of(Level.from_json),
        "impact": list_of(Level.from_json),
        "dimension_weights": list_of(number),
        "bands": list_of(Band.from_json),
        "vulnerability": list_of(Level.from_json),
        "factors": list_of(RiskFactor.from_json),
        "formula": RiskFormula.from_json,
        "scores": list_of(list_of(number)),
        "appetite": list_of(RiskAppetite.from_json),
        "cvss": CvssRule.from_json,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class RiskScoring(Record):
    """A record "risk-scoring"."""

    risk: str
    version: int
    title: str = ""
    method: str = ""
    inherent: Score | None = None
    current: Score | None = None
    residual: Score | None = None
    target: Score | None = None
    appetite: AppetiteBand | None = None
    changed: list[RiskStage] = field(default_factory=list)
    contested: list[ContestedEffect] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "inherent": Score.from_json,
        "current": Score.from_json,
        "residual": Score.from_json,
        "target": Score.from_json,
        "contested": list_of(ContestedEffect.from_json),
    }


@dataclass
class RiskTrendPoint(Record):
    """A record "risk-trend-point"."""

    on: datetime.date
    bands: list[BandCount] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "bands": list_of(BandCount.from_json),
    }


@dataclass
class RowChange(Record):
    """A record "row-change"."""

    control: str
    members: list[MemberChange] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "members": list_of(MemberChange.from_json),
    }


@dataclass
class SampleStratum(Record):
    """A record "sample-stratum"."""

    population: int
    name: str = ""
    size: int | None = None


@dataclass
class SampleDraw(Record):
    """A record "sample-draw"."""

    method: DrawMethod
    population: int
    size: int
    population_sha256: str | None = None
    seed: int | None = None
    algorithm: str = ""
    strata: list[SampleStratum] = field(default_factory=list)
    reason: str = ""
    items: list[int] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "strata": list_of(SampleStratum.from_json),
    }


@dataclass
class SampleDeviation(Record):
    """A record "sample-deviation"."""

    item: int
    what: str = ""


@dataclass
class TestedStratum(Record):
    """A record "tested-stratum"."""

    population: int
    size: int
    deviations: int
    name: str = ""
    most_deviations: int | None = None


@dataclass
class SampleEvaluation(Record):
    """A record "sample-evaluation"."""

    method: DrawMethod
    size: int
    deviations: int
    conclusion: SampleConclusion
    population: int | None = None
    confidence: decimal.Decimal | None = None
    tolerable_rate: decimal.Decimal | None = None
    most_deviations: int | None = None
    upper_limit: decimal.Decimal | None = None
    distribution: str = ""
    statement: str = ""
    strata: list[TestedStratum] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "confidence": number,
        "tolerable_rate": number,
        "upper_limit": number,
        "strata": list_of(TestedStratum.from_json),
    }


@dataclass
class Sample(Record):
    """A record "sample"."""

    key: str
    audit: str
    criterion: str
    draw: SampleDraw
    drawn_by: str
    drawn_on: datetime.date
    unit: str | None = None
    population: str = ""
    names: list[str] = field(default_factory=list)
    confidence: decimal.Decimal | None = None
    tolerable_rate: decimal.Decimal | None = None
    deviations: list[SampleDeviation] = field(default_factory=list)
    evaluation: SampleEvaluation | None = None
    evaluated_by: str | None = None
    evaluated_on: datetime.date | None = None
    evaluated_because: str = ""
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "draw": SampleDraw.from_json,
        "confidence": number,
        "tolerable_rate": number,
        "drawn_on": date,
        "deviations": list_of(SampleDeviation.from_json),
        "evaluation": SampleEvaluation.from_json,
        "evaluated_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class SampleDrawRequest(Record):
    """A record "sample-draw-request"."""

    population: int
    method: DrawMethod | None = None
    population_sha256: str | None = None
    size: int | None = None
    seed: int | None = None
    strata: list[SampleStratum] = field(default_factory=list)
    minimum_per_stratum: int | None = None
    stage: SiteStage | None = None
    chosen: list[int] = field(default_factory=list)
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "strata": list_of(SampleStratum.from_json),
    }


@dataclass
class SampleEvaluationRequest(Record):
    """A record "sample-evaluation-request"."""

    method: DrawMethod | None = None
    population: int | None = None
    size: int | None = None
    deviations: int | None = None
    confidence: decimal.Decimal | None = None
    tolerable_rate: decimal.Decimal | None = None
    strata: list[TestedStratum] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "confidence": number,
        "tolerable_rate": number,
        "strata": list_of(TestedStratum.from_json),
    }


@dataclass
class SampleSize(Record):
    """A record "sample-size"."""

    basis: SampleBasis
    size: int
    most: int | None = None
    population: int | None = None
    tolerable_deviations: int | None = None
    at_random: int | None = None
    distribution: str = ""
    strata: list[SampleStratum] = field(default_factory=list)
    statement: str = ""
    source: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "strata": list_of(SampleStratum.from_json),
    }


@dataclass
class SampleSizeRequest(Record):
    """A record "sample-size-request"."""

    basis: SampleBasis | None = None
    population: int | None = None
    confidence: decimal.Decimal | None = None
    tolerable_rate: decimal.Decimal | None = None
    allowed_deviations: int | None = None
    frequency: ControlFrequency | None = None
    stage: SiteStage | None = None
    size: int | None = None
    strata: list[SampleStratum] = field(default_factory=list)
    minimum_per_stratum: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "confidence": number,
        "tolerable_rate": number,
        "strata": list_of(SampleStratum.from_json),
    }


@dataclass
class Scope(Record):
    """A record "scope"."""

    key: str
    statement: str = ""
    exclusions: list[str] = field(default_factory=list)
    interfaces: list[str] = field(default_factory=list)
    approved_by: str | None = None
    approved_on: datetime.date | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "approved_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ScoreRequest(Record):
    """A record "score-request"."""

    rating: Rating
    effects: list[RequestedEffect] = field(default_factory=list)
    stage: RiskStage | None = None
    threat: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "rating": Rating.from_json,
        "effects": list_of(RequestedEffect.from_json),
    }


@dataclass
class SeasonAuditor(Record):
    """A record "season-auditor"."""

    person: str
    cost: int
    travel: int
    lead: bool = False
    home: str = ""
    half_days_per_month: int | None = None


@dataclass
class SeasonFact(Record):
    """A record "season-fact"."""

    need: int
    have: int
    rule: str = ""
    about: list[str] = field(default_factory=list)


@dataclass
class SeasonParameters(Record):
    """A record "season-parameters"."""

    cooling_off_months: int
    seed: int
    rounds: int
    bound_rounds: int
    language: str = ""


@dataclass
class SeasonOptions(Record):
    """A record "season-options"."""

    from_: datetime.date
    until: datetime.date
    parameters: SeasonParameters
    auditors: list[SeasonAuditor] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "auditors": list_of(SeasonAuditor.from_json),
        "closures": list_of(Closure.from_json),
        "parameters": SeasonParameters.from_json,
    }


@dataclass
class SeasonPlace(Record):
    """A record "season-place"."""

    rooms: int
    name: str = ""


@dataclass
class UnplacedEngagement(Record):
    """A record "unplaced-engagement"."""

    engagement: str
    need: int
    have: int
    kind: str = ""
    because: str = ""
    would_help: list[str] = field(default_factory=list)


@dataclass
class SeasonProposal(Record):
    """A record "season-proposal"."""

    changed: int
    unavoidable: int
    rounds: int
    placed: list[PlacedEngagement] = field(default_factory=list)
    unplaced: list[UnplacedEngagement] = field(default_factory=list)
    levels: list[SeasonLevel] = field(default_factory=list)
    reproducible: bool = False
    certificate: list[SeasonFact] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "placed": list_of(PlacedEngagement.from_json),
        "unplaced": list_of(UnplacedEngagement.from_json),
        "levels": list_of(SeasonLevel.from_json),
        "certificate": list_of(SeasonFact.from_json),
    }


@dataclass
class SeasonRequest(Record):
    """A record "season-request"."""

    from_: datetime.date
    until: datetime.date
    calendar: WorkingCalendar
    parameters: SeasonParameters
    units: list[Unit] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    places: list[SeasonPlace] = field(default_factory=list)
    auditors: list[SeasonAuditor] = field(default_factory=list)
    engagements: list[Engagement] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    may_move: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "calendar": WorkingCalendar.from_json,
        "units": list_of(Unit.from_json),
        "people": list_of(Person.from_json),
        "waivers": list_of(Waiver.from_json),
        "places": list_of(SeasonPlace.from_json),
        "auditors": list_of(SeasonAuditor.from_json),
        "engagements": list_of(Engagement.from_json),
        "closures": list_of(Closure.from_json),
        "parameters": SeasonParameters.from_json,
    }


@dataclass
class SeenEvidence(Record):
    """A record "seen-evidence"."""

    evidence: str
    sha256: str | None = None


@dataclass
class Signature(Record):
    """A record "signature"."""

    person: str = ""
    capacities: list[Capacity] = field(default_factory=list)


@dataclass
class SimilarHit(Record):
    """A record "similar-hit"."""

    score: int
    noun: str = ""
    key: str = ""
    kind: str = ""
    audit: str | None = None
    unit: str | None = None
    because: list[str] = field(default_factory=list)
    linked: bool = False


@dataclass
class SimilarFindings(Record):
    """A record "similar-findings"."""

    threshold: int
    searched: int
    of: str = ""
    units: list[str] = field(default_factory=list)
    audits: list[str] = field(default_factory=list)
    hits: list[SimilarHit] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "hits": list_of(SimilarHit.from_json),
    }


@dataclass
class Soa(Record):
    """A record "soa"."""

    key: str
    number: int
    approved_on: datetime.date
    approved_by: str
    controls: int
    excluded: int
    prepared_by: str | None = None
    catalogs: list[PinnedCatalog] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "approved_on": date,
        "catalogs": list_of(PinnedCatalog.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class StatementDiff(Record):
    """A record "statement-diff"."""

    unchanged: int
    from_: str = ""
    to: str = ""
    added: list[Applicability] = field(default_factory=list)
    removed: list[Applicability] = field(default_factory=list)
    changed: list[RowChange] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "added": list_of(Applicability.from_json),
        "removed": list_of(Applicability.from_json),
        "changed": list_of(RowChange.from_json),
    }


@dataclass
class StatementMigration(Record):
    """A record "statement-migration"."""

    from_: str = ""
    to: str = ""
    rows: list[Applicability] = field(default_factory=list)
    retired: list[Applicability] = field(default_factory=list)
    notes: list[MigrationNote] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "rows": list_of(Applicability.from_json),
        "retired": list_of(Applicability.from_json),
        "notes": list_of(MigrationNote.from_json),
    }


@dataclass
class StatementRow(Record):
    """A record "statement-row"."""

    key: str
    statement: str
    row: Applicability
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "row": Applicability.from_json,
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class StatusItem(Record):
    """A record "status-item"."""

    kind: StatusKind
    noun: str = ""
    key: str = ""
    person: str | None = None
    due: datetime.date | None = None
    what: str = ""
    title: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": date,
    }


@dataclass
class Status(Record):
    """A record "status"."""

    at: datetime.datetime
    kpis: Kpis
    items: list[StatusItem] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
        "items": list_of(StatusItem.from_json),
        "kpis": Kpis.from_json,
    }


@dataclass
class StepFacts(Record):
    """A record "step-facts"."""

    actor_answers_for_unit: bool = False
    source_ref_is_open: bool = False
    similar_are_open: bool = False
    top_management_informed: bool = False
    target_is_open: bool = False
    merges_into_itself: bool = False
    target_shares_criterion: bool = False
    risk_is_acceptable: bool = False
    authority_agreed: bool = False
    controls_are_excluded: bool = False
    auditor_analyses: bool = False
    owner_audits: bool = False
    verifier_owns: bool = False
    people_change: bool = False
    recurred: bool = False
    deviation_ends: bool = False
    invalid_closure: bool = False
    reason: str = ""
    evidence: list[str] = field(default_factory=list)
    concerned: str = ""
    issuer_decision: str = ""


@dataclass
class StepRequest(Record):
    """A record "step-request"."""

    at: datetime.datetime
    before: Nonconformity
    step: str = ""
    after: Nonconformity | None = None
    actions: list[Action] = field(default_factory=list)
    actor: str = ""
    capacities: list[Capacity] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    agreed: list[Signature] = field(default_factory=list)
    facts: StepFacts | None = None
    waived: list[str] = field(default_factory=list)
    calendar: WorkingCalendar | None = None
    policy: LifecyclePolicy | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
        "before": Nonconformity.from_json,
        "after": Nonconformity.from_json,
        "actions": list_of(Action.from_json),
        "signatures": list_of(Signature.from_json),
        "agreed": list_of(Signature.from_json),
        "facts": StepFacts.from_json,
        "calendar": WorkingCalendar.from_json,
        "policy": LifecyclePolicy.from_json,
    }


@dataclass
class WorkingPaper(Record):
    """A record "working-paper"."""

    key: str
    audit: str
    state: PaperState
    prepared_by: str
    prepared_on: datetime.date
    title: str = ""
    criteria: list[str] = field(default_factory=list)
    unit: str | None = None
    text: str = ""
    sha256: str | None = None
    evidence: list[str] = field(default_factory=list)
    reviewed_by: str | None = None
    reviewed_on: datetime.date | None = None
    remarks: list[str] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "prepared_on": date,
        "reviewed_on": date,
        "external_ids": list_of(ExternalId.from_json),
    }
