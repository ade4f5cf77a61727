#pragma once
/// @file
/// A state in few bytes that are quickly read again: what snapshots of a workspace are made of.
///
/// The bytes are no exchange format: they follow the order of members and the numbers of enumerators, so whoever keeps
/// them keeps state_form() beside them and throws them away when that has changed. A journal folds to the same state.

#include <annexa/command/state.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Describes all records, member by member: another text means that the bytes mean something else.
[[nodiscard]] std::string state_form();

/// The commitment to a text that is not erased, which stands in the bytes in its place.
using CommitmentOf = std::function<Hash(Personal const&)>;

/// The texts under these commitments, in their order; Personal::erased for one that was erased.
using TextsOf = std::function<result<std::vector<Personal>>(std::span<Hash const>)>;

/// Writes a state, part by part. The same state gives the same parts. No personal text stands in them.
class StateWriter {
 public:
  /// Of @p state, which is kept alive.
  StateWriter(std::shared_ptr<State const> state, CommitmentOf commitment);
  /// The next part, of about a mebibyte and never more than one record above; nothing after the last.
  [[nodiscard]] std::optional<std::string> next();

 private:
  struct Row {
    std::size_t noun;
    TableRow const* row;
  };
  std::shared_ptr<State const> state_;
  CommitmentOf commitment_;
  std::vector<Row> rows_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

/// Reads what StateWriter wrote. The bytes may be hostile: what does not fit is refused, at whatever place.
class StateReader {
 public:
  /// Finds texts by @p texts, those of a part at once.
  explicit StateReader(TextsOf texts) : texts_(std::move(texts)) {}
  /// Takes the next part. @return nothing; or state.bytes (integrity), or the error of the function that finds texts.
  [[nodiscard]] result<void> add(std::string_view part);
  /// The state; or state.bytes if the last part was not there yet.
  [[nodiscard]] result<State> finish() &&;

 private:
  TextsOf texts_;
  State state_;
  bool begun_ = false;
  bool complete_ = false;
};

}  // namespace v1
}  // namespace annexa
