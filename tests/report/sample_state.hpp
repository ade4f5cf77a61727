#pragma once
// A small workspace with one audit from plan to report and its nonconformities: made by commands, as a host would make
// it.

#include <annexa/base/json.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/report/audit_report.hpp>
#include <boost/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "support/support.hpp"

namespace annexa::testing {

// Applies commands one after the other. @throws std::runtime_error with every violation if one is refused.
inline State applied(State state, std::string_view commands) {
  auto const document = parse_json(commands);
  if (!document) throw std::runtime_error(document.error().text());
  auto const list = read_commands(*document);
  if (!list) throw std::runtime_error(list.error().text());
  std::uint64_t size = state.size;
  for (auto const& command : *list) {
    Context context;
    context.now = *Instant::parse("2026-08-03T09:00:00Z");
    context.random = [&](Draw const& draw, std::span<unsigned char> bytes) {
      for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>(size * 31 + draw.ordinal * 7 + i);
    };
    auto decision = decide(state, command, context);
    if (!decision) throw std::runtime_error(std::string(command.kind().name) + ": " + decision.error().text());
    state = std::move(decision->state);
    size = state.size;
  }
  return state;
}

inline State unused_workspace() {
  State state;
  state.workspace = *Uuid::parse("5f1c6a52-6a5b-4a8e-9d8e-1d6ce2f0b001");
  return state;
}

// The audit A-2026-1 as reported in March, its nonconformities as they stand in August.
inline State const& sample_state() {
  static State const state =
      applied(unused_workspace(), bytes_of(source_folder() / "tests/report/sample_commands.json"));
  return state;
}

// The same with a register that has been worked on: effects of controls, measures, approvals, earlier scores, a second
// method that has no grid.
inline State const& risk_state() {
  static State const state = applied(sample_state(), bytes_of(source_folder() / "tests/report/risk_commands.json"));
  return state;
}

inline report::ReportContext sample_context() {
  report::ReportContext context;
  context.journal_root = *Hash::parse("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  context.journal_size = sample_state().size;
  context.generator = "annexa 0.1.0";
  context.generated_at = *Instant::parse("2026-08-03T09:00:00Z");
  return context;
}

}  // namespace annexa::testing
