// annexa: the command line tool. Written against the public C++ interface alone, so that it proves it sufficient.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <annexa/base/text.hpp>
#include <array>
#include <csignal>
#include <span>
#include <string_view>

#include "commands.hpp"

namespace {

constexpr annexa::Rule usage{"command-line", "{reason}", "", annexa::ErrorKind::usage};
constexpr annexa::Rule unknown_command{"command-line", "There is no command \"{found}\". There are: {known}.", "",
                                       annexa::ErrorKind::usage};
constexpr annexa::Rule not_text{"command-line", "Word {index} of the command line is not text in UTF-8.", "",
                                annexa::ErrorKind::usage};
constexpr annexa::Rule no_memory{"memory", "Memory ran out.", "", annexa::ErrorKind::no_memory};

void add_globals(CLI::App& app, Globals& globals) {
  app.add_flag("--json", globals.json, "Answer in JSON on standard output, and nothing else there");
  app.add_flag("--quiet", globals.quiet, "Say only what went wrong");
  auto const not_empty = [](std::string const& text) { return text.empty() ? std::string("it is empty") : ""; };
  app.add_option("--at", globals.at, "The time to take for now, such as 2026-03-01T09:00:00Z")->check(not_empty);
  app.add_option("--id-seed", globals.id_seed,
                 "Hexadecimal seed of ids and salts, for runs that can be repeated (tests only)");
  app.add_option("--actor", globals.actor, "Who acts: the key of a person")->check(not_empty)->capture_default_str();
  app.add_option("--lang", globals.language,
                 "Language of reports (theirs without it), of titles of requirements, and of the reasons of plans")
      ->check(CLI::IsMember({"en", "de", "fr"}));
  app.add_option("--threads", globals.threads, "Threads that long computations may use")->check(CLI::Range(1, 256));
  app.add_flag("--write-ahead", globals.write_ahead,
               "Append through a write-ahead log: faster, but nobody else can open the workspace meanwhile");
  app.add_flag("--fold-all", globals.fold_all,
               "Make the state of all events, and not of the one that is kept beside them");
  app.fallthrough();
}

// What the parser found wrong. A misspelt command is named as such; the parser would only miss a command.
annexa::Error usage_error(CLI::App const& app, CLI::ParseError const& error) {
  auto const words = app.remaining();
  auto const misspelt = std::ranges::find_if(words, [](std::string const& word) { return !word.starts_with('-'); });
  if (!app.get_subcommands().empty() || misspelt == words.end())
    return {usage, "", {{"reason", std::string(error.what()) + " (annexa --help tells more)"}}};
  std::string known;
  for (auto const* each : app.get_subcommands({})) known += (known.empty() ? "" : ", ") + each->get_name();
  return {unknown_command, "", {{"found", *misspelt}, {"known", known}}};
}

// Paths and names reach messages, JSON and the journal.
void refuse_arguments_that_are_no_text(std::span<char*> arguments) {
  for (std::size_t i = 1; i < arguments.size(); ++i)
    if (!annexa::is_utf8(arguments[i]) || annexa::has_stray_control(arguments[i]))
      throw annexa::Refused(annexa::Error(not_text, "", {{"index", std::to_string(i)}}));
}

int run(int argc, char** argv) {
  std::span const arguments(argv, static_cast<std::size_t>(argc));
  Globals globals;
  // Known before anything is read, so that a usage error answers in JSON too.
  globals.json = std::ranges::any_of(arguments, [](char const* word) { return std::string_view(word) == "--json"; });
  Chosen chosen;
  CLI::App app("ISO/IEC 27001 internal audits: risks, programme, audits, nonconformities, reports.", "annexa");
  app.set_version_flag("--version", "annexa " ANNEXA_TOOL_VERSION);
  app.require_subcommand(1);
  add_globals(app, globals);
  add_catalog_commands(app, chosen);
  add_workspace_commands(app, chosen);
  add_exchange_commands(app, chosen);
  add_planning_commands(app, chosen);
  add_audit_time_command(app, chosen);
  add_plan_commands(app, chosen);
  add_season_command(app, chosen);
  add_statement_commands(app, chosen);
  add_review_commands(app, chosen);
  add_management_commands(app, chosen);
  add_risk_commands(app, chosen);
  add_report_commands(app, chosen);
  add_audit_commands(app, chosen);
  add_lifecycle_commands(app, chosen);
  add_journal_commands(app, chosen);
  add_checkpoint_commands(app, chosen);
  add_proof_commands(app, chosen);
  add_erase_command(app, chosen);
  add_rotate_command(app, chosen);
  add_pack_command(app, chosen);
  add_sample_commands(app, chosen);
  add_cvss_command(app, chosen);
  add_oscal_commands(app, chosen);
  add_schema_command(app, chosen);
  Session session(globals);
  constexpr std::array<std::array<char const*, 2>, 11> speaking{{{"catalog"},
                                                                 {"programme"},
                                                                 {"plan"},
                                                                 {"season"},
                                                                 {"pack"},
                                                                 {"report"},
                                                                 {"oscal", "export"},
                                                                 {"risk", "heat-map"},
                                                                 {"risk", "simulate"},
                                                                 {"risk", "sensitivity"},
                                                                 {"risk", "optimize"}}};  // texts or pictures of theirs
  try {
    refuse_arguments_that_are_no_text(arguments);
    app.parse(argc, argv);
    globals.language_asked = app.count("--lang") != 0;
    auto const is_given = [&](auto const& path) {
      return app.got_subcommand(path[0]) && (!path[1] || app.get_subcommand(path[0])->got_subcommand(path[1]));
    };
    if (std::ranges::none_of(speaking, is_given)) session.speaks_english_only();
    return chosen(session);
  } catch (CLI::Success const& information) {
    return app.exit(information);
  } catch (CLI::ParseError const& error) {
    return session.fail(usage_error(app, error));
  } catch (annexa::Refused const& refused) {
    return session.fail(refused.error());
  } catch (std::bad_alloc const&) {
    return session.fail(annexa::Error(no_memory, ""));
  }
}

}  // namespace

int main(int argc, char** argv) {
  Session::watch_for_interrupt();
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files refuses a write, as a full disk does
  return run(argc, argv);
}
