// Rows of findings become finding.raise, and the evidence that they name audit.record-evidence.
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/finding_commands.hpp>

#include <algorithm>
#include <utility>

#include "cells.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "row_importer.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::string_view severity_member = "import:severity";
constexpr std::string_view status_member = "import:status";
constexpr std::string_view date_member = "import:date";
constexpr std::string_view recommendation_member = "import:recommendation";

// What a row says of a finding that no member of it holds: kept under these names.
struct KeptText {
  std::string_view field;
  std::string_view member;
};
constexpr std::array kept_texts{KeptText{"status", status_member}, KeptText{"raised_on", date_member},
                                KeptText{"recommendation", recommendation_member}};

bool is_at_work(Audit const& audit) { return audit.state == AuditState::open || audit.state == AuditState::concluded; }

class FindingImporter final : public RowImporter {
 public:
  using RowImporter::RowImporter;

  // Findings are of an audit: the one that a column names, the caller, or the only one at work.
  std::vector<Command> begin() override {
    auto& shared = context();
    shared.keys.see_all(*find_noun(Evidence::type_name), shared.scratch);
    if (auto const& asked = shared.options.audit; !asked.empty()) {
      if (!shared.scratch.find<Audit>(asked))
        shared.reporter.reject({1, 0, {}, {}}, import_rules::unknown_audit, {{"found", shortened(asked)}});
      audit_ = asked;
      return {};
    }
    auto const at_work = shared.scratch.select<Audit>(is_at_work);
    if (at_work.size() == 1) audit_ = at_work.front()->key.text();
    if (!audit_.empty() || column("audit")) return {};
    std::string names;
    for (auto const* each : at_work) names += (names.empty() ? "" : ", ") + each->key.text();
    shared.reporter.reject({1, 0, {}, {}}, import_rules::no_audit,
                           {{"found", names.empty() ? "none is open" : "open are " + names}});
    return {};
  }

  void start(Draft& draft) override {
    requirement_ = gap_ = {};
    evidence_.clear();
    said_kind_ = false;
    if (!draft.before && !audit_.empty()) draft.record<Finding>().audit = *Key<"audit">::parse(audit_);
  }

  void read(Draft& draft, Column const& column) override {
    auto const name = column.meaning.field->name;
    auto const text = CellReader(context()).text_of(draft, column);
    if (is_blank(text)) return;
    for (auto const& each : kept_texts)
      if (each.field == name) keep(draft, each.member, text);
    if (name == "audit") read_audit(draft, column, text);
    if (name == "kind") read_kind(draft, column, text);
    if (name == "severity") read_severity(draft, column, text);
    if (name == "evidence") read_evidence(draft, text);
    if (name == "requirement") requirement_ = text;
    if (name == "gap") gap_ = text;
  }

  std::vector<Command> commands(Draft& draft) override {
    auto& record = draft.record<Finding>();
    if (record.title.empty() && !record.statement.empty()) record.title = shortened(record.statement, 120);
    if (record.statement.empty()) record.statement = record.title;
    if (record.title.empty())
      context().reporter.reject(draft.place(), import_rules::value, {{"expected", "a title or a description"}});
    if (record.audit.empty())
      context().reporter.reject(draft.place(), import_rules::value, {{"expected", "the audit that it belongs to"}});
    if (draft.before) {
      note_differences(draft);
      return {};
    }
    if (record.audit.empty()) return {};
    std::vector<Command> all;
    auto body = body_of(record);
    name_evidence(draft, body, all);
    if (body.kind == FindingKind::nonconformity) complete(draft, body);
    all.emplace_back(std::move(body));
    return all;
  }

 private:
  void keep(Draft& draft, std::string_view member, std::string_view text) {
    if (is_export_row()) return;
    draft.member<Custom>("custom").members[std::string(member)] = std::string(trimmed(text));
  }
  [[nodiscard]] bool is_export_row() const { return context().columns.has("decision"); }

  void read_audit(Draft& draft, Column const& column, std::string_view text) {
    auto& shared = context();
    std::string found;
    shared.scratch.for_each<Audit>([&](Audit const& each) {
      if (each.key == trimmed(text) || folded(each.title) == folded(text)) found = each.key.text();
    });
    if (found.empty())
      return shared.reporter.reject(draft.place(column), import_rules::value,
                                    {{"expected", "the key or the title of an audit of this workspace"}});
    draft.record<Finding>().audit = *Key<"audit">::parse(found);
  }

  void read_kind(Draft& draft, Column const& column, std::string_view text) {
    auto& record = draft.record<Finding>();
    auto const found = find_value("finding-kind", &type_of<FindingKind>, text);
    if (!found)
      return context().reporter.reject(
          draft.place(column), import_rules::value,
          {{"expected", accepted_values("finding-kind", &type_of<FindingKind>) + ", major or minor"}});
    record.kind = static_cast<FindingKind>(found->value);
    said_kind_ = true;
    if (!found->own_name) context().reporter.convert(draft.place(column), text, to_string(record.kind));
    auto const grade = find_value("grade", &type_of<Grade>, text);
    if (grade && grade->value != undecided && record.kind == FindingKind::nonconformity)
      record.grade = static_cast<Grade>(grade->value);
  }

  void read_severity(Draft& draft, Column const& column, std::string_view text) {
    auto& record = draft.record<Finding>();
    auto const found = find_value("grade", &type_of<Grade>, text);
    if (found && found->value != undecided) {
      record.grade = static_cast<Grade>(found->value);
      if (!said_kind_ && !column_of_kind()) record.kind = FindingKind::nonconformity;
      if (!found->own_name) context().reporter.convert(draft.place(column), text, to_string(*record.grade));
      return;
    }
    if (!is_missing(text)) keep(draft, severity_member, text);
  }
  [[nodiscard]] bool column_of_kind() const { return column("kind") != nullptr; }

  // Keys of evidence on record, else words that say what was seen.
  void read_evidence(Draft& draft, std::string_view text) {
    auto& record = draft.record<Finding>();
    auto const listed = listed_texts(text);
    std::vector<std::string> parts;
    if (listed) parts = *listed;
    if (!listed)
      for (auto const part : split_values(text)) parts.emplace_back(part);
    bool const known = std::ranges::all_of(
        parts, [&](std::string const& each) { return context().scratch.find<Evidence>(each) != nullptr; });
    if (draft.before) return;
    if (known)
      for (auto const& each : parts) record.evidence.push_back(*Key<"evidence">::parse(each));
    else
      evidence_.emplace_back(trimmed(text));
  }

  // A finding does not change by a table: steps and decisions do that.
  void note_differences(Draft& draft) {
    auto const members = differing_members(*draft.noun->type, draft.before, draft.after.get());
    if (members.empty()) return;
    std::string names;
    for (auto const& each : members) names += (names.empty() ? "" : ", ") + each;
    context().reporter.adjust(draft.place(), import_rules::finding_stays,
                              {{"key", draft.record<Finding>().key.text()}, {"members", names}});
  }

  [[nodiscard]] static command::RaiseFinding body_of(Finding const& record) {
    command::RaiseFinding body;
    body.audit = record.audit;
    body.finding = record.key;
    body.kind = record.kind;
    body.title = record.title;
    body.statement = record.statement;
    body.criteria = record.criteria;
    body.unit = record.unit;
    body.evidence = record.evidence;
    body.grade = record.grade;
    body.grade_reasons = record.grade_reasons;
    body.repeats = record.repeats;
    body.custom = record.custom;
    body.external_ids = record.external_ids;
    return body;
  }

  void name_evidence(Draft const& draft, command::RaiseFinding& body, std::vector<Command>& all) {
    for (auto const& text : evidence_) {
      command::RecordEvidence evidence;
      evidence.audit = body.audit;
      evidence.evidence = *Key<"evidence">::parse(context().keys.next(*find_noun(Evidence::type_name)));
      evidence.kind = EvidenceKind::document;
      evidence.title = shortened(text, 120);
      evidence.statement = Personal(text);
      evidence.source = context().sheet.file.empty() ? "a table" : context().sheet.file;
      *evidence.source += ", row " + std::to_string(draft.row.number());
      evidence.unit = body.unit;
      evidence.criteria = body.criteria;
      body.evidence.push_back(*evidence.evidence);
      all.emplace_back(std::move(evidence));
    }
  }

  // What is required is the requirement that it names, and the gap what was found, where no column says more.
  void complete(Draft const& draft, command::RaiseFinding& body) {
    if (!requirement_.empty()) body.requirement = requirement_;
    if (!gap_.empty()) body.gap = gap_;
    if (!body.requirement && body.criteria.size() == 1 && body.criteria.front().catalog().empty()) {
      auto const& criterion = body.criteria.front().text();
      auto const* known = iso27001_2022().find(criterion);
      if (known) body.requirement = criterion + ' ' + std::string(known->title);
    }
    if (!body.gap && !body.statement.empty()) {
      body.gap = body.statement;
      context().reporter.adjust(draft.place(), import_rules::gap_taken);
    }
  }

  std::string audit_;  // where no column says
  std::string requirement_;
  std::string gap_;
  std::vector<std::string> evidence_;  // in words
  bool said_kind_ = false;
};

}  // namespace

std::unique_ptr<RowImporter> make_finding_importer(ImportContext& context) {
  return std::make_unique<FindingImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
