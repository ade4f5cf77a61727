#pragma once
// What the readers of catalogs make: a document, where its rows stand, and what stayed behind.

#include <annexa/exchange/read_catalog.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

struct CatalogSource {
  CatalogDocument document;
  CatalogPlace place;
  std::vector<Violation> notes{};
};

[[nodiscard]] result<CatalogSource> read_catalog_table(std::string bytes, CatalogReadOptions const& options);
[[nodiscard]] result<CatalogSource> read_catalog_library(std::string_view bytes, CatalogReadOptions const& options);

// Text as an id of a catalog: what an id may not have becomes '-'.
[[nodiscard]] std::string as_catalog_id(std::string_view text);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
