#pragma once
/// @file
/// Charts as files of their own.

#include <annexa/report/document.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

/// Draws figures side by side as one `<svg>` element on white, with their titles in sight: a file that needs no page
/// around it. As svg() it is made of integers only, so the same data give the same bytes.
/// @param frame  without a width, the picture is as wide as whatever holds it.
[[nodiscard]] std::string picture(std::vector<Figure> const& figures, SvgFrame const& frame);

}  // namespace report
}  // namespace v1
}  // namespace annexa
