// One sequence of commands after the other, drawn at random, sent to two workspaces: in memory, and in a file or on a
// server. What is answered or refused, and in the end every byte of the journals, their roots, their personal texts and
// the states have to be the same; and so it is when the second is opened again, with and without its snapshot.
//
//   annexa-store-sequences FOLDER|postgres://…?tenant=KEY [SEQUENCES] [SEED]
#include <annexa/workspace/workspace.hpp>

#include <array>
#include <boost/json.hpp>
#include <filesystem>
#include <string>

#include "places.hpp"
#include "support/support.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

// What stands for what: @U @P @A keys of units, people and assets, some of which are there, @T a text, @L a text that
// takes its event over the limit, @I an id of a command that may have been sent before, @V a version.
constexpr std::array<std::string_view, 26> templates{
    R"({"command":"unit.add","unit":"@U","name":"@T","kind":"process"})",
    R"({"command":"unit.add","name":"@T","kind":"site","owner":"@P"})",
    R"({"command":"unit.change","unit":"@U","name":"@T"})",
    R"({"command":"unit.change","unit":"@U","description":"@T","expected_version":@V})",
    R"({"command":"unit.change","unit":"@U","owner":"@P","custom":{"erp:cost":"@T","erp:no":@V}})",
    R"({"command":"unit.change","unit":"@U","external_ids":[{"system":"erp","id":"@V"}]})",
    R"({"command":"unit.retire","unit":"@U"})",
    R"({"command":"person.add","person":"@P","name":"@T","mail":"@P@acme.example"})",
    R"({"command":"person.add","person":"@P","name":"@T"})",
    R"({"command":"person.change","person":"@P","name":"@T"})",
    R"({"command":"person.change","person":"@P","mail":null,"function":"@T"})",
    R"({"command":"person.retire","person":"@P"})",
    R"({"command":"role.grant","person":"@P","role":"isms-manager","from":"2026-01-01"})",
    R"({"command":"role.grant","person":"@P","role":"top-management","from":"2026-01-01"})",
    R"({"command":"personal-data.erase","subject":"person:@P","reason":"@T","actor":"P-1"})",
    R"({"command":"personal-data.erase","subject":"person:@P","members":["mail"],"reason":"@T","actor":"@P"})",
    R"({"command":"asset.add","asset":"@A","name":"@T","kind":"information","owner":"@P"})",
    R"({"command":"asset.change","asset":"@A","name":"@T","id":"@I"})",
    R"({"command":"context-issue.record","title":"@T","kind":"external","owner":"@P"})",
    R"({"command":"interested-party.record","name":"@T","id":"@I"})",
    R"({"command":"risk.identify","title":"@T","owner":"@P"})",
    R"({"command":"applicability.decide","control":"A.5.1","applicable":true,"justification":"@T","status":"planned"})",
    R"({"command":"organization.describe","name":"@T"})",
    R"({"command":"unit.change","unit":"@U","description":"@L"})",
    R"({"command":"unit.add","unit":"@U","name":"@T","kind":"process","dry_run":true})",
    R"({"command":"unit.change","unit":"@U","name":"@T","nonsense":1})",
};
// What a sequence begins with, so that later commands find something.
constexpr std::string_view beginning = R"([
  {"command":"person.add","person":"P-1","name":"Anna Kern","mail":"anna@acme.example"},
  {"command":"person.add","person":"P-2","name":"Ben Sand"},
  {"command":"role.grant","person":"P-1","role":"isms-manager","from":"2026-01-01"},
  {"command":"unit.add","unit":"U-1","name":"Sales","kind":"process","owner":"P-1"},
  {"command":"unit.add","unit":"U-2","name":"Support","kind":"process"},
  {"command":"asset.add","asset":"A-1","name":"Ledger","kind":"information","owner":"P-2"}])";
constexpr std::array<std::string_view, 6> texts{"Sales", "Überwachung",       "日本 🗝",
                                                "",      "a \\\"b\\\" \\n c", "O'Hara; --"};
constexpr std::size_t long_text = 70'000;

class Drawing {
 public:
  explicit Drawing(std::uint64_t seed) : chance_(seed) {}
  std::uint64_t below(std::uint64_t limit) { return chance_.below(limit); }

  // One command, or a batch of them, as JSON.
  std::string commands() {
    if (!chance_.once_in(4)) return command();
    std::string list = "[";
    for (auto left = 1 + chance_.below(4); left > 0; --left) list += command() + (left == 1 ? "]" : ",");
    return list;
  }

 private:
  std::string command() {
    std::string_view const from = templates[chance_.below(templates.size())];
    std::string out;
    for (std::size_t i = 0; i < from.size(); ++i) {
      bool const marked = from[i] == '@' && i + 1 < from.size() &&
                          std::string_view("UPATLIV").find(from[i + 1]) != std::string_view::npos;
      out += marked ? value(from[++i]) : std::string(1, from[i]);
    }
    return out;
  }
  std::string value(char mark) {
    switch (mark) {
      case 'T':
        return std::string(texts[chance_.below(texts.size())]);
      case 'L':
        return std::string(long_text, static_cast<char>('a' + chance_.below(26)));
      case 'I':
        return to_string(uuid("command " + std::to_string(chance_.below(6))));
      case 'V':
        return std::to_string(1 + chance_.below(4));
      default:
        return std::string(1, mark) + '-' + std::to_string(1 + chance_.below(4));
    }
  }

  Chance chance_;
};

Uuid workspace_of(std::uint64_t number) { return uuid("workspace " + std::to_string(number)); }

WorkspaceOptions options(std::uint64_t seed) {
  WorkspaceOptions out;
  out.environment = reproducible_environment(*Instant::parse("2026-03-01T09:00:00Z"), std::to_string(seed));
  out.snapshots.least = 8;
  out.snapshots.while_open = true;
  return out;
}

// What sending came to, as one text.
std::string told(Workspace& workspace, std::string const& document) {
  auto const json = parse_json(document);
  if (!json) return json.error().text();
  auto const commands = json->is_array() ? read_commands(*json) : read_commands(boost::json::array{*json});
  if (!commands) return commands.error().text();
  auto const answers = workspace.apply(*commands);
  if (!answers) return std::to_string(static_cast<int>(answers.error().kind())) + answers.error().text();
  std::string out = "recorded";
  for (auto const& each : *answers) out += boost::json::serialize(write_answer(each));
  return out;
}

std::string state_of(Workspace const& workspace) {
  return boost::json::serialize(write_state(*workspace.state(), PersonalForm::committed));
}

// The first difference between two workspaces, or nothing.
std::string difference(Workspace const& one, Workspace const& other) {
  if (one.root() != other.root()) return "other roots";
  auto const a = one.events(0, UINT64_MAX);
  auto const b = other.events(0, UINT64_MAX);
  if (!a || !b) return (a ? b : a).error().text();
  if (a->size() != b->size()) return std::to_string(a->size()) + " and " + std::to_string(b->size()) + " events";
  for (std::size_t i = 0; i < a->size(); ++i) {
    auto const& x = (*a)[i];
    auto const& y = (*b)[i];
    if (x.bytes != y.bytes || x.id != y.id || x.stream != y.stream || x.version != y.version || x.leaf != y.leaf)
      return "event " + std::to_string(i) + " is another";
  }
  auto const past = one.history();
  auto const other_past = other.history();
  if (!past || !other_past) return (past ? other_past : past).error().text();
  for (std::size_t i = 0; i < past->size(); ++i)
    if (*(*past)[i].data != *(*other_past)[i].data)
      return "the texts or data of event " + std::to_string(i) + " differ";
  return state_of(one) == state_of(other) ? "" : "other states";
}

// A journal that nobody has made yet, or why there is none. Files go away again; tenants of a server stay.
class NewStores {
 public:
  explicit NewStores(Places places) : places_(std::move(places)) {}
  result<std::unique_ptr<Store>> next(Uuid const& tenant, std::string& path) {
    for (;;) {
      path = places_.numbered(++number_);
      auto made = open_store(path, OpenMode::create, {.tenant = tenant});
      if (made || !made.error().names("server.exists")) return made;
    }
  }
  void clear(std::string const& path) const {
    if (!places_.on_server()) std::filesystem::remove(path);
  }

 private:
  Places places_;
  int number_ = 0;
};

// One sequence. @return what was wrong with it.
std::string run(NewStores& stores, std::uint64_t seed, Counts& counts) {
  auto const tenant = workspace_of(seed);
  std::string path;
  auto store = stores.next(tenant, path);
  if (!store) return store.error().text();
  auto one = Workspace::create(memory_store(tenant), "Acme", options(seed));
  auto other = Workspace::create(*std::move(store), "Acme", options(seed));
  if (!one || !other) return (one ? other : one).error().text();
  Drawing drawing(seed);
  for (auto left = 6 + drawing.below(16), all = left; left > 0; --left) {
    auto const commands = left == all ? std::string(beginning) : drawing.commands();
    auto const said = told(*one, commands);
    auto const said_by_other = told(*other, commands);
    counts.add("commands");
    counts.add(said.starts_with("recorded") ? "recorded" : "refused");
    if (said != said_by_other) return commands.substr(0, 200) + "\n  " + said + "\n  " + said_by_other;
  }
  if (auto const wrong = difference(*one, *other); !wrong.empty()) return wrong;
  counts.add("events", one->state()->size);
  for (bool const use_snapshot : {true, false}) {
    { auto const closed = *std::move(other); }
    auto with = options(seed);
    with.snapshots.use = use_snapshot;
    other = Workspace::open_file(path, OpenMode::open, std::move(with));
    if (!other) return other.error().text();
    if (auto const wrong = difference(*one, *other); !wrong.empty()) return "opened again: " + wrong;
  }
  auto const report = other->verify();
  if (!report) return report.error().text();
  if (!report->ok()) return report->problems.front().where + ": " + report->problems.front().message;
  stores.clear(path);
  return {};
}

}  // namespace

int main(int count, char** values) {
  auto const [places, arguments] = placed_arguments(count, values, 1'000);
  NewStores stores(places);
  Counts counts;
  for (std::uint64_t i = 0; i < arguments.rounds && counts.of("failed") < 5; ++i) {
    auto const seed = arguments.seed + i;
    auto const wrong = run(stores, seed, counts);
    counts.add("sequences");
    if (wrong.empty()) continue;
    counts.add("failed");
    std::printf("sequence %llu: %s\n", static_cast<unsigned long long>(seed), wrong.c_str());
  }
  counts.print(places.on_server() ? "sequences,server" : "sequences,file");
  std::printf(counts.of("failed") == 0 ? "memory and the other are the same\n" : "FAILED\n");
  return counts.of("failed") == 0 ? 0 : 1;
}
