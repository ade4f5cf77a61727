#pragma once
/// @file
/// Which items to look at: drawn from a seed, so that anybody can draw them again.

#include <annexa/audit/sample_size.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How the items of a sample are found.
enum class DrawMethod : std::uint8_t {
  simple,      ///< At random, each as likely as any other.
  stratified,  ///< At random in each part of the population.
  systematic,  ///< At equal distances from a random start.
  multi_site,  ///< At random among similar sites.
  judgement,   ///< As the auditor chose: nothing follows for what was not looked at.
};
ANNEXA_DESCRIBE_ENUM(DrawMethod, "draw-method", simple, stratified, systematic, multi_site, judgement)

/// Name and version of the way in which items are drawn; another way gets another name.
inline constexpr std::string_view draw_algorithm = "annexa-draw/1";

/// What is drawn, from what. Items are named by their position in the population, the first by 1.
struct SampleDrawRequest {
  static constexpr std::string_view type_name = "sample-draw-request";  ///< Name in the schema.
  std::optional<DrawMethod> method;                                     ///< Simple when absent.
  std::int64_t population = 0;                                          ///< How many items there are: to 100,000,000.
  std::optional<Hash> population_sha256;  ///< Digest of the list of the population; goes on record.
  std::optional<std::int64_t> size;       ///< How many to draw: to 1,000,000. For sites it follows from the stage when
                                          ///< absent; for a judgement, from what was chosen.
  std::optional<std::int64_t> seed;       ///< 0 to 9,007,199,254,740,991; needed but for a judgement.
  std::vector<SampleStratum> strata;      ///< Stratified: parts, in the order in which their items stand.
  std::optional<std::int64_t> minimum_per_stratum;  ///< Stratified: items of each at least; 1 when absent.
  std::optional<SiteStage> stage;                   ///< Sites: which audit of the cycle.
  std::vector<std::int64_t> chosen;                 ///< Judgement: the positions.
  std::string reason;                               ///< Judgement: why these; needed then.
  friend bool operator==(SampleDrawRequest const&, SampleDrawRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleDrawRequest, (),
                      (method, population, population_sha256, size, seed, strata, minimum_per_stratum, stage, chosen,
                       reason))
ANNEXA_TYPE_TABLE(SampleDrawRequest)

/// A draw with all that somebody needs to draw it again.
struct SampleDraw {
  static constexpr std::string_view type_name = "sample-draw";  ///< Name in the schema.
  DrawMethod method = DrawMethod::simple;                       ///< How.
  std::int64_t population = 0;                                  ///< From how many.
  std::optional<Hash> population_sha256;                        ///< Digest of the list of the population.
  std::int64_t size = 0;                                        ///< How many.
  std::optional<std::int64_t> seed;                             ///< From which seed; absent for a judgement.
  std::string algorithm;                                        ///< draw_algorithm; empty for a judgement.
  std::vector<SampleStratum> strata;                            ///< Parts with their shares.
  std::string reason;                                           ///< Judgement: why these.
  std::vector<std::int64_t> items;                              ///< Positions, from 1, ascending.
  friend bool operator==(SampleDraw const&, SampleDraw const&) = default;
};
BOOST_DESCRIBE_STRUCT(SampleDraw, (),
                      (method, population, population_sha256, size, seed, algorithm, strata, reason, items))
ANNEXA_TYPE_TABLE(SampleDraw)

/// Draws a sample: the same request gives the same items on every machine.
///
/// Position p has the number whose low and high word are the first two of philox4x32_10({low p, high p, 0, 0}, seed).
/// A simple draw takes the positions with the smallest numbers; so a larger size with the same seed adds items and
/// drops none. A stratified draw does so in each stratum. A systematic draw of n from N has a random start s below N
/// and takes floor((s + jN) / n) + 1 for each j below n; s is the first number of philox4x32_10({t, 0, 0, 1}, seed), t
/// = 0, 1, …, below the largest multiple of N, modulo N.
/// @par Cost
/// Linear in the population, some 20 ns for each item; memory for the items drawn.
/// @return the draw; or every violation: sampling.missing, sampling.unused, sampling.stratum, sampling.strata-size,
///         sampling.item, sampling.item-twice, text.missing, number.range, each by JSON Pointer.
/// @source{ISO 19011, audit sampling}
[[nodiscard]] result<SampleDraw> draw_sample(SampleDrawRequest const& request);

}  // namespace v1
}  // namespace annexa
