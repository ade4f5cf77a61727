#include <annexa/catalog/need.hpp>
#include <annexa/catalog/wording.hpp>

#include "catalog/read_table.hpp"

#include <map>
#include <memory>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule other_catalog{"catalog.texts-of-another", "The texts are of {found}, and {catalog} is to be shown.", "",
                             ErrorKind::usage};

// A translation that annexa brings along: from a table with the columns id, language, title, basis.
struct BuiltInTitles {
  std::string_view catalog;
  detail::EmbeddedTables const* file;
};
constexpr BuiltInTitles built_in_titles[] = {{"iso27001-2022", &detail::embedded_titles_2022}};

using Titles = std::map<std::pair<std::string_view, std::string_view>, Wording>;  // by language and id

Titles read_titles(detail::EmbeddedTables const& file) {
  auto const table = detail::read_table(file.tables.front());
  Titles titles;
  for (std::size_t i = 0; i < table.size(); ++i) {
    auto const row = table.row(i);
    titles.emplace(std::pair(row[1], row[0]),
                   Wording{std::string(row[2]), {}, from_word<WordingBasis>(row[3]).value()});
  }
  return titles;
}

Wording const* built_in_title(std::string_view catalog, std::string_view id, std::string_view language) {
  // As long as the program, for the reasons of built-in catalogs.
  static auto const& all = *new std::map<std::string_view, Titles>([] {
    std::map<std::string_view, Titles> read;
    for (auto const& each : built_in_titles) read.emplace(each.catalog, read_titles(*each.file));
    return read;
  }());
  auto const titles = all.find(catalog);
  if (titles == all.end()) return nullptr;
  auto const found = titles->second.find({language, id});
  return found == titles->second.end() ? nullptr : &found->second;
}

Wording printed(Requirement const& row) {
  return {std::string(row.title), std::string(row.summary), WordingBasis::printed};
}

std::optional<Wording> translated(Catalog const& catalog, Requirement const& row, std::string_view language) {
  if (auto const* own = catalog.translation(row, language)) {
    auto const& summary = own->summary.empty() ? row.summary : own->summary;
    return Wording{std::string(own->title), std::string(summary), WordingBasis::translation};
  }
  auto const* title = built_in_title(catalog.id(), row.id, language);
  if (!title) return {};
  return Wording{title->title, std::string(row.summary), title->basis};
}

}  // namespace

Wording wording_of(Catalog const& catalog, Requirement const& row, std::string_view language, TextHook const& hook) {
  return licensed_wording(catalog.id(), row.id, language, translated(catalog, row, language).value_or(printed(row)),
                          hook);
}

Wording licensed_wording(std::string_view catalog, std::string_view id, std::string_view language, Wording own,
                         TextHook const& hook) {
  auto licensed = hook ? hook(catalog, id, language) : std::nullopt;
  if (!licensed) return own;
  if (licensed->title.empty()) licensed->title = std::move(own.title);
  licensed->basis = WordingBasis::licensed;
  return *std::move(licensed);
}

result<TextHook> hook_of(Catalog const& catalog, LicensedTexts texts) {
  Error errors;
  if (texts.catalog != catalog.id())
    errors.add(other_catalog, "/catalog", {{"found", texts.catalog}, {"catalog", std::string(catalog.id())}});
  for (auto const& each : texts.texts)
    if (auto const row = need_requirement(catalog, each.id); !row) errors.add(row.error(), "/texts/");
  if (!errors.empty()) return errors;
  auto const held = std::make_shared<LicensedTexts const>(std::move(texts));
  return TextHook([held](std::string_view id, std::string_view row, std::string_view language) {
    std::optional<Wording> found;
    if (id != held->catalog) return found;
    for (auto const& each : held->texts)
      if (each.id == row && (each.language == language || (each.language.empty() && !found)))
        found = Wording{each.title, each.text, WordingBasis::licensed};
    return found;
  });
}

}  // namespace v1
}  // namespace annexa
