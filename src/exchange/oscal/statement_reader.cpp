// Implemented requirements as rows of the statement of applicability.
#include "exchange/oscal/statement_reader.hpp"

#include <annexa/audit/evidence.hpp>
#include <annexa/base/text.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/document.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <deque>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "exchange/oscal/control_ids.hpp"
#include "exchange/oscal/json_members.hpp"
#include "exchange/oscal/properties.hpp"
#include "exchange/oscal/texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule filled_justification{
    "oscal.justification",
    "{count} controls come without a justification; they are given \"{text}\", which somebody has to look at.",
    "6.1.3 d"};
constexpr Rule filled_status{
    "oscal.state",
    "{count} controls come without a state of implementation; they are taken for not implemented, since nobody says "
    "otherwise.",
    "6.1.3 d"};
constexpr Rule unknown_state{"oscal.state", "{count} states of implementation mean nothing here, such as \"{found}\".",
                             "6.1.3 d"};
constexpr Rule unknown_records{
    "oscal.left-out", "{count} references to {what} stay behind, because the workspace does not have them.", ""};
constexpr Rule no_requirement{"oscal.import.nothing",
                              "There is no implemented-requirement in the document; one or more with a control-id are "
                              "accepted.",
                              "", ErrorKind::usage};

// What states of implementation mean here. "not-applicable" has no status: it excludes.
struct StateMeaning {
  std::string_view state;
  std::optional<ImplementationStatus> status;
};
constexpr std::array state_meanings{StateMeaning{"implemented", ImplementationStatus::implemented},
                                    StateMeaning{"partial", ImplementationStatus::partial},
                                    StateMeaning{"partially-implemented", ImplementationStatus::partial},
                                    StateMeaning{"planned", ImplementationStatus::planned},
                                    StateMeaning{"alternative", ImplementationStatus::implemented},
                                    StateMeaning{"not-implemented", ImplementationStatus::not_implemented},
                                    StateMeaning{"retired", ImplementationStatus::retired},
                                    StateMeaning{"not-applicable", std::nullopt}};

// Names of props that say why a control is included or excluded.
constexpr std::array<std::string_view, 3> justification_props{"justification", "rationale", "reason"};
constexpr std::string_view state_prop = "implementation-status";

// One control on its way to a row.
struct DraftRow {
  std::string control;
  std::string where;              // the requirement that names it first
  std::optional<HeldRecord> own;  // the record, where annexa wrote it
  std::vector<StateMeaning const*> states;
  std::string justification;
  std::string implementation;
};

std::string status_word(ImplementationStatus status) {
  return wire_name(type_of<ImplementationStatus>.names[static_cast<std::size_t>(status)]);
}

class StatementReader {
 public:
  StatementReader(Document const& document, State const& state) : document_(document), state_(state), ids_(state) {}

  result<RecordTable> run() && {
    auto const& content = as_object(document_.content());
    title_ = one_line(plain_text_at(object_at(content, "metadata"), "title"));
    if (title_.empty()) title_ = std::string(name_of(document_.model()));
    state_.for_each<Applicability>([&](Applicability const& row) { decided_.insert(row.control.text()); });
    each_object(object_at(content, "system-implementation"), "components",
                [&](json::object const& component, std::size_t) { name_component(component); });
    auto const where = '/' + std::string(name_of(document_.model()));
    read_implementation(object_at(content, "control-implementation"), where + "/control-implementation", {});
    for (std::string_view const list : {"components", "capabilities"})
      each_object(content, list, [&](json::object const& component, std::size_t i) {
        auto const at = where + '/' + std::string(list) + '/' + std::to_string(i) + "/control-implementations/";
        each_object(component, "control-implementations", [&](json::object const& implementation, std::size_t k) {
          read_implementation(implementation, at + std::to_string(k), component_title(component));
        });
      });
    if (!errors_.empty()) return errors_;
    if (rows_.empty()) return Error(no_requirement, where);
    return table(where);
  }

 private:
  [[nodiscard]] static std::string component_title(json::object const& component) {
    auto title = one_line(plain_text_at(component, "title"));
    return title.empty() ? one_line(plain_text_at(component, "name")) : title;
  }
  void name_component(json::object const& component) {
    components_.try_emplace(plain_text_at(component, "uuid"), component_title(component));
  }

  void read_implementation(json::object const& implementation, std::string const& where, std::string const& component) {
    each_object(implementation, "implemented-requirements", [&](json::object const& requirement, std::size_t i) {
      if (errors_.violations().size() < most_refusals)
        read_requirement(requirement, where + "/implemented-requirements/" + std::to_string(i), component);
    });
  }

  void read_requirement(json::object const& requirement, std::string const& where, std::string const& component) {
    if (noun_of(requirement) == Applicability::type_name) return read_own(requirement, where);
    auto& row = row_of(control_of(requirement, plain_text_at(requirement, "control-id")), where);
    if (row.own) return;  // annexa said it whole already
    for (auto const& status : all_states(requirement)) note_state(row, status);
    read_texts(requirement, row, component);
    add_text(row, &DraftRow::justification, plain_text_at(requirement, "remarks"));
    each_object(requirement, "props", [&](json::object const& prop, std::size_t) {
      if (std::ranges::find(justification_props, plain_text_at(prop, "name")) != justification_props.end())
        add_text(
            row, &DraftRow::justification,
            plain_text_at(prop, "remarks").empty() ? plain_text_at(prop, "value") : plain_text_at(prop, "remarks"));
    });
  }

  // The control that an id means; the id itself where it means none. Of a clause and a control that are called alike
  // the control is meant.
  [[nodiscard]] std::string control_of(json::object const& requirement, std::string_view id) {
    auto found = ids_.find(id);
    for (auto const* name : {"control-id", "label"})
      each_object(requirement, "props", [&](json::object const& prop, std::size_t) {
        if (!found && plain_text_at(prop, "name") == name) found = ids_.find(plain_text_at(prop, "value"));
      });
    if (found && found->is_clause())
      if (auto const control = ids_.find("A." + found->text())) found = control;
    return found ? found->text() : std::string(id);
  }

  [[nodiscard]] DraftRow& row_of(std::string const& control, std::string const& where) {
    auto const [place, fresh] = by_control_.try_emplace(control, rows_.size());
    if (fresh) rows_.push_back({control, where, {}, {}, {}, {}});
    return rows_[place->second];
  }

  // ---- Rows that annexa wrote

  void read_own(json::object const& requirement, std::string const& where) {
    auto read = read_properties(type_of<Applicability>, requirement, {}, where, errors_);
    HeldRecord held{std::move(read.record), where, std::move(read.origins)};
    auto& record = held.record;
    auto const& components = list_at(requirement, "by-components");
    auto const& holder = components.empty() ? requirement : as_object(components.front());
    if (!record.contains("implementation")) record["implementation"] = plain_text_at(holder, "description");
    if (!record.contains("justification")) record["justification"] = plain_text_at(requirement, "remarks");
    keep_known<Evidence>(record, "evidence", unknown_evidence_);
    keep_known<DocumentedInformation>(record, "documents", unknown_documents_);
    auto const key = plain_text_at(record, "key");
    auto& row = row_of(std::string(key.empty() ? plain_text_at(record, "control") : key), where);
    row.own = std::move(held);
  }

  // Keys of records that the workspace has; a draft does without the others.
  template <class T>
  void keep_known(json::object& record, std::string_view member, std::size_t& unknown) {
    auto* found = record.if_contains(member);
    if (!found || !found->is_array()) return;
    json::array known;
    for (auto const& each : found->get_array())
      if (each.is_string() && state_.find<T>(std::string_view(each.get_string())))
        known.push_back(each);
      else
        ++unknown;
    *found = std::move(known);
  }

  // ---- Rows of others

  // Adds a text of the document to a text of the row, once.
  void add_text(DraftRow& row, std::string DraftRow::*member, std::string_view more, std::string_view label = {}) {
    more = trimmed(more);
    if (more.empty() || !said_.insert({&(row.*member), more}).second) return;
    auto& text = row.*member;
    if (!text.empty()) text += "\n\n";
    if (!label.empty()) text.append(label).append(": ");
    text += more;
  }

  // What the requirement, its components and its statements say of how far it is done.
  [[nodiscard]] static std::vector<std::string_view> all_states(json::object const& requirement) {
    std::vector<std::string_view> states;
    auto const add = [&](json::object const& holder) {
      if (auto const state = plain_text_at(object_at(holder, state_prop), "state"); !state.empty())
        states.push_back(state);
      each_object(holder, "props", [&](json::object const& prop, std::size_t) {
        if (plain_text_at(prop, "name") == state_prop) states.push_back(plain_text_at(prop, "value"));
      });
    };
    auto const add_all = [&](json::object const& holder) {
      add(holder);
      each_object(holder, "by-components", [&](json::object const& each, std::size_t) { add(each); });
    };
    add_all(requirement);
    each_object(requirement, "statements", [&](json::object const& each, std::size_t) { add_all(each); });
    return states;
  }

  void note_state(DraftRow& row, std::string_view state) {
    auto const* found = std::ranges::find(state_meanings, lowered(state), &StateMeaning::state);
    if (found != state_meanings.end()) return row.states.push_back(found);
    if (unknown_states_++ == 0) unknown_state_ = one_line(shortened(state, 60));
  }

  void read_texts(json::object const& requirement, DraftRow& row, std::string const& component) {
    auto const add_all = [&](json::object const& holder, std::string_view label) {
      add_text(row, &DraftRow::implementation, plain_text_at(holder, "description"), label);
      each_object(holder, "by-components", [&](json::object const& each, std::size_t) {
        auto const found = components_.find(plain_text_at(each, "component-uuid"));
        std::string front(label);
        if (components_.size() > 1 && found != components_.end() && !found->second.empty())
          front += (front.empty() ? "" : ", ") + found->second;
        add_text(row, &DraftRow::implementation, plain_text_at(each, "description"), front);
        add_text(row, &DraftRow::justification, plain_text_at(object_at(each, state_prop), "remarks"));
      });
    };
    add_all(requirement, component);
    each_object(requirement, "statements", [&](json::object const& each, std::size_t) {
      add_all(each, one_line(plain_text_at(each, "statement-id")));
    });
  }

  // The whole of what several components do: all the same, else done in part. What does not apply to one of them only
  // does not count.
  [[nodiscard]] static std::optional<ImplementationStatus> common_status(DraftRow const& row) {
    std::optional<ImplementationStatus> common;
    for (auto const* each : row.states) {
      if (!each->status) continue;
      if (common && *common != *each->status) return ImplementationStatus::partial;
      common = each->status;
    }
    return common;
  }

  [[nodiscard]] HeldRecord record_of(DraftRow& row) {
    if (row.own) return *std::move(row.own);
    auto status = common_status(row);
    bool const applicable = row.states.empty() || status;
    json::object record{{"control", row.control}, {"applicable", applicable}};
    if (!applicable && row.justification.empty()) row.justification = row.implementation;
    bool const is_new = !decided_.contains(row.control);
    if (applicable && row.justification.empty() && is_new) {
      row.justification = given_justification();
      ++filled_;
    }
    if (applicable && !status && is_new) {
      status = ImplementationStatus::not_implemented;
      ++without_status_;
    }
    if (applicable && is_new) record["drivers"] = json::array{{{"kind", "baseline"}, {"reference", title_}}};
    if (!row.justification.empty()) record["justification"] = row.justification;
    if (applicable && status) record["status"] = status_word(*status);
    if (applicable && !row.implementation.empty()) record["implementation"] = row.implementation;
    return {std::move(record), row.where};
  }

  [[nodiscard]] std::string given_justification() const { return "Selected in \"" + title_ + "\"."; }

  // ---- The table

  [[nodiscard]] RecordTable table(std::string const& where) {
    RecordTable table{"soa", where, {}, {}};
    for (auto& row : rows_) table.rows.push_back(record_of(row));
    auto const remark = [&](std::size_t count, Rule const& rule, std::vector<Argument> args) {
      if (count == 0) return;
      args.push_back({"count", std::to_string(count)});
      table.remarks.push_back(violation(rule, where, std::move(args)));
    };
    remark(filled_, filled_justification, {{"text", given_justification()}});
    remark(without_status_, filled_status, {});
    remark(unknown_states_, unknown_state, {{"found", unknown_state_}});
    remark(unknown_evidence_, unknown_records, {{"what", "evidence"}});
    remark(unknown_documents_, unknown_records, {{"what", "documents"}});
    return table;
  }

  static constexpr std::size_t most_refusals = 1'000;

  Document const& document_;
  State const& state_;
  ControlIds ids_;
  std::string title_;
  std::unordered_map<std::string_view, std::string> components_;  // titles
  std::unordered_set<std::string> decided_;                       // controls that have a row
  std::deque<DraftRow> rows_;                                     // texts keep their addresses
  std::unordered_map<std::string, std::size_t> by_control_;
  std::set<std::pair<std::string const*, std::string_view>> said_;
  Error errors_;
  std::size_t filled_ = 0, without_status_ = 0, unknown_states_ = 0, unknown_evidence_ = 0, unknown_documents_ = 0;
  std::string unknown_state_;  // the first one
};

}  // namespace

result<RecordTable> statement_of(Document const& document, State const& state) {
  return StatementReader(document, state).run();
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
