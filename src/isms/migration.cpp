#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/isms/migration.hpp>
#include <map>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

using Predecessors = std::vector<Applicability const*>;

template <class T>
void join_lists(std::vector<T>& into, std::vector<T> const& more) {
  for (auto const& each : more)
    if (std::ranges::find(into, each) == into.end()) into.push_back(each);
}

// True if @p text holds @p entry from its bracket to its end, not as the beginning of a longer one.
bool holds_entry(std::string_view text, std::string_view entry) {
  for (auto at = text.find(entry); at != text.npos; at = text.find(entry, at + 1)) {
    auto const rest = text.substr(at + entry.size());
    if ((at == 0 || text[at - 1] == '\n') && (rest.empty() || rest.starts_with("\n["))) return true;
  }
  return false;
}

// Every text with the numbers of those that say it, each once, in order; what @p text holds already is not added.
void join_texts(std::string& text, Predecessors const& some, std::string Applicability::*member) {
  std::vector<std::pair<std::string_view, std::string>> said;
  for (auto const* row : some) {
    std::string_view const words = row->*member;
    if (words.empty()) continue;
    auto const number = std::string(row->control.id()) + (row->applicable ? "" : ", excluded");
    auto const same = std::ranges::find(said, words, &std::pair<std::string_view, std::string>::first);
    if (same == said.end())
      said.emplace_back(words, number);
    else
      same->second += "; " + number;
  }
  auto const before = text;
  for (auto const& [words, numbers] : said) {
    auto const entry = '[' + numbers + "] " + std::string(words);
    if (!holds_entry(before, entry)) text += (text.empty() ? "" : "\n") + entry;
  }
}

// What all say, or the careful middle: partial where something is done, else the lower one.
ImplementationStatus joined_status(std::set<ImplementationStatus> const& some) {
  using enum ImplementationStatus;
  if (some.size() == 1) return *some.begin();
  if (some.contains(partial) || some.contains(implemented)) return partial;
  return some.contains(not_implemented) || !some.contains(planned) ? not_implemented : planned;
}

class Migrator {
 public:
  Migrator(std::span<Applicability const* const> rows, Crosswalk const& crosswalk, Date day)
      : crosswalk_(crosswalk), day_(day) {
    out_.from = crosswalk.from();
    out_.to = crosswalk.to();
    for (auto const* row : rows) {
      keys_.emplace(row->key.text(), row->control);
      if (!is_in_force(*row)) continue;
      (row->control.catalog() == crosswalk.from() ? old_ : present_)[row->control] = row;
    }
  }

  StatementMigration run() && {
    if (old_.empty()) return std::move(out_);
    for (auto const& [control, row] : old_) retire(*row);
    for (auto const& [target, some] : predecessors_) merge(target, some);
    find_undecided();
    std::ranges::stable_sort(out_.notes, {}, &MigrationNote::control);
    return std::move(out_);
  }

 private:
  static std::vector<Criterion> controls_of(Predecessors const& some) {
    std::vector<Criterion> out;
    for (auto const* row : some) out.push_back(row->control);
    return out;
  }
  void note(MigrationQuestion question, Criterion control, std::vector<Criterion> others, std::string text) {
    out_.notes.push_back({question, std::move(control), std::move(others), std::move(text)});
  }

  void retire(Applicability const& row) {
    std::vector<Criterion> successors;
    for (auto const* mapping : crosswalk_.of_source(row.control.id()))
      successors.push_back(Criterion::in(crosswalk_.to(), mapping->target));
    if (successors.empty())
      return note(MigrationQuestion::no_successor, row.control, {}, "It leads to no control; its row stays.");
    for (auto const& each : successors) predecessors_[each].push_back(&row);
    if (successors.size() > 1)
      note(MigrationQuestion::split, row.control, successors, "It became several controls; each got all that it said.");
    auto& old = out_.retired.emplace_back(row);
    old.retired_on = day_;
    old.replaced_by = std::move(successors);
  }

  void merge(Criterion const& target, Predecessors const& some) {
    auto const present = present_.find(target);
    if (present != present_.end()) {
      auto row = *present->second;
      join_texts(row.justification, some, &Applicability::justification);
      note(MigrationQuestion::already_decided, target, controls_of(some), "It was decided already, and stays so.");
      if (row != *present->second) out_.rows.push_back(std::move(row));
      return;
    }
    Applicability row;
    row.key = key_for(target);
    row.control = target;
    row.applicable = std::ranges::any_of(some, &Applicability::applicable);
    join_texts(row.justification, some, &Applicability::justification);
    join_texts(row.implementation, some, &Applicability::implementation);
    for (auto const* each : some) join_row(row, *each);
    decide_status(row, some);
    decide_responsible(row, some);
    if (row.applicable && !std::ranges::all_of(some, &Applicability::applicable))
      note(MigrationQuestion::applicable_differs, target, controls_of(some),
           "Some predecessors are excluded and others not; it is included until somebody decides.");
    out_.rows.push_back(std::move(row));
  }

  // The control's number, or where a row of another control has that as its key, the number with a count.
  Key<"applicability"> key_for(Criterion const& target) {
    auto key = target.text();
    for (int count = 2; !keys_.emplace(key, target).second && keys_.at(key) != target; ++count)
      key = target.text() + '-' + std::to_string(count);
    if (key != target.text())
      note(MigrationQuestion::key_taken, target, {keys_.at(target.text())},
           "The row of " + keys_.at(target.text()).text() + " has the key " + target.text() + "; its own is " + key +
               ".");
    return *Key<"applicability">::parse(key);
  }

  static void join_row(Applicability& row, Applicability const& old) {
    join_lists(row.drivers, old.drivers);
    join_lists(row.evidence, old.evidence);
    join_lists(row.documents, old.documents);
  }

  void decide_status(Applicability& row, Predecessors const& some) {
    std::set<ImplementationStatus> statuses;
    for (auto const* each : some)
      if (each->applicable) statuses.insert(each->status.value_or(ImplementationStatus::not_implemented));
    if (!row.applicable) return;
    row.status = joined_status(statuses);
    decide_missing(row, some);
    if (statuses.size() > 1)
      note(MigrationQuestion::status_differs, row.control, controls_of(some),
           "Its predecessors stand differently; " + to_string(*row.status) + " was taken.");
  }

  // What has no row was never said to be done: all of the control cannot be done then.
  void decide_missing(Applicability& row, Predecessors const& some) {
    std::vector<Criterion> missing;
    for (auto const* mapping : crosswalk_.of_target(row.control.id()))
      if (auto source = Criterion::in(crosswalk_.from(), mapping->source);
          std::ranges::find(some, source, &Applicability::control) == some.end())
        missing.push_back(std::move(source));
    if (missing.empty()) return;
    if (row.status == ImplementationStatus::implemented) row.status = ImplementationStatus::partial;
    auto const text = "Not every predecessor has a row; " + to_string(*row.status) + " was taken.";
    note(MigrationQuestion::predecessor_missing, row.control, std::move(missing), text);
  }

  void decide_responsible(Applicability& row, Predecessors const& some) {
    std::set<std::string> people;
    for (auto const* each : some) {
      if (each->responsible && !row.responsible) row.responsible = each->responsible;
      if (row.responsible_name.empty()) row.responsible_name = each->responsible_name;
      if (each->responsible) people.insert(each->responsible->text());
    }
    if (people.size() < 2) return;
    std::string names;
    for (auto const& name : people) names += (names.empty() ? "" : ", ") + name;
    note(MigrationQuestion::responsible_differs, row.control, controls_of(some),
         "Its predecessors have " + names + "; " + row.responsible->text() + " was taken.");
  }

  // Controls of the new edition that no old row leads to and that have no row.
  void find_undecided() {
    for (auto const id : crosswalk_.unmatched_targets())
      if (auto const control = Criterion::in(crosswalk_.to(), id); !present_.contains(control))
        note(MigrationQuestion::new_control, control, {}, "It is new in this edition; decide about it.");
    std::map<Criterion, std::vector<Criterion>> others;
    for (auto const& mapping : crosswalk_.mappings())
      others[Criterion::in(crosswalk_.to(), mapping.target)].push_back(
          Criterion::in(crosswalk_.from(), mapping.source));
    for (auto& [control, sources] : others)
      if (!predecessors_.contains(control) && !present_.contains(control))
        note(MigrationQuestion::not_in_statement, control, std::move(sources),
             "None of its predecessors has a row; decide about it.");
  }

  Crosswalk const& crosswalk_;
  Date day_;
  std::map<Criterion, Applicability const*> old_;
  std::map<Criterion, Applicability const*> present_;
  std::map<Criterion, Predecessors> predecessors_;
  std::map<std::string, Criterion> keys_;
  StatementMigration out_;
};

}  // namespace

StatementMigration migrate_statement(std::span<Applicability const* const> rows, Crosswalk const& crosswalk, Date day) {
  return Migrator(rows, crosswalk, day).run();
}

}  // namespace v1
}  // namespace annexa
