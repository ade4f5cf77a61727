#pragma once
// The objects of a JSON text, one after the other.

#include <annexa/base/error.hpp>
#include <boost/json/fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// Finds the objects of a list "[{…},{…}]", or those that follow each other, with blanks between them.
class JsonRows {
 public:
  // @pre the text outlives it.
  JsonRows(std::string_view text, std::string file) noexcept;

  // The next object, or nothing at the end. Its inside is not looked at, but for where it ends.
  [[nodiscard]] result<std::optional<std::string_view>> next();
  // The row of the object just found; the first one has 2.
  [[nodiscard]] std::size_t row() const noexcept { return count_ + 1; }
  [[nodiscard]] bool is_list() const noexcept { return list_; }
  // "file:row 5"
  [[nodiscard]] std::string where() const { return file_ + ":row " + std::to_string(count_ + 1); }

 private:
  void skip_blanks() noexcept;
  [[nodiscard]] result<bool> is_at_end();
  [[nodiscard]] result<std::string_view> take_object();

  std::string_view rest_;
  std::string file_;
  std::size_t count_ = 0;
  bool list_ = false;
  bool closed_ = false;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
