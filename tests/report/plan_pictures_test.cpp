#include <annexa/report/plan_pictures.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/report/planning_reports.hpp>
#include <annexa/report/render_html.hpp>

#include <string>
#include <vector>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::report;
using namespace annexa::testing;

namespace {

template <FixedString Noun>
Key<Noun> key(std::string const& text) {
  return *Key<Noun>::parse(text);
}

Session session(std::string const& name, char const* start, int minutes, char const* unit,
                std::vector<char const*> who) {
  Session made;
  made.key = key<"session">("A/" + name);
  made.audit = key<"audit">("A");
  made.start = *Instant::parse(start);
  made.end = made.start.plus_minutes(minutes);
  made.utc_offset = 120;
  if (*unit) made.unit = key<"unit">(unit);
  made.lead = key<"person">(who[0]);
  for (std::size_t i = 1; i < who.size(); ++i) made.team.push_back(key<"person">(who[i]));
  return made;
}

PlanPictureRequest plan() {
  PlanPictureRequest request;
  request.sessions = {session("S-01", "2026-05-04T07:00:00Z", 90, "U-1", {"P-1", "P-2"}),
                      session("S-02", "2026-05-04T07:30:00Z", 90, "U-2", {"P-2"}),
                      session("S-03", "2026-05-04T23:00:00Z", 60, "U-1", {"P-1"})};
  request.labels = {{"U-1", "Sales & <Marketing>", 4}, {"P-1", "Anna", {}}};
  return request;
}

PlanPictureRequest programme(int units, int months) {
  PlanPictureRequest request;
  request.view = PlanView::programme;
  request.programme.emplace();
  request.programme->from = *Date::parse("2026-03-15");
  request.programme->until = request.programme->from.plus_months(months - 1);
  for (int month = 0; month < months; ++month) {
    ProgrammeEntry entry;
    entry.from = request.programme->from.plus_months(month);
    entry.minutes = 600;
    for (int unit = month; unit < units; unit += months)
      entry.units.push_back(key<"unit">("U-" + std::to_string(unit)));
    request.programme->entries.push_back(std::move(entry));
  }
  return request;
}

std::size_t count(std::string const& text, std::string const& part) {
  std::size_t number = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++number;
  return number;
}

template <class T>
T const& chart(result<Figure> const& figure) {
  REQUIRE_MESSAGE(figure.has_value(), figure.error().text());
  return std::get<T>(figure->chart);
}

}  // namespace

TEST_SUITE("report/plan_pictures") {
  TEST_CASE("a plan by auditor has a row for each, days and hours of the place, and a bar for each session of theirs") {
    auto const figure = plan_figure(plan());
    auto const& schedule = chart<Schedule>(figure);
    CHECK(schedule.rows == std::vector<std::string>{"Anna", "P-2"});
    CHECK(schedule.days == std::vector{*Date::parse("2026-05-04"), *Date::parse("2026-05-05")});
    CHECK(schedule.bars.size() == 4);
    CHECK(schedule.bars[0].from == 540);
    CHECK(schedule.bars.back().day == 1);
    CHECK(schedule.bars.back().from == 60);
    CHECK(schedule.from == 60);
    CHECK(schedule.until == 660);
  }
  TEST_CASE("a plan by unit, and the load of each auditor") {
    auto request = plan();
    request.view = PlanView::units;
    CHECK(chart<Schedule>(plan_figure(request)).rows == std::vector<std::string>{"Sales & <Marketing>", "U-2"});
    request.view = PlanView::load;
    auto const figure = plan_figure(request);
    auto const& bars = chart<MeasuredBars>(figure).bars;
    REQUIRE(bars.size() == 2);
    CHECK(bars[0].label == "Anna");
    CHECK(bars[0].value == 150);
    CHECK(bars[0].note == "2.5 h, 2 sessions");
    CHECK(bars[1].value == 180);
  }
  TEST_CASE("sessions of a row that overlap lie below each other") {
    auto const apart = plan_picture(plan()).value();
    auto request = plan();
    request.sessions[1].start = request.sessions[0].end;
    request.sessions[1].end = request.sessions[1].start.plus_minutes(30);
    auto const height = [](std::string const& svg) { return svg.substr(svg.find("height=\""), 14); };
    CHECK(height(apart) != height(plan_picture(request).value()));
  }
  TEST_CASE("sessions in several zones are drawn by one clock, so that nobody seems to be in two places") {
    auto request = plan();
    for (auto& session : request.sessions) session.zone = "Europe/Berlin", session.utc_offset = 60;
    auto const before = chart<Schedule>(plan_figure(request)).bars;
    request.sessions.back().zone = "Pacific/Auckland";
    request.sessions.back().utc_offset = 780;
    auto const figure = plan_figure(request);
    CHECK(chart<Schedule>(figure).bars == before);
    CHECK(figure->title.find("Europe/Berlin") != std::string::npos);
    CHECK(figure->description.find("by the clocks of Europe/Berlin") != std::string::npos);
  }
  TEST_CASE("what people entered is text in the picture, and the same request gives the same bytes") {
    auto request = plan();
    request.view = PlanView::units;
    request.title = "<script>alert(1)</script>";
    auto const svg = plan_picture(request).value();
    CHECK(svg.find("<script") == svg.npos);
    CHECK(svg.find("Sales &amp; &lt;Mark") != svg.npos);
    CHECK(svg == plan_picture(request).value());
    CHECK(svg.find("width=\"820\"") != svg.npos);
  }
  TEST_CASE("a programme is unit by month, with the level of each unit beside its colour") {
    auto request = programme(5, 24);
    request.labels = {{"U-0", "Payments", 5}, {"U-1", "", 1}};
    auto const figure = plan_figure(request);
    auto const& map = chart<MonthMap>(figure);
    CHECK(map.months.size() == 24);
    CHECK(map.months.front() == *Date::parse("2026-03-01"));
    CHECK(map.rows.front() == "Payments");
    REQUIRE(map.cells.size() == 5);
    CHECK(map.cells[0].text == "5");
    CHECK(map.cells[1].text == "1");
    CHECK(map.cells[2].text == "x");
    CHECK(map.left_out.empty());
  }
  TEST_CASE("a thousand units are a bounded picture that says what it leaves out") {
    auto const request = programme(1'000, 36);
    auto const figure = plan_figure(request);
    CHECK(chart<MonthMap>(figure).rows.size() == picture_rows);
    auto const svg = plan_picture(request).value();
    CHECK(svg.size() < 200'000);
    CHECK(svg.find("900 more rows are not shown.") != svg.npos);
    auto const longer = plan_figure(programme(10, 140));
    CHECK(chart<MonthMap>(longer).months.size() == picture_columns);
    CHECK(chart<MonthMap>(longer).left_out == "20 more months are not shown.");
  }
  TEST_CASE("the capacity of a month is a mark on its bar, and what goes beyond it shows") {
    auto request = programme(5, 3);
    request.view = PlanView::capacity;
    CHECK(chart<MeasuredBars>(plan_figure(request)).beyond.empty());
    request.minutes_per_month = 480;
    auto const figure = plan_figure(request);
    auto const& bars = chart<MeasuredBars>(figure);
    CHECK(bars.bars.size() == 3);
    CHECK(bars.bars[0].note == "10 h of 8 h");
    CHECK_FALSE(bars.beyond.empty());
    CHECK(plan_picture(request).value().find("fill-bad") != std::string::npos);
  }
  TEST_CASE("nothing to draw and a width that is none are refused with their places") {
    auto const refused = [](PlanPictureRequest const& request, char const* rule, char const* where) {
      auto const drawn = plan_picture(request);
      REQUIRE(drawn.has_error());
      CHECK(drawn.error().names(rule));
      CHECK(drawn.error().violations()[0].where == where);
    };
    for (auto const view : {PlanView::auditors, PlanView::units, PlanView::load}) {
      PlanPictureRequest request;
      request.view = view;
      refused(request, "picture.nothing", "/sessions");
    }
    for (auto const view : {PlanView::programme, PlanView::capacity}) {
      PlanPictureRequest request;
      request.view = view;
      refused(request, "picture.nothing", "/programme");
      request.programme.emplace();
      refused(request, "picture.nothing", "/programme");
    }
    for (int const width : {99, 10'001, -1}) {
      auto request = plan();
      request.width = width;
      refused(request, "picture.width", "/width");
    }
  }
  TEST_CASE("any request is drawn or refused") {
    CHECK(rc::check([] {
      auto request = programme(*rc::gen::inRange(0, 20), *rc::gen::inRange(1, 40));
      request.view = *rc::gen::element(PlanView::auditors, PlanView::units, PlanView::load, PlanView::programme,
                                       PlanView::capacity);
      for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
        auto made = session("S-" + std::to_string(i), "2026-05-04T07:00:00Z", 0, i % 3 ? "U-1" : "", {"P-1"});
        made.start = made.start.plus_minutes(*rc::gen::inRange(-2'000'000, 2'000'000));
        made.end = made.start.plus_minutes(*rc::gen::inRange(-100, 4'000));
        made.utc_offset = *rc::gen::element<std::optional<int>>(std::nullopt, -720, 0, 840);
        made.kind =
            *rc::gen::element(SessionKind::opening, SessionKind::audit, SessionKind::team, SessionKind::closing);
        request.sessions.push_back(made);
      }
      request.labels = {{"P-1", *rc::gen::arbitrary<std::string>(), *rc::gen::arbitrary<int>()}};
      request.title = *rc::gen::arbitrary<std::string>();
      request.minutes_per_month = *rc::gen::arbitrary<int>();
      auto const drawn = plan_picture(request);
      if (drawn.has_error()) {
        RC_ASSERT(drawn.error().names("picture.nothing"));
      } else {
        RC_ASSERT(count(*drawn, "<svg") == count(*drawn, "</svg>"));
        RC_ASSERT(*drawn == *plan_picture(request));
      }
    }));
  }
  TEST_CASE("plan and programme are reports with these pictures") {
    auto const year = example_year().state;
    ReportContext context;
    context.generator = "test";
    auto const plan = plan_report(year, "A-2026-1", context);
    REQUIRE_MESSAGE(plan.has_value(), plan.error().text());
    auto const html = render_html(*plan);
    CHECK(count(html, "<figure") == 3);
    CHECK(html.find("Europe/Dublin") != html.npos);
    auto const programme = programme_report(year, "", context);
    REQUIRE_MESSAGE(programme.has_value(), programme.error().text());
    CHECK(programme->key == "PRG-2026");
    CHECK(count(render_html(*programme), "<figure") == 2);
    CHECK(plan_report(year, "A-1999-1", context).error().names("reference.unknown"));
    CHECK(programme_report(year, "PRG-1", context).error().names("reference.unknown"));
    CHECK(programme_report(State{}, "", context).has_error());
  }
}
