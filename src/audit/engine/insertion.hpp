#pragma once
// The best place of one task among those that are placed.

#include <optional>
#include <vector>

#include "dice.hpp"
#include "timetable.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

struct Offer {
  Wide worth = 0;  // weighted
  Place place;
};

// Finds places for tasks. Keeps its working memory, so that asking is cheap.
class Insertion {
 public:
  Insertion(Timetable const& timetable, Weights const& weights);

  // The cheapest place of @p task by the weights; among equal starts the first, or one by lot if there is @p dice.
  [[nodiscard]] std::optional<Offer> best(int task, Dice* dice = nullptr);
  // The cheapest place at one of @p starts only, without a person where one is named; changes are not looked at.
  [[nodiscard]] std::optional<Offer> best_in(int task, Bits const& starts, int without = -1);

 private:
  struct Choice {
    Wide cost;
    Candidate const* candidate;
    std::size_t row;  // of available_
  };
  [[nodiscard]] bool open_window(Task const& task, int number);
  void price(Task const& task, Dice* dice);
  void look(Task const& task, Wide extra);
  Bits const& available(Task const& task, Choice const& choice);
  void forbid_full_periods(Task const& task, int person, Bits& starts) const;
  void extend(Task const& task, std::size_t depth, std::size_t from, std::uint32_t covered, bool led, Wide cost);
  void look_counted(Task const& task, Wide extra);
  [[nodiscard]] Wide late(Task const& task, Slot start) const noexcept;
  [[nodiscard]] std::optional<Offer> told(Task const& task, Dice* dice);

  Timetable const& timetable_;
  Weights const& weights_;
  Bits window_;
  std::vector<Bits> available_;  // by candidate
  std::vector<bool> known_;      // by candidate: available_ is made
  std::vector<Bits> common_;     // by depth: when all of the team can
  std::vector<Choice> choices_;  // by cost
  std::size_t first_word_ = 0;
  std::size_t last_word_ = 0;
  int without_ = -1;
  Team team_;  // in the making
  bool found_ = false;
  Wide found_worth_ = 0;
  Team found_team_;
  Slot found_start_ = 0;
  Bits found_starts_;
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
