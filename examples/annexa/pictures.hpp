#pragma once
// Pictures of plans and programmes, as commands draw them.

#include <annexa/report/planning_reports.hpp>
#include <filesystem>

#include "session.hpp"

inline constexpr annexa::Rule no_svg{"option.picture", "A picture is SVG: \"{found}\" is to end in .svg.", "",
                                     annexa::ErrorKind::usage};

// True for a name that promises another sort of file.
inline bool promises_other(std::string const& file) {
  auto const ending = std::filesystem::path(file).extension().string();
  return !ending.empty() && ending != ".svg" && ending != ".SVG";
}

// Draws what was asked for, if anything was. @param view  one that the option of the command accepts
inline annexa::result<void> write_picture(Session const& session, annexa::Workspace const& workspace,
                                          std::string const& beside, std::string const& file, std::string const& view,
                                          annexa::report::PlanPictureRequest request) {
  if (file.empty()) return {};
  if (promises_other(file)) return annexa::Error(no_svg, "--picture", {{"found", file}});
  auto const document = annexa::from_json<annexa::report::PlanPictureRequest>(boost::json::object{{"view", view}});
  request.view = document.value().view;
  request.labels = annexa::report::picture_labels(*workspace.state(), annexa::report::PeopleForm::functions);
  request.language = session.globals().language_asked ? session.globals().language
                                                      : annexa::organization_of(*workspace.state()).language;
  auto const drawn = annexa::report::plan_picture(request);
  if (!drawn) return drawn.error();
  return session.write_beside(beside, file, *drawn);
}
