#!/usr/bin/python3
"""Describes capi/annexa.h as data, and makes from it what bindings need.

    tools/generate_abi.py           writes abi/annexa.json and bindings/python/annexa/_abi.py
    tools/generate_abi.py --check   status 1 if one of them is stale; 77 if clang is absent, which alone may judge the header

abi/annexa.json holds constants, handles, structures, callbacks and functions in the order of the header, each function with
its parameters, which of them are outputs, its first sentence and since when it is there.
"""
import json
import re
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
HEADER = ROOT / "capi/annexa.h"
CLANGS = ("clang-16", "clang")
ABSENT = 77


# ---- From the header to data

def syntax_tree():
    clang = next(filter(shutil.which, CLANGS), None)
    if clang is None:
        print("needs clang-16", file=sys.stderr)
        sys.exit(ABSENT)
    command = [clang, "-x", "c", "-std=c99", "-Xclang", "-ast-dump=json", "-fsyntax-only", str(HEADER)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["inner"]


def children(node, kind):
    return [child for child in node.get("inner", ()) if child["kind"] == kind]


def words(node):
    """The text of a comment, its lines joined."""
    own = node.get("text", "")
    return " ".join([own, *map(words, node.get("inner", ()))])


def comment_of(node):
    """First paragraph, version after @since, and the parameters marked [out]."""
    summary, since, outputs = "", None, set()
    for comment in children(node, "FullComment"):
        for part in comment.get("inner", ()):
            text = " ".join(words(part).split())
            if part["kind"] == "ParagraphComment":
                summary = summary or text
            elif part.get("name") == "since":
                since = text
            elif part["kind"] == "ParamCommandComment" and part.get("direction") == "out":
                outputs.add(part["param"])
    return summary, since, outputs


def constants_of(node):
    value = -1
    for constant in children(node, "EnumConstantDecl"):
        explicit = children(constant, "ConstantExpr")
        value = int(explicit[0]["value"]) if explicit else value + 1
        yield constant["name"], value


def signature(text):
    """Return type and parameter types of a function type such as "int32_t (*)(void *, int64_t *)"."""
    returns, _, rest = text.replace("(*)", "").partition("(")
    params = [] if rest in ("void)", ")") else [part.strip() for part in rest[:-1].split(",")]
    return returns.strip(), params


def function_of(node):
    summary, since, outputs = comment_of(node)
    params = [{"name": param["name"], "type": param["type"]["qualType"], **({"out": True} if param["name"] in outputs else {})}
              for param in children(node, "ParmVarDecl")]
    return {"returns": signature(node["type"]["qualType"])[0], "params": params, "since": since, "summary": summary}


def struct_of(node):
    return [{"name": field["name"], "type": field["type"]["qualType"]} for field in children(node, "FieldDecl")]


def described(nodes):
    abi = {"header": HEADER.name, "constants": {}, "handles": [], "structs": {}, "callbacks": {}, "functions": {}}
    for node in nodes:
        name = node.get("name", "")
        if node["kind"] == "EnumDecl":
            abi["constants"].update((k, v) for k, v in constants_of(node) if k.startswith("ANNEXA_"))
        elif not name.startswith("annexa_"):
            continue
        elif node["kind"] == "RecordDecl":
            if node.get("completeDefinition"):
                abi["structs"][name] = struct_of(node)
            else:
                abi["handles"].append(name)
        elif node["kind"] == "TypedefDecl" and "(*)" in node["type"]["qualType"]:
            returns, params = signature(node["type"]["qualType"])
            abi["callbacks"][name] = {"returns": returns, "params": params}
        elif node["kind"] == "FunctionDecl":
            abi["functions"][name] = function_of(node)
    return abi


# ---- From data to the table of ctypes

SCALARS = {"void": "None", "int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64", "uint64_t": "c_uint64",
           "uint8_t": "c_uint8", "size_t": "c_size_t", "double": "c_double", "annexa_status": "c_int32", "void *": "c_void_p"}


def python_type(abi, text, *, returned=False):
    text = text.replace("const ", "").strip()
    if text in SCALARS:
        return SCALARS[text]
    if text in abi["structs"] or text in abi["callbacks"]:
        return text
    target = text.removesuffix("*").strip()
    if target == text:
        raise ValueError(f"no ctypes for {text}")
    if target in abi["handles"]:
        return "c_void_p"
    if target == "char":
        return "c_void_p" if returned else "POINTER(c_char)"
    return f"POINTER({python_type(abi, target)})"


def python_argument(abi, text):
    """As python_type(), but bytes are handed over as they are."""
    return "c_char_p" if text in ("const char *", "const uint8_t *") else python_type(abi, text)


def wrapped(prefix, items, suffix, width=118):
    """`prefix item, item, suffix` on as many lines as it takes."""
    lines, line = [], prefix
    for index, item in enumerate(items):
        piece = item + (", " if index + 1 < len(items) else "")
        if len(line) + len(piece) > width and line.strip():
            lines.append(line.rstrip())
            line = " " * len(prefix)
        line += piece
    return "\n".join([*lines, line + suffix])


def python_definitions(abi):
    """The Python of each callback and structure, by its name."""
    found = {}
    for name, callback in abi["callbacks"].items():
        types = [python_type(abi, callback["returns"]), *(python_type(abi, param) for param in callback["params"])]
        found[name] = "\n" + wrapped(f"{name} = CFUNCTYPE(", types, ")")
    for name, fields in abi["structs"].items():
        members = [f'("{field["name"]}", {python_type(abi, field["type"])})' for field in fields]
        found[name] = "\n\n".join(["", f"class {name}(Structure):\n" + wrapped("    _fields_ = [", members, "]")])
    return found


def in_order_of_use(definitions):
    """Definitions, each behind those that it names."""
    out = []
    done = set()

    def put(name):
        if name in done:
            return
        done.add(name)
        for other in re.findall(r"\bannexa_\w+", definitions[name]):
            if other in definitions:
                put(other)
        out.append(definitions[name])

    for name in definitions:
        put(name)
    return out


def python_table(abi):
    out = ['"""The C interface as ctypes sees it. Made by tools/generate_abi.py from capi/annexa.h."""',
           "from __future__ import annotations", "",
           "from ctypes import (CFUNCTYPE, POINTER, Structure, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32,",
           "                    c_uint64, c_void_p)", "from typing import Any", ""]
    out += [f"{name.removeprefix('ANNEXA_')} = {value}" for name, value in abi["constants"].items()]
    out += in_order_of_use(python_definitions(abi))
    out += ["", "", "#: Result type and argument types of every function.", "FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {"]
    for name, function in abi["functions"].items():
        arguments = [python_argument(abi, param["type"]) for param in function["params"]]
        out.append(wrapped(f'    "{name}": ({python_type(abi, function["returns"], returned=True)}, [', arguments, "]),"))
    return "\n".join([*out, "}", ""])


def main(arguments):
    abi = described(syntax_tree())
    files = {ROOT / "abi/annexa.json": json.dumps(abi, indent=1) + "\n",
             ROOT / "bindings/python/annexa/_abi.py": python_table(abi)}
    stale = [path for path, text in files.items() if not path.exists() or path.read_text() != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale; run tools/generate_abi.py")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
