#pragma once
// Matrices of correlations.

#include <annexa/base/real.hpp>

#include <optional>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

// A symmetric matrix, with 1 on the diagonal at first and 0 elsewhere.
class SymmetricMatrix {
 public:
  explicit SymmetricMatrix(std::size_t size);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] Real at(std::size_t row, std::size_t column) const noexcept { return cells_[row * size_ + column]; }
  void set(std::size_t row, std::size_t column, Real value) noexcept {
    cells_[row * size_ + column] = value;
    cells_[column * size_ + row] = value;
  }
  // The largest difference of a cell.
  [[nodiscard]] Real difference(SymmetricMatrix const& other) const noexcept;

 private:
  std::size_t size_;
  std::vector<Real> cells_;
};

// Row by row, the lower triangle whose product with its transpose is the matrix; none if no variables have these
// covariances. Where they only have them without an own part, that part is 0.
[[nodiscard]] std::optional<std::vector<Real>> cholesky(SymmetricMatrix const& matrix);

// Eigenvalues, and eigenvectors as columns, by Jacobi's rotations in a fixed order.
struct Eigen {
  std::vector<Real> values;
  std::vector<Real> vectors;  // row by row
};
[[nodiscard]] Eigen eigen_of(SymmetricMatrix matrix);
[[nodiscard]] Real least_eigenvalue(SymmetricMatrix const& matrix);

// The correlation matrix that is nearest by the sum of squares, by alternating projections with Dykstra's correction.
// @source{Higham, Computing the Nearest Correlation Matrix (2002)}
[[nodiscard]] SymmetricMatrix nearest_correlation(SymmetricMatrix const& matrix);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
