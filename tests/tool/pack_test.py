"""annexa pack: an audit as one archive that is checked with nothing but Python."""
import hashlib
import json
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

from tool import AT, AUDITED_UNTIL, ToolTest, cycle_part, prepared

AUDIT = "A-2026-1"


class Pack(ToolTest):
    def key(self, name="key"):
        """A new key: the file of the private one, and the line that whoever checks is given."""
        path = pathlib.Path(self.folder, f"{name}.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", path], check=True, capture_output=True)
        return path

    def pack(self, *arguments, workspace=None, audit=AUDIT):
        """The archive, and the folder that it was unpacked into."""
        path = pathlib.Path(self.folder, "pack.zip")
        self.tool("pack", workspace or prepared("year"), audit, "-o", path, *arguments, at=AT)
        folder = tempfile.mkdtemp(dir=self.folder)
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            archive.extractall(folder)
        return path.read_bytes(), pathlib.Path(folder)

    def check(self, folder, *arguments):
        done = subprocess.run(["/usr/bin/python3", folder / "check_pack.py", *arguments], capture_output=True, text=True, cwd="/")
        return done.returncode, done.stdout + done.stderr

    def public(self, workspace, key):
        """The line of the public key, as signing prints it."""
        done = self.tool("checkpoint", workspace, "--key", key, "-o", pathlib.Path(self.folder, "kept.note"), at=AT)
        return done.err.strip().splitlines()[-1]

    def test_everything_of_the_audit_is_there_and_nothing_else(self):
        _, folder = self.pack()
        manifest = json.loads((folder / "manifest.json").read_text())
        names = {row["name"] for row in manifest["files"]}
        self.assertLessEqual({"README.txt", "report.html", "report.json", "checklist.html", "evidence.html", "evidence.json", "plan.html",
                              "plan.ics", "records.json", "check_pack.py", "verify.py"}, names)
        records = json.loads((folder / "records.json").read_text())
        self.assertEqual([row["key"] for row in records["audits"]], [AUDIT])
        self.assertTrue({row["audit"] for row in records["sessions"] + records["findings"]} == {AUDIT})
        nonconformities = {row["key"] for row in records["nonconformities"]}
        self.assertTrue(records["actions"])
        self.assertLessEqual({row["nonconformity"] for row in records["actions"]}, nonconformities)
        journal = self.answer("log", prepared("year"), at=AT)
        kept = [(row["position"], row["kind"]) for row in manifest["events"]]
        self.assertLess(0, len(kept))
        self.assertLess(len(kept), len(journal))
        for position, kind in kept:
            self.assertEqual(journal[position]["kind"], kind)
            event = json.loads((folder / f"events/{position:08}.json").read_text())
            self.assertEqual(event["kind"], kind)

    def test_a_signed_pack_is_checked_by_the_key_and_the_same_pack_has_the_same_bytes(self):
        key = self.key()
        bytes_, folder = self.pack("--key", key)
        self.assertEqual(self.pack("--key", key)[0], bytes_)
        public = self.public(self.workspace("year"), key)
        status, said = self.check(folder, "--key", public)
        self.assertEqual(status, 0, said)
        count = len(list((folder / "events").iterdir()))
        self.assertIn(f"{count} of {count} events stand in the journal that was signed.", said)
        other = self.public(self.workspace("year"), self.key("other"))
        self.assertEqual(self.check(folder, "--key", other)[0], 1)

    def test_whatever_is_changed_is_named(self):
        key = self.key()
        _, folder = self.pack("--key", key)
        public = self.public(self.workspace("year"), key)
        event = next((folder / "events").iterdir())
        manifest = folder / "manifest.json"
        before = {path: path.read_bytes() for path in (event, manifest)}

        def told(*arguments):
            status, said = self.check(folder, *arguments)
            for path, content in before.items():
                path.write_bytes(content)
            self.assertEqual(status, 1, said)
            return said

        event.write_bytes(before[event].replace(b'"actor":"', b'"actor":"X'))
        self.assertIn(f"events/{event.name}: it was changed", told())
        (folder / "more.txt").write_text("x")
        self.assertIn("more.txt: it is not in the manifest", told())
        (folder / "more.txt").unlink()
        forged = before[event].replace(b'"actor":"', b'"actor":"X')
        document = json.loads(before[manifest])
        for row in document["files"]:
            if row["name"] == f"events/{event.name}":
                row["sha256"] = hashlib.sha256(forged).hexdigest()
        event.write_bytes(forged)
        manifest.write_text(json.dumps(document))
        self.assertIn(f"events/{event.name}: the tree has no such event", told("--key", public))
        document["files"][0]["name"] = "../outside"
        manifest.write_text(json.dumps(document))
        self.assertIn("leads out of the pack", told())
        manifest.write_text("{")
        self.assertIn("manifest.json", told())

    def test_without_a_signature_it_says_so(self):
        _, folder = self.pack()
        self.assertIn("Nobody signed", (folder / "README.txt").read_text())
        self.assertFalse((folder / "proofs").exists())
        self.assertEqual(self.check(folder)[0], 0)

    def test_a_checkpoint_that_was_kept_proves_what_it_counts(self):
        workspace, key = self.workspace("audited"), self.key()
        public = self.public(workspace, key)
        self.tool("apply", workspace, "-", stdin=json.dumps(cycle_part(AUDITED_UNTIL, "9")))
        _, folder = self.pack("--checkpoint", self.folder / "kept.note", workspace=workspace)
        rows = json.loads((folder / "manifest.json").read_text())["events"]
        proved = [row["position"] for row in rows if row["proof"]]
        later = [row["position"] for row in rows if not row["proof"]]
        self.assertTrue(proved and later)
        self.assertLess(max(proved), min(later))
        status, said = self.check(folder, "--key", public)
        self.assertEqual(status, 0, said)
        self.assertIn(f"{len(proved)} of {len(rows)} events", said)

    def test_the_language_is_that_of_the_reports(self):
        _, folder = self.pack("--lang", "de")
        self.assertIn('<html lang="de"', (folder / "report.html").read_text()[:400])

    def test_what_cannot_be_is_refused(self):
        key, target = self.key(), self.folder / "none.zip"
        foreign = self.folder / "foreign.annexa"
        self.tool("init", foreign, "--organization", "Other", seed="ff")
        self.tool("checkpoint", foreign, "--key", key, "-o", self.folder / "foreign.note", at=AT)
        with self.untouched():
            self.refused("pack", prepared("year"), "A-1999-1", "-o", target, rule="reference.unknown", status=2)
            self.refused("pack", prepared("year"), AUDIT, "-o", target, "--key", self.folder / "no.pem", rule="file.unreadable", status=2)
            self.refused("pack", prepared("year"), AUDIT, "-o", target, "--checkpoint", self.folder / "foreign.note",
                         rule="journal.history", status=3)


if __name__ == "__main__":
    unittest.main()
