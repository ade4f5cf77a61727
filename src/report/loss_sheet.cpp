#include "loss_sheet.hpp"

#include <annexa/report/loss_pictures.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include "risk/quantitative/functions.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

std::string tenths(std::int64_t value) {
  auto const size = value < 0 ? -value : value;
  return (value < 0 ? "-" : "") + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

Real log10_of(Real x) { return detail::log_of(x) * 0.43429448190325182765; }

Real loss_size(Money const& money) {
  Real out = static_cast<Real>(money.minor_units());
  for (int i = 0; i < money.currency().places(); ++i) out /= 10;
  return out;
}

namespace {

constexpr std::int64_t usual_sheet_width = 7200;

// A thousand times as much each.
constexpr std::array<Word, 3> amount_units{"loss.thousand"_word, "loss.million"_word, "loss.billion"_word};

// The digits of @p value / 10^places, without zeros at the end.
std::string decimal_text(std::int64_t value, int places) {
  auto const number = Decimal::from(value, places);
  return number_text(*number);
}

}  // namespace

std::string short_amount(std::int64_t minor_units, int places) {
  auto const negative = minor_units < 0;
  auto size = negative ? 0 - static_cast<std::uint64_t>(minor_units) : static_cast<std::uint64_t>(minor_units);
  std::uint64_t one = 1;  // of the currency's unit
  for (int i = 0; i < places; ++i) one *= 10;
  std::size_t unit = 0;
  while (unit < amount_units.size() && size >= one * 999 + (one + 1) / 2) {  // 999.5 are 1 k already
    one *= 1000;
    ++unit;
  }
  std::uint64_t hundredths = one >= 100 ? (size + one / 200) / (one / 100) : size * (100 / one);
  std::uint64_t ten = 1;
  int shown = hundredths < 1'000 ? 2 : hundredths < 10'000 ? 1 : 0;  // three digits in all
  for (int i = shown; i < 2; ++i) ten *= 10;
  hundredths = (hundredths + ten / 2) / ten;
  while (shown > 0 && hundredths % 10 == 0) {
    hundredths /= 10;
    --shown;
  }
  auto text = (negative ? "-" : "") + decimal_text(static_cast<std::int64_t>(hundredths), shown);
  return unit == 0 ? text : text + "\u00A0" + say(amount_units[unit - 1]);
}

std::string percentage(Real probability, int places) {
  constexpr Real most = 1e6;  // whatever a host has for a probability
  Real scale = 100;
  for (int i = 0; i < places; ++i) scale *= 10;
  Real const shown = probability > -most ? std::min(probability, most) : -most;
  auto value = static_cast<std::int64_t>(std::floor(shown * scale + 0.5));
  while (places > 0 && value % 10 == 0) {
    value /= 10;
    --places;
  }
  return say("number.percent"_word, {{"value", decimal_text(value, places)}});
}

Real round_step(Real most, int steps) {
  Real power = 1;
  while (power * steps >= most && power > 1e-12) power /= 10;
  for (;; power *= 10)
    for (Real const factor : {1.0, 2.0, 5.0})
      if (most <= factor * power * steps) return factor * power;
}

std::int64_t Axis::at(Real value) const {
  Real const exact = (value - low) / (high - low);
  Real const way = exact > 0 ? std::min(exact, Real{1}) : 0;  // 0 for what is no number
  return begin + static_cast<std::int64_t>(way * static_cast<Real>(length) + 0.5);
}

LossSheet::LossSheet(SheetFrame const& frame) {
  out_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"viewBox", "0 0 " + tenths(frame.width) + " " + tenths(frame.height)},
                    {"width", tenths(frame.width)},
                    {"height", tenths(frame.height)},
                    {"role", "img"},
                    {"aria-labelledby", frame.id + "-t " + frame.id + "-d"},
                    {"font-family", "system-ui, sans-serif"},
                    {"font-size", "12"},
                    {"fill", "#1c2733"}});
  out_.element("title", {{"id", frame.id + "-t"}}, frame.title);
  out_.element("desc", {{"id", frame.id + "-d"}}, frame.description);
  out_.empty("rect", {{"width", tenths(frame.width)}, {"height", tenths(frame.height)}, {"fill", "#ffffff"}});
  auto const letters = static_cast<std::size_t>(frame.width / 85);
  out_.element("text", {{"x", "16"}, {"y", "24"}, {"font-size", "15"}, {"font-weight", "600"}},
               shortened(frame.title, letters));
}

void LossSheet::line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, Pen const& pen) {
  out_.empty("line", {{"x1", tenths(x1)},
                      {"y1", tenths(y1)},
                      {"x2", tenths(x2)},
                      {"y2", tenths(y2)},
                      {"stroke", std::string(pen.colour)},
                      {"stroke-width", std::string(pen.width)},
                      {"stroke-dasharray", std::string(pen.dashes)}});
}

void LossSheet::box(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height, std::string_view fill,
                    std::string_view hint) {
  if (width <= 0 || height <= 0) return;
  out_.open("rect", {{"x", tenths(x)},
                     {"y", tenths(y)},
                     {"width", tenths(width)},
                     {"height", tenths(height)},
                     {"fill", std::string(fill)}});
  if (!hint.empty()) out_.element("title", {}, hint);
  out_.close();
}

void LossSheet::words(std::int64_t x, std::int64_t y, std::string_view anchor, std::string_view text) {
  out_.element("text", {{"x", tenths(x)}, {"y", tenths(y)}, {"text-anchor", std::string(anchor)}}, text);
}

void LossSheet::path(std::string const& points, Pen const& pen) {
  if (points.empty()) return;
  out_.empty("polyline", {{"points", points},
                          {"fill", "none"},
                          {"stroke", std::string(pen.colour)},
                          {"stroke-width", std::string(pen.width)},
                          {"stroke-dasharray", std::string(pen.dashes)},
                          {"stroke-linejoin", "round"}});
}

void LossSheet::surface(std::string const& points, std::string_view fill, std::string_view opacity) {
  if (points.empty()) return;
  out_.empty("polygon", {{"points", points}, {"fill", std::string(fill)}, {"fill-opacity", std::string(opacity)}});
}

void LossSheet::mark(std::int64_t x, std::int64_t y, std::string_view fill) {
  constexpr std::int64_t half = 50;
  surface(place(x - half, y) + " " + place(x, y - half) + " " + place(x + half, y) + " " + place(x, y + half), fill,
          {});
}

void LossSheet::legend(std::int64_t y, Pen const& pen, std::string_view text) {
  path(place(sheet_left, y) + " " + place(sheet_left + 360, y), pen);
  words(sheet_left + 460, y + 40, "start", text);
}

std::string LossSheet::finish() && {
  out_.close();
  return std::move(out_).take();
}

std::int64_t sheet_width(std::optional<int> asked, Error& errors) {
  if (!asked) return usual_sheet_width;
  if (*asked < 320 || *asked > 10'000)
    errors.add(loss_picture_rules::width, "/width", {{"found", std::to_string(*asked)}});
  return std::int64_t{*asked} * 10;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
