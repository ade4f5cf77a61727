#pragma once
// Layouts of other tools for which there is no kind of table: they are refused by name, with what can be done.

#include <array>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// A layout that has all of these headers, as folded() has them.
struct ForeignTable {
  std::string_view headers;
  std::string_view layout;
  std::string_view advice;
};

// clang-format off
inline constexpr std::array foreign_tables{
    ForeignTable{"csf function|effort", "applied controls or an action plan of CISO Assistant",
                 "Take it as measures of a treatment plan (kind treatment-plan) with a column that names the risk of each, or as a statement of applicability (kind soa) with one that names the control."},
    ForeignTable{"is recurrent|schedule frequency", "tasks of CISO Assistant", "Tasks are no records here; audits of a programme are (kind audits)."},
    ForeignTable{"expiration date|severity|domain", "exceptions of CISO Assistant", "Record an exception as an accepted risk (kind risks) or as a waiver (waiver.record)."},
    ForeignTable{"iso control id|target framework", "a crosswalk between frameworks", "Adopt a catalog of your own whose columns are named after the frameworks that it maps to (kind catalog)."},
};
// clang-format on

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
