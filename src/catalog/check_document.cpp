#include "catalog/check_document.hpp"

#include <annexa/base/name_hint.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

namespace own_rules {
constexpr Rule bad_id{"catalog.bad-id", "\"{found}\" is no id of a catalog; 1 to 30 of a-z, 0-9, '-' and '.' are.", "",
                      ErrorKind::usage};
constexpr Rule id_taken{"catalog.id-taken", "annexa brings along a catalog \"{found}\"; choose another id.", "",
                        ErrorKind::usage};
constexpr Rule no_rows{"catalog.empty", "There is no requirement; a catalog has at least one.", "", ErrorKind::usage};
constexpr Rule too_many_rows{"catalog.too-large", "There are {found} requirements; {limit} are accepted.", "",
                             ErrorKind::usage};
constexpr Rule validity{"catalog.validity", "It ends on {until}, before it begins on {from}.", "", ErrorKind::usage};
constexpr Rule revision{"catalog.revision", "The revision is {found}; it is 1 or more.", "", ErrorKind::usage};
constexpr Rule bad_row_id{"catalog.bad-requirement-id",
                          "\"{found}\" is no id of a requirement; 1 to {limit} bytes without blanks at the ends and "
                          "without control characters are.",
                          "", ErrorKind::usage};
constexpr Rule double_id{"catalog.duplicate-id", "\"{found}\" is the id of {first} already.", "", ErrorKind::usage};
constexpr Rule no_parent{"catalog.unknown-parent", "There is no row \"{found}\" to be its parent. {hint}", "",
                         ErrorKind::usage};
constexpr Rule cycle{"catalog.cycle", "\"{found}\" lies below itself: {way}.", "", ErrorKind::usage};
constexpr Rule too_deep{"catalog.too-deep", "\"{found}\" lies at level {level}; {limit} levels are accepted.", "",
                        ErrorKind::usage};
constexpr Rule unknown_kind{"catalog.unknown-kind", "\"{found}\" is no kind of requirement. {hint}", "",
                            ErrorKind::usage};
constexpr Rule no_title{"catalog.empty-title", "The title is empty.", "", ErrorKind::usage};
constexpr Rule too_long{"catalog.text-too-long", "The text has {found} bytes; {limit} are accepted.", "",
                        ErrorKind::usage};
constexpr Rule not_text{"catalog.not-text", "This is not text in UTF-8.", "", ErrorKind::usage};
constexpr Rule bad_column{"catalog.bad-column", "\"{found}\" cannot be a column of its own{reason}.", "",
                          ErrorKind::usage};
constexpr Rule too_many_columns{"catalog.too-many-columns",
                                "There are {found} columns of its own, those of all rows together; {limit} are "
                                "accepted.",
                                "", ErrorKind::usage};
constexpr Rule bad_language{"catalog.language",
                            "\"{found}\" is no language; write two letters such as \"de\", once for "
                            "each language.",
                            "", ErrorKind::usage};
constexpr Rule unknown_relationship{"crosswalk.unknown-relationship", "\"{found}\" is no relationship. {hint}",
                                    "NIST IR 8477", ErrorKind::usage};
constexpr Rule unknown_target{"crosswalk.no-target", "{to} has no \"{found}\". {hint}", "", ErrorKind::usage};
constexpr Rule unknown_framework{"crosswalk.no-catalog", "There is no built-in catalog \"{found}\". {hint}", "",
                                 ErrorKind::usage};
constexpr Rule bad_strength{"crosswalk.strength", "The strength is {found}; it is 1 to 10.", "", ErrorKind::usage};
constexpr Rule double_pair{"crosswalk.duplicate", "{to} {found} is mapped already.", "", ErrorKind::usage};
}  // namespace own_rules

constexpr std::size_t longest_catalog_id = 30;
constexpr std::size_t longest_key = 80;

std::string told(std::string_view text) { return is_utf8(text) ? std::string(shortened(text, 80)) : "?"; }

template <class Enum>
std::vector<std::string_view> words() {
  return {words_of<Enum>.begin(), words_of<Enum>.end()};
}

std::vector<std::string_view> ids_in(auto const& rows) {
  std::vector<std::string_view> ids;
  for (auto const& row : rows) ids.emplace_back(row.id);
  return ids;
}

// The bytes of a text as JSON writes it: quotes and backslashes take two, control characters up to six.
std::size_t written(std::string_view text) {
  std::size_t size = text.size();
  for (char const c : text) size += c == '"' || c == '\\' ? 1 : static_cast<unsigned char>(c) < 0x20 ? 5 : 0;
  return size;
}

class DocumentChecker {
 public:
  DocumentChecker(CatalogDocument const& document, CatalogPlace const& place, CatalogLimits const& limits,
                  DocumentUse use)
      : document_(document), place_(place), limits_(limits), use_(use), ids_(document.requirements.size()) {}

  Error run() && {
    if (adopting()) check_head();
    if (document_.requirements.empty()) refuse("/requirements", own_rules::no_rows);
    if (document_.requirements.size() > limits_.rows) {
      refuse("/requirements", own_rules::too_many_rows,
             {{"found", std::to_string(document_.requirements.size())}, {"limit", std::to_string(limits_.rows)}});
      return std::move(errors_);
    }
    number_rows();
    for (std::size_t row = 0; row < document_.requirements.size() && adopting(); ++row) check_row(row);
    if (adopting() && columns_.size() > limits_.columns)
      refuse("/requirements", own_rules::too_many_columns,
             {{"found", std::to_string(columns_.size())}, {"limit", std::to_string(limits_.columns)}});
    check_levels();
    return std::move(errors_);
  }

 private:
  [[nodiscard]] bool adopting() const noexcept { return use_ == DocumentUse::adopting; }
  // True if no further violation is listed; then none has to be found.
  [[nodiscard]] bool is_full() const noexcept { return errors_.violations().size() >= limits_.violations; }
  // The nearest of @p names. A search through all of them: made for as many violations as anyone reads.
  [[nodiscard]] std::string hint(std::string_view name, auto const& names) const {
    constexpr std::size_t most = 100;
    return errors_.violations().size() < most ? hint_for(name, names()) : std::string();
  }
  void refuse(std::string where, Rule const& rule, std::vector<Argument> args = {}) {
    if (!is_full()) errors_.add(rule, std::move(where), std::move(args));
  }
  [[nodiscard]] std::string at(std::size_t row, std::string_view member) const { return place_(row, member); }

  void check_head() {
    auto const& id = document_.id;
    bool const good = !id.empty() && id.size() <= longest_catalog_id && std::ranges::all_of(id, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    if (!good) refuse("/id", own_rules::bad_id, {{"found", told(id)}});
    if (std::ranges::find(catalogs(), id, &BuiltInCatalog::id) != catalogs().end())
      refuse("/id", own_rules::id_taken, {{"found", id}});
    check_title([] { return std::string("/title"); }, document_.title);
    check_text([] { return std::string("/edition"); }, document_.edition);
    check_text([] { return std::string("/publisher"); }, document_.publisher);
    if (document_.revision && *document_.revision < 1)
      refuse("/revision", own_rules::revision, {{"found", std::to_string(*document_.revision)}});
    if (document_.valid_from && document_.valid_until && *document_.valid_until < *document_.valid_from)
      refuse("/valid_until", own_rules::validity,
             {{"from", to_string(*document_.valid_from)}, {"until", to_string(*document_.valid_until)}});
  }

  // Places are made only where something is wrong: @p where answers one.
  void check_text(auto const& where, std::string_view text, std::size_t limit) {
    if (text.size() > limit)
      return refuse(where(), own_rules::too_long,
                    {{"found", std::to_string(text.size())}, {"limit", std::to_string(limit)}});
    if (!is_utf8(text) || text.find('\0') != text.npos) refuse(where(), own_rules::not_text);
  }
  void check_text(auto const& where, std::string_view text) { check_text(where, text, limits_.text_bytes); }
  void check_title(auto const& where, std::string_view text) {
    if (trimmed(text).empty()) return refuse(where(), own_rules::no_title);
    check_text(where, text, limits_.title_bytes);
  }

  // Numbers the ids, the first row of each; a row that has the id of another keeps it out of everything that follows.
  void number_rows() {
    first_.reserve(document_.requirements.size());
    auto const longest = longest_key - 1 - std::min(document_.id.size(), longest_catalog_id);
    for (std::size_t row = 0; row < document_.requirements.size(); ++row) {
      auto const& id = document_.requirements[row].id;
      bool const good = !id.empty() && id.size() <= longest && is_utf8(id) && !has_control(id) && trimmed(id) == id;
      if (!good)
        refuse(at(row, "id"), own_rules::bad_row_id, {{"found", told(id)}, {"limit", std::to_string(longest)}});
      auto const number = ids_.put(id);
      if (number == first_.size())
        first_.push_back(row);
      else if (good)
        refuse(at(row, "id"), own_rules::double_id, {{"found", id}, {"first", at(first_[number], "id")}});
    }
  }

  void check_row(std::size_t row) {
    auto const& each = document_.requirements[row];
    check_title([&] { return at(row, "title"); }, each.title);
    check_text([&] { return at(row, "summary"); }, each.summary);
    if (!each.kind.empty() && !from_word<RequirementKind>(each.kind))
      refuse(at(row, "kind"), own_rules::unknown_kind,
             {{"found", told(each.kind)}, {"hint", hint(each.kind, words<RequirementKind>)}});
    if (!check_size(row, each)) return;  // its parts are not looked at one by one
    check_cells(row, each.cells);
    check_translations(row, each.translations);
    check_mappings(row, each.mappings);
  }

  void check_cells(std::size_t row, std::vector<CatalogCell> const& cells) {
    constexpr std::array<std::string_view, 5> own{"id", "parent", "kind", "title", "summary"};
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < cells.size() && !is_full(); ++i) {
      auto const where = [&] { return at(row, "cells/" + std::to_string(i)); };
      auto const& name = cells[i].column;
      bool const is_own = std::ranges::find(own, name) != own.end();
      bool const again = !names.insert(name).second;
      columns_.insert(name);
      bool const good = !name.empty() && name.size() <= 80 && is_utf8(name) && !has_control(name);
      if (is_own || again || !good)
        refuse(where(), own_rules::bad_column,
               {{"found", told(name)},
                {"reason", is_own  ? ", because every catalog has it"
                           : again ? " a second time"
                                   : ""}});
      check_text(where, cells[i].value);
    }
  }

  void check_translations(std::size_t row, std::vector<CatalogTranslation> const& translations) {
    std::set<std::string_view> languages;
    for (std::size_t i = 0; i < translations.size() && !is_full(); ++i) {
      auto const where = "translations/" + std::to_string(i);
      auto const& language = translations[i].language;
      bool const good =
          language.size() == 2 && std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
      if (!good || !languages.insert(language).second)
        refuse(at(row, where + "/language"), own_rules::bad_language, {{"found", told(language)}});
      check_title([&] { return at(row, where + "/title"); }, translations[i].title);
      check_text([&] { return at(row, where + "/summary"); }, translations[i].summary);
    }
  }

  void check_mappings(std::size_t row, std::vector<CatalogMapping> const& mappings) {
    std::set<std::pair<std::string_view, std::string_view>> pairs;
    for (std::size_t i = 0; i < mappings.size() && !is_full(); ++i) {
      auto const& each = mappings[i];
      auto const where = "mappings/" + std::to_string(i);
      if (!from_word<Relationship>(each.relationship))
        refuse(at(row, where + "/relationship"), own_rules::unknown_relationship,
               {{"found", told(each.relationship)}, {"hint", hint(each.relationship, words<Relationship>)}});
      check_target(row, where, each);
      if (each.strength && (*each.strength < 1 || *each.strength > 10))
        refuse(at(row, where + "/strength"), own_rules::bad_strength, {{"found", std::to_string(*each.strength)}});
      check_text([&] { return at(row, where + "/basis"); }, each.basis);
      if (!pairs.insert({each.to, each.target}).second)
        refuse(at(row, where), own_rules::double_pair, {{"to", told(each.to)}, {"found", told(each.target)}});
    }
  }

  void check_target(std::size_t row, std::string const& where, CatalogMapping const& mapping) {
    auto const* catalog = find_catalog(mapping.to);
    if (!catalog)
      return refuse(at(row, where + "/to"), own_rules::unknown_framework,
                    {{"found", told(mapping.to)}, {"hint", hint(mapping.to, [] { return ids_in(catalogs()); })}});
    if (catalog->find(mapping.target)) return;
    auto const names = [&] { return ids_in(catalog->requirements()); };
    refuse(at(row, where + "/target"), own_rules::unknown_target,
           {{"to", mapping.to}, {"found", told(mapping.target)}, {"hint", hint(mapping.target, names)}});
  }

  // False if the row is larger than an event takes, as it is written there.
  [[nodiscard]] bool check_size(std::size_t row, CatalogRow const& each) {
    std::size_t size = written(each.title) + written(each.summary);
    for (auto const& cell : each.cells) size += written(cell.column) + written(cell.value) + 32;
    for (auto const& text : each.translations) size += written(text.title) + written(text.summary) + 48;
    for (auto const& mapping : each.mappings)
      size += written(mapping.to) + written(mapping.target) + written(mapping.basis) + 96;
    if (size <= limits_.row_bytes) return true;
    refuse(at(row, "id"), own_rules::too_long,
           {{"found", std::to_string(size)}, {"limit", std::to_string(limits_.row_bytes)}});
    return false;
  }

  // ---- Parents

  [[nodiscard]] std::string_view parent_of(std::size_t row) const { return document_.requirements[row].parent; }

  // The row of the parent, or none.
  [[nodiscard]] std::size_t above(std::size_t row) const {
    auto const number = parent_of(row).empty() ? IdIndex::none : ids_.find(parent_of(row));
    return number == IdIndex::none ? none : first_[number];
  }

  // Goes up from each row to one whose level is known, and down again; so each row is passed twice at most.
  void check_levels() {
    levels_.assign(document_.requirements.size(), unknown);
    for (std::size_t row = 0; row < levels_.size(); ++row) {
      if (!parent_of(row).empty() && above(row) == none) refuse_parent(row);
      std::vector<std::size_t> way;
      auto at_row = row;
      while (at_row != none && levels_[at_row] == unknown) {
        levels_[at_row] = visiting;
        way.push_back(at_row);
        at_row = above(at_row);
      }
      bool const in_circle = at_row != none && levels_[at_row] == visiting;
      if (in_circle) refuse_cycle(way, at_row);
      std::size_t level = at_row == none || in_circle ? 0 : levels_[at_row];
      for (auto each = way.rbegin(); each != way.rend(); ++each) levels_[*each] = ++level;
      // Told where the limit is first passed, not for all that lies below.
      for (auto const each : way)
        if (levels_[each] == limits_.levels + 1 && !in_circle) refuse_level(each);
    }
  }

  void refuse_parent(std::size_t row) {
    auto const names = [&] { return ids_in(document_.requirements); };
    refuse(at(row, "parent"), own_rules::no_parent,
           {{"found", told(parent_of(row))}, {"hint", hint(parent_of(row), names)}});
  }

  void refuse_cycle(std::vector<std::size_t> const& way, std::size_t closes) {
    auto const begin = std::ranges::find(way, closes);
    std::string text;
    std::size_t shown = 0;
    for (auto each = begin; each != way.end() && shown < 10; ++each, ++shown)
      text += told(document_.requirements[*each].id) + " below ";
    refuse(at(closes, "parent"), own_rules::cycle,
           {{"found", told(document_.requirements[closes].id)},
            {"way", text + (shown == 10 ? "…" : told(document_.requirements[closes].id))}});
  }

  void refuse_level(std::size_t row) {
    refuse(at(row, "parent"), own_rules::too_deep,
           {{"found", told(document_.requirements[row].id)},
            {"level", std::to_string(limits_.levels + 1)},
            {"limit", std::to_string(limits_.levels)}});
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t unknown = none, visiting = none - 1;

  CatalogDocument const& document_;
  CatalogPlace const& place_;
  CatalogLimits const& limits_;
  DocumentUse use_;
  IdIndex ids_;
  std::vector<std::size_t> first_;      // the row of each id
  std::vector<std::size_t> levels_;     // of each row, 1 at the top
  std::set<std::string_view> columns_;  // of all rows
  Error errors_;
};

}  // namespace

bool is_followed(CatalogMapping const& mapping) {
  auto const* catalog = find_catalog(mapping.to);
  return catalog && catalog->find(mapping.target) && from_word<Relationship>(mapping.relationship);
}

Error check_document(CatalogDocument const& document, CatalogPlace const& place, CatalogLimits const& limits,
                     DocumentUse use) {
  return DocumentChecker(document, place, limits, use).run();
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
