#include <annexa/catalog/diff.hpp>
#include <annexa/catalog/write_catalog.hpp>
#include <annexa/exchange/read_catalog.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

namespace json = boost::json;

// The bytes of a file with a catalog, read.
result<OwnCatalog> read_own(Text const& file, Text const& content) {
  auto const name = read_name(file);
  auto const bytes = read_bytes(content);
  if (auto const refused = refusal_of(name, bytes)) return *refused;
  CatalogReadOptions options;
  options.file = *name;
  return read_catalog(*bytes, options);
}

json::array write_crosswalks(OwnCatalog const& own) {
  json::array out;
  for (auto const& each : own.crosswalks) {
    auto crosswalk = describe_crosswalk(*each);
    crosswalk["mappings"] = write_mappings(*each);
    out.push_back(std::move(crosswalk));
  }
  return out;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_catalog_read(char const* file, size_t file_size, uint8_t const* content, size_t content_size,
                                  char const* query, size_t query_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const own =
        read_own({file, file_size, "file"}, {reinterpret_cast<char const*>(content), content_size, "content"});
    auto const wanted = read_options_over_defaults<annexa::CatalogQuery>({query, query_size, "query"});
    if (auto const refused = refusal_of(own, wanted)) return *refused;
    auto answer = annexa::query_catalog(*own->catalog, *wanted);
    if (!answer) return placed_below("/query", answer.error());
    answer->emplace("edition", own->catalog->edition());
    answer->emplace("revision", own->catalog->revision());
    answer->emplace("sha256", own->catalog->sha256());
    answer->emplace("crosswalks", write_crosswalks(*own));
    answer->emplace("notes", annexa::write_violations(own->notes));
    *out = make_buffer(*answer);
    return {};
  });
}

annexa_status annexa_catalog_compare(char const* before_file, size_t before_file_size, uint8_t const* before,
                                     size_t before_size, char const* after_file, size_t after_file_size,
                                     uint8_t const* after, size_t after_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const first = read_own({before_file, before_file_size, "before_file"},
                                {reinterpret_cast<char const*>(before), before_size, "before"});
    auto const second = read_own({after_file, after_file_size, "after_file"},
                                 {reinterpret_cast<char const*>(after), after_size, "after"});
    if (auto const refused = refusal_of(first, second)) return *refused;
    *out = make_buffer(annexa::write_difference(annexa::compare_documents(*first->document, *second->document)));
    return {};
  });
}
