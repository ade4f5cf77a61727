#include <CLI/CLI.hpp>
#include <annexa/command/review.hpp>
#include <annexa/command/statement_commands.hpp>

#include "commands.hpp"

namespace {

std::string text_of(annexa::StatementDiff const& diff) {
  std::string out = "From " + diff.from + " to " + diff.to + ": " + std::to_string(diff.added.size()) + " added, " +
                    std::to_string(diff.removed.size()) + " removed, " + std::to_string(diff.changed.size()) +
                    " changed, " + std::to_string(diff.unchanged) + " as before.\n";
  std::vector<std::vector<std::string>> rows;
  for (auto const& row : diff.added) rows.push_back({"+ " + row.control.text(), "", row.justification, ""});
  for (auto const& row : diff.removed) rows.push_back({"- " + row.control.text(), "", row.justification, ""});
  for (auto const& row : diff.changed)
    for (auto const& member : row.members)
      rows.push_back({"~ " + row.control.text(), member.member, member.before, member.after});
  if (rows.empty()) return out;
  rows.insert(rows.begin(), {"CONTROL", "MEMBER", "BEFORE", "AFTER"});
  return out + '\n' + text_table(rows);
}

int compare_versions(Session& session, std::string const& path, std::string const& from, std::string const& to) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const diff = annexa::statement_diff(*workspace->state(), from, to);
  return diff ? session.answer(annexa::to_json(*diff), text_of(*diff)) : session.fail(diff.error());
}

std::string text_of(annexa::StatementMigration const& migration) {
  std::string out = "From " + migration.from + " to " + migration.to + ": " + std::to_string(migration.retired.size()) +
                    " rows retired, " + std::to_string(migration.rows.size()) + " rows made or changed, " +
                    std::to_string(migration.notes.size()) + " things to look at.\n";
  if (migration.notes.empty()) return out;
  std::vector<std::vector<std::string>> rows{{"CONTROL", "QUESTION", "TEXT", "CONCERNS"}};
  for (auto const& note : migration.notes) {
    std::string others;
    for (auto const& each : note.others) others += (others.empty() ? "" : ", ") + each.text();
    rows.push_back({note.control.text(), to_string(note.question), note.text, others});
  }
  return out + '\n' + text_table(rows);
}

int migrate_statement(Session& session, std::string const& path, std::string const& from, bool apply) {
  auto workspace = session.open(path, apply ? annexa::OpenMode::open : annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const migration = annexa::statement_migration(*workspace->state(), from, workspace->now().date());
  if (!migration) return session.fail(migration.error());
  if (apply)
    if (auto const done = workspace->apply(annexa::command::MigrateStatement{from}); !done)
      return session.fail(done.error());
  return session.answer(annexa::to_json(*migration), text_of(*migration));
}

}  // namespace

void add_statement_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string workspace, from, to, edition = "iso27001-2013";
    bool apply = false;
  };
  auto options = std::make_shared<Options>();
  auto* statement = app.add_subcommand("soa", "The statement of applicability");
  statement->require_subcommand(1);
  auto* diff = statement->add_subcommand("diff", "What changed between two versions of it");
  diff->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  diff->add_option("V1", options->from, "The earlier version: its number, its key, or current")->required();
  diff->add_option("V2", options->to, "The later version: its number, its key, or current")->required();
  diff->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return compare_versions(session, options->workspace, options->from, options->to);
    };
  });

  auto* migrate = statement->add_subcommand(
      "migrate", "Move it to ISO/IEC 27001:2022: what would change, or with --apply change it");
  migrate->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  migrate->add_option("--from", options->edition, "The catalog of the old controls")->capture_default_str();
  migrate->add_flag("--apply", options->apply, "Record it");
  migrate->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return migrate_statement(session, options->workspace, options->edition, options->apply);
    };
  });
}
