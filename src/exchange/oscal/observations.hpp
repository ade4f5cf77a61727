#pragma once
// Findings, observations and risks: what results and action plans say of audits and nonconformities.

#include <annexa/audit/sample.hpp>
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include "audit_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {

/// What a document has observed so far: each record once.
class Observations {
 public:
  Observations(Export& document, Subjects& subjects) : document_(document), subjects_(subjects) {}

  /// The observation that a piece of evidence is. Nothing for a key without a record.
  void evidence(Key<"evidence"> const& key);
  /// The observation that a sample is.
  void sample(Sample const& sample);
  /// A finding that is no unmet requirement, or was withdrawn.
  void finding(Finding const& finding);
  /// A verdict that says neither that a requirement is met nor that it is not.
  void assessment(Assessment const& assessment);
  /// The judgement whether a nonconformity's actions helped.
  void effectiveness(Nonconformity const& nonconformity);

  /// Related observations for the evidence that is on record; those become observations.
  [[nodiscard]] boost::json::array related(std::span<Key<"evidence"> const> evidence);
  /// All of them, in the order in which they came up.
  [[nodiscard]] boost::json::array take() { return std::move(all_); }

 private:
  [[nodiscard]] bool is_new(std::string const& uuid) { return uuids_.insert(uuid).second; }
  // What an auditor judged, whatever record it stands in.
  void add_judgement(boost::json::object observation, std::string_view type, auto const& record,
                     Key<"person"> const& by, Date on);
  void add_evidence_links(boost::json::object& observation, std::span<Key<"evidence"> const> evidence);

  Export& document_;
  Subjects& subjects_;
  boost::json::array all_;
  std::set<std::string, std::less<>> uuids_;
};

/// True if the finding says that a requirement is not met.
[[nodiscard]] inline bool is_unmet(Finding const& finding) noexcept {
  return finding.kind == FindingKind::nonconformity && finding.state != FindingState::withdrawn;
}

/// True if the verdict is one on whether the requirement is met.
[[nodiscard]] inline bool is_decided(Verdict verdict) noexcept {
  return verdict != Verdict::not_assessed && verdict != Verdict::not_applicable;
}

/// The finding of an unmet requirement. @pre is_unmet()
[[nodiscard]] boost::json::object finding_of(Export& document, Observations& observations, Finding const& finding);

/// The finding that a verdict is. @pre is_decided()
[[nodiscard]] boost::json::object finding_of(Export& document, Observations& observations,
                                             Assessment const& assessment);

/// A finding for a nonconformity that comes from no audit.
[[nodiscard]] boost::json::object finding_of(Export& document, Observations& observations,
                                             Nonconformity const& nonconformity);

/// UUID of a nonconformity's risk.
[[nodiscard]] std::string risk_uuid(Export const& document, Key<"nonconformity"> const& key);

/// The nonconformity as a risk: what it is and how far it has come. Without its life.
[[nodiscard]] boost::json::object risk_of(Export& document, Nonconformity const& nonconformity);

/// Adds its life to a risk_of(): what is done about it, its deadline and its log.
void add_life(Export& document, Observations& observations, Nonconformity const& nonconformity,
              boost::json::object& risk);

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
