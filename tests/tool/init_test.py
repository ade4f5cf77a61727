"""annexa init: a new workspace, and where none can be made."""
import os
import re
import sqlite3
import subprocess
import unittest

from tool import ToolTest, command_line, judged


class Init(ToolTest):
    def test_a_workspace_is_one_file_with_one_event(self):
        path = self.folder / "acme.annexa"
        made = self.answer("init", path, "--organization", "Acme Ltd")
        self.assertEqual((made["size"], made["file"]), (1, str(path)))
        self.assertEqual(os.listdir(self.folder), ["acme.annexa"])
        self.assertEqual(self.answer("show", path, "organization")[0]["name"], "Acme Ltd")
        self.assertEqual(self.size_and_root(path)[0], 1)
        with sqlite3.connect(path) as database:
            self.assertEqual(database.execute("PRAGMA application_id").fetchone()[0], 0x414E5841)

    def test_names_are_kept_to_the_letter(self):
        for name in ("Müller & Söhne «Ω»", "日本", 'quote " and \\ slash', "-dash"):
            with self.subTest(name):
                path = self.folder / "ws #1?.annexa"
                self.tool("init", path, "--organization=" + name)
                self.assertEqual(self.answer("show", path, "organization")[0]["name"], name)
                path.unlink()

    def test_an_existing_file_is_never_taken_over(self):
        workspace = self.workspace("set-up")
        for path in (workspace, self.file("letter.txt", "Dear auditor"), self.file("empty", "")):
            with self.subTest(path.name), self.untouched():
                self.refused("init", path, "--organization", "X", rule="store.exists", status=3, where=path,
                             says="another path")

    def test_where_no_file_can_be_made_the_reason_is_said(self):
        (self.folder / "sub").mkdir()
        for path, status in ((self.folder / "none/acme.annexa", 3), (self.folder / "sub", 3), ("", 2)):
            with self.subTest(path), self.untouched():
                done = self.tool("--json", "init", path, "--organization", "X", status=status)
                violation = self.check_failure(done)[0]
                self.assertEqual(violation["where"], str(path))
                self.assertRegex(violation["message"], re.compile("path|permission|folder|file", re.I))

    def test_an_organisation_needs_a_name_in_text(self):
        for name, says in (("", "name"), (" ", "name"), (b"Caf\xe9", "UTF-8")):
            with self.subTest(name), self.untouched():
                line = [*map(os.fsencode, command_line("--json", "init", self.folder / "new.annexa", "--organization"))]
                done = subprocess.run([*line, os.fsencode(name)], capture_output=True, timeout=60)
                done = judged(["init", name], done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
                violation = self.check_failure(done)[0]
                self.assertIn(done.status, (1, 2), done)
                self.assertIn(says, violation["message"] + violation["where"])


if __name__ == "__main__":
    unittest.main()
