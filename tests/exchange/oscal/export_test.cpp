// Assessment plans, results and plans of action: what must hold of every document that is written.
#include <annexa/base/json.hpp>
#include <annexa/exchange/oscal/export.hpp>
#include <exchange/oscal/audit_parts.hpp>
#include <exchange/oscal/record_tables.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <functional>
#include <set>
#include <string>

#include "handed_on.hpp"
#include "random_state.hpp"

using namespace annexa;
namespace json = boost::json;

namespace {

using oscal::Model;

struct Asked {
  Model model;
  std::string_view key;
};
constexpr Asked all_documents[] = {{Model::assessment_plan, "audit-0"},
                                   {Model::assessment_plan, "programme-0"},
                                   {Model::assessment_results, "audit-0"},
                                   {Model::plan_of_action_and_milestones, ""}};

result<oscal::Document> written(State const& state, Asked const& asked,
                                oscal::PeopleForm people = oscal::PeopleForm::functions) {
  oscal::ExportOptions options;
  options.key = asked.key;
  options.people = people;
  return export_oscal(state, asked.model, options);
}

void each_object_in(json::value const& value, std::function<void(json::object const&)> const& visit) {
  if (auto const* list = value.if_array())
    for (auto const& each : *list) each_object_in(each, visit);
  auto const* object = value.if_object();
  if (!object) return;
  visit(*object);
  for (auto const& [name, inner] : *object) each_object_in(inner, visit);
}

// What OSCAL forbids everywhere, read from the schemas: empty lists and texts, UUIDs of other versions, strings with
// blanks at their ends.
std::string forbidden_in(json::value const& value, std::string const& where = {}) {
  static std::set<std::string, std::less<>> const lines{"value", "title",   "name",    "target-id",
                                                        "id",    "role-id", "version", "methods"};
  if (auto const* list = value.if_array()) {
    if (list->empty()) return where + ": empty list";
    for (std::size_t i = 0; i < list->size(); ++i)
      if (auto found = forbidden_in((*list)[i], where + '/' + std::to_string(i)); !found.empty()) return found;
  } else if (auto const* object = value.if_object()) {
    for (auto const& [name, inner] : *object) {
      auto const at = where + '/' + std::string(name);
      auto const* text = inner.if_string();
      if (text && text->empty()) return at + ": empty text";
      if (text && lines.contains(name) && !oscal::is_line(*text)) return at + ": no line: " + std::string(*text);
      if (text && (name == "uuid" || name.ends_with("-uuid")) && (*text)[14] != '5') return at + ": not version 5";
      if (auto found = forbidden_in(inner, at); !found.empty()) return found;
    }
  }
  return {};
}

// References inside the document that lead nowhere.
std::string dangling_in(json::value const& document) {
  std::set<std::string> uuids, roles, missing;
  each_object_in(document, [&](json::object const& object) {
    if (auto const uuid = oscal::text_at(object, "uuid")) uuids.emplace(*uuid);
    if (auto const id = oscal::text_at(object, "id")) roles.emplace(*id);
  });
  each_object_in(document, [&](json::object const& object) {
    for (auto const& [name, value] : object) {
      auto const* text = value.if_string();
      if (text && name.ends_with("-uuid") && !uuids.contains(std::string(*text))) missing.emplace(*text);
      if (text && name == "role-id" && !roles.contains(std::string(*text))) missing.emplace(*text);
      if (text && name == "href" && text->starts_with('#') && !uuids.contains(std::string(*text).substr(1)))
        missing.emplace(*text);
    }
    for (auto const& each : oscal::list_at(object, "party-uuids"))
      if (!uuids.contains(std::string(each.as_string()))) missing.emplace(each.as_string());
  });
  return missing.empty() ? std::string() : *missing.begin();
}

std::set<std::string> uuids_of(oscal::Document const& document) {
  std::set<std::string> uuids;
  each_object_in(document.json(), [&](json::object const& object) {
    if (auto const uuid = oscal::text_at(object, "uuid")) uuids.emplace(*uuid);
  });
  return uuids;
}

std::span<oscal::Place const> places_of(std::string_view noun) {
  if (noun == Finding::type_name) return oscal::finding_places;
  if (noun == Nonconformity::type_name) return oscal::nonconformity_places;
  if (noun == Audit::type_name) return oscal::audit_places;
  if (noun == CorrectiveAction::type_name) return oscal::action_places;
  if (noun == Assessment::type_name) return oscal::assessment_places;
  return {};
}

// The state with one record of a noun replaced.
template <class T>
State with(State state, T record) {
  auto const key = record.key.text();
  state.put(*find_noun(T::type_name), TableRow{key, std::make_shared<T const>(std::move(record)), 2});
  return state;
}

State any_state(std::uint64_t seed = 3) {
  auto state = testing::RandomRecords(seed).state();
  auto programme = *state.find<Programme>("programme-0");
  if (programme.entries.empty()) programme.entries.emplace_back().from = *Date::parse("2026-03-01");
  return with(std::move(state), std::move(programme));
}

std::string refusal(State const& state, Asked const& asked) {
  auto const refused = written(state, asked);
  REQUIRE(refused.has_error());
  return refused.error().text();
}

}  // namespace

TEST_SUITE("exchange/oscal_export") {
  TEST_CASE("whatever records hold, documents have nothing in them that OSCAL forbids, and the same bytes each time") {
    CHECK(rc::check([](std::uint64_t seed) {
      auto const state = any_state(seed);
      for (auto const& asked : all_documents)
        for (auto const people : {oscal::PeopleForm::functions, oscal::PeopleForm::names}) {
          auto const document = written(state, asked, people);
          RC_ASSERT(document.has_value());
          RC_ASSERT(forbidden_in(document->json()) == "");
          RC_ASSERT(dangling_in(document->json()) == "");
          auto const text = json::serialize(document->json());
          RC_ASSERT(json::serialize(written(state, asked, people)->json()) == text);
          testing::hand_on(text);
        }
    }));
  }

  TEST_CASE("the records of which documents are made can be read back as they were") {
    CHECK(rc::check([](std::uint64_t seed) {
      auto const state = any_state(seed);
      for (auto const& asked : all_documents) {
        auto const document = written(state, asked);
        each_object_in(document->json(), [&](json::object const& object) {
          auto const name = oscal::noun_of(object);
          bool const is_record = name && (*name == Finding::type_name || *name == Nonconformity::type_name ||
                                          *name == CorrectiveAction::type_name || *name == Session::type_name ||
                                          *name == Programme::type_name);
          if (!is_record) return;
          auto const& noun = *find_noun(*name);
          Error errors;
          auto const held = oscal::held_record(*noun.type, object, places_of(*name), "", errors);
          auto const read = noun.create();
          read_json(*noun.type, read.get(), held.record, "", errors);
          RC_ASSERT(errors.text() == "");
          auto const* row = state.table(noun).find(held.record.at("key").get_string());
          RC_ASSERT(row != nullptr);
          RC_ASSERT(json::serialize(write_json(*noun.type, read.get())) ==
                    json::serialize(write_json(*noun.type, row->record.get())));
        });
      }
    }));
  }

  TEST_CASE("an object keeps its UUID while other records change, come and go") {
    auto const state = any_state();
    for (auto const& asked : all_documents) {
      auto const before = uuids_of(written(state, asked).value());
      auto person = *state.find<Person>("person-0");
      person.function = "Something else";
      auto changed = with(state, person);
      person.key = *Key<"person">::parse("person-new");
      changed = with(std::move(changed), person);
      changed.size += 2;
      CHECK(uuids_of(written(changed, asked).value()) == before);
    }
  }

  TEST_CASE("names, mail addresses and what was said go out only where names are asked for") {
    auto state = any_state();
    auto person = *state.find<Person>("person-0");
    person.name = Personal(std::string("Sarah Chen"));
    person.mail = Personal(std::string("sarah@example.org"));
    auto audit = *state.find<Audit>("audit-0");
    audit.team = {{person.key, TeamRole::lead}};
    auto evidence = *state.find<Evidence>("evidence-0");
    evidence.audit = audit.key;
    evidence.statement = Personal(std::string("Sarah said so"));
    state = with(with(with(std::move(state), person), audit), evidence);
    auto const home = json::serialize(written(state, all_documents[2])->json());
    CHECK(home.find("Sarah") == std::string::npos);
    CHECK(home.find("sarah@") == std::string::npos);
    auto const told = json::serialize(written(state, all_documents[2], oscal::PeopleForm::names)->json());
    for (auto const* text : {"Sarah Chen", "sarah@example.org", "Sarah said so"}) {
      CAPTURE(text);
      CHECK(told.find(text) != std::string::npos);
    }
    evidence.statement = Personal::erased(Hash{});
    person.name = Personal::erased(Hash{});
    auto const erased = json::serialize(
        written(with(with(state, person), evidence), all_documents[2], oscal::PeopleForm::names)->json());
    CHECK(erased.find("Sarah Chen") == std::string::npos);
    CHECK(erased.find("Sarah said so") == std::string::npos);
    CHECK(erased.find("[erased]") == std::string::npos);
  }

  TEST_CASE("a nonconformity is an item, a finding and a risk with its log, and its actions are tasks") {
    auto state = any_state();
    auto record = *state.find<Nonconformity>("nonconformity-0");
    record.state = NonconformityState::accepted_deviation;
    record.detours = {};
    record.criteria = {*Criterion::parse("A.5.1")};
    record.finding = {};
    record.cycle = 1;
    record.past_cycles.clear();
    record.trail.resize(2);
    record.due = {};
    record.due.implementation = *Date::parse("2026-05-01");
    auto action = *state.find<CorrectiveAction>("action-0");
    action.nonconformity = record.key;
    action.cycle = 1;
    action.title = "Lock the room";
    action.due_on = *Date::parse("2026-04-01");
    state = with(with(std::move(state), record), action);
    auto const document = written(state, {Model::plan_of_action_and_milestones, "nonconformity-0"}).value();
    auto const& content = document.content();
    REQUIRE(content.at("poam-items").as_array().size() == 1);
    CHECK(content.at("findings").at(0).at("target").at("target-id") == "a-5.1_smt");
    CHECK(content.at("findings").at(0).at("target").at("status").at("state") == "not-satisfied");
    auto const& risk = content.at("risks").at(0);
    CHECK(risk.at("status") == "deviation-approved");
    CHECK(risk.at("deadline") == "2026-05-01T00:00:00Z");
    CHECK(risk.at("risk-log").at("entries").as_array().size() == 2);
    auto const text = json::serialize(risk);
    CHECK(text.find("Lock the room") != std::string::npos);
    CHECK(text.find(R"("type":"milestone")") != std::string::npos);
    CHECK(text.find("2026-04-01T00:00:00Z") != std::string::npos);
  }

  TEST_CASE("what has nothing to say is refused, and what is unknown") {
    State const empty;
    oscal::ExportOptions options;
    options.last_modified = *Instant::parse("2026-03-01T09:00:00Z");
    CHECK(export_oscal(empty, Model::plan_of_action_and_milestones, options).error().names("oscal.export.empty"));
    CHECK(export_oscal(empty, Model::assessment_results, options).error().names("oscal.export.empty"));
    auto const state = any_state();
    CHECK(refusal(state, {Model::assessment_plan, "A-9"}).find("There is no audit or programme \"A-9\"") !=
          std::string::npos);
    CHECK(refusal(state, {Model::plan_of_action_and_milestones, "A-9"}).find("reference.unknown") != std::string::npos);
    CHECK(refusal(state, {Model::assessment_results, ""}).find("audit-0, audit-1, audit-2") != std::string::npos);
    auto audit = *state.find<Audit>("audit-0");
    audit.opened_at.reset();
    CHECK(refusal(with(state, audit), {Model::assessment_results, "audit-0"}).find("oscal.export.not-opened") !=
          std::string::npos);
    auto programme = *state.find<Programme>("programme-0");
    programme.entries.clear();
    CHECK(refusal(with(state, programme), {Model::assessment_plan, "programme-0"}).find("has no audits") !=
          std::string::npos);
    options.last_modified = *Instant::parse("1700-01-01T00:00:00Z");
    options.language = "it";
    auto const both = export_oscal(state, Model::plan_of_action_and_milestones, options);
    CHECK(both.error().names("oscal.export.time"));
    CHECK(both.error().names("language.unknown"));
  }

  TEST_CASE("titles that annexa gives are in the language of the document") {
    auto const state = any_state();
    oscal::ExportOptions options;
    options.language = "de";
    auto const document = export_oscal(state, Model::plan_of_action_and_milestones, options).value();
    CHECK(document.content().at("metadata").at("title") == "Nichtkonformitäten und Korrekturmaßnahmen");
  }
}
