#include <CLI/CLI.hpp>
#include <annexa/catalog/diff.hpp>
#include <annexa/catalog/filter.hpp>
#include <annexa/catalog/need.hpp>
#include <annexa/catalog/write_catalog.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/exchange/read_catalog.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "commands.hpp"
#include "csv.hpp"

namespace {

namespace json = boost::json;
using annexa::Catalog;
using annexa::CatalogQuery;
using annexa::Requirement;

constexpr annexa::Rule bad_condition{"catalog.condition", "\"{found}\" is no condition; write COLUMN=VALUE.", "",
                                     annexa::ErrorKind::usage};

// Rows as CSV.
int print_rows(Session& session, std::vector<std::vector<std::string>> const& rows) {
  std::string out;
  for (auto const& row : rows) append_csv_row(out, row);
  return session.print(out);
}

// A catalog that a person named: a built-in one, one that a workspace adopted, or a file.
struct Named {
  Catalog const* catalog;
  std::shared_ptr<Catalog const> own{};                       // keeps it, where it is not built in
  std::shared_ptr<annexa::CatalogDocument const> document{};  // likewise
};

// What was left out of it is told.
Named named_own(Session const& session, annexa::OwnCatalog const& own) {
  for (auto const& note : own.notes) session.say(note.where + ": " + note.message);
  return {own.catalog.get(), own.catalog, own.document};
}

bool is_file(std::string const& name) {
  return name.ends_with(".json") || name.ends_with(".csv") || name.ends_with(".yaml") || name.ends_with(".yml");
}

annexa::OwnCatalog read_own(std::string const& path) {
  annexa::CatalogReadOptions reading;
  reading.file = std::filesystem::path(path).filename().string();
  return annexa::read_catalog(read_file(path).value(), reading).value();
}

Named open_named(Session const& session, std::string const& name, std::string const& workspace) {
  if (is_file(name)) return named_own(session, read_own(name));
  if (!workspace.empty()) {
    auto const opened = session.open(workspace, annexa::OpenMode::read_only).value();
    auto const own = annexa::adopted_catalog(*opened.state(), name);
    if (own || !annexa::find_catalog(name) || !own.error().names("catalog.not-adopted"))
      return named_own(session, own.value());
  }
  return {annexa::need_catalog(name).value()};
}

int list_catalogs(Session& session) {
  json::array all;
  std::vector<std::vector<std::string>> rows{{"ID", "TITLE", "EDITION", "CLAUSES", "CONTROLS", "REQUIREMENTS"}};
  for (auto const& built_in : annexa::catalogs()) {
    auto const& catalog = built_in.open();
    auto const counts = catalog.counts();
    all.push_back(annexa::describe_catalog(catalog));
    rows.push_back({std::string(catalog.id()), std::string(catalog.title()), std::string(catalog.edition()),
                    std::to_string(counts.clauses), std::to_string(counts.controls),
                    std::to_string(counts.requirements)});
  }
  return session.answer(all, text_table(rows));
}

int print_csv(Session& session, Catalog const& catalog, std::vector<Requirement const*> const& rows) {
  std::vector<std::vector<std::string>> lines{{catalog.columns().begin(), catalog.columns().end()}};
  for (auto const* row : rows) {
    lines.emplace_back();
    for (auto const column : catalog.columns()) lines.back().emplace_back(Catalog::cell(*row, column).value_or(""));
  }
  return print_rows(session, lines);
}

struct CatalogOptions {
  std::string id, workspace, texts, reference, by, theme, pillar, clause, kind, baseline;
  std::vector<std::string> attributes;  // COLUMN=VALUE
  bool documented_information = false, documents = false, csv = false;
};

void add_condition(CatalogQuery& query, std::string column, std::string value) {
  for (auto& each : query.where)
    if (each.column == column) return each.values.push_back(std::move(value));
  query.where.push_back({std::move(column), {std::move(value)}});
}

CatalogQuery query_of(CatalogOptions const& options) {
  CatalogQuery query;
  query.by = options.by;
  std::pair<char const*, std::string const*> const named[] = {{"theme", &options.theme},
                                                              {"pillar", &options.pillar},
                                                              {"clause", &options.clause},
                                                              {"kind", &options.kind},
                                                              {"baseline", &options.baseline}};
  for (auto const& [column, value] : named)
    if (!value->empty()) add_condition(query, column, *value);
  if (options.documented_information) add_condition(query, "documented_information", "yes");
  for (auto const& text : options.attributes) {
    auto const equals = text.find('=');
    if (equals == text.npos || equals == 0)
      throw annexa::Refused(annexa::Error(bad_condition, "--attribute", {{"found", text}}));
    add_condition(query, text.substr(0, equals), text.substr(equals + 1));
  }
  return query;
}

int list_documents(Session& session, Catalog const& catalog, bool csv) {
  std::vector<std::vector<std::string>> text{
      {csv ? "clause" : "CLAUSE", csv ? "basis" : "BASIS", csv ? "document" : "DOCUMENT"}};
  for (auto const& each : catalog.mandatory_documents())
    text.push_back({to_string(each.reference), std::string(word(each.basis)), std::string(each.document)});
  session.speaks_english_only();
  if (csv) return print_rows(session, text);
  return session.answer(
      json::object{
          {"id", catalog.id()}, {"title", catalog.title()}, {"documents", annexa::write_mandatory_documents(catalog)}},
      text_table(text));
}

std::vector<Requirement const*> chosen_rows(Catalog const& catalog, CatalogOptions const& options,
                                            CatalogQuery const& query) {
  if (!options.reference.empty()) return {annexa::need_requirement(catalog, options.reference).value()};
  return annexa::select(catalog, query.where).value();
}

// By the texts of a licence holder, if there are any.
annexa::TextHook hook_from(Catalog const& catalog, std::string const& file) {
  if (file.empty()) return {};
  auto const document = annexa::parse_json(read_file(file).value()).value();
  return annexa::hook_of(catalog, annexa::from_json<annexa::LicensedTexts>(document).value()).value();
}

// Rows as --lang and --texts ask for them: title and summary replaced, and where they come from.
json::array worded(Session const& session, Catalog const& catalog, std::vector<Requirement const*> const& rows,
                   annexa::TextHook const& hook) {
  auto const& language = session.globals().language;
  auto out = annexa::write_requirements(catalog, rows);
  if (language == "en" && !hook) return out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const wording = annexa::wording_of(catalog, *rows[i], language, hook);
    auto& row = out[i].as_object();
    row["title"] = wording.title;
    row["summary"] = wording.text;
    row["wording"] = word(wording.basis);
  }
  return out;
}

// The groups as CSV: each row after the value that put it there, once for each value.
int print_groups(Session& session, Catalog const& catalog, std::string const& by,
                 std::vector<annexa::CatalogGroup> const& groups) {
  std::vector<std::vector<std::string>> rows{{"by " + by}};
  rows[0].insert(rows[0].end(), catalog.columns().begin(), catalog.columns().end());
  for (auto const& group : groups)
    for (auto const* row : group.rows) {
      rows.push_back({std::string(group.value)});
      for (auto const column : catalog.columns()) rows.back().emplace_back(Catalog::cell(*row, column).value_or(""));
    }
  return print_rows(session, rows);
}

int show_groups(Session& session, Catalog const& catalog, CatalogQuery const& query, bool csv) {
  auto const rows = annexa::select(catalog, query.where).value();
  auto const groups = annexa::group_by(catalog, rows, query.by).value();
  session.speaks_english_only();
  if (csv) return print_groups(session, catalog, query.by, groups);
  std::vector<std::vector<std::string>> text{{"ID", "TITLE"}};
  for (auto const& group : groups) {
    text.push_back({std::string(group.value) + ':', ""});
    for (auto const* row : group.rows) text.push_back({"  " + std::string(row->id), std::string(row->title)});
  }
  return session.answer(annexa::query_catalog(catalog, query).value(), text_table(text));
}

int show_catalog(Session& session, CatalogOptions const& options) {
  auto const named = open_named(session, options.id, options.workspace);
  auto const& catalog = *named.catalog;
  if (options.documents) return list_documents(session, catalog, options.csv);
  auto const query = query_of(options);
  if (!query.by.empty()) return show_groups(session, catalog, query, options.csv);
  auto const rows = chosen_rows(catalog, options, query);
  if (options.csv) {
    session.speaks_english_only();
    return print_csv(session, catalog, rows);
  }
  auto requirements = worded(session, catalog, rows, hook_from(catalog, options.texts));
  std::vector<std::vector<std::string>> text{{"ID", "TITLE"}};
  for (auto const& row : requirements)
    text.push_back({std::string(row.at("id").as_string()), std::string(row.at("title").as_string())});
  return session.answer(
      json::object{{"id", catalog.id()}, {"title", catalog.title()}, {"requirements", std::move(requirements)}},
      text_table(text));
}

struct CrosswalkOptions {
  std::string from, to, workspace, reference, through;
  bool candidates = false, csv = false;
};

// A cell of a mapping as a table prints it: nothing for null, the ids of a list of paths.
std::string cell_of(json::value const& value) {
  if (auto const* text = value.if_string()) return std::string(*text);
  if (value.is_null()) return "";
  if (auto const* paths = value.if_array()) {
    std::string ids;
    for (auto const& each : *paths) ids += (ids.empty() ? "" : ";") + std::string(each.at("id").as_string());
    return ids;
  }
  return json::serialize(value);
}

// The crosswalk between two catalogs that a person named, one of which may be a file or adopted by a workspace.
std::shared_ptr<annexa::Crosswalk const> crosswalk_between(Session const& session, CrosswalkOptions const& options) {
  for (auto const& [end, other] : {std::pair(options.from, options.to), std::pair(options.to, options.from)}) {
    if (!is_file(end)) continue;
    auto const crosswalk = annexa::need_own_crosswalk(read_own(end), other, options.through).value();
    return end == options.from ? crosswalk : std::make_shared<annexa::Crosswalk const>(crosswalk->reversed());
  }
  if (options.workspace.empty())
    return annexa::workspace_crosswalk({}, options.from, options.to, options.through).value();
  auto const opened = session.open(options.workspace, annexa::OpenMode::read_only).value();
  return annexa::workspace_crosswalk(*opened.state(), options.from, options.to, options.through).value();
}

// A composed crosswalk may well be empty, and has more to show all the same.
void mention_candidates(Session const& session, annexa::Crosswalk const& crosswalk, CrosswalkOptions const& options) {
  if (options.through.empty() || options.candidates || !crosswalk.mappings().empty()) return;
  session.say("No relationship follows from the mappings through " + options.through + "; " +
              std::to_string(crosswalk.candidates().size()) +
              " pairs have a requirement there in common (--candidates lists them).");
}

json::array mappings_of(Session const& session, CrosswalkOptions const& options) {
  auto const found = crosswalk_between(session, options);
  auto const* crosswalk = found.get();
  mention_candidates(session, *crosswalk, options);
  if (!options.reference.empty() || options.through.empty())
    return annexa::write_mappings_of(*crosswalk, options.reference).value();
  return annexa::write_mappings(*crosswalk, options.candidates);
}

int show_crosswalk(Session& session, CrosswalkOptions const& options) {
  auto const mappings = mappings_of(session, options);
  std::vector<std::string> columns{"source", "target", "relationship", "strength", "basis"};
  if (!options.through.empty()) columns.emplace_back("through");
  std::vector<std::vector<std::string>> rows{columns};
  for (auto const& each : mappings) {
    rows.emplace_back();
    for (auto const& column : columns) {
      auto const* value = each.as_object().if_contains(column);
      rows.back().push_back(value ? cell_of(*value) : "");
    }
  }
  return options.csv ? print_rows(session, rows) : session.answer(mappings, text_table(rows));
}

void add_catalog_command(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<CatalogOptions>();
  auto* show = app.add_subcommand("catalog", "Show a catalog, a part of it, or one requirement");
  show->add_option("ID", options->id, "Which catalog, such as iso27001-2022; or a file with one")->required();
  show->add_option("--workspace", options->workspace, "The workspace that adopted it, if it is the organisation's own");
  show->add_option("--texts", options->texts, "A file with the wording that you have a licence for (licensed-texts)");
  auto* reference = show->add_option("--ref", options->reference, "Which requirement, such as 9.2.1 or A.5.1");
  std::initializer_list<CLI::Option*> const filters = {
      show->add_option("--theme", options->theme, "Only controls of this theme"),
      show->add_option("--pillar", options->pillar, "Only what belongs to this part of the management system"),
      show->add_option("--clause", options->clause, "Only this row and all below it"),
      show->add_option("--kind", options->kind, "Only rows of this kind"),
      show->add_option("--baseline", options->baseline, "Only what this baseline selects: low, moderate or high"),
      show->add_option("--attribute", options->attributes,
                       "Only rows that have this value under a column: NAME=VALUE; several of one column are "
                       "alternatives")
          ->allow_extra_args(false),
      show->add_flag("--documented-information", options->documented_information, "Only what has to be on record"),
      show->add_option("--by", options->by, "Group the rows by a column, such as control_type")};
  for (auto* each : filters) each->excludes(reference);
  auto* documents = show->add_flag("--documents", options->documents, "The documents that auditors ask to see");
  documents->excludes(reference);
  for (auto* each : filters) documents->excludes(each);
  show->add_flag("--csv", options->csv, "As CSV");
  show->callback(
      [&chosen, options] { chosen = [options](Session& session) { return show_catalog(session, *options); }; });
}

void add_crosswalk_command(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<CrosswalkOptions>();
  auto* show = app.add_subcommand("crosswalk", "Show which requirement of a catalog meets which of another");
  show->add_option("FROM", options->from, "The catalog to start from")->required();
  show->add_option("TO", options->to, "The catalog to lead to")->required();
  show->add_option("--workspace", options->workspace, "The workspace that adopted one of them");
  show->add_option("--ref", options->reference, "Only the mappings of this requirement");
  auto* through = show->add_option("--through", options->through, "What follows from the mappings to this catalog");
  show->add_flag("--candidates", options->candidates, "With --through: pairs from which nothing follows, too")
      ->needs(through);
  show->add_flag("--csv", options->csv, "As CSV");
  show->callback(
      [&chosen, options] { chosen = [options](Session& session) { return show_crosswalk(session, *options); }; });
}

int show_difference(Session& session, std::string const& before, std::string const& after,
                    std::string const& workspace) {
  auto const old = open_named(session, before, workspace);
  auto const now = open_named(session, after, workspace);
  auto const difference = old.document && now.document ? annexa::compare_documents(*old.document, *now.document)
                                                       : annexa::compare_catalogs(*old.catalog, *now.catalog);
  std::vector<std::vector<std::string>> text{{"ROW", "WHAT"}};
  for (auto const& id : difference.added) text.push_back({id, "new"});
  for (auto const& each : difference.changed) {
    std::string columns;
    for (auto const& column : each.columns) columns += (columns.empty() ? "" : ", ") + column;
    text.push_back({each.id, "changed: " + columns});
  }
  for (auto const& id : difference.removed) text.push_back({id, "gone"});
  return session.answer(annexa::write_difference(difference),
                        difference.empty() ? "They are the same.\n" : text_table(text));
}

void add_difference_command(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string before, after, workspace;
  };
  auto options = std::make_shared<Options>();
  auto* show = app.add_subcommand("catalog-diff", "Show what one revision of a catalog has and another has not");
  show->add_option("OLD", options->before, "A catalog: its id or a file")->required();
  show->add_option("NEW", options->after, "Another one")->required();
  show->add_option("--workspace", options->workspace, "The workspace that adopted one of them");
  show->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show_difference(session, options->before, options->after, options->workspace);
    };
  });
}

}  // namespace

void add_catalog_commands(CLI::App& app, Chosen& chosen) {
  auto* list = app.add_subcommand("catalogs", "List the built-in catalogs");
  list->callback([&chosen] { chosen = list_catalogs; });
  add_catalog_command(app, chosen);
  add_crosswalk_command(app, chosen);
  add_difference_command(app, chosen);
}
