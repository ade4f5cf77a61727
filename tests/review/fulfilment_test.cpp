#include <annexa/review/fulfilment.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/catalog/catalog.hpp>

#include <algorithm>
#include <list>

using namespace annexa;

namespace {

// An audit against some criteria, with a verdict for some of them.
class Sample {
 public:
  explicit Sample(std::vector<std::string> const& criteria) {
    audit.key = *Key<"audit">::parse("A-1");
    for (auto const& each : criteria) audit.criteria.push_back(*Criterion::parse(each));
  }
  Sample& say(char const* criterion, Verdict verdict, char const* unit = nullptr, char const* of = "A-1") {
    Assessment each;
    each.key = *Key<"assessment">::parse("A-1/" + std::to_string(store_.size()));
    each.audit = *Key<"audit">::parse(of);
    each.criterion = *Criterion::parse(criterion);
    if (unit) each.unit = *Key<"unit">::parse(unit);
    each.verdict = verdict;
    store_.push_back(each);
    assessments.push_back(&store_.back());
    return *this;
  }
  Audit audit;
  std::vector<Assessment const*> assessments;

 private:
  std::list<Assessment> store_;
};

constexpr Verdict all_verdicts[] = {Verdict::conforming,          Verdict::observation,         Verdict::opportunity,
                                    Verdict::minor_nonconformity, Verdict::major_nonconformity, Verdict::not_assessed,
                                    Verdict::not_applicable};

}  // namespace

TEST_SUITE("review/fulfilment") {
  TEST_CASE("a criterion with an observation or an opportunity is met") {
    Tally tally;
    for (auto const verdict : all_verdicts) tally.add(verdict);
    CHECK(tally.met() == 3);
    CHECK(tally.in_scope() == 6);  // all but the excluded one
    CHECK(to_string(*degree_of(tally)) == "50.0");
  }

  TEST_CASE("what nobody looked at is in scope and not met") {
    Sample sample({"4.1", "4.2", "4.3"});
    sample.say("4.1", Verdict::conforming).say("4.2", Verdict::not_assessed);
    auto const tally = tally_of(verdicts_of(sample.audit, sample.assessments));
    CHECK(tally == Tally{.conforming = 1, .not_assessed = 2});
    CHECK(to_string(*degree_of(tally)) == "33.3");
  }

  TEST_CASE("without anything in scope there is no degree") {
    CHECK_FALSE(degree_of({}).has_value());
    CHECK_FALSE(degree_of({.not_applicable = 3}).has_value());
    CHECK_FALSE(percentage(0, 0).has_value());
  }

  TEST_CASE("percentages are rounded down, so that only all is 100") {
    CHECK(to_string(*percentage(9999, 10'000)) == "99.9");
    CHECK(to_string(*percentage(2, 3)) == "66.6");
    CHECK(to_string(*percentage(3, 3)) == "100.0");
    CHECK(to_string(*percentage(0, 7)) == "0.0");
  }

  TEST_CASE("of several units the most serious verdict counts") {
    Verdict const order[] = {Verdict::not_applicable,     Verdict::conforming,   Verdict::opportunity,
                             Verdict::observation,        Verdict::not_assessed, Verdict::minor_nonconformity,
                             Verdict::major_nonconformity};
    for (std::size_t i = 0; i < std::size(order); ++i)
      for (std::size_t j = 0; j < std::size(order); ++j) {
        Sample sample({"9.1"});
        sample.say("9.1", order[i], "U-1").say("9.1", order[j], "U-2");
        CHECK(verdicts_of(sample.audit, sample.assessments)[0].verdict == order[std::max(i, j)]);
      }
  }

  TEST_CASE("a criterion is assessed when every unit that carries it was looked at") {
    Sample sample({"9.1", "A.5.1", "A.8.8"});
    for (auto const* unit : {"U-1", "U-2"}) sample.audit.units.push_back(*Key<"unit">::parse(unit));
    sample.say("9.1", Verdict::conforming).say("A.5.1", Verdict::conforming, "U-1");
    sample.say("A.8.8", Verdict::minor_nonconformity, "U-1");
    auto const verdict = [&](std::size_t at, std::span<Unit const* const> units) {
      return verdicts_of(sample.audit, sample.assessments, units)[at].verdict;
    };
    CHECK(verdict(0, {}) == Verdict::conforming);    // on all units
    CHECK(verdict(1, {}) == Verdict::not_assessed);  // nobody looked at U-2
    CHECK(verdict(2, {}) == Verdict::minor_nonconformity);
    Unit one, two, elsewhere;
    one.key = *Key<"unit">::parse("U-1");
    two.key = *Key<"unit">::parse("U-2");
    elsewhere.key = *Key<"unit">::parse("U-9");
    one.criteria = elsewhere.criteria = {*Criterion::parse("A.5.1")};
    two.criteria = {*Criterion::parse("A.8.8")};
    std::vector<Unit const*> const units{&one, &two, &elsewhere};
    CHECK(verdict(1, units) == Verdict::conforming);  // U-1 alone carries it
    two.criteria.push_back(*Criterion::parse("A.5.1"));
    CHECK(verdict(1, units) == Verdict::not_assessed);
    sample.say("A.5.1", Verdict::observation, "U-2");
    CHECK(verdict(1, units) == Verdict::observation);
  }

  TEST_CASE("criteria come in order and once, assessments of other audits are passed over") {
    Sample sample({"9.10", "A.5.1", "9.2", "9.2", "acme:1"});
    sample.say("9.2", Verdict::conforming, nullptr, "A-2").say("4.1", Verdict::conforming);
    auto const verdicts = verdicts_of(sample.audit, sample.assessments);
    std::vector<std::string> names;
    for (auto const& each : verdicts) names.push_back(each.criterion.text());
    CHECK(names == std::vector<std::string>{"9.2", "9.10", "A.5.1", "acme:1"});
    CHECK(std::ranges::all_of(verdicts, [](auto const& each) { return each.verdict == Verdict::not_assessed; }));
  }

  TEST_CASE("pillars are clauses 4 to 10 and themes are the groups of Annex A") {
    Sample sample({"10.2", "4.1", "6.1.2", "9.2.1", "A.5.1", "A.8.8", "acme:1"});
    auto const verdicts = verdicts_of(sample.audit, sample.assessments);
    auto const names = [&](Grouping grouping) {
      std::vector<std::string> out;
      for (auto const& each : fulfilment_by(grouping, verdicts, iso27001_2022())) out.push_back(each.id);
      return out;
    };
    CHECK(names(Grouping::pillar) ==
          std::vector<std::string>{"Context", "Planning", "Performance evaluation", "Improvement"});
    CHECK(names(Grouping::theme) == std::vector<std::string>{"Organizational", "Technological"});
    CHECK(names(Grouping::clause) == std::vector<std::string>{"4.1", "6.1", "9.2", "10.2", "A.5", "A.8", "acme"});
  }

  TEST_CASE("groups by clause carry the titles of the catalog") {
    Sample sample({"9.2.1", "9.2.2", "A.5.1"});
    auto const groups = fulfilment_by(Grouping::clause, verdicts_of(sample.audit, sample.assessments), iso27001_2022());
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].title == "Internal audit");
    CHECK(groups[0].tally.in_scope() == 2);
    CHECK(groups[1].title == "Organizational");
  }

  TEST_CASE("numbers that no edition has still count") {
    Sample sample({"11.3", "A.9.9", "6"});
    auto const verdicts = verdicts_of(sample.audit, sample.assessments);
    CHECK(tally_of(verdicts).in_scope() == 3);
    CHECK(fulfilment_by(Grouping::clause, verdicts, iso27001_2022()).size() == 3);
  }

  TEST_CASE("groups by clause hold every criterion once") {
    CHECK(rc::check("sums", [](std::vector<std::uint8_t> const& picks) {
      auto const criteria = iso27001_2022().criteria();
      std::vector<std::string> chosen;
      for (auto const pick : picks) chosen.emplace_back(criteria[pick % criteria.size()]->id);
      Sample sample(chosen);
      for (std::size_t i = 0; i < picks.size(); i += 2)
        sample.say(chosen[i].c_str(), all_verdicts[picks[i] % std::size(all_verdicts)]);
      auto const verdicts = verdicts_of(sample.audit, sample.assessments);
      auto const whole = tally_of(verdicts);
      int in_scope = 0;
      int met = 0;
      int excluded = 0;
      for (auto const& group : fulfilment_by(Grouping::clause, verdicts, iso27001_2022())) {
        in_scope += group.tally.in_scope();
        met += group.tally.met();
        excluded += group.tally.not_applicable;
      }
      RC_ASSERT(in_scope == whole.in_scope());
      RC_ASSERT(met == whole.met());
      RC_ASSERT(excluded == whole.not_applicable);
    }));
  }
}
