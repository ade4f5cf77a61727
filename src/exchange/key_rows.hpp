#pragma once
// In which row of a table each key stands, for tables of any length.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// Most keys are one text and a number that counts up: of those only the row is kept, four bytes each.
class KeyRows {
 public:
  // Notes that @p key stands in @p row. @return the row in which it stood before, or 0.
  [[nodiscard]] std::size_t add(std::string_view key, std::size_t row);

 private:
  struct Series {
    std::string stem;                 // all before the number, its leading zeros among it
    std::vector<std::uint32_t> rows;  // by number; 0 where there is none
    std::size_t count = 0;
  };
  [[nodiscard]] Series* series_of(std::string_view stem);
  [[nodiscard]] static std::uint32_t* place_in(Series& series, std::size_t number);

  std::vector<Series> series_;
  std::size_t last_ = 0;  // the series that was used last
  std::unordered_map<std::string, std::size_t> others_;
};

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
