"""ISO/IEC 27001 internal audits.

    import annexa as ax

    with ax.create("acme.annexa", organization="Acme", actor="anna") as ws:
        ws.unit.add("U-1", name="Sales", kind="process")
        print(ws.units["U-1"].name, ws.root)

Every refusal is an `AnnexaError` that lists every violation. Records as values are in `annexa.records`.
"""
from . import oscal
from ._branding import Branding
from ._distributions import (PERT, Bernoulli, Beta, Binomial, Constant, Distribution, Empirical, Exponential, Gamma, GeneralizedPareto,
                             Lognormal, LognormalPareto, Metalog, NegativeBinomial, Normal, Poisson, Triangular, Uniform, Weibull)
from ._cvss import Cvss, cvss, rate_by_cvss
from ._errors import (AnnexaError, Cancelled, Conflict, IntegrityError, InternalError, NoMemory, NotFound, RuleError,
                      StorageError, UsageError, Violation, Violations)
from ._evidence import (Checkpoint, KeyPair, Proof, Rotation, check_checkpoint, check_event_proof, check_history_proof, key_pair, read_key_pair,
                        rotate_key, witness)
from ._library import LibraryError
from ._pictures import Picture, heat_map, plan_picture
from ._proposals import ProposedPlan, ProposedProgramme, ProposedReplan, ProposedSeason
from ._results import ImportReport, Report
from ._sampling import audit_time, sample_draw, sample_evaluate, sample_size
from ._scoring import rate, risk_methods, score
from ._simulation import (Curve, LossForm, Losses, Optimization, Scenario, Sensitivity, Simulation, Treatment, merge_parts, optimize, portfolio,
                          sensitivity, simulate, simulation_figures, simulation_part)
from ._storage import Storage, StoredAppend, StoredEvent, StoredHead, StoredText
from ._tables import (Found, Problems, Table, read_assets, read_documents, read_findings, read_people, read_risks, read_soa, read_table, read_units, write_excel)
from ._values import Money
from .core import (advance, catalog, catalogs, compare_catalogs, crosswalk, crosswalks, decide, kpi_definitions, lifecycle, new_state,
                   nonconformity_steps, propose_grade, propose_plan, propose_programme, propose_season, read_catalog, read_foreign_state, schema, schemas,
                   state_crosswalk, version, wording)
from .workspace import Pool, Workspace, create, open

__all__ = [
    "AnnexaError", "Bernoulli", "Beta", "Binomial", "Branding", "Cancelled", "Checkpoint", "Conflict", "Constant", "Curve", "Cvss",
    "Distribution", "Empirical", "Exponential", "Found", "Gamma", "GeneralizedPareto", "ImportReport", "IntegrityError",
    "InternalError", "KeyPair", "LibraryError", "Lognormal", "LognormalPareto", "LossForm", "Losses", "Metalog", "Money",
    "NegativeBinomial", "NoMemory", "Normal", "NotFound", "Optimization", "PERT", "Picture", "Poisson", "Pool", "Problems", "Proof", "ProposedPlan",
    "ProposedProgramme", "ProposedReplan", "ProposedSeason", "Report", "Rotation", "RuleError", "Scenario", "Sensitivity", "Simulation", "Storage",
    "StorageError", "StoredAppend", "StoredEvent", "StoredHead", "StoredText", "Table", "Treatment", "Triangular", "Uniform",
    "UsageError", "Violation", "Violations", "Weibull", "Workspace", "advance", "audit_time", "catalog", "catalogs",
    "check_checkpoint", "check_event_proof", "check_history_proof", "compare_catalogs", "create", "crosswalk", "crosswalks", "cvss",
    "decide", "heat_map", "key_pair", "kpi_definitions", "lifecycle", "merge_parts", "new_state", "nonconformity_steps", "open", "optimize", "oscal",
    "plan_picture", "portfolio", "propose_grade", "propose_plan", "propose_programme", "propose_season", "rate", "rate_by_cvss",
    "read_assets", "read_catalog", "read_documents", "read_findings", "read_foreign_state", "read_key_pair", "read_people",
    "read_risks", "read_soa", "read_table", "read_units", "risk_methods", "rotate_key", "sample_draw", "sample_evaluate",
    "sample_size", "schema", "schemas", "score", "sensitivity", "simulate", "simulation_figures", "simulation_part", "state_crosswalk", "version",
    "witness", "wording", "write_excel",
]
