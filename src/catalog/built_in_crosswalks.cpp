#include "catalog/crosswalk_parts.hpp"
#include "catalog/read_table.hpp"

#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

using detail::CrosswalkParts;
using detail::EmbeddedTables;

constexpr int crosswalk_revision = 1;

// A reader makes the rows between two catalogs of a file that was compiled in.
using ReadMappings = void (*)(EmbeddedTables const& file, CrosswalkParts& parts);

std::optional<std::uint8_t> strength_in(std::string_view cell) {
  std::uint8_t value = 0;
  if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc{}) return {};
  return value;
}

// A table with both frameworks in each row.
void read_pairs(EmbeddedTables const& file, CrosswalkParts& parts) {
  auto const table = detail::read_table(file.tables.front());
  for (std::size_t i = 0; i < table.size(); ++i) {
    auto const cell = [&](std::string_view column) { return table.cell(i, column).value(); };
    if (cell("source_framework") != parts.from || cell("target_framework") != parts.to) continue;
    parts.mappings.push_back({cell("source_id"),
                              cell("target_id"),
                              from_word<Relationship>(cell("relationship")).value(),
                              strength_in(cell("strength")),
                              cell("basis"),
                              {}});
  }
  parts.sha256 = table.sha256();
  parts.texts = table.texts();
}

// The correspondence of two editions: it names pairs, and no relationship. The least is claimed that a pair can mean.
void read_transition(EmbeddedTables const& file, CrosswalkParts& parts) {
  constexpr std::string_view basis = "ISO/IEC 27002:2022 Annex B, which states pairs and no relationship";
  auto const table = detail::read_table(file.tables[0]);
  for (std::size_t i = 0; i < table.size(); ++i)
    parts.mappings.push_back({table.row(i)[0], table.row(i)[1], Relationship::intersects_with, {}, basis, {}});
  auto const without_predecessor = detail::read_table(file.tables[1]);
  for (std::size_t i = 0; i < without_predecessor.size(); ++i)
    parts.unmatched_targets.push_back(without_predecessor.row(i)[0]);
  parts.sha256 = file.sha256;
}

struct Stated {
  std::string_view from, to;
  EmbeddedTables const* file;
  ReadMappings read;
};

constexpr Stated stated[] = {
    {"iso27001-2013", "iso27001-2022", &detail::embedded_transition_2013_2022, read_transition},
    {"soc2-tsc-2017", "iso27001-2022", &detail::embedded_crosswalk, read_pairs},
    {"hipaa-security-rule", "iso27001-2022", &detail::embedded_crosswalk, read_pairs},
    {"gdpr", "iso27001-2022", &detail::embedded_crosswalk, read_pairs},
    {"nist-csf-2.0", "iso27001-2022", &detail::embedded_crosswalk, read_pairs},
    {"nist-800-53-r5", "iso27001-2022", &detail::embedded_crosswalk, read_pairs},
    {"hipaa-security-rule", "nist-800-53-r5", &detail::embedded_crosswalk_supplementary, read_pairs},
};

Crosswalk read_stated(Stated const& source) {
  CrosswalkParts parts{.from = source.from, .to = source.to, .sha256 = {}, .revision = crosswalk_revision};
  source.read(*source.file, parts);
  return Crosswalk(std::move(parts));
}

// Made on first use and never destroyed, for the reasons of built-in catalogs.
template <std::size_t number>
Crosswalk const& opened() {
  static Crosswalk const& crosswalk = *new Crosswalk(read_stated(stated[number]));
  return crosswalk;
}
template <std::size_t number>
Crosswalk const& opened_reversed() {
  static Crosswalk const& crosswalk = *new Crosswalk(opened<number>().reversed());
  return crosswalk;
}

struct Directions {
  Crosswalk const& (*forward)();
  Crosswalk const& (*backward)();
};

template <std::size_t... number>
constexpr auto directions_of(std::index_sequence<number...>) {
  return std::array{Directions{opened<number>, opened_reversed<number>}...};
}
constexpr auto directions = directions_of(std::make_index_sequence<std::size(stated)>{});

template <std::size_t... number>
constexpr auto listing_of(std::index_sequence<number...>) {
  return std::array{BuiltInCrosswalk{stated[number].from, stated[number].to, opened<number>}...};
}
constexpr auto built_in_crosswalks = listing_of(std::make_index_sequence<std::size(stated)>{});

}  // namespace

std::span<BuiltInCrosswalk const> crosswalks() noexcept { return built_in_crosswalks; }

Crosswalk const* find_crosswalk(std::string_view from, std::string_view to) {
  for (std::size_t i = 0; i < std::size(stated); ++i) {
    if (stated[i].from == from && stated[i].to == to) return &directions[i].forward();
    if (stated[i].from == to && stated[i].to == from) return &directions[i].backward();
  }
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
