#include <annexa/review/gap.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/command/review.hpp>

#include <algorithm>
#include <deque>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// A few rows and verdicts, with addresses that stay.
class GapSample {
 public:
  GapSample& row(std::string const& control, ImplementationStatus status) {
    auto& row = rows_.emplace_back();
    row.control = *Criterion::parse(control);
    row.status = status;
    return *this;
  }
  GapSample& exclude(std::string const& control) {
    auto& row = rows_.emplace_back();
    row.control = *Criterion::parse(control);
    row.applicable = false;
    return *this;
  }
  GapSample& retire(std::string const& control) {
    row(control, ImplementationStatus::implemented);
    rows_.back().retired_on = *Date::parse("2026-02-01");
    return *this;
  }
  GapSample& unit(std::string const& key, std::vector<std::string> const& criteria = {}) {
    auto& unit = units_.emplace_back();
    unit.key = *Key<"unit">::parse(key);
    for (auto const& each : criteria) unit.criteria.push_back(*Criterion::parse(each));
    return *this;
  }
  GapSample& visit(std::vector<std::string> const& units) {
    for (auto const& each : units) audits_.back().units.push_back(*Key<"unit">::parse(each));
    return *this;
  }
  GapSample& reported(char const* at) {
    audits_.back().reported_at = *Instant::parse(at);
    return *this;
  }
  GapSample& verdict_in(std::string const& unit, std::string const& criterion, Verdict said) {
    verdict(criterion, said, unit + '/');
    assessments_.back().unit = *Key<"unit">::parse(unit);
    return *this;
  }
  GapSample& audit(std::string const& key, char const* until, AuditState state = AuditState::reported) {
    auto& audit = audits_.emplace_back();
    audit.key = *Key<"audit">::parse(key);
    audit.until = *Date::parse(until);
    audit.state = state;
    return *this;
  }
  GapSample& verdict(std::string const& criterion, Verdict verdict, std::string const& unit = {}) {
    auto& audit = audits_.back();
    auto& assessment = assessments_.emplace_back();
    assessment.criterion = *Criterion::parse(criterion);
    assessment.key = *Key<"assessment">::parse(audit.key.text() + '/' + unit + criterion);
    assessment.audit = audit.key;
    assessment.verdict = verdict;
    assessment.evidence = {*Key<"evidence">::parse("E-" + std::to_string(assessments_.size()))};
    if (std::ranges::find(audit.criteria, assessment.criterion) == audit.criteria.end())
      audit.criteria.push_back(assessment.criterion);
    return *this;
  }
  [[nodiscard]] Gap of(char const* framework) const {
    ReviewRecords records;
    for (auto const& each : rows_) records.applicability.push_back(&each);
    for (auto const& each : units_) records.units.push_back(&each);
    for (auto const& each : audits_) records.audits.push_back(&each);
    for (auto const& each : assessments_) records.assessments.push_back(&each);
    return gap(records, *find_catalog(framework), find_crosswalk(framework, "iso27001-2022"));
  }

 private:
  std::deque<Applicability> rows_;
  std::deque<Unit> units_;
  std::deque<Audit> audits_;
  std::deque<Assessment> assessments_;
};

GapRequirement requirement(Gap const& gap, std::string_view id) {
  auto const found = std::ranges::find(gap.requirements, id, &GapRequirement::id);
  REQUIRE_MESSAGE(found != gap.requirements.end(), "no requirement ", id);
  return *found;
}

// A mapping of that relationship from a judged requirement to a control of Annex A.
struct Pair {
  std::string framework, requirement, control;
};
Pair pair_of(Relationship wanted) {
  for (auto const& each : crosswalks()) {
    if (each.to != "iso27001-2022" || each.from == "iso27001-2013") continue;
    for (auto const& mapping : each.open().mappings()) {
      auto const* row = find_catalog(each.from)->find(mapping.source);
      if (mapping.relationship == wanted && row && is_criterion(*row) && mapping.target.starts_with("A."))
        return {std::string(each.from), std::string(mapping.source), std::string(mapping.target)};
    }
  }
  FAIL("no such pair");
  return {};
}

GapSample conforming(std::string const& control) {
  GapSample sample;
  sample.row(control, ImplementationStatus::implemented).audit("A-1", "2026-03-01");
  sample.verdict(control, Verdict::conforming);
  return sample;
}

}  // namespace

TEST_SUITE("review/gap") {
  TEST_CASE("a requirement that lies within a control is met when that conforms, and the chain names the evidence") {
    auto const pair = pair_of(Relationship::subset_of);
    auto const gap = conforming(pair.control).of(pair.framework.c_str());
    auto const met = requirement(gap, pair.requirement);
    CHECK(met.implemented);
    CHECK(met.assessed);
    CHECK(met.conforming);
    auto const through = *std::ranges::find(met.through, *Criterion::parse(pair.control), &GapControl::control);
    CHECK(through.relationship == "subset_of");
    CHECK(through.credit == Credit::full);
    CHECK(through.audit->text() == "A-1");
    CHECK(through.assessments.size() == 1);
    CHECK(through.evidence == std::vector{*Key<"evidence">::parse("E-1")});
  }

  TEST_CASE("an intersecting mapping shows evidence to use again and earns nothing") {
    auto const pair = pair_of(Relationship::intersects_with);
    auto const found = requirement(conforming(pair.control).of(pair.framework.c_str()), pair.requirement);
    CHECK(found.reusable);
    CHECK_FALSE(found.implemented);
    CHECK_FALSE(found.assessed);
    CHECK_FALSE(found.conforming);
  }

  TEST_CASE("a control within a requirement earns a part, which is never counted as the whole") {
    auto const pair = pair_of(Relationship::superset_of);
    auto const found = requirement(conforming(pair.control).of(pair.framework.c_str()), pair.requirement);
    CHECK_FALSE(found.conforming);
    auto const through = *std::ranges::find(found.through, *Criterion::parse(pair.control), &GapControl::control);
    CHECK(through.credit == Credit::part);
    CHECK(through.conforming);
  }

  TEST_CASE(
      "a control within a requirement that is not met refutes it, even where the requirement itself was seen met") {
    auto const pair = pair_of(Relationship::superset_of);
    auto const itself = pair.framework + ":" + pair.requirement;
    auto sample = conforming(itself);
    CHECK(requirement(sample.of(pair.framework.c_str()), pair.requirement).conforming);
    sample.row(pair.control, ImplementationStatus::implemented);
    sample.verdict(pair.control, Verdict::minor_nonconformity);
    CHECK_FALSE(requirement(sample.of(pair.framework.c_str()), pair.requirement).conforming);
  }

  TEST_CASE("what is planned, partial, retired, excluded or without a row earns nothing, whatever an audit found") {
    using enum ImplementationStatus;
    auto const found = [](auto const& prepare) {
      GapSample sample;
      prepare(sample);
      sample.audit("A-1", "2026-03-01").verdict("A.5.1", Verdict::conforming);
      return requirement(sample.of("iso27001-2022"), "A.5.1");
    };
    for (auto const status : {not_implemented, planned, partial, retired}) {
      auto const earned = found([&](GapSample& sample) { sample.row("A.5.1", status); });
      CHECK_FALSE(earned.implemented);
      CHECK(earned.assessed);
      CHECK_FALSE(earned.conforming);
    }
    CHECK(found([](GapSample& sample) { sample.row("A.5.1", implemented); }).conforming);
    CHECK_FALSE(found([](GapSample&) {}).conforming);
    CHECK_FALSE(found([](GapSample& sample) { sample.exclude("A.5.1"); }).applicable);
  }

  TEST_CASE("what nobody assessed is never met and stays in the denominator; an audit that goes on has found nothing") {
    GapSample sample;
    for (auto const* control : {"A.5.1", "A.5.2", "A.5.3"}) sample.row(control, ImplementationStatus::implemented);
    sample.exclude("A.7.4");
    sample.audit("A-1", "2026-03-01").verdict("A.5.1", Verdict::observation).verdict("A.5.2", Verdict::not_assessed);
    sample.audit("A-2", "2026-09-01", AuditState::open).verdict("A.5.3", Verdict::conforming);
    auto const totals = sample.of("iso27001-2022").totals;
    auto const criteria = static_cast<int>(iso27001_2022().criteria().size());
    CHECK(totals.required == criteria);
    CHECK(totals.applicable == criteria - 1);
    CHECK(totals.implemented == 3);
    CHECK(totals.assessed == 1);
    CHECK(totals.conforming == 1);
    CHECK(totals.degree == percentage(1, criteria - 1));
  }

  TEST_CASE("the last audit that looked counts, in all units where it was to look") {
    GapSample sample;
    sample.row("A.5.1", ImplementationStatus::implemented);
    sample.audit("A-2", "2026-09-01").verdict("A.5.1", Verdict::conforming);
    sample.audit("A-1", "2026-03-01").verdict("A.5.1", Verdict::major_nonconformity);
    CHECK(requirement(sample.of("iso27001-2022"), "A.5.1").conforming);
    sample.audit("A-3", "2026-10-01").verdict("A.5.1", Verdict::not_assessed);
    CHECK(requirement(sample.of("iso27001-2022"), "A.5.1").through[0].audit->text() == "A-2");
    sample.audit("A-4", "2026-11-01").verdict("A.5.1", Verdict::conforming, "U-1/");
    sample.verdict("A.5.1", Verdict::minor_nonconformity, "U-2/");
    auto const found = requirement(sample.of("iso27001-2022"), "A.5.1");
    CHECK_FALSE(found.conforming);
    CHECK(found.through[0].assessments.size() == 2);
  }

  TEST_CASE("the last look of each unit counts over all audits, and of these the most serious") {
    GapSample sample;
    sample.row("A.5.1", ImplementationStatus::implemented);
    sample.audit("A-1", "2026-03-01").visit({"U-1", "U-2"});
    sample.verdict_in("U-1", "A.5.1", Verdict::minor_nonconformity).verdict_in("U-2", "A.5.1", Verdict::conforming);
    sample.audit("A-2", "2026-05-01").visit({"U-2"}).verdict_in("U-2", "A.5.1", Verdict::observation);
    auto const found = requirement(sample.of("iso27001-2022"), "A.5.1");
    CHECK_FALSE(found.conforming);  // nobody has looked at U-1 again
    CHECK(found.through[0].verdict == Verdict::minor_nonconformity);
    CHECK(found.through[0].audit->text() == "A-1");
    CHECK(found.through[0].assessments.size() == 2);
    sample.audit("A-3", "2026-07-01").visit({"U-1"}).verdict("A.5.1", Verdict::conforming);
    auto const later = requirement(sample.of("iso27001-2022"), "A.5.1");
    CHECK(later.conforming);
    CHECK(later.through[0].verdict == Verdict::observation);
  }

  TEST_CASE("the last audit is the one that was reported last, not the one that was planned to end last") {
    GapSample sample;
    sample.row("A.5.1", ImplementationStatus::implemented);
    sample.audit("A-1", "2026-03-01").reported("2026-06-01T09:00:00Z").verdict("A.5.1", Verdict::major_nonconformity);
    sample.audit("A-2", "2026-04-01").reported("2026-04-10T09:00:00Z").verdict("A.5.1", Verdict::conforming);
    CHECK_FALSE(requirement(sample.of("iso27001-2022"), "A.5.1").conforming);
  }

  TEST_CASE("a unit that carries a control and was passed over leaves it unassessed until somebody looks") {
    GapSample sample;
    sample.row("A.5.1", ImplementationStatus::implemented);
    sample.unit("U-1", {"A.5.1"}).unit("U-2", {"A.5.1"}).unit("U-3", {"A.8.8"});
    sample.audit("A-1", "2026-03-01").visit({"U-1", "U-2", "U-3"}).verdict_in("U-1", "A.5.1", Verdict::conforming);
    auto const found = requirement(sample.of("iso27001-2022"), "A.5.1");
    CHECK_FALSE(found.assessed);
    CHECK_FALSE(found.conforming);
    CHECK(found.reusable);  // what U-1 showed is there all the same
    sample.audit("A-2", "2026-05-01").visit({"U-2"}).verdict_in("U-2", "A.5.1", Verdict::conforming);
    CHECK(requirement(sample.of("iso27001-2022"), "A.5.1").conforming);
  }

  TEST_CASE("a row that is retired earns nothing, although an audit found its control met") {
    GapSample sample;
    sample.retire("soc2-tsc-2017:CC6.1").audit("A-1", "2026-03-01");
    sample.verdict("soc2-tsc-2017:CC6.1", Verdict::conforming);
    auto const found = requirement(sample.of("soc2-tsc-2017"), "CC6.1");
    CHECK(found.assessed);
    CHECK_FALSE(found.implemented);
    CHECK_FALSE(found.conforming);
    CHECK(found.through[0].status == ImplementationStatus::retired);
    sample.row("soc2-tsc-2017:CC6.1", ImplementationStatus::implemented);
    CHECK(requirement(sample.of("soc2-tsc-2017"), "CC6.1").conforming);
  }

  TEST_CASE("a control within a requirement that is found met and has no row yet refutes nothing") {
    auto const pair = pair_of(Relationship::superset_of);
    auto sample = conforming(pair.framework + ":" + pair.requirement);
    sample.verdict(pair.control, Verdict::conforming);
    CHECK(requirement(sample.of(pair.framework.c_str()), pair.requirement).conforming);
  }

  TEST_CASE("the example: every figure follows from the controls and assessments that are named") {
    auto const year = example_year().state;
    for (auto const* framework : {"iso27001-2022", "soc2-tsc-2017", "hipaa-security-rule", "gdpr", "nist-csf-2.0"}) {
      CAPTURE(framework);
      auto const found = gap(year, framework).value();
      GapTotals counted;
      for (auto const& each : found.requirements) {
        ++counted.required;
        if (!each.applicable) continue;
        ++counted.applicable;
        auto const full = [&](bool GapControl::*member) {
          return std::ranges::any_of(each.through, [&](GapControl const& control) {
            return control.credit == Credit::full && control.applicable && control.*member;
          });
        };
        counted.implemented += full(&GapControl::implemented) ? 1 : 0;
        counted.assessed += full(&GapControl::assessed) ? 1 : 0;
        counted.conforming += each.conforming ? 1 : 0;
        if (each.conforming) CHECK(full(&GapControl::conforming));
        for (auto const& control : each.through) {
          CHECK(control.verdict.has_value() == !control.assessments.empty());
          CHECK(control.assessed == (control.verdict && control.verdict != Verdict::not_assessed));
          for (auto const& key : control.assessments) {
            auto const* assessment = year.find(key);
            REQUIRE(assessment);
            CHECK(assessment->criterion == control.control);
          }
          for (auto const& key : control.evidence) CHECK(year.find(key));
        }
      }
      CHECK(counted.required == found.totals.required);
      CHECK(counted.applicable == found.totals.applicable);
      CHECK(counted.implemented == found.totals.implemented);
      CHECK(counted.assessed == found.totals.assessed);
      CHECK(counted.conforming == found.totals.conforming);
      CHECK(found.totals.conforming <= found.totals.assessed);
    }
    CHECK(gap(year, "iso27001-2022").value().totals.conforming > 20);
    CHECK(gap(year, "iso27001-2022").value().totals.applicable == 118);
    CHECK(gap(year, "soc2-tsc-2017").value().totals.reusable > 20);
    CHECK(gap(year, "acme").error().names("catalog.unknown"));
  }

  TEST_CASE("a framework of one's own is looked at through its own mappings") {
    auto const adopt = example_command(
        R"({"command":"catalog.adopt","document":{"id":"acme-policy","title":"Policy","edition":"1","requirements":[
            {"id":"1","title":"Records are destroyed safely","mappings":[{"to":"iso27001-2022","target":"A.7.14",
             "relationship":"subset_of","basis":"our own"}]},{"id":"2","title":"Nobody has mapped this"}]}})",
        "P-ISM", "2026-11-20T09:00:00Z");
    auto const state = state_after(example_year().state, adopt);
    auto const found = gap(state, "acme-policy").value();
    CHECK(found.totals.required == 2);
    CHECK(found.totals.unmapped == 1);
    CHECK(requirement(found, "1").conforming == requirement(gap(state, "iso27001-2022").value(), "A.7.14").conforming);
    CHECK(requirement(found, "1").through.at(0).basis == "our own");
  }

  TEST_CASE("more findings of conformity never lower a figure, and no figure exceeds what it is a part of") {
    auto const criteria = iso27001_2022().criteria();
    CHECK(rc::check([&](std::vector<std::uint16_t> const& some, std::uint16_t more) {
      GapSample sample;
      auto const add = [&](std::uint16_t at) {
        auto const id = std::string(criteria[at % criteria.size()]->id);
        if (id.starts_with("A.")) sample.row(id, ImplementationStatus::implemented);
        sample.verdict(id, Verdict::conforming);
      };
      sample.audit("A-1", "2026-03-01");
      for (auto const at : some) add(at);
      auto const before = sample.of("hipaa-security-rule").totals;
      add(more);
      auto const after = sample.of("hipaa-security-rule").totals;
      RC_ASSERT(before.conforming <= after.conforming);
      RC_ASSERT(before.reusable <= after.reusable);
      RC_ASSERT(after.conforming <= after.assessed);
      RC_ASSERT(after.assessed <= after.applicable);
    }));
  }
}
