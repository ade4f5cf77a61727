"""Files that are cut off, binary or in another encoding, for each reader: tables, commands, workspaces."""
import json
import random
import sqlite3
import unittest
import zipfile

from tool import DATA, TOOL, ToolTest, prepared

ADD = {"command": "unit.add", "unit": "U-LAB", "name": "Küche", "kind": "process"}
TABLE = 'ID,Asset,Type,Classification\nAS-1,"Küche, groß",Hardware,Internal\nAS-2,Café,Software,Internal\n'
NOISE = random.Random(27001).randbytes(5000)


class Tables(ToolTest):
    def refused_table(self, content, name="assets.csv", **expected):
        workspace, table = self.workspace("set-up"), self.file(name, content)
        with self.untouched():
            return self.refused("import", workspace, table, status=2, **expected)

    def test_binary_files_are_called_by_their_name(self):
        with zipfile.ZipFile(self.folder / "book", "w") as book:
            book.writestr("xl/workbook.xml", "<workbook/>")
        kinds = ((NOISE, "zero byte|binary data"), (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
                 (TOOL.read_bytes()[:4096] if not TOOL.is_symlink() else b"\x7fELF", "program"),
                 (prepared("empty").read_bytes(), "SQLite"), ((self.folder / "book").read_bytes(), "XLSX"),
                 (b"<!DOCTYPE html><p>", "HTML"))
        for content, name in kinds:
            with self.subTest(name):
                message = self.refused_table(content, rule="table.binary", where="assets.csv")["message"]
                self.assertRegex(message, name)
                self.assertIn("comma-separated values in UTF-8", message)

    def test_json_that_is_no_table_is_refused_for_what_it_lacks(self):
        self.refused_table(b'[{"command": "unit.add"}]', name="assets.json", rule="import.kind", says="headers do not tell")
        self.refused_table(b'[{"command": "unit.add"', name="assets.json", rule="json.syntax", says="end of the file")

    def test_a_table_cut_off_inside_a_cell_is_refused_at_its_place(self):
        cut = TABLE[:TABLE.index("groß")].encode()
        self.refused_table(cut, rule="table.quote-open", where="assets.csv:2:2", says="closed")

    def test_a_table_cut_off_inside_a_character_is_refused(self):
        whole = TABLE.encode()
        cut = whole[:whole.index("é".encode()) + 1]
        self.refused_table(cut, rule="table.encoding", where="assets.csv", says=("0xc3", "UTF-8"))

    def test_a_table_cut_off_inside_utf_16_is_refused(self):
        for encoding in ("utf-16-le", "utf-16-be"):
            mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
            with self.subTest(encoding):
                self.refused_table((mark + TABLE.encode(encoding))[:-1], rule="table.encoding", where="assets.csv",
                                   says=("UTF-16", "cut off"))

    def test_two_encodings_in_one_table_are_refused(self):
        mixed = TABLE.encode() + "AS-3,Lüftung,Hardware,Internal\n".encode("latin-1")
        self.refused_table(mixed, rule="table.encoding", where="assets.csv", says=("0xfc", "UTF-8"))

    def test_the_encoding_may_be_said(self):
        mixed = TABLE.encode() + "AS-3,Lüftung,Hardware,Internal\n".encode("latin-1")
        workspace, table = self.workspace("set-up"), self.file("assets.csv", mixed)
        report = self.answer("import", workspace, table, "--encoding", "windows-1252")
        self.assertEqual((report["encoding"], report["added"]), ("windows-1252", 3))
        self.assertEqual(self.answer("show", workspace, "assets", "AS-3")["name"], "Lüftung")

    def test_an_empty_table_is_refused(self):
        for content in (b"", b"\xef\xbb\xbf", b"\n\n  \r\n"):
            with self.subTest(content):
                self.refused_table(content, rule="table.empty", where="assets.csv", says="header")

    def test_a_file_that_is_not_there_or_a_folder_is_refused(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            self.refused("import", workspace, self.folder, rule="file.unreadable", status=2, where=self.folder,
                         says="directory")
            self.refused("import", workspace, self.folder / "none.csv", rule="file.unreadable", status=2,
                         where=self.folder / "none.csv", says="No such file")

    def test_other_encodings_of_text_are_read_and_reported(self):
        for encoding, name in (("utf-8-sig", "utf-8"), ("utf-16", "utf-16le"), ("utf-16-be", "utf-16be"),
                               ("latin-1", "windows-1252")):
            with self.subTest(encoding):
                workspace = self.workspace("set-up")
                report = self.answer("import", workspace, self.file("assets.csv", TABLE.encode(encoding)))
                self.assertEqual((report["encoding"], report["added"]), (name, 2))
                self.assertEqual([each["name"] for each in self.answer("show", workspace, "assets")],
                                 ["Küche, groß", "Café"])


class Commands(ToolTest):
    def refused_commands(self, content, **expected):
        workspace, path = self.workspace("set-up"), self.file("commands.json", content)
        with self.untouched():
            return self.refused("apply", workspace, path, status=2, **expected)

    def test_a_file_cut_off_anywhere_is_refused_at_its_end(self):
        whole = json.dumps([ADD, ADD], indent=1, ensure_ascii=False)
        for cut in (1, len(whole) // 3, whole.index("Küche") + 2, len(whole) // 2, len(whole) - 1):
            with self.subTest(cut):
                head = whole[:cut]
                line = head.count("\n") + 1
                self.refused_commands(head, rule="json.syntax", where=f"….json:{line}:…", says="ends too early")

    def test_binary_files_are_refused(self):
        for content in (NOISE, prepared("empty").read_bytes(), b"PK\x03\x04\0\0", b"\0" * 100, b"{}\0"):
            with self.subTest(content[:4]):
                self.refused_commands(content, rule="json.not-utf8", where="….json:1:…", says="JSON in UTF-8")

    def test_a_table_is_no_command(self):
        self.refused_commands((DATA / "assets.csv").read_bytes(), rule="json.syntax", where="….json:1:1")

    def test_other_encodings_are_refused_by_name(self):
        text = json.dumps([ADD], ensure_ascii=False, indent=1)
        place = {"latin-1": "….json:5:13"}  # the "ü"
        for encoding in ("utf-16", "utf-16-be", "latin-1"):
            with self.subTest(encoding):
                self.refused_commands(text.encode(encoding), rule="json.not-utf8", says="JSON in UTF-8",
                                      where=place.get(encoding, "….json:1:1"))

    def test_an_empty_file_is_refused(self):
        for content in (b"", b" \n", b"\xef\xbb\xbf"):
            with self.subTest(content):
                self.refused_commands(content, rule="json.empty", where="….json:1:1")

    def test_json_that_could_be_read_two_ways_is_refused(self):
        add = json.dumps(ADD)
        self.refused_commands(add[:-1] + ', "name": "Other"}', rule="json.duplicate-key", where="….json:1:…", says='"name"')
        self.refused_commands(add + add, rule="json.syntax", where="….json:1:…", says="after its end")
        for number in ("2.5", "1e2", "99999999999999999999"):
            self.refused_commands(add[:-1] + f', "importance": {number}}}', rule="json.wrong-type", where="/importance",
                                  says="a whole number")
        self.refused_commands(add[:-1] + ', "importance": NaN}', rule="json.syntax", where="….json:1:…")

    def test_nesting_without_end_is_refused(self):
        self.refused_commands("[" * 100_000, rule="json.too-deep", where="….json:1:…", says="deeper")

    def test_a_file_that_is_not_there_or_a_folder_is_refused(self):
        workspace = self.workspace("set-up")
        with self.untouched():
            for path in (self.folder / "none.json", self.folder):
                self.refused("apply", workspace, path, rule="file.unreadable", status=2, where=path)


class Workspaces(ToolTest):
    """Each is tried by a command that reads, and by one that would write."""

    def refused_workspace(self, path, rule, status=3, **expected):
        commands = self.commands(ADD, name="add.json")
        for line in (["show", path, "units"], ["apply", path, commands], ["verify", path]):
            with self.subTest(line[0]), self.untouched():
                self.refused(*line, rule=rule, status=status, where=path, **expected)

    def test_random_bytes_are_no_workspace(self):
        self.refused_workspace(self.file("acme.annexa", NOISE), "store.not-a-workspace", says="not a workspace")

    def test_text_is_no_workspace(self):
        self.refused_workspace(self.file("acme.annexa", "Dear auditor,\n" * 200), "store.not-a-workspace")

    def test_the_database_of_another_program_is_no_workspace(self):
        path = self.folder / "other.sqlite"
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE event (position INTEGER PRIMARY KEY, bytes BLOB)")
            other.execute("PRAGMA application_id = 252006674")
        other.close()
        self.refused_workspace(path, "store.not-a-workspace", says=("another program", "Look at the path"))

    def test_an_empty_file_is_no_workspace(self):
        self.refused_workspace(self.file("acme.annexa", b""), "store.empty-file", says="create")

    def test_a_workspace_of_a_newer_version_is_left_alone(self):
        path = self.workspace("set-up")
        self.sql(path, "PRAGMA user_version = 3")
        self.refused_workspace(path, "store.newer", says=("layout 3", "newer annexa"))

    def test_an_altered_layout_is_refused(self):
        for statement in ("CREATE TABLE note (text TEXT)", "CREATE INDEX wild ON head (size)", "PRAGMA user_version = -1"):
            with self.subTest(statement):
                path = self.workspace("set-up")
                self.sql(path, statement)
                self.refused_workspace(path, "store.altered", says="Restore a backup")

    def test_a_workspace_that_is_cut_off_is_refused(self):
        whole = prepared("set-up").read_bytes()
        for size in (10, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
            path, commands = self.file("acme.annexa", whole[:size]), self.commands(ADD)
            for line in (["show", path, "units"], ["apply", path, commands]):
                with self.subTest(f"{line[0]} {size} bytes"), self.untouched():
                    done = self.tool("--json", *line, status=3)
                    violation = self.check_failure(done)[0]
                    self.assertTrue(violation["where"].startswith(str(path)), done)

    def test_damaged_pages_never_crash_the_tool_nor_pass_for_whole(self):
        whole = prepared("registers").read_bytes()
        chance = random.Random(9)
        places = (chance.randrange(4096, len(whole) - 600) for _ in range(100))
        written = [begin for begin in places if any(whole[begin:begin + 500])]  # room that nothing has used yet means nothing
        for begin in written[:8]:
            damaged = bytearray(whole)
            damaged[begin:begin + 500] = chance.randbytes(500)
            path = self.file("acme.annexa", bytes(damaged))
            with self.subTest(begin), self.untouched():
                done = self.tool("--json", "verify", path, status=3)
                self.assertTrue("error" in done.json or done.json["problems"], done)

    def test_a_path_that_is_no_file_is_refused(self):
        (self.folder / "folder").mkdir()
        self.refused_workspace(self.folder / "folder", "store.not-a-file", says="folder")
        self.refused_workspace(self.folder / "none.annexa", "store.not-found", says="Create the workspace")
        self.refused_workspace("/dev/null", "store.not-a-file", says="Name a file")
        self.refused("show", "", "units", rule="store.bad-path", status=2, says="empty")

    def sql(self, path, statement):
        connection = sqlite3.connect(path)
        connection.execute(statement)
        connection.commit()
        connection.close()


if __name__ == "__main__":
    unittest.main()
