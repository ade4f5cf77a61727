#include "resolver.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>

#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// A text or personal member as text; empty if the record has no such member.
std::string member_text(Type const& type, void const* record, std::string_view name) {
  auto const* member = find_member(type, name);
  if (!member) return {};
  auto const* value = member_of(*member, record);
  if (member->type->kind == TypeKind::text) return *static_cast<std::string const*>(value);
  if (member->type->kind != TypeKind::personal) return {};
  return static_cast<Personal const*>(value)->value().value_or("");
}

// "Anna Berg (CISO) <anna@example.org>" has three ways to be meant: the mail, and the name in front.
std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  auto const open = name.find('<');
  if (auto const close = name.find('>', open == name.npos ? 0 : open); open != name.npos && close != name.npos)
    parts.push_back(trimmed(name.substr(open + 1, close - open - 1)));
  if (auto const end = name.find_first_of("(<"); end != name.npos && end != 0)
    parts.push_back(trimmed(name.substr(0, end)));
  return parts;
}

}  // namespace

void Resolver::enter(Index& index, Noun const& noun, void const* record) {
  auto const& key_member = *find_member(*noun.type, "key");
  auto const key = key_member.type->print(member_of(key_member, record));
  auto const put = [&](std::string const& name, Rank rank) {
    auto text = folded(name);
    if (!text.empty()) index[std::move(text)].push_back({rank, key});
  };
  put(key, Rank::folded_key);
  put(member_text(*noun.type, record, "mail"), Rank::mail);
  put(member_text(*noun.type, record, "name"), Rank::name);
  put(member_text(*noun.type, record, "function"), Rank::function);
}

Resolver::Index& Resolver::index_of(Noun const& noun) {
  auto const found = indexes_.find(noun.name);
  if (found != indexes_.end()) return found->second;
  auto& index = indexes_[noun.name];
  state_.table(noun).for_each([&](TableRow const& row) { enter(index, noun, row.record.get()); });
  return index;
}

void Resolver::add(std::string_view noun, void const* record) {
  auto const& type = *find_noun(noun);
  enter(index_of(type), type, record);
}

Resolver::Match Resolver::best(std::vector<Entry> const& entries, std::string_view exact_key) {
  Match match;
  auto rank = Rank::function;
  for (auto const& entry : entries) {
    if (entry.key == exact_key) return {entry.key, {}};
    rank = std::min(rank, entry.rank);
  }
  for (auto const& entry : entries)
    if (entry.rank == rank && std::ranges::find(match.several, entry.key) == match.several.end())
      match.several.push_back(entry.key);
  if (match.several.size() == 1) match = {match.several.front(), {}};
  return match;
}

Resolver::Match Resolver::look_up(Index const& index, std::string_view name) const {
  auto const found = index.find(folded(name));
  return found == index.end() ? Match{} : best(found->second, name);
}

Resolver::Match Resolver::find(std::string_view noun, std::string_view name) {
  auto const& type = *find_noun(noun);
  auto const text = trimmed(name);
  if (state_.table(type).find(text)) return {std::string(text), {}};
  auto const& index = index_of(type);
  auto match = look_up(index, text);
  for (auto const part : parts_of(text))
    if (match.key.empty() && match.several.empty()) match = look_up(index, part);
  return match;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
