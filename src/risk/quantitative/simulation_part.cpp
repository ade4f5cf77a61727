// Parts of simulations: put together, written and read.
#include <algorithm>

#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

constexpr std::string_view magic = "annexa-simulation-part\n";
// More lines than the portfolio, 10,000 categories and 10,000 scenarios have none.
constexpr std::uint64_t most_lines = 20'001;
constexpr std::int64_t most_trials = 1'000'000'000'000;  // below 2^40

// ---- Bytes: numbers of seven bits to a byte, least first

class Writer {
 public:
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void number(Unsigned128 value) {
    for (; value >= 0x80; value >>= 7U) out_ += static_cast<char>(static_cast<unsigned char>(value & 0x7FU) | 0x80U);
    out_ += static_cast<char>(value);
  }
  // Small numbers of either sign are short.
  void signed_number(Int128 value) {
    auto const bits = static_cast<Unsigned128>(value);
    number(value < 0 ? ~(bits << 1U) : bits << 1U);
  }
  void wide(Int192 const& value) {
    signed_number(value.high);
    number(value.low);
  }
  void bins(Bins const& bins) {
    number(bins.zeros);
    for (std::size_t side = 0; side < 2; ++side) {
      for (std::size_t k = 0; k < Bins::octave_count; ++k) {
        auto const* octave = bins.octave(side, k);
        for (std::size_t i = 0; octave && i < Bins::per_octave; ++i) {
          if (octave->counts[i] == 0) continue;
          number(octave->counts[i]);
          number((side * Bins::octave_count + k) * Bins::per_octave + i);
          number(octave->sums[i]);
          number(static_cast<std::uint64_t>(octave->least[i]));
          number(static_cast<std::uint64_t>(octave->greatest[i] - octave->least[i]));
        }
      }
    }
    number(0);
  }
  void tally(Tally const& tally) {
    signed_number(tally.sum);
    wide(tally.squares);
    wide(tally.with_portfolio);
    number(tally.events);
    number(tally.event_squares);
    signed_number(tally.least);
    signed_number(tally.greatest);
    number(tally.capped);
    bins(tally.years);
    bins(tally.largest_events);
  }
  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool good() const noexcept { return good_; }
  [[nodiscard]] bool at_end() const noexcept { return bytes_.empty(); }
  bool skip(std::string_view expected) {
    good_ = good_ && bytes_.starts_with(expected);
    if (good_) bytes_.remove_prefix(expected.size());
    return good_;
  }
  std::string_view text() {
    auto const size = number(64);
    if (!good_ || size > bytes_.size()) return fail();
    auto const out = bytes_.substr(0, static_cast<std::size_t>(size));
    bytes_.remove_prefix(out.size());
    return out;
  }
  // A number of at most @p bits bits, in its shortest form.
  Unsigned128 number(unsigned bits = 128) {
    Unsigned128 out = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (bytes_.empty() || shift >= 128) return fail(), 0;
      auto const byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      auto const part = Unsigned128{byte & 0x7FU};
      if ((part << shift) >> shift != part || (byte == 0 && shift != 0)) return fail(), 0;
      out |= part << shift;
      if ((byte & 0x80U) == 0) break;
    }
    if (bits < 128 && out >> bits != 0) return fail(), 0;
    return out;
  }
  std::uint64_t short_number() { return static_cast<std::uint64_t>(number(64)); }
  Int128 signed_number(unsigned bits = 128) {
    auto const out = number(bits);
    return static_cast<Int128>((out & 1U) != 0 ? ~(out >> 1U) : out >> 1U);
  }
  std::int64_t short_signed_number() { return static_cast<std::int64_t>(signed_number(64)); }
  Int192 wide() {
    Int192 out;
    out.high = static_cast<std::int64_t>(signed_number(41));
    out.low = number();
    return out;
  }
  Bins bins(std::uint64_t years) {
    Bins out;
    out.zeros = short_number();
    auto seen = out.zeros;
    std::uint64_t next = 0;  // bins come in order, each once
    for (auto count = short_number(); good_ && count != 0; count = short_number()) {
      auto const at = short_number();
      if (!good_ || at < next || at >= 2 * Bins::octave_count * Bins::per_octave) return fail(), out;
      next = at + 1;
      auto const octave = at / Bins::per_octave;
      auto& filled = out.octave_to_fill(octave / Bins::octave_count, octave % Bins::octave_count);
      auto const sum = number(64 + 52);
      auto const least = static_cast<std::int64_t>(number(53));
      auto const width = static_cast<std::int64_t>(number(53));
      filled.add(at % Bins::per_octave, count, sum, least, least + width);
      seen += count;
      if (count > years || seen > years) return fail(), out;
    }
    return out;
  }
  Tally tally(std::uint64_t years) {
    Tally out;  // each no larger than so many years of the largest amount make it, so that sums of parts fit too
    out.sum = signed_number(40 + 53);
    out.squares = wide();
    out.with_portfolio = wide();
    out.events = number(80);
    out.event_squares = number(120);
    out.least = short_signed_number();
    out.greatest = short_signed_number();
    out.capped = static_cast<std::uint64_t>(number(62));
    out.years = bins(years);
    out.largest_events = bins(years);
    return out;
  }

 private:
  std::string_view fail() noexcept {
    good_ = false;
    bytes_ = {};
    return {};
  }

  std::string_view bytes_;
  bool good_ = true;
};

Error refused(std::string what) { return Error(simulation_rules::bytes, "", {{"what", std::move(what)}}); }

std::vector<BlockRange> read_blocks(Reader& reader, std::int64_t count) {
  std::vector<BlockRange> out;
  std::int64_t last = -1;
  for (auto ranges = reader.short_number(); reader.good() && ranges > 0; --ranges) {
    auto const first = reader.short_signed_number();
    auto const end = reader.short_signed_number();
    if (!reader.good() || first <= last || end <= first || end > count) return {};
    out.push_back({first, end});
    last = end;  // ranges that touch are one range
  }
  return out;
}

std::uint64_t years_of(std::vector<BlockRange> const& blocks, std::int64_t trials) {
  std::int64_t out = 0;
  for (auto const& range : blocks)
    out += std::min(range.end * simulation_block_years, trials) - range.first * simulation_block_years;
  return static_cast<std::uint64_t>(out);
}

}  // namespace

std::vector<BlockRange> const& SimulationPart::blocks() const noexcept { return data_->blocks; }

std::string SimulationPart::bytes() const {
  Writer writer;
  writer.text(formula_version);
  writer.number(data_->of.fingerprint);
  writer.signed_number(data_->of.trials);
  writer.number(data_->of.lines);
  writer.number(data_->blocks.size());
  for (auto const& range : data_->blocks) {
    writer.signed_number(range.first);
    writer.signed_number(range.end);
  }
  for (auto const& line : data_->lines) writer.tally(line);
  return std::string(magic) + std::move(writer).take();
}

result<SimulationPart> SimulationPart::parse(std::string_view bytes) {
  Reader reader(bytes);
  if (!reader.skip(magic)) return refused("it does not begin as one");
  auto const version = reader.text();
  if (reader.good() && version != formula_version)
    return Error(simulation_rules::version, "",
                 {{"found", std::string(version.substr(0, 20))}, {"wanted", std::string(formula_version)}});
  Data data;
  data.of.fingerprint = reader.short_number();
  data.of.trials = reader.short_signed_number();
  data.of.lines = reader.short_number();
  if (!reader.good() || data.of.trials < 1 || data.of.trials > most_trials || data.of.lines > most_lines ||
      data.of.lines == 0)
    return refused("its head is damaged");
  data.blocks = read_blocks(reader, blocks_of(data.of.trials));
  if (data.blocks.empty()) return refused("its blocks are damaged");
  auto const years = years_of(data.blocks, data.of.trials);
  for (std::uint64_t i = 0; i < data.of.lines && reader.good(); ++i) data.lines.push_back(reader.tally(years));
  if (!reader.good() || !reader.at_end()) return refused("its sums are damaged");
  return SimulationPart(std::make_shared<Data const>(std::move(data)));
}

result<SimulationPart> SimulationPart::merged(SimulationPart const& other) const {
  if (data_->of != other.data_->of)
    return Error(simulation_rules::other, "", {{"what", "the portfolio, its treatments, the seed or the trials"}});
  Data data{data_->of, data_->blocks, data_->lines};
  data.blocks.insert(data.blocks.end(), other.blocks().begin(), other.blocks().end());
  std::ranges::sort(data.blocks, {}, &BlockRange::first);
  std::vector<BlockRange> joined;
  for (auto const& range : data.blocks) {
    if (!joined.empty() && range.first < joined.back().end)
      return Error(simulation_rules::overlap, "", {{"block", std::to_string(range.first)}});
    if (!joined.empty() && range.first == joined.back().end)
      joined.back().end = range.end;
    else
      joined.push_back(range);
  }
  data.blocks = std::move(joined);
  for (std::size_t i = 0; i < data.lines.size(); ++i) data.lines[i].add(other.data_->lines[i]);
  return SimulationPart(std::make_shared<Data const>(std::move(data)));
}

}  // namespace v1
}  // namespace annexa
