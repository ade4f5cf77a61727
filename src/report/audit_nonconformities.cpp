// The nonconformities of an audit in its report.
#include "nonconformity_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

Section nonconformities_section(AuditMaterial const& m) {
  auto out = section("nonconformities", "section.nonconformities"_word);
  out.blocks.emplace_back(Paragraph{say("nonconformities.as-of"_word)});
  auto overview = section("nonconformity-overview", "section.overview"_word);
  overview.blocks.push_back(
      table_or(nonconformities_table(m, m.nonconformities, "table-nonconformities"), "failures.none"_word));
  out.subsections.push_back(std::move(overview));
  for (auto const* n : m.nonconformities) out.subsections.push_back(nonconformity_details(m, *n));
  if (!m.withdrawn.empty()) out.blocks.emplace_back(withdrawn_table(m));
  return out;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
