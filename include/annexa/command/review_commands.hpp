#pragma once
/// @file
/// Commands about reviews of the ISMS.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Rates how well a clause or control is lived, by the scale maturity_levels. Who acts has rated.
/// @source{9.1}
struct RateMaturity {
  static constexpr std::string_view command = "maturity.rate";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  Criterion criterion;                                          ///< Of what: "9.1", "A.5.1", "catalog:id".
  int level = 0;                                                ///< 0 to 5.
  std::optional<int> target;                                    ///< The level that is wanted, 0 to 5.
  std::optional<int> weight;               ///< How much it counts in a mean, 1 to 10; as before, or 1.
  std::string rationale;                   ///< Why this level; never empty.
  std::vector<Key<"evidence">> evidence;   ///< What it rests on.
  std::vector<Key<"document">> documents;  ///< Documents that it rests on.
  std::optional<Date> on;                  ///< When it was rated; today when absent.
  friend bool operator==(RateMaturity const&, RateMaturity const&) = default;
};
BOOST_DESCRIBE_STRUCT(RateMaturity, (), (criterion, level, target, weight, rationale, evidence, documents, on))
ANNEXA_TYPE_TABLE(RateMaturity)

}  // namespace command
}  // namespace v1
}  // namespace annexa
