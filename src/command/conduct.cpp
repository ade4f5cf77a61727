#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/risk/remaining.hpp>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule not_graded{"finding.grade", "{key} is of kind {kind}; only a nonconformity has a grade.",
                          "ISO/IEC 17021-1", ErrorKind::usage};

template <class T>
bool contains(std::vector<T> const& list, T const& value) {
  return std::ranges::find(list, value) != list.end();
}

// ---- Checklist

// What the checklist of one audit is made from.
struct ChecklistSource {
  State const& state;
  Audit const& audit;
  std::vector<ChecklistTemplate const*> templates;
  std::vector<FollowUp> follow_ups;
};

std::vector<ChecklistTemplate const*> templates_of(State const& state, Audit const& audit) {
  std::vector<ChecklistTemplate const*> found;
  auto const add = [&](ChecklistTemplate const* each) {
    if (each) found.push_back(each);
  };
  if (audit.opened_at)
    for (auto const& key : audit.pinned_templates) add(state.find(key));
  else
    for (auto const& name : audit.templates) add(newest_template(state, name));
  return found;
}

std::vector<std::string> to_texts(ValueList const& values) {
  std::vector<std::string> texts;
  for (auto const each : values) texts.emplace_back(each);
  return texts;
}

bool is_about(State const& state, FollowUp const& each, Criterion const& criterion) {
  auto const* nonconformity = each.nonconformity ? state.find(*each.nonconformity) : nullptr;
  auto const* finding = each.finding ? state.find(*each.finding) : nullptr;
  return (nonconformity && contains(nonconformity->criteria, criterion)) ||
         (finding && contains(finding->criteria, criterion));
}

// How bad a verdict is, for the worst of several.
int rank_of(Verdict verdict) {
  static constexpr Verdict from_best[] = {
      Verdict::not_assessed, Verdict::not_applicable,      Verdict::conforming,         Verdict::opportunity,
      Verdict::observation,  Verdict::minor_nonconformity, Verdict::major_nonconformity};
  return static_cast<int>(std::ranges::find(from_best, verdict) - std::begin(from_best));
}

// What all lines on the criterion say alike.
ChecklistLine line_on(ChecklistSource const& source, Criterion const& criterion) {
  ChecklistLine line;
  line.criterion = criterion;
  auto const wording = criterion_wording(source.state, criterion, "en");
  if (wording) line.title = wording->title;
  for (auto const& key : source.audit.units) {
    auto const* unit = source.state.find(key);
    if (unit && contains(unit->criteria, criterion)) line.units.push_back(key);
  }
  for (auto const& each : source.follow_ups)
    if (is_about(source.state, each, criterion))
      line.follow_up.push_back(each.nonconformity ? each.nonconformity->text() : each.finding->text());
  source.state.for_each<Assessment>([&](Assessment const& each) {
    if (each.audit != source.audit.key || each.criterion != criterion) return;
    if (!line.verdict || rank_of(each.verdict) > rank_of(*line.verdict)) line.verdict = each.verdict;
  });
  return line;
}

void add_from_templates(ChecklistSource const& source, ChecklistLine const& common, std::vector<ChecklistLine>& lines) {
  for (auto const* each : source.templates)
    for (auto const& item : each->items) {
      if (item.criterion != common.criterion) continue;
      auto line = common;
      line.question = item.question;
      line.evidence = item.evidence;
      line.methods = item.methods;
      line.basis = "template";
      line.from = each->key.text();
      lines.push_back(std::move(line));
    }
}

// What the catalog brings along; a criterion of which it says nothing has a line all the same: none is lost.
ChecklistLine from_catalog(ChecklistLine line) {
  auto const id = catalog_of(line.criterion);
  auto const* catalog = find_catalog(id);
  auto const* row = catalog ? catalog->find(line.criterion.id()) : nullptr;
  line.from = std::string(id);
  if (!row || !row->hint) return line;
  line.question = std::string(row->hint->question);
  line.evidence = to_texts(row->hint->evidence);
  line.methods = to_texts(row->hint->methods);
  line.basis = std::string(words_of<HintBasis>[static_cast<std::size_t>(row->hint->basis)]);
  return line;
}

// ---- Follow-up

bool concerns(Audit const& audit, std::optional<Key<"unit">> const& unit, std::vector<Criterion> const& criteria) {
  if (audit.kind == AuditKind::follow_up) return true;
  if (unit && contains(audit.units, *unit)) return true;
  return std::ranges::any_of(criteria, [&](Criterion const& each) { return contains(audit.criteria, each); });
}

// True if another audit has said since what became of it, and it was not "still worked on".
bool is_settled(State const& state, Audit const& audit, FollowUp const& wanted) {
  bool settled = false;
  state.for_each<Audit>([&](Audit const& other) {
    if (other.key == audit.key) return;
    for (auto const& each : other.follow_ups)
      settled = settled || (each.nonconformity == wanted.nonconformity && each.finding == wanted.finding &&
                            (each.result == FollowUpResult::lasting || each.result == FollowUpResult::not_lasting));
  });
  return settled;
}

// ---- Similar

std::string joined(std::initializer_list<std::string_view> texts) {
  std::string out;
  for (auto const each : texts) (out += each) += '\n';
  return out;
}

SimilarSubject subject_of(Nonconformity const& each) {
  return {"nonconformity",
          each.key.text(),
          to_string(each.state),
          each.audit,
          each.unit,
          each.criteria,
          joined({each.title, each.evidence_statement, each.gap})};
}

SimilarSubject subject_of(Finding const& each) {
  return {"finding",
          each.key.text(),
          to_string(each.kind),
          each.audit,
          each.unit,
          each.criteria,
          joined({each.title, each.statement})};
}

// A finding that became a nonconformity is compared as that.
std::vector<SimilarSubject> all_subjects(State const& state) {
  std::vector<SimilarSubject> subjects;
  state.for_each<Nonconformity>([&](Nonconformity const& each) {
    if (each.state != NonconformityState::withdrawn) subjects.push_back(subject_of(each));
  });
  state.for_each<Finding>([&](Finding const& each) {
    if (!each.nonconformity && each.state != FindingState::withdrawn && each.kind != FindingKind::strength)
      subjects.push_back(subject_of(each));
  });
  return subjects;
}

void mark_linked(SimilarFindings& found, Nonconformity const* nonconformity, Finding const* finding) {
  auto const* search = nonconformity && nonconformity->analysis && nonconformity->analysis->similar
                           ? &*nonconformity->analysis->similar
                           : nullptr;
  for (auto& hit : found.hits) {
    auto const is_hit = [&](auto const& key) { return key == hit.key; };
    if (search)
      hit.linked = hit.noun == "finding" ? std::ranges::any_of(search->findings, is_hit)
                                         : std::ranges::any_of(search->found, is_hit);
    if (finding && hit.noun == "nonconformity")
      hit.linked = hit.linked || std::ranges::any_of(finding->repeats, is_hit);
  }
}

// ---- Grade

void add_fellows(State const& state, Finding const& finding, GradeRequest& request) {
  auto const own = finding.nonconformity ? finding.nonconformity->text() : finding.key.text();
  for (auto const& subject : all_subjects(state)) {
    auto const* other = subject.noun == "nonconformity" ? state.find<Nonconformity>(subject.key) : nullptr;
    if (!other || subject.key == own) continue;
    auto const alike = find_similar(subject_of(finding), {&subject, 1});
    if (alike.hits.empty()) continue;
    auto const what = other->title + (other->unit ? " (" + other->unit->text() + ")" : "");
    if (other->audit == finding.audit) {
      if (other->grade == Grade::minor) request.minors.push_back({subject.key, what});
    } else if (std::ranges::find(finding.repeats, other->key) == finding.repeats.end()) {
      request.repeats.push_back(
          {subject.key, what + ", similar to " + std::to_string(alike.hits[0].score) + " of 100"});
    }
  }
  for (auto const& key : finding.repeats)
    if (auto const* earlier = state.find(key)) request.repeats.push_back({key.text(), earlier->title});
}

void add_risks(State const& state, Finding const& finding, GradeRequest& request) {
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status == RiskStatus::closed) return;
    bool const rests_on_it =
        std::ranges::any_of(finding.criteria, [&](Criterion const& each) { return contains(risk.controls, each); });
    auto const* method = state.find<Method>(risk.scores.method);
    if (!rests_on_it || !asks_for_treatment(risk, method)) return;
    auto const* band = method ? band_of(*method, risk.scores, *remaining_score(risk.scores)) : nullptr;
    request.risks.push_back({risk.key.text(), risk.title + (band ? ", " + band->name : "")});
  });
}

}  // namespace

ChecklistTemplate const* newest_template(State const& state, std::string_view name) {
  ChecklistTemplate const* newest = nullptr;
  state.for_each<ChecklistTemplate>([&](ChecklistTemplate const& each) {
    if (each.name == name && (!newest || each.version > newest->version)) newest = &each;
  });
  return newest;
}

result<Checklist> checklist(State const& state, std::string_view key) {
  auto const* audit = state.find<Audit>(key);
  if (!audit) return no_record(state, *find_noun(Audit::type_name), key);
  ChecklistSource const source{state, *audit, templates_of(state, *audit),
                               audit->opened_at ? audit->follow_ups : follow_ups_of(state, *audit)};
  Checklist made;
  made.audit = audit->key;
  made.pinned = audit->opened_at.has_value();
  for (auto const* each : source.templates) made.templates.push_back(each->key);
  for (auto const& criterion : audit->criteria) {
    auto const common = line_on(source, criterion);
    auto const before = made.lines.size();
    add_from_templates(source, common, made.lines);
    if (made.lines.size() == before) made.lines.push_back(from_catalog(common));
  }
  return made;
}

std::vector<FollowUp> follow_ups_of(State const& state, Audit const& audit) {
  std::vector<FollowUp> found;
  auto const add = [&](FollowUp each) {
    if (!is_settled(state, audit, each)) found.push_back(std::move(each));
  };
  state.for_each<Nonconformity>([&](Nonconformity const& each) {
    bool const issued = each.state != NonconformityState::draft && each.state != NonconformityState::withdrawn;
    if (issued && each.audit != audit.key && concerns(audit, each.unit, each.criteria))
      add({.nonconformity = each.key, .finding = {}, .result = {}, .reason = {}, .evidence = {}, .by = {}, .on = {}});
  });
  state.for_each<Finding>([&](Finding const& each) {
    bool const taken_up = each.kind == FindingKind::opportunity && each.state == FindingState::accepted;
    if (taken_up && each.audit != audit.key && concerns(audit, each.unit, each.criteria))
      add({.nonconformity = {}, .finding = each.key, .result = {}, .reason = {}, .evidence = {}, .by = {}, .on = {}});
  });
  return found;
}

result<SimilarFindings> similar_findings(State const& state, std::string_view key, int threshold) {
  auto const* nonconformity = state.find<Nonconformity>(key);
  auto const* finding = state.find<Finding>(key);
  if (!nonconformity && !finding) return no_record(state, *find_noun(Finding::type_name), key);
  if (!nonconformity && finding->nonconformity) nonconformity = state.find(*finding->nonconformity);
  if (nonconformity && !finding && nonconformity->finding) finding = state.find(*nonconformity->finding);
  auto const wanted = nonconformity ? subject_of(*nonconformity) : subject_of(*finding);
  auto found = find_similar(wanted, all_subjects(state), threshold);
  mark_linked(found, nonconformity, finding);
  return found;
}

GradeRequest grade_request(State const& state, Finding const& finding, GradeAnswers const& answers) {
  GradeRequest request;
  request.answers = answers;
  add_fellows(state, finding, request);
  add_risks(state, finding, request);
  return request;
}

result<GradeProposal> grade_proposal(State const& state, std::string_view key, GradeAnswers const& answers) {
  auto const* finding = state.find<Finding>(key);
  if (!finding) return no_record(state, *find_noun(Finding::type_name), key);
  if (finding->kind != FindingKind::nonconformity)
    return Error(not_graded, "/finding", {{"key", finding->key.text()}, {"kind", to_string(finding->kind)}});
  bool const given = answers != GradeAnswers{};
  auto const& used = given || !finding->grading ? answers : finding->grading->answers;
  return propose_grade(grade_request(state, *finding, used));
}

std::vector<Finding const*> opportunities(State const& state, Date from, Date until) {
  return state.select<Finding>([&](Finding const& each) {
    auto const day = each.decided_on.value_or(each.raised_on);
    return each.kind == FindingKind::opportunity && each.state != FindingState::withdrawn && from <= day &&
           day <= until;
  });
}

}  // namespace v1
}  // namespace annexa
