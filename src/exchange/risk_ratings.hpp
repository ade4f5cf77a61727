#pragma once
// Likelihood and impact of a risk's stages, from the cells of a row to ratings.

#include <annexa/risk/risk.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cell_reader.hpp"
#include "import_context.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

class RiskRatings {
 public:
  static constexpr std::size_t stages = 4;
  using Ratings = std::array<std::optional<Rating>, stages>;

  explicit RiskRatings(ImportContext& context) : context_(context), reader_(context) {}

  // Chooses the method and matches the dimensions of the header with it. @return the command that adopts it, if it has
  // to be.
  [[nodiscard]] std::optional<Command> begin();
  // Begins a row that is rated by the method of the whole import, or by another.
  void start(Method const* method);
  // Reads the cell of a measure or dimension.
  void read(Draft& draft, Column const& column);
  // The ratings of the row; what does not fit together is rejected, adjusted or warned of.
  [[nodiscard]] Ratings finish(Draft const& draft);
  // True if the row says that this stage was computed; it has no rating then.
  [[nodiscard]] bool is_computed(std::size_t stage) const noexcept {
    return stages_[stage].basis == ScoreBasis::computed;
  }
  // The method of the whole import; null if each row has to say it.
  [[nodiscard]] Method const* method() const noexcept { return chosen_; }
  // The method of the present row, or null.
  [[nodiscard]] Method const* row_method() const noexcept { return row_method_; }

 private:
  // A cell that was read as a level.
  struct Read {
    int level = 0;
    Column const* column = nullptr;
  };
  struct Stage {
    std::optional<Read> likelihood;
    std::optional<Read> impact;
    std::optional<Read> vulnerability;
    std::vector<FactorRating> factors;
    std::vector<std::string> affects;
    std::optional<ScoreBasis> basis;
    std::vector<int> listed;                      // "impacts" as an export writes them
    std::vector<std::optional<Read>> dimensions;  // in the method's order
    std::vector<Column const*> checks;            // cells that say what follows from the rating
  };

  bool read_parts(Draft& draft, Column const& column, Stage& stage);
  [[nodiscard]] bool has(Stage const& stage, std::optional<Read> const& level, RiskAxis axis) const;
  [[nodiscard]] bool is_rated() const;
  [[nodiscard]] std::vector<std::string> header_dimensions() const;
  void choose_method();
  void match_dimensions();
  void warn_of_missing_dimensions();
  [[nodiscard]] std::optional<Read> level(Draft const& draft, Column const& column, std::vector<Level> const& scale);
  [[nodiscard]] std::optional<int> level_of(CellPlace const& place, std::string_view text,
                                            std::vector<Level> const& scale);
  [[nodiscard]] std::optional<Rating> rating(Draft const& draft, std::size_t index);
  [[nodiscard]] std::vector<int> impacts_of(Draft const& draft, Stage const& stage, std::size_t index);
  void check(Draft const& draft, Stage const& stage, Rating const& rating);
  void check_cell(CellPlace const& place, std::string_view text, Score const& scored);

  ImportContext& context_;
  CellReader reader_;
  Method own_;  // a copy, so that rows do not move it
  Method const* chosen_ = nullptr;
  Method const* row_method_ = nullptr;
  std::vector<std::size_t> dimension_of_;  // by column index: number in the method
  std::array<bool, stages> complete_{};    // true if every dimension of the method has a column
  std::array<Stage, stages> stages_;
};

// Name of a stage: "inherent", ...
[[nodiscard]] std::string_view stage_name(std::size_t stage) noexcept;

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
