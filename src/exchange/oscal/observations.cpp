// Observations: evidence, samples, and findings that are no unmet requirement.
#include "observations.hpp"

#include <array>

#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// The methods by which kinds of evidence are gathered.
constexpr std::array<std::string_view, 4> methods_of_evidence{"EXAMINE", "INTERVIEW", "EXAMINE", "TEST"};
constexpr std::string_view unknown_method = "UNKNOWN";

std::string_view method_of(Evidence const& evidence) {
  return methods_of_evidence[static_cast<std::size_t>(evidence.kind)];
}

// What was said or seen, where the document may say it.
std::string told_of(Export const& document, Evidence const& evidence) {
  auto const& statement = evidence.statement.value();
  if (document.options().people == PeopleForm::names && statement && !markup(*statement).empty()) return *statement;
  return evidence.title;
}

}  // namespace

void Observations::evidence(Key<"evidence"> const& key) {
  auto const* evidence = document_.state().find(key);
  auto const uuid = document_.uuid("evidence/observation", key.text());
  if (!evidence || !is_new(uuid)) return;
  json::object observation{{"uuid", uuid}};
  put_line(observation, "title", evidence->title, key.text());
  put_markup(observation, "description", told_of(document_, *evidence), key.text());
  observation["props"] = json::array{property("evidence", key.text())};
  observation["methods"] = json::array{json::string(method_of(*evidence))};
  put(observation, "origins", origin(document_, "auditor", evidence->received_by));
  put(observation, "subjects", subjects_.reference(evidence->unit));
  json::object link{{"href", document_.resource(*evidence)}};
  put_markup(link, "description", evidence->title, key.text());
  observation["relevant-evidence"] = json::array{std::move(link)};
  observation["collected"] = time_or_now(document_, evidence->effective_on.value_or(evidence->received_on));
  all_.push_back(std::move(observation));
}

void Observations::sample(Sample const& sample) {
  auto const uuid = document_.uuid(Sample::type_name, sample.key.text());
  if (!is_new(uuid)) return;
  json::object observation{{"uuid", uuid}};
  put_line(observation, "title", sample.population, sample.key.text());
  put_markup(observation, "description", sample.evaluation ? sample.evaluation->statement : sample.population,
             sample.key.text());
  observation["props"] = document_.properties(sample);
  observation["methods"] = json::array{"TEST"};
  put(observation, "origins", origin(document_, "auditor", sample.drawn_by));
  put(observation, "subjects", subjects_.reference(sample.unit));
  observation["collected"] = time_or_now(document_, sample.drawn_on);
  all_.push_back(std::move(observation));
}

void Observations::add_judgement(json::object observation, std::string_view type, auto const& record,
                                 Key<"person"> const& by, Date on) {
  observation["methods"] = json::array{json::string(unknown_method)};
  observation["types"] = json::array{json::string(type)};
  put(observation, "origins", origin(document_, "auditor", by));
  put(observation, "subjects", subjects_.reference(record.unit));
  add_evidence_links(observation, record.evidence);
  observation["collected"] = time_or_now(document_, on);
  all_.push_back(std::move(observation));
}

void Observations::finding(Finding const& finding) {
  auto const uuid = document_.uuid(Finding::type_name, finding.key.text());
  if (!is_new(uuid)) return;
  json::object observation{{"uuid", uuid}};
  put_line(observation, "title", finding.title, finding.key.text());
  put_markup(observation, "description", finding.statement, finding.key.text());
  observation["props"] = document_.properties(finding, finding_places, &observation);
  add_judgement(std::move(observation), "finding", finding, finding.raised_by, finding.raised_on);
}

void Observations::assessment(Assessment const& assessment) {
  auto const uuid = document_.uuid(Assessment::type_name, assessment.key.text());
  if (!is_new(uuid)) return;
  json::object observation{{"uuid", uuid}};
  observation["title"] = title_of(document_, assessment.criterion);
  put_markup(observation, "description", assessment.reason, to_string(assessment.verdict));
  observation["props"] = document_.properties(assessment, assessment_places, &observation);
  add_judgement(std::move(observation), "control-objective", assessment, assessment.assessed_by,
                assessment.assessed_on);
}

void Observations::effectiveness(Nonconformity const& nonconformity) {
  auto const uuid = document_.uuid("nonconformity/effectiveness", nonconformity.key.text());
  if (!nonconformity.effectiveness || !nonconformity.effectiveness->judged_on || !is_new(uuid)) return;
  auto const& judged = *nonconformity.effectiveness;
  json::object observation{{"uuid", uuid}, {"title", document_.word("Review of effectiveness")}};
  put_markup(observation, "description", judged.reason, judged.result ? to_string(*judged.result) : std::string("-"));
  json::array props{property("nonconformity", nonconformity.key.text())};
  if (judged.result) props.push_back(property("effectiveness", to_string(*judged.result)));
  observation["props"] = std::move(props);
  observation["methods"] = json::array{"EXAMINE"};
  observation["types"] = json::array{"mitigation"};
  if (judged.judged_by) put(observation, "origins", origin(document_, "verifier", *judged.judged_by));
  observation["collected"] = time_or_now(document_, *judged.judged_on);
  all_.push_back(std::move(observation));
}

void Observations::add_evidence_links(json::object& observation, std::span<Key<"evidence"> const> evidence) {
  json::array links;
  for (auto const& key : evidence) {
    auto const* found = document_.state().find(key);
    if (!found) continue;
    json::object link{{"href", document_.resource(*found)}};
    put_markup(link, "description", found->title, key.text());
    links.push_back(std::move(link));
  }
  put(observation, "relevant-evidence", std::move(links));
}

json::array Observations::related(std::span<Key<"evidence"> const> evidence) {
  json::array related;
  std::set<std::string_view> seen;
  for (auto const& key : evidence) {
    if (!document_.state().find(key) || !seen.insert(key.text()).second) continue;
    this->evidence(key);
    related.push_back(json::object{{"observation-uuid", document_.uuid("evidence/observation", key.text())}});
  }
  return related;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
