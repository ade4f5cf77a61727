#include <annexa/risk/cvss.hpp>
#include <annexa/risk/cvss_rule.hpp>
#include <boost/json.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

constexpr std::size_t most_refusals_listed = 100;
constexpr std::int32_t not_scored = -1;

// Whatever stands there; a vector is no name, for its bytes are judged by the parser.
result<Cvss> read_vector(std::string_view text, std::string where) {
  auto const vector = Cvss::parse(text);
  if (!vector) return cvss_error(vector.error(), std::move(where));
  return *vector;
}

result<std::string_view> vector_text(char const* vector, std::size_t size) {
  if (!vector && size != 0) return Error(rules::null, "", {{"argument", "vector"}});
  return std::string_view(vector ? vector : "", size);
}

result<CvssRule> read_rule(Text const& text) {
  if (text.size == 0) return default_cvss_rule();
  auto rule = read_value<CvssRule>(text);
  if (!rule) return placed_below("/rule", rule.error());
  Error errors;
  check_cvss_rule(*rule, errors);
  if (!errors.empty()) return placed_below("/rule", errors);
  return rule;
}

// Where the caller wants the scores of many vectors; each may be NULL.
struct Columns {
  std::int32_t* base;
  std::int32_t* threat;
  std::int32_t* environmental;
  std::int32_t* score;

  void set(std::size_t i, CvssScores const& scores) const noexcept {
    if (base) base[i] = scores.base;
    if (threat) threat[i] = scores.threat;
    if (environmental) environmental[i] = scores.environmental;
    if (score) score[i] = scores.score;
  }
};

result<void> score_vectors(annexa_str const* vectors, std::size_t count, Columns const& columns) {
  if (!vectors && count != 0) return Error(rules::null, "", {{"argument", "vectors"}});
  Error errors;
  for (std::size_t i = 0; i < count; ++i) {
    auto const text = vectors[i].data ? std::string_view(vectors[i].data, vectors[i].size) : std::string_view();
    auto const vector = Cvss::parse(text);
    columns.set(i, vector ? vector->scores() : CvssScores{not_scored, not_scored, not_scored, not_scored});
    if (!vector && errors.violations().size() < most_refusals_listed)
      errors.add(cvss_error(vector.error(), "/vectors/" + std::to_string(i)));
  }
  if (!errors.empty()) return errors;
  return {};
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_cvss_score(char const* vector, size_t vector_size, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const text = vector_text(vector, vector_size);
    if (!text) return text.error();
    auto const read = read_vector(*text, {});
    if (!read) return read.error();
    std::string document;
    annexa::append_json(document, *text, *read);
    *out = make_buffer(std::move(document));
    return {};
  });
}

annexa_status annexa_cvss_score_many(annexa_str const* vectors, size_t count, int32_t* base, int32_t* threat,
                                     int32_t* environmental, int32_t* scores, annexa_error** err) {
  return guard(err, NoOutput{}, [&]() -> annexa::result<void> {
    return score_vectors(vectors, count, {base, threat, environmental, scores});
  });
}

annexa_status annexa_cvss_rate(char const* vector, size_t vector_size, char const* rule, size_t rule_size,
                               annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const text = vector_text(vector, vector_size);
    if (!text) return text.error();
    auto const read = read_vector(*text, "/vector");
    auto const rated_by = read_rule({rule, rule_size, "rule"});
    if (auto const refused = refusal_of(read, rated_by)) return *refused;
    *out = make_buffer(annexa::to_json(annexa::rate_by_cvss(*read, *rated_by)));
    return {};
  });
}
