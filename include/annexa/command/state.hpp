#pragma once
/// @file
/// Everything that a workspace knows at one size of its journal.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/checklist.hpp>
#include <annexa/audit/document_request.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/grading_scale.hpp>
#include <annexa/audit/interview.hpp>
#include <annexa/audit/programme.hpp>
#include <annexa/audit/sample.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/audit/working_paper.hpp>
#include <annexa/base/json.hpp>
#include <annexa/command/erasure.hpp>
#include <annexa/command/override.hpp>
#include <annexa/command/signing_key.hpp>
#include <annexa/command/table.hpp>
#include <annexa/duty/duty.hpp>
#include <annexa/duty/independence.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/duty/waiver.hpp>
#include <annexa/isms/adopted_catalog.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/context_issue.hpp>
#include <annexa/isms/document.hpp>
#include <annexa/isms/feedback.hpp>
#include <annexa/isms/incident.hpp>
#include <annexa/isms/interested_party.hpp>
#include <annexa/isms/measurement.hpp>
#include <annexa/isms/objective.hpp>
#include <annexa/isms/obligation.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/planned_change.hpp>
#include <annexa/isms/statement.hpp>
#include <annexa/isms/unit.hpp>
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/nonconformity/policy.hpp>
#include <annexa/review/management_review.hpp>
#include <annexa/review/maturity.hpp>
#include <annexa/risk/method.hpp>
#include <annexa/risk/risk.hpp>

#include <array>
#include <boost/json/fwd.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace annexa {
inline namespace v1 {

/// All nouns that have records, in the order in which documents list them. A noun added here is known to the codec, the
/// fold, `show`, export and every binding.
using Nouns =
    std::tuple<Organization, Scope, Unit, Person, RoleGrant, Waiver, Asset, DocumentedInformation, ContextIssue,
               InterestedParty, Obligation, Objective, Measurement, Feedback, Incident, PlannedChange, Method, Risk,
               Applicability, StatementOfApplicability, StatementRow, AdoptedCatalog, CatalogRequirement, Programme,
               Audit, Session, Evidence, Sample, Assessment, GradingScale, ChecklistTemplate, DocumentRequest,
               Interview, WorkingPaper, Finding, Nonconformity, CorrectiveAction, MaturityRating, ManagementReview,
               ReviewInputPart, Override, Duty, LifecyclePolicy, Erasure, SigningKey>;

/// One noun, for code that is no template.
struct Noun {
  Type const* type;         ///< Its records.
  std::string_view name;    ///< "unit".
  std::string_view plural;  ///< "units": what `annexa show` takes.
  std::string_view prefix;  ///< "U-": allocated keys are this and a number; empty if keys are never allocated.
  std::shared_ptr<void> (*create)();                  ///< A record with defaults.
  std::shared_ptr<void> (*copy)(void const* record);  ///< A copy of a record.
};

/// All nouns, in the order of Nouns.
[[nodiscard]] std::span<Noun const> nouns() noexcept;

/// The noun of that name, else the one of that plural, or null: "soa" is an approved version of the statement.
[[nodiscard]] Noun const* find_noun(std::string_view name) noexcept;

/// The noun whose records are listed under that word: the one of that plural, else the one of that name, or null: under
/// "soa" stand the rows of the statement of applicability.
[[nodiscard]] Noun const* find_listed_noun(std::string_view word) noexcept;

namespace detail {
template <class T, class... All>
constexpr std::size_t index_in(std::tuple<All...> const*) {
  std::size_t index = 0;
  static_cast<void>(((std::is_same_v<T, All> || (++index, false)) || ...));
  return index;
}
/// Position of a record type in Nouns.
template <class T>
inline constexpr std::size_t noun_index = index_in<T>(static_cast<Nouns const*>(nullptr));
}  // namespace detail

/// The records of a workspace. A value: copies are cheap and share what they have in common.
/// @par Threads
/// A constant State may be read from many threads.
class State {
 public:
  /// The record of type T with that key, or null. Lives until the state changes.
  template <class T>
  [[nodiscard]] T const* find(std::string_view key) const {
    auto const* row = tables_[detail::noun_index<T>].find(key);
    return row ? static_cast<T const*>(row->record.get()) : nullptr;
  }
  /// The record with that key, or null.
  template <FixedString NounName, class T = void>
  [[nodiscard]] auto const* find(Key<NounName> const& key) const {
    return find<RecordOf<NounName>>(key.text());
  }
  /// Calls @p visit(T const&) for each record of type T, in natural order of the keys.
  template <class T, class Visit>
  void for_each(Visit&& visit) const {
    tables_[detail::noun_index<T>].for_each(
        [&](TableRow const& row) { visit(*static_cast<T const*>(row.record.get())); });
  }
  /// All records of type T that @p wanted, as pointers that live until the state changes.
  template <class T, class Wanted>
  [[nodiscard]] std::vector<T const*> select(Wanted&& wanted) const {
    std::vector<T const*> found;
    for_each<T>([&](T const& record) {
      if (wanted(record)) found.push_back(&record);
    });
    return found;
  }
  /// All records of type T.
  template <class T>
  [[nodiscard]] std::vector<T const*> all() const {
    return select<T>([](T const&) { return true; });
  }
  /// The table of a noun.
  [[nodiscard]] Table const& table(Noun const& noun) const { return tables_[index_of(noun)]; }
  /// Adds a record, or replaces the one with its key. For fold(). @pre the record is of @p noun and has the row's key.
  void put(Noun const& noun, TableRow row);
  /// Keys of the records of @p noun that have the number @p id in another system, in natural order; one at most unless
  /// a document from elsewhere says otherwise. Lives until the state changes. Logarithmic.
  [[nodiscard]] std::span<std::string const> holders(Noun const& noun, ExternalId const& id) const;

  /// The corrective actions of a nonconformity, of all its cycles, in natural order of their keys, as pointers that
  /// live until the state changes. Logarithmic for each.
  [[nodiscard]] std::vector<CorrectiveAction const*> actions_of(Key<"nonconformity"> const& key) const;

  Uuid workspace;          ///< Identity of the workspace.
  std::uint64_t size = 0;  ///< Events folded so far.
  Instant latest;          ///< The latest time of an event folded so far. No part of write_state().

 private:
  void index_action(TableRow const* before, TableRow const& now);
  template <FixedString NounName, class First, class... Rest>
  static auto record_of(std::tuple<First, Rest...> const*) {
    if constexpr (First::type_name == NounName.view())
      return std::type_identity<First>{};
    else
      return record_of<NounName>(static_cast<std::tuple<Rest...> const*>(nullptr));
  }
  template <FixedString NounName>
  using RecordOf = typename decltype(record_of<NounName>(static_cast<Nouns const*>(nullptr)))::type;
  [[nodiscard]] static std::size_t index_of(Noun const& noun) {
    return static_cast<std::size_t>(&noun - nouns().data());
  }

  std::array<Table, std::tuple_size_v<Nouns>> tables_;
  std::array<Table, std::tuple_size_v<Nouns>> holders_;  // by external id: the keys that have it
  Table actions_;                                        // by nonconformity and action
};

/// About how many bytes of memory a state takes, were it the only one: copies share what they have in common. Linear in
/// the number of records.
[[nodiscard]] std::size_t memory_of(State const& state) noexcept;

/// The UUID of a record: version 5 over workspace, noun and key, so that exports are stable. It is the stream of its
/// events.
[[nodiscard]] Uuid record_uuid(Uuid const& workspace, std::string_view noun, std::string_view key);

/// The whole state as one JSON document: `{"workspace":…,"size":…,"records":{"unit":[{"version":1,"record":{…}}]}}`.
[[nodiscard]] boost::json::value write_state(State const& state, PersonalForm form = PersonalForm::committed);

/// Reads a document of write_state(). @return the state, or every violation.
[[nodiscard]] result<State> read_state(boost::json::value const& document);

/// The sessions of an audit's present plan, in order of time; what a later plan did away with is left out.
[[nodiscard]] std::vector<Session const*> plan_of(State const& state, Key<"audit"> const& audit);

/// The organisation, with defaults where the workspace has none yet.
[[nodiscard]] Organization organization_of(State const& state);

/// What the organisation decided about the life of its nonconformities, with defaults where it did not.
[[nodiscard]] LifecyclePolicy policy_of(State const& state);

/// What the organisation decided about the independence of its auditors (`duty.configure` of S02), with defaults where
/// it did not.
[[nodiscard]] IndependencePolicy independence_of(State const& state);

/// The working days that hold in a unit: its own, else the organisation's, else Monday to Friday.
[[nodiscard]] WorkingCalendar calendar_of(State const& state, Unit const* unit);

}  // namespace v1
}  // namespace annexa
