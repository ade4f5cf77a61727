"""The event vectors, checked without the C++ library; and that the check itself notices what is wrong."""
import copy
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
                changed["events"][index][member] = vector[member].replace("e", "f", 1)
                self.assertNotEqual(list(check_event_vectors.problems(changed)), [], (vector["name"], member))
            for text in range(len(vector["personal"])):
                changed = copy.deepcopy(vectors)
                changed["events"][index]["personal"][text]["value"] += "x"
                self.assertNotEqual(list(check_event_vectors.problems(changed)), [], (vector["name"], text))


if __name__ == "__main__":
    unittest.main()
