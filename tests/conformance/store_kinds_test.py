"""The program annexa-store-conformance, over each kind of store that comes with annexa."""
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from postgres import Server
from project import BUILD, run

PROGRAM = BUILD / "bin/annexa-store-conformance"


class Kinds(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="annexa-conformance-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def judged(self, url, check=True):
        """What the program prints: cases by verdict. Its last line counts them."""
        done = run(PROGRAM, url, check=check)
        cases = re.findall(r"^(PASS|FAIL|SKIP)\t([^\t\n]+)", done.stdout, re.M)
        passed, failed = map(int, re.fullmatch(r"(\d+) passed, (\d+) failed", done.stdout.splitlines()[-1]).groups())
        self.assertEqual([verdict for verdict, _ in cases].count("PASS"), passed)
        self.assertEqual([verdict for verdict, _ in cases].count("FAIL"), failed)
        return {name: verdict for verdict, name in cases}

    def test_a_journal_in_memory_conforms(self):
        cases = self.judged("memory:")
        self.assertNotIn("FAIL", cases.values())
        self.assertGreaterEqual(list(cases.values()).count("PASS"), 20)

    def test_a_journal_in_the_storage_of_a_host_conforms(self):
        self.assertEqual(set(self.judged("host:").values()), {"PASS"})

    def test_a_journal_in_a_file_conforms_and_nothing_is_left(self):
        cases = self.judged(self.folder / "files")
        self.assertEqual(set(cases.values()), {"PASS"})
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_journal_on_a_server_conforms(self):
        server = Server()
        self.addCleanup(server.close)
        cases = self.judged(server.url("acme"))
        self.assertEqual(set(cases.values()), {"PASS"})
        tenants, events = map(int, server.psql("SELECT count(*), sum(size) FROM annexa_head").strip().split("|"))
        self.assertGreaterEqual(tenants, len(cases))
        self.assertEqual(server.psql("SELECT count(*) FROM annexa_event").strip(), str(events))

    def test_what_cannot_be_tried_is_refused(self):
        database = self.folder / "there.db"
        sqlite3.connect(database).close()
        database.touch()
        for url in ("", database, self.folder / "no" / "such"):
            with self.subTest(url):
                self.assertEqual(run(PROGRAM, url, check=False).returncode, 2)
        self.assertEqual(run(PROGRAM, check=False).returncode, 2)
        self.assertTrue(database.exists())


if __name__ == "__main__":
    unittest.main()
