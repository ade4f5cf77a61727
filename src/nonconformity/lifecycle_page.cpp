// The page about the lifecycle, from its tables.
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/nonconformity/lifecycle_page.hpp>
#include <map>

#include "capacity_words.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using TextRow = std::vector<std::string>;

std::string table_line(TextRow const& cells) {
  std::string line = "|";
  for (auto const& cell : cells) line += ' ' + cell + " |";
  return line + '\n';
}

std::string table_head(TextRow const& cells) {
  auto text = table_line(cells);
  text += '|';
  for (std::size_t i = 0; i < cells.size(); ++i) text += " --- |";
  return text + '\n';
}

std::string spoken(std::string name) {
  for (char& c : name)
    if (c == '-' || c == '_') c = ' ';
  return name;
}

std::string who(Step const& row) {
  auto text = names_of(row.internal);
  if (row.internal != row.other) text += "; other sources: " + names_of(row.other);
  return text;
}

std::string steps_of_page() {
  auto text = table_head({"step", "command", "what it does", "from", "to", "who", "clause"});
  for (auto const& row : nonconformity_steps)
    text += table_line({std::string(row.id), '`' + std::string(row.command) + '`', std::string(row.title),
                        spoken(names_of_states(row.from)), row.to ? spoken(to_string(*row.to)) : "the same", who(row),
                        "10.2 " + std::string(row.letter)});
  return text;
}

std::string capacities_of_page() {
  auto text = table_head({"who", "is that"});
  for (auto const& each : capacity_words) text += table_line({std::string(each.name), std::string(each.who)});
  return text;
}

std::string guards_of_page() {
  auto text = table_head({"step", "guard", "binding", "what is missing where it refuses or warns", "source"});
  for (auto const& row : nonconformity_steps)
    for (auto const& guard : guards_of(row.id))
      text += table_line({std::string(guard.step), '`' + std::string(guard.id) + '`', to_string(guard.binding),
                          std::string(guard.text), std::string(guard.source)});
  return text;
}

std::string deadlines_of_page() {
  // A deadline that several steps settle stands once.
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
  std::vector<TextRow> rows;
  for (auto const& rule : deadline_rules) {
    auto const [place, is_new] = seen.emplace(std::pair(rule.set_by, name_of(rule.member)), rows.size());
    if (!is_new) {
      rows[place->second][2] += ", " + std::string(rule.settled_by);
      continue;
    }
    bool const named = rule.minor_days == 0;
    rows.push_back({std::string(name_of(rule.member)), std::string(rule.set_by), std::string(rule.settled_by),
                    named ? "as agreed" : std::to_string(rule.minor_days),
                    named ? "as agreed" : std::to_string(rule.major_days),
                    named ? "" : to_string(rule.unit) + " days"});
  }
  auto text = table_head({"deadline", "set by", "settled by", "minor", "major", "unit"});
  for (auto const& row : rows) text += table_line(row);
  return text;
}

std::string escalation_of_page() {
  auto text = table_head({"level", "who hears of it", "days from the day that is due"});
  int level = 0;
  for (auto const& each : default_escalation)
    text += table_line(
        {std::to_string(++level), names_of(static_cast<Capacities>(each.inform)), std::to_string(each.offset_days)});
  return text;
}

}  // namespace

std::string lifecycle_page() {
  return "# The life of a nonconformity\n\n"
         "Made from the tables that enforce it by `annexa nonconformity table`; a test compares the two. Clause 10.2 "
         "of ISO/IEC 27001:2022 asks for the sequence, its letters stand beside each step.\n\n"
         "![States and the steps between them](images/lifecycle.svg)\n\n"
         "A guard that is a *norm* refuses and nobody can set it aside. One that is *guidance* refuses unless a waiver "
         "with a compensating measure is on record, or, where it is no separation of duties, an override with a "
         "reason. One that is *practice* warns; "
         "`duty.configure` makes it refuse, or keep silent. For every source but an internal audit the ISMS manager "
         "acts where the lead auditor would. The grade, the days and the closing of a nonconformity of an external "
         "audit are its issuer's. A minor one may pass T04 and T10 on the way to its plan (T11), in one command.\n\n"
         "## Steps\n\n" +
         steps_of_page() + "\n## Who acts\n\n" + capacities_of_page() + "\n## Guards\n\n" + guards_of_page() +
         "\n## Deadlines\n\n"
         "What annexa has; an organisation sets its own with `lifecycle.configure`. An extension (T22, T23) keeps the "
         "first day on record; a deviation lets the others rest. Being overdue is an event (T29), never a state.\n\n" +
         deadlines_of_page() + "\n## Escalation\n\n" + escalation_of_page();
}

}  // namespace v1
}  // namespace annexa
