#pragma once
// What may stand where in OSCAL documents, by the JSON schemas of two releases: data/grammar.csv, read once.

#include <annexa/exchange/oscal/check.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "data_types.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

// Where tables by schema have it.
[[nodiscard]] constexpr std::size_t index_of(Schema schema) noexcept { return static_cast<std::size_t>(schema); }

// A set of forms of a kind: bit i is the form i. A kind without choices has one form.
using Forms = std::uint8_t;

// What a member holds: an object of a kind, or a value of a data type; alone or as a list of at least one.
struct Holding {
  static constexpr std::uint16_t no_kind = std::numeric_limits<std::uint16_t>::max();

  std::uint16_t kind = no_kind;                   // index in Grammar::kinds()
  DataType type = DataType::text;                 // where there is no kind
  bool is_list = false;                           // the rest then tells of its elements
  std::span<std::string_view const> closed = {};  // the only values there are; empty where others may stand too

  [[nodiscard]] bool is_object() const noexcept { return kind != no_kind; }
  // The element of a list.
  [[nodiscard]] Holding element() const noexcept {
    auto one = *this;
    one.is_list = false;
    return one;
  }
};

// A member as one schema has it.
struct Standing {
  Forms allowed = 0;                    // in which forms it may stand; none if the schema does not have it
  Forms required = 0;                   // and in which it must
  std::span<Holding const> holds = {};  // one of these
};

struct GrammarMember {
  std::string_view name;
  std::array<Standing, schemas.size()> in;  // by Schema
};

struct Kind {
  std::string_view name;
  std::array<Forms, schemas.size()> forms{};  // all forms there are, by Schema; none if the schema does not have it
  std::vector<GrammarMember> members;         // in the order in which they are written

  // The member of that name, or null.
  [[nodiscard]] GrammarMember const* find(std::string_view member) const noexcept;
};

class Grammar {
 public:
  // The one that is compiled in. Reading it the first time takes a fraction of a millisecond; thread-safe.
  [[nodiscard]] static Grammar const& built_in();

  [[nodiscard]] std::span<Kind const> kinds() const noexcept { return kinds_; }
  [[nodiscard]] Kind const& kind(std::uint16_t index) const noexcept { return kinds_[index]; }
  // What stands under the name of a model.
  [[nodiscard]] Holding of(Model model) const noexcept;
  // True if the schema has the model.
  [[nodiscard]] bool knows(Schema schema, Model model) const noexcept;

 private:
  explicit Grammar(std::string_view table);

  std::vector<Kind> kinds_;
  std::vector<std::vector<Holding>> holdings_;         // what the spans of Standing show
  std::vector<std::vector<std::string_view>> closed_;  // what the spans of Holding show
};

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
