"""The nouns of a workspace with their commands. Made by tools/generate_python.py from the schemas."""
from __future__ import annotations

import datetime
import decimal
from typing import TYPE_CHECKING, Any, Mapping, Sequence, Union, cast

from ._nouns import Answer, Noun
from ._values import UNSET, Money, Unset

if TYPE_CHECKING:
    from . import records
    from .records import (Absence, AssetKind, AuditKind, Band, CatalogDocument, Cause, CauseBranch,
                          CauseMethod, ChangeState, ChecklistItem, Conclusion, ControlEffect,
                          CorrectionState, CvssRule, DeadlineSetting, DeclaredConflict, DeviationEnd,
                          DisputeKind, DivergingOpinion, DocumentKind, Driver, DutyEffect, EffectRule,
                          EffectivenessResult, EscalationLevel, EvidenceForm, EvidenceKind, ExternalId,
                          FeedbackKind, FindingKind, FollowUpResult, Grade, GradeAnswers,
                          ImplementationStatus, IncidentSeverity, IncidentState, InputStatement,
                          InspectedAction, InterviewAnswer, IssueKind, Issuer, JudgedAction, Level, Measure,
                          MeasureStatus, MeasuredValue, MeasurementGoal, MeetingKind, MeetingObjection,
                          NewDecision, NonconformitySource, ObjectiveState, ObligationKind, OverrideRequest,
                          PartyRequirement, PastFunction, PlannedAction, ProgrammeEntry, Rating,
                          ReassignedAction, RecurrencePolicy, RequestState, ReviewDecisionKind,
                          ReviewJudgement, RiskAppetite, RiskApproach, RiskFactor, RiskFormula, RiskStage,
                          RoleName, SampleDeviation, SampleDrawRequest, ScaleValue, SeenEvidence, Session,
                          SignaturePurpose, SimilarSearch, TeamMember, TestResult, TreatmentOption, UnitKind,
                          Verdict, WorkingCalendar)

Date = Union[datetime.date, str]
Instant = Union[datetime.datetime, str]
Decimal = Union[decimal.Decimal, int, str]
Document = Mapping[str, Any]


class ActionNoun(Noun["records.Action"]):
    """Records "action", and commands "action"."""

    _noun = "action"
    _type = "Action"

    def block(self, action: str, *, reason: str | None = None, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `action.block`."""
        return self._do("action.block", {"action": action, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def cancel(self, action: str, *, reason: str | None = None, approved_by: str | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `action.cancel`."""
        return self._do("action.cancel", {"action": action, "reason": reason, "approved_by": approved_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def complete(self, action: str, *, on: Date | None = None, evidence: Sequence[str] | None = None,
                 at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """Does `action.complete`."""
        return self._do("action.complete", {"action": action, "on": on, "evidence": evidence},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def start(self, action: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `action.start`."""
        return self._do("action.start", {"action": action},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def unblock(self, action: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `action.unblock`."""
        return self._do("action.unblock", {"action": action},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ApplicabilityNoun(Noun["records.Applicability"]):
    """Records "applicability", and commands "applicability"."""

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
        """Does `applicability.decide`."""
        return self._do("applicability.decide", {"applicability": applicability, "control": control,
            "applicable": applicable, "justification": justification, "drivers": drivers, "status": status,
            "responsible": responsible, "responsible_name": responsible_name, "implementation": implementation,
            "evidence": evidence, "documents": documents, "retired_on": retired_on, "replaced_by": replaced_by,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class AssessmentNoun(Noun["records.Assessment"]):
    """Records "assessment"."""

    _noun = "assessment"
    _type = "Assessment"


class AssetNoun(Noun["records.Asset"]):
    """Records "asset", and commands "asset"."""

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
        """Does `asset.add`."""
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
        """Does `asset.change`."""
        return self._change("asset.change", {"asset": asset, "name": name, "kind": kind, "description": description,
            "owner": owner, "unit": unit, "classification": classification, "confidentiality": confidentiality,
            "integrity": integrity, "availability": availability, "depends_on": depends_on, "retired_on": retired_on,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, asset: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `asset.retire`."""
        return self._do("asset.retire", {"asset": asset, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class AuditNoun(Noun["records.Audit"]):
    """Records "audit", and commands "audit"."""

    _noun = "audit"
    _type = "Audit"

    def answer_objection(self, audit: str, *, objection: int, upheld: bool | None = None, answer: str | None = None,
                         at: Instant | None = None, actor: str | None = None, id: str | None = None,
                         expected_version: int | None = None, correlation: str | None = None,
                         dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.answer-objection`."""
        return self._do("audit.answer-objection", {"audit": audit, "objection": objection, "upheld": upheld,
            "answer": answer},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def answer_request(self, *, request: str, declined: bool | None = None, answer: str | None = None,
                       at: Instant | None = None, actor: str | None = None, id: str | None = None,
                       expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.answer-request`."""
        return self._do("audit.answer-request", {"request": request, "declined": declined, "answer": answer},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def approve_plan(self, audit: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.approve-plan`."""
        return self._do("audit.approve-plan", {"audit": audit},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def assess(self, audit: str, *, criterion: str, verdict: Verdict, unit: str | None = None,
               reason: str | None = None, sample: str | None = None, samples: Sequence[str] | None = None,
               evidence: Sequence[str] | None = None, rating: str | None = None, design: TestResult | None = None,
               operation: TestResult | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.assess`."""
        return self._do("audit.assess", {"audit": audit, "criterion": criterion, "verdict": verdict, "unit": unit,
            "reason": reason, "sample": sample, "samples": samples, "evidence": evidence, "rating": rating,
            "design": design, "operation": operation},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def cancel(self, audit: str, *, reason: str | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.cancel`."""
        return self._do("audit.cancel", {"audit": audit, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close_request(self, *, request: str, outcome: RequestState, evidence: str | None = None,
                      reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                      id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                      dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.close-request`."""
        return self._do("audit.close-request", {"request": request, "outcome": outcome, "evidence": evidence,
            "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def conclude(self, audit: str, *, conclusion: Conclusion | Document,
                 diverging_opinions: Sequence[DivergingOpinion | Document] | None = None,
                 areas_not_covered: Sequence[str] | None = None, sampling: str | None = None,
                 at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.conclude`."""
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
        """Does `audit.draw-sample`."""
        return self._do("audit.draw-sample", {"audit": audit, "criterion": criterion, "draw": draw, "sample": sample,
            "unit": unit, "population": population, "names": names, "confidence": confidence,
            "tolerable_rate": tolerable_rate, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def evaluate_sample(self, sample: str, *, deviations: Sequence[SampleDeviation | Document] | None = None,
                        confidence: Decimal | None = None, tolerable_rate: Decimal | None = None,
                        reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                        id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                        dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.evaluate-sample`."""
        return self._do("audit.evaluate-sample", {"sample": sample, "deviations": deviations,
            "confidence": confidence, "tolerable_rate": tolerable_rate, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def follow_up(self, audit: str, *, result: FollowUpResult, nonconformity: str | None = None,
                  finding: str | None = None, reason: str | None = None, evidence: Sequence[str] | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.follow-up`."""
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
        """Does `audit.hold-meeting`."""
        return self._do("audit.hold-meeting", {"audit": audit, "kind": kind, "held_at": held_at, "place": place,
            "attendees": attendees, "notes": notes, "agenda": agenda, "objections": objections},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def issue_report(self, audit: str, *, scope: str | None = None, methods: Sequence[str] | None = None,
                     independence: str | None = None, distribution: Sequence[str] | None = None,
                     sampling: str | None = None, at: Instant | None = None, actor: str | None = None,
                     id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.issue-report`."""
        return self._do("audit.issue-report", {"audit": audit, "scope": scope, "methods": methods,
            "independence": independence, "distribution": distribution, "sampling": sampling},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def object(self, audit: str, *, objection: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.object`."""
        return self._do("audit.object", {"audit": audit, "objection": objection},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def open(self, audit: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
             expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.open`."""
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
        """Does `audit.plan`."""
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
        """Does `audit.prepare-paper`."""
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
        """Does `audit.record-evidence`."""
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
        """Does `audit.record-interview`."""
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
        """Does `audit.request-document`."""
        return self._do("audit.request-document", {"audit": audit, "due_on": due_on, "request": request,
            "what": what, "criteria": criteria, "unit": unit, "of": of, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reuse_evidence(self, audit: str, *, from_: str, evidence: str | None = None, reason: str | None = None,
                       sha256: str | None = None, criteria: Sequence[str] | None = None, at: Instant | None = None,
                       actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                       correlation: str | None = None, dry_run: bool | None = None,
                       override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.reuse-evidence`."""
        return self._do("audit.reuse-evidence", {"audit": audit, "from": from_, "evidence": evidence,
            "reason": reason, "sha256": sha256, "criteria": criteria},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def review_paper(self, *, paper: str, approved: bool | None = None, remark: str | None = None,
                     at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.review-paper`."""
        return self._do("audit.review-paper", {"paper": paper, "approved": approved, "remark": remark},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def send_plan(self, audit: str, *, to: Sequence[str] | None = None, text: str | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.send-plan`."""
        return self._do("audit.send-plan", {"audit": audit, "to": to, "text": text},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def transfer_evidence(self, evidence: str, *, to: str, place: str | None = None, reason: str | None = None,
                          sha256: str | None = None, at: Instant | None = None, actor: str | None = None,
                          id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                          dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.transfer-evidence`."""
        return self._do("audit.transfer-evidence", {"evidence": evidence, "to": to, "place": place, "reason": reason,
            "sha256": sha256},
            (at, actor, id, expected_version, correlation, dry_run, override))


class CatalogNoun(Noun["records.Catalog"]):
    """Records "catalog", and commands "catalog"."""

    _noun = "catalog"
    _type = "Catalog"

    def adopt(self, catalog: str | None = None, *, document: CatalogDocument | Document | None = None,
              sha256: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `catalog.adopt`."""
        return self._do("catalog.adopt", {"catalog": catalog, "document": document, "sha256": sha256},
            (at, actor, id, expected_version, correlation, dry_run, override))


class CatalogRequirementNoun(Noun["records.CatalogRequirement"]):
    """Records "catalog-requirement"."""

    _noun = "catalog-requirement"
    _type = "CatalogRequirement"


class ChangeNoun(Noun["records.Change"]):
    """Records "change", and commands "change"."""

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
        """Does `change.record`."""
        return self._do("change.record", {"change": change, "state": state, "title": title, "purpose": purpose,
            "consequences": consequences, "resources": resources, "unplanned": unplanned, "owner": owner,
            "planned_for": planned_for, "done_on": done_on, "review": review, "units": units, "risks": risks,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, change: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `change.retire`."""
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
        """Does `change.update`."""
        return self._change("change.update", {"change": change, "title": title, "purpose": purpose,
            "consequences": consequences, "resources": resources, "unplanned": unplanned, "state": state,
            "owner": owner, "planned_for": planned_for, "done_on": done_on, "review": review, "units": units,
            "risks": risks, "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ChecklistTemplateNoun(Noun["records.ChecklistTemplate"]):
    """Records "checklist-template", and commands "checklist-template"."""

    _noun = "checklist-template"
    _type = "ChecklistTemplate"

    def define(self, *, name: str | None = None, title: str | None = None,
               items: Sequence[ChecklistItem | Document] | None = None, reason: str | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `checklist-template.define`."""
        return self._do("checklist-template.define", {"name": name, "title": title, "items": items, "reason": reason,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ContextIssueNoun(Noun["records.ContextIssue"]):
    """Records "context-issue", and commands "context-issue"."""

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
        """Does `context-issue.record`."""
        return self._do("context-issue.record", {"context_issue": context_issue, "kind": kind, "title": title,
            "description": description, "climate_change": climate_change, "relevant": relevant, "reason": reason,
            "effect": effect, "owner": owner, "risks": risks, "recorded_on": recorded_on, "changed_on": changed_on,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, context_issue: str, *, on: Date | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `context-issue.retire`."""
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
        """Does `context-issue.update`."""
        return self._change("context-issue.update", {"context_issue": context_issue, "title": title, "kind": kind,
            "description": description, "climate_change": climate_change, "relevant": relevant, "reason": reason,
            "effect": effect, "owner": owner, "risks": risks, "recorded_on": recorded_on, "changed_on": changed_on,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class DeadlineNoun(Noun["records.Nonconformity"]):
    """Records "nonconformity", and commands "deadline"."""

    _noun = "nonconformity"
    _type = "Nonconformity"

    def check(self, nonconformity: str | None = None, *, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `deadline.check`."""
        return self._do("deadline.check", {"nonconformity": nonconformity},
            (at, actor, id, expected_version, correlation, dry_run, override))


class DocumentNoun(Noun["records.Document"]):
    """Records "document", and commands "document"."""

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
        """Does `document.add`."""
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
        """Does `document.change`."""
        return self._change("document.change", {"document": document, "title": title, "kind": kind, "serves": serves,
            "version": version, "owner": owner, "owner_name": owner_name, "approved_by": approved_by,
            "approved_on": approved_on, "review_due": review_due, "location": location, "sha256": sha256,
            "external": external, "classification": classification, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, document: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `document.retire`."""
        return self._do("document.retire", {"document": document, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class DocumentRequestNoun(Noun["records.DocumentRequest"]):
    """Records "document-request"."""

    _noun = "document-request"
    _type = "DocumentRequest"


class DutyNoun(Noun["records.Duty"]):
    """Records "duty", and commands "duty"."""

    _noun = "duty"
    _type = "Duty"

    def configure(self, duty: str | None = None, *, effect: DutyEffect, reason: str | None = None,
                  custom: Mapping[str, Any] | None = None,
                  external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                  actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                  correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """Does `duty.configure`."""
        return self._do("duty.configure", {"duty": duty, "effect": effect, "reason": reason, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class EvidenceNoun(Noun["records.Evidence"]):
    """Records "evidence"."""

    _noun = "evidence"
    _type = "Evidence"


class FeedbackNoun(Noun["records.Feedback"]):
    """Records "feedback", and commands "feedback"."""

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
        """Does `feedback.record`."""
        return self._do("feedback.record", {"feedback": feedback, "kind": kind, "received_on": received_on,
            "title": title, "party": party, "statement": statement, "owner": owner, "answer": answer,
            "answered_on": answered_on, "nonconformities": nonconformities, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, feedback: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `feedback.retire`."""
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
        """Does `feedback.update`."""
        return self._change("feedback.update", {"feedback": feedback, "title": title, "kind": kind, "party": party,
            "statement": statement, "received_on": received_on, "owner": owner, "answer": answer,
            "answered_on": answered_on, "nonconformities": nonconformities, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class FindingNoun(Noun["records.Finding"]):
    """Records "finding", and commands "finding"."""

    _noun = "finding"
    _type = "Finding"

    def accept_opportunity(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                           actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                           correlation: str | None = None, dry_run: bool | None = None,
                           override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.accept-opportunity`."""
        return self._do("finding.accept-opportunity", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decline_opportunity(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                            actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                            correlation: str | None = None, dry_run: bool | None = None,
                            override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.decline-opportunity`."""
        return self._do("finding.decline-opportunity", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def grade(self, finding: str, *, grade: Grade, reasons: Sequence[str] | None = None,
              answers: GradeAnswers | Document | None = None, departure: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.grade`."""
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
        """Does `finding.raise`."""
        return self._do("finding.raise", {"finding": finding, "audit": audit, "kind": kind, "title": title,
            "statement": statement, "criteria": criteria, "unit": unit, "evidence": evidence, "grade": grade,
            "grade_reasons": grade_reasons, "requirement": requirement, "gap": gap, "nonconformity": nonconformity,
            "answers": answers, "departure": departure, "repeats": repeats, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def withdraw(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                 actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                 correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.withdraw`."""
        return self._do("finding.withdraw", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


class GradingScaleNoun(Noun["records.GradingScale"]):
    """Records "grading-scale", and commands "grading-scale"."""

    _noun = "grading-scale"
    _type = "GradingScale"

    def define(self, grading_scale: str | None = None, *, title: str | None = None,
               values: Sequence[ScaleValue | Document] | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `grading-scale.define`."""
        return self._do("grading-scale.define", {"grading_scale": grading_scale, "title": title, "values": values,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class IncidentNoun(Noun["records.Incident"]):
    """Records "incident", and commands "incident"."""

    _noun = "incident"
    _type = "Incident"

    def close(self, incident: str, *, lessons: str | None = None, on: Date | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `incident.close`."""
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
        """Does `incident.record`."""
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
        """Does `incident.retire`."""
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
        """Does `incident.update`."""
        return self._change("incident.update", {"incident": incident, "title": title, "state": state,
            "severity": severity, "description": description, "occurred_on": occurred_on, "reported_on": reported_on,
            "resolved_on": resolved_on, "owner": owner, "units": units, "assets": assets,
            "personal_data": personal_data, "response": response, "evidence": evidence, "lessons": lessons,
            "nonconformities": nonconformities, "risks": risks, "closed_on": closed_on, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class InterestedPartyNoun(Noun["records.InterestedParty"]):
    """Records "interested-party", and commands "interested-party"."""

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
        """Does `interested-party.record`."""
        return self._do("interested-party.record", {"interested_party": interested_party, "name": name,
            "external": external, "interest": interest, "requirements": requirements, "owner": owner,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, interested_party: str, *, on: Date | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `interested-party.retire`."""
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
        """Does `interested-party.update`."""
        return self._change("interested-party.update", {"interested_party": interested_party, "name": name,
            "external": external, "interest": interest, "requirements": requirements, "owner": owner,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class InterviewNoun(Noun["records.Interview"]):
    """Records "interview"."""

    _noun = "interview"
    _type = "Interview"


class LifecycleNoun(Noun["records.LifecyclePolicy"]):
    """Records "lifecycle-policy", and commands "lifecycle"."""

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
        """Does `lifecycle.configure`."""
        return self._do("lifecycle.configure", {"lifecycle_policy": lifecycle_policy, "recurrence": recurrence,
            "deviation_end": deviation_end, "deadlines": deadlines, "escalation": escalation,
            "extensions_per_cycle": extensions_per_cycle, "extension_days_minor": extension_days_minor,
            "extension_days_major": extension_days_major, "deviation_days": deviation_days,
            "retention_days": retention_days, "window_days_minor": window_days_minor,
            "window_days_major": window_days_major, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class LifecyclePolicyNoun(Noun["records.LifecyclePolicy"]):
    """Records "lifecycle-policy"."""

    _noun = "lifecycle-policy"
    _type = "LifecyclePolicy"


class ManagementReviewNoun(Noun["records.ManagementReview"]):
    """Records "management-review", and commands "management-review"."""

    _noun = "management-review"
    _type = "ManagementReview"

    def approve(self, management_review: str, *, judgement: ReviewJudgement | Document | None = None,
                no_decisions_because: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `management-review.approve`."""
        return self._do("management-review.approve", {"management_review": management_review, "judgement": judgement,
            "no_decisions_because": no_decisions_because},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close(self, management_review: str, *, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `management-review.close`."""
        return self._do("management-review.close", {"management_review": management_review},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def complete_decision(self, management_review: str, *, decision: int, dropped: bool | None = None,
                          result: str | None = None, on: Date | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """Does `management-review.complete-decision`."""
        return self._do("management-review.complete-decision", {"management_review": management_review,
            "decision": decision, "dropped": dropped, "result": result, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide(self, management_review: str, *, kind: ReviewDecisionKind, owner: str, due: Date,
               text: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `management-review.decide`."""
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
        """Does `management-review.hold`."""
        return self._do("management-review.hold", {"management_review": management_review, "title": title, "on": on,
            "from": from_, "attendees": attendees, "guests": guests, "statements": statements,
            "judgement": judgement, "decisions": decisions, "no_decisions_because": no_decisions_because,
            "next_on": next_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class MaturityNoun(Noun["records.Maturity"]):
    """Records "maturity", and commands "maturity"."""

    _noun = "maturity"
    _type = "Maturity"

    def rate(self, *, criterion: str, level: int, target: int | None = None, weight: int | None = None,
             rationale: str | None = None, evidence: Sequence[str] | None = None,
             documents: Sequence[str] | None = None, on: Date | None = None, at: Instant | None = None,
             actor: str | None = None, id: str | None = None, expected_version: int | None = None,
             correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """Does `maturity.rate`."""
        return self._do("maturity.rate", {"criterion": criterion, "level": level, "target": target, "weight": weight,
            "rationale": rationale, "evidence": evidence, "documents": documents, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class MeasurementNoun(Noun["records.Measurement"]):
    """Records "measurement", and commands "measurement"."""

    _noun = "measurement"
    _type = "Measurement"

    def add_value(self, measurement: str, *, value: Decimal, on: Date | None = None, note: str | None = None,
                  at: Instant | None = None, actor: str | None = None, id: str | None = None,
                  expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                  override: OverrideRequest | Document | None = None) -> Answer:
        """Does `measurement.add-value`."""
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
        """Does `measurement.record`."""
        return self._do("measurement.record", {"measurement": measurement, "title": title, "method": method,
            "unit": unit, "frequency": frequency, "measured_by": measured_by, "analysed_by": analysed_by,
            "goal": goal, "target": target, "criteria": criteria, "values": values, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, measurement: str, *, on: Date | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `measurement.retire`."""
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
        """Does `measurement.update`."""
        return self._change("measurement.update", {"measurement": measurement, "title": title, "method": method,
            "unit": unit, "frequency": frequency, "measured_by": measured_by, "analysed_by": analysed_by,
            "goal": goal, "target": target, "criteria": criteria, "values": values, "recorded_on": recorded_on,
            "changed_on": changed_on, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class NonconformityNoun(Noun["records.Nonconformity"]):
    """Records "nonconformity", and commands "nonconformity"."""

    _noun = "nonconformity"
    _type = "Nonconformity"

    def accept_correction(self, nonconformity: str, *, reason: str | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.accept-correction`."""
        return self._do("nonconformity.accept-correction", {"nonconformity": nonconformity, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def accept_deviation(self, nonconformity: str, *, risk: str, until: Date, reason: str | None = None,
                         compensating_measures: str | None = None, issuer_decision: str | None = None,
                         at: Instant | None = None, actor: str | None = None, id: str | None = None,
                         expected_version: int | None = None, correlation: str | None = None,
                         dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.accept-deviation`."""
        return self._do("nonconformity.accept-deviation", {"nonconformity": nonconformity, "risk": risk,
            "until": until, "reason": reason, "compensating_measures": compensating_measures,
            "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def acknowledge(self, nonconformity: str, *, at: Instant | None = None, actor: str | None = None,
                    id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                    dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.acknowledge`."""
        return self._do("nonconformity.acknowledge", {"nonconformity": nonconformity},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def approve_plan(self, nonconformity: str, *, top_management_informed: bool | None = None,
                     reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                     id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.approve-plan`."""
        return self._do("nonconformity.approve-plan", {"nonconformity": nonconformity,
            "top_management_informed": top_management_informed, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def close(self, nonconformity: str, *, confirmation: str | None = None,
              seen: Sequence[SeenEvidence | Document] | None = None, issuer_closing: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.close`."""
        return self._do("nonconformity.close", {"nonconformity": nonconformity, "confirmation": confirmation,
            "seen": seen, "issuer_closing": issuer_closing},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def co_sign(self, nonconformity: str, *, purpose: SignaturePurpose | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.co-sign`."""
        return self._do("nonconformity.co-sign", {"nonconformity": nonconformity, "purpose": purpose},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide_dispute(self, nonconformity: str, *, decision: str | None = None, grade: Grade | None = None,
                       grade_reasons: Sequence[str] | None = None, requirement: str | None = None,
                       evidence_statement: str | None = None, gap: str | None = None, owner: str | None = None,
                       issuer_decision: str | None = None, at: Instant | None = None, actor: str | None = None,
                       id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.decide-dispute`."""
        return self._do("nonconformity.decide-dispute", {"nonconformity": nonconformity, "decision": decision,
            "grade": grade, "grade_reasons": grade_reasons, "requirement": requirement,
            "evidence_statement": evidence_statement, "gap": gap, "owner": owner, "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide_extension(self, nonconformity: str, *, granted: bool | None = None, reason: str | None = None,
                         issuer_decision: str | None = None, at: Instant | None = None, actor: str | None = None,
                         id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                         dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.decide-extension`."""
        return self._do("nonconformity.decide-extension", {"nonconformity": nonconformity, "granted": granted,
            "reason": reason, "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def dispute(self, nonconformity: str, *, kind: DisputeKind, reason: str | None = None,
                evidence: Sequence[str] | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.dispute`."""
        return self._do("nonconformity.dispute", {"nonconformity": nonconformity, "kind": kind, "reason": reason,
            "evidence": evidence},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def end_deviation(self, nonconformity: str, *, fixed: bool | None = None, reason: str | None = None,
                      evidence: Sequence[str] | None = None, isms_changes: str | None = None,
                      at: Instant | None = None, actor: str | None = None, id: str | None = None,
                      expected_version: int | None = None, correlation: str | None = None,
                      dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.end-deviation`."""
        return self._do("nonconformity.end-deviation", {"nonconformity": nonconformity, "fixed": fixed,
            "reason": reason, "evidence": evidence, "isms_changes": isms_changes},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def import_(self, nonconformity: str | None = None, *, source: NonconformitySource, system: str | None = None,
                status: str | None = None, title: str | None = None, source_ref: str | None = None,
                unit: str | None = None, criteria: Sequence[str] | None = None, requirement: str | None = None,
                evidence_statement: str | None = None, gap: str | None = None, grade: Grade | None = None,
                grade_reasons: Sequence[str] | None = None, owner: str | None = None, closed_on: Date | None = None,
                custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
                at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.import`."""
        return self._do("nonconformity.import", {"nonconformity": nonconformity, "source": source, "system": system,
            "status": status, "title": title, "source_ref": source_ref, "unit": unit, "criteria": criteria,
            "requirement": requirement, "evidence_statement": evidence_statement, "gap": gap, "grade": grade,
            "grade_reasons": grade_reasons, "owner": owner, "closed_on": closed_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def issue(self, nonconformity: str, *, owner: str | None = None,
              seen: Sequence[SeenEvidence | Document] | None = None, criteria: Sequence[str] | None = None,
              requirement: str | None = None, evidence_statement: str | None = None,
              evidence: Sequence[str] | None = None, gap: str | None = None, grade: Grade | None = None,
              grade_reasons: Sequence[str] | None = None, at: Instant | None = None, actor: str | None = None,
              id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
              dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.issue`."""
        return self._do("nonconformity.issue", {"nonconformity": nonconformity, "owner": owner, "seen": seen,
            "criteria": criteria, "requirement": requirement, "evidence_statement": evidence_statement,
            "evidence": evidence, "gap": gap, "grade": grade, "grade_reasons": grade_reasons},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def judge_effectiveness(self, nonconformity: str, *, result: EffectivenessResult, reason: str | None = None,
                            actions: Sequence[JudgedAction | Document] | None = None,
                            isms_changes_done: str | None = None, issuer_closing: str | None = None,
                            at: Instant | None = None, actor: str | None = None, id: str | None = None,
                            expected_version: int | None = None, correlation: str | None = None,
                            dry_run: bool | None = None,
                            override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.judge-effectiveness`."""
        return self._do("nonconformity.judge-effectiveness", {"nonconformity": nonconformity, "result": result,
            "reason": reason, "actions": actions, "isms_changes_done": isms_changes_done,
            "issuer_closing": issuer_closing},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def merge(self, nonconformity: str, *, into: str, reason: str | None = None, issuer_decision: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.merge`."""
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
        """Does `nonconformity.raise`."""
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
        """Does `nonconformity.reassign`."""
        return self._do("nonconformity.reassign", {"nonconformity": nonconformity, "owner": owner,
            "verifier": verifier, "actions": actions, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_correction(self, nonconformity: str, *, state: CorrectionState, what: str | None = None,
                          on: Date | None = None, by: str | None = None, evidence: Sequence[str] | None = None,
                          consequences: str | None = None, at: Instant | None = None, actor: str | None = None,
                          id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                          dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.record-correction`."""
        return self._do("nonconformity.record-correction", {"nonconformity": nonconformity, "state": state,
            "what": what, "on": on, "by": by, "evidence": evidence, "consequences": consequences},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def regrade(self, nonconformity: str, *, grade: Grade, grade_reasons: Sequence[str] | None = None,
                reason: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.regrade`."""
        return self._do("nonconformity.regrade", {"nonconformity": nonconformity, "grade": grade,
            "grade_reasons": grade_reasons, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reject_implementation(self, nonconformity: str, *, reason: str | None = None,
                              actions: Sequence[str] | None = None, at: Instant | None = None,
                              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                              correlation: str | None = None, dry_run: bool | None = None,
                              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.reject-implementation`."""
        return self._do("nonconformity.reject-implementation", {"nonconformity": nonconformity, "reason": reason,
            "actions": actions},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reject_plan(self, nonconformity: str, *, reason: str | None = None, at: Instant | None = None,
                    actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                    correlation: str | None = None, dry_run: bool | None = None,
                    override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.reject-plan`."""
        return self._do("nonconformity.reject-plan", {"nonconformity": nonconformity, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def reopen(self, nonconformity: str, *, reason: str | None = None, evidence: Sequence[str] | None = None,
               invalid_closure: bool | None = None, successor: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.reopen`."""
        return self._do("nonconformity.reopen", {"nonconformity": nonconformity, "reason": reason,
            "evidence": evidence, "invalid_closure": invalid_closure, "successor": successor},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def report_implemented(self, nonconformity: str, *, isms_changes: str | None = None, at: Instant | None = None,
                           actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                           correlation: str | None = None, dry_run: bool | None = None,
                           override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.report-implemented`."""
        return self._do("nonconformity.report-implemented", {"nonconformity": nonconformity,
            "isms_changes": isms_changes},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def request_extension(self, nonconformity: str, *, until: Date, deadline: str | None = None,
                          reason: str | None = None, interim_measure: str | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.request-extension`."""
        return self._do("nonconformity.request-extension", {"nonconformity": nonconformity, "until": until,
            "deadline": deadline, "reason": reason, "interim_measure": interim_measure},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def start_analysis(self, nonconformity: str, *, analysts: Sequence[str] | None = None, at: Instant | None = None,
                       actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                       correlation: str | None = None, dry_run: bool | None = None,
                       override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.start-analysis`."""
        return self._do("nonconformity.start-analysis", {"nonconformity": nonconformity, "analysts": analysts},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def start_effectiveness(self, nonconformity: str, *,
                            inspected: Sequence[InspectedAction | Document] | None = None,
                            seen: Sequence[SeenEvidence | Document] | None = None, window_until: Date | None = None,
                            at: Instant | None = None, actor: str | None = None, id: str | None = None,
                            expected_version: int | None = None, correlation: str | None = None,
                            dry_run: bool | None = None,
                            override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.start-effectiveness`."""
        return self._do("nonconformity.start-effectiveness", {"nonconformity": nonconformity, "inspected": inspected,
            "seen": seen, "window_until": window_until},
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
        """Does `nonconformity.submit-plan`."""
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
        """Does `nonconformity.withdraw`."""
        return self._do("nonconformity.withdraw", {"nonconformity": nonconformity, "reason": reason,
            "evidence": evidence, "issuer_decision": issuer_decision},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ObjectiveNoun(Noun["records.Objective"]):
    """Records "objective", and commands "objective"."""

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
        """Does `objective.record`."""
        return self._do("objective.record", {"objective": objective, "state": state, "title": title, "what": what,
            "resources": resources, "owner": owner, "due": due, "evaluation": evaluation,
            "measurements": measurements, "units": units, "result": result, "ended_on": ended_on,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, objective: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `objective.retire`."""
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
        """Does `objective.update`."""
        return self._change("objective.update", {"objective": objective, "title": title, "what": what,
            "resources": resources, "owner": owner, "due": due, "evaluation": evaluation,
            "measurements": measurements, "units": units, "state": state, "result": result, "ended_on": ended_on,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ObligationNoun(Noun["records.Obligation"]):
    """Records "obligation", and commands "obligation"."""

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
        """Does `obligation.record`."""
        return self._do("obligation.record", {"obligation": obligation, "kind": kind, "title": title,
            "reference": reference, "jurisdiction": jurisdiction, "asks": asks, "approach": approach, "owner": owner,
            "party": party, "criteria": criteria, "documents": documents, "review_due": review_due,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, obligation: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `obligation.retire`."""
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
        """Does `obligation.update`."""
        return self._change("obligation.update", {"obligation": obligation, "title": title, "kind": kind,
            "reference": reference, "jurisdiction": jurisdiction, "asks": asks, "approach": approach, "owner": owner,
            "party": party, "criteria": criteria, "documents": documents, "review_due": review_due,
            "recorded_on": recorded_on, "changed_on": changed_on, "retired_on": retired_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class OrganizationNoun(Noun["records.Organization"]):
    """Records "organization", and commands "organization"."""

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
        """Does `organization.describe`."""
        return self._do("organization.describe", {"organization": organization, "name": name, "activity": activity,
            "address": address, "people": people, "language": language, "zone": zone, "calendar": calendar,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class OverrideNoun(Noun["records.Override"]):
    """Records "override"."""

    _noun = "override"
    _type = "Override"


class PersonNoun(Noun["records.Person"]):
    """Records "person", and commands "person"."""

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
        """Does `person.add`."""
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
        """Does `person.change`."""
        return self._change("person.change", {"person": person, "name": name, "mail": mail, "function": function,
            "external": external, "competences": competences, "languages": languages,
            "audit_days_per_year": audit_days_per_year, "absences": absences, "past_functions": past_functions,
            "conflicts": conflicts, "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_absence(self, person: str, *, from_: Date, until: Date, reason: str | None = None,
                       at: Instant | None = None, actor: str | None = None, id: str | None = None,
                       expected_version: int | None = None, correlation: str | None = None,
                       dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `person.record-absence`."""
        return self._do("person.record-absence", {"person": person, "from": from_, "until": until, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, person: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `person.retire`."""
        return self._do("person.retire", {"person": person, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ProgrammeNoun(Noun["records.Programme"]):
    """Records "programme", and commands "programme"."""

    _noun = "programme"
    _type = "Programme"

    def approve(self, programme: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `programme.approve`."""
        return self._do("programme.approve", {"programme": programme},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def propose(self, programme: str | None = None, *, from_: Date, until: Date,
                objectives: Sequence[str] | None = None, methods: str | None = None,
                responsibilities: str | None = None, risks: Sequence[str] | None = None,
                entries: Sequence[ProgrammeEntry | Document] | None = None, custom: Mapping[str, Any] | None = None,
                external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `programme.propose`."""
        return self._do("programme.propose", {"programme": programme, "from": from_, "until": until,
            "objectives": objectives, "methods": methods, "responsibilities": responsibilities, "risks": risks,
            "entries": entries, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class ReviewInputPartNoun(Noun["records.ReviewInputPart"]):
    """Records "review-input-part"."""

    _noun = "review-input-part"
    _type = "ReviewInputPart"


class RiskNoun(Noun["records.Risk"]):
    """Records "risk", and commands "risk"."""

    _noun = "risk"
    _type = "Risk"

    def accept(self, risk: str, *, authorised_by: str | None = None, expires_on: Date | None = None,
               reason: str | None = None, recorded_by: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.accept`."""
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
        """Does `risk.assess`."""
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
        """Does `risk.change`."""
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
        """Does `risk.close`."""
        return self._do("risk.close", {"risk": risk, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def decide_effect(self, risk: str, *, control: str, accepted: bool | None = None, reason: str | None = None,
                      at: Instant | None = None, actor: str | None = None, id: str | None = None,
                      expected_version: int | None = None, correlation: str | None = None,
                      dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.decide-effect`."""
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
        """Does `risk.identify`."""
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
        """Does `risk.propose-effect`."""
        return self._do("risk.propose-effect", {"risk": risk, "effect": effect, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def revoke_acceptance(self, risk: str, *, reason: str | None = None, at: Instant | None = None,
                          actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                          correlation: str | None = None, dry_run: bool | None = None,
                          override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.revoke-acceptance`."""
        return self._do("risk.revoke-acceptance", {"risk": risk, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def treat(self, risk: str, *, treatment: TreatmentOption, plan: str | None = None,
              controls: Sequence[str] | None = None, due: Date | None = None,
              measures: Sequence[Measure | Document] | None = None, reason: str | None = None,
              at: Instant | None = None, actor: str | None = None, id: str | None = None,
              expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.treat`."""
        return self._do("risk.treat", {"risk": risk, "treatment": treatment, "plan": plan, "controls": controls,
            "due": due, "measures": measures, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


class RiskMethodNoun(Noun["records.RiskMethod"]):
    """Records "risk-method", and commands "risk-method"."""

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
        """Does `risk-method.adopt`."""
        return self._do("risk-method.adopt", {"risk_method": risk_method, "name": name, "likelihood": likelihood,
            "impact": impact, "dimensions": dimensions, "dimension_weights": dimension_weights, "bands": bands,
            "grid": grid, "vulnerability": vulnerability, "lowest": lowest, "factors": factors, "formula": formula,
            "scores": scores, "effects": effects, "appetite": appetite, "cvss": cvss, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class RoleNoun(Noun["records.RoleGrant"]):
    """Records "role-grant", and commands "role"."""

    _noun = "role-grant"
    _type = "RoleGrant"

    def grant(self, role: RoleName, *, person: str, from_: Date, role_grant: str | None = None,
              until: Date | None = None, custom: Mapping[str, Any] | None = None,
              external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `role.grant`."""
        return self._do("role.grant", {"role": role, "person": person, "from": from_, "role_grant": role_grant,
            "until": until, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def revoke(self, *, role_grant: str, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `role.revoke`."""
        return self._do("role.revoke", {"role_grant": role_grant, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class SampleNoun(Noun["records.Sample"]):
    """Records "sample"."""

    _noun = "sample"
    _type = "Sample"


class ScopeNoun(Noun["records.Scope"]):
    """Records "scope", and commands "scope"."""

    _noun = "scope"
    _type = "Scope"

    def define(self, scope: str | None = None, *, statement: str | None = None,
               exclusions: Sequence[str] | None = None, interfaces: Sequence[str] | None = None,
               approved_by: str | None = None, approved_on: Date | None = None,
               custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
               at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `scope.define`."""
        return self._do("scope.define", {"scope": scope, "statement": statement, "exclusions": exclusions,
            "interfaces": interfaces, "approved_by": approved_by, "approved_on": approved_on, "custom": custom,
            "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class SessionNoun(Noun["records.Session"]):
    """Records "session"."""

    _noun = "session"
    _type = "Session"


class SoaNoun(Noun["records.Applicability"]):
    """Records "applicability", and commands "soa"."""

    _noun = "applicability"
    _type = "Applicability"

    def approve(self, soa: str | None = None, *, prepared_by: str | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `soa.approve`."""
        return self._do("soa.approve", {"soa": soa, "prepared_by": prepared_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def migrate(self, *, from_: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `soa.migrate`."""
        return self._do("soa.migrate", {"from": from_},
            (at, actor, id, expected_version, correlation, dry_run, override))


class StatementRowNoun(Noun["records.StatementRow"]):
    """Records "statement-row"."""

    _noun = "statement-row"
    _type = "StatementRow"


class SoaVersionsNoun(Noun["records.Soa"]):
    """Records "soa", and commands "soa"."""

    _noun = "soa"
    _type = "Soa"

    def approve(self, soa: str | None = None, *, prepared_by: str | None = None, at: Instant | None = None,
                actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `soa.approve`."""
        return self._do("soa.approve", {"soa": soa, "prepared_by": prepared_by},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def migrate(self, *, from_: str | None = None, at: Instant | None = None, actor: str | None = None,
                id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `soa.migrate`."""
        return self._do("soa.migrate", {"from": from_},
            (at, actor, id, expected_version, correlation, dry_run, override))


class TreatmentNoun(Noun["records.Risk"]):
    """Records "risk", and commands "treatment"."""

    _noun = "risk"
    _type = "Risk"

    def approve(self, risk: str, *, authorised_by: str | None = None, note: str | None = None,
                at: Instant | None = None, actor: str | None = None, id: str | None = None,
                expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                override: OverrideRequest | Document | None = None) -> Answer:
        """Does `treatment.approve`."""
        return self._do("treatment.approve", {"risk": risk, "authorised_by": authorised_by, "note": note},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def progress(self, risk: str, *, status: MeasureStatus, measure: str | None = None, on: Date | None = None,
                 note: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                 expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """Does `treatment.progress`."""
        return self._do("treatment.progress", {"risk": risk, "status": status, "measure": measure, "on": on,
            "note": note},
            (at, actor, id, expected_version, correlation, dry_run, override))


class UnitNoun(Noun["records.Unit"]):
    """Records "unit", and commands "unit"."""

    _noun = "unit"
    _type = "Unit"

    def add(self, unit: str | None = None, *, kind: UnitKind, name: str | None = None,
            description: str | None = None, owner: str | None = None, managers: Sequence[str] | None = None,
            operators: Sequence[str] | None = None, designers: Sequence[str] | None = None, site: str | None = None,
            out_of_scope: bool | None = None, importance: int | None = None, criteria: Sequence[str] | None = None,
            required_competences: Sequence[str] | None = None, audit_minutes: int | None = None,
            changed_on: Date | None = None, last_audited_on: Date | None = None, last_result: str | None = None,
            calendar: WorkingCalendar | Document | None = None, retired_on: Date | None = None,
            custom: Mapping[str, Any] | None = None, external_ids: Sequence[ExternalId | Document] | None = None,
            at: Instant | None = None, actor: str | None = None, id: str | None = None,
            expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
            override: OverrideRequest | Document | None = None) -> Answer:
        """Does `unit.add`."""
        return self._do("unit.add", {"unit": unit, "kind": kind, "name": name, "description": description,
            "owner": owner, "managers": managers, "operators": operators, "designers": designers, "site": site,
            "out_of_scope": out_of_scope, "importance": importance, "criteria": criteria,
            "required_competences": required_competences, "audit_minutes": audit_minutes, "changed_on": changed_on,
            "last_audited_on": last_audited_on, "last_result": last_result, "calendar": calendar,
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
               retired_on: Date | None | Unset = UNSET, custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `unit.change`."""
        return self._change("unit.change", {"unit": unit, "name": name, "kind": kind, "description": description,
            "owner": owner, "managers": managers, "operators": operators, "designers": designers, "site": site,
            "out_of_scope": out_of_scope, "importance": importance, "criteria": criteria,
            "required_competences": required_competences, "audit_minutes": audit_minutes, "changed_on": changed_on,
            "last_audited_on": last_audited_on, "last_result": last_result, "calendar": calendar,
            "retired_on": retired_on, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def retire(self, unit: str, *, on: Date | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `unit.retire`."""
        return self._do("unit.retire", {"unit": unit, "on": on},
            (at, actor, id, expected_version, correlation, dry_run, override))


class WaiverNoun(Noun["records.Waiver"]):
    """Records "waiver", and commands "waiver"."""

    _noun = "waiver"
    _type = "Waiver"

    def record(self, waiver: str | None = None, *, person: str, from_: Date, expires_on: Date,
               rule: str | None = None, reason: str | None = None, compensating_measure: str | None = None,
               approved_by: str | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `waiver.record`."""
        return self._do("waiver.record", {"waiver": waiver, "person": person, "from": from_,
            "expires_on": expires_on, "rule": rule, "reason": reason, "compensating_measure": compensating_measure,
            "approved_by": approved_by, "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))


class WorkingPaperNoun(Noun["records.WorkingPaper"]):
    """Records "working-paper"."""

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
