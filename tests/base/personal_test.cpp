#include <annexa/base/personal.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("base/personal") {
  TEST_CASE("an erased text shows that it was erased, and nothing more") {
    Hash commitment;
    commitment.bytes[0] = 7;
    auto const gone = Personal::erased(commitment);
    CHECK(gone.is_erased());
    CHECK(gone.text() == "[erased]");
    CHECK_FALSE(gone.value());
    CHECK(gone.commitment() == commitment);
  }

  TEST_CASE("the same text is the same, whatever its salt") {
    Salt salt;
    salt.bytes[0] = 1;
    Personal anna("Anna");
    CHECK(anna == Personal("Anna", salt));
    CHECK(anna != Personal("Ana"));
    CHECK(anna != Personal::erased(Hash{}));
    anna.set_salt(salt);
    CHECK(anna.salt() == salt);
    CHECK(Personal{}.text().empty());
    CHECK_FALSE(Personal{}.is_erased());
  }
}
