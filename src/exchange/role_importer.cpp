// Rows of a table of roles become role.grant and role.revoke.
#include <annexa/base/text.hpp>
#include <annexa/command/isms_commands.hpp>

#include <algorithm>

#include "import_rules.hpp"
#include "row_importer.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

class RoleImporter final : public RowImporter {
 public:
  using RowImporter::RowImporter;

  // By its key, else the grant of that role to that person that holds or was the last.
  std::string key_of(SheetRow const& row) override {
    if (auto key = RowImporter::key_of(row); !key.empty()) return key;
    auto const person = context().resolver.find(Person::type_name, cell(row, "person")).key;
    auto const role = find_value("role-name", &type_of<Role>, cell(row, "role"));
    std::string found;
    if (person.empty() || !role) return found;
    auto const from = read_date(cell(row, "from"), context().options.dates).date;
    context().scratch.for_each<RoleGrant>([&](RoleGrant const& grant) {
      bool const same = grant.person == person && grant.role == static_cast<Role>(role->value);
      if (same && (!from || grant.from == *from)) found = grant.key.text();
    });
    return found;
  }

  std::vector<Command> commands(Draft& draft) override {
    auto& grant = draft.record<RoleGrant>();
    if (draft.before) return changes(draft, *draft.existing<RoleGrant>(), grant);
    if (grant.person.empty())
      context().reporter.reject(place_of(draft, "person"), import_rules::value,
                                {{"expected", "a person on record, by key, mail or name"}});
    if (is_blank(cell(draft.row, "role")))
      context().reporter.reject(place_of(draft, "role"), import_rules::value,
                                {{"expected", accepted_values("role-name", &type_of<Role>)}});
    if (is_blank(cell(draft.row, "from"))) {
      grant.from = context().options.now.date();
      context().reporter.adjust(place_of(draft, "from"), import_rules::from_today, {{"day", to_string(grant.from)}});
    }
    return {Command::of("role.grant", grant)};
  }

 private:
  [[nodiscard]] std::string_view cell(SheetRow const& row, std::string_view field) const {
    auto const* found = column(field);
    return found ? trimmed(without_guard(row[found->index])) : std::string_view{};
  }
  [[nodiscard]] CellPlace place_of(Draft const& draft, std::string_view field) const {
    auto const* found = column(field);
    return found ? draft.place(*found) : draft.place();
  }

  // A grant ends, and nothing else of it changes.
  [[nodiscard]] std::vector<Command> changes(Draft const& draft, RoleGrant const& before, RoleGrant const& grant) {
    auto const others = differing_members(type_of<RoleGrant>, &before, &grant, "until");
    std::string names;
    for (auto const& each : others) names += (names.empty() ? "" : ", ") + each;
    if (!names.empty())
      context().reporter.adjust(draft.place(), import_rules::role_stays,
                                {{"key", grant.key.text()}, {"members", names}});
    if (before.until == grant.until || !grant.until) return {};
    return {Command(command::RevokeRole{grant.key, grant.until})};
  }
};

}  // namespace

std::unique_ptr<RowImporter> make_role_importer(ImportContext& context) {
  return std::make_unique<RoleImporter>(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
