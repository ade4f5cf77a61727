#include "cell_reader.hpp"

#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>

#include <algorithm>
#include <boost/json.hpp>

#include "cells.hpp"
#include "import_rules.hpp"
#include "names.hpp"
#include "value_tables.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

namespace json = boost::json;

constexpr JsonLimits document_limits{std::size_t{1} << 20U, 16};

// The type inside options and lists.
Type const& innermost(Type const& type) {
  return type.kind == TypeKind::optional || type.kind == TypeKind::list ? innermost(*type.element) : type;
}

// True if cells of the type may name records that are not there, or controls that are none.
bool may_be_left(Type const& type) {
  auto const& inner = innermost(type);
  return inner.kind == TypeKind::record || !inner.refers_to.empty() || inner.name == ScalarTraits<Criterion>::name;
}

bool is_reference(Type const& type) { return type.kind == TypeKind::scalar && !type.refers_to.empty(); }

std::string joined(std::vector<std::string> const& texts) {
  std::string out;
  for (auto const& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

// The key that a single reference of the record holds before the row is read; a name that matches nobody is no reason
// to take it away. Empty if there is none.
std::string recorded_reference(Draft const& draft, Member const& member) {
  auto const& type = *member.type;
  bool const is_single = is_reference(type) || (type.kind == TypeKind::optional && is_reference(*type.element));
  return draft.before && is_single ? cell_of(type, member_of(member, draft.before)) : std::string();
}

}  // namespace

std::string CellReader::kept_in(Field const& field) {
  return field.fallback.empty() ? "import:" + std::string(field.name) : std::string(field.fallback);
}

Reading CellReader::refuse(CellPlace const& place, std::string_view text, std::string expected,
                           std::string suggestion) {
  auto at = place;
  at.text = text;
  context_.reporter.reject(at, import_rules::value, {{"expected", std::move(expected)}}, std::move(suggestion));
  return Reading::rejected;
}

Reading CellReader::nothing_or_refuse(CellPlace const& place, std::string_view text, std::string expected) {
  return is_missing(text) ? Reading::nothing : refuse(place, text, std::move(expected));
}

Reading CellReader::no_name(CellPlace const& place, std::string_view text, std::string_view table, Type const* type) {
  if (is_missing(text)) return Reading::nothing;
  auto suggestion = context_.reporter.has_room() ? nearest_value(table, type, text) : std::string();
  return refuse(place, text, accepted_values(table, type), std::move(suggestion));
}

Reading CellReader::reference(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                              std::string_view text) {
  bool const known = !context_.resolver.find(type.refers_to, text).key.empty();
  if (!known && is_missing(text)) return Reading::nothing;
  auto const key = resolve(draft, place, type.refers_to, text, field);
  if (key.empty()) {
    if (recorded_.empty()) left_.emplace_back(trimmed(text));
    return recorded_.empty() ? Reading::unmatched : Reading::nothing;
  }
  type.parse(target, key);
  return Reading::taken;
}

Reading CellReader::scalar(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                           std::string_view text) {
  if (!type.refers_to.empty()) return reference(draft, place, field, type, target, text);
  if (type.name == ScalarTraits<Date>::name) return date(place, target, text);
  if (type.name == ScalarTraits<Criterion>::name) return criterion(place, field, target, text);
  auto const refused = type.parse(target, trimmed(text));
  return refused ? nothing_or_refuse(place, text, detail::expectation(*refused)) : Reading::taken;
}

Reading CellReader::option(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                           std::string_view text) {
  bool const had = type.count(target) != 0;
  auto const reading =
      read_value(draft, place, field, *type.element, had ? type.item(target, 0) : type.grow(target), text);
  if (!had && reading != Reading::taken) type.clear(target);
  return reading;
}

// ---- Lists and documents

// Names may hold what separates them: the whole cell is tried first, and taken as it is where no part of it matches.
std::vector<std::string> CellReader::parts_of(Type const& element, std::string_view text) {
  if (auto listed = listed_texts(text)) return *std::move(listed);
  std::vector<std::string> parts;
  for (auto const part : split_values(text)) parts.emplace_back(part);
  if (!is_reference(element) || parts.size() < 2) return parts;
  auto const matches = [&](std::string_view name) {
    return !context_.resolver.find(element.refers_to, name).key.empty();
  };
  bool const by_comma = text.find_first_of("\n|;") == text.npos;
  bool const whole = matches(text) || (by_comma && std::ranges::none_of(parts, matches));
  return whole ? std::vector{std::string(trimmed(text))} : parts;
}

namespace {

// Types know no way to take an element back, so the list is made anew without it.
void drop_last(Type const& type, void* target) {
  auto elements = write_json(type, target).get_array();
  elements.pop_back();
  Error none;
  read_json(type, target, elements, "", none);
}

}  // namespace

Reading CellReader::list(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                         std::string_view text) {
  if (type.element->kind == TypeKind::record || type.element->kind == TypeKind::list)
    return document(place, type, target, text);
  void* spare = nullptr;  // an element that nothing was read into
  for (auto const& part : parts_of(*type.element, text)) {
    if (!spare) spare = type.grow(target);
    auto const reading = read_value(draft, place, field, *type.element, spare, part);
    if (reading == Reading::taken) spare = nullptr;
    if (reading == Reading::rejected) return reading;
  }
  if (spare) drop_last(type, target);
  return Reading::taken;
}

namespace {

// The references of one element that name no record of the state.
bool knows_all(Type const& type, void const* value, State const& state) {
  bool known = true;
  for_each_reference(type, value, "", [&](std::string_view noun, std::string const& key, std::string const&) {
    auto const* found = find_noun(noun);
    known = known && (!found || state.table(*found).find(key));
  });
  return known;
}

}  // namespace

// Lists of records and single ones stand as JSON. Elements that refer to what is not there yet are left.
Reading CellReader::document(CellPlace const& place, Type const& type, void* target, std::string_view text) {
  auto read = parse_json(text, document_limits);
  Error errors;
  if (!read) errors = read.error();
  if (read) read_json(type, target, *read, "", errors);
  if (!errors.empty()) {
    auto const& first = errors.violations().front();
    context_.reporter.reject(place, first.where.empty() ? first.message : first.where + ": " + first.message,
                             first.rule);
    return Reading::rejected;
  }
  if (type.kind != TypeKind::list) return Reading::taken;
  json::array kept;
  for (std::size_t i = 0; i < type.count(target); ++i) {
    auto& element = read->get_array()[i];
    if (knows_all(*type.element, item_of(type, target, i), context_.scratch)) {
      kept.push_back(std::move(element));
      continue;
    }
    left_.push_back(json::serialize(element));
    context_.reporter.unresolved(place, left_.back(), import_rules::no_match,
                                 {{"noun", "record"}, {"member", "custom"}});
  }
  if (!left_.empty()) read_json(type, target, kept, "", errors);
  return Reading::taken;
}

Reading CellReader::read_value(Draft& draft, CellPlace const& place, Field const& field, Type const& type, void* target,
                               std::string_view text) {
  switch (type.kind) {
    case TypeKind::boolean:
      return boolean(place, field, type, target, text);
    case TypeKind::integer:
      return integer(place, field, type, target, text);
    case TypeKind::text:
      *static_cast<std::string*>(target) = text;
      return Reading::taken;
    case TypeKind::personal:
      return personal(target, text);
    case TypeKind::enumeration:
      return enumeration(place, type, target, text);
    case TypeKind::scalar:
      return scalar(draft, place, field, type, target, text);
    case TypeKind::optional:
      return option(draft, place, field, type, target, text);
    case TypeKind::list:
      return list(draft, place, field, type, target, text);
    default:
      return document(place, type, target, text);
  }
}

// ---- Names of records

std::string CellReader::create(Draft& draft, CellPlace const& place, std::string_view noun, std::string_view name) {
  auto const& type = *find_noun(noun);
  for (auto const& each : draft.created)
    if (each.noun == noun && folded(each.name) == folded(name)) return each.key;
  auto record = type.create();
  auto const key = context_.keys.next(type);
  auto const& key_member = *find_member(*type.type, "key");
  key_member.type->parse(key_member.at(record.get()), key);
  auto const& name_member = *find_member(*type.type, "name");
  auto const text = std::string(trimmed(name));
  if (name_member.type->kind == TypeKind::personal)
    *static_cast<Personal*>(name_member.at(record.get())) = Personal(text);
  else
    *static_cast<std::string*>(name_member.at(record.get())) = text;
  draft.creations.emplace_back(find_command(std::string(noun) + ".add"), std::move(record), std::vector<std::string>{});
  draft.created.push_back({place.row, std::string(noun), key, text});
  return key;
}

std::string CellReader::resolve(Draft& draft, CellPlace const& place, std::string_view noun, std::string_view name,
                                Field const& field) {
  auto const match = context_.resolver.find(noun, name);
  if (!match.key.empty()) {
    if (match.key != trimmed(name)) context_.reporter.convert(place, trimmed(name), match.key);
    return match.key;
  }
  std::vector<Argument> args{{"noun", std::string(noun)}, {"member", kept_in(field)}, {"found", joined(match.several)}};
  bool const can_be_made = find_command(std::string(noun) + ".add") != nullptr;
  if (match.several.empty() && context_.options.create_missing && can_be_made) return create(draft, place, noun, name);
  bool const stays = !recorded_.empty();
  if (stays) args[1] = {"recorded", recorded_};
  auto const& none = stays ? import_rules::no_match_stays : import_rules::no_match;
  auto const& many = stays ? import_rules::many_matches_stays : import_rules::many_matches;
  context_.reporter.unresolved(place, trimmed(name), match.several.empty() ? none : many, args);
  return {};
}

// ---- Whole cells

void CellReader::note_blank(Draft const& draft, Column const& column, Member const& member) {
  if (!draft.before || column.meaning.field->use == FieldUse::multi) return;
  auto const* recorded = member_of(member, draft.before);
  if (member.type->equal(recorded, member_of(member, context_.fresh.get()))) return;
  context_.reporter.adjust(draft.place(column), import_rules::kept_blank,
                           {{"recorded", shortened(cell_of(*member.type, recorded))}});
}

void CellReader::keep_left(Draft& draft, Field const& field, bool first) {
  auto text = joined(left_);
  auto const add_to = [&](std::string before) {
    return first || before.empty() ? text : text.empty() ? before : before + "; " + text;
  };
  if (!field.fallback.empty()) {
    auto& member = draft.member<std::string>(field.fallback);
    // Where a column of its own holds such names, only that one takes them away.
    if (!text.empty() || !context_.columns.has(field.fallback)) member = add_to(member);
    return;
  }
  auto& members = draft.member<Custom>("custom").members;
  auto const key = kept_in(field);
  auto const at = members.find(key);
  auto const* before = at == members.end() ? nullptr : std::get_if<std::string>(&at->second);
  text = add_to(before ? *before : "");
  if (text.empty())
    members.erase(key);
  else
    members[key] = text;
}

std::string_view CellReader::text_of(Draft const& draft, Column const& column) {
  auto const text = without_guard(draft.row[column.index]);
  if (!has_stray_control(text)) return text;
  context_.reporter.reject(draft.place(column), import_rules::control);
  return {};
}

void CellReader::read(Draft& draft, Column const& column) {
  auto const& field = *column.meaning.field;
  auto const& member = *find_member(*draft.noun->type, field.member);
  auto const text = text_of(draft, column);
  if (is_blank(text)) return note_blank(draft, column, member);
  bool const first = std::ranges::find(draft.filled, &field) == draft.filled.end();
  draft.filled.push_back(&field);
  void* const target = member.at(draft.after.get());
  if (first && member.type->kind == TypeKind::list) member.type->clear(target);
  left_.clear();
  recorded_ = recorded_reference(draft, member);
  auto const place = draft.place(column);
  auto const reading = read_value(draft, place, field, *member.type, target, text);
  bool const stays = reading == Reading::nothing && !recorded_.empty();
  if (may_be_left(*member.type) && reading != Reading::rejected && !stays) keep_left(draft, field, first);
  recorded_.clear();
}

void CellReader::read_external_id(Draft& draft, Column const& column) {
  auto const text = text_of(draft, column);
  if (is_blank(text)) return;
  auto const& system = column.meaning.detail;
  auto& ids = draft.member<std::vector<ExternalId>>("external_ids");
  std::vector<std::string> given;
  if (auto listed = listed_texts(text))
    given = *std::move(listed);
  else
    for (auto const part : split_values(text)) given.emplace_back(part);
  if (std::ranges::find(draft.systems, system) == draft.systems.end())
    std::erase_if(ids, [&](ExternalId const& id) {
      return id.system == system && std::ranges::find(given, id.id) == given.end();
    });
  draft.systems.push_back(system);
  for (auto& id : given)
    if (std::ranges::find(ids, ExternalId{system, id}) == ids.end()) ids.push_back({system, std::move(id)});
}

void CellReader::read_custom(Draft& draft, Column const& column) {
  auto const text = text_of(draft, column);
  if (is_blank(text)) return;
  draft.member<Custom>("custom").members[column.meaning.detail] = custom_value(text);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
