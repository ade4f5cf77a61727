// From a file to a catalog of one's own.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/exchange/read_catalog.hpp>
#include <annexa/journal/sha256.hpp>

#include <boost/json.hpp>
#include <utility>

#include "catalog_source.hpp"
#include "exchange/oscal/catalog_reader.hpp"
#include "exchange/oscal/sniff.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr Rule too_large{"catalog.file-too-large", "The file has {found} bytes; {limit} are accepted.", "",
                         ErrorKind::usage};
constexpr Rule not_utf8{"catalog.not-text", "This is not text in UTF-8.", "", ErrorKind::usage};

CatalogFormat format_of(std::string_view bytes, CatalogReadOptions const& options) {
  if (options.format != CatalogFormat::sniffed) return options.format;
  if (options.file.ends_with(".yaml") || options.file.ends_with(".yml")) return CatalogFormat::yaml;
  if (oscal::sniff(bytes)) return CatalogFormat::oscal;
  auto const begin = trimmed(bytes.substr(0, 4096));
  if (begin.starts_with('{')) return CatalogFormat::json;
  return begin.starts_with("urn:") || begin.starts_with("---") ? CatalogFormat::yaml : CatalogFormat::csv;
}

result<CatalogSource> read_catalog_json(std::string_view bytes, CatalogReadOptions const& options) {
  auto const json = parse_json(bytes, {.size = options.most_bytes});
  if (!json) return json.error();
  auto document = from_json<CatalogDocument>(*json);
  if (!document) return document.error();
  return CatalogSource{*std::move(document), {}};
}

result<CatalogSource> read_catalog_oscal(std::string_view bytes, CatalogReadOptions const& options) {
  auto const document = oscal::Document::read(bytes, options.file, {.size = options.most_bytes});
  if (!document) return document.error();
  return oscal::read_oscal_catalog(*document, options);
}

result<CatalogSource> read_source(std::string bytes, CatalogReadOptions const& options) {
  auto const format = format_of(bytes, options);
  if (format == CatalogFormat::csv) return read_catalog_table(std::move(bytes), options);
  if (!is_utf8(bytes)) return Error(not_utf8, options.file);
  if (format == CatalogFormat::oscal) return read_catalog_oscal(bytes, options);
  return format == CatalogFormat::json ? read_catalog_json(bytes, options) : read_catalog_library(bytes, options);
}

}  // namespace
}  // namespace exchange

result<OwnCatalog> read_catalog(std::string bytes, CatalogReadOptions const& options) {
  if (bytes.size() > options.most_bytes)
    return Error(exchange::too_large, options.file,
                 {{"found", std::to_string(bytes.size())}, {"limit", std::to_string(options.most_bytes)}});
  auto const digest = to_string(sha256(bytes));
  auto source = exchange::read_source(std::move(bytes), options);
  if (!source) return source.error();
  auto& document = source->document;
  if (!options.id.empty()) document.id = options.id;
  if (!options.title.empty()) document.title = options.title;
  if (!options.edition.empty()) document.edition = options.edition;
  auto own = make_catalog(std::move(document), digest, source->place, options.limits);
  if (own) own->notes = std::move(source->notes);
  return own;
}

std::string write_catalog_document(CatalogDocument const& document) { return pretty_json(to_json(document)); }

}  // namespace v1
}  // namespace annexa
