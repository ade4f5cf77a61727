// Makes what fuzzers begin with and nobody wants in a repository: annexa-fuzz-seeds FOLDER writes FOLDER/TARGET/NAME.
// The same bytes every time.
#include <annexa/base/json.hpp>
#include <annexa/command/state_bytes.hpp>
#include <annexa/journal/ed25519.hpp>
#include <annexa/workspace/workspace.hpp>

#include <array>
#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace annexa;

constexpr std::string_view commands = R"([
  {"command":"unit.add","unit":"U-1","name":"Sales","kind":"process"},
  {"command":"person.add","person":"anna","name":"Anna Kern","mail":"anna@acme.example"},
  {"command":"role.grant","person":"anna","role":"isms-manager","from":"2026-01-01"},
  {"command":"unit.change","unit":"U-1","name":"Sales and marketing"},
  {"command":"personal-data.erase","subject":"person:anna","members":["mail"],"reason":"Asked for","actor":"anna"}
])";

Environment counted() {
  Environment environment;
  environment.now = [] { return *Instant::parse("2026-03-01T09:00:00Z"); };
  auto const calls = std::make_shared<unsigned char>();
  environment.random = [calls](Draw const&, std::span<unsigned char> bytes) {
    for (auto& each : bytes) each = ++*calls;
  };
  return environment;
}

void write(std::filesystem::path const& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

template <class T>
T or_stop(result<T> made) {
  if (made) return *std::move(made);
  std::fprintf(stderr, "annexa-fuzz-seeds: %s\n", made.error().text().c_str());
  std::exit(1);
}

Workspace example() {
  std::array<unsigned char, 16> tenant{};
  tenant.fill(7);
  WorkspaceOptions options;
  options.environment = counted();
  auto workspace = or_stop(Workspace::create(memory_store(Uuid::from_random(tenant)), "Acme", std::move(options)));
  for (auto const& command : or_stop(read_commands(or_stop(parse_json(commands)))))
    static_cast<void>(or_stop(workspace.apply(command)));
  return workspace;
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    std::fprintf(stderr, "annexa-fuzz-seeds FOLDER\n");
    return 2;
  }
  std::filesystem::path const folder = values[1];
  auto const workspace = example();
  for (bool const snapshot : {false, true}) {
    auto const path = folder / "workspace_file" / (snapshot ? "with-snapshot" : "plain");
    std::filesystem::create_directories(path.parent_path());
    std::filesystem::remove(path);
    static_cast<void>(or_stop(workspace.back_up(path.string())));
    if (snapshot) static_cast<void>(or_stop(or_stop(Workspace::open_file(path.string())).keep_snapshot()));
  }
  StateWriter writer(workspace.state(), [](Personal const&) { return Hash{}; });
  std::string parts;
  while (auto const part = writer.next()) parts += (parts.empty() ? "" : "\xFF\xFF") + *part;
  write(folder / "state_bytes" / "example", parts);
  for (auto const& event : or_stop(workspace.events(0, 100)))
    write(folder / "event_bytes" / ("event-" + std::to_string(event.position)), event.bytes);
  return 0;
}
