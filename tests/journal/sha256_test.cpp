#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/sha256.hpp>

#include <string>
#include <utility>

using namespace annexa;

TEST_SUITE("journal/sha256") {
  TEST_CASE("digests are those of FIPS 180-4") {
    CHECK(to_string(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_string(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_string(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(to_string(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  TEST_CASE("bytes may come in any pieces") {
    CHECK(rc::check("pieces", [](std::string const& bytes) {
      auto const cut = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
      Sha256 pieces;
      pieces.add(bytes.substr(0, cut)).add(bytes.substr(cut));
      RC_ASSERT(pieces.finish() == sha256(bytes));
    }));
  }

  TEST_CASE("after finish a hasher starts anew") {
    Sha256 hasher;
    auto const first = hasher.add("abc").finish();
    CHECK(hasher.finish() == sha256(""));
    CHECK(hasher.add("abc").finish() == first);
  }

  TEST_CASE("a digest is taken as its 32 bytes") {
    auto const digest = sha256("abc");
    CHECK(Sha256().add(digest).finish() == sha256(std::string(digest.bytes.begin(), digest.bytes.end())));
  }
}
