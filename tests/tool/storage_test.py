"""Files and folders that may not be written, and disks that are full: the workspace stays as it was."""
import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import unittest

from project import ALL
from tool import DATA, ToolTest, annexa, command_line, judged, prepared

ADD = {"command": "unit.add", "unit": "U-LAB", "name": "Laboratory", "kind": "process"}

#: The superuser ignores permissions; without its capabilities it does not. Nobody else needs this.
UNPRIVILEGED = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []


class Outputs(ToolTest):
    def test_nothing_is_written_over_the_workspace_itself(self):
        path = self.workspace("year")
        link = self.folder / "link"
        link.symlink_to(path)
        with self.untouched():
            for out in (path, link):
                for line in (["export", path, "--as", "units", "-o", out],
                             ["report", path, "audit", "A-2026-1", "-o", out]):
                    self.refused(*line, rule="file.workspace", status=2, where=out, says="another file")

    def test_an_endless_input_ends(self):
        path = self.workspace("set-up")
        with self.untouched():
            for line in (["apply", path, "/dev/zero"], ["import", path, "/dev/zero"]):
                self.refused(*line, rule="file.too-large", status=2, where="/dev/zero", says="bytes")


class Altered(ToolTest):
    def alter(self, *statements):
        """A workspace whose database somebody changed behind annexa's back."""
        path = self.workspace("year")
        with contextlib.closing(sqlite3.connect(path)) as base:
            triggers = base.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
            for name, _ in triggers:
                base.execute(f'drop trigger "{name}"')
            for statement in statements:
                base.execute(statement)
            for _, sql in triggers:
                base.execute(sql)
            base.commit()
        return path

    def test_events_that_were_changed_or_taken_out_stop_every_command(self):
        for statement in ("update event set bytes = cast(replace(cast(bytes as text), 'major', 'minor') as blob)",
                          "delete from event where position = (select max(position) from event)", "delete from event"):
            path = self.alter(statement)
            add = self.commands(ADD)
            with self.subTest(statement), self.untouched():
                for line in (["show", path, "nonconformities"], ["status", path], ["apply", path, add]):
                    done = self.tool("--json", *line, status=3)
                    self.assertEqual(done.json["error"]["kind"], "integrity")


class ReadOnly(ToolTest):
    def mode(self, path, mode):
        path.chmod(mode)
        self.addCleanup(path.chmod, 0o700)

    def setUp(self):
        super().setUp()
        self.place = self.folder / "place"
        self.place.mkdir()
        self.path = self.place / "acme.annexa"
        shutil.copy(prepared("set-up"), self.path)
        self.add = self.commands(ADD)

    def test_a_read_only_file_can_be_read_and_not_written(self):
        self.mode(self.path, 0o444)
        with self.untouched():
            self.assertEqual(len(self.answer("show", self.path, "units", before=UNPRIVILEGED)), 14)
            self.assertTrue(self.answer("verify", self.path, before=UNPRIVILEGED)["ok"])
            for line in (["apply", self.path, self.add], ["import", self.path, DATA / "assets.csv"]):
                self.refused(*line, rule="store.read-only", status=3, where=self.path, says="write permission",
                             before=UNPRIVILEGED)

    def test_a_read_only_folder_can_be_read_and_not_written(self):
        self.mode(self.place, 0o555)
        with self.untouched():
            self.assertEqual(len(self.answer("show", self.path, "units", before=UNPRIVILEGED)), 14)
            done = annexa("--json", "apply", self.path, self.add, before=UNPRIVILEGED)
            violation = self.check_failure(done, 3)[0]
            self.assertEqual(violation["where"], str(self.path))
            self.assertRegex(violation["message"], "permission.* folder|folder.* permission")

    def test_nothing_is_made_in_a_read_only_folder(self):
        self.mode(self.place, 0o555)
        with self.untouched():
            self.refused("init", self.place / "new.annexa", "--organization", "X", rule="store.cannot-open", status=3,
                         where=self.place / "new.annexa", says=("Permission denied", "folder"), before=UNPRIVILEGED)
            for line in (["export", self.path, "--as", "units", "-o", self.place / "u.csv"],
                         ["report", prepared("year"), "audit", "A-2026-1", "-o", self.place / "r.html"]):
                self.refused(*line, rule="file.unwritable", status=3, where=line[-1], says="Permission denied",
                             before=UNPRIVILEGED)

    def test_a_file_that_may_not_be_read_is_refused(self):
        self.mode(self.path, 0o000)
        self.mode(self.add, 0o000)
        for line in (["show", self.path, "units"], ["apply", self.path, "-"], ["verify", self.path]):
            with self.subTest(line[0]):
                done = annexa("--json", *line, before=UNPRIVILEGED, stdin=json.dumps(ADD))
                violation = self.check_failure(done, 3)[0]
                self.assertEqual(violation["where"], str(self.path))
                self.assertIn("permission", violation["message"].lower())
        self.refused("apply", prepared("empty"), self.add, rule="file.unreadable", status=2, where=self.add,
                     says="Permission denied", before=UNPRIVILEGED)

    def test_an_existing_file_survives_a_refused_export(self):
        old = self.place / "units.csv"
        old.write_text("what was exported last year\n")
        self.mode(self.place, 0o555)
        with self.untouched():
            self.refused("export", self.path, "--as", "units", "-o", old, rule="file.unwritable", status=3,
                         before=UNPRIVILEGED)


class FullDisk(ToolTest):
    """A file system of a few hundred KiB, mounted for one command only."""

    SCRIPT = """set -e
size=$1 files=$2 out=$3; shift 3
mount -t tmpfs -o size=$size tmpfs "$files"
cp -a "$out"/. "$files"
set +e
"$@"; status=$?
set -e
rm -rf "$out"; cp -a "$files" "$out"
exit $status
"""
    NAMESPACE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        trial = "mount -t tmpfs -o size=64k tmpfs /mnt"
        if subprocess.run([*cls.NAMESPACE, "sh", "-c", trial], capture_output=True).returncode != 0:
            if ALL:
                raise AssertionError("no small file system can be mounted, and --all skips nothing")
            raise unittest.SkipTest("no small file system can be mounted here")

    def on_small_disk(self, kilobytes, *arguments, stdin=b""):
        """Runs the tool with self.files on a disk of that size; what lies there afterwards is left in self.left."""
        done = subprocess.run([*self.NAMESPACE, "sh", "-c", self.SCRIPT, "small-disk", f"{kilobytes}k", self.files, self.left,
                               *command_line(*arguments)], input=stdin, capture_output=True, timeout=60)
        return judged(arguments, done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    def setUp(self):
        super().setUp()
        self.files, self.left = self.folder / "files", self.folder / "left"
        self.files.mkdir()
        self.left.mkdir()
        self.path = self.files / "acme.annexa"

    def kilobytes(self, *paths):
        """Size of a disk that holds those files and no page more."""
        return sum((path.stat().st_size + 4095) // 4096 * 4 for path in paths) + 4  # and the folder itself

    def refuses(self, done, rule, where):
        violation, = self.check_failure(done, 3)
        self.assertEqual((violation["rule"], violation["where"]), (rule, str(where)), done)
        return violation["message"]

    def test_a_full_disk_refuses_commands_and_keeps_the_workspace(self):
        copy = self.left / "acme.annexa"
        shutil.copy(prepared("set-up"), copy)
        whole = copy.read_bytes()
        many = json.dumps([{**ADD, "unit": f"U-{number}"} for number in range(200)]).encode()
        for spare in (0, 24, 96):
            with self.subTest(spare):
                done = self.on_small_disk(self.kilobytes(copy) + spare, "--json", "apply", self.path, "-", stdin=many)
                message = self.refuses(done, "store.full", self.path)
                self.assertIn("Make room", message)
                self.assertEqual([each.name for each in self.left.iterdir()], ["acme.annexa"])
                self.assertTrue(copy.read_bytes() == whole, "the workspace was changed")
        self.assertEqual(self.size_and_root(copy)[0], 74)

    def test_no_half_workspace_is_left(self):
        for size in (4, 20, 40):
            with self.subTest(size):
                done = self.on_small_disk(size, "--json", "init", self.path, "--organization", "X")
                self.refuses(done, "store.full", self.path)
                self.assertEqual(list(self.left.iterdir()), [])

    def test_no_half_export_is_left_and_the_old_one_stays(self):
        old = self.left / "report.html"
        old.write_text("the report of last year\n")
        for line in (["export", prepared("year"), "--as", "units", "-o"],
                     ["report", prepared("year"), "audit", "A-2026-1", "-o"]):
            with self.subTest(line[0]):
                done = self.on_small_disk(8, "--json", *line, self.files / "report.html")
                message = self.refuses(done, "file.unwritable", self.files / "report.html")
                self.assertIn("No space left on device", message)
                self.assertEqual([each.name for each in self.left.iterdir()], ["report.html"])
                self.assertEqual(old.read_text(), "the report of last year\n")


class FileSizeLimit(ToolTest):
    """`ulimit -f`: the system stops the write with a signal or an error."""

    def test_a_limit_on_the_size_of_files_is_an_error_not_a_crash(self):
        workspace = self.workspace("set-up")
        many = json.dumps([{**ADD, "unit": f"U-{number}"} for number in range(200)])
        before = ["sh", "-c", 'ulimit -f "$0"; exec "$@"', str(workspace.stat().st_size // 512 + 8)]
        with self.untouched():
            done = annexa("--json", "apply", workspace, "-", stdin=many, before=before)
            violation = self.check_failure(done, 3)[0]
            self.assertEqual(violation["where"], str(workspace))


if __name__ == "__main__":
    unittest.main()
