#include <annexa/base/visible.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("base/visible") {
  TEST_CASE("what is no printable ASCII is spelt out, and what is left off is told") {
    CHECK(visible("", 3).empty());
    CHECK(visible("AV:N ~", 9) == "AV:N ~");
    CHECK(visible("\x1b[2J\t\n\x7f", 9) == "\\x1b[2J\\x09\\x0a\\x7f");
    CHECK(visible("\xc3\xa4", 9) == "\\xc3\\xa4");
    CHECK(visible("abcd", 4) == "abcd");
    CHECK(visible("abcde", 4) == "abcd...");
  }
}
