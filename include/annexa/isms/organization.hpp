#pragma once
/// @file
/// The organisation and the scope of its information security management system (ISMS).

#include <annexa/base/describe.hpp>
#include <annexa/base/working_calendar.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The organisation whose ISMS is audited. There is one in a workspace; its key is "organization".
/// @source{4.1}
struct Organization {
  static constexpr std::string_view type_name = "organization";  ///< The noun.
  Key<"organization"> key;                                       ///< "organization".
  std::string name;                                              ///< Legal or usual name.
  std::string activity;                                          ///< What it does, in a sentence.
  std::string address;                                           ///< Where its head office is.
  std::optional<int> people;                                     ///< Persons who work under its control.
  std::string language;                     ///< Language of its reports: "en", "de" or "fr"; empty is "en".
  std::string zone;                         ///< Time zone of its head office, an IANA name; empty is "Etc/UTC".
  std::optional<WorkingCalendar> calendar;  ///< Its working days; Monday to Friday without holidays when absent.
  Custom custom;                            ///< Members of the host.
  std::vector<ExternalId> external_ids;     ///< Numbers in other systems.
  friend bool operator==(Organization const&, Organization const&) = default;
};
BOOST_DESCRIBE_STRUCT(Organization, (),
                      (key, name, activity, address, people, language, zone, calendar, custom, external_ids))
ANNEXA_TYPE_TABLE(Organization)

/// What the ISMS covers. There is one in a workspace; its key is "scope".
/// @source{4.3}
struct Scope {
  static constexpr std::string_view type_name = "scope";  ///< The noun.
  Key<"scope"> key;                                       ///< "scope".
  std::string statement;                                  ///< The scope in words, as on the certificate.
  std::vector<std::string> exclusions;                    ///< What is left out, each with its reason.
  std::vector<std::string> interfaces;                    ///< Interfaces and dependencies with what is outside.
  std::optional<Key<"person">> approved_by;               ///< Who approved it.
  std::optional<Date> approved_on;                        ///< When.
  Custom custom;                                          ///< Members of the host.
  std::vector<ExternalId> external_ids;                   ///< Numbers in other systems.
  friend bool operator==(Scope const&, Scope const&) = default;
};
BOOST_DESCRIBE_STRUCT(Scope, (),
                      (key, statement, exclusions, interfaces, approved_by, approved_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Scope)

}  // namespace v1
}  // namespace annexa
