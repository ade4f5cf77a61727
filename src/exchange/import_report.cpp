#include <annexa/exchange/import_report.hpp>

#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

json::array entries(std::vector<ImportEntry> const& list) {
  json::array out;
  for (auto const& each : list) {
    json::object entry{{"row", each.row},
                       {"column", each.column},
                       {"value", each.value},
                       {"message", each.message},
                       {"rule", each.rule}};
    if (!each.suggestion.empty()) entry["suggestion"] = each.suggestion;
    out.push_back(std::move(entry));
  }
  return out;
}

json::array mapping(std::vector<ColumnMapping> const& list) {
  json::array out;
  for (auto const& each : list)
    out.push_back(json::object{{"column", each.column}, {"field", each.field}, {"by", to_string(each.by)}});
  return out;
}

json::array conversions(std::vector<ImportConversion> const& list) {
  json::array out;
  for (auto const& each : list)
    out.push_back(
        json::object{{"column", each.column}, {"value", each.value}, {"taken", each.taken}, {"rows", each.rows}});
  return out;
}

json::array creations(std::vector<ImportCreation> const& list) {
  json::array out;
  for (auto const& each : list)
    out.push_back(json::object{{"row", each.row}, {"noun", each.noun}, {"key", each.key}, {"name", each.name}});
  return out;
}

json::array records(std::vector<ImportRecord> const& list) {
  json::array out;
  for (auto const& each : list) {
    json::object record{{"row", each.row}, {"noun", each.noun}, {"key", each.key}, {"change", to_string(each.change)}};
    if (!each.members.empty()) record["members"] = json::value_from(each.members);
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace

json::value render_json(ImportReport const& report) {
  json::object out{
      {"file", report.file},
      {"kind", report.kind},
      {"why", report.why},
      {"sheet", report.sheet.empty() ? json::value(nullptr) : json::value(report.sheet)},
      {"encoding", to_string(report.format.encoding)},
      {"delimiter", std::string(1, report.format.delimiter)},
      {"rows", report.rows},
      {"accepted", report.accepted},
      {"added", report.added},
      {"changed", report.changed},
      {"unchanged", report.unchanged},
      {"skipped", report.skipped},
      {"rejected", entries(report.rejected)},
      {"mapping", mapping(report.mapping)},
      {"unmapped", json::value_from(report.unmapped)},
      {"adjusted", entries(report.adjusted)},
      {"unresolved", entries(report.unresolved)},
      {"warnings", entries(report.warnings)},
      {"converted", conversions(report.converted)},
      {"created", creations(report.created)},
      {"records", records(report.records)},
      {"left_out", report.left_out},
  };
  if (report.format.form != SheetForm::delimited) out["form"] = to_string(report.format.form);
  if (report.header_row != 1) out["header_row"] = report.header_row;
  return out;
}

}  // namespace v1
}  // namespace annexa
