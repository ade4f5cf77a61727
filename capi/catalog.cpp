#include <annexa/catalog/need.hpp>
#include <annexa/catalog/write_catalog.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

json::value list_catalogs() {
  json::array out;
  for (auto const& each : catalogs()) out.push_back(describe_catalog(each.open()));
  return out;
}

json::value list_crosswalks() {
  json::array out;
  for (auto const& each : crosswalks()) out.push_back(describe_crosswalk(each.open()));
  return out;
}

json::value write_catalog(Catalog const& catalog) {
  json::object out{{"id", catalog.id()},           {"title", catalog.title()},
                   {"edition", catalog.edition()}, {"revision", catalog.revision()},
                   {"sha256", catalog.sha256()},   {"documents", write_mandatory_documents(catalog)}};
  json::array rows;
  for (auto const& row : catalog.requirements()) rows.push_back(write_requirement(catalog, row));
  out.emplace("requirements", std::move(rows));
  return out;
}

result<Catalog const*> read_catalog(Text const& text) {
  auto const id = read_name(text, "the id of a catalog");
  if (!id) return id.error();
  return need_catalog(*id);
}

struct Ends {
  std::string_view from, to;
};

result<Ends> read_ends(Text const& from, Text const& to) {
  auto const first = read_name(from, "the id of a catalog");
  auto const second = read_name(to, "the id of a catalog");
  if (auto const refused = refusal_of(first, second)) return *refused;
  return Ends{*first, *second};
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
    auto const row = annexa::need_requirement(**found, *number);
    if (!row) return row.error();
    *out = make_buffer(annexa::write_requirement(**found, **row));
    return {};
  });
}

annexa_status annexa_catalog_query(char const* catalog, size_t catalog_size, char const* query, size_t query_size,
                                   annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const found = read_catalog({catalog, catalog_size, "catalog"});
    auto const wanted = read_options_over_defaults<annexa::CatalogQuery>({query, query_size, "query"});
    if (auto const refused = refusal_of(found, wanted)) return *refused;
    auto const answer = annexa::query_catalog(**found, *wanted);
    if (!answer) return placed_below("/query", answer.error());
    *out = make_buffer(*answer);
    return {};
  });
}

annexa_status annexa_catalog_wording(char const* catalog, size_t catalog_size, char const* reference,
                                     size_t reference_size, char const* language, size_t language_size,
                                     char const* texts, size_t texts_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const found = read_catalog({catalog, catalog_size, "catalog"});
    auto const number = read_name({reference, reference_size, "reference"}, "the number of a clause or control");
    auto const tongue = read_name({language, language_size, "language"}, "a language, such as \"en\"");
    auto const licensed = read_options<annexa::LicensedTexts>({texts, texts_size, "texts"});
    if (auto const refused = refusal_of(found, number, tongue, licensed)) return *refused;
    auto const row = annexa::need_requirement(**found, *number);
    auto const hook =
        texts_size == 0 ? annexa::result<annexa::TextHook>(annexa::TextHook()) : annexa::hook_of(**found, *licensed);
    if (auto const refused = refusal_of(row, hook)) return *refused;
    *out = make_buffer(annexa::write_wording(**found, **row, *tongue, *hook));
    return {};
  });
}

annexa_status annexa_crosswalk_list(annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    *out = make_buffer(list_crosswalks());
    return {};
  });
}

annexa_status annexa_crosswalk_get(char const* from, size_t from_size, char const* to, size_t to_size,
                                   char const* reference, size_t reference_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const ends = read_ends({from, from_size, "from"}, {to, to_size, "to"});
    auto const number = read_name({reference, reference_size, "reference"});
    if (auto const refused = refusal_of(ends, number)) return *refused;
    auto const found = annexa::need_crosswalk(ends->from, ends->to);
    if (!found) return found.error();
    auto const rows = annexa::write_mappings_of(**found, *number);
    if (!rows) return rows.error();
    *out = make_buffer(*rows);
    return {};
  });
}

annexa_status annexa_crosswalk_compose(char const* from, size_t from_size, char const* through, size_t through_size,
                                       char const* to, size_t to_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const ends = read_ends({from, from_size, "from"}, {to, to_size, "to"});
    auto const between = read_name({through, through_size, "through"}, "the id of a catalog");
    if (auto const refused = refusal_of(ends, between)) return *refused;
    auto const found = annexa::need_composed_crosswalk(ends->from, *between, ends->to);
    if (!found) return found.error();
    *out = make_buffer(annexa::write_mappings(*found, true));
    return {};
  });
}
