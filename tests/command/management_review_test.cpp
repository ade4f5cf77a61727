#include <annexa/command/management_review.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/command/management_review_commands.hpp>
#include <annexa/command/status.hpp>
#include <boost/json.hpp>

#include <algorithm>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* review_day = "2026-11-26T12:30:00Z";

State const& before_review() {
  static State const state = example_year().state;
  return state;
}

// The example with its own management reviews.
State const& reviewed() {
  static State const state = [] {
    auto year = example_year();
    for (auto const& command : example_commands("review.json")) year.take(command);
    for (auto const& each : year.refused) MESSAGE(each);
    REQUIRE(year.refused.empty());
    return year.state;
  }();
  return state;
}

Command managed_by(std::string const& json, char const* actor = "P-ISM", char const* when = review_day) {
  return example_command(json, actor, when);
}

std::string holding(std::string const& more = "", std::string const& attendees = R"(["P-CEO","P-ISM"])") {
  return R"({"command":"management-review.hold","management_review":"MR-1","title":"Review","attendees":)" + attendees +
         more + "}";
}
std::string const with_judgement =
    R"(,"judgement":{"suitable":true,"adequate":true,"effective":false,"reason":"Two majors"})";
std::string const with_decision =
    R"(,"decisions":[{"text":"A third engineer","kind":"improvement","owner":"P-OPS","due":"2027-01-31"}])";

State held(std::string const& more = with_judgement + with_decision) {
  return state_after(before_review(), managed_by(holding(more)));
}

ManagementReview const& review_of(State const& state, char const* key = "MR-1") {
  auto const* found = state.find<ManagementReview>(key);
  REQUIRE(found != nullptr);
  return *found;
}

ReviewInput input_of(ReviewPack const& pack, std::string_view id) {
  auto const found = std::ranges::find(pack.inputs, id, &ReviewInput::id);
  REQUIRE(found != pack.inputs.end());
  return *found;
}

ReviewPack pack_of(State const& state, char const* key = nullptr) {
  ReviewRequest request;
  if (key) request.management_review = Key<"management-review">::parse(key).value();
  return review_pack(state, request, Date::parse("2026-11-26").value()).value();
}

std::vector<std::string> places_of(State const& state, Command const& command) {
  auto const refused = decide(state, command, example_context());
  std::vector<std::string> out;
  if (refused) return out;
  for (auto const& each : refused.error().violations()) out.push_back(each.rule + ' ' + each.where);
  return out;
}

bool has_item(State const& state, char const* day, std::string_view what, StatusKind kind) {
  auto const items = status(state, Instant::parse(std::string(day) + "T09:00:00Z").value()).items;
  return std::ranges::any_of(items, [&](StatusItem const& each) {
    return each.what == what && each.kind == kind && each.noun == "management-review";
  });
}

}  // namespace

TEST_SUITE("command/management_review") {
  TEST_CASE("an input that nobody recorded reads \"not provided\", and the others say what they come to") {
    auto const pack = pack_of(before_review());
    CHECK(pack.inputs.size() == review_input_definitions().size());
    for (auto const* id : {"a", "b", "c", "d-2", "d-4", "e"}) {
      CAPTURE(id);
      CHECK(!input_of(pack, id).provided);
      CHECK(input_of(pack, id).summary == "not provided");
      CHECK(input_of(pack, id).lines.empty());
    }
    for (auto const* id : {"d-1", "d-3", "f", "g"}) {
      CAPTURE(id);
      CHECK(input_of(pack, id).provided);
      CHECK(input_of(pack, id).summary != "not provided");
    }
    CHECK(pack.not_provided == 6);
    CHECK(input_of(pack, "d-1").summary == "0 nonconformities open, 6 closed since 2025-11-26.");
    CHECK(input_of(pack, "d-3").lines.size() == 2);
  }

  TEST_CASE("with the records of the example every input is provided") {
    auto const pack = pack_of(reviewed(), "MR-2026");
    CHECK(pack.not_provided == 0);
    CHECK(pack.review->text() == "MR-2026");
    CHECK(to_string(pack.from) == "2025-11-19");
    CHECK(input_of(pack, "a").summary ==
          "3 decisions of earlier reviews: 2 carried out, 0 open, 1 overdue, 0 dropped.");
    CHECK(input_of(pack, "b").summary.find("Climate change is an issue.") != std::string::npos);
    CHECK(input_of(pack, "d-2").summary == "5 of 6 measurements read, 1 off target; 3 incidents.");
    CHECK(input_of(pack, "d-4").summary == "4 objectives: 2 achieved, 0 missed, 2 open, of these 1 overdue.");
    CHECK(input_of(pack, "e").summary.find("1 complaint, 1 praise, 1 suggestion; 1 not answered.") !=
          std::string::npos);
    CHECK(input_of(pack, "d-3").statement.find("surveillance audit") != std::string::npos);
  }

  TEST_CASE("what was said makes an input provided that nobody recorded") {
    auto const state = held(R"(,"statements":[{"input":"e","text":"Two clinics are content"}])");
    auto const input = input_of(pack_of(state, "MR-1"), "e");
    CHECK(input.provided);
    CHECK(input.statement == "Two clinics are content");
  }

  TEST_CASE("inputs stay as they were when the review was held") {
    auto state = held();
    auto const before = pack_of(state, "MR-1");
    state = state_after(state, managed_by(R"({"command":"objective.record","title":"Fewer mails","what":"Less",
      "resources":"None","owner":"P-ISM","due":"2027-01-31","evaluation":"Count","state":"open"})"));
    CHECK(pack_of(state, "MR-1") == before);
    CHECK(input_of(pack_of(state), "d-4").provided);
  }

  TEST_CASE("a review without somebody of top management is refused") {
    CHECK(places_of(before_review(), managed_by(holding("", R"(["P-ISM","P-AUD1"])"))) ==
          std::vector<std::string>{"review.top-management /attendees"});
    CHECK(outcome(before_review(), managed_by(holding("", "[]"))) == "review.top-management");
    CHECK(outcome(before_review(), managed_by(holding())) == "allowed");
    CHECK(outcome(before_review(), managed_by(holding(), "P-CEO")) == "allowed");
    CHECK(outcome(before_review(), managed_by(holding(), "P-AUD1")) == "duty.capacity");
  }

  TEST_CASE("everything that is wrong with a review is said at once") {
    auto const wrong = managed_by(
        R"({"command":"management-review.hold","title":"","on":"2027-01-01","from":"2027-02-01","attendees":["P-ISM"],
        "statements":[{"input":"h","text":"x"},{"input":"a","text":""},{"input":"a","text":"y"}],
        "judgement":{"suitable":true,"adequate":true,"effective":true,"reason":" "},
        "decisions":[{"text":"","kind":"other","owner":"P-NOBODY","due":"2026-01-01"}],"next_on":"2026-12-01"})");
    auto const found = places_of(before_review(), wrong);
    for (auto const* each :
         {"date.future /on", "review.span /from", "review.next /next_on", "review.top-management /attendees",
          "review.input /statements/0/input", "text.missing /statements/1/text",
          "review.input-twice /statements/2/input", "text.missing /judgement/reason", "text.missing /decisions/0/text",
          "review.due /decisions/0/due", "text.missing /title", "reference.unknown /decisions/0/owner"}) {
      CAPTURE(each);
      CHECK(std::ranges::find(found, each) != found.end());
    }
  }

  TEST_CASE("a review follows on the last one") {
    auto const state = held();
    CHECK(outcome(state, managed_by(R"({"command":"management-review.hold","title":"Again","on":"2026-11-26",
      "attendees":["P-CEO"]})")) == "review.order");
    CHECK(outcome(state, managed_by(holding())) == "record.exists review.order");
  }

  TEST_CASE("its record is approved by top management once it says what they make of the ISMS and what was decided") {
    auto const approve = R"({"command":"management-review.approve","management_review":"MR-1")";
    auto const bare = held("");
    CHECK(places_of(bare, managed_by(std::string(approve) + "}", "P-CEO")) ==
          std::vector<std::string>{"review.judgement /judgement", "review.decisions /no_decisions_because"});
    CHECK(outcome(bare, managed_by(std::string(approve) + with_judgement + R"(,"no_decisions_because":"All is well"})",
                                   "P-CEO")) == "allowed");
    CHECK(outcome(held(), managed_by(std::string(approve) + "}", "P-ISM")) == "duty.capacity");
    auto const approved = state_after(held(), managed_by(std::string(approve) + "}", "P-CEO"));
    CHECK(review_of(approved).state == ManagementReviewState::approved);
    CHECK(outcome(approved, managed_by(R"({"command":"management-review.decide","management_review":"MR-1",
      "text":"More","kind":"other","owner":"P-ISM","due":"2027-01-01"})")) == "record.state");
    CHECK(outcome(approved, managed_by(R"({"command":"management-review.close","management_review":"MR-1"})")) ==
          "review.decision-open");
  }

  TEST_CASE("a decision is completed by its owner or a manager, once, and then the review can be closed") {
    auto const complete = [](int number, char const* more = "") {
      return R"({"command":"management-review.complete-decision","management_review":"MR-1","decision":)" +
             std::to_string(number) + R"(,"result":"She began in January")" + more + "}";
    };
    auto state = state_after(
        held(), managed_by(R"({"command":"management-review.approve","management_review":"MR-1"})", "P-CEO"));
    CHECK(outcome(state, managed_by(complete(2))) == "review.decision");
    CHECK(outcome(state, managed_by(complete(1), "P-AUD1")) == "duty.capacity");
    state = state_after(state, managed_by(complete(1), "P-OPS"));
    CHECK(review_of(state).decisions.front().state == DecisionState::done);
    CHECK(outcome(state, managed_by(complete(1), "P-OPS")) == "review.decision-ended");
    state = state_after(state, managed_by(R"({"command":"management-review.close","management_review":"MR-1"})"));
    CHECK(review_of(state).state == ManagementReviewState::closed);
  }

  TEST_CASE("decisions come back as input a of the next review") {
    auto const input = input_of(review_pack(held(), {}, Date::parse("2027-03-01").value()).value(), "a");
    REQUIRE(input.lines.size() == 1);
    CHECK(input.lines.front().title == "A third engineer");
    CHECK(input.lines.front().state == "overdue");
  }

  TEST_CASE("status lists open decisions with their owner, the record to approve, and the next review") {
    auto const state = held(with_judgement + with_decision + R"(,"next_on":"2027-05-31")");
    CHECK(has_item(state, "2026-12-01", "decision", StatusKind::due));
    CHECK(has_item(state, "2027-02-01", "decision", StatusKind::overdue));
    CHECK(has_item(state, "2026-12-01", "approve", StatusKind::next));
    CHECK(!has_item(state, "2027-04-30", "hold-next", StatusKind::due));
    CHECK(has_item(state, "2027-05-01", "hold-next", StatusKind::due));
    CHECK(has_item(state, "2027-06-01", "hold-next", StatusKind::overdue));
  }

  TEST_CASE("an input with very many records is frozen in several parts and reads as one") {
    auto state = before_review();
    auto const long_text = std::string(280, 'x');
    for (int i = 0; i < 150; ++i)
      state = state_after(state,
                          managed_by(R"({"command":"feedback.record","title":")" + long_text +
                                     R"(","kind":"praise","received_on":"2026-10-01","answer":")" + long_text + "\"}"));
    state = state_after(state, managed_by(holding()));
    auto const parts = state.select<ReviewInputPart>([](auto const& each) { return each.input.id == "e"; });
    CHECK(parts.size() == 3);
    CHECK(input_of(pack_of(state, "MR-1"), "e").lines.size() == 150);
  }

  TEST_CASE("what is asked for and is not there is refused") {
    ReviewRequest request{Key<"management-review">::parse("MR-9").value(), {}, {}};
    auto const today = Date::parse("2026-11-26").value();
    CHECK(review_pack(before_review(), request, today).error().names("reference.unknown"));
    request = {{}, Date::parse("2027-02-01").value(), Date::parse("2027-01-01").value()};
    auto const refused = review_pack(before_review(), request, today).error();
    CHECK(refused.names("date.future"));
    CHECK(refused.names("review.span"));
  }
}
