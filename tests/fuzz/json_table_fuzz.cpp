// Any bytes as a JSON table: reading ends in a sheet or a refusal, and a sheet in a plan whose commands are accepted.
#include <annexa/command/decide.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annexa;
  TableOptions options;
  options.limits = {1U << 20U, 1000, 200, 1U << 16U};
  auto const sheet = read_json_table(std::string(reinterpret_cast<char const*>(data), size), options);
  if (!sheet) return 0;
  ImportOptions wanted;
  wanted.method = "5x5";
  auto const plan = plan_import(*sheet, State{}, wanted);
  if (!plan) return 0;
  Context const context{{}, "system", [](Draw const&, std::span<unsigned char> bytes) {
                          std::ranges::fill(bytes, static_cast<unsigned char>(1));
                        }};
  State state;
  for (auto const& command : plan->commands) {
    auto decision = decide(state, command, context);
    if (!decision) std::abort();
    state = std::move(decision->state);
  }
  return 0;
}
