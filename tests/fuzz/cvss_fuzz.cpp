// Any bytes as a vector of CVSS: a refusal that can be shown, or a vector that is read back from its own text and whose
// scores are scores. Run it with -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/base/text.hpp>
#include <annexa/risk/cvss_rule.hpp>

#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace annexa;

void need(bool condition) {
  if (!condition) std::abort();
}

void need_score(int tenths) { need(tenths >= 0 && tenths <= 100); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const vector = Cvss::parse(text);
  if (!vector) {
    for (auto const& each : cvss_error(vector.error()).violations())
      need(!each.message.empty() && !has_control(each.message) && is_utf8(each.message));
    return 0;
  }
  auto const canonical = to_string(*vector);
  auto const again = Cvss::parse(canonical);
  need(again && *again == *vector && to_string(*again) == canonical);
  auto const scores = vector->scores();
  for (int const each : {scores.base, scores.threat, scores.environmental, scores.score, vector->parts().exploitability,
                         vector->parts().impact})
    need_score(each);
  auto const rating = rate_by_cvss(*vector);
  need(rating.likelihood >= 1 && rating.likelihood <= 5 && rating.impact >= 1 && rating.impact <= 5);
  std::string document;
  append_json(document, text, *vector);
  need(is_utf8(document) && !has_control(document));
  return 0;
}
