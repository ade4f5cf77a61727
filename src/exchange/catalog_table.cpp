// Catalogs from tables of text.
#include <annexa/base/text.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/exchange/table.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <utility>

#include "catalog_source.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr Rule no_column{"catalog.no-column", "There is no column {wanted}; the header has {found}.", "",
                         ErrorKind::usage};
constexpr Rule bad_strength{"crosswalk.strength", "\"{found}\" is no strength; it is 1 to 10.", "", ErrorKind::usage};

constexpr Rule beyond_header{"catalog.too-many-cells", "\"{found}\" stands beyond the {columns} columns of the header.",
                             "RFC 4180", ErrorKind::usage};

// The members of a row that a column may hold, and the headers that mean them.
struct KnownColumn {
  std::string CatalogRow::*member;
  std::array<std::string_view, 4> headers;
};
constexpr std::array<KnownColumn, 5> known_columns{{{&CatalogRow::id, {"id", "number", "ref", "reference"}},
                                                    {&CatalogRow::parent, {"parent"}},
                                                    {&CatalogRow::kind, {"kind"}},
                                                    {&CatalogRow::title, {"title", "name"}},
                                                    {&CatalogRow::summary, {"summary", "description"}}}};

// "de" for the header title[de] where @p name is "title"; empty for other headers.
std::string_view language_in(std::string_view header, std::string_view name) {
  if (!header.starts_with(name) || !header.ends_with(']') || header.size() < name.size() + 3) return {};
  header.remove_prefix(name.size());
  return header.front() == '[' ? header.substr(1, header.size() - 2) : std::string_view{};
}

CatalogTranslation& translation_in(CatalogRow& row, std::string_view language) {
  auto found = std::ranges::find(row.translations, language, &CatalogTranslation::language);
  if (found == row.translations.end())
    found = row.translations.insert(row.translations.end(), {std::string(language), {}, {}});
  return *found;
}

// "A.5.1; A.5.2 subset_of 7"
void read_mappings_cell(CatalogRow& row, std::string_view to, std::string_view cell, std::string const& where,
                        Error& errors) {
  for (auto const part : ValueList(cell)) {
    std::array<std::string_view, 3> words{trimmed(part), "intersects_with", ""};
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      auto const blank = words[i].find(' ');
      if (blank == words[i].npos) break;
      words[i + 1] = trimmed(words[i].substr(blank));
      words[i] = words[i].substr(0, blank);
    }
    CatalogMapping mapping{std::string(to), std::string(words[0]), std::string(words[1]), {}, {}};
    if (!words[2].empty()) {
      int strength = 0;
      auto const* const end = words[2].data() + words[2].size();
      auto const read = std::from_chars(words[2].data(), end, strength);
      if (read.ec != std::errc{} || read.ptr != end)
        errors.add(bad_strength, where, {{"found", std::string(shortened(words[2], 40))}});
      mapping.strength = strength;
    }
    row.mappings.push_back(std::move(mapping));
  }
}

class CatalogTableReader {
 public:
  CatalogTableReader(Sheet const& sheet, CatalogReadOptions const& options) : sheet_(sheet), options_(options) {
    for (std::size_t i = 0; i < sheet.header().size(); ++i) headers_.emplace_back(trimmed(sheet.header()[i]));
  }

  result<CatalogSource> run() && {
    for (auto const& problem : sheet_.problems)
      errors_.add(Error(ErrorKind::usage,
                        {{problem.rule, place(problem.row, header_of(problem.column)), problem.message, {}}}));
    name_columns();
    need_column(&CatalogRow::id, "id");
    need_column(&CatalogRow::title, "title");
    if (!errors_.empty()) return errors_;
    CatalogSource source;
    source.document.id = as_catalog_id(std::filesystem::path(options_.file).stem().string());
    source.document.title = source.document.id;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < sheet_.size(); ++i) {
      source.document.requirements.push_back(read_row(sheet_[i]));
      numbers.push_back(sheet_[i].number());
    }
    if (!errors_.empty()) return errors_;
    source.place = [file = options_.file, numbers = std::move(numbers)](std::size_t row, std::string_view member) {
      return file + ':' + std::to_string(numbers[row]) + ':' + std::string(member);
    };
    return source;
  }

 private:
  [[nodiscard]] std::string place(std::size_t row, std::string_view column) const {
    return options_.file + ':' + std::to_string(row) + ':' + std::string(column);
  }

  // What a column is called; its number where it stands beyond the header.
  [[nodiscard]] std::string header_of(std::size_t column) const {
    return column < headers_.size() ? headers_[column] : std::to_string(column + 1);
  }

  void name_columns() {
    for (auto const& header : headers_) {
      auto const word = lowered(header);
      auto const found = std::ranges::find_if(known_columns, [&](KnownColumn const& known) {
        return !word.empty() && std::ranges::find(known.headers, word) != known.headers.end();
      });
      members_.push_back(found == known_columns.end() ? nullptr : found->member);
    }
  }

  void need_column(std::string CatalogRow::*member, std::string_view name) {
    if (std::ranges::find(members_, member) != members_.end()) return;
    std::string found;
    for (auto const& header : headers_) found += (found.empty() ? "" : ", ") + header;
    errors_.add(no_column, place(1, name),
                {{"wanted", std::string(name)}, {"found", std::string(shortened(found, 200))}});
  }

  [[nodiscard]] CatalogRow read_row(SheetRow const& row) {
    CatalogRow out;
    for (std::size_t i = 0; i < headers_.size(); ++i) {
      auto const cell = trimmed(row[i]);
      if (!cell.empty()) read_cell(out, i, cell, row.number());
    }
    for (std::size_t i = headers_.size(); i < row.size(); ++i)
      if (!trimmed(row[i]).empty())
        errors_.add(beyond_header, place(row.number(), header_of(i)),
                    {{"found", std::string(shortened(row[i], 80))}, {"columns", std::to_string(headers_.size())}});
    return out;
  }

  void read_cell(CatalogRow& row, std::size_t column, std::string_view cell, std::size_t number) {
    auto const& header = headers_[column];
    if (members_[column]) {
      row.*members_[column] = cell;
    } else if (auto const title = language_in(header, "title"); !title.empty()) {
      translation_in(row, title).title = cell;
    } else if (auto const summary = language_in(header, "summary"); !summary.empty()) {
      translation_in(row, summary).summary = cell;
    } else if (std::ranges::find(catalogs(), header, &BuiltInCatalog::id) != catalogs().end()) {
      read_mappings_cell(row, header, cell, place(number, header), errors_);
    } else {
      row.cells.push_back({header, std::string(cell)});
    }
  }

  Sheet const& sheet_;
  CatalogReadOptions const& options_;
  std::vector<std::string> headers_;
  std::vector<std::string CatalogRow::*> members_;  // of each column; null where it is none of the known ones
  Error errors_;
};

// Text that only an encoding with one byte for each letter could be. Which one that is nobody can see, so it has to be
// said: other than a table of records, a catalog is what others are judged by.
bool is_one_byte_text(std::string_view bytes) {
  bool const is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  return !is_utf16 && bytes.find('\0') == bytes.npos && !is_utf8(bytes);
}

}  // namespace

std::string as_catalog_id(std::string_view text) {
  std::string id;
  for (char const c : lowered(text)) {
    bool const good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (good || (!id.empty() && id.back() != '-')) id += good ? c : '-';
  }
  id.resize(std::min<std::size_t>(id.size(), 30));
  while (id.ends_with('-')) id.pop_back();
  return id;
}

result<CatalogSource> read_catalog_table(std::string bytes, CatalogReadOptions const& options) {
  TableOptions table;
  table.file = options.file;
  table.encoding = options.encoding;
  if (!options.encoding && is_one_byte_text(bytes)) table.encoding = TextEncoding::utf8;  // which refuses it
  auto const sheet = read_table(std::move(bytes), table);
  if (!sheet) return sheet.error();
  return CatalogTableReader(*sheet, options).run();
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
