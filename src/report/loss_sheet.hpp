#pragma once
// The sheet that pictures of losses are drawn on. Places are whole tenths of a pixel, so that the same figures give the
// same bytes.

#include <annexa/base/error.hpp>
#include <annexa/base/money.hpp>
#include <annexa/base/real.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "markup.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

inline constexpr std::int64_t sheet_left = 640;
inline constexpr std::int64_t sheet_top = 520;
inline constexpr std::int64_t sheet_right_margin = 160;
inline constexpr std::int64_t sheet_line = 200;

inline constexpr std::string_view sheet_rule = "#d9e0e7";
inline constexpr std::string_view sheet_blue = "#1d4e79";
inline constexpr std::string_view sheet_red = "#a8261d";
inline constexpr std::string_view sheet_amber = "#b06a00";

[[nodiscard]] std::string tenths(std::int64_t value);
[[nodiscard]] Real log10_of(Real x);
// An amount in the currency's unit.
[[nodiscard]] Real loss_size(Money const& money);
// "1.2 M": three digits at most, for labels. In minor units of a currency with so many places.
[[nodiscard]] std::string short_amount(std::int64_t minor_units, int places);
[[nodiscard]] inline std::string short_amount(Money const& money) {
  return short_amount(money.minor_units(), money.currency().places());
}
// A probability as a percentage of so many places: "12.5 %".
[[nodiscard]] std::string percentage(Real probability, int places);
// The least of 1, 2, 5, 10, 20, 50, ... of which at most @p steps reach to @p most.
[[nodiscard]] Real round_step(Real most, int steps);

// Where numbers lie along a line.
struct Axis {
  Real low;   // what stands at the beginning
  Real high;  // and at the end
  std::int64_t begin;
  std::int64_t length;

  [[nodiscard]] std::int64_t at(Real value) const;
};

// How a line looks.
struct Pen {
  std::string_view colour;
  std::string_view dashes = "";
  std::string_view width = "2.5";
};

// What a sheet is begun with.
struct SheetFrame {
  std::string id;
  std::string title;
  std::string description;
  std::int64_t width;   // tenths of a pixel
  std::int64_t height;  // the same
};

class LossSheet {
 public:
  explicit LossSheet(SheetFrame const& frame);

  void line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, Pen const& pen);
  void box(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height, std::string_view fill,
           std::string_view hint = {});
  void words(std::int64_t x, std::int64_t y, std::string_view anchor, std::string_view text);
  // @param points "x,y x,y": as place() says them; nothing is drawn without any
  void path(std::string const& points, Pen const& pen);
  void surface(std::string const& points, std::string_view fill, std::string_view opacity);
  // A small square on its corner.
  void mark(std::int64_t x, std::int64_t y, std::string_view fill);
  // A line of a legend: a stroke of the pen and what it is.
  void legend(std::int64_t y, Pen const& pen, std::string_view text);
  [[nodiscard]] static std::string place(std::int64_t x, std::int64_t y) { return tenths(x) + "," + tenths(y); }

  [[nodiscard]] std::string finish() &&;

 private:
  Markup out_;
};

// Adds what is wrong with the width; else gives it in tenths of a pixel, that which is usual where it is absent.
[[nodiscard]] std::int64_t sheet_width(std::optional<int> asked, Error& errors);

}  // namespace report
}  // namespace v1
}  // namespace annexa
