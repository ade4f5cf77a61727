#include "exchange/archive_writer.hpp"

#include <doctest/doctest.h>

#include "exchange/archive.hpp"

using namespace annexa;
using exchange::ArchiveWriter;

namespace {

std::string part_of(exchange::Archive& archive, std::string_view name) {
  std::string bytes;
  auto const read = archive.read(name, [&](std::string_view piece) {
    bytes += piece;
    return true;
  });
  REQUIRE(read.has_value());
  return bytes;
}

}  // namespace

TEST_SUITE("exchange/archive_writer") {
  TEST_CASE("what is packed comes out as it was, and the same files give the same bytes") {
    auto const packed = [] {
      ArchiveWriter writer;
      writer.add("a.txt", "first");
      writer.add("folder/\u00fcber.bin", std::string(100'000, '\0'));
      writer.add("empty", "");
      return std::move(writer).finish().value();
    };
    auto const bytes = packed();
    CHECK(bytes == packed());
    auto archive = exchange::Archive::open(bytes, "pack.zip");
    REQUIRE(archive.has_value());
    CHECK(part_of(*archive, "a.txt") == "first");
    CHECK(part_of(*archive, "folder/\u00fcber.bin") == std::string(100'000, '\0'));
    CHECK(part_of(*archive, "empty").empty());
  }
  TEST_CASE("more files than an archive can count are refused") {
    ArchiveWriter writer;
    for (int i = 0; i <= 0xFFFF; ++i) writer.add(std::to_string(i), "");
    auto const packed = std::move(writer).finish();
    REQUIRE(packed.has_error());
    CHECK(packed.error().names("pack.size"));
  }
}
