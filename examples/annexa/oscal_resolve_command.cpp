#include <CLI/CLI.hpp>
#include <annexa/exchange/oscal/resolve.hpp>
#include <annexa/exchange/oscal/write.hpp>
#include <memory>

#include "oscal_commands.hpp"

namespace {

namespace json = boost::json;

struct OscalResolveOptions {
  std::string profile, out;
  std::vector<std::string> map;  // HREF=FILE
  annexa::oscal::ResolveRequest request;
};

std::size_t count_controls(json::object const& from) {
  std::size_t count = 0;
  for (auto const* key : {"controls", "groups"})
    if (auto const* list = from.if_contains(key))
      for (auto const& each : list->as_array())
        count += (std::string_view(key) == "controls" ? 1 : 0) + count_controls(each.as_object());
  return count;
}

int resolve_profile(Session& session, OscalResolveOptions const& options) {
  auto request = options.request;
  if (!session.globals().at.empty()) request.last_modified = session.globals().at;
  for (auto const& each : options.map) {
    auto const mapped = annexa::oscal::MappedFile::parse(each);
    if (!mapped) return session.fail(mapped.error());
    request.map.push_back(*mapped);
  }
  auto const resolved = annexa::oscal::resolve_file(options.profile, request);
  if (!resolved) return session.fail(resolved.error());
  for (auto const& warning : resolved->warnings)
    session.say("warning: " + (warning.where.empty() ? "" : warning.where + ": ") + warning.message);
  auto const written = write_file(options.out, annexa::oscal::write(resolved->catalog));
  if (!written) return session.fail(written.error());
  if (options.out == "-") return Exit::done;
  auto const controls = count_controls(resolved->catalog.content().as_object());
  return session.done(
      json::object{
          {"file", options.out}, {"controls", controls}, {"warnings", annexa::write_violations(resolved->warnings)}},
      "Wrote " + options.out + ": " + std::to_string(controls) + " controls.\n");
}

}  // namespace

void add_oscal_resolve_command(CLI::App& oscal, Chosen& chosen) {
  auto const options = std::make_shared<OscalResolveOptions>();
  auto* command = oscal.add_subcommand("resolve", "Resolve a profile to the catalog that it means");
  command->add_option("PROFILE", options->profile, "The profile, a file of JSON")->required();
  command->add_option("-o,--out", options->out, "The file to write; - is standard output")->required();
  command
      ->add_option("--map", options->map,
                   "HREF=FILE: a file that stands for a reference of an import, wherever it lies; may be given several "
                   "times")
      ->allow_extra_args(false);
  command->add_option("--root", options->request.root,
                      "The folder below which imports are read; the folder of the profile without it");
  command->callback(
      [&chosen, options] { chosen = [options](Session& session) { return resolve_profile(session, *options); }; });
}
