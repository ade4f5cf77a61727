#pragma once
/// @file
/// What a report needs besides the state.

#include <annexa/base/hash.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/report/branding.hpp>

#include <cstdint>
#include <string>

namespace annexa {
inline namespace v1 {
namespace report {

/// How people are named in a report.
enum class PeopleForm : std::uint8_t {
  functions,  ///< By their function; by their key where they have none or share it.
  names,      ///< By their name, with the function.
};

/// What a report needs besides the state.
struct ReportContext {
  Hash journal_root;                          ///< Root of the journal that the state was folded from.
  std::uint64_t journal_size = 0;             ///< Its size.
  std::string generator;                      ///< Program and version: "annexa 0.1.0".
  Instant generated_at;                       ///< The time; what is late is reckoned by its day.
  PeopleForm people = PeopleForm::functions;  ///< How people are named.
  bool draft = false;                         ///< True to get a draft of what is not reported or approved yet.
  /// Tag of the language of its labels, such as "de"; empty: that of the audit which it is about, else that of the
  /// organisation, else English. Contents stay as they were entered.
  std::string language{};
  Branding branding{};  ///< How the reports of the host look; make_report() checks it.
};

}  // namespace report
}  // namespace v1
}  // namespace annexa
