// Any bytes as the JSON request of a sample: a refusal that can be shown with its place, or a draw that is the same
// when it is drawn again and an evaluation whose limit is not below what was found. Run it with
// -fsanitize=fuzzer,address,undefined and the corpus beside it.
#include <annexa/audit/sample_evaluation.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace annexa;

constexpr std::int64_t most_population = 200'000;  // a draw takes time by the item

void need(bool condition) {
  if (!condition) std::abort();
}

void need_shown(Error const& error) {
  need(!error.violations().empty());
  for (auto const& each : error.violations())
    need(!each.rule.empty() && !each.message.empty() && !has_control(each.message) && is_utf8(each.message));
}

// The request that the text is, if it is one that this program has time for.
template <class Request>
result<Request> request_in(std::string_view text) {
  auto const document = parse_json(text);
  if (!document) return document.error();
  return from_json<Request>(*document);
}

void try_draw(std::string_view text) {
  auto const request = request_in<SampleDrawRequest>(text);
  if (!request) return need_shown(request.error());
  if (request->population > most_population) return;
  auto const drawn = draw_sample(*request);
  if (!drawn) return need_shown(drawn.error());
  need(*draw_sample(*request) == *drawn);
  need(static_cast<std::int64_t>(drawn->items.size()) == drawn->size && std::ranges::is_sorted(drawn->items));
  need(std::ranges::adjacent_find(drawn->items) == drawn->items.end());
  need(drawn->items.empty() || (drawn->items.front() >= 1 && drawn->items.back() <= drawn->population));
  auto const again = from_json<SampleDraw>(to_json(*drawn));
  need(again && *again == *drawn);
}

void try_size(std::string_view text) {
  auto const request = request_in<SampleSizeRequest>(text);
  if (!request) return need_shown(request.error());
  auto const found = sample_size(*request);
  if (!found) return need_shown(found.error());
  need(found->size >= 0 && !found->statement.empty() && is_utf8(found->statement));
}

void try_evaluation(std::string_view text) {
  auto const request = request_in<SampleEvaluationRequest>(text);
  if (!request) return need_shown(request.error());
  auto const found = evaluate_sample(*request);
  if (!found) return need_shown(found.error());
  need(!found->statement.empty() && is_utf8(found->statement));
  need(!found->most_deviations || *found->most_deviations >= found->deviations);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  try_draw(text);
  try_size(text);
  try_evaluation(text);
  return 0;
}
