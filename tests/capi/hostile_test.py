"""Hostile callers: every function of the header with NULL for each pointer, handles that are closed, foreign or made up, sizes of
0 and SIZE_MAX, bad UTF-8 and numbers out of every range. None may crash, give an output with a failure, or keep a handle.

The calls are made from abi/annexa.json in a process of their own, so that a crash is one failure with the call that made it; once
on the library that is shipped, and once on the one with sanitizers, which see what is no crash.
"""
import ctypes
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ABI = json.loads((ROOT / "abi/annexa.json").read_text())
SIZE_MAX = ctypes.c_size_t(-1).value
SCALARS = {"int32_t": ctypes.c_int32, "annexa_status": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "uint64_t": ctypes.c_uint64,
           "size_t": ctypes.c_size_t, "int64_t": ctypes.c_int64}
EXTREMES = {"int32_t": [0, -1, -2**31, 2**31 - 1], "annexa_status": [0, -1, -2**31, 2**31 - 1], "uint32_t": [0, 2**32 - 1],
            "uint64_t": [0, 2**64 - 1], "size_t": [0, SIZE_MAX], "int64_t": [0, -2**63, 2**63 - 1]}
BAD_TEXTS = [b"", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"a\0b", b"[" * 200, b'{"command":"unit.add"}', b"[]", b"{}", b"null",
             b"-1e999", b'"\\ud800"', b"\xef\xbb\xbf{}", b"x" * 5000]
#: Structures: none, not set up, too small, too large, with a tail that only a newer annexa knows, and one that is good.
STRUCT_SIZES = [0, 1, 4, 4096, 4097, 2**32 - 1]


class Caller:
    """Calls functions with arguments that are good but for one, and remembers what it is doing."""

    def __init__(self, library):
        self.library = ctypes.CDLL(library)
        self.calls = 0
        self.kept = []  # what arguments point to
        self.random = random.Random(27001)
        self.handles = {"annexa_workspace": self.workspace(), "annexa_pool": self.pool(), "annexa_cancel": self.made("annexa_cancel_new"),
                        "annexa_buf": self.made("annexa_catalog_list"), "annexa_error": self.error()}
        closed = self.workspace()
        self.library.annexa_workspace_close(ctypes.c_void_p(closed))
        self.dead = [0, 1, 7, closed, 2**63, 2**64 - 1, ctypes.addressof(self.buffer(b"memory")),
                     *(self.random.getrandbits(64) for _ in range(8))]

    def made(self, name):
        out = ctypes.c_void_p()
        assert getattr(self.library, name)(ctypes.byref(out), None) == 0, name
        return out.value

    def workspace(self):
        out = ctypes.c_void_p()
        assert self.library.annexa_workspace_create_in_memory(b"Acme", ctypes.c_size_t(4), None, ctypes.byref(out), None) == 0
        return out.value

    def pool(self):
        out = ctypes.c_void_p()
        assert self.library.annexa_pool_create(ctypes.c_uint64(0), None, ctypes.byref(out), None) == 0
        return out.value

    def error(self):
        out, err = ctypes.c_void_p(), ctypes.c_void_p()
        self.library.annexa_schema(b"nonsense", ctypes.c_size_t(8), ctypes.byref(out), ctypes.byref(err))
        return err.value

    def buffer(self, data):
        made = ctypes.create_string_buffer(data, max(len(data), 1))
        self.kept.append(made)
        return made

    def good(self, params):
        """Good enough arguments, by position; a text and its size go together."""
        values = []
        for param in params:
            kind = param["type"].replace("const ", "")
            if kind in ("char *", "uint8_t *") and not param.get("out"):
                values.append(self.buffer(b"x"))
            elif kind == "size_t":
                values.append(ctypes.c_size_t(1))
            elif kind in SCALARS:
                values.append(SCALARS[kind](1))
            elif kind.removesuffix(" *") in self.handles:
                values.append(ctypes.c_void_p(self.handles[kind.removesuffix(" *")]))
            elif kind.removesuffix(" *") in ABI["structs"] and not param.get("out"):
                values.append(None)
            else:
                values.append(self.buffer(b"\0" * 64))  # room for any output
        return values

    def hostile(self, param):
        """Bad values for one parameter: what it becomes, and what the parameter behind it becomes (or None to leave it)."""
        kind = param["type"].replace("const ", "")
        if kind in ("char *", "uint8_t *") and not param.get("out"):
            yield None, ctypes.c_size_t(1)
            yield None, ctypes.c_size_t(SIZE_MAX)
            yield None, ctypes.c_size_t(0)
            yield self.buffer(b"x"), ctypes.c_size_t(SIZE_MAX)
            yield from ((self.buffer(text), ctypes.c_size_t(len(text))) for text in BAD_TEXTS)
        elif kind in SCALARS:
            if not param["name"].endswith("_size") and param["name"] != "count":  # a size alone would lie about what is there
                yield from ((SCALARS[kind](value), None) for value in EXTREMES[kind])
        elif kind.removesuffix(" *") in self.handles:
            others = [value for name, value in self.handles.items() if name != kind.removesuffix(" *")]
            yield from ((ctypes.c_void_p(value), None) for value in [*self.dead, *others])
        else:
            yield None, None
            if kind.removesuffix(" *") in ABI["structs"] and not param.get("out"):
                yield from ((self.struct(size), None) for size in STRUCT_SIZES)

    def struct(self, size):
        block = self.buffer(bytes(self.random.getrandbits(8) for _ in range(5000)))
        ctypes.memmove(block, size.to_bytes(4, "little"), 4)
        return block

    def call(self, name, params, values):
        function = getattr(self.library, name)
        function.restype = ctypes.c_void_p if ABI["functions"][name]["returns"].endswith("*") else ctypes.c_int32
        print(name, [getattr(value, "value", value) if not isinstance(value, ctypes.Array) else value.raw[:24] for value in values],
              file=sys.stderr)
        status = function(*values)
        self.calls += 1
        if ABI["functions"][name]["returns"] == "annexa_status" and status != 0:
            for param, value in zip(params, values):
                if param["type"].endswith("**") and value is not None and param["name"] != "err":
                    assert value.raw[:8] == b"\0" * 8, f"{name} failed and gave {param['name']}"
        self.release(params, values)

    def release(self, params, values):
        """Ends what the call gave, so that what is left over is a leak."""
        for param, value in zip(params, values):
            if param["type"].endswith("**") and value is not None:
                kind = param["type"].removesuffix(" **")
                end = f"{kind}_close" if f"{kind}_close" in ABI["functions"] else f"{kind}_free"
                getattr(self.library, end)(ctypes.c_void_p(int.from_bytes(value.raw[:8], "little")))

    def run(self):
        for name, function in ABI["functions"].items():
            params = function["params"]
            if name.endswith(("_free", "_close")):
                cases = [[ctypes.c_void_p(value)] for value in self.dead]
                for values in cases:
                    self.call(name, params, values)
                continue
            self.call(name, params, self.good(params))
            for index, param in enumerate(params):
                for value, after in self.hostile(param):
                    values = self.good(params)
                    values[index] = value
                    if after is not None:
                        values[index + 1] = after
                    self.call(name, params, values)
        return self.calls


class Hostile(unittest.TestCase):
    def test_no_function_crashes_or_gives_an_output_with_a_failure(self):
        import project
        for build in project.library_builds():
            with self.subTest(build.name), tempfile.TemporaryDirectory() as folder:  # some calls make files where they run
                done = subprocess.run([sys.executable, os.path.abspath(__file__), "--calls", build / "lib/libannexa.so.1"],
                                      cwd=folder, env={**os.environ, **project.loading(build)}, capture_output=True, text=True,
                                      errors="replace")
                last = done.stderr.strip().splitlines()[-30:]
                self.assertEqual(done.returncode, 0, "\n".join(last))
                calls = int(done.stdout)
                self.assertGreater(calls, 10 * len(ABI["functions"]))
                print(f"hostile calls: {calls} over {len(ABI['functions'])} functions of the {build.name} library")


if __name__ == "__main__" and sys.argv[1:2] == ["--calls"]:
    print(Caller(sys.argv[2]).run())
