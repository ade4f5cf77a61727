// Any bytes as a file of whatever reader takes it: results of scanners, catalogs, tables. Planning its import ends in
// plans whose commands are accepted, or in a refusal. Run it with -fsanitize=fuzzer,address,undefined and the corpus
// beside it.
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_records.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdlib>
#include <string>

namespace {

using namespace annexa;

Context context() {
  return {*Instant::parse("2026-03-01T09:00:00Z"), "P-1",
          [](Draw const&, std::span<unsigned char> bytes) { std::ranges::fill(bytes, static_cast<unsigned char>(1)); }};
}

// An open audit, of which findings can be.
State state_with_audit() {
  State state;
  Person person;
  person.key = *Key<"person">::parse("P-1");
  state.put(*find_noun("person"), {"P-1", std::make_shared<Person>(person), 1});
  Audit audit;
  audit.key = *Key<"audit">::parse("A-1");
  audit.title = "Audit";
  audit.state = AuditState::open;
  audit.team.push_back({person.key, TeamRole::lead});
  state.put(*find_noun("audit"), {"A-1", std::make_shared<Audit>(audit), 1});
  return state;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  static State const before = state_with_audit();
  static constexpr char const* names[] = {"file", "file.yaml", "file.json"};
  if (size == 0) return 0;
  std::string const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  ImportOptions options;
  options.now = context().now;
  options.actor = "P-1";
  options.audit = "A-1";
  options.method = "5x5";
  options.partial = (data[0] & 0x80U) != 0;
  TableOptions table;
  table.file = names[data[0] % 3];
  static_cast<void>(read_records(bytes, table.file));
  auto const plans = plan_import_tables(bytes, before, table, options);
  if (!plans) return 0;
  State state = before;
  for (auto const& plan : *plans) {
    static_cast<void>(render_json(plan.report));
    for (auto const& command : plan.commands) {
      auto decision = decide(state, command, context());
      if (!decision) std::abort();
      state = std::move(decision->state);
    }
  }
  return 0;
}
