#include <algorithm>
#include <annexa/report/audit_report.hpp>
#include <annexa/report/conduct_reports.hpp>
#include <annexa/report/dashboard_report.hpp>
#include <annexa/report/management_review_report.hpp>
#include <annexa/report/nonconformity_reports.hpp>
#include <annexa/report/planning_reports.hpp>
#include <annexa/report/render_html.hpp>
#include <annexa/report/render_json.hpp>
#include <annexa/report/render_markdown.hpp>
#include <annexa/report/render_pdf.hpp>
#include <annexa/report/render_xlsx.hpp>
#include <annexa/report/report_view.hpp>
#include <annexa/report/reports.hpp>
#include <annexa/report/review_reports.hpp>
#include <annexa/report/risk_reports.hpp>
#include <array>

#include "review_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr Rule unknown_kind{"report.kind", "There is no report \"{found}\"; {known} are known.", "", ErrorKind::usage};
constexpr Rule unknown_format{"report.format", "Reports cannot be written as \"{found}\"; {known} are known.", "",
                              ErrorKind::usage};
constexpr Rule needs_key{"report.key", "This report is about one {about}; name it.", "", ErrorKind::usage};

constexpr std::array kinds{
    ReportKind{"audit", "Internal audit report", ReportKey::required, "audit", audit_report},
    ReportKind{"checklist", "Audit checklist", ReportKey::required, "audit", checklist_report},
    ReportKind{"dashboard", "Dashboard", ReportKey::none, "", dashboard_report},
    ReportKind{"evidence", "Evidence list", ReportKey::optional, "audit; all evidence without one", evidence_report},
    ReportKind{"gap", "Gap analysis", ReportKey::required, "framework", gap_report},
    ReportKind{"management-review", "Management review", ReportKey::optional, "management review; the last without one",
               management_review_report},
    ReportKind{"nonconformities", "Nonconformity register", ReportKey::none, "", nonconformities_report},
    ReportKind{"nonconformity", "Nonconformity report", ReportKey::required, "nonconformity", nonconformity_report},
    ReportKind{"plan", "Audit plan", ReportKey::required, "audit", plan_report},
    ReportKind{"programme", "Audit programme", ReportKey::optional, "programme; the last in force without one",
               programme_report},
    ReportKind{"readiness", "Readiness for certification", ReportKey::none, "", readiness_report},
    ReportKind{"risks", "Risk register", ReportKey::none, "", risk_register_report},
    ReportKind{"soa", "Statement of applicability", ReportKey::optional,
               "version of the statement of applicability; the last approved without one", soa_report},
    ReportKind{"treatment-plan", "Risk treatment plan", ReportKey::none, "", treatment_plan_report},
};

constexpr std::array formats{
    ReportFormat{"html", "text/html; charset=utf-8", false,
                 [](Document const& document) -> result<std::string> { return render_html(document); }},
    ReportFormat{"md", "text/markdown; charset=utf-8", false,
                 [](Document const& document) -> result<std::string> { return render_markdown(document); }},
    ReportFormat{"json", "application/json", false,
                 [](Document const& document) -> result<std::string> { return render_json(document); }},
    ReportFormat{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false,
                 [](Document const& document) { return render_xlsx(document); }},
    ReportFormat{"pdf", "application/pdf", true,
                 [](Document const& document) -> result<std::string> { return render_pdf(document); }},
};

// The row of that name, or an error that lists all names.
template <class Rows>
result<typename Rows::value_type const*> find_row(Rows const& rows, std::string_view name, Rule const& unknown,
                                                  std::string_view where) {
  std::string known;
  for (auto const& each : rows) {
    if (each.name == name) return &each;
    known += (known.empty() ? "" : ", ") + std::string(each.name);
  }
  return Error(unknown, std::string(where), {{"found", std::string(name.substr(0, 80))}, {"known", known}});
}

}  // namespace

std::span<ReportKind const> report_kinds() noexcept { return kinds; }
std::span<ReportFormat const> report_formats() noexcept { return formats; }

result<Document> make_report(State const& state, std::string_view kind, std::string_view key,
                             ReportContext const& context) {
  auto const row = find_row(kinds, kind, unknown_kind, "/kind");
  if (!row) return row.error();
  if ((*row)->key == ReportKey::none && !key.empty()) return no_key_here(key);
  if ((*row)->key == ReportKey::required && key.empty())
    return Error(needs_key, "/key", {{"about", std::string((*row)->about)}});
  if (auto const checked = check_branding(context.branding, "/branding"); !checked) return checked.error();
  auto document = (*row)->make(state, key, context);
  if (document) brand(*document, context.branding);
  return document;
}

result<std::string> render(Document const& document, std::string_view format) {
  auto const row = find_row(formats, format.empty() ? formats.front().name : format, unknown_format, "/format");
  if (!row) return row.error();
  return (*row)->render(document);
}

result<std::string> render(Document const& document, std::string_view format, Template const& with) {
  auto const row = find_row(formats, format.empty() ? formats.front().name : format, unknown_format, "/format");
  if (!row) return row.error();
  auto made = render_template(document, with, (*row)->name);
  if (!made || (*row)->name != "pdf") return made;
  return print_pdf(*made);
}

std::span<Type const* const> report_types() noexcept {
  static constexpr std::array types{&type_of<Branding>, &type_of<Document>, &type_of<Template>, &type_of<ReportView>};
  return types;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
