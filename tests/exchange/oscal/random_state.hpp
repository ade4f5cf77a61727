#pragma once
// States full of records that nobody would write: every member of every record is filled at random through its type.

#include <annexa/base/custom.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/command/state.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace annexa::testing {

class RandomRecords {
 public:
  explicit RandomRecords(std::uint64_t seed) : random_(seed) {}

  /// A state with three records of each noun that documents about audits are made of. The first audit was opened.
  State state() {
    State state;
    state.workspace = *Uuid::parse("5b1d3f0e-7c1a-4f52-9d3b-0123456789ab");
    state.size = 7;
    state.latest = *Instant::parse("2026-11-30T10:00:00.5Z");
    for (auto const name : {"organization", "scope", "unit", "person", "programme", "audit", "session", "evidence",
                            "sample", "assessment", "finding", "nonconformity", "action", "document"})
      add(state, *find_noun(name));
    return state;
  }

  /// A record of the noun with every member filled, but for its key.
  std::shared_ptr<void> record(Noun const& noun) {
    auto made = noun.create();
    fill(*noun.type, made.get());
    return made;
  }

  void fill(Type const& type, void* value) {
    switch (type.kind) {
      case TypeKind::boolean:
        return type.set_number(value, one_of(2));
      case TypeKind::integer:
        return type.set_number(value, std::clamp<std::int64_t>(one_of(5), type.minimum, type.maximum));
      case TypeKind::text:
        *static_cast<std::string*>(value) = text();
        return;
      case TypeKind::scalar:
        return fill_scalar(type, value);
      case TypeKind::enumeration:
        return type.set_number(
            value, type.names[static_cast<std::size_t>(one_of(static_cast<std::int64_t>(type.names.size())))].value);
      case TypeKind::personal:
        *static_cast<Personal*>(value) = one_of(4) == 0 ? Personal::erased(Hash{}) : Personal(text());
        return;
      case TypeKind::custom:
        return fill_custom(*static_cast<Custom*>(value));
      case TypeKind::optional:
        type.clear(value);
        if (one_of(3) != 0) fill(*type.element, type.grow(value));
        return;
      case TypeKind::list:
        type.clear(value);
        for (auto left = one_of(3); left > 0; --left) fill(*type.element, type.grow(value));
        return;
      case TypeKind::record:
        for (auto const& member : type.members) fill(*member.type, member.at(value));
        return;
      case TypeKind::money:
      case TypeKind::real:
        return;
    }
  }

 private:
  std::int64_t one_of(std::int64_t count) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(count));
  }

  // Whatever a document could trip over; control characters are kept out of records when they are read.
  std::string text() {
    static std::vector<std::string> const all{"",
                                              "plain",
                                              "  lead",
                                              "trail ",
                                              "two\nlines",
                                              "tab\there",
                                              "\xE2\x80\xA8"
                                              "separated",
                                              "in\xE2\x80\xA8side",
                                              "é ü ß",
                                              "{{ insert: param, x }}",
                                              "\"quoted\" \\",
                                              "\xC2\xA0",
                                              "[]",
                                              "true",
                                              "A.5.1",
                                              std::string(5000, 'x'),
                                              "a\r\nb",
                                              "<b>*markup*</b>",
                                              "\xF0\x9F\x98\x80",
                                              "http://x.example/a b",
                                              "https://ok.example/x#y"};
    return all[static_cast<std::size_t>(one_of(static_cast<std::int64_t>(all.size())))];
  }

  void fill_scalar(Type const& type, void* value) {
    static constexpr std::array dates{"2026-03-01", "2024-02-29", "1583-01-01",
                                      "9999-12-31", "2999-12-31", "1900-01-01"};
    static constexpr std::array criteria{"A.5.1", "A.8.12", "9.2.1", "6.1.2.a", "soc2-tsc-2017:CC6.1", "own:ünï x"};
    static constexpr std::array instants{"2026-03-01T09:00:00Z", "2026-03-02T09:00:00.000123Z", "1583-01-01T00:00:00Z",
                                         "9999-12-31T00:00:00Z"};
    std::string const key = std::string(type.refers_to) + '-' + std::to_string(one_of(3));
    auto const pick = [&](auto const& list) {
      return list[static_cast<std::size_t>(one_of(static_cast<std::int64_t>(list.size())))];
    };
    for (std::string_view const spelling :
         {std::string_view(type.refers_to.empty() ? "" : std::string_view(key)), std::string_view(pick(dates)),
          std::string_view(pick(instants)), std::string_view(pick(criteria)), std::string_view("0.95"),
          std::string_view("EUR"), std::string_view(hash), std::string_view("00000000-0000-4000-8000-000000000001")})
      if (!spelling.empty() && !type.parse(value, spelling)) return;
  }

  void fill_custom(Custom& custom) {
    custom.members.clear();
    if (one_of(2) != 0) custom.members["acme:a_x.y"] = text();
    if (one_of(3) == 0) custom.members["p:number"] = std::int64_t{7};
    if (one_of(3) == 0) custom.members["p:list"] = std::vector<CustomScalar>{text(), true};
    if (one_of(4) == 0) custom.members["p:empty"] = std::vector<CustomScalar>{};
  }

  void add(State& state, Noun const& noun) {
    bool const single = noun.name == Organization::type_name || noun.name == Scope::type_name;
    for (int i = 0; i < (single ? 1 : 3); ++i) {
      auto made = record(noun);
      auto const& member = *find_member(*noun.type, "key");
      auto const key = std::string(noun.name) + (single ? std::string() : '-' + std::to_string(i));
      member.type->parse(member.at(made.get()), key);
      if (noun.name == Audit::type_name && i == 0)
        static_cast<Audit*>(made.get())->opened_at = *Instant::parse("2026-03-01T09:00:00Z");
      state.put(noun, TableRow{key, std::move(made), 1});
    }
  }

  static constexpr std::string_view hash = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  std::mt19937_64 random_;
};

}  // namespace annexa::testing
