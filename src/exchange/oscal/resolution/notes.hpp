#pragma once
// What resolving finds out on its way: problems, warnings, and how much work it was.

#include <annexa/base/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {

// The start of a text from outside as a message shows it: control characters, which terminals obey, as "\\xNN".
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 100);

// Warnings, up to a limit; beyond it they are counted.
class Warnings {
 public:
  void add(Rule const& rule, std::string where, std::vector<Argument> args = {}) {
    if (list_.size() < limit)
      list_.push_back(violation(rule, std::move(where), std::move(args)));
    else
      ++more_;
  }
  void add(Violation const& found) {
    if (list_.size() < limit)
      list_.push_back(found);
    else
      ++more_;
  }
  [[nodiscard]] std::vector<Violation> take() &&;

 private:
  static constexpr std::size_t limit = 1000;
  std::vector<Violation> list_;
  std::size_t more_ = 0;
};

// Counts steps. Everything that grows by what comes from outside asks it, so that no profile costs more than allowed.
class Budget {
 public:
  explicit Budget(std::size_t limit) : limit_(limit), left_(limit) {}
  // @throws Refused when there is none left.
  void spend(std::size_t steps) {
    if (steps > left_) refuse();
    left_ -= steps;
  }

 private:
  [[noreturn]] void refuse() const;

  std::size_t limit_, left_;
};

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
