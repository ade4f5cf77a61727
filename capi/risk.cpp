#include <annexa/base/json.hpp>
#include <annexa/risk/risk.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

constexpr std::size_t most_listed = 100;

result<Method> read_method(Text const& text) {
  auto document = read_document(text);
  if (!document) return document.error();
  if (auto* members = document->if_object()) members->emplace("version", 1);  // keeps the one that is there
  auto method = from_json<Method>(*document, {.key_may_be_absent = true});
  if (!method) return method;
  Error errors;
  check_method(*method, errors);
  if (!errors.empty()) return errors;
  return method;
}

// Refuses an array that is not there.
void need_array(std::int32_t const* array, std::size_t count, char const* name, Error& errors) {
  if (!array && count != 0) errors.add(rules::null, "", {{"argument", name}});
}

void check_steps(std::int32_t const* steps, std::size_t count, std::size_t levels, char const* scale, Error& errors) {
  for (std::size_t i = 0; i < count && errors.violations().size() < most_listed; ++i)
    if (steps[i] < 1 || steps[i] > static_cast<std::int32_t>(levels))
      errors.add(method_rules::step, '/' + std::string(scale) + "s/" + std::to_string(i),
                 {{"scale", scale}, {"found", std::to_string(steps[i])}, {"levels", std::to_string(levels)}});
}

result<void> score_many(Method const& method, std::int32_t const* likelihoods, std::int32_t const* impacts,
                        std::size_t count, std::int32_t* levels) {
  Error errors;
  check_steps(likelihoods, count, method.likelihood.size(), "likelihood", errors);
  check_steps(impacts, count, method.impact.size(), "impact", errors);
  if (!errors.empty()) return errors;
  for (std::size_t i = 0; i < count; ++i)
    levels[i] = method.grid[static_cast<std::size_t>(likelihoods[i] - 1)][static_cast<std::size_t>(impacts[i] - 1)];
  return {};
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_risk_score(char const* method, size_t method_size, int32_t likelihood, int32_t impact,
                                annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const read = read_method({method, method_size, "method"});
    if (!read) return read.error();
    auto const scored = annexa::score(*read, {likelihood, impact, {}});
    if (!scored) return scored.error();
    *out = make_buffer(annexa::to_json(*scored));
    return {};
  });
}

annexa_status annexa_risk_score_many(char const* method, size_t method_size, int32_t const* likelihoods,
                                     int32_t const* impacts, size_t count, int32_t* levels, annexa_error** err) {
  return guard(err, NoOutput{}, [&]() -> annexa::result<void> {
    auto const read = read_method({method, method_size, "method"});
    if (!read) return read.error();
    annexa::Error missing;
    need_array(likelihoods, count, "likelihoods", missing);
    need_array(impacts, count, "impacts", missing);
    need_array(levels, count, "levels", missing);
    if (!missing.empty()) return missing;
    return score_many(*read, likelihoods, impacts, count, levels);
  });
}
