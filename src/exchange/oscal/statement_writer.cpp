// The statement of applicability as OSCAL: the selection as a profile, the rows as a system security plan or, lighter,
// as a component definition.
#include <annexa/base/text.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "exchange/oscal/statements.hpp"
#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// Rows of one catalog.
struct CatalogRows {
  std::string_view catalog;
  std::vector<Applicability const*> rows;
};

// The rows by their catalogs, in the order in which these come.
std::vector<CatalogRows> by_catalog(std::vector<Applicability const*> const& rows) {
  std::vector<CatalogRows> out;
  for (auto const* row : rows) {
    auto const catalog = catalog_of(row->control);
    auto found = std::ranges::find(out, catalog, &CatalogRows::catalog);
    if (found == out.end()) found = out.insert(out.end(), {catalog, {}});
    found->rows.push_back(row);
  }
  return out;
}

Export::Body body_of(Export const& document, WrittenStatement const& statement, std::string_view part,
                     std::string_view title) {
  Export::Body body;
  body.uuid = document.uuid(part, statement.name);
  body.title = std::string(document.word(title)) + " (" + statement.name + ')';
  if (statement.version)
    body.props = document.properties(*statement.version);
  else
    body.props.push_back(property("statement", statement.name));
  return body;
}

// Of a version the record of its row, else that of the row itself.
std::string row_uuid(Export const& document, WrittenStatement const& statement, std::string_view part,
                     Applicability const& row) {
  auto const front = statement.version ? statement.name + '/' : std::string();
  return document.uuid(part, front + row.key.text());
}

// ---- Profile

json::array import_of(Export& document, std::vector<CatalogRows> const& catalogs) {
  json::array imports;
  for (auto const& [catalog, rows] : catalogs) {
    json::array selected;
    for (auto const* row : rows) selected.push_back(json::string(document.controls().of(row->control)));
    imports.push_back({{"href", catalog_resource(document, catalog)},
                       {"include-controls", json::array{json::object{{"with-ids", std::move(selected)}}}}});
  }
  return imports;
}

// ---- System security plan

json::object characteristics(Export& document) {
  auto const& state = document.state();
  auto const organization = organization_of(state);
  auto const* scope = state.find<Scope>(Scope::type_name);
  auto const statement = scope ? markup(scope->statement) : std::string();
  json::object out;
  out["system-ids"] =
      json::array{{{"identifier-type", "https://ietf.org/rfc/rfc4122"}, {"id", to_string(state.workspace)}}};
  put_line(out, "system-name", organization.name, document.word("isms"));
  put_markup(out, "description", statement, document.word("isms"));
  json::object information{{"uuid", document.uuid("scope/information", Scope::type_name)},
                           {"title", document.word("isms-information")}};
  put_markup(information, "description", statement, document.word("isms"));
  out["system-information"] = json::object{{"information-types", json::array{std::move(information)}}};
  out["status"] = json::object{{"state", "operational"}};
  json::object boundary;
  put_markup(boundary, "description", statement, document.word("not-described"));
  if (scope) boundary["props"] = document.properties(*scope);
  out["authorization-boundary"] = std::move(boundary);
  return out;
}

json::object implementation_of(Export& document, std::string const& component) {
  auto const organization = organization_of(document.state());
  json::object user{{"uuid", document.uuid("scope/user", Scope::type_name)}, {"title", document.word("isms-manager")}};
  json::object system{{"uuid", component}, {"type", "this-system"}};
  put_line(system, "title", organization.name, document.word("isms"));
  system["description"] = document.word("isms");
  system["status"] = json::object{{"state", "operational"}};
  return {{"users", json::array{std::move(user)}}, {"components", json::array{std::move(system)}}};
}

json::object planned_requirement(Export& document, WrittenStatement const& statement, Applicability const& row,
                                 std::string const& component) {
  json::object written;
  put_markup(written, "description", row.implementation, document.word("not-described"));
  put_markup(written, "remarks", row.justification);
  json::object done{{"component-uuid", component}, {"uuid", row_uuid(document, statement, "applicability/how", row)}};
  done["description"] = written.at("description");
  if (auto const state = state_of(row); !state.empty()) {
    json::object status{{"state", state}};
    if (!row.applicable && written.contains("remarks")) status["remarks"] = written.at("remarks");
    done["implementation-status"] = std::move(status);
  }
  json::object out{{"uuid", row_uuid(document, statement, Applicability::type_name, row)},
                   {"control-id", document.controls().of(row.control)}};
  out["props"] = statement_props(document, row, written);
  put(out, "links", statement_links(document, row));
  put(out, "responsible-roles", statement_roles(document, row));
  out["by-components"] = json::array{std::move(done)};
  if (written.contains("remarks")) out["remarks"] = written.at("remarks");
  return out;
}

// ---- Component definition

json::object defined_requirement(Export& document, WrittenStatement const& statement, Applicability const& row) {
  json::object written;
  put_markup(written, "description", row.implementation, document.word("not-described"));
  put_markup(written, "remarks", row.justification);
  json::object out{{"uuid", row_uuid(document, statement, "applicability/defined", row)},
                   {"control-id", document.controls().of(row.control)},
                   {"description", written.at("description")}};
  auto props = statement_props(document, row, written);
  if (auto const state = state_of(row); !state.empty()) props.push_back(property("implementation-status", state));
  out["props"] = std::move(props);
  put(out, "links", statement_links(document, row));
  put(out, "responsible-roles", statement_roles(document, row));
  if (written.contains("remarks")) out["remarks"] = written.at("remarks");
  return out;
}

}  // namespace

result<Export::Body> export_profile(Export& document) {
  auto statement = written_statement(document);
  if (!statement) return statement.error();
  std::erase_if(statement->rows, [](Applicability const* row) { return !row->applicable || !is_in_force(*row); });
  if (statement->rows.empty())
    return Error(export_rules::empty, "",
                 {{"found", "No control is applicable"}, {"accepted", "a profile selects what is applicable"}});
  auto body = body_of(document, *statement, "soa/profile", "applicable-controls");
  body.members["imports"] = import_of(document, by_catalog(statement->rows));
  body.members["merge"] = json::object{{"as-is", true}};
  return body;
}

result<Export::Body> export_security_plan(Export& document) {
  auto const statement = written_statement(document);
  if (!statement) return statement.error();
  auto body = body_of(document, *statement, "soa/plan", "soa");
  json::object profile{{"uuid", document.uuid("soa/profile-resource", statement->name)},
                       {"title", document.word("applicable-controls")}};
  profile["props"] = json::array{property("document", document.uuid("soa/profile", statement->name))};
  profile["rlinks"] = json::array{{{"href", "profile.json"}, {"media-type", "application/json"}}};
  body.members["import-profile"] = json::object{{"href", document.resource(std::move(profile))}};
  body.members["system-characteristics"] = characteristics(document);
  auto const component = document.uuid("scope/component", Scope::type_name);
  body.members["system-implementation"] = implementation_of(document, component);
  json::array requirements;
  for (auto const* row : statement->rows)
    requirements.push_back(planned_requirement(document, *statement, *row, component));
  body.members["control-implementation"] =
      json::object{{"description", document.word("soa")}, {"implemented-requirements", std::move(requirements)}};
  return body;
}

result<Export::Body> export_component_definition(Export& document) {
  auto const statement = written_statement(document);
  if (!statement) return statement.error();
  auto body = body_of(document, *statement, "soa/components", "soa");
  json::array implementations;
  for (auto const& [catalog, rows] : by_catalog(statement->rows)) {
    json::array requirements;
    for (auto const* row : rows) requirements.push_back(defined_requirement(document, *statement, *row));
    implementations.push_back({{"uuid", document.uuid("soa/catalog", statement->name + '/' + std::string(catalog))},
                               {"source", catalog_resource(document, catalog)},
                               {"description", document.word("soa")},
                               {"implemented-requirements", std::move(requirements)}});
  }
  json::object component{{"uuid", document.uuid("scope/policy", Scope::type_name)}, {"type", "policy"}};
  put_line(component, "title", organization_of(document.state()).name, document.word("isms"));
  component["description"] = document.word("isms");
  component["control-implementations"] = std::move(implementations);
  body.members["components"] = json::array{std::move(component)};
  return body;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
