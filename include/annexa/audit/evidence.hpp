#pragma once
/// @file
/// Audit evidence, and what it says of each criterion.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a piece of evidence is.
enum class EvidenceKind : std::uint8_t {
  document,        ///< A document or record.
  statement,       ///< What somebody said in an interview.
  observation,     ///< What the auditor saw.
  technical_test,  ///< The result of a test that the system's owner ran.
};
ANNEXA_DESCRIBE_ENUM(EvidenceKind, "evidence-kind", document, statement, observation, technical_test)

/// A piece of audit evidence. Its content stays where it is; the digest fixes what was seen.
/// @source{ISO 19011, collecting and verifying information; 7.5.3}
struct Evidence {
  static constexpr std::string_view type_name = "evidence";  ///< The noun.
  Key<"evidence"> key;                                       ///< Such as "E-17".
  std::optional<Key<"audit">> audit;                         ///< In which audit it was gathered; or else
  std::optional<Key<"nonconformity">> nonconformity;         ///< for which nonconformity: its correction, its effect.
  EvidenceKind kind = EvidenceKind::document;                ///< What it is.
  std::string title;                                         ///< What it shows, in a few words.
  std::string source;                    ///< Where it is kept: a document number, a system, a place.
  Personal statement;                    ///< What was said or seen; free text that may name people.
  std::optional<Hash> sha256;            ///< Digest of the file, as sha256sum prints it; absent without a file.
  std::string media_type;                ///< Media type of the file.
  std::optional<std::int64_t> size;      ///< Bytes of the file.
  std::optional<Date> effective_on;      ///< The day from which it speaks: apart from when it came in.
  Date received_on;                      ///< When the auditor got it.
  Key<"person"> received_by;             ///< Who got it.
  std::optional<Key<"unit">> unit;       ///< Where.
  std::vector<Criterion> criteria;       ///< What it bears on.
  std::string classification;            ///< How confidential it is.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Evidence const&, Evidence const&) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (),
                      (key, audit, nonconformity, kind, title, source, statement, sha256, media_type, size,
                       effective_on, received_on, received_by, unit, criteria, classification, custom, external_ids))
ANNEXA_TYPE_TABLE(Evidence)

/// What the evidence says of one criterion.
enum class Verdict : std::uint8_t {
  conforming,           ///< The requirement is met.
  observation,          ///< Met, with something to watch.
  opportunity,          ///< Met, and could be done better.
  minor_nonconformity,  ///< Not met; the ISMS still achieves its results.
  major_nonconformity,  ///< Not met, and its results are in doubt.
  not_assessed,         ///< Not looked at.
  not_applicable,       ///< A control that the statement of applicability excludes; never a clause.
};
ANNEXA_DESCRIBE_ENUM(Verdict, "verdict", conforming, observation, opportunity, minor_nonconformity, major_nonconformity,
                     not_assessed, not_applicable)

/// The verdict on one criterion in one audit, in one unit or across all of them.
struct Assessment {
  static constexpr std::string_view type_name = "assessment";  ///< The noun.
  Key<"assessment"> key;  ///< The audit's key, the unit's if there is one, and the criterion, with '/' between.
  Key<"audit"> audit;     ///< In which audit.
  Criterion criterion;    ///< Of which requirement or control.
  std::optional<Key<"unit">> unit;          ///< Where; absent if across all units.
  Verdict verdict = Verdict::not_assessed;  ///< What the evidence says.
  std::string reason;                       ///< Why; needed unless conforming.
  std::string sample;                       ///< What was looked at, out of how many.
  std::vector<Key<"sample">> samples;       ///< Samples on record that it rests on.
  std::vector<Key<"evidence">> evidence;    ///< What it rests on.
  Key<"person"> assessed_by;                ///< Who judged.
  Date assessed_on;                         ///< When.
  Custom custom;                            ///< Members of the host.
  std::vector<ExternalId> external_ids;     ///< Numbers in other systems.
  friend bool operator==(Assessment const&, Assessment const&) = default;
};
BOOST_DESCRIBE_STRUCT(Assessment, (),
                      (key, audit, criterion, unit, verdict, reason, sample, samples, evidence, assessed_by,
                       assessed_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Assessment)

}  // namespace v1
}  // namespace annexa
