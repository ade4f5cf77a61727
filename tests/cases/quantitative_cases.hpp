#pragma once
/// Reference cases of the quantitative engine: models in the words of the reference files, simulated.

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace annexa::testing {

/// What the engine says of a quantity.
struct Estimated {
  std::optional<double> value;  ///< None if the model or the quantity is not known.
  bool simulated = true;        ///< False for what is computed without random numbers.
  std::string why;              ///< Why there is none.
};

/// A model simulated once for each seed; asked for its quantities.
class QuantitativeModel {
 public:
  QuantitativeModel(boost::json::object const& model, std::int64_t trials, std::int64_t seed);
  ~QuantitativeModel();
  QuantitativeModel(QuantitativeModel&&) noexcept;

  [[nodiscard]] Estimated quantity(std::string const& name) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace annexa::testing
