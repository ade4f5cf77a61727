#include "grammar.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <string>

#include "catalog/embedded.hpp"

namespace annexa {
inline namespace v1 {

namespace oscal {
namespace {

// The parts of @p text between marks; at least one.
std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (auto end = text.find(mark); end != text.npos; end = text.find(mark)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (auto const line : parts_of(table, '\n'))
    if (!line.empty()) rows.push_back(parts_of(line, ','));
  rows.erase(rows.begin());  // the header
  return rows;
}

using KindIndex = std::map<std::string_view, std::uint16_t, std::less<>>;

// A cell such as "string: person|organization" or "metadata:link[]".
Holding read_holding(std::string_view cell, KindIndex const& kinds,
                     std::vector<std::vector<std::string_view>>& closed) {
  Holding holding;
  if (auto const colon = cell.find(": "); colon != cell.npos) {
    closed.push_back(parts_of(cell.substr(colon + 2), '|'));
    holding.closed = closed.back();
    cell = cell.substr(0, colon);
  }
  holding.is_list = cell.ends_with("[]");
  if (holding.is_list) cell.remove_suffix(2);
  if (auto const type = data_type_named(cell)) {
    holding.type = *type;
  } else {
    auto const kind = kinds.find(cell);
    assert(kind != kinds.end());
    holding.kind = kind->second;
  }
  return holding;
}

// Letters such as "ro-", one a form.
Forms forms_with(std::string_view cell, std::string_view letters) {
  unsigned forms = 0;
  for (std::size_t i = 0; i < cell.size(); ++i)
    if (letters.find(cell[i]) != letters.npos) forms |= 1U << i;
  return static_cast<Forms>(forms);
}

}  // namespace

GrammarMember const* Kind::find(std::string_view member) const noexcept {
  for (auto const& each : members)
    if (each.name == member) return &each;
  return nullptr;
}

Grammar::Grammar(std::string_view table) {
  enum Column : std::size_t { kind_column, member_column, first_schema };
  auto const rows = rows_of(table);
  KindIndex index;
  for (auto const& row : rows)
    if (index.emplace(row[kind_column], static_cast<std::uint16_t>(index.size())).second)
      kinds_.emplace_back().name = row[kind_column];
  for (auto const& row : rows) {
    auto& kind = kinds_[index.find(row[kind_column])->second];
    GrammarMember member{.name = row[member_column], .in = {}};
    for (std::size_t schema = 0; schema < schemas.size(); ++schema) {
      auto const forms = row[first_schema + 2 * schema];
      auto const holds = row[first_schema + 2 * schema + 1];
      kind.forms[schema] |= forms_with(forms, "ro-");
      if (holds.empty()) continue;
      auto& choices = holdings_.emplace_back();
      // "|" between closed values belongs to them, and a member with such values has no other choice
      for (auto const each : holds.find(": ") == holds.npos ? parts_of(holds, '|') : std::vector{holds})
        choices.push_back(read_holding(each, index, closed_));
      member.in[schema] = {forms_with(forms, "ro"), forms_with(forms, "r"), choices};
    }
    if (!member.name.empty()) kind.members.push_back(member);
  }
}

Grammar const& Grammar::built_in() {
  static Grammar const grammar(detail::embedded_oscal_grammar.tables[0].bytes);
  return grammar;
}

Holding Grammar::of(Model model) const noexcept {
  auto const found = std::ranges::find(kinds_, name_of(model), &Kind::name);
  Holding holding;
  holding.kind = static_cast<std::uint16_t>(found - kinds_.begin());
  return holding;
}

bool Grammar::knows(Schema schema, Model model) const noexcept {
  return kind(of(model).kind).forms[index_of(schema)] != 0;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
