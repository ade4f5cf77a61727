// Histograms of the loss of a year, with what is told of it: mean, values at risk.
#include <annexa/report/loss_pictures.hpp>

#include <algorithm>
#include <cmath>

#include "loss_sheet.hpp"
#include "report_language.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(LossHistogramRequest)

namespace {

constexpr std::int64_t histogram_depth = 2600;
constexpr std::int64_t histogram_left = 640;
constexpr std::int64_t label_room = 480;  // a label of an amount is hardly ever wider
constexpr Pen mean_pen{sheet_red, "", "2"};
constexpr Pen risk_pen{sheet_amber, "6 4", "2"};

// Every interval has a bar of the same width: between round amounts these are steps, or factors.
class HistogramPicture {
 public:
  HistogramPicture(LossHistogramRequest const& request, std::int64_t width)
      : request_(request), intervals_(request.figures.histogram), width_(width) {
    Real most = 0;
    for (auto const& each : intervals_) most = std::max(most, each.probability.value);
    step_ = round_step(std::max(most, Real{1e-9}), 5);
    chances_ = {std::ceil(most / step_ - 1e-9) * step_, 0, sheet_top, histogram_depth};
    bars_ = {0, static_cast<Real>(intervals_.size()), histogram_left, width_ - histogram_left - sheet_right_margin};
  }

  std::string draw() {
    auto const& figures = request_.figures;
    auto const lines = 3 + static_cast<std::int64_t>(figures.value_at_risk.size());
    auto const title = !request_.title.empty() ? request_.title
                       : figures.name.empty()  ? say("loss.histogram-title"_word)
                                               : say("loss.histogram-of"_word, {{"name", figures.name}});
    LossSheet sheet({"histogram", title, description(), width_, bottom() + 560 + sheet_line * lines});
    grid(sheet);
    bars(sheet);
    edges(sheet);
    legend(sheet);
    return std::move(sheet).finish();
  }

 private:
  static constexpr std::int64_t bottom() { return sheet_top + histogram_depth; }

  [[nodiscard]] std::string description() const {
    auto const& figures = request_.figures;
    return say("loss.histogram-description"_word,
               {{"mean", amount_of(figures.mean.value)}, {"none", percentage(1 - figures.loss_probability.value, 1)}});
  }
  void grid(LossSheet& sheet) const {
    int places = 0;
    for (Real step = step_ * 100; step < 0.999 && places < 8; step *= 10) ++places;
    for (int i = 0; static_cast<Real>(i) * step_ <= chances_.low * 1.0001; ++i) {
      auto const y = chances_.at(static_cast<Real>(i) * step_);
      sheet.line(histogram_left, y, bars_.begin + bars_.length, y, {sheet_rule, "", "1"});
      sheet.words(histogram_left - 80, y + 40, "end", percentage(static_cast<Real>(i) * step_, places));
    }
    sheet.words(histogram_left, sheet_top - 90, "start", say("loss.share-axis"_word));
  }
  void bars(LossSheet& sheet) const {
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
      auto const& each = intervals_[i];
      auto const left = bars_.at(static_cast<Real>(i));
      auto const right = bars_.at(static_cast<Real>(i + 1));
      auto const top = chances_.at(each.probability.value);
      auto const gap = right - left > 60 ? 10 : 0;
      sheet.box(left, top, right - left - gap, bottom() - top, "#5b88b0",
                say("loss.interval"_word, {{"low", short_amount(each.low)},
                                           {"high", short_amount(each.high)},
                                           {"share", percentage(each.probability.value, 2)}}));
    }
  }
  // The amounts between bars, as many as there is room for. The outermost are no amounts that say anything.
  void edges(LossSheet& sheet) const {
    sheet.line(histogram_left, bottom(), bars_.begin + bars_.length, bottom(), {"#3b4c5c", "", "1"});
    std::int64_t next = 0;
    for (std::size_t i = 1; i < intervals_.size(); ++i) {
      auto const x = bars_.at(static_cast<Real>(i));
      if (x < next) continue;
      sheet.line(x, bottom(), x, bottom() + 50, {"#3b4c5c", "", "1"});
      sheet.words(x, bottom() + 190, "middle", short_amount(intervals_[i].low));
      next = x + label_room;
    }
    sheet.words(bars_.begin + bars_.length, bottom() + 370, "end",
                say("loss.axis"_word, {{"currency", to_string(intervals_.front().low.currency())}}));
  }

  // Where an amount lies, in bars; none beyond them.
  [[nodiscard]] std::optional<Real> place_of(Money const& amount) const {
    for (std::size_t i = 0; i < intervals_.size(); ++i) {
      Real const low = loss_size(intervals_[i].low);
      Real const high = loss_size(intervals_[i].high);
      Real const at = loss_size(amount);
      if (at > low && at <= high) return static_cast<Real>(i) + (at - low) / (high - low);
    }
    return {};
  }
  void legend_line(LossSheet& sheet, Money const& amount, Pen const& pen, std::string const& text) {
    if (auto const at = place_of(amount)) sheet.line(bars_.at(*at), sheet_top - 60, bars_.at(*at), bottom(), pen);
    sheet.legend(legend_, pen, text);
    legend_ += sheet_line;
  }
  void legend(LossSheet& sheet) {
    auto const& figures = request_.figures;
    legend_ = bottom() + 620;
    legend_line(sheet, figures.mean.value, mean_pen,
                say("loss.mean"_word, {{"amount", amount_of(figures.mean.value)}}));
    for (auto const& each : figures.value_at_risk)
      legend_line(
          sheet, each.value, risk_pen,
          say("loss.value-at-risk"_word, {{"level", percentage(each.level, 2)}, {"amount", amount_of(each.value)}}));
    sheet.words(sheet_left, legend_ + 40, "start",
                say("loss.without"_word, {{"share", percentage(1 - figures.loss_probability.value, 1)}}));
  }

  LossHistogramRequest const& request_;
  std::vector<LossInterval> const& intervals_;
  std::int64_t width_;
  std::int64_t legend_ = 0;
  Real step_ = 0;
  Axis chances_{};  // upwards: `low` is the top
  Axis bars_{};
};

}  // namespace

result<std::string> loss_histogram_picture(LossHistogramRequest const& request) {
  auto const language = asked_language(request.language, Language::english);
  if (!language) return language.error();
  Speaking const speaking(*language);
  Error errors;
  auto const width = sheet_width(request.width, errors);
  auto const& intervals = request.figures.histogram;
  if (intervals.empty()) errors.add(loss_picture_rules::no_histogram, "/figures/histogram");
  if (intervals.size() > most_loss_intervals)
    errors.add(loss_picture_rules::intervals, "/figures/histogram", {{"found", std::to_string(intervals.size())}});
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    auto const where = "/figures/histogram/" + std::to_string(i);
    if (intervals[i].low.currency() != intervals[0].low.currency() ||
        intervals[i].high.currency() != intervals[0].low.currency())
      errors.add(loss_picture_rules::currencies, where,
                 {{"one", to_string(intervals[0].low.currency())}, {"other", to_string(intervals[i].high.currency())}});
    else if (intervals[i].high.minor_units() <= intervals[i].low.minor_units())
      errors.add(loss_picture_rules::order, where,
                 {{"low", to_string(intervals[i].low)}, {"high", to_string(intervals[i].high)}});
    if (!(intervals[i].probability.value >= 0 && intervals[i].probability.value <= 1))
      errors.add(loss_picture_rules::probability, where + "/probability/value");
  }
  if (!errors.empty()) return errors;
  return HistogramPicture(request, width).draw();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
