#include <annexa/base/pointer.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("base/pointer") {
  TEST_CASE("names are escaped as in RFC 6901, section 5") {
    CHECK(pointer_to("", "foo") == "/foo");
    CHECK(pointer_to("", "") == "/");
    CHECK(pointer_to("", "a/b") == "/a~1b");
    CHECK(pointer_to("", "m~n") == "/m~0n");
    CHECK(pointer_to("", "~1") == "/~01");
    CHECK(pointer_to("/risk", "owner") == "/risk/owner");
  }
  TEST_CASE("elements are counted from 0") { CHECK(pointer_to("/units", std::size_t{0}) == "/units/0"); }
}
