#pragma once
// The rules that proofs, notes and checkpoints can break.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace proof_rules {

// ---- Of proofs
inline constexpr Rule size{"journal.proof-size",
                           "There is nothing to prove about {found} in a journal of {size} events.", "RFC 6962",
                           ErrorKind::usage};
inline constexpr Rule inclusion{"journal.inclusion", "The proof does not show that the event stands there: {why}.",
                                "RFC 9162 2.1.3", ErrorKind::integrity};
inline constexpr Rule consistency{"journal.consistency",
                                  "The proof does not show that the newer journal goes on where the older one ended: "
                                  "{why}.",
                                  "RFC 9162 2.1.4", ErrorKind::integrity};

inline constexpr Rule history{
    "journal.history",
    "The journal does not go on from the checkpoint of {size} events: {why}. An older copy was "
    "restored, or it was written anew.",
    "7.5.3", ErrorKind::integrity};

inline constexpr Rule old_size{
    "journal.old-size",
    "The proof goes on from {found} events, and the checkpoint that was kept has {expected}. "
    "Have it proved from that one (`annexa prove --since`).",
    "C2SP tlog-witness", ErrorKind::conflict};
inline constexpr Rule no_event{"journal.no-event",
                               "There is no event \"{found}\": its position, from 0, or its id is expected.", "",
                               ErrorKind::usage};

// ---- Of texts
inline constexpr Rule form{"journal.form", "This is no {what}: {why}.", "C2SP", ErrorKind::integrity};
inline constexpr Rule key_form{"journal.key", "This is no {what}: {why}.", "C2SP signed-note", ErrorKind::usage};
inline constexpr Rule signature{"journal.signature", "The signature of {name} is not one of its key.",
                                "C2SP signed-note", ErrorKind::integrity};
inline constexpr Rule unsigned_note{"journal.unsigned", "None of the signatures is one of {expected}.",
                                    "C2SP signed-note", ErrorKind::integrity};
inline constexpr Rule origin{"journal.origin", "The checkpoint is that of {found}, not of {expected}.",
                             "C2SP tlog-checkpoint", ErrorKind::integrity};
inline constexpr Rule no_origin{"journal.no-origin", "The keys are those of several journals; say which is meant.",
                                "C2SP tlog-checkpoint", ErrorKind::usage};
inline constexpr Rule no_key{"journal.no-key", "None of the keys is one of the journal {origin}.",
                             "C2SP tlog-checkpoint", ErrorKind::usage};
inline constexpr Rule rotation{"journal.rotation",
                               "The key that is handed over, {found}, is none of those that are trusted.",
                               "C2SP signed-note", ErrorKind::integrity};
inline constexpr Rule witnesses{"journal.witnesses", "{found} of the witnesses signed; {expected} have to.",
                                "C2SP tlog-cosignature", ErrorKind::integrity};

}  // namespace proof_rules
}  // namespace v1
}  // namespace annexa
