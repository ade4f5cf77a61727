#include <annexa/base/json.hpp>
#include <annexa/command/risk_register.hpp>
#include <annexa/risk/methods.hpp>
#include <annexa/risk/score_request.hpp>
#include <annexa/risk/score_table.hpp>
#include <boost/json.hpp>
#include <span>

#include "arguments.hpp"
#include "buf.hpp"
#include "documents.hpp"
#include "guard.hpp"

namespace annexa::capi {
namespace {

constexpr std::size_t most_listed = 100;

constexpr Rule unknown_method{"risk-method.unknown",
                              "There is no built-in method \"{found}\"; annexa_risk_methods() lists them. A method of "
                              "your own is a document.",
                              "6.1.2 a", ErrorKind::usage};

bool is_document(Text const& text) {
  auto const given = std::string_view(text.data ? text.data : "", text.data ? text.size : 0);
  auto const first = given.find_first_not_of(" \t\r\n");
  return first == given.npos || given[first] == '{' || given[first] == '[';
}

}  // namespace

result<Method> read_method(Text const& text) {
  if (!is_document(text)) {
    auto const key = read_name(text);
    if (!key) return key.error();
    auto method = built_in_method(*key);
    if (!method) return Error(unknown_method, "/method", {{"found", std::string(shortened(*key, 80))}});
    return *std::move(method);
  }
  auto document = read_document(text);
  if (!document) return document.error();
  if (auto* members = document->if_object()) members->emplace("version", 1);  // keeps the one that is there
  auto method = from_json<Method>(*document, {.key_may_be_absent = true});
  if (!method) return method;
  Error errors;
  check_method(*method, errors);
  if (!errors.empty()) return errors;
  return method;
}

namespace {

// Refuses an array that is not there.
void need_array(void const* array, std::size_t count, char const* name, Error& errors) {
  if (!array && count != 0) errors.add(rules::null, "", {{"argument", name}});
}

template <class Rating>
void list_outside(Method const& method, Rating const* steps, std::size_t count, std::vector<Level> const& scale,
                  char const* name, Error& errors) {
  int const lowest = method.first_level();
  int const highest = lowest + static_cast<int>(scale.size()) - 1;
  for (std::size_t i = 0; i < count && errors.violations().size() < most_listed; ++i)
    if (std::cmp_less(steps[i], lowest) || std::cmp_greater(steps[i], highest))
      errors.add(method_rules::step, '/' + std::string(name) + "s/" + std::to_string(i),
                 {{"scale", name},
                  {"found", std::to_string(steps[i])},
                  {"lowest", std::to_string(lowest)},
                  {"highest", std::to_string(highest)}});
}

template <class Rating>
result<void> score_columns(Method const& method, void const* likelihoods, void const* impacts, std::size_t count,
                           std::uint8_t* levels) {
  auto const table = ScoreTable::of(method);
  if (!table) return table.error();
  auto const* rows = static_cast<Rating const*>(likelihoods);
  auto const* columns = static_cast<Rating const*>(impacts);
  auto const outside = table->score_many(std::span(rows, count), std::span(columns, count), std::span(levels, count));
  if (outside == 0) return {};
  Error errors;
  list_outside(method, rows, count, method.likelihood, "likelihood", errors);
  list_outside(method, columns, count, method.impact, "impact", errors);
  return errors;
}

struct ColumnRow {
  std::int32_t type;
  result<void> (*score)(Method const&, void const*, void const*, std::size_t, std::uint8_t*);
};
constexpr ColumnRow column_rows[] = {{ANNEXA_COLUMN_U8, score_columns<std::uint8_t>},
                                     {ANNEXA_COLUMN_I32, score_columns<std::int32_t>},
                                     {ANNEXA_COLUMN_I64, score_columns<std::int64_t>}};

constexpr Rule column_type{"c.column-type",
                           "Columns of type {found} cannot be read; 1 (8 bits), 2 (32 bits) and 3 (64 "
                           "bits) can.",
                           "", ErrorKind::usage};

boost::json::array write_methods() {
  boost::json::array out;
  for (auto const& each : built_in_methods()) {
    auto document = boost::json::parse(each.document).as_object();
    out.push_back(boost::json::object{
        {"id", each.key}, {"name", each.name}, {"source", each.source}, {"method", std::move(document)}});
  }
  return out;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_risk_methods(annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    *out = make_buffer(write_methods());
    return {};
  });
}

annexa_status annexa_risk_score(char const* method, size_t method_size, int32_t likelihood, int32_t impact,
                                annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const read = read_method({method, method_size, "method"});
    if (!read) return read.error();
    auto const scored = annexa::score(*read, annexa::Rating{likelihood, impact, {}, {}, {}, {}});
    if (!scored) return scored.error();
    *out = make_buffer(annexa::write_score(*scored));
    return {};
  });
}

annexa_status annexa_risk_rate(char const* method, size_t method_size, char const* request, size_t request_size,
                               annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const read = read_method({method, method_size, "method"});
    auto const asked = read_value<annexa::ScoreRequest>({request, request_size, "request"});
    if (auto const refusal = refusal_of(read, asked)) return *refusal;
    auto const scored = annexa::score(*read, *asked);
    if (!scored) return scored.error();
    *out = make_buffer(annexa::write_score(*scored));
    return {};
  });
}

annexa_status annexa_risk_score_many(char const* method, size_t method_size, int32_t type, void const* likelihoods,
                                     void const* impacts, size_t count, uint8_t* levels, annexa_error** err) {
  return guard(err, NoOutput{}, [&]() -> annexa::result<void> {
    auto const read = read_method({method, method_size, "method"});
    if (!read) return read.error();
    annexa::Error wrong;
    need_array(likelihoods, count, "likelihoods", wrong);
    need_array(impacts, count, "impacts", wrong);
    need_array(levels, count, "levels", wrong);
    auto const row = std::ranges::find(column_rows, type, &ColumnRow::type);
    if (row == std::end(column_rows)) wrong.add(column_type, "", {{"found", std::to_string(type)}});
    if (!wrong.empty()) return wrong;
    return row->score(*read, likelihoods, impacts, count, levels);
  });
}
