#include "transform.hpp"

#ifdef ANNEXA_WITH_FFT
#include <kissfft/kissfft.hh>
#endif

namespace annexa {
inline namespace v1 {
namespace detail {

#ifdef ANNEXA_WITH_FFT

struct Transform::Plan {
  explicit Plan(std::size_t length) : size(length), forward(length / 2, false), inverse(length, true) {}
  std::size_t size;
  kissfft<Real> forward;
  kissfft<Real> inverse;
};

Transform::Transform(std::size_t size) : plan_(std::make_unique<Plan>(size)) {}
Transform::~Transform() = default;
bool Transform::is_available() noexcept { return true; }
std::size_t Transform::size() const noexcept { return plan_->size; }

std::vector<Complex> Transform::forward(std::span<Real const> sequence) const {
  std::vector<Complex> out(plan_->size / 2 + 1);
  plan_->forward.transform_real(sequence.data(), out.data());
  out.back() = out.front().imag();
  out.front() = out.front().real();
  return out;
}

std::vector<Real> Transform::inverse(std::span<Complex const> values) const {
  std::vector<Complex> all(values.begin(), values.end());
  all.resize(plan_->size);
  for (std::size_t i = 1; i < plan_->size / 2; ++i) all[plan_->size - i] = std::conj(values[i]);
  std::vector<Complex> sequence(plan_->size);
  plan_->inverse.transform(all.data(), sequence.data());
  std::vector<Real> out(plan_->size);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = sequence[i].real() / static_cast<Real>(plan_->size);
  return out;
}

#else

struct Transform::Plan {};
Transform::Transform(std::size_t) {}
Transform::~Transform() = default;
bool Transform::is_available() noexcept { return false; }
std::size_t Transform::size() const noexcept { return 0; }
std::vector<Complex> Transform::forward(std::span<Real const>) const { return {}; }
std::vector<Real> Transform::inverse(std::span<Complex const>) const { return {}; }

#endif

}  // namespace detail
}  // namespace v1
}  // namespace annexa
