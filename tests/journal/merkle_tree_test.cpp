#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/merkle_tree.hpp>

#include <annexa/journal/sha256.hpp>
#include <bit>
#include <span>
#include <string>
#include <vector>

using namespace annexa;
using namespace std::string_literals;

namespace {

// The definition of RFC 6962 section 2.1, word by word.
Hash root_by_definition(std::span<Hash const> leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  auto const left = std::bit_floor(leaves.size() - 1);
  return node_hash(root_by_definition(leaves.first(left)), root_by_definition(leaves.subspan(left)));
}

std::vector<Hash> leaves(std::size_t count) {
  std::vector<Hash> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(leaf_hash("leaf " + std::to_string(i)));
  return out;
}

Frontier frontier_of(std::span<Hash const> all) {
  Frontier frontier;
  for (auto const& leaf : all) frontier.append(leaf);
  return frontier;
}

}  // namespace

TEST_SUITE("journal/merkle_tree") {
  TEST_CASE("the roots of the RFC 6962 test leaves are the known ones") {
    std::vector<std::string> const inputs{
        "",
        "\0"s,
        "\x10",
        "\x20\x21",
        "\x30\x31",
        "\x40\x41\x42\x43",
        "\x50\x51\x52\x53\x54\x55\x56\x57",
        "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    };
    std::vector<std::string> const roots{
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    };
    Frontier frontier;
    CHECK(to_string(frontier.root()) == roots[0]);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      CAPTURE(i);
      frontier.append(leaf_hash(inputs[i]));
      CHECK(to_string(frontier.root()) == roots[i + 1]);
    }
  }

  TEST_CASE("every size gives the root of the definition and keeps one hash for each binary one") {
    auto const all = leaves(520);
    Frontier frontier;
    for (std::size_t size = 0; size <= all.size(); ++size) {
      CAPTURE(size);
      REQUIRE(frontier.size() == size);
      REQUIRE(frontier.subtrees().size() == static_cast<std::size_t>(std::popcount(size)));
      REQUIRE(frontier.root() == root_by_definition(std::span(all).first(size)));
      if (size < all.size()) frontier.append(all[size]);
    }
  }

  TEST_CASE("the frontier holds the roots of the complete subtrees, largest first") {
    auto const all = leaves(13);
    auto const frontier = frontier_of(all);
    auto const span = std::span<Hash const>(all);
    CHECK(frontier.subtrees() == std::vector{root_by_definition(span.first(8)), root_by_definition(span.subspan(8, 4)),
                                             root_by_definition(span.subspan(12))});
  }

  TEST_CASE("a frontier reads back what it wrote, and goes on from there") {
    CHECK(rc::check("round trip", [] {
      auto const size = *rc::gen::inRange<std::size_t>(0, 200);
      auto written = frontier_of(leaves(size));
      auto read = Frontier::parse(size, written.to_bytes()).value();
      RC_ASSERT(read == written);
      auto const leaf = leaf_hash("next");
      written.append(leaf);
      read.append(leaf);
      RC_ASSERT(read == written);
      RC_ASSERT(read.root() == written.root());
    }));
  }

  TEST_CASE("a frontier whose bytes do not fit its size is refused") {
    auto const bytes = frontier_of(leaves(13)).to_bytes();
    struct Row {
      std::uint64_t size;
      std::string bytes;
    };
    for (auto const& row : {Row{13, bytes.substr(1)},
                            {13, bytes + bytes},
                            {13, ""},
                            {12, bytes},
                            {15, bytes},
                            {0, bytes},
                            {std::uint64_t{1} << 63U, bytes.substr(0, 32)}}) {
      CAPTURE(row.size);
      auto const read = Frontier::parse(row.size, row.bytes);
      REQUIRE(read.has_error());
      CHECK(read.error().kind() == ErrorKind::integrity);
      CHECK(read.error().names("journal.frontier"));
    }
    CHECK(Frontier::parse(0, "").value() == Frontier{});
    CHECK(Frontier::parse((std::uint64_t{1} << 63U) - 1, std::string(Frontier::most_bytes, 'x')).has_value());
  }

  TEST_CASE("a leaf never passes for a node, nor a repeated leaf for a tree") {
    auto const x = leaf_hash("x");
    auto const y = leaf_hash("y");
    std::string forged;
    for (auto const& hash : {x, y}) forged.append(hash.bytes.begin(), hash.bytes.end());
    CHECK(leaf_hash(forged) != node_hash(x, y));
    CHECK(leaf_hash("\x01"s + forged) != node_hash(x, y));
    CHECK(frontier_of(std::vector{x, y, y}).root() != frontier_of(std::vector{x, y, y, y}).root());
    CHECK(node_hash(x, y) != node_hash(y, x));
  }
}
