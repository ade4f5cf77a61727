#pragma once
// Fourier transforms. Their last bits differ between machines.

#include <annexa/base/real.hpp>

#include <complex>
#include <memory>
#include <span>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

using Complex = std::complex<Real>;

// Of real sequences of one length, a power of 2 of at least 4.
class Transform {
 public:
  explicit Transform(std::size_t size);
  ~Transform();
  Transform(Transform const&) = delete;
  Transform& operator=(Transform const&) = delete;

  // True if the library was there when this was built; without it nothing may be called.
  [[nodiscard]] static bool is_available() noexcept;

  [[nodiscard]] std::size_t size() const noexcept;
  // The first size / 2 + 1 values of the transform; the others are their conjugates.
  [[nodiscard]] std::vector<Complex> forward(std::span<Real const> sequence) const;
  // The sequence again.
  [[nodiscard]] std::vector<Real> inverse(std::span<Complex const> values) const;

 private:
  struct Plan;
  std::unique_ptr<Plan> plan_;
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
