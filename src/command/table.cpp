#include <annexa/base/text.hpp>
#include <annexa/command/table.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t node_limit = 64;

// Moves the upper half of @p all into a list of its own; the last alone where that is what was @p added, so that keys
// that come in order fill their nodes.
template <class Each>
std::vector<Each> upper_part(std::vector<Each>& all, std::size_t added) {
  auto const kept = added + 1 == all.size() ? added : all.size() / 2;
  auto const middle = all.begin() + static_cast<std::ptrdiff_t>(kept);
  std::vector<Each> upper(std::make_move_iterator(middle), std::make_move_iterator(all.end()));
  all.erase(middle, all.end());
  all.shrink_to_fit();  // the row too many doubled its room
  return upper;
}

}  // namespace

TableRow const& Table::last_of(Node const& node) {
  auto const* at = &node;
  while (!at->below.empty()) at = at->below.back().get();
  return at->rows.back();
}

// The first row or node below that does not end before @p key; their number if there is none.
std::size_t Table::place_of(Node const& node, std::string_view key) {
  if (node.below.empty()) {
    auto const row = std::ranges::lower_bound(node.rows, key, natural_less, &TableRow::key);
    return static_cast<std::size_t>(row - node.rows.begin());
  }
  auto const last = [](std::shared_ptr<Node> const& each) { return std::string_view(last_of(*each).key); };
  auto const each = std::ranges::lower_bound(node.below, key, natural_less, last);
  return static_cast<std::size_t>(each - node.below.begin());
}

TableRow const* Table::find(std::string_view key) const {
  auto const* node = root_.get();
  while (node) {
    auto const at = place_of(*node, key);
    if (node->below.empty()) return at < node->rows.size() && node->rows[at].key == key ? &node->rows[at] : nullptr;
    node = at < node->below.size() ? node->below[at].get() : nullptr;
  }
  return nullptr;
}

TableRow const* Table::last_before(std::string_view key) const { return root_ ? last_before(*root_, key) : nullptr; }

TableRow const* Table::last_before(Node const& node, std::string_view key) {
  auto const at = place_of(node, key);
  if (node.below.empty()) return at == 0 ? nullptr : &node.rows[at - 1];
  auto const* found = at < node.below.size() ? last_before(*node.below[at], key) : nullptr;
  return found || at == 0 ? found : &last_of(*node.below[at - 1]);
}

void Table::put(TableRow row) {
  if (!root_) root_ = std::make_shared<Node>();
  auto upper = put_into(root_, std::move(row));
  if (!upper) return;
  auto root = std::make_shared<Node>();
  root->below = {std::move(root_), std::move(upper)};
  root_ = std::move(root);
}

// Puts the row below a node, which is copied first if another table has it. @return the upper half of the node, if it
// had to be divided.
std::shared_ptr<Table::Node> Table::put_into(std::shared_ptr<Node>& shared, TableRow row) {
  if (shared.use_count() > 1) shared = std::make_shared<Node>(*shared);
  Node& node = *shared;
  if (node.below.empty()) return put_into_leaf(node, std::move(row));
  auto const at = std::min(place_of(node, row.key), node.below.size() - 1);
  auto added = put_into(node.below[at], std::move(row));
  if (!added) return {};
  node.below.insert(node.below.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(added));
  if (node.below.size() <= node_limit) return {};
  auto upper = std::make_shared<Node>();
  upper->below = upper_part(node.below, at + 1);
  return upper;
}

std::shared_ptr<Table::Node> Table::put_into_leaf(Node& node, TableRow row) {
  auto const at = place_of(node, row.key);
  if (at < node.rows.size() && node.rows[at].key == row.key) {
    node.rows[at] = std::move(row);
    return {};
  }
  node.rows.insert(node.rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(row));
  ++size_;
  if (node.rows.size() <= node_limit) return {};
  auto upper = std::make_shared<Node>();
  upper->rows = upper_part(node.rows, at);
  return upper;
}

}  // namespace v1
}  // namespace annexa
