#pragma once
/// @file
/// What an auditor asks and looks at.

#include <annexa/catalog/reference.hpp>
#include <annexa/catalog/value_list.hpp>
#include <annexa/catalog/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// What an evidence hint rests on.
enum class HintBasis : std::uint8_t {
  requirement,  ///< The requirement or control itself.
  guidance,     ///< Good practice that it does not name; never the sole basis of a nonconformity.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 2> words_of<HintBasis>{"requirement", "guidance"};
/// @endcond

/// The ways of gathering evidence that hints name. @source{ISO 19011, audit methods}
inline constexpr std::array<std::string_view, 5> audit_methods{"document_review", "interview", "observation",
                                                               "technical_test", "sampling"};

/// How one criterion can be audited: evidence to look for, ways to gather it, and an opening question. Our own wording.
/// @par Lifetime
/// The texts live as long as the catalog.
struct EvidenceHint {
  Reference reference;                       ///< The subclause or control.
  ValueList evidence;                        ///< One or two pieces of evidence.
  ValueList methods;                         ///< Ways to gather it, of audit_methods, the most telling first.
  std::string_view question;                 ///< An open question to begin with.
  HintBasis basis = HintBasis::requirement;  ///< What it rests on.
};

}  // namespace v1
}  // namespace annexa
