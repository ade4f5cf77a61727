#include "evidence_pack_guide.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::string_view contents = R"(What is in it
  report.html, report.json        the audit report, for reading and as data with every figure
  checklist.html, checklist.json  what was asked about each criterion, and the verdicts
  evidence.html, evidence.json    each piece of evidence with its SHA-256, and what rests on it
  plan.html, plan.ics             the plan and its calendar, if the audit has one
  records.json                    the records of the audit as they are now
  events/                         every event of these records, byte for byte as it was recorded
  blobs/                          data that are too large for an event, which names them by SHA-256
  checkpoint.txt, proofs/         what was signed, and for each event the proof that it stands in what was signed
  manifest.json                   all files with their SHA-256, all events with their files
  check_pack.py, verify.py        check all of this with nothing but Python 3

)";

constexpr std::string_view signed_guide = R"(How to check it
  Unpack the archive, and in its folder:

    python3 check_pack.py --key NAME+ID+KEY

  The key is that of whoever signed the checkpoint. Take it from them, not from this archive. It is one line, as
  `annexa checkpoint` prints it. The check says whether every file is the one that was packed and whether every event
  stands, unchanged, in the journal that was signed. Evidence files themselves are not in the archive: compare the
  SHA-256 of each with the one in evidence.json (sha256sum FILE).

)";

constexpr std::string_view unsigned_guide = R"(How to check it
  Nobody signed a checkpoint for this pack, so that only the files can be compared with manifest.json:

    python3 check_pack.py

  Whether the events are those of the journal can be told only with a checkpoint: `annexa pack --key KEY.pem`, or
  --checkpoint FILE for one that was signed before.

)";

}  // namespace

std::string guide_of(PackGuide const& guide) {
  auto text = "Evidence pack of the audit " + guide.audit + ": " + guide.title + "\n" + guide.organization + "\n" +
              (guide.draft ? "The audit is not reported yet; its report is a draft.\n" : "") + '\n';
  text += contents;
  text += guide.signed_events > 0 ? signed_guide : unsigned_guide;
  text += "Journal " + guide.origin + "\n  " + std::to_string(guide.size) + " events, root " + guide.root + "\n  " +
          std::to_string(guide.events) + " events are in this pack, " + std::to_string(guide.proved) + " with a proof";
  if (guide.signed_events > 0) text += " against the checkpoint of " + std::to_string(guide.signed_events);
  text += ".\n  Personal texts are not in the events but what commits to them, so that they can be erased.\n";
  return text + "Made by " + guide.generator + " at " + guide.at + ".\n";
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
