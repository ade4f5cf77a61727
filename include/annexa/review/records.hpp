#pragma once
/// @file
/// What a review of the whole ISMS looks at: its records, wherever the host keeps them.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/programme.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/context_issue.hpp>
#include <annexa/isms/document.hpp>
#include <annexa/isms/feedback.hpp>
#include <annexa/isms/incident.hpp>
#include <annexa/isms/interested_party.hpp>
#include <annexa/isms/measurement.hpp>
#include <annexa/isms/objective.hpp>
#include <annexa/isms/obligation.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/planned_change.hpp>
#include <annexa/isms/statement.hpp>
#include <annexa/isms/unit.hpp>
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/review/management_review.hpp>
#include <annexa/risk/method.hpp>
#include <annexa/risk/risk.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

/// The records that gap, readiness, indicators and inputs of management reviews are computed from. Pointers, each list
/// in natural order of its keys; they have to outlive what is computed from them. Of a workspace, review_records()
/// gathers them.
struct ReviewRecords {
  Scope const* scope = nullptr;                             ///< The scope, or null.
  std::vector<Unit const*> units;                           ///< Units, retired ones too.
  std::vector<RoleGrant const*> roles;                      ///< Roles granted.
  std::vector<Asset const*> assets;                         ///< Assets.
  std::vector<DocumentedInformation const*> documents;      ///< Documents, retired ones too.
  std::vector<Method const*> methods;                       ///< Risk methods.
  std::vector<Risk const*> risks;                           ///< Risks, closed ones too.
  std::vector<Applicability const*> applicability;          ///< Rows of the statement of applicability as they are.
  std::vector<StatementOfApplicability const*> statements;  ///< Its approved versions.
  std::vector<StatementRow const*> statement_rows;          ///< What these say.
  std::vector<Programme const*> programmes;                 ///< Audit programmes.
  std::vector<Audit const*> audits;                         ///< Audits.
  std::vector<Assessment const*> assessments;               ///< Verdicts.
  std::vector<Nonconformity const*> nonconformities;        ///< Nonconformities.
  std::vector<CorrectiveAction const*> actions;             ///< Corrective actions.
  std::vector<Finding const*> findings;                     ///< Audit findings.
  std::vector<ContextIssue const*> issues;                  ///< Context issues, retired ones too.
  std::vector<InterestedParty const*> parties;              ///< Interested parties, retired ones too.
  std::vector<Obligation const*> obligations;               ///< Obligations, retired ones too.
  std::vector<Objective const*> objectives;                 ///< Objectives, retired ones too.
  std::vector<Measurement const*> measurements;             ///< Measurements, retired ones too.
  std::vector<Feedback const*> feedback;                    ///< Feedback, retired records too.
  std::vector<Incident const*> incidents;                   ///< Incidents, retired records too.
  std::vector<PlannedChange const*> changes;                ///< Changes, retired ones too.
  std::vector<ManagementReview const*> reviews;             ///< Management reviews.
};

}  // namespace v1
}  // namespace annexa
