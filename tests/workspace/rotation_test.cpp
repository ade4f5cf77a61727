#include <doctest/doctest.h>
#include <annexa/command/signing_key.hpp>
#include <annexa/journal/rotation.hpp>
#include <annexa/workspace/workspace.hpp>

using namespace annexa;

namespace {

struct Handover {
  PrivateKey first = PrivateKey::generate(), second = PrivateKey::generate(), third = PrivateKey::generate();
  Workspace workspace =
      Workspace::create(memory_store(Uuid::parse("018f3c1e-0000-7000-8000-0000000000aa").value()), "Acme").value();

  command::RotateKey order(PrivateKey const& from, PrivateKey const& to) const {
    auto const note = rotate_key(workspace.origin(), from, to).value().to_text();
    auto const keys = read_rotation(note).value();
    return {keys.old_key.to_text(), keys.new_key.to_text(), note, "The officer left"};
  }
  std::string said(command::RotateKey const& order) {
    auto const answer = workspace.apply(Command(order));
    if (answer) return "";
    return answer.error().violations().front().rule + ' ' + answer.error().violations().front().where;
  }
};

}  // namespace

TEST_SUITE("workspace/rotation") {
  TEST_CASE("a rotation is on record if both keys signed it, and follows the last one") {
    Handover hand;
    auto order = hand.order(hand.first, hand.second);
    auto const root = hand.workspace.root();
    auto bad = order;
    bad.reason.clear();
    CHECK(hand.said(bad) == "text.missing /reason");
    bad = order;
    bad.rotation = "garbage";
    CHECK(hand.said(bad) == "journal.form /rotation");
    bad = order;
    bad.rotation = hand.order(hand.first, hand.third).rotation;
    CHECK(hand.said(bad) == "key.other-keys /new_key");
    bad = order;
    bad.new_key = bad.old_key;
    CHECK(hand.said(bad) == "key.same /new_key");
    auto note = Note::parse(order.rotation).value();
    note.signatures.pop_back();
    bad = order;
    bad.rotation = note.to_text();
    CHECK(hand.said(bad) == "journal.unsigned /rotation");
    CHECK(hand.workspace.root() == root);

    CHECK(hand.said(order) == "");
    CHECK(hand.workspace.state()->find<SigningKey>("SK-1")->new_key == order.new_key);
    CHECK(hand.said(hand.order(hand.first, hand.third)) == "key.not-the-last /old_key");
    CHECK(hand.said(hand.order(hand.second, hand.third)) == "");
    CHECK(hand.workspace.verify().value().ok());
  }
}
