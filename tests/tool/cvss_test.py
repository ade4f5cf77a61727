"""annexa cvss: a line or an element for each vector, from the command line or from standard input."""
import csv
import json
import os
import pathlib
import subprocess
import unittest

from tool import TOOL, ToolTest, annexa

DATA = pathlib.Path(os.environ.get("ANNEXA_TEST_DATA", "")) / "risk/cvss"
HAS_DATA = DATA.is_absolute() and DATA.is_dir()

V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H"


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(done):
    return [line.split("\t") for line in done.text.splitlines()]


class Vectors(ToolTest):
    def test_a_line_has_vector_score_and_severity(self):
        done = annexa("cvss", V3, f"{V4}/E:U", f"{V3}/MC:N/MI:N/MA:N")
        self.assertEqual(done.status, 0, done)
        self.assertEqual(lines(done), [[V3, "9.8", "Critical"], [f"{V4}/E:U", "9.1", "Critical"], [f"{V3}/MC:N/MI:N/MA:N", "0.0", "None"]])

    def test_an_invalid_one_names_the_metric_and_the_others_are_scored(self):
        done = annexa("cvss", f"{V3}/E:A", V3, "CVSS:3.0/AV:N", "")
        self.assertEqual(done.status, 1, done)
        found = lines(done)
        self.assertEqual([each[1] for each in found], ["error", "9.8", "error", "error"])
        self.assertEqual(found[0], [f"{V3}/E:A", "error", 'E is "A", at byte 45; it takes H F P U X.'])
        self.assertIn("older version", found[2][2])

    def test_json_has_all_scores_and_each_refusal(self):
        done = annexa("--json", "cvss", f"{V3}/E:U/CR:L", V4, "AV:N")
        self.assertEqual(done.status, 1, done)
        first, second, third = done.json
        self.assertEqual([first[name] for name in ("version", "base", "temporal", "environmental", "score")], ["3.1", 9.8, 9.0, 8.7, 8.7])
        self.assertEqual([second[name] for name in ("nomenclature", "base", "threat", "environmental", "severity")],
                         ["CVSS-B", 10.0, 10.0, 10.0, "Critical"])
        self.assertEqual((third["vector"], third["error"]["violations"][0]["rule"]), ("AV:N", "cvss.prefix"))
        self.assertEqual(annexa("cvss", "--json").json, [])

    @unittest.skipUnless(HAS_DATA, "ANNEXA_TEST_DATA is not set")
    def test_every_vector_of_the_references_from_standard_input(self):
        wanted = [[row["vector"], row.get("score") or row["base"]] for name in
                  ("cvss31-base", "cvss40-reference", "cvss40-redhat", "cvss40-macrovectors") for row in rows(name)]
        done = annexa("cvss", stdin="\n".join(vector for vector, _ in wanted))
        self.assertEqual(done.status, 0, done)
        self.assertEqual([line[:2] for line in lines(done)], wanted)

    @unittest.skipUnless(HAS_DATA, "ANNEXA_TEST_DATA is not set")
    def test_all_three_scores_of_every_full_vector(self):
        wanted = rows("cvss31-full")
        found = annexa("cvss", "--json", stdin="\n".join(row["vector"] for row in wanted)).json
        for row, each in zip(wanted, found, strict=True):
            self.assertEqual([row[name] for name in ("vector", "base", "temporal", "environmental")],
                             [each["vector"], *(str(each[name]) for name in ("base", "temporal", "environmental"))])

    @unittest.skipUnless(HAS_DATA, "ANNEXA_TEST_DATA is not set")
    def test_every_invalid_vector_is_refused(self):
        done = annexa("cvss", stdin="\n".join(row["vector"] for row in rows("cvss40-invalid")))
        self.assertEqual(done.status, 1, done)
        self.assertEqual([each[1] for each in lines(done)], ["error"] * 600)


class Input(ToolTest):
    def test_line_ends_blank_lines_and_a_byte_order_mark_are_no_vectors(self):
        done = annexa("cvss", stdin=b"\xef\xbb\xbf" + f"{V3}\r\n\r\n  \t\n\n{V4}".encode())
        self.assertEqual(done.status, 0, done)
        self.assertEqual(lines(done), [[V3, "9.8", "Critical"], [V4, "10.0", "Critical"]])
        self.assertEqual(annexa("cvss", stdin="").text, "")

    def test_control_characters_never_come_back(self):
        hostile = b"\x1b[31mred\x07\tx\xff\n" + f"{V3}/E:".encode() + b"\x1b]0;owned\x07\n\x00\n"
        for option in ((), ("--json",)):
            done = annexa("cvss", *option, stdin=hostile)
            self.assertEqual(done.status, 1)
            self.assertNotRegex(done.text, r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
        self.assertEqual(len(lines(annexa("cvss", stdin=hostile))), 3)

    def test_lines_without_end_are_bounded(self):
        for size in (511, 512, 1023, 1024, 5_000_000):
            done = annexa("cvss", stdin=b"C" * size + f"\n{V3}\n".encode())
            self.assertEqual(done.status, 1)
            found = lines(done)
            self.assertEqual([each[1] for each in found], ["error", "9.8"], size)
            self.assertLess(len(done.text), 2000)

    def test_lines_across_the_blocks_of_a_pipe_are_whole(self):
        count = 20_000
        done = annexa("cvss", stdin=f"{V3}/E:U\n{V4}\n" * count)
        self.assertEqual(done.status, 0)
        self.assertEqual(done.text, f"{V3}/E:U\t9.0\tCritical\n{V4}\t10.0\tCritical\n" * count)

    def test_an_answer_comes_before_the_next_question(self):
        with subprocess.Popen([TOOL, "cvss"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
            for vector, answer in ((V3, "9.8"), (V4, "10.0")):
                running.stdin.write(f"{vector}\n".encode())
                running.stdin.flush()
                self.assertEqual(running.stdout.readline().decode(), f"{vector}\t{answer}\tCritical\n")
            running.stdin.close()
            self.assertEqual(running.wait(20), 0)

    def test_what_cannot_be_read_is_refused(self):
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            done = subprocess.run([TOOL, "--json", "cvss"], stdin=folder, capture_output=True, timeout=20)
        finally:
            os.close(folder)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(json.loads(done.stdout)["error"]["violations"][0]["rule"], "file.unreadable")


if __name__ == "__main__":
    unittest.main()
