// From an XLSX workbook to sheets.
#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>
#include <annexa/command/state.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <algorithm>
#include <array>
#include <map>

#include "columns.hpp"
#include "header_rows.hpp"
#include "names.hpp"
#include "sheet_builder.hpp"
#include "table_rules.hpp"
#include "workbook_rules.hpp"
#include "worksheet.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t most_sheets = 1000;

// ---- The parts around the sheets

struct Relation {
  std::string type;  // the last word of it: "worksheet", "sharedStrings", ...
  std::string part;  // name in the archive
  bool external = false;
};
using Relations = std::map<std::string, Relation, std::less<>>;

// "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml" in "xl/". Steps upwards end at the top.
std::string joined_path(std::string_view folder, std::string_view target) {
  std::vector<std::string_view> steps;
  auto const walk = [&](std::string_view path) {
    while (!path.empty()) {
      auto const slash = path.find('/');
      auto const step = path.substr(0, slash);
      if (step == ".." && !steps.empty()) steps.pop_back();
      if (!step.empty() && step != "." && step != "..") steps.push_back(step);
      path.remove_prefix(slash == path.npos ? path.size() : slash + 1);
    }
  };
  if (!target.starts_with('/')) walk(folder);
  walk(target);
  std::string path;
  for (auto const step : steps) path += (path.empty() ? "" : "/") + std::string(step);
  return path;
}

class RelationsHandler final : public XmlHandler {
 public:
  RelationsHandler(std::string_view folder, Relations& relations) : folder_(folder), relations_(relations) {}
  void open(std::string_view name, XmlAttributes const& attributes, std::size_t) override {
    if (name != "Relationship") return;
    auto const type = attributes.get("Type");
    relations_[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                     joined_path(folder_, attributes.get("Target")),
                                                     attributes.get("TargetMode") == "External"};
  }
  void close(std::string_view, std::size_t) override {}
  void text(std::string_view) override {}

 private:
  std::string_view folder_;
  Relations& relations_;
};

struct SheetEntry {
  std::string name;
  std::string relation;
  bool visible = true;
};

class WorkbookHandler final : public XmlHandler {
 public:
  std::vector<SheetEntry> sheets;
  bool from_1904 = false;

  void open(std::string_view name, XmlAttributes const& attributes, std::size_t) override {
    if (name == "workbookPr") from_1904 = attributes.get("date1904") == "1" || attributes.get("date1904") == "true";
    if (name == "sheet" && sheets.size() < most_sheets)
      sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                        attributes.get("state").empty() || attributes.get("state") == "visible"});
  }
  void close(std::string_view, std::size_t) override {}
  void text(std::string_view) override {}
};

// The type of the main part, and which part that is.
class ContentTypesHandler final : public XmlHandler {
 public:
  explicit ContentTypesHandler(std::string_view part) : part_(part) {}
  std::string type;
  void open(std::string_view name, XmlAttributes const& attributes, std::size_t) override {
    if (name == "Override" && joined_path("", attributes.get("PartName")) == part_)
      type = attributes.get("ContentType");
  }
  void close(std::string_view, std::size_t) override {}
  void text(std::string_view) override {}

 private:
  std::string_view part_;
};

struct MainType {
  std::string_view part_of_type;
  Rule const* refused;  // null where it is read
};
constexpr std::array main_types{
    MainType{"spreadsheetml.sheet.main+xml", nullptr},
    MainType{"spreadsheetml.template.main+xml", nullptr},
    MainType{"sheet.macroEnabled.main+xml", &workbook_rules::macros},
    MainType{"template.macroEnabled.main+xml", &workbook_rules::macros},
    MainType{"addin.macroEnabled.main+xml", &workbook_rules::macros},
    MainType{"sheet.binary.macroEnabled.main", &workbook_rules::binary},
};

// A sheet that can be read, with its first rows.
struct FoundSheet {
  SheetEntry entry;
  std::string part;
  std::size_t number = 0;  // from 1, as the tabs stand
  HeaderRows header;
  std::size_t rows = 0;  // of the head; 0 where the sheet is blank
  std::string kind;      // what its header fits; empty if nothing
};

class WorkbookReader {
 public:
  WorkbookReader(Archive archive, TableOptions const& options, SheetWish const& wish)
      : archive_(std::move(archive)), options_(options), wish_(wish) {}

  [[nodiscard]] result<std::vector<Sheet>> read() {
    if (auto const done = read_parts(); !done) return done.error();
    auto const chosen = options_.sheet.empty() || options_.sheet == "*" ? choose() : find_named();
    if (!chosen) return chosen.error();
    std::vector<Sheet> sheets;
    for (auto const* each : *chosen) {
      auto sheet = read_sheet(*each);
      if (!sheet) return sheet.error();
      sheets.push_back(*std::move(sheet));
    }
    tell_others(*chosen, sheets.front());
    return sheets;
  }

 private:
  // ---- Parts

  [[nodiscard]] result<void> read_parts() {
    Relations package;
    RelationsHandler roots("", package);
    if (auto const done = read_xml(archive_, "_rels/.rels", roots); !done) return done;
    auto const main = std::ranges::find_if(
        package, [](auto const& each) { return each.second.type == "officeDocument" && !each.second.external; });
    if (main == package.end()) return refusal(workbook_rules::missing, {{"found", "officeDocument"}});
    main_ = main->second.part;
    if (auto const done = check_type(); !done) return done;
    WorkbookHandler workbook;
    if (auto const done = read_xml(archive_, main_, workbook); !done) return done;
    texts_.from_1904 = workbook.from_1904;
    auto const folder = main_.substr(0, main_.rfind('/') == main_.npos ? 0 : main_.rfind('/') + 1);
    auto const relations = folder + "_rels/" + main_.substr(folder.size()) + ".rels";
    RelationsHandler inside(folder, relations_);
    if (auto const done = read_xml(archive_, relations, inside); !done) return done;
    if (auto const done = read_shared(); !done) return done;
    return look_at(workbook.sheets);
  }

  [[nodiscard]] result<void> check_type() {
    ContentTypesHandler types(main_);
    if (auto const done = read_xml(archive_, "[Content_Types].xml", types); !done) return done;
    for (auto const& each : main_types)
      if (types.type.find(each.part_of_type) != types.type.npos)
        return each.refused ? result<void>(refusal(*each.refused)) : result<void>();
    return refusal(workbook_rules::content_type,
                   {{"found", types.type.empty() ? "of no type" : '"' + shortened(types.type, 100) + '"'}});
  }

  [[nodiscard]] result<void> read_shared() {
    for (auto const& [id, relation] : relations_) {
      if (relation.external) continue;
      if (relation.type == "sharedStrings")
        if (auto const done = read_shared_strings(archive_, relation.part, options_.limits, texts_); !done) return done;
      if (relation.type == "styles")
        if (auto const done = read_styles(archive_, relation.part, texts_); !done) return done;
    }
    return {};
  }

  [[nodiscard]] result<void> look_at(std::vector<SheetEntry> const& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      auto const relation = relations_.find(entries[i].relation);
      if (relation == relations_.end() || relation->second.type != "worksheet") continue;  // charts and dialogs
      FoundSheet found{entries[i], relation->second.part, i + 1, {}, 0, {}};
      if (relation->second.external) return refusal(workbook_rules::external, {{"found", shortened(found.part)}});
      found_.push_back(std::move(found));
    }
    return {};
  }

  [[nodiscard]] std::string where(FoundSheet const& sheet) const {
    return options_.file + '[' + sheet.entry.name + ']';
  }
  [[nodiscard]] Error refusal(Rule const& rule, std::vector<Argument> args = {}) const {
    return {rule, options_.file, std::move(args)};
  }

  // ---- Which sheet

  [[nodiscard]] result<void> look_at_head(FoundSheet& sheet) {
    std::string text;
    std::vector<HeadRow> head;
    auto const take = [&](WorksheetRow& row) {
      HeadRow each{row.number, {}};
      for (auto const& cell : row.cells) each.cells.push_back(text.substr(cell.begin, cell.size));
      head.push_back(std::move(each));
      return head.size() < head_rows;
    };
    auto limits = options_.limits;
    if (auto const done = read_worksheet(archive_, sheet.part, where(sheet), texts_, limits, text, take); !done)
      return done;
    sheet.rows = head.size();
    if (!head.empty()) sheet.header = find_header(head, wish_.kind, wish_.requests);
    if (!head.empty()) sheet.kind = kind_of(sheet);
    return {};
  }

  // The kind that the header fits, or nothing.
  [[nodiscard]] std::string kind_of(FoundSheet const& sheet) const {
    SheetBuilder builder{std::string()};
    builder.sheet().name = sheet.entry.name;
    add_header(builder, sheet.header);
    auto const columns = find_columns(builder.sheet(), wish_.kind, wish_.requests);
    return columns && columns->problems.empty() ? std::string(columns->kind->name) : std::string();
  }

  using Chosen = std::vector<FoundSheet const*>;

  [[nodiscard]] result<Chosen> find_named() {
    auto const number = detail::digits(options_.sheet);
    FoundSheet* named = nullptr;
    FoundSheet* numbered = nullptr;
    for (auto& each : found_) {
      if (each.entry.name == options_.sheet) named = &each;
      if (number && each.number == static_cast<std::size_t>(*number)) numbered = &each;
    }
    auto* chosen = named ? named : numbered;
    if (!chosen)
      return refusal(workbook_rules::no_sheet, {{"found", shortened(options_.sheet)}, {"known", "are " + names()}});
    if (auto const done = look_at_head(*chosen); !done) return done.error();
    if (chosen->rows == 0) return Error(table_rules::empty, where(*chosen));
    return Chosen{chosen};
  }

  [[nodiscard]] result<Chosen> choose() {
    Chosen visible;
    Chosen fitting;
    for (auto& each : found_) {
      if (!each.entry.visible) continue;
      if (auto const done = look_at_head(each); !done) return done.error();
      if (each.rows != 0) visible.push_back(&each);
      if (!each.kind.empty()) fitting.push_back(&each);
    }
    if (found_.empty() || std::ranges::none_of(found_, [](auto const& each) { return each.entry.visible; }))
      return refusal(workbook_rules::no_sheets);
    if (visible.empty()) return refusal(table_rules::empty);
    if (fitting.size() > 1 && options_.sheet != "*") fitting = narrowed(std::move(fitting));
    if (fitting.size() == 1 || (fitting.size() > 1 && (options_.sheet == "*" || each_is_named(fitting))))
      return in_order(std::move(fitting));
    if (visible.size() == 1) return visible;
    auto const& rule = fitting.empty() ? workbook_rules::unclear_sheet : workbook_rules::which_sheet;
    return refusal(rule, {{"found", described(fitting.empty() ? visible : fitting)}});
  }

  [[nodiscard]] static bool is_named(FoundSheet const& sheet) { return folded(sheet.entry.name) == folded(sheet.kind); }
  [[nodiscard]] static bool each_is_named(Chosen const& sheets) {
    return std::ranges::all_of(sheets, [](auto const* each) { return is_named(*each); });
  }

  // The sheets that are named after what they hold, where the others are named after other nouns, as in the workbook of
  // a workspace; or after the kind that is wanted.
  [[nodiscard]] Chosen narrowed(Chosen sheets) const {
    Chosen named;
    bool others = false;
    for (auto const* each : sheets) {
      if (is_named(*each))
        named.push_back(each);
      else
        others = others || !find_listed_noun(each->entry.name);
    }
    return named.empty() || (others && wish_.kind.empty()) ? std::move(sheets) : std::move(named);
  }

  // In the order of the kinds, so that what is named comes before what names it.
  [[nodiscard]] static Chosen in_order(Chosen sheets) {
    std::ranges::stable_sort(sheets, {},
                             [](auto const* each) { return find_table_kind(each->kind) - table_kinds().data(); });
    return sheets;
  }

  [[nodiscard]] static std::string described(Chosen const& sheets) {
    std::string out;
    for (auto const* each : sheets)
      out += (out.empty() ? "\"" : ", \"") + shortened(each->entry.name) + '"' +
             (each->kind.empty() ? "" : ": " + each->kind);
    return shortened(out, 400);
  }

  [[nodiscard]] std::string names() const {
    std::string out;
    for (auto const& each : found_) out += (out.empty() ? "\"" : ", \"") + shortened(each.entry.name) + '"';
    return shortened(out, 400);
  }

  // ---- The sheet itself

  static void add_header(SheetBuilder& builder, HeaderRows const& header) {
    std::vector<SheetCell> cells;
    for (auto const& each : header.cells) {
      cells.push_back({static_cast<std::uint32_t>(builder.text().size()), static_cast<std::uint32_t>(each.size())});
      builder.text() += each;
    }
    builder.add(cells, header.last);
  }

  [[nodiscard]] result<Sheet> read_sheet(FoundSheet const& found) {
    SheetBuilder builder{std::string()};
    add_header(builder, found.header);
    auto& sheet = builder.sheet();
    sheet.file = options_.file;
    sheet.name = found.entry.name;
    sheet.format.form = SheetForm::workbook;
    std::vector<std::size_t> hidden;
    auto const take = [&](WorksheetRow& row) {
      if (row.number <= found.header.last) return true;
      builder.add(row.cells, row.number);
      if (row.hidden) hidden.push_back(builder.number(row.number));
      for (auto const& error : row.errors)
        if (sheet.problems.size() < most_problems_)
          sheet.problems.push_back({builder.number(row.number), error.index,
                                    std::string(workbook_rules::error_value.id),
                                    fill_in(workbook_rules::error_value.text, {{"found", error.value}}), true});
      return true;
    };
    auto const done = read_worksheet(archive_, found.part, where(found), texts_, options_.limits, builder.text(), take);
    if (!done) return done.error();
    tell_header_rows(sheet, found.header);
    tell_hidden(sheet, hidden);
    return std::move(sheet);
  }

  static void remark(Sheet& sheet, Rule const& rule, std::vector<Argument> const& args) {
    sheet.remarks.push_back({1, 0, std::string(rule.id), fill_in(rule.text, args)});
  }
  static void tell_hidden(Sheet& sheet, std::vector<std::size_t> const& rows) {
    constexpr std::size_t most = 10;
    if (rows.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i)
      list += (list.empty() ? "" : ", ") + std::to_string(rows[i]);
    if (rows.size() > most) list += ", …";
    remark(sheet, workbook_rules::hidden_rows, {{"count", std::to_string(rows.size())}, {"found", list}});
  }
  // The sheets with rows that nobody reads, where the caller did not choose.
  void tell_others(Chosen const& chosen, Sheet& sheet) const {
    if (!options_.sheet.empty() && options_.sheet != "*") return;
    Chosen others;
    for (auto const& each : found_)
      if (each.rows != 0 && std::ranges::find(chosen, &each) == chosen.end()) others.push_back(&each);
    if (!others.empty()) remark(sheet, workbook_rules::other_sheets, {{"found", described(others)}});
  }

  static constexpr std::size_t most_problems_ = 1000;

  Archive archive_;
  TableOptions const& options_;
  SheetWish const& wish_;
  std::string main_;
  Relations relations_;
  WorkbookTexts texts_;
  std::vector<FoundSheet> found_;
};

// True if the file holds a stream of that name, as encrypted workbooks do.
bool is_encrypted(std::string_view bytes) {
  constexpr std::string_view name = "EncryptedPackage";
  std::string wide;
  for (char const c : name) wide.append({c, '\0'});
  return bytes.find(wide) != bytes.npos;
}

}  // namespace
}  // namespace exchange

result<std::vector<Sheet>> read_workbook(std::string_view bytes, TableOptions const& options, SheetWish const& wish) {
  auto const limit = options.limits.bytes;
  if (bytes.size() > limit)
    return Error(table_rules::too_large, options.file,
                 {{"found", std::to_string(bytes.size())}, {"limit", std::to_string(limit)}});
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return Error(exchange::is_encrypted(bytes) ? workbook_rules::encrypted : workbook_rules::old, options.file);
  auto archive = exchange::Archive::open(bytes, options.file);
  if (!archive) return archive.error();
  return exchange::WorkbookReader(*std::move(archive), options, wish).read();
}

}  // namespace v1
}  // namespace annexa
