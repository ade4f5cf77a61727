#pragma once
// What the README of an evidence pack says: what is in it, and how to check it.

#include <cstdint>
#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

struct PackGuide {
  std::string audit;
  std::string title;
  std::string organization;
  bool draft = false;
  std::string generator;
  std::string at;
  std::string origin;
  std::uint64_t size = 0;  // events of the journal
  std::string root;
  std::size_t events = 0;           // in the pack
  std::size_t proved = 0;           // of these, with a proof
  std::uint64_t signed_events = 0;  // that the checkpoint counts; 0 without one
};

[[nodiscard]] std::string guide_of(PackGuide const& guide);

}  // namespace report
}  // namespace v1
}  // namespace annexa
