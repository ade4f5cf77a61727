#pragma once
// The state that the first events of a journal fold to, kept in the store so that opening need not read them all.

#include <annexa/command/state.hpp>
#include <annexa/journal/store.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace annexa {
inline namespace v1 {

// A state from a snapshot, and the tree over the events that it stands for.
struct Restored {
  State state;
  Frontier tree;
};

// The snapshot that the store keeps, if it is one of the journal with this head, in the present form and whole.
// Whatever is wrong with it is a reason to read all events, so nothing is said of it.
[[nodiscard]] std::optional<Restored> restore_snapshot(Store& store, Head const& head);

// Writes the state into the store. @return true if it is kept.
[[nodiscard]] result<bool> write_snapshot(Store& store, std::shared_ptr<State const> const& state, Hash const& root);

// Compares the snapshot that a store keeps with the state that its events fold to anew.
class SnapshotCheck {
 public:
  // One of another form is passed over.
  [[nodiscard]] static result<SnapshotCheck> of(Store& store);
  // True at the size at which the state has to be compared.
  [[nodiscard]] bool is_due(State const& state) const { return !parts_.empty() && state.size == head_.size; }
  void compare(State const& state);
  // What is wrong with the snapshot, if anything is.
  [[nodiscard]] std::optional<Violation> problem() const;

 private:
  SnapshotHead head_;
  std::vector<Hash> parts_;
  bool same_ = false;  // until it was compared
};

}  // namespace v1
}  // namespace annexa
