"""The nouns of a workspace with their commands. Made by tools/generate_python.py from the schemas."""
from __future__ import annotations

import datetime
import decimal
from typing import TYPE_CHECKING, Any, Mapping, Sequence, Union, cast

from ._nouns import Answer, Noun
from ._values import UNSET, Money, Unset

if TYPE_CHECKING:
    from . import records
    from .records import (Absence, Action, AssetKind, AuditKind, Band, Catalog, CatalogDocument, Cause,
                          CauseBranch, CauseMethod, ChangeState, ChecklistItem, Conclusion, ControlEffect,
                          CorrectionState, CvssRule, DeadlineSetting, Deadlines, DeclaredConflict,
                          DeviationEnd, DisputeKind, DivergingOpinion, DocumentKind, Driver, DutyEffect,
                          EffectRule, EffectivenessResult, EscalationLevel, Evidence, EvidenceForm,
                          EvidenceKind, ExternalId, FeedbackKind, FindingKind, FollowUpResult, Grade,
                          GradeAnswers, ImplementationStatus, ImportedPast, IncidentSeverity, IncidentState,
                          InputStatement, InspectedAction, InterviewAnswer, IssueKind, Issuer, JudgedAction,
                          Level, Measure, MeasureStatus, MeasuredValue, MeasurementGoal, MeetingKind,
                          MeetingObjection, NewDecision, Nonconformity, NonconformitySource, ObjectiveState,
                          ObligationKind, OverrideRequest, PartyRequirement, PastFunction, PlannedAction,
                          ProgrammeEntry, ProgrammeParameters, Rating, ReassignedAction, RecurrencePolicy,
                          ReleasedCoverage, RequestState, ReviewDecisionKind, ReviewInputPart,
                          ReviewJudgement, RiskAppetite, RiskApproach, RiskFactor, RiskFormula, RiskStage,
                          RoleName, SampleDeviation, SampleDrawRequest, ScaleValue, Scores, SeenEvidence,
                          Session, SignaturePurpose, SimilarSearch, TeamMember, TestResult, TreatmentOption,
                          Unit, UnitKind, Verdict, WorkingCalendar)

Date = Union[datetime.date, str]
Instant = Union[datetime.datetime, str]
Decimal = Union[decimal.Decimal, int, str]
Document = Mapping[str, Any]


class ActionNoun(Noun["records.Action"]):
    """An action that removes a cause of a nonconformity, so that it does not come back. (10.2 c, 10.2 d)"""

    _noun = "action"
    _type = "Action"

    def block(self, action: str, *, reason: str | None = None, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`action.block`: Records that an action cannot go on. (10.2 c)

            action: Which action.
            reason: Why.
        """
        return self._do("action.block", {"action": action, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def cancel(self, action: str, *, reason: str | None = None, approved_by: str | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`action.cancel`: Gives an action up. (10.2 c)

            action: Which action.
            reason: Why.
            approved_by: ISMS manager who agreed by co-sign (cancelling).
        """
        return self._do("action.cancel", {"action": action, "reason": reason, "approved_by": approved_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def complete(self, action: str, *, on: Date | None = None, evidence: Sequence[str] | None = None,
                 at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`action.complete`: Records that an action is carried out. (10.2 c, g)

            action: Which action.
            on: When; today when absent.
            evidence: What shows it.
        """
        return self._do("action.complete", {"action": action, "on": on, "evidence": evidence},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def start(self, action: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`action.start`: Begins to carry an action out. (10.2 c)

            action: Which action.
        """
        return self._do("action.start", {"action": action},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def unblock(self, action: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`action.unblock`: Records that an action can go on. (10.2 c)

            action: Which action.
        """
        return self._do("action.unblock", {"action": action},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ApplicabilityNoun(Noun["records.Applicability"]):
    """One row of the statement of applicability: what is decided about one control, of Annex A or of another catalog
    ("acme-controls:7"). Its key is the control's number. (6.1.3 d, 6.1.3 b)
    """

    _noun = "applicability"
    _type = "Applicability"

    def decide(self, applicability: str | None = None, *, control: str, applicable: bool | None = None,
               justification: str | None = None, drivers: Sequence[Driver | Document] | None = None,
               status: ImplementationStatus | None = None, responsible: str | None = None,
               responsible_name: str | None = None, implementation: str | None = None,
               evidence: Sequence[str] | None = None, documents: Sequence[str] | None = None,
               retired_on: Date | None = None, replaced_by: Sequence[str] | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`applicability.decide`: Decides on one control of the statement of applicability. (6.1.3 d)

            applicability: The row; the control's number when absent.
            control: Which control.
            applicable: Whether it is needed.
            justification: Why it is included or excluded; never empty.
            drivers: What demands it.
            status: How far it is done; never for an excluded control.
            responsible: Who sees to it.
            responsible_name: Name that matched nobody.
            implementation: How it is done here.
            evidence: What shows that it is done.
            documents: Documents that say how it is done.
            retired_on: Since when the row counts no more; never for what is still needed.
            replaced_by: Controls that took its place.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("applicability.decide", {"applicability": applicability, "control": control,
            "applicable": applicable, "justification": justification, "drivers": drivers, "status": status,
            "responsible": responsible, "responsible_name": responsible_name, "implementation": implementation,
            "evidence": evidence, "documents": documents, "retired_on": retired_on, "replaced_by": replaced_by,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class AssessmentNoun(Noun["records.Assessment"]):
    """The verdict on one criterion in one audit, in one unit or across all of them."""

    _noun = "assessment"
    _type = "Assessment"


class AssetNoun(Noun["records.Asset"]):
    """Something of value to the organisation, with what the loss of each property would cost it. (control A.5.9)"""

    _noun = "asset"
    _type = "Asset"

    def add(self, asset: str | None = None, *, kind: AssetKind, name: str | None = None,
            description: str | None = None, owner: str | None = None, unit: str | None = None,
            classification: str | None = None, confidentiality: int | None = None, integrity: int | None = None,
            availability: int | None = None, depends_on: Sequence[str] | None = None, retired_on: Date | None = None,
            custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
            at: Instant | None = None, actor: str | None = None, id: str | None = None,
            expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
            override: OverrideRequest | Document | None = None) -> Answer:
        """`asset.add`: Adds a record "asset". Something of value to the organisation, with what the loss of each
        property would cost it. (control A.5.9)

            asset: Such as "AS-7".
            kind: What it is.
            name: Name.
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
        return self._do("asset.add", {"asset": asset, "kind": kind, "name": name, "description": description,
            "owner": owner, "unit": unit, "classification": classification, "confidentiality": confidentiality,
            "integrity": integrity, "availability": availability, "depends_on": depends_on, "retired_on": retired_on,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def change(self, asset: str, *, name: str | None | Unset = UNSET, kind: AssetKind | Unset = UNSET,
               description: str | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               unit: str | None | Unset = UNSET, classification: str | None | Unset = UNSET,
               confidentiality: int | None | Unset = UNSET, integrity: int | None | Unset = UNSET,
               availability: int | None | Unset = UNSET, depends_on: Sequence[str] | None | Unset = UNSET,
               retired_on: Date | None | Unset = UNSET, custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`asset.change`: Changes what is named of a record "asset". Something of value to the organisation, with what
        the loss of each property would cost it. (control A.5.9)

            asset: Such as "AS-7".
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
        return self._change("asset.change", {"asset": asset, "name": name, "kind": kind, "description": description,
            "owner": owner, "unit": unit, "classification": classification, "confidentiality": confidentiality,
            "integrity": integrity, "availability": availability, "depends_on": depends_on, "retired_on": retired_on,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, asset: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`asset.retire`: Ends an asset.

            asset: Which asset.
            on: Since when; today when absent.
        """
        return self._do("asset.retire", {"asset": asset, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class AuditNoun(Noun["records.Audit"]):
    """An audit. (9.2.2; ISO 19011 clause 6)"""

    _noun = "audit"
    _type = "Audit"

    def answer_objection(self, audit: str, *, objection: int, upheld: bool | None = None, answer: str | None = None,
                         at: Instant | None = None, actor: str | None = None, id: str | None = None,
                         expected_version: int | None = None, correlation: str | None = None,
                         dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.answer-objection`: Answers an objection to the plan. (ISO 19011, audit planning)

            audit: Which audit.
            objection: Its number, from 1.
            upheld: True if the plan is changed for it.
            answer: What is answered.
        """
        return self._do("audit.answer-objection", {"audit": audit, "objection": objection, "upheld": upheld,
            "answer": answer},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def answer_request(self, *, request: str, declined: bool | None = None, answer: str | None = None,
                       at: Instant | None = None, actor: str | None = None, id: str | None = None,
                       expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.answer-request`: Hands in what was asked for, or says why it will not come. (ISO 19011, reviewing
        documented information)

            request: Which request.
            declined: True if it will not come.
            answer: Where it lies, or why it will not come.
        """
        return self._do("audit.answer-request", {"request": request, "declined": declined, "answer": answer},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def approve_plan(self, audit: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.approve-plan`: Approves the plan of an audit. (ISO 19011)

            audit: Which audit.
        """
        return self._do("audit.approve-plan", {"audit": audit},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def assess(self, audit: str, *, criterion: str, verdict: Verdict, unit: str | None = None,
               reason: str | None = None, sample: str | None = None, samples: Sequence[str] | None = None,
               evidence: Sequence[str] | None = None, rating: str | None = None, design: TestResult | None = None,
               operation: TestResult | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.assess`: Gives the verdict on one criterion. (9.2.1; ISO 19011)

            audit: In which audit.
            criterion: On which criterion.
            verdict: What the evidence says.
            unit: In which unit; across all when absent.
            reason: Why; needed unless conforming.
            sample: What was looked at, out of how many.
            samples: Samples of this audit that it rests on.
            evidence: What it rests on.
            rating: The verdict in the words of the audit's scale; both have to agree.
            design: Whether it is designed to do what it is for.
            operation: Whether it is carried out as designed.
        """
        return self._do("audit.assess", {"audit": audit, "criterion": criterion, "verdict": verdict, "unit": unit,
            "reason": reason, "sample": sample, "samples": samples, "evidence": evidence, "rating": rating,
            "design": design, "operation": operation},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def cancel(self, audit: str, *, reason: str | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.cancel`: Cancels an audit that has not been concluded. (9.2.2)

            audit: Which audit.
            reason: Why.
        """
        return self._do("audit.cancel", {"audit": audit, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close_request(self, *, request: str, outcome: RequestState, evidence: str | None = None,
                      reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                      id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                      dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.close-request`: Takes what was handed in as evidence, sends it back, or withdraws the request. (ISO
        19011, reviewing documented information)

            request: Which request.
            evidence: The evidence that it became.
            reason: Why it does not do, or is not needed.
        """
        return self._do("audit.close-request", {"request": request, "outcome": outcome, "evidence": evidence,
            "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def conclude(self, audit: str, *, conclusion: Conclusion | Document,
                 diverging_opinions: Sequence[DivergingOpinion | Document] | None = None,
                 areas_not_covered: Sequence[str] | None = None, sampling: str | None = None,
                 at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.conclude`: Records what the audit comes to. (ISO 19011)

            audit: Which audit.
            conclusion: What it comes to.
            diverging_opinions: Opinions not settled.
            areas_not_covered: What was not audited, with the reason.
            sampling: What was sampled, and that a sample can miss something.
        """
        return self._do("audit.conclude", {"audit": audit, "conclusion": conclusion,
            "diverging_opinions": diverging_opinions, "areas_not_covered": areas_not_covered, "sampling": sampling},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def draw_sample(self, audit: str, *, criterion: str, draw: SampleDrawRequest | Document,
                    sample: str | None = None, unit: str | None = None, population: str | None = None,
                    names: Sequence[str] | None = None, confidence: Decimal | None = None,
                    tolerable_rate: Decimal | None = None, custom: Mapping[str, Any] | None = None,
                    external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                    actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                    correlation: str | None = None, dry_run: bool | None = None,
                    override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.draw-sample`: Draws a sample in an open audit; annexa draws it, and what was drawn never changes.
        (ISO 19011, audit sampling)

            audit: In which audit.
            criterion: For which requirement or control.
            draw: What to draw, from what; at most 2,000 items.
            sample: Its key; allocated when absent.
            unit: In which unit; across all when absent.
            population: What the items are, from which list and period.
            names: Names of the items drawn, in their order, where they are known already.
            confidence: How sure the sample is meant to make, such as 0.95.
            tolerable_rate: Which share of deviations would be too much, such as 0.05.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("audit.draw-sample", {"audit": audit, "criterion": criterion, "draw": draw, "sample": sample,
            "unit": unit, "population": population, "names": names, "confidence": confidence,
            "tolerable_rate": tolerable_rate, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def evaluate_sample(self, sample: str, *, deviations: Sequence[SampleDeviation | Document] | None = None,
                        confidence: Decimal | None = None, tolerable_rate: Decimal | None = None,
                        reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                        id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                        dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.evaluate-sample`: Records what was found in a sample, and says what follows for its population. May
        be corrected while the audit is open. (ISO 19011, audit sampling)

            sample: Which sample.
            deviations: Items of it that deviate or could not be looked at.
            confidence: Takes the place of the one that was planned; needed if none was.
            tolerable_rate: Takes the place of the one that was planned.
            reason: Why it is evaluated again, or against other figures than were planned.
        """
        return self._do("audit.evaluate-sample", {"sample": sample, "deviations": deviations,
            "confidence": confidence, "tolerable_rate": tolerable_rate, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def follow_up(self, audit: str, *, result: FollowUpResult, nonconformity: str | None = None,
                  finding: str | None = None, reason: str | None = None, evidence: Sequence[str] | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.follow-up`: Says what became of an earlier finding that was carried over. (9.2.2; ISO 19011, audit
        follow-up)

            audit: In which audit.
            result: What became of it.
            nonconformity: Which nonconformity, or else
            finding: which finding of another kind.
            reason: On what that rests.
            evidence: The evidence.
        """
        return self._do("audit.follow-up", {"audit": audit, "result": result, "nonconformity": nonconformity,
            "finding": finding, "reason": reason, "evidence": evidence},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def hold_meeting(self, audit: str, *, kind: MeetingKind, held_at: Instant | None = None,
                     place: str | None = None, attendees: Sequence[str] | None = None, notes: str | None = None,
                     agenda: Sequence[str] | None = None,
                     objections: Sequence[MeetingObjection | Document] | None = None, at: Instant | None = None,
                     actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                     correlation: str | None = None, dry_run: bool | None = None,
                     override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.hold-meeting`: Records a meeting of an audit. (ISO 19011)

            audit: Which audit.
            kind: Which meeting.
            held_at: When it began; the time of the command when absent.
            place: Where.
            attendees: Who was there.
            notes: What was said that matters.
            agenda: What was on the agenda, in order.
            objections: What was objected to; what is not settled is a diverging opinion.
        """
        return self._do("audit.hold-meeting", {"audit": audit, "kind": kind, "held_at": held_at, "place": place,
            "attendees": attendees, "notes": notes, "agenda": agenda, "objections": objections},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def issue_report(self, audit: str, *, scope: str | None = None, methods: Sequence[str] | None = None,
                     independence: str | None = None, distribution: Sequence[str] | None = None,
                     sampling: str | None = None, at: Instant | None = None, actor: str | None = None,
                     id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.issue-report`: Issues the report; nothing of the audit changes any more. (9.2.2 c)

            audit: Which audit.
            scope: What was audited, where the audit does not say so yet.
            methods: How, likewise.
            independence: That the team is independent, likewise.
            distribution: Who gets the report, likewise.
            sampling: That a sample can miss something, likewise.
        """
        return self._do("audit.issue-report", {"audit": audit, "scope": scope, "methods": methods,
            "independence": independence, "distribution": distribution, "sampling": sampling},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def object(self, audit: str, *, objection: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.object`: Objects to the plan of an audit, as somebody to whom it was sent. (ISO 19011, audit
        planning)

            audit: Which audit.
            objection: To what, and why.
        """
        return self._do("audit.object", {"audit": audit, "objection": objection},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def open(self, audit: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
             expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.open`: Opens an audit: from here evidence and verdicts are recorded. (ISO 19011)

            audit: Which audit.
        """
        return self._do("audit.open", {"audit": audit},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def plan(self, audit: str | None = None, *, kind: AuditKind, from_: Date, until: Date, title: str | None = None,
             programme: str | None = None, objectives: Sequence[str] | None = None, scope: str | None = None,
             units: Sequence[str] | None = None, criteria: Sequence[str] | None = None, client: str | None = None,
             team: Sequence[TeamMember | Document] | None = None, methods: Sequence[str] | None = None,
             language: str | None = None, independence: str | None = None, distribution: Sequence[str] | None = None,
             confidentiality: str | None = None, sessions: Sequence[Session | Document] | None = None,
             templates: Sequence[str] | None = None, scale: str | None = None, change_reason: str | None = None,
             at: Instant | None = None, actor: str | None = None, id: str | None = None,
             expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.plan`: Plans an audit with its sessions; planning it again before it is opened replaces the plan,
        which has to be approved again where it was. (9.2.2; ISO 19011)

            audit: Its key; allocated when absent.
            kind: What sort of audit.
            from_: First day.
            until: Last day.
            title: In a few words.
            programme: The programme it belongs to.
            objectives: What it is to find out.
            scope: What it covers.
            units: What it visits.
            criteria: What it audits against.
            client: Who asked for it.
            team: Who audits.
            methods: How evidence is gathered.
            language: Language of the audit.
            independence: Statement on objectivity and impartiality.
            distribution: Who gets the report, by function.
            confidentiality: Confidentiality label of the report.
            sessions: The lines of the plan.
            templates: Names of checklist templates; their versions are pinned on opening.
            scale: The scale in whose words it rates.
            change_reason: Why a plan that was sent or approved changes; needed then.
        """
        return self._do("audit.plan", {"audit": audit, "kind": kind, "from": from_, "until": until, "title": title,
            "programme": programme, "objectives": objectives, "scope": scope, "units": units, "criteria": criteria,
            "client": client, "team": team, "methods": methods, "language": language, "independence": independence,
            "distribution": distribution, "confidentiality": confidentiality, "sessions": sessions,
            "templates": templates, "scale": scale, "change_reason": change_reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def prepare_paper(self, audit: str, *, paper: str | None = None, title: str | None = None,
                      criteria: Sequence[str] | None = None, unit: str | None = None, text: str | None = None,
                      sha256: str | None = None, evidence: Sequence[str] | None = None,
                      custom: Mapping[str, Any] | None = None,
                      external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                      actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                      correlation: str | None = None, dry_run: bool | None = None,
                      override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.prepare-paper`: Writes a working paper, or writes one again that was sent back. (ISO 19011,
        documented information for audit)

            audit: In which audit.
            paper: Its key; allocated when absent.
            title: About what.
            criteria: On what it bears.
            unit: Where.
            text: What was done and seen.
            sha256: Digest of the paper where it is a file.
            evidence: What it rests on.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("audit.prepare-paper", {"audit": audit, "paper": paper, "title": title, "criteria": criteria,
            "unit": unit, "text": text, "sha256": sha256, "evidence": evidence, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_evidence(self, audit: str | None = None, *, kind: EvidenceKind, nonconformity: str | None = None,
                        evidence: str | None = None, title: str | None = None, source: str | None = None,
                        statement: str | None = None, sha256: str | None = None, media_type: str | None = None,
                        size: int | None = None, effective_on: Date | None = None, received_on: Date | None = None,
                        unit: str | None = None, criteria: Sequence[str] | None = None,
                        classification: str | None = None, form: EvidenceForm | None = None,
                        redaction: str | None = None, effective_until: Date | None = None,
                        retain_until: Date | None = None, custom: Mapping[str, Any] | None = None,
                        external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                        actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                        correlation: str | None = None, dry_run: bool | None = None,
                        override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.record-evidence`: Records a piece of evidence: in an audit while it is open, by its auditors; or for
        a nonconformity as long as it is neither closed nor withdrawn, by whoever raised it, answers for it, owns
        one of its actions or verifies it. (7.5.3, 10.2 g; ISO 19011)

            audit: In which audit; or else
            kind: What it is.
            nonconformity: for which nonconformity. One of the two.
            evidence: Its key; allocated when absent.
            title: What it shows.
            source: Where it is kept.
            statement: What was said or seen.
            sha256: Digest of the file.
            media_type: Media type of the file.
            size: Bytes of the file.
            effective_on: From which day it speaks.
            received_on: When it came in; today when absent.
            unit: Where.
            criteria: What it bears on.
            classification: How confidential it is.
            form: What was kept: a copy, a redacted one, or nothing because it was only seen.
            redaction: What was left out of a redacted copy, and why.
            effective_until: The last day of the period that it speaks of.
            retain_until: Until when it is kept.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("audit.record-evidence", {"audit": audit, "kind": kind, "nonconformity": nonconformity,
            "evidence": evidence, "title": title, "source": source, "statement": statement, "sha256": sha256,
            "media_type": media_type, "size": size, "effective_on": effective_on, "received_on": received_on,
            "unit": unit, "criteria": criteria, "classification": classification, "form": form,
            "redaction": redaction, "effective_until": effective_until, "retain_until": retain_until,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_interview(self, audit: str, *, interview: str | None = None, evidence: str | None = None,
                         unit: str | None = None, function: str | None = None, person: str | None = None,
                         interviewers: Sequence[str] | None = None, held_at: Instant | None = None,
                         place: str | None = None, criteria: Sequence[str] | None = None,
                         answers: Sequence[InterviewAnswer | Document] | None = None, confirmed: bool | None = None,
                         classification: str | None = None, retain_until: Date | None = None,
                         custom: Mapping[str, Any] | None = None,
                         external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                         actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                         correlation: str | None = None, dry_run: bool | None = None,
                         override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.record-interview`: Records an interview, and its statements as a piece of evidence. (ISO 19011,
        conducting interviews)

            audit: In which audit.
            interview: Its key; allocated when absent.
            evidence: Key of its evidence; allocated when absent.
            unit: Where the function belongs.
            function: In which function somebody answered; the person's when absent.
            person: Who; may stay unsaid.
            interviewers: Who asked; who records it when empty.
            held_at: When; the time of the command when absent.
            place: Where, or "remote".
            criteria: About what.
            answers: What was asked and answered.
            confirmed: True if the answers were read back and confirmed.
            classification: How confidential it is.
            retain_until: Until when it is kept.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("audit.record-interview", {"audit": audit, "interview": interview, "evidence": evidence,
            "unit": unit, "function": function, "person": person, "interviewers": interviewers, "held_at": held_at,
            "place": place, "criteria": criteria, "answers": answers, "confirmed": confirmed,
            "classification": classification, "retain_until": retain_until, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def request_document(self, audit: str, *, due_on: Date, request: str | None = None, what: str | None = None,
                         criteria: Sequence[str] | None = None, unit: str | None = None, of: str | None = None,
                         custom: Mapping[str, Any] | None = None,
                         external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                         actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                         correlation: str | None = None, dry_run: bool | None = None,
                         override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.request-document`: Asks for a document. (ISO 19011, reviewing documented information)

            audit: For which audit.
            due_on: Until when.
            request: Its key; allocated when absent.
            what: What is asked for.
            criteria: On what it bears.
            unit: Of which unit.
            of: Who is to hand it in; the owner of the unit when absent.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("audit.request-document", {"audit": audit, "due_on": due_on, "request": request,
            "what": what, "criteria": criteria, "unit": unit, "of": of, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reuse_evidence(self, audit: str, *, from_: str, evidence: str | None = None, reason: str | None = None,
                       sha256: str | None = None, criteria: Sequence[str] | None = None, at: Instant | None = None,
                       actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                       correlation: str | None = None, dry_run: bool | None = None,
                       override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.reuse-evidence`: Uses evidence of an earlier audit again, as long as it still speaks (evidence_ages).
        (ISO 19011, audit evidence)

            audit: In which audit.
            from_: What is used again.
            evidence: Key of the new record; allocated when absent.
            reason: Why it still speaks.
            sha256: Digest of the file as it is now; where given it must be that of the record.
            criteria: What it bears on; as before when empty.
        """
        return self._do("audit.reuse-evidence", {"audit": audit, "from": from_, "evidence": evidence,
            "reason": reason, "sha256": sha256, "criteria": criteria},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def review_paper(self, *, paper: str, approved: bool | None = None, remark: str | None = None,
                     at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.review-paper`: Reviews a working paper that somebody else prepared. (ISO 19011, documented
        information for audit)

            paper: Which paper.
            approved: True if it holds; else it is sent back.
            remark: What is to be said; needed to send it back.
        """
        return self._do("audit.review-paper", {"paper": paper, "approved": approved, "remark": remark},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def send_plan(self, audit: str, *, to: Sequence[str] | None = None, text: str | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.send-plan`: Sends the plan of an audit to those whom it concerns. (ISO 19011, audit planning)

            audit: Which audit.
            to: To whom; the owners of the units when empty.
            text: What was said with it.
        """
        return self._do("audit.send-plan", {"audit": audit, "to": to, "text": text},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def transfer_evidence(self, evidence: str, *, to: str, place: str | None = None, reason: str | None = None,
                          sha256: str | None = None, at: Instant | None = None, actor: str | None = None,
                          id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                          dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`audit.transfer-evidence`: Hands evidence over: its chain of custody grows by a step. (7.5.3; control
        A.5.28)

            evidence: Which evidence.
            to: Who has it since.
            place: Where it is kept since.
            reason: Why.
            sha256: Digest of what was handed over; where given it must be that of the record.
        """
        return self._do("audit.transfer-evidence", {"evidence": evidence, "to": to, "place": place, "reason": reason,
            "sha256": sha256},
            (at, actor, id, expected_version, correlation, dry_run, override))


class CatalogNoun(Noun["records.Catalog"]):
    """A catalog that was adopted: its revision is pinned until somebody moves on. (7.5.3 e)"""

    _noun = "catalog"
    _type = "Catalog"

    def adopt(self, catalog: str | None = None, *, document: CatalogDocument | Document | None = None,
              sha256: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`catalog.adopt`: Adopts a catalog, or moves on to another revision of it: a built-in one by its id, one of
        the organisation's own as a document. What the revision brings is told as a warning; with `dry_run` nothing
        else happens. (7.5.3 e)

            catalog: Id of a built-in catalog; that of the document when absent.
            document: A catalog of one's own.
            sha256: Digest of the file that the document was read from: recorded as the caller says, since the file
                is not at hand to compare.
        """
        return self._do("catalog.adopt", {"catalog": catalog, "document": document, "sha256": sha256},
            (at, actor, id, expected_version, correlation, dry_run, override))


class CatalogRequirementNoun(Noun["records.CatalogRequirement"]):
    """A requirement of a catalog of the organisation's own, as it was adopted."""

    _noun = "catalog-requirement"
    _type = "CatalogRequirement"


class ChangeNoun(Noun["records.Change"]):
    """A change to the ISMS, or one that bears on it. (6.3, 8.1)"""

    _noun = "change"
    _type = "Change"

    def record(self, change: str | None = None, *, state: ChangeState, title: str | None = None,
               purpose: str | None = None, consequences: str | None = None, resources: str | None = None,
               unplanned: bool | None = None, owner: str | None = None, planned_for: Date | None = None,
               done_on: Date | None = None, review: str | None = None, units: Sequence[str] | None = None,
               risks: Sequence[str] | None = None, recorded_on: Date | None = None, changed_on: Date | None = None,
               retired_on: Date | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`change.record`: Adds a record "change". A change to the ISMS, or one that bears on it. (6.3, 8.1)

            change: Such as "CH-2".
            state: How far it has come.
            title: What changes.
            purpose: What for.
            consequences: What could follow. (6.3, 8.1)
            resources: What it takes.
            unplanned: True if it came unplanned and was looked at afterwards. (8.1)
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
        return self._do("change.record", {"change": change, "state": state, "title": title, "purpose": purpose,
            "consequences": consequences, "resources": resources, "unplanned": unplanned, "owner": owner,
            "planned_for": planned_for, "done_on": done_on, "review": review, "units": units, "risks": risks,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, change: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`change.retire`: Ends a change that is of no account; it stays on record. (6.3)

            change: Which.
            on: Since when; today when absent.
        """
        return self._do("change.retire", {"change": change, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, change: str, *, title: str | None | Unset = UNSET, purpose: str | None | Unset = UNSET,
               consequences: str | None | Unset = UNSET, resources: str | None | Unset = UNSET,
               unplanned: bool | None | Unset = UNSET, state: ChangeState | Unset = UNSET,
               owner: str | None | Unset = UNSET, planned_for: Date | None | Unset = UNSET,
               done_on: Date | None | Unset = UNSET, review: str | None | Unset = UNSET,
               units: Sequence[str] | None | Unset = UNSET, risks: Sequence[str] | None | Unset = UNSET,
               recorded_on: Date | None | Unset = UNSET, changed_on: Date | None | Unset = UNSET,
               retired_on: Date | None | Unset = UNSET, custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`change.update`: Changes what is named of a record "change". A change to the ISMS, or one that bears on it.
        (6.3, 8.1)

            change: Such as "CH-2".
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
        return self._change("change.update", {"change": change, "title": title, "purpose": purpose,
            "consequences": consequences, "resources": resources, "unplanned": unplanned, "state": state,
            "owner": owner, "planned_for": planned_for, "done_on": done_on, "review": review, "units": units,
            "risks": risks, "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ChecklistTemplateNoun(Noun["records.ChecklistTemplate"]):
    """One version of a template. Editing a template makes a new version; what an audit pinned when it was opened
    stays. Its items take the place of what the catalog brings along for their criteria; several for one criterion
    are all asked. (ISO 19011, preparing documented information for audit)
    """

    _noun = "checklist-template"
    _type = "ChecklistTemplate"

    def define(self, *, name: str | None = None, title: str | None = None,
               items: Sequence[ChecklistItem | Document] | None = None, reason: str | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`checklist-template.define`: Writes a checklist template, or a new version of one. (ISO 19011, preparing
        documented information for audit)

            name: Its name: letters, digits and '-'.
            title: What it is for.
            items: What it says.
            reason: Why it is changed; needed from version 2 on.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("checklist-template.define", {"name": name, "title": title, "items": items, "reason": reason,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ContextIssueNoun(Noun["records.ContextIssue"]):
    """An issue that bears on what the ISMS is to achieve. Whether climate change is one has to be decided either way
    (Amendment 1:2024): an issue about it says what was decided, and why. (4.1)
    """

    _noun = "context-issue"
    _type = "ContextIssue"

    def record(self, context_issue: str | None = None, *, kind: IssueKind, title: str | None = None,
               description: str | None = None, climate_change: bool | None = None, relevant: bool | None = None,
               reason: str | None = None, effect: str | None = None, owner: str | None = None,
               risks: Sequence[str] | None = None, recorded_on: Date | None = None, changed_on: Date | None = None,
               retired_on: Date | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`context-issue.record`: Adds a record "context-issue". An issue that bears on what the ISMS is to achieve.
        Whether climate change is one has to be decided either way (Amendment 1:2024): an issue about it says what
        was decided, and why. (4.1)

            context_issue: Such as "CI-3".
            kind: Where it lies.
            title: In a few words.
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
        return self._do("context-issue.record", {"context_issue": context_issue, "kind": kind, "title": title,
            "description": description, "climate_change": climate_change, "relevant": relevant, "reason": reason,
            "effect": effect, "owner": owner, "risks": risks, "recorded_on": recorded_on, "changed_on": changed_on,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, context_issue: str, *, on: Date | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`context-issue.retire`: Ends a context issue; it stays on record. (4.1)

            context_issue: Which.
            on: Since when; today when absent.
        """
        return self._do("context-issue.retire", {"context_issue": context_issue, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, context_issue: str, *, title: str | None | Unset = UNSET, kind: IssueKind | Unset = UNSET,
               description: str | None | Unset = UNSET, climate_change: bool | None | Unset = UNSET,
               relevant: bool | None | Unset = UNSET, reason: str | None | Unset = UNSET,
               effect: str | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               risks: Sequence[str] | None | Unset = UNSET, recorded_on: Date | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`context-issue.update`: Changes what is named of a record "context-issue". An issue that bears on what the
        ISMS is to achieve. Whether climate change is one has to be decided either way (Amendment 1:2024): an issue
        about it says what was decided, and why. (4.1)

            context_issue: Such as "CI-3".
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
        return self._change("context-issue.update", {"context_issue": context_issue, "title": title, "kind": kind,
            "description": description, "climate_change": climate_change, "relevant": relevant, "reason": reason,
            "effect": effect, "owner": owner, "risks": risks, "recorded_on": recorded_on, "changed_on": changed_on,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class DeadlineNoun(Noun["records.Nonconformity"]):
    """A nonconformity: a requirement that is not met. (10.2)"""

    _noun = "nonconformity"
    _type = "Nonconformity"

    def check(self, nonconformity: str | None = None, *, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`deadline.check`: T29 and T25: notices what has come due by the time of the command: escalates what is late,
        ends deviations whose last day has passed. Does nothing where nothing changed, so that a scheduler can call
        it as often as it likes. (10.2 c)

            nonconformity: Only this one; all when absent.
        """
        return self._do("deadline.check", {"nonconformity": nonconformity},
            (at, actor, id, expected_version, correlation, dry_run, override))


class DocumentNoun(Noun["records.Document"]):
    """A document or record of the ISMS. Its content stays where it is; the digest fixes which content is meant.
    (7.5.1, 7.5.2, 7.5.3)
    """

    _noun = "document"
    _type = "Document"

    def add(self, document: str | None = None, *, kind: DocumentKind, title: str | None = None,
            serves: Sequence[str] | None = None, version: str | None = None, owner: str | None = None,
            owner_name: str | None = None, approved_by: str | None = None, approved_on: Date | None = None,
            review_due: Date | None = None, location: str | None = None, sha256: str | None = None,
            external: bool | None = None, classification: str | None = None, retired_on: Date | None = None,
            custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
            at: Instant | None = None, actor: str | None = None, id: str | None = None,
            expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
            override: OverrideRequest | Document | None = None) -> Answer:
        """`document.add`: Adds a record "document". A document or record of the ISMS. Its content stays where it is;
        the digest fixes which content is meant. (7.5.1, 7.5.2, 7.5.3)

            document: Such as "D-7", or the document's own number.
            kind: What it is.
            title: What it is called.
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
        return self._do("document.add", {"document": document, "kind": kind, "title": title, "serves": serves,
            "version": version, "owner": owner, "owner_name": owner_name, "approved_by": approved_by,
            "approved_on": approved_on, "review_due": review_due, "location": location, "sha256": sha256,
            "external": external, "classification": classification, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def change(self, document: str, *, title: str | None | Unset = UNSET, kind: DocumentKind | Unset = UNSET,
               serves: Sequence[str] | None | Unset = UNSET, version: str | None | Unset = UNSET,
               owner: str | None | Unset = UNSET, owner_name: str | None | Unset = UNSET,
               approved_by: str | None | Unset = UNSET, approved_on: Date | None | Unset = UNSET,
               review_due: Date | None | Unset = UNSET, location: str | None | Unset = UNSET,
               sha256: str | None | Unset = UNSET, external: bool | None | Unset = UNSET,
               classification: str | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`document.change`: Changes what is named of a record "document". A document or record of the ISMS. Its
        content stays where it is; the digest fixes which content is meant. (7.5.1, 7.5.2, 7.5.3)

            document: Such as "D-7", or the document's own number.
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
        return self._change("document.change", {"document": document, "title": title, "kind": kind, "serves": serves,
            "version": version, "owner": owner, "owner_name": owner_name, "approved_by": approved_by,
            "approved_on": approved_on, "review_due": review_due, "location": location, "sha256": sha256,
            "external": external, "classification": classification, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, document: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`document.retire`: Takes a document out of force; it stays on record. (7.5.3)

            document: Which document.
            on: Since when; today when absent.
        """
        return self._do("document.retire", {"document": document, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class DocumentRequestNoun(Noun["records.DocumentRequest"]):
    """A document that auditors ask for before or in an audit. (ISO 19011, reviewing documented information)"""

    _noun = "document-request"
    _type = "DocumentRequest"


class DutyNoun(Noun["records.Duty"]):
    """What breaking a rule leads to in this organisation: a separation rule ("S11"), or a guard of the lifecycle that
    is guidance or practice ("T11.systemic"). (9.2.2 b; ISO 19011, independence)
    """

    _noun = "duty"
    _type = "Duty"

    def configure(self, duty: str | None = None, *, effect: DutyEffect, reason: str | None = None,
                  cooling_off_months: int | None = None, custom: Mapping[str, Any] | None = None,
                  external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                  actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                  correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """`duty.configure`: Adds or replaces a record "duty". What breaking a rule leads to in this organisation: a
        separation rule ("S11"), or a guard of the lifecycle that is guidance or practice ("T11.systemic"). (9.2.2
        b; ISO 19011, independence)

            duty: The rule: "S11".
            effect: What breaking it leads to.
            reason: Why it is not as annexa has it.
            cooling_off_months: For S02: how long who left keeps away, 0 to 120; 24 when absent.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("duty.configure", {"duty": duty, "effect": effect, "reason": reason,
            "cooling_off_months": cooling_off_months, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ErasureNoun(Noun["records.Erasure"]):
    """An erasure of personal texts, on record: what was erased, on what ground and by whom, never the texts
    themselves. (control A.5.34; GDPR Article 17, Article 5(2))
    """

    _noun = "erasure"
    _type = "Erasure"


class EvidenceNoun(Noun["records.Evidence"]):
    """A piece of audit evidence. Its content stays where it is; the digest fixes what was seen. (ISO 19011, collecting
    and verifying information; 7.5.3)
    """

    _noun = "evidence"
    _type = "Evidence"


class FeedbackNoun(Noun["records.Feedback"]):
    """Something that an interested party said. (9.3.2 e)"""

    _noun = "feedback"
    _type = "Feedback"

    def record(self, feedback: str | None = None, *, kind: FeedbackKind, received_on: Date, title: str | None = None,
               party: str | None = None, statement: str | None = None, owner: str | None = None,
               answer: str | None = None, answered_on: Date | None = None,
               nonconformities: Sequence[str] | None = None, recorded_on: Date | None = None,
               changed_on: Date | None = None, retired_on: Date | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`feedback.record`: Adds a record "feedback". Something that an interested party said. (9.3.2 e)

            feedback: Such as "FB-6".
            kind: What sort.
            received_on: When it came in.
            title: In a few words, without names of persons.
            party: Who said it.
            statement: What was said; free text that may name people.
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
        return self._do("feedback.record", {"feedback": feedback, "kind": kind, "received_on": received_on,
            "title": title, "party": party, "statement": statement, "owner": owner, "answer": answer,
            "answered_on": answered_on, "nonconformities": nonconformities, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, feedback: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`feedback.retire`: Ends feedback that is of no account; it stays on record. (9.3.2 e)

            feedback: Which.
            on: Since when; today when absent.
        """
        return self._do("feedback.retire", {"feedback": feedback, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, feedback: str, *, title: str | None | Unset = UNSET, kind: FeedbackKind | Unset = UNSET,
               party: str | None | Unset = UNSET, statement: str | None | Unset = UNSET,
               received_on: Date | Unset = UNSET, owner: str | None | Unset = UNSET,
               answer: str | None | Unset = UNSET, answered_on: Date | None | Unset = UNSET,
               nonconformities: Sequence[str] | None | Unset = UNSET, recorded_on: Date | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`feedback.update`: Changes what is named of a record "feedback". Something that an interested party said.
        (9.3.2 e)

            feedback: Such as "FB-6".
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
        return self._change("feedback.update", {"feedback": feedback, "title": title, "kind": kind, "party": party,
            "statement": statement, "received_on": received_on, "owner": owner, "answer": answer,
            "answered_on": answered_on, "nonconformities": nonconformities, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class FindingNoun(Noun["records.Finding"]):
    """A finding of an audit. One of kind nonconformity has a Nonconformity of its own that carries its life. (ISO
    19011, generating audit findings)
    """

    _noun = "finding"
    _type = "Finding"

    def accept_opportunity(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                           actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                           correlation: str | None = None, dry_run: bool | None = None,
                           override: OverrideRequest | Document | None = None) -> Answer:
        """`finding.accept-opportunity`: Takes up an opportunity. (10.1)

            finding: Which finding.
            reason: What is going to be done.
        """
        return self._do("finding.accept-opportunity", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decline_opportunity(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                            actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                            correlation: str | None = None, dry_run: bool | None = None,
                            override: OverrideRequest | Document | None = None) -> Answer:
        """`finding.decline-opportunity`: Does not take up an opportunity. (10.1)

            finding: Which finding.
            reason: Why not.
        """
        return self._do("finding.decline-opportunity", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def grade(self, finding: str, *, grade: Grade, reasons: Sequence[str] | None = None,
              answers: GradeAnswers | Document | None = None, departure: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`finding.grade`: Grades a nonconformity before it is issued. (ISO/IEC 17021-1 3.12, 3.13)

            finding: Which finding.
            grade: How serious.
            reasons: Why.
            answers: Answers to the tests of a major one; those on record when absent.
            departure: Why the grade departs from what was proposed; needed then.
        """
        return self._do("finding.grade", {"finding": finding, "grade": grade, "reasons": reasons, "answers": answers,
            "departure": departure},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def raise_(self, finding: str | None = None, *, audit: str, kind: FindingKind, title: str | None = None,
               statement: str | None = None, criteria: Sequence[str] | None = None, unit: str | None = None,
               evidence: Sequence[str] | None = None, grade: Grade | None = None,
               grade_reasons: Sequence[str] | None = None, requirement: str | None = None, gap: str | None = None,
               nonconformity: str | None = None, answers: GradeAnswers | Document | None = None,
               departure: str | None = None, repeats: Sequence[str] | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`finding.raise`: Raises a finding. One of kind nonconformity raises a nonconformity too (T01). (9.2.2, 10.2)

            finding: Its key; allocated when absent.
            audit: In which audit.
            kind: What it is.
            title: In a few words.
            statement: What was found.
            criteria: Against what.
            unit: Where.
            evidence: What it rests on.
            grade: How serious, for a nonconformity.
            grade_reasons: Why that grade.
            requirement: What is required, for a nonconformity.
            gap: In what it falls short, for a nonconformity.
            nonconformity: Key of the nonconformity; allocated when absent.
            answers: Answers to the tests of a major one; a grade is proposed from them.
            departure: Why the grade departs from what was proposed; needed then.
            repeats: Earlier nonconformities that it repeats.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("finding.raise", {"finding": finding, "audit": audit, "kind": kind, "title": title,
            "statement": statement, "criteria": criteria, "unit": unit, "evidence": evidence, "grade": grade,
            "grade_reasons": grade_reasons, "requirement": requirement, "gap": gap, "nonconformity": nonconformity,
            "answers": answers, "departure": departure, "repeats": repeats, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def translate(self, finding: str, *, language: str | None = None, title: str | None = None,
                  statement: str | None = None, requirement: str | None = None, gap: str | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """`finding.translate`: Puts the texts of a finding into another language, or replaces what they were in it.
        The original, in the language of the audit, prevails. (7.4; ISO 19011, language of the audit)

            finding: Which finding.
            language: Tag of the language of the translation, such as "de" or "pt-BR".
            title: Its title.
            statement: Its statement; needed where it has one.
            requirement: Of a nonconformity, what is required.
            gap: Of a nonconformity, in what it falls short.
        """
        return self._do("finding.translate", {"finding": finding, "language": language, "title": title,
            "statement": statement, "requirement": requirement, "gap": gap},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def withdraw(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                 actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                 correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`finding.withdraw`: Withdraws a finding that was raised in error. (ISO 19011)

            finding: Which finding.
            reason: Why.
        """
        return self._do("finding.withdraw", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


class GradingScaleNoun(Noun["records.GradingScale"]):
    """A grading scale: data, so that an organisation keeps the words it has. Reports show them beside the verdict;
    figures are reckoned by the verdict. (ISO 19011, grading audit findings)
    """

    _noun = "grading-scale"
    _type = "GradingScale"

    def define(self, grading_scale: str | None = None, *, title: str | None = None,
               values: Sequence[ScaleValue | Document] | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`grading-scale.define`: Adds or replaces a record "grading-scale". A grading scale: data, so that an
        organisation keeps the words it has. Reports show them beside the verdict; figures are reckoned by the
        verdict. (ISO 19011, grading audit findings)

            grading_scale: Such as "GS-1".
            title: What it is called.
            values: Its values, in the order in which lists show them.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("grading-scale.define", {"grading_scale": grading_scale, "title": title, "values": values,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class IncidentNoun(Noun["records.Incident"]):
    """An information security event, and what became of it. (control A.5.24, control A.5.25, control A.5.26, control
    A.5.27, control A.5.28)
    """

    _noun = "incident"
    _type = "Incident"

    def close(self, incident: str, *, lessons: str | None = None, on: Date | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`incident.close`: Brings an incident to its end, with what was learnt. (control A.5.27)

            incident: Which incident.
            lessons: What was learnt, or "none, because ...".
            on: When; today when absent.
        """
        return self._do("incident.close", {"incident": incident, "lessons": lessons, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record(self, incident: str | None = None, *, state: IncidentState, reported_on: Date,
               title: str | None = None, severity: IncidentSeverity | None = None, description: str | None = None,
               occurred_on: Date | None = None, resolved_on: Date | None = None, owner: str | None = None,
               units: Sequence[str] | None = None, assets: Sequence[str] | None = None,
               personal_data: bool | None = None, response: str | None = None, evidence: Sequence[str] | None = None,
               lessons: str | None = None, nonconformities: Sequence[str] | None = None,
               risks: Sequence[str] | None = None, closed_on: Date | None = None, recorded_on: Date | None = None,
               changed_on: Date | None = None, retired_on: Date | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`incident.record`: Adds a record "incident". An information security event, and what became of it. (control
        A.5.24, control A.5.25, control A.5.26, control A.5.27, control A.5.28)

            incident: Such as "INC-3".
            state: How far it has come.
            reported_on: When it was reported. (control A.6.8)
            title: In a few words, without names of persons.
            description: What happened; free text that may name people.
            occurred_on: When it began.
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
        return self._do("incident.record", {"incident": incident, "state": state, "reported_on": reported_on,
            "title": title, "severity": severity, "description": description, "occurred_on": occurred_on,
            "resolved_on": resolved_on, "owner": owner, "units": units, "assets": assets,
            "personal_data": personal_data, "response": response, "evidence": evidence, "lessons": lessons,
            "nonconformities": nonconformities, "risks": risks, "closed_on": closed_on, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, incident: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`incident.retire`: Ends an incident that was recorded in error; it stays on record. (control A.5.24)

            incident: Which.
            on: Since when; today when absent.
        """
        return self._do("incident.retire", {"incident": incident, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, incident: str, *, title: str | None | Unset = UNSET, state: IncidentState | Unset = UNSET,
               severity: IncidentSeverity | None | Unset = UNSET, description: str | None | Unset = UNSET,
               occurred_on: Date | None | Unset = UNSET, reported_on: Date | Unset = UNSET,
               resolved_on: Date | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               units: Sequence[str] | None | Unset = UNSET, assets: Sequence[str] | None | Unset = UNSET,
               personal_data: bool | None | Unset = UNSET, response: str | None | Unset = UNSET,
               evidence: Sequence[str] | None | Unset = UNSET, lessons: str | None | Unset = UNSET,
               nonconformities: Sequence[str] | None | Unset = UNSET, risks: Sequence[str] | None | Unset = UNSET,
               closed_on: Date | None | Unset = UNSET, recorded_on: Date | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`incident.update`: Changes what is named of a record "incident". An information security event, and what
        became of it. (control A.5.24, control A.5.25, control A.5.26, control A.5.27, control A.5.28)

            incident: Such as "INC-3".
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
        return self._change("incident.update", {"incident": incident, "title": title, "state": state,
            "severity": severity, "description": description, "occurred_on": occurred_on, "reported_on": reported_on,
            "resolved_on": resolved_on, "owner": owner, "units": units, "assets": assets,
            "personal_data": personal_data, "response": response, "evidence": evidence, "lessons": lessons,
            "nonconformities": nonconformities, "risks": risks, "closed_on": closed_on, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class InterestedPartyNoun(Noun["records.InterestedParty"]):
    """Somebody who has a stake in the information security of the organisation. (4.2 a)"""

    _noun = "interested-party"
    _type = "InterestedParty"

    def record(self, interested_party: str | None = None, *, name: str | None = None, external: bool | None = None,
               interest: str | None = None, requirements: Sequence[PartyRequirement | Document] | None = None,
               owner: str | None = None, recorded_on: Date | None = None, changed_on: Date | None = None,
               retired_on: Date | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`interested-party.record`: Adds a record "interested-party". Somebody who has a stake in the information
        security of the organisation. (4.2 a)

            interested_party: Such as "IP-2".
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
        return self._do("interested-party.record", {"interested_party": interested_party, "name": name,
            "external": external, "interest": interest, "requirements": requirements, "owner": owner,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, interested_party: str, *, on: Date | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`interested-party.retire`: Ends an interested party; it stays on record. (4.2)

            interested_party: Which.
            on: Since when; today when absent.
        """
        return self._do("interested-party.retire", {"interested_party": interested_party, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, interested_party: str, *, name: str | None | Unset = UNSET,
               external: bool | None | Unset = UNSET, interest: str | None | Unset = UNSET,
               requirements: Sequence[PartyRequirement | Document] | None | Unset = UNSET,
               owner: str | None | Unset = UNSET, recorded_on: Date | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`interested-party.update`: Changes what is named of a record "interested-party". Somebody who has a stake in
        the information security of the organisation. (4.2 a)

            interested_party: Such as "IP-2".
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
        return self._change("interested-party.update", {"interested_party": interested_party, "name": name,
            "external": external, "interest": interest, "requirements": requirements, "owner": owner,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class InterviewNoun(Noun["records.Interview"]):
    """An interview: who was asked in which function, by whom, when and where. Its statements are a piece of evidence.
    (ISO 19011, conducting interviews)
    """

    _noun = "interview"
    _type = "Interview"


class KeyNoun(Noun["records.SigningKey"]):
    """The key by which checkpoints of this journal are signed since a rotation. Only public keys stand in a journal.
    (control A.8.24; C2SP signed-note)
    """

    _noun = "signing-key"
    _type = "SigningKey"

    def rotate(self, *, old_key: str | None = None, new_key: str | None = None, rotation: str | None = None,
               reason: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`key.rotate`: Records that the key of the journal was handed over. A workspace checks that both keys signed
        the note; whoever decides without one does that himself. (control A.8.24)

            old_key: The key until now, NAME+ID+KEY: the last one on record, if there is one.
            new_key: The key from now on.
            rotation: The note that both of them signed.
            reason: Why.
        """
        return self._do("key.rotate", {"old_key": old_key, "new_key": new_key, "rotation": rotation,
            "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


class LifecycleNoun(Noun["records.LifecyclePolicy"]):
    """What an organisation decides; what is absent is as annexa has it. Practice, not norm."""

    _noun = "lifecycle-policy"
    _type = "LifecyclePolicy"

    def configure(self, lifecycle_policy: str | None = None, *, recurrence: RecurrencePolicy,
                  deviation_end: DeviationEnd, deadlines: Sequence[DeadlineSetting | Document] | None = None,
                  escalation: Sequence[EscalationLevel | Document] | None = None,
                  extensions_per_cycle: int | None = None, extension_days_minor: int | None = None,
                  extension_days_major: int | None = None, deviation_days: int | None = None,
                  retention_days: int | None = None, window_days_minor: int | None = None,
                  window_days_major: int | None = None, custom: Mapping[str, Any] | None = None,
                  external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                  actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                  correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """`lifecycle.configure`: Adds or replaces a record "lifecycle-policy". What an organisation decides; what is
        absent is as annexa has it. Practice, not norm.

            lifecycle_policy: "lifecycle-policy".
            recurrence: When a closed one comes back.
            deviation_end: When a deviation ends unfixed.
            deadlines: Days that differ from the default; the last that fits counts.
            escalation: Levels from 1; default_escalation when empty.
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
        return self._do("lifecycle.configure", {"lifecycle_policy": lifecycle_policy, "recurrence": recurrence,
            "deviation_end": deviation_end, "deadlines": deadlines, "escalation": escalation,
            "extensions_per_cycle": extensions_per_cycle, "extension_days_minor": extension_days_minor,
            "extension_days_major": extension_days_major, "deviation_days": deviation_days,
            "retention_days": retention_days, "window_days_minor": window_days_minor,
            "window_days_major": window_days_major, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class LifecyclePolicyNoun(Noun["records.LifecyclePolicy"]):
    """What an organisation decides; what is absent is as annexa has it. Practice, not norm."""

    _noun = "lifecycle-policy"
    _type = "LifecyclePolicy"


class ManagementReviewNoun(Noun["records.ManagementReview"]):
    """A management review. What was on its table is frozen in its ReviewInputPart records. (9.3.1, 9.3.3)"""

    _noun = "management-review"
    _type = "ManagementReview"

    def approve(self, management_review: str, *, judgement: ReviewJudgement | Document | None = None,
                no_decisions_because: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`management-review.approve`: Approves the record of a review; after that only what becomes of its decisions
        changes. (9.3.1, 9.3.3)

            management_review: Which review.
            judgement: What top management makes of the ISMS, if it is not on record.
            no_decisions_because: Why nothing had to be decided, if nothing was and it is not on record.
        """
        return self._do("management-review.approve", {"management_review": management_review, "judgement": judgement,
            "no_decisions_because": no_decisions_because},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close(self, management_review: str, *, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`management-review.close`: Closes an approved review of which no decision is open. (9.3.3)

            management_review: Which review.
        """
        return self._do("management-review.close", {"management_review": management_review},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def complete_decision(self, management_review: str, *, decision: int, dropped: bool | None = None,
                          result: str | None = None, on: Date | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """`management-review.complete-decision`: Says what became of a decision. (9.3.2 a)

            management_review: Of which review.
            decision: Which decision, from 1.
            dropped: True if it is not wanted any more.
            result: What came of it, or why it is dropped.
            on: When; today when absent.
        """
        return self._do("management-review.complete-decision", {"management_review": management_review,
            "decision": decision, "dropped": dropped, "result": result, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide(self, management_review: str, *, kind: ReviewDecisionKind, owner: str, due: Date,
               text: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`management-review.decide`: Adds a decision to a review whose record is not approved. (9.3.3)

            management_review: Of which review.
            kind: What it is about.
            owner: Who sees to it.
            due: Until when.
            text: What is decided.
        """
        return self._do("management-review.decide", {"management_review": management_review, "kind": kind,
            "owner": owner, "due": due, "text": text},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def hold(self, management_review: str | None = None, *, title: str | None = None, on: Date | None = None,
             from_: Date | None = None, attendees: Sequence[str] | None = None, guests: Sequence[str] | None = None,
             statements: Sequence[InputStatement | Document] | None = None,
             judgement: ReviewJudgement | Document | None = None,
             decisions: Sequence[NewDecision | Document] | None = None, no_decisions_because: str | None = None,
             next_on: Date | None = None, custom: Mapping[str, Any] | None = None,
             external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
             actor: str | None = None, id: str | None = None, expected_version: int | None = None,
             correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """`management-review.hold`: Records a management review: its inputs are gathered from what is on record and
        frozen. Refused unless somebody who holds the role of top management attended. (9.3.1, 9.3.2, 9.3.3)

            management_review: Its key; allocated when absent.
            title: In a few words.
            on: When it was held; today when absent. It looks back until then.
            from_: First day that it looks back on; see review_span().
            attendees: Who was there.
            guests: Who else was there, by function.
            statements: What was said about inputs.
            judgement: What top management makes of the ISMS.
            decisions: What was decided.
            no_decisions_because: Why nothing had to be decided, if nothing was.
            next_on: For when the next one is planned.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("management-review.hold", {"management_review": management_review, "title": title, "on": on,
            "from": from_, "attendees": attendees, "guests": guests, "statements": statements,
            "judgement": judgement, "decisions": decisions, "no_decisions_because": no_decisions_because,
            "next_on": next_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class MaturityNoun(Noun["records.Maturity"]):
    """The level that is rated for one clause or control. Its key is the criterion. Earlier ratings stay in the
    journal. (9.1)
    """

    _noun = "maturity"
    _type = "Maturity"

    def rate(self, *, criterion: str, level: int, target: int | None = None, weight: int | None = None,
             rationale: str | None = None, evidence: Sequence[str] | None = None,
             documents: Sequence[str] | None = None, on: Date | None = None, at: Instant | None = None,
             actor: str | None = None, id: str | None = None, expected_version: int | None = None,
             correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """`maturity.rate`: Rates how well a clause or control is lived, by the scale maturity_levels. Who acts has
        rated. (9.1)

            criterion: Of what: "9.1", "A.5.1", "catalog:id".
            level: 0 to 5.
            target: The level that is wanted, 0 to 5.
            weight: How much it counts in a mean, 1 to 10; as before, or 1.
            rationale: Why this level; never empty.
            evidence: What it rests on.
            documents: Documents that it rests on.
            on: When it was rated; today when absent.
        """
        return self._do("maturity.rate", {"criterion": criterion, "level": level, "target": target, "weight": weight,
            "rationale": rationale, "evidence": evidence, "documents": documents, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class MeasurementNoun(Noun["records.Measurement"]):
    """Something that is measured, and its values over time. (9.1)"""

    _noun = "measurement"
    _type = "Measurement"

    def add_value(self, measurement: str, *, value: Decimal, on: Date | None = None, note: str | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """`measurement.add-value`: Adds a value that was read; a day that has one already is refused. (9.1)

            measurement: Of which measurement.
            value: The value, in its unit.
            on: On which day, or at the end of which span; today when absent.
            note: What was made of it.
        """
        return self._do("measurement.add-value", {"measurement": measurement, "value": value, "on": on, "note": note},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record(self, measurement: str | None = None, *, title: str | None = None, method: str | None = None,
               unit: str | None = None, frequency: str | None = None, measured_by: str | None = None,
               analysed_by: str | None = None, goal: MeasurementGoal | None = None, target: Decimal | None = None,
               criteria: Sequence[str] | None = None, values: Sequence[MeasuredValue | Document] | None = None,
               recorded_on: Date | None = None, changed_on: Date | None = None, retired_on: Date | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`measurement.record`: Adds a record "measurement". Something that is measured, and its values over time.
        (9.1)

            measurement: Such as "ME-5".
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
        return self._do("measurement.record", {"measurement": measurement, "title": title, "method": method,
            "unit": unit, "frequency": frequency, "measured_by": measured_by, "analysed_by": analysed_by,
            "goal": goal, "target": target, "criteria": criteria, "values": values, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, measurement: str, *, on: Date | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`measurement.retire`: Ends a measurement; it stays on record. (9.1)

            measurement: Which.
            on: Since when; today when absent.
        """
        return self._do("measurement.retire", {"measurement": measurement, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, measurement: str, *, title: str | None | Unset = UNSET, method: str | None | Unset = UNSET,
               unit: str | None | Unset = UNSET, frequency: str | None | Unset = UNSET,
               measured_by: str | None | Unset = UNSET, analysed_by: str | None | Unset = UNSET,
               goal: MeasurementGoal | None | Unset = UNSET, target: Decimal | None | Unset = UNSET,
               criteria: Sequence[str] | None | Unset = UNSET,
               values: Sequence[MeasuredValue | Document] | None | Unset = UNSET,
               recorded_on: Date | None | Unset = UNSET, changed_on: Date | None | Unset = UNSET,
               retired_on: Date | None | Unset = UNSET, custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`measurement.update`: Changes what is named of a record "measurement". Something that is measured, and its
        values over time. (9.1)

            measurement: Such as "ME-5".
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
        return self._change("measurement.update", {"measurement": measurement, "title": title, "method": method,
            "unit": unit, "frequency": frequency, "measured_by": measured_by, "analysed_by": analysed_by,
            "goal": goal, "target": target, "criteria": criteria, "values": values, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class NonconformityNoun(Noun["records.Nonconformity"]):
    """A nonconformity: a requirement that is not met. (10.2)"""

    _noun = "nonconformity"
    _type = "Nonconformity"

    def accept_correction(self, nonconformity: str, *, reason: str | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.accept-correction`: T14: agrees that the correction suffices. (10.2 b)

            nonconformity: Which nonconformity.
            reason: A remark.
        """
        return self._do("nonconformity.accept-correction", {"nonconformity": nonconformity, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def accept_deviation(self, nonconformity: str, *, risk: str, until: Date, reason: str | None = None,
                         compensating_measures: str | None = None, issuer_decision: str | None = None,
                         at: Instant | None = None, actor: str | None = None, id: str | None = None,
                         expected_version: int | None = None, correlation: str | None = None,
                         dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.accept-deviation`: T24: lives with it until a day, on a risk that its owner accepts.
        Deadlines rest meanwhile. (10.2 a, 10.2 c, 6.1.3 f; duty S12)

            nonconformity: Which nonconformity.
            risk: The risk that it is accepted on.
            until: Last day.
            reason: Why.
            compensating_measures: What keeps the effects small.
            issuer_decision: What the issuer of an external one decided.
        """
        return self._do("nonconformity.accept-deviation", {"nonconformity": nonconformity, "risk": risk,
            "until": until, "reason": reason, "compensating_measures": compensating_measures,
            "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def acknowledge(self, nonconformity: str, *, correction_owner: str | None = None, at: Instant | None = None,
                    actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                    correlation: str | None = None, dry_run: bool | None = None,
                    override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.acknowledge`: T04: the process owner has it. (10.2 a)

            nonconformity: Which nonconformity.
            correction_owner: Who sees to the correction.
        """
        return self._do("nonconformity.acknowledge", {"nonconformity": nonconformity,
            "correction_owner": correction_owner},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def approve_plan(self, nonconformity: str, *, top_management_informed: bool | None = None,
                     reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                     id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.approve-plan`: T12: approves the plan. (10.2 c)

            nonconformity: Which nonconformity.
            top_management_informed: Whether top management knows of a major one.
            reason: A remark.
        """
        return self._do("nonconformity.approve-plan", {"nonconformity": nonconformity,
            "top_management_informed": top_management_informed, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close(self, nonconformity: str, *, confirmation: str | None = None,
              seen: Sequence[SeenEvidence | Document] | None = None, issuer_closing: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.close`: T18: closes it where no corrective action was needed. (10.2 a)

            nonconformity: Which nonconformity.
            confirmation: What confirms the correction.
            seen: Evidence that was looked at, with the digest of what was seen.
            issuer_closing: For an external audit: what records that its issuer closed it.
        """
        return self._do("nonconformity.close", {"nonconformity": nonconformity, "confirmation": confirmation,
            "seen": seen, "issuer_closing": issuer_closing},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def co_sign(self, nonconformity: str, *, purpose: SignaturePurpose | None = None, action: str | None = None,
                at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.co-sign`: One of the two signatures for closing a major one, by the lead auditor of its audit
        (the ISMS manager where no internal audit is the source) or by top management. Given in the state from which
        it is closed (T18, T19), by nobody who owns the process or one of its actions; a new cycle begins without
        any. Also the second signature under a withdrawal (T30), by programme manager or lead auditor, and under a
        deviation (T24), by whom the band of the risk asks for; and the consent of the ISMS manager that an action
        is given up. (duty S12, S21, S25)

            nonconformity: Which nonconformity.
            purpose: To what; that it is closed when absent.
            action: Which action may be given up (cancelling).
        """
        return self._do("nonconformity.co-sign", {"nonconformity": nonconformity, "purpose": purpose,
            "action": action},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide_dispute(self, nonconformity: str, *, decision: str | None = None, grade: Grade | None = None,
                       grade_reasons: Sequence[str] | None = None, requirement: str | None = None,
                       evidence_statement: str | None = None, gap: str | None = None, owner: str | None = None,
                       issuer_decision: str | None = None, at: Instant | None = None, actor: str | None = None,
                       id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.decide-dispute`: T06: decides a dispute; it stands, with what is changed in it. What it said
        before is kept. That it was raised in error is nonconformity.withdraw (T07). (10.2 f; duty S20)

            nonconformity: Which nonconformity.
            decision: What is decided, and why.
            grade: The grade, where it changes.
            grade_reasons: Why that grade; as before when empty.
            requirement: What is required, where that is put anew.
            evidence_statement: What was seen, where that is put anew.
            gap: In what it falls short, where that is put anew.
            owner: Process owner, where that changes.
            issuer_decision: For an external audit: what its issuer decided.
        """
        return self._do("nonconformity.decide-dispute", {"nonconformity": nonconformity, "decision": decision,
            "grade": grade, "grade_reasons": grade_reasons, "requirement": requirement,
            "evidence_statement": evidence_statement, "gap": gap, "owner": owner, "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide_extension(self, nonconformity: str, *, granted: bool | None = None, reason: str | None = None,
                         issuer_decision: str | None = None, at: Instant | None = None, actor: str | None = None,
                         id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                         dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.decide-extension`: T23: grants or refuses more time. The first day stays on record. (10.2 c;
        duty S22)

            nonconformity: Which nonconformity.
            granted: Whether the day is put off.
            reason: Why.
            issuer_decision: For an external audit: what its issuer decided.
        """
        return self._do("nonconformity.decide-extension", {"nonconformity": nonconformity, "granted": granted,
            "reason": reason, "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def dispute(self, nonconformity: str, *, kind: DisputeKind, reason: str | None = None,
                evidence: Sequence[str] | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.dispute`: T05: contests it; its deadlines go on. (10.2 f; duty S20)

            nonconformity: Which nonconformity.
            kind: What is contested.
            reason: Why.
            evidence: Evidence that was not there before.
        """
        return self._do("nonconformity.dispute", {"nonconformity": nonconformity, "kind": kind, "reason": reason,
            "evidence": evidence},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def end_deviation(self, nonconformity: str, *, fixed: bool | None = None, reason: str | None = None,
                      evidence: Sequence[str] | None = None, isms_changes: str | None = None,
                      at: Instant | None = None, actor: str | None = None, id: str | None = None,
                      expected_version: int | None = None, correlation: str | None = None,
                      dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.end-deviation`: T25 or T26: ends a deviation, because its risk owner revokes it, or because
        it is fixed. (10.2 c, 10.2 g)

            nonconformity: Which nonconformity.
            fixed: True if it is fixed meanwhile (T26); false to go on with it (T25).
            reason: Why.
            evidence: What shows that it is fixed.
            isms_changes: Changes made to documents, risks and SoA, or "none, because ...".
        """
        return self._do("nonconformity.end-deviation", {"nonconformity": nonconformity, "fixed": fixed,
            "reason": reason, "evidence": evidence, "isms_changes": isms_changes},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def import_(self, nonconformity: str | None = None, *, source: NonconformitySource, system: str | None = None,
                status: str | None = None, title: str | None = None, source_ref: str | None = None,
                unit: str | None = None, criteria: Sequence[str] | None = None, requirement: str | None = None,
                evidence_statement: str | None = None, gap: str | None = None, grade: Grade | None = None,
                grade_reasons: Sequence[str] | None = None, owner: str | None = None, closed_on: Date | None = None,
                custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
                past: ImportedPast | Document | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.import`: Takes over a nonconformity from another system in the state that it has there, told
        in our states (state_crosswalk). Where our state asks for proof that does not come along it is marked
        `imported_unverified`, and figures leave it out. What was told of its past is kept as it was told, and
        proves nothing. Taking it over again, by its key, brings what has changed there since, as long as nobody
        took a step here; nothing if nothing has. (10.2 f)

            nonconformity: Its key; allocated when absent.
            source: Where it comes from.
            system: Which system: "ciso-assistant", "defectdojo", "oscal", "jira", "comp", "probo", "register".
            status: What its state is called there; flags of DefectDojo with "+" between.
            title: In a few words.
            source_ref: Its number there; unique among the open ones.
            unit: Where.
            criteria: What is not met.
            requirement: What is required.
            evidence_statement: What was seen.
            gap: In what it falls short.
            grade: How serious.
            grade_reasons: Why that grade.
            owner: Process owner; the unit's owner when absent.
            closed_on: When it was closed there.
            custom: Members of the host.
            external_ids: Numbers in other systems.
            past: What was told of it there.
        """
        return self._do("nonconformity.import", {"nonconformity": nonconformity, "source": source, "system": system,
            "status": status, "title": title, "source_ref": source_ref, "unit": unit, "criteria": criteria,
            "requirement": requirement, "evidence_statement": evidence_statement, "gap": gap, "grade": grade,
            "grade_reasons": grade_reasons, "owner": owner, "closed_on": closed_on, "custom": custom,
            "external_ids": external_ids, "past": past},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def issue(self, nonconformity: str, *, owner: str | None = None,
              seen: Sequence[SeenEvidence | Document] | None = None, criteria: Sequence[str] | None = None,
              requirement: str | None = None, evidence_statement: str | None = None,
              evidence: Sequence[str] | None = None, gap: str | None = None, grade: Grade | None = None,
              grade_reasons: Sequence[str] | None = None, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.issue`: T02: hands it to the process owner. (10.2 f)

            nonconformity: Which nonconformity.
            owner: Process owner; as raised when absent.
            seen: Evidence that was looked at, with the digest of what was seen.
            criteria: Requirements or controls that are not met; as raised when empty.
            requirement: What is required; as raised when absent.
            evidence_statement: What was seen; as raised when absent.
            evidence: Evidence besides what was named before.
            gap: In what it falls short; as raised when absent.
            grade: How serious it is; as raised when absent.
            grade_reasons: Why that grade; as raised when empty.
        """
        return self._do("nonconformity.issue", {"nonconformity": nonconformity, "owner": owner, "seen": seen,
            "criteria": criteria, "requirement": requirement, "evidence_statement": evidence_statement,
            "evidence": evidence, "gap": gap, "grade": grade, "grade_reasons": grade_reasons},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def judge_effectiveness(self, nonconformity: str, *, result: EffectivenessResult, reason: str | None = None,
                            actions: Sequence[JudgedAction | Document] | None = None,
                            isms_changes_done: str | None = None, issuer_closing: str | None = None,
                            operations_seen: int | None = None, at: Instant | None = None, actor: str | None = None,
                            id: str | None = None, expected_version: int | None = None,
                            correlation: str | None = None, dry_run: bool | None = None,
                            override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.judge-effectiveness`: T19 or T20: closes it if every action helped, else begins the next
        cycle. (10.2 d)

            nonconformity: Which nonconformity.
            result: What was found.
            reason: On what that rests.
            actions: Action by action.
            isms_changes_done: Changes made to risks, SoA and documents, or "none, because ...".
            issuer_closing: For an external audit: what records that its issuer closed it.
            operations_seen: How many good operations of the control were seen, 0 or more.
        """
        return self._do("nonconformity.judge-effectiveness", {"nonconformity": nonconformity, "result": result,
            "reason": reason, "actions": actions, "isms_changes_done": isms_changes_done,
            "issuer_closing": issuer_closing, "operations_seen": operations_seen},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def merge(self, nonconformity: str, *, into: str, reason: str | None = None, issuer_decision: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.merge`: T08: makes it part of another one, which gets its evidence. (10.2 f)

            nonconformity: Which nonconformity.
            into: The one that goes on.
            reason: Why.
            issuer_decision: What the issuer of an external one decided.
        """
        return self._do("nonconformity.merge", {"nonconformity": nonconformity, "into": into, "reason": reason,
            "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def raise_(self, nonconformity: str | None = None, *, source: NonconformitySource, title: str | None = None,
               source_ref: str | None = None, audit: str | None = None, finding: str | None = None,
               unit: str | None = None, criteria: Sequence[str] | None = None, requirement: str | None = None,
               evidence_statement: str | None = None, evidence: Sequence[str] | None = None, gap: str | None = None,
               grade: Grade | None = None, grade_reasons: Sequence[str] | None = None, owner: str | None = None,
               issuer: Issuer | Document | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.raise`: T01: raises a nonconformity from any source. (10.2 f)

            nonconformity: Its key; allocated when absent.
            source: Where it comes from.
            title: In a few words.
            source_ref: What in that source.
            audit: In which audit.
            finding: From which finding.
            unit: Where.
            criteria: What is not met.
            requirement: What is required.
            evidence_statement: What was seen.
            evidence: The evidence.
            gap: In what it falls short.
            grade: How serious.
            grade_reasons: Why that grade.
            owner: Process owner; the unit's owner when absent.
            issuer: Who issued it, for an external audit.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("nonconformity.raise", {"nonconformity": nonconformity, "source": source, "title": title,
            "source_ref": source_ref, "audit": audit, "finding": finding, "unit": unit, "criteria": criteria,
            "requirement": requirement, "evidence_statement": evidence_statement, "evidence": evidence, "gap": gap,
            "grade": grade, "grade_reasons": grade_reasons, "owner": owner, "issuer": issuer, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reassign(self, nonconformity: str, *, owner: str | None = None, verifier: str | None = None,
                 actions: Sequence[ReassignedAction | Document] | None = None, reason: str | None = None,
                 at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.reassign`: T28: hands it, its verification or actions of it to somebody else. (10.2 f, 5.3)

            nonconformity: Which nonconformity.
            owner: Process owner from now on.
            verifier: Who verifies from now on.
            actions: Actions with their new owners.
            reason: Why.
        """
        return self._do("nonconformity.reassign", {"nonconformity": nonconformity, "owner": owner,
            "verifier": verifier, "actions": actions, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_correction(self, nonconformity: str, *, state: CorrectionState, what: str | None = None,
                          on: Date | None = None, by: str | None = None, evidence: Sequence[str] | None = None,
                          consequences: str | None = None, at: Instant | None = None, actor: str | None = None,
                          id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                          dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.record-correction`: T09: what was made good, or why there is nothing to. (10.2 a)

            nonconformity: Which nonconformity.
            state: How far it is.
            what: What was made good, or why there is nothing to.
            on: When it was done, or for when it is agreed.
            by: Who did it.
            evidence: What shows it.
            consequences: Consequences, or "none, because ...".
        """
        return self._do("nonconformity.record-correction", {"nonconformity": nonconformity, "state": state,
            "what": what, "on": on, "by": by, "evidence": evidence, "consequences": consequences},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def regrade(self, nonconformity: str, *, grade: Grade, grade_reasons: Sequence[str] | None = None,
                reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.regrade`: T27: gives it another grade. Its deadlines are reckoned anew; none is shortened
        into the past. (10.2 f; ISO/IEC 17021-1)

            nonconformity: Which nonconformity.
            grade: The grade.
            grade_reasons: Why that grade.
            reason: Why it is graded anew.
        """
        return self._do("nonconformity.regrade", {"nonconformity": nonconformity, "grade": grade,
            "grade_reasons": grade_reasons, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reject_implementation(self, nonconformity: str, *, reason: str | None = None,
                              actions: Sequence[str] | None = None, at: Instant | None = None,
                              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                              correlation: str | None = None, dry_run: bool | None = None,
                              override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.reject-implementation`: T16: sends it back. (10.2 c)

            nonconformity: Which nonconformity.
            reason: Why.
            actions: Which actions are not done.
        """
        return self._do("nonconformity.reject-implementation", {"nonconformity": nonconformity, "reason": reason,
            "actions": actions},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reject_plan(self, nonconformity: str, *, reason: str | None = None, at: Instant | None = None,
                    actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                    correlation: str | None = None, dry_run: bool | None = None,
                    override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.reject-plan`: T13: sends the plan back. (10.2 b)

            nonconformity: Which nonconformity.
            reason: Why.
        """
        return self._do("nonconformity.reject-plan", {"nonconformity": nonconformity, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reopen(self, nonconformity: str, *, reason: str | None = None, evidence: Sequence[str] | None = None,
               invalid_closure: bool | None = None, successor: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.reopen`: T21: opens a closed one again; where the organisation wants a new one instead
        (lifecycle.configure), raises one that names it. (10.2 d)

            nonconformity: Which nonconformity.
            reason: Why.
            evidence: What shows that it came back.
            invalid_closure: True if it should not have been closed.
            successor: Key of the new one, where one is raised; allocated when absent.
        """
        return self._do("nonconformity.reopen", {"nonconformity": nonconformity, "reason": reason,
            "evidence": evidence, "invalid_closure": invalid_closure, "successor": successor},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def report_implemented(self, nonconformity: str, *, isms_changes: str | None = None, at: Instant | None = None,
                           actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                           correlation: str | None = None, dry_run: bool | None = None,
                           override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.report-implemented`: T15: reports that all actions are done. (10.2 c)

            nonconformity: Which nonconformity.
            isms_changes: Changes made, or "none, because ...".
        """
        return self._do("nonconformity.report-implemented", {"nonconformity": nonconformity,
            "isms_changes": isms_changes},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def request_extension(self, nonconformity: str, *, until: Date, deadline: str | None = None,
                          reason: str | None = None, interim_measure: str | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.request-extension`: T22: asks for more time; the clock goes on. (10.2 c; duty S22)

            nonconformity: Which nonconformity.
            until: The day that is asked for.
            deadline: Which deadline: "plan", "implementation", ...
            reason: Why it takes longer.
            interim_measure: What keeps the effects small until then.
        """
        return self._do("nonconformity.request-extension", {"nonconformity": nonconformity, "until": until,
            "deadline": deadline, "reason": reason, "interim_measure": interim_measure},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def start_analysis(self, nonconformity: str, *, analysts: Sequence[str] | None = None, at: Instant | None = None,
                       actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                       correlation: str | None = None, dry_run: bool | None = None,
                       override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.start-analysis`: T10: begins to look for the causes; again in a cycle that follows one
        without effect (T20). (10.2 b)

            nonconformity: Which nonconformity.
            analysts: Who does.
        """
        return self._do("nonconformity.start-analysis", {"nonconformity": nonconformity, "analysts": analysts},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def start_effectiveness(self, nonconformity: str, *,
                            inspected: Sequence[InspectedAction | Document] | None = None,
                            seen: Sequence[SeenEvidence | Document] | None = None, window_until: Date | None = None,
                            operations_wanted: int | None = None, at: Instant | None = None,
                            actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                            correlation: str | None = None, dry_run: bool | None = None,
                            override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.start-effectiveness`: T17: confirms the actions and begins to watch. (10.2 d)

            nonconformity: Which nonconformity.
            inspected: What was looked at, action by action.
            seen: Evidence that was looked at, with the digest of what was seen.
            window_until: Until when one watches; 60 days, or 90 for a major, when absent.
        """
        return self._do("nonconformity.start-effectiveness", {"nonconformity": nonconformity, "inspected": inspected,
            "seen": seen, "window_until": window_until, "operations_wanted": operations_wanted},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def submit_plan(self, nonconformity: str, *, analysts: Sequence[str] | None = None,
                    method: CauseMethod | None = None, review: str | None = None,
                    causes: Sequence[Cause | Document] | None = None,
                    similar: SimilarSearch | Document | None = None, needs_action: bool | None = None,
                    needs_action_because: str | None = None, isms_changes: str | None = None,
                    proportionality: str | None = None, actions: Sequence[PlannedAction | Document] | None = None,
                    method_name: str | None = None, account: str | None = None,
                    branches: Sequence[CauseBranch | Document] | None = None, at: Instant | None = None,
                    actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                    correlation: str | None = None, dry_run: bool | None = None,
                    override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.submit-plan`: T11: causes, decision on the need for action, and actions. A minor one that is
        issued or acknowledged passes T04 and T10 on the way: all their guards are tested, and the trail has a row
        for each. (10.2 b, c, e)

            nonconformity: Which nonconformity.
            analysts: Who looked; as named before when empty.
            method: How causes were looked for.
            review: What the review gave.
            causes: What caused it.
            similar: Whether it exists elsewhere.
            needs_action: Whether corrective action is needed.
            needs_action_because: Why, or why not.
            isms_changes: Changes to the ISMS that are needed.
            proportionality: Why the actions fit the effects.
            actions: What is to be done.
            method_name: What another method is called.
            account: What a fault tree, 8D report or another method gave.
            branches: The cause-and-effect diagram.
        """
        return self._do("nonconformity.submit-plan", {"nonconformity": nonconformity, "analysts": analysts,
            "method": method, "review": review, "causes": causes, "similar": similar, "needs_action": needs_action,
            "needs_action_because": needs_action_because, "isms_changes": isms_changes,
            "proportionality": proportionality, "actions": actions, "method_name": method_name, "account": account,
            "branches": branches},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def withdraw(self, nonconformity: str, *, reason: str | None = None, evidence: Sequence[str] | None = None,
                 issuer_decision: str | None = None, at: Instant | None = None, actor: str | None = None,
                 id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                 dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`nonconformity.withdraw`: T03, T07 or T30: withdraws a draft; decides a dispute so; or takes back what was
        raised in error, which takes two. (10.2 f)

            nonconformity: Which nonconformity.
            reason: Why.
            evidence: What shows that it was raised in error (T07).
            issuer_decision: For an external audit: what its issuer decided.
        """
        return self._do("nonconformity.withdraw", {"nonconformity": nonconformity, "reason": reason,
            "evidence": evidence, "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ObjectiveNoun(Noun["records.Objective"]):
    """An information security objective. (6.2)"""

    _noun = "objective"
    _type = "Objective"

    def record(self, objective: str | None = None, *, state: ObjectiveState, title: str | None = None,
               what: str | None = None, resources: str | None = None, owner: str | None = None,
               due: Date | None = None, evaluation: str | None = None, measurements: Sequence[str] | None = None,
               units: Sequence[str] | None = None, result: str | None = None, ended_on: Date | None = None,
               recorded_on: Date | None = None, changed_on: Date | None = None, retired_on: Date | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`objective.record`: Adds a record "objective". An information security objective. (6.2)

            objective: Such as "OBJ-2".
            state: How it stands.
            title: What is to be achieved.
            what: What will be done. (6.2 h)
            resources: What it takes. (6.2 i)
            owner: Who answers for it. (6.2 j)
            due: When it will be achieved. (6.2 k)
            evaluation: How one will tell. (6.2)
            measurements: Measurements that tell. (6.2 b)
            units: Functions and levels that it is set for.
            result: What came of it; needed once it is not open.
            ended_on: When it was achieved, missed or dropped.
            recorded_on: Since when it is on record; the day of the command when left out.
            changed_on: When it was changed last.
            retired_on: Since when it is of no account any more.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("objective.record", {"objective": objective, "state": state, "title": title, "what": what,
            "resources": resources, "owner": owner, "due": due, "evaluation": evaluation,
            "measurements": measurements, "units": units, "result": result, "ended_on": ended_on,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, objective: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`objective.retire`: Ends an objective; it stays on record. (6.2)

            objective: Which.
            on: Since when; today when absent.
        """
        return self._do("objective.retire", {"objective": objective, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, objective: str, *, title: str | None | Unset = UNSET, what: str | None | Unset = UNSET,
               resources: str | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               due: Date | None | Unset = UNSET, evaluation: str | None | Unset = UNSET,
               measurements: Sequence[str] | None | Unset = UNSET, units: Sequence[str] | None | Unset = UNSET,
               state: ObjectiveState | Unset = UNSET, result: str | None | Unset = UNSET,
               ended_on: Date | None | Unset = UNSET, recorded_on: Date | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`objective.update`: Changes what is named of a record "objective". An information security objective. (6.2)

            objective: Such as "OBJ-2".
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
        return self._change("objective.update", {"objective": objective, "title": title, "what": what,
            "resources": resources, "owner": owner, "due": due, "evaluation": evaluation,
            "measurements": measurements, "units": units, "state": state, "result": result, "ended_on": ended_on,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ObligationNoun(Noun["records.Obligation"]):
    """Something that law, an authority or a contract asks for, and how it is met. (4.2, control A.5.31, control
    A.5.32)
    """

    _noun = "obligation"
    _type = "Obligation"

    def record(self, obligation: str | None = None, *, kind: ObligationKind, title: str | None = None,
               reference: str | None = None, jurisdiction: str | None = None, asks: str | None = None,
               approach: str | None = None, owner: str | None = None, party: str | None = None,
               criteria: Sequence[str] | None = None, documents: Sequence[str] | None = None,
               review_due: Date | None = None, recorded_on: Date | None = None, changed_on: Date | None = None,
               retired_on: Date | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`obligation.record`: Adds a record "obligation". Something that law, an authority or a contract asks for,
        and how it is met. (4.2, control A.5.31, control A.5.32)

            obligation: Such as "OB-4".
            kind: What binds.
            title: What it is called.
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
        return self._do("obligation.record", {"obligation": obligation, "kind": kind, "title": title,
            "reference": reference, "jurisdiction": jurisdiction, "asks": asks, "approach": approach, "owner": owner,
            "party": party, "criteria": criteria, "documents": documents, "review_due": review_due,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, obligation: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`obligation.retire`: Ends an obligation; it stays on record. (control A.5.31)

            obligation: Which.
            on: Since when; today when absent.
        """
        return self._do("obligation.retire", {"obligation": obligation, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def update(self, obligation: str, *, title: str | None | Unset = UNSET, kind: ObligationKind | Unset = UNSET,
               reference: str | None | Unset = UNSET, jurisdiction: str | None | Unset = UNSET,
               asks: str | None | Unset = UNSET, approach: str | None | Unset = UNSET,
               owner: str | None | Unset = UNSET, party: str | None | Unset = UNSET,
               criteria: Sequence[str] | None | Unset = UNSET, documents: Sequence[str] | None | Unset = UNSET,
               review_due: Date | None | Unset = UNSET, recorded_on: Date | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`obligation.update`: Changes what is named of a record "obligation". Something that law, an authority or a
        contract asks for, and how it is met. (4.2, control A.5.31, control A.5.32)

            obligation: Such as "OB-4".
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
        return self._change("obligation.update", {"obligation": obligation, "title": title, "kind": kind,
            "reference": reference, "jurisdiction": jurisdiction, "asks": asks, "approach": approach, "owner": owner,
            "party": party, "criteria": criteria, "documents": documents, "review_due": review_due,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class OrganizationNoun(Noun["records.Organization"]):
    """The organisation whose ISMS is audited. There is one in a workspace; its key is "organization". (4.1)"""

    _noun = "organization"
    _type = "Organization"

    def describe(self, organization: str | None = None, *, name: str | None = None, activity: str | None = None,
                 address: str | None = None, people: int | None = None, language: str | None = None,
                 zone: str | None = None, calendar: WorkingCalendar | Document | None = None,
                 custom: Mapping[str, Any] | None = None,
                 external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                 actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                 correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`organization.describe`: Adds or replaces a record "organization". The organisation whose ISMS is audited.
        There is one in a workspace; its key is "organization". (4.1)

            organization: "organization".
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
        return self._do("organization.describe", {"organization": organization, "name": name, "activity": activity,
            "address": address, "people": people, "language": language, "zone": zone, "calendar": calendar,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class OverrideNoun(Noun["records.Override"]):
    """A rule that was set aside for one command. Nothing that the standard demands can be. Every report shows them.
    (duty S24, S25)
    """

    _noun = "override"
    _type = "Override"


class PersonNoun(Noun["records.Person"]):
    """A person who has a part in the ISMS. The key stays in the journal for good and should not name the person; name
    and mail can be erased. (7.2, 9.2.2 b)
    """

    _noun = "person"
    _type = "Person"

    def add(self, person: str | None = None, *, name: str | None = None, mail: str | None = None,
            function: str | None = None, external: bool | None = None, competences: Sequence[str] | None = None,
            languages: Sequence[str] | None = None, audit_days_per_year: int | None = None,
            absences: Sequence[Absence | Document] | None = None,
            past_functions: Sequence[PastFunction | Document] | None = None,
            conflicts: Sequence[DeclaredConflict | Document] | None = None, retired_on: Date | None = None,
            custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
            at: Instant | None = None, actor: str | None = None, id: str | None = None,
            expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
            override: OverrideRequest | Document | None = None) -> Answer:
        """`person.add`: Adds a record "person". A person who has a part in the ISMS. The key stays in the journal for
        good and should not name the person; name and mail can be erased. (7.2, 9.2.2 b)

            person: Such as "P-3" or a pseudonym.
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
        return self._do("person.add", {"person": person, "name": name, "mail": mail, "function": function,
            "external": external, "competences": competences, "languages": languages,
            "audit_days_per_year": audit_days_per_year, "absences": absences, "past_functions": past_functions,
            "conflicts": conflicts, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def change(self, person: str, *, name: str | None | Unset = UNSET, mail: str | None | Unset = UNSET,
               function: str | None | Unset = UNSET, external: bool | None | Unset = UNSET,
               competences: Sequence[str] | None | Unset = UNSET, languages: Sequence[str] | None | Unset = UNSET,
               audit_days_per_year: int | None | Unset = UNSET,
               absences: Sequence[Absence | Document] | None | Unset = UNSET,
               past_functions: Sequence[PastFunction | Document] | None | Unset = UNSET,
               conflicts: Sequence[DeclaredConflict | Document] | None | Unset = UNSET,
               retired_on: Date | None | Unset = UNSET, custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`person.change`: Changes what is named of a record "person". A person who has a part in the ISMS. The key
        stays in the journal for good and should not name the person; name and mail can be erased. (7.2, 9.2.2 b)

            person: Such as "P-3" or a pseudonym.
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
        return self._change("person.change", {"person": person, "name": name, "mail": mail, "function": function,
            "external": external, "competences": competences, "languages": languages,
            "audit_days_per_year": audit_days_per_year, "absences": absences, "past_functions": past_functions,
            "conflicts": conflicts, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_absence(self, person: str, *, from_: Date, until: Date, reason: str | None = None,
                       at: Instant | None = None, actor: str | None = None, id: str | None = None,
                       expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`person.record-absence`: Records that somebody is away.

            person: Who.
            from_: First day.
            until: Last day.
            reason: A word such as "leave"; nothing private.
        """
        return self._do("person.record-absence", {"person": person, "from": from_, "until": until, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, person: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`person.retire`: Ends a person's part in the ISMS.

            person: Who.
            on: Since when; today when absent.
        """
        return self._do("person.retire", {"person": person, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class PersonalDataNoun(Noun["records.Erasure"]):
    """An erasure of personal texts, on record: what was erased, on what ground and by whom, never the texts
    themselves. (control A.5.34; GDPR Article 17, Article 5(2))
    """

    _noun = "erasure"
    _type = "Erasure"

    def erase(self, *, subject: str | None = None, members: Sequence[str] | None = None, reason: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`personal-data.erase`: Erases the personal texts of a record, those that it has now and those that it had
        once. What is left in the journal are commitments that say nothing, and every proof over it stays valid.
        Backups and exports that were made before keep the texts; so do other records in which somebody wrote a
        name. (control A.5.34; GDPR Article 17)

            subject: The record: noun, ':' and key, such as "person:P-3".
            members: Which of its personal texts; all of them when empty.
            reason: On what ground. It stays in the journal and must name nobody.
        """
        return self._do("personal-data.erase", {"subject": subject, "members": members, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ProgrammeNoun(Noun["records.Programme"]):
    """An audit programme. (9.2.2; ISO 19011 clause 5)"""

    _noun = "programme"
    _type = "Programme"

    def amend(self, programme: str, *, because: str | None = None, until: Date | None = None,
              risks: Sequence[str] | None = None, entries: Sequence[ProgrammeEntry | Document] | None = None,
              released: Sequence[ReleasedCoverage | Document] | None = None,
              parameters: ProgrammeParameters | Document | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`programme.amend`: Amends a programme in force. Audits that are planned, carried out or under way stay as
        they are; all others become those given here. What the programme still owes, a unit, requirement or control
        planned and not carried out, has to be among them or among what is released with a reason. The amendment
        waits for programme.approve; another one replaces it until then. (9.2.2; ISO 19011, reviewing and improving
        the audit programme)

            programme: Which programme.
            because: Why it changes.
            until: Its last day; stays when absent.
            risks: Its risks and opportunities; those on record stay when absent.
            entries: Its audits from now on.
            released: What is owed no more.
            parameters: What is decided about frequency and capacity; stays when absent.
        """
        return self._do("programme.amend", {"programme": programme, "because": because, "until": until,
            "risks": risks, "entries": entries, "released": released, "parameters": parameters},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def approve(self, programme: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`programme.approve`: Puts a programme in force, or the amendment of one that is. (9.2.2)

            programme: Which programme.
        """
        return self._do("programme.approve", {"programme": programme},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def propose(self, programme: str | None = None, *, from_: Date, until: Date,
                objectives: Sequence[str] | None = None, methods: str | None = None,
                responsibilities: str | None = None, risks: Sequence[str] | None = None,
                entries: Sequence[ProgrammeEntry | Document] | None = None,
                parameters: ProgrammeParameters | Document | None = None, custom: Mapping[str, Any] | None = None,
                external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`programme.propose`: Adds or replaces a record "programme". An audit programme. (9.2.2; ISO 19011 clause 5)

            programme: Such as "PRG-2026".
            from_: First day.
            until: Last day.
            objectives: What the programme is to achieve.
            methods: How audits are carried out and sampled.
            responsibilities: Who manages it, who reports to whom.
            risks: Risks and opportunities of the programme itself.
            entries: Its audits, in order of time.
            parameters: What was decided about frequency, capacity and closed days.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("programme.propose", {"programme": programme, "from": from_, "until": until,
            "objectives": objectives, "methods": methods, "responsibilities": responsibilities, "risks": risks,
            "entries": entries, "parameters": parameters, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ReviewInputPartNoun(Noun["records.ReviewInputPart"]):
    """A part of one input of a review, frozen. Most inputs have one part; one with very many lines has several.
    (9.3.2, 7.5.3)
    """

    _noun = "review-input-part"
    _type = "ReviewInputPart"


class RiskNoun(Noun["records.Risk"]):
    """An information security risk. (6.1.2, 6.1.3, 8.2, 8.3)"""

    _noun = "risk"
    _type = "Risk"

    def accept(self, risk: str, *, authorised_by: str | None = None, expires_on: Date | None = None,
               reason: str | None = None, recorded_by: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.accept`: Accepts what remains of a risk; its owner acts. (6.1.3 f)

            risk: Which risk.
            authorised_by: The second authority, where the band asks for one.
            expires_on: Until when it holds.
            reason: Why it is tolerable.
            recorded_by: Who puts it on record in the name of the owner; the owner when absent.
        """
        return self._do("risk.accept", {"risk": risk, "authorised_by": authorised_by, "expires_on": expires_on,
            "reason": reason, "recorded_by": recorded_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def assess(self, risk: str, *, method: str | None = None, inherent: Rating | Document | None = None,
               current: Rating | Document | None = None, residual: Rating | Document | None = None,
               target: Rating | Document | None = None, effects: Sequence[ControlEffect | Document] | None = None,
               compute: Sequence[RiskStage] | None = None, value_assets: bool | None = None, cvss: str | None = None,
               reason: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.assess`: Rates a risk; the scores are frozen with the method and its version, earlier ones stay in its
        history. Stages that nobody judged are computed from the inherent rating and the effects of controls, where
        there are any; a judged one stays until it is rated again or given to `compute`. Assessing a risk as it was
        goes on record too. (6.1.2, 8.2)

            risk: Which risk.
            method: By which method; the only one when absent.
            inherent: Without controls.
            current: With today's controls.
            residual: After treatment.
            target: Wanted.
            compute: Stages judged before that follow from the effects from now on.
            value_assets: True if the impact by dimension follows from what the assets are worth.
            cvss: A CVSS vector that the inherent rating follows, where none is given.
            reason: Why; has to be said where the residual risk is above the current one.
        """
        return self._do("risk.assess", {"risk": risk, "method": method, "inherent": inherent, "current": current,
            "residual": residual, "target": target, "effects": effects, "compute": compute,
            "value_assets": value_assets, "cvss": cvss, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def change(self, risk: str, *, title: str | None | Unset = UNSET, description: str | None | Unset = UNSET,
               category: str | None | Unset = UNSET, approach: RiskApproach | None | Unset = UNSET,
               threat: str | None | Unset = UNSET, vulnerability: str | None | Unset = UNSET,
               assets: Sequence[str] | None | Unset = UNSET, asset_name: str | None | Unset = UNSET,
               unit: str | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               owner_name: str | None | Unset = UNSET, existing_controls: str | None | Unset = UNSET,
               controls: Sequence[str] | None | Unset = UNSET, status_note: str | None | Unset = UNSET,
               cvss: str | None | Unset = UNSET, annual_loss: Money | Document | None | Unset = UNSET,
               treatment_plan: str | None | Unset = UNSET, treatment_due: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.change`: Changes what is named of a record "risk". An information security risk. (6.1.2, 6.1.3, 8.2,
        8.3)

            risk: Such as "R-12".
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
            status_note: More about it.
            cvss: CVSS vector of the weakness that it rests on, if any.
            annual_loss: Loss to be expected in a year, 0 or more.
            treatment_plan: How.
            treatment_due: Until when.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._change("risk.change", {"risk": risk, "title": title, "description": description,
            "category": category, "approach": approach, "threat": threat, "vulnerability": vulnerability,
            "assets": assets, "asset_name": asset_name, "unit": unit, "owner": owner, "owner_name": owner_name,
            "existing_controls": existing_controls, "controls": controls, "status_note": status_note, "cvss": cvss,
            "annual_loss": annual_loss, "treatment_plan": treatment_plan, "treatment_due": treatment_due,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close(self, risk: str, *, reason: str | None = None, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.close`: Ends a risk that no longer exists. (8.2)

            risk: Which risk.
            reason: Why.
        """
        return self._do("risk.close", {"risk": risk, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide_effect(self, risk: str, *, control: str, accepted: bool | None = None, reason: str | None = None,
                      at: Instant | None = None, actor: str | None = None, id: str | None = None,
                      expected_version: int | None = None, correlation: str | None = None,
                      dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.decide-effect`: Accepts or declines the proposals about one control; the owner of the risk acts.
        Accepted, the scores are computed anew. (6.1.2, 9.1)

            risk: Which risk.
            control: Which control.
            accepted: True if the effect is rated as proposed.
            reason: Why.
        """
        return self._do("risk.decide-effect", {"risk": risk, "control": control, "accepted": accepted,
            "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def identify(self, risk: str | None = None, *, title: str | None = None, description: str | None = None,
                 category: str | None = None, approach: RiskApproach | None = None, threat: str | None = None,
                 vulnerability: str | None = None, assets: Sequence[str] | None = None,
                 asset_name: str | None = None, unit: str | None = None, owner: str | None = None,
                 owner_name: str | None = None, existing_controls: str | None = None,
                 controls: Sequence[str] | None = None, status_note: str | None = None, cvss: str | None = None,
                 annual_loss: Money | Document | None = None, treatment_plan: str | None = None,
                 treatment_due: Date | None = None, custom: Mapping[str, Any] | None = None,
                 external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                 actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                 correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.identify`: Adds a record "risk". An information security risk. (6.1.2, 6.1.3, 8.2, 8.3)

            risk: Such as "R-12".
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
            status_note: More about it.
            cvss: CVSS vector of the weakness that it rests on, if any.
            annual_loss: Loss to be expected in a year, 0 or more.
            treatment_plan: How.
            treatment_due: Until when.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("risk.identify", {"risk": risk, "title": title, "description": description,
            "category": category, "approach": approach, "threat": threat, "vulnerability": vulnerability,
            "assets": assets, "asset_name": asset_name, "unit": unit, "owner": owner, "owner_name": owner_name,
            "existing_controls": existing_controls, "controls": controls, "status_note": status_note, "cvss": cvss,
            "annual_loss": annual_loss, "treatment_plan": treatment_plan, "treatment_due": treatment_due,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def propose_effect(self, risk: str, *, effect: ControlEffect | Document, reason: str | None = None,
                       at: Instant | None = None, actor: str | None = None, id: str | None = None,
                       expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.propose-effect`: Proposes another effect of a control, after an audit or a test; the owner of the risk
        decides. (9.1, 9.2)

            risk: Which risk.
            effect: The effect; without steps and share: that the control has none.
            reason: Why.
        """
        return self._do("risk.propose-effect", {"risk": risk, "effect": effect, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def revoke_acceptance(self, risk: str, *, reason: str | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.revoke-acceptance`: Takes an acceptance back; the treatment is open again. (6.1.3 f)

            risk: Which risk.
            reason: Why.
        """
        return self._do("risk.revoke-acceptance", {"risk": risk, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def treat(self, risk: str, *, treatment: TreatmentOption, plan: str | None = None,
              controls: Sequence[str] | None = None, due: Date | None = None,
              measures: Sequence[Measure | Document] | None = None, reason: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`risk.treat`: Decides what is done about a risk. Another treatment has to be approved anew. (6.1.3)

            risk: Which risk.
            treatment: What is done.
            plan: How.
            controls: Which controls treat it; absent: as they are.
            due: Until when.
            measures: The measures, instead of those on record; absent: as they are.
            reason: Why.
        """
        return self._do("risk.treat", {"risk": risk, "treatment": treatment, "plan": plan, "controls": controls,
            "due": due, "measures": measures, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


class RiskMethodNoun(Noun["records.RiskMethod"]):
    """A method of assessing risks: the organisation's own criteria. (6.1.2 a)"""

    _noun = "risk-method"
    _type = "RiskMethod"

    def adopt(self, risk_method: str | None = None, *, name: str | None = None,
              likelihood: Sequence[Level | Document] | None = None, impact: Sequence[Level | Document] | None = None,
              dimensions: Sequence[str] | None = None, dimension_weights: Sequence[Decimal] | None = None,
              bands: Sequence[Band | Document] | None = None, grid: Sequence[Sequence[int]] | None = None,
              vulnerability: Sequence[Level | Document] | None = None, lowest: int | None = None,
              factors: Sequence[RiskFactor | Document] | None = None, formula: RiskFormula | Document | None = None,
              scores: Sequence[Sequence[Decimal]] | None = None, effects: EffectRule | None = None,
              appetite: Sequence[RiskAppetite | Document] | None = None, cvss: CvssRule | Document | None = None,
              custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`risk-method.adopt`: Adds or replaces a record "risk-method". A method of assessing risks: the
        organisation's own criteria. (6.1.2 a)

            risk_method: Such as "5x5".
            name: Name.
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
        return self._do("risk-method.adopt", {"risk_method": risk_method, "name": name, "likelihood": likelihood,
            "impact": impact, "dimensions": dimensions, "dimension_weights": dimension_weights, "bands": bands,
            "grid": grid, "vulnerability": vulnerability, "lowest": lowest, "factors": factors, "formula": formula,
            "scores": scores, "effects": effects, "appetite": appetite, "cvss": cvss, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class RoleNoun(Noun["records.RoleGrant"]):
    """That somebody holds a role, from a day until another."""

    _noun = "role-grant"
    _type = "RoleGrant"

    def grant(self, role: RoleName, *, person: str, from_: Date, role_grant: str | None = None,
              until: Date | None = None, custom: Mapping[str, Any] | None = None,
              external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """`role.grant`: Adds a record "role-grant". That somebody holds a role, from a day until another.

            role: Which role.
            person: Who.
            from_: First day.
            role_grant: Such as "RG-2".
            until: Last day; open when absent.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("role.grant", {"role": role, "person": person, "from": from_, "role_grant": role_grant,
            "until": until, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def revoke(self, *, role_grant: str, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`role.revoke`: Ends a role that was granted. (5.3)

            role_grant: Which grant.
            on: Last day; today when absent.
        """
        return self._do("role.revoke", {"role_grant": role_grant, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class SampleNoun(Noun["records.Sample"]):
    """A sample of an audit. What was drawn never changes; what was found may be corrected while the audit is open.
    (ISO 19011, audit sampling; 9.2.2)
    """

    _noun = "sample"
    _type = "Sample"


class ScopeNoun(Noun["records.Scope"]):
    """What the ISMS covers. There is one in a workspace; its key is "scope". (4.3)"""

    _noun = "scope"
    _type = "Scope"

    def define(self, scope: str | None = None, *, statement: str | None = None,
               exclusions: Sequence[str] | None = None, interfaces: Sequence[str] | None = None,
               approved_by: str | None = None, approved_on: Date | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`scope.define`: Adds or replaces a record "scope". What the ISMS covers. There is one in a workspace; its
        key is "scope". (4.3)

            scope: "scope".
            statement: The scope in words, as on the certificate.
            exclusions: What is left out, each with its reason.
            interfaces: Interfaces and dependencies with what is outside.
            approved_by: Who approved it.
            approved_on: When.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("scope.define", {"scope": scope, "statement": statement, "exclusions": exclusions,
            "interfaces": interfaces, "approved_by": approved_by, "approved_on": approved_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class SessionNoun(Noun["records.Session"]):
    """One line of an audit plan: when, where, who, what. (ISO 19011, preparing the audit plan)"""

    _noun = "session"
    _type = "Session"


class SigningKeyNoun(Noun["records.SigningKey"]):
    """The key by which checkpoints of this journal are signed since a rotation. Only public keys stand in a journal.
    (control A.8.24; C2SP signed-note)
    """

    _noun = "signing-key"
    _type = "SigningKey"


class SoaNoun(Noun["records.Applicability"]):
    """One row of the statement of applicability: what is decided about one control, of Annex A or of another catalog
    ("acme-controls:7"). Its key is the control's number. (6.1.3 d, 6.1.3 b)
    """

    _noun = "applicability"
    _type = "Applicability"

    def approve(self, soa: str | None = None, *, prepared_by: str | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`soa.approve`: Approves the statement of applicability as a numbered version by who acts. Every control of
        Annex A has to be decided: 6.1.3 d asks for a justification of each that is left out. (6.1.3 d, 7.5.2 c)

            soa: Key of the version; allocated when absent.
            prepared_by: Who prepared it.
        """
        return self._do("soa.approve", {"soa": soa, "prepared_by": prepared_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def migrate(self, *, from_: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`soa.migrate`: Moves the rows of an older edition's controls to those of ISO/IEC 27001:2022
        (migrate_statement()). What a human has to look at stands in the warnings. Old rows are retired and stay on
        record; doing it again changes nothing. (6.1.3 d)

            from_: Catalog of the old controls; iso27001-2013 when absent.
        """
        return self._do("soa.migrate", {"from": from_},
            (at, actor, id, expected_version, correlation, dry_run, override))


class StatementRowNoun(Noun["records.StatementRow"]):
    """What an approved version says of one control: the whole row as it was. It never changes. (6.1.3 d)"""

    _noun = "statement-row"
    _type = "StatementRow"


class SoaVersionsNoun(Noun["records.Soa"]):
    """An approved version of the statement of applicability. It never changes. What it says of each control is a
    record of its own (StatementRow), so that a version may be as long as it likes. (6.1.3 d, 7.5.2 c)
    """

    _noun = "soa"
    _type = "Soa"

    def approve(self, soa: str | None = None, *, prepared_by: str | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`soa.approve`: Approves the statement of applicability as a numbered version by who acts. Every control of
        Annex A has to be decided: 6.1.3 d asks for a justification of each that is left out. (6.1.3 d, 7.5.2 c)

            soa: Key of the version; allocated when absent.
            prepared_by: Who prepared it.
        """
        return self._do("soa.approve", {"soa": soa, "prepared_by": prepared_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def migrate(self, *, from_: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`soa.migrate`: Moves the rows of an older edition's controls to those of ISO/IEC 27001:2022
        (migrate_statement()). What a human has to look at stands in the warnings. Old rows are retired and stay on
        record; doing it again changes nothing. (6.1.3 d)

            from_: Catalog of the old controls; iso27001-2013 when absent.
        """
        return self._do("soa.migrate", {"from": from_},
            (at, actor, id, expected_version, correlation, dry_run, override))


class TreatmentNoun(Noun["records.Risk"]):
    """An information security risk. (6.1.2, 6.1.3, 8.2, 8.3)"""

    _noun = "risk"
    _type = "Risk"

    def approve(self, risk: str, *, authorised_by: str | None = None, note: str | None = None,
                at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """`treatment.approve`: Approves the treatment plan of a risk, apart from accepting what remains; its owner
        acts. (6.1.3 f)

            risk: Which risk.
            authorised_by: The second authority, where the band asks for one.
            note: What is said about it.
        """
        return self._do("treatment.approve", {"risk": risk, "authorised_by": authorised_by, "note": note},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def progress(self, risk: str, *, status: MeasureStatus, measure: str | None = None, on: Date | None = None,
                 note: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """`treatment.progress`: Tells how far a measure is. (8.3)

            risk: Which risk.
            status: How far it is.
            measure: Name of the measure.
            on: When it was done; today when absent.
            note: The last word on it.
        """
        return self._do("treatment.progress", {"risk": risk, "status": status, "measure": measure, "on": on,
            "note": note},
            (at, actor, id, expected_version, correlation, dry_run, override))


class UnitNoun(Noun["records.Unit"]):
    """A part of the organisation that can be audited, with the people who answer for it. (9.2.2, importance of the
    processes concerned)
    """

    _noun = "unit"
    _type = "Unit"

    def add(self, unit: str | None = None, *, kind: UnitKind, name: str | None = None,
            description: str | None = None, owner: str | None = None, managers: Sequence[str] | None = None,
            operators: Sequence[str] | None = None, designers: Sequence[str] | None = None, site: str | None = None,
            out_of_scope: bool | None = None, importance: int | None = None, criteria: Sequence[str] | None = None,
            required_competences: Sequence[str] | None = None, audit_minutes: int | None = None,
            changed_on: Date | None = None, last_audited_on: Date | None = None, last_result: str | None = None,
            calendar: WorkingCalendar | Document | None = None, zone: str | None = None,
            retired_on: Date | None = None, custom: Mapping[str, Any] | None = None,
            external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
            actor: str | None = None, id: str | None = None, expected_version: int | None = None,
            correlation: str | None = None, dry_run: bool | None = None,
            override: OverrideRequest | Document | None = None) -> Answer:
        """`unit.add`: Adds a record "unit". A part of the organisation that can be audited, with the people who answer
        for it. (9.2.2, importance of the processes concerned)

            unit: Such as "U-3".
            kind: What it is.
            name: Name.
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
        return self._do("unit.add", {"unit": unit, "kind": kind, "name": name, "description": description,
            "owner": owner, "managers": managers, "operators": operators, "designers": designers, "site": site,
            "out_of_scope": out_of_scope, "importance": importance, "criteria": criteria,
            "required_competences": required_competences, "audit_minutes": audit_minutes, "changed_on": changed_on,
            "last_audited_on": last_audited_on, "last_result": last_result, "calendar": calendar, "zone": zone,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def change(self, unit: str, *, name: str | None | Unset = UNSET, kind: UnitKind | Unset = UNSET,
               description: str | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               managers: Sequence[str] | None | Unset = UNSET, operators: Sequence[str] | None | Unset = UNSET,
               designers: Sequence[str] | None | Unset = UNSET, site: str | None | Unset = UNSET,
               out_of_scope: bool | None | Unset = UNSET, importance: int | None | Unset = UNSET,
               criteria: Sequence[str] | None | Unset = UNSET,
               required_competences: Sequence[str] | None | Unset = UNSET, audit_minutes: int | None | Unset = UNSET,
               changed_on: Date | None | Unset = UNSET, last_audited_on: Date | None | Unset = UNSET,
               last_result: str | None | Unset = UNSET, calendar: WorkingCalendar | Document | None | Unset = UNSET,
               zone: str | None | Unset = UNSET, retired_on: Date | None | Unset = UNSET,
               custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`unit.change`: Changes what is named of a record "unit". A part of the organisation that can be audited,
        with the people who answer for it. (9.2.2, importance of the processes concerned)

            unit: Such as "U-3".
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
        return self._change("unit.change", {"unit": unit, "name": name, "kind": kind, "description": description,
            "owner": owner, "managers": managers, "operators": operators, "designers": designers, "site": site,
            "out_of_scope": out_of_scope, "importance": importance, "criteria": criteria,
            "required_competences": required_competences, "audit_minutes": audit_minutes, "changed_on": changed_on,
            "last_audited_on": last_audited_on, "last_result": last_result, "calendar": calendar, "zone": zone,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, unit: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """`unit.retire`: Ends a unit; it stays on record.

            unit: Which unit.
            on: Since when; today when absent.
        """
        return self._do("unit.retire", {"unit": unit, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class WaiverNoun(Noun["records.Waiver"]):
    """A separation rule that does not hold for somebody, with what makes up for it. Never possible for S01. (duty S25)"""

    _noun = "waiver"
    _type = "Waiver"

    def record(self, waiver: str | None = None, *, person: str, from_: Date, expires_on: Date,
               rule: str | None = None, reason: str | None = None, compensating_measure: str | None = None,
               approved_by: str | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """`waiver.record`: Adds a record "waiver". A separation rule that does not hold for somebody, with what makes
        up for it. Never possible for S01. (duty S25)

            waiver: Such as "W-1".
            person: For whom.
            from_: First day.
            expires_on: Last day.
            rule: Which rule: "S10".
            reason: Why the duties cannot be kept apart.
            compensating_measure: What is done instead: a peer, an outsider, a management review.
            approved_by: Who agreed.
            custom: Members of the host.
            external_ids: Numbers in other systems.
        """
        return self._do("waiver.record", {"waiver": waiver, "person": person, "from": from_,
            "expires_on": expires_on, "rule": rule, "reason": reason, "compensating_measure": compensating_measure,
            "approved_by": approved_by, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class WorkingPaperNoun(Noun["records.WorkingPaper"]):
    """A working paper: what an auditor did and saw, so that somebody else can follow how a verdict came about. Whoever
    prepared it does not review it. (ISO 19011, documented information for audit)
    """

    _noun = "working-paper"
    _type = "WorkingPaper"


class Nouns:
    """The nouns of a workspace as its members."""

    @property
    def action(self) -> ActionNoun:
        """ActionNoun."""
        return ActionNoun(cast(Any, self))

    @property
    def actions(self) -> ActionNoun:
        """ActionNoun."""
        return ActionNoun(cast(Any, self))

    @property
    def applicability(self) -> ApplicabilityNoun:
        """ApplicabilityNoun."""
        return ApplicabilityNoun(cast(Any, self))

    @property
    def assessment(self) -> AssessmentNoun:
        """AssessmentNoun."""
        return AssessmentNoun(cast(Any, self))

    @property
    def assessments(self) -> AssessmentNoun:
        """AssessmentNoun."""
        return AssessmentNoun(cast(Any, self))

    @property
    def asset(self) -> AssetNoun:
        """AssetNoun."""
        return AssetNoun(cast(Any, self))

    @property
    def assets(self) -> AssetNoun:
        """AssetNoun."""
        return AssetNoun(cast(Any, self))

    @property
    def audit(self) -> AuditNoun:
        """AuditNoun."""
        return AuditNoun(cast(Any, self))

    @property
    def audits(self) -> AuditNoun:
        """AuditNoun."""
        return AuditNoun(cast(Any, self))

    @property
    def catalog(self) -> CatalogNoun:
        """CatalogNoun."""
        return CatalogNoun(cast(Any, self))

    @property
    def catalog_requirement(self) -> CatalogRequirementNoun:
        """CatalogRequirementNoun."""
        return CatalogRequirementNoun(cast(Any, self))

    @property
    def catalog_requirements(self) -> CatalogRequirementNoun:
        """CatalogRequirementNoun."""
        return CatalogRequirementNoun(cast(Any, self))

    @property
    def catalogs(self) -> CatalogNoun:
        """CatalogNoun."""
        return CatalogNoun(cast(Any, self))

    @property
    def change(self) -> ChangeNoun:
        """ChangeNoun."""
        return ChangeNoun(cast(Any, self))

    @property
    def changes(self) -> ChangeNoun:
        """ChangeNoun."""
        return ChangeNoun(cast(Any, self))

    @property
    def checklist_template(self) -> ChecklistTemplateNoun:
        """ChecklistTemplateNoun."""
        return ChecklistTemplateNoun(cast(Any, self))

    @property
    def checklist_templates(self) -> ChecklistTemplateNoun:
        """ChecklistTemplateNoun."""
        return ChecklistTemplateNoun(cast(Any, self))

    @property
    def context_issue(self) -> ContextIssueNoun:
        """ContextIssueNoun."""
        return ContextIssueNoun(cast(Any, self))

    @property
    def context_issues(self) -> ContextIssueNoun:
        """ContextIssueNoun."""
        return ContextIssueNoun(cast(Any, self))

    @property
    def deadline(self) -> DeadlineNoun:
        """DeadlineNoun."""
        return DeadlineNoun(cast(Any, self))

    @property
    def document(self) -> DocumentNoun:
        """DocumentNoun."""
        return DocumentNoun(cast(Any, self))

    @property
    def document_request(self) -> DocumentRequestNoun:
        """DocumentRequestNoun."""
        return DocumentRequestNoun(cast(Any, self))

    @property
    def document_requests(self) -> DocumentRequestNoun:
        """DocumentRequestNoun."""
        return DocumentRequestNoun(cast(Any, self))

    @property
    def documents(self) -> DocumentNoun:
        """DocumentNoun."""
        return DocumentNoun(cast(Any, self))

    @property
    def duties(self) -> DutyNoun:
        """DutyNoun."""
        return DutyNoun(cast(Any, self))

    @property
    def duty(self) -> DutyNoun:
        """DutyNoun."""
        return DutyNoun(cast(Any, self))

    @property
    def erasure(self) -> ErasureNoun:
        """ErasureNoun."""
        return ErasureNoun(cast(Any, self))

    @property
    def erasures(self) -> ErasureNoun:
        """ErasureNoun."""
        return ErasureNoun(cast(Any, self))

    @property
    def evidence(self) -> EvidenceNoun:
        """EvidenceNoun."""
        return EvidenceNoun(cast(Any, self))

    @property
    def feedback(self) -> FeedbackNoun:
        """FeedbackNoun."""
        return FeedbackNoun(cast(Any, self))

    @property
    def finding(self) -> FindingNoun:
        """FindingNoun."""
        return FindingNoun(cast(Any, self))

    @property
    def findings(self) -> FindingNoun:
        """FindingNoun."""
        return FindingNoun(cast(Any, self))

    @property
    def grading_scale(self) -> GradingScaleNoun:
        """GradingScaleNoun."""
        return GradingScaleNoun(cast(Any, self))

    @property
    def grading_scales(self) -> GradingScaleNoun:
        """GradingScaleNoun."""
        return GradingScaleNoun(cast(Any, self))

    @property
    def incident(self) -> IncidentNoun:
        """IncidentNoun."""
        return IncidentNoun(cast(Any, self))

    @property
    def incidents(self) -> IncidentNoun:
        """IncidentNoun."""
        return IncidentNoun(cast(Any, self))

    @property
    def interested_parties(self) -> InterestedPartyNoun:
        """InterestedPartyNoun."""
        return InterestedPartyNoun(cast(Any, self))

    @property
    def interested_party(self) -> InterestedPartyNoun:
        """InterestedPartyNoun."""
        return InterestedPartyNoun(cast(Any, self))

    @property
    def interview(self) -> InterviewNoun:
        """InterviewNoun."""
        return InterviewNoun(cast(Any, self))

    @property
    def interviews(self) -> InterviewNoun:
        """InterviewNoun."""
        return InterviewNoun(cast(Any, self))

    @property
    def key(self) -> KeyNoun:
        """KeyNoun."""
        return KeyNoun(cast(Any, self))

    @property
    def lifecycle(self) -> LifecycleNoun:
        """LifecycleNoun."""
        return LifecycleNoun(cast(Any, self))

    @property
    def lifecycle_policies(self) -> LifecyclePolicyNoun:
        """LifecyclePolicyNoun."""
        return LifecyclePolicyNoun(cast(Any, self))

    @property
    def lifecycle_policy(self) -> LifecyclePolicyNoun:
        """LifecyclePolicyNoun."""
        return LifecyclePolicyNoun(cast(Any, self))

    @property
    def management_review(self) -> ManagementReviewNoun:
        """ManagementReviewNoun."""
        return ManagementReviewNoun(cast(Any, self))

    @property
    def management_reviews(self) -> ManagementReviewNoun:
        """ManagementReviewNoun."""
        return ManagementReviewNoun(cast(Any, self))

    @property
    def maturity(self) -> MaturityNoun:
        """MaturityNoun."""
        return MaturityNoun(cast(Any, self))

    @property
    def maturity_ratings(self) -> MaturityNoun:
        """MaturityNoun."""
        return MaturityNoun(cast(Any, self))

    @property
    def measurement(self) -> MeasurementNoun:
        """MeasurementNoun."""
        return MeasurementNoun(cast(Any, self))

    @property
    def measurements(self) -> MeasurementNoun:
        """MeasurementNoun."""
        return MeasurementNoun(cast(Any, self))

    @property
    def nonconformities(self) -> NonconformityNoun:
        """NonconformityNoun."""
        return NonconformityNoun(cast(Any, self))

    @property
    def nonconformity(self) -> NonconformityNoun:
        """NonconformityNoun."""
        return NonconformityNoun(cast(Any, self))

    @property
    def objective(self) -> ObjectiveNoun:
        """ObjectiveNoun."""
        return ObjectiveNoun(cast(Any, self))

    @property
    def objectives(self) -> ObjectiveNoun:
        """ObjectiveNoun."""
        return ObjectiveNoun(cast(Any, self))

    @property
    def obligation(self) -> ObligationNoun:
        """ObligationNoun."""
        return ObligationNoun(cast(Any, self))

    @property
    def obligations(self) -> ObligationNoun:
        """ObligationNoun."""
        return ObligationNoun(cast(Any, self))

    @property
    def organization(self) -> OrganizationNoun:
        """OrganizationNoun."""
        return OrganizationNoun(cast(Any, self))

    @property
    def override(self) -> OverrideNoun:
        """OverrideNoun."""
        return OverrideNoun(cast(Any, self))

    @property
    def overrides(self) -> OverrideNoun:
        """OverrideNoun."""
        return OverrideNoun(cast(Any, self))

    @property
    def people(self) -> PersonNoun:
        """PersonNoun."""
        return PersonNoun(cast(Any, self))

    @property
    def person(self) -> PersonNoun:
        """PersonNoun."""
        return PersonNoun(cast(Any, self))

    @property
    def personal_data(self) -> PersonalDataNoun:
        """PersonalDataNoun."""
        return PersonalDataNoun(cast(Any, self))

    @property
    def programme(self) -> ProgrammeNoun:
        """ProgrammeNoun."""
        return ProgrammeNoun(cast(Any, self))

    @property
    def review_input_part(self) -> ReviewInputPartNoun:
        """ReviewInputPartNoun."""
        return ReviewInputPartNoun(cast(Any, self))

    @property
    def review_inputs(self) -> ReviewInputPartNoun:
        """ReviewInputPartNoun."""
        return ReviewInputPartNoun(cast(Any, self))

    @property
    def risk(self) -> RiskNoun:
        """RiskNoun."""
        return RiskNoun(cast(Any, self))

    @property
    def risk_method(self) -> RiskMethodNoun:
        """RiskMethodNoun."""
        return RiskMethodNoun(cast(Any, self))

    @property
    def risk_methods(self) -> RiskMethodNoun:
        """RiskMethodNoun."""
        return RiskMethodNoun(cast(Any, self))

    @property
    def risks(self) -> RiskNoun:
        """RiskNoun."""
        return RiskNoun(cast(Any, self))

    @property
    def role(self) -> RoleNoun:
        """RoleNoun."""
        return RoleNoun(cast(Any, self))

    @property
    def role_grant(self) -> RoleNoun:
        """RoleNoun."""
        return RoleNoun(cast(Any, self))

    @property
    def roles(self) -> RoleNoun:
        """RoleNoun."""
        return RoleNoun(cast(Any, self))

    @property
    def sample(self) -> SampleNoun:
        """SampleNoun."""
        return SampleNoun(cast(Any, self))

    @property
    def samples(self) -> SampleNoun:
        """SampleNoun."""
        return SampleNoun(cast(Any, self))

    @property
    def scope(self) -> ScopeNoun:
        """ScopeNoun."""
        return ScopeNoun(cast(Any, self))

    @property
    def session(self) -> SessionNoun:
        """SessionNoun."""
        return SessionNoun(cast(Any, self))

    @property
    def sessions(self) -> SessionNoun:
        """SessionNoun."""
        return SessionNoun(cast(Any, self))

    @property
    def signing_key(self) -> SigningKeyNoun:
        """SigningKeyNoun."""
        return SigningKeyNoun(cast(Any, self))

    @property
    def signing_keys(self) -> SigningKeyNoun:
        """SigningKeyNoun."""
        return SigningKeyNoun(cast(Any, self))

    @property
    def soa(self) -> SoaNoun:
        """SoaNoun."""
        return SoaNoun(cast(Any, self))

    @property
    def soa_rows(self) -> StatementRowNoun:
        """StatementRowNoun."""
        return StatementRowNoun(cast(Any, self))

    @property
    def soa_versions(self) -> SoaVersionsNoun:
        """SoaVersionsNoun."""
        return SoaVersionsNoun(cast(Any, self))

    @property
    def statement_row(self) -> StatementRowNoun:
        """StatementRowNoun."""
        return StatementRowNoun(cast(Any, self))

    @property
    def treatment(self) -> TreatmentNoun:
        """TreatmentNoun."""
        return TreatmentNoun(cast(Any, self))

    @property
    def unit(self) -> UnitNoun:
        """UnitNoun."""
        return UnitNoun(cast(Any, self))

    @property
    def units(self) -> UnitNoun:
        """UnitNoun."""
        return UnitNoun(cast(Any, self))

    @property
    def waiver(self) -> WaiverNoun:
        """WaiverNoun."""
        return WaiverNoun(cast(Any, self))

    @property
    def waivers(self) -> WaiverNoun:
        """WaiverNoun."""
        return WaiverNoun(cast(Any, self))

    @property
    def working_paper(self) -> WorkingPaperNoun:
        """WorkingPaperNoun."""
        return WorkingPaperNoun(cast(Any, self))

    @property
    def working_papers(self) -> WorkingPaperNoun:
        """WorkingPaperNoun."""
        return WorkingPaperNoun(cast(Any, self))
