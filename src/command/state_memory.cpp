// How much memory records take, by their type tables.
#include <annexa/base/text.hpp>
#include <annexa/command/state.hpp>

#include <numeric>

namespace annexa {
inline namespace v1 {
namespace {

// What the allocator keeps beside each piece, and a shared pointer beside what it owns.
constexpr std::size_t piece = 16;
constexpr std::size_t shared_block = 32;
// A row of a table with its share of the nodes, which are not always full, and its key.
constexpr std::size_t row_bytes = sizeof(TableRow) * 4 / 3;

std::size_t text_bytes(std::size_t length) {
  constexpr std::size_t inside = 15;  // of std::string itself
  return length > inside ? length + 1 + piece : 0;
}

// What a value takes in the record that holds it.
std::size_t inline_bytes(Type const& type) {
  switch (type.kind) {
    case TypeKind::boolean:
      return 1;
    case TypeKind::integer:
    case TypeKind::real:
    case TypeKind::custom:
      return 8;
    case TypeKind::enumeration:
      return 4;
    case TypeKind::money:
      return sizeof(Money);
    case TypeKind::text:
    case TypeKind::scalar:
      return sizeof(std::string);
    case TypeKind::personal:
      return sizeof(Personal);
    case TypeKind::list:
      return sizeof(std::vector<int>);
    case TypeKind::optional:
      return inline_bytes(*type.element) + 8;
    case TypeKind::record:
      return std::accumulate(type.members.begin(), type.members.end(), std::size_t{0},
                             [](std::size_t sum, Member const& each) { return sum + inline_bytes(*each.type); });
  }
  return 0;
}

// What it takes elsewhere.
std::size_t outside_bytes(Type const& type, void const* value) {
  std::size_t sum = 0;
  switch (type.kind) {
    case TypeKind::text:
      return text_bytes(static_cast<std::string const*>(value)->size());
    case TypeKind::scalar:
      return text_bytes(type.print(value).size());
    case TypeKind::personal: {
      auto const& text = static_cast<Personal const*>(value)->value();
      return text ? text_bytes(text->size()) : 0;
    }
    case TypeKind::custom:
      for (auto const& [key, custom] : static_cast<Custom const*>(value)->members)
        sum += sizeof(key) + sizeof(custom) + 4 * piece + text_bytes(key.size());
      return sum;
    case TypeKind::optional:
    case TypeKind::list: {
      auto const count = type.count(value);
      if (type.kind == TypeKind::list && count != 0) sum = piece + count * inline_bytes(*type.element);
      for (std::size_t i = 0; i < count; ++i) sum += outside_bytes(*type.element, item_of(type, value, i));
      return sum;
    }
    case TypeKind::record:
      for (auto const& member : type.members) sum += outside_bytes(*member.type, member_of(member, value));
      return sum;
    case TypeKind::boolean:
    case TypeKind::integer:
    case TypeKind::real:
    case TypeKind::enumeration:
    case TypeKind::money:
      return 0;
  }
  return sum;
}

}  // namespace

std::size_t memory_of(State const& state) noexcept {
  std::size_t sum = sizeof(State);
  for (auto const& noun : nouns()) {
    auto const each = row_bytes + inline_bytes(*noun.type) + piece + shared_block;
    state.table(noun).for_each([&](TableRow const& row) {
      sum += each + text_bytes(row.key.size()) + outside_bytes(*noun.type, row.record.get());
    });
  }
  return sum;
}

}  // namespace v1
}  // namespace annexa
