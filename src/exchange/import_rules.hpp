#pragma once
// The rules of an import, apart from those of the domain.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace import_rules {

// The table as a whole.
inline constexpr Rule request{"import.map", "\"{found}\" is no mapping; COLUMN=FIELD is expected, such as \"Ref=key\".",
                              "", ErrorKind::usage};
inline constexpr Rule unknown_kind{"import.kind",
                                   "\"{found}\" is no kind of table; there are {kinds} and, for a catalog, catalog.",
                                   "", ErrorKind::usage};
inline constexpr Rule unclear_kind{
    "import.kind",
    "The headers do not tell what the table holds ({found}); say it (kind; --as of the tool): one of {kinds}, "
    "or catalog for a framework of your own.",
    "", ErrorKind::usage};

inline constexpr Rule foreign{"import.kind", "The headers are those of {layout}. {advice}", "", ErrorKind::usage};

inline constexpr Rule encoding{"import.encoding",
                               "\"{found}\" is no encoding; there are utf-8, utf-16le, utf-16be and windows-1252.", "",
                               ErrorKind::usage};
inline constexpr Rule delimiter{
    "import.delimiter", "\"{found}\" is no delimiter; there are \",\", \";\", \"|\" and tab.", "", ErrorKind::usage};
inline constexpr Rule workspace_alone{"import.workspace-alone",
                                      "The document of a workspace is imported alone; found {found} files.", "",
                                      ErrorKind::usage};
inline constexpr Rule stopped{"import.stopped", "The import was stopped; nothing is recorded.", "",
                              ErrorKind::cancelled};

// The header.
inline constexpr Rule unknown_field{"import.field", "There is no field \"{found}\" in {kind}. {hint}", ""};
inline constexpr Rule unknown_column{"import.column", "There is no column \"{found}\". {hint}", ""};
inline constexpr Rule two_columns{
    "import.two-columns",
    "\"{first}\" and \"{second}\" both mean {field}; leave one out, such as by mapping \"{second}=-\".", ""};
inline constexpr Rule missing_column{
    "import.missing-column",
    "No column holds {field}; a header such as {examples} is expected, or a mapping COLUMN={field}.", ""};
inline constexpr Rule no_method{
    "import.no-method",
    "There is no risk method to read likelihood and impact by; adopt one (risk-method.adopt), or "
    "import with a built-in one such as 5x5.",
    "6.1.2 a"};
inline constexpr Rule which_method{"import.which-method", "There are several risk methods ({found}); say which.",
                                   "6.1.2 a"};
inline constexpr Rule unknown_method{"import.no-method", "There is no risk method \"{found}\"; there {known}.",
                                     "6.1.2 a"};

// Rows.
inline constexpr Rule control{"import.control",
                              "The cell has a control character; tabs and line ends are the only ones accepted.", ""};
inline constexpr Rule too_many_cells{
    "import.too-many-cells",
    "The row has {found} cells, the header {expected}; a cell with a delimiter in it has to stand in quotes.",
    "RFC 4180"};
inline constexpr Rule too_few_cells{
    "import.too-few-cells", "The row has {found} cells, the header {expected}; the rest counts as blank.", "RFC 4180"};
inline constexpr Rule no_header{"import.no-header",
                                "The cell stands in a column without a header; nothing is taken from it.", ""};
inline constexpr Rule repeated{"import.repeated", "{key} stands in row {row} already.", ""};
inline constexpr Rule exists{"import.exists", "There is {key} already, and existing records are not to be touched.",
                             ""};
inline constexpr Rule custom_size{"import.custom", "The custom members have {found} bytes; {limit} are accepted.", ""};
inline constexpr Rule heading{"import.heading", "The row titles those below it; nothing is taken from it.", ""};
inline constexpr Rule two_records{"import.two-records",
                                  "The row names {first} by its key and {second} by a number of another system.", ""};
inline constexpr Rule key_given{"import.key-given", "The row has no key; {key} is given.", ""};
inline constexpr Rule no_keys{
    "import.no-keys", "No column holds a key, so every row is new; importing the table again would add its rows again.",
    ""};

// Cells.
inline constexpr Rule value{"import.value", "Expected {expected}.", ""};
inline constexpr Rule two_dates{
    "import.date-order", "This can be two dates; write YYYY-MM-DD, or say whether the day or the month comes first.",
    ""};
inline constexpr Rule dates_shown{"import.date-order-shown",
                                  "Dates such as {found} are read with the {first} first, as {shown} shows.", ""};
inline constexpr Rule no_day{
    "import.no-such-day", "There is no such day in the calendar; a date as YYYY-MM-DD or DD.MM.YYYY is expected.", ""};
inline constexpr Rule not_taken{"import.not-taken", "Nothing is taken from \"{found}\".", ""};
inline constexpr Rule kept_blank{"import.blank", "The cell is blank; \"{recorded}\" stays.", ""};
inline constexpr Rule kept_note{"import.note", "Taken as {taken}; the whole text is kept in {member}.", ""};
inline constexpr Rule no_match{"import.no-match", "No {noun} has this key or name; kept as text in {member}.", ""};
inline constexpr Rule many_matches{"import.many-matches", "Several match ({found}); kept as text in {member}.", ""};
inline constexpr Rule no_match_stays{"import.no-match", "No {noun} has this key or name; {recorded} stays.", ""};
inline constexpr Rule many_matches_stays{"import.many-matches", "Several match ({found}); {recorded} stays.", ""};
inline constexpr Rule remainder{"import.remainder", "Taken as {taken}; the text behind the number is dropped.", ""};

inline constexpr Rule no_control{
    "catalog.unknown-control",
    "ISO/IEC 27001:2022 has no {found}; its controls are A.5.1 to A.5.37, A.6.1 to A.6.8, A.7.1 to "
    "A.7.14 and A.8.1 to A.8.34.",
    "Annex A"};

inline constexpr Rule no_criterion{
    "catalog.unknown", "ISO/IEC 27001:2022 has no clause, item or control {found}; it is taken all the same.", ""};

// Risks.
inline constexpr Rule half_rating{"import.half-rating",
                                  "The {stage} rating has {found} but no {missing}; fill both or neither.", "6.1.2"};
inline constexpr Rule accepted_by_others{
    "import.accepted-by-others",
    "{actor} may not record that {owner} accepted a risk; {owner} and whoever manages the ISMS may.", "6.1.3 f"};
inline constexpr Rule accepted_later{
    "import.accepted-later", "The acceptance is of {found}, which is after today; nobody can have accepted it yet.",
    "6.1.3 f"};
inline constexpr Rule impact_differs{
    "import.impact-differs", "The highest dimension is {highest}, and that counts; the column says {found}.", "6.1.2"};
inline constexpr Rule score_differs{
    "import.score-differs",
    "By {method}, {likelihood} and {impact} score {product}, band {level}; the column says {found}.", "6.1.2"};
inline constexpr Rule band_differs{"import.band-differs", "By {method} the band is {band}; the column says {found}.",
                                   "6.1.2"};
inline constexpr Rule dimension{
    "import.dimension", "{method} has no dimension \"{found}\"; it has {known}. The column is left out.", "6.1.2 a"};
inline constexpr Rule dimension_missing{
    "import.dimension-missing",
    "No column holds the dimension \"{found}\" of {method}; only the highest impact is kept.", "6.1.2 a"};
inline constexpr Rule retained{"import.retained",
                               "It is accepted and the table says of no treatment: taken as retained.", "6.1.3 a"};
inline constexpr Rule not_accepted{
    "import.not-accepted",
    "A word in a table accepts no risk: its owner does (risk.accept), or columns say by whom, when "
    "and why. The text is kept in status_note.",
    "6.1.3 f"};
inline constexpr Rule status_differs{"import.status",
                                     "The risk is {status} by what is recorded; the column says {found}.", "6.1.3"};
inline constexpr Rule title_made{"import.title", "No column holds a title; it is made of {source}.", ""};

inline constexpr Rule unknown_risk{
    "reference.unknown",
    "There is no risk \"{found}\"; the key or the title of a risk on record is expected. Import the register first.",
    "8.3"};
inline constexpr Rule modified_by_plan{
    "import.modified", "Nothing is on record of how {risk} is treated; by these measures it is modified.", "6.1.3 a"};

// Roles.
inline constexpr Rule from_today{"import.from-today", "The row does not say since when; taken as from {day}.", "5.3"};
inline constexpr Rule role_stays{
    "import.role-stays",
    "{key} is granted, and a grant only ends: end it and grant another. What the row says of {members} is not taken.",
    "5.3"};

// Nonconformities.
inline constexpr Rule source_unclear{
    "import.source", "No source is known by this name; taken as {taken}, and what was written is kept as it stands.",
    "10.2 f"};
inline constexpr Rule no_state{
    "import.no-status", "The row has no status; taken as {taken}, and nothing says that it has gone further.", "10.2"};
inline constexpr Rule grade_kept{
    "import.grade",
    "This is no grade of a nonconformity (major or minor): it stays ungraded, and the text is kept in "
    "{member}.",
    "ISO/IEC 17021-1 3.12"};
inline constexpr Rule unverified{
    "import.unverified",
    "Told to be {told}, and no step here proves it: taken over as {taken}, marked as imported and not verified, and "
    "left out of figures.",
    "10.2 f"};
inline constexpr Rule moved_on_here{
    "import.moved-on", "{key} has gone on here since: its steps change it, and no table. {members} stay as they are.",
    "10.2 f"};
inline constexpr Rule no_steps{
    "import.history", "Steps that were taken elsewhere do not come along; {key} stands as it is told.", "10.2 f"};
inline constexpr Rule closed_open{
    "import.closed-open",
    "The row is {state} and has a date of closing; one of the two is wrong. The date is kept as it "
    "was told and closes nothing.",
    "10.2"};
inline constexpr Rule closed_undated{"import.closed-undated",
                                     "The row is closed and does not say when; nothing is put in its place.", "10.2"};
inline constexpr Rule no_effect{"import.no-effect", "It is closed, and nothing is said of whether the action helped.",
                                "10.2 d"};
inline constexpr Rule later_than_today{"import.future", "{found} is after today; what has happened lies before.",
                                       "7.5.3"};

// Findings.
inline constexpr Rule no_audit{"import.no-audit",
                               "A finding belongs to an audit: no column names it, and {found}. Name one (audit; "
                               "--audit of the tool), or take the "
                               "table as a register of nonconformities (kind nonconformities), which need no audit.",
                               "9.2.2"};
inline constexpr Rule finding_stays{
    "import.finding-stays", "{key} is on record and changes by decisions, not by a table; {members} stay as they are.",
    "ISO 19011"};
inline constexpr Rule gap_taken{"import.gap", "No column says in what it falls short; what was found is taken for it.",
                                "10.2 f"};

inline constexpr Rule scan_form{"scan.form",
                                "Expected {expected}; SARIF 2.1.0 and DefectDojo's generic findings (JSON) are read.",
                                "", ErrorKind::usage};

// Audits.
inline constexpr Rule audit_state{
    "import.audit-state", "A word in a table opens, concludes and reports no audit; it stays {state}.", "9.2.2"};
inline constexpr Rule audit_members{"import.audit-members",
                                    "A plan has no custom members and no numbers of other systems; they are left out.",
                                    "9.2.2"};
inline constexpr Rule audit_stays{
    "import.audit-stays", "{key} is {state} and is not planned anew by a table; {members} stay as they are.", "9.2.2"};

// Checklists.
inline constexpr Rule own_criteria{
    "import.own-criteria",
    "No column names clauses or controls: the questions go by numbers of their own, such as {found}.", "ISO 19011"};
inline constexpr Rule no_audit_for_results{
    "import.results",
    "What was found belongs to an audit, and none is named (audit; --audit of the tool): the questions are taken, the "
    "column is not.",
    "9.2.2"};
inline constexpr Rule unknown_audit{"reference.unknown", "There is no audit \"{found}\".", ""};
inline constexpr Rule no_yes{"import.yes-or-no",
                             "This is neither yes nor no and says nothing of how to look; left out.", ""};
inline constexpr Rule paper_stays{"import.paper", "{key} says something else and is not sent back; it stays as it is.",
                                  "ISO 19011"};

// Statement of applicability.
inline constexpr Rule applicable_by_status{
    "soa.by-status",
    "No column says whether a control applies: one with a status does, one that is \"not applicable\" does not.",
    "6.1.3 d"};
inline constexpr Rule excluded_status{"soa.excluded-status", "{control} is excluded, so it has no status; dropped.",
                                      "6.1.3 d"};
inline constexpr Rule not_said{"import.applicable", "Whether {control} is applicable is not said; {expected}.",
                               "6.1.3 d"};
inline constexpr Rule lost_zero{"import.repeated",
                                "{key} stands in row {row} already; a spreadsheet may have made {key} of {key}0.", ""};

}  // namespace import_rules
}  // namespace v1
}  // namespace annexa
