#include <annexa/duty/role_grant.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("duty/role_grant") {
  TEST_CASE("a role is held from its first to its last day, both included") {
    RoleGrant grant;
    grant.from = Date::parse("2026-01-01").value();
    CHECK_FALSE(holds(grant, Date::parse("2025-12-31").value()));
    CHECK(holds(grant, grant.from));
    CHECK(holds(grant, Date::parse("2036-01-01").value()));
    grant.until = Date::parse("2026-12-31").value();
    CHECK(holds(grant, *grant.until));
    CHECK_FALSE(holds(grant, grant.until->plus_days(1)));
  }
  TEST_CASE("roles have names on the wire, and no other name is a role") {
    CHECK(to_string(Role::lead_auditor) == "lead-auditor");
    CHECK(to_string(Role::top_management) == "top-management");
    CHECK(parse_enum<Role>("isms-manager").value() == Role::isms_manager);
    CHECK(parse_enum<Role>("isms_manager").has_error());
    CHECK(parse_enum<Role>("").has_error());
  }
}
