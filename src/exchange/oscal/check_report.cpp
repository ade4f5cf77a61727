// What a check found, as a document.
#include <annexa/base/json.hpp>
#include <annexa/exchange/oscal/check.hpp>
#include <boost/json.hpp>

#include <utility>

#include "grammar.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

ANNEXA_DEFINE_TYPE_TABLE(CheckOptions)

namespace {

boost::json::array names_of(SchemaSet set) {
  boost::json::array names;
  for (auto const each : schemas)
    if (set.has(each)) names.emplace_back(name_of(each));
  return names;
}

}  // namespace

std::string_view name_of(Schema schema) noexcept {
  constexpr std::array<std::string_view, schemas.size()> names{"1.1.3", "1.2.2"};
  return names[index_of(schema)];
}

std::string_view name_of(Verdict verdict) noexcept {
  constexpr std::array<std::string_view, 3> names{"valid", "mixed", "invalid"};
  return names[static_cast<std::size_t>(verdict)];
}

boost::json::value write_report(Document const& document, CheckReport const& report) {
  boost::json::array problems;
  for (auto const& each : report.problems) {
    auto problem = write_violations({each.violation}).as_array().front().as_object();
    problem["schemas"] = names_of(each.schemas);
    problem["is_warning"] = each.is_warning;
    problems.push_back(std::move(problem));
  }
  return boost::json::object{{"file", document.file()},
                             {"model", name_of(document.model())},
                             {"oscal_version", document.oscal_version()},
                             {"verdict", name_of(report.verdict)},
                             {"asked", names_of(report.asked)},
                             {"satisfied", names_of(report.satisfied)},
                             {"errors", report.errors},
                             {"warnings", report.warnings},
                             {"omitted", report.omitted()},
                             {"problems", std::move(problems)}};
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
