#include <annexa/base/custom.hpp>

#include <doctest/doctest.h>

using namespace annexa;

static_assert(Custom::is_key("erp:cost-centre"));

TEST_SUITE("base/custom") {
  TEST_CASE("a custom key has a prefix and a name") {
    for (std::string const key : {"a:b", "erp:Cost.Centre_7", "x-y:z"}) {
      CAPTURE(key);
      CHECK(Custom::is_key(key));
    }
    CHECK(Custom::is_key("a:" + std::string(78, 'b')));
    for (std::string const& key :
         {std::string(), std::string("a"), std::string(":b"), std::string("a:"), std::string("a:b:c"),
          std::string("a b:c"), std::string("\xC3\xA4:b"), std::string("a:b/c"), "a:" + std::string(79, 'b')}) {
      CAPTURE(key);
      CHECK_FALSE(Custom::is_key(key));
    }
  }
}
