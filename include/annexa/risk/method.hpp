#pragma once
/// @file
/// Risk criteria as data: scales, the grid or the formula that joins them, and what each band asks of whom.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/risk/cvss_rule.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The parts that a risk is made of. Every method has the first two.
enum class RiskAxis : std::uint8_t {
  likelihood,     ///< How often it is expected, or how likely the threat is.
  impact,         ///< What it costs, or what the asset is worth.
  vulnerability,  ///< How easily the threat succeeds.
};
ANNEXA_DESCRIBE_ENUM(RiskAxis, "risk-axis", likelihood, impact, vulnerability)

/// How the control effects of one axis join. @source{ISO/IEC 27005, residual risk}
enum class EffectRule : std::uint8_t {
  multiplicative,  ///< Each takes its share of what the others leave; whole steps add up.
  best_single,     ///< The strongest counts alone.
};
ANNEXA_DESCRIBE_ENUM(EffectRule, "effect-rule", multiplicative, best_single)

/// One level of an ordinal scale.
struct Level {
  static constexpr std::string_view type_name = "level";  ///< Name in the schema.
  std::string name;                                       ///< Such as "likely".
  std::string definition;                                 ///< What it takes to be at this level.
  std::optional<Decimal> from;  ///< Lowest average that belongs to it; where absent, averages round half up.
  friend bool operator==(Level const&, Level const&) = default;
};
BOOST_DESCRIBE_STRUCT(Level, (), (name, definition, from))
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
  std::optional<Decimal> up_to;  ///< Highest score that belongs to it, where scores make bands; absent in the last.
  friend bool operator==(Band const&, Band const&) = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (name, colour, acceptable, authority, treat_within_days, up_to))
ANNEXA_TYPE_TABLE(Band)

/// One question that is rated where an axis is the mean of several. The first group of an axis of which anything is
/// rated counts, and each is rated whole or not at all: OWASP takes business impact where it is known, else technical
/// impact.
struct Factor {
  static constexpr std::string_view type_name = "risk-factor";  ///< Name in the schema.
  std::string name;                                             ///< Such as "skill level".
  RiskAxis axis = RiskAxis::likelihood;                         ///< The axis that it belongs to.
  std::string group;                                            ///< Its group on that axis; empty where there is one.
  int lowest = 0;                                               ///< Lowest rating.
  int highest = 9;                                              ///< Highest rating; above the lowest, at most 1000.
  std::optional<Decimal> weight;                                ///< Weight in the mean, above 0; 1 when absent.
  std::string definition;                                       ///< What is asked.
  friend bool operator==(Factor const&, Factor const&) = default;
};
BOOST_DESCRIBE_STRUCT(Factor, (), (name, axis, group, lowest, highest, weight, definition))
ANNEXA_TYPE_TABLE(Factor)

/// How a score comes from the axes: product x (likelihood x impact x vulnerability) + the weighted axes. No weight is
/// below 0, so that a score never falls when an axis rises.
struct Formula {
  static constexpr std::string_view type_name = "risk-formula";  ///< Name in the schema.
  std::optional<Decimal> product;                                ///< Weight of the product of the axes; 0 when absent.
  std::optional<Decimal> likelihood;                             ///< Weight of likelihood alone; 0 when absent.
  std::optional<Decimal> impact;                                 ///< Weight of impact alone; 0 when absent.
  std::optional<Decimal> vulnerability;                          ///< Weight of vulnerability alone; 0 when absent.
  std::optional<int> scale_to;  ///< What the highest possible score becomes, all others in proportion.
  friend bool operator==(Formula const&, Formula const&) = default;
};
BOOST_DESCRIBE_STRUCT(Formula, (), (product, likelihood, impact, vulnerability, scale_to))
ANNEXA_TYPE_TABLE(Formula)

/// How much risk is sought or endured, from a day on, in a category of risks and a unit. The entry that names most of
/// them counts (a unit before a category), and of those the latest; earlier ones stay as history.
/// Limits are numbers of bands where a grid makes the bands, and scores elsewhere. @source{6.1.2 a 1}
struct Appetite {
  static constexpr std::string_view type_name = "risk-appetite";  ///< Name in the schema.
  std::string category;                                           ///< Category of risks; empty for every one.
  std::optional<Key<"unit">> unit;                                ///< Unit; absent for every one.
  Decimal appetite;                                               ///< Highest risk that is sought.
  Decimal tolerance;                                              ///< Highest risk that is endured.
  Date since;                                                     ///< From when it holds.
  friend bool operator==(Appetite const&, Appetite const&) = default;
};
BOOST_DESCRIBE_STRUCT(Appetite, (), (category, unit, appetite, tolerance, since))
ANNEXA_TYPE_TABLE(Appetite)

/// A method of assessing risks: the organisation's own criteria.
///
/// A rating becomes likelihood, impact and, where the method has it, vulnerability; the formula makes a score of them,
/// and the grid a band. A grid is the organisation's, cell by cell: with one, no band comes from a product. Without a
/// grid the score falls in the first band whose `up_to` it does not exceed. All arithmetic is exact.
/// @source{6.1.2 a}
struct Method {
  static constexpr std::string_view type_name = "risk-method";  ///< The noun.
  Key<"risk-method"> key;                                       ///< Such as "5x5".
  std::string name;                                             ///< Name.
  int version = 1;                         ///< Rises with each change; scores name the version they rest on.
  std::vector<Level> likelihood;           ///< Likelihood from lowest; 2 to 16 levels.
  std::vector<Level> impact;               ///< Impact from lowest; 2 to 16 levels.
  std::vector<std::string> dimensions;     ///< Names of the impact dimensions; the highest impact counts, or the mean:
  std::vector<Decimal> dimension_weights;  ///< Weights of the dimensions in their mean; empty: the highest counts.
  std::vector<Band> bands;                 ///< Bands from lowest; 2 to 16.
  std::vector<std::vector<int>> grid;  ///< A row per likelihood, a cell per impact: number of the band, 1 the lowest.
  std::vector<Level> vulnerability;    ///< Vulnerability from lowest; empty where the method does not ask for it.
  std::optional<int> lowest;           ///< Number of the lowest level of every scale: 0 or, when absent, 1.
  std::vector<Factor> factors;         ///< Questions that stand for an axis; empty where axes are rated themselves.
  std::optional<Formula> formula;      ///< How scores are made; likelihood x impact x vulnerability when absent.
  std::vector<std::vector<Decimal>> scores;  ///< Scores looked up like the grid, instead of a formula.
  std::optional<EffectRule> effects;         ///< How control effects join; multiplicative when absent.
  std::vector<Appetite> appetite;            ///< Appetite and tolerance, with their history.
  std::optional<CvssRule> cvss;  ///< How CVSS vectors are rated; the built-in rule where there are five levels each.
  Custom custom;                 ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Method const&, Method const&) = default;

  /// Number of the lowest level of every scale.
  [[nodiscard]] int first_level() const noexcept { return lowest.value_or(1); }
  /// True if a grid makes the bands: levels are ordinal, and controls lower them by whole steps.
  [[nodiscard]] bool is_ordinal() const noexcept { return !grid.empty(); }
};
BOOST_DESCRIBE_STRUCT(Method, (),
                      (key, name, version, likelihood, impact, dimensions, dimension_weights, bands, grid,
                       vulnerability, lowest, factors, formula, scores, effects, appetite, cvss, custom, external_ids))
ANNEXA_TYPE_TABLE(Method)

/// The rules that a method has to keep.
namespace method_rules {
inline constexpr Rule scale{"risk-method.scale", "The scale of {scale} has {found} levels; 2 to 16 are accepted.",
                            "6.1.2 a"};
inline constexpr Rule unnamed{"risk-method.unnamed",
                              "There is no name; each level, band, dimension and factor has one.", "6.1.2 a"};
inline constexpr Rule twice{"risk-method.twice", "\"{found}\" stands here twice; names differ.", "6.1.2 a"};
inline constexpr Rule bands{"risk-method.bands", "There are {found} bands; 2 to 16 with a name each are accepted.",
                            "6.1.2 a"};
inline constexpr Rule shape{"risk-method.shape", "The {table} needs {rows} rows of {columns} cells; {found}.",
                            "6.1.2 a"};
inline constexpr Rule cell{"risk-method.cell", "The cell holds {found}; the bands are numbered 1 to {bands}.",
                           "6.1.2 a"};
inline constexpr Rule colour{"risk-method.colour", "\"{found}\" is no colour such as \"#d9480f\".", ""};
inline constexpr Rule band_gap{
    "risk-method.band-gap",
    "Scores up to {highest} are possible, and {found}; every band but the last ends somewhere, the last does not.",
    "6.1.2 a"};
inline constexpr Rule band_overlap{"risk-method.band-overlap",
                                   "This band ends at {found}, the one below it at {below}; each ends above the last.",
                                   "6.1.2 a"};
inline constexpr Rule band_twice{"risk-method.band-twice",
                                 "Bands come from the grid or from scores (up_to); this method has both.", "6.1.2 a"};
inline constexpr Rule order{"risk-method.order", "The level starts at {found}, the one below it at {below}.",
                            "6.1.2 a"};
inline constexpr Rule some_from{"risk-method.from", "Some levels of {scale} say from where they start, others do not.",
                                "6.1.2 a"};
inline constexpr Rule unused{"risk-method.unused", "{found} would count for nothing: {because}.", "6.1.2 a"};
inline constexpr Rule number{"risk-method.number", "{found} is not accepted; {wanted} is.", "6.1.2 a"};
inline constexpr Rule weights{"risk-method.weights", "There are {found} weights for {dimensions} dimensions.",
                              "6.1.2 a"};
inline constexpr Rule limits{"risk-method.appetite", "The tolerance ({tolerance}) is below the appetite ({appetite}).",
                             "6.1.2 a"};
inline constexpr Rule cvss_levels{
    "risk-method.cvss", "The rule for CVSS has {found} levels of {scale}; the method has {levels}.", "6.1.2 a"};
inline constexpr Rule step{"risk-method.step", "{scale} is {found}; the method has levels {lowest} to {highest}.",
                           "6.1.2 a"};
}  // namespace method_rules

/// Adds every defect of @p method to @p errors: scales too short, tables with holes, cells that name no band, bands
/// that overlap or leave a gap, weights below 0, bad colours.
void check_method(Method const& method, Error& errors);

/// Where a score stands against what the organisation seeks and endures.
enum class AppetiteBand : std::uint8_t {
  within_appetite,   ///< At or below the appetite.
  within_tolerance,  ///< Above the appetite, at or below the tolerance.
  above_tolerance,   ///< Above the tolerance.
};
ANNEXA_DESCRIBE_ENUM(AppetiteBand, "appetite-band", within_appetite, within_tolerance, above_tolerance)

/// Where @p value stands: a value that equals a limit is within it.
[[nodiscard]] AppetiteBand appetite_band(Decimal const& value, Decimal const& appetite,
                                         Decimal const& tolerance) noexcept;

/// The entry that holds on @p day for risks of @p category in @p unit, or null.
[[nodiscard]] Appetite const* appetite_for(Method const& method, std::string_view category,
                                           std::optional<Key<"unit">> const& unit, Date day) noexcept;

}  // namespace v1
}  // namespace annexa
