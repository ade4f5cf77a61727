// Any bytes as a table: reading them ends in a sheet or a refusal, planning the import of the sheet in a report whose
// commands are accepted. Run it with -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/mapping.hpp>
#include <annexa/exchange/table.hpp>
#include <annexa/journal/store.hpp>

#include <boost/json.hpp>
#include <cstdlib>
#include <string>

namespace {

using namespace annexa;

Context context() {
  return {{}, "system", [](Draw const&, std::span<unsigned char> bytes) {
            std::ranges::fill(bytes, static_cast<unsigned char>(1));
          }};
}

State small_state() {
  State state;
  for (auto const* json :
       {R"({"command":"person.add","person":"P-1","name":"Anna Berg","mail":"anna@example.org","function":"CISO"})",
        R"({"command":"unit.add","unit":"U-1","name":"Hamburg","kind":"site"})",
        R"({"command":"asset.add","asset":"AS-1","name":"Archive","kind":"information"})"})
    state = decide(state, read_command(boost::json::parse(json)).value(), context()).value().state;
  return state;
}

// A dry run looks at the rows one after the other where it can, and says the same.
void check_dry_run(std::string const& bytes, ImportOptions const& options, ImportReport const& planned) {
  static auto workspace =
      Workspace::create(memory_store(Uuid::parse("00000000-0000-8000-8000-000000000001").value()), "Acme").value();
  ImportRequest request;
  request.kind = options.kind;
  request.partial = options.partial;
  request.create_missing = options.create_missing;
  request.method = options.method;
  request.dry_run = true;
  auto const checked = import_files(workspace, {{"", bytes}}, request);
  if (!checked || checked->reports.size() != 1) return;
  auto const& report = checked->reports.front();
  // A file may begin with titles; the sheet here is read without looking for its header.
  if (report.header_row == planned.header_row && report.rows != planned.rows) std::abort();
}

// The first byte chooses how the table is read: as which kind, or as whichever fits.
ImportOptions options_of(unsigned char choice) {
  static auto const kinds = import_kinds();
  ImportOptions options;
  auto const number = (choice & 0x3FU) % (kinds.size() + 1);
  if (number != 0) options.kind = kinds[number - 1];
  options.method = "5x5";
  options.audit = "A-1";
  options.partial = (choice & 0x40U) != 0;
  options.create_missing = (choice & 0x80U) != 0;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  static State const before = small_state();
  if (size == 0) return 0;
  auto const options = options_of(data[0]);
  TableOptions table;
  table.limits = {1U << 20U, 1000, 200, 1U << 16U};
  auto const sheet = read_table(std::string(reinterpret_cast<char const*>(data) + 1, size - 1), table);
  if (!sheet) return 0;
  auto const plan = plan_import(*sheet, before, options);
  if (!plan) return 0;
  static_cast<void>(render_json(plan->report));
  if (plan->report.kind == "risks")
    check_dry_run(std::string(reinterpret_cast<char const*>(data) + 1, size - 1), options, plan->report);
  State state = before;
  for (auto const& command : plan->commands) {
    if (!read_command(write_command(command))) std::abort();
    auto decision = decide(state, command, context());
    if (!decision) std::abort();
    state = std::move(decision->state);
  }
  if (options.partial || plan->commands.empty()) return 0;
  if (!plan->report.rejected.empty()) std::abort();
  return 0;
}
