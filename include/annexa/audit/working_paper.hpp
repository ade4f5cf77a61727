#pragma once
/// @file
/// Working papers.

#include <annexa/base/describe.hpp>
#include <annexa/base/hash.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far a working paper is.
enum class PaperState : std::uint8_t {
  prepared,   ///< Written.
  sent_back,  ///< Reviewed, and to be done again.
  reviewed,   ///< Reviewed; it does not change any more.
};
ANNEXA_DESCRIBE_ENUM(PaperState, "paper-state", prepared, sent_back, reviewed)

/// A working paper: what an auditor did and saw, so that somebody else can follow how a verdict came about. Whoever
/// prepared it does not review it.
/// @source{ISO 19011, documented information for audit}
struct WorkingPaper {
  static constexpr std::string_view type_name = "working-paper";  ///< The noun.
  Key<"working-paper"> key;                                       ///< Such as "WP-2".
  Key<"audit"> audit;                                             ///< In which audit.
  std::string title;                                              ///< About what, in a few words.
  std::vector<Criterion> criteria;                                ///< On what it bears.
  std::optional<Key<"unit">> unit;                                ///< Where.
  Personal text;                                                  ///< What was done and seen.
  std::optional<Hash> sha256;                                     ///< Digest of the paper where it is a file.
  std::vector<Key<"evidence">> evidence;                          ///< What it rests on.
  PaperState state = PaperState::prepared;                        ///< How far it is.
  Key<"person"> prepared_by;                                      ///< Who wrote it.
  Date prepared_on;                                               ///< When.
  std::optional<Key<"person">> reviewed_by;                       ///< Who reviewed it.
  std::optional<Date> reviewed_on;                                ///< When.
  std::vector<std::string> remarks;                               ///< What the reviews said, in order.
  Custom custom;                                                  ///< Members of the host.
  std::vector<ExternalId> external_ids;                           ///< Numbers in other systems.
  friend bool operator==(WorkingPaper const&, WorkingPaper const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkingPaper, (),
                      (key, audit, title, criteria, unit, text, sha256, evidence, state, prepared_by, prepared_on,
                       reviewed_by, reviewed_on, remarks, custom, external_ids))
ANNEXA_TYPE_TABLE(WorkingPaper)

}  // namespace v1
}  // namespace annexa
