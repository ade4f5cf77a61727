#pragma once
// What every report says about what it rests on, so that somebody else can check it.

#include <annexa/command/state.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

// The section of a document whose kind and key are set: what it covers, of what time, out of which records, size and
// root of the journal, what made it, and how to verify it.
[[nodiscard]] Section verification_of(State const& state, ReportContext const& context, Document const& document);

// The nouns whose records a kind of report is made of; none for a kind that is not known.
[[nodiscard]] std::span<std::string_view const> sources_of(std::string_view kind) noexcept;

}  // namespace report
}  // namespace v1
}  // namespace annexa
