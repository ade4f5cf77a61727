#include "tail.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace annexa {
inline namespace v1 {
namespace {

using boost::multiprecision::cpp_int;
using Fine = boost::multiprecision::cpp_bin_float_100;

// A probability law as P(first), a product of shares, and the ratio of P(j + 1) to P(j) as a product of two shares.
class Binomial {
 public:
  Binomial(std::int64_t size, Share rate)
      : size_(size),
        deviates_(rate.over / std::gcd(rate.over, rate.under)),
        whole_(rate.under / std::gcd(rate.over, rate.under)) {}
  [[nodiscard]] std::int64_t first() const { return 0; }
  [[nodiscard]] std::int64_t last() const { return deviates_ == 0 ? 0 : size_; }
  [[nodiscard]] bool is_certain() const { return deviates_ == whole_; }
  [[nodiscard]] std::int64_t factors() const { return size_; }
  [[nodiscard]] Share factor(std::int64_t) const { return {whole_ - deviates_, whole_}; }
  [[nodiscard]] Share ratio(std::int64_t j) const { return {size_ - j, j + 1}; }
  [[nodiscard]] Share other_ratio(std::int64_t) const { return {deviates_, whole_ - deviates_}; }

 private:
  std::int64_t size_;
  std::int64_t deviates_;
  std::int64_t whole_;
};

// P(first) is the chance that two groups of the population, laid at random, have no item in common: the sample and what
// deviates; or, where these must meet, the rest and what does not deviate.
class Hypergeometric {
 public:
  Hypergeometric(std::int64_t population, std::int64_t deviating, std::int64_t size)
      : population_(population), deviating_(deviating), size_(size) {
    auto const apart = deviating + size <= population;
    auto const one = apart ? deviating : population - deviating;
    auto const other = apart ? size : population - size;
    fewer_ = std::min(one, other);
    more_ = std::max(one, other);
  }
  [[nodiscard]] std::int64_t first() const { return std::max<std::int64_t>(0, deviating_ + size_ - population_); }
  [[nodiscard]] std::int64_t last() const { return std::min(deviating_, size_); }
  [[nodiscard]] std::int64_t factors() const { return fewer_; }
  [[nodiscard]] Share factor(std::int64_t j) const { return {population_ - more_ - j, population_ - j}; }
  [[nodiscard]] Share ratio(std::int64_t j) const { return {deviating_ - j, j + 1}; }
  [[nodiscard]] Share other_ratio(std::int64_t j) const {
    return {size_ - j, population_ - deviating_ - size_ + j + 1};
  }

 private:
  std::int64_t population_;
  std::int64_t deviating_;
  std::int64_t size_;
  std::int64_t fewer_ = 0;
  std::int64_t more_ = 0;
};

// A sum of positive terms that may lie far below the smallest number: the sum and the last term are kept multiplied by
// 2^900 to the power of `lifts`.
template <class Number>
struct Sum {
  Number term{1};
  Number sum{0};
  int lifts = 0;

  void shrink(Share by) {
    using std::ldexp;
    term *= Number(by.over) / Number(by.under);
    if (term >= ldexp(Number(1), -900)) return;
    term = ldexp(term, 900);
    ++lifts;
  }
  void add() {
    using std::ldexp;
    sum += term;
    if (lifts == 0 || sum < ldexp(Number(1), 800)) return;
    sum = ldexp(sum, -900);
    term = ldexp(term, -900);
    --lifts;
  }
};

// Every operation has a relative error of at most epsilon and all terms are positive, so that of the sum is at most
// epsilon times the operations on the way to its last term. Twice that is left as doubt. Nothing if that does not
// decide.
template <class Number, class Law>
std::optional<bool> decide_by(Law const& law, std::int64_t most, Share alpha) {
  Sum<Number> of;
  for (std::int64_t j = 0; j < law.factors(); ++j) of.shrink(law.factor(j));
  of.add();
  for (auto j = law.first(); j < most; ++j) {
    auto const one = law.ratio(j);
    auto const other = law.other_ratio(j);
    of.term *= Number(one.over) / Number(one.under) * (Number(other.over) / Number(other.under));
    of.add();
  }
  if (of.lifts > 0) return true;  // below 2^-100; alpha is no smaller than 10^-15
  auto const operations = 4 * law.factors() + 8 * (most - law.first()) + 16;
  Number const doubt = of.sum * Number(2 * operations) * std::numeric_limits<Number>::epsilon();
  Number const bound = Number(alpha.over) / Number(alpha.under);
  if (of.sum + doubt < bound) return true;
  if (of.sum - doubt > bound) return false;
  return {};
}

// The product of the numerators, or of the denominators, of the factors from `from` until `to`: halved, so that long
// numbers meet long ones.
template <class Law>
cpp_int product(Law const& law, std::int64_t Share::*part, std::int64_t from, std::int64_t to) {
  if (to - from > 16) {
    auto const middle = from + (to - from) / 2;
    return product(law, part, from, middle) * product(law, part, middle, to);
  }
  cpp_int value = 1;
  for (auto j = from; j < to; ++j) value *= law.factor(j).*part;
  return value;
}

// P(first) (1 + r (1 + r' (1 + …))) against alpha, cleared of fractions.
template <class Law>
bool decide_exactly(Law const& law, std::int64_t most, Share alpha) {
  cpp_int over = 1;
  cpp_int under = 1;
  for (auto j = most - 1; j >= law.first(); --j) {
    auto const one = law.ratio(j);
    auto const other = law.other_ratio(j);
    cpp_int const below = under * one.under * other.under;
    over = below + over * one.over * other.over;
    under = below;
  }
  return product(law, &Share::over, 0, law.factors()) * over * alpha.under <=
         product(law, &Share::under, 0, law.factors()) * under * alpha.over;
}

template <class Law>
bool is_at_most(Law const& law, std::int64_t most, Share alpha) {
  if (most >= law.last()) return false;  // certain, and alpha is less than that
  if (most < law.first()) return true;   // impossible
  if (auto const decided = decide_by<double>(law, most, alpha)) return *decided;
  if (auto const decided = decide_by<Fine>(law, most, alpha)) return *decided;
  return decide_exactly(law, most, alpha);
}

}  // namespace

bool binomial_at_most(std::int64_t size, Share rate, std::int64_t most, Share alpha) {
  Binomial const law(size, rate);
  return law.is_certain() ? most < size : is_at_most(law, most, alpha);
}

bool hypergeometric_at_most(std::int64_t population, std::int64_t deviating, std::int64_t size, std::int64_t most,
                            Share alpha) {
  return is_at_most(Hypergeometric(population, deviating, size), most, alpha);
}

}  // namespace v1
}  // namespace annexa
