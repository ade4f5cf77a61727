#pragma once
// What is to be scheduled: tasks, people and places, as numbers. Time is counted in slots of equal length.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "bits.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

inline constexpr std::size_t most_people = 16;  // in one team
inline constexpr std::size_t most_skills = 16;  // that one task needs

// The people of a task, who leads it first where it is led.
class Team {
 public:
  void push_back(int person) noexcept { people_[size_++] = person; }
  void pop_back() noexcept { --size_; }
  void clear() noexcept { size_ = 0; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] int* begin() noexcept { return people_.data(); }
  [[nodiscard]] int* end() noexcept { return people_.data() + size_; }
  [[nodiscard]] int const* begin() const noexcept { return people_.data(); }
  [[nodiscard]] int const* end() const noexcept { return people_.data() + size_; }
  [[nodiscard]] int operator[](std::size_t i) const noexcept { return people_[i]; }
  [[nodiscard]] bool has(int person) const noexcept {
    for (auto const one : *this)
      if (one == person) return true;
    return false;
  }
  friend bool operator==(Team const& a, Team const& b) noexcept {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i)
      if (a.people_[i] != b.people_[i]) return false;
    return true;
  }

 private:
  std::array<int, most_people> people_{};
  std::size_t size_ = 0;
};

struct Place {
  Slot start = 0;
  Team team;
  friend bool operator==(Place const&, Place const&) = default;
};

// Somebody who may take part in a task.
struct Candidate {
  int person = 0;
  std::uint32_t skills = 0;  // bit i: knows the task's skill i
  bool lead = false;         // may lead it
  std::int64_t cost = 0;     // of taking part, for the whole task
  std::int64_t dislike = 0;  // among equals: what speaks against it
  int window = -1;           // row of Problem::windows: starts at which they may take part; negative: at each
};

struct Task {
  Slot duration = 1;
  Bits starts;                        // when it may start
  std::vector<Candidate> candidates;  // by person
  std::size_t skills = 0;             // how many skills it needs
  std::vector<int> counts;  // people that each skill takes, none shared; empty: the team covers the skills together
  std::size_t largest_team = 2;    // of a team that covers the skills together
  bool led = true;                 // somebody in the team must be a lead
  std::vector<int> before;         // tasks that end before it starts
  std::vector<int> sites;          // what it occupies
  std::int64_t risk = 1;           // of leaving it out, and of a slot's delay
  Slot target = 0;                 // it should end by then: the first slot after
  std::optional<Place> published;  // where it stood
  bool pinned = false;             // it stays where it stood
};

struct Person {
  Bits free;                 // when they may work
  std::vector<Slot> limits;  // most slots of work by period; empty: no limit
  std::int64_t fair = -1;    // slots beyond which they carry more than their share; negative: nobody counts
};

// Something that holds so many tasks at a time: a unit, the rooms of a site.
struct Site {
  int capacity = 1;
  Bits free;
};

struct Problem {
  Slot slots = 0;
  std::vector<int> period_of;  // by slot; empty: one period
  int periods = 1;
  std::vector<Task> tasks;
  std::vector<Person> people;
  std::vector<Site> sites;
  std::vector<Bits> windows;
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
