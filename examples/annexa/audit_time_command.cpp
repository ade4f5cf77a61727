#include <CLI/CLI.hpp>

#include <annexa/audit/audit_time.hpp>

#include "choice.hpp"
#include "commands.hpp"

namespace {

int show_time(Session& session, annexa::AuditTimeRequest const& asked) {
  auto const time = annexa::audit_time(asked);
  if (!time) return session.fail(time.error());
  return session.answer(annexa::to_json(*time), time->statement + '\n');
}

}  // namespace

void add_audit_time_command(CLI::App& app, Chosen& chosen) {
  auto asked = std::make_shared<annexa::AuditTimeRequest>();
  auto* time = app.add_subcommand("audit-time", "How long a certification body would audit: an upper reference");
  time->add_option("PERSONS", asked->persons, "Persons who work under the organisation's control")->required();
  time->add_option(
      "--identical", asked->identical,
      "Of these, how many do the same in an activity: they count as their square root; several may be given");
  time->add_option("--adjustment", asked->adjustment_percent, "What complexity adds or takes away, in percent");
  add_choice(*time, "--stage", asked->stage, "Which audit of a certification cycle; initial when absent");
  time->callback([&chosen, asked] { chosen = [asked](Session& session) { return show_time(session, *asked); }; });
}
