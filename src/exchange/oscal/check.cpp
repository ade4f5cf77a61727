// Walks through a document with the grammar of both schemas at once, so that what both object to is one problem.
#include <annexa/base/json.hpp>
#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>
#include <annexa/exchange/oscal/check.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <bit>
#include <string>

#include "check_rules.hpp"
#include "check_words.hpp"
#include "fit.hpp"
#include "grammar.hpp"
#include "places.hpp"
#include "references.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

std::string_view json_type_of(json::value const& value) {
  constexpr std::array<std::string_view, 8> names{"null",     "true or false", "a number", "a number",
                                                  "a number", "a text",        "a list",   "an object"};
  return names[static_cast<std::size_t>(value.kind())];
}

std::string_view json_type_of(DataType type) {
  if (has_json_type(type, json::value(""))) return "a text";
  return has_json_type(type, json::value(true)) ? "true or false" : "a number";
}

std::string shown(json::value const& value) {
  if (auto const* text = value.if_string()) return std::string(shortened(*text, most_quoted));
  return json::serialize(value);
}

// What a value has to be, by schema.
class Expected {
 public:
  void add(Schema schema, Holding const& holding) {
    holdings_[index_of(schema)] = holding;
    schemas_.add(schema);
  }
  [[nodiscard]] SchemaSet schemas() const noexcept { return schemas_; }
  [[nodiscard]] bool has(Schema schema) const noexcept { return schemas_.has(schema); }
  [[nodiscard]] Holding const& by(Schema schema) const noexcept { return holdings_[index_of(schema)]; }

 private:
  std::array<Holding, oscal::schemas.size()> holdings_{};
  SchemaSet schemas_;
};

// Of what a member may hold, that which @p value is meant to be.
Holding const& choice_for(json::value const& value, std::span<Holding const> choices) {
  for (auto const& each : choices)
    if (each.is_list == value.is_array()) return each;
  return choices.front();
}

// Why a value is refused.
struct Fault {
  Rule const* rule = nullptr;
  std::string expected;
};

Fault fault_of(json::value const& value, Holding const& holding) {
  if (!has_json_type(holding.type, value)) return {&check_rules::wrong_type, std::string(json_type_of(holding.type))};
  if (holding.closed.empty()) return {&check_rules::bad_value, std::string(expectation_of(holding.type))};
  return {&check_rules::bad_value, listed({holding.closed.begin(), holding.closed.end()})};
}

bool takes(Holding const& holding, json::value const& value) {
  if (!is_valid(holding.type, value)) return false;
  if (holding.closed.empty()) return true;
  auto const* text = value.if_string();
  return text && std::ranges::find(holding.closed, std::string_view(*text)) != holding.closed.end();
}

std::string expectation_of(Grammar const& grammar, Standing const& standing) {
  std::vector<std::string> choices;
  for (auto const& each : standing.holds) {
    std::string word(expectation_of(each.type));
    if (!each.closed.empty()) word = listed({each.closed.begin(), each.closed.end()});
    if (each.is_object()) {
      std::vector<std::string> members;
      for (auto const& member : grammar.kind(each.kind).members) members.emplace_back(member.name);
      word = members.empty() ? "an empty object" : "an object of " + listed(members, " and ");
    }
    choices.push_back(each.is_list ? "a list of at least one: " + word : word);
  }
  return listed(choices);
}

class Checker {
 public:
  Checker(CheckOptions const& options, CheckReport& report) : options_(options), report_(report) {}

  void check(Document const& document);
  [[nodiscard]] SchemaSet objecting() const noexcept { return objecting_; }

 private:
  void visit(json::value const& value, Expected const& expected);
  void check_plain(json::value const& value, Expected const& expected);
  void check_list(json::value const& value, Expected const& expected);
  void check_object(json::value const& value, Expected const& expected);
  void check_members(json::object const& object, Kind const& kind, Fits const& fits);
  void find_missing(json::object const& object, Kind const& kind, Fits const& fits);
  void tell_misplaced(std::string_view name, json::object const& object, Kind const& kind, Fits const& fits);

  // Counts a problem at the present place, and lists it while there is room.
  template <class MakeArguments>
  void tell(Rule const& rule, SchemaSet schemas, MakeArguments const& arguments) {
    ++report_.errors;
    for (auto const each : oscal::schemas)
      if (schemas.has(each)) objecting_.add(each);
    if (report_.problems.size() < options_.most_problems)
      report_.problems.push_back({violation(rule, places_.pointer(), arguments()), schemas, false});
  }

  CheckOptions const& options_;
  CheckReport& report_;
  Grammar const& grammar_ = Grammar::built_in();
  Places places_;
  SchemaSet objecting_;
};

void Checker::check(Document const& document) {
  Expected model;
  Expected link;
  Holding reference;
  reference.type = DataType::uri_reference;
  for (auto const each : schemas) {
    if (!grammar_.knows(each, document.model())) continue;
    report_.asked.add(each);
    model.add(each, grammar_.of(document.model()));
    link.add(each, reference);
  }
  for (auto const& [key, value] : document.json().get_object()) {
    places_.enter(key);
    visit(value, key == name_of(document.model()) ? model : link);
    places_.leave();
  }
}

void Checker::visit(json::value const& value, Expected const& expected) {
  constexpr auto deepest = Limits{}.depth;
  if (places_.depth() > deepest)
    return tell(check_rules::too_deep, expected.schemas(), [] {
      return std::vector<Argument>{{"limit", std::to_string(deepest)}};
    });
  Expected plain;
  Expected lists;
  Expected objects;
  for (auto const each : schemas) {
    if (!expected.has(each)) continue;
    auto const& holding = expected.by(each);
    (holding.is_list ? lists : holding.is_object() ? objects : plain).add(each, holding);
  }
  if (!plain.schemas().empty()) check_plain(value, plain);
  if (!lists.schemas().empty()) check_list(value, lists);
  if (!objects.schemas().empty()) check_object(value, objects);
}

void Checker::check_plain(json::value const& value, Expected const& expected) {
  std::array<Fault, schemas.size()> faults;
  for (auto const each : schemas)
    if (expected.has(each) && !takes(expected.by(each), value))
      faults[index_of(each)] = fault_of(value, expected.by(each));
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    auto const fault = faults[i];
    if (!fault.rule) continue;
    SchemaSet same;
    for (auto j = i; j < schemas.size(); ++j) {
      if (faults[j].rule != fault.rule || faults[j].expected != fault.expected) continue;
      same.add(schemas[j]);
      faults[j].rule = nullptr;
    }
    tell(*fault.rule, same, [&] {
      auto found = fault.rule == &check_rules::wrong_type ? std::string(json_type_of(value)) : shown(value);
      return std::vector<Argument>{{"found", std::move(found)}, {"expected", fault.expected}};
    });
  }
}

void Checker::check_list(json::value const& value, Expected const& expected) {
  auto const* list = value.if_array();
  if (!list)
    return tell(check_rules::wrong_type, expected.schemas(), [&] {
      return std::vector<Argument>{{"found", std::string(json_type_of(value))}, {"expected", "a list"}};
    });
  if (list->empty()) return tell(check_rules::empty_list, expected.schemas(), [] { return std::vector<Argument>{}; });
  Expected element;
  for (auto const each : schemas)
    if (expected.has(each)) element.add(each, expected.by(each).element());
  for (std::size_t i = 0; i < list->size(); ++i) {
    places_.enter(i);
    visit((*list)[i], element);
    places_.leave();
  }
}

void Checker::check_object(json::value const& value, Expected const& expected) {
  auto const* object = value.if_object();
  if (!object)
    return tell(check_rules::wrong_type, expected.schemas(), [&] {
      return std::vector<Argument>{{"found", std::string(json_type_of(value))}, {"expected", "an object"}};
    });
  // A member holds the same kind in every schema that has it, so that one kind is asked for all.
  auto const first = expected.has(schemas.front()) ? schemas.front() : schemas.back();
  auto const& kind = grammar_.kind(expected.by(first).kind);
  auto const fits = best_fits(kind, expected.schemas(), *object);
  find_missing(*object, kind, fits);
  check_members(*object, kind, fits);
}

void Checker::find_missing(json::object const& object, Kind const& kind, Fits const& fits) {
  SchemaSet choosing;
  for (auto const each : schemas) {
    auto const& fit = fits[index_of(each)];
    if (fit.missing != 1 || fit.misplaced != 0 || std::has_single_bit(fit.as_good)) continue;
    choosing.add(each);
    SchemaSet one;
    one.add(each);
    tell(check_rules::missing_member, one, [&] {
      auto const names = lacking_members(kind, each, fit.as_good, object);
      return std::vector<Argument>{{"member", listed(names)}, {"expected", "one of them"}};
    });
  }
  for (auto const& member : kind.members) {
    SchemaSet lacking;
    Standing const* standing = nullptr;
    for (auto const each : schemas) {
      auto const& in = member.in[index_of(each)];
      if (choosing.has(each) || (in.required & fits[index_of(each)].form) == 0) continue;
      lacking.add(each);
      standing = &in;
    }
    if (!standing || object.contains(member.name)) continue;
    tell(check_rules::missing_member, lacking, [&] {
      return std::vector<Argument>{{"member", quoted(member.name)}, {"expected", expectation_of(grammar_, *standing)}};
    });
  }
}

void Checker::check_members(json::object const& object, Kind const& kind, Fits const& fits) {
  for (auto const& [key, value] : object) {
    places_.enter(key);
    Expected expected;
    bool is_misplaced = false;
    auto const* member = kind.find(key);
    for (auto const each : schemas) {
      auto const& fit = fits[index_of(each)];
      if (fit.form == 0) continue;
      auto const allowed = member ? member->in[index_of(each)].allowed : Forms{};
      is_misplaced = is_misplaced || (allowed & fit.form) == 0;
      if (allowed != 0) expected.add(each, choice_for(value, member->in[index_of(each)].holds));
    }
    if (is_misplaced) tell_misplaced(key, object, kind, fits);
    if (!expected.schemas().empty()) visit(value, expected);
    places_.leave();
  }
}

void Checker::tell_misplaced(std::string_view name, json::object const& object, Kind const& kind, Fits const& fits) {
  SchemaSet unknown;
  auto const* member = kind.find(name);
  for (auto const each : schemas) {
    auto const& fit = fits[index_of(each)];
    auto const allowed = member ? member->in[index_of(each)].allowed : Forms{};
    if (fit.form == 0 || (allowed & fit.form) != 0) continue;
    auto const others = allowed == 0 ? std::vector<std::string>() : members_against(kind, each, allowed, object);
    if (others.empty()) {
      unknown.add(each);
      continue;
    }
    SchemaSet one;
    one.add(each);
    tell(check_rules::not_beside, one, [&] {
      return std::vector<Argument>{{"found", std::string(name)}, {"others", listed(others, " and ")}};
    });
  }
  if (unknown.empty()) return;
  tell(check_rules::unknown_member, unknown, [&] {
    NameHint hint(name, 2, 20);
    bool is_full = true;
    for (auto const& each : kind.members) {
      if (object.contains(each.name)) continue;
      hint.offer(each.name);
      is_full = false;
    }
    return std::vector<Argument>{{"found", std::string(shortened(name, most_quoted))},
                                 {"hint", is_full ? "The object takes no more members." : hint.text()}};
  });
}

}  // namespace

CheckReport check(Document const& document, CheckOptions const& options) {
  CheckReport report;
  Checker checker(options, report);
  checker.check(document);
  for (auto const each : schemas)
    if (report.asked.has(each) && !checker.objecting().has(each)) report.satisfied.add(each);
  auto const room = options.most_problems - report.problems.size();
  auto references = find_reference_problems(document, room);
  for (auto& each : references.listed) report.problems.push_back({std::move(each), {}, !options.need_references});
  (options.need_references ? report.errors : report.warnings) += references.count;
  if (report.satisfied.empty() || (options.need_references && references.count != 0))
    report.verdict = Verdict::invalid;
  else if (!(report.satisfied == report.asked))
    report.verdict = Verdict::mixed;
  return report;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
