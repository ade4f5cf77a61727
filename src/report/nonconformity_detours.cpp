// What happened to a nonconformity beside the straight way: disputes, more time, deviations, second signatures.
#include "audit_sections.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

class DetourRows {
 public:
  DetourRows(RecordMaterial const& m, Table& table) : m_(m), table_(table) {}

  void add(std::string what, Cells day, Cells who, Cells reason, Cells decision) {
    table_.rows.push_back(
        {{}, {{std::move(what)}, std::move(day), std::move(who), std::move(reason), std::move(decision)}});
  }
  [[nodiscard]] Cells person(std::string const& text) const {
    auto const key = Key<"person">::parse(text);
    return maybe(key ? m_.person(*key) : text);
  }
  // How somebody decided, by whom and when.
  [[nodiscard]] Cells decided(std::string result, std::string const& why, std::string const& by,
                              std::optional<Date> const& on) const {
    Cells cells;
    if (!result.empty()) cells.emplace_back(std::move(result));
    if (!why.empty()) cells.emplace_back(why);
    for (auto& each : person(by)) cells.push_back(std::move(each));
    if (on) cells.emplace_back(*on);
    return cells;
  }

 private:
  RecordMaterial const& m_;
  Table& table_;
};

Cells both(std::string const& one, std::string const& other) {
  Cells cells = maybe(one);
  if (!other.empty()) cells.emplace_back(other);
  return cells;
}

std::string day(Date date) { return spoken(date, DateStyle::full); }

void add_disputes(DetourRows& rows, Detours const& detours) {
  for (auto const& each : detours.disputes)
    rows.add(say("detour.dispute"_word, {{"kind", word_of(each.kind)}}), {each.on}, rows.person(each.by),
             maybe(each.reason), rows.decided({}, each.decision, each.decided_by, each.decided_on));
}

void add_extensions(DetourRows& rows, Detours const& detours) {
  for (auto const& each : detours.extensions)
    rows.add(say("detour.extension"_word, {{"deadline", known_name("what", each.deadline)},
                                           {"original", day(each.original)},
                                           {"until", day(each.until)}}),
             {each.requested_on}, rows.person(each.requested_by), both(each.reason, each.interim_measure),
             rows.decided(word_of(each.state), each.decision, each.decided_by, each.decided_on));
}

void add_deviations(DetourRows& rows, Detours const& detours) {
  for (auto const& each : detours.deviations) {
    Cells end = maybe(each.ended_because);
    if (each.ended_on) end.emplace_back(*each.ended_on);
    rows.add(say("detour.deviation"_word, {{"risk", each.risk.text()}, {"until", day(each.until)}}), {each.from},
             rows.person(each.accepted_by), both(each.reason, each.compensating_measures), std::move(end));
  }
}

void add_signatures(DetourRows& rows, Nonconformity const& n) {
  auto const closing = word_of(SignaturePurpose::closing);
  for (auto const& each : n.co_signed_by)
    rows.add(say("detour.signature"_word, {{"purpose", closing}}), {}, rows.person(each.text()), {}, {});
  if (!n.detours) return;
  for (auto const& each : n.detours->agreements)
    rows.add(say("detour.signature"_word, {{"purpose", word_of(each.purpose)}}), {each.on}, rows.person(each.by.text()),
             {}, {});
}

// What was told of it elsewhere stands as what it is: told, and proved by nothing here.
void add_past(DetourRows& rows, ImportedState const& imported) {
  auto const& past = *imported.past;
  auto const told = [&](std::string word, std::string const& text, std::optional<Date> const& on,
                        std::string const& by) {
    if (text.empty() && !on && by.empty()) return;
    Cells date;
    if (on) date.emplace_back(*on);
    rows.add(std::move(word), std::move(date), maybe(by), maybe(text), {});
  };
  told(say("told.raised"_word), past.source, past.raised_on, past.raised_by);
  told(say("told.correction"_word), past.correction, {}, "");
  told(say("told.cause"_word), past.cause, {}, "");
  told(say("told.action"_word), past.action, past.due_on, past.owner);
  told(say("told.effectiveness"_word), past.effectiveness, {}, "");
  told(say("told.closed"_word), "", past.closed_on, "");
  if (imported.imported_unverified) rows.add(say("told.unverified"_word), {}, {}, {}, {});
}

void add_origin(DetourRows& rows, Detours const& detours) {
  if (detours.issuer)
    rows.add(say("detour.issuer"_word, {{"name", detours.issuer->name}}), {}, {}, maybe(detours.issuer->reference),
             both(detours.issuer->decisions.empty() ? "" : detours.issuer->decisions.back(), detours.issuer->closing));
  if (detours.imported)
    rows.add(say("detour.imported"_word, {{"system", detours.imported->system}, {"status", detours.imported->status}}),
             {}, {}, {}, {});
  if (detours.imported && detours.imported->past) add_past(rows, *detours.imported);
  if (detours.recurs_from) rows.add(say("detour.recurs"_word, {{"key", detours.recurs_from->text()}}), {}, {}, {}, {});
  if (detours.merged_into) rows.add(say("detour.merged"_word, {{"key", detours.merged_into->text()}}), {}, {}, {}, {});
}

}  // namespace

Table detours_table(RecordMaterial const& m, Nonconformity const& n) {
  Table table{anchor_of("detours", n.key.text()),
              say("detours.caption"_word),
              {column("column.what"_word), column("column.date"_word, ColumnKind::date), column("column.who"_word),
               column("column.reason"_word), column("column.decision"_word)},
              {}};
  DetourRows rows(m, table);
  if (n.detours) {
    add_origin(rows, *n.detours);
    add_disputes(rows, *n.detours);
    add_extensions(rows, *n.detours);
    add_deviations(rows, *n.detours);
  }
  add_signatures(rows, n);
  drop_empty_columns(table, 1);
  return table;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
