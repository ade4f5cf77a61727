// The results of an audit.
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>

#include "observations.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule not_opened{"oscal.export.not-opened",
                          "{audit} is {state} and has no results; an audit that was opened (audit.open) is accepted.",
                          "OSCAL 1.2.2, result.start", ErrorKind::usage};

// ---- The log

class AuditLog {
 public:
  AuditLog(Export& document, Audit const& audit) : document_(document), audit_(audit) {}

  [[nodiscard]] json::object run() && {
    for (auto const& event : audit_.plan_events)
      add("plan-event", to_string(event.kind), event.text, event.at, event.by.text());
    if (audit_.opened_at) add("opened", "opened", {}, *audit_.opened_at, {});
    for (auto const& meeting : audit_.meetings) add("meeting", to_string(meeting.kind), meeting.notes, meeting.at, {});
    if (audit_.reported_at) add("reported", "reported", {}, *audit_.reported_at, {});
    std::ranges::stable_sort(entries_, {}, &Entry::at);
    json::array entries;
    for (auto& entry : entries_) entries.push_back(std::move(entry.object));
    json::object log;
    put(log, "entries", std::move(entries));
    return log;
  }

 private:
  struct Entry {
    Instant at;
    json::object object;
  };
  void add(std::string const& part, std::string const& title, std::string const& text, Instant at,
           std::string const& by) {
    json::object entry;
    auto const number = std::to_string(counts_[part]++);
    entry["uuid"] = document_.uuid("audit/log/" + part, audit_.key.text() + '/' + number);
    put_line(entry, "title", part == title ? title : part + ": " + title);
    put_markup(entry, "description", text);
    entry["start"] = time_or_now(document_, at);
    if (auto const* person = document_.state().find<Person>(by))
      entry["logged-by"] = json::array{json::object{{"party-uuid", document_.person(person->key)}}};
    entries_.push_back({at, std::move(entry)});
  }

  Export& document_;
  Audit const& audit_;
  std::vector<Entry> entries_;
  std::map<std::string, int, std::less<>> counts_;
};

// ---- What the lead auditor attests

json::array attestations_of(Export& document, Audit const& audit) {
  if (!audit.conclusion) return {};
  auto const& conclusion = *audit.conclusion;
  json::array parts;
  auto const add = [&](std::string_view name, std::string const& text) {
    json::object part{{"name", name}};
    put_markup(part, "prose", text);
    if (part.size() > 1) parts.push_back(std::move(part));
  };
  add("conclusion", conclusion.summary);
  add("conformity", std::string(document.word(conclusion.conforming ? "Conforms" : "Does not conform")));
  add("effectiveness", std::string(document.word(conclusion.effective ? "Effective" : "Not effective")));
  for (auto const& text : conclusion.by_objective) add("objective", text);
  for (auto const& text : conclusion.recommendations) add("recommendation", text);
  add("independence", audit.independence);
  json::object attestation;
  if (auto const* lead = lead_of(audit))
    attestation["responsible-parties"] = json::array{document.responsible("lead", std::array{*lead})};
  put(attestation, "parts", std::move(parts));
  return {std::move(attestation)};
}

// ---- The result

class Results {
 public:
  Results(Export& document, Audit const& audit)
      : document_(document), audit_(audit), subjects_(document), observations_(document, subjects_) {}

  [[nodiscard]] json::object run() && {
    gather();
    json::object result{{"uuid", document_.uuid("audit/result", audit_.key.text())}};
    put_line(result, "title", audit_.title, audit_.key.text());
    put_markup(result, "description", audit_.conclusion ? audit_.conclusion->summary : audit_.scope,
               std::string(result["title"].get_string()));
    result["start"] = time_or_now(document_, *audit_.opened_at);
    if (audit_.reported_at) result["end"] = time_or_now(document_, *audit_.reported_at);
    result["props"] = document_.properties(audit_, audit_places, &result);
    auto const sessions = plan_of(document_.state(), audit_.key);
    auto tasks = session_tasks(document_, subjects_, sessions);
    for (auto const& unit : audit_.units) subjects_.unit(unit);
    json::object definitions;
    put(definitions, "components", subjects_.components());
    put(definitions, "tasks", std::move(tasks));
    put(result, "local-definitions", std::move(definitions));
    result["reviewed-controls"] = reviewed_controls(document_, audit_.criteria);
    put(result, "attestations", attestations_of(document_, audit_));
    put(result, "assessment-log", AuditLog(document_, audit_).run());
    put(result, "observations", observations_.take());
    put(result, "risks", std::move(risks_));
    put(result, "findings", std::move(findings_));
    return result;
  }

  // The activities of its sessions, which tasks refer to.
  [[nodiscard]] json::array activities() {
    json::array activities;
    for (auto const* session : plan_of(document_.state(), audit_.key))
      if (session->kind == SessionKind::audit) activities.push_back(session_activity(document_, *session));
    return activities;
  }

 private:
  void gather() {
    auto const& state = document_.state();
    state.for_each<Evidence>([&](Evidence const& each) {
      if (each.audit == audit_.key) observations_.evidence(each.key);
    });
    state.for_each<Sample>([&](Sample const& each) {
      if (each.audit == audit_.key) observations_.sample(each);
    });
    state.for_each<Finding>([&](Finding const& each) {
      if (each.audit == audit_.key) take(each);
    });
    state.for_each<Assessment>([&](Assessment const& each) {
      if (each.audit != audit_.key) return;
      if (is_decided(each.verdict))
        findings_.push_back(finding_of(document_, observations_, each));
      else
        observations_.assessment(each);
    });
  }

  void take(Finding const& finding) {
    if (!is_unmet(finding)) return observations_.finding(finding);
    findings_.push_back(finding_of(document_, observations_, finding));
    auto const* raised = finding.nonconformity ? document_.state().find(*finding.nonconformity) : nullptr;
    if (raised && risk_uuids_.insert(raised->key.text()).second) risks_.push_back(risk_of(document_, *raised));
  }

  Export& document_;
  Audit const& audit_;
  Subjects subjects_;
  Observations observations_;
  json::array risks_, findings_;
  std::set<std::string, std::less<>> risk_uuids_;
};

// The plan that was carried out, in a document of its own.
json::object import_plan(Export& document, Audit const& audit) {
  json::object resource{{"uuid", document.uuid("audit/plan-reference", audit.key.text())}};
  resource["title"] = document.word("Audit plan");
  resource["rlinks"] =
      json::array{json::object{{"href", "urn:uuid:" + document.uuid("audit/assessment-plan", audit.key.text())}}};
  return {{"href", document.resource(std::move(resource))}};
}

}  // namespace

result<Export::Body> export_assessment_results(Export& document) {
  auto const audit = subject_of<Audit>(document);
  if (!audit) return audit.error();
  auto const& subject = **audit;
  if (!subject.opened_at)
    return Error(not_opened, subject.key.text(), {{"audit", subject.key.text()}, {"state", to_string(subject.state)}});
  document.speak(subject.language);
  Export::Body body;
  body.uuid = document.uuid("audit/assessment-results", subject.key.text());
  body.title = one_line(subject.title);
  body.responsible_parties = team_roles(document, subject);
  document.organization();
  body.members["import-ap"] = import_plan(document, subject);
  Results results(document, subject);
  json::object definitions;
  put(definitions, "activities", results.activities());
  put(body.members, "local-definitions", std::move(definitions));
  body.members["results"] = json::array{std::move(results).run()};
  return body;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
