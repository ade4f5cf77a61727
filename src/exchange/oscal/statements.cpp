// What documents about the statement of applicability share.
#include "exchange/oscal/statements.hpp"

#include <annexa/command/review.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// What OSCAL calls how far a control is done, in the order of ImplementationStatus. It has no words for what is not
// done and for what is done no more; "planned" would say something else.
constexpr std::array<std::string_view, 5> state_names{"not-implemented", "planned", "partial", "implemented",
                                                      "retired"};
constexpr std::string_view excluded_state = "not-applicable";

// The approved version of that key or number, or null.
StatementOfApplicability const* find_statement(State const& state, std::string_view name) {
  if (auto const* found = state.find<StatementOfApplicability>(name)) return found;
  auto const same = state.select<StatementOfApplicability>(
      [&](StatementOfApplicability const& each) { return std::to_string(each.number) == name; });
  return same.empty() ? nullptr : same.front();
}

}  // namespace

result<WrittenStatement> written_statement(Export const& document) {
  auto const& state = document.state();
  auto const& key = document.options().key;
  WrittenStatement out;
  out.name = key.empty() ? std::string(current_statement) : key;
  if (out.name == current_statement) {
    out.rows = state.all<Applicability>();
    std::ranges::stable_sort(out.rows, {}, &Applicability::control);
  } else {
    auto rows = statement_rows(state, out.name);
    if (!rows) return rows.error();
    out.rows = *std::move(rows);
    out.version = find_statement(state, out.name);
    if (out.version) out.name = out.version->key.text();
  }
  if (out.rows.empty())
    return Error(export_rules::empty, "",
                 {{"found", "The statement of applicability has no row"},
                  {"accepted", "decide on controls first (applicability.decide)"}});
  return out;
}

std::string catalog_resource(Export& document, std::string_view catalog) {
  json::object resource{{"uuid", document.uuid("catalog/resource", catalog)}};
  put_line(resource, "title", document.controls().catalog_title(catalog), catalog);
  json::array props{property("catalog", catalog)};
  if (auto const pinned = pinned_catalog(document.state(), catalog)) {
    props.push_back(property("revision", std::to_string(pinned->revision)));
    if (pinned->sha256) props.push_back(property("sha256", to_string(*pinned->sha256)));
  }
  resource["props"] = std::move(props);
  resource["rlinks"] = json::array{{{"href", std::string(catalog) + ".json"}, {"media-type", "application/json"}}};
  return document.resource(std::move(resource));
}

std::string_view state_of(Applicability const& row) noexcept {
  if (!row.applicable) return excluded_state;
  return row.status ? state_names[static_cast<std::size_t>(*row.status)] : std::string_view();
}

json::array statement_props(Export& document, Applicability const& row, json::object const& written) {
  return document.properties(row, statement_places, &written);
}

json::array statement_links(Export& document, Applicability const& row) {
  json::array links;
  for (auto const& key : row.evidence)
    if (auto const* evidence = document.state().find(key))
      links.push_back({{"href", document.resource(*evidence)}, {"rel", "evidence"}});
  for (auto const& key : row.documents)
    if (auto const* found = document.state().find(key))
      links.push_back({{"href", document.resource(*found)}, {"rel", "reference"}});
  return links;
}

json::array statement_roles(Export& document, Applicability const& row) {
  if (!row.responsible) return {};
  Key<"person"> const people[] = {*row.responsible};
  return json::array{document.responsible("control-owner", people)};
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
