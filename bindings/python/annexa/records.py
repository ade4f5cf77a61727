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
AnnualSemantics = Literal["event-level", "annualized-product"]
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
ChoiceMeasure = Literal["annualized-loss", "expected-shortfall", "loss-probability"]
ControlFrequency = Literal["annual", "quarterly", "monthly", "weekly", "daily", "many-times-a-day"]
CopulaKind = Literal["gaussian", "student-t"]
CorrectionState = Literal["pending", "scheduled", "done", "not-applicable"]
Credit = Literal["full", "part", "none"]
CvssBasis = Literal["score", "exploitability", "impact"]
DayPart = Literal["morning", "afternoon"]
DayUnit = Literal["working", "calendar"]
DecisionState = Literal["open", "done", "dropped"]
DeviationEnd = Literal["restart", "resume"]
DisputeKind = Literal["fact", "requirement", "grade", "owner"]
DistributionKind = Literal[
    "constant", "uniform", "triangular", "pert", "pert-pyfair", "normal", "normal-truncated", "normal-clipped",
    "lognormal", "lognormal-interval", "lognormal-moments", "exponential", "gamma", "beta", "weibull",
    "generalized-pareto", "lognormal-pareto", "metalog", "empirical", "poisson", "negative-binomial", "binomial",
    "bernoulli",
]
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
SignaturePurpose = Literal["closing", "withdrawal", "deviation", "cancelling"]
SimulationEngine = Literal["monte-carlo", "fft"]
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
    """A span of days on which somebody is not there.

        from_: First day.
        until: Last day.
        reason: A word such as "leave"; nothing private.
    """

    from_: datetime.date
    until: datetime.date
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class FactorRating(Record):
    """The rating of one factor.

        factor: Name of the factor.
        value: What it was rated.
    """

    value: int
    factor: str = ""


@dataclass
class ScoreReason(Record):
    """One line of the explanation of a score: a control, how it stands and what it did.

        control: The control.
        status: How far it is carried out; absent without a row.
        reduces: What it lowers.
        effect: By how much: "-1 level", "-45 %".
        use: Whether that counted.
        basis: What the effect rests on.
        evidence: What shows it.
    """

    control: str
    reduces: ReducedPart
    use: EffectUse
    basis: EffectBasis
    status: ImplementationStatus | None = None
    effect: str = ""
    evidence: list[str] = field(default_factory=list)


@dataclass
class Score(Record):
    """What a rating came to under a method: frozen with the name and version of the method.

        likelihood: Level of likelihood; where shares were taken off, the level it does not exceed.
        impact: Level of impact, likewise.
        impacts: Impact by dimension, as rated; empty where nobody rated this stage.
        level: Number of the band, 1 the lowest.
        band: Its name.
        authority: Who may accept it besides its owner; empty if nobody else is needed.
        score: The score, computed exactly and then rounded half up to 12 places.
        vulnerability: Level of vulnerability, where the method has it.
        factors: The factors, as rated.
        affects: Dimensions that the threat touches, as rated.
        basis: Where it comes from; judged when absent.
        because: Of a computed one: what each control did.
    """

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
    """The acceptance of what remains of a risk, with the score as it was. Nothing in it changes; it is replaced.
    (6.1.3 f)

        accepted_by: The risk's owner.
        authorised_by: The second authority, where the band asks for one.
        accepted_on: When.
        expires_on: Until when it holds; no limit when absent.
        reason: Why what remains is tolerable.
        score: What was accepted.
        method: Key of the method of that score.
        version: Its version.
        recorded_by: Who put it on record in the name of those, such as an import; empty if they did.
    """

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
    """A number that another system gives a record; unique per system within a noun.

        system: Which system, such as "jira".
        id: The number there.
    """

    system: str = ""
    id: str = ""


@dataclass
class Action(Record):
    """An action that removes a cause of a nonconformity, so that it does not come back. (10.2 c, 10.2 d)

        key: Such as "CA-4".
        nonconformity: Of which nonconformity.
        cycle: In which cycle of it.
        title: What is done.
        causes: Which causes it removes, counted from 1.
        owner: Who sees to it.
        due_on: Until when.
        success_criterion: How one will see that it worked.
        measurement: How that is measured.
        state: How far it has come.
        done_on: When it was carried out.
        done_by: Who owned it when it was: never its verifier.
        evidence: What shows that it was.
        blocked_because: Why it cannot go on; empty if it can.
        blocked_since: Since when it cannot go on.
        cancelled_because: Why it was given up.
        cancelling_approved_by: Who agreed that it is given up.
        inspected: What the verifier looked at.
        population: In how many cases it had to be carried out.
        sampled: How many of these the verifier looked at.
        measured: What the measurement gave.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    population: int | None = None
    sampled: int | None = None
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
    """A second signature other than for closing.

        purpose: To what.
        by: Who agreed.
        on: When.
        steps: Steps taken before it. It stands for the record as it was: until the next step.
        action: Which action may be given up (cancelling).
    """

    purpose: SignaturePurpose
    by: str
    on: datetime.date
    steps: int
    action: str | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class AmountEstimate(Record):
    """An amount, and how far it may be off for having been simulated.

        value: The amount.
        standard_error: One standard error of it: two out of three times the truth is nearer.
    """

    value: Money
    standard_error: Money

    _reads: ClassVar[Mapping[str, Read]] = {
        "value": money,
        "standard_error": money,
    }


@dataclass
class Cause(Record):
    """One cause that was found.

        text: The cause.
        whys: The chain of answers that led to it, for the five whys.
        systemic: True if it lies in the system, not in one slip.
        accepted_because: Why no action removes it; empty if one does.
    """

    text: str = ""
    whys: list[str] = field(default_factory=list)
    systemic: bool = False
    accepted_because: str = ""


@dataclass
class SimilarSearch(Record):
    """The search for similar nonconformities. (10.2 b 3)

        query: What was looked for.
        units: Where.
        found: What was found.
        findings: Findings of other kinds that were found.
        note: What follows from it.
    """

    query: str = ""
    units: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    note: str = ""


@dataclass
class BranchCause(Record):
    """A possible cause in a cause-and-effect diagram.

        text: The cause.
        confirmed: True if it was confirmed, false if it was ruled out; nothing if not looked at.
        because: What confirmed it or ruled it out.
    """

    text: str = ""
    confirmed: bool = False
    because: str = ""


@dataclass
class CauseBranch(Record):
    """A branch of a cause-and-effect diagram.

        category: Such as "People", "Method", "Measurement".
        causes: Possible causes of that kind.
    """

    category: str = ""
    causes: list[BranchCause] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "causes": list_of(BranchCause.from_json),
    }


@dataclass
class Analysis(Record):
    """The evaluation of the need for action. (10.2 b, c, e)

        analysts: Who looked for the causes.
        method: How.
        review: What the review of the nonconformity gave. (10.2 b 1)
        causes: What caused it. (10.2 b 2)
        similar: Whether it exists elsewhere. (10.2 b 3)
        needs_action: Whether corrective action is needed.
        needs_action_because: Why, or why not.
        isms_changes: Changes to the ISMS that are needed, or "none, because ...". (10.2 e)
        proportionality: Why the actions fit the effects.
        method_name: What another method is called.
        account: What a fault tree, 8D report or another method gave.
        branches: The cause-and-effect diagram.
        top_management_informed: True if who approved the plan said that top management knows (T12).
    """

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
    """One reason why a control is needed.

        kind: Which sort of reason.
        reference: Which risk, law or contract: a key or a name.
    """

    kind: DriverKind
    reference: str = ""


@dataclass
class Applicability(Record):
    """One row of the statement of applicability: what is decided about one control, of Annex A or of another catalog
    ("acme-controls:7"). Its key is the control's number. (6.1.3 d, 6.1.3 b)

        key: The control's number, such as "A.5.1".
        control: The control.
        applicable: False if it is excluded.
        justification: Why it is included, or why it is excluded; never empty.
        drivers: What demands it; empty if it is excluded.
        status: How far it is done; absent if it is excluded.
        responsible: Who sees to it.
        responsible_name: Name in an imported table that matched nobody.
        implementation: How it is done here.
        evidence: What shows that it is done.
        documents: Documents that say how it is done.
        retired_on: Since when the row counts no more; the control has to be named anew.
        replaced_by: Controls that took its place, after a change of edition.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """The verdict on one criterion in one audit, in one unit or across all of them.

        key: The audit's key, the unit's if there is one, and the criterion, with '/' between.
        audit: In which audit.
        criterion: Of which requirement or control.
        unit: Where; absent if across all units.
        verdict: What the evidence says.
        rating: The same in the words of the audit's grading scale, or empty.
        design: Whether it is designed to do what it is for.
        operation: Whether it is carried out as designed.
        reason: Why; needed unless conforming.
        sample: What was looked at, out of how many.
        samples: Samples on record that it rests on.
        evidence: What it rests on.
        assessed_by: Who judged.
        assessed_on: When.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """Something of value to the organisation, with what the loss of each property would cost it. (control A.5.9)

        key: Such as "AS-7".
        name: Name.
        kind: What it is.
        description: What it is for.
        owner: Who answers for it.
        unit: Where it belongs.
        classification: Class of the information, in the organisation's own words.
        confidentiality: Value of confidentiality, 1 (low) to 4 (very high).
        integrity: Value of integrity, 1 to 4.
        availability: Value of availability, 1 to 4.
        depends_on: Assets that it needs; they are worth at least what it is.
        retired_on: Since when it is gone.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """The value of each property of an asset, 1 to 4; absent where nobody rated it.

        asset: The asset.
        confidentiality: The highest along the graph.
        integrity: Likewise.
        availability: Likewise.
        inherited_from: Assets from which a value above its own comes.
    """

    asset: str
    confidentiality: int | None = None
    integrity: int | None = None
    availability: int | None = None
    inherited_from: list[str] = field(default_factory=list)


@dataclass
class PinnedCatalog(Record):
    """A revision of a catalog, pinned: what was approved or audited keeps it when the workspace moves on. (7.5.3 e)

        catalog: Its id.
        revision: Its revision.
        sha256: Digest of its tables; absent if nobody gave one.
    """

    revision: int
    catalog: str = ""
    sha256: str | None = None


@dataclass
class TeamMember(Record):
    """One member of an audit team.

        person: Who.
        role: As what.
    """

    person: str
    role: TeamRole


@dataclass
class MeetingObjection(Record):
    """What somebody objected to in a meeting.

        by: Who.
        subject: To what.
        objection: What was said against it.
        answer: What was answered.
        settled: True if both agreed; else it is a diverging opinion.
    """

    by: str | None = None
    subject: str = ""
    objection: str = ""
    answer: str = ""
    settled: bool = False


@dataclass
class Meeting(Record):
    """A meeting that was held.

        kind: Which.
        at: When it began.
        place: Where.
        attendees: Who was there.
        notes: What was said that matters.
        agenda: What was on the agenda, in order.
        objections: What was objected to.
    """

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
    """An opinion of the auditee that differs from the team's and was not settled.

        subject: About what.
        opinion: What the auditee holds.
        answer: What the team holds.
    """

    subject: str = ""
    opinion: str = ""
    answer: str = ""


@dataclass
class Conclusion(Record):
    """What the audit comes to. (ISO 19011, preparing audit conclusions)

        summary: In a few sentences, for top management.
        conforming: True if the ISMS conforms to the criteria, apart from the findings.
        effective: True if it is effectively implemented and maintained.
        by_objective: What was found on each objective, in their order.
        objective_results: Whether each is met, in their order; by_objective says why.
        recommendations: What the team advises.
    """

    summary: str = ""
    conforming: bool = False
    effective: bool = False
    by_objective: list[str] = field(default_factory=list)
    objective_results: list[ObjectiveResult] = field(default_factory=list)
    recommendations: list[str] = field(default_factory=list)


@dataclass
class PlanEvent(Record):
    """One thing that happened to the plan of an audit. (ISO 19011, audit planning)

        kind: What.
        at: When.
        by: Who.
        to: To whom it was sent.
        objection: Number of the objection, from 1: that this is, or that this answers.
        upheld: Whether the objection was upheld, for an answer.
        text: What was objected, answered or changed, and why.
    """

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
    """An earlier finding that is looked at again: carried over when the audit is opened. (9.2.2; ISO 19011, audit
    follow-up)

        nonconformity: The nonconformity, or else
        finding: the finding of another kind.
        result: What became of it.
        reason: On what that rests.
        evidence: The evidence.
        by: Who looked.
        on: When.
    """

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
    """An audit. (9.2.2; ISO 19011 clause 6)

        key: Such as "A-2026-1".
        title: In a few words.
        kind: What sort of audit.
        programme: The programme it belongs to.
        objectives: What it is to find out.
        scope: What it covers, in words.
        units: What it visits.
        criteria: What it audits against.
        catalog: The catalog by which reports group criteria, once opened.
        client: Who asked for it.
        team: Who audits.
        from_: First day.
        until: Last day.
        methods: How evidence is gathered.
        language: Language of the audit and its report.
        independence: Statement on objectivity and impartiality.
        state: How far it has come.
        approved_by: Who approved the plan.
        opened_at: When it was opened.
        meetings: Meetings held.
        diverging_opinions: Opinions not settled.
        areas_not_covered: What the scope names and was not audited, with the reason.
        sampling: What was sampled, and that a sample can miss something.
        conclusion: What it came to.
        distribution: Who gets the report, by function.
        confidentiality: Confidentiality label of the report.
        reported_at: When the report was issued.
        cancelled_because: Why it was cancelled.
        plan_events: What happened to the plan, in order.
        templates: Names of the checklist templates that it uses.
        pinned_templates: Their versions, once opened.
        scale: The scale in whose words it rates.
        follow_ups: Earlier findings, carried over when it was opened.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
class AuditTime(Record):
    """Audit time by the table.

        persons: Persons that count.
        days: Days of eight hours, in halves, rounded up.
        minutes: The same in minutes.
        statement: What it says and what not, in a sentence.
        source: Where the table stands.
    """

    persons: int
    days: decimal.Decimal
    minutes: int
    statement: str = ""
    source: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "days": number,
    }


@dataclass
class AuditTimeRequest(Record):
    """What audit time depends on.

        persons: Persons who work under the organisation's control: 1 to 10,700.
        identical: Of these, head counts of activities in which all do the same, where risk allows it: each counts
            as its square root, rounded up.
        adjustment_percent: What complexity adds or takes away, -30 to 100; none when absent. Its grid stands in the
            standard: take it from your copy.
        stage: Which audit of a certification cycle: initial when absent.
    """

    persons: int
    identical: list[int] = field(default_factory=list)
    adjustment_percent: int | None = None
    stage: SiteStage | None = None


@dataclass
class AuditableUnit(Record):
    """A unit as the programme sees it: what speaks for auditing it soon. (9.2.2, importance of the processes and
    results of previous audits)

        unit: Which unit.
        name: Its name.
        owner: Who answers for it.
        importance: 1 (low) to 5 (vital).
        risk_level: Number of the highest band among its risks, 1 the lowest.
        risk_band: Name of that band.
        last_audited_on: Last audit; never when absent.
        last_result: Its result, in words.
        open_nonconformities: Nonconformities not closed.
        changed_on: Last significant change.
        minutes: Time an audit of it takes.
        criteria: Requirements and controls that it carries out.
        incidents: Incidents there since the last audit.
        last_nonconformities: Nonconformities that the last audit found.
        kind: How it is audited regularly: supplier or remote; internal when absent.
        not_before: First day on which it may be audited; any when absent.
        not_after: Last day on which it may be audited; any when absent.
        actions_due: When the last of its corrective actions is due: a follow-up comes after it.
        event_on: Incident or change that asks for a special audit soon.
        owed_since: Planned for then by the programme in force, and not carried out.
        planned: First days of the months in which the programme in force visits it yet.
        last_is_planned: True if the last audit is one that is planned and has yet to be.
        site: True if it is one of the sites of which ProgrammeParameters::sites takes samples.
    """

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
    last_is_planned: bool = False
    site: bool = False

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
    """One band of risk, lowest first: how a risk in it is named, shown and accepted.

        name: Such as "high".
        colour: Colour of its cells, as "#rrggbb".
        acceptable: True if risks in it need no treatment.
        treat_within_days: Days within which treatment has to be decided.
        up_to: Highest score that belongs to it, where scores make bands; absent in the last.
    """

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
    """How many risks are in one band.

        method: Key of the method.
        version: Its version: another one may have other bands.
        level: Number of the band.
        band: Its name.
        count: Risks in it.
    """

    version: int
    level: int
    count: int
    method: str = ""
    band: str = ""


@dataclass
class Booking(Record):
    """A time at which somebody is taken, such as by a session of another audit.

        person: Who.
        start: Begin.
        end: End.
        because: What for: a session's key, or a word.
    """

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
    """A catalog that was adopted: its revision is pinned until somebody moves on. (7.5.3 e)

        key: Id of the catalog: "iso27001-2022", "acme-policy".
        title: Its title.
        edition: Its edition or version.
        nature: What it is; absent for a built-in one.
        publisher: Who issues it.
        revision: The pinned revision.
        sha256: Digest of what it was read from.
        built_in: True if annexa brings it along.
        rows: Number of its requirements.
        valid_from: First day on which it binds.
        valid_until: Last day on which it binds.
        adopted_on: When this revision was adopted.
        adopted_by: By whom; absent for annexa itself.
        digests: Of a built-in one, its rows: by them the next revision is compared.
        crosswalks: Revisions of the built-in crosswalks with other catalogs, by their ids.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """A cell of a column that only this catalog has.

        column: Name of the column; several values of a cell are joined by ';'.
        value: What stands there.
    """

    column: str = ""
    value: str = ""


@dataclass
class CatalogCondition(Record):
    """What a row must say under a column. Words are compared without case, and '-', '_' and blanks are the same.

        column: Such as "theme" or "control_type".
        values: At least one; any of them will do.
    """

    column: str = ""
    values: list[str] = field(default_factory=list)


@dataclass
class CatalogTranslation(Record):
    """A title in another language.

        language: Such as "de".
        title: The title in it.
        summary: The summary in it.
    """

    language: str = ""
    title: str = ""
    summary: str = ""


@dataclass
class CatalogMapping(Record):
    """What a requirement is to one of another catalog. (NIST IR 8477)

        to: Id of the other catalog, a built-in one.
        target: Id of its requirement.
        relationship: A word of annexa::Relationship: "subset_of", "intersects_with", ...
        strength: 1 to 10.
        basis: Who says so.
    """

    to: str = ""
    target: str = ""
    relationship: str = ""
    strength: int | None = None
    basis: str = ""


@dataclass
class CatalogRow(Record):
    """A requirement of a catalog of one's own.

        id: Its number; unique in the catalog.
        parent: Number of the row above; absent at the top.
        kind: A word of annexa::RequirementKind; "requirement" when absent.
        title: Heading.
        summary: What it asks for.
        cells: Columns of its own.
        translations: Titles in other languages.
        mappings: What it is to requirements of other catalogs.
    """

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
    """A catalog as a document. `annexa schema catalog-document` prints its schema; make_catalog() checks and opens it.

        id: 1 to 30 of a-z, 0-9, '-' and '.'.
        title: Title.
        edition: Edition or version, as it is cited.
        revision: Raised whenever a row changes; 1 when absent.
        nature: What it is; a framework when absent.
        publisher: Who issues it.
        valid_from: First day on which it binds.
        valid_until: Last day on which it binds.
        requirements: The rows; a parent may come after its children.
    """

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
    """Which rows, and by what they are to be grouped.

        where: All must hold; none means every row.
        by: Column to group by, such as an attribute of ISO/IEC 27002; empty for no groups.
    """

    where: list[CatalogCondition] = field(default_factory=list)
    by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "where": list_of(CatalogCondition.from_json),
    }


@dataclass
class CatalogRequirement(Record):
    """A requirement of a catalog of the organisation's own, as it was adopted.

        key: As a criterion is written: "acme-policy:4.2".
        catalog: The catalog.
        position: Its place in the catalog, from 0.
        row: What the catalog says.
        gone_in: The revision that no longer has it.
    """

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
    """A change to the ISMS, or one that bears on it. (6.3, 8.1)

        key: Such as "CH-2".
        title: What changes.
        purpose: What for.
        consequences: What could follow. (6.3, 8.1)
        resources: What it takes.
        unplanned: True if it came unplanned and was looked at afterwards. (8.1)
        state: How far it has come.
        owner: Who answers for it.
        planned_for: For when it is planned; needed once it is planned.
        done_on: When it was carried out.
        review: What looking back gave; needed once it is done.
        units: What it bears on.
        risks: Risks that it bears on.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """One line of a checklist.

        criterion: About what.
        title: What that is called.
        units: In which units of the audit it is carried out.
        question: What to ask.
        evidence: What to look for.
        methods: Ways to gather it.
        basis: "requirement", or "guidance": then never the sole basis of a nonconformity; "template".
        from_: The catalog or the version of the template that it comes from.
        follow_up: Keys of earlier findings and nonconformities to look at again.
        verdict: What was judged so far; the worst where units differ.
    """

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
    """The checklist of an audit.

        audit: Of which audit.
        pinned: True once the audit is open: versions do not move any more.
        templates: The versions that it is made from.
        lines: Its lines, in order of the criteria of the audit.
    """

    audit: str
    pinned: bool = False
    templates: list[str] = field(default_factory=list)
    lines: list[ChecklistLine] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "lines": list_of(ChecklistLine.from_json),
    }


@dataclass
class ChecklistItem(Record):
    """What a template says of one criterion.

        criterion: About what.
        question: What to ask.
        evidence: What to look for.
        methods: Ways to gather it, of audit_methods, the most telling first.
    """

    criterion: str
    question: str = ""
    evidence: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)


@dataclass
class ChecklistTemplate(Record):
    """One version of a template. Editing a template makes a new version; what an audit pinned when it was opened
    stays. Its items take the place of what the catalog brings along for their criteria; several for one criterion
    are all asked. (ISO 19011, preparing documented information for audit)

        key: Its name, '/' and the version: "clinics/2".
        name: Its name: "clinics".
        version: Which version, from 1.
        title: What it is for.
        items: What it says.
        written_by: Who wrote this version.
        written_on: When.
        reason: Why it was changed.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
class ChosenTreatments(Record):
    """Some treatments, what they cost and what they leave.

        treatments: Their names, in the portfolio's order.
        cost: What they cost together in a year.
        objective: The objective with them, without costs: an amount in minor units, or what it else is in.
    """

    cost: Money
    objective: float
    treatments: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "cost": money,
    }


@dataclass
class Closure(Record):
    """Days on which somebody, a unit or a place cannot.

        of: Key of a person or a unit, or name of a place.
        from_: First day.
        until: Last day.
    """

    from_: datetime.date
    until: datetime.date
    of: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class ContestedEffect(Record):
    """A control of a risk that an audit found not to meet what it is for: its effect is in doubt, and the owner of the
    risk has to decide about it (risk.propose-effect, risk.decide-effect). (9.1, 9.2)

        control: The control.
        assessment: The assessment that found so.
        verdict: What it found.
        on: When.
    """

    control: str
    assessment: str
    verdict: Verdict
    on: datetime.date

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
    }


@dataclass
class ContextIssue(Record):
    """An issue that bears on what the ISMS is to achieve. Whether climate change is one has to be decided either way
    (Amendment 1:2024): an issue about it says what was decided, and why. (4.1)

        key: Such as "CI-3".
        title: In a few words.
        kind: Where it lies.
        description: What it is.
        climate_change: True if it is the question of climate change. (4.1, Amendment 1:2024)
        relevant: Whether it bears on the ISMS; true when left out.
        reason: Why it does, or does not. Needed where it does not, and about climate change.
        effect: What follows for the ISMS.
        owner: Who keeps an eye on it.
        risks: Risks and opportunities that come of it. (6.1.1)
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What one control takes off one part of a risk: whole levels, or, where scores make the bands, a share. (6.1.3 b,
    9.1)

        control: The control.
        reduces: What it lowers.
        steps: By how many levels, 1 to 16; never below the lowest level.
        share: Which part of it is taken off, above 0 to 1: 0.45 leaves 55 %.
        threats: Threats that it covers; empty if it covers whatever threatens this risk.
        basis: What that rests on; an estimate when absent.
        evidence: Keys of assessments, evidence or tests that show it.
        note: Why so much.
    """

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
    """The correction of a nonconformity. (10.2 a)

        state: How far it is.
        what: What was made good, or why there is nothing to.
        on: When it was done, or for when it is agreed.
        by: Who did it, or sees to it.
        evidence: What shows it.
        consequences: Consequences for risks, data, customers and law, or "none, because ...".
    """

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
    """A row of the coverage matrix: a criterion, and the audits that have it.

        criterion: Which.
        due_on: When its next audit is due at the latest.
        audits: Audits that have it; may be empty where it is due after the programme.
    """

    criterion: str
    due_on: datetime.date
    audits: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "due_on": date,
    }


@dataclass
class CustodyStep(Record):
    """A change of hands.

        at: When.
        by: Who handed it over.
        to: Who has it since.
        place: Where it is kept since.
        reason: Why.
        sha256: Digest of what was handed over, checked then.
    """

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
    """A range of what is looked at, and the level that it means.

        from_: First of it, in tenths.
        to: Last of it, in tenths.
        level: Level of the method, from 1.
    """

    from_: int
    to: int
    level: int


@dataclass
class CvssMapping(Record):
    """How vectors of one version are rated.

        likelihood_by: What the likelihood follows.
        likelihood: Its ranges, from 0 to 100 without gap.
        impact_by: What the impact follows.
        impact: Its ranges, from 0 to 100 without gap.
    """

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
    """A rule from CVSS to levels of likelihood and impact. A vector speaks of a vulnerability, not of a risk: the
    levels are a proposal, which the risk owner may change. (6.1.2 d)

        likelihood_levels: Levels of likelihood of the method, 2 to 10.
        impact_levels: Levels of impact of the method, 2 to 10.
        v3_1: For vectors of 3.1.
        v4_0: For vectors of 4.0.
    """

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
    """A span of a day, in minutes after midnight of the place: 540 to 750 is 09:00 to 12:30.

        from_: Begin, 0 to 1439.
        until: End, up to 1440 and after the begin.
    """

    from_: int
    until: int


@dataclass
class DeadlineSetting(Record):
    """How many days a deadline has, instead of the default.

        deadline: Which: "plan", "implementation", ...
        set_by: Only where this step starts the clock ("T16"); wherever when empty.
        minor_days: Days for a minor nonconformity, or one without grade; 1 or more.
        major_days: Days for a major one; 1 or more.
        unit: How they are counted.
    """

    minor_days: int
    major_days: int
    unit: DayUnit
    deadline: str = ""
    set_by: str = ""


@dataclass
class Deadlines(Record):
    """When each step is due. A date is set when the step becomes due and cleared when it is taken.

        acknowledge: To acknowledge.
        correction: To correct.
        plan: To submit the plan.
        review: To decide on the plan.
        implementation: To carry it out.
        verification: To verify.
        effectiveness: To judge the effectiveness.
        decision: To decide on a dispute.
        deviation: Until when a deviation is accepted.
    """

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
    """Somebody's proposal to rate an effect differently; the owner of the risk decides.

        effect: What it should be; without steps and share: none.
        proposed_by: Who proposes it.
        proposed_on: When.
        reason: Why.
    """

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
    """What became of a proposal. Nothing in it ever changes. (9.1, 6.1.2 c 2)

        proposal: What was proposed.
        accepted: True if the effect was rated as proposed.
        decided_by: The risk's owner.
        decided_on: When.
        reason: Why.
    """

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
    """A declared conflict of interest with a unit. That there is one is recorded, never why in private matters.

        unit: With which unit.
        from_: Since when.
        until: Until when; open when absent.
    """

    unit: str
    from_: datetime.date
    until: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class NodePair(Record):
    """A correlation of two nodes.

        one: A node, "SCENARIO.MEMBER".
        other: Another node.
        correlation: Of the underlying variables, -1 to 1.
    """

    correlation: float
    one: str = ""
    other: str = ""


@dataclass
class NodeLoadings(Record):
    """How much a node follows the common factors.

        node: A node, "SCENARIO.MEMBER".
        loadings: One for each factor; the sum of their squares is at most 1.
    """

    node: str = ""
    loadings: list[float] = field(default_factory=list)


@dataclass
class Dependence(Record):
    """What moves together. Nodes that are not named are independent. A node is "SCENARIO.frequency" (whichever of the
    rates is given), "SCENARIO.severity" or "SCENARIO.FORM" for the magnitude of a form of loss; magnitudes are
    joined event by event, the first of a year with the first. Either by pairs or by factors, which cost less for
    many nodes.

        copula: Which copula.
        degrees_of_freedom: Of the t copula, 1 to 1,000.
        correlations: By pairs; pairs that are not named are 0.
        factors: By common factors.
        repair: True if correlations that contradict each other give way to the nearest that do not.
    """

    copula: CopulaKind
    degrees_of_freedom: float | None = None
    correlations: list[NodePair] = field(default_factory=list)
    factors: list[NodeLoadings] = field(default_factory=list)
    repair: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "correlations": list_of(NodePair.from_json),
        "factors": list_of(NodeLoadings.from_json),
    }


@dataclass
class Dispute(Record):
    """A nonconformity that was contested (T05), and what was decided (T06, T07). (ISO 19011, diverging opinions; duty
    S20)

        kind: What is contested.
        reason: Why.
        evidence: Evidence that was not there before.
        by: Who contests it.
        on: When.
        cycle: In which cycle.
        decision: What was decided; empty as long as nothing is.
        decided_by: By whom.
        decided_on: When.
    """

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
    """A request for more time (T22), and what was decided (T23). The first day stays on record. (10.2 c; duty S22)

        deadline: Which: "plan", "implementation", ...
        original: The day that stood before.
        until: The day that is asked for.
        reason: Why it takes longer.
        interim_measure: What keeps the effects small until then.
        requested_by: Who asked.
        requested_on: When.
        cycle: In which cycle.
        state: How far it has come.
        decision: Why it was granted or refused.
        decided_by: By whom.
        decided_on: When.
    """

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
    """A deviation that is accepted for a time (T24) on a risk, until it expires, is revoked (T25) or is fixed (T26).
    (10.2 a, 10.2 c, 6.1.3 f)

        risk: The risk that it is accepted on.
        reason: Why it is accepted.
        compensating_measures: What keeps the effects small.
        accepted_by: Owner of the risk who accepted it.
        from_: First day.
        until: Last day.
        state_before: Where it stood.
        paused: The deadlines that rest meanwhile.
        ended_on: When it ended.
        ended_because: Why.
    """

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
    """What a nonconformity said before a dispute was decided (T06) or it was graded anew (T27). (10.2 f, 7.5.3)

        step: By which step: "T06", "T27".
        on: When it was changed.
        by: By whom.
        because: Why.
        grade: The grade before.
        grade_reasons: Its reasons.
        requirement: What was required before.
        evidence_statement: What was seen, as it was put before.
        gap: In what it fell short, as it was put before.
        owner: Process owner before.
    """

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
    """Who issued a nonconformity of an external audit. Its grade, its days and its closing are theirs.

        name: Certification body or customer.
        reference: Their number of it.
        due: The days that they set.
        decisions: What they decided, in order.
        closing: What records that they closed it.
    """

    due: Deadlines
    name: str = ""
    reference: str = ""
    decisions: list[str] = field(default_factory=list)
    closing: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": Deadlines.from_json,
    }


@dataclass
class ImportedPast(Record):
    """What another system or a register told of a nonconformity, in its own words. Nothing of it is proof here: a
    correction, a cause or an effect counts once a step of the lifecycle has recorded it. (10.2 f)

        status: Its state, as it is written there.
        source: Where it came from, as it is written there.
        raised_on: When it was raised there.
        raised_by: Who raised it there.
        owner: Who is to see to it, where the name matches nobody here.
        cause: What is said to have caused it.
        correction: What is said to have been made good.
        action: What is said to remove the cause.
        due_on: Until when that was to be done.
        effectiveness: What is said of the effect: a plan to look, or what was seen.
        closed_on: When it was closed there.
    """

    status: str = ""
    source: str = ""
    raised_on: datetime.date | None = None
    raised_by: str = ""
    owner: str = ""
    cause: str = ""
    correction: str = ""
    action: str = ""
    due_on: datetime.date | None = None
    effectiveness: str = ""
    closed_on: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "raised_on": date,
        "due_on": date,
        "closed_on": date,
    }


@dataclass
class ImportedState(Record):
    """That a record came from another system in a state that says less than ours.

        system: Which system.
        status: What it was called there.
        imported_unverified: True where our state asks for proof that did not come along.
        past: What was told of it there.
    """

    system: str = ""
    status: str = ""
    imported_unverified: bool = False
    past: ImportedPast | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "past": ImportedPast.from_json,
    }


@dataclass
class OverdueNotice(Record):
    """That a deadline passed, noticed by the clock (T29). Being overdue is an event, never a state.

        deadline: Which: "plan", ...
        due: Its day.
        noticed_on: When it was noticed.
        level: The level that it reached then.
    """

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
    """Everything beside the straight way of one nonconformity.

        disputes: Disputes, in order.
        extensions: Requests for more time, in order.
        deviations: Deviations, in order; the last may run.
        revisions: What it said before, in order.
        agreements: Second signatures other than for closing.
        merged_into: The one that it became part of (T08).
        recurs_from: The closed one that came back in it (T21).
        issuer: Who issued it, for an external audit.
        imported: Where its state came from, if not from its steps.
        overdue: Deadlines that passed, in order.
    """

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
class Distribution(Record):
    """A distribution and its parameters. Only those of its kind are given; a value.

        dist: Which one.
        value: What is always the case.
        low: Least value; of a metalog the quantile at `alpha`.
        mode: Most likely value.
        median: Value in the middle.
        high: Greatest value; of a metalog the quantile at 1 - `alpha`.
        lambda_: How much weight the mode has; 4 when absent.
        mean: Mean.
        sd: Standard deviation.
        mu: Mean of the logarithm.
        sigma: Standard deviation of the logarithm.
        p05: 5th percentile.
        p95: 95th percentile.
        shape: Shape.
        scale: Scale.
        location: Where it begins; 0 when absent.
        alpha: First shape; of a metalog the probability below `low`, 0.1 when absent.
        beta: Second shape.
        lower_bound: Of a metalog: nothing lies below; none when absent.
        upper_bound: Of a metalog: nothing lies above; none when absent.
        rate: Mean number of events in a year.
        r: Number of failures, need not be whole.
        n: Number of trials, whole.
        p: Probability.
        values: What was seen.
        weights: How often, in the order of `values`; alike when absent.
    """

    dist: DistributionKind
    value: float | None = None
    low: float | None = None
    mode: float | None = None
    median: float | None = None
    high: float | None = None
    lambda_: float | None = None
    mean: float | None = None
    sd: float | None = None
    mu: float | None = None
    sigma: float | None = None
    p05: float | None = None
    p95: float | None = None
    shape: float | None = None
    scale: float | None = None
    location: float | None = None
    alpha: float | None = None
    beta: float | None = None
    lower_bound: float | None = None
    upper_bound: float | None = None
    rate: float | None = None
    r: float | None = None
    n: float | None = None
    p: float | None = None
    values: list[float] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)


@dataclass
class DistributionPoint(Record):
    """A value, and the probability that it is not exceeded.

        value: The value.
        probability: Of what is not above it.
    """

    value: float
    probability: float


@dataclass
class DistributionFigures(Record):
    """What is known of a distribution.

        mean: Mean.
        variance: Variance; absent where it is infinite.
        standard_deviation: Its square root.
        quantiles: The least value of each of the probabilities, in their order.
        cdf: The probability of each of the values, in their order.
    """

    mean: float
    variance: float | None = None
    standard_deviation: float | None = None
    quantiles: list[DistributionPoint] = field(default_factory=list)
    cdf: list[DistributionPoint] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "quantiles": list_of(DistributionPoint.from_json),
        "cdf": list_of(DistributionPoint.from_json),
    }


@dataclass
class DistributionRequest(Record):
    """What is asked of a distribution beside its moments.

        probabilities: Whose quantiles are wanted, each above 0 and below 1.
        values: Not to be exceeded: the probability of that is wanted.
    """

    probabilities: list[float] = field(default_factory=list)
    values: list[float] = field(default_factory=list)


@dataclass
class Diversification(Record):
    """A level of value at risk or expected shortfall, of the portfolio and of the sum over its scenarios.

        level: The level.
        value_at_risk: What the scenarios' values at risk sum up to beyond the portfolio's.
        expected_shortfall: The same of expected shortfall.
    """

    level: float
    value_at_risk: Money
    expected_shortfall: Money

    _reads: ClassVar[Mapping[str, Read]] = {
        "value_at_risk": money,
        "expected_shortfall": money,
    }


@dataclass
class Document(Record):
    """A document or record of the ISMS. Its content stays where it is; the digest fixes which content is meant.
    (7.5.1, 7.5.2, 7.5.3)

        key: Such as "D-7", or the document's own number.
        title: What it is called.
        kind: What it is.
        serves: Clauses and controls that ask for it or are shown by it: "5.2", "A.5.1".
        version: Its version, as it numbers itself.
        owner: Who sees to it.
        owner_name: Name in an imported table that matched nobody.
        approved_by: Who approved this version. (7.5.2 c)
        approved_on: When; for a record or report, when it was made.
        review_due: The day until which it has to be looked at again.
        location: Where it is kept: a path, a system, an address.
        sha256: Digest of the file, as sha256sum prints it; absent without a file.
        external: True if it comes from outside and the ISMS relies on it. (7.5.3)
        classification: How confidential it is.
        retired_on: Since when it is no longer in force.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """A document that auditors ask for before or in an audit. (ISO 19011, reviewing documented information)

        key: Such as "DR-4".
        audit: For which audit.
        what: What is asked for.
        criteria: On what it bears.
        unit: Of which unit.
        asked_of: Who is to hand it in.
        asked_by: Who asks.
        asked_on: When.
        due_on: Until when.
        state: How far it is.
        answer: Where it lies, or why it will not come.
        answered_on: When that was said.
        evidence: The evidence that it became.
        sent_back: Why what was handed in did not do, each time.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """A requirement or control that the programme has to cover.

        criterion: Which.
        last_audited_on: When it was last audited; never when absent.
        risk_level: For a control: band of the highest risk that it treats, 1 the lowest.
        promised_for: Due by then whatever its interval: a programme in force planned it.
    """

    criterion: str
    last_audited_on: datetime.date | None = None
    risk_level: int | None = None
    promised_for: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "last_audited_on": date,
        "promised_for": date,
    }


@dataclass
class Duty(Record):
    """What breaking a rule leads to in this organisation: a separation rule ("S11"), or a guard of the lifecycle that
    is guidance or practice ("T11.systemic"). (9.2.2 b; ISO 19011, independence)

        key: The rule: "S11".
        effect: What breaking it leads to.
        reason: Why it is not as annexa has it.
        cooling_off_months: For S02: how long who left keeps away, 0 to 120; 24 when absent.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

    key: str
    effect: DutyEffect
    reason: str = ""
    cooling_off_months: int | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class Effectiveness(Record):
    """The review of effectiveness. (10.2 d)

        window_from: The day of the last action.
        window_until: Until when one watches.
        result: What was found.
        reason: On what that rests.
        isms_changes_done: Changes made to risks, SoA and documents, or "none, because ...".
        judged_by: Who judged.
        judged_on: When.
        operations_wanted: After how many good operations of the control one need not wait.
        operations_seen: How many were seen.
    """

    window_from: datetime.date
    window_until: datetime.date
    result: EffectivenessResult | None = None
    reason: str = ""
    isms_changes_done: str = ""
    judged_by: str | None = None
    judged_on: datetime.date | None = None
    operations_wanted: int | None = None
    operations_seen: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "window_from": date,
        "window_until": date,
        "judged_on": date,
    }


@dataclass
class HalfDay(Record):
    """A half-day: seasons are planned in these.

        day: Which day.
        part: Which half.
    """

    day: datetime.date
    part: DayPart

    _reads: ClassVar[Mapping[str, Read]] = {
        "day": date,
    }


@dataclass
class PublishedEngagement(Record):
    """Where an engagement stands in a plan that was published.

        start: Its first half-day.
        team: Who audits, the lead first.
        sent: True if people were told: it stays, unless SeasonRequest::may_move lists it.
    """

    start: HalfDay
    team: list[str] = field(default_factory=list)
    sent: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": HalfDay.from_json,
    }


@dataclass
class Engagement(Record):
    """The audit of a unit, to be placed in a season: half-days in a row, counted over working days.

        key: Its name, for good.
        unit: What is audited; one engagement at a time.
        half_days: How long it takes, 1 to 60.
        competences: What the team must know together; at most 16.
        largest_team: Most auditors in its team, 1 to 4.
        earliest: First day on which it may take place.
        latest: Last day.
        target: Day by which it should have ended; the latest when absent.
        risk: How much it matters, 1 to 1,000: of leaving it out, of a delay.
        place: Where, a name of SeasonRequest::places; empty for none.
        after: Engagements that have to end before it begins.
        last_team: Who audited the unit last; others are preferred among equals.
        published: Where it stands in the published plan.
    """

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
class Erasure(Record):
    """An erasure of personal texts, on record: what was erased, on what ground and by whom, never the texts
    themselves. (control A.5.34; GDPR Article 17, Article 5(2))

        key: Such as "ER-1".
        subject: Whose texts: noun, ':' and key.
        members: Which members of that record.
        reason: On what ground; names nobody.
        by: Who ordered it.
        at: When.
    """

    key: str
    at: datetime.datetime
    subject: str = ""
    members: list[str] = field(default_factory=list)
    reason: str = ""
    by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class EscalationLevel(Record):
    """Who hears of a deadline when.

        inform: Who hears of it.
        offset_days: Calendar days from the day that is due; negative is before it.
    """

    inform: Capacity
    offset_days: int


@dataclass
class Evidence(Record):
    """A piece of audit evidence. Its content stays where it is; the digest fixes what was seen. (ISO 19011, collecting
    and verifying information; 7.5.3)

        key: Such as "E-17".
        audit: In which audit it was gathered; or else
        nonconformity: for which nonconformity: its correction, its effect.
        kind: What it is.
        title: What it shows, in a few words.
        source: Where it is kept: a document number, a system, a place.
        statement: What was said or seen; free text that may name people.
        sha256: Digest of the file, as sha256sum prints it; absent without a file.
        media_type: Media type of the file.
        size: Bytes of the file.
        effective_on: The day from which it speaks: apart from when it came in.
        received_on: When the auditor got it.
        received_by: Who got it.
        unit: Where.
        criteria: What it bears on.
        classification: How confidential it is.
        form: What was kept of it; nothing said where it stays where it is.
        redaction: What was left out of a redacted copy, and why.
        effective_until: The last day of the period that it speaks of.
        retain_until: Until when it is kept; erased or given back afterwards.
        reused_from: The evidence of an earlier audit that is used again.
        reused_because: Why that still speaks.
        custody: Through whose hands it went, in order.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
class NumberEstimate(Record):
    """A probability or a mean number, and how far it may be off.

        value: The number.
        standard_error: One standard error of it.
    """

    value: float
    standard_error: float


@dataclass
class ExceedancePoint(Record):
    """A point of the exceedance curves: how probable are years with more loss, and years with a single event of more
    loss.

        loss: The loss.
        aggregate: Of a year whose losses sum up to more (AEP).
        event: Of a year with an event of more (OEP); absent for products of rates.
    """

    loss: Money
    aggregate: NumberEstimate
    event: NumberEstimate | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "loss": money,
        "aggregate": NumberEstimate.from_json,
        "event": NumberEstimate.from_json,
    }


@dataclass
class ExcludedPair(Record):
    """One cell of the independence matrix: somebody who may not audit a unit.

        person: Who.
        unit: Which unit.
        rule: By which separation rule: "S01".
        because: Why, in a sentence.
    """

    person: str
    unit: str
    rule: str = ""
    because: str = ""


@dataclass
class Feedback(Record):
    """Something that an interested party said. (9.3.2 e)

        key: Such as "FB-6".
        title: In a few words, without names of persons.
        kind: What sort.
        party: Who said it.
        statement: What was said; free text that may name people.
        received_on: When it came in.
        owner: Who deals with it.
        answer: What was made of it; empty as long as nothing was.
        answered_on: When it was answered.
        nonconformities: Nonconformities that came of it.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What the auditor answers to the tests of a major nonconformity. An answer that is left out is not given yet.
    (ISO/IEC 17021-1 3.12)

        capability_affected: Is the capability to achieve the results affected?
        capability_because: Why, or why not.
        control_in_doubt: Is there significant doubt that processes are under control?
        control_because: Why, or why not.
        systemic_failure: Do several minor ones on one matter show a systemic failure?
        systemic_because: Why, or why not.
    """

    capability_affected: bool = False
    capability_because: str = ""
    control_in_doubt: bool = False
    control_because: str = ""
    systemic_failure: bool = False
    systemic_because: str = ""


@dataclass
class Grading(Record):
    """On what a grade rests: the answers, what followed from them by rule, and where the auditor departed from that.

        answers: What was answered.
        proposed: What followed; nothing where answers were missing.
        because: The tests that led there, a sentence each.
        hints: What was pointed out beside them.
        departure: Why another grade was given.
    """

    answers: GradeAnswers
    proposed: Grade | None = None
    because: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    departure: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "answers": GradeAnswers.from_json,
    }


@dataclass
class FindingTranslation(Record):
    """The texts of a finding in another language. The original prevails.

        language: Tag of the language, such as "de". (RFC 5646)
        title: Finding::title in it.
        statement: Finding::statement in it; empty where the finding has none.
        requirement: Nonconformity::requirement in it; or empty.
        gap: Nonconformity::gap in it; or empty.
        translated_by: Who answers for it.
        translated_on: When.
    """

    translated_by: str
    translated_on: datetime.date
    language: str = ""
    title: str = ""
    statement: str = ""
    requirement: str = ""
    gap: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "translated_on": date,
    }


@dataclass
class Finding(Record):
    """A finding of an audit. One of kind nonconformity has a Nonconformity of its own that carries its life. (ISO
    19011, generating audit findings)

        key: Such as "F-3".
        audit: In which audit.
        kind: What it is.
        title: In a few words.
        statement: What was found.
        criteria: Against what.
        unit: Where.
        evidence: What it rests on.
        grade: How serious, for a nonconformity.
        grade_reasons: Why that grade.
        nonconformity: The nonconformity raised from it.
        state: How far it has come.
        decision: Why it was accepted, declined or withdrawn.
        raised_by: Who raised it.
        raised_on: When.
        grading: On what the grade rests, where it was proposed by rule.
        repeats: Earlier nonconformities that it repeats.
        decided_by: Who accepted, declined or withdrew it.
        decided_on: When.
        translations: In other languages, at most one in each.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    translations: list[FindingTranslation] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "raised_on": date,
        "grading": Grading.from_json,
        "decided_on": date,
        "translations": list_of(FindingTranslation.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class FreezeWindow(Record):
    """Days on which nobody may be audited, such as a closing of accounts.

        from_: First day.
        until: Last day.
        because: Why.
    """

    from_: datetime.date
    until: datetime.date
    because: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class GapControl(Record):
    """A control through which a requirement is looked at, with everything that the figures rest on.

        control: The control or clause, or the requirement itself.
        relationship: What the requirement is to it, as the crosswalk prints it: "subset_of".
        strength: Strength of the mapping, 1 to 10; absent if nobody judged.
        basis: Who says so; empty for the requirement itself.
        credit: What it earns when it conforms.
        applicable: False if the statement of applicability excludes it.
        implemented: Done: its row says so, or where it has none an audit found it met.
        assessed: Concluded audits looked at it in every unit where they were to.
        conforming: Done, and the last look in each unit found it met.
        verdict: The most serious of the last looks in each unit; absent without any.
        audit: The audit that said so.
        assessments: These last assessments of the control.
        evidence: What these and the row rest on, each once.
        documents: Documents of the row.
    """

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
    """One requirement of a framework, and how far it is met.

        id: Its id in the framework.
        title: Its title.
        applicable: False if a row of the statement of applicability excludes it.
        implemented: Something that covers it is done.
        assessed: Something that covers it was looked at.
        conforming: Something that covers it conforms, and nothing within it was found not met.
        reusable: There is evidence to use again, whatever it earns.
        through: Itself, where something is on record of it, then in the order of the crosswalk.
    """

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
    """The requirements counted.

        required: Requirements of the framework.
        applicable: Of these, those that apply.
        implemented: Of those that apply, implemented.
        assessed: Of those that apply, assessed.
        conforming: Of those that apply, conforming.
        reusable: Of those that apply, with evidence to use again.
        unmapped: Of those that apply, those that neither a mapping nor a record leads to.
        degree: Conforming ÷ applicable in per cent, rounded down; absent if nothing applies.
    """

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
    """How far a framework is met. As JSON it is what `annexa gap --json` prints.

        framework: Id of the catalog.
        title: Its title.
        requirements: What auditors judge (Catalog::criteria()), in its order.
        totals: The requirements counted.
        notes: What to know before relying on it: mappings that are others than those the workspace adopted, or lead
            to nothing that this annexa has.
    """

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
    """Something on record that bears on a grade.

        key: Of which record.
        what: What of it bears on the grade.
    """

    key: str = ""
    what: str = ""


@dataclass
class GradeTest(Record):
    """One test of a major nonconformity, answered.

        id: "capability", "control" or "systemic".
        question: What it asks.
        answer: What was answered; nothing if it is open.
        because: Why.
        source: Where it stands.
    """

    id: str = ""
    question: str = ""
    answer: bool = False
    because: str = ""
    source: str = ""


@dataclass
class GradeProposal(Record):
    """A proposal. Nothing is graded by it: a person decides (finding.grade).

        grade: What follows; nothing while a test is open that could make it major.
        tests: The three tests.
        because: What led there, a sentence each.
        hints: What points to a higher grade without deciding it.
        open: Members of the answers that are missing.
    """

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
    """What a grade is proposed from: answers of the auditor, and what is on record.

        answers: What the auditor answers to the tests.
        minors: Other minor nonconformities of this audit on the same requirement or matter.
        repeats: Earlier nonconformities that it repeats: a hint only.
        risks: Risks above what is acceptable that the control treats: a hint only.
    """

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
    """One value of a scale: a word of the organisation, and the verdict that it stands for.

        id: What assessments write: "PF", "NC1".
        name: What it is called.
        verdict: What it stands for.
        meaning: When it is given.
    """

    verdict: Verdict
    id: str = ""
    name: str = ""
    meaning: str = ""


@dataclass
class GradingScale(Record):
    """A grading scale: data, so that an organisation keeps the words it has. Reports show them beside the verdict;
    figures are reckoned by the verdict. (ISO 19011, grading audit findings)

        key: Such as "GS-1".
        title: What it is called.
        values: Its values, in the order in which lists show them.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """An information security event, and what became of it. (control A.5.24, control A.5.25, control A.5.26, control
    A.5.27, control A.5.28)

        key: Such as "INC-3".
        title: In a few words, without names of persons.
        state: How far it has come.
        description: What happened; free text that may name people.
        occurred_on: When it began.
        reported_on: When it was reported. (control A.6.8)
        resolved_on: When it was dealt with.
        owner: Who leads the response.
        units: Where.
        assets: What it struck.
        personal_data: True if personal data were struck.
        response: What was done. (control A.5.26)
        evidence: Where evidence of it is kept. (control A.5.28)
        lessons: What was learnt, or "none, because ..."; needed to close it. (control A.5.27)
        nonconformities: Nonconformities that came of it.
        risks: Risks that it bears on.
        closed_on: When it was closed.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What was said about an input at the review.

        input: Which input: "a" to "g", "d-1" to "d-4".
        text: What was said.
    """

    input: str = ""
    text: str = ""


@dataclass
class InspectedAction(Record):
    """What the verifier looked at.

        action: Which action.
        inspected: Which evidence was inspected.
        population: In how many cases it had to be carried out, 1 or more; 1 when absent.
        sampled: How many of these were looked at, at most the population.
    """

    action: str
    inspected: str = ""
    population: int | None = None
    sampled: int | None = None


@dataclass
class PartyRequirement(Record):
    """Something that an interested party requires. (4.2 b, 4.2 c)

        text: What is required, in own words.
        climate_change: True if it has to do with climate change. (4.2, Amendment 1:2024)
        addressed: True if the ISMS takes care of it. (4.2 c)
        how: How it does; or why it does not.
        obligation: The obligation that it is, if it binds by law or contract.
    """

    text: str = ""
    climate_change: bool = False
    addressed: bool = False
    how: str = ""
    obligation: str | None = None


@dataclass
class InterestedParty(Record):
    """Somebody who has a stake in the information security of the organisation. (4.2 a)

        key: Such as "IP-2".
        name: Who: a group or an organisation rather than a person.
        external: True if it stands outside the organisation.
        interest: What its stake is.
        requirements: What it requires.
        owner: Who deals with it.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """From how many points on a unit is audited how often. Points speak for risk, importance, results and events; what
    gives how many stands in the decision on the programme.

        points: From that many points on.
        percent: Interval, of that of all units.
    """

    points: int
    percent: int


@dataclass
class InterviewAnswer(Record):
    """A question and what was answered.

        question: What was asked.
        answer: What was answered; free text that may name people.
        evidence: What was shown for it.
    """

    question: str = ""
    answer: str = ""
    evidence: list[str] = field(default_factory=list)


@dataclass
class Interview(Record):
    """An interview: who was asked in which function, by whom, when and where. Its statements are a piece of evidence.
    (ISO 19011, conducting interviews)

        key: Such as "IV-3".
        audit: In which audit.
        unit: Where the function belongs.
        function: In which function somebody answered; reports name it.
        person: Who; absent where that is to stay unsaid.
        interviewers: Who asked.
        at: When.
        place: Where, or "remote".
        criteria: About what.
        answers: What was asked and answered.
        evidence: The evidence that it is.
        confirmed: True if the answers were read back and confirmed.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What was last sent of a session to those who take part in it.

        at: When.
        sequence: Session::sequence at that time; 0 when absent.
        to: Who took part by it.
    """

    at: datetime.datetime
    sequence: int | None = None
    to: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class JudgedAction(Record):
    """Whether an action helped.

        action: Which action.
        effective: Whether it removed its causes.
        measured: What the measurement gave.
    """

    action: str
    effective: bool = False
    measured: str = ""


@dataclass
class KpiValue(Record):
    """One value of an indicator in one period.

        id: Which indicator.
        group: Of which group: "closed", "9.2", "over 180 days"; empty if there is one value.
        value: The value, with one place, rounded down; absent if nothing was there to count.
        part: What was counted.
        whole: Out of how many, or of how many values it is the median.
    """

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
    """All indicators in one period.

        from_: First day.
        until: Last day.
        values: By indicator in the order of the table, then group.
    """

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
    """How the time up to a day is divided.

        until: Last day of the last period; today when absent.
        months: Months of a period, 1 to 12; 3 when absent.
        periods: How many periods, 1 to 60; 4 when absent.
    """

    until: datetime.date | None = None
    months: int | None = None
    periods: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "until": date,
    }


@dataclass
class KpiTrend(Record):
    """The indicators over several periods. As JSON it is what `annexa kpi --json` prints.

        on: As of which day.
        months: Length of a period.
        periods: The earliest first; the last ends on that day.
        unverified: Nonconformities that were left out because their imported state was never verified.
    """

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
    """Figures of the whole ISMS.

        nonconformities_open: Neither closed nor withdrawn; drafts included.
        nonconformities_major: Of the open ones, those graded major.
        nonconformities_minor: Of the open ones, those graded minor.
        nonconformities_overdue: Of the open ones, those with a deadline or an action whose day has passed.
        nonconformities_closed: Closed, with proof.
        nonconformities_imported_unverified: Taken over in a state whose proof did not come along.
        deviations_accepted: Lived with for a time.
        actions_open: Proposed, approved or in progress.
        actions_overdue: Approved or in progress, and their day has passed.
        actions_blocked: Of the open ones, those that cannot go on.
        effectiveness_judged: Reviews of effectiveness with a result; each cycle of a nonconformity has its own.
        effectiveness_effective: Of these, those that found the causes gone.
        criteria_in_scope: Criteria of that audit that apply.
        criteria_met: Of these, those that are met.
        criteria_not_assessed: Of these, those that nobody looked at.
        risks_open: Not closed.
        risks_not_scored: Of these, those without a current or residual score.
        risks_unacceptable: Of these, those whose remaining band asks for treatment and that nobody accepted.
        acceptances_expired: Accepted until a day that has passed.
        risks_orphaned: Of the open ones, those without an owner, or with one who has left.
        treatments_not_approved: Of the open ones, those that ask for treatment and whose owner approved none.
        audits_planned: Planned or approved, not begun.
        audits_reported: Reported.
    """

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
    """One level of an ordinal scale.

        name: Such as "likely".
        definition: What it takes to be at this level.
        from_: Lowest average that belongs to it; where absent, averages round half up.
    """

    name: str = ""
    definition: str = ""
    from_: decimal.Decimal | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": number,
    }


@dataclass
class LevelEstimate(Record):
    """An amount at a probability: a quantile, a value at risk, an expected shortfall.

        level: The probability, 0 to 1.
        value: The amount.
        standard_error: One standard error of it.
    """

    level: float
    value: Money
    standard_error: Money

    _reads: ClassVar[Mapping[str, Read]] = {
        "value": money,
        "standard_error": money,
    }


@dataclass
class LicensedText(Record):
    """A licensed text of one requirement.

        id: Id of the requirement.
        language: Language; every language when empty.
        title: Heading; that of the catalog when empty.
        text: The text.
    """

    id: str = ""
    language: str = ""
    title: str = ""
    text: str = ""


@dataclass
class LicensedTexts(Record):
    """The licensed texts of a catalog, for hosts that keep them in a document. hook_of()

        catalog: Id of the catalog.
        texts: The texts.
    """

    catalog: str = ""
    texts: list[LicensedText] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "texts": list_of(LicensedText.from_json),
    }


@dataclass
class LifecyclePolicy(Record):
    """What an organisation decides; what is absent is as annexa has it. Practice, not norm.

        key: "lifecycle-policy".
        deadlines: Days that differ from the default; the last that fits counts.
        escalation: Levels from 1; default_escalation when empty.
        recurrence: When a closed one comes back.
        deviation_end: When a deviation ends unfixed.
        extensions_per_cycle: So many extensions in a cycle; 2.
        extension_days_minor: So many days together for a minor one; 90.
        extension_days_major: So many days together for a major one; 30.
        deviation_days: So many days a deviation lasts at most; 365.
        retention_days: So many days after its closing one can be reopened; 1095.
        window_days_minor: So many days a minor one is watched at least; 60.
        window_days_major: So many days a major one is watched at least; 90.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
class LossInterval(Record):
    """An interval of a histogram: years whose loss lies above one amount and not above another.

        low: Where it begins; the amount itself is not in it.
        high: Where it ends; the amount itself is in it, and in the last one all that is more.
        probability: Of a year in it; years without any loss are in none.
    """

    low: Money
    high: Money
    probability: NumberEstimate

    _reads: ClassVar[Mapping[str, Read]] = {
        "low": money,
        "high": money,
        "probability": NumberEstimate.from_json,
    }


@dataclass
class LossFigures(Record):
    """The figures of a scenario, a category or the portfolio: of the loss of a year.

        name: Of the scenario or category; empty for the portfolio.
        mean: Mean: the annualized loss expectancy.
        standard_deviation: Standard deviation.
        loss_probability: Of a year with any loss.
        events: Mean number of loss events; absent for products of rates.
        least: Least that was simulated.
        greatest: Most that was simulated: it grows with the trials.
        quantiles: Quantiles.
        value_at_risk: The quantile at each level.
        expected_shortfall: Mean of the worst years, a part of 1 - level of all.
        exceedance: Curves, by rising loss.
        histogram: Rising and without gaps, round amounts between them; if asked for.
        contribution: To the portfolio's standard deviation; they sum up to it.
        capped: Years or events beyond what amounts can be.
    """

    mean: AmountEstimate
    standard_deviation: AmountEstimate
    loss_probability: NumberEstimate
    least: Money
    greatest: Money
    capped: int
    name: str = ""
    events: NumberEstimate | None = None
    quantiles: list[LevelEstimate] = field(default_factory=list)
    value_at_risk: list[LevelEstimate] = field(default_factory=list)
    expected_shortfall: list[LevelEstimate] = field(default_factory=list)
    exceedance: list[ExceedancePoint] = field(default_factory=list)
    histogram: list[LossInterval] = field(default_factory=list)
    contribution: Money | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "mean": AmountEstimate.from_json,
        "standard_deviation": AmountEstimate.from_json,
        "loss_probability": NumberEstimate.from_json,
        "events": NumberEstimate.from_json,
        "least": money,
        "greatest": money,
        "quantiles": list_of(LevelEstimate.from_json),
        "value_at_risk": list_of(LevelEstimate.from_json),
        "expected_shortfall": list_of(LevelEstimate.from_json),
        "exceedance": list_of(ExceedancePoint.from_json),
        "histogram": list_of(LossInterval.from_json),
        "contribution": money,
    }


@dataclass
class LossForm(Record):
    """A kind of loss of an event. (Open FAIR O-RT: forms of loss)

        form: Its name, such as "response"; differs from the others'.
        probability: Of its being part of an event, 0 to 1; always if absent.
        magnitude: Loss when it is, in the document's currency.
    """

    magnitude: Distribution
    form: str = ""
    probability: Distribution | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "probability": Distribution.from_json,
        "magnitude": Distribution.from_json,
    }


@dataclass
class ReviewJudgement(Record):
    """What top management makes of one question. (9.3.1)

        suitable: True if the ISMS still fits.
        adequate: True if it suffices.
        effective: True if it works.
        reason: On what that rests.
    """

    suitable: bool = False
    adequate: bool = False
    effective: bool = False
    reason: str = ""


@dataclass
class ReviewDecision(Record):
    """One decision of a management review. (9.3.3, 9.3.2 a)

        text: What is decided.
        kind: What it is about.
        owner: Who sees to it.
        due: Until when.
        state: How it stands.
        result: What came of it, or why it was dropped.
        ended_on: When it was carried out or dropped.
    """

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
    """A management review. What was on its table is frozen in its ReviewInputPart records. (9.3.1, 9.3.3)

        key: Such as "MR-2".
        title: In a few words.
        state: How far it has come.
        held_on: When it was held.
        from_: First day of the time it looks back on.
        until: Last day of it.
        attendees: Who was there.
        guests: Who else was there, by function.
        judgement: What top management makes of the ISMS.
        decisions: What was decided, in order.
        no_decisions_because: Why nothing had to be decided, if nothing was.
        next_on: For when the next one is planned.
        approved_by: Who approved the record.
        approved_on: When.
        closed_on: When it was closed.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """The level that is rated for one clause or control. Its key is the criterion. Earlier ratings stay in the
    journal. (9.1)

        key: The criterion: "9.1", "A.5.1".
        criterion: Of what.
        level: 0 to 5, by maturity_levels.
        target: The level that is wanted, 0 to 5.
        weight: How much it counts in a mean: 1 to 10.
        rationale: Why this level; never empty.
        evidence: What it rests on.
        documents: Documents that it rests on.
        rated_by: Who rated.
        rated_on: When.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What the ratings of criteria that belong together come to. What is not rated is told apart and never averaged
    away.

        id: "9.2", "A.5", "Planning", "Technological".
        title: Title in the catalog; empty where it has none.
        rated: Criteria with a rating.
        unrated: Criteria that apply and have none.
        minimum: The lowest level that is rated; absent if none is.
        mean: Weighted mean of the rated ones, rounded down to two places.
        floor: The same with each unrated one as level 0 and weight 1, the usual weight.
        weighted_levels: Sum of level × weight: the exact mean is this ÷ `weights`.
        weights: Sum of the weights of the rated ones.
        below_target: Criteria that are rated below their target.
    """

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
    """The maturity of an ISMS: everything that applies, rated or not.

        ratings: Each rating that counts, by criterion.
        overall: All criteria together; its id is the catalog's.
        pillars: Clauses 4 to 10 by part of the system.
        clauses: By clause of the second level, and by theme.
        themes: Controls of Annex A by theme.
    """

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
    """One measure of a treatment plan. (6.1.3 e, 8.3)

        name: Its name within the risk: "M1", "second factor".
        description: What is done.
        controls: Controls that it brings about.
        owner: Who sees to it; the risk's owner when absent.
        cost: What it costs, 0 or more.
        due: Until when.
        status: How far it is; planned when absent.
        done_on: When it was done.
        note: The last word on its progress.
    """

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
    """One value that was read. (9.1)

        on: On which day, or at the end of which span.
        value: The value, in the unit of the measurement.
        note: What was made of it. (9.1 e)
    """

    on: datetime.date
    value: decimal.Decimal
    note: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "value": number,
    }


@dataclass
class Measurement(Record):
    """Something that is measured, and its values over time. (9.1)

        key: Such as "ME-5".
        title: What is measured. (9.1 a)
        method: How, so that values can be compared. (9.1 b)
        unit: Unit of its values: "%", "hours".
        frequency: When it is measured. (9.1 c)
        measured_by: Who measures. (9.1 d)
        analysed_by: Who makes something of it. (9.1 f)
        goal: Which way the target has to be kept; needed with a target.
        target: What is wanted.
        criteria: Requirements and controls of which it tells.
        values: What was read, the earliest first.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """One member of a row that differs. Values are texts as an export has them: lists and records as JSON, what is
    absent as an empty text.

        member: Name of the member in JSON: "status".
        before: What it was.
        after: What it is.
    """

    member: str = ""
    before: str = ""
    after: str = ""


@dataclass
class MigrationNote(Record):
    """One thing that a human has to look at.

        question: Why.
        control: About which control.
        others: Its predecessors or successors concerned.
        text: A sentence.
    """

    question: MigrationQuestion
    control: str
    others: list[str] = field(default_factory=list)
    text: str = ""


@dataclass
class MonthLoad(Record):
    """What a month offers and takes: a bar of the capacity chart.

        month: First day.
        minutes: Audit time planned.
        wanted: Audit time that it is to have.
        room: Audit time that it can have; any when absent.
        open_days: Working days outside freezes.
    """

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
    """One step that was taken: a row of the trail.

        step: The row of the lifecycle table: "T11".
        from_: State before.
        to: State after.
        by: Who: a person's key.
        at: When.
        note: Reason, where the step asks for one.
    """

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
class MovedVisits(Record):
    """How an amendment moves the visits of a unit that were yet to come.

        unit: Which unit.
        before: First days of the months as planned before.
        after: As they are planned now.
    """

    unit: str
    before: list[datetime.date] = field(default_factory=list)
    after: list[datetime.date] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "before": list_of(date),
        "after": list_of(date),
    }


@dataclass
class NewConflict(Record):
    """Somebody who is not independent of a unit any more.

        person: Who.
        unit: Of which unit.
    """

    person: str
    unit: str


@dataclass
class NewDecision(Record):
    """A decision, as it is taken. (9.3.3)

        text: What is decided.
        kind: What it is about.
        owner: Who sees to it.
        due: Until when.
    """

    kind: ReviewDecisionKind
    owner: str
    due: datetime.date
    text: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "due": date,
    }


@dataclass
class NodeEffect(Record):
    """What a treatment does to a node.

        node: A node, "SCENARIO.MEMBER".
    """

    reduction: float
    node: str = ""


@dataclass
class SobolIndex(Record):
    """Sobol's indices of one input.

        first_order: Part of the variance that goes when the input alone becomes known.
        total: Part of the variance that stays when all but the input become known.
    """

    first_order: NumberEstimate
    total: NumberEstimate

    _reads: ClassVar[Mapping[str, Read]] = {
        "first_order": NumberEstimate.from_json,
        "total": NumberEstimate.from_json,
    }


@dataclass
class NodeSensitivity(Record):
    """What a portfolio's loss owes to one node.

        node: "SCENARIO.MEMBER".
        low: Mean loss of a year with the node at its 10th percentile.
        high: With it at its 90th percentile.
        index: Of the loss of a year, rates times magnitudes.
    """

    low: Money
    high: Money
    index: SobolIndex
    node: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "low": money,
        "high": money,
        "index": SobolIndex.from_json,
    }


@dataclass
class PastCycle(Record):
    """A cycle that ended without the causes being gone.

        cycle: Which.
        analysis: What was thought then.
        effectiveness: How that turned out, where one watched.
        closed_on: When it was closed, if it was opened again.
        correction: What was made good then, if it was opened again.
        invalid_closure: True if it should not have been closed.
    """

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
    """A nonconformity: a requirement that is not met. (10.2)

        key: Such as "NC-7".
        title: In a few words.
        state: Where it stands.
        source: Where it comes from.
        grade: How serious it is.
        cycle: Which attempt, from 1.
        plan_rejections: How often a plan was sent back in this cycle.
        escalation_level: 0 none, 1 process owner, 2 ISMS manager, 3 programme manager, 4 top management.
        source_ref: What in that source: unique among the open ones.
        audit: In which audit.
        finding: From which finding.
        unit: Where.
        criteria: Which requirements or controls are not met.
        requirement: What is required, in own words.
        evidence_statement: What was seen.
        evidence: The evidence.
        gap: In what it falls short.
        grade_reasons: Why that grade.
        owner: Process owner: answers for correction, cause and action.
        raised_by: Who raised it.
        issued_by: Who issued it.
        correction: What was made good; none while nobody said anything of it.
        analysis: Why it came to be, and what is to be done.
        plan_approved_by: Who approved the plan.
        isms_changes_listed: Changes made to documents, risks and SoA, or "none, because ...".
        verifier: Who verifies.
        effectiveness: Whether it helped.
        due: What is due when.
        co_signed_by: Second signatures for closing.
        past_cycles: Earlier attempts.
        closed_on: When it was closed.
        trail: Each step taken, in order.
        detours: What happened beside the straight way.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

    key: str
    state: NonconformityState
    source: NonconformitySource
    cycle: int
    plan_rejections: int
    escalation_level: int
    raised_by: str
    due: Deadlines
    title: str = ""
    grade: Grade | None = None
    source_ref: str = ""
    audit: str | None = None
    finding: str | None = None
    unit: str | None = None
    criteria: list[str] = field(default_factory=list)
    requirement: str = ""
    evidence_statement: str = ""
    evidence: list[str] = field(default_factory=list)
    gap: str = ""
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
    """An information security objective. (6.2)

        key: Such as "OBJ-2".
        title: What is to be achieved.
        what: What will be done. (6.2 h)
        resources: What it takes. (6.2 i)
        owner: Who answers for it. (6.2 j)
        due: When it will be achieved. (6.2 k)
        evaluation: How one will tell. (6.2)
        measurements: Measurements that tell. (6.2 b)
        units: Functions and levels that it is set for.
        state: How it stands.
        result: What came of it; needed once it is not open.
        ended_on: When it was achieved, missed or dropped.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """Something that law, an authority or a contract asks for, and how it is met. (4.2, control A.5.31, control
    A.5.32)

        key: Such as "OB-4".
        title: What it is called.
        kind: What binds.
        reference: Where it stands: "GDPR, Article 33".
        jurisdiction: Where it holds, as far as that matters.
        asks: What it asks for, in own words.
        approach: How it is met.
        owner: Who sees to it.
        party: Towards whom it binds.
        criteria: Requirements and controls by which it is met.
        documents: Documents that show it.
        review_due: The day until which it has to be looked at again.
        recorded_on: Since when it is on record; the day of the command when left out.
        changed_on: When it was changed last.
        retired_on: Since when it is of no account any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
class OptimizationOptions(Record):
    """How treatments are chosen and the choice is simulated.

        minimize: What is minimised; annualized-loss when absent.
        level: Level of the shortfall; 0.95 when absent.
        loss: Loss whose probability is minimised; needed for loss-probability.
        budget: What the chosen ones cost together at most; no limit when absent.
        add_cost: True to minimise the sum of loss and cost.
        most_nodes: As ChoiceOptions::most_nodes.
        frontier_points: As ChoiceOptions::frontier_points; none when absent.
        trials: Years of each simulation; 100,000 when absent.
        seed: Of the random numbers; the same for each choice, 0 when absent.
    """

    minimize: ChoiceMeasure | None = None
    level: float | None = None
    loss: Money | None = None
    budget: Money | None = None
    add_cost: bool = False
    most_nodes: int | None = None
    frontier_points: int | None = None
    trials: int | None = None
    seed: int | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "loss": money,
        "budget": money,
    }


@dataclass
class TreatmentChoice(Record):
    """The choice, and how good it is known to be.

        chosen: The best that was found; of equal ones the cheapest that was.
        untreated: The objective without any treatment.
        bound: No choice within the budget has an objective (and cost) below this.
        gap: By how much the choice may be above the best: 0 if proven.
        proven: True if every other choice was ruled out: to 12 digits it is the best.
        nodes: Nodes of the search that were visited.
        evaluations: Sets of treatments whose objective was computed.
        rosi: Return on the investment, of annualized loss; none without cost.
        frontier: The best for each budget, by rising cost; none twice.
    """

    chosen: ChosenTreatments
    untreated: float
    bound: float
    gap: float
    nodes: int
    evaluations: int
    proven: bool = False
    rosi: float | None = None
    frontier: list[ChosenTreatments] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "chosen": ChosenTreatments.from_json,
        "frontier": list_of(ChosenTreatments.from_json),
    }


@dataclass
class ToleranceFinding(Record):
    """A point of the tolerance curve, and whether it is kept.

        loss: The loss.
        tolerated: Probability of more that is borne.
        found: Probability of more that was found.
        exceeded: True if it is more than is borne.
    """

    loss: Money
    tolerated: float
    found: NumberEstimate
    exceeded: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "loss": money,
        "found": NumberEstimate.from_json,
    }


@dataclass
class SimulationResult(Record):
    """What a simulation found. Every figure is of `trials` years of the stream of `seed`, under `semantics` and
    `formula`.

        currency: Of all amounts.
        engine: "monte-carlo", or "fft".
        semantics: How a year's loss is made.
        trials: Years that were simulated; 0 for "fft".
        seed: Of the random numbers.
        formula: Version of how figures are made: results of one version are alike.
        treatments: Treatments in force.
        portfolio: Of all scenarios together.
        categories: By category.
        scenarios: By scenario, in the portfolio's order.
        diversification: By level.
        tolerance: By point of the tolerance curve.
        repaired: By how much correlations that contradicted each other were moved, at most.
    """

    currency: str
    semantics: AnnualSemantics
    trials: int
    seed: int
    portfolio: LossFigures
    engine: str = ""
    formula: str = ""
    treatments: list[str] = field(default_factory=list)
    categories: list[LossFigures] = field(default_factory=list)
    scenarios: list[LossFigures] = field(default_factory=list)
    diversification: list[Diversification] = field(default_factory=list)
    tolerance: list[ToleranceFinding] = field(default_factory=list)
    repaired: float | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "portfolio": LossFigures.from_json,
        "categories": list_of(LossFigures.from_json),
        "scenarios": list_of(LossFigures.from_json),
        "diversification": list_of(Diversification.from_json),
        "tolerance": list_of(ToleranceFinding.from_json),
    }


@dataclass
class OptimizationResult(Record):
    """The choice, and the years without and with it under the same random numbers.

        minimize: What was minimised.
        choice: The choice and how good it is.
        reduction: Of the mean loss of a year, by the same years with and without: its error is small.
        rosi: (reduction - cost) / cost, with its error; absent where nothing is spent.
        before: Without treatments.
        after: With the chosen ones.
    """

    minimize: ChoiceMeasure
    choice: TreatmentChoice
    reduction: AmountEstimate
    before: SimulationResult
    after: SimulationResult
    rosi: NumberEstimate | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "choice": TreatmentChoice.from_json,
        "reduction": AmountEstimate.from_json,
        "rosi": NumberEstimate.from_json,
        "before": SimulationResult.from_json,
        "after": SimulationResult.from_json,
    }


@dataclass
class WorkingCalendar(Record):
    """The days on which an organisation or a site works: a week and its holidays.

        weekend: Days of the week without work, 1 Monday to 7 Sunday.
        holidays: Days without work, in any order.
    """

    weekend: list[int] = field(default_factory=list)
    holidays: list[datetime.date] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "holidays": list_of(date),
    }


@dataclass
class Organization(Record):
    """The organisation whose ISMS is audited. There is one in a workspace; its key is "organization". (4.1)

        key: "organization".
        name: Legal or usual name.
        activity: What it does, in a sentence.
        address: Where its head office is.
        people: Persons who work under its control.
        language: Language of its reports: "en", "de" or "fr"; empty is "en".
        zone: Time zone of its head office, an IANA name; empty is "Etc/UTC".
        calendar: Its working days; Monday to Friday without holidays when absent.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """A rule that was set aside for one command. Nothing that the standard demands can be. Every report shows them.
    (duty S24, S25)

        key: Such as "OV-1".
        rules: Which rules.
        reason: Why.
        command: Which command was let through.
        subject: The record it was about: noun, ':' and key.
        by: Who.
        at: When.
    """

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
    """Which rules the caller asks to set aside for one command, and why.

        rules: Rules, such as "S10".
        reason: Why; never empty.
    """

    rules: list[str] = field(default_factory=list)
    reason: str = ""


@dataclass
class PastAcceptance(Record):
    """An acceptance that holds no more.

        acceptance: The acceptance, as it was.
        ended_on: Since when it holds no more.
        reason: Why.
    """

    acceptance: Acceptance
    ended_on: datetime.date
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "acceptance": Acceptance.from_json,
        "ended_on": date,
    }


@dataclass
class Scores(Record):
    """The four views of one risk.

        inherent: Without controls.
        current: With today's controls.
        residual: After treatment.
        target: Wanted.
        method: Key of the method.
        version: Its version; 0 if nothing was scored.
    """

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
    """The risk owner's approval of the treatment plan, apart from accepting what remains; the risk frozen as it was.
    (6.1.3 f)

        approved_by: The risk's owner.
        authorised_by: The second authority, where the band asks for one.
        approved_on: When.
        note: What was said.
        treatment: What was approved.
        plan: The plan in words.
        measures: Its measures as they were.
        cost: What they cost together, where they have one currency.
        scores: The scores as they were.
    """

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
    """An approval that holds no more.

        approval: The approval, as it was.
        ended_on: Since when it holds no more.
        reason: Why.
    """

    approval: TreatmentApproval
    ended_on: datetime.date
    reason: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "approval": TreatmentApproval.from_json,
        "ended_on": date,
    }


@dataclass
class PastFunction(Record):
    """A function in a unit that somebody has left; independence reckons with it during the cooling-off time.

        unit: In which unit.
        function: Which function.
        until: Last day in it.
    """

    unit: str
    until: datetime.date
    function: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "until": date,
    }


@dataclass
class PastLoss(Record):
    """A loss that was expected until another one was.

        annual_loss: The loss in a year.
        until: The day on which it was changed.
        changed_by: Who changed it.
    """

    annual_loss: Money
    until: datetime.date
    changed_by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "annual_loss": money,
        "until": date,
    }


@dataclass
class PastScore(Record):
    """The figures of a score; what they rest on is in the journal.

        likelihood: Level of likelihood.
        impact: Level of impact.
        level: Number of the band.
        band: Its name.
        score: The score.
        vulnerability: Level of vulnerability, where the method has it.
        impacts: Impact by dimension, as rated.
        factors: The factors, as rated.
        basis: Where it came from; judged when absent.
    """

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
    """Scores that a risk had, under the method and version that they were made with. Nothing in it ever changes. (8.2,
    duty S14)

        on: The day that they were made.
        by: Who made them.
        reason: Why, as far as somebody said.
        method: Key of the method.
        version: Its version.
        inherent: Without controls.
        current: With the controls of that day.
        residual: After treatment.
        target: Wanted.
    """

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
    """A person who has a part in the ISMS. The key stays in the journal for good and should not name the person; name
    and mail can be erased. (7.2, 9.2.2 b)

        key: Such as "P-3" or a pseudonym.
        name: Name.
        mail: Mail address, for invitations.
        function: Function in the organisation; reports name it by default.
        external: True for somebody from outside.
        competences: What this person knows, such as "iso27001-auditing" or "cryptography".
        languages: Languages spoken, as BCP 47 tags.
        audit_days_per_year: Days a year that this person can audit; no limit when absent.
        absences: When this person is away.
        past_functions: Functions left.
        conflicts: Declared conflicts of interest.
        retired_on: Since when this person has no part any more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """The best other place of an engagement, everything else staying as it is.

        start: Its first half-day there.
        team: Its team there.
        rejected_by: The level on which it is worse: "lateness", ...; "none" if it is as good.
        by: How much worse.
    """

    start: HalfDay
    by: int
    team: list[str] = field(default_factory=list)
    rejected_by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": HalfDay.from_json,
    }


@dataclass
class PlacedEngagement(Record):
    """An engagement that has its place.

        engagement: Which.
        start: Its first half-day.
        end: Its last half-day.
        team: Who audits, the lead first.
        why: Why then and why these, a sentence each.
        alternative: The next best place; absent if there is none.
    """

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
    """From when on the clocks of a place are so far ahead of UTC.

        at: From then on.
        utc_offset: Minutes ahead of UTC, negative behind it.
        summer: True for summer time.
        name: What that time is called there, such as "CEST".
    """

    at: datetime.datetime
    utc_offset: int
    summer: bool = False
    name: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class WorkingHours(Record):
    """The hours in which sessions may lie, and how they relate to UTC. Zones `zone` is the name alone; what the clocks
    of the place do stands in `utc_offset` and `changes`, so that a request gives the same plan on every machine.
    with_clocks() fills them from a time zone database.

        zone: Time zone of the place, an IANA name; empty: UTC.
        utc_offset: Minutes that the place is ahead of UTC, -840 to 840, before the first of the changes.
        spans: Hours of work, in order and apart; none means all day.
        changes: When its clocks are changed, in order of time.
        zone_rules: Version of the time zone database that says so; empty if none was asked.
    """

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
    """What an organisation decides about its plans. Times in minutes.

        hours: When sessions may lie.
        opening_minutes: Length of the opening meeting.
        team_minutes: Length of a meeting of the team.
        closing_minutes: Length of the closing meeting.
        session_minutes: Time for a unit that names none.
        longest_session: Longest session; what takes longer is split.
        minutes_per_criterion: Time for a requirement that no unit carries.
        cooling_off_months: How long somebody who left a unit keeps away from auditing it.
        largest_team: Most people in a team that is chosen here.
        days_wanted: Days after which a larger team is tried.
        seed: Of the search: another may find another plan that is as good; 1 when absent.
        rounds: Where the search stops, 0 to 100,000,000; by the size of the plan when absent.
        bound_rounds: Rounds in which bounds are raised, 0 to 100,000; by the size when absent.
        language: Of sentences: "en", "de" or "fr"; English when empty.
    """

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
class PlanOptions(Record):
    """What may be said about the plan of an audit; what is not said is taken from the records.

        from_: First day on which it may take place; the audit's or its entry's when absent.
        until: Last day; the audit's when absent, or the end of the entry's month.
        team: Who audits; those on record for the audit, or else a team is chosen, when empty.
        choose_team: True to have a team chosen although one is on record; not beside a team.
        parameters: Lengths and hours.
    """

    parameters: PlanParameters
    from_: datetime.date | None = None
    until: datetime.date | None = None
    team: list[TeamMember] = field(default_factory=list)
    choose_team: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "team": list_of(TeamMember.from_json),
        "parameters": PlanParameters.from_json,
    }


@dataclass
class Session(Record):
    """One line of an audit plan: when, where, who, what. (ISO 19011, preparing the audit plan)

        key: The audit's key, '/', and "S-01", ...
        audit: Of which audit.
        kind: What happens.
        start: Begin, in UTC.
        end: End, in UTC.
        zone: Time zone of the place, an IANA name.
        utc_offset: Minutes that its clocks are ahead of UTC at the begin; 0 when absent.
        zone_rules: Version of the time zone database that says so; empty if none was asked.
        unit: What is visited; absent for meetings.
        place: Where, or "remote".
        methods: How evidence is gathered: "interview", "document_review", ...
        lead: Who leads the session.
        team: Who else audits in it.
        auditee: Who answers.
        criteria: What is audited against.
        why: Why then and why these people, a sentence each.
        cancelled: True if a later plan does without it.
        sequence: How often its time, place, people or cancellation changed; 0 when absent.
        sent: What those who take part know of it; absent if nothing was sent.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What a plan could not place.

        unit: Which unit; absent for requirements that no unit carries.
        minutes: Time that it needs.
        because: Why, and what would have to give, in a sentence.
        session: The session on record that has lost its place; absent for a new one.
        kind: What stands against it: "team" (the whole team), "retired", "calendar", "independence", "competence",
            "auditee", "time", "sent" (it was sent, and nobody said that it may change) or "lead" (of a meeting).
    """

    minutes: int
    unit: str | None = None
    because: str = ""
    session: str | None = None
    kind: str = ""


@dataclass
class SeasonLevel(Record):
    """What a plan is judged by; each counts only where those before are equal.

        level: "left-out" (risk), "lateness" (risk times the time after the target), "changes" (1,000 each, and what
            differs), "expense" (cost and travel) or "balance" (time over the fair share, and who is liked less).
        value: Of this plan.
        bound: No plan that is as good on the levels before is below.
    """

    value: int
    bound: int
    level: str = ""


@dataclass
class SessionSpot(Record):
    """When, where and who of a session, as far as somebody who takes part has to know.

        start: Begin, in UTC.
        end: End, in UTC.
        zone: Time zone of the place; empty for UTC.
        utc_offset: Minutes by which its clocks are ahead of UTC.
        place: Where.
        lead: Who leads it.
        team: Who else audits in it.
        auditee: Who answers.
    """

    start: datetime.datetime
    end: datetime.datetime
    lead: str
    zone: str = ""
    utc_offset: int | None = None
    place: str = ""
    team: list[str] = field(default_factory=list)
    auditee: str | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "start": instant,
        "end": instant,
    }


@dataclass
class SessionChange(Record):
    """A difference between a proposed plan and the one on record.

        session: Which session.
        what: "moved" (in time), "people", "place", "added", "dropped" or "unplaced".
        from_: As it is on record; absent if it was added.
        to: As it is proposed; absent if it was dropped or has no place.
        unavoidable: True if it could not stay as it was, whatever else were done.
        because: Why, in a sentence.
    """

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
    """A proposed plan. Nothing of it is recorded until it is adopted. Sentences name people by key, since they stay on
    record. (9.2.2; ISO 19011, preparing the audit plan)

        audit: Of which audit.
        team: Who audits, the lead first.
        sessions: Its lines in order of time, with the keys AUDIT/S-01, AUDIT/S-02, ...
        unplaced: What found no place.
        conflict: Why there is no complete plan; absent where there is one.
        excluded: The independence matrix: pairs that are excluded; all others are not.
        levels: How good it is, and how much better a plan by this team could be: "left-out" (importance of what has
            no place), "lateness" (importance times the steps of work after the opening; none where a plan is on
            record), "changes", "expense" (minutes of auditors, a day more for somebody from outside the team) and
            "balance". Empty where not even the meetings have a place, since there is no team then.
        changes: What differs from the plan on record, in order of the session's key.
        changed: How many that are.
        unavoidable: Those of them that could not stay whatever else is done.
        rounds: Rounds of the search that were made.
        reproducible: False if the caller stopped the search, as for want of time.
    """

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
    """A part of the organisation that can be audited, with the people who answer for it. (9.2.2, importance of the
    processes concerned)

        key: Such as "U-3".
        name: Name.
        kind: What it is.
        description: What it does.
        owner: Who answers for it; the auditee.
        managers: Who manages it.
        operators: Who works in it.
        designers: Who built or designed what it does.
        site: Where it is; absent for a site or where there is no place.
        out_of_scope: True if the ISMS does not cover it.
        importance: 1 (low) to 5 (vital).
        criteria: Requirements and controls that it carries out.
        required_competences: What an auditor must know to audit it.
        audit_minutes: Time an audit of it takes, without meetings.
        changed_on: Last significant change.
        last_audited_on: Last audit before the workspace began.
        last_result: Result of that audit, in words.
        calendar: Its own working days; the organisation's when absent.
        zone: Time zone, an IANA name; empty: its site's, else the organisation's.
        retired_on: Since when it no longer exists.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    zone: str = ""
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
    """That somebody holds a role, from a day until another.

        key: Such as "RG-2".
        person: Who.
        role: Which role.
        from_: First day.
        until: Last day; open when absent.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """A separation rule that does not hold for somebody, with what makes up for it. Never possible for S01. (duty S25)

        key: Such as "W-1".
        rule: Which rule: "S10".
        person: For whom.
        reason: Why the duties cannot be kept apart.
        compensating_measure: What is done instead: a peer, an outsider, a management review.
        approved_by: Who agreed.
        from_: First day.
        expires_on: Last day.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
class TimeZone(Record):
    """A time zone over a span of days, as one version of the IANA time zone database has it.

        name: IANA name, such as "Europe/Dublin".
        rules: Version of the database, such as "2025b"; empty where it does not say.
        changes: In order of time; the first holds when the span begins. Never empty.
    """

    name: str = ""
    rules: str = ""
    changes: list[ZoneChange] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "changes": list_of(ZoneChange.from_json),
    }


@dataclass
class PlanRequest(Record):
    """Everything that a plan depends on. Plain values: nothing is looked up elsewhere, so the same request gives the
    same plan. (9.2.2; ISO 19011, preparing the audit plan)

        audit: The audit to plan; sessions are named after it.
        from_: First day on which it may take place.
        until: Last day; at most 366 days after the first.
        team: Who audits; empty to have a team chosen.
        units: What is visited.
        sites: Places, to name where a session is.
        criteria: What is audited against.
        people: Everybody concerned: auditors and those who answer.
        roles: Who may audit and lead, and who manages the ISMS.
        waivers: Separation rules that do not hold for somebody.
        bookings: When people are taken already.
        calendar: The organisation's working days.
        place: Where meetings are held, and sessions of units without a site.
        parameters: What the organisation decides about its plans.
        published: The plan that is on record. With it the audit is planned anew with the least change, by the same
            team; sessions that are cancelled keep their keys from being used again.
        may_move: Sessions that may change although they were sent (Session::sent).
        zones: The clocks of units in other time zones than the hours name, over the window; with_clocks() reads
            them. Sessions there lie in the hours of work by the unit's own clocks. Days, such as those on which
            somebody is away, are counted by the audit's.
    """

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
    zones: list[TimeZone] = field(default_factory=list)

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
        "zones": list_of(TimeZone.from_json),
    }


@dataclass
class PlannedAction(Record):
    """An action of a plan.

        action: Its key; allocated when absent.
        title: What is done.
        causes: Which causes it removes, counted from 1.
        owner: Who sees to it.
        due_on: Until when.
        success_criterion: How one will see that it worked.
        measurement: How that is measured.
    """

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
class Scenario(Record):
    """Something that can happen. How often is said in one of these ways: - `frequency`: a distribution of the number
    of events of a year; - `loss_event_frequency`: a rate, from which the number follows Poisson's distribution; -
    `threat_event_frequency` and how many of these become a loss; - `contact_frequency` and `probability_of_action`,
    and how many of these become a loss. (Open FAIR O-RT 3.0.1)

        name: Its name: its random numbers hang on it.
        category: What it is summed up with; empty for none.
        frequency: Number of events in a year.
        loss_event_frequency: Loss events in a year, a rate.
        threat_event_frequency: Threat events in a year, a rate.
        contact_frequency: Contacts in a year, a rate.
        probability_of_action: Of a contact's becoming a threat event.
        vulnerability: Of a threat event's becoming a loss event.
        threat_capability: Against `resistance_strength`, on the same scale.
        resistance_strength: What the threat capability has to be above.
        severity: Loss of an event.
        primary_loss: What every event costs, by form.
        secondary_loss: What others' reactions cost, by form.
    """

    name: str = ""
    category: str = ""
    frequency: Distribution | None = None
    loss_event_frequency: Distribution | None = None
    threat_event_frequency: Distribution | None = None
    contact_frequency: Distribution | None = None
    probability_of_action: Distribution | None = None
    vulnerability: Distribution | None = None
    threat_capability: Distribution | None = None
    resistance_strength: Distribution | None = None
    severity: Distribution | None = None
    primary_loss: list[LossForm] = field(default_factory=list)
    secondary_loss: list[LossForm] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "frequency": Distribution.from_json,
        "loss_event_frequency": Distribution.from_json,
        "threat_event_frequency": Distribution.from_json,
        "contact_frequency": Distribution.from_json,
        "probability_of_action": Distribution.from_json,
        "vulnerability": Distribution.from_json,
        "threat_capability": Distribution.from_json,
        "resistance_strength": Distribution.from_json,
        "severity": Distribution.from_json,
        "primary_loss": list_of(LossForm.from_json),
        "secondary_loss": list_of(LossForm.from_json),
    }


@dataclass
class TreatmentCandidate(Record):
    """A treatment that could be chosen. Effects of several on one node multiply: two that each take half leave a
    quarter.

        name: Its name, differs from the others'.
        cost: Of a year, in the document's currency.
        effects: What it does.
    """

    cost: Money
    name: str = ""
    effects: list[NodeEffect] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "cost": money,
        "effects": list_of(NodeEffect.from_json),
    }


@dataclass
class TolerancePoint(Record):
    """A point of a tolerance curve.

        probability: Of a year with more loss than this that is borne.
        loss: The loss.
    """

    probability: float
    loss: Money

    _reads: ClassVar[Mapping[str, Read]] = {
        "loss": money,
    }


@dataclass
class Portfolio(Record):
    """Scenarios that are looked at together: the document of `annexa risk simulate` and `annexa risk optimize`.

        currency: Of all amounts.
        semantics: How a year's loss is made; event-level when absent.
        scenarios: 1 to 10,000, names all different.
        dependence: What moves together; all independent when absent.
        treatments: What could be done about them.
        tolerance: What is borne, by rising loss; none when absent.
    """

    currency: str
    semantics: AnnualSemantics | None = None
    scenarios: list[Scenario] = field(default_factory=list)
    dependence: Dependence | None = None
    treatments: list[TreatmentCandidate] = field(default_factory=list)
    tolerance: list[TolerancePoint] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "scenarios": list_of(Scenario.from_json),
        "dependence": Dependence.from_json,
        "treatments": list_of(TreatmentCandidate.from_json),
        "tolerance": list_of(TolerancePoint.from_json),
    }


@dataclass
class ProgrammeEntry(Record):
    """One audit of a programme.

        audit: Key that the audit gets when it is planned.
        title: What is audited, in a few words.
        kind: What sort of audit.
        from_: First day of the month in which it takes place.
        units: What is visited.
        criteria: What it is audited against.
        minutes: Time it takes, without meetings.
        reasons: Why it is there and then, a sentence each.
    """

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
class SiteSampling(Record):
    """Similar sites of which a sample is visited each year, as certification bodies do it. An internal audit programme
    may do so where the organisation decides that its sites are alike; without it every site is a unit like any
    other. (IAF MD 1)

        stage: That of the first year: initial when absent. Surveillances follow, and every third year after an
            initial or a recertification is a recertification.
        seed: Of the part drawn at random: 0 to 9,007,199,254,740,000; 1 when absent.
    """

    stage: SiteStage | None = None
    central: str | None = None
    seed: int | None = None


@dataclass
class ProgrammeParameters(Record):
    """What an organisation decides about its programme. None of the intervals is a requirement of the standard, which
    asks for planned ones.

        years: Length, 1 to 5.
        unit_interval: Most months between two audits of a unit.
        clause_interval: Most months between two audits of a requirement of clauses 4 to 10.
        risk_levels: Number of bands of the risk method.
        minutes_per_month: Audit time that a whole month offers; no limit when absent.
        minutes_per_criterion: Time for a requirement that no unit carries.
        freezes: Days on which nobody may be audited.
        cycle: Months within which every unit is audited, whatever its interval; 36 when absent.
        intervals: Shorter and longer intervals by points; the step with most points that a unit reaches counts.
            When empty, all units have the same interval.
        wanted_minutes_per_month: Audit time a whole month is to have; an even share when absent.
        follow_up_months: 3 when absent: months after corrective actions are due within which a follow-up takes
            place.
        seed: Of the search: the same seed gives the same programme; 1 when absent.
        iterations: Where the search stops; by the number of units when absent.
        language: Of reasons: "en", "de" or "fr"; English when empty.
        certificate: True to have every constraint with the numbers that show that it holds.
        sites: Sites are visited by sample; each by its interval when absent.
        audit_time: Compares the time of each year with what a certification body would take: an upper reference.
    """

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
    sites: SiteSampling | None = None
    audit_time: AuditTimeRequest | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "freezes": list_of(FreezeWindow.from_json),
        "intervals": list_of(IntervalStep.from_json),
        "sites": SiteSampling.from_json,
        "audit_time": AuditTimeRequest.from_json,
    }


@dataclass
class ReleasedCoverage(Record):
    """Coverage that a programme owed and an amendment gives up. (ISO 19011, reviewing and improving the audit
    programme)

        unit: Which unit, if it is one.
        criterion: Which requirement or control, if it is one.
        because: Why it is owed no more.
    """

    unit: str | None = None
    criterion: str | None = None
    because: str = ""


@dataclass
class ProgrammeAmendment(Record):
    """An amendment of a programme in force. Until it is approved the programme stays in force as it is; then its
    audits become those of the programme. (ISO 19011, reviewing and improving the audit programme)

        number: Counted from 1.
        because: Why the programme changes.
        proposed_on: When it was proposed.
        proposed_by: By whom.
        moved: What it changes, by unit.
        released: What is owed no more.
        approved_by: Who approved it.
        approved_on: When; absent while it is proposed.
        until: Last day, where it is another.
        risks: Risks and opportunities as they are with it, where it has others; absent once it is in force.
        entries: All audits as they are with it; empty once it is in force.
        parameters: What was decided anew; absent where nothing was.
    """

    number: int
    proposed_on: datetime.date
    because: str = ""
    proposed_by: str | None = None
    moved: list[MovedVisits] = field(default_factory=list)
    released: list[ReleasedCoverage] = field(default_factory=list)
    approved_by: str | None = None
    approved_on: datetime.date | None = None
    until: datetime.date | None = None
    risks: list[str] = field(default_factory=list)
    entries: list[ProgrammeEntry] = field(default_factory=list)
    parameters: ProgrammeParameters | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "proposed_on": date,
        "moved": list_of(MovedVisits.from_json),
        "released": list_of(ReleasedCoverage.from_json),
        "approved_on": date,
        "until": date,
        "entries": list_of(ProgrammeEntry.from_json),
        "parameters": ProgrammeParameters.from_json,
    }


@dataclass
class Programme(Record):
    """An audit programme. (9.2.2; ISO 19011 clause 5)

        key: Such as "PRG-2026".
        from_: First day.
        until: Last day.
        objectives: What the programme is to achieve.
        methods: How audits are carried out and sampled.
        responsibilities: Who manages it, who reports to whom.
        risks: Risks and opportunities of the programme itself.
        entries: Its audits, in order of time.
        state: How far it has come.
        approved_by: Who approved it.
        approved_on: When.
        parameters: What was decided about frequency, capacity and closed days.
        amendments: What was changed since it is in force, in order of time.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    parameters: ProgrammeParameters | None = None
    amendments: list[ProgrammeAmendment] = field(default_factory=list)
    custom: dict[str, Any] = field(default_factory=dict)
    external_ids: list[ExternalId] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "entries": list_of(ProgrammeEntry.from_json),
        "approved_on": date,
        "parameters": ProgrammeParameters.from_json,
        "amendments": list_of(ProgrammeAmendment.from_json),
        "external_ids": list_of(ExternalId.from_json),
    }


@dataclass
class ProgrammeCheck(Record):
    """One constraint with the numbers that show that it holds.

        rule: "covered", "interval", "room", "open", "window", "owed".
        subject: A unit, criterion or month.
        have: What the programme has.
        need: What it may have at most ("interval", "room", "window") or needs at least.
    """

    have: int
    need: int
    rule: str = ""
    subject: str = ""


@dataclass
class ProgrammeLevel(Record):
    """What the programme comes to at one level. The first level at which two programmes differ decides.

        name: "left-out", "late", "changed", "cost"; what they count stands in the decision.
        value: What it comes to.
        bound: No programme that equals this one in the levels before has less.
    """

    value: int
    bound: int
    name: str = ""


@dataclass
class UnitCoverage(Record):
    """A row of the coverage matrix: a unit, and the months in which it is audited.

        unit: Which unit.
        due_on: When its next audit is due at the latest.
        months: First days of the months of its audits.
        audits: Its audits, as ProgrammeEntry::audit.
    """

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
    """Something due that the programme does not audit in time.

        unit: Which unit, if it is one.
        criteria: Which criteria, if it is some.
        because: Why, and what would have to give, in a sentence.
    """

    unit: str | None = None
    criteria: list[str] = field(default_factory=list)
    because: str = ""


@dataclass
class ProgrammeVisit(Record):
    """A visit: a unit, or requirements that no unit carries, in one month.

        unit: Which unit, if it is one.
        criteria: Against what: all that the unit carries; or what no unit carries.
        month: First day of the month.
        due_on: When it is due at the latest.
        audit: The audit, as ProgrammeEntry::audit.
        kind: What sort of audit it is there.
        minutes: Time it takes.
        because: Why then, in a sentence.
        alternative: The next best month, if there is another.
        rejected_by: The first level at which that is worse: "left-out", "late", …
        worse_by: By how much there.
    """

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
class SitesOfYear(Record):
    """Which sites a year visits. (IAF MD 1)

        from_: First day of the year.
        stage: Which audit of the cycle it is.
        population: Sites, beside the central function.
        at_random: Drawn from the sites by their keys, with draw_sample() and the seed.
        seed: Of that draw.
        by_risk: Those visited that year anyway, then those not visited in an earlier one, then the riskier.
        left_out: The others.
    """

    from_: datetime.date
    stage: SiteStage
    population: int
    seed: int
    at_random: list[str] = field(default_factory=list)
    by_risk: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
    }


@dataclass
class TimeOfYear(Record):
    """Time of the audits of a year, or of the part of it that the proposal has, beside the reference for as many
    months.

        from_: First day of the year.
        minutes: Audit time planned, without meetings.
        reference: audit_time() in minutes; the stage given is that of the first year, others follow.
    """

    from_: datetime.date
    minutes: int
    reference: int

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
    }


@dataclass
class ProgrammeProposal(Record):
    """A proposed programme. Nothing of it is recorded until it is adopted. (9.2.2; ISO 19011, establishing the audit
    programme)

        programme: The record to adopt: one audit for each month that has some.
        units: Unit by month, in the order of the request.
        criteria: Criterion by audit, in the order of the request.
        uncovered: What is due and not covered in time; empty for a complete programme.
        visits: Each visit with its reason, by month.
        months: What every month of the programme offers and takes.
        levels: What it comes to, and what cannot be beaten.
        iterations: Steps that the search took.
        reproducible: False if the search was stopped from outside, as by a clock.
        certificate: Where it was asked for: every constraint with its numbers.
        sites: Where samples of sites are taken: those of each year.
        audit_time: Where it was asked for: the time of each year beside the reference.
    """

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
    sites: list[SitesOfYear] = field(default_factory=list)
    audit_time: list[TimeOfYear] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "programme": Programme.from_json,
        "units": list_of(UnitCoverage.from_json),
        "criteria": list_of(CriterionCoverage.from_json),
        "uncovered": list_of(Uncovered.from_json),
        "visits": list_of(ProgrammeVisit.from_json),
        "months": list_of(MonthLoad.from_json),
        "levels": list_of(ProgrammeLevel.from_json),
        "certificate": list_of(ProgrammeCheck.from_json),
        "sites": list_of(SitesOfYear.from_json),
        "audit_time": list_of(TimeOfYear.from_json),
    }


@dataclass
class ProgrammeRequest(Record):
    """Everything that a programme depends on. Plain values, so the same request gives the same programme. (9.2.2; ISO
    19011, establishing the audit programme)

        programme: Its key; "PRG-" and the year when absent.
        from_: First day.
        until: Last day, at most five years later; after `years` when absent.
        began: First day of the programme that it amends, from which years of site samples count.
        units: All units in scope.
        criteria: All requirements, and the controls that apply.
        calendar: The organisation's working days.
        taken: Keys of audits that are in use already.
        owed_elsewhere: Planned by the programme in force, not carried out, and no longer among the units; a
            programme that amends it names them.
        parameters: What the organisation decides about its programme.
    """

    from_: datetime.date
    calendar: WorkingCalendar
    parameters: ProgrammeParameters
    programme: str | None = None
    until: datetime.date | None = None
    began: datetime.date | None = None
    units: list[AuditableUnit] = field(default_factory=list)
    criteria: list[DueCriterion] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    owed_elsewhere: list[str] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
        "began": date,
        "units": list_of(AuditableUnit.from_json),
        "criteria": list_of(DueCriterion.from_json),
        "calendar": WorkingCalendar.from_json,
        "parameters": ProgrammeParameters.from_json,
    }


@dataclass
class Rating(Record):
    """What a person judged, in the method's terms. What the method does not ask for stays absent; where factors stand
    for an axis, its level is not read.

        likelihood: Level of likelihood.
        impact: Level of impact; the highest of it and `impacts` counts, where no weights are.
        impacts: Impact by dimension, in the method's order; empty where only one is known.
        vulnerability: Level of vulnerability.
        factors: Ratings of the factors.
        affects: Dimensions that the threat touches; empty: all of them.
    """

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
    """One thing that is asked for.

        id: Stable name: "internal-audit-programme".
        clause: The clause, item or control that asks for it.
        basis: "required" by the clause, "customary", or "annex_a": asked for by a control unless excluded.
        state: Whether it is there.
        what: What it is, in a few words.
        why: What was found, or what is lacking, in a sentence.
        found: Records that show it, or lack it: "document:D-7".
    """

    clause: str
    state: ReadinessState
    id: str = ""
    basis: str = ""
    what: str = ""
    why: str = ""
    found: list[str] = field(default_factory=list)


@dataclass
class ReadinessTotals(Record):
    """The items counted.

        present: Items in this state.
        missing: Items in this state.
        stale: Items in this state.
        not_applicable: Items in this state.
        required_open: Items that clauses 4 to 10 require and that are missing or stale.
        annex_a_open: Items that included controls of Annex A ask for and that are missing or stale.
    """

    present: int
    missing: int
    stale: int
    not_applicable: int
    required_open: int
    annex_a_open: int


@dataclass
class Readiness(Record):
    """How ready an ISMS is. As JSON it is what `annexa readiness --json` prints.

        on: As of which day.
        ready: True if nothing that is required or asked for by a control is open.
        items: By clause.
        totals: The items counted.
    """

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
    """An action that somebody else takes over.

        action: Which action.
        owner: Who sees to it from now on.
    """

    action: str
    owner: str


@dataclass
class Unavailability(Record):
    """Somebody who is away.

        person: Who.
        from_: First day.
        until: Last day.
    """

    person: str
    from_: datetime.date
    until: datetime.date

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class ReplanOptions(Record):
    """What happened to an audit whose plan is on record. What the records say already need not be said: an absence
    that was recorded, a conflict that was declared, a unit that was retired.

        unavailable: Who is away, within the days of the audit.
        conflicts: Who is not independent any more, from the first day of the audit on.
        add: Units that are to be visited, too.
        drop: Keys of units and of sessions that are not part of it any more.
        from_: First day on which it may take place; the audit's when absent.
        until: Last day; the audit's, or the last of the month of its entry, when absent.
        move: Sessions that may change although they were sent; "all" for all of them.
        parameters: Lengths and hours.
        reason: Why the plan changes, for the record; made from the above when empty.
    """

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
    """An effect, and how its control stands.

        effect: The effect.
        status: How far the control is carried out.
        in_treatment: True if it belongs to a measure that is not done.
    """

    effect: ControlEffect
    status: ImplementationStatus | None = None
    in_treatment: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "effect": ControlEffect.from_json,
    }


@dataclass
class ReviewLine(Record):
    """One record that an input rests on, as it was.

        noun: Its noun.
        key: Its key.
        title: What it is called, at most 300 bytes.
        state: How it stood, in a word.
        on: The day that matters of it.
        note: More about it, at most 300 bytes.
    """

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
    """One input of a management review. (9.3.2)

        id: "a", "b", "c", "d-1" to "d-4", "e", "f", "g".
        provided: True if something is on record, or somebody said something.
        summary: What it comes to, in a sentence; "not provided" if nothing is there.
        statement: What was said about it at the review.
        figures: Figures of it.
        lines: Records that it rests on.
    """

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
    """A part of one input of a review, frozen. Most inputs have one part; one with very many lines has several.
    (9.3.2, 7.5.3)

        key: "MR-2/d-1/1": review, input, part.
        review: Of which review.
        part: Which part of the input, from 1.
        input: What was on the table.
    """

    key: str
    review: str
    part: int
    input: ReviewInput

    _reads: ClassVar[Mapping[str, Read]] = {
        "input": ReviewInput.from_json,
    }


@dataclass
class ReviewPack(Record):
    """What a management review of today would have on its table. As JSON it is what `annexa review --json` prints.

        review: The review whose inputs these are, frozen.
        from_: First day.
        until: Last day.
        inputs: In the order of the standard.
        not_provided: Inputs of which nothing is on record.
    """

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
    """Which review is asked for: a recorded one, or what one would have on its table.

        management_review: A recorded one, whose inputs are frozen.
        from_: First day of one to come; the day after the last one looked back on when absent.
        until: Last day of it; today when absent.
    """

    management_review: str | None = None
    from_: datetime.date | None = None
    until: datetime.date | None = None

    _reads: ClassVar[Mapping[str, Read]] = {
        "from": date,
        "until": date,
    }


@dataclass
class Risk(Record):
    """An information security risk. (6.1.2, 6.1.3, 8.2, 8.3)

        key: Such as "R-12".
        title: In a few words.
        description: What could happen, and what would follow.
        category: Category, in the organisation's own words.
        approach: How it was found.
        threat: What acts.
        vulnerability: What lets it.
        assets: What it acts on.
        asset_name: Name in an imported table that matched no asset.
        unit: Where.
        owner: Who has the authority over it.
        owner_name: Name in an imported table that matched nobody.
        existing_controls: Controls in words, as an imported table had them.
        controls: Controls that treat it.
        effects: What controls take off it.
        effects_on: When somebody last rated them.
        proposals: Effects that wait for the owner's decision.
        decided_effects: What became of earlier proposals, oldest first.
        status: Where it stands.
        status_note: More about it.
        scores: What it was scored.
        scored_on: When.
        scored_by: By whom.
        scored_because: Why, as far as somebody said.
        cvss: CVSS vector of the weakness that it rests on, if any.
        annual_loss: Loss to be expected in a year, 0 or more.
        past_scores: What it was scored before, oldest first.
        past_losses: What loss was expected before, oldest first.
        treatment: What is done about it.
        treatment_plan: How.
        treatment_due: Until when.
        measures: The measures of that.
        approval: The owner's approval of the treatment plan.
        past_approvals: Approvals that hold no more, oldest first.
        acceptance: The acceptance of what remains.
        past_acceptances: Acceptances that hold no more, oldest first.
        closed_on: Since when it exists no more.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """How much risk is sought or endured, from a day on, in a category of risks and a unit. The entry that names most
    of them counts (a unit before a category), and of those the latest; earlier ones stay as history. Limits are
    numbers of bands where a grid makes the bands, and scores elsewhere. (6.1.2 a 1)

        category: Category of risks; empty for every one.
        unit: Unit; absent for every one.
        appetite: Highest risk that is sought.
        tolerance: Highest risk that is endured.
        since: From when it holds.
    """

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
    """One question that is rated where an axis is the mean of several. The first group of an axis of which anything is
    rated counts, and each is rated whole or not at all: OWASP takes business impact where it is known, else
    technical impact.

        name: Such as "skill level".
        axis: The axis that it belongs to.
        group: Its group on that axis; empty where there is one.
        lowest: Lowest rating.
        highest: Highest rating; above the lowest, at most 1000.
        weight: Weight in the mean, above 0; 1 when absent.
        definition: What is asked.
    """

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
    """How a score comes from the axes: product x (likelihood x impact x vulnerability) + the weighted axes. No weight
    is below 0, so that a score never falls when an axis rises.

        product: Weight of the product of the axes; 0 when absent.
        likelihood: Weight of likelihood alone; 0 when absent.
        impact: Weight of impact alone; 0 when absent.
        vulnerability: Weight of vulnerability alone; 0 when absent.
        scale_to: What the highest possible score becomes, all others in proportion.
    """

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
    """Risks that have something in common. The rules: the highest band, by method and version, because bands of two
    cannot be compared; the count per band; the sum of money by currency. Levels are never added or averaged.

        key: Key of the unit, asset or person; the category.
        name: Its name; empty where it has none.
        count: Open risks.
        unscored: Of these, those without a score at that stage.
        highest: Highest band by method and version, with how many are in it.
        bands: Count per band, by method and version, from the lowest.
        annual_loss: Sum of expected losses, by currency.
        not_summed: Currencies whose losses come to more than 18 digits.
    """

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
    """A method of assessing risks: the organisation's own criteria. (6.1.2 a)

        key: Such as "5x5".
        name: Name.
        version: Rises with each change; scores name the version they rest on.
        likelihood: Likelihood from lowest; 2 to 16 levels.
        impact: Impact from lowest; 2 to 16 levels.
        dimensions: Names of the impact dimensions; the highest impact counts, or the mean:
        dimension_weights: Weights of the dimensions in their mean; empty: the highest counts.
        bands: Bands from lowest; 2 to 16.
        grid: A row per likelihood, a cell per impact: number of the band, 1 the lowest.
        vulnerability: Vulnerability from lowest; empty where the method does not ask for it.
        lowest: Number of the lowest level of every scale: 0 or, when absent, 1.
        factors: Questions that stand for an axis; empty where axes are rated themselves.
        formula: How scores are made; likelihood x impact x vulnerability when absent.
        scores: Scores looked up like the grid, instead of a formula.
        effects: How control effects join; multiplicative when absent.
        appetite: Appetite and tolerance, with their history.
        cvss: How CVSS vectors are rated; the built-in rule where there are five levels each.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """One risk, scored on a day. Stages that were computed are computed anew from how the controls stand today; those
    that a person judged stay as they were judged.

        risk: The risk.
        title: Its title.
        method: Key of the method; empty if it is not assessed.
        version: Its version.
        inherent: Without controls.
        current: With today's controls.
        residual: With every control that is carried out.
        target: With the planned ones besides.
        appetite: What remains, against appetite and tolerance, where the method has them.
        changed: Stages whose score on record is another one: assess the risk anew.
        contested: Effects that an audit puts in doubt.
        problems: Why a stage cannot be scored, in words.
    """

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
    """How the register looked at the end of a day.

        on: A day on which scores were made.
        bands: Risks per band, by method and version, from the lowest.
    """

    on: datetime.date
    bands: list[BandCount] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "on": date,
        "bands": list_of(BandCount.from_json),
    }


@dataclass
class RowChange(Record):
    """A control about which two versions say different things.

        control: The control.
        members: What differs, in the order of the row's members.
    """

    control: str
    members: list[MemberChange] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "members": list_of(MemberChange.from_json),
    }


@dataclass
class SampleStratum(Record):
    """A part of a population that is sampled by itself.

        name: Such as "privileged accounts".
        population: How many items it has.
        size: How many of them are looked at; follows from the whole size when absent.
    """

    population: int
    name: str = ""
    size: int | None = None


@dataclass
class SampleDraw(Record):
    """A draw with all that somebody needs to draw it again.

        method: How.
        population: From how many.
        population_sha256: Digest of the list of the population.
        size: How many.
        seed: From which seed; absent for a judgement.
        algorithm: draw_algorithm; empty for a judgement.
        strata: Parts with their shares.
        reason: Judgement: why these.
        items: Positions, from 1, ascending.
    """

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
    """An item of a sample that is not as it should be, or that could not be looked at.

        item: Its position in the population, from 1.
        what: What deviates.
    """

    item: int
    what: str = ""


@dataclass
class TestedStratum(Record):
    """A part of a population after it was looked at.

        name: Its name.
        population: How many items it has.
        size: How many were looked at.
        deviations: How many of these deviate.
        most_deviations: At most so many in the whole stratum.
    """

    population: int
    size: int
    deviations: int
    name: str = ""
    most_deviations: int | None = None


@dataclass
class SampleEvaluation(Record):
    """What a sample says of its population.

        method: How the items were drawn.
        population: From how many.
        size: How many were looked at.
        deviations: How many deviate.
        confidence: How sure.
        tolerable_rate: What would be too much.
        most_deviations: In a finite population: with that confidence at most so many.
        upper_limit: The same as a share, six places, rounded up.
        distribution: "binomial" or "hypergeometric"; empty for a judgement.
        conclusion: What follows.
        statement: The same as a sentence.
        strata: For each stratum.
    """

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
    """A sample of an audit. What was drawn never changes; what was found may be corrected while the audit is open.
    (ISO 19011, audit sampling; 9.2.2)

        key: Such as "SP-3".
        audit: In which audit.
        criterion: For which requirement or control.
        unit: In which unit; across all when absent.
        population: What the items are, and from which list and period.
        draw: What was drawn, and how.
        names: Names of the items drawn, in their order; may be absent.
        confidence: How sure the sample was meant to make.
        tolerable_rate: Which share of deviations would be too much.
        drawn_by: Who drew.
        drawn_on: When.
        deviations: What was found.
        evaluation: What it says of the population.
        evaluated_by: Who evaluated.
        evaluated_on: When.
        evaluated_because: Why again, or against other figures than were planned.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What is drawn, from what. Items are named by their position in the population, the first by 1.

        method: Simple when absent.
        population: How many items there are: to 100,000,000.
        population_sha256: Digest of the list of the population; goes on record.
        size: How many to draw: to 1,000,000. For sites it follows from the stage when absent; for a judgement, from
            what was chosen.
        seed: 0 to 9,007,199,254,740,991; needed but for a judgement.
        strata: Stratified: parts, in the order in which their items stand.
        minimum_per_stratum: Stratified: items of each at least; 1 when absent.
        stage: Sites: which audit of the cycle.
        chosen: Judgement: the positions.
        reason: Judgement: why these; needed then.
    """

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
    """What was found in a sample. An item that could not be looked at counts as a deviation.

        method: How the items were drawn; simple when absent.
        population: From how many; a large number when absent. Stratified: the strata say.
        size: How many were looked at: 1 to 1,000,000. Stratified: the strata say.
        deviations: How many of these deviate. Stratified: the strata say.
        confidence: Above 0 and below 1; needed but for a judgement.
        tolerable_rate: The share of deviations that would be too much.
        strata: Stratified: what was found in each.
    """

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
    """How many items to look at, and what that is worth.

        basis: What it rests on.
        size: How many; for a frequency the fewest.
        most: For a frequency: the most that is customary.
        population: Out of how many.
        tolerable_deviations: In a finite population: that many deviations are held out.
        at_random: Sites: how many of them have to be drawn at random.
        distribution: "binomial" or "hypergeometric"; empty where none is used.
        strata: Shares of the strata.
        statement: What the size proves, as a sentence.
        source: Where the rule comes from.
    """

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
    """What a sample is for. Which members count follows from the basis; one that does not count is refused.

        basis: Attribute when absent.
        population: Attribute: items, a large number when absent. Sites: similar sites beside the central function.
            1 to 100,000,000.
        confidence: Attribute: above 0 and below 1, such as 0.95.
        tolerable_rate: Attribute: the share of deviations from which on the control has failed.
        allowed_deviations: Attribute: deviations that are expected; 0 (discovery) when absent, at most 1,000.
        frequency: Frequency: how often.
        stage: Sites: which audit of the cycle; initial when absent.
        size: Allocation: the whole size.
        strata: Attribute, allocation: parts, at most 1,000, without sizes.
        minimum_per_stratum: With strata: items of each at least; 1 when absent.
    """

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
    """What the ISMS covers. There is one in a workspace; its key is "scope". (4.3)

        key: "scope".
        statement: The scope in words, as on the certificate.
        exclusions: What is left out, each with its reason.
        interfaces: Interfaces and dependencies with what is outside.
        approved_by: Who approved it.
        approved_on: When.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What to score.

        rating: The rating; with effects or a stage, the inherent one.
        effects: What controls take off it.
        stage: For which stage they count; residual when absent and there are effects.
        threat: The threat, for effects that cover some only.
    """

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
    """Somebody who audits in a season. Costs are whole numbers in one unit of the caller's, such as cents.

        person: Who, with a record in SeasonRequest::people.
        lead: May lead.
        cost: Of a half-day.
        home: Place at which there is no travel.
        travel: Cost of an engagement at another place.
        half_days_per_month: Most work in a calendar month.
    """

    person: str
    cost: int
    travel: int
    lead: bool = False
    home: str = ""
    half_days_per_month: int | None = None


@dataclass
class SeasonFact(Record):
    """A line of the certificate: a rule, what it is about, and the numbers that show that it holds: have ≥ need.

        rule: "window-begin", "window-end", "length" (twice: neither more nor less), "competence", "lead", "team-
            size", "independence", "auditor-free", "auditor-once", "unit-free", "unit-once", "place-free", "place-
            rooms", "workload", "precedence" or "sent".
        about: Keys and names that it is about.
        need: What is needed.
        have: What there is.
    """

    need: int
    have: int
    rule: str = ""
    about: list[str] = field(default_factory=list)


@dataclass
class SeasonParameters(Record):
    """How far is searched, and how the answer is told.

        cooling_off_months: How long somebody who left a unit keeps away from auditing it.
        seed: Another seed may find another plan that is as good.
        rounds: Rounds of the search, 0 to 100,000,000; where it stops, so that it can be repeated.
        bound_rounds: Rounds in which the bound of each level is raised, 0 to 100,000.
        language: Of the sentences: "en", "de" or "fr".
    """

    cooling_off_months: int
    seed: int
    rounds: int
    bound_rounds: int
    language: str = ""


@dataclass
class SeasonOptions(Record):
    """Which season, and what the records do not say.

        from_: First day.
        until: Last day.
        auditors: What auditors cost, where they are at home; others cost one a half-day.
        closures: Days on which a person or a unit cannot, beside what is on record.
        parameters: How long is searched.
    """

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
    """A place at which engagements are held.

        name: Its name.
        rooms: How many engagements it holds at a time.
    """

    rooms: int
    name: str = ""


@dataclass
class UnplacedEngagement(Record):
    """An engagement that found no place.

        engagement: Which.
        kind: What stands against it: "window", "competence", "lead", "independence", "unit-closed", "place-closed",
            "auditors-away", "workload", "team-size", "precedence", "sent", "several" (no one of these alone),
            "half-days" (more wanted than there are) or "competition" (others have the time and the people).
        need: Half-days wanted, where they were counted.
        have: Half-days available.
        because: Why, in a sentence.
        would_help: Each kind of rule that alone, were it given up, would make a place.
    """

    engagement: str
    need: int
    have: int
    kind: str = ""
    because: str = ""
    would_help: list[str] = field(default_factory=list)


@dataclass
class SeasonProposal(Record):
    """The proposed plan of a season. Nothing of it is recorded anywhere. (9.2.2; ISO 19011, establishing the audit
    programme)

        placed: In order of time.
        unplaced: In the order of the request; placed and unplaced are all there is.
        levels: How good it is, and how much better a plan could be.
        changed: Engagements that are not as they were published.
        unavoidable: Those of them that could not stay whatever else is done.
        rounds: Rounds of the search that were made.
        reproducible: False if the caller stopped the search, as for want of time.
        certificate: Every rule with the numbers that show that it holds.
    """

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
    """Everything that the plan of a season depends on. Plain values: the same request gives the same plan. (9.2.2; ISO
    19011, establishing the audit programme)

        from_: First day of the season.
        until: Last day; at most 1,830 days after the first.
        calendar: The organisation's working days.
        units: Records of the units, for independence; a unit may have none.
        people: Records of the auditors: competences, absences, functions, conflicts.
        waivers: Separation rules that do not hold for somebody.
        places: Where engagements are held.
        auditors: Who audits.
        engagements: What is to be placed.
        closures: When somebody or something cannot; an absence to replan for, too.
        may_move: Engagements that may move although they were sent.
        parameters: How long is searched.
    """

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
    """Evidence that somebody looked at. One that is not on record, or whose file is another one now, refuses the
    command. (7.5.3)

        evidence: Which evidence.
        sha256: Digest of the file that was seen.
    """

    evidence: str
    sha256: str | None = None


@dataclass
class Sensitivity(Record):
    """What a portfolio's loss hangs on.

        mean: Mean loss of a year.
        points: Points of the indices.
        seed: Of the random numbers.
        nodes: By falling distance between low and high.
    """

    mean: Money
    points: int
    seed: int
    nodes: list[NodeSensitivity] = field(default_factory=list)

    _reads: ClassVar[Mapping[str, Read]] = {
        "mean": money,
        "nodes": list_of(NodeSensitivity.from_json),
    }


@dataclass
class Signature(Record):
    """How somebody stands to a nonconformity.

        person: Who signed.
        capacities: In which capacities.
    """

    person: str = ""
    capacities: list[Capacity] = field(default_factory=list)


@dataclass
class SigningKey(Record):
    """The key by which checkpoints of this journal are signed since a rotation. Only public keys stand in a journal.
    (control A.8.24; C2SP signed-note)

        key: Such as "SK-1".
        new_key: The key from now on, NAME+ID+KEY.
        old_key: The key until then.
        rotation: The note that both of them signed (read_rotation()).
        reason: Why it was handed over.
        by: Who recorded it.
        at: When.
    """

    key: str
    at: datetime.datetime
    new_key: str = ""
    old_key: str = ""
    rotation: str = ""
    reason: str = ""
    by: str = ""

    _reads: ClassVar[Mapping[str, Read]] = {
        "at": instant,
    }


@dataclass
class SimilarHit(Record):
    """One hit.

        noun: "finding" or "nonconformity".
        key: Its key.
        kind: Kind of the finding, or state of the nonconformity.
        audit: In which audit.
        unit: Where.
        score: How similar, 0 to 100.
        because: Why, a sentence each.
        linked: True if it is linked already.
    """

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
    """What a search came to. (10.2 b 3)

        of: Key of what was searched for.
        threshold: From which score on something is a hit.
        searched: How many records were compared.
        units: The units in which these lie.
        audits: The audits in which these lie.
        hits: The hits, the most similar first, then by key.
    """

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
class SimulationOptions(Record):
    """What decides about the results of a simulation.

        trials: Years to simulate, 1 to 1,000,000,000,000; 100,000 when absent.
        seed: Of all random numbers, 0 to 2^53 - 1; 0 when absent.
        treatments: Treatments of the portfolio that are in force.
        quantiles: Probabilities of the quantiles to report; a usual dozen when empty.
        levels: Levels of value at risk and expected shortfall; 0.9, 0.95 and 0.99 when empty.
        losses: Losses whose probability to be exceeded is wanted, beside the curve.
        engine: How figures are come by; monte-carlo when absent.
        histogram: True for histograms too.
        portfolio_only: True for figures of all scenarios together alone: in less time and memory.
    """

    trials: int | None = None
    seed: int | None = None
    treatments: list[str] = field(default_factory=list)
    quantiles: list[float] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    losses: list[Money] = field(default_factory=list)
    engine: SimulationEngine | None = None
    histogram: bool = False
    portfolio_only: bool = False

    _reads: ClassVar[Mapping[str, Read]] = {
        "losses": list_of(money),
    }


@dataclass
class Soa(Record):
    """An approved version of the statement of applicability. It never changes. What it says of each control is a
    record of its own (StatementRow), so that a version may be as long as it likes. (6.1.3 d, 7.5.2 c)

        key: "SoA-1", "SoA-2", ...
        number: Number of the version, from 1.
        approved_on: When it was approved.
        approved_by: Who approved it.
        prepared_by: Who prepared it.
        controls: How many rows it has.
        excluded: How many of them exclude their control.
        catalogs: The catalogs that its controls stand in, as they were then.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """What changed from one version of the statement of applicability to another.

        from_: The earlier version, such as "SoA-1".
        to: The later one; "current" for the rows as they are now.
        added: Rows that the later one alone has, by control.
        removed: Rows that the earlier one alone has, by control.
        changed: Rows that both have and that differ, by control.
        unchanged: Rows that are the same in both.
    """

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
    """What a migration comes to. Nothing is recorded yet.

        from_: Id of the catalog of the old controls.
        to: Id of the catalog of the new ones.
        rows: New rows and rows that changed, by control.
        retired: Old rows as they are retired, by control.
        notes: What a human has to look at, by control.
    """

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
    """What an approved version says of one control: the whole row as it was. It never changes. (6.1.3 d)

        key: The version and the row: "SoA-1/A.5.1".
        statement: Of which version.
        row: What was decided, every column of it.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
    """One thing that somebody has to see to.

        kind: How urgent.
        noun: Noun of the record.
        key: Its key.
        person: Who has to act; absent where nobody holds the role.
        due: Until when.
        what: What has to be done: "acknowledge", "plan", "treatment", ...
        title: Title of the record.
    """

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
    """Where the ISMS stands at one time. As JSON it is what `annexa status --json` prints.

        at: The time.
        items: By kind, then day (those without last), noun, key in natural order, and what.
        kpis: The figures.
    """

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
    """What the guards look at beyond the record itself. Whoever has the records answers; a host with its own database
    too.

        actor_answers_for_unit: The actor owns, manages or works in the unit (duty S01).
        source_ref_is_open: Another open nonconformity has the same source and reference.
        similar_are_open: Similar nonconformities that were found are still open.
        top_management_informed: The step says that top management knows.
        target_is_open: T08: the one to merge into is open.
        merges_into_itself: T08: it is the same one, or part of the one to merge.
        target_shares_criterion: T08: both name the same requirement, or share a cause.
        risk_is_acceptable: T24: what remains of the risk is scored, and acceptable or accepted.
        authority_agreed: T24: whom the band of the risk asks for besides the owner has signed.
        controls_are_excluded: T24: every control among the criteria is excluded by the statement.
        auditor_analyses: T10, T11: who raised it, or audits, looks for the causes (duty S09).
        owner_audits: T06, T28: the new process owner raised it or audits in its audit (duty S08).
        verifier_owns: T28: a new owner of an action is the verifier (duty S10).
        people_change: T28: an action gets another owner.
        recurred: T19: another one on the same requirement was raised while one watched.
        deviation_ends: T25: the last day of the deviation has passed.
        invalid_closure: T21: it should not have been closed.
        reason: The reason that the step brings, if it asks for one.
        evidence: The evidence that the step brings or looked at; its move keeps it.
        concerned: T06, T10, T11, T28: whom duty S08 or S09 concerns, if not who acts.
        issuer_decision: What the issuer of an external one decided, where the step records it.
    """

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
    """A step that somebody wants to take, with everything that the guards look at. The host answers from its own
    records. (10.2)

        step: Which step: "T11".
        at: When.
        before: The record as it is.
        after: With what the step brings; as it is when absent.
        actions: Its actions of this cycle, with what the step brings.
        actor: Who acts.
        capacities: In which capacities.
        signatures: Who has signed that it is closed.
        agreed: Who has signed what the step asks for.
        facts: What else the guards look at; nothing holds when absent.
        waived: Rules of guidance that a waiver or an override sets aside.
        calendar: Working days; Monday to Friday when absent.
        policy: What the organisation decided; as annexa has it when absent.
    """

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
    """A working paper: what an auditor did and saw, so that somebody else can follow how a verdict came about. Whoever
    prepared it does not review it. (ISO 19011, documented information for audit)

        key: Such as "WP-2".
        audit: In which audit.
        title: About what, in a few words.
        criteria: On what it bears.
        unit: Where.
        text: What was done and seen.
        sha256: Digest of the paper where it is a file.
        evidence: What it rests on.
        state: How far it is.
        prepared_by: Who wrote it.
        prepared_on: When.
        reviewed_by: Who reviewed it.
        reviewed_on: When.
        remarks: What the reviews said, in order.
        custom: Members of the host.
        external_ids: Numbers in other systems.
    """

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
