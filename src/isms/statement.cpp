#include <annexa/base/json.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/isms/statement.hpp>

#include <boost/json.hpp>
#include <map>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

using RowsByControl = std::map<Criterion, Applicability const*>;

RowsByControl by_control(std::span<Applicability const* const> rows) {
  RowsByControl out;
  for (auto const* row : rows) out.emplace(row->control, row);
  return out;
}

// A value as an export has it: texts as they are, the rest as JSON, nothing for what is absent.
std::string printed(Type const& type, void const* value) {
  bool const absent = (type.kind == TypeKind::optional || type.kind == TypeKind::list) && type.count(value) == 0;
  if (absent) return {};
  auto const written = write_json(type, value);
  if (written.is_null()) return {};
  if (auto const* text = written.if_string()) return {text->data(), text->size()};
  if (auto const* object = written.if_object(); object && object->empty()) return {};
  return json::serialize(written);
}

std::vector<MemberChange> changes_of(Applicability const& before, Applicability const& after) {
  std::vector<MemberChange> out;
  for (auto const& member : type_of<Applicability>.members) {
    auto const* then = member_of(member, &before);
    auto const* now = member_of(member, &after);
    if (member.name == "key" || member.type->equal(then, now)) continue;
    out.push_back({std::string(wire_name(member)), printed(*member.type, then), printed(*member.type, now)});
  }
  return out;
}

}  // namespace

std::set<Criterion> excluded_controls(std::span<Applicability const* const> rows) {
  std::set<Criterion> out;
  for (auto const* row : rows)
    if (is_in_force(*row) && !row->applicable) out.insert(row->control);
  return out;
}

std::vector<Criterion> undecided_controls(std::span<Applicability const* const> rows, Catalog const& catalog) {
  std::set<Criterion> decided;
  for (auto const* row : rows)
    if (is_in_force(*row)) decided.insert(row->control);
  std::vector<Criterion> out;
  for (auto const& control : catalog.controls())
    if (Criterion const criterion(control.reference); !decided.contains(criterion)) out.push_back(criterion);
  return out;
}

StatementDiff compare_statements(std::span<Applicability const* const> before,
                                 std::span<Applicability const* const> after) {
  StatementDiff diff;
  auto const then = by_control(before);
  auto const now = by_control(after);
  for (auto const& [control, row] : then)
    if (!now.contains(control)) diff.removed.push_back(*row);
  for (auto const& [control, row] : now) {
    auto const known = then.find(control);
    if (known == then.end()) {
      diff.added.push_back(*row);
      continue;
    }
    auto members = changes_of(*known->second, *row);
    if (members.empty())
      ++diff.unchanged;
    else
      diff.changed.push_back({control, std::move(members)});
  }
  return diff;
}

}  // namespace v1
}  // namespace annexa
