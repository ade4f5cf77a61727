#pragma once
/// @file
/// All of the public C++ interface but the commands; for those include headers of annexa/command/ beside it.

#include <annexa/base/custom.hpp>
#include <annexa/base/date.hpp>
#include <annexa/base/decimal.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/base/digits.hpp>
#include <annexa/base/environment.hpp>
#include <annexa/base/errc.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/event.hpp>
#include <annexa/base/hash.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/key.hpp>
#include <annexa/base/list.hpp>
#include <annexa/base/money.hpp>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>
#include <annexa/base/type.hpp>
#include <annexa/base/uuid.hpp>
#include <annexa/base/visible.hpp>
#include <annexa/base/working_calendar.hpp>

#include <annexa/duty/independence.hpp>
#include <annexa/duty/relation.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/duty/rule.hpp>
#include <annexa/duty/waiver.hpp>

#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/catalog_document.hpp>
#include <annexa/catalog/control.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/catalog/diff.hpp>
#include <annexa/catalog/evidence_hint.hpp>
#include <annexa/catalog/filter.hpp>
#include <annexa/catalog/id_index.hpp>
#include <annexa/catalog/mandatory_document.hpp>
#include <annexa/catalog/need.hpp>
#include <annexa/catalog/own_catalog.hpp>
#include <annexa/catalog/pinned_catalog.hpp>
#include <annexa/catalog/reference.hpp>
#include <annexa/catalog/relationship.hpp>
#include <annexa/catalog/requirement.hpp>
#include <annexa/catalog/source_table.hpp>
#include <annexa/catalog/value_list.hpp>
#include <annexa/catalog/vocabulary.hpp>
#include <annexa/catalog/wording.hpp>
#include <annexa/catalog/write_catalog.hpp>

#include <annexa/isms/adopted_catalog.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/checks.hpp>
#include <annexa/isms/document.hpp>
#include <annexa/isms/migration.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/statement.hpp>
#include <annexa/isms/unit.hpp>

#include <annexa/risk/cvss.hpp>
#include <annexa/risk/cvss_rule.hpp>
#include <annexa/risk/method.hpp>
#include <annexa/risk/remaining.hpp>
#include <annexa/risk/risk.hpp>

#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/independence.hpp>
#include <annexa/audit/plan_check.hpp>
#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>
#include <annexa/audit/programme.hpp>
#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>
#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/audit/report_items.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/audit/working_hours.hpp>

#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/deadlines.hpp>
#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/guards.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/nonconformity/situation.hpp>

#include <annexa/review/fulfilment.hpp>
#include <annexa/review/gap.hpp>
#include <annexa/review/maturity.hpp>
#include <annexa/review/readiness.hpp>
#include <annexa/review/records.hpp>

#include <annexa/journal/event_bytes.hpp>
#include <annexa/journal/merkle_tree.hpp>
#include <annexa/journal/personal_text.hpp>
#include <annexa/journal/sha256.hpp>
#include <annexa/journal/sqlite_store.hpp>
#include <annexa/journal/store.hpp>
#include <annexa/journal/verify.hpp>

#include <annexa/workspace/workspace.hpp>

#include <annexa/exchange/calendar.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/import_entry.hpp>
#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/import_options.hpp>
#include <annexa/exchange/import_report.hpp>
#include <annexa/exchange/mapping.hpp>
#include <annexa/exchange/read_catalog.hpp>
#include <annexa/exchange/sheet.hpp>
#include <annexa/exchange/table.hpp>

#include <annexa/report/audit_report.hpp>
#include <annexa/report/cell.hpp>
#include <annexa/report/chart.hpp>
#include <annexa/report/choice.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/render_html.hpp>
#include <annexa/report/render_json.hpp>
#include <annexa/report/report_context.hpp>
#include <annexa/report/review_reports.hpp>
