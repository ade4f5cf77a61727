// Any bytes as an OSCAL document: it is refused with a place for each violation, or checked, and what is written of it
// reads as the same and is written as the same. Run it with -fsanitize=fuzzer,address,undefined and the corpus beside
// it.
#include <annexa/exchange/oscal/check.hpp>
#include <annexa/exchange/oscal/write.hpp>
#include <boost/json/value.hpp>

#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annexa::oscal;
  auto const document = Document::read(std::string_view(reinterpret_cast<char const*>(data), size), "file");
  if (!document) {
    if (document.error().empty()) std::abort();
    return 0;
  }
  auto const report = check(*document, {.most_problems = 50});
  if ((report.verdict == Verdict::valid) != (report.errors == 0)) std::abort();
  for (auto const& each : report.problems)
    if (!each.violation.where.starts_with('/')) std::abort();
  auto const needed = check(*document, {.most_problems = 0, .need_references = true});
  if (needed.errors != report.errors + report.warnings) std::abort();
  auto const written = write(*document);
  auto const again = Document::read(written);
  if (!again || again->json() != document->json() || write(*again) != written) std::abort();
  return 0;
}
