#include <annexa/catalog/catalog.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

constexpr Rule unknown_catalog{"catalog.unknown", "There is no catalog \"{found}\"; there are {known}.", "",
                               ErrorKind::usage};
constexpr Rule no_requirement{"catalog.no-such-requirement", "{catalog} has no requirement \"{found}\".", "",
                              ErrorKind::usage};

json::object head_of(Catalog const& catalog) {
  return {{"id", catalog.id()}, {"title", catalog.title()}, {"edition", catalog.edition()}};
}

json::value list_catalogs() {
  json::array out;
  for (auto const& each : catalogs()) {
    auto const& catalog = each.open();
    auto row = head_of(catalog);
    auto const counts = catalog.counts();
    row.emplace("clauses", counts.clauses);
    row.emplace("controls", counts.controls);
    row.emplace("requirements", counts.requirements);
    out.push_back(std::move(row));
  }
  return out;
}

json::value write_requirement(Catalog const& catalog, Requirement const& row) {
  json::object out;
  for (auto const column : catalog.columns()) {
    auto const cell = Catalog::cell(row, column);
    if (cell) out.emplace(column, *cell);
  }
  return out;
}

json::value write_catalog(Catalog const& catalog) {
  auto out = head_of(catalog);
  out.emplace("revision", catalog.revision());
  out.emplace("sha256", catalog.sha256());
  json::array rows;
  for (auto const& row : catalog.requirements()) rows.push_back(write_requirement(catalog, row));
  out.emplace("requirements", std::move(rows));
  return out;
}

result<Catalog const*> read_catalog(Text const& text) {
  auto const id = read_name(text, "the id of a catalog");
  if (!id) return id.error();
  if (auto const* found = find_catalog(*id)) return found;
  std::string known;
  for (auto const& each : catalogs()) known += (known.empty() ? "" : ", ") + std::string(each.id);
  return Error(unknown_catalog, "", {{"found", std::string(*id)}, {"known", known}});
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_catalog_list(annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    *out = make_buffer(list_catalogs());
    return {};
  });
}

annexa_status annexa_catalog_get(char const* catalog, size_t catalog_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const found = read_catalog({catalog, catalog_size, "catalog"});
    if (!found) return found.error();
    *out = make_buffer(write_catalog(**found));
    return {};
  });
}

annexa_status annexa_catalog_find(char const* catalog, size_t catalog_size, char const* reference,
                                  size_t reference_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const found = read_catalog({catalog, catalog_size, "catalog"});
    if (!found) return found.error();
    auto const number = read_name({reference, reference_size, "reference"}, "the number of a clause or control");
    if (!number) return number.error();
    auto const* const row = (*found)->find(*number);
    if (!row)
      return annexa::Error(no_requirement, "",
                           {{"catalog", std::string((*found)->id())}, {"found", std::string(*number)}});
    *out = make_buffer(write_requirement(**found, *row));
    return {};
  });
}
