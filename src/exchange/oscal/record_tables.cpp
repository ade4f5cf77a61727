// From documents about audits to tables of records.
#include "record_tables.hpp"

#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>
#include <annexa/nonconformity/state_crosswalk.hpp>

#include <algorithm>
#include <array>
#include <functional>

#include "audit_parts.hpp"
#include "control_ids.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule nothing_held{"oscal.import.nothing", "There is {found} in the document; {accepted} would be accepted.",
                            "", ErrorKind::usage};

constexpr std::string_view their_system = "oscal";
constexpr std::string_view target_member = "import:oscal-target";
constexpr std::string_view open_status = "open";

// Objects of a document by their UUID.
class UuidIndex {
 public:
  void add(json::array const& list, std::string const& where) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const& object = as_object(list[i]);
      if (auto const uuid = text_at(object, "uuid")) all_.emplace(lowered(*uuid), Found{&object, pointer_to(where, i)});
    }
  }
  struct Found {
    json::object const* object;
    std::string where;
  };
  [[nodiscard]] Found const* find(std::string_view uuid) const {
    auto const found = all_.find(lowered(uuid));
    return found == all_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, Found, std::less<>> all_;
};

// The objects that a list such as related-risks refers to, those that are in the document.
std::vector<UuidIndex::Found const*> related(json::object const& object, std::string_view list, std::string_view member,
                                             UuidIndex const& index) {
  std::vector<UuidIndex::Found const*> found;
  for (auto const& each : list_at(object, list)) {
    auto const uuid = text_at(as_object(each), member);
    auto const* one = uuid ? index.find(*uuid) : nullptr;
    if (one) found.push_back(one);
  }
  return found;
}

std::string text_or_nothing(json::object const& object, std::string_view member) {
  return std::string(text_at(object, member).value_or(std::string_view()));
}

void append(std::string& text, std::string_view more) {
  if (trimmed(more).empty()) return;
  if (!text.empty()) text += '\n';
  text += trimmed(more);
}

// The day of a date-time as it is written, or nothing.
std::optional<std::string> day_of(std::optional<std::string_view> time) {
  if (!time || !Date::parse(time->substr(0, 10))) return {};
  return std::string(time->substr(0, 10));
}

void put_day(json::object& object, std::string_view member, std::optional<std::string_view> time) {
  if (auto const day = day_of(time)) object[member] = *day;
}

// ---- What findings of others say

// What the record says of a target: the requirement that is not met, or the id where nobody here knows it.
void add_target(json::object const& finding, ControlIds& controls, HeldRecord& held) {
  auto const id = text_at(object_at(finding, "target"), "target-id");
  if (!id) return;
  if (auto const criterion = controls.find(*id))
    held.record["criteria"] = json::array{json::string(criterion->text())};
  else
    held.record["custom"] = json::object{{target_member, *id}};
  held.origins.emplace("/criteria", pointer_to(held.where, "target"));
}

bool is_unsatisfied(json::object const& finding) {
  return text_at(object_at(object_at(finding, "target"), "status"), "state") != "satisfied";
}

json::array their_number(json::object const& object) {
  auto const uuid = text_at(object, "uuid");
  if (!uuid) return {};
  return {json::object{{"system", their_system}, {"id", *uuid}}};
}

void add_texts(json::object const& object, HeldRecord& held, std::string_view statement) {
  put_line(held.record, "title", text_or_nothing(object, "title"));
  put_markup(held.record, statement, text_or_nothing(object, "description"));
  held.origins.emplace("/title", pointer_to(held.where, "title"));
  held.origins.emplace(pointer_to("", statement), pointer_to(held.where, "description"));
}

// ---- What risks of others say of the past

json::object past_of(json::object const& risk, std::string const& status) {
  json::object past{{"status", status}};
  auto const& entries = list_at(object_at(risk, "risk-log"), "entries");
  std::optional<std::string> first;
  for (auto const& each : entries) {
    auto const& entry = as_object(each);
    auto const day = day_of(text_at(entry, "start"));
    if (day && (!first || *day < *first)) first = day;
    if (lowered(text_or_nothing(entry, "status-change")) == "closed")
      put_day(past, "closed_on", text_at(entry, "start"));
  }
  if (first) past["raised_on"] = *first;
  std::string actions, causes;
  for (auto const& each : list_at(risk, "remediations")) {
    auto const& response = as_object(each);
    append(actions, text_or_nothing(response, "title"));
    append(actions, text_or_nothing(response, "description"));
  }
  if (auto const cause = own_property(list_at(risk, "props"), "root-cause")) append(causes, *cause);
  put_markup(past, "action", actions);
  put_markup(past, "cause", causes);
  put_day(past, "due_on", text_at(risk, "deadline"));
  return past;
}

// The state as they call it. One that nobody here knows is told as open, and kept.
json::object imported_from(json::object const* risk) {
  auto const said = risk ? text_or_nothing(*risk, "status") : std::string();
  auto const known = read_foreign_state(their_system, said);
  std::string const status(known ? std::string_view(said) : open_status);
  auto const own = read_foreign_state(their_system, status);
  json::object imported{
      {"system", their_system}, {"status", status}, {"imported_unverified", own && own->imported_unverified}};
  if (risk) imported["past"] = past_of(*risk, said);
  return imported;
}

void add_risk(json::object const* risk, HeldRecord& held) {
  held.record["detours"] = json::object{{"imported", imported_from(risk)}};
  if (risk) put_markup(held.record, "gap", text_or_nothing(*risk, "statement"));
  if (auto const grade = risk ? own_property(list_at(*risk, "props"), "nonconformity-grade") : std::nullopt)
    held.record["grade"] = *grade;
}

// ---- Assessment results

class ResultsReader {
 public:
  ResultsReader(json::object const& content, State const& state, FindingsAs as)
      : content_(content), controls_(state), as_(as) {}

  [[nodiscard]] result<RecordTable> run() && {
    auto const& results = list_at(content_, "results");
    table_.kind = as_ == FindingsAs::findings ? "findings" : "nonconformities";
    table_.where = "/assessment-results/results";
    for (std::size_t i = 0; i < results.size(); ++i) read_result(as_object(results[i]), pointer_to(table_.where, i));
    if (!errors_.empty()) return errors_;
    if (table_.rows.empty())
      return Error(nothing_held, table_.where,
                   {{"found", "no finding of an unmet requirement"},
                    {"accepted", "results with a finding that is not-satisfied"}});
    return std::move(table_);
  }

 private:
  void read_result(json::object const& result, std::string const& where) {
    risks_ = {};
    observations_ = {};
    risks_.add(list_at(result, "risks"), where + "/risks");
    observations_.add(list_at(result, "observations"), where + "/observations");
    read_list(list_at(result, "findings"), where + "/findings");
    read_list(list_at(result, "observations"), where + "/observations");
  }

  void read_list(json::array const& list, std::string const& where) {
    bool const are_findings = where.ends_with("/findings");
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto const& object = as_object(list[i]);
      auto const at = pointer_to(where, i);
      auto const noun = noun_of(object);
      if (noun == Finding::type_name)
        take_own(object, at);
      else if (!noun && are_findings && is_unsatisfied(object))
        take_theirs(object, at);
    }
  }

  void take_own(json::object const& object, std::string const& where) {
    auto held = held_record(type_of<Finding>, object, finding_places, where, errors_);
    if (as_ == FindingsAs::findings) return table_.rows.push_back(std::move(held));
    if (text_or_nothing(held.record, "kind") != "nonconformity" || text_or_nothing(held.record, "state") == "withdrawn")
      return;  // nothing but nonconformities has a life of its own
    HeldRecord row{{}, where, std::move(held.origins)};
    for (auto const member : {"title", "criteria", "unit", "grade", "grade_reasons", "custom", "external_ids"})
      if (auto const* value = held.record.if_contains(member)) row.record[member] = *value;
    if (auto const* key = held.record.if_contains("nonconformity")) row.record["key"] = *key;
    if (auto const* statement = held.record.if_contains("statement")) row.record["evidence_statement"] = *statement;
    row.record["source"] = "internal-audit";
    add_risk(risk_of_finding(object), row);
    table_.rows.push_back(std::move(row));
  }

  void take_theirs(json::object const& object, std::string const& where) {
    HeldRecord held{{}, where};
    bool const as_finding = as_ == FindingsAs::findings;
    add_texts(object, held, as_finding ? "statement" : "evidence_statement");
    add_target(object, controls_, held);
    if (as_finding) {
      held.record["kind"] = "nonconformity";
    } else {
      held.record["source"] = "external-audit";
      add_risk(risk_of_finding(object), held);
    }
    if (auto const seen = seen_for(object); !seen.empty()) add_evidence(held, seen, as_finding);
    put(held.record, "external_ids", their_number(object));
    table_.rows.push_back(std::move(held));
  }

  static void add_evidence(HeldRecord& held, std::string const& seen, bool as_finding) {
    if (as_finding)
      held.record["evidence"] = json::array{json::string(seen)};
    else
      held.record["evidence_statement"] = markup(text_or_nothing(held.record, "evidence_statement") + "\n" + seen);
  }

  [[nodiscard]] json::object const* risk_of_finding(json::object const& finding) const {
    auto const risks = related(finding, "related-risks", "risk-uuid", risks_);
    return risks.empty() ? nullptr : risks.front()->object;
  }

  [[nodiscard]] std::string seen_for(json::object const& finding) const {
    std::string seen;
    for (auto const* each : related(finding, "related-observations", "observation-uuid", observations_))
      append(seen, text_or_nothing(*each->object, "description"));
    return markup(seen);
  }

  json::object const& content_;
  ControlIds controls_;
  FindingsAs as_;
  UuidIndex risks_, observations_;
  RecordTable table_;
  Error errors_{ErrorKind::usage};
};

// ---- Plans of action

class ActionPlanReader {
 public:
  ActionPlanReader(json::object const& content, State const& state) : content_(content), controls_(state) {
    risks_.add(list_at(content, "risks"), "/risks");
    findings_.add(list_at(content, "findings"), "/findings");
  }

  [[nodiscard]] result<RecordTable> run() && {
    table_.kind = "nonconformities";
    table_.where = "/plan-of-action-and-milestones/poam-items";
    auto const& items = list_at(content_, "poam-items");
    for (std::size_t i = 0; i < items.size(); ++i) read_item(as_object(items[i]), pointer_to(table_.where, i));
    if (!errors_.empty()) return errors_;
    if (table_.rows.empty())
      return Error(nothing_held, table_.where, {{"found", "no item"}, {"accepted", "at least one of poam-items"}});
    return std::move(table_);
  }

 private:
  void read_item(json::object const& item, std::string const& where) {
    if (noun_of(item) == Nonconformity::type_name) {
      table_.rows.push_back(held_record(type_of<Nonconformity>, item, nonconformity_places, where, errors_));
      return;
    }
    HeldRecord held{{}, where};
    add_texts(item, held, "evidence_statement");
    auto const findings = related(item, "related-findings", "finding-uuid", findings_);
    if (!findings.empty()) add_target(*findings.front()->object, controls_, held);
    auto const risks = related(item, "related-risks", "risk-uuid", risks_);
    add_risk(risks.empty() ? nullptr : risks.front()->object, held);
    put(held.record, "external_ids", their_number(item));
    table_.rows.push_back(std::move(held));
  }

  json::object const& content_;
  ControlIds controls_;
  UuidIndex risks_, findings_;
  RecordTable table_;
  Error errors_{ErrorKind::usage};
};

}  // namespace

std::string HeldRecord::origin(std::string_view pointer) const {
  for (std::string_view at = pointer; !at.empty(); at = at.substr(0, at.rfind('/')))
    if (auto const found = origins.find(at); found != origins.end()) return found->second;
  return where;
}

std::optional<std::string> noun_of(json::object const& object) {
  return own_property(list_at(object, "props"), noun_property);
}

HeldRecord held_record(Type const& type, json::object const& object, std::span<Place const> places,
                       std::string const& where, Error& errors) {
  auto read = read_whole_record(type, object, places, where, errors);
  return {std::move(read.record), where, std::move(read.origins)};
}

result<RecordTable> findings_of(Document const& document, State const& state, FindingsAs as) {
  return ResultsReader(as_object(document.content()), state, as).run();
}

result<RecordTable> nonconformities_of(Document const& document, State const& state) {
  return ActionPlanReader(as_object(document.content()), state).run();
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
