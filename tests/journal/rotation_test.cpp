#include <doctest/doctest.h>
#include <annexa/journal/rotation.hpp>

#include <string>

#include "journal_support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* rotated_name = "annexa.example.org/7f3c";

std::string refused_rules(Error const& error) {
  std::string text;
  for (auto const& each : error.violations()) text += (text.empty() ? "" : " ") + each.rule;
  return text;
}

NoteKey log_key(unsigned char number) { return {rotated_name, SignatureKind::log, signing_key(number).public_key()}; }

std::string handed_over(unsigned char from, unsigned char to) {
  return rotate_key(rotated_name, signing_key(from), signing_key(to)).value().to_text();
}

}  // namespace

TEST_SUITE("journal/rotation") {
  TEST_CASE("a key is handed over by a note that both keys signed") {
    auto const note = handed_over(1, 2);
    CHECK(read_rotation(note).value() == Rotation{log_key(1), log_key(2)});
    CHECK(refused_rules(rotate_key("a b", signing_key(1), signing_key(2)).error()) == "journal.key");
    CHECK(refused_rules(rotate_key("a", signing_key(1), signing_key(1)).error()) == "journal.key");
    CHECK(refused_rules(read_rotation("").error()) == "journal.form");

    auto parsed = Note::parse(note).value();
    for (std::size_t missing : {0U, 1U}) {
      auto one = parsed;
      one.signatures.erase(one.signatures.begin() + static_cast<std::ptrdiff_t>(missing));
      CHECK(refused_rules(read_rotation(one.to_text()).error()) == "journal.unsigned");
    }
    auto other = parsed;
    other.text.replace(other.text.find(log_key(2).to_text()), log_key(2).to_text().size(), log_key(3).to_text());
    CHECK(read_rotation(other.to_text()).has_error());
    for (auto const& text :
         {std::string("annexa-key-rotation/2\n"), parsed.text + "more\n",
          "annexa-key-rotation/1\nother\n" + log_key(1).to_text() + '\n' + log_key(2).to_text() + '\n',
          Checkpoint{rotated_name, 3, empty_root()}.to_text()}) {
      Note const wrong{text,
                       {sign_note(text, rotated_name, signing_key(1)), sign_note(text, rotated_name, signing_key(2))}};
      CHECK(refused_rules(read_rotation(wrong.to_text()).error()) == "journal.form");
    }
  }
  TEST_CASE("whoever trusts a key follows it, and nobody else's") {
    Trust const trust{rotated_name, {log_key(1)}, 0};
    auto const followed = follow_rotations(trust, std::vector{handed_over(1, 2), handed_over(2, 3)}).value();
    CHECK(followed.keys == std::vector{log_key(1), log_key(2), log_key(3)});
    auto const note = sign_checkpoint({rotated_name, 3, empty_root()}, signing_key(3)).to_text();
    CHECK(check_checkpoint(note, followed).has_value());
    CHECK(refused_rules(check_checkpoint(note, trust).error()) == "journal.unsigned");
    auto const gap = follow_rotations(trust, std::vector{handed_over(1, 2), handed_over(4, 5)});
    CHECK(refused_rules(gap.error()) == "journal.rotation");
    CHECK(gap.error().violations().front().where == "/rotations/1");
    CHECK(refused_rules(follow_rotations(trust, std::vector{std::string("x")}).error()) == "journal.form");
    // Nobody who has the new key alone can claim the old one.
    auto forged = Note::parse(handed_over(2, 3)).value();
    forged.text.replace(forged.text.find(log_key(2).to_text()), log_key(2).to_text().size(), log_key(1).to_text());
    CHECK(follow_rotations(trust, std::vector{forged.to_text()}).has_error());
  }
}
