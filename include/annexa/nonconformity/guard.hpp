#pragma once
/// @file
/// What a guard of the lifecycle is.

#include <annexa/nonconformity/situation.hpp>

#include <cstdint>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// How binding a guard is.
enum class Binding : std::uint8_t {
  norm,      ///< The standard asks for it, or without it the record is no evidence: refuses.
  guidance,  ///< Guidance: refuses unless a waiver or an override is on record.
  practice,  ///< Good practice: warns.
};
ANNEXA_DESCRIBE_ENUM(Binding, "binding", norm, guidance, practice)

/// One guard of one step.
struct Guard {
  std::string_view id;              ///< Stable name: the step, '.', and a word; a duty rule's number where it is one.
  std::string_view step;            ///< The step that it guards.
  Binding binding;                  ///< How binding it is.
  std::string_view source;          ///< Clause with its letter, or duty rule.
  std::string_view text;            ///< What is missing, said to the person who tries.
  bool (*holds)(Situation const&);  ///< True if nothing is missing.
  std::string_view brought = {};    ///< The member of the command that brings it; empty where only the record, or who
                                    ///< acts, makes it hold.
  std::string (*whom)(Situation const&) =
      nullptr;  ///< The person whom a duty rule concerns; null where it is who acts.
};

}  // namespace v1
}  // namespace annexa
