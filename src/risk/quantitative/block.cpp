#include "block.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr std::size_t quarter = block_size / 4;  // counters of a block whose words are all used

// Rates above this are drawn one by one.
constexpr Real largest_fast_rate = 700;

}  // namespace

struct BlockSimulator::Memory {
  alignas(64) std::array<std::uint32_t, block_size> words;
  alignas(64) std::array<Real, block_size> rates;
  alignas(64) std::array<Real, block_size> values;
  alignas(64) std::array<Real, block_size> year_losses;
  alignas(64) std::array<std::uint32_t, block_size> counts;
  alignas(64) std::array<std::int64_t, block_size> sums;
  alignas(64) std::array<std::int64_t, block_size> largest;
  // Of a round: the years that have events in it, and of the places what is drawn for them.
  alignas(64) std::array<std::uint32_t, block_size + 16> listed;
  alignas(64) std::array<std::uint32_t, place_count + 64> round_words;
  alignas(64) std::array<std::uint32_t, place_count + 64> happened;
  alignas(64) std::array<std::uint32_t, place_count + 64> occurring;
  alignas(64) std::array<std::uint32_t, place_count + 64> chosen_words;
  alignas(64) std::array<Real, place_count> probabilities;
  alignas(64) std::array<Real, place_count> magnitudes;
  alignas(64) std::array<std::int64_t, place_count> events;
};

BlockSimulator::BlockSimulator(Program const& program, Kernels const& kernels)
    : program_(program), kernels_(kernels), memory_(std::make_shared<Memory>()) {
  if (program.copula) dependent_ = std::make_unique<DependentDraws>(kernels, *program.copula);
}

void BlockSimulator::begin(std::uint64_t block, Interrupt interrupt) {
  block_ = block;
  if (dependent_) dependent_->begin(block, std::move(interrupt));
}

BlockSimulator::Years BlockSimulator::simulate(std::size_t index, std::size_t years, Interrupt const& interrupt) {
  auto const& scenario = program_.scenarios[index];
  auto& m = *memory_;
  capped_ = 0;
  if (program_.semantics == AnnualSemantics::annualized_product) {
    simulate_product(scenario, years);
    return {{m.sums.data(), years}, {}, {}, capped_};
  }
  draw_counts(scenario);
  m.sums.fill(0);
  m.largest.fill(0);
  simulate_events(scenario, years, interrupt);
  return {{m.sums.data(), years}, {m.largest.data(), years}, {m.counts.data(), years}, capped_};
}

std::int64_t BlockSimulator::amount_of(Real units) noexcept {
  constexpr Real most = static_cast<Real>(largest_amount);
  if (!(std::fabs(units) <= most)) {
    ++capped_;
    return units < 0 ? -largest_amount : largest_amount;
  }
  return static_cast<std::int64_t>(units < 0 ? units - 0.5 : units + 0.5);
}

// ---- Once a year

// A value of the node for each year.
void BlockSimulator::draw(Node const& node, Real* out) {
  auto& m = *memory_;
  if (!node.sampler) {
    std::fill_n(out, block_size, node.factor);
    return;
  }
  if (node.row != independent) {
    auto const drawn = dependent_->probabilities(node.row, 0);
    node.sampler->sample(kernels_, {drawn.distances, block_size}, drawn.upper, out);
  } else {
    WordSource const source{{node.key, 0, 0}, block_ * quarter, nullptr, quarter, nullptr};
    kernels_.words_of_block(source.stream, source.first, m.words.data());
    node.sampler->sample(kernels_, source, m.words, out);
  }
  if (node.factor != 1)
    for (std::size_t i = 0; i < block_size; ++i) out[i] *= node.factor;
}

void BlockSimulator::draw_rates(ScenarioProgram const& scenario) {
  auto& m = *memory_;
  m.rates.fill(scenario.rate);
  for (auto const& node : scenario.rates) {
    draw(node, m.values.data());
    for (std::size_t i = 0; i < block_size; ++i) m.rates[i] *= m.values[i];
  }
}

void BlockSimulator::simulate_product(ScenarioProgram const& scenario, std::size_t years) {
  auto& m = *memory_;
  m.year_losses.fill(0);
  for (auto const& loss : scenario.losses) {
    draw(loss.magnitude, m.values.data());
    if (loss.probability) {
      draw(*loss.probability, m.rates.data());
      for (std::size_t i = 0; i < block_size; ++i) m.values[i] *= m.rates[i];
    }
    for (std::size_t i = 0; i < block_size; ++i) m.year_losses[i] += m.values[i];
  }
  draw_rates(scenario);
  for (std::size_t i = 0; i < years; ++i) m.sums[i] = amount_of(m.rates[i] * m.year_losses[i]);
}

// ---- Numbers of events

void BlockSimulator::draw_counts(ScenarioProgram const& scenario) {
  auto& m = *memory_;
  if (!scenario.count) return draw_poisson(scenario);
  if (scenario.count_row != independent) return count_edges(scenario);
  WordSource const source{{scenario.count_key, 0, 0}, block_ * quarter, nullptr, quarter, nullptr};
  kernels_.words_of_block(source.stream, source.first, m.words.data());
  scenario.count->sample(source, m.words, m.counts.data());
}

// By how many edges the copula's variable lies above.
void BlockSimulator::count_edges(ScenarioProgram const& scenario) {
  auto& m = *memory_;
  auto const* deviations = dependent_->deviations(scenario.count_row, 0);
  auto const& edges = scenario.count_edges;
  m.counts.fill(0);
  if (edges.size() <= 8) {
    for (Real const edge : edges) kernels_.count_above(edge, deviations, block_size, m.counts.data());
    return;
  }
  for (std::size_t i = 0; i < block_size; ++i)
    m.counts[i] =
        static_cast<std::uint32_t>(std::lower_bound(edges.begin(), edges.end(), deviations[i]) - edges.begin());
}

// By a rate that differs from year to year.
void BlockSimulator::draw_poisson(ScenarioProgram const& scenario) {
  auto& m = *memory_;
  draw_rates(scenario);
  WordSource const source{{scenario.count_key, 0, 0}, block_ * quarter, nullptr, quarter, nullptr};
  kernels_.words_of_block(source.stream, source.first, m.words.data());
  for (std::size_t i = 0; i < block_size; ++i) m.values[i] = std::min(m.rates[i], largest_fast_rate);
  kernels_.poisson(m.values.data(), m.words.data(), block_size, m.counts.data());
  for (std::size_t i = 0; i < block_size; ++i)
    if (m.rates[i] > largest_fast_rate || distance_of(m.words[i]) < refined_below)
      m.counts[i] = poisson_events(m.rates[i], tails_of(m.words[i], source.second_word(i)));
}

// ---- Events

void BlockSimulator::simulate_events(ScenarioProgram const& scenario, std::size_t years, Interrupt const& interrupt) {
  auto& m = *memory_;
  std::size_t listed = 0;
  for (std::uint32_t i = 0; i < years; ++i) {
    m.listed[listed] = i;
    listed += m.counts[i] > 0 ? 1 : 0;
  }
  auto const asked_every = dependent_ ? 1U : 16U;  // rounds
  for (std::uint32_t round = 0; listed > 0; ++round) {
    if (round % asked_every == asked_every - 1 && interrupt && interrupt()) return;
    simulate_round(scenario, round, listed);
    std::size_t left = 0;
    for (std::size_t i = 0; i < listed; ++i) {
      m.listed[left] = m.listed[i];
      left += m.counts[m.listed[i]] > 4 * (round + 1) ? 1 : 0;
    }
    listed = left;
  }
}

void BlockSimulator::simulate_round(ScenarioProgram const& scenario, std::uint32_t round, std::size_t listed) {
  auto& m = *memory_;
  std::size_t happened = 0;
  for (std::uint32_t k = 0; k < 4; ++k) {
    for (std::uint32_t j = 0; j < listed; ++j) {
      m.happened[happened] = k * static_cast<std::uint32_t>(block_size) + j;
      happened += m.counts[m.listed[j]] > 4 * round + k ? 1 : 0;
    }
  }
  for (std::size_t i = 0; i < happened; ++i) m.events[m.happened[i]] = 0;
  for (auto const& loss : scenario.losses) {
    std::span<std::uint32_t const> places(m.happened.data(), happened);
    if (loss.probability) places = occurring(loss, round, listed, places);
    add_magnitudes(loss.magnitude, round, listed, places);
  }
  for (std::size_t i = 0; i < happened; ++i) {
    auto const amount = m.events[m.happened[i]];
    auto const year = m.listed[m.happened[i] % block_size];
    m.sums[year] = std::clamp(m.sums[year] + amount, -largest_amount, largest_amount);
    m.largest[year] = std::max(m.largest[year], amount);
  }
}

// The places among @p places of the events that a form of loss is part of.
std::span<std::uint32_t const> BlockSimulator::occurring(LossNode const& loss, std::uint32_t round, std::size_t listed,
                                                         std::span<std::uint32_t const> places) {
  auto& m = *memory_;
  bool const drawn = loss.probability->sampler != nullptr;
  if (drawn) sample_listed(*loss.probability, round, listed, places, m.probabilities.data());
  Stream const stream{loss.occurrence_key, round, 0};
  kernels_.words_of_list(stream, block_ * block_size, m.listed.data(), listed, block_size, m.round_words.data());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Real const u = (static_cast<Real>(m.round_words[places[i]]) + 0.5) * 0x1p-32;
    m.occurring[kept] = places[i];
    kept += u < (drawn ? m.probabilities[i] : loss.probability->factor) ? 1 : 0;
  }
  return {m.occurring.data(), kept};
}

void BlockSimulator::add_magnitudes(Node const& node, std::uint32_t round, std::size_t listed,
                                    std::span<std::uint32_t const> places) {
  auto& m = *memory_;
  if (node.sampler)
    sample_listed(node, round, listed, places, m.magnitudes.data());
  else
    std::fill_n(m.magnitudes.begin(), places.size(), node.factor);
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto& event = m.events[places[i]];
    event = std::clamp(event + amount_of(m.magnitudes[i]), -largest_amount, largest_amount);
  }
}

// A value for each of the places.
void BlockSimulator::sample_listed(Node const& node, std::uint32_t round, std::size_t listed,
                                   std::span<std::uint32_t const> places, Real* out) {
  auto& m = *memory_;
  if (node.row != independent) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      auto const ordinal = 4 * round + places[i] / static_cast<std::uint32_t>(block_size);
      auto const year = m.listed[places[i] % block_size];
      auto const drawn = dependent_->probabilities(node.row, ordinal);
      node.sampler->sample(kernels_, {drawn.distances + year, 1}, drawn.upper + year, out + i);
    }
  } else {
    WordSource const source{{node.key, round, 0}, block_ * block_size, m.listed.data(), block_size, places.data()};
    kernels_.words_of_list(source.stream, source.first, m.listed.data(), listed, block_size, m.round_words.data());
    for (std::size_t i = 0; i < places.size(); ++i) m.chosen_words[i] = m.round_words[places[i]];
    node.sampler->sample(kernels_, source, {m.chosen_words.data(), places.size()}, out);
  }
  if (node.factor != 1)
    for (std::size_t i = 0; i < places.size(); ++i) out[i] *= node.factor;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
