// Records as props, and back without loss.
#include <annexa/base/json.hpp>
#include <exchange/oscal/audit_parts.hpp>
#include <exchange/oscal/properties.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <string>

#include "random_state.hpp"

using namespace annexa;
namespace json = boost::json;

namespace {

json::value back(Type const& type, json::object const& object, void* target, Error& errors,
                 std::span<oscal::Place const> places = {}) {
  auto const read = oscal::read_whole_record(type, object, places, "", errors);
  read_json(type, target, read.record, "", errors);
  return write_json(type, target);
}

std::string problems(std::string_view props) {
  Error errors;
  Audit audit;
  back(type_of<Audit>, json::object{{"props", json::parse(props)}}, &audit, errors);
  return errors.text();
}

}  // namespace

TEST_SUITE("exchange/oscal_properties") {
  TEST_CASE("every record goes out as props and comes back the same") {
    CHECK(rc::check([](std::uint64_t seed) {
      testing::RandomRecords random(seed);
      for (auto const& noun : nouns()) {
        auto const record = random.record(noun);
        json::array props;
        oscal::add_properties(props, *noun.type, record.get(), {.personal = true});
        auto before = write_json(*noun.type, record.get());
        Error errors;
        auto const read =
            oscal::read_whole_record(*noun.type, json::object{{"props", std::move(props)}}, {}, "", errors);
        auto const again = noun.create();
        read_json(*noun.type, again.get(), read.record, "", errors);
        if (before.as_object().contains("key")) before.as_object().erase("key");
        auto after = write_json(*noun.type, again.get());
        after.as_object().erase("key");
        auto const lost = json::serialize(before) != json::serialize(after);
        bool const erased = json::serialize(before).find("[erased]") != std::string::npos;
        RC_ASSERT(erased || !lost);
      }
    }));
  }

  TEST_CASE("values that a prop cannot hold are JSON, or whole in the remarks") {
    Audit audit;
    audit.objectives = {"", " lead", "two\nlines"};
    auto const props = oscal::properties_of(audit);
    std::vector<json::object> found;
    for (auto const& each : props)
      if (each.at("name") == "objectives") found.push_back(each.as_object());
    REQUIRE(found.size() == 3);
    CHECK(found[0].at("value") == "\"\"");
    CHECK(found[0].at("class") == "json");
    CHECK(found[1].at("value") == "\" lead\"");
    CHECK(found[2].at("value") == "two lines");
    CHECK(found[2].at("remarks") == "two\nlines");
    for (auto const& each : props) {
      CHECK(each.at("ns") == json::string(oscal::property_namespace));
      CHECK(each.as_object().contains("value"));
    }
  }

  TEST_CASE("members with a place of their own are props only where the place does not hold them exactly") {
    Finding finding;
    finding.title = "Keys lie about";
    finding.statement = " seen ";
    json::object object{{"title", "Keys lie about"}, {"description", "seen"}};
    object["props"] = oscal::properties_of(finding, {.places = oscal::finding_places, .object = &object});
    CHECK(!oscal::own_property(object.at("props").as_array(), "title"));
    CHECK(oscal::own_property(object.at("props").as_array(), "statement") == "\" seen \"");
    object["title"] = "Keys lie about in the server room";  // another tool says more
    Error errors;
    Finding read;
    back(type_of<Finding>, object, &read, errors, oscal::finding_places);
    CHECK(read.title == "Keys lie about in the server room");
    CHECK(read.statement == " seen ");
  }

  TEST_CASE("personal texts stay at home unless asked for, and erased ones always") {
    Person person;
    person.name = Personal(std::string("Sarah Chen"));
    person.mail = Personal::erased(Hash{});
    CHECK(json::serialize(oscal::properties_of(person)).find("Sarah") == std::string::npos);
    auto const told = json::serialize(oscal::properties_of(person, {.personal = true}));
    CHECK(told.find("Sarah Chen") != std::string::npos);
    CHECK(told.find("mail") == std::string::npos);
    CHECK(told.find("erased") == std::string::npos);
  }

  TEST_CASE("props that are none of annexa's are told with their place, and nothing runs away") {
    auto const prop = [](std::string_view name, std::string_view value, std::string_view more = {}) {
      return R"([{"ns":"https://annexa.dev/ns/oscal","name":")" + std::string(name) + R"(","value":")" +
             std::string(value) + '"' + std::string(more) + "}]";
    };
    CHECK(problems(prop("meetings.kind", "opening")).find("/props/0 [oscal.property]") == 0);
    CHECK(problems(prop("meetings.kind", "opening", R"(,"group":"meetings.4000000000")")).find("skips a position") !=
          std::string::npos);
    CHECK(problems(prop("conclusion", "x")).find("names a record") != std::string::npos);
    CHECK(problems(prop("title", "[", R"(,"class":"json")")).find("is no JSON") != std::string::npos);
    CHECK(problems(prop("custom.no-colon", "x")).find("/custom") != std::string::npos);
    CHECK(problems(prop("kind", "weekly")).find("internal") != std::string::npos);
    auto const names = std::string(1000, '.');
    CHECK(problems(prop("title" + names, "x")).find("oscal.property") == std::string::npos);
    CHECK(problems(R"([{"name":"kind","value":"weekly"}, 3, null, {"ns":"https://annexa.dev/ns/oscal"}])")
              .find("weekly") == std::string::npos);
  }
}
