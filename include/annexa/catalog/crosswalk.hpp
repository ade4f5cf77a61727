#pragma once
/// @file
/// Crosswalks: which requirement of one framework meets which of another, and how.

#include <annexa/catalog/id_index.hpp>
#include <annexa/catalog/relationship.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// @cond INTERNAL
namespace detail {
struct CrosswalkParts;
}
/// @endcond

/// How a composed pair came about: over one requirement of the framework between.
struct MappingPath {
  std::string_view through;              ///< Id of the requirement between.
  Relationship first;                    ///< What the source is to it.
  Relationship second;                   ///< What it is to the target.
  std::optional<Relationship> implied;   ///< What follows from both; nothing where nothing does.
  std::optional<std::uint8_t> strength;  ///< The lesser of both strengths; absent where one of them is.
};

/// A pair of requirements that somebody related: "source `relationship` target".
/// @par Lifetime
/// The texts live as long as the crosswalk, for a built-in one as long as the program.
struct Mapping {
  std::string_view source;    ///< Id in the framework that the crosswalk comes from.
  std::string_view target;    ///< Id in the framework that it leads to.
  Relationship relationship;  ///< What the source is to the target.
  std::optional<std::uint8_t>
      strength;            ///< 1 to 10 (9 nearly the same topic, 3 contributory); absent if nobody judged.
  std::string_view basis;  ///< Who says so, or through what it was composed.
  std::span<MappingPath const> through;  ///< All paths of a composed pair; empty for one that was stated.
};

/// A pair that paths lead to, although nothing follows from them: a place to look at, never a claim.
struct MappingCandidate {
  std::string_view source;               ///< Id in the framework that the crosswalk comes from.
  std::string_view target;               ///< Id in the framework that it leads to.
  std::span<MappingPath const> through;  ///< The paths.
};

/// The mappings from one framework to another. It never changes. A pair that is not listed is not mapped, which does
/// not mean that the two have nothing in common.
/// @par Threads
/// May be used from many threads at once.
class Crosswalk {
 public:
  /// @cond INTERNAL
  explicit Crosswalk(detail::CrosswalkParts&& parts);
  /// @endcond
  Crosswalk(Crosswalk&&) noexcept = default;             ///< Mappings keep their addresses.
  Crosswalk& operator=(Crosswalk&&) noexcept = default;  ///< Mappings keep their addresses.
  Crosswalk(Crosswalk const&) = delete;                  ///< Rows are held by address; share the crosswalk instead.
  Crosswalk& operator=(Crosswalk const&) = delete;       ///< See the copy constructor.
  ~Crosswalk() = default;                                ///< Ends the texts of one that is not built in.

  /// Id of the catalog that it comes from.
  [[nodiscard]] std::string_view from() const noexcept { return from_; }
  /// Id of the catalog that it leads to.
  [[nodiscard]] std::string_view to() const noexcept { return to_; }
  /// Revision of its table, raised whenever that changes; 0 for a composed one.
  [[nodiscard]] int revision() const noexcept { return revision_; }
  /// SHA-256 of the table it was read from; empty for a composed one.
  [[nodiscard]] std::string_view sha256() const noexcept { return sha256_; }

  /// All mappings, in the order of the table, which a reversed crosswalk keeps.
  [[nodiscard]] std::span<Mapping const> mappings() const noexcept { return mappings_; }
  /// The mappings of a requirement of from(), in order; none if it has none. Constant time, does not allocate.
  [[nodiscard]] std::span<Mapping const* const> of_source(std::string_view id) const noexcept {
    return sources_.of(id);
  }
  /// The mappings that lead to a requirement of to(), in order. Constant time, does not allocate.
  [[nodiscard]] std::span<Mapping const* const> of_target(std::string_view id) const noexcept {
    return targets_.of(id);
  }
  /// The mapping of that pair, or null. Linear in the mappings of the source, does not allocate.
  [[nodiscard]] Mapping const* find(std::string_view source, std::string_view target) const noexcept;

  /// Requirements of from() of which the table says that they have no counterpart.
  [[nodiscard]] std::span<std::string_view const> unmatched_sources() const noexcept { return unmatched_sources_; }
  /// Requirements of to() of which the table says that they have no counterpart: the controls new in 2022.
  [[nodiscard]] std::span<std::string_view const> unmatched_targets() const noexcept { return unmatched_targets_; }
  /// Pairs of a composed crosswalk for which nothing follows.
  [[nodiscard]] std::span<MappingCandidate const> candidates() const noexcept { return candidates_; }

  /// The same mappings seen from to(), of a composed one with a basis in that direction. Its texts live on by
  /// themselves.
  [[nodiscard]] Crosswalk reversed() const;
  /// What follows for from() and @p next.to() from this crosswalk and @p next. Several paths between one pair are
  /// joined (annexa::join()); the strength is that of the strongest path that carries the claim. Pairs for which
  /// nothing follows are candidates(). @pre next.from() == to()
  [[nodiscard]] Crosswalk compose(Crosswalk const& next) const;

 private:
  // Mappings by an id of one side.
  struct Side {
    detail::IdIndex ids;
    std::vector<std::uint32_t> starts;  // where the rows of an id begin, and one past the last
    std::vector<Mapping const*> rows;
    void build(std::vector<Mapping> const& mappings, std::string_view Mapping::*id);
    [[nodiscard]] std::span<Mapping const* const> of(std::string_view id) const noexcept;
  };

  std::string_view from_, to_, sha256_;
  int revision_;
  std::vector<Mapping> mappings_;
  std::vector<MappingPath> paths_;
  std::vector<MappingCandidate> candidates_;
  std::vector<std::string_view> unmatched_sources_, unmatched_targets_;
  std::string_view between_;           // of a composed one the catalog that its paths lead over
  std::shared_ptr<void const> texts_;  // what the views look at, where it does not live as long as the program
  Side sources_, targets_;
};

/// A crosswalk that annexa brings along, before it is opened.
struct BuiltInCrosswalk {
  std::string_view from;       ///< Id of the catalog that it comes from.
  std::string_view to;         ///< Id of the catalog that it leads to.
  Crosswalk const& (*open)();  ///< The crosswalk; made on first use.
};

/// All built-in crosswalks, in the direction in which they were stated. Opens none. The transition from the edition of
/// 2013 to that of 2022 is one of them.
[[nodiscard]] std::span<BuiltInCrosswalk const> crosswalks() noexcept;

/// The built-in crosswalk between two catalogs, in whichever direction it was stated, or null. Opens it.
[[nodiscard]] Crosswalk const* find_crosswalk(std::string_view from, std::string_view to);

/// What follows from the two built-in crosswalks @p from to @p through and @p through to @p to (see
/// Crosswalk::compose()), or nothing if one of them does not exist.
[[nodiscard]] std::optional<Crosswalk> compose_crosswalks(std::string_view from, std::string_view through,
                                                          std::string_view to);

}  // namespace v1
}  // namespace annexa
