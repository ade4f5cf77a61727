#include <annexa/catalog/need.hpp>
#include <annexa/catalog/write_catalog.hpp>

#include <boost/json.hpp>

#include <optional>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

json::value number_or_null(std::optional<std::uint8_t> number) {
  return number ? json::value(static_cast<std::int64_t>(*number)) : json::value(nullptr);
}

json::array write_paths(std::span<MappingPath const> paths) {
  json::array out;
  for (auto const& path : paths)
    out.push_back(json::object{{"id", path.through},
                               {"first", word(path.first)},
                               {"second", word(path.second)},
                               {"implied", path.implied ? json::value(word(*path.implied)) : json::value(nullptr)},
                               {"strength", number_or_null(path.strength)}});
  return out;
}

}  // namespace

json::object write_requirement(Catalog const& catalog, Requirement const& row) {
  json::object out;
  for (auto const column : catalog.columns())
    if (auto const cell = Catalog::cell(row, column)) out.emplace(column, *cell);
  return out;
}

json::array write_requirements(Catalog const& catalog, std::span<Requirement const* const> rows) {
  json::array out;
  out.reserve(rows.size());
  for (auto const* row : rows) out.push_back(write_requirement(catalog, *row));
  return out;
}

json::object describe_catalog(Catalog const& catalog) {
  auto const counts = catalog.counts();
  return {{"id", catalog.id()},
          {"title", catalog.title()},
          {"edition", catalog.edition()},
          {"revision", catalog.revision()},
          {"sha256", catalog.sha256()},
          {"clauses", counts.clauses},
          {"controls", counts.controls},
          {"criteria", counts.criteria},
          {"withdrawn", counts.withdrawn},
          {"requirements", counts.requirements}};
}

json::array write_mandatory_documents(Catalog const& catalog) {
  json::array out;
  for (auto const& each : catalog.mandatory_documents())
    out.push_back(json::object{
        {"clause", each.reference.spelled().view()}, {"document", each.document}, {"basis", word(each.basis)}});
  return out;
}

result<json::object> query_catalog(Catalog const& catalog, CatalogQuery const& query) {
  auto const rows = select(catalog, query.where);
  auto const groups = group_by(catalog, rows ? *rows : std::vector<Requirement const*>{},
                               query.by.empty() ? std::string_view("id") : std::string_view(query.by));
  if (!rows || !groups) {
    Error errors;
    if (!rows) errors.add(rows.error());
    if (!groups) errors.add(groups.error());
    return errors;
  }
  json::object out{{"id", catalog.id()}, {"title", catalog.title()}};
  if (query.by.empty()) {
    out.emplace("requirements", write_requirements(catalog, *rows));
    return out;
  }
  json::array written;
  for (auto const& group : *groups)
    written.push_back(json::object{{"value", group.value}, {"requirements", write_requirements(catalog, group.rows)}});
  out.emplace("by", query.by);
  out.emplace("groups", std::move(written));
  return out;
}

json::object write_wording(Catalog const& catalog, Requirement const& row, std::string_view language,
                           TextHook const& hook) {
  auto const wording = wording_of(catalog, row, language, hook);
  return {{"id", row.id},
          {"language", language},
          {"title", wording.title},
          {"text", wording.text},
          {"basis", word(wording.basis)}};
}

json::object describe_crosswalk(Crosswalk const& crosswalk) {
  return {{"from", crosswalk.from()},
          {"to", crosswalk.to()},
          {"revision", crosswalk.revision()},
          {"sha256", crosswalk.sha256()},
          {"mappings", crosswalk.mappings().size()}};
}

json::object write_mapping(Mapping const& mapping) {
  json::object out{{"source", mapping.source},
                   {"target", mapping.target},
                   {"relationship", word(mapping.relationship)},
                   {"strength", number_or_null(mapping.strength)},
                   {"basis", mapping.basis}};
  if (!mapping.through.empty()) out.emplace("through", write_paths(mapping.through));
  return out;
}

json::array write_mappings(Crosswalk const& crosswalk, bool candidates) {
  json::array out;
  for (auto const& mapping : crosswalk.mappings()) out.push_back(write_mapping(mapping));
  if (!candidates) return out;
  for (auto const& each : crosswalk.candidates())
    out.push_back(json::object{{"source", each.source},
                               {"target", each.target},
                               {"relationship", nullptr},
                               {"strength", nullptr},
                               {"basis", "nothing follows from these paths"},
                               {"through", write_paths(each.through)}});
  return out;
}

result<json::array> write_mappings_of(Crosswalk const& crosswalk, std::string_view reference) {
  if (reference.empty()) return write_mappings(crosswalk, true);
  auto rows = crosswalk.of_source(reference);
  if (rows.empty()) rows = crosswalk.of_target(reference);
  auto const* const from = find_catalog(crosswalk.from());
  auto const* const to = find_catalog(crosswalk.to());
  if (rows.empty() && from && !from->find(reference) && !(to && to->find(reference)))
    return need_requirement(*from, reference).error();
  json::array out;
  for (auto const* each : rows) out.push_back(write_mapping(*each));
  return out;
}

}  // namespace v1
}  // namespace annexa
