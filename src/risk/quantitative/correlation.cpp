#include "correlation.hpp"

#include <algorithm>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {

SymmetricMatrix::SymmetricMatrix(std::size_t size) : size_(size), cells_(size * size) {
  for (std::size_t i = 0; i < size; ++i) set(i, i, 1);
}

Real SymmetricMatrix::difference(SymmetricMatrix const& other) const noexcept {
  Real out = 0;
  for (std::size_t i = 0; i < cells_.size(); ++i) out = std::max(out, std::fabs(cells_[i] - other.cells_[i]));
  return out;
}

std::optional<std::vector<Real>> cholesky(SymmetricMatrix const& matrix) {
  constexpr Real rounding = 1e-10;
  std::vector<Real> out;
  std::vector<std::size_t> begins;
  for (std::size_t row = 0; row < matrix.size(); ++row) {
    begins.push_back(out.size());
    auto const begin = begins[row];
    for (std::size_t column = 0; column <= row; ++column) {
      Real rest = matrix.at(row, column);
      for (std::size_t k = 0; k < column; ++k) rest -= out[begin + k] * out[begins[column] + k];
      if (column == row) {
        if (rest < -rounding) return {};
        out.push_back(rest > rounding ? std::sqrt(rest) : 0);
      } else {
        Real const pivot = out[begins[column] + column];
        if (pivot == 0 && std::fabs(rest) > 1e-5) return {};
        out.push_back(pivot == 0 ? 0 : rest / pivot);
      }
    }
  }
  return out;
}

Eigen eigen_of(SymmetricMatrix matrix) {
  auto const n = matrix.size();
  Eigen out{std::vector<Real>(n), std::vector<Real>(n * n)};
  for (std::size_t i = 0; i < n; ++i) out.vectors[i * n + i] = 1;
  for (int sweep = 0; sweep < 60; ++sweep) {
    Real off = 0;
    for (std::size_t p = 0; p < n; ++p)
      for (std::size_t q = p + 1; q < n; ++q) off += matrix.at(p, q) * matrix.at(p, q);
    if (off < 1e-24) break;
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) {
        Real const apq = matrix.at(p, q);
        if (apq == 0) continue;
        Real const theta = (matrix.at(q, q) - matrix.at(p, p)) / (2 * apq);
        Real const t = (theta < 0 ? -1 : 1) / (std::fabs(theta) + std::sqrt(theta * theta + 1));
        Real const c = 1 / std::sqrt(t * t + 1);
        Real const s = t * c;
        Real const app = matrix.at(p, p);
        Real const aqq = matrix.at(q, q);
        for (std::size_t k = 0; k < n; ++k) {
          Real const akp = matrix.at(k, p);
          Real const akq = matrix.at(k, q);
          if (k != p && k != q) {
            matrix.set(k, p, c * akp - s * akq);
            matrix.set(k, q, s * akp + c * akq);
          }
          Real const vkp = out.vectors[k * n + p];
          Real const vkq = out.vectors[k * n + q];
          out.vectors[k * n + p] = c * vkp - s * vkq;
          out.vectors[k * n + q] = s * vkp + c * vkq;
        }
        matrix.set(p, p, app - t * apq);
        matrix.set(q, q, aqq + t * apq);
        matrix.set(p, q, 0);
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i) out.values[i] = matrix.at(i, i);
  return out;
}

Real least_eigenvalue(SymmetricMatrix const& matrix) {
  auto const eigen = eigen_of(matrix);
  return *std::ranges::min_element(eigen.values);
}

namespace {

// The nearest matrix without eigenvalues below a small one, which keeps what follows from rounding out.
SymmetricMatrix without_negative(SymmetricMatrix const& matrix) {
  constexpr Real least = 1e-9;
  auto const n = matrix.size();
  auto const eigen = eigen_of(matrix);
  SymmetricMatrix out(n);
  for (std::size_t row = 0; row < n; ++row) {
    for (std::size_t column = row; column < n; ++column) {
      Real sum = 0;
      for (std::size_t k = 0; k < n; ++k)
        sum += eigen.vectors[row * n + k] * eigen.vectors[column * n + k] * std::max(eigen.values[k], least);
      out.set(row, column, sum);
    }
  }
  return out;
}

}  // namespace

SymmetricMatrix nearest_correlation(SymmetricMatrix const& matrix) {
  auto const n = matrix.size();
  SymmetricMatrix current = matrix;
  SymmetricMatrix correction(n);
  for (std::size_t i = 0; i < n; ++i) correction.set(i, i, 0);
  for (int step = 0; step < 200; ++step) {
    SymmetricMatrix shifted(n);
    for (std::size_t row = 0; row < n; ++row)
      for (std::size_t column = row; column < n; ++column)
        shifted.set(row, column, current.at(row, column) - correction.at(row, column));
    auto const projected = without_negative(shifted);
    SymmetricMatrix next(n);
    for (std::size_t row = 0; row < n; ++row) {
      for (std::size_t column = row; column < n; ++column) {
        correction.set(row, column, projected.at(row, column) - shifted.at(row, column));
        if (row != column) next.set(row, column, projected.at(row, column));
      }
    }
    Real const moved = next.difference(current);
    current = next;
    if (moved < 1e-10) break;
  }
  // What is left of the last projection is a matrix with 1 on the diagonal by division, and so for certain one of
  // correlations.
  auto const last = without_negative(current);
  SymmetricMatrix out(n);
  for (std::size_t row = 0; row < n; ++row)
    for (std::size_t column = row + 1; column < n; ++column)
      out.set(row, column, last.at(row, column) / std::sqrt(last.at(row, row) * last.at(column, column)));
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
