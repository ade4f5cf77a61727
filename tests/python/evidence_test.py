"""Tamper evidence in Python: keys, checkpoints, proofs, witnesses; and whoever lies about one of them is found."""
import io
import json
import pathlib
import tempfile
import unittest
import zipfile

from package import AT, SEED, ax, in_memory

ORIGIN = "annexa.example.org/acme"


def rules(error):
    return [each.rule for each in error.violations]


class Evidence(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.key, cls.other = ax.key_pair(ORIGIN), ax.key_pair(ORIGIN)
        cls.ws = in_memory()
        cls.addClassCleanup(cls.ws.close)
        cls.older = cls.ws.checkpoint(cls.key, origin=ORIGIN)
        cls.ws.apply([{"command": "unit.add", "name": f"Unit {i}", "kind": "process"} for i in range(12)])
        cls.newer = cls.ws.checkpoint(cls.key, origin=ORIGIN, after=cls.older)
        cls.events = list(cls.ws.events())

    def test_data_beside_an_event_and_numbers_of_the_workspace(self):
        with in_memory() as ws:
            ws.apply({"command": "unit.add", "unit": "U-1", "name": "Sales", "kind": "process", "description": "x" * 70_000})
            event = list(ws.events())[-1]["event"]
            data = ws.blob(event["data"]["blob"]["sha256"])
            self.assertEqual((data["key"], len(data["set"]["description"])), ("U-1", 70_000))
            self.fails("journal.no-blob", ws.blob, "0" * 64, error=ax.UsageError)
            stats = ws.stats()
            self.assertEqual((stats["size"], stats["root"], stats["records"]["units"]), (2, ws.root, 1))
            self.assertTrue(ws.verify()["ok"])

    def test_an_audit_is_packed_with_proofs_that_hold(self):
        with in_memory() as ws:
            ws.apply([{"command": "person.add", "person": "P-1", "name": "Anna"},
                      {"command": "role.grant", "person": "P-1", "role": "lead-auditor", "from": "2026-01-01"},
                      {"command": "role.grant", "person": "P-1", "role": "programme-manager", "from": "2026-01-01"},
                      {"command": "audit.plan", "actor": "P-1", "audit": "A-1", "title": "First", "kind": "internal", "from": "2026-03-02",
                       "until": "2026-03-06", "team": [{"person": "P-1", "role": "lead"}], "criteria": ["9.2.1"]}])
            pack = ws.pack("A-1", key=self.key, language="de")
            with zipfile.ZipFile(io.BytesIO(pack.content)) as archive:
                manifest = json.loads(archive.read("manifest.json"))
                row = manifest["events"][0]
                proof, event = archive.read(row["proof"]).decode(), archive.read(row["file"])
                self.assertIn(b'lang="de"', archive.read("report.html")[:400])
            self.assertEqual(manifest["checkpoint"]["size"], ws.stats()["size"])
            origin = manifest["journal"]["origin"]
            found = ax.check_event_proof(proof, event, public_key=ax.read_key_pair(self.key, origin), origin=origin)
            self.assertEqual(found["position"], row["position"])
            self.assertEqual(ws.pack("A-1", key=self.key, language="de").content, pack.content)
            self.assertEqual(ws.pack("A-1", ws.checkpoint(self.key)).content[:2], b"PK")
            self.fails("reference.unknown", ws.pack, "A-2", error=ax.NotFound)
            self.assertRaises(ValueError, ws.pack, "A-1", "note", key=self.key)
            self.assertRaises(ax.Cancelled, ws.pack, "A-1", progress=lambda done, total: False)

    def test_the_state_of_all_events_is_that_of_the_one_that_is_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "acme.annexa")
            ax.create(path, organization="Acme", at=AT, seed=SEED).close()
            for fold_all in (False, True):
                with ax.open(path, fold_all=fold_all, read_only=True) as ws:
                    self.assertEqual(ws.stats()["size"], 1)

    def fails(self, rule, call, *arguments, error=ax.IntegrityError, **options):
        with self.assertRaises(error) as caught:
            call(*arguments, **options)
        self.assertIn(rule, rules(caught.exception), caught.exception)
        return caught.exception

    def test_a_private_key_is_pem_without_a_passphrase(self):
        for bad in ("nonsense\n", "", b"\xff\0\n", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", self.key.public_key):
            with self.subTest(bad):
                if not bad:
                    self.assertRaises(OSError, self.ws.checkpoint, bad)  # a path that leads nowhere
                    continue
                self.assertEqual(self.fails("journal.key", self.ws.checkpoint, bad, error=ax.UsageError).violations[0].where, "/key")
        self.assertNotIn("PRIVATE", repr(self.key))

    def test_what_nobody_signed_holds_for_nobody(self):
        forged = ax.Checkpoint(self.newer.text.replace("\n13\n", "\n12\n", 1))
        self.assertNotEqual(forged, self.newer)
        self.fails("journal.signature", ax.check_checkpoint, forged, public_key=self.key)
        self.fails("journal.unsigned", ax.check_checkpoint, self.newer, public_key=self.other)
        self.fails("journal.origin", ax.check_checkpoint, self.newer, public_key=[self.key, ax.key_pair("somebody.else")],
                   origin="somebody.else")
        self.fails("journal.witnesses", ax.check_checkpoint, self.newer, public_key=self.key, witnesses=1)
        for bad in ("", "\n", "a\n\n", self.newer.text + "\n", self.newer.text.replace("\n\n", "\n"), b"\xff\n", "x\n" * 50_000):
            self.fails("journal.form", ax.check_checkpoint, bad if bad else b"", public_key=self.key)

    def test_keys_are_told_apart_by_name_and_a_key_without_a_name_needs_one(self):
        self.fails("journal.key", ax.check_checkpoint, self.newer, public_key="a+b+c", error=ax.UsageError)
        where = self.fails("journal.key", ax.check_checkpoint, self.newer, public_key=[self.key, self.key.public_key], error=ax.UsageError)
        self.assertEqual(where.violations[0].where, "/trust/keys/1")
        self.fails("journal.no-key", ax.check_checkpoint, self.newer, public_key=[], error=ax.UsageError)
        self.fails("journal.no-key", ax.check_checkpoint, self.newer, public_key=ax.key_pair("w", "witness"), error=ax.UsageError)
        self.fails("journal.no-origin", ax.check_checkpoint, self.newer, public_key=[self.key, ax.key_pair("b")], error=ax.UsageError)
        self.fails("c.value", ax.key_pair, "a b", error=ax.UsageError)
        self.fails("c.value", ax.key_pair, "a", "king", error=ax.UsageError)
        self.assertEqual(ax.check_checkpoint(self.newer, public_key=self.key.public_key, origin=ORIGIN)["size"], 13)
        self.assertEqual(ax.read_key_pair(self.key, ORIGIN), self.key)

    def test_an_event_is_proved_and_no_other(self):
        self.fails("journal.no-event", self.ws.prove, 99, self.newer, error=ax.UsageError)
        self.fails("journal.no-event", self.ws.prove, "00000000-0000-0000-0000-000000000000", self.newer, error=ax.UsageError)
        self.fails("journal.proof-size", self.ws.prove, 5, self.older, error=ax.UsageError)
        self.assertRaises(ValueError, self.ws.prove, 5)
        for row in self.events:
            proof = self.ws.prove(row, self.newer)
            found = ax.check_event_proof(proof, row, public_key=self.key)
            self.assertEqual((found["position"], found["checkpoint"]["root"]), (row["position"], self.ws.root))
            other = self.events[(row["position"] + 1) % len(self.events)]
            self.fails("journal.inclusion", ax.check_event_proof, proof, other, public_key=self.key)
        self.assertEqual(self.ws.prove(self.events[3]["event"]["id"], self.newer), self.ws.prove(3, self.newer))
        ours = ax.read_key_pair(self.key, ax.Checkpoint(str(self.ws.prove(3, key=self.key).checkpoint)).origin)
        self.assertEqual(ax.check_event_proof(self.ws.prove(3, key=self.key), self.events[3], public_key=ours)["position"], 3)

    def test_a_proof_that_is_too_long_too_short_or_changed_is_refused(self):
        proof = self.ws.prove(3, self.newer).text
        lines = proof.split("\n")
        longer = "\n".join([*lines[:3], lines[2], *lines[3:]])
        endless = "\n".join([*lines[:2], *[lines[2]] * 64, *lines[3:]])
        shorter = "\n".join([*lines[:2], *lines[3:]])
        for bad, rule in ((longer, "journal.inclusion"), (shorter, "journal.inclusion"), (endless, "journal.form"),
                          (proof.replace("index 3", "index 4"), "journal.inclusion"), (proof.replace("index 3", "index 03"), "journal.form"),
                          (proof.replace("tlog-proof@v1", "tlog-proof@v2"), "journal.form"), (proof[:-9], "journal.form")):
            self.fails(rule, ax.check_event_proof, bad, self.events[3], public_key=self.key)

    def test_a_journal_is_proved_to_go_on(self):
        proof = self.ws.prove_history(self.older, self.newer)
        self.assertEqual(ax.check_history_proof(proof, self.older, public_key=self.key)["old_size"], self.older.size)
        self.fails("journal.old-size", ax.check_history_proof, proof, self.newer, public_key=self.key, error=ax.Conflict)
        where = self.fails("journal.unsigned", ax.check_history_proof, proof, self.older, public_key=self.other)
        self.assertEqual(where.violations[0].where, "/older")
        with in_memory() as other:  # the same beginning, another history
            other.apply({"command": "unit.add", "name": "Another", "kind": "process"})
            fork = other.checkpoint(self.key, origin=ORIGIN)
            self.fails("journal.history", self.ws.prove_history, fork, self.newer)
            self.fails("journal.history", other.checkpoint, self.key, origin=ORIGIN, after=self.newer)
        self.fails("journal.proof-size", self.ws.prove_history, self.newer, self.older, error=ax.UsageError)
        self.fails("journal.origin", self.ws.checkpoint, self.key, origin="b", after=self.older)
        self.fails("journal.form", self.ws.checkpoint, self.key, after="nonsense\n")

    def test_a_witness_signs_what_goes_on_and_nothing_else(self):
        witness = ax.key_pair("witness.example", "witness")
        options = {"name": "witness.example", "key": witness, "public_key": self.key}
        first = ax.witness(self.older, at=AT, **options)
        found = ax.check_checkpoint(first, public_key=[self.key, witness], witnesses=1)
        self.assertEqual(found["signatures"][1], {"name": "witness.example", "kind": "witness", "at": AT})
        self.fails("journal.consistency", ax.witness, self.newer, seen=first, **options)
        second = ax.witness(self.ws.prove_history(first, self.newer), seen=first, at=AT, **options)
        self.assertEqual((second.size, second.root), (13, self.ws.root))
        self.assertEqual(ax.witness(second, seen=second, at=AT, **options), second)  # signed anew, not twice
        self.fails("journal.old-size", ax.witness, self.ws.prove_history(self.older, self.newer), seen=second, error=ax.Conflict, **options)
        with in_memory() as other:
            other.apply([{"command": "unit.add", "name": f"Other {i}", "kind": "process"} for i in range(14)])
            fork = other.checkpoint(self.key, origin=ORIGIN)
            self.fails("journal.consistency", ax.witness, fork, seen=second, **options)
            half = other.checkpoint(self.key, origin=ORIGIN)
            self.fails("journal.consistency", ax.witness, "old 13\n\n" + half.text, seen=second, **options)
        self.fails("journal.unsigned", ax.witness, self.newer, name="w", key=witness, public_key=self.other)
        self.fails("journal.key", ax.witness, self.newer, name="a b", key=witness, public_key=self.key, error=ax.UsageError)

    def test_a_workspace_is_held_against_what_was_kept(self):
        self.assertTrue(self.ws.verify(checkpoint=[self.older, self.newer], public_key=self.key)["ok"])
        self.assertRaises(ValueError, self.ws.verify, checkpoint=self.older)
        self.fails("journal.unsigned", self.ws.verify, checkpoint=self.older, public_key=self.other)
        forged = self.older.text.replace("\n1\n", "\n2\n", 1)
        where = self.fails("journal.signature", self.ws.verify, checkpoint=[self.newer, forged], public_key=self.key)
        self.assertEqual([each.where for each in where.violations], ["/kept/checkpoints/1"])
        with in_memory() as other:
            problems = other.verify(checkpoint=self.newer, public_key=self.key)["problems"]
            self.assertEqual([each["rule"] for each in problems], ["journal.shorter"])
            other.apply([{"command": "unit.add", "name": f"Other {i}", "kind": "process"} for i in range(14)])
            problems = other.verify(checkpoint=self.newer, public_key=self.key)["problems"]
            self.assertEqual([each["rule"] for each in problems], ["journal.kept-checkpoint"])

    def test_files_are_written_and_read_where_they_lie(self):
        with tempfile.TemporaryDirectory() as folder:
            at = pathlib.Path(folder)
            note = self.newer.save(at / "acme.note")
            (at / "key.pem").write_text(self.key.private_key)
            (at / "public.txt").write_text(self.key.note_key + "\n")
            proof = self.ws.prove(2, str(note)).save(at / "two.tlog-proof")
            self.assertEqual(ax.check_event_proof(proof, self.events[2], public_key=at / "public.txt")["position"], 2)
            ws = ax.create(at / "acme.annexa", organization="Acme", at=AT, seed=SEED)
            own = ws.checkpoint(at / "key.pem")
            public = self.key.public_key  # PEM has no name; the journal has the one that it has without another
            self.assertTrue(ws.verify(checkpoint=own, public_key=public)["ok"])
            ws.unit.add("U-1", name="Sales", kind="process")
            later = ws.checkpoint(at / "key.pem", after=own)
            ws.close()
            with ax.open(at / "acme.annexa") as ws:
                self.assertTrue(ws.verify(checkpoint=[own, later], public_key=public)["ok"])

    def test_an_erasure_takes_all_versions_and_leaves_every_proof_valid(self):
        with in_memory(actor="mia") as ws:
            ws.person.add("mia", name="Mia Manager", actor="mia")
            ws.role_grant.grant(person="mia", role="isms-manager", from_="2026-01-01", actor="mia")
            ws.person.add("P-9", name="Quast", mail="q@acme.example")
            ws.person.change("P-9", name="Quast-Ott")
            key = ax.key_pair("acme")
            before = ws.checkpoint(key, origin="acme")
            events = list(ws.events())
            proofs = [ws.prove(row, before) for row in events]
            for call in ({"subject": "P-9", "reason": "x"}, {"subject": "person:P-9", "reason": ""},
                         {"subject": "person:P-9", "members": ["function"], "reason": "x"}, {"subject": "person:none", "reason": "x"}):
                with self.subTest(call), self.assertRaises(ax.AnnexaError):
                    ws.personal_data.erase(**call)
            decided = ax.decide(ws.snapshot(), {"command": "personal-data.erase", "subject": "person:P-9", "reason": "x"}, now=AT, actor="mia")
            self.assertEqual([(each["noun"], each["key"], each["members"]) for each in decided["erase"]], [("person", "P-9", ["name", "mail"])])
            self.assertIn("Quast-Ott", str(ws.snapshot()))
            ws.personal_data.erase(subject="person:P-9", reason="Asked for")
            self.assertNotIn("Quast", str(ws.snapshot()))
            self.assertEqual((ws.people["P-9"].name, ws.erasures["ER-1"].reason), ("[erased]", "Asked for"))
            self.assertTrue(ws.verify(checkpoint=before, public_key=key)["ok"])
            after = ws.checkpoint(key, origin="acme", after=before)
            self.assertEqual(list(ws.events())[:len(events)], events)
            for row, proof in zip(events, proofs):
                ax.check_event_proof(proof, row, public_key=key)
                ax.check_event_proof(ws.prove(row, after), row, public_key=key)
            ax.check_history_proof(ws.prove_history(before, after), before, public_key=key)

    def test_a_key_is_handed_over_and_followed(self):
        old, new, stranger = (ax.key_pair(ORIGIN) for _ in range(3))
        with in_memory() as ws:
            self.fails("journal.key", ws.rotate_key, old, old, reason="x", origin=ORIGIN, error=ax.UsageError)
            self.fails("text.missing", ws.rotate_key, old, new, reason="", origin=ORIGIN, error=ax.RuleError)
            note = ws.rotate_key(old, new, reason="The officer left", origin=ORIGIN)
            self.assertEqual((note.origin, note.old_key, note.new_key), (ORIGIN, old.note_key, new.note_key))
            self.assertEqual(ws.signing_keys["SK-1"].rotation, note.text)
            self.fails("key.not-the-last", ws.rotate_key, old, stranger, reason="x", origin=ORIGIN, error=ax.RuleError)
            later = ws.checkpoint(new, origin=ORIGIN)
            self.fails("journal.unsigned", ax.check_checkpoint, later, public_key=old)
            self.assertEqual(ax.check_checkpoint(later, public_key=old, rotations=[note])["size"], 2)
            self.assertTrue(ws.verify(checkpoint=later, public_key=old, rotations=[note])["ok"])
            self.fails("journal.rotation", ax.check_checkpoint, later, public_key=stranger, rotations=[note])
            self.fails("journal.form", ax.check_checkpoint, later, public_key=old, rotations=[later])
            forged = ax.rotate_key(ORIGIN, stranger, new).text.replace(stranger.note_key, old.note_key)
            with self.assertRaises(ax.IntegrityError):
                ax.check_checkpoint(later, public_key=old, rotations=[forged])
        unnamed = in_memory()
        self.assertRegex(unnamed.rotate_key(old, new, reason="x").origin, "^annexa/")

    def test_reports_carry_size_and_root_of_the_journal(self):
        for kind, key in (("risks", ""), ("soa", ""), ("readiness", ""), ("gap", "iso27001-2022"), ("treatment-plan", ""),
                          ("management-review", "")):
            with self.subTest(kind):
                try:
                    report = self.ws.report(kind, key, format="json", draft=True).document()
                    shown = self.ws.report(kind, key, draft=True).text
                except ax.AnnexaError as refused:
                    self.fail(f"{kind}: {refused}")
                self.assertEqual((report["provenance"]["journal_size"], report["provenance"]["journal_root"]), (13, self.ws.root))
                self.assertIn(self.ws.root, shown)


if __name__ == "__main__":
    unittest.main()
