#include <annexa/base/json.hpp>
#include <annexa/report/render_json.hpp>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(Document)
ANNEXA_DEFINE_TYPE_TABLE(Section)  // it holds sections, so its table refers to itself

namespace {

namespace json = boost::json;

bool says_nothing(json::value const& value) {
  if (auto const* text = value.if_string()) return text->empty();
  if (auto const* list = value.if_array()) return list->empty();
  return value.is_bool() && !value.get_bool();
}

// Leaves out members that the schema lets be absent and that hold what an absent one means. Items of lists stay.
void prune(json::value& value) {
  if (auto* list = value.if_array())
    for (auto& each : *list) prune(each);
  auto* object = value.if_object();
  if (!object) return;
  for (auto at = object->begin(); at != object->end();) {
    prune(at->value());
    at = says_nothing(at->value()) ? object->stable_erase(at) : at + 1;
  }
}

}  // namespace

json::value json_of(Document const& document) {
  auto value = to_json(document);
  prune(value);
  return value;
}

std::string render_json(Document const& document) { return pretty_json(json_of(document)); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
