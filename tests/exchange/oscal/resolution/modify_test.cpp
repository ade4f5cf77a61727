// Parameters that are set, and controls that are altered.
#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

std::string example() {
  return catalog(
      R"("groups":[{"id":"g","title":"G","params":[{"id":"gp","label":"group"}],"controls":[{"id":"a1","title":"A1",)"
      R"("params":[{"id":"p1","label":"one","props":[{"uuid":"11111111-2222-4333-8444-555555555555","name":"old","value":"1"}],)"
      R"("constraints":[{"description":"c"}],"select":{"choice":["x","y"]}},{"id":"p2","values":["v"]}],)"
      R"("props":[{"name":"label","value":"A-1"},{"name":"label","ns":"urn:x","value":"x"},{"name":"sort-id","class":"k","value":"s"}],)"
      R"("links":[{"href":"#other","rel":"related"}],)"
      R"("parts":[{"id":"s","name":"statement","prose":"text {{ insert: param, gp }}","parts":[{"id":"s.a","name":"item","prose":"a"},)"
      R"({"id":"s.b","name":"item","class":"k","prose":"b"}]},{"id":"gd","name":"guidance","ns":"urn:x","prose":"g"}],)"
      R"("controls":[)" +
      control("a1.1", R"("parts":[{"id":"t","name":"statement","prose":"child"}])") + "," + control("a1.2") + "]}]}]");
}

oscal::Resolution modified(std::string_view modify) {
  return resolved(whole(R"("modify":)" + std::string(modify)), example());
}

// The control after one alteration.
oscal::Resolution altered(std::string_view alteration, std::string_view control = "a1") {
  return modified(R"({"alters":[{"control-id":")" + std::string(control) + "\"," + std::string(alteration) + "}]}");
}

constexpr std::string_view a1 = "/groups/0/controls/0";

std::string in_a1(oscal::Resolution const& made, std::string_view pointer) {
  return at(made, std::string(a1) + std::string(pointer));
}

// Names of the parts, or of the props, of an object; what parts hold in parentheses.
std::string names(json::object const& from, char const* list) {
  std::string out;
  if (auto const* all = from.if_contains(list))
    for (auto const& each : all->as_array()) {
      auto const& object = each.as_object();
      auto const* id = object.if_contains(std::string_view(list) == "props" ? "name" : "id");
      auto const inside = names(object, list);
      out += (out.empty() ? "" : " ") + std::string(id ? id->as_string() : object.at("name").as_string()) +
             (inside.empty() ? "" : "(" + inside + ")");
    }
  return out;
}
std::string names(oscal::Resolution const& made, char const* list) {
  return names(made.catalog.content().at_pointer(a1).as_object(), list);
}

}  // namespace

TEST_SUITE("exchange/oscal_modify") {
  TEST_CASE("setting a parameter replaces some members and adds to others") {
    auto const made = modified(
        R"({"set-parameters":[{"param-id":"p1","class":"cl","label":"two","usage":"u","depends-on":"d","values":["z"],)"
        R"("props":[{"name":"new","value":"2"},{"uuid":"11111111-2222-4333-8444-555555555555","name":"old","value":"3"}],)"
        R"("links":[{"href":"l"}],"constraints":[{"description":"d"}],"guidelines":[{"prose":"g"}]}]})");
    CHECK(in_a1(made, "/params/0") ==
          R"({"id":"p1","class":"cl","depends-on":"d","props":[{"name":"new","value":"2"},)"
          R"({"uuid":"11111111-2222-4333-8444-555555555555","name":"old","value":"3"}],)"
          R"("links":[{"href":"l"}],"label":"two","usage":"u","constraints":[{"description":"c"},{"description":"d"}],)"
          R"("guidelines":[{"prose":"g"}],"values":["z"]})");
    CHECK(made.warnings.size() == 1);  // the link that leads nowhere
  }

  TEST_CASE("values take the place of a selection, and a selection that of values") {
    auto const made = modified(
        R"({"set-parameters":[{"param-id":"p1","values":["z"]},{"param-id":"p2","select":{"choice":["q"]}}]})");
    CHECK(in_a1(made, "/params/0/select") == "absent");
    CHECK(in_a1(made, "/params/1") == R"({"id":"p2","select":{"choice":["q"]}})");
  }

  TEST_CASE("several settings of one parameter apply in their order") {
    auto const made =
        modified(R"({"set-parameters":[{"param-id":"p2","values":["1"],"constraints":[{"description":"1"}]},)"
                 R"({"param-id":"p2","values":["2"],"constraints":[{"description":"2"}]}]})");
    CHECK(in_a1(made, "/params/1") ==
          R"({"id":"p2","constraints":[{"description":"1"},{"description":"2"}],"values":["2"]})");
  }

  TEST_CASE("params of groups are set too, and stay though nothing refers to them") {
    auto const made = resolved(
        profile(R"("imports":[{"href":"c.json","include-controls":[{"with-ids":["a1.1"]}]}],"merge":{"as-is":true},)"
                R"("modify":{"set-parameters":[{"param-id":"gp","values":["v"]}]})"),
        example());
    CHECK(outline(made) == "g[?gp a1.1]");
    CHECK(at(made, "/groups/0/params/0/values/0") == "\"v\"");
  }

  TEST_CASE("a setting without a parameter is told, and nothing else happens") {
    auto const made = modified(R"({"set-parameters":[{"param-id":"nine","values":["z"]},{"param-id":"nine"}]})");
    REQUIRE(made.warnings.size() == 2);
    CHECK(made.warnings[0].rule == "oscal.unknown-parameter");
    CHECK(made.warnings[0].where == "p.json: /profile/modify/set-parameters/0");
  }

  TEST_CASE("an addition to the whole control goes to the start or to the end of each list") {
    auto const content = [](char const* position) {
      return std::string(R"("adds":[{)") + position +
             R"("title":"New","params":[{"id":"p0"}],"props":[{"name":"n","value":"v"}],"links":[{"href":"l"}],"parts":[{"id":"x","name":"x"}]}])";
    };
    for (auto const* position :
         {R"("position":"starting",)", R"("position":"before",)", R"("by-id":"a1","position":"starting",)"}) {
      CAPTURE(position);
      auto const made = altered(content(position));
      CHECK(names(made, "props") == "n label label sort-id");
      CHECK(names(made, "parts") == "x s(s.a s.b) gd");
      CHECK(names(made, "params") == "p0 p1 p2");
      CHECK(in_a1(made, "/links/0/href") == "\"l\"");
      CHECK(in_a1(made, "/title") == "\"New\"");
    }
    for (auto const* position :
         {"", R"("position":"ending",)", R"("position":"after",)", R"("position":"odd",)", R"("by-id":"a1",)"}) {
      CAPTURE(position);
      auto const made = altered(content(position));
      CHECK(names(made, "props") == "label label sort-id n");
      CHECK(names(made, "parts") == "s(s.a s.b) gd x");
      CHECK(names(made, "params") == "p1 p2 p0");
      CHECK(in_a1(made, "/links/1/href") == "\"l\"");
    }
  }

  TEST_CASE("an addition bound to a part goes inside it, or beside it") {
    auto const add = [](char const* position) {
      return altered(std::string(R"("adds":[{"by-id":"s","position":")") + position +
                     R"(","props":[{"name":"n","value":"v"}],"parts":[{"id":"x","name":"x"}]}])");
    };
    CHECK(names(add("starting"), "parts") == "s(x s.a s.b) gd");
    CHECK(in_a1(add("starting"), "/parts/0/props/0/name") == "\"n\"");
    CHECK(names(add("ending"), "parts") == "s(s.a s.b x) gd");
    CHECK(names(add("before"), "parts") == "x s(s.a s.b) gd");
    CHECK(names(add("after"), "parts") == "s(s.a s.b) x gd");
    CHECK(names(add("after"), "props") == "label label sort-id n");
    CHECK(names(altered(R"("adds":[{"by-id":"s.a","position":"after","parts":[{"id":"x","name":"x"}]}])"), "parts") ==
          "s(s.a x s.b) gd");
  }

  TEST_CASE("an addition bound to a parameter: what a parameter has no place for is left out and told") {
    auto const before = altered(
        R"("adds":[{"by-id":"p2","position":"before","params":[{"id":"p0"}],"parts":[{"id":"x","name":"x"}]}])");
    CHECK(names(before, "params") == "p1 p0 p2");
    CHECK(names(before, "parts") == "x s(s.a s.b) gd");
    auto const inside = altered(
        R"("adds":[{"by-id":"p1","position":"starting","title":"T","props":[{"name":"n","value":"v"}],"parts":[{"name":"x"}]}])");
    CHECK(in_a1(inside, "/params/0/props/0/name") == "\"n\"");
    CHECK(in_a1(inside, "/params/0/props/1/name") == "\"old\"");
    CHECK(warnings(inside) == "oscal.no-place oscal.absent-links");
  }

  TEST_CASE("an addition reaches child controls, from their parent and by themselves") {
    auto const made = altered(
        R"("adds":[{"by-id":"a1.1","props":[{"name":"n","value":"v"}]},{"by-id":"t","position":"after","parts":[{"id":"x","name":"x"}]},)"
        R"({"by-id":"a1.2","position":"before","parts":[{"id":"y","name":"y"}]}])");
    CHECK(in_a1(made, "/controls/0/props/0/name") == "\"n\"");
    CHECK(in_a1(made, "/controls/0/parts/1/id") == "\"x\"");
    CHECK(names(made, "parts") == "s(s.a s.b) gd y");
    CHECK(at(altered(R"("adds":[{"by-id":"t","parts":[{"id":"x","name":"x"}]}])", "a1.1"),
             "/groups/0/controls/0/controls/0/parts/0/parts/0/id") == "\"x\"");
  }

  TEST_CASE("additions keep the order of the profile, over several alterations of one control too") {
    auto const made = modified(
        R"({"alters":[{"control-id":"a1","adds":[{"position":"starting","props":[{"name":"n1","value":"v"}]},{"props":[{"name":"n3","value":"v"}]}]},)"
        R"({"control-id":"a1","adds":[{"position":"starting","props":[{"name":"n2","value":"v"}]},{"props":[{"name":"n4","value":"v"}]}]}]})");
    CHECK(names(made, "props") == "n1 n2 label label sort-id n3 n4");
  }

  TEST_CASE("a later addition may be bound to what an earlier one brought") {
    CHECK(names(altered(R"("adds":[{"parts":[{"id":"x","name":"x"}]},{"by-id":"x","parts":[{"id":"y","name":"y"}]}])"),
                "parts") == "s(s.a s.b) gd x(y)");
    auto const made =
        altered(R"("adds":[{"by-id":"x","parts":[{"id":"y","name":"y"}]},{"parts":[{"id":"x","name":"x"}]}])");
    CHECK(names(made, "parts") == "s(s.a s.b) gd x");
    CHECK(warnings(made) == "oscal.unknown-target oscal.absent-links");
  }

  TEST_CASE("alterations without a control, and additions without a target, are told") {
    CHECK(warnings(altered(R"("adds":[{"props":[{"name":"n","value":"v"}]}])", "nine")) ==
          "oscal.unknown-control oscal.absent-links");
    auto const made = altered(R"("adds":[{"by-id":"nine","props":[{"name":"n","value":"v"}]}])");
    CHECK(made.warnings[0].message == "Nothing in the control \"a1\" has the id \"nine\"; the addition is left out.");
    CHECK(made.warnings[0].where == "p.json: /profile/modify/alters/0/adds/0");
  }

  TEST_CASE("removing takes all that every criterion holds for") {
    struct Row {
      char const *remove, *props, *parts;
    };
    for (auto const& row :
         {Row{R"("by-name":"label")", "sort-id", "s(s.a s.b) gd"}, Row{R"("by-item-name":"prop")", "", "s(s.a s.b) gd"},
          Row{R"("by-item-name":"part")", "label label sort-id", ""},
          Row{R"("by-item-name":"part","by-name":"label")", "label label sort-id", "s(s.a s.b) gd"},
          Row{R"("by-id":"s.a")", "label label sort-id", "s(s.b) gd"},
          Row{R"("by-id":"s")", "label label sort-id", "gd"}, Row{R"("by-class":"k")", "label label", "s(s.a) gd"},
          Row{R"("by-ns":"urn:x")", "label sort-id", "s(s.a s.b)"},
          Row{R"("by-ns":"urn:x","by-name":"label")", "label sort-id", "s(s.a s.b) gd"},
          Row{R"("by-ns":"http://csrc.nist.gov/ns/oscal","by-name":"label")", "label sort-id", "s(s.a s.b) gd"},
          Row{R"("by-ns":"http://csrc.nist.gov/ns/oscal")", "label", "gd"},
          Row{R"("by-item-name":"item")", "label label sort-id", "s(s.a s.b) gd"}}) {
      CAPTURE(row.remove);
      auto const made = altered(std::string(R"("removes":[{)") + row.remove + "}]");
      CHECK(names(made, "props") == row.props);
      CHECK(names(made, "parts") == row.parts);
    }
  }

  TEST_CASE("an emptied list goes too; params, links and child controls can be removed") {
    CHECK(in_a1(altered(R"("removes":[{"by-item-name":"prop"}])"), "/props") == "absent");
    CHECK(in_a1(altered(R"("removes":[{"by-item-name":"link"}])"), "/links") == "absent");
    CHECK(outline(altered(R"("removes":[{"by-id":"p1"},{"by-id":"a1.1"}])")) == "g[?gp a1(?p2 a1.2)]");
    CHECK(outline(altered(R"("removes":[{"by-item-name":"control"},{"by-item-name":"param"}])")) == "g[?gp a1]");
  }

  TEST_CASE("removing reaches child controls, and does not touch what is added") {
    auto const made = altered(
        R"("removes":[{"by-name":"statement"},{"by-name":"label"}],"adds":[{"props":[{"name":"label","value":"new"}]}])");
    CHECK(names(made, "props") == "sort-id label");
    CHECK(names(made, "parts") == "gd");
    CHECK(in_a1(made, "/controls/0/parts") == "absent");
  }

  TEST_CASE("a remove without criteria removes nothing, and that is told") {
    auto const made = altered(R"("removes":[{"remarks":"x"}])");
    CHECK(names(made, "props") == "label label sort-id");
    CHECK(warnings(made) == "oscal.empty-remove oscal.absent-links");
  }

  TEST_CASE("what belongs beside a part that is removed stays in its place") {
    CHECK(
        names(
            altered(
                R"("removes":[{"by-id":"s"}],"adds":[{"by-id":"s","position":"after","parts":[{"id":"x","name":"x"}]}])"),
            "parts") == "x gd");
  }

  TEST_CASE("unknown members stay, and controls that nothing alters are as they were") {
    auto const text = catalog(R"("controls":[)" + control("a1", R"("odd":[1,{"x":null}])") + "," +
                              control("a2", R"("odd":true)") + "]");
    auto const made = resolved(
        whole(R"("modify":{"alters":[{"control-id":"a1","adds":[{"props":[{"name":"n","value":"v"}]}]}]})"), text);
    CHECK(at(made, "/controls/0") ==
          R"({"id":"a1","title":"Title of a1","odd":[1,{"x":null}],"props":[{"name":"n","value":"v"}]})");
    CHECK(at(made, "/controls/1") == R"({"id":"a2","title":"Title of a2","odd":true})");
  }
}
