"""The nouns of a workspace with their commands. Made by tools/generate_python.py from the schemas."""
from __future__ import annotations

import datetime
import decimal
from typing import TYPE_CHECKING, Any, Mapping, Sequence, Union, cast

from ._nouns import Answer, Noun
from ._values import UNSET, Money, Unset

if TYPE_CHECKING:
    from . import records
    from .records import (Absence, AssetKind, AuditKind, Band, CatalogDocument, Cause, CauseMethod,
                          Conclusion, ControlEffect, CorrectionState, CvssRule, DeadlineSetting,
                          DeclaredConflict, DeviationEnd, DisputeKind, DivergingOpinion, DocumentKind,
                          Driver, DutyEffect, EffectRule, EffectivenessResult, EscalationLevel, EvidenceKind,
                          ExternalId, FindingKind, Grade, ImplementationStatus, InspectedAction, Issuer,
                          JudgedAction, Level, Measure, MeasureStatus, MeetingKind, NonconformitySource,
                          OverrideRequest, PastFunction, PlannedAction, ProgrammeEntry, Rating,
                          ReassignedAction, RecurrencePolicy, RiskAppetite, RiskApproach, RiskFactor,
                          RiskFormula, RoleName, SampleDeviation, SampleDrawRequest, SeenEvidence, Session,
                          SignaturePurpose, SimilarSearch, TeamMember, TreatmentOption, UnitKind, Verdict,
                          WorkingCalendar)

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

    def approve_plan(self, audit: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.approve-plan`."""
        return self._do("audit.approve-plan", {"audit": audit},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def assess(self, audit: str, *, criterion: str, verdict: Verdict, unit: str | None = None,
               reason: str | None = None, sample: str | None = None, samples: Sequence[str] | None = None,
               evidence: Sequence[str] | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.assess`."""
        return self._do("audit.assess", {"audit": audit, "criterion": criterion, "verdict": verdict, "unit": unit,
            "reason": reason, "sample": sample, "samples": samples, "evidence": evidence},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def cancel(self, audit: str, *, reason: str | None = None, at: Instant | None = None, actor: str | None = None,
               id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
               dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.cancel`."""
        return self._do("audit.cancel", {"audit": audit, "reason": reason},
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
                        at: Instant | None = None, actor: str | None = None, id: str | None = None,
                        expected_version: int | None = None, correlation: str | None = None,
                        dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.evaluate-sample`."""
        return self._do("audit.evaluate-sample", {"sample": sample, "deviations": deviations,
            "confidence": confidence, "tolerable_rate": tolerable_rate},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def hold_meeting(self, audit: str, *, kind: MeetingKind, held_at: Instant | None = None,
                     place: str | None = None, attendees: Sequence[str] | None = None, notes: str | None = None,
                     at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.hold-meeting`."""
        return self._do("audit.hold-meeting", {"audit": audit, "kind": kind, "held_at": held_at, "place": place,
            "attendees": attendees, "notes": notes},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def issue_report(self, audit: str, *, at: Instant | None = None, actor: str | None = None, id: str | None = None,
                     expected_version: int | None = None, correlation: str | None = None,
                     dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.issue-report`."""
        return self._do("audit.issue-report", {"audit": audit},
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
             at: Instant | None = None, actor: str | None = None, id: str | None = None,
             expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
             override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.plan`."""
        return self._do("audit.plan", {"audit": audit, "kind": kind, "from": from_, "until": until, "title": title,
            "programme": programme, "objectives": objectives, "scope": scope, "units": units, "criteria": criteria,
            "client": client, "team": team, "methods": methods, "language": language, "independence": independence,
            "distribution": distribution, "confidentiality": confidentiality, "sessions": sessions},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def record_evidence(self, audit: str | None = None, *, kind: EvidenceKind, nonconformity: str | None = None,
                        evidence: str | None = None, title: str | None = None, source: str | None = None,
                        statement: str | None = None, sha256: str | None = None, media_type: str | None = None,
                        size: int | None = None, effective_on: Date | None = None, received_on: Date | None = None,
                        unit: str | None = None, criteria: Sequence[str] | None = None,
                        classification: str | None = None, custom: Mapping[str, Any] | None = None,
                        external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                        actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                        correlation: str | None = None, dry_run: bool | None = None,
                        override: OverrideRequest | Document | None = None) -> Answer:
        """Does `audit.record-evidence`."""
        return self._do("audit.record-evidence", {"audit": audit, "kind": kind, "nonconformity": nonconformity,
            "evidence": evidence, "title": title, "source": source, "statement": statement, "sha256": sha256,
            "media_type": media_type, "size": size, "effective_on": effective_on, "received_on": received_on,
            "unit": unit, "criteria": criteria, "classification": classification, "custom": custom,
            "external_ids": external_ids},
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

    def grade(self, finding: str, *, grade: Grade, reasons: Sequence[str] | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.grade`."""
        return self._do("finding.grade", {"finding": finding, "grade": grade, "reasons": reasons},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def raise_(self, finding: str | None = None, *, audit: str, kind: FindingKind, title: str | None = None,
               statement: str | None = None, criteria: Sequence[str] | None = None, unit: str | None = None,
               evidence: Sequence[str] | None = None, grade: Grade | None = None,
               grade_reasons: Sequence[str] | None = None, requirement: str | None = None, gap: str | None = None,
               nonconformity: str | None = None, custom: Mapping[str, Any] | None = None,
               external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.raise`."""
        return self._do("finding.raise", {"finding": finding, "audit": audit, "kind": kind, "title": title,
            "statement": statement, "criteria": criteria, "unit": unit, "evidence": evidence, "grade": grade,
            "grade_reasons": grade_reasons, "requirement": requirement, "gap": gap, "nonconformity": nonconformity,
            "custom": custom, "external_ids": external_ids},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def withdraw(self, finding: str, *, reason: str | None = None, at: Instant | None = None,
                 actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                 correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """Does `finding.withdraw`."""
        return self._do("finding.withdraw", {"finding": finding, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))


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
                         compensating_measures: str | None = None, at: Instant | None = None,
                         actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                         correlation: str | None = None, dry_run: bool | None = None,
                         override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.accept-deviation`."""
        return self._do("nonconformity.accept-deviation", {"nonconformity": nonconformity, "risk": risk,
            "until": until, "reason": reason, "compensating_measures": compensating_measures},
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
              seen: Sequence[SeenEvidence | Document] | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.issue`."""
        return self._do("nonconformity.issue", {"nonconformity": nonconformity, "owner": owner, "seen": seen},
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

    def merge(self, nonconformity: str, *, into: str, reason: str | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.merge`."""
        return self._do("nonconformity.merge", {"nonconformity": nonconformity, "into": into, "reason": reason},
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
                    at: Instant | None = None, actor: str | None = None, id: str | None = None,
                    expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
                    override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.submit-plan`."""
        return self._do("nonconformity.submit-plan", {"nonconformity": nonconformity, "analysts": analysts,
            "method": method, "review": review, "causes": causes, "similar": similar, "needs_action": needs_action,
            "needs_action_because": needs_action_because, "isms_changes": isms_changes,
            "proportionality": proportionality, "actions": actions},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def withdraw(self, nonconformity: str, *, reason: str | None = None, evidence: Sequence[str] | None = None,
                 issuer_decision: str | None = None, at: Instant | None = None, actor: str | None = None,
                 id: str | None = None, expected_version: int | None = None, correlation: str | None = None,
                 dry_run: bool | None = None, override: OverrideRequest | Document | None = None) -> Answer:
        """Does `nonconformity.withdraw`."""
        return self._do("nonconformity.withdraw", {"nonconformity": nonconformity, "reason": reason,
            "evidence": evidence, "issuer_decision": issuer_decision},
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


class RiskNoun(Noun["records.Risk"]):
    """Records "risk", and commands "risk"."""

    _noun = "risk"
    _type = "Risk"

    def accept(self, risk: str, *, authorised_by: str | None = None, expires_on: Date | None = None,
               reason: str | None = None, at: Instant | None = None, actor: str | None = None, id: str | None = None,
               expected_version: int | None = None, correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.accept`."""
        return self._do("risk.accept", {"risk": risk, "authorised_by": authorised_by, "expires_on": expires_on,
            "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def assess(self, risk: str, *, method: str | None = None, inherent: Rating | Document | None = None,
               current: Rating | Document | None = None, residual: Rating | Document | None = None,
               target: Rating | Document | None = None, effects: Sequence[ControlEffect | Document] | None = None,
               cvss: str | None = None, reason: str | None = None, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.assess`."""
        return self._do("risk.assess", {"risk": risk, "method": method, "inherent": inherent, "current": current,
            "residual": residual, "target": target, "effects": effects, "cvss": cvss, "reason": reason},
            (at, actor, id, expected_version, correlation, dry_run, override))

    def change(self, risk: str, *, title: str | None | Unset = UNSET, description: str | None | Unset = UNSET,
               category: str | None | Unset = UNSET, approach: RiskApproach | None | Unset = UNSET,
               threat: str | None | Unset = UNSET, vulnerability: str | None | Unset = UNSET,
               assets: Sequence[str] | None | Unset = UNSET, asset_name: str | None | Unset = UNSET,
               unit: str | None | Unset = UNSET, owner: str | None | Unset = UNSET,
               owner_name: str | None | Unset = UNSET, existing_controls: str | None | Unset = UNSET,
               controls: Sequence[str] | None | Unset = UNSET, status_note: str | None | Unset = UNSET,
               cvss: str | None | Unset = UNSET, annual_loss: Money | Document | None | Unset = UNSET,
               treatment: TreatmentOption | None | Unset = UNSET, treatment_plan: str | None | Unset = UNSET,
               treatment_due: Date | None | Unset = UNSET, custom: Mapping[str, Any] | None | Unset = UNSET,
               external_ids: Sequence[ExternalId | Document] | None | Unset = UNSET, at: Instant | None = None,
               actor: str | None = None, id: str | None = None, expected_version: int | None = None,
               correlation: str | None = None, dry_run: bool | None = None,
               override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.change`."""
        return self._change("risk.change", {"risk": risk, "title": title, "description": description,
            "category": category, "approach": approach, "threat": threat, "vulnerability": vulnerability,
            "assets": assets, "asset_name": asset_name, "unit": unit, "owner": owner, "owner_name": owner_name,
            "existing_controls": existing_controls, "controls": controls, "status_note": status_note, "cvss": cvss,
            "annual_loss": annual_loss, "treatment": treatment, "treatment_plan": treatment_plan,
            "treatment_due": treatment_due, "custom": custom, "external_ids": external_ids},
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
                 annual_loss: Money | Document | None = None, treatment: TreatmentOption | None = None,
                 treatment_plan: str | None = None, treatment_due: Date | None = None,
                 custom: Mapping[str, Any] | None = None,
                 external_ids: Sequence[ExternalId | Document] | None = None, at: Instant | None = None,
                 actor: str | None = None, id: str | None = None, expected_version: int | None = None,
                 correlation: str | None = None, dry_run: bool | None = None,
                 override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.identify`."""
        return self._do("risk.identify", {"risk": risk, "title": title, "description": description,
            "category": category, "approach": approach, "threat": threat, "vulnerability": vulnerability,
            "assets": assets, "asset_name": asset_name, "unit": unit, "owner": owner, "owner_name": owner_name,
            "existing_controls": existing_controls, "controls": controls, "status_note": status_note, "cvss": cvss,
            "annual_loss": annual_loss, "treatment": treatment, "treatment_plan": treatment_plan,
            "treatment_due": treatment_due, "custom": custom, "external_ids": external_ids},
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
              measures: Sequence[Measure | Document] | None = None, at: Instant | None = None,
              actor: str | None = None, id: str | None = None, expected_version: int | None = None,
              correlation: str | None = None, dry_run: bool | None = None,
              override: OverrideRequest | Document | None = None) -> Answer:
        """Does `risk.treat`."""
        return self._do("risk.treat", {"risk": risk, "treatment": treatment, "plan": plan, "controls": controls,
            "due": due, "measures": measures},
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
    def deadline(self) -> DeadlineNoun:
        """DeadlineNoun."""
        return DeadlineNoun(cast(Any, self))

    @property
    def document(self) -> DocumentNoun:
        """DocumentNoun."""
        return DocumentNoun(cast(Any, self))

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
    def finding(self) -> FindingNoun:
        """FindingNoun."""
        return FindingNoun(cast(Any, self))

    @property
    def findings(self) -> FindingNoun:
        """FindingNoun."""
        return FindingNoun(cast(Any, self))

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
    def maturity(self) -> MaturityNoun:
        """MaturityNoun."""
        return MaturityNoun(cast(Any, self))

    @property
    def maturity_ratings(self) -> MaturityNoun:
        """MaturityNoun."""
        return MaturityNoun(cast(Any, self))

    @property
    def nonconformities(self) -> NonconformityNoun:
        """NonconformityNoun."""
        return NonconformityNoun(cast(Any, self))

    @property
    def nonconformity(self) -> NonconformityNoun:
        """NonconformityNoun."""
        return NonconformityNoun(cast(Any, self))

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
