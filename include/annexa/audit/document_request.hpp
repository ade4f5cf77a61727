#pragma once
/// @file
/// Requests for documents.

#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far a request for a document is.
enum class RequestState : std::uint8_t {
  open,       ///< Asked for.
  delivered,  ///< Handed in; the auditor has not looked yet.
  accepted,   ///< It is what was asked for.
  declined,   ///< It will not come, with a reason.
  withdrawn,  ///< Not needed any more.
};
ANNEXA_DESCRIBE_ENUM(RequestState, "request-state", open, delivered, accepted, declined, withdrawn)

/// A document that auditors ask for before or in an audit.
/// @source{ISO 19011, reviewing documented information}
struct DocumentRequest {
  static constexpr std::string_view type_name = "document-request";  ///< The noun.
  Key<"document-request"> key;                                       ///< Such as "DR-4".
  Key<"audit"> audit;                                                ///< For which audit.
  std::string what;                                                  ///< What is asked for.
  std::vector<Criterion> criteria;                                   ///< On what it bears.
  std::optional<Key<"unit">> unit;                                   ///< Of which unit.
  Key<"person"> asked_of;                                            ///< Who is to hand it in.
  Key<"person"> asked_by;                                            ///< Who asks.
  Date asked_on;                                                     ///< When.
  Date due_on;                                                       ///< Until when.
  RequestState state = RequestState::open;                           ///< How far it is.
  std::string answer;                                                ///< Where it lies, or why it will not come.
  std::optional<Date> answered_on;                                   ///< When that was said.
  std::optional<Key<"evidence">> evidence;                           ///< The evidence that it became.
  std::vector<std::string> sent_back;                                ///< Why what was handed in did not do, each time.
  Custom custom;                                                     ///< Members of the host.
  std::vector<ExternalId> external_ids;                              ///< Numbers in other systems.
  friend bool operator==(DocumentRequest const&, DocumentRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentRequest, (),
                      (key, audit, what, criteria, unit, asked_of, asked_by, asked_on, due_on, state, answer,
                       answered_on, evidence, sent_back, custom, external_ids))
ANNEXA_TYPE_TABLE(DocumentRequest)

}  // namespace v1
}  // namespace annexa
