"""The way in: every exported function is one call of guard() or otherwise(), so that nothing is thrown or left behind."""
import json
import re
import unittest

from project import ROOT

DECLARED = json.loads((ROOT / "abi/annexa.json").read_text())["functions"]
DEFINITION = re.compile(r"^[a-z][^;{}()=]*?\b(annexa_\w+)\(([^{;]*?)\) \{\n(.*?)^\}", re.M | re.S)
#: The whole body is one return of a wrapper; its own braces and brackets are closed by the last line.
GUARDED = re.compile(r"  return (guard\(err, |otherwise(<[\w *]+>)?\().*\);\n", re.S)


def is_guarded(body):
    return bool(GUARDED.fullmatch(body)) and not re.search(r"^  \S", body.partition("\n")[2].rpartition("  }")[0], re.M)


def definitions():
    found = {}
    for path in sorted((ROOT / "capi").glob("*.cpp")):
        for name, _, body in DEFINITION.findall(path.read_text()):
            found.setdefault(name, []).append((path.name, body))
    return found


class EntryPoints(unittest.TestCase):
    def test_every_declared_function_is_defined_once(self):
        self.assertEqual({name: len(places) for name, places in definitions().items()}, dict.fromkeys(DECLARED, 1))

    def test_every_body_is_one_call_of_a_wrapper(self):
        wrong = [f"{place}: {name}" for name, places in definitions().items() for place, body in places if not is_guarded(body)]
        self.assertEqual(wrong, [])

    def test_the_rule_finds_a_body_that_does_more(self):
        self.assertTrue(is_guarded("  return otherwise([&] { end(buf); });\n"))
        self.assertTrue(is_guarded("  return guard(err, Out{out}, [&]() -> result<void> {\n    *out = 1;\n    return {};\n  });\n"))
        for body in ("  *out = nullptr;\n  return guard(err, Out{out}, [&] { return done(); });\n", "  return 1;\n",
                     "  return guard(err, Out{out}, [&] {\n  });\n  puts(\"\");\n  return otherwise([] {\n  });\n"):
            self.assertFalse(is_guarded(body), body)

    def test_functions_that_can_fail_take_the_error_last(self):
        for name, function in DECLARED.items():
            with self.subTest(name):
                names = [param["name"] for param in function["params"]]
                if "err" in names:
                    self.assertEqual(function["returns"], "annexa_status")
                    self.assertEqual(function["params"][-1], {"name": "err", "type": "annexa_error **", "out": True})

    def test_inputs_come_first_then_outputs(self):
        for name, function in DECLARED.items():
            with self.subTest(name):
                outputs = [param.get("out", False) for param in function["params"]]
                self.assertEqual(outputs, sorted(outputs))

    def test_texts_are_pointer_and_size(self):
        for name, function in DECLARED.items():
            params = function["params"]
            for param, after in zip(params, params[1:] + [None]):
                if param["type"] == "const char *":
                    with self.subTest(f"{name}({param['name']})"):
                        self.assertEqual(after, {"name": f"{param['name']}_size", "type": "size_t"})
