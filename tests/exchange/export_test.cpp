#include <annexa/exchange/export.hpp>  // first: the header stands on its own

#include <annexa/command/isms_commands.hpp>
#include <annexa/command/risk_commands.hpp>
#include <annexa/command/statement_commands.hpp>
#include <annexa/exchange/read_sheets.hpp>
#include <annexa/exchange/write_workbook.hpp>
#include <exchange/archive.hpp>
#include <exchange/cells.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <clocale>
#include <sstream>
#include <string>

#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// ---- Random records. Texts hold whatever a table could trip over.

template <class T>
rc::Gen<std::optional<T>> maybe(rc::Gen<T> gen) {
  return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<bool>(), std::move(gen)),
                      [](auto pair) { return pair.first ? std::optional<T>(std::move(pair.second)) : std::nullopt; });
}

rc::Gen<std::string> text() {
  auto const piece = rc::gen::element<std::string>("a", "B", " ", ",", ";", "|", "\"", "\n", "\r\n", "'", "=", "+", "-",
                                                   "@", "\t", "ü", "→", "🔒", "7", "[", "]", "{", "n/a", "yes", "x");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](std::vector<std::string> const& pieces) {
    std::string out;
    for (auto const& each : pieces) out += each;
    return trimmed(out).empty() ? std::string{} : out;
  });
}
rc::Gen<std::string> said() {
  return rc::gen::map(text(), [](std::string out) { return out.empty() ? std::string("=said") : out; });
}
rc::Gen<Date> date() {
  return rc::gen::map(rc::gen::inRange(-20000, 40000), [](int days) { return *Date::from_days(days); });
}
template <class Enum>
rc::Gen<Enum> any_of() {
  std::vector<Enum> values;
  for (auto const& row : type_of<Enum>.names) values.push_back(static_cast<Enum>(row.value));
  return rc::gen::elementOf(values);
}
template <FixedString Noun>
Key<Noun> key(std::string const& value) {
  return *Key<Noun>::parse(value);
}
std::vector<std::string> texts() { return *rc::gen::container<std::vector<std::string>>(said()); }

Custom custom() {
  Custom out;
  for (auto const* name : {"acme:tier", "acme:list", "x:y"}) {
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        out.members[name] = *text();
        break;
      case 1:
        out.members[name] = static_cast<std::int64_t>(*rc::gen::inRange(-1000, 1000));
        break;
      case 2:
        out.members[name] = *rc::gen::arbitrary<bool>();
        break;
      case 3:
        out.members[name] = std::vector<CustomScalar>{*text(), std::int64_t{5}, false};
        break;
      case 4:
        out.members[name] = *rc::gen::element<std::string>("true", "12", "[1]", "\"x\"", "1.5", "-1", "007", "");
        break;
      default:
        break;
    }
  }
  return out;
}
std::vector<ExternalId> external_ids(int number) {
  std::vector<ExternalId> out;
  for (auto const* system : {"erp", "jira"})
    if (*rc::gen::arbitrary<bool>())
      out.push_back({system, "N " + std::to_string(number) + *rc::gen::element<std::string>("", ";x", "=", "ü")});
  return out;
}

constexpr int population = 4;

std::string numbered(char const* prefix) { return prefix + std::to_string(*rc::gen::inRange(1, population + 1)); }
std::optional<Key<"person">> somebody() {
  return *rc::gen::arbitrary<bool>() ? std::optional(key<"person">(numbered("P-"))) : std::nullopt;
}
std::vector<Key<"person">> some_people() {
  std::vector<Key<"person">> out;
  for (int i = 1; i <= population; ++i)
    if (*rc::gen::arbitrary<bool>()) out.push_back(key<"person">("P-" + std::to_string(i)));
  return out;
}

Person person(int number) {
  Person p;
  p.key = key<"person">("P-" + std::to_string(number));
  p.name = *said();
  if (*rc::gen::arbitrary<bool>()) p.mail = "p" + std::to_string(number) + "@acme.example";
  p.function = *text();
  p.external = *rc::gen::arbitrary<bool>();
  p.competences = texts();
  p.languages = {"de", "en"};
  p.audit_days_per_year = *maybe(rc::gen::inRange(0, 366));
  if (*rc::gen::arbitrary<bool>()) p.absences = {{*Date::parse("2026-01-01"), *Date::parse("2026-01-09"), *text()}};
  if (*rc::gen::arbitrary<bool>()) p.past_functions = {{key<"unit">("U-1"), *text(), *date()}};
  if (*rc::gen::arbitrary<bool>()) p.conflicts = {{key<"unit">("U-1"), *Date::parse("2026-01-01"), {}}};
  if (*rc::gen::arbitrary<bool>()) p.retired_on = *Date::parse("2031-01-31");  // whoever accepts a risk has to be there
  p.custom = custom();
  p.external_ids = external_ids(number);
  return p;
}

Unit unit(int number) {
  Unit u;
  u.key = key<"unit">("U-" + std::to_string(number));
  u.name = *said();
  u.kind = *any_of<UnitKind>();
  u.description = *text();
  u.owner = somebody();
  u.managers = some_people();
  u.operators = some_people();
  if (number < population && *rc::gen::arbitrary<bool>())
    u.site = key<"unit">("U-" + std::to_string(*rc::gen::inRange(number + 1, population + 1)));
  u.out_of_scope = *rc::gen::arbitrary<bool>();
  u.importance = *maybe(rc::gen::inRange(1, 6));
  if (*rc::gen::arbitrary<bool>())
    u.criteria = {*Criterion::parse("9.2"), *Criterion::parse("A.5.1"), *Criterion::parse("acme:4.2")};
  u.required_competences = texts();
  u.audit_minutes = *maybe(rc::gen::inRange(15, 1000));
  u.changed_on = *maybe(date());
  u.last_audited_on = *maybe(date());
  u.last_result = *text();
  if (*rc::gen::arbitrary<bool>()) u.calendar = WorkingCalendar{{5, 6}, {*Date::parse("2026-12-25")}};
  u.custom = custom();
  u.external_ids = external_ids(number);
  return u;
}

Asset asset(int number) {
  Asset a;
  a.key = key<"asset">("AS-" + std::to_string(number));
  a.name = *said();
  a.kind = *any_of<AssetKind>();
  a.description = *text();
  a.owner = somebody();
  if (*rc::gen::arbitrary<bool>()) a.unit = key<"unit">(numbered("U-"));
  a.classification = *text();
  a.confidentiality = *maybe(rc::gen::inRange(1, 5));
  a.integrity = *maybe(rc::gen::inRange(1, 5));
  a.availability = *maybe(rc::gen::inRange(1, 5));
  a.retired_on = *maybe(date());
  a.custom = custom();
  a.external_ids = external_ids(number);
  return a;
}

Rating rating() {
  Rating r;
  r.likelihood = *rc::gen::inRange(1, 4);
  r.impact = *rc::gen::inRange(1, 4);
  if (*rc::gen::arbitrary<bool>()) {
    r.impacts = {*rc::gen::inRange(1, 4), *rc::gen::inRange(1, 4)};
    r.impact = std::max(r.impacts[0], r.impacts[1]);
  }
  return r;
}

Risk risk(int number) {
  Risk r;
  r.key = key<"risk">("R-" + std::to_string(number));
  r.title = *said();
  r.description = *text();
  r.threat = *text();
  r.vulnerability = *text();
  if (*rc::gen::arbitrary<bool>()) r.assets = {key<"asset">(numbered("AS-"))};
  r.asset_name = *text();
  if (*rc::gen::arbitrary<bool>()) r.unit = key<"unit">(numbered("U-"));
  r.owner = somebody();
  r.owner_name = *text();
  r.existing_controls = *text();
  r.status_note = *said();
  r.custom = custom();
  r.external_ids = external_ids(number);
  return r;
}

// Judged stages, or those that follow from a control.
command::AssessRisk assessment(Risk const& record) {
  command::AssessRisk assess;
  assess.risk = record.key;
  assess.inherent = *maybe(rc::gen::exec(rating));
  assess.current = rating();
  assess.residual = *maybe(rc::gen::exec(rating));
  assess.target = *maybe(rc::gen::exec(rating));
  assess.reason = record.status_note;
  if (!assess.inherent || *rc::gen::arbitrary<bool>()) return assess;
  ControlEffect effect;
  effect.control = *Criterion::parse("own:lock");
  effect.steps = *rc::gen::inRange(1, 3);
  assess.effects = {effect};
  return assess;
}

State with_risk(State state, int number) {
  auto const record = risk(number);
  state = after(state, Command::of("risk.identify", record));
  if (*rc::gen::arbitrary<bool>()) state = after(state, assessment(record));
  if (*rc::gen::arbitrary<bool>()) {
    command::TreatRisk treat;
    treat.risk = record.key;
    treat.treatment = *any_of<TreatmentOption>();
    treat.plan = *said();
    treat.due = *maybe(date());
    if (*rc::gen::arbitrary<bool>()) treat.controls = {*Criterion::parse("A.5.15"), *Criterion::parse("A.8.34")};
    state = after(state, treat);
  }
  auto const* now = state.find<Risk>(record.key.text());
  bool const can_accept = now->owner && now->scores.current && now->treatment;
  if (can_accept && *rc::gen::arbitrary<bool>()) {
    Envelope envelope;
    envelope.actor = now->owner;
    envelope.at = Instant::at(*Date::parse("2026-02-03"), 600);
    state = after(state, Command(command::AcceptRisk{record.key, {}, *maybe(date()), *said(), {}}, envelope));
  }
  if (*rc::gen::inRange(0, 4) == 0) state = after(state, command::CloseRisk{record.key, *said()});
  return state;
}

Command applicability(std::string const& number) {
  command::DecideApplicability row;
  row.control = *Criterion::parse(number);
  row.applicable = number == "A.8.34" || *rc::gen::arbitrary<bool>();  // risks may name that one
  row.justification = *said();
  if (*rc::gen::arbitrary<bool>()) row.drivers = {{*any_of<DriverKind>(), *text()}, {*any_of<DriverKind>(), "R-1"}};
  if (row.applicable) row.status = *any_of<ImplementationStatus>();
  row.responsible = somebody();
  if (*rc::gen::arbitrary<bool>()) row.responsible_name = *said();
  if (*rc::gen::arbitrary<bool>()) row.implementation = *said();
  row.custom = custom();
  return row;
}

// ---- What clauses 4 to 10 keep

Date past() { return *Date::from_days(*rc::gen::inRange(-20000, 20400)); }
std::vector<Key<"risk">> some_risk() {
  return *rc::gen::arbitrary<bool>() ? std::vector{key<"risk">(numbered("R-"))} : std::vector<Key<"risk">>{};
}
std::vector<Key<"unit">> some_unit() {
  return *rc::gen::arbitrary<bool>() ? std::vector{key<"unit">(numbered("U-"))} : std::vector<Key<"unit">>{};
}
template <class T>
T keyed(std::string const& value) {
  T record;
  static_cast<void>(find_member(type_of<T>, "key")->type->parse(&record.key, value));
  record.custom = custom();
  record.external_ids = external_ids(1);
  return record;
}

Organization organization() {
  auto record = keyed<Organization>("organization");
  record.name = *said();
  record.activity = *text();
  record.address = *text();
  record.people = *maybe(rc::gen::inRange(1, 1000));
  record.language = *rc::gen::element<std::string>("", "de", "fr");
  if (*rc::gen::arbitrary<bool>()) record.calendar = WorkingCalendar{{5, 6}, {*Date::parse("2026-12-25")}};
  return record;
}
Scope scope() {
  auto record = keyed<Scope>("scope");
  record.statement = *said();
  record.exclusions = texts();
  record.interfaces = texts();
  record.approved_by = somebody();
  record.approved_on = *maybe(rc::gen::exec(past));
  return record;
}
DocumentedInformation document() {
  auto record = keyed<DocumentedInformation>("D-1");
  record.title = *said();
  record.kind = *any_of<DocumentKind>();
  if (*rc::gen::arbitrary<bool>()) record.serves = {*Criterion::parse("5.2"), *Criterion::parse("A.5.1")};
  record.version = *text();
  record.owner = somebody();
  record.owner_name = *text();
  record.location = *text();
  record.external = *rc::gen::arbitrary<bool>();
  record.classification = *text();
  return record;
}
InterestedParty party() {
  auto record = keyed<InterestedParty>("IP-1");
  record.name = *said();
  record.external = *rc::gen::arbitrary<bool>();
  record.interest = *text();
  for (auto const& each : texts())
    record.requirements.push_back({each, false, *rc::gen::arbitrary<bool>(), *said(), {}});
  record.owner = somebody();
  return record;
}
Obligation obligation() {
  auto record = keyed<Obligation>("OB-1");
  record.title = *said();
  record.kind = *any_of<ObligationKind>();
  record.reference = *text();
  record.jurisdiction = *text();
  record.asks = *said();
  record.approach = *said();
  record.owner = somebody();
  if (*rc::gen::arbitrary<bool>()) record.party = key<"interested-party">("IP-1");
  if (*rc::gen::arbitrary<bool>()) record.documents = {key<"document">("D-1")};
  record.review_due = *maybe(date());
  return record;
}
Measurement measurement() {
  auto record = keyed<Measurement>("ME-1");
  record.title = *said();
  record.method = *said();
  record.unit = *text();
  record.frequency = *said();
  record.measured_by = somebody();
  record.analysed_by = somebody();
  if (*rc::gen::arbitrary<bool>()) {
    record.goal = *any_of<MeasurementGoal>();
    record.target = Decimal::from(*rc::gen::inRange(-999, 999), 1).value();
  }
  if (*rc::gen::arbitrary<bool>()) record.values = {{past(), Decimal::from(15, 1).value(), *text()}};
  return record;
}
Objective objective() {
  auto record = keyed<Objective>("OBJ-1");
  record.title = *said();
  record.what = *said();
  record.resources = *said();
  record.owner = key<"person">(numbered("P-"));
  record.due = *date();
  record.evaluation = *said();
  if (*rc::gen::arbitrary<bool>()) record.measurements = {key<"measurement">("ME-1")};
  record.units = some_unit();
  return record;
}
ContextIssue context_issue() {
  auto record = keyed<ContextIssue>("CI-1");
  record.title = *said();
  record.kind = *any_of<IssueKind>();
  record.description = *text();
  record.climate_change = *rc::gen::arbitrary<bool>();
  record.relevant = *maybe(rc::gen::arbitrary<bool>());
  record.reason = *said();
  record.effect = *said();
  record.owner = somebody();
  record.risks = some_risk();
  return record;
}
Feedback feedback() {
  auto record = keyed<Feedback>("FB-1");
  record.title = *said();
  record.kind = *any_of<FeedbackKind>();
  if (*rc::gen::arbitrary<bool>()) record.party = key<"interested-party">("IP-1");
  record.statement = *said();
  record.received_on = past();
  record.owner = somebody();
  return record;
}
Incident incident() {
  auto record = keyed<Incident>("INC-1");
  record.title = *said();
  record.severity = *any_of<IncidentSeverity>();
  record.description = *said();
  record.reported_on = past();
  record.owner = somebody();
  record.units = some_unit();
  if (*rc::gen::arbitrary<bool>()) record.assets = {key<"asset">(numbered("AS-"))};
  record.personal_data = *rc::gen::arbitrary<bool>();
  record.response = *text();
  record.evidence = texts();
  record.lessons = *text();
  record.risks = some_risk();
  return record;
}
PlannedChange planned_change() {
  auto record = keyed<PlannedChange>("CH-1");
  record.title = *said();
  record.purpose = *said();
  record.consequences = *said();
  record.resources = *text();
  record.unplanned = *rc::gen::arbitrary<bool>();
  record.owner = somebody();
  record.units = some_unit();
  record.risks = some_risk();
  return record;
}
RoleGrant role(int number) {
  auto record = keyed<RoleGrant>("RG-" + std::to_string(number));
  record.external_ids = external_ids(number);
  record.person = key<"person">("P-" + std::to_string(number));
  record.role = *any_of<Role>();
  record.from = *Date::parse("2025-01-01");
  record.until =
      *maybe(rc::gen::map(rc::gen::inRange(0, 900), [](int days) { return *Date::from_days(20'400 + days); }));
  return record;
}

State with_registers(State state) {
  state = after(state, Command::of("organization.describe", organization()));
  state = after(state, Command::of("scope.define", scope()));
  for (int i = 1; i <= population; ++i) state = after(state, Command::of("role.grant", role(i)));
  state = after(state, Command::of("document.add", document()));
  state = after(state, Command::of("interested-party.record", party()));
  state = after(state, Command::of("obligation.record", obligation()));
  state = after(state, Command::of("measurement.record", measurement()));
  state = after(state, Command::of("objective.record", objective()));
  state = after(state, Command::of("context-issue.record", context_issue()));
  state = after(state, Command::of("change.record", planned_change()));
  state = after(state, Command::of("incident.record", incident()));
  return after(state, Command::of("feedback.record", feedback()));
}

// A workspace with everything that tables hold.
State random_state() {
  auto state = small_state();
  State out;
  out = after(out, Command::of("risk-method.adopt", *state.find<Method>("3x3")));
  // Persons and units name each other: units come first without people, and get them afterwards.
  std::vector<Unit> units;
  for (int i = population; i >= 1; --i) units.push_back(unit(i));
  for (auto each : units) {
    each.owner.reset();
    each.managers.clear();
    each.operators.clear();
    out = after(out, Command::of("unit.add", each));
  }
  for (int i = 1; i <= population; ++i) out = after(out, Command::of("person.add", person(i)));
  for (auto const& each : units) out = after(out, Command::of("unit.change", each));
  for (int i = 1; i <= population; ++i) out = after(out, Command::of("asset.add", asset(i)));
  for (int i = 1; i <= population; ++i) out = with_risk(std::move(out), i);
  for (auto const* control : {"A.5.1", "A.5.10", "A.8.34"}) out = after(out, applicability(control));
  return with_registers(std::move(out));
}

template <class T>
std::string records(State const& state) {
  std::string out;
  state.for_each<T>([&](T const& each) { out += boost::json::serialize(to_json(each)) + '\n'; });
  return out;
}

// Risks, but for who put their acceptances on record: that is whoever imports them.
std::string risks_but_recorders(State state) {
  for (auto const* each : state.all<Risk>()) {
    auto risk = std::make_shared<Risk>(*each);
    if (risk->acceptance) risk->acceptance->recorded_by.clear();
    state.put(*find_noun("risk"), {risk->key.text(), risk, 1});
  }
  return records<Risk>(state);
}

// A form in which tables go out and come in.
struct TableForm {
  char const* name;
  result<std::string> (*write)(State const&, std::string_view);
};
constexpr TableForm table_forms[] = {
    {"csv", [](State const& state, std::string_view noun) { return export_csv(state, noun); }},
    {"xlsx", [](State const& state, std::string_view noun) { return export_workbook(state, noun); }},
    {"json", [](State const& state, std::string_view noun) { return export_json(state, noun); }},
    {"jsonl", [](State const& state, std::string_view noun) { return export_json_lines(state, noun); }},
};

ImportPlan imported(std::string bytes, State const& into, std::string const& kind) {
  ImportOptions options;
  options.kind = kind;
  options.now = context().now;
  auto plan = plan_import_file(std::move(bytes), into, {}, options);
  INFO(kind);
  if (!plan) FAIL(plan.error().text());
  CHECK(lines(plan->report.rejected) == "");
  return *std::move(plan);
}

ImportPlan reimported(TableForm const& form, State const& from, State const& into, std::string const& kind) {
  INFO(form.name);
  return imported(form.write(from, kind).value(), into, kind);
}

// Fails with the first record that differs.
void check_lines(std::string const& again, std::string const& state) {
  std::istringstream first(again);
  std::istringstream second(state);
  std::string found;
  std::string expected;
  while (std::getline(second, expected)) {
    std::getline(first, found);
    if (found != expected) RC_FAIL("found    " + found + "\nexpected " + expected);
  }
  RC_ASSERT(again.size() == state.size());
}

void check_same(State const& again, State const& state) {
  check_lines(records<Person>(again), records<Person>(state));
  check_lines(records<Unit>(again), records<Unit>(state));
  check_lines(records<Asset>(again), records<Asset>(state));
  check_lines(risks_but_recorders(again), risks_but_recorders(state));
  check_lines(records<Applicability>(again), records<Applicability>(state));
  check_lines(records<Method>(again), records<Method>(state));
  check_lines(records<Organization>(again), records<Organization>(state));
  check_lines(records<Scope>(again), records<Scope>(state));
  check_lines(records<RoleGrant>(again), records<RoleGrant>(state));
  check_lines(records<DocumentedInformation>(again), records<DocumentedInformation>(state));
  check_lines(records<InterestedParty>(again), records<InterestedParty>(state));
  check_lines(records<Obligation>(again), records<Obligation>(state));
  check_lines(records<Measurement>(again), records<Measurement>(state));
  check_lines(records<Objective>(again), records<Objective>(state));
  check_lines(records<ContextIssue>(again), records<ContextIssue>(state));
  check_lines(records<PlannedChange>(again), records<PlannedChange>(state));
  check_lines(records<Incident>(again), records<Incident>(state));
  check_lines(records<Feedback>(again), records<Feedback>(state));
}

// In an order in which what is named comes first.
constexpr char const* round_trip_kinds[] = {
    "organization",   "people",       "scope",      "units",   "roles",        "documents", "interested-parties",
    "obligations",    "measurements", "objectives", "assets",  "risk-methods", "risks",     "soa",
    "context-issues", "changes",      "incidents",  "feedback"};

}  // namespace

TEST_SUITE("exchange/export") {
  TEST_CASE("what is exported imports again without loss") {
    CHECK(rc::check([] {
      auto const state = random_state();
      for (auto const& form : table_forms) {
        State again;
        // People and units refer to each other; what is missing the first time is there the second.
        for (auto const* kind : round_trip_kinds) again = after(again, reimported(form, state, again, kind));
        again = after(again, reimported(form, state, again, "people"));
        RC_LOG() << form.name << '\n';
        check_same(again, state);
        for (auto const* kind : round_trip_kinds) {
          auto const plan = reimported(form, state, state, kind);
          RC_ASSERT(plan.commands.empty());
          RC_ASSERT(plan.report.unchanged == plan.report.rows);
        }
      }
    }));
  }

  TEST_CASE("a workspace as one workbook imports again without loss") {
    CHECK(rc::check([] {
      auto const state = random_state();
      auto const bytes = export_workbook(state, "workspace").value();
      RC_ASSERT(export_workbook(state, "workspace").value() == bytes);
      ImportOptions options;
      options.now = context().now;
      auto const into = [&](State const& start) { return plan_import_tables(bytes, start, {}, options).value(); };
      State again;
      for (auto const& plan : into(again)) {
        RC_ASSERT(lines(plan.report.rejected) == "");
        again = after(again, plan);
      }
      check_same(again, state);
      for (auto const& plan : into(state)) RC_ASSERT(plan.commands.empty());
    }));
  }

  TEST_CASE("one cell that changed makes one event") {
    CHECK(rc::check([] {
      auto const state = random_state();
      auto asset = *state.find<Asset>(numbered("AS-"));
      asset.classification += "x";
      auto const changed = after(state, Command::of("asset.change", asset));
      for (auto const& form : table_forms) {
        auto const plan = reimported(form, changed, state, "assets");
        RC_ASSERT(plan.commands.size() == 1);
        RC_ASSERT(plan.report.changed == 1);
        RC_ASSERT(decide(state, plan.commands.front(), context()).value().events.size() == 1);
        RC_ASSERT(records<Asset>(after(state, plan)) == records<Asset>(changed));
      }
    }));
  }

  TEST_CASE("texts of a workbook are never formulas, and numbers and dates are") {
    auto state = after(
        State{},
        R"x({"command":"asset.add","asset":"AS-1","kind":"software","name":"=cmd|' /C calc'!A0","description":"-1+1\r\n_x000D_","classification":"@SUM(A1)","confidentiality":3})x");
    auto const bytes = export_workbook(state, "assets").value();
    std::string parts;
    auto archive = exchange::Archive::open(bytes, "book").value();
    REQUIRE(archive.read("xl/worksheets/sheet1.xml", [&](std::string_view piece) { return parts.append(piece), true; })
                .has_value());
    CHECK(parts.find("<f>") == std::string::npos);
    CHECK(parts.find("<v>3</v>") != std::string::npos);
    auto const sheet = read_workbook(bytes).value().front();
    CHECK(sheet.name == "assets");
    CHECK(sheet[0][1] == "=cmd|' /C calc'!A0");
    CHECK(sheet[0][3] == "-1+1\r\n_x000D_");
    CHECK(imported(bytes, state, "assets").commands.empty());
  }

  TEST_CASE("a text that no cell takes is refused with its place") {
    auto asset = *small_state().find<Asset>("AS-1");
    asset.description = std::string(40'000, 'x');
    auto const state = after(small_state(), Command::of("asset.change", asset));
    auto const refused = export_workbook(state, "assets").error();
    CHECK(refused.names("export.cell-too-long"));
    CHECK(refused.violations()[0].where == "assets:2:description");
    CHECK(export_workbook(state, "dragons").error().names("export.noun"));
    CHECK(export_workbook(state, "assets", "AS-9").error().names("reference.unknown"));
    CHECK(read_workbook(export_workbook(small_state(), "people", "P-2").value()).value().front().size() == 1);
  }

  TEST_CASE("tables that are no workbook are refused") {
    WorkbookTableDocument const table{"Data", {{"Name"}}, {{"a"}}};
    CHECK(write_workbook(WorkbookDocument{{table}}).has_value());
    CHECK(write_workbook(WorkbookDocument{}).error().names("export.no-table"));
    CHECK(write_workbook(WorkbookDocument{{table, table}}).error().names("export.sheet-name"));
    CHECK(write_workbook(WorkbookDocument{{{"a/b", {{"Name"}}, {}}}}).error().names("export.sheet-name"));
    CHECK(write_workbook(WorkbookDocument{{{"", {{"Name"}}, {}}}}).error().names("export.sheet-name"));
    CHECK(write_workbook(WorkbookDocument{{{"Data", {}, {}}}}).error().names("export.too-many-columns"));
    CHECK(write_workbook(WorkbookDocument{{{"Data", {{"Name"}}, {{"a", "b"}}}}}).error().names("export.row"));
    CHECK(write_workbook(WorkbookDocument{{{"Data", {{std::string(300, 'x')}}, {}}}}).error().names("export.header"));
  }

  TEST_CASE("the locale of the program changes no byte of a workbook") {
    auto const before = export_workbook(small_state(), "workspace").value();
    for (auto const* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C"}) {
      if (!std::setlocale(LC_ALL, name)) continue;
      CHECK(export_workbook(small_state(), "workspace").value() == before);
    }
    std::setlocale(LC_ALL, "C");
  }

  TEST_CASE("a cell that a spreadsheet would take for a formula gets an apostrophe") {
    auto state = after(
        State{},
        R"x({"command":"asset.add","asset":"AS-1","kind":"software","name":"=cmd|' /C calc'!A0","description":"-1+1","classification":"@SUM(A1)"})x");
    auto const csv = export_csv(state, "assets").value();
    CHECK(csv.find("\"'=cmd|' /C calc'!A0\"") != std::string::npos);
    CHECK(csv.find("'-1+1") != std::string::npos);
    CHECK(csv.find("'@SUM(A1)") != std::string::npos);
    for (auto const* start : {",=", ",+", ",-", ",@", ",\"=", ",\"+", ",\"-", ",\"@"})
      CHECK(csv.find(start) == std::string::npos);
  }

  TEST_CASE("an export begins with its header and ends its rows in CR LF") {
    auto const csv = export_csv(small_state(), "asset").value();
    CHECK(csv.find(
              "key,name,kind,description,owner,unit,classification,confidentiality,integrity,availability,depends_on,"
              "retired_on\r\n") == 0);
    CHECK(csv.find("AS-1,Customer database,information,,,,,,,,,\r\n") != std::string::npos);
    CHECK(export_csv(State{}, "units", {true}).value().starts_with("\xEF\xBB\xBFkey,name"));
  }

  TEST_CASE("every noun can be exported") {
    for (auto const& noun : nouns()) {
      CAPTURE(noun.plural);
      CHECK(export_csv(small_state(), noun.plural).has_value());
      CHECK(export_workbook(small_state(), noun.plural).has_value());
      CHECK(boost::json::parse(export_json(small_state(), noun.name).value()).is_array());
    }
    CHECK(export_csv(State{}, "dragons").error().names("export.noun"));
  }

  TEST_CASE("JSON is as the codec writes it, one record or all") {
    auto const state = small_state();
    CHECK(boost::json::parse(export_json(state, "people").value()).as_array().size() == 3);
    auto const one = boost::json::parse(export_json(state, "people", "P-2").value());
    CHECK(from_json<Person>(one).value() == *state.find<Person>("P-2"));
    CHECK(export_json(state, "people", "P-99").error().names("reference.unknown"));
  }

  TEST_CASE("custom members read back as what they were") {
    for (CustomValue const& value : std::initializer_list<CustomValue>{
             std::string("plain"), std::string("12"), std::string("true"), std::string(""), std::string("[x"),
             std::string("\"q\""), std::string(" 5"), std::int64_t{-7}, true,
             std::vector<CustomScalar>{std::string("a"), std::int64_t{1}, false}}) {
      auto const cell = exchange::cell_of(value);
      CAPTURE(cell);
      CHECK_FALSE(cell.empty());
      CHECK(exchange::custom_value(cell) == value);
    }
  }
}
