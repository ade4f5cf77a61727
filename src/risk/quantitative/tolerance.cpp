#include <annexa/risk/quantitative/scenario.hpp>

#include "functions.hpp"
#include "number_text.hpp"

namespace annexa {
inline namespace v1 {

result<Distribution> tolerance_curve(Real probability, Real loss, Real other_probability, Real other_loss) {
  Error errors;
  for (Real const each : {probability, other_probability})
    if (!(each > 0 && each < 1))
      errors.add(portfolio_rules::tolerance, "/probability", {{"found", detail::text_of(each)}});
  if (!(loss > 0 && other_loss > loss && other_probability < probability))
    errors.add(portfolio_rules::tolerance_order, "/loss");
  if (!errors.empty()) return errors;
  Real const z = detail::normal_quantile({1 - probability, probability});
  Real const other_z = detail::normal_quantile({1 - other_probability, other_probability});
  Distribution out;
  out.dist = DistributionKind::lognormal;
  out.sigma = (detail::log_of(other_loss) - detail::log_of(loss)) / (other_z - z);
  out.mu = detail::log_of(loss) - *out.sigma * z;
  return out;
}

}  // namespace v1
}  // namespace annexa
