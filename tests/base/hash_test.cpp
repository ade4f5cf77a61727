#include <annexa/base/hash.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("base/hash") {
  TEST_CASE("a digest reads 64 hexadecimal digits and prints as sha256sum does") {
    constexpr auto empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    auto const hash = Hash::parse(empty).value();
    CHECK(to_string(hash) == empty);
    CHECK(hash.bytes.front() == 0xE3);
    CHECK(hash.bytes.back() == 0x55);
    CHECK(Hash::parse("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855").value() == hash);
    CHECK(Hash{} < hash);
  }

  TEST_CASE("anything else is refused") {
    for (std::string const& text :
         {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(63, 'a') + 'g',
          std::string(63, 'a') + ' ', "0x" + std::string(62, 'a')}) {
      CAPTURE(text);
      REQUIRE(Hash::parse(text).has_error());
      CHECK(Hash::parse(text).error() == errc::bad_hash);
    }
  }
}
