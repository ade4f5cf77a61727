#pragma once
// Options that take a day.

#include <annexa/base/date.hpp>
#include <annexa/base/error.hpp>
#include <optional>
#include <string>

inline constexpr annexa::Rule bad_date{"option.date", "\"{found}\" is no date; an example is 2026-03-31.", "",
                                       annexa::ErrorKind::usage};

// @throws annexa::Refused for a text that is no day
inline annexa::Date need_date(std::string const& option, std::string const& text) {
  auto const date = annexa::Date::parse(text);
  if (!date) throw annexa::Refused(annexa::Error(bad_date, option, {{"found", text}}));
  return *date;
}

// The day, or nothing for an option that was left out.
inline std::optional<annexa::Date> day_if_given(std::string const& option, std::string const& text) {
  if (text.empty()) return {};
  return need_date(option, text);
}
