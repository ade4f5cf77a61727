"""annexa sample: sizes, draws from lists and tables, evaluation; and lists that are none."""
import hashlib
import json
import pathlib
import tempfile
import unittest

from tool import ToolTest, annexa


def written(folder, name, content):
    path = pathlib.Path(folder) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


class Sizes(ToolTest):
    def test_a_size_comes_with_what_it_proves(self):
        done = annexa("sample", "size", "--confidence", "95%", "--rate", "5 %", "--population", "250")
        self.assertEqual(done.status, 0, done)
        self.assertTrue(done.text.startswith("55\nIf 12 of the 250 items deviated"), done)
        self.assertEqual(annexa("--json", "sample", "size", "--rate", "0.05").json["size"], 59)
        self.assertEqual(annexa("--json", "sample", "size", "--rate", "0.05", "--allowed", "2").json["size"], 124)

    def test_practice_is_called_so(self):
        done = annexa("sample", "size", "--frequency", "monthly")
        self.assertTrue(done.text.startswith("2 to 5\nPractice, no statistics"), done)
        self.assertTrue(annexa("sample", "size", "--sites", "26", "--stage", "surveillance").text.startswith("4\n"))

    def test_strata_share(self):
        done = annexa("--json", "sample", "size", "--size", "10", "--stratum", "day=60", "--stratum", "night=40")
        self.assertEqual([each["size"] for each in done.json["strata"]], [6, 4])

    def test_bad_numbers_are_told_by_their_option(self):
        for arguments, where in ((["--rate", "5"], "--rate"), (["--rate", "0.05", "--confidence", "NaN"], "--confidence"),
                                 (["--rate", "-0.05"], "--rate"), (["--rate", "0.05", "--population", "0"], "--population"),
                                 (["--rate", "0.05", "--stratum", "day"], "--stratum"), ([], "--rate")):
            done = annexa("--json", "sample", "size", *arguments)
            self.assertEqual(done.status, 2, done)
            self.assertEqual(done.json["error"]["violations"][0]["where"], where, done)


class Draws(ToolTest):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        return written(self.folder.name, name, content)

    def draw(self, path, *arguments, size="3", seed="7"):
        return annexa("--json", "sample", "draw", "--population", path, "--size", size, "--seed", seed, *arguments)

    def test_lines_are_items_and_anybody_can_draw_again(self):
        content = "".join(f"ticket {i}\n" for i in range(1, 251))
        path = self.file("tickets.txt", content)
        done = self.draw(path, size="10")
        self.assertEqual(done.status, 0, done)
        self.assertEqual(done.json["draw"]["items"], [2, 9, 20, 41, 80, 110, 126, 146, 151, 190])
        self.assertEqual(done.json["names"][0], "ticket 2")
        self.assertEqual(done.json["draw"]["population_sha256"], hashlib.sha256(content.encode()).hexdigest())
        text = annexa("sample", "draw", "--population", path, "--size", "10", "--seed", "7").text
        self.assertIn("2     ticket 2\n", text)
        self.assertIn("10 of 250 items, simple, seed 7, annexa-draw/1, SHA-256 of the list", text)

    def test_a_table_names_items_by_a_column_and_strata_by_another(self):
        rows = "".join(f"{kind},{kind}-{i}\r\n" for kind, count in (("day", 60), ("night", 40)) for i in range(count))
        path = self.file("shifts.csv", "shift,id\r\n" + rows)
        done = self.draw(path, "--column", "id", "--by", "shift", size="5", seed="42")
        self.assertEqual(done.json["draw"]["items"], [33, 54, 60, 77, 86], done)
        self.assertEqual(done.json["names"], ["day-32", "day-53", "day-59", "night-16", "night-25"])
        self.assertEqual(done.json["draw"]["strata"],
                         [{"name": "day", "population": 60, "size": 3}, {"name": "night", "population": 40, "size": 2}])
        self.assertEqual(self.draw(path, "--by", "hour").json["error"]["violations"][0]["rule"], "population.column")
        mixed = self.file("mixed.csv", "shift,id\nday,1\nnight,2\nday,3\n")
        refused = self.draw(mixed, "--by", "shift")
        self.assertEqual(refused.json["error"]["violations"][0]["where"], f"{mixed}:4", refused)

    def test_the_answer_is_the_draw_of_a_command(self):
        done = self.draw(self.file("list.txt", "a\nb\nc\nd\n"))
        request = done.json["request"]
        self.assertEqual({name: request[name] for name in ("population", "size", "seed")}, {"population": 4, "size": 3, "seed": 7})
        self.assertEqual(len(done.json["names"]), 3)

    def test_an_item_that_stands_twice_is_told(self):
        done = self.draw(self.file("list.txt", "a\nb\na\nc\n"))
        self.assertEqual(done.status, 0, done)
        self.assertIn('"a" more than once', done.err if isinstance(done.err, str) else done.err.decode())

    def test_what_is_no_list_is_refused(self):
        for name, content, rule in (("empty.txt", b"", "population.empty"), ("blank.txt", b" \n\n", "population.empty"),
                                    ("empty.csv", b"", "table.empty"), ("head.csv", b"id\n", "population.empty"),
                                    ("raw.txt", bytes(range(256)) * 8, "population.text"), ("raw.csv", b"\x00\x01\x02" * 50, "table.binary"),
                                    ("latin.txt", "Müller\n".encode("latin-1"), "population.text"),
                                    ("book.csv", b"PK\x03\x04" + b"\x00" * 60, "table.binary")):
            done = self.draw(self.file(name, content))
            self.assertEqual(done.status, 2, done)
            self.assertEqual(done.json["error"]["violations"][0]["rule"], rule, done)
        self.assertEqual(self.draw(pathlib.Path(self.folder.name) / "nowhere.txt").status, 2)

    def test_bad_numbers(self):
        path = self.file("list.txt", "a\nb\nc\n")
        for size, seed, where in (("4", "1", "--size"), ("0", "1", "--size"), ("2", "-1", "--seed"), ("2", "9007199254740992", "--seed")):
            done = self.draw(path, size=size, seed=seed)
            self.assertEqual((done.status, done.json["error"]["violations"][0]["where"]), (2, where), done)
        self.assertEqual(self.draw(path, size="two").status, 2)

    def test_a_million_lines(self):
        done = self.draw(self.file("long.txt", "".join(f"{i}\n" for i in range(1_000_000))), size="5")
        self.assertEqual(done.status, 0, done)
        self.assertEqual([str(item - 1) for item in done.json["draw"]["items"]], done.json["names"])


class Evaluations(ToolTest):
    def test_what_follows_is_said(self):
        done = annexa("sample", "evaluate", "--size", "25", "--deviations", "1", "--population", "250", "--rate", "5%")
        self.assertEqual(done.status, 0, done)
        self.assertIn("at most 42 (16.8 %) of the 250", done.text)
        self.assertIn("no statistical conclusion", annexa("sample", "evaluate", "--size", "8", "--deviations", "0", "--method", "judgement").text)
        self.assertEqual(annexa("sample", "evaluate", "--size", "5", "--deviations", "6").status, 2)


class Records(ToolTest):
    def test_the_schemas_are_published(self):
        for name in ("sample", "audit.draw-sample", "audit.evaluate-sample", "sample-size-request", "sample-evaluation"):
            self.assertEqual(annexa("schema", name).status, 0, name)
        self.assertIn("items", json.dumps(annexa("schema", "sample-draw").json))


if __name__ == "__main__":
    unittest.main()
