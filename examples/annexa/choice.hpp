#pragma once
// Options that take one of the names of an enumeration.

#include <CLI/CLI.hpp>
#include <annexa/base/describe.hpp>
#include <optional>
#include <string>
#include <vector>

// An option that takes one of the names of an enumeration.
template <class Enum>
void add_choice(CLI::App& app, char const* option, std::optional<Enum>& into, char const* help) {
  std::vector<std::string> known;
  for (auto const& row : annexa::type_of<Enum>.names) known.push_back(annexa::wire_name(row));
  app.add_option_function<std::string>(
         option, [&into](std::string const& name) { into = annexa::parse_enum<Enum>(name).value(); }, help)
      ->check(CLI::IsMember(known));
}
