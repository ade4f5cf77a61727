#include <CLI/CLI.hpp>

#include <annexa/base/name_hint.hpp>
#include <annexa/catalog/catalog.hpp>

#include "commands.hpp"
#include "csv.hpp"

namespace {

namespace json = boost::json;
using annexa::Catalog;
using annexa::Requirement;

constexpr annexa::Rule unknown_catalog{"catalog.unknown", "There is no catalog \"{found}\". There are: {known}.", "",
                                       annexa::ErrorKind::usage};
constexpr annexa::Rule unknown_reference{
    "catalog.no-such-requirement", "{catalog} has no \"{found}\". {hint} `annexa catalog {catalog}` lists what it has.",
    "", annexa::ErrorKind::usage};

int list_catalogs(Session& session) {
  json::array all;
  std::vector<std::vector<std::string>> rows{{"ID", "TITLE", "EDITION", "CLAUSES", "CONTROLS", "REQUIREMENTS"}};
  for (auto const& built_in : annexa::catalogs()) {
    auto const& catalog = built_in.open();
    auto const counts = catalog.counts();
    all.push_back(json::object{{"id", catalog.id()},
                               {"title", catalog.title()},
                               {"edition", catalog.edition()},
                               {"clauses", counts.clauses},
                               {"controls", counts.controls},
                               {"requirements", counts.requirements}});
    rows.push_back({std::string(catalog.id()), std::string(catalog.title()), std::string(catalog.edition()),
                    std::to_string(counts.clauses), std::to_string(counts.controls),
                    std::to_string(counts.requirements)});
  }
  return session.answer(all, text_table(rows));
}

Catalog const& need_catalog(std::string const& id) {
  if (auto const* catalog = annexa::find_catalog(id)) return *catalog;
  std::string known;
  for (auto const& each : annexa::catalogs()) known += (known.empty() ? "" : ", ") + std::string(each.id);
  throw annexa::Refused(annexa::Error(unknown_catalog, id, {{"found", id}, {"known", known}}));
}

json::object write_requirement(Catalog const& catalog, Requirement const& row) {
  json::object out;
  for (auto const column : catalog.columns())
    if (auto const cell = Catalog::cell(row, column)) out.emplace(column, *cell);
  return out;
}

std::string csv_of(Catalog const& catalog, std::vector<Requirement const*> const& rows) {
  std::string out;
  std::vector<std::string> line(catalog.columns().begin(), catalog.columns().end());
  append_csv_row(out, line);
  for (auto const* row : rows) {
    line.clear();
    for (auto const column : catalog.columns()) line.emplace_back(Catalog::cell(*row, column).value_or(""));
    append_csv_row(out, line);
  }
  return out;
}

std::vector<std::string> ids_of(Catalog const& catalog) {
  std::vector<std::string> ids;
  for (auto const& row : catalog.requirements()) ids.emplace_back(Catalog::cell(row, "id").value_or(""));
  return ids;
}

int show_catalog(Session& session, std::string const& id, std::string const& reference, bool csv) {
  auto const& catalog = need_catalog(id);
  std::vector<Requirement const*> rows;
  if (reference.empty()) {
    for (auto const& row : catalog.requirements()) rows.push_back(&row);
  } else {
    auto const* row = catalog.find(reference);
    if (!row)
      return session.fail(annexa::Error(
          unknown_reference, reference,
          {{"catalog", id}, {"found", reference}, {"hint", annexa::hint_for(reference, ids_of(catalog))}}));
    rows.push_back(row);
  }
  if (csv) return session.print(csv_of(catalog, rows));
  json::array requirements;
  std::vector<std::vector<std::string>> text{{"ID", "TITLE"}};
  for (auto const* row : rows) {
    requirements.push_back(write_requirement(catalog, *row));
    text.push_back(
        {std::string(Catalog::cell(*row, "id").value_or("")), std::string(Catalog::cell(*row, "title").value_or(""))});
  }
  return session.answer(
      json::object{{"id", catalog.id()}, {"title", catalog.title()}, {"requirements", std::move(requirements)}},
      text_table(text));
}

}  // namespace

void add_catalog_commands(CLI::App& app, Chosen& chosen) {
  auto* list = app.add_subcommand("catalogs", "List the built-in catalogs");
  list->callback([&chosen] { chosen = list_catalogs; });

  struct Options {
    std::string id, reference;
    bool csv = false;
  };
  auto options = std::make_shared<Options>();
  auto* show = app.add_subcommand("catalog", "Show a catalog, or one requirement of it");
  show->add_option("ID", options->id, "Which catalog, such as iso27001-2022")->required();
  show->add_option("--ref", options->reference, "Which requirement, such as 9.2.1 or A.5.1");
  show->add_flag("--csv", options->csv, "As CSV");
  show->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show_catalog(session, options->id, options->reference, options->csv);
    };
  });
}
