#include <annexa/audit/propose_programme.hpp>

#include <algorithm>
#include <set>

#include "programme_certificate.hpp"
#include "programme_entries.hpp"
#include "programme_sites.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace say_it = programme_texts;

constexpr Rule cancelled{"programme.cancelled", "The search for a programme was stopped.", "", ErrorKind::cancelled};
constexpr std::size_t most_risks = 10;  // of one sort
constexpr std::int64_t without_limit = std::int64_t{1} << 40;

struct LevelWord {
  std::string_view name;
  ProgrammeText text;
};
constexpr std::array level_words{LevelWord{"left-out", say_it::left_out}, LevelWord{"late", say_it::late},
                                 LevelWord{"changed", say_it::level_changed}, LevelWord{"cost", say_it::cost}};

// The proposal out of a schedule.
class ProgrammeMaker {
 public:
  ProgrammeMaker(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                 std::vector<Need> const& needs, std::vector<SitesOfYear> sites, ProgrammeSchedule& schedule)
      : request_(request),
        months_(months),
        needs_(needs),
        schedule_(schedule),
        words_(request.parameters.language),
        entries_(request, months, needs, words_, proposal_) {
    proposal_.sites = std::move(sites);
  }
  [[nodiscard]] ProgrammeProposal run();

 private:
  [[nodiscard]] std::string why_not(Need const& need) const;
  [[nodiscard]] std::string why_not_then(std::size_t need, std::size_t month, ProgrammeVisit& visit);
  [[nodiscard]] bool misses_visits(Need const& need) const;
  void name_uncovered();
  void cover_criteria();
  void fill_visits();
  void fill_units();
  void fill_criteria();
  void fill_months();
  void fill_audit_time();
  void describe();
  void name_risks();
  void add_risks(std::vector<std::string> texts);

  ProgrammeRequest const& request_;
  std::vector<ProgrammeMonth> const& months_;
  std::vector<Need> const& needs_;
  ProgrammeSchedule& schedule_;
  ProgrammeWords words_;
  ProgrammeProposal proposal_;
  ProgrammeEntries entries_;
};

// ---- What is not covered

// Whether a need is still due within the programme after its last visit.
bool ProgrammeMaker::misses_visits(Need const& need) const {
  if (!is_due(need, months_)) return false;
  if (need.months.empty()) return true;
  return !need.once && need.months.back() + static_cast<std::size_t>(need.interval) < months_.size();
}

std::string ProgrammeMaker::why_not(Need const& need) const {
  auto const when =
      need.months.empty() ? need.due : months_[need.months.back() + static_cast<std::size_t>(need.interval)].first;
  auto const subject = words_.say(say_it::due_by, {{"name", name_of(need)}, {"month", words_.month(when)}});
  std::int64_t widest = 0;
  std::int64_t rest = 0;
  bool in_window = false;
  for (std::size_t month = need.release; month < months_.size(); ++month) {
    widest = std::max(widest, months_[month].room);
    rest = std::max(rest, months_[month].room - entries_.used()[month]);
    auto const* unit = need.unit;
    in_window = in_window || (months_[month].open_days > 0 &&
                              !(unit && unit->not_before && months_[month].last < *unit->not_before) &&
                              !(unit && unit->not_after && *unit->not_after < months_[month].first));
  }
  if (widest == 0) return subject + words_.say(say_it::nothing_open);
  if (!in_window)
    return subject +
           words_.say(say_it::no_window, {{"from", to_string(need.unit->not_before.value_or(request_.from))},
                                          {"until", to_string(need.unit->not_after.value_or(last_day(request_)))}});
  if (widest < need.minutes)
    return subject +
           words_.say(say_it::too_long, {{"n", std::to_string(need.minutes)}, {"most", std::to_string(widest)}});
  return subject + words_.say(say_it::full, {{"n", std::to_string(need.minutes)},
                                             {"rest", std::to_string(rest)},
                                             {"more", std::to_string(std::max<std::int64_t>(1, need.minutes - rest))}});
}

void ProgrammeMaker::name_uncovered() {
  for (auto const& need : needs_) {
    if (!misses_visits(need)) continue;
    Uncovered uncovered;
    if (need.unit)
      uncovered.unit = need.unit->unit;
    else
      uncovered.criteria = need.criteria;
    uncovered.because = why_not(need);
    proposal_.uncovered.push_back(std::move(uncovered));
  }
  for (auto const& unit : request_.owed_elsewhere)
    proposal_.uncovered.push_back({unit, {}, words_.say(say_it::owed_elsewhere, {{"name", unit.text()}})});
}

void ProgrammeMaker::cover_criteria() {
  std::set<Criterion> named;
  for (auto const& each : proposal_.uncovered) named.insert(each.criteria.begin(), each.criteria.end());
  for (auto const& due : request_.criteria)
    if (!named.contains(due.criterion)) entries_.cover(due);
}

// ---- Coverage

// Says what the next best month is, and what rejected it.
std::string ProgrammeMaker::why_not_then(std::size_t need, std::size_t month, ProgrammeVisit& visit) {
  auto const other = schedule_.alternative(need, month);
  if (!other.month) return words_.say(say_it::no_other);
  visit.alternative = months_[*other.month].first;
  visit.rejected_by = other.level;
  visit.worse_by = other.worse_by;
  std::vector<Argument> args{{"month", words_.month(*visit.alternative)}, {"n", std::to_string(other.worse_by)}};
  auto const level = std::ranges::find(level_words, other.level, &LevelWord::name);
  if (level == level_words.end()) return words_.say(say_it::equal, args);
  args.push_back({"level", words_.say(level->text)});
  return words_.say(say_it::alternative, args);
}

void ProgrammeMaker::fill_visits() {
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    auto const& need = needs_[i];
    auto due = need.due;
    for (auto const month : need.months) {
      ProgrammeVisit visit;
      if (need.unit) visit.unit = need.unit->unit;
      visit.criteria = need.criteria;
      visit.month = months_[month].first;
      visit.due_on = due;
      visit.audit = entries_.audit_in(month);
      visit.kind = need.kind;
      visit.minutes = need.minutes;
      auto const other = why_not_then(i, month, visit);
      visit.because = entries_.reason(need, month) + ' ' + other;
      due = months_[month].first.plus_months(need.interval);
      proposal_.visits.push_back(std::move(visit));
    }
  }
  std::ranges::stable_sort(proposal_.visits, {}, &ProgrammeVisit::month);
}

void ProgrammeMaker::fill_units() {
  std::map<AuditableUnit const*, std::set<std::size_t>> months;
  for (auto const& need : needs_)
    if (need.unit) months[need.unit].insert(need.months.begin(), need.months.end());
  for (auto const& need : needs_) {
    if (!need.unit || need.once) continue;
    UnitCoverage row{need.unit->unit, need.due, {}, {}};
    for (auto const month : months[need.unit]) {
      row.months.push_back(months_[month].first);
      row.audits.push_back(entries_.audit_in(month));
    }
    proposal_.units.push_back(std::move(row));
  }
}

void ProgrammeMaker::fill_criteria() {
  for (auto const& due : request_.criteria) {
    CriterionCoverage row{due.criterion, due_date(request_, due), {}};
    for (auto const index : entries_.entries_with(due.criterion))
      row.audits.push_back(proposal_.programme.entries[index].audit);
    proposal_.criteria.push_back(std::move(row));
  }
}

void ProgrammeMaker::fill_months() {
  for (std::size_t month = 0; month < months_.size(); ++month) {
    auto const& each = months_[month];
    MonthLoad load{each.first, entries_.used()[month], schedule_.wanted(month), {}, each.open_days};
    if (each.room < without_limit) load.room = each.room;
    proposal_.months.push_back(load);
  }
}

// Years count from the first day of the programme; of one that the request has in part, that part.
void ProgrammeMaker::fill_audit_time() {
  if (!request_.parameters.audit_time) return;
  auto asked = *request_.parameters.audit_time;
  auto const first = asked.stage.value_or(SiteStage::initial);
  auto const began = request_.began.value_or(request_.from);
  auto& rows = proposal_.audit_time;
  for (std::size_t month = 0; month < months_.size(); ++month) {
    auto const year = months_between(began, months_[month].first) / 12;
    auto const from = std::max(began.plus_months(12 * year), request_.from);
    if (rows.empty() || rows.back().from != from) rows.push_back({from, 0, 0});
    asked.stage = stage_of_year(first, year);
    rows.back().minutes += entries_.used()[month];
    rows.back().reference += audit_time(asked).value().minutes;
  }
  for (auto& each : rows) {
    each.reference /= 12;
    if (each.minutes > each.reference)
      proposal_.programme.risks.push_back(
          words_.say(say_it::above_reference, {{"day", to_string(each.from)},
                                               {"n", std::to_string(each.minutes)},
                                               {"reference", std::to_string(each.reference)}}));
  }
}

// ---- Texts

void ProgrammeMaker::add_risks(std::vector<std::string> texts) {
  auto& risks = proposal_.programme.risks;
  auto const shown = std::min(texts.size(), most_risks);
  auto const end = texts.begin() + static_cast<std::ptrdiff_t>(shown);
  risks.insert(risks.end(), std::make_move_iterator(texts.begin()), std::make_move_iterator(end));
  if (texts.size() > shown)
    risks.push_back(words_.say(say_it::more_risks, {{"n", std::to_string(texts.size() - shown)}}));
}

// Every soft rule that is not kept is a risk of the programme.
void ProgrammeMaker::name_risks() {
  auto const ownerless = std::ranges::count_if(request_.units, [](auto const& unit) { return !unit.owner; });
  if (ownerless > 0) add_risks({words_.counted(ownerless, say_it::ownerless_one, say_it::ownerless)});
  if (!proposal_.uncovered.empty())
    add_risks({words_.say(say_it::gap, {{"because", proposal_.uncovered.front().because}})});
  std::vector<std::string> late;
  for (auto const& visit : proposal_.visits)
    if (visit.due_on < visit.month && request_.from < visit.month)
      late.push_back(words_.say(say_it::is_late, {{"name", visit.unit ? visit.unit->text() : visit.criteria[0].text()},
                                                  {"month", words_.month(visit.month)},
                                                  {"day", to_string(visit.due_on)}}));
  add_risks(std::move(late));
  if (!request_.parameters.wanted_minutes_per_month) return;  // an even share is nobody's promise
  std::vector<std::string> overloaded;
  for (auto const& month : proposal_.months)
    if (month.minutes > month.wanted)
      overloaded.push_back(words_.say(say_it::overload, {{"month", words_.month(month.month)},
                                                         {"n", std::to_string(month.minutes - month.wanted)}}));
  add_risks(std::move(overloaded));
}

void ProgrammeMaker::describe() {
  auto& programme = proposal_.programme;
  programme.key = request_.programme.value_or(*Key<"programme">::parse("PRG-" + to_string(request_.from).substr(0, 4)));
  programme.from = request_.from;
  programme.until = last_day(request_);
  programme.parameters = request_.parameters;
  programme.objectives = {words_.say(say_it::conforms), words_.say(say_it::effective)};
  std::int64_t open = 0;
  for (auto const& unit : request_.units) open += unit.open_nonconformities;
  if (open > 0)
    programme.objectives.push_back(
        words_.say(say_it::see_open, {{"what", words_.counted(open, say_it::is_open, say_it::are_open)}}));
  programme.methods = words_.say(say_it::methods);
  programme.responsibilities = words_.say(say_it::responsibilities);
}

ProgrammeProposal ProgrammeMaker::run() {
  entries_.make();
  name_uncovered();
  cover_criteria();
  fill_visits();
  fill_units();
  fill_criteria();
  fill_months();
  proposal_.levels = schedule_.levels();
  proposal_.iterations = schedule_.iterations();
  proposal_.reproducible = !schedule_.stopped();
  describe();
  name_risks();
  fill_audit_time();
  if (request_.parameters.certificate)
    proposal_.certificate = certificate_of(request_, months_, needs_, entries_.used());
  return std::move(proposal_);
}

}  // namespace

result<ProgrammeProposal> propose_programme(ProgrammeRequest const& request, ProgrammeWatch const& watch) {
  Error errors;
  check_request(request, errors);
  if (!errors.empty()) return errors;
  auto const months = months_of(request);
  auto sites = sites_of(request);
  auto needs = needs_of(request, months, sites);
  ProgrammeSchedule schedule(request, months, needs, watch);
  if (schedule.cancelled()) return Error(cancelled, "");
  return ProgrammeMaker(request, months, needs, std::move(sites), schedule).run();
}

}  // namespace v1
}  // namespace annexa
