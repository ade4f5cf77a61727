#pragma once
// The sample workspace with a hostile text in every member that is a text, and hostile keys throughout.

#include <annexa/command/state.hpp>
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "report/sample_state.hpp"

namespace annexa::testing {

inline std::string hostile_text(std::size_t number) {
  static std::string const long_word(10'000, 'W');
  static std::string const long_marks = [] {
    std::string out = "e";
    for (int i = 0; i < 200; ++i) out += "\u0301";
    return out;
  }();
  static std::array<std::string, 12> const texts{
      "<script>window.hacked=1</script>",
      "\"><img src=x onerror=window.hacked=1>",
      "' onmouseover='window.hacked=1",
      "https://example.org/ javascript:window.hacked=1",
      "\u202Eright to left override\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
      long_marks,
      long_word,
      "=cmd|' /C calc'!A0",
      "</style></title><script>window.hacked=1</script>",
      "line one\nline two\ttab {name} {count} &amp; &#x3c;",
      std::string("\x01\x1f\x7f\xC2\x85 broken \xC3\x28 \xF0\x9F", 19),
      "\U0001F512\U0001F9D1\u200D\U0001F4BB \u6F22\u5B57",
  };
  return texts[number % texts.size()];
}

class Poison {
 public:
  State of(State const& healthy) {
    State state;
    state.workspace = healthy.workspace;
    state.size = healthy.size;
    for (auto const& noun : nouns()) {
      bool const single = noun.name == "organization" || noun.name == "scope";
      healthy.table(noun).for_each([&](TableRow const& row) {
        auto record = noun.copy(row.record.get());
        spoil(*noun.type, record.get());
        if (single)
          find_member(*noun.type, "key")->type->parse(find_member(*noun.type, "key")->at(record.get()), noun.name);
        state.put(noun, {single ? row.key : key(row.key), std::move(record), row.version});
      });
    }
    return state;
  }
  static std::string key(std::string_view healthy) { return "\"><b>&'\u05D0 " + std::string(healthy); }

 private:
  void spoil(Type const& type, void* value) {
    if (type.kind == TypeKind::text) *static_cast<std::string*>(value) = hostile_text(count_++);
    if (type.kind == TypeKind::personal) *static_cast<Personal*>(value) = Personal(hostile_text(count_++));
    if (type.kind == TypeKind::scalar && !type.refers_to.empty() && !type.print(value).empty())
      type.parse(value, key(type.print(value)));
    if (type.kind == TypeKind::optional || type.kind == TypeKind::list)
      for (std::size_t i = 0; i < type.count(value); ++i) spoil(*type.element, type.item(value, i));
    if (type.kind == TypeKind::record)
      for (auto const& member : type.members) spoil(*member.type, member.at(value));
  }
  std::size_t count_ = 0;
};

inline State const& hostile_state() {
  static State const state = Poison().of(sample_state());
  return state;
}

// The register, whose risks still name the method that they were scored by, so that everything is drawn.
inline State const& hostile_risk_state() {
  static State const state = [] {
    auto hostile = Poison().of(risk_state());
    auto const& noun = *find_noun("risk");
    risk_state().for_each<Risk>([&](Risk const& healthy) {
      auto const key = Poison::key(healthy.key.text());
      auto risk = std::make_shared<Risk>(*hostile.find<Risk>(key));
      risk->scores.method = Poison::key(healthy.scores.method);
      hostile.put(noun, {key, risk, 1});
    });
    return hostile;
  }();
  return state;
}

}  // namespace annexa::testing
