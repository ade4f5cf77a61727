// From the header of a table to what its columns hold.
#include "columns.hpp"

#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "foreign_tables.hpp"
#include "import_rules.hpp"
#include "names.hpp"

namespace annexa {
inline namespace v1 {

std::string_view to_string(MappedBy by) noexcept {
  constexpr std::array<std::string_view, 3> names{"exact", "synonym", "map"};
  return names[static_cast<std::size_t>(by)];
}

result<ColumnRequest> ColumnRequest::parse(std::string_view text) {
  auto const equals = text.rfind('=');
  if (equals == text.npos || equals == 0 || equals + 1 == text.size())
    return Error(import_rules::request, "", {{"found", exchange::shortened(text)}});
  return ColumnRequest{std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

namespace exchange {
namespace {

ImportEntry header_problem(Rule const& rule, std::string column, std::vector<Argument> args) {
  return {1, std::move(column), "", fill_in(rule.text, args), std::string(rule.id)};
}

std::string kind_names() {
  std::string names;
  for (auto const& kind : table_kinds()) names += (names.empty() ? "" : ", ") + std::string(kind.name);
  return names;
}

std::string header_text(SheetRow const& header, std::size_t index) {
  auto const text = trimmed(header[index]);
  return text.empty() ? "(column " + std::to_string(index + 1) + ")" : std::string(text);
}

// The nearest of @p names, as a hint.
std::string hint(std::string_view found, std::vector<std::string> const& names, std::string_view intro) {
  NameHint near(found, 3);
  std::string all;
  for (auto const& name : names) {
    near.offer(name);
    all += (all.empty() ? "" : ", ") + name;
  }
  if (near.nearest().empty()) return std::string(intro) + shortened(all, 400) + ".";
  return "Did you mean \"" + near.nearest() + "\"?";
}

// ---- Which kind of table

// The telling fields that the header has, each once.
struct Telling {
  std::vector<std::string_view> fields;
  bool needed = false;
};
Telling telling_fields(TableKind const& kind, SheetRow const& header) {
  Telling telling;
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto const meaning = meaning_of_header(kind, trimmed(header[i]));
    if (!meaning || !meaning->field) continue;
    auto name = meaning->field->name;
    if (meaning->role == ColumnRole::dimension) name = "impact";
    if (is_listed(kind.signs.telling, name) && std::ranges::find(telling.fields, name) == telling.fields.end())
      telling.fields.push_back(name);
    telling.needed = telling.needed || kind.signs.needed.empty() || is_listed(kind.signs.needed, name);
  }
  return telling;
}

std::string joined(std::vector<std::string_view> const& names) {
  std::string out;
  for (auto const name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

struct KindFound {
  TableKind const* kind;
  std::string why;
};

// A kind whose signs the header has.
struct FittingKind {
  TableKind const* kind;
  std::vector<std::string_view> telling;
  [[nodiscard]] std::string why() const {
    return "the columns for " + joined(telling) + " tell " + std::string(kind->title);
  }
};

// All kinds whose signs the header has, without those that give way to another.
std::vector<FittingKind> fitting_kinds(SheetRow const& header) {
  std::vector<FittingKind> all;
  for (auto const& kind : table_kinds()) {
    auto telling = telling_fields(kind, header);
    if (telling.needed && telling.fields.size() >= kind.signs.least) all.push_back({&kind, std::move(telling.fields)});
  }
  std::vector<FittingKind> kept;
  for (auto const& each : all) {
    auto const stands_aside = [&](FittingKind const& other) {
      return is_listed(each.kind->signs.unless, other.kind->name);
    };
    if (std::ranges::none_of(all, stands_aside)) kept.push_back(each);
  }
  return kept;
}

// The layout of another tool that the header is, or null.
ForeignTable const* find_foreign(SheetRow const& header) {
  std::set<std::string> headers;
  for (std::size_t i = 0; i < header.size(); ++i) headers.insert(folded(header[i]));
  for (auto const& each : foreign_tables) {
    bool all = true;
    for_each_part(each.headers, [&](std::string_view name) { all = all && headers.contains(std::string(name)); });
    if (all) return &each;
  }
  return nullptr;
}

// The kind that the sheet is called after, or null.
TableKind const* named_kind(Sheet const& sheet) {
  auto const name = folded(sheet.name);
  auto const found =
      std::ranges::find_if(table_kinds(), [&](TableKind const& kind) { return folded(kind.name) == name; });
  return name.empty() || found == table_kinds().end() ? nullptr : &*found;
}

// How many columns mean something to the kind.
std::size_t count_known(TableKind const& kind, Sheet const& sheet) {
  std::size_t known = 0;
  auto const header = sheet.header();
  for (std::size_t i = 0; i < header.size(); ++i) known += meaning_of_header(kind, trimmed(header[i])) ? 1U : 0U;
  return known;
}

result<KindFound> find_kind(Sheet const& sheet, std::string_view name) {
  if (!name.empty()) {
    if (auto const* kind = find_table_kind(name)) return KindFound{kind, "as asked"};
    return Error(import_rules::unknown_kind, sheet.file, {{"found", shortened(name)}, {"kinds", kind_names()}});
  }
  if (auto const* foreign = find_foreign(sheet.header()))
    return Error(import_rules::foreign, sheet.file,
                 {{"layout", std::string(foreign->layout)}, {"advice", std::string(foreign->advice)}});
  auto const fitting = fitting_kinds(sheet.header());
  FittingKind const* best = nullptr;
  bool equal = false;
  std::string found;
  for (auto const& each : fitting) {
    found += (found.empty() ? "" : "; ") + std::string(each.kind->name) + " by " + joined(each.telling);
    equal = best && each.telling.size() == best->telling.size() ? true : equal;
    if (best && each.telling.size() <= best->telling.size()) continue;
    best = &each;
    equal = false;
  }
  auto const* named = named_kind(sheet);
  bool const by_name = named && (!best || count_known(*named, sheet) >= count_known(*best->kind, sheet));
  if (by_name) return KindFound{named, "the sheet is called so"};
  if (best && !equal) return KindFound{best->kind, best->why()};
  return Error(import_rules::unclear_kind, sheet.file,
               {{"found", found.empty() ? "none of them tells a kind" : found}, {"kinds", kind_names()}});
}

// ---- Which columns

std::vector<std::string> field_names(TableKind const& kind) {
  std::vector<std::string> names;
  for (auto const& field : kind.fields) names.emplace_back(field.name);
  return names;
}

class ColumnFinder {
 public:
  ColumnFinder(Sheet const& sheet, KindFound found, std::span<ColumnRequest const> requests)
      : header_(sheet.header()), requests_(requests), asked_(header_.size()) {
    columns_.kind = found.kind;
    columns_.why = std::move(found.why);
  }

  [[nodiscard]] Columns find() && {
    for (auto const& request : requests_) take_request(request);
    for (std::size_t i = 0; i < header_.size(); ++i) take_column(i);
    settle_stages();
    make_way_for_requests();
    prefer_own_names();
    refuse_two_columns();
    require_columns();
    return std::move(columns_);
  }

 private:
  struct Asked {
    bool asked = false;
    std::optional<Meaning> meaning;  // nothing: the column is left out
  };

  void take_request(ColumnRequest const& request) {
    std::vector<std::string> headers;
    bool known = false;
    auto meaning = meaning_of_name(*columns_.kind, request.field);
    if (!meaning && request.field != "-")
      columns_.problems.push_back(
          header_problem(import_rules::unknown_field, request.column,
                         {{"found", request.field},
                          {"kind", std::string(columns_.kind->name)},
                          {"hint", hint(request.field, field_names(*columns_.kind), "There are ")}}));
    if (meaning) meaning->by = MappedBy::map;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      headers.push_back(header_text(header_, i));
      if (headers.back() != trimmed(request.column)) continue;
      asked_[i] = {true, meaning};
      known = true;
    }
    if (!known)
      columns_.problems.push_back(
          header_problem(import_rules::unknown_column, request.column,
                         {{"found", request.column}, {"hint", hint(request.column, headers, "There are ")}}));
  }

  void take_column(std::size_t index) {
    auto header = header_text(header_, index);
    auto meaning =
        asked_[index].asked ? asked_[index].meaning : meaning_of_header(*columns_.kind, trimmed(header_[index]));
    if (meaning)
      columns_.mapped.push_back({index, std::move(header), *std::move(meaning)});
    else
      columns_.unmapped.push_back(std::move(header));
  }

  // A likelihood without a word for its stage is inherent where other columns tell later stages, else current.
  void settle_stages() {
    bool later = false;
    bool inherent = false;
    for (auto const& column : columns_.mapped) {
      auto const& meaning = column.meaning;
      if (meaning.role != ColumnRole::measure && meaning.role != ColumnRole::dimension) continue;
      bool const rating = meaning.role == ColumnRole::dimension || meaning.field->name == "likelihood" ||
                          meaning.field->name == "impact";
      later = later || meaning.stage > inherent_stage || (meaning.stage == inherent_stage && !rating);
      inherent = inherent || (meaning.stage == inherent_stage && rating);
    }
    for (auto& column : columns_.mapped) {
      auto& meaning = column.meaning;
      bool const staged = meaning.role == ColumnRole::measure || meaning.role == ColumnRole::dimension;
      if (staged && meaning.stage == no_stage) meaning.stage = later && !inherent ? inherent_stage : current_stage;
      column.field = full_name(meaning);
    }
  }

  // A column that the caller named for a field takes it from columns that only look like it.
  void make_way_for_requests() {
    std::vector<std::string> asked;
    for (auto const& column : columns_.mapped)
      if (column.meaning.by == MappedBy::map) asked.push_back(column.field);
    std::erase_if(columns_.mapped, [&](Column const& column) {
      bool const gives_way =
          column.meaning.by != MappedBy::map && std::ranges::find(asked, column.field) != asked.end();
      if (gives_way) columns_.unmapped.push_back(column.header);
      return gives_way;
    });
  }

  // "Consequence" beside "Impact" tells in words what the other rates.
  void prefer_own_names() {
    auto const has_own_name = [](Column const& column) {
      return folded(column.header).ends_with(folded(column.meaning.field->name));
    };
    auto const is_measure = [](Column const& column) { return column.meaning.role == ColumnRole::measure; };
    std::vector<std::string> named;
    for (auto const& column : columns_.mapped)
      if (is_measure(column) && has_own_name(column)) named.push_back(column.field);
    std::erase_if(columns_.mapped, [&](Column const& column) {
      bool const other = is_measure(column) && column.meaning.by == MappedBy::synonym && !has_own_name(column) &&
                         std::ranges::find(named, column.field) != named.end();
      if (other) columns_.unmapped.push_back(column.header);
      return other;
    });
  }

  void refuse_two_columns() {
    std::unordered_map<std::string, std::string> first;
    for (auto const& column : columns_.mapped) {
      bool const may_repeat =
          column.meaning.role == ColumnRole::external_id ||
          (column.meaning.role == ColumnRole::field && column.meaning.field->use == FieldUse::multi);
      auto const [place, is_first] = first.emplace(column.field, column.header);
      if (!is_first && !may_repeat)
        columns_.problems.push_back(
            header_problem(import_rules::two_columns, column.header,
                           {{"first", place->second}, {"second", column.header}, {"field", column.field}}));
    }
  }

  void require_columns() {
    for_each_part(columns_.kind->required, [&](std::string_view alternatives) {
      auto const first = alternatives.substr(0, alternatives.find('/'));
      for (auto rest = alternatives; !rest.empty();) {
        auto const slash = rest.find('/');
        if (columns_.has(rest.substr(0, slash))) return;
        rest.remove_prefix(slash == rest.npos ? rest.size() : slash + 1);
      }
      auto const* field = find_field(*columns_.kind, first);
      std::string examples = '"' + std::string(first) + '"';
      std::size_t count = 0;
      for_each_part(field->english, [&](std::string_view name) {
        if (count++ < 3) examples += ", \"" + std::string(name) + '"';
      });
      columns_.problems.push_back(
          header_problem(import_rules::missing_column, "", {{"field", std::string(first)}, {"examples", examples}}));
    });
  }

  SheetRow header_;
  std::span<ColumnRequest const> requests_;
  std::vector<Asked> asked_;
  Columns columns_;
};

}  // namespace

bool Columns::has(std::string_view name) const {
  return std::ranges::find(mapped, name, &Column::field) != mapped.end();
}

result<Columns> find_columns(Sheet const& sheet, std::string_view kind, std::span<ColumnRequest const> requests) {
  auto found = find_kind(sheet, kind);
  if (!found) return found.error();
  return ColumnFinder(sheet, *std::move(found), requests).find();
}

}  // namespace exchange

std::vector<std::string> import_kinds() {
  std::vector<std::string> names;
  for (auto const& kind : exchange::table_kinds()) names.emplace_back(kind.name);
  return names;
}

result<ColumnPlan> plan_columns(Sheet const& sheet, std::string_view kind, std::span<ColumnRequest const> requests) {
  auto columns = exchange::find_columns(sheet, kind, requests);
  if (!columns) return columns.error();
  ColumnPlan plan{std::string(columns->kind->name), columns->why, {}, columns->unmapped, columns->problems};
  for (auto const& column : columns->mapped) plan.mapping.push_back({column.header, column.field, column.meaning.by});
  return plan;
}

}  // namespace v1
}  // namespace annexa
