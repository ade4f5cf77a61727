// Any bytes as a catalog: reading them ends in a catalog or a refusal with a place for each violation; a catalog that
// was read is written and read again to the same. Run it with -fsanitize=fuzzer,address,undefined and the corpus beside
// it.
#include <annexa/exchange/read_catalog.hpp>

#include <cstdlib>
#include <string>

namespace {

using namespace annexa;

// The first byte chooses the format.
CatalogReadOptions options_of(unsigned char choice) {
  CatalogReadOptions options;
  options.format = static_cast<CatalogFormat>(choice % 5);
  options.file = "file";
  options.limits.rows = 1000;
  options.most_bytes = 1U << 20U;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  if (size == 0) return 0;
  auto options = options_of(data[0]);
  auto const own = read_catalog(std::string(reinterpret_cast<char const*>(data) + 1, size - 1), options);
  if (!own) {
    if (own.error().empty()) std::abort();
    return 0;
  }
  for (auto const& row : own->catalog->requirements())
    if (own->catalog->find(row.id) != &row || (row.above && row.above >= &row)) std::abort();
  options.format = CatalogFormat::json;
  auto const again = read_catalog(write_catalog_document(*own->document), options);
  if (!again || *again->document != *own->document) std::abort();
  return 0;
}
