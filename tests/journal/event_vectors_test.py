"""The event vectors, checked without the C++ library; and that the check itself notices what is wrong."""
import copy
import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import check_event_vectors


class EventVectors(unittest.TestCase):
    def test_every_vector_is_what_python_computes(self):
        vectors = check_event_vectors.load()
        self.assertGreaterEqual(len(vectors["events"]), 12)
        self.assertEqual(list(check_event_vectors.problems(vectors)), [])

    def test_any_changed_byte_leaf_or_text_is_noticed(self):
        vectors = check_event_vectors.load()
        for index, vector in enumerate(vectors["events"]):
            for member in ("bytes", "leaf"):
                changed = copy.deepcopy(vectors)
                changed["events"][index][member] = vector[member][:-1] + ("0" if vector[member][-1] != "0" else "1")
                self.assertNotEqual(list(check_event_vectors.problems(changed)), [], (vector["name"], member))
            for text in range(len(vector["personal"])):
                changed = copy.deepcopy(vectors)
                changed["events"][index]["personal"][text]["value"] += "x"
                self.assertNotEqual(list(check_event_vectors.problems(changed)), [], (vector["name"], text))

    @unittest.skipUnless(shutil.which("node"), "no node (Debian: nodejs) to check the vectors in JavaScript")
    def test_every_vector_is_what_javascript_computes_and_a_change_is_noticed(self):
        script = pathlib.Path(__file__).with_name("check_event_vectors.mjs")
        vectors = check_event_vectors.load()
        done = subprocess.run(["node", script], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, f"{len(vectors['events'])} events, 0 problems\n"), done.stderr)
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            for member in ("bytes", "leaf", "personal"):
                changed = copy.deepcopy(vectors)
                vector = next(each for each in changed["events"] if each[member])
                vector[member] = vector[member][:-1]
                file.seek(0)
                file.truncate()
                json.dump(changed, file)
                file.flush()
                done = subprocess.run(["node", script, file.name], capture_output=True, text=True)
                self.assertEqual((done.returncode, member in done.stderr), (1, True), done.stderr)


if __name__ == "__main__":
    unittest.main()
