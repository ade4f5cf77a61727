// annexa: the command line tool. Written against the public C++ interface alone, so that it proves it sufficient.
#include <CLI/CLI.hpp>
#include <iostream>

#include "commands.hpp"

namespace {

constexpr annexa::Rule usage{"command-line", "{reason}", "", annexa::ErrorKind::usage};
constexpr annexa::Rule unknown_command{"command-line", "There is no command \"{found}\". There are: {known}.", "",
                                       annexa::ErrorKind::usage};
constexpr annexa::Rule no_memory{"memory", "Memory ran out.", "", annexa::ErrorKind::no_memory};

void add_globals(CLI::App& app, Globals& globals) {
  app.add_flag("--json", globals.json, "Answer in JSON on standard output, and nothing else there");
  app.add_flag("--quiet", globals.quiet, "Say only what went wrong");
  app.add_option("--at", globals.at, "The time to take for now, such as 2026-03-01T09:00:00Z");
  app.add_option("--id-seed", globals.id_seed,
                 "Hexadecimal seed of ids and salts, for runs that can be repeated (tests only)");
  app.add_option("--actor", globals.actor, "Who acts: the key of a person")->capture_default_str();
  app.add_option("--lang", globals.language, "Language of the texts")->check(CLI::IsMember({"en", "de", "fr"}));
  app.add_option("--threads", globals.threads, "Threads that long computations may use")->check(CLI::Range(1, 256));
  app.fallthrough();
}

// A misspelt command is named as such; the parser would only miss a command.
void refuse_unknown_command(CLI::App const& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  std::string const name = argv[1];
  std::string known;
  for (auto const* each : app.get_subcommands({})) {
    if (each->check_name(name)) return;
    known += (known.empty() ? "" : ", ") + each->get_name();
  }
  throw annexa::Refused(annexa::Error(unknown_command, "", {{"found", name}, {"known", known}}));
}

int run(int argc, char** argv) {
  Globals globals;
  Chosen chosen;
  CLI::App app("ISO/IEC 27001 internal audits: risks, programme, audits, nonconformities, reports.", "annexa");
  app.set_version_flag("--version", "annexa " ANNEXA_TOOL_VERSION);
  app.require_subcommand(1);
  add_globals(app, globals);
  add_catalog_commands(app, chosen);
  add_workspace_commands(app, chosen);
  add_exchange_commands(app, chosen);
  add_planning_commands(app, chosen);
  add_report_commands(app, chosen);
  add_lifecycle_commands(app, chosen);
  add_journal_commands(app, chosen);
  add_schema_command(app, chosen);
  Session session(globals);
  try {
    refuse_unknown_command(app, argc, argv);
    app.parse(argc, argv);
    return chosen(session);
  } catch (CLI::Success const& information) {
    return app.exit(information);
  } catch (CLI::ParseError const& error) {
    return session.fail(
        annexa::Error(usage, "", {{"reason", std::string(error.what()) + " (annexa --help tells more)"}}));
  } catch (annexa::Refused const& refused) {
    return session.fail(refused.error());
  } catch (std::bad_alloc const&) {
    return session.fail(annexa::Error(no_memory, ""));
  }
}

}  // namespace

int main(int argc, char** argv) {
  Session::watch_for_interrupt();
  return run(argc, argv);
}
