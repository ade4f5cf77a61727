#pragma once
/// @file
/// Risk criteria as data: scales, the grid that joins them, and what each level asks of whom.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One level of an ordinal scale. Differences and products of levels mean nothing.
struct Level {
  static constexpr std::string_view type_name = "level";  ///< Name in the schema.
  std::string name;                                       ///< Such as "likely".
  std::string definition;                                 ///< What it takes to be at this level.
  friend bool operator==(Level const&, Level const&) = default;
};
BOOST_DESCRIBE_STRUCT(Level, (), (name, definition))
ANNEXA_TYPE_TABLE(Level)

/// One band of risk, lowest first: how a risk in it is named, shown and accepted.
struct Band {
  static constexpr std::string_view type_name = "band";  ///< Name in the schema.
  std::string name;                                      ///< Such as "high".
  std::string colour;                                    ///< Colour of its cells, as "#rrggbb".
  bool acceptable = false;                               ///< True if risks in it need no treatment.
  std::string
      authority;  ///< Who may accept a risk in it, besides its owner; a role such as "top-management", or empty.
  std::optional<int> treat_within_days;  ///< Days within which treatment has to be decided.
  friend bool operator==(Band const&, Band const&) = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (name, colour, acceptable, authority, treat_within_days))
ANNEXA_TYPE_TABLE(Band)

/// A method of assessing risks: the organisation's own criteria. How a pair of levels becomes a band is a grid that the
/// organisation owns, cell by cell; nothing is multiplied unless the grid says so.
/// @source{6.1.2 a}
struct Method {
  static constexpr std::string_view type_name = "risk-method";  ///< The noun.
  Key<"risk-method"> key;                                       ///< Such as "5x5".
  std::string name;                                             ///< Name.
  int version = 1;                       ///< Rises with each change; scores name the version they rest on.
  std::vector<Level> likelihood;         ///< Likelihood from lowest; 2 to 10 levels.
  std::vector<Level> impact;             ///< Impact from lowest; 2 to 10 levels.
  std::vector<std::string> dimensions;   ///< Names of the impact dimensions; the highest impact counts.
  std::vector<Band> bands;               ///< Bands from lowest.
  std::vector<std::vector<int>> grid;    ///< A row per likelihood, a cell per impact: number of the band, 1 the lowest.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Method const&, Method const&) = default;
};
BOOST_DESCRIBE_STRUCT(Method, (),
                      (key, name, version, likelihood, impact, dimensions, bands, grid, custom, external_ids))
ANNEXA_TYPE_TABLE(Method)

/// The rules that a method has to keep.
namespace method_rules {
inline constexpr Rule scale{"risk-method.scale", "The scale of {scale} has {found} levels; 2 to 10 are accepted.",
                            "6.1.2 a"};
inline constexpr Rule bands{"risk-method.bands", "There are {found} bands; 2 to 10 with a name each are accepted.",
                            "6.1.2 a"};
inline constexpr Rule shape{"risk-method.shape", "The grid needs {rows} rows of {columns} cells; {found}.", "6.1.2 a"};
inline constexpr Rule cell{"risk-method.cell", "The cell holds {found}; the bands are numbered 1 to {bands}.",
                           "6.1.2 a"};
inline constexpr Rule colour{"risk-method.colour", "\"{found}\" is no colour such as \"#d9480f\".", ""};
inline constexpr Rule step{"risk-method.step", "{scale} is {found}; the method has levels 1 to {levels}.", "6.1.2 a"};
}  // namespace method_rules

/// Adds every defect of @p method to @p errors: scales too short, a grid with holes, cells that name no band, bad
/// colours.
inline void check_method(Method const& method, Error& errors) {
  using namespace method_rules;
  auto const number = [](std::size_t n) { return std::to_string(n); };
  auto const scale_is_good = [&](std::vector<Level> const& levels, char const* name) {
    if (levels.size() < 2 || levels.size() > 10)
      errors.add(scale, std::string("/") + name, {{"scale", name}, {"found", number(levels.size())}});
  };
  scale_is_good(method.likelihood, "likelihood");
  scale_is_good(method.impact, "impact");
  if (method.bands.size() < 2 || method.bands.size() > 10)
    errors.add(bands, "/bands", {{"found", number(method.bands.size())}});
  for (std::size_t i = 0; i < method.bands.size(); ++i) {
    auto const& text = method.bands[i].colour;
    if (text.size() != 7 || text[0] != '#' || text.find_first_not_of("0123456789abcdefABCDEF", 1) != text.npos)
      errors.add(colour, "/bands/" + number(i) + "/colour", {{"found", text}});
  }
  std::vector<Argument> wanted{{"rows", number(method.likelihood.size())}, {"columns", number(method.impact.size())}};
  if (method.grid.size() != method.likelihood.size()) {
    wanted.push_back({"found", "it has " + number(method.grid.size()) + " rows"});
    errors.add(shape, "/grid", wanted);
  }
  for (std::size_t row = 0; row < method.grid.size(); ++row) {
    auto const place = "/grid/" + number(row);
    if (method.grid[row].size() != method.impact.size()) {
      auto args = wanted;
      args.push_back({"found", "this row has " + number(method.grid[row].size()) + " cells"});
      errors.add(shape, place, std::move(args));
    }
    for (std::size_t column = 0; column < method.grid[row].size(); ++column) {
      int const value = method.grid[row][column];
      if (value < 1 || value > static_cast<int>(method.bands.size()))
        errors.add(cell, place + '/' + number(column),
                   {{"found", std::to_string(value)}, {"bands", number(method.bands.size())}});
    }
  }
}

}  // namespace v1
}  // namespace annexa
