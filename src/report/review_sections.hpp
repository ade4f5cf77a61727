#pragma once
// What the reports on reviews share.

#include <annexa/command/state.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <functional>
#include <string>

#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// A report about the whole workspace: title, provenance, and nothing in it yet.
[[nodiscard]] Document review_frame(State const& state, ReportContext const& context, std::string kind, std::string key,
                                    Word heading);

// Rules that were set aside for a command, as far as @p is_shown, each with its reason; what is said where there are
// none. @source{duty S24}
[[nodiscard]] Section overrides_section(State const& state, std::function<bool(Override const&)> const& is_shown,
                                        std::function<std::string(Key<"person"> const&)> const& name, Word nothing);

// Adds the rules that were set aside anywhere, how to verify the report, and numbers the sections.
[[nodiscard]] Document finished(Document document, State const& state, ReportContext const& context);

// That a report about the whole workspace takes no key.
[[nodiscard]] Error no_key_here(std::string_view key);

// A figure that counts something.
[[nodiscard]] KeyFigure counted_figure(Word label, int count, Tone tone = Tone::neutral);

}  // namespace report
}  // namespace v1
}  // namespace annexa
