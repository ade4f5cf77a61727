#include <annexa/base/json.hpp>
#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {

namespace json = boost::json;

json::value write_violations(std::vector<Violation> const& violations) {
  json::array out;
  for (auto const& each : violations) {
    json::object args;
    for (auto const& argument : each.args) args.emplace(argument.name, argument.value);
    out.push_back(
        json::object{{"rule", each.rule}, {"where", each.where}, {"message", each.message}, {"args", std::move(args)}});
  }
  return out;
}

json::value write_error(Error const& error) {
  return json::object{
      {"error", json::object{{"kind", name_of(error.kind())}, {"violations", write_violations(error.violations())}}}};
}

}  // namespace v1
}  // namespace annexa
