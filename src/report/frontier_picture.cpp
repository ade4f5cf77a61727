// Efficient frontiers: the least loss that each budget can leave.
#include <annexa/report/loss_pictures.hpp>

#include <algorithm>
#include <cmath>

#include "loss_sheet.hpp"
#include "report_language.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(FrontierRequest)

namespace {

constexpr std::int64_t frontier_depth = 2800;
constexpr Pen frontier_pen{sheet_blue, "", "2.5"};
constexpr std::size_t most_choices_named = 12;

class FrontierPicture {
 public:
  FrontierPicture(FrontierRequest const& request, std::int64_t width)
      : request_(request), places_(request.choice.chosen.cost.currency().places()), width_(width) {
    Real dearest = 0;
    Real most = std::max(request.choice.untreated, request.choice.chosen.objective);
    for (auto const* each : points()) {
      dearest = std::max(dearest, cost_of(*each));
      most = std::max(most, each->objective);
    }
    cost_step_ = round_step(std::max(dearest, Real{1}), 5);
    objective_step_ = round_step(std::max(most, Real{1e-9}), 5);
    costs_ = {0, std::ceil(dearest / cost_step_ + 1e-9) * cost_step_, sheet_left,
              width_ - sheet_left - sheet_right_margin};
    objectives_ = {std::ceil(most / objective_step_ - 1e-9) * objective_step_, 0, sheet_top, frontier_depth};
    if (costs_.high <= 0) costs_.high = cost_step_;
  }

  std::string draw() const {
    auto const title = request_.title.empty() ? say("loss.frontier-title"_word) : request_.title;
    auto const lines = 3 + static_cast<std::int64_t>(std::min(request_.choice.frontier.size(), most_choices_named));
    LossSheet sheet({"frontier", title, description(), width_, bottom() + 560 + sheet_line * lines});
    grid(sheet);
    staircase(sheet);
    auto const& chosen = request_.choice.chosen;
    sheet.mark(costs_.at(cost_of(chosen)), objectives_.at(chosen.objective), sheet_red);
    legend(sheet);
    return std::move(sheet).finish();
  }

 private:
  static constexpr std::int64_t bottom() { return sheet_top + frontier_depth; }
  [[nodiscard]] bool is_amount() const { return request_.minimize != ChoiceMeasure::loss_probability; }
  [[nodiscard]] static Real cost_of(ChosenTreatments const& choice) {
    return static_cast<Real>(choice.cost.minor_units());
  }
  [[nodiscard]] std::vector<ChosenTreatments const*> points() const {
    std::vector<ChosenTreatments const*> out{&request_.choice.chosen};
    for (auto const& each : request_.choice.frontier) out.push_back(&each);
    return out;
  }
  [[nodiscard]] std::string objective_text(Real objective) const {
    if (!is_amount()) return percentage(objective, 2);
    return short_amount(static_cast<std::int64_t>(std::floor(objective + 0.5)), places_);
  }
  [[nodiscard]] std::string cost_text(Real cost) const {
    return short_amount(static_cast<std::int64_t>(std::floor(cost + 0.5)), places_);
  }
  [[nodiscard]] std::string description() const {
    auto const& choice = request_.choice;
    return say("loss.frontier-description"_word, {{"untreated", objective_text(choice.untreated)},
                                                  {"chosen", objective_text(choice.chosen.objective)},
                                                  {"cost", amount_of(choice.chosen.cost)}});
  }
  void grid(LossSheet& sheet) const {
    for (Real at = 0; at <= costs_.high * 1.0001; at += cost_step_) {
      auto const x = costs_.at(at);
      sheet.line(x, sheet_top, x, bottom(), {sheet_rule, "", "1"});
      sheet.words(x, bottom() + 180, "middle", cost_text(at));
    }
    for (Real at = 0; at <= objectives_.low * 1.0001; at += objective_step_) {
      auto const y = objectives_.at(at);
      sheet.line(sheet_left, y, costs_.begin + costs_.length, y, {sheet_rule, "", "1"});
      sheet.words(sheet_left - 80, y + 40, "end", objective_text(at));
    }
    auto const currency = to_string(request_.choice.chosen.cost.currency());
    sheet.words(costs_.begin + costs_.length, bottom() + 370, "end",
                say("loss.cost-axis"_word, {{"currency", currency}}));
    sheet.words(sheet_left, sheet_top - 90, "start",
                is_amount() ? word_of(request_.minimize) + ", " + currency : word_of(request_.minimize));
  }
  // A budget buys the best of what costs no more: the line falls where the next choice can be afforded.
  void staircase(LossSheet& sheet) const {
    std::string line;
    std::int64_t before = objectives_.at(request_.choice.untreated);
    line = LossSheet::place(costs_.at(0), before);
    for (auto const& each : request_.choice.frontier) {
      auto const x = costs_.at(cost_of(each));
      auto const y = objectives_.at(each.objective);
      line += ' ' + LossSheet::place(x, before) + ' ' + LossSheet::place(x, y);
      before = y;
    }
    line += ' ' + LossSheet::place(costs_.begin + costs_.length, before);
    sheet.path(line, frontier_pen);
    for (auto const& each : request_.choice.frontier)
      sheet.mark(costs_.at(cost_of(each)), objectives_.at(each.objective), sheet_blue);
  }
  [[nodiscard]] std::string choice_text(ChosenTreatments const& each, std::string names) const {
    return say("loss.choice"_word, {{"cost", cost_text(cost_of(each))},
                                    {"left", objective_text(each.objective)},
                                    {"treatments", std::move(names)}});
  }
  [[nodiscard]] std::string names_of(ChosenTreatments const& each) const {
    std::string names;
    for (auto const& name : each.treatments) names += (names.empty() ? "" : ", ") + name;
    return names.empty() ? say("loss.no-treatment"_word) : shortened(names, static_cast<std::size_t>(width_ / 100));
  }
  void legend(LossSheet& sheet) const {
    auto y = bottom() + 620;
    sheet.mark(sheet_left + 180, y, sheet_red);
    sheet.words(sheet_left + 460, y + 40, "start", choice_text(request_.choice.chosen, say("loss.chosen"_word)));
    std::size_t named = 0;
    for (auto const& each : request_.choice.frontier) {
      if (named++ == most_choices_named) break;
      y += sheet_line;
      sheet.mark(sheet_left + 180, y, sheet_blue);
      sheet.words(sheet_left + 460, y + 40, "start", choice_text(each, names_of(each)));
    }
  }

  FrontierRequest const& request_;
  int places_;
  std::int64_t width_;
  Real cost_step_ = 0;
  Real objective_step_ = 0;
  Axis costs_{};
  Axis objectives_{};  // upwards: `low` is the top
};

void check_amount(Money const& amount, Currency currency, std::string const& where, Error& errors) {
  if (amount.currency() != currency)
    errors.add(loss_picture_rules::currencies, where,
               {{"one", to_string(currency)}, {"other", to_string(amount.currency())}});
}

void check_objective(Real objective, std::string const& where, Error& errors) {
  if (!(objective >= 0 && objective <= 9e17)) errors.add(loss_picture_rules::objective, where);
}

}  // namespace

result<std::string> frontier_picture(FrontierRequest const& request) {
  auto const language = asked_language(request.language, Language::english);
  if (!language) return language.error();
  Speaking const speaking(*language);
  Error errors;
  auto const width = sheet_width(request.width, errors);
  auto const& choice = request.choice;
  if (choice.frontier.empty()) errors.add(loss_picture_rules::no_frontier, "/choice/frontier");
  check_objective(choice.untreated, "/choice/untreated", errors);
  check_objective(choice.chosen.objective, "/choice/chosen/objective", errors);
  for (std::size_t i = 0; i < choice.frontier.size(); ++i) {
    auto const where = "/choice/frontier/" + std::to_string(i);
    check_amount(choice.frontier[i].cost, choice.chosen.cost.currency(), where + "/cost", errors);
    check_objective(choice.frontier[i].objective, where + "/objective", errors);
  }
  if (!errors.empty()) return errors;
  return FrontierPicture(request, width).draw();
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
