#pragma once
/// @file
/// What must hold of the records of the organisation.

#include <annexa/base/error.hpp>
#include <annexa/base/list.hpp>
#include <annexa/base/text.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/document.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/unit.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The rules that records of the organisation can break.
namespace isms_rules {
inline constexpr Rule empty{"text.missing", "\"{member}\" must not be empty.", ""};
inline constexpr Rule range{"number.range", "{found} is out of range; {low} to {high} are accepted.", ""};
inline constexpr Rule order{"date.order", "It ends on {until}, before it begins on {from}.", ""};
inline constexpr Rule weekday{"calendar.weekday",
                              "{found} is no day of the week; 1 (Monday) to 7 (Sunday) are accepted.", "ISO 8601"};
inline constexpr Rule no_work{"calendar.no-work", "A week without any working day leaves no time for anything.", ""};
inline constexpr Rule not_a_control{
    "soa.control", "{found} is a requirement of clauses 4 to 10; only controls have a row here.", "6.1.3 d"};
inline constexpr Rule unjustified{"soa.exclusion-unjustified",
                                  "{control} is excluded (applicable is false or left out) without a justification.",
                                  "6.1.3 d"};
inline constexpr Rule inclusion_unjustified{"soa.inclusion-unjustified",
                                            "{control} is included without a justification.", "6.1.3 d"};
inline constexpr Rule excluded_status{
    "soa.excluded-status", "{control} is excluded, so it has no implementation status; leave it out.", "6.1.3 d"};
inline constexpr Rule status_missing{"soa.status-missing", "{control} is included; say how far it is implemented.",
                                     "6.1.3 d"};
inline constexpr Rule mail{"person.mail", "This is no mail address; one such as anna@acme.example is expected.",
                           "RFC 5321"};
inline constexpr Rule language{"organization.language", "\"{found}\" is no language of reports; en, de and fr are.",
                               ""};
}  // namespace isms_rules

/// Adds a violation if @p text is blank.
inline void check_said(std::string_view text, char const* member, Error& errors) {
  if (trimmed(text).empty()) errors.add(isms_rules::empty, std::string("/") + member, {{"member", member}});
}

/// Adds a violation if @p number is there and outside @p low to @p high.
inline void check_range(std::optional<int> number, int low, int high, char const* member, Error& errors) {
  if (number && (*number < low || *number > high))
    errors.add(isms_rules::range, std::string("/") + member,
               {{"found", std::to_string(*number)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
}

/// Adds a violation if the span ends before it begins.
inline void check_order(Date from, std::optional<Date> until, std::string const& where, Error& errors) {
  if (until && *until < from)
    errors.add(isms_rules::order, where, {{"from", to_string(from)}, {"until", to_string(*until)}});
}

/// Adds what is wrong with a working calendar.
inline void check(std::optional<WorkingCalendar> const& calendar, Error& errors) {
  if (!calendar) return;
  std::vector<int> days;
  for (int const day : calendar->weekend) {
    if (day < 1 || day > 7) errors.add(isms_rules::weekday, "/calendar/weekend", {{"found", std::to_string(day)}});
    if (!detail::contains(days, day)) days.push_back(day);
  }
  if (days.size() >= 7) errors.add(isms_rules::no_work, "/calendar/weekend");
}

/// Adds what is wrong with the organisation.
inline void check(Organization const& organization, Error& errors) {
  check_said(organization.name, "name", errors);
  check(organization.calendar, errors);
  auto const& tongue = organization.language;
  if (!tongue.empty() && tongue != "en" && tongue != "de" && tongue != "fr")
    errors.add(isms_rules::language, "/language", {{"found", tongue}});
}

/// Adds what is wrong with the scope.
inline void check(Scope const& scope, Error& errors) { check_said(scope.statement, "statement", errors); }

/// Adds what is wrong with a unit.
inline void check(Unit const& unit, Error& errors) {
  check_said(unit.name, "name", errors);
  check_range(unit.importance, 1, 5, "importance", errors);
  check_range(unit.audit_minutes, 15, 100'000, "audit_minutes", errors);
  check(unit.calendar, errors);
}

/// True for a plain mail address: one '@' with text at either side, at most 254 bytes, nothing that parts or encloses
/// addresses in a header or in a calendar. @source{RFC 5321, 4.5.3.1}
[[nodiscard]] constexpr bool is_mail_address(std::string_view text) noexcept {
  auto const at = text.find('@');
  return text.size() <= 254 && at != text.npos && at != 0 && at + 1 != text.size() &&
         text.find('@', at + 1) == text.npos && text.find_first_of(" \t\r\n,;:<>()[]\"\\") == text.npos &&
         !has_control(text);
}

/// Adds what is wrong with a person.
inline void check(Person const& person, Error& errors) {
  if (!person.name.is_erased()) check_said(person.name.text(), "name", errors);
  if (!person.mail.is_erased() && !person.mail.text().empty() && !is_mail_address(person.mail.text()))
    errors.add(isms_rules::mail, "/mail");
  check_range(person.audit_days_per_year, 0, 366, "audit_days_per_year", errors);
  for (std::size_t i = 0; i < person.absences.size(); ++i)
    check_order(person.absences[i].from, person.absences[i].until, "/absences/" + std::to_string(i), errors);
  for (std::size_t i = 0; i < person.conflicts.size(); ++i)
    check_order(person.conflicts[i].from, person.conflicts[i].until, "/conflicts/" + std::to_string(i), errors);
}

/// Adds what is wrong with an asset.
inline void check(Asset const& asset, Error& errors) {
  check_said(asset.name, "name", errors);
  check_range(asset.confidentiality, 1, 4, "confidentiality", errors);
  check_range(asset.integrity, 1, 4, "integrity", errors);
  check_range(asset.availability, 1, 4, "availability", errors);
}

/// Adds what is wrong with a document. @source{7.5.2}
inline void check(DocumentedInformation const& document, Error& errors) { check_said(document.title, "title", errors); }

/// Adds what is wrong with a row of the statement of applicability. @source{6.1.3 d}
inline void check(Applicability const& row, Error& errors) {
  std::vector<Argument> const args{{"control", row.control.text()}};
  if (row.control.is_clause()) errors.add(isms_rules::not_a_control, "/control", {{"found", row.control.text()}});
  if (trimmed(row.justification).empty())
    errors.add(row.applicable ? isms_rules::inclusion_unjustified : isms_rules::unjustified, "/justification", args);
  if (!row.applicable && row.status) errors.add(isms_rules::excluded_status, "/status", args);
  if (row.applicable && !row.status) errors.add(isms_rules::status_missing, "/status", args);
}

}  // namespace v1
}  // namespace annexa
