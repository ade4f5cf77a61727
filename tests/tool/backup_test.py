"""annexa backup: a copy that is verified before it has its name, and nothing over what is there."""
import sqlite3
import unittest

from tool import ToolTest


class Backup(ToolTest):
    def test_a_copy_is_the_workspace_to_the_root(self):
        workspace, copy = self.workspace("year"), self.folder / "copy.annexa"
        for options in ([], ["--compact"]):
            with self.subTest(options):
                copy.unlink(missing_ok=True)
                made = self.answer("backup", workspace, "-o", copy, *options)
                size, root = self.size_and_root(workspace)
                self.assertEqual(made, {"file": str(copy), "size": size, "root": root})
                self.assertEqual(self.size_and_root(copy), (size, root))
                self.assertEqual(self.answer("show", copy, "nonconformities"), self.answer("show", workspace, "nonconformities"))
                self.assertEqual({each.name for each in self.folder.iterdir()}, {"acme.annexa", "copy.annexa"})

    def test_it_says_what_it_did(self):
        text = self.tool("backup", self.workspace("set-up"), "-o", self.folder / "copy").out
        self.assertRegex(text, r"Copied \d+ events to .*copy and verified them; root [0-9a-f]{64}\.")

    def test_nothing_is_written_over(self):
        workspace, there = self.workspace("set-up"), self.file("there", "important")
        for target in (there, workspace, self.folder):
            with self.subTest(target), self.untouched():
                self.refused("backup", workspace, "-o", target, rule="store.exists", status=3, where=target, says="another path")

    def test_a_folder_that_is_not_there(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            self.refused("backup", workspace, "-o", self.folder / "no/copy", rule="store.cannot-open", status=3,
                         where=self.folder / "no/copy", says="permissions")

    def test_a_damaged_workspace_is_not_handed_on(self):
        workspace = self.workspace("set-up")
        connection = sqlite3.connect(workspace)
        sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_is_final'").fetchone()[0]
        connection.execute("DROP TRIGGER event_is_final")
        connection.execute("UPDATE event SET leaf = zeroblob(32) WHERE position = 5")
        connection.execute(sql)
        connection.commit()
        connection.close()
        with self.untouched():
            self.refused("backup", workspace, "-o", self.folder / "copy", rule="store.copy", status=3, where=self.folder / "copy",
                         says="Verify the workspace")
        self.assertFalse((self.folder / "copy").exists())


if __name__ == "__main__":
    unittest.main()
