// Findings: requirements that are met or not.
#include <array>

#include "observations.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// The target of a finding that names no requirement.
constexpr std::string_view no_criterion = "no-criterion";

json::object target_of(Export& document, std::span<Criterion const> criteria, bool satisfied) {
  json::object target{{"type", "statement-id"}};
  target["target-id"] = criteria.empty() ? std::string(no_criterion) : document.controls().statement(criteria.front());
  if (!criteria.empty()) {
    target["title"] = title_of(document, criteria.front());
    json::array props;
    for (auto const& criterion : criteria) props.push_back(property("control-id", document.controls().of(criterion)));
    target["props"] = std::move(props);
  }
  target["status"] =
      json::object{{"state", satisfied ? "satisfied" : "not-satisfied"}, {"reason", satisfied ? "pass" : "fail"}};
  return target;
}

}  // namespace

json::object finding_of(Export& document, Observations& observations, Finding const& finding) {
  json::object out{{"uuid", document.uuid(Finding::type_name, finding.key.text())}};
  put_line(out, "title", finding.title, finding.key.text());
  put_markup(out, "description", finding.statement, std::string(out["title"].get_string()));
  out["props"] = document.properties(finding, finding_places, &out);
  put(out, "origins", origin(document, "auditor", finding.raised_by));
  out["target"] = target_of(document, finding.criteria, false);
  put(out, "related-observations", observations.related(finding.evidence));
  if (finding.nonconformity && document.state().find(*finding.nonconformity))
    out["related-risks"] = json::array{json::object{{"risk-uuid", risk_uuid(document, *finding.nonconformity)}}};
  return out;
}

json::object finding_of(Export& document, Observations& observations, Assessment const& assessment) {
  json::object out{{"uuid", document.uuid(Assessment::type_name, assessment.key.text())}};
  out["title"] = title_of(document, assessment.criterion);
  put_markup(out, "description", assessment.reason, to_string(assessment.verdict));
  out["props"] = document.properties(assessment, assessment_places, &out);
  put(out, "origins", origin(document, "auditor", assessment.assessed_by));
  out["target"] = target_of(document, std::array{assessment.criterion}, !is_unmet(assessment.verdict));
  put(out, "related-observations", observations.related(assessment.evidence));
  return out;
}

json::object finding_of(Export& document, Observations& observations, Nonconformity const& nonconformity) {
  json::object out{{"uuid", document.uuid("nonconformity/finding", nonconformity.key.text())}};
  put_line(out, "title", nonconformity.title, nonconformity.key.text());
  put_markup(out, "description", nonconformity.gap, std::string(out["title"].get_string()));
  put(out, "origins", origin(document, "auditor", nonconformity.raised_by));
  out["target"] = target_of(document, nonconformity.criteria, false);
  put(out, "related-observations", observations.related(nonconformity.evidence));
  out["related-risks"] = json::array{json::object{{"risk-uuid", risk_uuid(document, nonconformity.key)}}};
  return out;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
