#include "example.hpp"

#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "support.hpp"

namespace annexa::testing {
namespace {

namespace json = boost::json;

std::string example_bytes(std::string_view name) { return bytes_of(source_folder() / "examples" / "data" / name); }

// The cells of one line. The tables of the example have no line feed inside a cell.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    bool const doubled = quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"';
    if (doubled)
      cells.back() += line[i++];
    else if (line[i] == '"')
      quoted = !quoted;
    else if (line[i] == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  return cells;
}

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

json::array list_of(std::string_view text) {
  json::array list;
  std::istringstream in{std::string(text)};
  for (std::string item; std::getline(in, item, ';');) list.emplace_back(trimmed(item));
  return list;
}

// Owners are given by the key of a person or by the person's function.
std::string person_of(std::string const& text) {
  static json::value const setup = json::parse(example_bytes("setup.json"));
  for (auto const& command : setup.get_array()) {
    auto const& person = command.get_object();
    auto const* function = person.if_contains("function");
    if (function && (function->get_string() == text || person.at("person").get_string() == text))
      return std::string(person.at("person").get_string());
  }
  throw std::runtime_error("nobody has the key or function " + text);
}

json::object rating_of(ExampleRow const& row, std::string const& likelihood, std::string const& impact) {
  static constexpr std::string_view dimensions[] = {"Financial", "Operational", "Reputational", "Legal/Regulatory",
                                                    "Health/Safety"};
  json::array impacts;
  int highest = 1;
  for (auto const dimension : dimensions) {
    int const level = std::stoi(cell(row, impact + std::string(dimension)));
    highest = std::max(highest, level);
    impacts.emplace_back(level);
  }
  return {{"likelihood", std::stoi(cell(row, likelihood))}, {"impact", highest}, {"impacts", std::move(impacts)}};
}

json::object asset_command(ExampleRow const& row) {
  json::object command{{"command", "asset.add"}, {"asset", cell(row, "ID")}, {"name", cell(row, "Asset")}};
  command["kind"] = lowered(cell(row, "Type"));
  command["description"] = cell(row, "Description");
  command["owner"] = person_of(cell(row, "Owner"));
  command["unit"] = cell(row, "Unit");
  command["classification"] = cell(row, "Classification");
  for (auto const* value : {"Confidentiality", "Integrity", "Availability"})
    command[lowered(value)] = std::stoi(cell(row, value));
  return command;
}

std::string asset_named(std::vector<ExampleRow> const& assets, std::string const& name) {
  auto const found = std::ranges::find_if(assets, [&](ExampleRow const& row) { return cell(row, "Asset") == name; });
  if (found == assets.end()) throw std::runtime_error("no asset is called " + name);
  return cell(*found, "ID");
}

// A row of the risk register says what the risk is, how it is rated and what is done about it.
void add_risk(json::array& commands, ExampleRow const& row, std::vector<ExampleRow> const& assets) {
  auto const& key = cell(row, "ID");
  auto const controls = list_of(cell(row, "Annex A Controls"));
  commands.push_back(json::object{{"command", "risk.identify"},
                                  {"risk", key},
                                  {"title", cell(row, "Risk Title")},
                                  {"description", cell(row, "Description")},
                                  {"threat", cell(row, "Threat")},
                                  {"vulnerability", cell(row, "Vulnerability")},
                                  {"assets", json::array{asset_named(assets, cell(row, "Asset"))}},
                                  {"owner", person_of(cell(row, "Owner"))},
                                  {"existing_controls", cell(row, "Existing Controls")}});
  commands.push_back(json::object{{"command", "risk.assess"},
                                  {"risk", key},
                                  {"inherent", rating_of(row, "Likelihood (1-5)", "Impact ")},
                                  {"residual", rating_of(row, "Residual Likelihood", "Residual Impact ")}});
  static std::vector<std::pair<std::string, std::string>> const options{
      {"Mitigate", "modify"}, {"Accept", "retain"}, {"Share", "share"}};
  auto const option =
      std::ranges::find(options, cell(row, "Treatment Decision"), [](auto const& each) { return each.first; });
  if (option == options.end()) throw std::runtime_error("unknown treatment of " + key);
  json::object treat{{"command", "risk.treat"}, {"risk", key}, {"treatment", option->second}, {"controls", controls}};
  treat["plan"] = cell(row, "Treatment Plan");
  if (auto const& due = cell(row, "Due Date"); !due.empty()) treat["due"] = due;
  commands.push_back(std::move(treat));
}

json::object applicability_command(ExampleRow const& row) {
  bool const applicable = cell(row, "Applicable") == "Yes";
  json::object command{
      {"command", "applicability.decide"}, {"control", cell(row, "Control ID")}, {"applicable", applicable}};
  command["justification"] = cell(row, "Justification");
  if (!applicable) return command;
  command["status"] = lowered(cell(row, "Implementation Status"));
  command["responsible"] = person_of(cell(row, "Responsible"));
  command["implementation"] = cell(row, "Implementation");
  return command;
}

std::vector<Command> commands_of(json::value const& document) {
  auto commands = read_commands(document);
  if (!commands) throw std::runtime_error(commands.error().text());
  return *std::move(commands);
}

}  // namespace

std::string const& cell(ExampleRow const& row, std::string_view column) {
  auto const found = std::ranges::find(row, column, [](auto const& each) { return std::string_view(each.first); });
  if (found == row.end()) throw std::runtime_error("no column " + std::string(column));
  return found->second;
}

std::vector<ExampleRow> example_table(std::string_view name) {
  std::istringstream in(example_bytes(name));
  std::string line;
  std::getline(in, line);
  auto const header = cells_of(line);
  std::vector<ExampleRow> rows;
  while (std::getline(in, line)) {
    auto const cells = cells_of(line);
    if (cells.size() != header.size())
      throw std::runtime_error(std::string(name) + ": a row has another length: " + line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row.emplace_back(header[i], cells[i]);
  }
  return rows;
}

std::vector<Command> example_commands(std::string_view name) {
  auto const document = parse_json(example_bytes(name));
  if (!document) throw std::runtime_error(document.error().text());
  return commands_of(*document);
}

std::vector<Command> example_table_commands() {
  json::array commands;
  auto const assets = example_table("assets.csv");
  for (auto const& row : assets) commands.push_back(asset_command(row));
  for (auto const& row : example_table("risks.csv")) add_risk(commands, row, assets);
  for (auto const& row : example_table("soa.csv")) commands.push_back(applicability_command(row));
  return commands_of(commands);
}

std::vector<std::pair<std::string, std::string>> example_refusals() {
  std::istringstream in(example_bytes("refused.expected.txt"));
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    auto const tab = line.find('\t');
    if (tab == line.npos) throw std::runtime_error("refused.expected.txt: no tab in: " + line);
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

Context example_context() {
  Context context;
  context.now = *Instant::parse("2026-01-12T09:00:00Z");
  context.random = [](Draw const& draw, std::span<unsigned char> bytes) {
    auto value = draw.journal_size * 1000 + draw.ordinal + 1;
    for (auto& byte : bytes)
      byte = static_cast<unsigned char>((value = value * 6364136223846793005U + 1442695040888963407U) >> 56U);
  };
  return context;
}

void ExampleYear::take(Command const& command) {
  auto decision = decide(state, command, example_context());
  if (!decision) {
    refused.push_back(std::string(command.kind().name) + ": " + decision.error().text());
    return;
  }
  warnings.insert(warnings.end(), decision->warnings.begin(), decision->warnings.end());
  events += decision->events.size();
  state = std::move(decision->state);
}

ExampleYear example_organization() {
  ExampleYear year;
  for (auto const& command : example_commands("setup.json")) year.take(command);
  for (auto const& command : example_table_commands()) year.take(command);
  for (auto const& command : example_commands("programme.json")) year.take(command);
  return year;
}

ExampleYear example_year(std::function<void(State const&, Command const&)> const& before) {
  auto year = example_organization();
  for (auto const& command : example_commands("cycle.json")) {
    if (before) before(year.state, command);
    year.take(command);
  }
  return year;
}

State example_state(char const* when) {
  static ExampleYear const organization = example_organization();
  auto const until = Instant::parse(when).value();
  auto year = organization;
  for (auto const& command : example_commands("cycle.json")) {
    if (until <= *command.envelope.at) break;
    year.take(command);
  }
  return year.state;
}

Command example_command(std::string_view json, char const* actor, char const* when) {
  auto command = commands_of(parse_json(json).value()).at(0);
  command.envelope.actor = Key<"person">::parse(actor).value();
  command.envelope.at = Instant::parse(when).value();
  return command;
}

std::string outcome(State const& state, Command const& command) {
  auto const decided = decide(state, command, example_context());
  if (decided) return "allowed";
  std::set<std::string> rules;
  for (auto const& each : decided.error().violations()) rules.insert(each.rule);
  std::string text;
  for (auto const& rule : rules) text += (text.empty() ? "" : " ") + rule;
  return text;
}

std::string warnings_of(State const& state, Command const& command) {
  auto const decided = decide(state, command, example_context());
  if (!decided) return "FAIL: " + decided.error().text();
  std::string text;
  for (auto const& each : decided->warnings) text += (text.empty() ? "" : " ") + each.rule;
  return text;
}

State state_after(State const& state, Command const& command) {
  auto decided = decide(state, command, example_context());
  if (!decided) throw std::runtime_error(decided.error().text());
  return std::move(decided->state);
}

}  // namespace annexa::testing
