// Exceedance curves on logarithmic scales.
#include <annexa/report/loss_pictures.hpp>

#include <algorithm>
#include <array>

#include "loss_sheet.hpp"
#include "report_language.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(LossCurveRequest)

namespace {

constexpr std::int64_t curve_depth = 3000;
constexpr std::array<Pen, 6> curve_pens{Pen{sheet_blue, ""},        Pen{sheet_red, "8 3"},     Pen{"#1f7a5a", "3 3"},
                                        Pen{"#7a4a9e", "10 3 2 3"}, Pen{"#8a5a00", "1.5 2.5"}, Pen{"#3b4c5c", "14 4"}};
constexpr Pen event_pen{sheet_blue, "2 3", "1.2"};
constexpr Pen tolerance_pen{sheet_amber, "6 4", "2"};

class CurvePicture {
 public:
  CurvePicture(LossCurveRequest const& request, std::int64_t width) : request_(request), width_(width) {}

  // False if there is nothing to draw.
  bool measure() {
    for (auto const& curve : request_.curves)
      for (auto const& point : curve.points) include(loss_size(point.loss), point.aggregate.value);
    for (auto const& point : request_.tolerance) include(loss_size(point.loss), point.probability);
    if (most_ <= 0) return false;
    Real const high = log10_of(most_);
    Real const low = std::max(log10_of(least_), high - 7);
    Real const room = std::max(Real{0.05}, (high - low) * 0.02);
    losses_ = {low - room, high + room, sheet_left, width_ - sheet_left - sheet_right_margin};
    Real const bottom = std::max(log10_of(rarest_), Real{-7});
    chances_ = {0, std::min(bottom - 0.1, Real{-1}), sheet_top, curve_depth};
    return true;
  }

  std::string draw() {
    auto const height = sheet_top + curve_depth + 560 + sheet_line * static_cast<std::int64_t>(legend_entries() + 1);
    auto const title = request_.title.empty() ? say("loss.curve-title"_word) : request_.title;
    LossSheet sheet({"curve", title, description(), width_, height});
    grid(sheet);
    auto const& first = request_.curves.front();
    sheet.surface(band(first), sheet_blue, "0.18");
    sheet.path(largest_events(first), event_pen);
    for (std::size_t i = 0; i < request_.curves.size(); ++i) sheet.path(curve(request_.curves[i]), curve_pens[i]);
    tolerance(sheet);
    legend(sheet);
    return std::move(sheet).finish();
  }

 private:
  void include(Real loss, Real probability) {
    if (loss <= 0 || probability <= 0) return;
    least_ = least_ == 0 ? loss : std::min(least_, loss);
    most_ = std::max(most_, loss);
    rarest_ = std::min(rarest_, probability);
  }
  [[nodiscard]] bool has_events() const {
    auto const& points = request_.curves.front().points;
    return !points.empty() && points.front().event.has_value();
  }
  [[nodiscard]] std::size_t legend_entries() const {
    return request_.curves.size() + (has_events() ? 1 : 0) + (request_.tolerance.empty() ? 0 : 1);
  }
  [[nodiscard]] std::string description() const {
    auto const text = say("loss.curve-description"_word);
    for (auto const& point : request_.curves.front().points)
      if (point.aggregate.value <= 0.05)
        return text + ' ' +
               say("loss.curve-point"_word,
                   {{"loss", amount_of(point.loss)}, {"probability", percentage(point.aggregate.value, 2)}});
    return text;
  }

  void grid(LossSheet& sheet) const {
    auto const bottom = sheet_top + curve_depth;
    auto const& currency = request_.curves.front().points.front().loss.currency();
    std::int64_t power = 1;  // of ten, in minor units
    for (int exponent = -currency.places(); exponent + currency.places() < 18; ++exponent, power *= 10) {
      if (static_cast<Real>(exponent) < losses_.low || static_cast<Real>(exponent) > losses_.high) continue;
      auto const x = losses_.at(static_cast<Real>(exponent));
      sheet.line(x, sheet_top, x, bottom, {sheet_rule, "", "1"});
      sheet.words(x, bottom + 180, "middle", short_amount(power, currency.places()));
    }
    Real probability = 1;
    for (int exponent = 0; static_cast<Real>(exponent) >= chances_.high; --exponent, probability /= 10) {
      auto const y = chances_.at(static_cast<Real>(exponent));
      sheet.line(sheet_left, y, losses_.begin + losses_.length, y, {sheet_rule, "", "1"});
      sheet.words(sheet_left - 80, y + 40, "end", percentage(probability, std::max(0, -exponent - 2)));
    }
    sheet.words(losses_.begin + losses_.length, bottom + 360, "end",
                say("loss.axis"_word, {{"currency", to_string(currency)}}));
    sheet.words(sheet_left, sheet_top - 90, "start", say("loss.probability-axis"_word));
  }

  [[nodiscard]] std::string place(Money const& loss, Real probability) const {
    return LossSheet::place(losses_.at(log10_of(loss_size(loss))), chances_.at(log10_of(probability)));
  }
  [[nodiscard]] bool is_drawn(Money const& loss, Real probability) const {
    return loss.minor_units() > 0 && probability > 0 && log10_of(loss_size(loss)) >= losses_.low;
  }
  void append(std::string& points, Money const& loss, Real probability) const {
    if (is_drawn(loss, probability)) points += (points.empty() ? "" : " ") + place(loss, probability);
  }

  [[nodiscard]] std::string band(LossCurve const& curve) const {
    constexpr Real two_sided = 1.959963984540054;
    std::string above;
    std::string below;
    for (auto const& point : curve.points) {
      Real const p = point.aggregate.value;
      Real const off = two_sided * point.aggregate.standard_error;
      if (!is_drawn(point.loss, p)) continue;
      append(above, point.loss, std::min(Real{1}, p + off));
      below = place(point.loss, std::max(p - off, p / 100)) + (below.empty() ? "" : " ") + below;
    }
    return above.empty() ? above : above + ' ' + below;
  }
  [[nodiscard]] std::string curve(LossCurve const& curve) const {
    std::string points;
    for (auto const& point : curve.points) append(points, point.loss, point.aggregate.value);
    return points;
  }
  [[nodiscard]] std::string largest_events(LossCurve const& curve) const {
    std::string points;
    for (auto const& point : curve.points)
      if (point.event) append(points, point.loss, point.event->value);
    return points;
  }
  void tolerance(LossSheet& sheet) const {
    std::string points;
    for (auto const& point : request_.tolerance) append(points, point.loss, point.probability);
    sheet.path(points, tolerance_pen);
    for (auto const& point : request_.tolerance)
      if (is_drawn(point.loss, point.probability))
        sheet.mark(losses_.at(log10_of(loss_size(point.loss))), chances_.at(log10_of(point.probability)), sheet_amber);
  }

  void legend(LossSheet& sheet) const {
    std::int64_t y = sheet_top + curve_depth + 560;
    for (std::size_t i = 0; i < request_.curves.size(); ++i, y += sheet_line) {
      auto const& given = request_.curves[i].name;
      auto const name = given.empty() ? say("loss.all"_word) : shortened(given, 60);
      sheet.legend(y, curve_pens[i], i == 0 ? say("loss.with-band"_word, {{"name", name}}) : name);
    }
    if (has_events()) {
      sheet.legend(y, event_pen, say("loss.largest-event"_word));
      y += sheet_line;
    }
    if (!request_.tolerance.empty()) sheet.legend(y, tolerance_pen, say("loss.tolerance"_word));
  }

  LossCurveRequest const& request_;
  std::int64_t width_;
  Real least_ = 0;
  Real most_ = 0;
  Real rarest_ = 1;
  Axis losses_{};
  Axis chances_{};  // downwards: from 100 % at the top
};

void check_curves(LossCurveRequest const& request, Error& errors) {
  auto const count = request.curves.size();
  if (count < 1 || count > curve_pens.size())
    errors.add(loss_picture_rules::curves, "/curves", {{"found", std::to_string(count)}});
  std::optional<Currency> currency;
  std::optional<Currency> other;
  auto const see = [&](Money const& money) {
    if (!currency) currency = money.currency();
    if (money.currency() != *currency) other = money.currency();
  };
  for (auto const& curve : request.curves)
    for (auto const& point : curve.points) see(point.loss);
  for (auto const& point : request.tolerance) see(point.loss);
  if (other)
    errors.add(loss_picture_rules::currencies, "/curves",
               {{"one", to_string(*currency)}, {"other", to_string(*other)}});
}

}  // namespace

result<std::string> loss_curve_picture(LossCurveRequest const& request) {
  auto const language = asked_language(request.language, Language::english);
  if (!language) return language.error();
  Speaking const speaking(*language);
  Error errors;
  check_curves(request, errors);
  auto const width = sheet_width(request.width, errors);
  if (!errors.empty()) return errors;
  CurvePicture picture(request, width);
  if (request.curves.front().points.empty() || !picture.measure()) return Error(loss_picture_rules::nothing, "/curves");
  return picture.draw();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
