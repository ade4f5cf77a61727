#pragma once
/// @file
/// Management reviews and indicators of a workspace.

#include <annexa/command/state.hpp>
#include <annexa/review/kpi.hpp>
#include <annexa/review/review_inputs.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

/// What is on the table of a management review: of a recorded one as it was frozen, else what one of @p today would
/// have. @return it, or every reason why the request is none (reference.unknown, review.span, date.future).
/// @source{9.3.2}
[[nodiscard]] result<ReviewPack> review_pack(State const& state, ReviewRequest const& request, Date today);

/// The inputs of a recorded review as they were frozen, in the order of the standard.
[[nodiscard]] std::vector<ReviewInput> frozen_inputs(State const& state, Key<"management-review"> const& review);

/// The indicators of the workspace over several periods. @return them, or every reason why the request is none.
/// @source{9.1, 9.3.2 d}
[[nodiscard]] result<KpiTrend> kpi_trend(State const& state, KpiRequest const& request, Date today);

}  // namespace v1
}  // namespace annexa
