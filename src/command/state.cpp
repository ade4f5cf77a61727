#include <annexa/command/state.hpp>

#include <algorithm>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

template <class T>
constexpr Noun noun(std::string_view plural, std::string_view prefix) {
  return {&type_of<T>,
          T::type_name,
          plural,
          prefix,
          [] { return std::static_pointer_cast<void>(std::make_shared<T>()); },
          [](void const* record) {
            return std::static_pointer_cast<void>(std::make_shared<T>(*static_cast<T const*>(record)));
          }};
}

constexpr std::array<Noun, std::tuple_size_v<Nouns>> all_nouns{
    noun<Organization>("organization", ""),
    noun<Scope>("scope", ""),
    noun<Unit>("units", "U-"),
    noun<Person>("people", "P-"),
    noun<RoleGrant>("roles", "RG-"),
    noun<Waiver>("waivers", "W-"),
    noun<Asset>("assets", "AS-"),
    noun<DocumentedInformation>("documents", "D-"),
    noun<ContextIssue>("context-issues", "CI-"),
    noun<InterestedParty>("interested-parties", "IP-"),
    noun<Obligation>("obligations", "OB-"),
    noun<Objective>("objectives", "OBJ-"),
    noun<Measurement>("measurements", "ME-"),
    noun<Feedback>("feedback", "FB-"),
    noun<Incident>("incidents", "INC-"),
    noun<PlannedChange>("changes", "CH-"),
    noun<Method>("risk-methods", ""),
    noun<Risk>("risks", "R-"),
    noun<Applicability>("soa", ""),
    noun<StatementOfApplicability>("soa-versions", "SoA-"),
    noun<StatementRow>("soa-rows", ""),
    noun<AdoptedCatalog>("catalogs", ""),
    noun<CatalogRequirement>("catalog-requirements", ""),
    noun<Programme>("programme", "PRG-"),
    noun<Audit>("audits", "A-"),
    noun<Session>("sessions", ""),
    noun<Evidence>("evidence", "E-"),
    noun<Sample>("samples", "SP-"),
    noun<Assessment>("assessments", ""),
    noun<GradingScale>("grading-scales", "GS-"),
    noun<ChecklistTemplate>("checklist-templates", ""),
    noun<DocumentRequest>("document-requests", "DR-"),
    noun<Interview>("interviews", "IV-"),
    noun<WorkingPaper>("working-papers", "WP-"),
    noun<Finding>("findings", "F-"),
    noun<Nonconformity>("nonconformities", "NC-"),
    noun<CorrectiveAction>("actions", "CA-"),
    noun<MaturityRating>("maturity-ratings", ""),
    noun<ManagementReview>("management-reviews", "MR-"),
    noun<ReviewInputPart>("review-inputs", ""),
    noun<Override>("overrides", "OV-"),
    noun<Duty>("duties", ""),
    noun<LifecyclePolicy>("lifecycle-policies", ""),
};

Noun const* noun_by(std::string_view Noun::*member, std::string_view word) noexcept {
  auto const found = std::ranges::find(all_nouns, word, member);
  return found != all_nouns.end() ? &*found : nullptr;
}

json::value write_row(Noun const& noun, TableRow const& row, PersonalForm form) {
  return json::object{{"version", static_cast<std::int64_t>(row.version)},
                      {"record", write_json(*noun.type, row.record.get(), form)}};
}

constexpr Rule not_a_state{"state.form", "This is no state document: {reason}.", "", ErrorKind::usage};

void read_rows(Noun const& noun, json::value const& rows, std::string const& where, State& state, Error& errors) {
  if (!rows.is_array()) return errors.add(not_a_state, where, {{"reason", "a list of records is expected"}});
  std::size_t index = 0;
  for (auto const& row : rows.get_array()) {
    auto const place = where + '/' + std::to_string(index++);
    auto const* object = row.if_object();
    auto const* version = object ? object->if_contains("version") : nullptr;
    auto const* record = object ? object->if_contains("record") : nullptr;
    if (!version || !record || !version->is_int64() || version->get_int64() < 1 || object->size() != 2) {
      errors.add(not_a_state, place, {{"reason", "an object with version (1 or more) and record is expected"}});
      continue;
    }
    auto made = noun.create();
    read_json(*noun.type, made.get(), *record, place + "/record", errors, {.personal = PersonalForm::committed});
    auto const* key = find_member(*noun.type, "key");
    auto text = key->type->print(member_of(*key, made.get()));
    if (state.table(noun).find(text)) errors.add(not_a_state, place, {{"reason", "the key " + text + " stands twice"}});
    state.put(noun, {std::move(text), std::move(made), static_cast<std::uint64_t>(version->get_int64())});
  }
}

using Holders = std::vector<std::string>;

// An external id as one text. The length keeps apart what would run together.
std::string index_key(ExternalId const& id) { return std::to_string(id.system.size()) + ':' + id.system + id.id; }

Holders const* holders_in(Table const& index, std::string_view id) {
  auto const* row = index.find(id);
  return row ? static_cast<Holders const*>(row->record.get()) : nullptr;
}

void set_holders(Table& index, std::string id, Holders holders) {
  index.put({std::move(id), std::make_shared<Holders>(std::move(holders)), 0});
}

std::vector<ExternalId> const& external_ids(Member const& member, void const* record) {
  return *static_cast<std::vector<ExternalId> const*>(member_of(member, record));
}

// An id that nobody has any more keeps an empty row.
void drop_holder(Table& index, ExternalId const& id, std::string const& key) {
  auto text = index_key(id);
  auto const* before = holders_in(index, text);
  if (!before) return;
  auto holders = *before;
  std::erase(holders, key);
  set_holders(index, std::move(text), std::move(holders));
}

void add_holder(Table& index, ExternalId const& id, std::string const& key) {
  auto text = index_key(id);
  auto const* before = holders_in(index, text);
  auto holders = before ? *before : Holders{};
  auto const place = std::ranges::lower_bound(holders, key, natural_less);
  if (place != holders.end() && *place == key) return;
  holders.insert(place, key);
  set_holders(index, std::move(text), std::move(holders));
}

// An action under its nonconformity. The byte between sorts before all that keys are made of.
constexpr char pair_mark = '\x1F';
std::string pair_of(CorrectiveAction const& action) {
  return action.nonconformity.text() + pair_mark + action.key.text();
}

}  // namespace

void State::put(Noun const& noun, TableRow row) {
  auto& table = tables_[index_of(noun)];
  if (auto const* member = find_member(*noun.type, "external_ids")) {
    auto& index = holders_[index_of(noun)];
    auto const* before = table.find(row.key);
    if (before)
      for (auto const& id : external_ids(*member, before->record.get())) drop_holder(index, id, row.key);
    for (auto const& id : external_ids(*member, row.record.get())) add_holder(index, id, row.key);
  }
  if (noun.type == &type_of<CorrectiveAction>) index_action(table.find(row.key), row);
  table.put(std::move(row));
}

// What an action was under before, if that is another nonconformity, is a row without a record.
void State::index_action(TableRow const* before, TableRow const& now) {
  auto const pair = [](TableRow const& row) {
    return pair_of(*static_cast<CorrectiveAction const*>(row.record.get()));
  };
  if (before && pair(*before) != pair(now)) actions_.put({pair(*before), nullptr, 0});
  actions_.put({pair(now), now.record, now.version});
}

std::span<std::string const> State::holders(Noun const& noun, ExternalId const& id) const {
  auto const* found = holders_in(holders_[index_of(noun)], index_key(id));
  return found ? std::span<std::string const>(*found) : std::span<std::string const>();
}

std::vector<CorrectiveAction const*> State::actions_of(Key<"nonconformity"> const& key) const {
  std::vector<CorrectiveAction const*> found;
  auto const first = key.text() + pair_mark;
  auto const* row = actions_.last_before(key.text() + static_cast<char>(pair_mark + 1));
  for (; row && row->key.starts_with(first); row = actions_.last_before(row->key))
    if (row->record) found.push_back(static_cast<CorrectiveAction const*>(row->record.get()));
  std::ranges::reverse(found);
  return found;
}

std::span<Noun const> nouns() noexcept { return all_nouns; }

Noun const* find_noun(std::string_view name) noexcept {
  auto const* found = noun_by(&Noun::name, name);
  return found ? found : noun_by(&Noun::plural, name);
}

Noun const* find_listed_noun(std::string_view word) noexcept {
  auto const* found = noun_by(&Noun::plural, word);
  return found ? found : noun_by(&Noun::name, word);
}

Uuid record_uuid(Uuid const& workspace, std::string_view noun, std::string_view key) {
  return name_based_uuid(workspace, std::string(noun) + ':' + std::string(key));
}

json::value write_state(State const& state, PersonalForm form) {
  json::object records;
  for (auto const& noun : nouns()) {
    json::array rows;
    state.table(noun).for_each([&](TableRow const& row) { rows.push_back(write_row(noun, row, form)); });
    if (!rows.empty()) records.emplace(noun.name, std::move(rows));
  }
  return json::object{{"workspace", to_string(state.workspace)},
                      {"size", static_cast<std::int64_t>(state.size)},
                      {"records", std::move(records)}};
}

result<State> read_state(json::value const& document) {
  auto const* object = document.if_object();
  auto const* workspace = object ? object->if_contains("workspace") : nullptr;
  auto const* size = object ? object->if_contains("size") : nullptr;
  auto const* records = object ? object->if_contains("records") : nullptr;
  if (!workspace || !workspace->is_string() || !size || !size->is_int64() || size->get_int64() < 0 || !records ||
      !records->is_object() || object->size() != 3)
    return Error(not_a_state, "", {{"reason", "an object with workspace, size and records is expected"}});
  auto const id = Uuid::parse(workspace->get_string());
  if (!id) return Error(not_a_state, "/workspace", {{"reason", detail::expectation(id.error())}});
  State state;
  state.workspace = *id;
  state.size = static_cast<std::uint64_t>(size->get_int64());
  Error errors;
  for (auto const& [name, rows] : records->get_object()) {
    auto const where = "/records/" + std::string(name);
    auto const* noun = find_noun(name);
    if (!noun)
      errors.add(not_a_state, where, {{"reason", "no such noun; this may need a newer annexa"}});
    else
      read_rows(*noun, rows, where, state, errors);
  }
  if (!errors.empty()) return errors;
  return state;
}

std::vector<Session const*> plan_of(State const& state, Key<"audit"> const& audit) {
  auto sessions =
      state.select<Session>([&](Session const& session) { return session.audit == audit && !session.cancelled; });
  std::ranges::stable_sort(sessions, {}, &Session::start);
  return sessions;
}

Organization organization_of(State const& state) {
  auto const* found = state.find<Organization>("organization");
  return found ? *found : Organization{};
}

LifecyclePolicy policy_of(State const& state) {
  auto const* found = state.find<LifecyclePolicy>("lifecycle-policy");
  return found ? *found : LifecyclePolicy{};
}

IndependencePolicy independence_of(State const& state) {
  auto const* duty = state.find<Duty>("S02");
  IndependencePolicy policy;
  if (duty) policy.cooling_off_months = duty->cooling_off_months.value_or(policy.cooling_off_months);
  return policy;
}

WorkingCalendar calendar_of(State const& state, Unit const* unit) {
  if (unit && unit->calendar) return *unit->calendar;
  return organization_of(state).calendar.value_or(WorkingCalendar{});
}

}  // namespace v1
}  // namespace annexa
