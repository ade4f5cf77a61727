#include <annexa/catalog/requirement.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace annexa;

TEST_SUITE("catalog/requirement") {
  TEST_CASE("auditors judge at the lowest numbered level, not at headings and not at letters") {
    Requirement item;
    item.kind = RequirementKind::item;
    Requirement subclause;
    subclause.kind = RequirementKind::subclause;
    std::array<Requirement const*, 1> const items{&item};
    subclause.below = items;
    Requirement heading;
    heading.kind = RequirementKind::subclause;
    std::array<Requirement const*, 2> const mixed{&item, &subclause};
    heading.below = mixed;
    Requirement control;
    control.kind = RequirementKind::control;

    CHECK(is_criterion(subclause));
    CHECK(is_criterion(control));
    CHECK_FALSE(is_criterion(item));
    CHECK_FALSE(is_criterion(heading));
  }
}
