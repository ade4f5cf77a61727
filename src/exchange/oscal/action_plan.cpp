// The plan of action and milestones: the register of nonconformities.
#include <algorithm>
#include <map>

#include "observations.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// The nonconformities that the document is about: all, those of an audit, or one.
result<std::vector<Nonconformity const*>> chosen(Export const& document) {
  auto const& state = document.state();
  auto const& key = document.options().key;
  bool const of_audit = state.find<Audit>(key) != nullptr;
  if (!key.empty() && !of_audit && !state.find<Nonconformity>(key))
    return Error(export_rules::unknown_key, "", {{"noun", "nonconformity or audit"}, {"key", key.substr(0, 80)}});
  auto all = state.select<Nonconformity>([&](Nonconformity const& each) {
    if (key.empty() || each.key == key) return true;
    return of_audit && each.audit && each.audit->text() == key;
  });
  if (all.empty())
    return Error(export_rules::empty, key,
                 {{"found", "There is no nonconformity" + (of_audit ? " of " + key : std::string())},
                  {"accepted", "a plan of action is written once there is one"}});
  return all;
}

class ActionPlan {
 public:
  explicit ActionPlan(Export& document) : document_(document), subjects_(document), observations_(document, subjects_) {
    document.state().for_each<Evidence>([&](Evidence const& each) {
      if (each.nonconformity) evidence_[each.nonconformity->text()].push_back(&each);
    });
  }

  void add(Nonconformity const& nonconformity) {
    if (auto const found = evidence_.find(nonconformity.key.text()); found != evidence_.end())
      for (auto const* each : found->second) observations_.evidence(each->key);
    auto risk = risk_of(document_, nonconformity);
    add_life(document_, observations_, nonconformity, risk);
    auto const* raised = nonconformity.finding ? document_.state().find(*nonconformity.finding) : nullptr;
    bool const stands = raised && is_unmet(*raised);
    auto finding =
        stands ? finding_of(document_, observations_, *raised) : finding_of(document_, observations_, nonconformity);
    items_.push_back(item(nonconformity, finding));
    if (finding_uuids_.insert(std::string(finding["uuid"].get_string())).second)
      findings_.push_back(std::move(finding));
    risks_.push_back(std::move(risk));
  }

  [[nodiscard]] json::object members() && {
    json::object members{{"import-ssp", import_scope(document_)}};
    json::object definitions;
    put(definitions, "components", subjects_.components());
    put(members, "local-definitions", std::move(definitions));
    put(members, "observations", observations_.take());
    put(members, "risks", std::move(risks_));
    put(members, "findings", std::move(findings_));
    put(members, "poam-items", std::move(items_));
    return members;
  }

 private:
  json::object item(Nonconformity const& nonconformity, json::object const& finding) {
    json::object item{{"uuid", document_.uuid(Nonconformity::type_name, nonconformity.key.text())}};
    put_line(item, "title", nonconformity.title, nonconformity.key.text());
    put_markup(item, "description", nonconformity.evidence_statement, std::string(item["title"].get_string()));
    item["props"] = document_.properties(nonconformity, nonconformity_places, &item);
    put(item, "origins", origin(document_, "auditor", nonconformity.raised_by));
    item["related-findings"] = json::array{json::object{{"finding-uuid", finding.at("uuid")}}};
    put(item, "related-observations", observations_.related(nonconformity.evidence));
    item["related-risks"] = json::array{json::object{{"risk-uuid", risk_uuid(document_, nonconformity.key)}}};
    return item;
  }

  Export& document_;
  Subjects subjects_;
  Observations observations_;
  std::map<std::string_view, std::vector<Evidence const*>> evidence_;  // gathered after it was raised
  json::array risks_, findings_, items_;
  std::set<std::string, std::less<>> finding_uuids_;
};

}  // namespace

result<Export::Body> export_action_plan(Export& document) {
  auto const all = chosen(document);
  if (!all) return all.error();
  ActionPlan plan(document);
  for (auto const* nonconformity : *all) plan.add(*nonconformity);
  Export::Body body;
  body.uuid = document.uuid("oscal/plan-of-action-and-milestones", document.options().key);
  body.title = std::string(document.word("Nonconformities and corrective actions"));
  document.organization();
  body.members = std::move(plan).members();
  return body;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
